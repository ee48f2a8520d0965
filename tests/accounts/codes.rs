//! A registration is confirmed on the page that was left open, with the code in the mail: it is
//! guessed at a few times at most, and says nothing about an address.

use serde_json::json;

use crate::harness::caller::{Answer, PASSWORD};
use crate::harness::server::{App, token_in};

const EMAIL: &str = "merchant@example.com";
const CONFIRM: &str = "/api/v1/accounts/confirmations";

fn register(app: &App) -> (String, String) {
    app.anybody()
        .post("/api/v1/accounts", json!({ "email": EMAIL }))
        .is(202);
    let text = app.mail_text(EMAIL);
    let code = text
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .expect("a code");
    (code.into(), token_in(&text).expect("a link"))
}

fn confirm(app: &App, email: &str, code: &str) -> Answer {
    let body = json!({"email": email, "code": code, "password": PASSWORD});
    app.anybody().post(CONFIRM, body)
}

/// Another code than that one.
fn wrong(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[test]
fn a_code_confirms_once() {
    let app = App::start();
    let (code, token) = register(&app);
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    let weak = json!({"email": EMAIL, "code": spaced, "password": "비밀번호1234"});
    let refused = app.anybody().post(CONFIRM, weak);
    assert_eq!(
        refused.faults(),
        [("password".to_string(), "password-guessable".to_string())],
        "the code is not used up"
    );
    confirm(&app, "Merchant@example.com", &spaced).is(201);
    app.anybody().sign_in(EMAIL, PASSWORD);
    let code_again = confirm(&app, EMAIL, &code);
    let followed = json!({"token": token, "password": PASSWORD});
    let link_again = app.anybody().post(CONFIRM, followed);
    assert_eq!((code_again.status, link_again.status), (422, 422));
}

#[test]
fn five_wrong_codes_leave_only_the_link() {
    let app = App::start();
    let (code, token) = register(&app);
    for _ in 0..5 {
        confirm(&app, EMAIL, wrong(&code)).is(422);
    }
    assert_eq!(
        confirm(&app, EMAIL, &code).faults(),
        [("code".to_string(), "registration-code".to_string())],
        "void"
    );
    let followed = json!({"token": token, "password": PASSWORD});
    app.anybody().post(CONFIRM, followed).is(201);
}

#[test]
fn the_newest_code_counts_within_its_time() {
    let app = App::start();
    let (first, _) = register(&app);
    for _ in 0..5 {
        confirm(&app, EMAIL, wrong(&first)).is(422);
    }
    let (second, _) = register(&app);
    if first != second {
        confirm(&app, EMAIL, &first).is(422);
    }
    app.sql("UPDATE one_time_link SET expires_at = now()");
    confirm(&app, EMAIL, &second).is(422);
    let (third, _) = register(&app);
    confirm(&app, EMAIL, &third).is(201);
}

#[test]
fn a_wrong_code_and_an_unknown_address_are_told_and_done_alike() {
    let app = App::start();
    app.claimant("known@example.com");
    let (code, _) = register(&app);
    let mut answers: Vec<(u16, serde_json::Value)> = [
        (EMAIL, wrong(&code)),
        ("known@example.com", "123456"),
        ("nobody@example.com", &code),
        (EMAIL, "no code"),
        (EMAIL, ""),
    ]
    .iter()
    .map(|(email, code)| {
        let answer = confirm(&app, email, code);
        let mut body = answer.json();
        body["request"].take();
        (answer.status, body)
    })
    .collect();
    answers.dedup();
    assert_eq!((answers.len(), answers[0].0), (1, 422), "{answers:?}");
    let counted = "SELECT count(*) FROM sign_in_delay WHERE lane = 'code'";
    assert_eq!(
        app.count(counted),
        3,
        "each address has its count, known or not"
    );
    let half = json!({"email": EMAIL, "password": PASSWORD});
    assert_eq!(
        app.anybody().post(CONFIRM, half).faults(),
        [("token".to_string(), "token-or-code".to_string())]
    );
    let kept = app.rows();
    assert!(
        !kept.contains(&format!("\"{code}\"")),
        "the code itself is kept nowhere"
    );
}
