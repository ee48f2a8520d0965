//! Listed files: the same file twice is seen, what is replaced or taken off stays on record, and a
//! file says which loss it is for.

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::claims::{evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn listed(caller: &Caller, claim: &str) -> Vec<Value> {
    caller
        .get(&format!("/api/v1/claims/{claim}/evidence"))
        .json()
        .as_array()
        .expect("a list")
        .clone()
}

/// The file of that id in a list.
fn one<'l>(list: &'l [Value], id: &str) -> &'l Value {
    list.iter()
        .find(|file| file["id"] == id)
        .unwrap_or_else(|| panic!("{id} is not listed: {list:?}"))
}

/// What the lawyer is shown of a claim's files.
fn opened(lawyer: &Caller, claim: &str) -> Vec<Value> {
    let asked = json!({"reason": "같은 자료가 있는지 확인합니다", "claims": [claim]});
    let shown = lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), asked)
        .id();
    let page = lawyer
        .get(&format!("/api/v1/disclosures/{shown}/claims"))
        .json();
    page["items"][0]["evidence"]
        .as_array()
        .expect("a list")
        .clone()
}

#[test]
fn the_same_file_in_two_claims_is_flagged_for_the_firm_alone() {
    let app = App::start();
    let (first, second) = (
        app.claimant("first@example.com"),
        app.claimant("second@example.com"),
    );
    let (one_claim, other_claim) = (first.submitted(), second.submitted());
    let add = |caller: &Caller, claim: &str, content| {
        caller
            .post(
                &format!("/api/v1/claims/{claim}/evidence"),
                evidence_body("other", content),
            )
            .id()
    };
    let (ours, twice) = (
        add(&first, &one_claim, "the same sales table"),
        add(&first, &one_claim, "the same sales table"),
    );
    let (theirs, own) = (
        add(&second, &other_claim, "the same sales table"),
        add(&second, &other_claim, "a table of their own"),
    );
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let same = |claim: &str, file: &str| one(&opened(&lawyer, claim), file)["same_in_case"].clone();
    assert_eq!(
        (same(&one_claim, &ours), same(&one_claim, &twice)),
        (json!(1), json!(1)),
        "the copy in the claim itself does not count"
    );
    assert_eq!(
        (same(&other_claim, &theirs), same(&other_claim, &own)),
        (json!(2), json!(0))
    );
    let duplicates = |caller: &Caller, claim: &str, file: &str| {
        one(&listed(caller, claim), file)["duplicates"].clone()
    };
    assert_eq!(duplicates(&lawyer, &one_claim, &ours), 2);
    assert_eq!(
        duplicates(&first, &one_claim, &ours),
        1,
        "an owner learns of their own copy"
    );
    assert_eq!(
        duplicates(&second, &other_claim, &theirs),
        0,
        "and nothing of others' files"
    );
    // what is listed no longer is no copy
    second.delete(&format!("/api/v1/evidence/{theirs}")).is(204);
    assert_eq!(
        (
            same(&one_claim, &ours),
            duplicates(&lawyer, &one_claim, &ours)
        ),
        (json!(0), json!(1))
    );
}

#[test]
fn what_was_replaced_or_taken_off_stays_on_record() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let add = |path: String, content| claimant.post(&path, evidence_body("other", content)).id();
    let first = add(
        format!("/api/v1/claims/{claim}/evidence"),
        "a blurred screenshot",
    );
    let second = add(
        format!("/api/v1/evidence/{first}/replacements"),
        "a sharp screenshot",
    );
    let third = add(
        format!("/api/v1/evidence/{second}/replacements"),
        "the whole page",
    );
    let now = listed(&claimant, &claim);
    assert_eq!(one(&now, &third)["replaces"], second);
    assert!(
        now.iter()
            .all(|file| file["id"] != *first && file["id"] != *second),
        "{now:?}"
    );
    claimant
        .delete(&format!("/api/v1/evidence/{third}"))
        .is(204);
    assert!(
        listed(&claimant, &claim)
            .iter()
            .all(|file| file["id"] != *third)
    );
    for gone in [&first, &third] {
        claimant.delete(&format!("/api/v1/evidence/{gone}")).is(404);
        claimant
            .post(
                &format!("/api/v1/evidence/{gone}/replacements"),
                evidence_body("other", "again"),
            )
            .is(404);
    }
    let kept = app.lines(
        "SELECT concat_ws(' ', id, coalesce(replaces::text, '-'), ended_at > created_at) AS line FROM evidence WHERE kind = 'other' ORDER BY id",
    );
    assert_eq!(
        kept,
        [
            format!("{first} - t"),
            format!("{second} {first} t"),
            format!("{third} {second} t")
        ]
    );
    app.database.intact();
    let entries = app.lines(&format!(
        "SELECT concat_ws(' ', e->>'action', e->>'op', e->>'key') AS line FROM (SELECT seq, entry::json AS e FROM audit_log) log
         WHERE e->>'key' IN ('{first}', '{second}', '{third}') ORDER BY seq"
    ));
    let expected = [
        format!("evidence.add INSERT {first}"),
        format!("evidence.replace UPDATE {first}"),
        format!("evidence.replace INSERT {second}"),
        format!("evidence.replace UPDATE {second}"),
        format!("evidence.replace INSERT {third}"),
        format!("evidence.remove UPDATE {third}"),
    ];
    assert_eq!(entries, expected);
}

#[test]
fn a_claim_lacks_a_kind_from_its_last_file_until_the_next() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let lacks = |kind: &str| {
        let listed = lawyer
            .get(&format!("/api/v1/cases/{CASE}/claims?lacking={kind}"))
            .json();
        listed["items"].as_array().expect("a list").len() == 1
    };
    let list = |kind: &str, content| {
        let path = format!("/api/v1/claims/{claim}/evidence");
        merchant.post(&path, evidence_body(kind, content)).id()
    };
    assert!(lacks("ad-spend") && !lacks("service-use"));
    let (first, second) = (list("ad-spend", "one"), list("ad-spend", "two"));
    assert!(!lacks("ad-spend"));
    let path = format!("/api/v1/evidence/{first}");
    merchant.delete(&path).is(204);
    assert!(!lacks("ad-spend"), "one is left");
    // a file of another kind in its place
    let path = format!("/api/v1/evidence/{second}/replacements");
    merchant
        .post(&path, evidence_body("refund-record", "three"))
        .is(201);
    assert!(lacks("ad-spend") && !lacks("refund-record"));
}

#[test]
fn a_file_says_which_loss_it_is_for() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let loss = claimant
        .post(&format!("/api/v1/claims/{claim}/losses"), loss_body())
        .id();
    let mut body = evidence_body("other", "invoices of the substitute");
    body["loss_id"] = json!(loss);
    let file = claimant
        .post(&format!("/api/v1/claims/{claim}/evidence"), body)
        .id();
    assert_eq!(one(&listed(&claimant, &claim), &file)["loss_id"], loss);
    let refused = claimant.delete(&format!("/api/v1/losses/{loss}"));
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (409, "loss-has-evidence")
    );
    claimant
        .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
        .is(204);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let seen = listed(&lawyer, &claim);
    assert_eq!(
        (
            &one(&seen, &file)["loss_id"],
            &one(&seen, &file)["file_name"]
        ),
        (&json!(loss), &Value::Null)
    );
    assert_eq!(
        seen.iter()
            .filter(|file| !file["loss_id"].is_null())
            .count(),
        1,
        "the others are for none"
    );
}
