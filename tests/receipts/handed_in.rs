//! What was handed in, as its receipt tells it: one row that commits to everything, to be held
//! beside the receipts of consents, files and losses; and receipts around a change of the key.

use std::time::Instant;

use claimant_registry::audit::format::checkpoint::TlogProof;
use claimant_registry::audit::verify::receipt::Extra;
use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::{answer_body, evidence_body, loss_body, received_body, revision};
use crate::harness::server::App;
use crate::receipts::{Desk, ready, receipts_of};

/// Each receipt of a claim, with what it proves.
fn proven(caller: &Caller, claim: &str, desk: &Desk) -> Vec<(Value, Value)> {
    let (receipts, key) = (receipts_of(caller, claim), caller.vkeys().remove(0));
    let fetch = |listed: Value| {
        let file = ready(caller, claim, &listed["id"], Instant::now());
        let proven = desk.proven(&file.bytes, &key);
        (listed, proven)
    };
    receipts.into_iter().map(fetch).collect()
}

/// The receipts of that action.
fn of<'p>(proven: &'p [(Value, Value)], action: &str) -> Vec<&'p Value> {
    let found = proven
        .iter()
        .filter(|(listed, _)| listed["action"] == action);
    found.map(|(_, proven)| proven).collect()
}

/// A shop states two losses and one too many, lists files, changes its mind, and hands in.
#[test]
fn the_receipt_of_a_submission_names_every_loss_file_and_consent_that_was_handed_in() {
    let app = App::start();
    let (caller, desk) = (app.claimant("merchant@example.com"), Desk::new());
    let claim = caller.draft();
    let path = |what: &str| format!("/api/v1/claims/{claim}/{what}");
    let mut received = received_body();
    received["amount_krw"] = json!(50_000);
    caller.post(&path("losses"), received).id();
    let mistaken = caller.post(&path("losses"), loss_body()).id();
    caller.delete(&format!("/api/v1/losses/{mistaken}")).is(204);
    let wrong = caller
        .post(&path("evidence"), evidence_body("sales-loss", "wrong"))
        .id();
    let right = caller
        .post(
            &format!("/api/v1/evidence/{wrong}/replacements"),
            evidence_body("sales-loss", "right"),
        )
        .id();
    caller.post(&path("submission"), json!({})).is(204);
    let later = caller
        .post(&path("evidence"), evidence_body("service-use", "later"))
        .id();
    caller.delete(&format!("/api/v1/evidence/{later}")).is(204);
    app.published(app.database.intact());

    let proven = proven(&caller, &claim, &desk);
    let [submission] = of(&proven, "claim.submit")[..] else {
        panic!("one submission: {proven:#?}");
    };
    let handed_in = &submission["manifest"];
    let shown = caller.get(&format!("/api/v1/claims/{claim}")).json();
    for (said, of_claim) in [
        ("claim", "id"),
        ("number", "number"),
        ("sum_krw", "total_krw"),
        ("address_hidden", "address_hidden"),
        ("party", "party"),
    ] {
        assert_eq!(handed_in[said], shown[of_claim], "{said}");
    }
    let business = &handed_in["businesses"][0];
    for field in ["id", "region", "industry"] {
        assert_eq!(business[field], shown["businesses"][0][field], "{field}");
    }
    assert_eq!(handed_in["sum_krw"], 1_150_000);
    assert_eq!(handed_in["version"], submission["row"]["claim_version"]);
    assert_eq!(
        handed_in["losses"].as_array().map(Vec::len),
        Some(2),
        "{handed_in}"
    );
    assert_eq!(
        handed_in["consents"].as_array().map(Vec::len),
        Some(8),
        "{handed_in}"
    );
    let files = handed_in["evidence"].as_array().expect("a list");
    let ids: Vec<&Value> = files.iter().map(|file| &file["id"]).collect();
    assert!(
        ids.contains(&&json!(right)) && !ids.contains(&&json!(wrong)) && files.len() == 3,
        "{files:?}"
    );

    // each receipt opens what the manifest commits to, under the same id
    let mut matched = 0;
    for (list, actions) in [
        ("losses", &["loss.add"][..]),
        ("evidence", &["evidence.add", "evidence.replace"]),
        ("consents", &["consent.answer"]),
    ] {
        for one in handed_in[list].as_array().expect("a list") {
            let receipts = actions.iter().flat_map(|action| of(&proven, action));
            let [receipt] = receipts
                .filter(|receipt| receipt["entry"]["key"] == one["id"])
                .collect::<Vec<_>>()[..]
            else {
                panic!("one receipt of {one}");
            };
            let commitments: Value = receipt["row"]["commitments"]
                .as_str()
                .expect("a text")
                .parse()
                .expect("JSON");
            assert_eq!(commitments, one["commitments"], "{list}");
            matched += 1;
        }
    }
    assert_eq!(matched, 13);
    assert_eq!(
        of(&proven, "loss.add").len(),
        3,
        "what was taken out again was stated all the same"
    );
    assert_eq!(
        of(&proven, "evidence.remove")[0]["entry"]["key"],
        json!(later)
    );

    // in words: what was lost, on which evidence, and what was agreed to, but not from where
    let opened = submission["opened"]
        .as_object()
        .expect("it opens something");
    let values: Vec<&str> = opened.values().filter_map(Value::as_str).collect();
    for value in [
        "김하늘",
        "010-1234-5678",
        "채널_관리자화면.png",
        "주말 예약을 받지 못했습니다",
    ] {
        assert!(values.contains(&value), "{value}: {values:?}");
    }
    assert!(!values.contains(&"127.0.0.1"), "{values:?}");
}

#[test]
fn a_claim_that_was_handed_in_before_there_were_manifests_keeps_the_receipt_of_its_row() {
    let app = App::start();
    let (caller, desk) = (app.claimant("merchant@example.com"), Desk::new());
    let claim = caller.submitted();
    app.published(app.database.intact());
    // as if it had been handed in then: its row is all that there is
    app.sql("ALTER TABLE manifest DISABLE TRIGGER ALL; DELETE FROM manifest");
    let mut listed = receipts_of(&caller, &claim).into_iter();
    let listed = listed.rfind(|receipt| receipt["table"] == "claim");
    let listed = listed.expect("there is one");
    assert_eq!(listed["action"], "claim.submit");
    let file = ready(&caller, &claim, &listed["id"], Instant::now());
    let proven = desk.proven(&file.bytes, &caller.vkeys()[0]);
    assert_eq!(
        (&proven["fields"]["name"], &proven["manifest"]),
        (&json!("김하늘"), &Value::Null)
    );
}

fn extra(file: &Answer) -> Extra {
    let proof = TlogProof::parse(&file.text()).expect("a proof");
    serde_json::from_slice(&proof.extra.expect("it has one")).expect("of the second version")
}

/// A merchant signs before the key changes, and another text of the same wording after it.
#[test]
fn a_receipt_explains_the_way_from_the_key_in_the_signed_text_to_the_one_that_signed() {
    let mut app = App::start();
    let (caller, desk) = (app.claimant("merchant@example.com"), Desk::new());
    let claim = caller.draft();
    app.published(app.database.intact());
    let last = |caller: &Caller| {
        let listed = receipts_of(caller, &claim).pop().expect("there is one");
        ready(caller, &claim, &listed["id"], Instant::now())
    };
    let before = last(&caller);
    let keys = "1 4444444444444444444444444444444444444444444444444444444444444444\n2 5555555555555555555555555555555555555555555555555555555555555555";
    app.database
        .cli_with(&["key", "rotate"], &[("LOG_KEY", keys)]);
    app.kill_and_restart(&[("LOG_KEY", keys)]);
    let caller = caller.at(&app.url);
    let text = caller.consent_text("mandate");
    let answer = answer_body(&text, true, "김하늘");
    caller
        .post(&format!("/api/v1/claims/{claim}/consents"), answer)
        .id();
    let after = last(&caller);

    let vkeys = caller.vkeys();
    let [first, second] = [0, 1].map(|nth: usize| vkeys[nth].fingerprint());
    let told = |file: &Answer| {
        let words = desk.said(&file.bytes, &vkeys[0], &["--language", "en"]).1;
        assert_eq!(desk.page(&file.bytes, &vkeys[0], "en"), words);
        words
    };
    // of what came before, the newest checkpoint is the second key's too once nobody else has signed
    assert_eq!(
        desk.proven(&before.bytes, &vkeys[0])["text"]["keys"],
        json!([first])
    );
    assert!(told(&before).contains("The words name the key that signed this receipt."));
    for key in &vkeys {
        // whoever has only the newest key reads the same
        assert_eq!(
            desk.proven(&after.bytes, key)["text"]["keys"],
            json!([first, second])
        );
    }
    let followed = format!("The words name the key {first}, which was followed by {second}.");
    assert!(told(&after).contains(&followed), "{}", told(&after));
    assert_eq!(
        extra(&after).parts.text.expect("the words").body,
        text["body"]
    );

    // without the statement of the first key nobody can tell that the second one is not a thief's
    let mut alone = extra(&after);
    alone.parts.successions.clear();
    let mut proof = TlogProof::parse(&after.text()).expect("a proof");
    proof.extra = Some(serde_json::to_vec(&alone).expect("it serialises"));
    let (code, said) = desk.said(proof.to_string().as_bytes(), &vkeys[1], &["--json"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("\"check\":\"text\""), "{said}");
}

/// A text is published after the key was changed, and somebody signs it while the key before it
/// still works: the receipt never looks forged.
#[test]
fn a_text_that_names_a_key_which_signs_only_later_is_shown_once_it_does() {
    let mut app = App::start();
    let (caller, desk) = (app.claimant("merchant@example.com"), Desk::new());
    let claim = caller.draft();
    app.published(app.database.intact());
    let keys = "1 4444444444444444444444444444444444444444444444444444444444444444\n2 5555555555555555555555555555555555555555555555555555555555555555";
    app.database
        .cli_with(&["key", "rotate"], &[("LOG_KEY", keys)]);
    let [ko, en] = ["ko", "en"].map(|language| app.database.beside(&format!("text.{language}")));
    std::fs::write(&ko, "맡깁니다.\n").expect("writable");
    std::fs::write(&en, "I mandate.\n").expect("writable");
    let revise = revision("mandate", &ko, &en, "renew");
    app.database.cli_with(&revise, &[("LOG_KEY", keys)]);
    let answer = answer_body(&caller.consent_text("mandate"), true, "김하늘");
    caller
        .post(&format!("/api/v1/claims/{claim}/consents"), answer)
        .id();
    let listed = receipts_of(&caller, &claim).pop().expect("there is one");
    let early = ready(&caller, &claim, &listed["id"], Instant::now());
    assert_eq!(
        desk.proven(&early.bytes, &caller.vkeys()[0])["text"],
        Value::Null
    );

    app.kill_and_restart(&[("LOG_KEY", keys)]);
    let caller = caller.at(&app.url);
    caller
        .post(&format!("/api/v1/claims/{claim}/losses"), loss_body())
        .id();
    app.published(app.database.intact());
    let now = caller.get(&format!("/api/v1/claims/{claim}/receipts/{}", listed["id"]));
    let proven = desk.proven(&now.bytes, &caller.vkeys()[0]);
    assert_eq!(
        proven["text"]["keys"],
        json!([caller.vkeys()[1].fingerprint()])
    );
}
