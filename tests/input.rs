//! Bad input: a clear error that names the field, in the user's language, and nothing half done.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller, fresh_key};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.into(), code.into())]
}

/// The body with one value changed, at a path such as `/identity/phone`.
fn with(mut body: Value, at: &str, value: Value) -> Value {
    let (parent, key) = at.rsplit_once('/').expect("a path");
    body.pointer_mut(parent).expect("the parent is there")[key] = value;
    body
}

/// Refused with exactly that fault, as a problem document that does not repeat what was typed.
fn refused(answer: &Answer, field: &str, code: &str, typed: &Value) {
    assert_eq!(
        (answer.status, answer.faults()),
        (422, fault(field, code)),
        "{typed}: {}",
        answer.text()
    );
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    if let Some(typed) = typed.as_str().filter(|typed| typed.chars().count() > 3) {
        assert!(!answer.text().contains(typed), "the answer repeats {typed}");
    }
}

const RESIDENT: &str = "제 번호는 900101-1234568 입니다";

#[test]
fn a_claim_with_a_wrong_value_is_refused_at_that_field() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    for (at, value, field, code) in [
        (
            "/identity/business_number",
            json!("123-45-67890"),
            "identity.business_number",
            "business-number",
        ),
        (
            "/identity/phone",
            json!("전화 없음"),
            "identity.phone",
            "phone",
        ),
        (
            "/identity/birth_date",
            json!("1980-02-30"),
            "identity.birth_date",
            "date",
        ),
        (
            "/identity/birth_date",
            json!("2999-01-01"),
            "identity.birth_date",
            "birth-date",
        ),
        (
            "/identity/name",
            json!("김\u{202e}하늘"),
            "identity.name",
            "control-character",
        ),
        ("/identity/name", json!("  "), "identity.name", "empty"),
        (
            "/identity/name",
            json!("가".repeat(101)),
            "identity.name",
            "too-long",
        ),
        (
            "/identity/name",
            json!(RESIDENT),
            "identity.name",
            "resident-number",
        ),
        (
            "/identity/address",
            json!(RESIDENT),
            "identity.address",
            "resident-number",
        ),
        (
            "/identity/business_name",
            json!(RESIDENT),
            "identity.business_name",
            "resident-number",
        ),
        ("/identity/phone", json!(12345678), "identity.phone", "text"),
        (
            "/identity/nickname",
            json!("하늘이"),
            "identity.nickname",
            "unknown-field",
        ),
        ("/industry", json!("piracy"), "industry", "not-of-case"),
        ("/region", json!("tokyo"), "region", "unknown-value"),
        (
            "/services",
            json!([{"service": "fax", "paid": true}]),
            "services[0].service",
            "not-of-case",
        ),
        (
            "/services",
            json!([{"service": "melon", "paid": true}, {"service": "melon", "paid": false}]),
            "services[1].service",
            "twice",
        ),
        (
            "/services",
            json!([{"service": "melon"}]),
            "services[0].paid",
            "missing",
        ),
    ] {
        let answer = claimant.post(
            &format!("/api/v1/cases/{CASE}/claims"),
            with(claim_body(), at, value.clone()),
        );
        refused(&answer, field, code, &value);
    }
    let many = with(
        with(claim_body(), "/industry", json!("piracy")),
        "/identity/phone",
        json!("1"),
    );
    let answer = claimant.post(&format!("/api/v1/cases/{CASE}/claims"), many);
    assert_eq!(
        answer.faults(),
        [
            fault("identity.phone", "phone"),
            fault("industry", "not-of-case")
        ]
        .concat(),
        "all faults at once"
    );
    assert_eq!(
        claimant.get("/api/v1/claims").json(),
        json!([]),
        "nothing was half done"
    );
}

#[test]
fn a_loss_beyond_sense_is_refused() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    for (at, value, field, code) in [
        ("/amount_krw", json!(0), "amount_krw", "amount"),
        ("/amount_krw", json!(-1), "amount_krw", "amount"),
        (
            "/amount_krw",
            json!(1_000_000_000_001_i64),
            "amount_krw",
            "amount",
        ),
        ("/amount_krw", json!(0.5), "amount_krw", "whole-number"),
        ("/amount_krw", json!("1200"), "amount_krw", "whole-number"),
        (
            "/amount_krw",
            json!(10_000_000_000_000_000_000_u64),
            "amount_krw",
            "whole-number",
        ),
        (
            "/from_on",
            json!("2022-10-14"),
            "from_on",
            "before-incident",
        ),
        ("/until_on", json!("2022-10-13"), "until_on", "dates-order"),
        ("/until_on", json!("2999-01-01"), "until_on", "date-future"),
        ("/until_on", json!("15.10.2022"), "until_on", "date"),
        ("/kind", json!("grief"), "kind", "unknown-value"),
        ("/note", json!(RESIDENT), "note", "resident-number"),
        ("/basis", json!(RESIDENT), "basis", "resident-number"),
    ] {
        refused(
            &claimant.post(
                &format!("/api/v1/claims/{claim}/losses"),
                with(loss_body(), at, value.clone()),
            ),
            field,
            code,
            &value,
        );
    }
    assert_eq!(
        claimant
            .get(&format!("/api/v1/claims/{claim}/losses"))
            .json(),
        json!([])
    );
}

#[test]
fn a_file_that_cannot_be_is_refused() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let other = app.claimant("other@example.com");
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    let foreign = other
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    let foreign_loss = other
        .post(&format!("/api/v1/claims/{foreign}/losses"), loss_body())
        .id();
    for (at, value, field, code) in [
        ("/sha256", json!("abc"), "sha256", "sha256"),
        ("/sha256", json!("g".repeat(64)), "sha256", "sha256"),
        ("/sha256", json!("a".repeat(65)), "sha256", "sha256"),
        ("/size_bytes", json!(0), "size_bytes", "size"),
        (
            "/size_bytes",
            json!(10_737_418_241_i64),
            "size_bytes",
            "size",
        ),
        ("/kind", json!("rumour"), "kind", "not-of-case"),
        ("/media_type", json!("png"), "media_type", "media-type"),
        (
            "/file_name",
            json!("../../etc/passwd"),
            "file_name",
            "file-name",
        ),
        (
            "/file_name",
            json!("가".repeat(86)),
            "file_name",
            "file-name-long",
        ),
        (
            "/file_name",
            json!("a".repeat(256)),
            "file_name",
            "file-name-long",
        ),
        (
            "/file_name",
            json!("a\u{0}b"),
            "file_name",
            "control-character",
        ),
        (
            "/file_name",
            json!("900101-1234568.png"),
            "file_name",
            "resident-number",
        ),
        ("/note", json!(RESIDENT), "note", "resident-number"),
        ("/taken_on", json!("2999-01-01"), "taken_on", "date-future"),
        ("/taken_on", json!("1999-12-31"), "taken_on", "date-early"),
        ("/loss_id", json!(foreign_loss), "loss_id", "not-of-claim"),
    ] {
        refused(
            &claimant.post(
                &format!("/api/v1/claims/{claim}/evidence"),
                with(evidence_body("other", "a"), at, value.clone()),
            ),
            field,
            code,
            &value,
        );
    }
    assert_eq!(
        claimant
            .get(&format!("/api/v1/claims/{claim}/evidence"))
            .json(),
        json!([])
    );
    for name in ["가".repeat(85), "a".repeat(255)] {
        claimant
            .post(
                &format!("/api/v1/claims/{claim}/evidence"),
                with(evidence_body("other", "a"), "/file_name", json!(name)),
            )
            .id();
    }
}

#[test]
fn a_consent_to_a_strange_or_superseded_text_is_refused() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    let folder = tempfile::tempdir().expect("a temporary directory");
    let path = |name: &str| {
        folder
            .path()
            .join(name)
            .to_str()
            .expect("plain")
            .to_string()
    };
    let source =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/kakao.toml"))
            .expect("the case file");
    let source = source
        .replace("kakao-2022", "second")
        .replace("\"KKO\"", "\"SEC\"")
        .replace("데모", "둘째");
    std::fs::write(path("case.toml"), source).expect("writable");
    app.database.cli_ok(&["case", "create", &path("case.toml")]);
    let texts = |case: &str| {
        claimant
            .get(&format!("/api/v1/cases/{case}/consent-texts?language=ko"))
            .json()
    };
    let mandate = |texts: &Value| {
        texts
            .as_array()
            .into_iter()
            .flatten()
            .find(|text| text["item"] == "mandate")
            .expect("there is one")
            .clone()
    };
    let (own, foreign) = (mandate(&texts(CASE)), mandate(&texts("second")));
    assert_ne!(own["sha256"], foreign["sha256"]);
    let answer = |hash: &Value, name: &str| {
        let body = json!({"item": "mandate", "language": "ko", "text_sha256": hash, "agreed": true, "signed_name": name});
        claimant.post(&format!("/api/v1/claims/{claim}/consents"), body)
    };
    refused(
        &answer(&foreign["sha256"], "김하늘"),
        "text_sha256",
        "text-unknown",
        &json!(null),
    );
    refused(
        &answer(&own["sha256"], "박바다"),
        "signed_name",
        "signed-name",
        &json!(null),
    );
    refused(
        &answer(&own["sha256"], RESIDENT),
        "signed_name",
        "resident-number",
        &json!(null),
    );
    answer(&own["sha256"], "김 하늘").id();
    std::fs::write(path("ko.txt"), "새 위임장")
        .and_then(|()| std::fs::write(path("en.txt"), "A new mandate"))
        .expect("writable");
    app.database.cli_ok(&[
        "case",
        "revise",
        CASE,
        "mandate",
        "--ko",
        &path("ko.txt"),
        "--en",
        &path("en.txt"),
    ]);
    let superseded = answer(&own["sha256"], "김하늘");
    assert_eq!(
        (superseded.status, superseded.code().as_str()),
        (409, "text-superseded")
    );
    let body = superseded.json()["current"]["body"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let key = app.anybody().get("/log/keys").json()[0]["fingerprint"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    assert!(
        body.starts_with("새 위임장\n\n") && body.contains(&key) && key.len() == 64,
        "the text names the log's key: {body}"
    );
    let missing = claimant
        .get(&format!("/api/v1/claims/{claim}/missing"))
        .json();
    let outdated =
        missing.as_array().into_iter().flatten().any(|fault| {
            fault["field"] == "consents.mandate" && fault["code"] == "consent-outdated"
        });
    assert!(
        outdated,
        "what was signed before the change does not carry over: {missing}"
    );
}

#[test]
fn submission_names_everything_that_is_missing_at_once() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant
        .post(
            &format!("/api/v1/cases/{CASE}/claims"),
            json!({"party": "person"}),
        )
        .id();
    let answer = claimant.post(&format!("/api/v1/claims/{claim}/submission"), json!({}));
    let fields: Vec<String> = answer
        .faults()
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    let expected = [
        "consents.mandate",
        "consents.participation",
        "consents.privacy_required",
        "consents.third_party",
        "evidence.sales-loss",
        "evidence.service-use",
        "identity.address",
        "identity.birth_date",
        "identity.name",
        "identity.phone",
        "industry",
        "losses",
        "region",
        "services",
    ];
    assert_eq!(
        (answer.status, fields),
        (422, expected.map(String::from).to_vec())
    );
    let told = claimant
        .get(&format!("/api/v1/claims/{claim}/missing"))
        .json();
    assert_eq!(told.as_array().map(Vec::len), Some(expected.len()));
    assert_eq!(
        claimant.get(&format!("/api/v1/claims/{claim}")).json()["status"],
        "draft"
    );
    let minor = with(claim_body(), "/identity/birth_date", json!("2015-01-01"));
    assert_eq!(
        claimant
            .json(
                "PUT",
                &format!("/api/v1/claims/{claim}"),
                &[("if-match", "\"1\"")],
                minor
            )
            .status,
        204
    );
    let told = claimant
        .get(&format!("/api/v1/claims/{claim}/missing"))
        .text();
    assert!(told.contains("\"minor\""), "{told}");
}

#[test]
fn what_the_state_of_things_forbids_is_a_conflict() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}");
    let joins = || claimant.post(&format!("/api/v1/cases/{CASE}/claims"), claim_body());
    assert_eq!(
        (joins().status, joins().code().as_str()),
        (409, "already-joined")
    );
    let edit = |version: &str| claimant.json("PUT", &path, &[("if-match", version)], claim_body());
    assert_eq!(
        (
            claimant.put(&path, claim_body()).status,
            edit("\"9\"").status,
            edit("9").status
        ),
        (428, 412, 400)
    );
    assert_eq!(
        claimant.get(&path).headers["etag"],
        "\"2\"",
        "the loss counts, files and consents do not show"
    );
    app.sql("UPDATE court_case SET intake_closes = now()");
    assert_eq!(
        claimant
            .post(&format!("{path}/submission"), json!({}))
            .code(),
        "intake-closed"
    );
    app.sql("UPDATE court_case SET intake_closes = now() + interval '1 day'");
    assert_eq!(
        claimant
            .post(&format!("{path}/submission"), json!({}))
            .status,
        204
    );
    for (answer, what) in [
        (edit("\"3\""), "edit"),
        (
            claimant.post(&format!("{path}/losses"), loss_body()),
            "another loss",
        ),
        (
            claimant.post(&format!("{path}/submission"), json!({})),
            "submission",
        ),
    ] {
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (409, "status"),
            "{what} after submission"
        );
    }
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let decide = |decision: &str, note: &str| {
        lawyer.post(
            &format!("{path}/reviews"),
            json!({"decision": decision, "note": note}),
        )
    };
    assert_eq!(
        decide("accept", "바로 받습니다").status,
        409,
        "a review has to begin"
    );
    decide("start", "시작합니다").id();
    refused(
        &decide("reject", "안 됨"),
        "note",
        "reason-short",
        &json!(null),
    );
    decide("reject", "이용 사실을 보여 주는 자료가 없습니다").id();
    assert_eq!(
        claimant
            .post(&format!("{path}/evidence"), evidence_body("other", "late"))
            .status,
        409
    );
    assert_eq!(
        claimant
            .post(&format!("{path}/withdrawal"), json!({}))
            .status,
        204
    );
    joins().id();
}

#[test]
fn taking_back_a_required_consent_takes_the_claim_with_it() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let withdraw = |item: &str| {
        let answers = claimant
            .get(&format!("/api/v1/claims/{claim}/consents"))
            .json();
        let id = answers
            .as_array()
            .into_iter()
            .flatten()
            .find(|answer| answer["item"] == item)
            .expect("answered")["id"]
            .clone();
        claimant.post(
            &format!(
                "/api/v1/consents/{}/withdrawal",
                id.as_str().unwrap_or_default()
            ),
            json!({}),
        )
    };
    assert_eq!(
        withdraw("privacy_optional").code(),
        "consent-not-in-force",
        "it was refused, so there is nothing to take back"
    );
    assert_eq!(withdraw("mandate").status, 204);
    assert_eq!(
        claimant.get(&format!("/api/v1/claims/{claim}")).json()["status"],
        "withdrawn"
    );
    assert_eq!(withdraw("mandate").status, 409);
}

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
    assert_eq!(raw(&claimant, &path, "text/plain", b"{}").status, 415);
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
        (r#"[]"#, "", "wrong-type"),
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
    let wrong = with(claim_body(), "/industry", json!("piracy"));
    assert_eq!(send(&[("idempotency-key", "one")], wrong).status, 422);
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
        (405, "GET")
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
