//! What came last is what was said last, whatever a clock says; and whoever reads on sees what came
//! since.

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::claims::answer_body;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// Answers an item of the claim, and returns the answer's id.
fn answers(claimant: &Caller, claim: &str, item: &str, agreed: bool) -> String {
    let body = answer_body(&claimant.consent_text(item), agreed, "김하늘");
    claimant
        .post(&format!("/api/v1/claims/{claim}/consents"), body)
        .id()
}

fn listed(caller: &Caller, path: &str, field: &str) -> Vec<Value> {
    let list = caller.get(path).json();
    let list = list
        .get("items")
        .unwrap_or(&list)
        .as_array()
        .expect("a list")
        .clone();
    list.into_iter().map(|item| item[field].clone()).collect()
}

#[test]
fn the_answer_that_was_given_last_counts_though_the_clock_was_set_back() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}");
    answers(&claimant, &claim, "mandate", true);
    let refused = answers(&claimant, &claim, "mandate", false);
    // as if the clock had been set back by an hour before the refusal
    app.sql(&format!(
        "UPDATE consent SET answered_at = answered_at - interval '1 hour' WHERE id = '{refused}'"
    ));
    assert_eq!(
        listed(&claimant, &format!("{path}/consents"), "id").last(),
        Some(&json!(refused))
    );
    assert_eq!(
        listed(&claimant, &format!("{path}/missing"), "field"),
        ["consents.mandate"]
    );
    let handed_in = claimant.post(&format!("{path}/submission"), json!({}));
    assert_eq!(
        (handed_in.status, &handed_in.faults()[0].0[..]),
        (422, "consents.mandate")
    );

    let agreed = answers(&claimant, &claim, "mandate", true);
    app.sql(&format!(
        "UPDATE consent SET answered_at = answered_at - interval '2 hours' WHERE id = '{agreed}'"
    ));
    assert_eq!(claimant.get(&format!("{path}/missing")).json(), json!([]));
    claimant
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
    // and the one that counts is the one that can be taken back
    let back = |id: &str| claimant.post(&format!("/api/v1/consents/{id}/withdrawal"), json!({}));
    assert_eq!(back(&refused).code(), "consent-not-in-force");
    back(&agreed).is(204);
    assert_eq!(claimant.get(&path).json()["status"], "withdrawn");
    app.database.intact();
}

#[test]
fn decisions_exports_and_downloads_are_listed_as_they_were_made() {
    let app = App::start();
    let claim = app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let decide = |decision: &str| {
        let body = json!({"decision": decision, "note": "서류를 다시 확인했습니다"});
        lawyer
            .post(&format!("/api/v1/claims/{claim}/reviews"), body)
            .id()
    };
    let decisions: Vec<String> = ["start", "accept", "reopen", "reject"].map(decide).into();
    let exports = format!("/api/v1/cases/{CASE}/exports");
    let export = |_| {
        let body =
            json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다"});
        lawyer.post(&exports, body).id()
    };
    let made: Vec<String> = (0..3).map(export).collect();
    // ids are made of the clock: as if it had run backwards, each gets the id of another
    app.sql("ALTER TABLE review DISABLE TRIGGER ALL; UPDATE review SET created_at = created_at - seq * interval '1 day'");
    app.sql("ALTER TABLE disclosure DISABLE TRIGGER ALL; UPDATE disclosure SET created_at = created_at - seq * interval '1 day'");
    assert_eq!(
        listed(&lawyer, &format!("/api/v1/claims/{claim}/reviews"), "id"),
        decisions
    );
    let newest: Vec<Value> = made.iter().rev().map(|id| json!(id)).collect();
    assert_eq!(listed(&lawyer, &exports, "id"), newest);
    let after = format!("{exports}?after={}&limit=2", made[2]);
    assert_eq!(listed(&lawyer, &after, "id"), newest[1..]);
}

#[test]
fn a_claim_that_was_begun_first_and_handed_in_last_is_read_last() {
    let app = App::start();
    let (first, second) = (
        app.claimant("first@example.com"),
        app.claimant("second@example.com"),
    );
    let (begun_first, then) = (first.draft(), second.submitted());
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claims = format!("/api/v1/cases/{CASE}/claims");
    assert_eq!(listed(&lawyer, &claims, "id"), [json!(then)]);
    first
        .post(
            &format!("/api/v1/claims/{begun_first}/submission"),
            json!({}),
        )
        .is(204);
    let after = format!("{claims}?after={then}");
    assert_eq!(listed(&lawyer, &after, "id"), [json!(begun_first)]);
    assert_eq!(
        listed(&lawyer, &claims, "id"),
        [json!(then), json!(begun_first)]
    );
    // whoever stands at a claim that is gone reads on all the same
    second.delete(&format!("/api/v1/claims/{then}"));
    assert_eq!(listed(&lawyer, &after, "id"), [json!(begun_first)]);
    let undecided = app.claimant("undecided@example.com").draft();
    for nowhere in [undecided, "01a20848-2cc7-76fd-a102-600afcad4f7a".into()] {
        let answer = lawyer.get(&format!("{claims}?after={nowhere}"));
        assert_eq!(
            answer.faults(),
            [("after".to_string(), "cursor".to_string())]
        );
    }
}

#[test]
fn no_time_that_programs_cannot_write_gets_into_a_row() {
    let app = App::start();
    let unbounded = app.lines(
        "SELECT c.relname || '.' || a.attname AS line FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
           AND a.atttypid IN ('timestamptz'::regtype, 'date'::regtype)
           AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum])
         ORDER BY 1",
    );
    assert!(
        unbounded.is_empty(),
        "give each a CHECK of its years: {unbounded:?}"
    );
    for far in [
        "infinity",
        "-infinity",
        "10000-01-01",
        "0001-12-31 BC",
        "294276-01-01",
    ] {
        use diesel::connection::SimpleConnection;
        let set = format!("UPDATE court_case SET intake_closes = '{far}', intake_opens = '{far}'");
        assert!(app.superuser().batch_execute(&set).is_err(), "{far}");
    }
    app.anybody().get("/api/v1/cases").is(200);
}
