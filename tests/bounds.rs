//! What a claimant can make grow, and where it ends: whatever is kept for good has a bound, and the
//! answer names it.

use serde_json::json;

use crate::harness::caller::Answer;
use crate::harness::claims::{answer_body, claim_body, evidence_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn refused(answer: &Answer, code: &str, most: &str) {
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (409, code),
        "{}",
        answer.text()
    );
    let said = answer.json()["detail"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    assert!(said.contains(most), "{said}");
}

#[test]
fn a_claim_takes_a_hundred_answers_and_an_agreement_can_still_be_taken_back() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}/consents");
    let text = claimant.consent_text("privacy_optional");
    let answer = |agreed: bool| claimant.post(&path, answer_body(&text, agreed, "김하늘"));
    for n in claimant.get(&path).json().as_array().expect("a list").len()..100 {
        assert_eq!(answer(n % 2 == 1).status, 201, "{n}");
    }
    refused(&answer(false), "too-many-answers", "100");
    let answers = claimant.get(&path).json();
    let answers = answers.as_array().expect("a list");
    assert_eq!((answers.len(), &answers[99]["agreed"]), (100, &json!(true)));
    let last = answers[99]["id"].as_str().expect("an id");
    claimant
        .post(&format!("/api/v1/consents/{last}/withdrawal"), json!({}))
        .is(204);
    claimant
        .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
        .is(204);
    app.database.intact();
}

#[test]
fn a_claim_lists_a_thousand_files_in_all_its_time() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}/evidence");
    let listed = || claimant.get(&path).json().as_array().map(Vec::len);
    assert_eq!(listed(), Some(2));
    // as if so many had been listed and taken off again
    app.sql(
        "INSERT INTO evidence SELECT gen_random_uuid(), claim_id, case_id, kind, NULL, media_type, size_bytes, sha256, taken_on, sealed,
             commitments, NULL, created_at, now()
         FROM (SELECT * FROM evidence LIMIT 1) one, generate_series(1, 997)",
    );
    let file = claimant
        .post(&path, evidence_body("other", "the thousandth"))
        .id();
    refused(
        &claimant.post(&path, evidence_body("other", "one more")),
        "too-many-ever",
        "1000",
    );
    let replaced = claimant.post(
        &format!("/api/v1/evidence/{file}/replacements"),
        evidence_body("other", "instead"),
    );
    refused(&replaced, "too-many-ever", "1000");
    assert_eq!(listed(), Some(3), "what could not be replaced stays listed");
    claimant.delete(&format!("/api/v1/evidence/{file}")).is(204);
    refused(
        &claimant.post(&path, evidence_body("other", "one more")),
        "too-many-ever",
        "1000",
    );
    app.database.intact();
}

#[test]
fn an_account_begins_twenty_claims_in_a_case() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let path = format!("/api/v1/cases/{CASE}/claims");
    for n in 0..20 {
        let claim = claimant.post(&path, claim_body()).id();
        // what was erased counts as well: the figures and its record stay
        let ended = match n % 4 {
            0 => claimant.delete(&format!("/api/v1/claims/{claim}")).status == 200,
            _ => {
                claimant
                    .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
                    .status
                    == 204
            }
        };
        assert!(ended, "{n}");
    }
    refused(&claimant.post(&path, claim_body()), "too-many-claims", "20");
    assert_eq!(
        claimant
            .get("/api/v1/claims")
            .json()
            .as_array()
            .map(Vec::len),
        Some(15)
    );
    assert_eq!(
        app.claimant("other@example.com")
            .post(&path, claim_body())
            .status,
        201,
        "others have their own"
    );
    app.database.intact();
}
