//! What somebody reads, and finds out, before making an account.

use std::path::Path;
use std::process::Command;

use crate::harness::browser::{Browser, Page};
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// Every page that anybody can open without a link that was mailed.
const OPEN: [&str; 11] = [
    "/",
    "/cases/kakao-2022",
    "/cases/kakao-2022/texts",
    "/cases/kakao-2022/checklist",
    "/cases/kakao-2022/letter",
    "/log",
    "/verify",
    "/accessibility",
    "/sign-in",
    "/registration",
    "/password-reset",
];

fn in_english(browser: &Browser, path: &str) -> Page {
    browser.open(&format!("/language/en?to={path}"))
}

#[test]
fn every_open_page_is_there_in_both_languages_and_says_everything() {
    let app = App::start();
    app.published(1);
    for path in OPEN {
        let browser = Browser::at(&app.url);
        for (page, language) in [
            (browser.open(path), "ko"),
            (in_english(&browser, path), "en"),
        ] {
            let page = page.is(200);
            page.says(&format!("lang=\"{language}\">"));
            page.says_not("Unknown localization");
            assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
        }
    }
}

#[test]
fn the_only_case_is_the_front_page() {
    let app = App::start();
    let browser = Browser::at(&app.url);
    let page = browser.open("/").is(200);
    page.says("카카오 서비스 장애 손해배상 청구")
        .says("시연용 사건입니다")
        .says("href=\"/registration\"")
        .says("서비스 이용 증빙 <strong>꼭 필요</strong>")
        .says("2025년 10월 15일 <strong>(지났습니다)</strong>")
        .says("민사소송법 제98조");
    let key = app.anybody().vkey();
    page.says(&key.fingerprint());
    browser
        .open(&format!("/cases/{CASE}"))
        .says("시연용 사건입니다");
    browser.open("/cases/no-such-case").is(404);
    let page = in_english(&browser, "/").is(200);
    page.says("Proof of service use").says("article 98");

    app.claimant("merchant@example.com");
    browser.sign_in("merchant@example.com", PASSWORD);
    browser
        .open("/")
        .says("href=\"/home\"")
        .says_not("href=\"/registration\"");

    let empty = App::without_case();
    let page = Browser::at(&empty.url).open("/").is(200);
    page.says("지금은 등록된 사건이 없습니다");
}

#[test]
fn a_case_that_takes_nobody_says_so() {
    let app = App::start();
    app.sql("UPDATE court_case SET intake_closes = now() - interval '1 day'");
    let page = Browser::at(&app.url).open("/").is(200);
    page.says("지금은 참여 신청을 받지 않습니다")
        .says_not("href=\"/registration\"");
}

#[test]
fn a_checklist_says_what_is_missing_and_keeps_nothing() {
    let app = App::start();
    let browser = Browser::at(&app.url);
    let checklist = format!("/cases/{CASE}/checklist");
    let size = app.database.intact();
    let page = browser.open(&checklist).is(200);
    page.says("2022년 10월 15일부터 2022년 10월 21일까지");
    let form = page
        .form(&checklist)
        .and("services", "talk-channel")
        .and("papers", "service-use")
        .with("weeks.compared.sales_krw", "7,654,321원");
    let wrong = browser.send(&form).is(422);
    wrong.says("오류:").says("href=\"#weeks-outage-sales_krw\"");
    let form = wrong.form(&checklist);
    assert_eq!(form.value("weeks.compared.sales_krw"), "7,654,321원");
    assert_eq!(form.value("papers"), "service-use");
    let page = browser
        .send(&form.with("weeks.outage.sales_krw", "123만"))
        .is(200);
    page.says("7,654,321원 − 1,230,000원 = <strong>6,424,321원</strong>");
    let (_, missing) = page
        .html
        .split_once("꼭 필요한데 아직 없는 자료")
        .expect("it is said");
    let (missing, there) = missing.split_once("이미 있는 자료").expect("it is said");
    assert!(missing.contains("매출 손실 증빙") && !missing.contains("서비스 이용 증빙"));
    assert!(there.contains("서비스 이용 증빙"));
    // a week without any sales is a week
    browser
        .send(&page.form(&checklist).with("weeks.outage.sales_krw", "0"))
        .is(200)
        .says("<strong>7,654,321원</strong>");

    assert_eq!(app.database.intact(), size, "nothing is recorded");
    let log = app.log.lock().expect("nobody panics with it").clone();
    for typed in ["7,654,321", "7654321", "6424321"] {
        assert!(
            !(log.clone() + &app.rows()).contains(typed),
            "{typed} is kept"
        );
    }
    browser
        .send(
            &page
                .form(&checklist)
                .with("weeks.compared.sales_krw", "많이"),
        )
        .is(422);
}

#[test]
fn the_letter_is_korean_for_everybody_and_names_nobody() {
    let app = App::start();
    let browser = Browser::at(&app.url);
    let letter = format!("/cases/{CASE}/letter");
    browser.open(&letter).says("개인정보 보호법 제35조 제1항");
    let page = in_english(&browser, &letter);
    page.says("A letter that asks for your own records")
        .says("<article lang=\"ko\"")
        .says("받는 곳: 주식회사 카카오")
        .says("2022년 9월 3일부터 2022년 10월 28일까지")
        .says("카카오톡 채널");
}

/// The commands of a page, as somebody copies them.
fn commands(page: &Page, begins: &str) -> Vec<String> {
    let blocks = page.html.split("<pre class=\"app-command\"").skip(1);
    let text = |block: &str| {
        let (_, rest) = block.split_once('>').expect("it opens");
        let text = rest.split("</pre>").next().unwrap_or_default();
        text.replace("&#39;", "'").replace("&#x27;", "'")
    };
    let mut commands: Vec<String> = blocks.map(text).collect();
    commands.retain(|command| command.starts_with(begins));
    commands
}

/// Runs a command in a folder, as a shell does that knows the program; returns what it printed.
fn pasted(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_claimant-registry"));
    let own = program.parent().expect("it lies in a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    let run = Command::new("sh")
        .args(["-c", command])
        .env("PATH", format!("{own}:{path}"))
        .current_dir(folder)
        .output()
        .expect("sh is there");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{command}: {said}{complaint}");
    said
}

#[test]
fn the_commands_that_check_the_log_and_a_receipt_work_as_printed() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let size = app.database.intact();
    app.published(size);
    let receipts = format!("/api/v1/claims/{claim}/receipts");
    let listed = claimant.get(&receipts).json();
    let submission = listed.as_array().and_then(|listed| listed.last());
    let receipt = &submission.expect("there is one")["id"];
    let receipt = claimant.get(&format!("{receipts}/{receipt}")).is(200);
    let folder = tempfile::tempdir().expect("a temporary directory");
    let at = folder.path();
    std::fs::write(at.join("receipt.tlog-proof"), &receipt.bytes).expect("writable");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify.py");
    std::fs::copy(script, at.join("verify.py")).expect("it is there");

    let browser = Browser::at(&app.url);
    let page = browser.open("/log").is(200);
    let checkpoint = app.anybody().get("/log/checkpoint");
    page.says(checkpoint.text().lines().next().expect("an origin"));
    let printed = commands(&page, "claimant-registry ");
    assert_eq!(printed.len(), 2, "{printed:?}");
    for command in &printed {
        pasted(command, at);
    }
    // the second visit finds that the log continues
    pasted(&printed[0], at);
    let fetched = pasted(&commands(&page, "curl ")[0], at);
    assert!(fetched.starts_with(checkpoint.text().lines().next().expect("an origin")));

    let page = browser.open("/verify").is(200);
    for begins in ["claimant-registry ", "python3 "] {
        let said = pasted(&commands(&page, begins)[0], at);
        assert!(said.contains("김하늘"), "{said}");
    }
}
