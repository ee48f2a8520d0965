//! A merchant without e-mail comes to the desk: the claim is entered on the pages that claimants have,
//! and a printed slip, or signed papers, make it count.

use serde_json::json;

use crate::harness::browser::{Browser, Page};
use crate::harness::claims::{evidence_body, powers};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn entered() -> String {
    format!("/staff/cases/{CASE}/entered")
}

/// Sends the form that goes there, with these fields.
fn sent(browser: &Browser, page: &str, action: &str, fields: &[(&str, &str)]) -> Page {
    let form = browser.open(page).is(200).form(action);
    let fill =
        |form: crate::harness::browser::Form, (name, value): &(&str, &str)| form.with(name, value);
    browser.send(&fields.iter().fold(form, fill))
}

/// A claim that is begun on the pages; returns its address.
fn begun(desk: &Browser) -> String {
    let typed = [
        ("channel", "desk"),
        ("received_on", "2026-11-20"),
        ("claim.party", "person"),
        ("claim.identity.name", "김하늘"),
        ("claim.identity.phone", "010-1234-5678"),
    ];
    let new = format!("{}/new", entered());
    sent(desk, &new, &entered(), &typed).is(200).at
}

#[test]
fn a_merchant_at_the_desk_gets_a_slip_and_goes_on_by_themselves() {
    let app = App::start();
    let desk = app.at_desk("paralegal");
    desk.open(&entered())
        .is(200)
        .says("아직 대신 입력한 신청이 없습니다");
    // a form that is not whole is refused and keeps what was typed
    let new = format!("{}/new", entered());
    let wrong = [("channel", "desk"), ("claim.identity.name", "김하늘")];
    let refused = sent(&desk, &new, &entered(), &wrong).is(422);
    assert_eq!(
        refused.form(&entered()).value("claim.identity.name"),
        "김하늘"
    );
    let claim = begun(&desk);
    desk.open(&claim)
        .is(200)
        .says("다른 분을 대신해 입력하고 있습니다")
        .says_not("erasure");
    let born = [
        ("identity.name", "김하늘"),
        ("identity.birth_date", "1980-05-05"),
    ];
    let name = format!("{claim}/questions/name");
    sent(&desk, &name, &name, &born).is(200);
    desk.open(&entered())
        .is(200)
        .says("김하늘")
        .says("입력하는 중");
    // the slip is printed, and shown once
    let slip_page = format!("/staff{claim}/slip");
    let slip = sent(&desk, &slip_page, &slip_page, &[]).is(200);
    let (_, code) = slip.html.split_once("app-check-code\">").expect("a code");
    let code = &code[.."ABCD-EFGH-JKMN".len()];
    slip.says("app-qr").says("/slip").says("김하늘");
    desk.open(&slip_page).is(200).says_not(code);
    // on somebody's telephone
    let telephone = Browser::at(&app.url);
    let wrong = sent(&telephone, "/slip", "/slip", &[("code", "ABCD-EFGH-JKMN")]);
    wrong.is(422).says("코드가 맞지 않거나");
    let inside = sent(&telephone, "/slip", "/slip", &[("code", code)]).is(200);
    assert_eq!(inside.at, claim);
    inside
        .says("시험 paralegal")
        .says("/account/address")
        .says_not("서명한 종이 등록");
    telephone
        .open(&format!("{claim}/questions/name"))
        .is(200)
        .says("1980-05-05");
    telephone
        .open("/account")
        .is(200)
        .says_not("/account/password");
    desk.open(&claim).is(404);
    desk.open(&entered())
        .is(200)
        .says("본인이 이어서 하는 중")
        .says_not("김하늘");
    desk.open(&slip_page).is(200).says("본인이");
    app.database.intact();
}

#[test]
fn signed_papers_are_put_on_record_and_the_claim_is_handed_in() {
    let app = App::start();
    let desk = app.at_desk("paralegal");
    let caller = app.assigned("paralegal", "colleague@example.com");
    // a colleague entered the rest
    let id = caller.entered();
    let claim = format!("/claims/{id}");
    let check = desk.open(&format!("{claim}/check")).is(200);
    check.says(&format!("/staff{claim}/papers/mandate"));
    let papers = format!("/staff{claim}/papers");
    let list = desk.open(&papers).is(200);
    list.says("등록한 종이 0장");
    let scan = "5c".repeat(32);
    for text in caller.consent_texts() {
        let item = text["item"].as_str().expect("a code");
        let page = format!("{papers}/{item}");
        let agreed = if text["required"] == true {
            "yes"
        } else {
            "no"
        };
        let mut form = desk.open(&page).is(200).form(&page);
        for (field, value) in [
            ("agreed", agreed),
            ("signed_name", "김하늘"),
            ("signed_on", "2026-11-21"),
            ("scan_sha256", &scan),
        ] {
            form = form.with(field, value);
        }
        if text["kind"] == "mandate" {
            for (power, given) in powers().as_object().expect("an object") {
                let answer = if *given == json!(true) { "yes" } else { "no" };
                form = form.with(&format!("powers.{power}"), answer);
            }
        }
        desk.send(&form).is(200).says("등록한 종이 1장");
    }
    let form = desk.open(&format!("{claim}/check")).is(200).only_form();
    let printed = desk.send(&form).is(200);
    assert_eq!(printed.at, format!("/staff{claim}/handed-in"));
    printed
        .says("KKO-")
        .says("app-check-code")
        .says("/verify/number");
    // the slip in the place of a mail is no more than that
    printed.says_not("김하늘");
    desk.open(&format!("/staff{claim}"))
        .is(200)
        .says("시험 paralegal")
        .says("이메일이 없는 분입니다");
    let again = desk.open(&claim).is(200);
    assert_eq!(again.at, format!("/staff{claim}"));
    let other = app.claimant("merchant@example.com").submitted();
    desk.open(&format!("/staff/claims/{other}/handed-in"))
        .is(404);
    desk.open(&format!("/staff/claims/{other}/slip")).is(404);
    desk.open(&format!("/staff/claims/{other}"))
        .is(200)
        .says_not("이메일이 없는 분입니다");
}

#[test]
fn the_scan_of_a_paper_is_hashed_and_not_kept() {
    let app = App::start();
    let desk = app.at_desk("lawyer");
    let caller = app.assigned("paralegal", "colleague@example.com");
    let id = caller.entered();
    let page = format!("/staff/claims/{id}/papers/privacy_optional");
    let form = desk.open(&page).is(200).form(&page);
    let form = form
        .with("agreed", "yes")
        .with("signed_name", "김하늘")
        .with("signed_on", "2026-11-21");
    let scan: &[u8] = b"a scan";
    desk.send_files(&form, &[("scan.pdf", scan)]).is(200);
    let answers = caller.get(&format!("/api/v1/claims/{id}/consents")).json();
    let expected = evidence_body("other", "a scan")["sha256"].clone();
    let expected = expected.as_str().expect("a hash");
    let statement = answers[0]["statement"].as_str().expect("open to see");
    assert!(statement.contains(expected), "{statement}");
}
