//! What is signed: the exact bytes of a statement, and where and on what it was signed.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::browser::Browser;
use crate::harness::caller::fresh_key;
use crate::harness::claims::{answer_body, powers, revision};
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn a_consent_keeps_the_exact_statement_and_where_and_on_what_it_was_signed() {
    let app = App::with(&[("TRUSTED_PROXIES", "127.0.0.1")]);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let text = claimant.consent_text("mandate");
    let body = answer_body(&text, true, "김하늘");
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
    let identified = claimant.get(&format!("/api/v1/claims/{claim}/identifications"));
    let identified = identified.json()[0].clone();
    let statement = [
        r#"{"agreed":true,"case":""#,
        &case,
        r#"","claim":""#,
        &claim,
        r#"","identification":[{"id":""#,
        &plain(&identified["id"]),
        r#"","method":"mail_code","on":""#,
        &plain(&identified["identified_on"]),
        r#""}],"item":"mandate","kind":"mandate","language":"ko","mandate":{"counsel":[{"name":"변호사 홍길동 (데모) · 한빛 법률사무소 (데모)","registration":"00000 (데모)"}],"instance":"first","powers":"#,
        &powers().to_string(),
        r#"},"party":{"kind":"person","name":"김하늘"},"signatory":{"capacity":"self"},"signed_at":""#,
        &at.to_rfc3339_opts(SecondsFormat::Micros, true),
        r#"","signed_name":"김하늘","text_sha256":""#,
        &plain(&text["sha256"]),
        r#"","title":""#,
        &plain(&text["title"]),
        r#"","v":2,"version":1}"#,
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
            |all| all.len() == 9 && all.iter().all(|answer| answer["statement"].is_null())
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
    let mandate = || anybody.consent_text("mandate");
    let first = mandate();
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(file("ko"), "새로 쓴 위임의 글").expect("writable");
    std::fs::write(file("en"), "A new mandate").expect("writable");
    let (ko, en) = (file("ko"), file("en"));
    app.database.cli_ok(&revision("mandate", &ko, &en, "renew"));
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

/// Gives the mandate a new text.
fn revise(app: &App, text: &str, earlier: &str) {
    let (ko, en) = (app.database.beside("ko"), app.database.beside("en"));
    std::fs::write(&ko, text).expect("writable");
    std::fs::write(&en, "A new mandate").expect("writable");
    app.database.cli_ok(&revision("mandate", &ko, &en, earlier));
}

#[test]
fn a_mended_typo_bars_nobody_and_a_new_meaning_is_signed_again() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}");
    let missing = || claimant.get(&format!("{path}/missing")).json();
    let before = app.count("SELECT count(*) FROM mail");
    revise(&app, "소송위임장의 오타를 고쳤습니다", "suffice");
    let mended = claimant.consent_text("mandate");
    assert_eq!(
        (&mended["version"], &mended["suffices_from"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(mended["reason"], "위임 범위를 더 분명하게 썼습니다");
    assert_eq!(missing(), json!([]), "what was signed suffices");
    let mails = app.count("SELECT count(*) FROM mail");
    assert_eq!(mails, before, "nobody is asked to sign again");

    revise(&app, "소송위임장: 제2심까지 맡깁니다", "renew");
    assert_eq!(claimant.consent_text("mandate")["suffices_from"], 3);
    assert_eq!(missing()[0]["field"], "consents.mandate");
    assert_eq!(missing()[0]["code"], "consent-outdated");
    // a typo in the new one does not make the old one good
    revise(&app, "소송위임장: 제2심까지 맡깁니다.", "suffice");
    assert_eq!(claimant.consent_text("mandate")["suffices_from"], 3);
    assert_eq!(missing()[0]["code"], "consent-outdated");
    let answer = answer_body(&claimant.consent_text("mandate"), true, "김하늘");
    claimant.post(&format!("{path}/consents"), answer).id();
    assert_eq!(missing(), json!([]));
    claimant
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
    app.database.intact();
}

#[test]
fn each_special_power_is_answered_by_itself_given_later_and_taken_back() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}");
    let (consents, listed) = (format!("{path}/consents"), format!("{path}/powers"));
    let given = |power: &str| {
        let powers = claimant.get(&listed).json();
        let mut powers = powers.as_array().expect("a list").iter();
        let standing = powers.find(|standing| standing["power"] == power);
        standing.expect("it is one of nine")["granted"] == true
    };
    let text = claimant.consent_text("mandate");
    // an answer that leaves a power open is none
    let mut open = answer_body(&text, true, "김하늘");
    open["powers"] = json!({"settlement": true});
    let faults = claimant.post(&consents, open).faults();
    assert_eq!(faults.len(), 8);
    assert!(
        faults
            .iter()
            .all(|(field, code)| field.starts_with("powers.") && code == "power-unanswered")
    );
    // who refuses the mandate gives no power
    let mut refusal = answer_body(&text, false, "김하늘");
    refusal["powers"] = powers();
    let faults = claimant.post(&consents, refusal).faults();
    assert_eq!(faults, [("powers".into(), "powers-misplaced".into())]);

    // the firm needs settlement: known before, and named where it is missing
    let case = app.anybody().get(&format!("/api/v1/cases/{CASE}")).json();
    assert_eq!(case["needed_powers"], json!(["settlement", "sub_counsel"]));
    let mut without = answer_body(&text, true, "김하늘");
    without["powers"]["settlement"] = json!(false);
    claimant.post(&consents, without).id();
    let submission = claimant.post(&format!("{path}/submission"), json!({}));
    assert_eq!(
        submission.faults(),
        [("powers.settlement".into(), "power-needed".into())]
    );

    let state = |power: &str, granted: bool, name: &str| {
        let body = json!({"power": power, "granted": granted, "signed_name": name});
        claimant.post(&listed, body)
    };
    let stranger = state("settlement", true, "박바다");
    assert_eq!(
        stranger.faults(),
        [("signed_name".into(), "signed-name".into())]
    );
    state("settlement", true, "김 하늘").is(201);
    assert!(given("settlement"));
    assert_eq!(state("settlement", true, "김하늘").code(), "power-stands");
    claimant
        .post(&format!("{path}/submission"), json!({}))
        .is(204);
    state("appeal", true, "김하늘").is(201);
    state("settlement", false, "김하늘").is(201);
    assert!(given("appeal") && !given("settlement"));
    assert_eq!(
        claimant.get(&path).json()["status"],
        "submitted",
        "a power taken back is not the mandate taken back"
    );
    // staff see how the powers stand, and nobody's signature
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let seen = lawyer.get(&listed).json();
    assert!(seen.as_array().is_some_and(|all| all.len() == 9));
    assert!(!seen.to_string().contains("김하늘"));
    let missing = claimant.get(&format!("{path}/missing")).json();
    assert_eq!(missing[0]["field"], "powers.settlement");
    // a mandate that is signed anew says all nine anew
    claimant
        .post(&consents, answer_body(&text, true, "김하늘"))
        .id();
    assert!(given("settlement") && !given("appeal"));
    app.database.intact();
}

#[test]
fn powers_are_given_under_a_mandate_alone() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claims = format!("/api/v1/cases/{CASE}/claims");
    let claim = claimant.post(&claims, json!({"party": "person"})).id();
    let body = json!({"power": "appeal", "granted": true, "signed_name": "김하늘"});
    let path = format!("/api/v1/claims/{claim}/powers");
    assert_eq!(claimant.post(&path, body.clone()).code(), "no-mandate");
    let another = app.claimant("another@example.com");
    another.post(&path, body).is(404);
    another.get(&path).is(404);
}
