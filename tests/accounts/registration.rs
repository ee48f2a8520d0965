//! Registration tells a stranger nothing; links work once.

use serde_json::json;

use crate::accounts::NEW;
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::server::{App, token_in};

#[test]
fn a_stranger_cannot_tell_whether_an_address_is_registered() {
    let app = App::start();
    app.claimant("known@example.com");
    let anybody = app.anybody();
    let ask = |path: &str, email: &str| {
        let answer = anybody.post(path, json!({ "email": email }));
        (answer.status, answer.bytes)
    };
    assert_eq!(
        ask("/api/v1/accounts", "known@example.com"),
        (202, Vec::new())
    );
    assert_eq!(
        ask("/api/v1/accounts", "unknown@example.com"),
        (202, Vec::new())
    );
    let told = app.mailed("known@example.com", "account already");
    assert_eq!(
        token_in(&told),
        None,
        "a known address is told so by mail, without a link"
    );
    assert_eq!(app.mailed_token("unknown@example.com").len(), 64);
    for email in ["known@example.com", "unknown@example.com"] {
        let answer = anybody.post("/api/v1/password-resets", json!({"email": email}));
        assert_eq!((answer.status, answer.bytes), (202, Vec::new()));
    }
    app.sql("DELETE FROM sign_in_delay");
    let mut bodies: Vec<(u16, serde_json::Value)> = [
        ("known@example.com", "틀린 비밀번호입니다"),
        ("nobody@example.com", PASSWORD),
        ("not an address", PASSWORD),
        ("other@example.com", ""),
        ("another@example.com", &"가".repeat(4000)),
    ]
    .iter()
    .map(|(email, password)| {
        let answer = anybody.post(
            "/api/v1/sessions",
            json!({"email": email, "password": password}),
        );
        let mut body = answer.json();
        body["request"].take();
        (answer.status, body)
    })
    .collect();
    bodies.dedup();
    assert_eq!((bodies.len(), bodies[0].0), (1, 401), "{bodies:?}");
}

#[test]
fn a_link_works_once_and_not_for_ever() {
    let app = App::start();
    let anybody = app.anybody();
    let confirm = |token: &str| {
        anybody
            .post(
                "/api/v1/accounts/confirmations",
                json!({"token": token, "password": PASSWORD}),
            )
            .status
    };
    anybody.post("/api/v1/accounts", json!({"email": "a@example.com"}));
    let token = app.mailed_token("a@example.com");
    assert_eq!(
        (confirm(&token), confirm(&token), confirm("0")),
        (201, 422, 422)
    );
    anybody.post("/api/v1/accounts", json!({"email": "b@example.com"}));
    let token = app.mailed_token("b@example.com");
    app.sql("UPDATE one_time_link SET expires_at = now()");
    assert_eq!(confirm(&token), 422);
}

#[test]
fn a_header_from_a_stranger_does_not_change_the_address() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let body = json!({"email": "merchant@example.com", "password": PASSWORD}).to_string();
    app.anybody().send(
        "POST",
        "/api/v1/sessions",
        &[
            ("content-type", "application/json"),
            ("x-forwarded-for", "203.0.113.7"),
        ],
        body.into_bytes(),
    );
    assert_eq!(
        claimant.get("/api/v1/sessions").json()[1]["address"],
        "127.0.0.1"
    );
}

#[test]
fn an_invited_colleague_chooses_a_long_password() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let invited = json!({"email": "new@example.com", "name": "새 변호사", "role": "lawyer"});
    let id = administrator.post("/api/v1/staff", invited.clone()).id();
    assert_eq!(
        administrator.post("/api/v1/staff", invited).code(),
        "account-exists"
    );
    let token = app.mailed_token("new@example.com");
    let choose = |password: &str| {
        app.anybody().post(
            "/api/v1/password-resets/confirmations",
            json!({"token": token, "password": password}),
        )
    };
    let short = choose("vK3-wq81-zz");
    assert_eq!(
        short.faults(),
        [("password".to_string(), "password-short".to_string())],
        "staff need 12, and the link is not used up"
    );
    choose(NEW).is(204);
    let lawyer = app.anybody().sign_in("new@example.com", NEW);
    assert_eq!(
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).status,
        404,
        "assigned to no case yet"
    );
    administrator
        .put(&format!("/api/v1/cases/{CASE}/staff/{id}"), json!({}))
        .is(204);
    lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).is(200);
    administrator
        .delete(&format!("/api/v1/cases/{CASE}/staff/{id}"))
        .is(204);
    let lawyer = lawyer.sign_in("new@example.com", NEW);
    lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).is(404);
}
