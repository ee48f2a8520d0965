//! An identity provider says who somebody is, through the firm's adapter: what agrees with the claim
//! is an identification, what does not is refused and stays on record.

use chrono::Utc;
use serde_json::{Value, json};

use crate::harness::browser::Browser;
use crate::harness::caller::{Answer, Caller, PASSWORD};
use crate::harness::provider::{PROVIDER, provided, say, say_signed, signature};
use crate::harness::server::App;

/// The state with which the browser of a claimant was sent to the provider.
fn sent(browser: &Browser, claim: &str) -> String {
    let page = browser
        .open(&format!("/claims/{claim}/signatories"))
        .is(200);
    let form = page.form(&format!("/claims/{claim}/identity"));
    let way = browser.send(&form).is(200);
    let state = way.at.rsplit('/').next().expect("split yields one");
    let leads = format!("https://identity.example.com/start?firm=1&#38;state={state}");
    assert!(way.html.contains(&leads), "{}", way.html);
    state.into()
}

fn signed_in(app: &App, email: &str) -> Browser {
    let browser = Browser::at(&app.url);
    browser.sign_in(email, PASSWORD).is(200);
    browser
}

fn methods(claimant: &Caller, claim: &str) -> Vec<Value> {
    let listed = claimant.get(&format!("/api/v1/claims/{claim}/identifications"));
    listed.json().as_array().expect("a list").clone()
}

fn code(answer: &Answer) -> (u16, Vec<(String, String)>) {
    (answer.status, answer.faults())
}

#[test]
fn whom_the_provider_names_as_the_claim_does_is_identified() {
    let app = App::with(&PROVIDER);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let browser = signed_in(&app, "merchant@example.com");
    let state = sent(&browser, &claim);
    let page = format!("/identity/{state}");
    assert!(browser.open(&page).is(200).html.contains("가기"));
    let other = app.claimant("other@example.com");
    other.submitted();
    signed_in(&app, "other@example.com").open(&page).is(404);
    // the name as the provider writes it
    let mut said = provided(&state, "2026-0001");
    said["name"] = json!("김 하늘");
    say(&app, &said).is(204);
    let after = browser.open(&page).is(200);
    assert!(after.html.contains("끝났고"), "{}", after.html);
    let known = methods(&claimant, &claim);
    let last = known.last().expect("one");
    assert_eq!(
        (&last["method"], &last["detail"], &last["by"]),
        (
            &json!("identity_provider"),
            &json!("시험 본인확인, 2026-0001"),
            &Value::Null
        )
    );
    // it is named by whatever is signed from now on
    let text = claimant.consent_text("privacy_optional");
    let answer = crate::harness::claims::answer_body(&text, true, "김하늘");
    let answered = format!("/api/v1/claims/{claim}/consents");
    claimant.post(&answered, answer).is(201);
    let statements = claimant.get(&answered).text();
    assert!(statements.contains("identity_provider"), "{statements}");
    // a state is used once, and so is a transaction
    let again = say(&app, &provided(&state, "2026-0002"));
    assert_eq!(
        code(&again),
        (422, vec![("state".into(), "identity-state".into())])
    );
    let next = sent(&browser, &claim);
    let twice = say(&app, &provided(&next, "2026-0001"));
    assert_eq!(twice.code(), "identity-transaction");
    // the state before is void where a newer one was begun
    let newest = sent(&browser, &claim);
    assert_eq!(say(&app, &provided(&next, "2026-0003")).status, 422);
    app.sql("UPDATE identity_state SET expires_at = expires_at - interval '30 minutes'");
    assert_eq!(say(&app, &provided(&newest, "2026-0004")).status, 422);
    let late = browser.open(&format!("/identity/{newest}")).is(200);
    assert!(late.html.contains("다시 시작"), "{}", late.html);
    let rows = app.rows();
    assert!(!rows.contains("2026-0001") && !rows.contains("시험 본인확인"));
    app.database.intact();
}

#[test]
fn somebody_else_is_refused_on_record_and_told_what_differs_without_the_values() {
    let app = App::with(&PROVIDER);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let before = methods(&claimant, &claim).len();
    let browser = signed_in(&app, "merchant@example.com");
    let state = sent(&browser, &claim);
    let mut said = provided(&state, "2026-0001");
    said["name"] = json!("박다름");
    say(&app, &said).is(204);
    let page = browser.open(&format!("/identity/{state}")).is(200);
    assert!(
        page.html.contains("<li>이름</li>") && !page.html.contains("<li>생년월일</li>"),
        "{}",
        page.html
    );
    assert!(!page.html.contains("박다름"), "{}", page.html);
    let state = sent(&browser, &claim);
    let mut said = provided(&state, "2026-0002");
    said["birth_date"] = json!("1981-05-05");
    say(&app, &said).is(204);
    let page = browser.open(&format!("/identity/{state}")).is(200);
    assert!(page.html.contains("<li>생년월일</li>"), "{}", page.html);
    assert_eq!(methods(&claimant, &claim).len(), before, "none was made");
    let refused =
        "SELECT name_differs || ' ' || birth_date_differs AS line FROM identity_check ORDER BY seq";
    assert_eq!(app.lines(refused), ["true false", "false true"]);
    app.database.intact();
    claimant.delete(&format!("/api/v1/claims/{claim}")).is(200);
    let left = "SELECT (transaction_index IS NULL AND length(sealed) = 0)::text AS line FROM identity_check";
    assert_eq!(app.lines(left), ["true", "true"]);
    browser.open(&format!("/identity/{state}")).is(404);
    app.database.intact();
}

#[test]
fn whoever_signs_by_a_link_is_identified_by_the_provider_too() {
    let app = App::with(&PROVIDER);
    let claimant = app.claimant("merchant@example.com");
    let (claim, guardian) = claimant.draft_for_ward("guardian@example.com");
    claimant.ask_to_sign(&guardian);
    let token = app.mailed_token("guardian@example.com");
    let browser = Browser::at(&app.url);
    let page = browser.open(&format!("/signatures/{token}")).is(200);
    let form = page.form(&format!("/signatures/{token}/identity/provider"));
    let way = browser.send(&form).is(200);
    let state = way.at.rsplit('/').next().expect("split yields one");
    // the ward is somebody else, and when the guardian was born nobody asked
    let mut said = provided(state, "2026-0001");
    said["name"] = json!("최후견");
    said["birth_date"] = json!("1970-01-01");
    say(&app, &said).is(204);
    let after = browser.open(&way.at).is(200);
    assert!(after.html.contains("끝났고"), "{}", after.html);
    let known = methods(&claimant, &claim);
    assert_eq!(
        (&known[0]["method"], &known[0]["signatory"]),
        (&json!("identity_provider"), &json!(guardian))
    );
    let text = claimant.consent_text("participation");
    let answer = crate::harness::claims::answer_body(&text, true, "최후견");
    let signed = format!("/api/v1/signatures/{token}/consents");
    app.anybody().json("POST", &signed, &[], answer).is(204);
    let answers = claimant.get(&format!("/api/v1/claims/{claim}/consents"));
    assert!(answers.text().contains("identity_provider"));
    // with the API too; whoever was taken off is identified no longer, and no stranger begins
    let begins = format!("/api/v1/signatures/{token}/identity");
    let begun = app.anybody().post(&begins, json!({})).is(201).json();
    let state = begun["state"].as_str().expect("a state").to_owned();
    let address = begun["address"].as_str().expect("an address");
    assert_eq!(
        address,
        format!("https://identity.example.com/start?firm=1&state={state}")
    );
    let taken_off = format!("/api/v1/signatories/{guardian}");
    claimant.delete(&taken_off).is(204);
    let mut said = provided(&state, "2026-0002");
    said["name"] = json!("최후견");
    assert_eq!(say(&app, &said).status, 422);
    assert_eq!(app.anybody().post(&begins, json!({})).status, 404);
    browser.open(&format!("/identity/{state}")).is(404);
    app.database.intact();
}

#[test]
fn nobody_but_the_adapter_says_who_somebody_is() {
    let app = App::with(&PROVIDER);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let browser = signed_in(&app, "merchant@example.com");
    let state = sent(&browser, &claim);
    let said = provided(&state, "2026-0001");
    let (now, body) = (Utc::now().timestamp(), said.to_string());
    for forged in [
        String::new(),
        signature("another secret that is just as long", now, &body),
        signature(PROVIDER[1].1, now - 310, &body),
        signature(PROVIDER[1].1, now + 310, &body),
        signature(PROVIDER[1].1, now, "{}"),
        signature(PROVIDER[1].1, now, &body).replace("v1=", "v2="),
    ] {
        assert_eq!(say_signed(&app, &said, &forged).status, 401, "{forged}");
    }
    let made_up = format!("{}.{}", "0".repeat(64), "0".repeat(64));
    for state in [made_up, state.replace('.', "0."), String::new()] {
        assert_eq!(say(&app, &provided(&state, "2026-0002")).status, 422);
    }
    let mut wrong = provided(&state, "2026-0003");
    wrong["birth_date"] = json!("soon");
    wrong["time"] = json!("2999-01-01T00:00:00Z");
    let faults = say(&app, &wrong).faults();
    assert_eq!(
        faults,
        [
            ("birth_date".into(), "date".into()),
            ("time".into(), "date-future".into())
        ]
    );
    say(&app, &said).is(204);
    // where the firm has no provider there is none of it
    let without = App::start();
    let claimant = without.claimant("merchant@example.com");
    let claim = claimant.submitted();
    assert_eq!(say(&without, &said).status, 404);
    let browser = signed_in(&without, "merchant@example.com");
    let page = browser
        .open(&format!("/claims/{claim}/signatories"))
        .is(200);
    assert!(!page.html.contains("/identity"), "{}", page.html);
    browser.open(&format!("/identity/{state}")).is(404);
}
