//! A link shows who reads a mailbox: its reader chooses the password, the newest counts, and a
//! password that was set leaves none of before.

use serde_json::json;

use crate::accounts::NEW;
use crate::harness::caller::{Answer, PASSWORD};
use crate::harness::server::App;

const EMAIL: &str = "merchant@example.com";

fn follow(app: &App, path: &str, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "password": password});
    app.anybody().post(path, body)
}

fn asked(app: &App, path: &str) -> String {
    app.anybody().post(path, json!({"email": EMAIL})).is(202);
    app.mailed_token(EMAIL)
}

const CONFIRM: &str = "/api/v1/accounts/confirmations";
const RESET: &str = "/api/v1/password-resets/confirmations";

#[test]
fn who_asked_for_an_account_in_anothers_name_gets_nothing() {
    let app = App::start();
    let with = json!({"email": EMAIL, "password": "the attacker's own words"});
    let refused = app.anybody().post("/api/v1/accounts", with);
    assert_eq!(
        refused.faults(),
        [("password".to_string(), "unknown-field".to_string())],
        "whoever asks chooses no password"
    );
    let first = asked(&app, "/api/v1/accounts");
    let second = asked(&app, "/api/v1/accounts");
    assert_eq!(follow(&app, CONFIRM, &first, PASSWORD).status, 422);
    follow(&app, CONFIRM, &second, PASSWORD).is(201);
    app.anybody().sign_in(EMAIL, PASSWORD);
}

#[test]
fn the_newest_link_counts_and_a_new_password_leaves_none() {
    let app = App::start();
    let claimant = app.claimant(EMAIL);
    let [first, second] = [(); 2].map(|()| asked(&app, "/api/v1/password-resets"));
    assert_eq!(follow(&app, RESET, &first, NEW).status, 422, "an older one");
    claimant
        .put(
            "/api/v1/account/password",
            json!({"current": PASSWORD, "new": NEW}),
        )
        .is(204);
    let after = follow(&app, RESET, &second, PASSWORD);
    assert_eq!(
        (after.status, after.faults()),
        (422, vec![("token".to_string(), "link".to_string())]),
        "who saw the mail does not take the account back"
    );
    let third = asked(&app, "/api/v1/password-resets");
    follow(&app, RESET, &third, PASSWORD).is(204);
    assert_eq!(app.count("SELECT count(*) FROM one_time_link"), 0);
    app.anybody().sign_in(EMAIL, PASSWORD);
}

#[test]
fn a_link_of_one_kind_is_none_of_another() {
    let app = App::start();
    let registration = asked(&app, "/api/v1/accounts");
    follow(&app, RESET, &registration, PASSWORD).is(422);
    follow(&app, CONFIRM, &registration, PASSWORD).is(201);
    let reset = asked(&app, "/api/v1/password-resets");
    follow(&app, CONFIRM, &reset, NEW).is(422);
    follow(&app, RESET, &reset, NEW).is(204);
}

#[test]
fn links_of_the_staff_live_an_hour() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let minutes = || {
        app.count("SELECT round(extract(epoch FROM expires_at - now()) / 60)::bigint AS count FROM one_time_link")
    };
    let invited = json!({"email": EMAIL, "name": "새 변호사", "role": "lawyer"});
    administrator.post("/api/v1/staff", invited).id();
    assert_eq!(minutes(), 60, "an invitation");
    app.mailed_token(EMAIL);
    let reset = asked(&app, "/api/v1/password-resets");
    assert_eq!(minutes(), 60, "a new password");
    follow(&app, RESET, &reset, NEW).is(204);
    let claimants = json!({"email": "claimant@example.com"});
    app.anybody().post("/api/v1/accounts", claimants).is(202);
    assert_eq!(minutes(), 24 * 60);
}

/// Whoever makes a token up learns nothing of the password, and costs no hash: what is wrong with
/// the link comes first.
#[test]
fn a_made_up_token_is_refused_before_the_password_is_looked_at() {
    let app = App::with(&[("HASHING_LANES", "1")]);
    for path in [CONFIRM, RESET] {
        for password in [
            "",
            "password",
            PASSWORD,
            &"4@8({[</369&#!1/|0$5+7%2/".repeat(10),
        ] {
            let answer = follow(&app, path, &"0".repeat(64), password);
            assert_eq!(
                answer.faults(),
                [("token".to_string(), "link".to_string())],
                "{path} {password}"
            );
        }
    }
    let token = asked(&app, "/api/v1/accounts");
    let weak = follow(&app, CONFIRM, &token, "비밀번호1234");
    assert_eq!(
        weak.faults(),
        [("password".to_string(), "password-guessable".to_string())]
    );
    let own = follow(&app, CONFIRM, &token, "Merchant-2026");
    assert_eq!(
        own.faults(),
        [("password".to_string(), "password-guessable".to_string())],
        "what the address says of its owner"
    );
    follow(&app, CONFIRM, &token, PASSWORD).is(201);
}

#[test]
fn an_answer_that_was_lost_is_given_again() {
    let app = App::start();
    let token = asked(&app, "/api/v1/accounts");
    let confirm = || {
        let body = json!({"token": token, "password": PASSWORD});
        let key = [("idempotency-key", "the-same")];
        app.anybody().json("POST", CONFIRM, &key, body).status
    };
    assert_eq!((confirm(), confirm()), (201, 201));
}
