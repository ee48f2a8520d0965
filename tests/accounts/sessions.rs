//! Sessions are listed, and end.

use serde_json::json;

use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn sessions_are_listed_and_end_one_by_one_or_all_at_once() {
    let app = App::with(&[("TRUSTED_PROXIES", "127.0.0.1")]);
    let first = app.claimant("merchant@example.com");
    let body = json!({"email": "merchant@example.com", "password": PASSWORD}).to_string();
    let headers = [
        ("content-type", "application/json"),
        ("x-forwarded-for", "198.51.100.9, 203.0.113.7"),
    ];
    let begun = app
        .anybody()
        .send("POST", "/api/v1/sessions", &headers, body.into_bytes());
    let second = Caller {
        token: begun.json()["token"].as_str().map(String::from),
        ..first.clone()
    };
    let listed = first.get("/api/v1/sessions").json();
    assert_eq!(
        (
            listed[0]["current"].as_bool(),
            listed[1]["current"].as_bool()
        ),
        (Some(true), Some(false))
    );
    assert_eq!(
        listed[1]["address"], "203.0.113.7",
        "the address that the trusted proxy saw"
    );
    first
        .delete(&format!(
            "/api/v1/sessions/{}",
            listed[1]["id"].as_str().unwrap_or_default()
        ))
        .is(204);
    assert_eq!(
        (
            first.get("/api/v1/account").status,
            second.get("/api/v1/account").status
        ),
        (200, 401)
    );
    let third = first.sign_in("merchant@example.com", PASSWORD);
    third.delete("/api/v1/sessions").is(204);
    assert_eq!(
        (
            first.get("/api/v1/account").status,
            third.get("/api/v1/account").status
        ),
        (401, 401)
    );
}

#[test]
fn a_quiet_session_ends_sooner_for_staff() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let lawyer = app.staff("lawyer", "lawyer@example.com");
    app.sql("UPDATE session SET last_seen_at = now() - interval '14 minutes'");
    assert_eq!(
        (
            claimant.get("/api/v1/account").status,
            lawyer.get("/api/v1/account").status
        ),
        (200, 200)
    );
    let seen = lawyer.get("/api/v1/sessions").json()[0]["last_seen_at"].clone();
    app.sql("UPDATE session SET last_seen_at = now() - interval '16 minutes'");
    assert_eq!(
        (
            claimant.get("/api/v1/account").status,
            lawyer.get("/api/v1/account").status
        ),
        (200, 401)
    );
    assert!(
        seen.as_str().is_some_and(|seen| seen.ends_with('Z')),
        "{seen}"
    );
    app.sql("UPDATE session SET last_seen_at = now(), expires_at = now() - interval '1 second'");
    assert_eq!(
        (
            claimant.get("/api/v1/account").status,
            lawyer.get("/api/v1/account").status
        ),
        (401, 401)
    );
}

#[test]
fn the_settings_bound_a_session() {
    let app = App::with(&[
        ("SESSION_SECONDS", "3600"),
        ("STAFF_SESSION_SECONDS", "60"),
        ("SESSION_IDLE_SECONDS", "120"),
    ]);
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.staff("lawyer", "lawyer@example.com"),
    );
    for (caller, seconds) in [(&claimant, 3600), (&lawyer, 60)] {
        let session = caller.get("/api/v1/sessions").json()[0].clone();
        let time = |key: &str| {
            session[key]
                .as_str()
                .and_then(|at| at.parse::<chrono::DateTime<chrono::Utc>>().ok())
                .expect("a time")
        };
        assert_eq!(
            (time("expires_at") - time("created_at")).num_seconds(),
            seconds
        );
    }
    app.sql("UPDATE session SET last_seen_at = now() - interval '119 seconds'");
    assert_eq!(
        claimant.get("/api/v1/account").status,
        200,
        "a request keeps it alive"
    );
    app.sql("UPDATE session SET last_seen_at = last_seen_at - interval '100 seconds'");
    claimant.get("/api/v1/account").is(200);
    app.sql("UPDATE session SET last_seen_at = now() - interval '121 seconds'");
    claimant.get("/api/v1/account").is(401);
}

/// What somebody may do changed, or an administrator thinks of a lost device: whoever holds a token
/// of before holds nothing.
#[test]
fn sessions_end_with_the_rights_that_they_had() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let staff = administrator.get("/api/v1/staff").json();
    assert_eq!(staff.as_array().map(Vec::len), Some(1));
    let mut nth = 0;
    let mut person = || {
        nth += 1;
        let email = format!("lawyer-{nth}@example.com");
        let caller = app.assigned("lawyer", &email);
        let id = caller.get("/api/v1/account").json()["id"].clone();
        (caller, id.as_str().expect("an id").to_string())
    };
    let alive = |caller: &Caller| caller.get("/api/v1/account").status;

    let (caller, id) = person();
    let state = |state: &str| {
        let path = format!("/api/v1/staff/{id}/state");
        administrator.put(&path, json!({ "state": state })).is(204)
    };
    state("disabled");
    state("active");
    assert_eq!(alive(&caller), 401, "enabling revives no session");

    let (caller, id) = person();
    let path = format!("/api/v1/staff/{id}/role");
    administrator
        .put(&path, json!({"role": "paralegal"}))
        .is(204);
    assert_eq!(alive(&caller), 401, "another role");

    let (caller, id) = person();
    let path = format!("/api/v1/cases/{CASE}/staff/{id}");
    administrator.delete(&path).is(204);
    assert_eq!(alive(&caller), 401, "taken off a case");

    let ((caller, id), (other, _)) = (person(), person());
    let path = format!("/api/v1/staff/{id}/sessions");
    administrator.delete(&path).is(204);
    administrator.delete(&path).is(204);
    assert_eq!((alive(&caller), alive(&other)), (401, 200), "on purpose");
    assert_eq!(alive(&administrator), 200);

    let (caller, _) = person();
    app.database
        .cli_ok(&["account", "disable", "lawyer-6@example.com"]);
    app.database
        .cli_ok(&["account", "enable", "lawyer-6@example.com"]);
    assert_eq!(alive(&caller), 401, "on the command line too");
    app.database.intact();
}
