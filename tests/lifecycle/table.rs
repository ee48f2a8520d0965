//! In every status a claim takes what the table allows, and each change stands in the log.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::claims::{claim_body, evidence_body};
use crate::harness::server::App;
use crate::lifecycle::{File, STEPS, step};

const CONTENTS: [&str; 3] = ["edit", "add loss", "remove loss"];

const FILES: [&str; 3] = ["add evidence", "replace evidence", "remove evidence"];

/// Tries whatever can happen to a claim but `forward`, the steps that would lead on from here.
fn stand(file: &File, status: &str, happens: &[&str], forward: &[&str]) {
    for event in CONTENTS
        .iter()
        .chain(&FILES)
        .chain(&["consent", "assess", "check"])
        .chain(&STEPS)
        .filter(|event| !forward.contains(event))
    {
        let before = file.seen();
        assert_eq!(before["status"], status, "before {event}");
        let answer = file.happens(event);
        if happens.contains(event) {
            assert!(
                matches!(answer.status, 201 | 204),
                "{event} while {status}: {}",
                answer.text()
            );
            assert_eq!(file.seen()["status"], status, "{event}");
            continue;
        }
        // what nobody has handed in, the firm does not see at all
        let unseen = status == "draft"
            && matches!(
                *event,
                "start" | "accept" | "reject" | "reopen" | "assess" | "check"
            );
        let refusal = if unseen {
            (404, "not-found".to_string())
        } else {
            (409, "status".into())
        };
        assert_eq!(
            (answer.status, answer.code()),
            refusal,
            "{event} while {status}: {}",
            answer.text()
        );
        assert_eq!(
            file.seen(),
            before,
            "{event} while {status} changed something"
        );
    }
}

#[test]
fn in_every_status_a_claim_takes_what_the_table_allows_and_nothing_else() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.assigned("lawyer", "lawyer@example.com"),
    );
    let file = File {
        claim: claimant.draft(),
        claimant,
        lawyer,
    };
    let with_files = [&FILES[..], &["consent"]].concat();
    stand(
        &file,
        "draft",
        &[&CONTENTS[..], &with_files].concat(),
        &["submit", "withdraw"],
    );
    // the walk took the first loss and file away
    step(&file, "add loss");
    let missing = file.claimant.get(&file.path("/missing")).json();
    for fault in missing.as_array().expect("a list") {
        let kind = fault["field"]
            .as_str()
            .and_then(|field| field.strip_prefix("evidence."))
            .unwrap_or_else(|| panic!("{missing}"));
        file.claimant
            .post(&file.path("/evidence"), evidence_body(kind, "again"))
            .id();
    }
    step(&file, "submit");
    let with_files = [&with_files[..], &["assess", "check"]].concat();
    stand(&file, "submitted", &with_files, &["start", "withdraw"]);
    step(&file, "start");
    stand(
        &file,
        "under_review",
        &with_files,
        &["accept", "reject", "withdraw"],
    );
    step(&file, "accept");
    stand(
        &file,
        "accepted",
        &["consent", "assess", "check"],
        &["reopen", "withdraw"],
    );
    step(&file, "reopen");
    step(&file, "reject");
    stand(&file, "rejected", &[], &["reopen", "withdraw"]);
    step(&file, "withdraw");
    stand(&file, "withdrawn", &[], &[]);
    app.database.intact();
}

#[test]
fn every_change_of_a_claim_stands_in_the_log_under_its_claim_and_case() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.assigned("lawyer", "lawyer@example.com"),
    );
    let file = File {
        claim: claimant.draft(),
        claimant,
        lawyer,
    };
    let mut other = claim_body();
    other["services"] = json!([{"service": "melon", "paid": true}]);
    let etag = file.claimant.get(&file.path("")).headers["etag"].clone();
    file.claimant
        .json("PUT", &file.path(""), &[("if-match", &etag)], other)
        .is(204);
    for event in [
        "remove loss",
        "add loss",
        "replace evidence",
        "remove evidence",
    ] {
        step(&file, event);
    }
    file.claimant
        .post(
            &file.path("/evidence"),
            evidence_body("sales-loss", "again"),
        )
        .id();
    file.claimant
        .post(
            &file.path("/evidence"),
            evidence_body("service-use", "again"),
        )
        .id();
    for event in ["submit", "start", "accept", "withdraw"] {
        step(&file, event);
    }
    let case = file.seen()["case"].clone();
    app.database.intact();
    let log = app.database.cli_ok(&["export", "log"]);
    let entries = log
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"))
        .filter(|entry| entry["subject"] == *file.claim);
    let mut seen = BTreeSet::new();
    for entry in entries {
        assert_eq!(entry["case"], case, "{entry}");
        seen.insert(format!("{} {}", entry["table"], entry["action"]).replace('"', ""));
    }
    let expected = [
        "business claim.create",
        "business claim.edit",
        "claim claim.create",
        "claim claim.edit",
        "claim claim.submit",
        "claim claim.withdraw",
        "claim evidence.add",
        "claim evidence.remove",
        "claim loss.add",
        "claim loss.remove",
        "claim review.decide",
        "claim_service claim.create",
        "claim_service claim.edit",
        "consent consent.answer",
        "evidence evidence.add",
        "evidence evidence.remove",
        "evidence evidence.replace",
        "identification consent.answer",
        "loss loss.add",
        "loss loss.remove",
        "manifest claim.submit",
        "review review.decide",
    ];
    assert_eq!(
        seen.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_paralegal_begins_a_review_and_does_not_end_it() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let file = File {
        claim: claimant.submitted(),
        claimant,
        lawyer: app.assigned("paralegal", "paralegal@example.com"),
    };
    step(&file, "start");
    for decision in ["accept", "reject", "reopen"] {
        let answer = file.decide(decision);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (403, "forbidden"),
            "{decision}"
        );
    }
    assert_eq!(file.seen()["status"], "under_review");
}
