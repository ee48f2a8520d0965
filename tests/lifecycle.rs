//! What becomes of one claim: in every status, what the table allows happens and everything else is
//! refused and changes nothing; and what a claim rests on takes the claim with it when it goes.

mod consents;
mod handing_in;
mod table;

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::{answer_body, assessment_body, claim_body, evidence_body, loss_body};

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
        let body = answer_body(&self.claimant.consent_text(item), agreed, "김하늘");
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
            "assess" => {
                let assessed = format!("/api/v1/losses/{}/assessments", self.first("/losses"));
                self.lawyer.post(&assessed, assessment_body())
            }
            "check" => {
                let checked = format!("/api/v1/evidence/{}/checks", self.first("/evidence"));
                // a day of its own: the same twice is refused
                let day = 1 + self.seen()["version"].as_u64().expect("a number") % 28;
                let day = format!("2026-10-{day:02}");
                let seen = json!({"finding": "received", "channel": "post", "checked_on": day});
                self.lawyer.post(&checked, seen)
            }
            "withdraw" => self.claimant.post(&self.path("/withdrawal"), json!({})),
            decision => self.decide(decision),
        }
    }
}

const STEPS: [&str; 6] = ["submit", "start", "accept", "reject", "reopen", "withdraw"];

fn step(file: &File, event: &str) {
    let answer = file.happens(event);
    assert!(
        matches!(answer.status, 201 | 204),
        "{event}: {}",
        answer.text()
    );
}
