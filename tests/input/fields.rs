//! A wrong value in a claim, a loss or a listed file is refused at its field.

use serde_json::json;

use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::input::{RESIDENT, fault, refused, with};

#[test]
fn a_claim_with_a_wrong_value_is_refused_at_that_field() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    for (at, value, field, code) in [
        (
            "/businesses/0/number",
            json!("123-45-67890"),
            "businesses[0].number",
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
        (
            "/identity/name",
            json!("\u{3164}"),
            "identity.name",
            "empty",
        ),
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
            "/businesses/0/name",
            json!(RESIDENT),
            "businesses[0].name",
            "resident-number",
        ),
        ("/identity/phone", json!(12345678), "identity.phone", "text"),
        (
            "/identity/nickname",
            json!("하늘이"),
            "identity.nickname",
            "unknown-field",
        ),
        (
            "/businesses/0/industry",
            json!("piracy"),
            "businesses[0].industry",
            "not-of-case",
        ),
        (
            "/businesses/0/region",
            json!("tokyo"),
            "businesses[0].region",
            "unknown-value",
        ),
        (
            "/businesses",
            json!([{"number": "123-45-67891"}, {"number": "1234567891"}]),
            "businesses[1].number",
            "twice",
        ),
        (
            "/businesses",
            json!([{"id": "01940000-0000-7000-8000-000000000000"}]),
            "businesses[0].id",
            "business-unknown",
        ),
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
        with(claim_body(), "/businesses/0/industry", json!("piracy")),
        "/identity/phone",
        json!("1"),
    );
    let answer = claimant.post(&format!("/api/v1/cases/{CASE}/claims"), many);
    assert_eq!(
        answer.faults(),
        [
            fault("businesses[0].industry", "not-of-case"),
            fault("identity.phone", "phone")
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
        ("/amount_krw", json!(0.5), "amount_krw", "amount"),
        ("/amount_krw", json!("12,00"), "amount_krw", "amount"),
        ("/amount_krw", json!(true), "amount_krw", "wrong-type"),
        (
            "/amount_krw",
            json!(10_000_000_000_000_000_000_u64),
            "amount_krw",
            "amount",
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
        ("/until_on", json!("05/06/22"), "until_on", "date"),
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
