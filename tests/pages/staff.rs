//! Paralegals and lawyers at their desks: how the case stands, a claim that is looked at with a
//! reason and decided, and what leaves the building.

mod entered;
mod exports;
mod table;

use claimant_registry::claims::Status;
use claimant_registry::claims::lifecycle::{By, next};
use claimant_registry::reviews::Decision;
use claimant_registry::role::Role;
use serde_json::json;

use crate::harness::browser::Page;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

const REASON: &str = "증빙과 손해액을 확인합니다";

/// A claim that was handed in: its id and its number.
fn submitted(app: &App, email: &str) -> (String, String) {
    let claimant = app.claimant(email);
    let claim = claimant.submitted();
    let shown = claimant.get(&format!("/api/v1/claims/{claim}")).json();
    let number = shown["number"].as_str().expect("it has a number").into();
    (claim, number)
}

fn path(claim: &str) -> String {
    format!("/staff/claims/{claim}")
}

#[test]
fn whoever_works_in_one_case_begins_with_how_it_stands() {
    let app = App::start();
    let paralegal = app.at_desk("paralegal");
    let empty = paralegal.open("/home").is(200);
    assert_eq!(empty.at, format!("/staff/cases/{CASE}"));
    empty.says("아직 접수된 신청이 없습니다");
    let (_, number) = submitted(&app, "merchant@example.com");
    let dashboard = paralegal.open("/staff").is(200);
    let shown = dashboard
        .says("<svg")
        .says("날짜별 접수")
        .says("네일·미용실");
    let behind = format!("/staff/cases/{CASE}/claims?industry=nail-hair");
    let mut links = shown
        .html
        .split("href=\"")
        .filter_map(|at| at.split('"').next());
    let hour = links.find(|link| {
        let from = link.split("submitted_from=").nth(1);
        from.is_some_and(|from| from.get(10..11) == Some("T"))
    });
    let hour = hour
        .expect("it came in within an hour")
        .replace("&#38;", "&");
    paralegal.open(&hour).is(200).says(&number);
    let before = format!("/staff/cases/{CASE}/claims?submitted_until=2022-10-15T14");
    paralegal.open(&before).is(200).says_not(&number);
    shown.says(&behind);
    paralegal.open(&behind).is(200).says(&number);
    let other = format!("/staff/cases/{CASE}/claims?industry=side-dish");
    paralegal.open(&other).is(200).says_not(&number);
    paralegal.open("/staff/cases/another").is(404);
}

#[test]
fn an_identity_opens_with_a_reason_that_the_claimant_reads() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let (other, _) = submitted(&app, "other@example.com");
    let paralegal = app.at_desk("paralegal");
    let closed = paralegal.open(&path(&claim)).is(200);
    closed.says("신원은 닫혀 있습니다").says_not("김하늘");
    closed
        .says_not("채널_관리자화면.png")
        .says_not("주말 예약을");
    // the texts that were signed are public, and stand there
    closed.says("서명한 내용 보기");

    let form = closed.form(&format!("{}/disclosures", path(&claim)));
    let curt = paralegal.send(&form.with("reason", "그냥")).is(422);
    curt.says("오류:")
        .says("id=\"reason-error\"")
        .says_not("김하늘");
    let form = curt.form(&format!("{}/disclosures", path(&claim)));
    let opened = paralegal.send(&form.with("reason", REASON)).is(200);
    opened
        .says("김하늘")
        .says("010-1234-5678")
        .says("주말 예약을");
    opened.says("채널_관리자화면.png").says("signed_name");
    let seen = merchant.get(&format!("/api/v1/claims/{claim}/disclosures"));
    assert_eq!(seen.json()[0]["reason"], json!(REASON));

    // the next one is asked for with the same words, and put on record by itself
    let next = paralegal.open(&path(&other)).is(200);
    let form = next.form(&format!("{}/disclosures", path(&other)));
    assert_eq!(form.value("reason"), REASON);
    paralegal.send(&form).is(200).says("010-1234-5678");
    assert_eq!(app.count("SELECT count(*) FROM disclosure"), 2);
    app.database.intact();
}

#[test]
fn a_claim_is_decided_by_whoever_may() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let (paralegal, lawyer) = (app.at_desk("paralegal"), app.at_desk("lawyer"));
    let decision = |name: &str| format!("{}/decisions/{name}", path(&claim));
    let start = paralegal.open(&decision("start")).is(200);
    start.says("신청인이 읽을 내용").says("검토 중");
    let claimed = paralegal.send(&start.only_form()).is(200);
    assert_eq!(claimed.at, path(&claim));
    claimed.says("검토를 시작했습니다");
    paralegal.open(&decision("accept")).is(403);
    // what the same person sent twice is decided once
    paralegal.send(&start.only_form()).is(200);

    let reject = lawyer.open(&decision("reject")).is(200);
    let silent = lawyer.send(&reject.only_form()).is(422);
    silent.says("id=\"note-error\"");
    let why = "매출 자료를 한 달치 더 올려 주십시오";
    let rejected = lawyer.send(&silent.only_form().with("note", why)).is(200);
    rejected.says("반려했습니다").says(why);
    let told = merchant
        .get(&format!("/api/v1/claims/{claim}/reviews"))
        .json();
    assert_eq!(told[1]["note"], json!(why));
    lawyer.send(&reject.only_form().with("note", why)).is(409);
    app.database.intact();
}

#[test]
fn whatever_can_happen_to_a_claim_has_a_button_or_a_reason_why_not() {
    let app = App::start();
    let (claim, _) = submitted(&app, "merchant@example.com");
    let desks = [Role::Paralegal, Role::Lawyer].map(|role| (role, app.at_desk(role.as_str())));
    for status in Status::ALL
        .iter()
        .filter(|status| **status != Status::Draft)
    {
        let code = status.as_str();
        app.sql(&format!(
            "UPDATE claim SET status = '{code}' WHERE id = '{claim}'"
        ));
        for (role, desk) in &desks {
            let page = desk.open(&path(&claim)).is(200);
            for decision in Decision::ALL {
                let may = next(*status, decision.event(), By::Staff(*role)).is_ok();
                let link = format!("{}/decisions/{}\"", path(&claim), decision.as_str());
                let what = format!("{code} {role:?} {decision:?}");
                assert_eq!(page.html.contains(&link), may, "{what}");
                desk.open(link.trim_end_matches('"'));
            }
            let refused = |page: &Page, words: &str| page.html.matches(words).count();
            let reasons = refused(&page, "지금 상태에서는 할 수 없습니다")
                + refused(&page, "변호사만 할 수 있습니다");
            let links = refused(&page, &format!("{}/decisions/", path(&claim)));
            assert_eq!(reasons + links, Decision::ALL.len(), "{code} {role:?}");
        }
    }
}

#[test]
fn what_a_claim_lacks_stands_beside_the_decision() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let lawyer = app.at_desk("lawyer");
    lawyer
        .open(&path(&claim))
        .is(200)
        .says("빠진 것이 없습니다");
    let files = merchant
        .get(&format!("/api/v1/claims/{claim}/evidence"))
        .json();
    let used = files.as_array().expect("a list").iter();
    let used = used.filter(|file| file["kind"] == json!("service-use"));
    for file in used {
        let id = file["id"].as_str().expect("an id");
        merchant.delete(&format!("/api/v1/evidence/{id}")).is(204);
    }
    let page = lawyer.open(&path(&claim)).is(200);
    page.says("목록에 파일이 없습니다");
    let dashboard = lawyer.open("/staff").is(200);
    let lacking = format!("/staff/cases/{CASE}/claims?lacking=service-use");
    dashboard.says(&lacking);
    lawyer.open(&lacking).is(200).says(&claim);
    let start = lawyer.open(&format!("{}/decisions/start", path(&claim)));
    start.is(200).says("빠진 것이 1가지");
}

#[test]
fn a_hold_has_a_reason_and_is_released() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let lawyer = app.at_desk("lawyer");
    let page = lawyer.open(&format!("{}/hold", path(&claim))).is(200);
    lawyer.send(&page.only_form()).is(422).says("오류:");
    let why = "서울중앙지방법원의 보전 명령";
    let held = lawyer.send(&page.only_form().with("reason", why)).is(200);
    held.says(why);
    let refused = merchant.delete(&format!("/api/v1/claims/{claim}")).is(409);
    assert!(refused.text().contains(why));
    let holds = format!("/staff/cases/{CASE}/holds");
    let listed = lawyer.open(&holds).is(200);
    listed.says(why);
    let case = listed.form(&format!("/staff/cases/{CASE}/hold"));
    let both = lawyer.send(&case.with("reason", why)).is(200);
    lawyer
        .send(&both.form(&format!("/staff/cases/{CASE}/hold/release")))
        .is(200)
        .says("사건 전체 보존하기");
    let page = lawyer.open(&path(&claim));
    lawyer
        .send(&page.form(&format!("{}/hold/release", path(&claim))))
        .is(200)
        .says("따로 보존하고 있지 않습니다");
    app.database.intact();
}

#[test]
fn a_loss_is_assessed_and_the_claimant_reads_why() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let paralegal = app.at_desk("paralegal");
    let seen = paralegal.open(&path(&claim)).is(200);
    seen.says("매출 감소: 1,200,000원")
        .says("어림잡은 금액")
        .says_not("평가한 금액:");
    let (_, loss) = seen.html.split_once("id=\"loss-").expect("it is shown");
    let loss = loss.split('"').next().expect("an id");
    let at = format!("{}/losses/{loss}/assessment", path(&claim));
    let form = paralegal.open(&at).is(200).only_form();
    let refused = paralegal
        .send(&form.with("amount_krw", "많이").with("reason", "그냥"))
        .is(422);
    refused
        .says("href=\"#amount_krw\"")
        .says("href=\"#reason\"");
    let why = "매출 장부로 확인되는 금액까지 인정하였습니다";
    let form = refused
        .only_form()
        .with("amount_krw", "80만")
        .with("reason", why);
    let assessed = paralegal.send(&form).is(200);
    assert_eq!(assessed.at.split('#').next(), Some(path(&claim).as_str()));
    assessed
        .says("<strong>800,000원</strong>")
        .says(why)
        .says("매출 감소: 1,200,000원");
    let browser = crate::harness::browser::Browser::at(&app.url);
    browser.sign_in("merchant@example.com", crate::harness::caller::PASSWORD);
    browser
        .open(&format!("/claims/{claim}/losses"))
        .says("법률사무소가 본 금액")
        .says("800,000원 (")
        .says(why);
    // a loss of another claim is not found below this one
    let (other, _) = submitted(&app, "other@example.com");
    paralegal
        .open(&format!("{}/losses/{loss}/assessment", path(&other)))
        .is(404);
    paralegal.send(&form).is(200);
    assert_eq!(
        app.count("SELECT count(*) FROM assessment"),
        1,
        "it is sent twice"
    );
    merchant
        .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        .is(204);
    paralegal
        .open(&path(&claim))
        .says("<strong>800,000원</strong>")
        .says_not("/assessment");
    paralegal.open(&at).is(409);
    app.database.intact();
}
