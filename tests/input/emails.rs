//! Addresses of mail: one mailbox has one form, which is what stands in the index and in the header.

use serde_json::json;

use crate::harness::caller::PASSWORD;
use crate::harness::server::App;
use crate::input::{Row, hold};

#[test]
fn an_address_is_one_mailbox_or_refused() {
    let app = App::start();
    let administrator = app.staff("administrator", "administrator@example.com");
    let rows: &[Row] = &[
        (" Kim@Example.KR ", Ok("kim@example.kr"), "lower case"),
        ("lee＠example．com", Ok("lee@example.com"), "full width"),
        (
            "\u{feff}park@exam\u{200b}ple.com\u{202c}",
            Ok("park@example.com"),
            "what came along",
        ),
        (
            "choi@하늘.kr",
            Ok("choi@xn--wh1bz27d.kr"),
            "a Korean domain",
        ),
        (
            "jung+case@example.com",
            Ok("jung+case@example.com"),
            "a tag",
        ),
        (
            "o'brien@example.com",
            Ok("o'brien@example.com"),
            "an apostrophe",
        ),
        (
            "\"kang\"@example.com",
            Ok("kang@example.com"),
            "quotation marks for nothing",
        ),
        (
            "\"cho min\"@example.com",
            Ok("\"cho min\"@example.com"),
            "quotation marks for a space",
        ),
        ("", Err("empty"), "nothing"),
        ("kim", Err("email"), "no domain"),
        ("kim@host", Err("email"), "no domain of the DNS"),
        ("x0:v@example.com", Err("email"), "a group"),
        ("group:a@example.com;", Err("email"), "a group"),
        (
            "=?utf-8?q?a=40evil.example=3e=20?=x@example.com",
            Err("email"),
            "an encoded word",
        ),
        ("kim@[127.0.0.1]", Err("email"), "a literal"),
        ("kim@127.0.0.1", Err("email"), "a number"),
        ("kim@example.com:25", Err("email"), "a port"),
        ("-oQ/tmp@example.com", Err("email"), "an option"),
        ("`id`@example.com", Err("email"), "a command"),
        ("kim@*.com", Err("email"), "a star"),
        ("kim\\@example.com", Err("email"), "a backslash"),
        ("kim(park)@example.com", Err("email"), "a comment"),
        ("Kim <kim@example.com>", Err("email"), "a name"),
        ("a@example.com, b@example.com", Err("email"), "two"),
        (
            "a@example.com\r\nBcc: b@example.com",
            Err("email"),
            "a header",
        ),
        ("\u{3164}@example.com", Err("email"), "nobody"),
        ("하늘@example.com", Err("email-ascii"), "not delivered"),
        ("9001011234568@example.com", Err("resident-number"), "never"),
    ];
    hold(rows, |typed| {
        let body = json!({"email": typed, "name": "새 직원", "role": "paralegal"});
        let answer = administrator.post("/api/v1/staff", body);
        if answer.status != 201 {
            assert_eq!(answer.faults()[0].0, "email", "{}", answer.text());
            return Err(answer.faults()[0].1.clone());
        }
        let id = answer.id();
        let staff = administrator.get("/api/v1/staff").json();
        let staff = staff.as_array().expect("a list").iter();
        let made = staff.clone().find(|account| account["id"] == *id);
        Ok(made.expect("it is listed")["email"].clone())
    });
}

#[test]
fn two_spellings_of_a_mailbox_are_one_account() {
    let app = App::start();
    app.claimant("choi@xn--wh1bz27d.kr");
    let anybody = app.anybody();
    for spelling in [
        "choi@xn--wh1bz27d.kr",
        "choi＠하늘．kr",
        "\"choi\"@하늘.KR\u{200b}",
    ] {
        anybody.sign_in(spelling, PASSWORD);
    }
    let reset = json!({"email": "\"choi\"@하늘.kr"});
    anybody.post("/api/v1/password-resets", reset).is(202);
    let mail = app.mail("choi@xn--wh1bz27d.kr");
    assert!(mail.is_ascii(), "nothing raw stands in a mail: {mail}");
}
