//! The same request again: where a repeat would make a second thing a key is demanded, and a key
//! makes one thing once, also while the first request is still under way.

use std::thread;

use claimant_registry::http::route::{Repeat, Route};
use claimant_registry::role::Role;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::routes;
use crate::harness::server::App;

#[test]
fn whatever_makes_a_second_thing_demands_a_key() {
    let app = App::start();
    let people = [
        (Role::Claimant, app.claimant("merchant@example.com")),
        (Role::Lawyer, app.staff("lawyer", "lawyer@example.com")),
        (
            Role::Administrator,
            app.staff("administrator", "administrator@example.com"),
        ),
    ];
    let calls = |route: &Route| -> Caller {
        let may = |role: &Role| route.roles.is_none_or(|roles| roles.contains(role));
        people
            .iter()
            .find(|(role, _)| may(role))
            .unwrap_or_else(|| panic!("nobody here may call {}", route.path))
            .1
            .clone()
    };
    let creating: Vec<&Route> = routes::api()
        .filter(|route| route.repeat == Repeat::Creates)
        .collect();
    assert!(creating.len() > 5, "the table says what creates");
    for route in creating {
        let path = route
            .path
            .split('/')
            .map(|part| if part.starts_with('{') { CASE } else { part })
            .collect::<Vec<_>>()
            .join("/");
        // a claim, and what else is named by an id, is looked for after the header
        let path = path.replace(&format!("claims/{CASE}"), &format!("claims/{NOTHING}"));
        let path = path.replace(&format!("evidence/{CASE}"), &format!("evidence/{NOTHING}"));
        let answer = calls(route).json(route.method.as_str(), &path, &[], json!({}));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "idempotency-key-missing"),
            "{path}: {}",
            answer.text()
        );
        for key in ["", "with space", "schlüssel", &"k".repeat(101)] {
            let headers = [
                ("content-type", "application/json"),
                ("idempotency-key", key),
            ];
            let answer = calls(route).send(route.method.as_str(), &path, &headers, b"{}".to_vec());
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (400, "idempotency-key-form"),
                "{path} {key:?}"
            );
        }
    }
}

const NOTHING: &str = "01a20848-2cc7-76fd-a102-600afcad4f7a";

#[test]
fn a_repeat_does_not_overtake_the_request_that_is_under_way() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}/losses");
    let send = || claimant.json("POST", &path, &[("idempotency-key", "one")], loss_body());
    let count = || claimant.get(&path).json().as_array().expect("a list").len();
    let before = count();
    let mut holder = app.superuser();
    holder
        .batch_execute(&format!(
            "BEGIN; SELECT FROM claim WHERE id = '{claim}' FOR UPDATE"
        ))
        .expect("the row is there");
    let first = thread::scope(|scope| {
        let first = scope.spawn(send);
        eventually(|| (waiting(&app) > 0).then_some(()));
        let second = send();
        assert_eq!(
            (second.status, second.code().as_str()),
            (409, "request-in-flight"),
            "{}",
            second.text()
        );
        holder.batch_execute("COMMIT").expect("nothing was changed");
        first.join().expect("no panic")
    });
    let repeated = send();
    assert_eq!(
        (first.status, repeated.status),
        (201, 201),
        "{} {}",
        first.text(),
        repeated.text()
    );
    assert_eq!(repeated.headers["location"], first.headers["location"]);
    assert_eq!(
        (repeated.bytes, count()),
        (first.bytes, before + 1),
        "one loss was added"
    );
    app.database.intact();
}

/// Transactions of the program that wait for a lock.
fn waiting(app: &App) -> i64 {
    use diesel::dsl::sql;
    use diesel::sql_types::BigInt;
    let blocked = "(SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND usename = 'registry_app' AND wait_event_type = 'Lock')";
    diesel::select(sql::<BigInt>(blocked))
        .get_result(&mut app.superuser())
        .expect("PostgreSQL counts")
}

#[test]
fn two_people_may_choose_the_same_key() {
    let app = App::start();
    for email in ["one@example.com", "two@example.com"] {
        let claimant = app.claimant(email);
        let send =
            |path: &str, body| claimant.json("POST", path, &[("idempotency-key", "same")], body);
        let claim = send(&format!("/api/v1/cases/{CASE}/claims"), claim_body()).id();
        assert_eq!(
            claimant.get(&format!("/api/v1/claims/{claim}")).status,
            200,
            "their own, not the other's"
        );
        let reused = send(
            &format!("/api/v1/claims/{claim}/evidence"),
            evidence_body("other", email),
        );
        assert_eq!(
            reused.faults(),
            [(
                "Idempotency-Key".to_string(),
                "idempotency-key-reused".to_string()
            )]
        );
    }
}

#[test]
fn a_repeat_of_a_change_of_password_is_no_wrong_guess() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let change = |new: &str| {
        let body = json!({"current": PASSWORD, "new": new});
        claimant.json(
            "PUT",
            "/api/v1/account/password",
            &[("idempotency-key", "one")],
            body,
        )
    };
    assert_eq!(
        (
            change("낯선 강가의 일곱 등불").status,
            change("낯선 강가의 일곱 등불").status
        ),
        (204, 204)
    );
    assert_eq!(
        change("또 다른 강가의 여덟 등불").faults(),
        [(
            "Idempotency-Key".to_string(),
            "idempotency-key-reused".to_string()
        )]
    );
    app.anybody()
        .sign_in("merchant@example.com", "낯선 강가의 일곱 등불");
}

#[test]
fn what_is_remembered_of_a_request_says_nothing_of_its_body() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let (path, body) = (
        format!("/api/v1/claims/{claim}/losses"),
        loss_body().to_string(),
    );
    let headers = [
        ("content-type", "application/json"),
        ("idempotency-key", "the-loss"),
    ];
    claimant
        .send("POST", &path, &headers, body.clone().into_bytes())
        .is(201);
    let parts = [b"POST", path.as_bytes(), &Sha256::digest(&body)];
    let plain = parts
        .iter()
        .fold(Sha256::new(), |hash, part| {
            hash.chain_update(part).chain_update([0])
        })
        .finalize();
    let remembered = |what: &str| {
        use diesel::dsl::sql;
        use diesel::sql_types::BigInt;
        let count = format!("(SELECT count(*) FROM idempotency WHERE {what})");
        diesel::select(sql::<BigInt>(&count))
            .get_result::<i64>(&mut app.superuser())
            .expect("PostgreSQL counts")
    };
    assert_eq!(
        (
            remembered("key = convert_to('the-loss', 'UTF8')"),
            remembered("octet_length(key) <> 32")
        ),
        (0, 0),
        "nor of the key, into which a client may have put anything"
    );
    assert_eq!(
        remembered(&format!(
            "request_hash IN (sha256('{body}'), '\\x{}')",
            hex::encode(plain)
        )),
        0
    );
    claimant.delete(&format!("/api/v1/claims/{claim}")).is(200);
    assert_eq!(
        remembered(&format!(
            "location LIKE '%{claim}%' OR location LIKE '%/losses/%'"
        )),
        0,
        "what leads to an erased claim is forgotten"
    );
}
