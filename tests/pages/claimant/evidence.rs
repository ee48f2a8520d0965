//! Evidence: by the fingerprint, which the server computes where the browser cannot.

use sha2::{Digest, Sha256};

use super::{draft, link, merchant};
use crate::harness::browser::{Browser, Form};
use crate::harness::caller::PASSWORD;
use crate::harness::server::App;

fn hash(contents: &[u8]) -> String {
    let digest = Sha256::digest(contents);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn files_without_scripts_are_hashed_and_not_kept() {
    let app = App::start();
    let (browser, _) = merchant(&app);
    let claim = draft(&browser);
    let list = browser.open(&format!("{claim}/evidence"));
    list.says("파일의 지문")
        .says("서비스 이용 증빙")
        .says("아직 없습니다");
    let path = format!("{claim}/evidence/new/service-use");
    let page = browser.open(&path).is(200);
    page.says("multiple")
        .says("data-module=\"app-files app-once\"");
    let form = page.form(&path);
    let form = Form {
        fields: form
            .fields
            .into_iter()
            .filter(|(name, _)| name.starts_with("form-") || name == "note")
            .collect(),
        ..form
    };
    browser
        .send_files(&form, &[("", b"")])
        .is(422)
        .says("href=\"#file\"")
        .says("id=\"file\"");

    let long = vec![b'x'; 3 << 20];
    let files: [(&str, &[u8]); 2] = [("채널 화면.png", b"a screen"), ("긴 파일.txt", &long)];
    let form = browser.open(&path).form(&path);
    let words = ["form-token", "form-key", "note", "taken_on"];
    let form = Form {
        fields: form
            .fields
            .into_iter()
            .filter(|(name, _)| words.contains(&&**name))
            .collect(),
        ..form
    };
    let kept = browser
        .send_files(&form.with("taken_on", "내일"), &files)
        .is(422);
    // nothing has to be read again
    kept.says(&hash(&long))
        .says("채널 화면.png")
        .says("href=\"#taken_on\"");
    let listed = browser
        .send(&kept.only_form().with("taken_on", "2022-10-17"))
        .is(200);
    assert_eq!(listed.at, format!("{claim}/evidence"));
    listed
        .says(&hash(b"a screen"))
        .says(&hash(&long))
        .says("긴 파일.txt");
    listed.says("3,145,728바이트");
    assert!(!app.rows().contains("a screen"), "the file is not kept");
    app.database.intact();
}

#[test]
fn a_file_of_another_site_or_a_stranger_is_not_read() {
    let app = App::start();
    let (mut browser, _) = merchant(&app);
    let claim = draft(&browser);
    let path = format!("{claim}/evidence/new/other");
    let form = browser.open(&path).form(&path);
    let foreign = form.clone().with("form-token", &"0".repeat(64));
    browser.send_files(&foreign, &[("a", b"a")]).is(403);
    let huge = vec![0; (50 << 20) + 1];
    let form = browser.open(&path).form(&path);
    let form = Form {
        fields: form
            .fields
            .into_iter()
            .filter(|(name, _)| name.starts_with("form-"))
            .collect(),
        ..form
    };
    browser.send_files(&form, &[("a", &huge)]).is(413);
    browser
        .headers
        .retain(|(name, _)| *name != "sec-fetch-site");
    browser.forget("session");
    let asked = browser.send_files(&form, &[("a", b"a")]);
    assert!(asked.at.starts_with("/sign-in"), "{}", asked.at);
    assert_eq!(app.count("SELECT count(*) FROM evidence"), 0);
}

#[test]
fn a_fingerprint_is_written_by_hand_replaced_and_taken_off() {
    let app = App::start();
    let (browser, _) = merchant(&app);
    let claim = draft(&browser);
    let path = format!("{claim}/evidence/new/sales-loss");
    let mut forms = browser.open(&path).forms();
    forms
        .retain(|form| form.action == path && form.fields.iter().any(|(name, _)| name == "sha256"));
    let by_hand = forms.pop().expect("a form for what was computed");
    let keys = |name: &str| !matches!(name, "file_name" | "size_bytes" | "sha256");
    let by_hand = Form {
        fields: by_hand
            .fields
            .into_iter()
            .filter(|(name, _)| keys(name))
            .collect(),
        ..by_hand
    };
    let typed = by_hand
        .with("file_name", "매출.xlsx")
        .with("size_bytes", "2,000");
    let wrong = browser.send(&typed.with("sha256", "abc")).is(422);
    wrong
        .says("id=\"sha256-error\"")
        .says("id=\"size_bytes-error\"");
    let right = wrong.only_form().with("size_bytes", "2000");
    let right = right.with("sha256", &hash(b"sales").to_uppercase());
    let listed = browser.send(&right).is(200);
    listed.says("매출.xlsx").says(&hash(b"sales"));

    let replace = link(&listed, &format!("{claim}/evidence/"), "/replacement");
    let form = browser.open(&replace).is(200).form(&replace);
    let form = Form {
        fields: form
            .fields
            .into_iter()
            .filter(|(name, _)| name.starts_with("form-"))
            .collect(),
        ..form
    };
    let listed = browser
        .send_files(&form, &[("새 매출.xlsx", b"new sales")])
        .is(200);
    listed.says("새 매출.xlsx").says_not(&hash(b"sales"));
    // another window still has the page for the first file
    let late = form.clone().with("form-key", &"2".repeat(32));
    let late = browser.send_files(&late, &[("세 번째.xlsx", b"third")]);
    assert_eq!(late.is(200).at, format!("{claim}/evidence?gone=true"));
    let now = browser.open(&replace).is(200);
    now.says("그사이 다른 기기나 창에서").says("새 매출.xlsx");
    let stranger = Browser::at(&app.url);
    app.claimant("other@example.com");
    stranger.sign_in("other@example.com", PASSWORD);
    stranger.open(&replace).is(404);
    let remove = link(&listed, &format!("{claim}/evidence/"), "/removal");
    let ask = browser.open(&remove).is(200);
    ask.says("목록에서 빼시겠습니까?").says("새 매출.xlsx");
    let removed = browser.send(&ask.only_form()).is(200);
    removed.says_not("새 매출.xlsx").says_not("그사이");
    browser.open(&remove).is(200).says("그사이");
    browser
        .open(&format!("{claim}/evidence/new/nothing"))
        .is(404);
}
