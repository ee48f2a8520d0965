//! What a claim rests on takes the claim with it when it is taken back.

use crate::harness::caller::Caller;
use crate::harness::server::App;
use crate::lifecycle::{File, step};

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
        assert_eq!(file.take_back("third_party_court").status, 204, "{before}");
        assert_eq!(file.seen()["status"], after, "taken back while {before}");
        let again = file.take_back("third_party_court");
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
        "fee_contract",
        "privacy_required",
        "third_party_court",
        "third_party_defendant",
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
        agreed.clone().count() == 6
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
        let answer = file.answer("third_party_court", false);
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
