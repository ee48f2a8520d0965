//! Every route that changes something leaves its entry, and a route that reads changes nothing.

mod claim;
mod identified;

use std::collections::BTreeMap;

use actix_web::http::Method;
use claimant_registry::http::route::Audited;
use serde_json::{Value, json};

use super::{attributed, leaves};
use crate::harness::caller::{Answer, Caller, PASSWORD, fresh_key};
use crate::harness::claims::{notice_body, recovery_body};
use crate::harness::cluster::CASE;
use crate::harness::gateway::Gateway;
use crate::harness::provider::PROVIDER;
use crate::harness::routes;
use crate::harness::server::App;

/// People and things that the walk acts on.
struct World {
    app: App,
    gateway: Gateway,
    people: BTreeMap<&'static str, Caller>,
}

impl World {
    fn new() -> Self {
        let gateway = Gateway::answering(204);
        let app = App::with(&[PROVIDER, gateway.settings()].concat());
        let people = BTreeMap::from([
            ("anybody", app.anybody()),
            ("claimant", app.claimant("merchant@example.com")),
            (
                "paralegal",
                app.assigned("paralegal", "paralegal@example.com"),
            ),
            ("lawyer", app.assigned("lawyer", "lawyer@example.com")),
            ("auditor", app.assigned("auditor", "auditor@example.com")),
            (
                "administrator",
                app.staff("administrator", "administrator@example.com"),
            ),
        ]);
        Self {
            app,
            gateway,
            people,
        }
    }

    fn by(&self, who: &str) -> &Caller {
        &self.people[who]
    }

    /// A draft of a claimant of its own.
    fn draft(&self, email: &str) -> (Caller, String) {
        let caller = self.app.claimant(email);
        let claim = caller.draft();
        (caller, claim)
    }

    /// A staff account that nothing else uses.
    fn colleague(&self, email: &str) -> String {
        let body = json!({"email": email, "name": "새 직원", "role": "paralegal"});
        self.by("administrator").post("/api/v1/staff", body).id()
    }

    /// A notice that is not published.
    fn notice(&self) -> String {
        self.by("paralegal")
            .post(&format!("/api/v1/cases/{CASE}/notices"), notice_body())
            .id()
    }

    fn export(&self) -> String {
        self.draft("exported@example.com");
        let body = json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다", "standing": "any"});
        self.by("lawyer")
            .post(&format!("/api/v1/cases/{CASE}/exports"), body)
            .id()
    }
}

fn call(caller: &Caller, method: &str, path: &str, body: Value) -> Answer {
    caller.json(method, path, &[("idempotency-key", &fresh_key())], body)
}

/// One successful call of that route; `None` where the walk does not know it.
fn successful(world: &World, method: &Method, path: &str) -> Option<Answer> {
    let method = method.as_str();
    Some(match (method, path) {
        ("POST", "/api/v1/accounts") => call(
            world.by("anybody"),
            method,
            path,
            json!({"email": "new@example.com"}),
        ),
        ("POST", "/api/v1/accounts/confirmations") => {
            world
                .by("anybody")
                .post("/api/v1/accounts", json!({"email": "newer@example.com"}));
            call(
                world.by("anybody"),
                method,
                path,
                json!({"token": world.app.mailed_token("newer@example.com"), "password": PASSWORD}),
            )
        }
        ("POST", "/api/v1/password-resets") => call(
            world.by("anybody"),
            method,
            path,
            json!({"email": "merchant@example.com"}),
        ),
        ("POST", "/api/v1/password-resets/confirmations") => {
            world.app.claimant("forgetful@example.com");
            world.by("anybody").post(
                "/api/v1/password-resets",
                json!({"email": "forgetful@example.com"}),
            );
            call(
                world.by("anybody"),
                method,
                path,
                json!({"token": world.app.mailed_token("forgetful@example.com"), "password": "지붕 위의 노란 우산 8개"}),
            )
        }
        ("PUT", "/api/v1/account/password") => {
            let caller = world.app.claimant("changing@example.com");
            call(
                &caller,
                method,
                path,
                json!({"current": PASSWORD, "new": "지붕 위의 노란 우산 8개"}),
            )
        }
        ("DELETE", "/api/v1/account") => world.app.claimant("erased@example.com").erase_account(),
        ("PUT" | "DELETE", "/api/v1/cases/{case}/hold") => {
            hold(world, method, &format!("/api/v1/cases/{CASE}/hold"))
        }
        ("POST", "/api/v1/sessions") => call(
            world.by("anybody"),
            method,
            path,
            json!({"email": "merchant@example.com", "password": PASSWORD}),
        ),
        ("DELETE", "/api/v1/sessions") => world.app.claimant("leaving@example.com").delete(path),
        ("DELETE", "/api/v1/sessions/{session}") => world
            .app
            .claimant("parting@example.com")
            .delete("/api/v1/sessions/current"),
        ("POST", "/api/v1/staff") => call(
            world.by("administrator"),
            method,
            path,
            json!({"email": "hired@example.com", "name": "새 변호사", "role": "lawyer"}),
        ),
        ("PUT", "/api/v1/staff/{account}/state") => {
            let id = world.colleague("resting@example.com");
            call(
                world.by("administrator"),
                method,
                &format!("/api/v1/staff/{id}/state"),
                json!({"state": "disabled"}),
            )
        }
        ("PUT", "/api/v1/staff/{account}/role") => {
            let id = world.colleague("rising@example.com");
            call(
                world.by("administrator"),
                method,
                &format!("/api/v1/staff/{id}/role"),
                json!({"role": "lawyer"}),
            )
        }
        ("DELETE", "/api/v1/staff/{account}/sessions") => {
            let id = world.colleague("lost@example.com");
            world
                .by("administrator")
                .delete(&format!("/api/v1/staff/{id}/sessions"))
        }
        ("POST", "/api/v1/mails/{mail}/retry") => {
            let mail = world.app.failed_mail();
            call(
                world.by("administrator"),
                method,
                &path.replace("{mail}", &mail),
                json!({}),
            )
        }
        ("PUT", "/api/v1/cases/{case}/staff/{account}") => {
            let id = world.colleague("joining@example.com");
            call(
                world.by("administrator"),
                method,
                &format!("/api/v1/cases/{CASE}/staff/{id}"),
                json!({}),
            )
        }
        ("DELETE", "/api/v1/cases/{case}/staff/{account}") => {
            let path = format!(
                "/api/v1/cases/{CASE}/staff/{}",
                world.colleague("going@example.com")
            );
            call(world.by("administrator"), "PUT", &path, json!({}));
            world.by("administrator").delete(&path)
        }
        ("POST", "/api/v1/cases/{case}/notices") => {
            let path = format!("/api/v1/cases/{CASE}/notices");
            call(world.by("paralegal"), method, &path, notice_body())
        }
        (
            "PUT" | "POST",
            "/api/v1/notices/{notice}"
            | "/api/v1/notices/{notice}/publication"
            | "/api/v1/notices/{notice}/ending",
        ) => world.by("lawyer").json(
            method,
            &path.replace("{notice}", &world.notice()),
            &[("if-match", "\"1\"")],
            notice_body(),
        ),
        _ => return claim::of_a_claim(world, method, path),
    })
}

/// Sets a hold, or releases one that was set.
fn hold(world: &World, method: &str, path: &str) -> Answer {
    let set = call(
        world.by("lawyer"),
        "PUT",
        path,
        json!({"reason": "법원의 자료 보존 명령"}),
    );
    if method == "PUT" {
        set
    } else {
        world.by("lawyer").delete(path)
    }
}

#[test]
fn every_route_that_changes_something_leaves_its_entry() {
    let world = World::new();
    for route in routes::api().filter(|route| route.audited != Audited::Nothing) {
        let what = format!("{} {}", route.method, route.path);
        let answer = successful(&world, &route.method, &route.path)
            .unwrap_or_else(|| panic!("the walk does not know {what}"));
        assert!(
            (200..300).contains(&answer.status),
            "{what}: {}",
            answer.text()
        );
        leaves(&world.app, route, &answer.headers["x-request-id"]);
    }
    attributed(&world.app);
}

#[test]
fn a_route_that_reads_changes_nothing() {
    let world = World::new();
    let caller = world.app.claimant("reader@example.com");
    let claim = caller.submitted();
    let body = json!({"reason": "서류를 확인하기 위해서", "claims": [claim]});
    let disclosures: BTreeMap<&str, String> = ["paralegal", "lawyer"]
        .map(|role| {
            (
                role,
                world
                    .by(role)
                    .post(&format!("/api/v1/cases/{CASE}/disclosures"), body.clone())
                    .id(),
            )
        })
        .into();
    let (_, guardian) = world
        .app
        .claimant("owner@example.com")
        .draft_for_ward("guardian@example.com");
    let owner = world.app.returning("owner@example.com");
    owner.ask_to_sign(&guardian);
    let token = world.app.mailed_token("guardian@example.com");
    let lost = world.app.claimant("lost@example.com").submitted();
    let recoveries = format!("/api/v1/claims/{lost}/recoveries");
    let asked = recovery_body("new@example.com");
    let recovery = world.by("paralegal").post(&recoveries, asked).id();
    let confirm = format!("/api/v1/recoveries/{recovery}/confirmation");
    let typed = json!({"email": "new@example.com"});
    world.by("lawyer").post(&confirm, typed).is(204);
    let notice = world.app.mailed_token("lost@example.com");
    let size = world.app.database.intact();
    let published = world.app.published(size);
    let receipt = caller
        .get(&format!("/api/v1/claims/{claim}/receipts"))
        .json()[0]["id"]
        .to_string();
    let files = caller.get(&format!("/api/v1/claims/{claim}/evidence"));
    let file = files.json()[0]["id"].as_str().map(str::to_owned);
    let file = file.expect("a file is listed");
    let text = caller.get(&format!("/api/v1/cases/{CASE}/consent-texts"));
    let text = text.json()[0]["sha256"].as_str().map(str::to_owned);
    let text = text.expect("a text has a hash");
    let tile = if published < 256 {
        format!("000.p/{published}")
    } else {
        "000".into()
    };
    for route in routes::api().filter(|route| route.audited == Audited::Nothing) {
        assert_eq!(route.method, Method::GET, "{}", route.path);
        let path = route
            .path
            .replace("{case}", CASE)
            .replace("{claim}", &claim)
            .replace("{entry}", "0")
            .replace("{size}", "1");
        let path = path
            .replace("{evidence}", &file)
            .replace("{receipt}", &receipt)
            .replace("{sha256}", &text)
            .replace(
                "recovery-notices/{token}",
                &format!("recovery-notices/{notice}"),
            )
            .replace("{token}", &token);
        let path = path
            .replace("{level}/{tile:.*}", &format!("0/{tile}"))
            .replace("{tile:.*}", &tile);
        let roles = route.roles.map_or_else(
            || vec!["anybody"],
            |roles| roles.iter().map(|role| role.as_str()).collect(),
        );
        for role in roles {
            let path = disclosures
                .get(role)
                .map_or_else(|| path.clone(), |made| path.replace("{disclosure}", made));
            let answer = if role == "claimant" {
                caller.get(&path)
            } else {
                world.by(role).get(&path)
            };
            assert_eq!(answer.status, 200, "{role} {path}: {}", answer.text());
        }
    }
    assert_eq!(world.app.database.intact(), size);
}
