//! Guessing costs time, and a password is changed or reset by its owner only.

use std::thread;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use diesel::connection::SimpleConnection;
use serde_json::json;

use crate::accounts::{NEW, from};
use crate::harness::caller::PASSWORD;
use crate::harness::eventually;
use crate::harness::server::App;

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
        attempt(email, "틀린 비밀번호입니다").is(401);
        let soon = attempt(email, "틀린 비밀번호입니다");
        assert_eq!(
            (soon.status, soon.headers["retry-after"].as_str()),
            (429, "1"),
            "known or not: {email}"
        );
    }
    app.sql("UPDATE sign_in_delay SET failures = 99, failed_at = now() - interval '11 seconds'");
    attempt("merchant@example.com", "틀린 비밀번호입니다").is(401);
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
    reset("짧다").is(422);
    assert_eq!((reset(NEW).status, reset(NEW).status), (204, 422));
    before.get("/api/v1/account").is(401);
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
    for kib in [19_456, 4_096] {
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
            (401, 0),
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
fn a_full_hashing_lane_says_so_and_loses_nobody() {
    let app = App::with(&[("HASHING_LANES", "1")]);
    let anybody = app.anybody();
    let crowd: Vec<_> = (0..150).map(|n| format!("crowd-{n}@example.com")).collect();
    for email in &crowd {
        anybody.post("/api/v1/accounts", json!({ "email": email }));
    }
    let tokens: Vec<String> = crowd.iter().map(|email| app.mailed_token(email)).collect();
    let answers: Vec<(&String, u16)> = thread::scope(|scope| {
        let people: Vec<_> = tokens
            .iter()
            .map(|token| {
                scope.spawn({
                    let anybody = &anybody;
                    move || {
                        let followed = json!({"token": token, "password": PASSWORD});
                        let answer = anybody.post("/api/v1/accounts/confirmations", followed);
                        assert!(
                            answer.status == 201 || answer.headers.contains_key("retry-after"),
                            "{answer:?}"
                        );
                        (token, answer.status)
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
    let made = answers.iter().filter(|(_, status)| *status == 201).count();
    assert_eq!(app.count("SELECT count(*) FROM account"), made as i64);
    let (refused, _) = answers
        .iter()
        .find(|(_, status)| *status == 503)
        .expect("one of them was refused");
    let again = json!({"token": refused, "password": PASSWORD});
    anybody
        .post("/api/v1/accounts/confirmations", again)
        .is(201);
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
        app.count("SELECT count(*) FROM sign_in_delay WHERE lane <> ''"),
        looked_at as i64,
        "{full} were not looked at"
    );
}

#[test]
fn a_source_that_fills_the_hashing_lane_waits_behind_itself() {
    let app = App::with(&[("HASHING_LANES", "1"), ("TRUSTED_PROXIES", "127.0.0.1")]);
    app.claimant("merchant@example.com");
    let anybody = app.anybody();
    let sign_in = |source: &str, email: &str| {
        let body = json!({"email": email, "password": PASSWORD});
        from(source, &anybody, "POST", "/api/v1/sessions", body).status
    };
    let beside: Vec<u16> = thread::scope(|scope| {
        for n in 0..60 {
            let email = format!("crowd-{n}@example.com");
            scope.spawn(move || sign_in("203.0.113.66", &email));
        }
        (0..5)
            .map(|_| sign_in("203.0.113.5", "merchant@example.com"))
            .collect()
    });
    assert_eq!(beside, [201; 5]);
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
