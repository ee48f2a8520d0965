//! Witnesses that lie, refuse, or saw another log; and wrong ones that are not taken.

use claimant_registry::audit::format::note::{Kind, Signer};
use serde_json::Value;

use crate::harness::caller::Caller;
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::witness::{Witness, cosigned};
use crate::witness::{change, note};

/// How the log stands with that witness, as an auditor sees it.
fn standing(auditor: &Caller, name: &str) -> Value {
    let overview = auditor.get("/api/v1/log").json();
    overview["witnesses"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|witness| witness["name"] == name)
        .cloned()
        .unwrap_or_default()
}

#[test]
fn what_a_lying_witness_says_is_never_published() {
    let app = App::start();
    let auditor = app.assigned("auditor", "auditor@example.com");
    let witness = Witness::start("liar");
    witness.mode("other-text");
    witness.added_to(&app.database);
    for (nth, (lie, said, alarm)) in [
        ("other-text", "no valid cosignature", false),
        ("other-key", "no valid cosignature", false),
        ("other-name", "no valid cosignature", false),
        ("many-lines", "no valid cosignature", false),
        ("no-lines", "not signature lines", false),
        ("too-long", "too long", false),
        ("wrong-size", "another log is signed with this key", true),
        ("moving-size", "another size at each call", false),
    ]
    .into_iter()
    .enumerate()
    {
        // added anew, so that the pause after a fault is the first one
        app.database.cli_ok(&["witness", "remove", "liar"]);
        witness.mode(lie);
        witness.added_to(&app.database);
        let size = change(&app, nth);
        app.published(size);
        let standing = eventually(|| {
            let standing = standing(&auditor, "liar");
            standing["fault"]
                .as_str()
                .is_some_and(|fault| fault.contains(said))
                .then_some(standing)
        });
        assert_eq!(
            (&standing["alarm"], &standing["cosigned_size"]),
            (&Value::Bool(alarm), &Value::Null),
            "{lie}"
        );
        assert_eq!(note(&app).signatures.len(), 1, "{lie}");
    }
    assert_eq!(
        app.lines("SELECT note AS line FROM cosigned_checkpoint"),
        [""; 0]
    );
    app.database.intact();
}

#[test]
fn what_a_witness_refuses_is_known_and_asked_again() {
    let mut app = App::start();
    let auditor = app.assigned("auditor", "auditor@example.com");
    let witness = Witness::start("strict");
    for (nth, (mode, said)) in [
        ("unknown", "404"),
        ("unsigned", "403"),
        ("bad-proof", "422"),
    ]
    .into_iter()
    .enumerate()
    {
        witness.mode(mode);
        witness.added_to(&app.database);
        change(&app, nth);
        let fault = eventually(|| {
            standing(&auditor, "strict")["fault"]
                .as_str()
                .map(String::from)
        });
        assert!(fault.contains(said), "{mode}: {fault}");
        let (again, listed) = (
            witness.calls().len(),
            app.database.cli_ok(&["witness", "list"]),
        );
        assert!(
            listed.contains("fault at") && listed.contains(said),
            "{listed}"
        );
        eventually(|| (witness.calls().len() > again).then_some(()));
        assert_eq!(
            auditor.get("/readyz").status,
            200,
            "no witness fails the registry"
        );
        app.database.cli_ok(&["witness", "remove", "strict"]);
    }
    // 409: it has cosigned before, and the registry knows nothing of it
    witness.mode("");
    witness.added_to(&app.database);
    cosigned(&app, app.database.size(), &[&witness]);
    app.stop();
    app.sql("TRUNCATE witness_state, cosigned_checkpoint");
    let before = witness.calls().len();
    app.kill_and_restart(&[]);
    cosigned(&app, change(&app, 5), &[&witness]);
    let calls = witness.calls();
    assert!(
        calls[before].starts_with("409 old 0") && calls[before + 1].starts_with("200 old "),
        "{calls:?}"
    );
    let overview = app
        .assigned("auditor", "other@example.com")
        .get("/api/v1/log")
        .json();
    assert!(
        overview["published_size"].as_u64() >= overview["witnesses"][0]["cosigned_size"].as_u64(),
        "{overview}"
    );
}

/// Two databases under one key: whoever shows one history to some and another to others is found
/// out by a common witness.
#[test]
fn a_second_history_under_the_same_key_is_refused_by_the_witness_that_saw_the_first() {
    let (first, second) = (App::start(), App::start());
    let auditor = second.assigned("auditor", "auditor@example.com");
    let witness = Witness::start("common");
    witness.added_to(&first.database);
    let seen = change(&first, 0);
    cosigned(&first, seen, &[&witness]);
    // with more entries the proof does not hold
    while change(&second, second.database.size() as usize) <= seen {}
    witness.added_to(&second.database);
    let alarm = |said: &str| {
        eventually(|| {
            let standing = standing(&auditor, "common");
            (standing["alarm"] == true
                && standing["fault"]
                    .as_str()
                    .is_some_and(|fault| fault.contains(said)))
            .then_some(())
        });
    };
    alarm("does not continue the first");
    let ready = second.operator().get("/readyz").is(200);
    assert!(
        ready.json()["notes"][0]
            .as_str()
            .is_some_and(|note| note.starts_with("witness common: ")),
        "{}",
        ready.text()
    );
    assert!(
        second
            .database
            .cli_ok(&["witness", "list"])
            .contains("ALARM at")
    );
    // with fewer, the witness has seen more than there are
    let ahead = second.database.size() + 10;
    while change(&first, 1000 + first.database.size() as usize) <= ahead {}
    cosigned(&first, ahead, &[&witness]);
    alarm("another log is signed with this key");
    assert_eq!(note(&second).signatures.len(), 1);
    assert!(
        second
            .log
            .lock()
            .expect("nobody panics with it")
            .contains("a witness has seen another log")
    );
}

#[test]
fn witnesses_are_added_and_removed_by_name_and_wrong_ones_are_refused() {
    let app = App::start();
    let database = &app.database;
    let signer = |seed: u8, kind| {
        Signer::new("w.example", kind, &[seed; 32])
            .expect("a key")
            .vkey()
            .to_string()
    };
    let refused = |args: [&str; 3], why: &str| {
        let output = database.cli(&[&["witness", "add"], &args[..]].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            !output.status.success() && said.contains(why),
            "{args:?}: {said}"
        );
    };
    let (one, url) = (signer(1, Kind::Cosignature), "https://w.example/prefix/");
    database.cli_ok(&["witness", "add", "one", &one, url]);
    refused(["one", &signer(2, Kind::Cosignature), url], "of this name");
    refused(["two", &one, url], "with this key");
    refused(["two", &signer(2, Kind::Ed25519), url], "type 4");
    refused(["two", "w.example+00000000+AAAA", url], "vkey");
    refused(
        ["none", &signer(2, Kind::Cosignature), url],
        "the name of a witness",
    );
    refused(
        ["witnesses", &signer(2, Kind::Cosignature), url],
        "the name of a witness",
    );
    refused(
        ["with space", &signer(2, Kind::Cosignature), url],
        "the name of a witness",
    );
    refused(
        [
            "two",
            &signer(2, Kind::Cosignature),
            "https://me:secret@w.example",
        ],
        "no password",
    );
    refused(
        ["two", &signer(2, Kind::Cosignature), "w.example"],
        "begins with https://",
    );
    database.cli_ok(&[
        "witness",
        "add",
        "two",
        &signer(2, Kind::Cosignature),
        "http://two.example",
    ]);
    let policy = database.cli_with(&["witness", "policy"], &[("WITNESS_QUORUM", "2")]);
    assert!(
        policy.contains(&format!("witness one {one} https://w.example/prefix\n"))
            && policy.contains("group witnesses 2 one two\n"),
        "{policy}"
    );
    assert!(
        database
            .cli_ok(&["witness", "policy"])
            .ends_with("quorum none\n")
    );
    assert!(
        !database
            .cli(&["witness", "policy", "--witness-quorum", "3"])
            .status
            .success(),
        "more than there are"
    );
    database.cli_ok(&["witness", "remove", "one"]);
    assert!(!database.cli(&["witness", "remove", "one"]).status.success());
    assert!(!database.cli_ok(&["witness", "list"]).contains("one "));
    database.cli_ok(&["witness", "add", "one", &one, url]);
    database.intact();
    let log = database.cli_ok(&["export", "log"]);
    assert_eq!(log.matches("\"action\":\"witness.change\"").count(), 4);
}
