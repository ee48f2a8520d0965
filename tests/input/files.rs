//! Names and media types of listed files.

use serde_json::json;

use crate::harness::claims::evidence_body;
use crate::harness::server::App;
use crate::input::{Draft, Row, hold, with};

#[test]
fn a_file_name_is_one_line_that_can_be_read() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let rows: &[Row] = &[
        ("매출 (10월).xlsx", Ok("매출 (10월).xlsx"), "as it is"),
        ("가게👨‍👩‍👧.jpg", Ok("가게👨‍👩‍👧.jpg"), "an emoji of several"),
        ("\u{1100}\u{1161}게.jpg", Ok("가게.jpg"), "macOS"),
        ("\u{200b}매출.hwp ", Ok("매출.hwp"), "what came along"),
        ("영수증\n10월.pdf", Ok("영수증 10월.pdf"), "a line end"),
        ("C:\\매출.xlsx", Err("file-name"), "with its folder"),
        ("매출/10월.xlsx", Err("file-name"), "with its folder"),
        ("..", Err("no-words"), "a folder"),
        (
            "invoice\u{202e}gpj.exe",
            Err("control-character"),
            "turns round",
        ),
        (
            "깨진\u{fffd}.jpg",
            Err("damaged"),
            "read in the wrong encoding",
        ),
        ("", Err("empty"), "nothing"),
    ];
    hold(rows, |typed| {
        let body = with(evidence_body("other", "a"), "/file_name", json!(typed));
        draft.added("evidence", body, "file_name")
    });
}

#[test]
fn a_browser_may_know_nothing_of_a_file() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let unknown = "application/octet-stream";
    let rows: &[Row] = &[
        ("", Ok(unknown), ".hwp"),
        (" ", Ok(unknown), "nothing"),
        ("Image/PNG", Ok("image/png"), "lower case"),
        ("text/plain; charset=utf-8", Ok("text/plain"), "a parameter"),
        ("png", Err("media-type"), "half of one"),
        ("image/", Err("media-type"), "half of one"),
        ("이미지/png", Err("media-type"), "words"),
    ];
    hold(rows, |typed| {
        let body = with(evidence_body("other", "a"), "/media_type", json!(typed));
        draft.added("evidence", body, "media_type")
    });
    let mut body = evidence_body("other", "a");
    body.as_object_mut()
        .expect("an object")
        .remove("media_type");
    assert_eq!(
        draft.added("evidence", body, "media_type"),
        Ok(json!(unknown))
    );
}
