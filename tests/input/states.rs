//! What the state of things forbids: texts that are superseded, a claim that is not complete, a
//! conflict.

use serde_json::{Value, json};

use crate::harness::claims::{claim_body, evidence_body, loss_body, powers, revision};
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::input::{RESIDENT, refused, with};

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
        let body = json!({"item": "mandate", "language": "ko", "text_sha256": hash, "agreed": true, "signed_name": name, "powers": powers()});
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
    app.database.cli_ok(&revision(
        "mandate",
        &path("ko.txt"),
        &path("en.txt"),
        "renew",
    ));
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
        "consents.fee_contract",
        "consents.mandate",
        "consents.participation",
        "consents.privacy_required",
        "consents.third_party_court",
        "consents.third_party_defendant",
        "evidence.service-use",
        "identity.address",
        "identity.birth_date",
        "identity.name",
        "identity.phone",
        "losses",
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
    claimant
        .json(
            "PUT",
            &format!("/api/v1/claims/{claim}"),
            &[("if-match", "\"1\"")],
            minor,
        )
        .is(204);
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
    claimant
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
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
    claimant
        .post(&format!("{path}/evidence"), evidence_body("other", "late"))
        .is(409);
    claimant
        .post(&format!("{path}/withdrawal"), json!({}))
        .is(204);
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
    withdraw("mandate").is(204);
    assert_eq!(
        claimant.get(&format!("/api/v1/claims/{claim}")).json()["status"],
        "withdrawn"
    );
    withdraw("mandate").is(409);
}
