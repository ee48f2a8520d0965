//! Accounts from outside: registration that tells a stranger nothing, guessing that costs time, sessions that end.

use std::thread;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use diesel::connection::SimpleConnection;
use serde_json::json;

use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

const NEW: &str = "지붕 위의 노란 우산 8개";

#[test]
fn a_stranger_cannot_tell_whether_an_address_is_registered() {
    let app = App::start();
    app.claimant("known@example.com");
    let anybody = app.anybody();
    let ask = |path: &str, email: &str| {
        let answer = anybody.post(path, json!({"email": email, "password": PASSWORD}));
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
    assert_eq!(
        app.mailed_token("known@example.com"),
        "",
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
    let weak = anybody.post(
        "/api/v1/accounts",
        json!({"email": "known@example.com", "password": "password"}),
    );
    assert_eq!(
        weak.faults(),
        [("password".to_string(), "password-guessable".to_string())]
    );
}

#[test]
fn a_link_works_once_and_not_for_ever() {
    let app = App::start();
    let anybody = app.anybody();
    let confirm = |token: &str| {
        anybody
            .post("/api/v1/accounts/confirmations", json!({"token": token}))
            .status
    };
    anybody.post(
        "/api/v1/accounts",
        json!({"email": "a@example.com", "password": PASSWORD}),
    );
    let token = app.mailed_token("a@example.com");
    assert_eq!(
        (confirm(&token), confirm(&token), confirm("0")),
        (201, 422, 422)
    );
    anybody.post(
        "/api/v1/accounts",
        json!({"email": "b@example.com", "password": PASSWORD}),
    );
    let token = app.mailed_token("b@example.com");
    app.sql("UPDATE one_time_link SET expires_at = now()");
    assert_eq!(confirm(&token), 422);
}

#[test]
fn a_wrong_password_costs_time_and_never_the_account() {
    let app = App::start();
    app.claimant("merchant@example.com");
    let anybody = app.anybody();
    let attempt = |email: &str, password: &str| {
        anybody.post(
            "/api/v1/sessions",
            json!({"email": email, "password": password}),
        )
    };
    for email in ["merchant@example.com", "nobody@example.com"] {
        assert_eq!(attempt(email, "틀린 비밀번호입니다").status, 401);
        let soon = attempt(email, "틀린 비밀번호입니다");
        assert_eq!(
            (soon.status, soon.headers["retry-after"].as_str()),
            (429, "1"),
            "known or not: {email}"
        );
    }
    app.sql("UPDATE sign_in_delay SET failures = 99, failed_at = now() - interval '11 seconds'");
    assert_eq!(
        attempt("merchant@example.com", "틀린 비밀번호입니다").status,
        401
    );
    let spent = attempt("merchant@example.com", PASSWORD);
    assert!(
        spent.status == 429 && spent.headers["retry-after"].len() == 5,
        "a hundred failures cost the rest of the day: {spent:?}"
    );
    app.sql("UPDATE sign_in_delay SET day_started = now() - interval '25 hours'");
    assert_eq!(
        attempt("merchant@example.com", PASSWORD).status,
        201,
        "and then it is as before"
    );
}

#[test]
fn many_guesses_at_once_are_counted_too() {
    let app = App::start();
    app.claimant("merchant@example.com");
    let anybody = app.anybody();
    let looked_at: usize = thread::scope(|scope| {
        let guesses: Vec<_> = (0..12)
            .map(|n| {
                scope.spawn({
                    let anybody = &anybody;
                    move || {
                        anybody.post("/api/v1/sessions", json!({"email": "merchant@example.com", "password": format!("짐작 {n}")})).status
                    }
                })
            })
            .collect();
        guesses
            .into_iter()
            .filter_map(|guess| guess.join().ok())
            .filter(|status| *status == 401)
            .count()
    });
    assert_eq!(looked_at, 1, "one guess a second, however many are sent");
}

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
    assert_eq!(
        first
            .delete(&format!(
                "/api/v1/sessions/{}",
                listed[1]["id"].as_str().unwrap_or_default()
            ))
            .status,
        204
    );
    assert_eq!(
        (
            first.get("/api/v1/account").status,
            second.get("/api/v1/account").status
        ),
        (200, 401)
    );
    let third = first.sign_in("merchant@example.com", PASSWORD);
    assert_eq!(third.delete("/api/v1/sessions").status, 204);
    assert_eq!(
        (
            first.get("/api/v1/account").status,
            third.get("/api/v1/account").status
        ),
        (401, 401)
    );
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
fn a_new_password_ends_every_other_session() {
    let app = App::start();
    let here = app.claimant("merchant@example.com");
    let elsewhere = here.sign_in("merchant@example.com", PASSWORD);
    let change = |current: &str, new: &str| {
        here.put(
            "/api/v1/account/password",
            json!({"current": current, "new": new}),
        )
    };
    let wrong = change("틀린 비밀번호입니다", NEW);
    assert_eq!(
        wrong.faults(),
        [("current".to_string(), "password-wrong".to_string())]
    );
    app.sql("DELETE FROM sign_in_delay");
    let weak = change(PASSWORD, "password");
    assert_eq!(
        weak.faults(),
        [("new".to_string(), "password-guessable".to_string())]
    );
    assert_eq!(
        change(PASSWORD, NEW).status,
        204,
        "a better one at once: a password that was right is no failed guess"
    );
    assert_eq!(
        (
            here.get("/api/v1/account").status,
            elsewhere.get("/api/v1/account").status
        ),
        (200, 401)
    );
    here.sign_in("merchant@example.com", NEW);
    app.database.intact();
}

#[test]
fn who_forgot_the_password_sets_another_by_mail() {
    let app = App::start();
    let before = app.claimant("merchant@example.com");
    let anybody = app.anybody();
    anybody.post(
        "/api/v1/password-resets",
        json!({"email": "merchant@example.com"}),
    );
    let token = app.mailed_token("merchant@example.com");
    let reset = |password: &str| {
        anybody.post(
            "/api/v1/password-resets/confirmations",
            json!({"token": token, "password": password}),
        )
    };
    assert_eq!(reset("짧다").status, 422);
    assert_eq!((reset(NEW).status, reset(NEW).status), (204, 422));
    assert_eq!(before.get("/api/v1/account").status, 401);
    anybody.sign_in("merchant@example.com", NEW);
}

/// A sign-in that has seen the old password to be right meets a reset that is not over yet.
#[test]
fn a_password_that_was_reset_meanwhile_opens_nothing() {
    let app = App::start();
    app.claimant("merchant@example.com");
    let hash = |password: &str, kib: u32| {
        let argon2 = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(kib, 2, 1, None).expect("parameters that it takes"),
        );
        argon2
            .hash_password(password.as_bytes())
            .expect("it hashes")
            .to_string()
    };
    // a hash of today, and one with weaker parameters, which a sign-in renews
    for (kib, status) in [(19_456, 401), (4_096, 503)] {
        let new = hash(NEW, 19_456);
        app.sql(&format!(
            "DELETE FROM sign_in_delay; UPDATE account SET password_hash = '{}'",
            hash(PASSWORD, kib)
        ));
        let mut reset = app.superuser();
        let begun = format!(
            "BEGIN; UPDATE account SET password_hash = '{new}'; UPDATE session SET ended_at = now() WHERE ended_at IS NULL"
        );
        reset.batch_execute(&begun).expect("the superuser may");
        let waits = "SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%\"account\"%'";
        let answered = thread::scope(|scope| {
            let body = json!({"email": "merchant@example.com", "password": PASSWORD});
            let signing_in = scope.spawn(|| app.anybody().post("/api/v1/sessions", body).status);
            eventually(|| (signing_in.is_finished() || app.count(waits) > 0).then_some(()));
            reset.batch_execute("COMMIT").expect("the reset ends");
            signing_in.join().expect("no panic")
        });
        assert_eq!(
            (
                answered,
                app.count("SELECT count(*) FROM session WHERE ended_at IS NULL")
            ),
            (status, 0),
            "{kib}"
        );
        assert_eq!(
            app.count(&format!(
                "SELECT count(*) FROM account WHERE password_hash = '{new}'"
            )),
            1,
            "{kib}"
        );
    }
    app.sql("DELETE FROM sign_in_delay");
    app.anybody().sign_in("merchant@example.com", NEW);
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
    assert_eq!(choose(NEW).status, 204);
    let lawyer = app.anybody().sign_in("new@example.com", NEW);
    assert_eq!(
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).status,
        404,
        "assigned to no case yet"
    );
    assert_eq!(
        administrator
            .put(&format!("/api/v1/cases/{CASE}/staff/{id}"), json!({}))
            .status,
        204
    );
    assert_eq!(
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).status,
        200
    );
    assert_eq!(
        administrator
            .delete(&format!("/api/v1/cases/{CASE}/staff/{id}"))
            .status,
        204
    );
    assert_eq!(
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).status,
        404
    );
}

#[test]
fn a_full_hashing_lane_says_so_and_loses_nobody() {
    let app = App::with(&[("HASHING_LANES", "1")]);
    let anybody = app.anybody();
    let answers: Vec<(usize, u16)> = thread::scope(|scope| {
        let people: Vec<_> = (0..150)
            .map(|n| {
                scope.spawn({
                    let anybody = &anybody;
                    move || {
                        let answer =
                            anybody.post("/api/v1/accounts", json!({"email": format!("crowd-{n}@example.com"), "password": PASSWORD}));
                        assert!(answer.status == 202 || answer.headers.contains_key("retry-after"), "{answer:?}");
                        (n, answer.status)
                    }
                })
            })
            .collect();
        people
            .into_iter()
            .map(|person| person.join().expect("no panic"))
            .collect()
    });
    assert!(
        answers.iter().any(|(_, status)| *status == 503),
        "the lane was never full"
    );
    let accepted: Vec<usize> = answers
        .iter()
        .filter(|(_, status)| *status == 202)
        .map(|(n, _)| *n)
        .collect();
    assert!(!accepted.is_empty());
    for n in accepted {
        assert_eq!(
            app.mailed_token(&format!("crowd-{n}@example.com")).len(),
            64
        );
    }
}

#[test]
fn a_full_hashing_lane_is_no_wrong_password() {
    let app = App::with(&[("HASHING_LANES", "1")]);
    let anybody = app.anybody();
    let answers: Vec<(u16, String)> = thread::scope(|scope| {
        let sign_in = |n: i32| {
            anybody.post(
                "/api/v1/sessions",
                json!({"email": format!("crowd-{n}@example.com"), "password": PASSWORD}),
            )
        };
        let people: Vec<_> = (0..150).map(|n| scope.spawn(move || sign_in(n))).collect();
        people
            .into_iter()
            .map(|person| person.join().expect("no panic"))
            .map(|answer| (answer.status, answer.code()))
            .collect()
    });
    let looked_at = answers.iter().filter(|(status, _)| *status == 401).count();
    let full = answers
        .iter()
        .filter(|(status, code)| *status == 503 && code == "hashing")
        .count();
    assert!(
        looked_at > 0 && full > 0 && looked_at + full == 150,
        "{answers:?}"
    );
    assert_eq!(
        app.count("SELECT count(*) FROM sign_in_delay WHERE failures > 0"),
        looked_at as i64,
        "{full} were not looked at"
    );
}

#[test]
fn a_disabled_account_answers_like_a_wrong_password() {
    let app = App::start();
    let lawyer = app.staff("lawyer", "lawyer@example.com");
    let attempt = |password: &str| {
        app.sql("DELETE FROM sign_in_delay");
        let answer = lawyer.post(
            "/api/v1/sessions",
            json!({"email": "lawyer@example.com", "password": password}),
        );
        let mut body = answer.json();
        body["request"].take();
        (answer.status, body)
    };
    app.anybody().post(
        "/api/v1/password-resets",
        json!({"email": "lawyer@example.com"}),
    );
    let token = app.mailed_token("lawyer@example.com");
    let reset = app.anybody().post(
        "/api/v1/password-resets/confirmations",
        json!({"token": token, "password": NEW}),
    );
    assert_eq!((reset.status, attempt(NEW).0), (204, 201));
    app.database
        .cli_ok(&["account", "disable", "lawyer@example.com"]);
    let disabled = attempt(NEW);
    assert_eq!(
        (disabled.0, &disabled),
        (401, &attempt("틀린 비밀번호입니다"))
    );
    app.database
        .cli_ok(&["account", "enable", "lawyer@example.com"]);
    assert_eq!(attempt(NEW).0, 201);
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
    assert_eq!(claimant.get("/api/v1/account").status, 200);
    app.sql("UPDATE session SET last_seen_at = now() - interval '121 seconds'");
    assert_eq!(claimant.get("/api/v1/account").status, 401);
}
