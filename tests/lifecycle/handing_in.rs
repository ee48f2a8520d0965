//! What is there by half, or under another name, cannot be handed in; what is removed goes once.

use serde_json::{Value, json};

use crate::harness::claims::{claim_body, evidence_body, loss_body, powers, received_body};
use crate::harness::server::App;
use crate::lifecycle::{File, step};

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
        edited(&[("/businesses/0/number", Value::Null)]),
        refused("businesses[0].number", "missing")
    );
    assert_eq!(
        edited(&[("/businesses/0/name", Value::Null)]),
        refused("businesses[0].name", "missing")
    );
    let corporation = ("/party", json!("corporation"));
    // a corporation has no birthday, and neither speaks nor signs by itself
    let unsigned = edited(&[
        corporation,
        ("/identity/birth_date", Value::Null),
        ("/businesses/0/name", Value::Null),
    ]);
    let expected = [
        ("businesses[0].name", "missing"),
        ("evidence.representation", "evidence-missing"),
        ("identity.corporation_number", "missing"),
        ("signatories", "signatories-corporation"),
    ];
    let expected = expected.map(|(field, code)| (field.to_string(), code.to_string()));
    assert_eq!(unsigned, (422, expected.to_vec()));
    assert_eq!(
        edited(&[("/businesses", json!([]))]),
        refused("businesses", "business-missing"),
        "sales are lost by a business"
    );
    assert_eq!(
        edited(&[("/services", json!([]))]),
        refused("services", "choice-missing")
    );
    step(&file, "remove loss");
    let received = received_body();
    file.claimant.post(&file.path("/losses"), received).id();
    assert_eq!(
        edited(&[]),
        refused("losses", "loss-missing"),
        "what was received is no loss"
    );
    let mut unfounded = loss_body();
    unfounded["basis"] = Value::Null;
    file.claimant.post(&file.path("/losses"), unfounded).id();
    let both = [("losses", "loss-outweighed"), ("losses[1].basis", "basis")]
        .map(|(field, code)| (field.to_string(), code.to_string()));
    assert_eq!(
        edited(&[]),
        (422, both.to_vec()),
        "nothing is left to claim, and what was lost has no basis"
    );
    assert_eq!(
        file.seen()["total_krw"],
        0,
        "compensation is set against the loss"
    );
    step(&file, "remove loss");
    step(&file, "remove loss");
    step(&file, "add loss");
    assert_eq!(edited(&[]), (204, vec![]));
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
    const REQUIRED: [&str; 6] = [
        "fee_contract",
        "mandate",
        "participation",
        "privacy_required",
        "third_party_court",
        "third_party_defendant",
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
    file.answer("privacy_optional", true).is(201);
    // compared as people compare: the form of a corporation may be written either way
    named(&|body| body["identity"]["name"] = json!("주식회사 하늘"));
    refused(&[
        "fee_contract",
        "mandate",
        "participation",
        "privacy_optional",
        "privacy_required",
        "third_party_court",
        "third_party_defendant",
    ]);
    let trade = json!({"item": "mandate", "language": "ko", "agreed": true, "signed_name": "하늘네일", "text_sha256": "0".repeat(64), "powers": powers()});
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
    file.claimant
        .delete(&format!("/api/v1/evidence/{elsewhere}"))
        .is(204);
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
    file.claimant
        .delete(&format!("/api/v1/evidence/{first}"))
        .is(204);
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
    remove(&loss).is(204);
    remove(&loss).is(404);
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
    remove(&other).is(204);
    app.database.intact();
}
