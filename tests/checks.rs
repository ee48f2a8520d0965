//! What the firm has in hand: a listed file is received, is seen and compared, or turns out to be
//! another one, by whom and when, and the claimant sees it as staff do.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::browser::Browser;
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::{evidence_body, received_check};
use crate::harness::server::App;

const EMAIL: &str = "merchant@example.com";

/// The hash of a file as a program prints it.
fn hash(content: &str) -> String {
    let bytes = Sha256::digest(content);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn seen(hash: Option<&str>) -> Value {
    json!({"finding": "seen", "checked_on": "2026-11-21", "sha256": hash})
}

/// A file of a claim, as somebody sees it.
fn file(caller: &Caller, claim: &str, id: &str) -> Value {
    let files = caller
        .get(&format!("/api/v1/claims/{claim}/evidence"))
        .json();
    let mut files = files.as_array().expect("a list").iter();
    let found = files.find(|file| file["id"] == id);
    found.expect("it is listed").clone()
}

fn list(caller: &Caller, claim: &str, content: &str) -> String {
    let path = format!("/api/v1/claims/{claim}/evidence");
    caller.post(&path, evidence_body("other", content)).id()
}

fn checks(file: &str) -> String {
    format!("/api/v1/evidence/{file}/checks")
}

#[test]
fn a_stick_comes_by_post_one_of_its_files_differs_and_the_claimant_is_told() {
    let app = App::with(&[("PUBLIC_URL", "https://registry.example")]);
    let merchant = app.claimant(EMAIL);
    let claim = merchant.submitted();
    let (ledger, chat) = (
        list(&merchant, &claim, "the ledger"),
        list(&merchant, &claim, "the chat"),
    );
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let mails = || app.count("SELECT count(*) FROM mail");
    let before = mails();
    for listed in [&ledger, &chat] {
        assert_eq!(file(&merchant, &claim, listed)["state"], "listed");
        paralegal.post(&checks(listed), received_check()).is(201);
        assert_eq!(file(&merchant, &claim, listed)["state"], "received");
    }
    // as a program prints it, in capitals and with its name
    let typed = format!("SHA-256: {}", hash("the ledger").to_uppercase());
    paralegal.post(&checks(&ledger), seen(Some(&typed))).is(201);
    assert_eq!(mails(), before, "nothing that the claimant has to do");
    let edited = hash("the chat, cropped");
    paralegal.post(&checks(&chat), seen(Some(&edited))).is(201);
    let told = app.mailed(EMAIL, "목록의 파일과 다른 파일이 왔습니다");
    let page = format!("https://registry.example/claims/{claim}/evidence");
    assert!(
        told.contains(&page) && !told.contains("채널_관리자화면"),
        "{told}"
    );
    // claimant and staff see the same, with who it was
    for caller in [&merchant, &paralegal] {
        let (same, other) = (file(caller, &claim, &ledger), file(caller, &claim, &chat));
        assert_eq!(
            (&same["state"], &other["state"]),
            (&json!("seen"), &json!("differs"))
        );
        let came = &same["checks"][0];
        assert_eq!(
            (
                &came["finding"],
                &came["channel"],
                &came["checked_on"],
                &came["note"]
            ),
            (
                &json!("received"),
                &json!("stick"),
                &json!("2026-11-20"),
                &json!("등기우편 소포에 든 USB")
            )
        );
        assert_eq!(same["checks"][1]["sha256"], same["sha256"]);
        let differs = &other["checks"][1];
        assert_eq!(
            (&differs["finding"], &differs["sha256"]),
            (&json!("differs"), &json!(edited))
        );
        assert!(differs["by"].as_str().is_some_and(|by| !by.is_empty()));
    }
    // it comes once more; only the file itself, compared, is seen as the listed one
    let again = json!({"finding": "received", "channel": "mail", "checked_on": "2026-11-22"});
    paralegal.post(&checks(&chat), again).is(201);
    assert_eq!(file(&merchant, &claim, &chat)["state"], "differs");
    let looked = paralegal.post(&checks(&chat), seen(None));
    assert_eq!(
        (looked.status, looked.faults()),
        (422, vec![("sha256".into(), "hash-needed".into())])
    );
    paralegal
        .post(&checks(&chat), seen(Some(&hash("the chat"))))
        .is(201);
    let at_last = file(&merchant, &claim, &chat);
    assert_eq!(
        (
            &at_last["state"],
            at_last["checks"].as_array().map(Vec::len)
        ),
        (&json!("seen"), Some(4))
    );
    assert_eq!(mails(), before + 1);
    app.database.intact();
    let log = app.database.cli_ok(&["export", "log"]);
    let entries = log
        .lines()
        .filter(|line| line.contains("\"evidence.check\""));
    let by_staff =
        entries.filter(|line| line.contains("\"role\":\"paralegal\"") && line.contains(&claim));
    assert_eq!(by_staff.count(), 6);
}

#[test]
fn what_cannot_be_is_refused_and_leaves_nothing() {
    let app = App::start();
    let merchant = app.claimant(EMAIL);
    let (lawyer, elsewhere) = (
        app.assigned("lawyer", "lawyer@example.com"),
        app.staff("paralegal", "elsewhere@example.com"),
    );
    let claim = merchant.draft();
    let listed = list(&merchant, &claim, "the ledger");
    let refused = |caller: &Caller, body: Value| {
        let answer = caller.post(&checks(&listed), body);
        (answer.status, answer.code())
    };
    assert_eq!(
        refused(&lawyer, received_check()),
        (404, "not-found".into()),
        "the firm does not see a draft"
    );
    merchant
        .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
        .is(204);
    assert_eq!(
        refused(&elsewhere, received_check()),
        (404, "not-found".into())
    );
    elsewhere.get(&checks(&listed)).is(404);
    app.claimant("other@example.com")
        .get(&checks(&listed))
        .is(404);
    assert_eq!(
        refused(&merchant, received_check()),
        (403, "forbidden".into())
    );
    let with = |name: &str, value: Value| {
        let mut body = received_check();
        body[name] = value;
        body
    };
    for (body, field, code) in [
        (with("channel", Value::Null), "channel", "choice-missing"),
        (
            with("finding", json!("differs")),
            "finding",
            "finding-registry",
        ),
        (
            with("finding", json!("seen")),
            "channel",
            "channel-misplaced",
        ),
        (
            with("sha256", json!("0".repeat(64))),
            "sha256",
            "hash-misplaced",
        ),
        (with("sha256", json!("not at all")), "sha256", "sha256"),
        (with("checked_on", json!("next week")), "checked_on", "date"),
        (
            with("checked_on", json!("2099-01-01")),
            "checked_on",
            "date-future",
        ),
        (
            with("checked_on", json!("1999-12-31")),
            "checked_on",
            "date-early",
        ),
        (
            with("note", json!("900101-1234568")),
            "note",
            "resident-number",
        ),
    ] {
        let answer = lawyer.post(&checks(&listed), body.clone());
        let faults = answer.faults();
        assert!(
            answer.status == 422 && faults.contains(&(field.into(), code.into())),
            "{body}: {}",
            answer.text()
        );
    }
    assert_eq!(app.count("SELECT count(*) FROM evidence_check"), 0);
    lawyer.post(&checks(&listed), received_check()).is(201);
    assert_eq!(
        refused(&lawyer, received_check()),
        (409, "check-on-record".into()),
        "the same twice"
    );
    for day in 1..50 {
        let day = format!("2025-{:02}-{:02}", 1 + day / 28, 1 + day % 28);
        lawyer
            .post(&checks(&listed), with("checked_on", json!(day)))
            .is(201);
    }
    assert_eq!(
        refused(&lawyer, with("channel", json!("office"))),
        (409, "too-many".into())
    );
    merchant
        .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        .is(204);
    assert_eq!(refused(&lawyer, seen(None)), (409, "status".into()));
}

#[test]
fn what_was_found_of_a_file_stays_with_it_when_another_takes_its_place() {
    let app = App::start();
    let merchant = app.claimant(EMAIL);
    let claim = merchant.submitted();
    let blurred = list(&merchant, &claim, "a blurred screenshot");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    lawyer.post(&checks(&blurred), received_check()).is(201);
    let sharp = merchant
        .post(
            &format!("/api/v1/evidence/{blurred}/replacements"),
            evidence_body("other", "a sharp screenshot"),
        )
        .id();
    assert_eq!(file(&lawyer, &claim, &sharp)["state"], "listed");
    let late = lawyer.post(&checks(&blurred), seen(None));
    assert_eq!((late.status, late.code().as_str()), (409, "evidence-ended"));
    for caller in [&merchant, &lawyer] {
        let found = caller.get(&checks(&blurred)).json();
        assert_eq!(found[0]["finding"], "received", "{found}");
    }
    // it goes with everything else that tells whose it was
    merchant.delete(&format!("/api/v1/claims/{claim}")).is(200);
    assert_eq!(app.count("SELECT count(*) FROM evidence_check"), 0);
    lawyer.get(&checks(&blurred)).is(404);
    app.database.intact();
}

/// The page of a claim says what is not seen yet; the forms take what the desk types, and nothing of
/// it is lost.
#[test]
fn the_desk_puts_on_record_what_it_has_in_hand() {
    let app = App::start();
    let merchant = app.claimant(EMAIL);
    let claim = merchant.submitted();
    let paralegal = app.at_desk("paralegal");
    let path = format!("/staff/claims/{claim}");
    let page = paralegal.open(&path).is(200);
    page.says("아직 확인한 파일이 없는 종류입니다")
        .says("목록에 있음");
    let (_, id) = page.html.split_once("id=\"file-").expect("it is shown");
    let id = id.split('"').next().expect("an id");
    let at = |finding: &str| format!("/staff/evidence/{id}/checks/{finding}");
    let form = paralegal.open(&at("received")).is(200).only_form();
    let refused = paralegal
        .send(&form.with("checked_on", "내일").with("note", "소포"))
        .is(422);
    refused
        .says("href=\"#channel\"")
        .says("href=\"#checked_on\"")
        .says("소포");
    let form = refused.only_form();
    let form = form
        .with("channel", "stick")
        .with("checked_on", "2026. 11. 20.");
    paralegal
        .send(&form)
        .is(200)
        .says("법률사무소가 파일을 받았습니다 (USB 저장장치로)");
    // nobody puts on record that it differs: the registry finds it
    paralegal.open(&at("differs")).is(404);
    let form = paralegal.open(&at("seen")).is(200).only_form();
    let form = form.with("checked_on", "2026-11-21");
    paralegal
        .send(&form.clone().with("sha256", "여기"))
        .is(422)
        .says("href=\"#sha256\"");
    let other = form.with("sha256", &hash("another file"));
    paralegal.send(&other).is(200).says("다른 파일");
    let browser = Browser::at(&app.url);
    browser.sign_in(EMAIL, PASSWORD);
    browser
        .open(&format!("/claims/{claim}/evidence"))
        .says("법률사무소가 본 파일이 목록의 파일과 달랐습니다")
        .says(&hash("another file"))
        .says("소포");
    // one file of the kind after the other, until nothing is left to be seen
    for listed in merchant
        .get(&format!("/api/v1/claims/{claim}/evidence"))
        .json()
        .as_array()
        .expect("a list")
    {
        let listed_at = listed["id"].as_str().expect("an id");
        let form = paralegal
            .open(&format!("/staff/evidence/{listed_at}/checks/seen"))
            .is(200)
            .only_form();
        let form = form
            .with("checked_on", "2026-11-22")
            .with("sha256", listed["sha256"].as_str().expect("a hash"));
        paralegal
            .send(&form)
            .is(200)
            .says("SHA-256 값이 목록과 같음");
    }
    paralegal
        .open(&path)
        .says_not("아직 확인한 파일이 없는 종류입니다");
    // what was found of a file stays to be read when it is taken off
    merchant.delete(&format!("/api/v1/evidence/{id}")).is(204);
    for (reader, page) in [
        (&paralegal, path),
        (&browser, format!("/claims/{claim}/evidence")),
    ] {
        reader
            .open(&page)
            .says("다른 파일로 바꾸었거나 목록에서 뺀 파일")
            .says(&hash("another file"));
    }
    paralegal.open(&at("seen")).is(404);
}
