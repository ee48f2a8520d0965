//! Consents: each on a page of its own, answered by name, and taken back with what follows from it.

use super::merchant;
use serde_json::json;

use crate::harness::claims::{powers, revision};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn each_item_is_read_and_answered_on_a_page_of_its_own() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let body = crate::harness::claims::claim_body();
    let id = caller
        .post(&format!("/api/v1/cases/{CASE}/claims"), body)
        .id();
    let items = browser.open(&format!("/claims/{id}/consents")).is(200);
    items
        .says("소송위임")
        .says("답해 주십시오")
        .says("거부하셔도 불이익이 없습니다");
    let path = format!("/claims/{id}/consents/third_party_court");
    let page = browser.open(&path).is(200);
    page.says("app-consent__key\">【제공받는 자】")
        .says_not(" checked");
    let form = page.only_form();
    let wrong = browser.send(&form.with("signed_name", "박바다")).is(422);
    wrong.says("href=\"#agreed\"").says("id=\"agreed\"");
    let wrong = browser
        .send(&wrong.only_form().with("agreed", "yes"))
        .is(422);
    wrong.says("서명하신 이름이").says("href=\"#signed_name\"");
    let signed = browser
        .send(&wrong.only_form().with("signed_name", "김하늘"))
        .is(200);
    assert_eq!(signed.at, format!("/claims/{id}/consents"));
    signed.says("동의하셨습니다");

    let optional = browser.open(&format!("/claims/{id}/consents/privacy_optional"));
    optional.says("참여에는 아무런 영향이 없고");
    let refuse = optional
        .only_form()
        .with("agreed", "no")
        .with("signed_name", "김하늘");
    browser.send(&refuse).is(200).says("동의하지 않으셨습니다");

    let withdraw = browser.open(&format!("{path}/withdrawal")).is(200);
    withdraw.says("제출하실 수 없습니다");
    browser
        .send(&withdraw.only_form())
        .is(200)
        .says_not(">동의하셨습니다<");
    browser.open(&format!("{path}/withdrawal")).is(404);
    app.database.intact();
}

#[test]
fn a_text_that_changed_meanwhile_is_shown_with_what_changed() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.draft();
    let path = format!("/claims/{id}/consents/mandate");
    let form = browser.open(&path).only_form();
    let mut form = form.with("agreed", "yes").with("signed_name", "김하늘");
    for (power, given) in powers().as_object().expect("powers") {
        let answer = if *given == json!(true) { "yes" } else { "no" };
        form = form.with(&format!("powers.{power}"), answer);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(file("ko"), "소송위임장 (제1심)\n새로 쓴 위임의 글").expect("writable");
    std::fs::write(file("en"), "A new mandate").expect("writable");
    app.database
        .cli_ok(&revision("mandate", &file("ko"), &file("en"), "renew"));
    let superseded = browser.send(&form).is(409);
    superseded
        .says("<ins>새로 쓴 위임의 글</ins>")
        .says("<del>")
        .says("제2판");
    superseded.says_not(" checked");
    browser
        .open(&format!("/claims/{id}/consents"))
        .says("내용이 바뀌었습니다");
    let mut again = superseded.only_form().with("agreed", "yes");
    let unanswered = browser.send(&again).is(422);
    unanswered.says("href=\"#powers-settlement\"");
    for power in powers().as_object().expect("powers").keys() {
        again = again.with(&format!("powers.{power}"), "yes");
    }
    browser.send(&again).is(200).says_not("내용이 바뀌었습니다");
}
