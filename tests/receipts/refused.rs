//! What must not pass for a receipt, and the check that refuses it.

use std::process::Command;

use claimant_registry::audit::format::checkpoint::TlogProof;
use claimant_registry::audit::format::note::{Kind, Signer};
use claimant_registry::audit::verify::receipt::{self, First, Opening};
use serde_json::Value;

use crate::harness::cluster::PROGRAM;
use crate::harness::server::App;
use crate::harness::verifiers::by_page;
use crate::receipts::alike::same_as_page;
use crate::receipts::vectors::vectors;
use crate::receipts::{Desk, made, made_at, receipts_of};

#[test]
fn any_flipped_byte_is_refused_or_changes_nothing_that_is_said() {
    let app = App::start();
    let caller = app.claimant("merchant@example.com");
    let claim = caller.submitted();
    app.published(app.database.intact());
    let mut consents = receipts_of(&caller, &claim).into_iter();
    let consent = consents.find(|receipt| receipt["action"] == "consent.answer");
    let id = consent.expect("there is one")["id"].clone();
    let real = caller.get(&format!("/api/v1/claims/{claim}/receipts/{id}"));
    let mut vectors = vectors().into_iter().map(|(_, case)| case);
    let manifest = vectors.find(|(what, ..)| what == "a manifest");
    let (_, manifest, first) = manifest.expect("it is one of them");
    let (own, signer) = made(&[
        ("statement", "{\"signed_name\":\"김하늘\"}"),
        ("address", "192.0.2.1"),
    ]);
    let desk = Desk::new();
    for (file, vkey) in [
        (real.bytes, caller.vkeys()[0].clone()),
        (manifest, first.parse().expect("a vkey")),
        (own.to_string().into_bytes(), signer.vkey().clone()),
    ] {
        let original = desk.said(&file, &vkey, &[]);
        assert_eq!(original.0, Some(0));
        let proven = desk.proven(&file, &vkey);
        let flip = |(at, bit): (usize, u8)| {
            let mut flipped = file.clone();
            flipped[at] ^= bit;
            flipped
        };
        // of a letter the case: what reads hexadecimal digits in either would pass it over
        let bit = |byte: &u8| if byte.is_ascii_alphabetic() { 0x20 } else { 1 };
        let flips = file.iter().map(bit).enumerate();
        let flipped: Vec<Vec<u8>> = flips.clone().map(flip).collect();
        let named = vkey.to_string();
        let page = by_page(flipped.iter().map(|file| (&file[..], &named[..])));
        let mut survived = 0;
        for (((at, _), flipped), page) in flips.zip(&flipped).zip(&page) {
            let found = receipt::verify(flipped, &vkey).map_err(|refusal| refusal.check);
            same_as_page(&found, page, &format!("byte {at}"));
            if let Ok(verified) = &found {
                survived += 1;
                let (_, said) = desk.said(flipped, &vkey, &[]);
                if verified.not_checked.is_empty() {
                    assert_eq!(said, original.1, "byte {at}");
                } else {
                    less(&verified.to_json(), &proven, &said);
                }
            } else if at % 400 == 0 {
                let code = desk.said(flipped, &vkey, &[]).0;
                assert!([Some(1), Some(2)].contains(&code), "byte {at}");
                assert_eq!(
                    desk.script(flipped, &vkey, &[]).0,
                    code,
                    "the script: byte {at}"
                );
            }
        }
        // a signature of a witness and a time stamp may be damaged: neither was checked, and
        // neither is said to hold
        assert!(survived < 400, "{survived}");
    }
}

/// A flip in the name of a part makes one of it that nobody knows: it is named as not checked, and
/// the rest is as it was.
fn less(said: &Value, proven: &Value, words: &str) {
    for fact in ["log", "key", "size", "index", "entry", "row", "fields"] {
        assert_eq!(said[fact], proven[fact], "{fact}");
    }
    for part in ["text", "manifest", "opened"] {
        assert!(said[part].is_null() || said[part] == proven[part], "{part}");
    }
    for name in said["not_checked"].as_array().expect("a list") {
        let name = name.as_str().expect("a name");
        assert!(
            words.contains(&format!("  not checked: {name}\n")),
            "{words}"
        );
    }
}

/// A receipt that is damaged in every way, and the check that each is refused by.
fn damaged(good: &TlogProof) -> Vec<(String, &'static str)> {
    let proof = |change: &dyn Fn(&mut TlogProof)| {
        let mut proof = good.clone();
        change(&mut proof);
        proof.to_string()
    };
    let with = |change: &dyn Fn(&mut First)| {
        proof(&|proof| {
            let extra = proof.extra.as_deref().expect("it has one");
            let mut extra: First = serde_json::from_slice(extra).expect("ours");
            change(&mut extra);
            proof.extra = Some(serde_json::to_vec(&extra).expect("it serialises"));
        })
    };
    let unknown = || Opening {
        salt: "ab".repeat(16),
        value: "no".into(),
    };
    let other = made(&[("statement", "another")]).0.proof;
    vec![
        (with(&|extra| extra.salt.make_ascii_uppercase()), "form"),
        (proof(&|proof| proof.extra = None), "form"),
        (good.to_string()[1..].to_string(), "form"),
        (
            proof(&|proof| proof.checkpoint = proof.checkpoint.replace("\n3\n", "\n4\n")),
            "signature",
        ),
        (proof(&|proof| proof.index = 2), "entry"),
        (
            with(&|extra| extra.entry = extra.entry.replace("\"v\":1", "\"v\":2")),
            "entry",
        ),
        (
            with(&|extra| extra.entry = extra.entry.replace("2026-11", "2026-10")),
            "inclusion",
        ),
        (
            proof(&|proof| proof.proof = other.iter().rev().copied().collect()),
            "inclusion",
        ),
        (
            with(&|extra| extra.row = extra.row.replace("KKO", "KKK")),
            "row",
        ),
        (with(&|extra| extra.salt = "ce".repeat(32)), "row"),
        (
            with(&|extra| extra.fields.values_mut().for_each(|it| it.value += " ")),
            "field",
        ),
        (
            with(&|extra| extra.fields.extend([("other".into(), unknown())])),
            "field",
        ),
    ]
}

#[test]
fn each_check_is_named_when_it_fails() {
    let (good, signer) = made(&[("statement", "{\"signed_name\":\"김하늘\"}")]);
    let desk = Desk::new();
    for (file, check) in damaged(&good) {
        let (code, said) = desk.said(file.as_bytes(), signer.vkey(), &["--json"]);
        let said: Value = serde_json::from_str(&said).expect("it prints JSON");
        let (expected, verdict) = if check == "form" {
            (2, "unverified")
        } else {
            (1, "refused")
        };
        assert_eq!(
            (code, said["check"].as_str(), said["verdict"].as_str()),
            (Some(expected), Some(check), Some(verdict)),
            "{said}"
        );
        assert_eq!(
            desk.script(file.as_bytes(), signer.vkey(), &[]).0,
            Some(expected),
            "the script: {check}"
        );
    }
    let missing = Command::new(PROGRAM)
        .args([
            "verify",
            "receipt",
            "not-there",
            "--vkey",
            &signer.vkey().to_string(),
        ])
        .output()
        .expect("the program starts");
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(
        desk.said(
            good.to_string().as_bytes(),
            Signer::new("w", Kind::Cosignature, &[7; 32])
                .expect("a key")
                .vkey(),
            &[]
        )
        .0,
        Some(2)
    );
}

/// What the two verifiers read otherwise would be proven to one reader only.
#[test]
fn nothing_stands_in_a_receipt_that_is_not_checked_and_an_odd_time_is_told_as_it_stands() {
    let fields = [("statement", "{\"signed_name\":\"김하늘\"}")];
    let (good, signer) = made_at("2026-11-23T16:02:03.000004Z", &fields);
    let desk = Desk::new();
    let both = |file: &TlogProof, args: &[&str]| {
        let file = file.to_string();
        let (program, script) = (
            desk.said(file.as_bytes(), signer.vkey(), args),
            desk.script(file.as_bytes(), signer.vkey(), args),
        );
        assert_eq!(program.0, script.0, "{program:?} {script:?}");
        (program.0, program.1, script.1)
    };
    assert_eq!(both(&good, &[]).0, Some(0));
    for place in ["", "/fields/statement"] {
        let mut extra: Value =
            serde_json::from_slice(good.extra.as_deref().expect("it has one")).expect("JSON");
        extra.pointer_mut(place).expect("it is there")["remark"] = "paid in full".into();
        let file = TlogProof {
            extra: Some(extra.to_string().into_bytes()),
            ..good.clone()
        };
        assert_eq!(both(&file, &[]).0, Some(2), "{place}");
    }
    for odd in [
        "2026-99-99T99:99:99.999999Z",
        "0000-01-01T00:00:00.000000Z",
        "9999-12-31T23:00:00.000000Z",
    ] {
        let (code, program, script) = both(&made_at(odd, &fields).0, &["--language", "en"]);
        assert!(
            code == Some(0) && program.contains(&odd[..10]) && script.contains(&odd[..10]),
            "{program} {script}"
        );
    }
}
