//! Whoever signs in the account of a claim shows that they hold its telephone.

use serde_json::{Value, json};

use crate::harness::browser::Browser;
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::claim_body;
use crate::harness::gateway::Gateway;
use crate::harness::server::App;

fn ask(claimant: &Caller, claim: &str) -> u16 {
    claimant
        .post(&format!("/api/v1/claims/{claim}/phone-code"), json!({}))
        .status
}

fn say(claimant: &Caller, claim: &str, code: &str) -> (u16, Vec<(String, String)>) {
    let path = format!("/api/v1/claims/{claim}/phone-code/confirmations");
    let answer = claimant.post(&path, json!({"code": code}));
    let faults = if answer.status == 422 {
        answer.faults()
    } else {
        Vec::new()
    };
    (answer.status, faults)
}

fn logged(app: &App) -> String {
    app.log.lock().expect("nobody panics with the log").clone()
}

fn wrong() -> (u16, Vec<(String, String)>) {
    (422, vec![("code".into(), "phone-code".into())])
}

fn methods(claimant: &Caller, claim: &str) -> Vec<Value> {
    let listed = claimant.get(&format!("/api/v1/claims/{claim}/identifications"));
    listed.is(200).json().as_array().expect("a list").clone()
}

/// Another code than that.
fn other(code: &str) -> String {
    let changed = if code.starts_with('0') { "1" } else { "0" };
    format!("{changed}{}", &code[1..])
}

#[test]
fn a_merchant_types_the_code_that_the_telephone_got_and_signs_with_it_named() {
    let gateway = Gateway::answering(204);
    let app = App::with(&gateway.settings());
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let browser = Browser::at(&app.url);
    browser.sign_in("merchant@example.com", PASSWORD).is(200);
    let page = browser
        .open(&format!("/claims/{claim}/signatories"))
        .is(200);
    let typed = browser
        .send(&page.form(&format!("/claims/{claim}/phone-code")))
        .is(200);
    assert!(typed.at.ends_with("/phone-code") && typed.html.contains("010-1234-5678"));
    let (to, text) = gateway.message();
    assert_eq!(to, "01012345678");
    assert!(
        text.starts_with("[참여등록부] 확인 번호 ") && !text.contains("김하늘"),
        "{text}"
    );
    let code: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
    let form = typed.form(&format!("/claims/{claim}/phone-code/confirmation"));
    let refused = browser
        .send(&form.clone().with("code", &other(&code)))
        .is(422);
    assert!(
        refused.html.contains("확인 번호가 틀렸거나"),
        "{}",
        refused.html
    );
    // as telephones show it, with the keyboard of a Korean word
    let spaced: String = code
        .chars()
        .map(|digit| char::from_u32(digit as u32 + 0xfee0).expect("full width"))
        .collect();
    let spaced = format!(" {} {} ", &spaced[..9], &spaced[9..]);
    let after = browser.send(&form.with("code", &spaced)).is(200);
    assert!(
        after.html.contains("문자로 받은 확인 번호"),
        "{}",
        after.html
    );
    let known = methods(&claimant, &claim);
    let last = known.last().expect("one");
    assert_eq!(
        (&last["method"], &last["detail"], &last["by"]),
        (&json!("phone_code"), &json!("010-1234-5678"), &Value::Null)
    );
    claimant.consent(&claim, "김하늘");
    let answers = format!("/api/v1/claims/{claim}/consents");
    let statements = claimant.get(&answers).text();
    assert!(statements.contains("phone_code"), "{statements}");
    // staff put no such identification on record, and the rows and the log have no number
    let staff = app.assigned("paralegal", "paralegal@example.com");
    let said = json!({"method": "phone_code", "identified_on": "2026-01-01", "detail": "called"});
    let path = format!("/api/v1/claims/{claim}/identifications");
    let refused = staff.post(&path, said);
    assert_eq!(
        (refused.status, refused.faults()),
        (422, vec![("method".into(), "method-registry".into())]),
        "{}",
        refused.text()
    );
    assert!(!app.rows().contains("01012345678") && !logged(&app).contains(&code));
    app.database.intact();
}

#[test]
fn a_code_is_used_once_guessed_at_five_times_and_void_with_the_number() {
    let gateway = Gateway::answering(200);
    let app = App::with(&gateway.settings());
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    assert_eq!(say(&claimant, &claim, "123456"), wrong(), "none was sent");
    assert_eq!(ask(&claimant, &claim), 202);
    let code = gateway.code();
    let stranger = app.claimant("other@example.com");
    assert_eq!(ask(&stranger, &claim), 404);
    assert_eq!(say(&stranger, &claim, &code).0, 404);
    for _ in 0..5 {
        assert_eq!(say(&claimant, &claim, &other(&code)), wrong());
    }
    assert_eq!(
        say(&claimant, &claim, &code),
        wrong(),
        "guessed at too often"
    );
    // a new one voids the one before, and is used once
    assert_eq!(ask(&claimant, &claim), 202);
    let first = gateway.code();
    assert_eq!(ask(&claimant, &claim), 202);
    let second = gateway.code();
    if first != second {
        assert_eq!(say(&claimant, &claim, &first), wrong());
    }
    assert_eq!(say(&claimant, &claim, &second).0, 204);
    assert_eq!(say(&claimant, &claim, &second), wrong());
    assert_eq!(methods(&claimant, &claim).len(), 2, "by mail, and this");
    // this telephone had enough; another number has not, and a code goes with its number
    assert_eq!(ask(&claimant, &claim), 429);
    let path = format!("/api/v1/claims/{claim}");
    let write = |phone: Value| {
        let etag = claimant.get(&path).headers["etag"].clone();
        let mut body = claim_body();
        body["identity"]["phone"] = phone;
        claimant
            .json("PUT", &path, &[("if-match", &*etag)], body)
            .is(204);
    };
    write(json!("010-2222-3333"));
    assert_eq!(ask(&claimant, &claim), 202);
    let code = gateway.code();
    write(json!("010-4444-5555"));
    assert_eq!(say(&claimant, &claim, &code), wrong());
    write(json!("010-2222-3333"));
    app.sql("UPDATE phone_code SET expires_at = expires_at - interval '10 minutes'");
    assert_eq!(say(&claimant, &claim, &code), wrong(), "too old");
    write(Value::Null);
    let none = claimant.post(&format!("{path}/phone-code"), json!({}));
    assert_eq!((none.status, none.code()), (409, "phone-none".into()));
    app.database.intact();
}

#[test]
fn of_a_message_that_never_left_nobody_is_told_that_it_did() {
    let gateway = Gateway::answering(500);
    let app = App::with(&gateway.settings());
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let answer = claimant.post(&format!("/api/v1/claims/{claim}/phone-code"), json!({}));
    assert_eq!((answer.status, answer.code()), (503, "gateway".into()));
    gateway.message();
    assert!(logged(&app).contains("status 500") && !logged(&app).contains("01012345678"));
    // nobody is there
    let settings = [
        ("PHONE_GATEWAY_URL", "http://127.0.0.1:1/send"),
        gateway.settings()[1],
    ];
    let app = App::with(&settings);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    assert_eq!(ask(&claimant, &claim), 503);
    // a firm without a gateway offers nothing
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    assert_eq!(ask(&claimant, &claim), 404);
    assert_eq!(say(&claimant, &claim, "123456").0, 404);
    let browser = Browser::at(&app.url);
    browser.sign_in("merchant@example.com", PASSWORD).is(200);
    let page = browser
        .open(&format!("/claims/{claim}/signatories"))
        .is(200);
    assert!(!page.html.contains("/phone-code"));
    browser.open(&format!("/claims/{claim}/phone-code")).is(404);
}

#[test]
fn a_director_shows_the_telephone_and_whoever_follows_a_link_does_not() {
    let gateway = Gateway::answering(204);
    let app = App::with(&gateway.settings());
    let claimant = app.claimant("merchant@example.com");
    let (claim, _) = claimant.draft_for_ward("guardian@example.com");
    let answer = claimant.post(&format!("/api/v1/claims/{claim}/phone-code"), json!({}));
    assert_eq!(
        (answer.status, answer.code()),
        (409, "signatory-none-here".into())
    );
    app.database.intact();
}
