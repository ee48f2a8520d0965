//! An auditor: where the log stands, its entries with their proofs, and figures that name nobody.

use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn an_auditor_looks_through_the_log() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let browser = app.at_desk("auditor");
    let home = browser.open("/home").is(200);
    assert_eq!(home.at, "/audit");
    home.says("적어 둘 값").says("증인").says("지문");
    home.says_not("김하늘").says_not("merchant@example.com");

    let found = eventually(|| {
        let page = browser.open("/audit/entries?action=claim.submit");
        page.html.contains("href=\"/audit/entries/").then_some(page)
    });
    found.says("claim.submit").says_not("consent.answer</td>");
    let (_, rest) = found
        .html
        .split_once("href=\"/audit/entries/")
        .expect("an entry");
    let seq: u64 = rest
        .split('"')
        .next()
        .and_then(|seq| seq.parse().ok())
        .expect("a number");
    app.published(seq + 1);
    let entry = browser.open(&format!("/audit/entries/{seq}")).is(200);
    entry
        .says("claim.submit")
        .says("RFC 6962")
        .says("/log/proofs/inclusion/");
    entry.says_not("김하늘");
    browser.open("/audit/entries/999999999").is(404);
    let nobody = browser.open("/audit/entries?subject=0190a3c1-0000-7000-8000-000000000000");
    nobody.is(200).says("조건에 맞는 항목이 없습니다");
    browser
        .open("/audit/entries?table=claim&from=2001-01-01&until=2001-01-02")
        .is(200)
        .says("조건에 맞는 항목이 없습니다");
    browser
        .open("/audit/entries?action=a%00b")
        .is(200)
        .says("오류:");
    browser
        .open("/audit/entries?from=soon")
        .is(200)
        .says("id=\"from-error\"");
    let all = browser.open("/audit/entries").is(200);
    let (before, _) = all
        .html
        .split_once("\" rel=\"next\"")
        .expect("there are many");
    let (_, older) = before.rsplit_once("href=\"").expect("a link");
    browser.open(older).is(200).says("rel=\"prev\"");
    browser
        .open("/audit/downloads")
        .is(200)
        .says("verify.py")
        .says(&format!("claimant-registry mirror {}/log ", app.url));
}

#[test]
fn an_auditor_sees_figures_of_assigned_cases_with_small_groups_hidden() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let browser = app.at_desk("auditor");
    browser.open(&format!("/audit/cases/{CASE}")).is(404);
    app.database
        .cli_ok(&["case", "assign", CASE, "auditor@example.com"]);
    browser.open("/audit").says(&format!("/audit/cases/{CASE}"));
    let figures = browser.open(&format!("/audit/cases/{CASE}")).is(200);
    figures.says("5건보다 적은").says_not("네일·미용실");
}

#[test]
fn a_verification_is_asked_for_here_and_run_by_another_process() {
    let app = App::start();
    let browser = app.at_desk("auditor");
    let asked = browser.open("/audit/verification").is(200);
    asked.says("아직 요청된 검증이 없습니다");
    let other = asked
        .only_form()
        .with("form-key", "another-window-of-theirs");
    let waits = browser.send(&asked.only_form()).is(200);
    waits
        .says("검증을 기다리고 있습니다")
        .says_not("<button type=\"submit\" class=\"govuk-button\"");
    browser.send(&other).is(409).says("아직 끝나지 않았습니다");
    let said = app.database.cli_ok(&["verify", "asked"]);
    assert!(said.contains("intact"), "{said}");
    let told = browser.open("/audit/verification").is(200);
    told.says("이상 없음").says("검증 요청하기");
    assert_eq!(
        app.database.cli_ok(&["verify", "asked"]),
        "",
        "nobody asks now"
    );
    let found = eventually(|| {
        let page = browser.open("/audit/entries?action=verify.end");
        (page.html.matches("verify.end</td>").count() == 2).then_some(page)
    });
    found.says("verification");
    app.database.intact();
}
