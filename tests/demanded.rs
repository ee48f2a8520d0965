//! What a claimant has to prove depends on what they lost and on who they are; a group of papers of
//! which one suffices; and what is said where all of them are missing.

use serde_json::{Value, json};

use crate::harness::browser::Browser;
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// A draft in which only papers and signatures are missing.
fn draft(caller: &Caller, body: Value, heads: &[&str]) -> String {
    let cases = format!("/api/v1/cases/{CASE}/claims");
    let claim = caller.post(&cases, body).id();
    for head in heads {
        let mut loss = loss_body();
        loss["kind"] = json!(head);
        caller
            .post(&format!("/api/v1/claims/{claim}/losses"), loss)
            .id();
    }
    caller.consent(&claim, "김하늘");
    claim
}

fn driver() -> Value {
    let mut body = claim_body();
    body["businesses"] = json!([{"region": "seoul", "industry": "regional-taxi"}]);
    body["services"] = json!([{"service": "kakao-t", "paid": true}]);
    body
}

fn list(caller: &Caller, claim: &str, kind: &str) {
    let file = evidence_body(kind, &format!("{claim} {kind}"));
    caller
        .post(&format!("/api/v1/claims/{claim}/evidence"), file)
        .id();
}

/// What submission refuses.
fn refused(caller: &Caller, claim: &str) -> Vec<(String, String)> {
    let answer = caller.post(&format!("/api/v1/claims/{claim}/submission"), json!({}));
    assert_eq!(answer.status, 422);
    answer.faults()
}

fn hand_in(caller: &Caller, claim: &str) {
    let path = format!("/api/v1/claims/{claim}/submission");
    caller.post(&path, json!({})).is(204);
}

fn fault(field: &str, code: &str) -> (String, String) {
    (field.into(), code.into())
}

/// What is missing, in the words of that language.
fn words(caller: &Caller, claim: &str, language: &str) -> String {
    let path = format!("/api/v1/claims/{claim}/missing");
    let asked = [("accept-language", language)];
    caller.send("GET", &path, &asked, Vec::new()).text()
}

#[test]
fn a_driver_without_a_business_proves_income_by_trips() {
    let app = App::start();
    let caller = app.claimant("driver@example.com");
    let claim = draft(&caller, driver(), &["sales"]);
    list(&caller, &claim, "service-use");
    let lacking = fault("evidence.sales-loss", "evidence-any-missing");
    assert_eq!(refused(&caller, &claim), [lacking]);
    // both kinds that would do are named, and none that this claim does not ask for
    let korean = words(&caller, &claim, "ko");
    assert!(
        korean.contains("매출 손실 증빙, 운행·수입 내역") && !korean.contains("환불·취소"),
        "{korean}"
    );
    let english = words(&caller, &claim, "en");
    assert!(
        english.contains("Proof of sales loss, Trips and income") && english.contains("List"),
        "{english}"
    );
    list(&caller, &claim, "trip-income");
    hand_in(&caller, &claim);
}

#[test]
fn who_claims_distress_alone_proves_use_alone() {
    let app = App::start();
    let caller = app.claimant("anxious@example.com");
    let claim = draft(&caller, claim_body(), &["distress"]);
    let lacking = fault("evidence.service-use", "evidence-missing");
    assert_eq!(refused(&caller, &claim), [lacking]);
    list(&caller, &claim, "service-use");
    hand_in(&caller, &claim);
}

#[test]
fn of_a_group_one_paper_suffices_and_only_one_that_is_asked_for() {
    let app = App::start();
    let caller = app.claimant("cakes@example.com");
    let claim = draft(&caller, claim_body(), &["sales"]);
    list(&caller, &claim, "service-use");
    // cancelled orders are no proof of sales that were never ordered
    list(&caller, &claim, "refund-record");
    let lacking = fault("evidence.sales-loss", "evidence-missing");
    assert_eq!(refused(&caller, &claim), [lacking]);
    // with the next loss they prove something
    let mut loss = loss_body();
    loss["kind"] = json!("cancelled_orders");
    caller
        .post(&format!("/api/v1/claims/{claim}/losses"), loss)
        .id();
    hand_in(&caller, &claim);
}

#[test]
fn pages_say_what_is_demanded_and_why() {
    let app = App::start();
    let caller = app.claimant("driver@example.com");
    let claim = draft(&caller, driver(), &["sales"]);
    let browser = Browser::at(&app.url);
    browser.sign_in("driver@example.com", PASSWORD).is(200);
    let listed = browser.open(&format!("/claims/{claim}/evidence"));
    listed.says("다음 가운데 하나면 됩니다: 매출 손실 증빙, 운행·수입 내역");
    listed.says("업종: 택시 기사 (지역), 배달 대행·퀵서비스");
    listed.says_not("환불·취소 내역</h2>");
    let kinds = browser.open(&format!("/claims/{claim}/evidence/new"));
    kinds.says("운행·수입 내역 (다음 가운데 하나면 됩니다");
    list(&caller, &claim, "trip-income");
    let listed = browser.open(&format!("/claims/{claim}/evidence"));
    listed.says("trip-income").says("sales-loss");
    assert_eq!(
        listed.html.matches("아직 없습니다").count(),
        1,
        "of use alone"
    );
    // who thinks of joining reads the conditions
    let stranger = Browser::at(&app.url);
    let case = stranger.open(&format!("/cases/{CASE}"));
    case.says("해당하면 꼭 필요 (청구하시는 손해: 줄어든 매출, 취소된 주문과 예약; 대신할 수 있는 자료: 운행·수입 내역, 환불·취소 내역)");
    let checklist = stranger.open(&format!("/cases/{CASE}/checklist"));
    checklist.says("해당하면 꼭 필요 (신청인: 법인, 미성년자, 피후견인, 돌아가신 분의 상속인)");
    let outcome = stranger.send(&checklist.form(&format!("/cases/{CASE}/checklist")));
    outcome.says("해당하면 꼭 필요한 자료");
    // and programs read the rule itself
    let case = app.anybody().get(&format!("/api/v1/cases/{CASE}")).json();
    let options = case["options"].as_array().expect("a list");
    let trips = options
        .iter()
        .find(|option| option["code"] == "trip-income");
    let trips = trips.expect("it is in the case");
    assert_eq!(trips["heads"], json!(["sales"]));
    assert_eq!(
        trips["industries"],
        json!(["regional-taxi", "delivery-agency"])
    );
    assert_eq!(
        (&trips["required"], &trips["any_of"]),
        (&json!(false), &json!("lost-trade"))
    );
}
