//! Every route answers every role as the table says, on their own, others' and unknown things.

use claimant_registry::http::route::Route;
use claimant_registry::role::Role;
use serde_json::{Value, json};

use crate::access::{Things, UNKNOWN};
use crate::harness::caller::{Caller, fresh_key};
use crate::harness::claims::{
    assessment_body, claim_body, evidence_body, loss_body, message_body, notice_body, paper_body,
    powers, received_check, recovery_body, staffed_body,
};
use crate::harness::cluster::CASE;
use crate::harness::gateway::Gateway;
use crate::harness::provider::PROVIDER;
use crate::harness::routes;
use crate::harness::server::App;

/// A body that the route can read.
fn body(route: &Route) -> Value {
    let reason = "자격을 시험하기 위해서";
    match (route.method.as_str(), route.path.as_str()) {
        ("DELETE", "/api/v1/account") => json!({"password": "그런 비밀번호는 없습니다"}),
        ("GET" | "DELETE", _) => Value::Null,
        (_, "/api/v1/account/password") => {
            json!({"current": "그런 비밀번호는 없습니다", "new": "지붕 위의 노란 우산 8개"})
        }
        (_, "/api/v1/staff") => {
            json!({"email": format!("{}@example.com", fresh_key()), "name": "새 직원", "role": "lawyer"})
        }
        (_, path) if path.ends_with("/state") => json!({"state": "active"}),
        (_, path) if path.ends_with("/hold") => json!({"reason": reason}),
        (_, path) if path.ends_with("/role") => json!({"role": "paralegal"}),
        (_, path) if path.ends_with("/disclosures") => json!({"reason": reason, "filter": {}}),
        (_, path) if path.ends_with("/exports") => {
            json!({"reason": reason, "profile": "contact", "format": "csv", "standing": "any"})
        }
        (_, path) if path.ends_with("/claims") || path.ends_with("{claim}") => claim_body(),
        (_, path) if path.ends_with("/assessments") => assessment_body(),
        (_, path) if path.ends_with("/checks") => received_check(),
        (_, path) if path.ends_with("/losses") || path.starts_with("/api/v1/losses/") => {
            loss_body()
        }
        (_, path) if path.ends_with("/evidence") || path.ends_with("/replacements") => {
            evidence_body("other", "a")
        }
        (_, "/api/v1/account/address") => json!({"email": "new@example.com"}),
        (_, "/api/v1/account/address/confirmations") => {
            json!({"email": "new@example.com", "code": "000000", "password": "지붕 위의 노란 우산 8개"})
        }
        (_, path) if path.ends_with("/staffed-claims") => staffed_body(),
        (_, path) if path.ends_with("/phone-code/confirmations") => json!({"code": "000000"}),
        (_, path) if path.ends_with("/papers") => {
            let text = json!({"item": "mandate", "kind": "mandate", "sha256": "0".repeat(64)});
            paper_body(&text, true, "박엄마")
        }
        (_, path) if path.ends_with("/consents") => {
            json!({"item": "mandate", "language": "ko", "text_sha256": "0".repeat(64), "agreed": true, "signed_name": "김하늘", "powers": powers()})
        }
        (_, path) if path.ends_with("/signatories") => {
            json!({"capacity": "heir", "name": "김첫째", "share": "1/2", "email": "heir@example.com"})
        }
        (_, path) if path.ends_with("/identifications") => {
            json!({"method": "office", "identified_on": "2026-11-20", "detail": "사무소에서 신분증을 보았습니다"})
        }
        (_, path) if path.ends_with("/recoveries") => recovery_body("another@example.com"),
        (_, path) if path.ends_with("/confirmation") => json!({"email": "another@example.com"}),
        (_, path) if path.ends_with("/reaffirmations") => json!({"signed_name": "박엄마"}),
        (_, path) if path.ends_with("/powers") => {
            json!({"power": "appeal", "granted": true, "signed_name": "박엄마"})
        }
        (_, path) if path.ends_with("/notices") || path.ends_with("{notice}") => notice_body(),
        (_, path) if path.ends_with("/messages") => message_body(),
        (_, path) if path.ends_with("/reviews") => json!({"decision": "start"}),
        _ => json!({}),
    }
}

fn status(caller: &Caller, route: &Route, path: &str) -> u16 {
    let key = fresh_key();
    let headers = [("idempotency-key", key.as_str()), ("if-match", "\"2\"")];
    match body(route) {
        Value::Null => {
            caller
                .send(route.method.as_str(), path, &headers, Vec::new())
                .status
        }
        body => {
            caller
                .json(route.method.as_str(), path, &headers, body)
                .status
        }
    }
}

/// Parts of a path that belong to somebody, so that others do not find them.
fn is_scoped(route: &Route, role: Role) -> bool {
    let personal = [
        "{claim}",
        "{loss}",
        "{evidence}",
        "{consent}",
        "{signatory}",
        "{identification}",
        "{recovery}",
        "{session}",
        "{disclosure}",
        "{export}",
        "{notice}",
    ];
    let of_case =
        route.path.contains("{case}") && !matches!(role, Role::Claimant | Role::Administrator);
    of_case || personal.iter().any(|part| route.path.contains(part))
}

#[test]
fn every_route_answers_every_role_as_the_table_says() {
    let gateway = Gateway::answering(204);
    let app = App::with(&[PROVIDER, gateway.settings()].concat());
    let administrator = app.staff("administrator", "administrator@example.com");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let (owner, other) = (
        app.claimant("owner@example.com"),
        app.claimant("other@example.com"),
    );
    let things = Things {
        mail: app.failed_mail(),
        ..Things::of(&owner, &lawyer, &administrator, 0)
    };
    let foreign = Things::of(&other, &lawyer, &administrator, 1);
    // who is in the case, and who has the same role elsewhere
    let mut people = vec![
        (Role::Claimant, owner, other),
        (Role::Administrator, administrator.clone(), administrator),
    ];
    for role in [Role::Paralegal, Role::Lawyer, Role::Auditor] {
        let inside = if role == Role::Lawyer {
            lawyer.clone()
        } else {
            app.assigned(
                role.as_str(),
                &format!("inside-{}@example.com", role.as_str()),
            )
        };
        people.push((
            role,
            inside,
            app.staff(
                role.as_str(),
                &format!("outside-{}@example.com", role.as_str()),
            ),
        ));
    }
    let nobody = app.anybody();
    for route in routes::api() {
        let (what, path) = (
            format!("{} {}", route.method, route.path),
            things.path(route),
        );
        assert!(
            !path.contains('{'),
            "the matrix does not know a part of {what}"
        );
        let Some(roles) = route.roles else {
            assert!(
                ![401, 403].contains(&status(&nobody, route, &path)),
                "{what} is for everybody"
            );
            continue;
        };
        assert_eq!(
            status(&nobody, route, &path),
            401,
            "{what} without signing in"
        );
        for (role, inside, outside) in &people {
            if !roles.contains(role) {
                assert_eq!(
                    status(inside, route, &path),
                    403,
                    "{what} by {}",
                    role.as_str()
                );
                continue;
            }
            if is_scoped(route, *role) {
                let theirs = if *role == Role::Claimant {
                    foreign.path(route)
                } else {
                    path.clone()
                };
                let caller = if *role == Role::Claimant {
                    inside
                } else {
                    outside
                };
                assert_eq!(
                    status(caller, route, &theirs),
                    404,
                    "{what} of others by {}",
                    role.as_str()
                );
                assert_eq!(
                    status(inside, route, &Things::unknown().path(route)),
                    404,
                    "{what} of nobody by {}",
                    role.as_str()
                );
            }
            if what.starts_with("DELETE /api/v1/sessions") {
                continue; // it would sign the caller out of the rest; tests/accounts.rs does it
            }
            if ["DELETE /api/v1/account", "DELETE /api/v1/claims/{claim}"].contains(&what.as_str())
            {
                continue; // it would take the things of the rest away; tests/erasure.rs does it
            }
            let own = status(inside, route, &own_path(route, &things, *role, inside));
            assert!(
                ![401, 403, 404].contains(&own),
                "{what} of their own by {}: {own}",
                role.as_str()
            );
        }
    }
}

/// A path that this role may use: disclosures are for whoever made them, and taking an assignment
/// or a hold off needs one.
fn own_path(route: &Route, things: &Things, role: Role, caller: &Caller) -> String {
    let path = things.path(route);
    // staff write only in what they enter for somebody
    let writes = route.method != "GET"
        && !route.path.contains("{recovery}")
        && route
            .roles
            .is_some_and(|roles| roles.contains(&Role::Claimant));
    let enters = writes
        || ["/slip", "/papers"]
            .iter()
            .any(|end| route.path.ends_with(end));
    if enters && role != Role::Claimant && route.path.contains('{') {
        return Things::entered(caller).path(route);
    }
    if route.path.contains("{disclosure}") && role == Role::Paralegal {
        let body = json!({"reason": "자격을 시험하기 위해서", "claims": [things.claim]});
        let made = caller
            .post(&format!("/api/v1/cases/{CASE}/disclosures"), body)
            .id();
        return path.replace(&things.disclosure, &made);
    }
    if route.method == "DELETE" && route.path.contains("/staff/") {
        caller.put(&path, json!({}));
    }
    if route.method == "DELETE" && route.path.ends_with("/hold") {
        caller.put(&path, json!({"reason": "자격을 시험하기 위해서"}));
    }
    path
}

#[test]
fn ids_that_are_none_are_not_found() {
    let gateway = Gateway::answering(204);
    let app = App::with(&[PROVIDER, gateway.settings()].concat());
    let administrator = app.staff("administrator", "administrator@example.com");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claimant = app.claimant("merchant@example.com");
    let things = Things::of(&claimant, &lawyer, &administrator, 0);
    let id = claimant.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let mut tried = 0;
    for route in
        routes::api().filter(|route| route.path.contains('{') && !route.path.starts_with("/log/"))
    {
        let caller = match route.roles {
            None => &app.anybody(),
            Some(roles) if roles.contains(&Role::Claimant) => &claimant,
            Some(roles) if roles.contains(&Role::Lawyer) => &lawyer,
            Some(roles) if roles.contains(&Role::Administrator) => &administrator,
            Some(_) => panic!("nobody here may call {}", route.path),
        };
        let path = things.path(route);
        for (at, part) in route
            .path
            .split('/')
            .enumerate()
            .filter(|(_, part)| part.starts_with('{'))
        {
            // a claimant is nobody whom an administrator could employ
            let stranger = (part == "{account}").then_some(id.as_str());
            for wrong in [
                "1",
                "not-an-id",
                "%00",
                "%FF",
                "a%00b",
                "'%20OR%20true--",
                UNKNOWN,
            ]
            .into_iter()
            .chain(stranger)
            {
                let mut parts: Vec<&str> = path.split('/').collect();
                parts[at] = wrong;
                let wrong = parts.join("/");
                assert_eq!(
                    status(caller, route, &wrong),
                    404,
                    "{} {wrong}",
                    route.method
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 7 * 30, "{tried}");
    claimant.get("/api/v1/claims/../accounts").is(404);
}
