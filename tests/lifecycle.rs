//! What becomes of one claim: in every status, what the table allows happens and everything else is refused and changes
//! nothing; and what a claim rests on takes the claim with it when it goes.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

const REASON: &str = "이용 사실을 보여 주는 자료를 다시 봅니다";

/// A claim, its owner, and the lawyer of its case.
struct File {
    claimant: Caller,
    lawyer: Caller,
    claim: String,
}

impl File {
    fn path(&self, below: &str) -> String {
        format!("/api/v1/claims/{}{below}", self.claim)
    }

    fn seen(&self) -> Value {
        self.claimant.get(&self.path("")).json()
    }

    /// The newest answer to a consent item.
    fn answered(&self, item: &str) -> String {
        let answers = self.claimant.get(&self.path("/consents")).json();
        let of_item = answers
            .as_array()
            .expect("a list")
            .iter()
            .rfind(|answer| answer["item"] == item);
        of_item.expect("it was answered")["id"]
            .as_str()
            .expect("an id")
            .into()
    }

    fn first(&self, kind: &str) -> String {
        self.claimant.get(&self.path(kind)).json()[0]["id"]
            .as_str()
            .expect("there is one")
            .into()
    }

    fn answer(&self, item: &str, agreed: bool) -> Answer {
        let texts = self
            .claimant
            .get(&format!("/api/v1/cases/{CASE}/consent-texts?language=ko"))
            .json();
        let text = texts
            .as_array()
            .expect("a list")
            .iter()
            .find(|text| text["item"] == item)
            .expect("every item has a text")
            .clone();
        let body = json!({"item": item, "language": "ko", "text_sha256": text["sha256"], "agreed": agreed, "signed_name": "김하늘"});
        self.claimant.post(&self.path("/consents"), body)
    }

    fn take_back(&self, item: &str) -> Answer {
        self.claimant.post(
            &format!("/api/v1/consents/{}/withdrawal", self.answered(item)),
            json!({}),
        )
    }

    fn decide(&self, decision: &str) -> Answer {
        self.lawyer.post(
            &self.path("/reviews"),
            json!({"decision": decision, "note": REASON}),
        )
    }

    /// Something that happens to a claim, by its name in the table.
    fn happens(&self, event: &str) -> Answer {
        let version = format!("\"{}\"", self.seen()["version"]);
        match event {
            "edit" => self.claimant.json(
                "PUT",
                &self.path(""),
                &[("if-match", &version)],
                claim_body(),
            ),
            "add loss" => self.claimant.post(&self.path("/losses"), loss_body()),
            "remove loss" => self
                .claimant
                .delete(&format!("/api/v1/losses/{}", self.first("/losses"))),
            "add evidence" => self
                .claimant
                .post(&self.path("/evidence"), evidence_body("other", &version)),
            "replace evidence" => {
                let replaced = format!("/api/v1/evidence/{}/replacements", self.first("/evidence"));
                self.claimant
                    .post(&replaced, evidence_body("service-use", &version))
            }
            "remove evidence" => self
                .claimant
                .delete(&format!("/api/v1/evidence/{}", self.first("/evidence"))),
            "consent" => self.answer("participation", true),
            "submit" => self.claimant.post(&self.path("/submission"), json!({})),
            "withdraw" => self.claimant.post(&self.path("/withdrawal"), json!({})),
            decision => self.decide(decision),
        }
    }
}

const CONTENTS: [&str; 3] = ["edit", "add loss", "remove loss"];
const FILES: [&str; 3] = ["add evidence", "replace evidence", "remove evidence"];
const STEPS: [&str; 6] = ["submit", "start", "accept", "reject", "reopen", "withdraw"];

/// Tries whatever can happen to a claim but `forward`, the steps that would lead on from here.
fn stand(file: &File, status: &str, happens: &[&str], forward: &[&str]) {
    for event in CONTENTS
        .iter()
        .chain(&FILES)
        .chain(&["consent"])
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
        let unseen =
            status == "draft" && matches!(*event, "start" | "accept" | "reject" | "reopen");
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

fn step(file: &File, event: &str) {
    let answer = file.happens(event);
    assert!(
        matches!(answer.status, 201 | 204),
        "{event}: {}",
        answer.text()
    );
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
    stand(&file, "submitted", &with_files, &["start", "withdraw"]);
    step(&file, "start");
    stand(
        &file,
        "under_review",
        &with_files,
        &["accept", "reject", "withdraw"],
    );
    step(&file, "accept");
    stand(&file, "accepted", &["consent"], &["reopen", "withdraw"]);
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
    assert_eq!(
        file.claimant
            .json("PUT", &file.path(""), &[("if-match", &etag)], other)
            .status,
        204
    );
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
        "claim claim.create",
        "claim claim.edit",
        "claim claim.submit",
        "claim claim.withdraw",
        "claim loss.add",
        "claim loss.remove",
        "claim review.decide",
        "claim_service claim.create",
        "claim_service claim.edit",
        "consent consent.answer",
        "evidence evidence.add",
        "evidence evidence.remove",
        "evidence evidence.replace",
        "loss loss.add",
        "loss loss.remove",
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

/// A fresh claim, brought to that status.
fn brought_to(status: &str, claimant: &Caller, lawyer: &Caller) -> File {
    let file = File {
        claim: claimant.draft(),
        claimant: claimant.clone(),
        lawyer: lawyer.clone(),
    };
    let way: &[&str] = match status {
        "draft" => &[],
        "submitted" => &["submit"],
        "under_review" => &["submit", "start"],
        "accepted" => &["submit", "start", "accept"],
        "rejected" => &["submit", "start", "reject"],
        other => panic!("no way to {other}"),
    };
    way.iter().for_each(|event| step(&file, event));
    assert_eq!(file.seen()["status"], status);
    file
}

/// Makes way for the next claim of the same claimant.
fn cleared(file: &File) {
    if file.seen()["status"] != "withdrawn" {
        step(file, "withdraw");
    }
}

const AFTER: [(&str, &str); 5] = [
    ("draft", "draft"),
    ("submitted", "withdrawn"),
    ("under_review", "withdrawn"),
    ("accepted", "withdrawn"),
    ("rejected", "rejected"),
];

#[test]
fn a_claim_that_was_handed_in_falls_with_a_required_consent() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.assigned("lawyer", "lawyer@example.com"),
    );
    for (before, after) in AFTER {
        let file = brought_to(before, &claimant, &lawyer);
        assert_eq!(file.take_back("third_party").status, 204, "{before}");
        assert_eq!(file.seen()["status"], after, "taken back while {before}");
        let again = file.take_back("third_party");
        assert_eq!(
            (again.status, again.code().as_str()),
            (409, "consent-not-in-force"),
            "{before}"
        );
        cleared(&file);
    }
    app.database.intact();
}

#[test]
fn after_the_claim_mandate_and_data_consent_can_be_taken_back_as_well() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.staff("lawyer", "lawyer@example.com"),
    );
    let file = File {
        claim: claimant.submitted(),
        claimant,
        lawyer,
    };
    step(&file, "withdraw");
    let before = file.seen();
    for item in [
        "mandate",
        "privacy_required",
        "third_party",
        "participation",
    ] {
        let taken = file.take_back(item);
        assert_eq!(taken.status, 204, "{item}: {}", taken.text());
        assert_eq!(
            file.take_back(item).code(),
            "consent-not-in-force",
            "{item}"
        );
    }
    assert_eq!(file.seen(), before, "the claim is withdrawn, once");
    assert_eq!(
        file.answer("mandate", true).code(),
        "status",
        "nothing is agreed to any more"
    );
    let answers = file.claimant.get(&file.path("/consents")).json();
    let agreed = answers
        .as_array()
        .expect("a list")
        .iter()
        .filter(|answer| answer["agreed"] == true);
    assert!(
        agreed.clone().count() == 4
            && agreed
                .clone()
                .all(|answer| answer["withdrawn_at"].is_string()),
        "{answers}"
    );
    app.database.intact();
}

#[test]
fn refusing_a_required_item_after_agreeing_is_taking_the_agreement_back() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.assigned("lawyer", "lawyer@example.com"),
    );
    for (before, after) in AFTER {
        let file = brought_to(before, &claimant, &lawyer);
        let answer = file.answer("third_party", false);
        assert_eq!(
            answer.status,
            if before == "rejected" { 409 } else { 201 },
            "{before}: {}",
            answer.text()
        );
        assert_eq!(file.seen()["status"], after, "refused while {before}");
        cleared(&file);
    }
    app.database.intact();
}

#[test]
fn an_optional_consent_comes_and_goes_and_the_claim_stays() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.assigned("lawyer", "lawyer@example.com"),
    );
    for (status, _) in AFTER {
        let file = brought_to(status, &claimant, &lawyer);
        assert_eq!(
            file.take_back("privacy_optional").code(),
            "consent-not-in-force",
            "a refusal cannot be taken back"
        );
        if status != "rejected" {
            assert_eq!(
                file.answer("privacy_optional", true).status,
                201,
                "{status}"
            );
            assert_eq!(file.take_back("privacy_optional").status, 204, "{status}");
        }
        assert_eq!(file.seen()["status"], status);
        cleared(&file);
    }
}

#[test]
fn what_is_there_by_half_cannot_be_handed_in() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.staff("lawyer", "lawyer@example.com"),
    );
    let file = File {
        claim: claimant.draft(),
        claimant,
        lawyer,
    };
    let edited = |change: &[(&str, Value)]| {
        let mut body = claim_body();
        for (at, value) in change {
            *body.pointer_mut(at).expect("the field is there") = value.clone();
        }
        let version = format!("\"{}\"", file.seen()["version"]);
        assert_eq!(
            file.claimant
                .json("PUT", &file.path(""), &[("if-match", &version)], body)
                .status,
            204,
            "a draft may be incomplete"
        );
        let answer = file.happens("submit");
        if answer.status == 204 {
            return (204, vec![]);
        }
        let missing = file.claimant.get(&file.path("/missing")).json();
        assert_eq!(
            missing.as_array().map(Vec::len),
            Some(answer.faults().len()),
            "the list of what is left to do is the same"
        );
        (answer.status, answer.faults())
    };
    let refused = |field: &str, code: &str| (422, vec![(field.to_string(), code.to_string())]);
    // nineteen is reached on the birthday
    assert_eq!(
        edited(&[("/identity/birth_date", json!("2015-01-01"))]),
        refused("identity.birth_date", "minor")
    );
    assert_eq!(
        edited(&[("/identity/business_number", Value::Null)]),
        refused("identity.business_number", "missing")
    );
    assert_eq!(
        edited(&[("/identity/business_name", Value::Null)]),
        refused("identity.business_name", "missing")
    );
    let corporation = ("/party", json!("corporation"));
    assert_eq!(
        edited(&[
            corporation.clone(),
            ("/identity/business_name", Value::Null)
        ]),
        refused("identity.business_name", "missing")
    );
    assert_eq!(
        edited(&[("/services", json!([]))]),
        refused("services", "choice-missing")
    );
    step(&file, "remove loss");
    let mut compensated = loss_body();
    compensated["kind"] = json!("compensation_received");
    file.claimant.post(&file.path("/losses"), compensated).id();
    assert_eq!(
        edited(&[]),
        refused("losses", "loss-missing"),
        "what was received is no loss"
    );
    let mut unfounded = loss_body();
    unfounded["basis"] = Value::Null;
    file.claimant.post(&file.path("/losses"), unfounded).id();
    assert_eq!(edited(&[]), refused("losses[1].basis", "basis"));
    assert_eq!(
        file.seen()["total_krw"],
        0,
        "compensation is set against the loss"
    );
    step(&file, "remove loss");
    step(&file, "remove loss");
    step(&file, "add loss");
    // a corporation has no birthday
    assert_eq!(
        edited(&[corporation, ("/identity/birth_date", Value::Null)]),
        (204, vec![])
    );
    assert_eq!(
        file.seen()["number"].as_str().map(|number| &number[..4]),
        Some("KKO-")
    );
}

#[test]
fn an_etag_stands_for_one_answer() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.staff("lawyer", "lawyer@example.com"),
    );
    let file = File {
        claim: claimant.draft(),
        claimant,
        lawyer,
    };
    let mut seen: Vec<(String, Vec<u8>)> = Vec::new();
    for event in [
        "edit",
        "add loss",
        "remove loss",
        "add evidence",
        "remove evidence",
        "consent",
        "add loss",
        "edit",
    ] {
        step(&file, event);
        let answer = file.claimant.get(&file.path(""));
        let etag = answer.headers["etag"].clone();
        for (earlier, body) in &seen {
            assert!(
                *earlier != etag || *body == answer.bytes,
                "{etag} stood for another answer before: {event}"
            );
        }
        seen.push((etag, answer.bytes));
    }
    // who read the claim before the loss was added does not write over what they have not seen
    let edit = |etag: &str| {
        file.claimant
            .json("PUT", &file.path(""), &[("if-match", etag)], claim_body())
            .status
    };
    let etags: Vec<&str> = seen.iter().map(|(etag, _)| etag.as_str()).collect();
    assert_eq!((edit(etags[0]), edit(etags[7])), (412, 204));
    app.database.intact();
}

#[test]
fn a_mandate_under_another_name_than_the_plaintiffs_cannot_be_handed_in() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.staff("lawyer", "lawyer@example.com"),
    );
    let file = File {
        claim: claimant.draft(),
        claimant,
        lawyer,
    };
    let named = |change: &dyn Fn(&mut Value)| {
        let mut body = claim_body();
        change(&mut body);
        let version = format!("\"{}\"", file.seen()["version"]);
        assert_eq!(
            file.claimant
                .json("PUT", &file.path(""), &[("if-match", &version)], body)
                .status,
            204,
            "a draft can be edited"
        );
    };
    let refused = |items: &[&str]| {
        let answer = file.happens("submit");
        let expected: Vec<_> = items
            .iter()
            .map(|item| (format!("consents.{item}"), "signed-name".to_string()))
            .collect();
        assert_eq!(
            (answer.status, answer.faults()),
            (422, expected),
            "{}",
            answer.text()
        );
        assert_eq!(
            file.claimant
                .get(&file.path("/missing"))
                .json()
                .as_array()
                .map(Vec::len),
            Some(items.len())
        );
        assert!(answer.text().contains("Sign again"), "{}", answer.text());
        assert!(
            !answer.text().contains("김하늘"),
            "the name is not repeated"
        );
    };
    const REQUIRED: [&str; 4] = [
        "mandate",
        "participation",
        "privacy_required",
        "third_party",
    ];
    // signed, and then the claim is made out to somebody else
    named(&|body| body["identity"]["name"] = json!("박바다"));
    refused(&REQUIRED);
    // a space is no other name
    named(&|body| body["identity"]["name"] = json!("김 하늘"));
    assert_eq!(file.claimant.get(&file.path("/missing")).json(), json!([]));
    // signed while the draft had no name: whose signature it is shows only later
    named(&|body| body["identity"]["name"] = Value::Null);
    file.claimant.consent(&file.claim, "최산");
    named(&|_| ());
    refused(&REQUIRED);
    // what was agreed to though nobody had to is a signature as well
    named(&|body| body["identity"]["name"] = Value::Null);
    assert_eq!(file.answer("privacy_optional", true).status, 201);
    // a corporation signs under its registered name, not under what its business is called
    named(&|body| {
        body["party"] = json!("corporation");
        body["identity"]["name"] = json!("주식회사 하늘");
    });
    refused(&[
        "mandate",
        "participation",
        "privacy_optional",
        "privacy_required",
        "third_party",
    ]);
    let trade = json!({"item": "mandate", "language": "ko", "agreed": true, "signed_name": "하늘네일", "text_sha256": "0".repeat(64)});
    let trade = file.claimant.post(&file.path("/consents"), trade);
    assert_eq!(
        trade.faults(),
        [("signed_name".to_string(), "signed-name".to_string())]
    );
    file.claimant.consent(&file.claim, "주식회사하늘");
    step(&file, "submit");
    app.database.intact();
}

#[test]
fn a_loss_goes_once_no_listed_file_supports_it() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.staff("lawyer", "lawyer@example.com"),
    );
    let file = File {
        claim: claimant.draft(),
        claimant,
        lawyer,
    };
    let lost = || file.claimant.post(&file.path("/losses"), loss_body()).id();
    let proof = |content: &str, loss: Option<&str>| {
        let mut body = evidence_body("other", content);
        body["loss_id"] = json!(loss);
        body
    };
    let remove = |loss: &str| file.claimant.delete(&format!("/api/v1/losses/{loss}"));
    let (loss, other) = (lost(), lost());
    let first = file
        .claimant
        .post(&file.path("/evidence"), proof("a", Some(&loss)))
        .id();
    let second = file
        .claimant
        .post(&file.path("/evidence"), proof("b", Some(&loss)))
        .id();
    let elsewhere = file
        .claimant
        .post(&file.path("/evidence"), proof("c", Some(&other)))
        .id();
    assert_eq!(
        file.claimant
            .delete(&format!("/api/v1/evidence/{elsewhere}"))
            .status,
        204
    );
    let refused = |what: &str| {
        let answer = remove(&loss);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (409, "loss-has-evidence"),
            "{what}: {}",
            answer.text()
        );
    };
    refused("two files support it");
    // what the answer says to do: take one off, replace the other
    assert_eq!(
        file.claimant
            .delete(&format!("/api/v1/evidence/{first}"))
            .status,
        204
    );
    refused("one file supports it");
    let replaced = file
        .claimant
        .post(
            &format!("/api/v1/evidence/{second}/replacements"),
            proof("d", Some(&loss)),
        )
        .id();
    refused("the file that took its place supports it");
    file.claimant
        .post(
            &format!("/api/v1/evidence/{replaced}/replacements"),
            proof("e", None),
        )
        .id();
    assert_eq!(remove(&loss).status, 204);
    assert_eq!(remove(&loss).status, 404);
    let losses = file.claimant.get(&file.path("/losses")).json();
    assert!(
        !losses.to_string().contains(&loss) && losses.to_string().contains(&other),
        "{losses}"
    );
    app.database.intact();
    // that the records let go of it is a change like every other
    let log = app.database.cli_ok(&["export", "log"]);
    let let_go = log
        .lines()
        .filter(|line| line.contains("\"loss.remove\"") && line.contains("\"evidence\""))
        .count();
    assert_eq!(
        let_go, 3,
        "first, second and what replaced it; not the file of another loss"
    );
    assert_eq!(remove(&other).status, 204);
    app.database.intact();
}
