//! A message: written for some of the claimants, counted and read before it is sent, found by each
//! of them on the page of the claim.

use crate::harness::browser::Browser;
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn a_message_is_written_counted_read_and_sent() {
    let app = App::start();
    let claim = app.claimant("merchant@example.com").submitted();
    app.claimant("other@example.com").submitted();
    let (lawyer, paralegal) = (app.at_desk("lawyer"), app.at_desk("paralegal"));
    let list = format!("/staff/cases/{CASE}/messages");
    let (new, read) = (format!("{list}/new"), "아직 보낸 메시지가 없습니다");
    paralegal
        .open(&list)
        .is(200)
        .says(read)
        .says("변호사만 보낼 수 있습니다")
        .says_not(&new);
    paralegal.open(&new).is(403);

    // from the table, with the filter that was chosen there
    let table = lawyer.open(&format!("/staff/cases/{CASE}/claims?lacking=bank-book"));
    let way = format!("{new}?lacking=bank-book");
    table.says(&way);
    let form = lawyer.open(&way).is(200).form(&new);
    assert_eq!(form.value("lacking"), "bank-book");
    let form = form
        .with("title.ko", "통장 사본을 보내 주십시오")
        .with("body.ko", "첫째 줄\r\n둘째 줄 <b>")
        .with("title.en", "Bank book");
    let wrong = lawyer.send(&form).is(422);
    wrong
        .says("href=\"#body-en\"")
        .says("오류:")
        .says("둘째 줄 &#60;b&#62;")
        .says_not("신청 2건에 닿습니다");
    let form = wrong.form(&new).with("body.en", "First line");
    let ready = lawyer.send(&form).is(200);
    ready
        .says("신청 2건에 닿습니다")
        .says("<p class=\"govuk-body\">둘째 줄 &#60;b&#62;</p>")
        .says("<h3 class=\"govuk-heading-m\">Bank book</h3>")
        .says("통장 사본");
    assert_eq!(
        app.count("SELECT count(*) FROM message"),
        0,
        "nothing was sent"
    );
    let narrowed = lawyer
        .send(&ready.form(&new).with("region", "jeju"))
        .is(200);
    narrowed.says("받을 신청인이 없습니다");
    assert!(!narrowed.forms().iter().any(|form| form.action == list));

    let sent = lawyer.send(&ready.form(&list)).is(200);
    assert_eq!(sent.at, list);
    sent.says("신청 2건에 보냈습니다").says("통장 사본");
    // a double click and the back button send nothing twice
    lawyer.send(&ready.form(&list)).is(200);
    assert_eq!(app.count("SELECT count(*) FROM message"), 1);

    let claimant = Browser::at(&app.url);
    claimant.sign_in("merchant@example.com", PASSWORD);
    let page = claimant.open(&format!("/claims/{claim}")).is(200);
    page.says("통장 사본을 보내 주십시오")
        .says("둘째 줄 &#60;b&#62;")
        .says_not("Bank book");
    claimant
        .open(&format!("/language/en?to=/claims/{claim}"))
        .says("Bank book");
    paralegal
        .open(&format!("/staff/claims/{claim}"))
        .is(200)
        .says("통장 사본을 보내 주십시오");
    app.mailed("merchant@example.com", "메시지를 보냈습니다");
    app.database.intact();
}

#[test]
fn those_who_left_meanwhile_are_not_written_to() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let lawyer = app.at_desk("lawyer");
    let list = format!("/staff/cases/{CASE}/messages");
    let new = format!("{list}/new");
    let written = lawyer.open(&new).form(&new);
    let written = ["title.ko", "body.ko", "title.en", "body.en"]
        .into_iter()
        .fold(written, |form, field| form.with(field, "알림 Notice"));
    let ready = lawyer.send(&written).is(200);
    merchant
        .post(
            &format!("/api/v1/claims/{claim}/withdrawal"),
            serde_json::json!({}),
        )
        .is(204);
    let refused = lawyer.send(&ready.form(&list)).is(409);
    refused
        .says("보내지 않았습니다")
        .says("신청 0건에 닿습니다");
    assert_eq!(refused.form(&new).value("title.ko"), "알림 Notice");
    let outside = app.staff_password("lawyer", "outside@example.com");
    let other = Browser::at(&app.url);
    other.sign_in("outside@example.com", &outside);
    other.open(&list).is(404);
    other.open(&new).is(404);
}
