//! Who may do what: every route with every role, on their own, on others' and on unknown things. Generated from the route
//! table, so that a new route is in it by being there.

use chrono::{Duration, Utc};
use claimant_registry::http::ROUTES;
use claimant_registry::http::route::Route;
use claimant_registry::http::token::Tokens;
use claimant_registry::role::Role;
use serde_json::{Value, json};

use crate::harness::caller::{Caller, PASSWORD, fresh_key};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// An id that nothing has.
const UNKNOWN: &str = "01a20848-2cc7-76fd-a102-600afcad4f7a";

/// The things of one claimant, and what staff made of them.
struct Things {
    case: String,
    claim: String,
    loss: String,
    evidence: String,
    consent: String,
    session: String,
    disclosure: String,
    export: String,
    account: String,
    receipt: String,
}

impl Things {
    /// A submitted claim with everything that hangs on it. `lawyer` is of the case.
    fn of(claimant: &Caller, lawyer: &Caller, administrator: &Caller, nth: usize) -> Self {
        let claim = claimant.draft();
        let own = |what: &str| {
            claimant
                .get(&format!("/api/v1/claims/{claim}/{what}"))
                .json()[0]["id"]
                .as_str()
                .unwrap_or_default()
                .to_string()
        };
        let (loss, evidence, consent) = (own("losses"), own("evidence"), own("consents"));
        let session = claimant.get("/api/v1/sessions").json()[0]["id"]
            .as_str()
            .unwrap_or_default()
            .to_string();
        assert_eq!(
            claimant
                .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
                .status,
            204
        );
        let reason = "자격을 시험하기 위해서";
        let disclosure = lawyer
            .post(
                &format!("/api/v1/cases/{CASE}/disclosures"),
                json!({"reason": reason, "claims": [claim]}),
            )
            .id();
        let asked =
            json!({"reason": reason, "profile": "contact", "format": "csv", "claims": [claim]});
        let export = lawyer
            .post(&format!("/api/v1/cases/{CASE}/exports"), asked)
            .id();
        let hired = json!({"email": format!("hired-{nth}@example.com"), "name": "새 직원", "role": "paralegal"});
        let account = administrator.post("/api/v1/staff", hired).id();
        let receipt = claimant
            .get(&format!("/api/v1/claims/{claim}/receipts"))
            .json()[0]["id"]
            .to_string();
        Self {
            case: CASE.into(),
            claim,
            loss,
            evidence,
            consent,
            session,
            disclosure,
            export,
            account,
            receipt,
        }
    }

    /// Things that nobody has.
    fn unknown() -> Self {
        Self::called(UNKNOWN)
    }

    fn called(name: &str) -> Self {
        let id = || name.to_string();
        Self {
            case: id(),
            claim: id(),
            loss: id(),
            evidence: id(),
            consent: id(),
            session: id(),
            disclosure: id(),
            export: id(),
            account: id(),
            receipt: id(),
        }
    }

    /// The route's path with these things in it.
    fn path(&self, route: &Route) -> String {
        route
            .path
            .replace("{case}", &self.case)
            .replace("{claim}", &self.claim)
            .replace("{loss}", &self.loss)
            .replace("{evidence}", &self.evidence)
            .replace("{consent}", &self.consent)
            .replace("{session}", &self.session)
            .replace("{disclosure}", &self.disclosure)
            .replace("{export}", &self.export)
            .replace("{account}", &self.account)
            .replace("{receipt}", &self.receipt)
            // the published log is everybody's: its parts are numbers and places
            .replace("{entry}", "0")
            .replace("{size}", "1")
            .replace("{level}/{tile:.*}", "0/000.p/1")
            .replace("{tile:.*}", "000.p/1")
    }
}

/// A body that the route can read.
fn body(route: &Route) -> Value {
    let reason = "자격을 시험하기 위해서";
    match (route.method.as_str(), route.path) {
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
            json!({"reason": reason, "profile": "contact", "format": "csv"})
        }
        (_, path) if path.ends_with("/claims") || path.ends_with("{claim}") => claim_body(),
        (_, path) if path.ends_with("/losses") => loss_body(),
        (_, path) if path.ends_with("/evidence") || path.ends_with("/replacements") => {
            evidence_body("other", "a")
        }
        (_, path) if path.ends_with("/consents") => {
            json!({"item": "mandate", "language": "ko", "text_sha256": "0".repeat(64), "agreed": true, "signed_name": "김하늘"})
        }
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
        "{session}",
        "{disclosure}",
        "{export}",
    ];
    let of_case =
        route.path.contains("{case}") && !matches!(role, Role::Claimant | Role::Administrator);
    of_case || personal.iter().any(|part| route.path.contains(part))
}

#[test]
fn every_route_answers_every_role_as_the_table_says() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let (owner, other) = (
        app.claimant("owner@example.com"),
        app.claimant("other@example.com"),
    );
    let things = Things::of(&owner, &lawyer, &administrator, 0);
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
    for route in ROUTES {
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

/// A path that this role may use: disclosures are for whoever made them, and taking an assignment or a hold off needs one.
fn own_path(route: &Route, things: &Things, role: Role, caller: &Caller) -> String {
    let path = things.path(route);
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
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claimant = app.claimant("merchant@example.com");
    let things = Things::of(&claimant, &lawyer, &administrator, 0);
    let id = claimant.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let mut tried = 0;
    for route in ROUTES
        .iter()
        .filter(|route| route.path.contains('{') && !route.path.starts_with("/log/"))
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
    assert_eq!(claimant.get("/api/v1/claims/../accounts").status, 404);
}

#[test]
fn what_one_colleague_was_shown_is_not_shown_to_the_next() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let (maker, colleague) = (
        app.assigned("lawyer", "maker@example.com"),
        app.assigned("lawyer", "colleague@example.com"),
    );
    let things = Things::of(
        &app.claimant("merchant@example.com"),
        &maker,
        &administrator,
        0,
    );
    let shown = format!("/api/v1/disclosures/{}/claims", things.disclosure);
    let file = format!("/api/v1/exports/{}/content", things.export);
    let seen_by = |caller: &Caller| (caller.get(&shown).status, caller.get(&file).status);
    assert_eq!(
        (seen_by(&maker), seen_by(&colleague)),
        ((200, 200), (404, 404))
    );
    assert_eq!(
        colleague
            .get(&format!("/api/v1/exports/{}/content", things.disclosure))
            .status,
        404,
        "on the screen is not as a file"
    );
    let id = maker.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    assert_eq!(
        administrator
            .delete(&format!("/api/v1/cases/{CASE}/staff/{id}"))
            .status,
        204
    );
    assert_eq!(
        seen_by(&maker),
        (404, 404),
        "off the case, what was asked for before is gone too"
    );
}

#[test]
fn a_role_or_a_state_counts_from_the_next_request_on() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let id = paralegal.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let exports = format!("/api/v1/cases/{CASE}/exports");
    assert_eq!(paralegal.get(&exports).status, 403);
    assert_eq!(
        administrator
            .put(
                &format!("/api/v1/staff/{id}/role"),
                json!({"role": "lawyer"})
            )
            .status,
        204
    );
    assert_eq!(paralegal.get(&exports).status, 200);
    assert_eq!(
        administrator
            .put(
                &format!("/api/v1/staff/{id}/state"),
                json!({"state": "disabled"})
            )
            .status,
        204
    );
    assert_eq!(paralegal.get(&exports).status, 401);
    let own = administrator.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    assert_eq!(
        administrator
            .put(
                &format!("/api/v1/staff/{own}/state"),
                json!({"state": "disabled"})
            )
            .code(),
        "own-account"
    );
    assert_eq!(
        administrator
            .put(
                &format!("/api/v1/staff/{id}/role"),
                json!({"role": "claimant"})
            )
            .status,
        422
    );
}

#[test]
fn a_draft_is_its_owners_alone() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    assert_eq!(lawyer.get(&format!("/api/v1/claims/{claim}")).status, 404);
    assert_eq!(
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).json()["items"],
        json!([])
    );
    let asked = lawyer.post(
        &format!("/api/v1/cases/{CASE}/disclosures"),
        json!({"reason": "자격을 시험하기 위해서", "claims": [claim]}),
    );
    assert_eq!(asked.status, 404);
}

#[test]
fn forged_expired_and_foreign_tokens_open_nothing() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let good = claimant.token.clone().unwrap_or_default();
    let with = |token: &str| {
        Caller {
            token: Some(token.into()),
            ..claimant.clone()
        }
        .get("/api/v1/account")
        .status
    };
    assert_eq!(with(&good), 200);
    let (head, tail) = good.rsplit_once('.').expect("a token has three parts");
    let other_server = App::with(&[(
        "TOKEN_KEY",
        "2 4444444444444444444444444444444444444444444444444444444444444444",
    )]);
    assert!(
        other_server.url != app.url,
        "another registry with another key"
    );
    let foreign = other_server
        .claimant("merchant@example.com")
        .token
        .unwrap_or_default();
    for forged in [
        "",
        "x",
        &good[1..],
        head,
        &format!("{head}.{}", tail.chars().rev().collect::<String>()),
        &foreign,
    ] {
        assert_eq!(with(forged), 401, "{forged}");
    }
    assert_eq!(claimant.delete("/api/v1/sessions/current").status, 204);
    assert_eq!(with(&good), 401, "after signing out");
    let again = claimant.sign_in("merchant@example.com", PASSWORD);
    app.sql("UPDATE session SET expires_at = now()");
    assert_eq!(again.get("/api/v1/account").status, 401, "after its time");
}

#[test]
fn a_token_of_the_right_key_counts_only_for_a_session_and_in_time() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let session = claimant.get("/api/v1/sessions").json()[0]["id"]
        .as_str()
        .unwrap_or_default()
        .parse()
        .expect("an id");
    let (now, hour) = (Utc::now(), Duration::hours(1));
    let (ours, other) = ("http://localhost:8080", "https://registry.example");
    let token = |issuer: &str, session, from, until| {
        Tokens::new(&[0x33; 32], issuer).and_then(|tokens| tokens.make(session, from, until))
    };
    let with = |token: &str| {
        Caller {
            token: Some(token.into()),
            ..claimant.clone()
        }
        .get("/api/v1/account")
    };
    let right = token(ours, session, now, now + hour).expect("it signs");
    assert_eq!(
        with(&right).status,
        200,
        "the forger has the key: what follows fails for its own reason"
    );
    let (_, rest) = right.split_once('.').expect("a token has three parts");
    let (claims, signature) = rest.split_once('.').expect("a token has three parts");
    let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"; // {"alg":"none","typ":"JWT"}
    let shared = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"; // {"alg":"HS256","typ":"JWT"}
    for (what, token) in [
        (
            "expired",
            token(ours, session, now - hour * 2, now - hour).expect("it signs"),
        ),
        (
            "another issuer",
            token(other, session, now, now + hour).expect("it signs"),
        ),
        (
            "no such session",
            token(ours, UNKNOWN.parse().expect("an id"), now, now + hour).expect("it signs"),
        ),
        ("alg none", format!("{unsigned}.{claims}.")),
        ("alg HS256", format!("{shared}.{claims}.{signature}")),
        ("the bare id", session.to_string()),
    ] {
        let answer = with(&token);
        assert_eq!(
            (answer.status, answer.headers["www-authenticate"].as_str()),
            (401, "Bearer"),
            "{what}"
        );
    }
    for header in [format!("Basic {right}"), right.clone(), "Bearer".into()] {
        let answer = app.anybody().send(
            "GET",
            "/api/v1/account",
            &[("authorization", &header)],
            Vec::new(),
        );
        assert_eq!(answer.status, 401, "{header}");
    }
}
