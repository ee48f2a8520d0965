//! A claim that was handed in: what is asked, who acts, who saw it; taking back and erasing.

use serde_json::json;

use super::{link, merchant};
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn what_the_firm_does_stands_on_the_page_with_its_reasons() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.submitted();
    let claim = format!("/claims/{id}");
    let page = browser.open(&claim).is(200);
    page.says("접수됨: 검토 전")
        .says("법률사무소의 차례입니다")
        .says("아직 아무도");
    page.says_not("하실 일이 있습니다");

    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let reason = "서류의 이름을 확인하기 위해서";
    let body = json!({"reason": reason, "claims": [id]});
    lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), body)
        .id();
    let reviews = format!("/api/v1/claims/{id}/reviews");
    lawyer.post(&reviews, json!({"decision": "start"})).id();
    let files = caller.get(&format!("/api/v1/claims/{id}/evidence")).json();
    let file = files[0]["id"].as_str().unwrap_or_default().to_owned();
    caller.delete(&format!("/api/v1/evidence/{file}")).is(204);
    let page = browser.open(&claim);
    page.says("하실 일이 있습니다")
        .says(reason)
        .says("변호사")
        .says("검토를 시작했습니다");
    let asked = link(&page, &format!("{claim}/evidence/new/"), "");
    browser
        .open(&asked)
        .is(200)
        .says_not("아직 제출하지 않았습니다");
    let note = "매출 자료가 서로 맞지 않습니다";
    lawyer
        .post(&reviews, json!({"decision": "reject", "note": note}))
        .id();
    browser
        .open(&claim)
        .says("받지 못함")
        .says(note)
        .says_not("하실 일이 있습니다");
}

#[test]
fn a_consent_and_a_claim_are_taken_back_after_what_follows_was_said() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.submitted();
    let claim = format!("/claims/{id}");
    let ask = browser.open(&format!("{claim}/withdrawal")).is(200);
    ask.says("이렇게 됩니다")
        .says("되돌릴 수 없습니다")
        .says("KKO-");
    let consent = format!("{claim}/consents/privacy_required");
    browser
        .open(&consent)
        .says("제출하신 신청도 함께 철회됩니다");
    let withdraw = browser.open(&format!("{consent}/withdrawal"));
    withdraw.says("신청이 진행 중이면 함께 철회됩니다");
    browser.send(&withdraw.only_form()).is(200);
    let page = browser.open(&claim);
    page.says("철회됨")
        .says("동의를 철회하셨습니다")
        .says_not(&format!("{claim}/withdrawal"));
    let late = browser.send(&ask.only_form()).is(409);
    late.says("철회됨");

    let other = app.claimant("other@example.com").submitted();
    browser.open(&format!("/claims/{other}/withdrawal")).is(404);
    browser.open(&format!("/claims/{other}/record")).is(404);
    browser
        .open(&format!("/claims/{other}/consents/mandate"))
        .is(404);
    browser
        .open(&format!("/claims/{other}/evidence/new/other"))
        .is(404);
}

#[test]
fn a_claim_is_withdrawn_and_erased() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let claim = format!("/claims/{}", caller.submitted());
    let ask = browser.open(&format!("{claim}/withdrawal"));
    let page = browser.send(&ask.only_form()).is(200);
    assert_eq!(page.at, claim);
    page.says("철회됨").says("신청을 철회하셨습니다");
    let ask = browser.open(&format!("{claim}/erasure")).is(200);
    ask.says("영원히 지워집니다");
    let form = ask.only_form();
    browser
        .send(&form)
        .is(200)
        .says("파기했습니다")
        .says("백업");
    browser.send(&form).is(200).says("파기했습니다");
    browser.open(&claim).is(404);
    app.database.intact();
}

#[test]
fn the_password_is_changed_and_the_account_erased_with_it() {
    let app = App::start();
    let (browser, _) = merchant(&app);
    let page = browser.open("/account").is(200);
    page.says("/account/password").says("/account/erasure");
    let form = browser.open("/account/password").only_form();
    let typed = form
        .with("current", "틀린 비밀번호입니다")
        .with("new", "짧다");
    let wrong = browser.send(&typed).is(422);
    wrong.says("id=\"current-error\"").says("id=\"new-error\"");
    wrong.says_not("틀린 비밀번호입니다");
    let new = "지붕 위의 노란 우산 8개";
    let typed = wrong.only_form().with("current", PASSWORD).with("new", new);
    let changed = crate::harness::eventually(|| {
        // after a wrong one the next attempt has to wait
        Some(browser.send(&typed)).filter(|page| page.status == 200)
    });
    assert_eq!(changed.at, "/account");

    let ask = browser.open("/account/erasure").is(200);
    let erased = browser.send(&ask.only_form().with("password", new)).is(200);
    erased.says("계정을 파기했습니다").says("/sign-in");
    assert_eq!(browser.cookie("session"), None);
    let again = browser.sign_in("merchant@example.com", new);
    assert_eq!(again.status, 401);
    app.database.intact();
}

/// A shop changes its mind about a file and a loss, and finds the receipt of each step from every
/// page on which it was taken.
#[test]
fn every_loss_file_and_consent_has_its_receipt_on_a_page_of_its_own() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.draft();
    let claim = format!("/claims/{id}");
    let files = caller.get(&format!("/api/v1/claims/{id}/evidence")).json();
    let file = files[0]["id"].as_str().unwrap_or_default().to_owned();
    caller.delete(&format!("/api/v1/evidence/{file}")).is(204);
    let receipts = format!("{claim}/receipts");
    for page in ["losses", "evidence", "record"] {
        let page = browser.open(&format!("{claim}/{page}")).is(200);
        page.says(&format!("href=\"{receipts}\""));
    }
    let page = browser.open(&receipts).is(200);
    page.says("아직 제출하지 않았습니다")
        .says("‘줄어든 매출’ 손해를 적으셨습니다")
        .says("증거를 목록에 올리셨습니다")
        .says("증거를 목록에서 빼셨습니다")
        .says("‘소송위임 (제1심)’에 답하셨습니다")
        .says("뺀 일의 접수증은 없습니다");
    app.published(app.database.intact());
    let last = link(&page, &format!("{receipts}/"), "");
    let file = browser.open(&last).is(200);
    assert!(
        file.html.starts_with("c2sp.org/tlog-proof@v1\n"),
        "{}",
        file.html
    );

    let submitted = app.claimant("other@example.com").submitted();
    browser
        .open(&format!("/claims/{submitted}/receipts"))
        .is(404);
}
