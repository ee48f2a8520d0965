//! What happens to what was typed where the session has ended, or the registry cannot answer.

use crate::harness::browser::Browser;
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn a_session_that_ends_in_the_middle_of_a_form_loses_nothing() {
    let app = App::start();
    let caller = app.claimant("merchant@example.com");
    let browser = Browser::at(&app.url);
    browser.sign_in("merchant@example.com", PASSWORD);
    let claim = browser.send(
        &browser
            .open("/claims")
            .form(&format!("/cases/{CASE}/claims")),
    );
    let question = browser.open(&format!("{}/questions/address", claim.at));
    caller.delete("/api/v1/sessions").is(204);

    let again = browser
        .send(
            &question
                .only_form()
                .with("identity.address", "제주시 \"북쪽\" 3"),
        )
        .is(401);
    again.says("입력하신 내용은 그대로");
    let form = again.form("/sign-in").with("email", "merchant@example.com");
    let wrong = browser
        .send(&form.with("password", "틀린 비밀번호입니다"))
        .is(401);
    wrong.says_not("틀린 비밀번호입니다");
    // after a wrong password the next attempt has to wait
    let form = wrong.form("/sign-in").with("password", PASSWORD);
    let back = eventually(|| Some(browser.send(&form)).filter(|page| page.status == 200));
    let saved = browser.send(&back.only_form()).is(200);
    assert_eq!(saved.at, claim.at);
    let page = browser.open(&format!("{}/questions/address", claim.at));
    assert_eq!(
        page.only_form().value("identity.address"),
        "제주시 \"북쪽\" 3"
    );
}

#[test]
fn a_page_whose_session_has_ended_comes_back_after_signing_in() {
    let app = App::start();
    app.claimant("merchant@example.com");
    let browser = Browser::at(&app.url);
    let asked = browser.open("/account");
    assert!(asked.at.starts_with("/sign-in?to="), "{}", asked.at);
    let form = asked.form("/sign-in").with("email", "merchant@example.com");
    let page = browser.send(&form.with("password", PASSWORD)).is(200);
    assert_eq!(page.at, "/account");
    let out = browser.send(&page.form("/account/sessions/end"));
    assert_eq!(out.at, "/sign-in");
    assert!(browser.open("/account").at.starts_with("/sign-in"));
}

#[test]
fn somebody_elses_claim_is_not_there() {
    let app = App::start();
    let claim = app.claimant("owner@example.com").draft();
    app.claimant("other@example.com");
    let browser = Browser::at(&app.url);
    browser.sign_in("other@example.com", PASSWORD);
    for path in [
        format!("/claims/{claim}"),
        format!("/claims/{claim}/questions/name"),
        "/claims/1".into(),
    ] {
        browser.open(&path).is(404).says("lang=\"ko\">");
    }
}

#[test]
fn what_was_typed_outlives_a_database_that_is_away() {
    let app = App::start();
    app.claimant("merchant@example.com");
    let browser = Browser::at(&app.url);
    browser.sign_in("merchant@example.com", PASSWORD);
    let claim = browser.send(
        &browser
            .open("/claims")
            .form(&format!("/cases/{CASE}/claims")),
    );
    let question = browser.open(&format!("{}/questions/address", claim.at));
    let typed = question
        .only_form()
        .with("identity.address", "서울시 마포구 1");
    app.shut_database();
    let away = browser.send(&typed).is(503);
    away.says("저장되지 않았습니다");
    app.open_database();
    let saved = crate::harness::eventually(|| {
        Some(browser.send(&away.only_form())).filter(|page| page.status == 200)
    });
    assert_eq!(saved.at, claim.at);
}
