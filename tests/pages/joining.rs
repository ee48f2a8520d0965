//! A merchant joins: account, draft, one question after the other.

use crate::harness::browser::Browser;
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn a_merchant_makes_an_account_and_answers_questions() {
    let app = App::start();
    let phone = Browser::at(&app.url);
    let page = phone.open("/registration").is(200);
    let sent = phone.send(&page.form("/registration").with("email", "새 주소"));
    sent.clone().is(422).says("오류:").says("name@example.com");
    assert_eq!(
        sent.form("/registration").value("email"),
        "새 주소",
        "it is kept"
    );
    let sent = phone.send(&sent.form("/registration").with("email", "shop@example.com"));
    sent.is(200).says("shop@example.com");

    let link = format!("/registration/{}", app.mailed_token("shop@example.com"));
    let page = phone.open(&link).is(200);
    let short = phone
        .send(&page.only_form().with("password", "짧다"))
        .is(422);
    let page = phone
        .send(&short.only_form().with("password", PASSWORD))
        .is(200);
    assert_eq!(
        page.at, "/claims",
        "whoever chose the password is signed in"
    );

    let draft = phone
        .send(&page.form(&format!("/cases/{CASE}/claims")))
        .is(200);
    draft.says("아직 제출하지 않았습니다");
    let at = draft.at.clone();
    let name = phone.open(&format!("{at}/questions/name")).is(200);
    let typed = name.only_form().with("identity.name", "  김 하늘 ");
    let wrong = phone
        .send(&typed.with("identity.birth_date", "80년생"))
        .is(422);
    wrong
        .says("href=\"#identity-birth_date\"")
        .says("id=\"identity-birth_date\"");
    wrong.says("aria-invalid");
    let next = phone.send(&wrong.only_form().with("identity.birth_date", "1980. 5. 5."));
    assert_eq!(next.at, format!("{at}/questions/phone"));
    let next = phone.send(&next.only_form().with("identity.phone", "０１０ 1234 5678"));
    let tasks = phone
        .send(&next.only_form().with("identity.address", "서울시 마포구 1"))
        .is(200);
    assert_eq!(tasks.at, at);
    let phone_page = phone.open(&format!("{at}/questions/phone"));
    assert_eq!(
        phone_page.only_form().value("identity.phone"),
        "010-1234-5678"
    );
    let services = phone.open(&format!("{at}/questions/services"));
    let chosen = services
        .only_form()
        .and("services", "talk-channel")
        .and("paid", "talk-channel");
    phone.send(&chosen).is(200);
    let services = phone.open(&format!("{at}/questions/services"));
    assert_eq!(services.only_form().value("paid"), "talk-channel");
    app.database.intact();
}

#[test]
fn pages_speak_the_language_that_was_chosen() {
    let app = App::start();
    let browser = Browser::at(&app.url);
    browser.open("/sign-in").says("lang=\"ko\"").says("로그인");
    let page = browser.open("/language/en?to=/sign-in");
    page.says("lang=\"en\">").says("Sign in");
    assert_eq!(page.at, "/sign-in");
    browser.open("/registration").says("lang=\"en\">");
    assert_eq!(browser.open("/language/ko?to=//evil.example").at, "/");
    browser.open("/language/fr").is(404);
}
