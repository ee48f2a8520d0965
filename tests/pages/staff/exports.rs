//! What leaves the building: counted before it is made, made with a reason, on record with its hash.

use sha2::{Digest, Sha256};

use super::submitted;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

const REASON: &str = "소장에 붙일 원고 명단입니다";

#[test]
fn an_export_is_counted_made_and_downloaded() {
    let app = App::start();
    let (claim, number) = submitted(&app, "merchant@example.com");
    submitted(&app, "other@example.com");
    let lawyer = app.at_desk("lawyer");
    let path = format!("/staff/cases/{CASE}/exports");
    let empty = lawyer.open(&path).is(200);
    empty.says("아직 내보낸 파일이 없습니다");
    let choice = "profile=contact&format=csv&standing";
    let counted = lawyer.open(&format!("{path}/new?{choice}=any")).is(200);
    counted
        .says("신청 2건이 담깁니다")
        .says("전화번호")
        .says_not("주소 (");
    // nobody is represented yet: a list of plaintiffs would be empty
    let none = lawyer.open(&format!("{path}/new?{choice}=")).is(200);
    none.says("담길 신청이 없습니다");
    let one = lawyer
        .open(&format!("{path}/new?{choice}=any&claims={claim}"))
        .is(200);
    one.says("신청 1건이 담깁니다");
    let unchosen = lawyer.open(&format!("{path}/new?profile=contact")).is(200);
    unchosen.says("id=\"format-error\"");

    let curt = lawyer.send(&one.only_form().with("reason", "그냥")).is(422);
    curt.says("id=\"reason-error\"").says("신청 1건이 담깁니다");
    let made = lawyer
        .send(&curt.only_form().with("reason", REASON))
        .is(200);
    made.says(REASON).says("아직 내려받지 않았습니다");
    let file = lawyer.post(&made.only_form()).is(200);
    assert!(file.headers["content-disposition"].contains("attachment"));
    assert!(file.html.contains(&number) && file.html.contains("010-1234-5678"));
    let hash: String = Sha256::digest(&file.html)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    let complete = || {
        let page = lawyer.open(&made.at);
        page.html.contains("끝까지 보냄").then_some(page)
    };
    eventually(complete).says(&hash);
    lawyer.open(&path).is(200).says(&hash);
    lawyer
        .open(&format!("/staff/cases/{CASE}/disclosures"))
        .is(200)
        .says(REASON);
    app.database.intact();
}

#[test]
fn a_selection_that_is_not_in_force_says_what_to_do() {
    let app = App::start();
    let (claim, _) = submitted(&app, "merchant@example.com");
    let lawyer = app.at_desk("lawyer");
    let path = format!("/staff/cases/{CASE}/exports");
    let chosen = format!("{path}/new?profile=contact&format=csv&standing=in_force");
    lawyer
        .open(&format!("{chosen}&claims={claim}"))
        .is(200)
        .says("담길 신청이 없습니다");
    lawyer
        .open(&format!("{chosen}&status=rejected"))
        .is(200)
        .says("id=\"standing-error\"");
    let backwards = "submitted_from=2022-10-16&submitted_until=2022-10-15";
    lawyer
        .open(&format!("{chosen}&{backwards}"))
        .is(200)
        .says("href=\"#submitted_until\"")
        .says("id=\"submitted_until-error\"");
    lawyer
        .open(&format!("{chosen}&claims=nothing"))
        .is(200)
        .says("오류:");
}

#[test]
fn a_paralegal_reads_why_exports_are_not_for_them() {
    let app = App::start();
    let paralegal = app.at_desk("paralegal");
    let page = paralegal
        .open(&format!("/staff/cases/{CASE}/exports"))
        .is(200);
    page.says("변호사만 내보낼 수 있습니다")
        .says_not("새 내보내기");
    paralegal
        .open(&format!("/staff/cases/{CASE}/exports/new"))
        .is(403);
    paralegal
        .open(&format!("/staff/cases/{CASE}/disclosures"))
        .is(403);
}

#[test]
fn only_its_maker_downloads_an_export() {
    let app = App::start();
    submitted(&app, "merchant@example.com");
    let lawyer = app.at_desk("lawyer");
    let path = format!("/staff/cases/{CASE}/exports");
    let counted = lawyer.open(&format!(
        "{path}/new?profile=contact&format=csv&standing=any"
    ));
    let made = lawyer
        .send(&counted.only_form().with("reason", REASON))
        .is(200);
    let password = app.staff_password("lawyer", "second@example.com");
    app.database
        .cli_ok(&["case", "assign", CASE, "second@example.com"]);
    let second = crate::harness::browser::Browser::at(&app.url);
    second.sign_in("second@example.com", &password).is(200);
    let shown = second.open(&made.at).is(200);
    shown.says("만든 변호사만 내려받을 수 있습니다");
    let mut form = made.only_form();
    form = form.with(
        "form-token",
        second
            .open("/account")
            .form("/sign-out")
            .value("form-token"),
    );
    second.post(&form).is(404);
}
