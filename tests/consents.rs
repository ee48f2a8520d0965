//! What is signed: the exact bytes of a statement, and where and on what it was signed.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::browser::Browser;
use crate::harness::caller::fresh_key;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn a_consent_keeps_the_exact_statement_and_where_and_on_what_it_was_signed() {
    let app = App::with(&[("TRUSTED_PROXIES", "127.0.0.1")]);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let texts = claimant
        .get(&format!("/api/v1/cases/{CASE}/consent-texts?language=ko"))
        .json();
    let text = texts
        .as_array()
        .expect("a list")
        .iter()
        .find(|text| text["item"] == "mandate")
        .expect("there is a mandate");
    let body = json!({"item": "mandate", "language": "ko", "text_sha256": text["sha256"], "agreed": true, "signed_name": "김하늘"});
    let (consents, key) = (format!("/api/v1/claims/{claim}/consents"), fresh_key());
    let headers = [
        ("user-agent", "Phone/7 (a shop)"),
        ("x-forwarded-for", "203.0.113.7"),
        ("idempotency-key", &key),
    ];
    let id = claimant.json("POST", &consents, &headers, body).id();

    let answers = claimant.get(&consents).json();
    let kept = answers
        .as_array()
        .expect("a list")
        .iter()
        .find(|answer| answer["id"] == *id)
        .expect("it is listed");
    let plain = |value: &Value| {
        value
            .as_str()
            .unwrap_or_else(|| panic!("{value} is no text"))
            .to_string()
    };
    let at: DateTime<Utc> = plain(&kept["answered_at"]).parse().expect("a time");
    let case = plain(&claimant.get(&format!("/api/v1/claims/{claim}")).json()["case"]);
    let statement = [
        r#"{"agreed":true,"case":""#,
        &case,
        r#"","claim":""#,
        &claim,
        r#"","item":"mandate","language":"ko","signed_at":""#,
        &at.to_rfc3339_opts(SecondsFormat::Micros, true),
        r#"","signed_name":"김하늘","text_sha256":""#,
        &plain(&text["sha256"]),
        r#"","title":""#,
        &plain(&text["title"]),
        r#"","v":1}"#,
    ]
    .concat();
    assert_eq!(kept["statement"], statement, "what the claimant sees");

    // where and on what: in the receipt, which opens every field of the row to the claimant
    let receipts = claimant
        .get(&format!("/api/v1/claims/{claim}/receipts"))
        .json();
    let receipt = receipts
        .as_array()
        .expect("a list")
        .iter()
        .find(|receipt| receipt["key"] == *id)
        .expect("a consent has one")
        .clone();
    let path = format!("/api/v1/claims/{claim}/receipts/{}", receipt["id"]);
    let file = eventually(|| Some(claimant.get(&path)).filter(|answer| answer.status == 200));
    let folder = tempfile::tempdir().expect("a temporary directory");
    let name = folder.path().join("receipt.tlog-proof");
    std::fs::write(&name, &file.bytes).expect("writable");
    let vkey = claimant.vkey().to_string();
    let proven = app.database.cli_ok(&[
        "verify",
        "receipt",
        name.to_str().expect("a path in UTF-8"),
        "--vkey",
        &vkey,
        "--json",
    ]);
    let proven: Value = serde_json::from_str(&proven).expect("it prints JSON");
    assert_eq!(
        proven["fields"],
        json!({"address": "203.0.113.7", "device": "Phone/7 (a shop)", "statement": statement})
    );

    claimant
        .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
        .is(204);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let unopened = lawyer.get(&consents).json();
    assert!(
        unopened.as_array().is_some_and(
            |all| all.len() == 6 && all.iter().all(|answer| answer["statement"].is_null())
        ),
        "{unopened}"
    );
    let asked = json!({"reason": "위임을 증명하기 위해서 봅니다", "claims": [claim]});
    let shown = lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), asked)
        .id();
    let opened = lawyer
        .get(&format!("/api/v1/disclosures/{shown}/claims"))
        .json();
    let answers = opened["items"][0]["consents"].as_array().expect("a list");
    assert_eq!(
        answers
            .iter()
            .rfind(|answer| answer["item"] == "mandate")
            .expect("it was answered")["statement"],
        statement
    );
}

#[test]
fn a_text_stays_readable_by_its_hash_when_another_takes_its_place() {
    let app = App::start();
    let anybody = app.anybody();
    let current = format!("/api/v1/cases/{CASE}/consent-texts?language=ko");
    let mandate = || {
        let texts = anybody.get(&current).json();
        let mut texts = texts.as_array().expect("a list").iter();
        let mandate = texts.find(|text| text["item"] == "mandate");
        mandate.expect("there is a mandate").clone()
    };
    let first = mandate();
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(file("ko"), "새로 쓴 위임의 글").expect("writable");
    std::fs::write(file("en"), "A new mandate").expect("writable");
    let (ko, en) = (file("ko"), file("en"));
    app.database
        .cli_ok(&["case", "revise", CASE, "mandate", "--ko", &ko, "--en", &en]);
    assert_ne!(mandate()["sha256"], first["sha256"]);

    let hash = first["sha256"].as_str().expect("a hash");
    let kept = anybody.get(&format!("/api/v1/consent-texts/{hash}")).json();
    assert_eq!(kept[0]["body"], first["body"]);
    assert_eq!(
        (&kept[0]["case"], &kept[0]["version"]),
        (&json!(CASE), &json!(1))
    );
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
    let browser = Browser::at(&app.url);
    let page = browser.open(&format!("/texts/{hash}")).is(200);
    page.says(hash)
        .says(first["title"].as_str().expect("a title"));
    let bytes = anybody.get(&format!("/texts/{hash}/file")).bytes;
    assert_eq!(
        hex::encode(Sha256::digest(&bytes)),
        hash,
        "it is the very text"
    );

    let none = "0".repeat(64);
    for path in [&none, "abc"] {
        let answer = anybody.get(&format!("/api/v1/consent-texts/{path}"));
        assert_eq!(answer.status, 404);
    }
    for path in [
        format!("/texts/{none}"),
        format!("/texts/{none}/file"),
        "/texts/abc".into(),
    ] {
        browser.open(&path).is(404);
    }
}
