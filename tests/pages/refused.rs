//! What a person sees where a request failed: what is wrong, in their language, and a way on.

use diesel::connection::SimpleConnection;

use crate::harness::browser::Browser;
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn every_refusal_has_a_page_and_a_way_on() {
    let app = App::start();
    app.claimant("merchant@example.com");
    let browser = Browser::at(&app.url);
    browser.sign_in("merchant@example.com", PASSWORD);
    let missing = "/cases/nowhere";
    let staff_only = format!("/staff/cases/{CASE}/notices");
    for (path, status, korean, english) in [
        (
            missing,
            404,
            "화면을 찾을 수 없습니다",
            "There is no such page",
        ),
        (
            "/nowhere",
            404,
            "끝까지 복사되었는지",
            "make sure that all of it was copied",
        ),
        (
            &staff_only,
            403,
            "볼 수 없는 화면입니다",
            "You cannot see this page",
        ),
    ] {
        browser.open("/language/ko");
        let page = browser.open(path).is(status);
        page.says(korean).says("href=\"/home\"").says("href=\"/\"");
        page.says_not("Unknown localization");
        browser.open("/language/en");
        browser.open(path).is(status).says(english);
    }
}

#[test]
fn a_form_whose_cookie_is_gone_is_sent_again() {
    let app = App::start();
    let browser = Browser::at(&app.url);
    let page = browser.open("/registration");
    let form = page.form("/registration").with("email", "shop@example.com");
    browser.forget("form");
    let expired = browser.send(&form).is(403);
    expired
        .says("양식이 만료되었습니다")
        .says("저장되지 않았습니다");
    let again = expired.only_form();
    assert_eq!(again.value("email"), "shop@example.com");
    browser.send(&again).is(200).says("shop@example.com");
}

#[test]
fn a_form_of_another_site_is_not_offered_again() {
    let app = App::start();
    let mut browser = Browser::at(&app.url);
    let form = browser.open("/registration").form("/registration");
    browser.forget("form");
    browser
        .headers
        .retain(|(name, _)| *name != "sec-fetch-site");
    browser
        .headers
        .push(("sec-fetch-site", "cross-site".into()));
    let foreign = browser
        .send(&form.with("email", "shop@example.com"))
        .is(403);
    foreign
        .says_not("shop@example.com")
        .says("href=\"/registration\"");
    assert!(foreign.forms().is_empty());
}

#[test]
fn a_page_that_has_to_wait_says_so() {
    let app = App::with(&[("POOL_SIZE", "1")]);
    let mut other = app.superuser();
    other
        .batch_execute("BEGIN; LOCK TABLE court_case IN ACCESS EXCLUSIVE MODE")
        .expect("nobody else holds it");
    // one waits for the table and holds the only connection, the others wait for that
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            let (tell, url) = (tell.clone(), &app.url);
            scope.spawn(move || tell.send(Browser::at(url).open("/")));
        }
        for _ in 0..2 {
            let busy = told.recv().expect("an answer").is(503);
            busy.says("지금 이용이 많습니다").says("다시 시도");
            assert!(busy.headers.contains_key("retry-after"));
        }
        other.batch_execute("ROLLBACK").expect("it ends");
        told.recv().expect("an answer");
    });
    Browser::at(&app.url).open("/").is(200);
}

#[test]
fn a_page_without_a_database_says_so() {
    let app = App::start();
    let browser = Browser::at(&app.url);
    app.shut_database();
    let away = browser.open("/").is(503);
    away.says("잠시 이용할 수 없습니다").says("href=\"/\"");
    browser.open("/accessibility").is(200);
    app.open_database();
    let back =
        crate::harness::eventually(|| Some(browser.open("/")).filter(|page| page.status == 200));
    back.says("카카오");
}
