//! A claimant keeps a receipt of everything, alone, and checks it without the registry under every
//! key.

use std::time::Instant;

use claimant_registry::audit::format::checkpoint::TlogProof;
use claimant_registry::audit::format::note::{Kind, Note, Signer};
use claimant_registry::audit::verify::receipt::{self, Check, Extra};
use serde_json::json;

use crate::harness::caller::Caller;
use crate::harness::server::App;
use crate::receipts::{Desk, everything, ready, receipts_of};

#[test]
fn everything_a_claimant_does_has_a_receipt_within_two_seconds_that_needs_no_registry() {
    let app = App::start();
    let caller = app.claimant("merchant@example.com");
    let (claim, fetched) = everything(&app, &caller);
    let (first, desk) = (&caller.vkeys()[0], Desk::new());
    let account = caller.get("/api/v1/account").json()["id"].clone();
    let number = caller.get(&format!("/api/v1/claims/{claim}")).json()["number"]
        .as_str()
        .expect("submitted")
        .to_string();
    let expected = [
        (
            "consent.answer",
            "consent",
            "draft-consent.answer-privacy_optional",
        ),
        (
            "claim.submit",
            "manifest",
            &format!("{number}-claim.submit"),
        ),
        (
            "consent.withdraw",
            "consent",
            &format!("{number}-consent.withdraw-privacy_optional"),
        ),
        (
            "claim.withdraw",
            "claim",
            &format!("{number}-claim.withdraw"),
        ),
    ];
    for ((listed, file), (action, table, name)) in fetched.iter().zip(expected) {
        assert_eq!(
            (listed["action"].as_str(), listed["table"].as_str()),
            (Some(action), Some(table))
        );
        assert_eq!(file.headers["content-type"], "text/plain; charset=utf-8");
        assert_eq!(
            file.headers["content-disposition"],
            format!("attachment; filename=\"{name}.tlog-proof\"")
        );
        let proven = desk.proven(&file.bytes, first);
        let entry = &proven["entry"];
        assert_eq!(
            (entry["action"].as_str(), &entry["subject"], &entry["actor"]),
            (Some(action), &json!(claim), &account)
        );
        assert_eq!(
            (&entry["role"], &proven["verdict"]),
            (&json!("claimant"), &json!("holds"))
        );
        if table == "manifest" {
            let opened = proven["opened"].as_object().expect("it opens something");
            let named = &proven["manifest"]["identity"]["name"];
            assert_eq!(opened[named.as_str().expect("committed to")], "김하늘");
            assert_eq!(proven["manifest"]["number"], json!(number));
        } else if table == "claim" {
            assert_eq!(
                (&proven["fields"]["name"], &proven["row"]["number"]),
                (&json!("김하늘"), &json!(number))
            );
        } else {
            let statement = proven["fields"]["statement"].as_str().expect("opened");
            assert!(
                statement.contains("\"signed_name\":\"김하늘\"")
                    && statement.contains("\"agreed\":true"),
                "{statement}"
            );
        }
    }
    // a loss, two files and eight answers of the draft, the ninth, and three more; all ready by now
    let listed = receipts_of(&caller, &claim);
    assert_eq!(listed.len(), 15, "{listed:#?}");
    assert!(listed.iter().all(|receipt| receipt["ready"] == true
        && receipt["entry"].is_u64()
        && receipt["erased"] == false));
}

#[test]
fn a_receipt_is_its_owners_alone_and_ends_with_what_it_would_show() {
    let app = App::start();
    let (owner, other) = (
        app.claimant("owner@example.com"),
        app.claimant("other@example.com"),
    );
    let (claim, foreign) = (owner.submitted(), other.submitted());
    app.published(app.database.intact());
    let id = receipts_of(&owner, &claim).pop().expect("there is one")["id"].clone();
    let path = format!("/api/v1/claims/{claim}/receipts");
    let at = |caller: &Caller, path: &str| caller.get(path).status;
    let one = format!("{path}/{id}");
    assert_eq!(
        (at(&owner, &one), at(&other, &one), at(&other, &path)),
        (200, 404, 404)
    );
    assert_eq!(
        at(&other, &format!("/api/v1/claims/{foreign}/receipts/{id}")),
        404,
        "another's change under one's own claim"
    );
    for role in ["paralegal", "lawyer", "auditor", "administrator"] {
        let staff = app.assigned(role, &format!("{role}@example.com"));
        assert_eq!((at(&staff, &one), at(&staff, &path)), (403, 403), "{role}");
    }
    assert_eq!(
        (at(&app.anybody(), &one), at(&owner, &format!("{path}/1"))),
        (401, 404)
    );
    app.sql(&format!("ALTER TABLE change DISABLE TRIGGER ALL; UPDATE change SET salt = NULL, row_text = NULL WHERE id = {id}"));
    let gone = owner.get(&one);
    assert_eq!((gone.status, gone.code().as_str()), (409, "receipt-erased"));
    let korean = owner.send("GET", &one, &[("accept-language", "ko")], Vec::new());
    assert!(
        korean.text().contains("접수증을 더 이상 만들 수 없습니다"),
        "{}",
        korean.text()
    );
    let listed = receipts_of(&owner, &claim)
        .pop()
        .expect("it is still listed");
    assert_eq!(
        (&listed["erased"], &listed["ready"]),
        (&json!(true), &json!(false))
    );
}

#[test]
fn whoever_knows_the_first_key_can_check_receipts_of_every_later_one() {
    let mut app = App::start();
    let caller = app.claimant("merchant@example.com");
    let claim = caller.submitted();
    app.published(app.database.intact());
    let id = receipts_of(&caller, &claim).pop().expect("there is one")["id"].clone();
    let before = caller.get(&format!("/api/v1/claims/{claim}/receipts/{id}"));
    let first = caller.vkeys()[0].clone();
    let keys = "1 4444444444444444444444444444444444444444444444444444444444444444\n2 5555555555555555555555555555555555555555555555555555555555555555";
    app.database
        .cli_with(&["key", "rotate"], &[("LOG_KEY", keys)]);
    // recorded, but not at work yet: the first key has signed what is published
    let between = caller.get(&format!("/api/v1/claims/{claim}/receipts/{id}"));
    app.kill_and_restart(&[("LOG_KEY", keys)]);
    let caller = caller.at(&app.url);
    caller
        .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        .is(204);
    let last = receipts_of(&caller, &claim).pop().expect("there is one")["id"].clone();
    let after = ready(&caller, &claim, &last, Instant::now());
    let second = caller.vkeys()[1].clone();
    let desk = Desk::new();
    for file in [&before, &between, &after] {
        desk.proven(&file.bytes, &first);
    }
    desk.proven(&after.bytes, &second);
    assert_eq!(
        desk.said(&before.bytes, &second, &[]).0,
        Some(1),
        "the second key has not signed what came before it"
    );
    // a statement that somebody else signed leads nowhere
    let mut proof = TlogProof::parse(&after.text()).expect("a proof");
    let mut extra: Extra =
        serde_json::from_slice(proof.extra.as_deref().expect("it has one")).expect("ours");
    assert_eq!(extra.parts.successions.len(), 1);
    let text = Note::parse(&extra.parts.successions[0])
        .expect("a note")
        .text;
    let thief = Signer::new(&first.name, Kind::Ed25519, &[9; 32]).expect("a key");
    for (forged, check) in [
        (thief.note(&text), Check::Succession),
        (
            extra.parts.successions[0].replace("rotation", "Rotation"),
            Check::Succession,
        ),
    ] {
        extra.parts.successions = vec![forged];
        proof.extra = Some(serde_json::to_vec(&extra).expect("it serialises"));
        assert_eq!(
            receipt::verify(proof.to_string().as_bytes(), &first).map_err(|refusal| refusal.check),
            Err(check)
        );
    }
    extra.parts.successions.clear();
    proof.extra = Some(serde_json::to_vec(&extra).expect("it serialises"));
    assert_eq!(
        desk.said(proof.to_string().as_bytes(), &first, &[]).0,
        Some(1),
        "without the statement nobody can follow"
    );
}
