//! Each thing that happens is told to whom it concerns, in their language, with a link to the page
//! that says more; never with a name or a reason.

use serde_json::json;

use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::revision;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

const EMAIL: &str = "merchant@example.com";

/// Nothing in a mail tells whose claim it is, or why something was decided.
fn discreet(text: &str) {
    for word in [
        "김하늘",
        "하늘네일",
        "010-1234",
        "123-45",
        "서로 맞지 않습니다",
    ] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

fn number(caller: &Caller, claim: &str) -> String {
    let claim = caller.get(&format!("/api/v1/claims/{claim}")).json();
    claim["number"].as_str().expect("handed in").into()
}

fn decide(lawyer: &Caller, claim: &str, decisions: &[&str]) {
    for decision in decisions {
        let note = "자료가 서로 맞지 않습니다.";
        let body = json!({"decision": decision, "note": note});
        lawyer
            .post(&format!("/api/v1/claims/{claim}/reviews"), body)
            .id();
    }
}

#[test]
fn the_owner_of_a_claim_hears_what_becomes_of_it() {
    let app = App::with(&[("PUBLIC_URL", "https://registry.example")]);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claimant = app.claimant(EMAIL);
    let claim = claimant.submitted();
    let number = number(&claimant, &claim);
    let page = format!("https://registry.example/claims/{claim}\n");
    let hears = |subject: &str| {
        let text = app.mailed(EMAIL, subject);
        assert!(text.contains(&number) && text.contains(&page), "{text}");
        discreet(&text);
    };
    hears("접수되었습니다");
    decide(&lawyer, &claim, &["start"]);
    decide(&lawyer, &claim, &["accept"]);
    hears("결정이 있습니다");
    let decided = "SELECT count(*) FROM mail";
    let before = app.count(decided);
    decide(&lawyer, &claim, &["reopen"]);
    assert_eq!(app.count(decided), before, "a review is no news");
    decide(&lawyer, &claim, &["reject"]);
    assert_eq!(app.count(decided), before + 1);
    claimant
        .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        .is(204);
    hears("철회되었습니다");
    let erased = claimant.delete(&format!("/api/v1/claims/{claim}")).is(200);
    assert!(erased.text().contains(&claim));
    let text = app.mailed(EMAIL, "개인정보를 파기했습니다");
    assert!(text.contains(&number) && !text.contains(&page), "{text}");
    assert_eq!(
        app.count(decided),
        before + 3,
        "nothing else was told to anybody"
    );
}

#[test]
fn a_claim_that_falls_with_a_consent_is_told_as_well() {
    let app = App::start();
    let claimant = app.claimant(EMAIL);
    let claim = claimant.submitted();
    let consents = claimant
        .get(&format!("/api/v1/claims/{claim}/consents"))
        .json();
    let mandate = consents
        .as_array()
        .expect("a list")
        .iter()
        .find(|answer| answer["item"] == "mandate")
        .expect("it was answered");
    let id = mandate["id"].as_str().expect("an id");
    claimant
        .post(&format!("/api/v1/consents/{id}/withdrawal"), json!({}))
        .is(204);
    app.mailed(EMAIL, "철회되었습니다");
}

#[test]
fn whoever_answered_a_text_hears_of_its_new_wording() {
    let app = App::start();
    let (drafting, submitted) = ("drafting@example.com", "submitted@example.com");
    app.claimant(drafting).draft();
    app.claimant(submitted).submitted();
    let (over, silent) = (
        app.claimant("over@example.com"),
        app.claimant("silent@example.com"),
    );
    let claim = over.submitted();
    over.post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        .is(204);
    let begun = json!({"party": "person"});
    silent
        .post(&format!("/api/v1/cases/{CASE}/claims"), begun)
        .id();
    let before = app.count("SELECT count(*) FROM mail");
    let (ko, en) = (app.database.beside("ko"), app.database.beside("en"));
    std::fs::write(&ko, "새로 쓴 위임 계약의 내용입니다.\n").expect("writable");
    std::fs::write(&en, "The mandate in new words.\n").expect("writable");
    app.database.cli_ok(&revision("mandate", &ko, &en, "renew"));
    assert_eq!(app.count("SELECT count(*) FROM mail"), before + 2);
    for (email, whose) in [(drafting, "작성 중이신"), (submitted, "참여 신청(")] {
        let text = app.mailed(email, "동의서의 내용이 바뀌었습니다");
        assert!(text.contains(whose), "{text}");
    }
}

#[test]
fn staff_hear_of_a_device_that_never_signed_in_before() {
    let app = App::start();
    app.staff("lawyer", "lawyer@example.com");
    app.mailed("lawyer@example.com", "new device");
    app.claimant(EMAIL);
    let password = app.database.cli_ok(&[
        "account",
        "create",
        "--role",
        "auditor",
        "--email",
        "auditor@example.com",
        "--name",
        "감사",
    ]);
    let password = password.split_whitespace().last().expect("it is printed");
    let count = || app.count("SELECT count(*) FROM mail");
    let before = count();
    let sign_in = |device: Option<&str>| {
        let body = json!({"email": "auditor@example.com", "password": password, "device": device});
        let answer = app.anybody().post("/api/v1/sessions", body).is(201).json();
        answer["device"].as_str().expect("a token").to_string()
    };
    let device = sign_in(None);
    assert_eq!(count(), before + 1);
    sign_in(Some(&device));
    assert_eq!(count(), before + 1, "the same device again");
    sign_in(None);
    assert_eq!(count(), before + 2);
    app.anybody().sign_in(EMAIL, PASSWORD);
    assert_eq!(count(), before + 2, "claimants use whatever is at hand");
}

#[test]
fn whoever_is_erased_hears_so_as_the_last_thing() {
    let app = App::start();
    let claimant = app.claimant(EMAIL);
    claimant.submitted();
    app.mailed(EMAIL, "접수되었습니다");
    claimant.erase_account().is(200);
    let text = app.mailed(EMAIL, "personal data were erased");
    discreet(&text);
    assert_eq!(
        app.mails()
            .iter()
            .filter(|mail| mail.contains(EMAIL))
            .count(),
        1
    );
    let left = "SELECT count(*) FROM mail WHERE sealed <> '' OR to_index <> ''";
    // nothing leads to the address any more
    eventually(|| (app.count(left) == 0).then_some(()));
}
