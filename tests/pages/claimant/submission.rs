//! Checking, handing in, and the receipt.

use super::{draft, link, merchant};
use crate::harness::browser::Browser;
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn what_is_missing_leads_to_where_it_is_mended() {
    let app = App::start();
    let (browser, _) = merchant(&app);
    let claim = draft(&browser);
    let check = browser.open(&format!("{claim}/check")).is(200);
    for page in [
        "questions/name",
        "questions/address",
        "questions/services",
        "losses",
        "evidence/new/service-use",
        "consents/mandate",
    ] {
        check.says(&format!("href=\"{claim}/{page}\""));
        browser.open(&format!("{claim}/{page}")).is(200);
    }
    check.says_not(&format!("action=\"{claim}/submission\""));
    browser.open(&format!("{claim}/submission")).is(404);
    // a form that was left open while something was taken away
    let mut form = browser.open(&format!("{claim}/questions/name")).only_form();
    form.action = format!("{claim}/submission");
    browser
        .send(&form)
        .is(422)
        .says("소송위임")
        .says("questions/name");
}

#[test]
fn a_claim_is_checked_handed_in_once_and_proved_by_its_receipt() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.draft();
    let claim = format!("/claims/{id}");
    browser
        .open(&claim)
        .says("다 적으셨습니다")
        .says(&format!("{claim}/check"));
    let check = browser.open(&format!("{claim}/check")).is(200);
    for entered in [
        "김하늘",
        "1980년 5월 5일",
        "123-45-67891",
        "1,200,000원",
        "유료",
        "동의하셨습니다",
    ] {
        check.says(entered);
    }
    let form = check.only_form();
    let done = browser.send(&form).is(200);
    assert_eq!(done.at, format!("{claim}/submission"));
    done.says("KKO-")
        .says("제출하셨습니다")
        .says("한국 시각")
        .says("app-check-code");
    assert_eq!(
        browser.send(&form).at,
        done.at,
        "sent twice, handed in once"
    );
    browser.open(&format!("{claim}/check")).is(409);
    browser
        .open(&format!("{claim}/record"))
        .is(200)
        .says("서울특별시 가상로 1")
        .says("KKO-");

    let receipt = link(&done, &format!("{claim}/receipts/"), "");
    let file = eventually(|| {
        let file = browser.open(&receipt).is(200);
        file.headers["content-type"]
            .starts_with("text/plain")
            .then_some(file)
    });
    assert!(file.headers["content-disposition"].contains("claim.submit.tlog-proof"));
    file.says("c2sp.org/tlog-proof");
    browser.open(&format!("{claim}/receipts/999999")).is(404);

    // whoever is told both numbers learns the day, and nothing else
    let between = |page: &str, begin: &str| {
        let (_, rest) = page.split_once(begin).expect("it stands there");
        rest.split('<').next().unwrap_or_default().to_owned()
    };
    let number = between(&done.html, "<strong>KKO-");
    let code = between(&done.html, "app-check-code\">");
    let court = Browser::at(&app.url);
    let form = court.open("/verify/number").is(200).only_form();
    let form = form.with("number", &format!("kko-{number}"));
    let wrong = court
        .send(&form.with("code", "0000 0000 0000 0000"))
        .is(422);
    wrong.says("서로 맞지 않습니다").says("href=\"#code\"");
    let right = court.send(&wrong.only_form().with("code", &code)).is(200);
    right
        .says("접수되었습니다")
        .says("공개 기록에 들어 있습니다")
        .says_not("김하늘");
}
