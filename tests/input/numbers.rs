//! Business numbers, amounts and hashes, as people type and programs print them.

use serde_json::{Value, json};

use crate::harness::claims::{evidence_body, loss_body};
use crate::harness::server::App;
use crate::input::{Draft, Row, hold, with};

#[test]
fn a_business_number_is_read_with_any_signs_between_its_digits() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let rows: &[Row] = &[
        ("1234567891", Ok("123-45-67891"), "digits alone"),
        ("１２３－４５－６７８９１", Ok("123-45-67891"), "full width"),
        ("123 45 67891", Ok("123-45-67891"), "spaces"),
        ("123.45.67891", Ok("123-45-67891"), "dots"),
        ("123ㅡ45–67891\u{200b}", Ok("123-45-67891"), "other dashes"),
        ("", Ok(""), "left out"),
        ("123-45-67890", Err("business-number"), "the check digit"),
        ("000-00-00000", Err("business-number"), "nobody's"),
        ("123-45-6789", Err("business-number"), "lost a digit"),
        ("123-45-67891 하늘", Err("business-number"), "words"),
    ];
    hold(rows, |typed| draft.business("number", typed));
}

#[test]
fn a_corporation_number_is_no_resident_number() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let rows: &[Row] = &[
        ("1101110062432", Ok("110111-0062432"), "digits alone"),
        (
            "１１０１１１－００６２４３２",
            Ok("110111-0062432"),
            "full width",
        ),
        ("110111 0062432", Ok("110111-0062432"), "a space"),
        ("", Ok(""), "left out"),
        (
            "110111-0062433",
            Err("corporation-number"),
            "the check digit",
        ),
        ("110111-006243", Err("corporation-number"), "lost a digit"),
        ("000000-0000000", Err("corporation-number"), "nobody's"),
        ("900101-1234568", Err("corporation-number"), "a person's"),
    ];
    hold(rows, |typed| draft.identity("corporation_number", typed));
}

#[test]
fn an_amount_is_a_number_or_what_people_type() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let amount = |typed: Value| {
        draft.added(
            "losses",
            with(
                with(loss_body(), "/confirmed_amount", json!(true)),
                "/amount_krw",
                typed,
            ),
            "amount_krw",
        )
    };
    for (typed, won) in [
        (json!(1_200_000), 1_200_000_i64),
        (json!(1_200_000.0), 1_200_000),
        (json!("1200000"), 1_200_000),
        (json!("1,200,000원"), 1_200_000),
        (json!("₩ 1,200,000"), 1_200_000),
        (json!("１２０만 원"), 1_200_000),
        (json!("1억 2,000만"), 120_000_000),
        (json!(1_000_000_000_000_i64), 1_000_000_000_000),
    ] {
        assert_eq!(amount(typed.clone()), Ok(json!(won)), "{typed}");
    }
    for typed in [
        json!(0),
        json!(-5),
        json!(1.5),
        json!(1e30),
        json!(1_000_000_000_001_i64),
        json!("12,00,000"),
        json!("1.5"),
        json!("많이"),
        json!(""),
    ] {
        assert_eq!(amount(typed.clone()), Err("amount".into()), "{typed}");
    }
}

#[test]
fn a_hash_is_read_as_programs_print_it() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let hash = "ab".repeat(32);
    let (upper, named, apart) = (
        hash.to_uppercase(),
        format!("SHA256:{hash}"),
        format!("{} {}\u{200b}\n", &hash[..32], &hash[32..]),
    );
    let long = format!("{hash}0");
    let rows: &[Row] = &[
        (&hash, Ok(&hash), "as it is kept"),
        (&upper, Ok(&hash), "PowerShell"),
        (&named, Ok(&hash), "with its name"),
        (&apart, Ok(&hash), "copied in pieces"),
        (&long, Err("sha256"), "a digit more"),
        (&hash[1..], Err("sha256"), "a digit less"),
        ("", Err("sha256"), "nothing"),
    ];
    hold(rows, |typed| {
        let body = with(evidence_body("other", "a"), "/sha256", json!(typed));
        draft.added("evidence", body, "sha256")
    });
}
