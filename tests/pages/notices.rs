//! A notice: written by staff, published by a lawyer, seen by everybody, gone by itself.

use serde_json::json;

use crate::harness::browser::{Browser, Page};
use crate::harness::caller::PASSWORD;
use crate::harness::claims::notice_body;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

/// Waits until the front page says that, or says it no longer.
fn sees(browser: &Browser, words: &str, there: bool) -> Page {
    eventually(|| Some(browser.open("/")).filter(|page| page.html.contains(words) == there))
}

#[test]
fn a_notice_is_written_read_published_and_taken_down() {
    let app = App::start();
    let (paralegal, lawyer) = (app.at_desk("paralegal"), app.at_desk("lawyer"));
    let claim = app.claimant("merchant@example.com").draft();
    let claimant = Browser::at(&app.url);
    claimant.sign_in("merchant@example.com", PASSWORD);
    let stranger = Browser::at(&app.url);

    let list = format!("/staff/cases/{CASE}/notices");
    let today = notice_body()["starts_on"]
        .as_str()
        .expect("a day")
        .to_string();
    let page = paralegal.open(&list).is(200);
    let form = page
        .form(&list)
        .with("title.ko", "설명회 안내")
        .with("body.ko", "첫째 줄\r\n둘째 줄 <b>")
        .with("title.en", "Meeting")
        .with("starts_on", &today)
        .with("ends_on", &today);
    let wrong = paralegal.send(&form).is(422);
    wrong.says("href=\"#body-en\"").says("오류:");
    let form = wrong.form(&list);
    assert_eq!(
        form.value("title.ko"),
        "설명회 안내",
        "what was typed is kept"
    );
    let draft = paralegal.send(&form.with("body.en", "First line")).is(200);
    draft
        .says("초안")
        .says("변호사가 확인하고 게시합니다")
        .says("둘째 줄 &#60;b&#62;");
    let at = draft.at.clone();
    stranger.open("/").says_not("설명회 안내");

    // the lawyer reads it, and meanwhile it changes
    let read = lawyer.open(&at).is(200);
    let changed = paralegal
        .send(&draft.form(&at).with("title.ko", "설명회 변경"))
        .is(200);
    let publication = format!("{at}/publication");
    let stale = lawyer.send(&read.form(&publication)).is(412);
    stale
        .says("설명회 변경")
        .says("그사이에 내용이 바뀌었습니다");
    let published = lawyer.send(&stale.form(&publication)).is(200);
    published.says("게시 중").says_not(&publication);
    // what strangers see is up to a second old
    sees(&stranger, "설명회 변경", true).says("둘째 줄");
    stranger
        .open("/language/en?to=/")
        .says("Meeting")
        .says("First line");
    stranger.open("/language/ko");
    claimant
        .open(&format!("/claims/{claim}"))
        .says("설명회 변경");

    // what is published stays as it was read
    let late = paralegal.send(&changed.form(&at).with("title.ko", "몰래 고침"));
    late.is(409).says("설명회 변경");
    let ended = lawyer
        .send(&published.form(&format!("{at}/ending")))
        .is(200);
    ended.says("끝남");
    sees(&stranger, "설명회", false);
    app.database.intact();
}

#[test]
fn a_notice_appears_and_vanishes_by_itself() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let board = format!("/api/v1/cases/{CASE}/notices");
    let notice = lawyer.post(&board, notice_body()).id();
    let version = [("if-match", "\"1\"")];
    let publication = format!("/api/v1/notices/{notice}/publication");
    lawyer.post(&publication, json!({})).is(428);
    lawyer
        .json("POST", &publication, &version, json!({}))
        .is(204);
    let stranger = Browser::at(&app.url);
    let shown = || {
        let listed = app.anybody().get(&board).json();
        let state = lawyer.get(&format!("{board}/all")).json()[0]["state"].clone();
        (listed.as_array().map_or(0, Vec::len), state)
    };
    assert_eq!(shown(), (1, json!("shown")));
    sees(&stranger, "사무소 이전 안내", true);
    for (moved, state) in [("-8", "over"), ("+9", "waiting")] {
        app.sql(&format!(
            "UPDATE notice SET starts_on = starts_on {moved}, ends_on = ends_on {moved}"
        ));
        assert_eq!(shown(), (0, json!(state)));
        sees(&stranger, "사무소 이전 안내", false);
    }
    // an old draft is not published by mistake, nor one that nobody will look at any more
    let mut old = notice_body();
    old["starts_on"] = json!("2026-01-01");
    old["ends_on"] = json!("2026-01-02");
    let refused = lawyer.post(&board, old).is(422);
    assert_eq!(refused.faults(), [("ends_on".into(), "notice-past".into())]);
    let mut long = notice_body();
    long["ends_on"] = json!("2030-01-02");
    let refused = lawyer.post(&board, long).is(422);
    assert_eq!(refused.faults(), [("ends_on".into(), "notice-long".into())]);
}

#[test]
fn notices_of_another_case_are_not_there() {
    let app = App::start();
    let inside = app.assigned("paralegal", "inside@example.com");
    let notice = inside
        .post(&format!("/api/v1/cases/{CASE}/notices"), notice_body())
        .id();
    let password = app.staff_password("lawyer", "outside@example.com");
    let outside = Browser::at(&app.url);
    outside.sign_in("outside@example.com", &password);
    outside
        .open(&format!("/staff/cases/{CASE}/notices"))
        .is(404);
    outside.open(&format!("/staff/notices/{notice}")).is(404);
}
