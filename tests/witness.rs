//! Witnesses: an independent one, in Python after the specifications, cosigns what is published; slow ones, lying ones and
//! those that saw another log are told apart, and none of them holds anything up.

use std::time::{Duration, Instant};

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::note::{Kind, Note, Signer};
use claimant_registry::audit::format::policy::Policy;
use claimant_registry::audit::outsiders::witness;
use diesel::prelude::*;
use serde_json::Value;

use crate::harness::caller::Caller;
use crate::harness::database::lines;
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::witness::{Witness, cosigned};

/// The published checkpoint.
fn note(app: &App) -> Note {
    Note::parse(&app.anybody().get("/log/checkpoint").text()).expect("a note")
}

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

fn change(app: &App, nth: usize) -> u64 {
    app.claimant(&format!("merchant{nth}@example.com"));
    app.database.cli_ok(&["seal"]);
    app.database.size()
}

#[test]
fn a_change_is_cosigned_within_seconds_and_goes_on_after_restarts() {
    let mut app = App::start();
    let (mut one, two) = (Witness::start("one"), Witness::start("two"));
    one.added_to(&app.database);
    two.added_to(&app.database);
    let size = change(&app, 0);
    cosigned(&app, size, &[&one, &two]);
    let begun = Instant::now();
    let size = change(&app, 1);
    cosigned(&app, size, &[&one, &two]);
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("after 1970")
        .as_secs();
    let policy: Policy = app
        .database
        .cli_with(&["witness", "policy"], &[("WITNESS_QUORUM", "2")])
        .parse()
        .expect("a policy");
    let signers = policy.satisfied(&note(&app)).expect("both signed");
    assert!(
        signers.len() == 2 && signers.iter().all(|(_, time)| time.abs_diff(now) < 60),
        "{signers:?}"
    );
    // the registry starts again and learns from the witness how far it is
    app.kill_and_restart(&[]);
    let size = change(&app, 2);
    cosigned(&app, size, &[&one, &two]);
    assert!(
        one.calls().iter().any(|call| call.starts_with("409 old 0")),
        "{:?}",
        one.calls()
    );
    // the witness is away, and comes back with what it has stored
    one.stop();
    let size = change(&app, 3);
    cosigned(&app, size, &[&two]);
    let listed = eventually(|| {
        Some(app.database.cli_ok(&["witness", "list"])).filter(|listed| listed.contains("fault"))
    });
    assert!(
        listed.contains("no connection") && listed.contains(&format!("cosigned {size} entries")),
        "{listed}"
    );
    one.restart();
    cosigned(&app, size, &[&one, &two]);
    assert!(!app.database.cli_ok(&["witness", "list"]).contains("fault"));
    app.database.intact();
}

#[test]
fn a_slow_witness_delays_neither_intake_nor_publication_nor_the_other() {
    let app = App::start();
    let (slow, quick) = (Witness::start("slow"), Witness::start("quick"));
    slow.mode("slow");
    slow.added_to(&app.database);
    quick.added_to(&app.database);
    let size = change(&app, 0);
    cosigned(&app, size, &[&quick]);
    let begun = Instant::now();
    for nth in 1..6 {
        let size = change(&app, nth);
        cosigned(&app, size, &[&quick]);
    }
    assert!(
        begun.elapsed() < Duration::from_secs(10) && slow.calls().is_empty(),
        "{:?} {:?}",
        begun.elapsed(),
        slow.calls()
    );
    // the slow one signs what it was sent, and that is kept although something newer is published
    let vkey = slow.vkey.to_string();
    eventually(|| {
        let kept = app.lines("SELECT note AS line FROM cosigned_checkpoint ORDER BY size");
        let notes = kept.iter().map(|note| Note::parse(note).expect("a note"));
        notes.into_iter().find(|note| {
            note.signed_by(&vkey.parse().expect("a vkey"))
                .expect("valid")
                .is_some()
        })
    });
    let stops = Instant::now();
    drop(app);
    assert!(stops.elapsed() < Duration::from_secs(5));
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

/// Under load checkpoints follow each other several times a second; each witness is sent the newest, and all of them the same.
#[test]
fn under_load_a_change_is_cosigned_soon_and_by_both() {
    const SECONDS: u64 = 8;
    let app = App::start();
    let (one, two) = (Witness::start("one"), Witness::start("two"));
    one.added_to(&app.database);
    two.added_to(&app.database);
    cosigned(&app, change(&app, 0), &[&one, &two]);
    let begun = Instant::now();
    let mut conn = app.superuser();
    let load = std::thread::spawn(move || {
        for nth in 0..500 * SECONDS {
            diesel::sql_query("UPDATE court_case SET demo = demo")
                .execute(&mut conn)
                .expect("PostgreSQL answers");
            let due = Duration::from_millis(2 * nth);
            std::thread::sleep(due.saturating_sub(begun.elapsed()));
        }
    });
    let mut conn = app.superuser();
    let mut number = |query: &str| -> i64 { lines(&mut conn, query)[0].parse().expect("a number") };
    // how many changes there were, when; and when as many entries were cosigned
    let (mut changes, mut waits) = (Vec::new(), Vec::new());
    while !load.is_finished() || !changes.is_empty() {
        let count =
            number("SELECT (size + (SELECT count(*) FROM pending))::text AS line FROM audit_head");
        changes.push((Instant::now(), count));
        let signed = number(
            "SELECT max(size)::text AS line FROM cosigned_checkpoint WHERE note LIKE '%one.example%two.example%' OR note LIKE '%two.example%one.example%'",
        );
        let done = changes
            .iter()
            .take_while(|(_, count)| *count <= signed)
            .count();
        waits.extend(changes.drain(..done).map(|(at, _)| at.elapsed()));
        assert!(
            begun.elapsed() < Duration::from_secs(SECONDS + 20),
            "cosigning falls behind: {signed} of {count}"
        );
        if load.is_finished() && signed == count {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    load.join().expect("it changed things");
    assert!(
        !waits.is_empty(),
        "changes were cosigned by both while the load went on"
    );
}

/// Two databases under one key: whoever shows one history to some and another to others is found out by a common witness.
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
    let ready = second.operator().get("/readyz");
    assert_eq!(ready.status, 200);
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
fn a_witness_is_called_over_tls_and_its_certificate_is_checked() {
    let mut app = App::start();
    let witness = Witness::over_tls("private");
    witness.added_to(&app.database);
    let listed = eventually(|| {
        Some(app.database.cli_ok(&["witness", "list"])).filter(|listed| listed.contains("fault"))
    });
    assert!(
        listed.contains("TLS: ") && witness.calls().is_empty(),
        "{listed}"
    );
    // a machine that trusts its authority
    let trusted = witness.file("ca.pem");
    app.kill_and_restart(&[("SSL_CERT_FILE", trusted.to_str().expect("a path in UTF-8"))]);
    cosigned(&app, change(&app, 0), &[&witness]);
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

#[test]
fn what_was_cosigned_is_thinned_out_and_the_newest_stays() {
    let app = App::start();
    let one = Witness::start("one");
    one.added_to(&app.database);
    let last = cosigned(&app, change(&app, 0), &[&one]).size;
    // twenty a minute of an hour ago, of which one has two signatures; and one that was stamped
    app.sql(
        "INSERT INTO cosigned_checkpoint
         SELECT 'localhost/claimant-registry', 1000 + n, repeat('x', CASE n WHEN 5 THEN 200 ELSE 100 END), date_trunc('minute', now()) - interval '1 hour' + n * interval '1 second'
         FROM generate_series(1, 40) n;
         UPDATE cosigned_checkpoint SET updated_at = now() - interval '2 hours' WHERE size < 1000",
    );
    let mut conn = app.superuser();
    witness::thin(&mut conn).expect("it thins");
    let thinned = app.lines("SELECT size::text AS line FROM cosigned_checkpoint ORDER BY size");
    assert!(
        thinned.contains(&last.to_string()) && thinned.contains(&"1005".to_string()),
        "{thinned:?}"
    );
    assert!(
        thinned.iter().filter(|size| size.len() == 4).count() == 1,
        "{thinned:?}"
    );
    // what a receipt takes: the first that covers an entry and has signatures enough
    app.sql("DELETE FROM cosigned_checkpoint WHERE size > 1000");
    let signed = |note: &Note| note.signed_by(&one.vkey).is_ok_and(|time| time.is_some());
    let mut covers = |size, enough: &dyn Fn(&Note) -> bool| {
        let note = witness::cosigned(&mut conn, "localhost/claimant-registry", size, enough)
            .expect("the database answers");
        note.map(|note| Checkpoint::parse(&note.text).expect("a checkpoint").size)
    };
    assert!(
        covers(1, &signed).is_some_and(|size| size <= last) && covers(last, &signed) == Some(last)
    );
    assert_eq!(
        (covers(last + 1, &signed), covers(1, &|_| false)),
        (None, None)
    );
}
