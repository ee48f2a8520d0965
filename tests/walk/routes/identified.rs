//! Routes by which somebody is identified who cannot sign in, or by others than staff.

use serde_json::json;

use super::{World, call};
use crate::harness::browser::Browser;
use crate::harness::caller::{Answer, PASSWORD};
use crate::harness::claims::recovery_body;
use crate::harness::provider::{provided, say};

/// One successful call of that route; `None` where the walk does not know it.
pub fn successful(world: &World, method: &str, path: &str, email: &str) -> Option<Answer> {
    Some(match (method, path) {
        (
            "POST",
            "/api/v1/claims/{claim}/recoveries"
            | "/api/v1/recoveries/{recovery}/confirmation"
            | "/api/v1/recoveries/{recovery}/stop"
            | "/api/v1/recovery-notices/{token}/stop",
        ) => {
            let claim = world.app.claimant(email).submitted();
            let new = format!("new-{email}");
            let recoveries = format!("/api/v1/claims/{claim}/recoveries");
            let asked = call(
                world.by("paralegal"),
                "POST",
                &recoveries,
                recovery_body(&new),
            );
            if path.ends_with("recoveries") {
                return Some(asked);
            }
            let at = format!("/api/v1/recoveries/{}", asked.id());
            if path.ends_with("{recovery}/stop") {
                let stop = format!("{at}/stop");
                return Some(call(world.by("paralegal"), method, &stop, json!({})));
            }
            let confirm = format!("{at}/confirmation");
            let typed = json!({ "email": new });
            let confirmed = call(world.by("lawyer"), "POST", &confirm, typed);
            if path.ends_with("confirmation") {
                return Some(confirmed);
            }
            let token = world.app.mailed_token(email);
            let stop = path.replace("{token}", &token);
            call(world.by("anybody"), method, &stop, json!({}))
        }
        ("POST", "/api/v1/claims/{claim}/identity") => {
            let (caller, claim) = world.draft("identity@example.com");
            call(&caller, method, &path.replace("{claim}", &claim), json!({}))
        }
        ("POST", "/api/v1/signatures/{token}/identity") => {
            let caller = world.app.claimant(email);
            let token = world.app.asked_to_sign(&caller, "identified@example.com");
            let path = path.replace("{token}", &token);
            call(world.by("anybody"), method, &path, json!({}))
        }
        ("POST", "/api/v1/claims/{claim}/phone-code") => {
            let (caller, claim) = world.draft("phone-asks@example.com");
            let sent = call(&caller, method, &path.replace("{claim}", &claim), json!({}));
            world.gateway.message();
            sent
        }
        ("POST", "/api/v1/claims/{claim}/phone-code/confirmations") => {
            let (caller, claim) = world.draft("phone@example.com");
            let path = path.replace("{claim}", &claim);
            let asks = path.replace("/confirmations", "");
            call(&caller, method, &asks, json!({})).is(202);
            let code = json!({"code": world.gateway.code()});
            call(&caller, method, &path, code)
        }
        ("POST", "/api/v1/identification-results") => {
            let claim = world.app.claimant(email).submitted();
            let browser = Browser::at(&world.app.url);
            browser.sign_in(email, PASSWORD).is(200);
            let page = browser.open(&format!("/claims/{claim}/signatories"));
            let form = page.form(&format!("/claims/{claim}/identity"));
            let way = browser.send(&form).is(200);
            let state = way.at.rsplit('/').next()?;
            say(&world.app, &provided(state, "2026-0001"))
        }
        _ => return None,
    })
}
