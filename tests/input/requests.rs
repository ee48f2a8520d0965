//! Requests that do not read, do not come or are sent twice; and errors in the user's language.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller, fresh_key};
use crate::harness::claims::claim_body;
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::input::{fault, with};

fn raw(caller: &Caller, path: &str, content_type: &str, body: &[u8]) -> Answer {
    let key = fresh_key();
    caller.send(
        "POST",
        path,
        &[
            ("content-type", content_type),
            ("idempotency-key", &key),
            ("accept-language", "en"),
        ],
        body.to_vec(),
    )
}

#[test]
fn a_body_that_does_not_read_is_refused_before_anything_else() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let path = format!("/api/v1/cases/{CASE}/claims");
    for (body, status, code) in [
        (&b"{\"party\": \"person\""[..], 400, "body-json"),
        (b"not json", 400, "body-json"),
        (b"{\"party\": \"person\"} trailing", 400, "body-json"),
        (b"{\"party\": \"\xff\"}", 400, "body-utf8"),
        (&[b' '; 65 * 1024], 413, "body-large"),
    ] {
        let answer = raw(&claimant, &path, "application/json", body);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{}",
            answer.text()
        );
    }
    raw(&claimant, &path, "text/plain", b"{}").is(415);
    for (body, field, code) in [
        ("{}", "party", "missing"),
        (
            r#"{"party": "person", "party": "person"}"#,
            "party",
            "twice",
        ),
        (
            r#"{"party": "person", "admin": true}"#,
            "admin",
            "unknown-field",
        ),
        (
            r#"{"party": "person", "identity": {"name": "a", "name": "b"}}"#,
            "identity.name",
            "twice",
        ),
        (r#"{"party": "state"}"#, "party", "unknown-value"),
        (r#"[]"#, "", "object"),
        // a list is no object, at no depth, and an object is no text of a few
        (r#"["person"]"#, "", "object"),
        (
            r#"{"party": "person", "identity": ["김하늘"]}"#,
            "identity",
            "object",
        ),
        (
            r#"{"party": "person", "services": [["kakaotalk", true]]}"#,
            "services[0]",
            "object",
        ),
        (
            r#"{"party": "person", "services": {"service": "kakaotalk"}}"#,
            "services",
            "list",
        ),
        (r#"{"party": {"person": null}}"#, "party", "unknown-value"),
        (r#"{"party": ["person"]}"#, "party", "unknown-value"),
        (r#"{"party": 1}"#, "party", "unknown-value"),
        (r#"{"party": null}"#, "party", "unknown-value"),
        (
            r#"{"party": "person", "identity": {"name": 7}}"#,
            "identity.name",
            "text",
        ),
        (
            r#"{"party": "person", "services": [{"service": "a", "paid": "yes"}]}"#,
            "services[0].paid",
            "yes-or-no",
        ),
        // a name that is none of ours may be somebody's
        (r#"{"party": "person", "김하늘": 1}"#, "?", "unknown-field"),
        (
            r#"{"party": "person", "identity": {"9001011234568": 1}}"#,
            "identity.?",
            "unknown-field",
        ),
    ] {
        let answer = raw(&claimant, &path, "application/json", body.as_bytes());
        assert_eq!(
            (answer.status, answer.faults()),
            (422, fault(field, code)),
            "{body}: {}",
            answer.text()
        );
    }
    let large = [&b"{\"email\":\""[..], &[b'a'; 17 * 1024], b"\"}"].concat();
    assert_eq!(
        raw(
            &app.anybody(),
            "/api/v1/accounts",
            "application/json",
            &large
        )
        .status,
        413,
        "account routes take 16 KiB"
    );
    assert_eq!(claimant.get("/api/v1/claims").json(), json!([]));
}

#[test]
fn a_body_that_begins_with_a_byte_order_mark_is_read() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let path = format!("/api/v1/cases/{CASE}/claims");
    let body = [&b"\xef\xbb\xbf"[..], claim_body().to_string().as_bytes()].concat();
    raw(&claimant, &path, "application/json", &body).is(201);
    // one in the middle, two of them, and the marks of UTF-16 are none
    for (body, code) in [
        (&b"\xef\xbb\xbf\xef\xbb\xbf{}"[..], "body-json"),
        (b"{\xef\xbb\xbf}", "body-json"),
        (b"\xef\xbb\xbf", "body-json"),
        (b"\xff\xfe{\x00}\x00", "body-utf8"),
    ] {
        let answer = raw(&claimant, &path, "application/json", body);
        assert_eq!((answer.status, answer.code().as_str()), (400, code));
    }
}

#[test]
fn a_time_is_one_that_every_program_can_write() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let (exports, disclosures) = (
        format!("/api/v1/cases/{CASE}/exports"),
        format!("/api/v1/cases/{CASE}/disclosures"),
    );
    for (time, code) in [
        ("-9999-01-01T00:00:00Z", "time-range"),
        ("0000-12-31T23:59:59Z", "time-range"),
        ("0001-01-01T00:00:00+09:00", "time-range"),
        ("9999-12-31T23:59:59-09:00", "time-range"),
        ("+10000-01-01T00:00:00Z", "time-range"),
        ("+262142-01-01T00:00:00Z", "time-range"),
        ("+999999999-01-01T00:00:00Z", "timestamp"),
        ("infinity", "timestamp"),
        ("2022-10-15", "timestamp"),
        ("2022-02-30T00:00:00Z", "timestamp"),
        ("2022-10-15T15:30:00", "timestamp"),
        ("", "timestamp"),
        ("0001-01-01T00:00:00Z", ""),
        ("9999-12-31T23:59:59.999999Z", ""),
        ("2022-10-15T15:30:00+09:00", ""),
    ] {
        for field in ["submitted_from", "submitted_until"] {
            let reason = "서류를 차례로 확인합니다";
            let export = json!({"profile": "contact", "format": "csv", "reason": reason, "filter": {field: time}});
            let disclosure = json!({"reason": reason, "filter": {field: time}});
            for (path, body) in [(&exports, export), (&disclosures, disclosure)] {
                let answer = lawyer.post(path, body);
                if code.is_empty() {
                    answer.is(201);
                } else {
                    let expected = fault(&format!("filter.{field}"), code);
                    assert_eq!((answer.status, answer.faults()), (422, expected), "{time}");
                }
            }
        }
    }
    lawyer.get(&exports).is(200);
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    let app = App::with(&[("BODY_SECONDS", "1")]);
    let mut stream =
        TcpStream::connect(app.url.trim_start_matches("http://")).expect("the server answers");
    stream
        .write_all(
            b"POST /api/v1/sessions HTTP/1.1\r\nhost: registry\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"email\"",
        )
        .expect("it reads");
    let mut answer = [0; 64];
    let read = stream.read(&mut answer).expect("it answers");
    assert!(
        answer[..read].starts_with(b"HTTP/1.1 408"),
        "{}",
        String::from_utf8_lossy(&answer[..read])
    );
}

#[test]
fn a_key_belongs_to_one_request() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let path = format!("/api/v1/cases/{CASE}/claims");
    let send = |headers: &[(&str, &str)], body: Value| claimant.json("POST", &path, headers, body);
    assert_eq!(send(&[], claim_body()).code(), "idempotency-key-missing");
    assert_eq!(
        send(&[("idempotency-key", "with space")], claim_body()).code(),
        "idempotency-key-form"
    );
    let wrong = with(claim_body(), "/businesses/0/industry", json!("piracy"));
    send(&[("idempotency-key", "one")], wrong).is(422);
    let first = send(&[("idempotency-key", "one")], claim_body());
    assert_eq!(first.status, 201, "an error does not use the key up");
    let second = send(&[("idempotency-key", "one")], claim_body());
    assert_eq!(
        (second.status, &second.bytes, &second.headers["location"]),
        (201, &first.bytes, &first.headers["location"])
    );
    assert_eq!(
        send(
            &[("idempotency-key", "one")],
            json!({"party": "corporation"})
        )
        .faults(),
        fault("Idempotency-Key", "idempotency-key-reused")
    );
    assert_eq!(
        claimant
            .get("/api/v1/claims")
            .json()
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn errors_speak_the_users_language() {
    let app = App::start();
    let say = |language: &str| {
        app.anybody().send(
            "GET",
            "/api/v1/cases/none",
            &[("accept-language", language)],
            Vec::new(),
        )
    };
    let (korean, english) = (say("ko-KR,ko;q=0.9"), say("en-US"));
    assert_eq!(
        (
            korean.json()["title"].as_str(),
            english.json()["title"].as_str()
        ),
        (Some("찾을 수 없습니다"), Some("Not found"))
    );
    assert_eq!(
        (
            &korean.headers["content-language"],
            say("fr").headers["content-language"].as_str()
        ),
        (&"ko".to_string(), "ko")
    );
    let refused = app
        .anybody()
        .send("PATCH", "/api/v1/cases/none", &[], Vec::new());
    assert_eq!(
        (refused.status, refused.headers["allow"].as_str()),
        (405, "GET, HEAD")
    );
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let state = with(claim_body(), "/party", json!("state"));
    for (language, values, status) in [
        (
            "ko",
            "가운데 하나여야 합니다: person, corporation",
            "제출됨",
        ),
        ("en", "one of: person, corporation", "submitted"),
    ] {
        let send = |path: &str, body: &Value| {
            let headers = [
                ("content-type", "application/json"),
                ("accept-language", language),
                ("idempotency-key", language),
            ];
            claimant
                .send("POST", path, &headers, body.to_string().into_bytes())
                .json()["detail"]
                .as_str()
                .unwrap_or_default()
                .to_string()
        };
        let said = send(&format!("/api/v1/cases/{CASE}/claims"), &state);
        assert!(said.contains(values), "{said}");
        let said = send(&format!("/api/v1/claims/{claim}/submission"), &json!({}));
        assert!(said.contains(status), "{said}");
    }
}
