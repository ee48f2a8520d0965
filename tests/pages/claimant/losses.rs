//! Losses: kind by kind, with the week of the outage against the best one.

use super::{draft, link, merchant};
use crate::harness::server::App;

#[test]
fn the_outage_week_is_set_against_the_best_one_by_a_button() {
    let app = App::start();
    let (browser, _) = merchant(&app);
    let claim = draft(&browser);
    let losses = browser.open(&format!("{claim}/losses"));
    losses
        .says("아직 제출하지 않았습니다")
        .says("아직 적으신 손해가 없습니다");
    let kinds = browser.open(&format!("{claim}/losses/new")).is(200);
    kinds.says("줄어든 매출").says("이미 받은 보상");
    let sales = browser.open(&format!("{claim}/losses/new/sales")).is(200);
    sales.says("2022년 10월 15일 – 2022년 10월 21일");
    sales.says("2022년 9월 3일 – 2022년 9월 9일");
    sales
        .says("value=\"2022-10-22\"")
        .says_not("value=\"2022-10-29\"");

    let mut compare = sales.only_form();
    compare.action = format!("{claim}/losses/comparison");
    let empty = browser.send(&compare).is(422);
    empty
        .says("오류:")
        .says("href=\"#weeks-outage-sales_krw\"")
        .says("id=\"weeks-outage-sales_krw\"");
    let typed = compare
        .with("weeks.outage.days_krw[0]", "20만")
        .with("weeks.outage.days_krw[3]", "₩100,000")
        .with("weeks.compared.from_on", "2022-09-24")
        .with("weeks.compared.sales_krw", "1,500,000원");
    let compared = browser.send(&typed).is(200);
    compared.says("1,200,000원").says("2022년 9월 24일");
    let form = compared.only_form();
    assert_eq!(form.value("amount_krw"), "1200000");
    assert_eq!(form.value("until_on"), "2022-10-21");
    assert_eq!(form.value("method"), "outage_week");
    assert_eq!(
        app.count("SELECT count(*) FROM loss"),
        0,
        "nothing is stored"
    );

    let unanswered = browser.send(&form).is(422);
    unanswered.says("href=\"#class\"").says("id=\"class\"");
    let form = unanswered.only_form().with("class", "special");
    let saved = browser.send(&form).is(200);
    assert_eq!(saved.at, format!("{claim}/losses"));
    saved
        .says("1,200,000원")
        .says("장애가 있던 주와 가장 잘된 주의 매출 비교")
        .says("매출 1,500,000원에서 장애가 있던 주의 매출 300,000원을 뺀 금액은 1,200,000원입니다")
        .says("상대방이 예견할 수 있었던 사정");
    app.database.intact();
}

#[test]
fn a_loss_is_corrected_and_taken_out() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.draft();
    let claim = format!("/claims/{id}");
    let losses = browser.open(&format!("{claim}/losses"));
    let removal = link(&losses, &format!("{claim}/losses/"), "/removal");
    let one = removal.trim_end_matches("/removal").to_owned();
    let change = browser.open(&one).is(200).only_form();
    assert_eq!(change.value("amount_krw"), "1200000");
    let wrong = browser.send(&change.with("until_on", "2999-01-01")).is(422);
    wrong.says("id=\"until_on-error\"");
    let again = wrong.only_form();
    assert_eq!(again.value("until_on"), "2999-01-01", "it is kept");
    let changed = again
        .with("until_on", "2022-10-20")
        .with("amount_krw", "90만");
    browser
        .send(&changed)
        .is(200)
        .says("900,000원")
        .says_not("1,200,000원");
    assert_eq!(app.count("SELECT count(*) FROM loss"), 1);
    // whoever still has it open elsewhere sees what is stored instead
    for gone in [&one, &removal] {
        let now = browser.open(gone).is(200);
        assert_eq!(now.at, format!("{claim}/losses?gone=true"));
        now.says("그사이 다른 기기나 창에서").says("900,000원");
    }
    let number = browser
        .open(&format!("{claim}/losses/new/other"))
        .only_form();
    let number = number
        .with("class", "ordinary")
        .with("method", "invoices")
        .with("amount_krw", "1만");
    let like = browser
        .send(&number.with("note", "주문번호 221015-1234567"))
        .is(422);
    like.says("name=\"no_resident_number\"")
        .says("주민등록번호처럼 보이는");
    let told = like.only_form().with("no_resident_number", "true");
    browser.send(&told).is(200).says("주문번호");

    let losses = browser.open(&format!("{claim}/losses"));
    let removal = link(&losses, &format!("{claim}/losses/"), "/removal");
    let ask = browser.open(&removal).is(200);
    ask.says("이 손해를 빼시겠습니까?");
    browser.send(&ask.only_form()).is(200);
    assert_eq!(app.count("SELECT count(*) FROM loss"), 1);
    let second = ask.only_form().with("form-key", &"2".repeat(32));
    browser.send(&second).is(200).says("그사이");
    app.database.cli_ok(&["seal"]);
    let replaced =
        "SELECT count(*) FROM audit_log WHERE entry LIKE '%\"action\":\"loss.replace\"%'";
    assert!(app.count(replaced) > 0);
    app.database.intact();
}

#[test]
fn a_file_that_supports_a_loss_goes_along_with_the_corrected_one() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.draft();
    let losses = format!("/api/v1/claims/{id}/losses");
    let loss = caller.get(&losses).json()[0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let mut file = crate::harness::claims::evidence_body("other", "a");
    file["loss_id"] = loss.clone().into();
    caller
        .post(&format!("/api/v1/claims/{id}/evidence"), file)
        .id();
    let page = browser.open(&format!("/claims/{id}/losses/{loss}"));
    browser
        .send(&page.only_form().with("amount_krw", "5만"))
        .is(200);
    let now = caller.get(&losses).json()[0]["id"].clone();
    let files = caller.get(&format!("/api/v1/claims/{id}/evidence")).json();
    let supported = files.as_array().into_iter().flatten();
    assert!(
        supported.into_iter().any(|file| file["loss_id"] == now),
        "{files}"
    );
}

#[test]
fn an_amount_that_is_not_likely_is_a_question_and_nothing_typed_is_lost() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let id = caller.draft();
    let claim = format!("/claims/{id}");
    let refunds = browser
        .open(&format!("{claim}/losses/new/refunds"))
        .only_form();
    let typed = refunds
        .with("amount_krw", "1,200,000,000")
        .with("method", "invoices")
        .with("class", "ordinary")
        .with("note", "예약금을 돌려드렸습니다");
    let asked = browser.send(&typed).is(422);
    asked
        .says("금액이 맞습니까?")
        .says("네, 금액이 맞습니다")
        .says("href=\"#amount_krw\"");
    let form = asked.only_form();
    assert_eq!(
        (form.value("amount_krw"), form.value("note")),
        ("1,200,000,000", "예약금을 돌려드렸습니다")
    );
    // something else is wrong besides: the answer stays
    let wrong = form
        .with("confirmed_amount", "true")
        .with("until_on", "2999-01-01");
    let wrong = browser.send(&wrong).is(422);
    wrong.says("checked").says_not("금액이 맞습니까?");
    let mended = wrong.only_form().with("until_on", "2022-10-20");
    browser
        .send(&mended)
        .is(200)
        .says("1,200,000,000원")
        .says("법률사무소가 따로 확인합니다");
    let losses = caller.get(&format!("/api/v1/claims/{id}/losses")).json();
    assert_eq!(losses[1]["implausible"], true, "{losses}");
    app.database.intact();
}

#[test]
fn weeks_that_were_stored_are_corrected_where_they_were_typed() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let claim = draft(&browser);
    let sales = browser
        .open(&format!("{claim}/losses/new/sales"))
        .only_form();
    // nobody has to press the button that works the difference out
    let typed = sales
        .with("method", "week_before")
        .with("weeks.outage.days_krw[0]", "20만")
        .with("weeks.compared.sales_krw", "90만")
        .with("service", "alimtalk")
        .with("class", "ordinary");
    browser
        .send(&typed)
        .is(200)
        .says("바로 전 주(2022년 10월 8일 – 2022년 10월 14일)")
        .says("700,000원입니다")
        .says("알림톡");
    let losses = browser.open(&format!("{claim}/losses"));
    let one = link(&losses, &format!("{claim}/losses/"), "/removal");
    let change = browser.open(one.trim_end_matches("/removal")).only_form();
    assert_eq!(
        (
            change.value("weeks.outage.days_krw[0]"),
            change.value("weeks.outage.days_krw[1]"),
            change.value("weeks.compared.sales_krw"),
            change.value("amount_krw"),
        ),
        ("200000", "0", "900000", "700000")
    );
    let differs = browser
        .send(&change.with("weeks.compared.sales_krw", "100만"))
        .is(422);
    differs.says("계산하면 800,000원입니다");
    let empty = differs.only_form().with("amount_krw", "");
    browser.send(&empty).is(200).says("800,000원입니다");
    let id = claim.trim_start_matches("/claims/");
    let losses = caller.get(&format!("/api/v1/claims/{id}/losses")).json();
    assert_eq!(losses[0]["amount_krw"], 800_000);
    app.database.intact();
}

#[test]
fn what_was_received_is_told_with_what_was_signed_away() {
    let app = App::start();
    let (browser, caller) = merchant(&app);
    let claim = format!("/claims/{}", caller.draft());
    let received = browser
        .open(&format!("{claim}/losses/new/compensation_received"))
        .only_form();
    let typed = received
        .with("amount_krw", "2,000,000")
        .with("method", "invoices");
    let open = browser.send(&typed).is(422);
    open.says("href=\"#form\"").says("href=\"#release\"");
    let signed = open
        .only_form()
        .with("form", "money")
        .with("release", "full");
    let silent = browser.send(&signed).is(422);
    silent.says("href=\"#release_terms\"");
    let said = silent
        .only_form()
        .with("release_terms", "합의서에 서명했습니다");
    browser
        .send(&said)
        .is(200)
        .says("모두 더 청구하지 않기로 했습니다")
        .says("합의서에 서명했습니다")
        .says("−800,000원")
        .says("청구할 금액이 없습니다");
    app.database.intact();
}
