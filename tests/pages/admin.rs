//! An administrator: people of the firm come, change and go; no claim is seen.

use crate::harness::browser::{Browser, Form, Page};
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

/// Invites a paralegal and comes to their page.
fn invited(browser: &Browser, email: &str) -> Page {
    let page = browser.open("/administration/accounts/new").is(200);
    let form = page.only_form().with("email", email).with("name", "박사무");
    browser.send(&form.with("role", "paralegal")).is(200)
}

#[test]
fn an_administrator_invites_somebody_who_then_works() {
    let app = App::start();
    let browser = app.at_desk("administrator");
    let health = browser.open("/home").is(200);
    assert_eq!(health.at, "/administration");
    health.says("데이터베이스").says("정상");
    let page = browser.open("/administration/accounts/new").is(200);
    let form = page.only_form().with("email", "아무개");
    let wrong = browser.send(&form.with("role", "claimant")).is(422);
    wrong.says("id=\"email-error\"").says("value=\"아무개\"");
    let account = invited(&browser, "paralegal@example.com");
    account.says("박사무").says("사무직원");
    browser
        .open("/administration/accounts")
        .says("paralegal@example.com");
    let join = format!("{}/cases/{CASE}/join", account.at);
    browser.send(&account.form(&join)).is(200).says("배정됨");

    let token = app.mailed_token("paralegal@example.com");
    let paralegal = Browser::at(&app.url);
    let page = paralegal.open(&format!("/password-reset/{token}")).is(200);
    paralegal
        .send(&page.only_form().with("password", PASSWORD))
        .is(200);
    paralegal.sign_in("paralegal@example.com", PASSWORD);
    paralegal.open("/staff").is(200);
    app.database.intact();
}

#[test]
fn what_an_administrator_takes_away_ends_at_once() {
    let app = App::start();
    let browser = app.at_desk("administrator");
    let password = app.staff_password("paralegal", "paralegal@example.com");
    let sign_in = || {
        let desk = Browser::at(&app.url);
        desk.sign_in("paralegal@example.com", &password);
        desk
    };
    let list = browser.open("/administration/accounts").is(200);
    let (_, rest) = list
        .html
        .split_once("시험 paralegal")
        .map_or(("", ""), |(before, _)| {
            before.rsplit_once("href=\"").expect("a link")
        });
    let at = rest.split('"').next().expect("a path").to_owned();
    let ended = |desk: &Browser| desk.open("/account").at.starts_with("/sign-in");

    let desk = sign_in();
    let page = browser.open(&at).is(200);
    browser
        .send(&page.form(&format!("{at}/sessions/end")))
        .is(200);
    assert!(ended(&desk));
    let desk = sign_in();
    let role = browser.open(&at).form(&format!("{at}/role"));
    let lawyer = browser.send(&role.with("role", "lawyer")).is(200);
    lawyer.says("변호사");
    assert!(ended(&desk));
    let desk = sign_in();
    let disabled = browser.send(&lawyer.form(&format!("{at}/state"))).is(200);
    disabled.says("사용 중지");
    assert!(ended(&desk));
    let enabled = browser.send(&disabled.form(&format!("{at}/state"))).is(200);
    enabled.says("사용 중");
    app.database.intact();
}

#[test]
fn nobody_changes_their_own_rights_and_keys_show_fingerprints_only() {
    let app = App::start();
    let browser = app.at_desk("administrator");
    let list = browser.open("/administration/accounts").is(200);
    let (before, _) = list
        .html
        .split_once("시험 administrator")
        .expect("they are listed");
    let (_, at) = before.rsplit_once("href=\"").expect("a link");
    let own = browser.open(at.split('"').next().expect("a path")).is(200);
    own.says("지금 쓰시는 계정입니다").says_not("/role\"");
    let keys = browser.open("/administration/keys").is(200);
    keys.says("개인정보 봉인").says("지문");
    for path in ["/staff", "/audit", "/claims"] {
        browser.open(path).is(403);
    }
}

#[test]
fn a_mail_that_did_not_leave_is_seen_without_its_address_and_tried_again() {
    let app = App::start();
    let browser = app.at_desk("administrator");
    let list = "/administration/mails";
    // the mail that tells of the sign-in leaves first
    let none = "기다리거나 그만둔 메일이 없습니다";
    eventually(|| Some(browser.open(list)).filter(|page| page.html.contains(none)));
    let mail = app.failed_mail();
    let page = browser.open(list).is(200);
    page.says("u***@example.com")
        .says("이메일 주소를 확인해 주십시오")
        .says("그만둠")
        .says_not("unreachable");
    let retry = page.form(&format!("{list}/{mail}/retry"));
    assert_eq!(browser.send(&retry).is(200).at, list);
    app.mail("unreachable@example.com");
    // it has left meanwhile
    let gone = || {
        let action = format!("{list}/{mail}/retry");
        let ours = browser.open("/account").form("/sign-out");
        browser.send(&Form { action, ..ours })
    };
    let gone = eventually(|| Some(gone()).filter(|page| page.status == 404));
    gone.says("나갔거나 지워졌습니다");
}

#[test]
fn settings_are_shown_as_the_command_prints_them() {
    let secret = "postgresql://";
    let app = App::with(&[
        ("BODY_SECONDS", "17"),
        ("PUBLIC_URL", "http://localhost:8123"),
    ]);
    let browser = app.at_desk("administrator");
    let page = browser.open("/administration/settings").is(200);
    page.says("<span class=\"app-code\">17</span>")
        .says("http://localhost:8123")
        .says("환경 변수")
        .says_not(secret)
        .says_not("1111111111");
    let printed = app.database.cli_ok(&["config", "check"]);
    for line in printed.lines() {
        let name = line.trim_start_matches("# ").split(['=', ' ']).next();
        let name = name.expect("a line names a setting");
        page.says(&format!("<span class=\"app-code\">{name}</span>"));
    }
}
