//! A claimant erases a claim or the whole account: nothing leads back, and everything else stays.

use serde_json::{Value, json};

use crate::erasure::{Exported, beyond, gone, statistics, traces};
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::{assessment_body, received_check};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// The answer says what was erased, who has it on a list, and until when backups hold it.
fn told(reply: &Value, claim: &str, account: &str, export: &str) {
    let kinds: Vec<_> = reply["erasures"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (one["kind"].as_str(), one["subject"].as_str()))
        .collect();
    assert_eq!(
        kinds,
        [
            (Some("claim"), Some(claim)),
            (Some("account"), Some(account))
        ]
    );
    let held = &reply["exports"][0];
    assert_eq!(
        (&held["id"], &held["claim"], &held["profile"]),
        (&json!(export), &json!(claim), &json!("contact")),
        "{reply:#}"
    );
    assert_eq!(
        (&held["by"], held["downloads"].as_array().map(Vec::len)),
        (&json!("시험 lawyer"), Some(1))
    );
    let until = reply["backups_until"].as_str().unwrap_or_default();
    assert!(
        reply["note"]
            .as_str()
            .is_some_and(|note| note.contains(until) && until.len() == 10),
        "{reply:#}"
    );
}

/// Every verification holds, and tells what was erased on record.
fn verified(app: &App, reply: &Value) -> Exported {
    let (_, report) = app.database.verify(&[]);
    assert!(
        report["erased"]
            .as_u64()
            .is_some_and(|erased| Some(erased) == reply["entries"].as_u64() && erased >= 15),
        "{report:#}"
    );
    assert!(
        report["notes"]
            .to_string()
            .contains("erased by recorded erasures"),
        "{report:#}"
    );
    let exported = Exported::of(app);
    assert_eq!(
        exported.verdict(&exported.payloads()),
        ("intact".into(), None)
    );
    assert_eq!(
        exported.erased().len() as u64,
        reply["entries"].as_u64().unwrap_or_default()
    );
    exported
}

/// Staff find the claim that is kept, and nothing of the other.
fn hidden(lawyer: &Caller, claim: &str, kept: &str) {
    let listed = lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).json();
    assert_eq!(
        (
            listed["items"].as_array().map(Vec::len),
            &listed["items"][0]["id"]
        ),
        (Some(1), &json!(kept))
    );
    for below in ["", "/losses", "/evidence", "/consents", "/reviews"] {
        assert_eq!(
            lawyer.get(&format!("/api/v1/claims/{claim}{below}")).status,
            404,
            "{below}"
        );
    }
    lawyer
        .post(
            &format!("/api/v1/claims/{claim}/reviews"),
            json!({"decision": "accept"}),
        )
        .is(404);
    let named = json!({"reason": "자격을 시험하기 위해서", "claims": [claim]});
    lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), named)
        .is(404);
    let all = json!({"reason": "자격을 시험하기 위해서", "filter": {}});
    let shown = lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), all)
        .id();
    assert_eq!(
        lawyer
            .get(&format!("/api/v1/disclosures/{shown}/claims"))
            .json()["items"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn a_claimant_goes_and_the_log_the_figures_and_everybody_else_stay() {
    let app = App::start();
    let (claimant, other) = (
        app.claimant("leaving@example.com"),
        app.claimant("staying@example.com"),
    );
    let (claim, kept) = (claimant.submitted(), other.submitted());
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    lawyer
        .post(
            &format!("/api/v1/claims/{claim}/reviews"),
            json!({"decision": "start", "note": "서류를 보겠습니다"}),
        )
        .id();
    let losses = claimant.get(&format!("/api/v1/claims/{claim}/losses"));
    let loss = losses.json()[0]["id"].as_str().map(String::from);
    let assessed = format!("/api/v1/losses/{}/assessments", loss.expect("an id"));
    lawyer.post(&assessed, assessment_body()).id();
    let files = claimant.get(&format!("/api/v1/claims/{claim}/evidence"));
    let file = files.json()[0]["id"].as_str().map(String::from);
    let checks = format!("/api/v1/evidence/{}/checks", file.expect("an id"));
    lawyer.post(&checks, received_check()).is(201);
    let another = json!({"finding": "seen", "checked_on": "2026-11-21", "sha256": "5e".repeat(32)});
    lawyer.post(&checks, another).is(201);
    let made = json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다", "standing": "any"});
    let export = lawyer
        .post(&format!("/api/v1/cases/{CASE}/exports"), made)
        .id();
    let content = format!("/api/v1/exports/{export}/content");
    assert_eq!(lawyer.get(&content).text().lines().count(), 3);
    let account = claimant.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    claimant.post(
        "/api/v1/password-resets",
        json!({"email": "leaving@example.com"}),
    );
    let link = app.mailed_token("leaving@example.com");
    let receipts = |caller: &Caller, claim: &str| {
        caller
            .get(&format!("/api/v1/claims/{claim}/receipts"))
            .json()
    };
    let id = receipts(&claimant, &claim)[0]["id"].clone();
    let receipt = crate::harness::eventually(|| {
        Some(claimant.get(&format!("/api/v1/claims/{claim}/receipts/{id}")))
            .filter(|got| got.status == 200)
    });
    let (before, traces) = (
        statistics(&lawyer),
        beyond(
            traces(&app, &claim, Some(&account)),
            &traces(&app, &kept, None),
        ),
    );
    let sizes = app.database.intact();

    let answer = claimant.erase_account().is(200);
    let reply = answer.json();
    told(&reply, &claim, &account, &export);
    gone(&app, &traces);
    assert_eq!(statistics(&lawyer), before, "figures stay");
    assert!(app.database.intact() > sizes);
    let exported = verified(&app, &reply);

    claimant.get("/api/v1/account").is(401);
    app.anybody()
        .post(
            "/api/v1/sessions",
            json!({"email": "leaving@example.com", "password": PASSWORD}),
        )
        .is(401);
    hidden(&lawyer, &claim, &kept);
    assert_eq!(
        lawyer.get(&content).text().lines().count(),
        2,
        "what is taken now has one row less"
    );
    assert_eq!(
        other.get(&format!("/api/v1/claims/{kept}")).json()["identity"]["name"],
        "김하늘"
    );
    let followed = json!({"token": link, "password": "지붕 위의 노란 우산 8개"});
    assert_eq!(
        app.anybody()
            .post("/api/v1/password-resets/confirmations", followed)
            .status,
        422,
        "what waited for the address is gone"
    );
    // who kept a receipt can show it still; others' receipts are what they were
    std::fs::write(exported.path("receipt"), &receipt.bytes).expect("writable");
    let vkey = app.anybody().vkey().to_string();
    app.database.cli_ok(&[
        "verify",
        "receipt",
        &exported.path("receipt"),
        "--vkey",
        &vkey,
    ]);
    assert!(receipts(&other, &kept).as_array().is_some_and(|all| all.len() > 3 && all.iter().all(|one| one["erased"] == json!(false))));
    // the address is free again, for a new beginning, but for the second that the attempt above
    // costs
    app.sql("DELETE FROM sign_in_delay");
    app.claimant("leaving@example.com").submitted();
    app.database.intact();
}

#[test]
fn a_claim_goes_alone_once_and_by_its_owner_only() {
    let app = App::start();
    let (claimant, other) = (
        app.claimant("merchant@example.com"),
        app.claimant("other@example.com"),
    );
    let claim = claimant.draft();
    let traces = traces(&app, &claim, None);
    let path = format!("/api/v1/claims/{claim}");
    other.delete(&path).is(404);
    let erase = || {
        claimant.send(
            "DELETE",
            &path,
            &[("idempotency-key", "the-same"), ("accept-language", "ko")],
            Vec::new(),
        )
    };
    let answer = erase();
    assert_eq!(
        (answer.status, &answer.json()["exports"]),
        (200, &json!([])),
        "{}",
        answer.text()
    );
    assert!(
        answer.json()["note"]
            .as_str()
            .is_some_and(|note| note.contains("파기")),
        "{}",
        answer.text()
    );
    let again = erase();
    assert_eq!(
        (again.status, again.json()),
        (200, answer.json()),
        "an answer may have been lost on its way"
    );
    assert_eq!(
        (other.delete(&path).status, claimant.get(&path).status),
        (404, 404)
    );
    gone(&app, &traces);
    app.database.intact();
    let listed = std::fs::read_to_string(app.database.erasures()).expect("it is listed outside");
    let id = answer.json()["erasures"][0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    assert!(
        listed.ends_with(&format!(" {id} claim {claim}\n")) && listed.lines().count() == 1,
        "{listed}"
    );
    assert_eq!(
        claimant.get("/api/v1/claims").json(),
        json!([]),
        "the account stays"
    );
    claimant.submitted();
}
