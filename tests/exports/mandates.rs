//! The table of mandates: whoever signs for a claim has a row, with all that a receipt says of one
//! signature.

use claimant_registry::exports::Profile;
use serde_json::{Value, json};

use crate::exports::{export, newest};
use crate::harness::caller::Caller;
use crate::harness::claims::{
    answer_body, claim_body, evidence_body, loss_body, received_check, revision,
};
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

/// A corporation whose two directors sign, one in the account and one by a link; handed in.
fn corporation(app: &App, director: &Caller) -> String {
    let mut body = claim_body();
    body["party"] = json!("corporation");
    body["identity"]["name"] = json!("주식회사 하늘교육");
    body["identity"]["corporation_number"] = json!("110111-0062432");
    let claim = director
        .post(&format!("/api/v1/cases/{CASE}/claims"), body)
        .id();
    let path = format!("/api/v1/claims/{claim}");
    director.post(&format!("{path}/losses"), loss_body()).id();
    for kind in ["service-use", "sales-loss", "representation"] {
        let file = evidence_body(kind, kind);
        director.post(&format!("{path}/evidence"), file).id();
    }
    let signatories = format!("{path}/signatories");
    let here =
        json!({"capacity": "representative", "name": "박이사", "office": "대표이사", "own": true});
    let there = json!({"capacity": "representative", "name": "최이사", "office": "사내이사", "email": "choi@example.com"});
    for one in [here, there] {
        director.post(&signatories, one).is(201);
    }
    director.consent(&claim, "박이사");
    let second = director.get(&signatories).json()[1]["id"].clone();
    director.ask_to_sign(second.as_str().expect("an id"));
    let token = app.mailed_token("choi@example.com");
    for text in director.consent_texts() {
        let answer = answer_body(&text, text["required"] == true, "최이사");
        let path = format!("/api/v1/signatures/{token}/consents");
        app.anybody().json("POST", &path, &[], answer).is(204);
    }
    director
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
    claim
}

/// The rows of a new table, each as an object.
fn rows(lawyer: &Caller) -> Vec<Value> {
    let id = export(lawyer, "mandate_table", "jsonl");
    let text = lawyer.get(&format!("/api/v1/exports/{id}/content")).text();
    let rows = text.lines().map(serde_json::from_str);
    rows.collect::<Result<_, _>>().expect("a row each line")
}

/// Some values of a row.
fn some<const N: usize>(row: &Value, keys: [&str; N]) -> [Value; N] {
    keys.map(|key| {
        row.get(key)
            .unwrap_or_else(|| panic!("{key}: {row}"))
            .clone()
    })
}

#[test]
fn two_directors_have_a_row_each_and_whoever_signs_for_themselves_has_one() {
    let app = App::start();
    let director = app.claimant("director@example.com");
    let claim = corporation(&app, &director);
    let merchant = app.claimant("merchant@example.com");
    merchant.submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    // one of the directors gives a power that the other kept
    let appeal = json!({"power": "appeal", "granted": true, "signed_name": "박이사"});
    director
        .post(&format!("/api/v1/claims/{claim}/powers"), appeal)
        .is(201);
    // the firm saw one of them, and put a call on record that never was
    let signatories = director
        .get(&format!("/api/v1/claims/{claim}/signatories"))
        .json();
    let identifications = format!("/api/v1/claims/{claim}/identifications");
    for method in ["office", "call"] {
        let seen = json!({"signatory": signatories[0]["id"], "method": method, "identified_on": "2026-11-20", "detail": "사무소에서 신분증을 보았습니다"});
        lawyer.post(&identifications, seen).is(201);
    }
    let known = director.get(&identifications).json();
    let call = known.as_array().expect("a list").iter();
    let call = call.rev().find(|one| one["method"] == "call");
    let call = call.and_then(|one| one["id"].as_str()).expect("an id");
    director
        .post(
            &format!("/api/v1/identifications/{call}/objection"),
            json!({}),
        )
        .is(204);
    let again = json!({"signed_name": "박이사"});
    director
        .post(&format!("/api/v1/claims/{claim}/reaffirmations"), again)
        .is(201);
    // two files came, of which one is another
    let files = director
        .get(&format!("/api/v1/claims/{claim}/evidence"))
        .json();
    let checks = |n: usize| {
        let id = files[n]["id"].as_str().expect("an id");
        format!("/api/v1/evidence/{id}/checks")
    };
    lawyer.post(&checks(0), received_check()).is(201);
    let seen =
        |hash: &Value| json!({"finding": "seen", "checked_on": "2026-11-21", "sha256": hash});
    lawyer.post(&checks(0), seen(&files[0]["sha256"])).is(201);
    lawyer.post(&checks(1), seen(&files[0]["sha256"])).is(201);
    let (text, found) = (director.consent_text("mandate"), rows(&lawyer));
    let [first, second, person] = found.as_slice() else {
        panic!("{found:?}")
    };
    for (row, name, office) in [
        (first, "박이사", "대표이사"),
        (second, "최이사", "사내이사"),
    ] {
        assert_eq!(
            some(
                row,
                [
                    "party",
                    "name",
                    "capacity",
                    "signer_name",
                    "signer_office",
                    "signer_share"
                ]
            ),
            [
                json!("corporation"),
                json!("주식회사 하늘교육"),
                json!("representative"),
                json!(name),
                json!(office),
                Value::Null
            ]
        );
        assert_eq!(
            some(
                row,
                [
                    "mandate_title",
                    "mandate_version",
                    "mandate_sha256",
                    "mandate_language",
                    "mandate_standing"
                ]
            ),
            [
                text["title"].clone(),
                json!("1"),
                text["sha256"].clone(),
                json!("ko"),
                json!("suffices")
            ]
        );
        assert!(
            row["mandate_signed_at"]
                .as_str()
                .is_some_and(|at| at.ends_with("+09:00"))
        );
        assert_eq!(
            some(
                row,
                [
                    "evidence_listed",
                    "evidence_received",
                    "evidence_seen",
                    "evidence_differs",
                    "total_krw"
                ]
            ),
            [
                json!("3"),
                json!("2"),
                json!("1"),
                json!("1"),
                json!(1_200_000)
            ]
        );
    }
    assert_eq!(
        some(first, ["powers_given", "powers_not_given"]),
        [
            json!("settlement,appeal,sub_counsel"),
            json!("counterclaim,withdrawal,waiver,admission,leaving,appeal_withdrawal")
        ]
    );
    assert_eq!(
        some(
            second,
            ["powers_given", "powers_not_given", "reaffirmed_at"]
        ),
        [
            json!("settlement,sub_counsel"),
            json!("counterclaim,withdrawal,waiver,admission,leaving,appeal,appeal_withdrawal"),
            Value::Null
        ]
    );
    let identified = |row: &Value| row["identified"].as_str().unwrap_or_default().to_string();
    assert!(identified(first).starts_with("mail_code:20"), "{first}");
    assert!(identified(first).ends_with(",office:2026-11-20"), "{first}");
    assert!(!identified(second).contains(','), "{second}");
    assert!(
        first["reaffirmed_at"]
            .as_str()
            .is_some_and(|at| at.ends_with("+09:00"))
    );
    assert_eq!(
        some(
            person,
            [
                "party",
                "name",
                "capacity",
                "signer_name",
                "signer_office",
                "evidence_received"
            ]
        ),
        [
            json!("person"),
            json!("김하늘"),
            json!("self"),
            json!("김하늘"),
            Value::Null,
            json!("0")
        ]
    );
    // two claims, three rows
    let recorded = eventually(|| {
        Some(newest(&lawyer)).filter(|export| export["downloads"][0]["status"] == "complete")
    });
    assert_eq!(
        (&recorded["members"], &recorded["downloads"][0]["row_count"]),
        (&json!(2), &json!(3))
    );
}

#[test]
fn an_older_text_is_outdated_and_a_mandate_that_was_taken_back_is_none() {
    let app = App::start();
    let merchant = app.claimant("merchant@example.com");
    let claim = merchant.submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let (ko, en) = (app.database.beside("ko"), app.database.beside("en"));
    std::fs::write(&ko, "새로 쓴 위임 계약의 내용입니다.\n").expect("writable");
    std::fs::write(&en, "The mandate in new words.\n").expect("writable");
    app.database.cli_ok(&revision("mandate", &ko, &en, "renew"));
    let standing = || some(&rows(&lawyer)[0], ["mandate_version", "mandate_standing"]);
    assert_eq!(standing(), [json!("1"), json!("outdated")]);
    let consents = format!("/api/v1/claims/{claim}/consents");
    let signed = answer_body(&merchant.consent_text("mandate"), true, "김하늘");
    merchant.post(&consents, signed).is(201);
    assert_eq!(standing(), [json!("2"), json!("suffices")]);
    let answers = merchant.get(&consents).json();
    let newest = answers.as_array().expect("a list").last().expect("signed");
    let id = newest["id"].as_str().expect("an id");
    merchant
        .post(&format!("/api/v1/consents/{id}/withdrawal"), json!({}))
        .is(204);
    let row = rows(&lawyer).remove(0);
    assert_eq!(
        some(
            &row,
            [
                "status",
                "signer_name",
                "mandate_title",
                "mandate_standing",
                "powers_given",
                "powers_not_given"
            ]
        ),
        [
            json!("withdrawn"),
            json!("김하늘"),
            Value::Null,
            Value::Null,
            Value::Null,
            Value::Null
        ]
    );
}

#[test]
fn every_column_of_the_table_is_explained() {
    let docs = include_str!("../../docs/operating.md");
    for column in Profile::MandateTable.columns() {
        assert!(
            docs.contains(&format!("`{}`", column.header)),
            "{}",
            column.header
        );
    }
}
