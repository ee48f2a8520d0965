//! Days: whatever form people write, the year first, is the same day.

use serde_json::json;

use crate::harness::claims::{evidence_body, loss_body};
use crate::harness::server::App;
use crate::input::{Draft, Row, hold, with};

const ROWS: &[Row] = &[
    ("2022-10-17", Ok("2022-10-17"), "ISO"),
    ("20221017", Ok("2022-10-17"), "digits alone"),
    ("2022.10.17", Ok("2022-10-17"), "dots"),
    ("2022. 10. 17.", Ok("2022-10-17"), "as Korean offices write"),
    ("2022/10/17", Ok("2022-10-17"), "slashes"),
    ("2022년 10월 17일", Ok("2022-10-17"), "words"),
    ("２０２２－１０－１７", Ok("2022-10-17"), "full width"),
    ("2022–10–17\u{200b}", Ok("2022-10-17"), "another dash"),
    ("2022. 10. 17.(월)", Ok("2022-10-17"), "with its weekday"),
    ("2022-10-17(화)", Err("date"), "another weekday"),
    ("17/10/2022", Err("date"), "the day first"),
    ("10/17/22", Err("date"), "two digits of a year"),
    ("22-10-17", Err("date"), "two digits of a year"),
    ("221017", Err("date"), "two digits of a year"),
    ("2022-13-01", Err("date"), "no month"),
    ("2022-02-29", Err("date"), "no day"),
    ("2022-10-17T00:00:00Z", Err("date"), "a time"),
    ("어제", Err("date"), "a word"),
];

#[test]
fn a_day_is_read_in_every_form_that_can_be_read_in_one_way() {
    let app = App::start();
    let draft = Draft::begun(&app);
    hold(ROWS, |typed| draft.identity("birth_date", typed));
    hold(ROWS, |typed| {
        let body = with(loss_body(), "/from_on", json!(typed));
        draft.added("losses", body, "from_on")
    });
    hold(ROWS, |typed| {
        let body = with(evidence_body("other", "a"), "/taken_on", json!(typed));
        draft.added("evidence", body, "taken_on")
    });
}

#[test]
fn what_a_form_leaves_empty_is_left_out() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let empty = json!({
        "party": "person", "services": null, "businesses": [{"id": "", "name": "", "number": null, "region": "", "industry": ""}],
        "identity": {"name": "", "birth_date": "", "phone": "", "address": " ", "corporation_number": ""}
    });
    draft.put(&empty).is(204);
    let kept = draft.seen();
    for field in ["name", "number", "region", "industry"] {
        assert_eq!(kept["businesses"][0][field], json!(null), "{field}");
    }
    assert_eq!(kept["services"], json!([]));
    let identity = kept["identity"].as_object().expect("the owner's");
    assert!(identity.values().all(serde_json::Value::is_null), "{kept}");
    draft
        .put(&json!({"party": "person", "identity": null}))
        .is(204);
    for field in ["note", "basis"] {
        let body = with(loss_body(), &format!("/{field}"), json!(""));
        assert_eq!(draft.added("losses", body, field), Ok(json!(null)));
    }
    for field in ["note", "taken_on", "loss_id"] {
        let body = with(evidence_body("other", "a"), &format!("/{field}"), json!(""));
        assert_eq!(draft.added("evidence", body, field), Ok(json!(null)));
    }
}
