//! What one source, one mailbox and all strangers together may ask for.

use std::thread;

use serde_json::json;

use crate::accounts::{NEW, PROXIED, from};
use crate::harness::caller::{Answer, PASSWORD};
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn a_source_that_asks_too_much_is_told_when_to_come_again() {
    let app = App::with(&PROXIED);
    app.claimant("merchant@example.com");
    let anybody = app.anybody();
    let token = "0".repeat(64);
    let bodies = [
        ("/api/v1/accounts", json!({"email": "not an address"}), 422),
        (
            "/api/v1/accounts/confirmations",
            json!({"token": token, "password": PASSWORD}),
            422,
        ),
    ];
    for (nth, (path, body, usual)) in bodies.into_iter().enumerate() {
        let source = format!("203.0.113.{nth}");
        let ask = |source: &str| from(source, &anybody, "POST", path, body.clone());
        let answers: Vec<Answer> = thread::scope(|scope| {
            let asking: Vec<_> = (0..120).map(|_| scope.spawn(|| ask(&source))).collect();
            let answered = asking.into_iter().map(|it| it.join().expect("no panic"));
            answered.collect()
        });
        // some time goes by meanwhile: a few more may be granted
        let granted = answers.iter().filter(|it| it.status == usual).count();
        assert!(granted >= 60, "{path}: {granted}");
        let refused = answers.iter().find(|it| it.status == 429);
        let refused = refused.unwrap_or_else(|| panic!("{path} has no limit"));
        assert_eq!(refused.code(), "too-many-attempts");
        let seconds: u64 = refused.headers["retry-after"].parse().expect("seconds");
        assert!((1..=3).contains(&seconds), "{seconds}");
        assert_eq!(ask("203.0.113.99").status, usual, "others do not notice");
    }
    let both = ["/api/v1/password-resets", "/api/v1/accounts"];
    let shared = both.map(|path| {
        let body = json!({"email": "known@example.com"});
        from("203.0.113.0", &anybody, "POST", path, body).status
    });
    assert!(
        shared.contains(&429),
        "mails have one measure, whatever they are for: {shared:?}"
    );
}

#[test]
fn a_mailbox_is_the_same_however_it_is_written() {
    let app = App::start();
    let anybody = app.anybody();
    let mails = || app.count("SELECT count(*) FROM mail");
    for (addresses, sent, why) in [
        (
            [
                "kim@example.kr",
                "kim+1@example.kr",
                "KIM+2@example.kr",
                "kim+x+y@example.kr",
            ],
            3,
            "a tag makes no other mailbox",
        ),
        (
            [
                "lee@gmail.com",
                "l.e.e@gmail.com",
                "le.e+1@googlemail.com",
                "l.ee@gmail.com",
            ],
            3,
            "nor do dots where the service drops them",
        ),
        (
            [
                "park@example.kr",
                "p.ark@example.kr",
                "pa.rk@example.kr",
                "par.k@example.kr",
            ],
            4,
            "elsewhere they do",
        ),
    ] {
        let before = mails();
        for email in addresses {
            let body = json!({ "email": email });
            anybody.post("/api/v1/accounts", body).is(202);
        }
        assert_eq!(mails() - before, sent, "{why}");
    }
}

#[test]
fn a_mailbox_without_an_account_hears_so_once_a_day() {
    let app = App::start();
    let anybody = app.anybody();
    for _ in 0..3 {
        let body = json!({"email": "nobody@example.com"});
        anybody.post("/api/v1/password-resets", body).is(202);
    }
    let told = "SELECT count(*) FROM mail WHERE sealed <> '' OR created_at < sent_at";
    assert_eq!(app.count(told), 1);
    assert_eq!(
        app.count("SELECT count(*) FROM mail"),
        3,
        "the others are written down and not sent, for the same work as where there is an account"
    );
}

#[test]
fn nobody_learns_from_a_limit_whether_there_is_an_account() {
    let app = App::start();
    app.claimant("known@example.com");
    let anybody = app.anybody();
    for path in ["/api/v1/accounts", "/api/v1/password-resets"] {
        for email in ["known@example.com", "unknown@example.com"] {
            for _ in 0..6 {
                let answer = anybody.post(path, json!({ "email": email }));
                assert_eq!((answer.status, answer.bytes), (202, Vec::new()));
            }
        }
    }
    // who knows the password is not kept out by who asked for mails in their name
    anybody.sign_in("known@example.com", PASSWORD);
    let waits = "SELECT count(*) FROM mail WHERE sent_at IS NULL";
    eventually(|| (app.count(waits) == 0).then_some(()));
    let token = app.mailed_token("known@example.com");
    let followed = json!({"token": token, "password": NEW});
    anybody
        .post("/api/v1/password-resets/confirmations", followed)
        .is(204);
}
