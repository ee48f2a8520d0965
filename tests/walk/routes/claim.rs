//! Calls about one claim.

use serde_json::{Value, json};

use super::{World, call, hold, identified};
use crate::harness::caller::{Answer, Caller, PASSWORD};
use crate::harness::claims::{
    answer_body, assessment_body, claim_body, evidence_body, loss_body, message_body, paper_body,
    received_check, staffed_body,
};
use crate::harness::cluster::CASE;

pub(super) fn of_a_claim(world: &World, method: &str, path: &str) -> Option<Answer> {
    let email = format!(
        "walk-{}@example.com",
        path.replace(['/', '{', '}'], "-").to_lowercase()
    );
    let made = |caller: &Caller, path: String, body: Value| caller.post(&path, body).id();
    Some(match (method, path) {
        ("POST", "/api/v1/cases/{case}/claims") => call(
            &world.app.claimant(&email),
            method,
            &format!("/api/v1/cases/{CASE}/claims"),
            claim_body(),
        ),
        ("POST", "/api/v1/cases/{case}/disclosures") => {
            let body = json!({"reason": "서류를 확인하기 위해서", "filter": {}});
            call(
                world.by("paralegal"),
                method,
                &format!("/api/v1/cases/{CASE}/disclosures"),
                body,
            )
        }
        ("POST", "/api/v1/cases/{case}/messages") => {
            world.app.claimant(&email).submitted();
            let path = format!("/api/v1/cases/{CASE}/messages");
            call(world.by("lawyer"), method, &path, message_body())
        }
        ("POST", "/api/v1/cases/{case}/exports") => {
            let body = json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다", "standing": "any"});
            call(
                world.by("lawyer"),
                method,
                &format!("/api/v1/cases/{CASE}/exports"),
                body,
            )
        }
        ("GET", "/api/v1/exports/{export}/content") => world
            .by("lawyer")
            .get(&format!("/api/v1/exports/{}/content", world.export())),
        ("PUT", "/api/v1/claims/{claim}") => {
            let (caller, claim) = world.draft(&email);
            let path = path.replace("{claim}", &claim);
            caller.json(
                method,
                &path,
                &[("if-match", &caller.get(&path).headers["etag"])],
                claim_body(),
            )
        }
        ("POST", "/api/v1/claims/{claim}/submission" | "/api/v1/claims/{claim}/withdrawal") => {
            let (caller, claim) = world.draft(&email);
            call(&caller, method, &path.replace("{claim}", &claim), json!({}))
        }
        ("DELETE", "/api/v1/claims/{claim}") => {
            let (caller, claim) = world.draft(&format!("erased-{email}"));
            caller.delete(&path.replace("{claim}", &claim))
        }
        ("PUT" | "DELETE", "/api/v1/claims/{claim}/hold") => {
            let claim = world
                .app
                .claimant(&format!("{}-{email}", method.to_lowercase()))
                .submitted();
            hold(world, method, &path.replace("{claim}", &claim))
        }
        ("POST", "/api/v1/claims/{claim}/losses") => {
            let (caller, claim) = world.draft(&email);
            call(
                &caller,
                method,
                &path.replace("{claim}", &claim),
                loss_body(),
            )
        }
        ("DELETE" | "POST", "/api/v1/losses/{loss}" | "/api/v1/losses/{loss}/replacements") => {
            let (caller, claim) = world.draft(&email);
            let loss = made(
                &caller,
                format!("/api/v1/claims/{claim}/losses"),
                loss_body(),
            );
            call(&caller, method, &path.replace("{loss}", &loss), loss_body())
        }
        ("POST", "/api/v1/losses/{loss}/assessments") => {
            let caller = world.app.claimant(&email);
            let claim = caller.submitted();
            let losses = caller.get(&format!("/api/v1/claims/{claim}/losses")).json();
            let path = path.replace("{loss}", losses[0]["id"].as_str()?);
            call(world.by("paralegal"), method, &path, assessment_body())
        }
        ("POST", "/api/v1/evidence/{evidence}/checks") => {
            let caller = world.app.claimant(&email);
            let claim = caller.submitted();
            let files = caller.get(&format!("/api/v1/claims/{claim}/evidence"));
            let path = path.replace("{evidence}", files.json()[0]["id"].as_str()?);
            call(world.by("paralegal"), method, &path, received_check())
        }
        ("POST", "/api/v1/claims/{claim}/evidence") => {
            let (caller, claim) = world.draft(&email);
            call(
                &caller,
                method,
                &path.replace("{claim}", &claim),
                evidence_body("other", "a"),
            )
        }
        (
            "POST" | "DELETE",
            "/api/v1/evidence/{evidence}/replacements" | "/api/v1/evidence/{evidence}",
        ) => {
            let (caller, claim) = world.draft(&email);
            let file = made(
                &caller,
                format!("/api/v1/claims/{claim}/evidence"),
                evidence_body("other", "b"),
            );
            call(
                &caller,
                method,
                &path.replace("{evidence}", &file),
                evidence_body("other", "c"),
            )
        }
        ("POST", "/api/v1/claims/{claim}/consents") => {
            let (caller, claim) = world.draft(&email);
            let text = caller
                .get(&format!("/api/v1/cases/{CASE}/consent-texts?language=en"))
                .json()[0]
                .clone();
            let body = json!({"item": text["item"], "language": "en", "text_sha256": text["sha256"], "agreed": true, "signed_name": "김하늘"});
            call(&caller, method, &path.replace("{claim}", &claim), body)
        }
        ("POST", "/api/v1/claims/{claim}/signatories") => {
            let caller = world.app.claimant(&email);
            let (claim, _) = caller.draft_for_ward("guardian@example.com");
            let second = json!({"capacity": "guardian", "name": "김하늘", "own": true});
            call(&caller, method, &path.replace("{claim}", &claim), second)
        }
        ("DELETE", "/api/v1/signatories/{signatory}")
        | ("POST", "/api/v1/signatories/{signatory}/link") => {
            let caller = world.app.claimant(&email);
            let (_, guardian) = caller.draft_for_ward("guardian@example.com");
            call(
                &caller,
                method,
                &path.replace("{signatory}", &guardian),
                json!({}),
            )
        }
        ("POST", "/api/v1/signatures/{token}/consents") => {
            let caller = world.app.claimant(&email);
            let token = world.app.asked_to_sign(&caller, "signing@example.com");
            let answer = answer_body(&caller.consent_text("participation"), true, "최후견");
            call(
                world.by("anybody"),
                method,
                &path.replace("{token}", &token),
                answer,
            )
        }
        ("POST", "/api/v1/claims/{claim}/identifications")
        | ("POST", "/api/v1/identifications/{identification}/objection") => {
            let caller = world.app.claimant(&email);
            let claim = caller.submitted();
            let seen = json!({"method": "office", "identified_on": "2026-11-20", "detail": "사무소에서 신분증을 보았습니다"});
            let records = format!("/api/v1/claims/{claim}/identifications");
            let recorded = call(world.by("lawyer"), "POST", &records, seen);
            if path.ends_with("identifications") {
                return Some(recorded);
            }
            let id = caller.get(&records).json()[1]["id"].as_str()?.to_string();
            call(
                &caller,
                method,
                &path.replace("{identification}", &id),
                json!({}),
            )
        }
        ("POST", "/api/v1/cases/{case}/staffed-claims") => call(
            world.by("paralegal"),
            method,
            &path.replace("{case}", CASE),
            staffed_body(),
        ),
        ("POST", "/api/v1/claims/{claim}/papers" | "/api/v1/claims/{claim}/slip") => {
            let staff = world.by("paralegal");
            let path = path.replace("{claim}", &staff.entered());
            let paper = paper_body(&staff.consent_text("mandate"), true, "김하늘");
            let body = if path.ends_with("slip") {
                json!({})
            } else {
                paper
            };
            call(staff, method, &path, body)
        }
        ("POST", "/api/v1/slips") => {
            let staff = world.by("paralegal");
            let code = staff.slip(&staff.entered());
            call(world.by("anybody"), method, path, json!({"code": code}))
        }
        ("POST", "/api/v1/account/address" | "/api/v1/account/address/confirmations") => {
            let staff = world.by("paralegal");
            let code = staff.slip(&staff.entered());
            let caller = world.by("anybody").showing(&code);
            let asked = json!({"email": email});
            if path.ends_with("address") {
                return Some(call(&caller, method, path, asked));
            }
            caller.post("/api/v1/account/address", asked).is(202);
            let mail = world.app.mail_text(&email);
            let mut words = mail.split(|letter: char| !letter.is_ascii_digit());
            let code = words.find(|word| word.len() == 6)?;
            let confirmed = json!({"email": email, "code": code, "password": PASSWORD});
            call(&caller, method, path, confirmed)
        }
        ("POST", "/api/v1/claims/{claim}/reaffirmations") => {
            let (caller, claim) = world.draft(&email);
            let body = json!({"signed_name": "김하늘"});
            call(&caller, method, &path.replace("{claim}", &claim), body)
        }
        ("POST", "/api/v1/signatures/{token}/reaffirmations") => {
            let caller = world.app.claimant(&email);
            let token = world.app.asked_to_sign(&caller, "again@example.com");
            let answer = answer_body(&caller.consent_text("mandate"), true, "최후견");
            let consents = format!("/api/v1/signatures/{token}/consents");
            call(world.by("anybody"), method, &consents, answer);
            let body = json!({"signed_name": "최후견"});
            call(
                world.by("anybody"),
                method,
                &path.replace("{token}", &token),
                body,
            )
        }
        ("POST", "/api/v1/claims/{claim}/powers") => {
            let (caller, claim) = world.draft(&email);
            let power = json!({"power": "appeal", "granted": true, "signed_name": "김하늘"});
            call(&caller, method, &path.replace("{claim}", &claim), power)
        }
        ("POST", "/api/v1/consents/{consent}/withdrawal") => {
            let (caller, claim) = world.draft(&email);
            let answers = caller
                .get(&format!("/api/v1/claims/{claim}/consents"))
                .json();
            let agreed = answers
                .as_array()?
                .iter()
                .find(|answer| answer["agreed"] == true)?["id"]
                .as_str()?
                .to_string();
            call(
                &caller,
                method,
                &path.replace("{consent}", &agreed),
                json!({}),
            )
        }
        ("POST", "/api/v1/claims/{claim}/reviews") => {
            let (caller, claim) = world.draft(&email);
            call(
                &caller,
                "POST",
                &format!("/api/v1/claims/{claim}/submission"),
                json!({}),
            );
            call(
                world.by("lawyer"),
                method,
                &path.replace("{claim}", &claim),
                json!({"decision": "start"}),
            )
        }
        _ => return identified::successful(world, method, path, &email),
    })
}
