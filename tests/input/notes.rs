//! Free text: lines as people have them, and reasons that explain something.

use serde_json::json;

use crate::harness::claims::loss_body;
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::input::{Draft, Row, hold, with};

#[test]
fn a_note_keeps_its_lines_and_hides_nothing() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let rows: &[Row] = &[
        (
            "토요일 예약\r\n일요일 예약",
            Ok("토요일 예약\n일요일 예약"),
            "Windows and HTML forms",
        ),
        (
            "토요일 예약\r일요일 예약",
            Ok("토요일 예약\n일요일 예약"),
            "an old line end",
        ),
        (
            "토요일\u{2028}일요일",
            Ok("토요일\n일요일"),
            "Unicode's line end",
        ),
        (
            "  첫 줄\n\n둘째 줄  ",
            Ok("첫 줄\n\n둘째 줄"),
            "an empty line",
        ),
        ("항목\t금액", Ok("항목 금액"), "out of a table"),
        ("화난 손님 😡 👨‍👩‍👧 #️⃣", Ok("화난 손님 😡 👨‍👩‍👧 #️⃣"), "emoji"),
        (
            "※ 10% 할인 → 취소 <전화> \"예약\"",
            Ok("※ 10% 할인 → 취소 <전화> \"예약\""),
            "any sign",
        ),
        (
            "국어의 ㅋㅋ와 ㅠㅠ",
            Ok("국어의 ㅋㅋ와 ㅠㅠ"),
            "single letters",
        ),
        (
            "\u{feff}파일에서 옮김",
            Ok("파일에서 옮김"),
            "a byte-order mark",
        ),
        ("", Ok(""), "left out"),
        ("\u{3164}\u{3164}\u{3164}", Err("empty"), "nothing to see"),
        ("?!…", Err("no-words"), "says nothing"),
        ("소리 \u{7} 글자", Err("control-character"), "a control"),
        (
            "숨은 \u{200b} 글자",
            Err("control-character"),
            "shows nothing",
        ),
        (
            "거꾸로 \u{202e} 글자",
            Err("control-character"),
            "turns round",
        ),
        (
            "깨진 \u{fffd} 글자",
            Err("damaged"),
            "read in the wrong encoding",
        ),
        (
            "Z\u{300}\u{301}\u{302}\u{303}algo",
            Err("damaged"),
            "marks upon marks",
        ),
    ];
    hold(rows, |typed| {
        draft.added("losses", with(loss_body(), "/note", json!(typed)), "note")
    });
}

#[test]
fn a_reason_explains() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let long = "가나다라마".repeat(101);
    let rows: &[Row] = &[
        ("소장에 붙일 원고 목록", Ok(""), "a reason"),
        ("to answer a question by telephone", Ok(""), "a reason"),
        ("검토", Err("reason-short"), "a word"),
        (
            "검토            함",
            Err("reason-short"),
            "spaces are no characters",
        ),
        ("1111111111", Err("reason-empty"), "explains nothing"),
        (
            "ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ",
            Err("reason-empty"),
            "explains nothing",
        ),
        (
            "확인확인확인확인확인",
            Err("reason-empty"),
            "explains nothing",
        ),
        (
            "\u{3164}\u{3164}\u{3164}\u{3164}\u{3164}\u{3164}\u{3164}\u{3164}\u{3164}\u{3164}",
            Err("empty"),
            "nothing to see",
        ),
        ("", Err("empty"), "nothing"),
        (&long, Err("too-long"), "over 500 characters"),
    ];
    hold(rows, |typed| {
        let asked = json!({"reason": typed, "filter": {}});
        let answer = lawyer.post(&format!("/api/v1/cases/{CASE}/disclosures"), asked);
        match answer.status {
            201 => Ok(json!("")),
            _ => Err(answer.faults()[0].1.clone()),
        }
    });
}
