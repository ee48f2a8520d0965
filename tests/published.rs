//! The log as strangers see it: signed checkpoints, tiles, proofs; what happens when the database is not the one that was
//! signed; and a publication that breaks off between any two steps.

use std::process::Command;
use std::sync::Arc;

use claimant_registry::audit::board::Board;
use claimant_registry::audit::checkpoint::{Checkpoint, parse_hash};
use claimant_registry::audit::entry::{self, Hash};
use claimant_registry::audit::guard::Guard;
use claimant_registry::audit::merkle;
use claimant_registry::audit::note::{Kind, Signer, Vkey};
use claimant_registry::audit::publish::{Moment, Places, Publisher, Refusal};
use claimant_registry::audit::seal::Sealer;
use claimant_registry::audit::store::Store;
use claimant_registry::audit::tiles::{self, Tile};
use diesel::prelude::*;
use serde_json::Value;

use crate::app::{App, Caller, Database, eventually};

fn vkey(caller: &Caller) -> Vkey {
    caller.get("/log/keys").json().as_array().and_then(|keys| keys.last()?["vkey"].as_str()?.parse().ok()).expect("the log has a key")
}

fn checkpoint(caller: &Caller) -> Checkpoint {
    let note = caller.get("/log/checkpoint");
    assert_eq!(note.status, 200);
    Checkpoint::verified(&note.text(), &vkey(caller)).expect("signed by the log's key").0
}

fn hashes(proof: &Value) -> Vec<Hash> {
    proof["proof"].as_array().expect("a list").iter().map(|hash| parse_hash(hash.as_str().unwrap_or_default()).expect("a hash")).collect()
}

#[test]
fn a_stranger_follows_the_log_from_one_checkpoint_to_the_next() {
    let app = App::start();
    let stranger = app.anybody();
    app.published(1);
    let early = checkpoint(&stranger);
    app.claimant("merchant@example.com").submitted();
    let size = app.database.intact();
    app.published(size);
    let late = checkpoint(&stranger);
    assert_eq!((late.size, late.origin.as_str()), (size, "localhost/claimant-registry"));
    let proof = stranger.get(&format!("/log/proofs/consistency/{}", early.size)).json();
    assert!(merkle::consistent(early.size, late.size, &hashes(&proof), &early.root, &late.root));
    let lines = app.database.cli_ok(&["export", "log"]);
    for (index, line) in (0..size).zip(lines.lines()) {
        let proof = stranger.get(&format!("/log/proofs/inclusion/{index}")).json();
        let leaf = entry::hash(line.as_bytes());
        assert_eq!(merkle::root_from_inclusion(&leaf, index, size, &hashes(&proof)), Some(late.root), "entry {index}");
    }
    // the same root out of the tiles, as any client of tiled logs computes it
    let read = |tile: Tile| -> Result<Vec<Hash>, ()> {
        let answer = stranger.get(&format!("/log/{}", tile.path()));
        assert_eq!((answer.status, answer.headers["cache-control"].as_str()), (200, "public, max-age=31536000, immutable"));
        tiles::from_bytes(&answer.bytes, tile.width).ok_or(())
    };
    assert_eq!(merkle::root_at(size, &mut tiles::Reader::new(size, read)), Ok(late.root));
    for wrong in [
        "/log/proofs/inclusion/99999",
        "/log/proofs/consistency/99999",
        "/log/proofs/inclusion/0?size=99999",
        "/log/tile/0/999",
        "/log/tile/0/..%2f..%2fcheckpoint",
    ] {
        assert_eq!(stranger.get(wrong).status, 404, "{wrong}");
    }
}

#[test]
fn bundles_of_entries_are_for_auditors_and_for_everybody_where_the_firm_says_so() {
    for (public, status) in [("false", 401), ("true", 200)] {
        let app = App::with(&[("PUBLIC_ENTRIES", public)]);
        let auditor = app.assigned("auditor", "auditor@example.com");
        let size = app.published(app.database.intact()).min(256);
        let path = Tile::at(None, 0, size).expect("there are entries").path();
        assert_eq!(app.anybody().get(&format!("/log/{path}")).status, status);
        let bundle = auditor.get(&format!("/log/{path}"));
        let lines = app.database.cli_ok(&["export", "log"]);
        let expected: Vec<&[u8]> = lines.lines().take(size as usize).map(str::as_bytes).collect();
        assert_eq!(tiles::unbundle(&bundle.bytes), Some(expected));
        assert_eq!(
            std::fs::read(app.database.log_dir().join(&path)).ok(),
            (status == 200).then_some(bundle.bytes),
            "a file only where public"
        );
    }
}

/// A database with some entries, and what publishes it by hand.
fn by_hand() -> (App, Places, Arc<Signer>) {
    let app = App::start();
    app.claimant("merchant@example.com").draft();
    let database = app.database.clone();
    database.intact();
    let outside = database.log_dir().parent().expect("it has one").join("by-hand");
    let signer = Arc::new(Signer::new("localhost/claimant-registry", Kind::Ed25519, &[0x44; 32]).expect("a key"));
    let places = Places { log: outside.join("log"), guard: outside.join("guard"), public_entries: false };
    (app, places, signer)
}

fn open(database: &Database, places: &Places, signer: &Arc<Signer>) -> Result<Option<Publisher>, Refusal> {
    let Some(guard) = Guard::take(&places.guard)? else { return Ok(None) };
    let conn = PgConnection::establish(&database.app).expect("the database answers");
    let board = Arc::new(Board::new(Store::new(&places.log)));
    Publisher::open(conn, signer.clone(), Arc::new(guard), board, places).map(Some)
}

fn more(app: &App, nth: usize) {
    app.claimant(&format!("merchant{nth}@example.com"));
    Sealer::connect(&app.database.app).and_then(|mut sealer| sealer.drain()).expect("the sealer seals");
}

/// Broken off before or after each step, the next publication goes on, and whoever saw a checkpoint sees it continued.
#[test]
fn a_publication_that_breaks_off_anywhere_contradicts_nothing_that_was_signed() {
    let (app, places, signer) = by_hand();
    let store = Store::new(&places.log);
    let mut seen: Vec<Checkpoint> = Vec::new();
    for (nth, moment) in Moment::ALL.into_iter().cycle().take(12).enumerate() {
        let mut publisher = open(&app.database, &places, &signer).expect("not refused").expect("nobody else publishes");
        more(&app, nth);
        let broken = publisher.publish(|at| if at == moment { Err(std::io::Error::other("broken off")) } else { Ok(()) });
        assert!(matches!(broken, Err(Refusal::Fault(_))), "{moment:?}");
        let public = store.published().expect("readable");
        seen.extend(public);
        drop(publisher);
        // sometimes the directory is lost as well, and made anew
        if nth % 4 == 3 {
            std::fs::remove_dir_all(places.log.join("tile")).expect("it was there");
        }
        let mut publisher = open(&app.database, &places, &signer).expect("not refused").expect("the guard is free again");
        let next = publisher.publish(|_| Ok(())).expect("it goes on");
        if let Some(next) = next {
            assert_eq!(store.root(next.size).expect("its tiles are there"), next.root, "{moment:?}");
            seen.push(next);
        }
        let last = seen.last().expect("something was published").clone();
        for earlier in &seen {
            let proof = store.consistency(earlier.size, last.size).expect("its tiles are there");
            assert!(merkle::consistent(earlier.size, last.size, &proof, &earlier.root, &last.root), "{earlier:?} {last:?}");
        }
    }
}

#[test]
fn of_two_publishers_one_stands_by_and_takes_over() {
    let (app, places, signer) = by_hand();
    let mut first = open(&app.database, &places, &signer).expect("not refused").expect("nobody else publishes");
    first.publish(|_| Ok(())).expect("it publishes");
    assert!(open(&app.database, &places, &signer).expect("not refused").is_none(), "the guard is held");
    drop(first);
    more(&app, 0);
    let mut second = open(&app.database, &places, &signer).expect("not refused").expect("the guard is free");
    assert!(second.publish(|_| Ok(())).expect("it publishes").is_some());
}

#[test]
fn a_flipped_bit_is_noticed_before_it_is_signed() {
    let (app, places, signer) = by_hand();
    let mut publisher = open(&app.database, &places, &signer).expect("not refused").expect("nobody else publishes");
    let before = publisher.publish(|_| Ok(())).expect("it publishes").expect("there are entries");
    more(&app, 0);
    app.sql("ALTER TABLE audit_log DISABLE TRIGGER ALL; UPDATE audit_log SET entry = replace(entry, '\"v\":1', '\"v\":3') WHERE seq = (SELECT max(seq) FROM audit_log)");
    assert!(matches!(publisher.publish(|_| Ok(())), Err(Refusal::Rewound(_))));
    assert_eq!(Store::new(&places.log).published().expect("readable"), Some(before));
}

/// A snapshot of the machine puts database and guard back together; what was published elsewhere still stands.
#[test]
fn a_guard_that_was_put_back_with_the_database_does_not_sign_another_history() {
    let (app, places, signer) = by_hand();
    let publish = || {
        let publisher = open(&app.database, &places, &signer).map(|publisher| publisher.expect("the guard is free"));
        publisher.and_then(|mut publisher| publisher.publish(|_| Ok(())))
    };
    let before = publish().expect("it publishes").expect("there are entries").size;
    let guard = std::fs::read(&places.guard).expect("readable");
    more(&app, 0);
    let signed = publish().expect("it publishes").expect("there is more");
    app.sql(&format!(
        "ALTER TABLE audit_log DISABLE TRIGGER ALL; DELETE FROM audit_log WHERE seq >= {before};
         UPDATE audit_head SET size = {before}, hash = (SELECT hash FROM audit_log WHERE seq = {before} - 1); ALTER TABLE audit_log ENABLE ALWAYS TRIGGER append_only"
    ));
    std::fs::write(&places.guard, guard).expect("writable");
    more(&app, 1);
    assert!(matches!(publish(), Err(Refusal::Rewound(reason)) if reason.contains("is behind or beside")));
    assert_eq!(Store::new(&places.log).published().expect("readable"), Some(signed));
    // an earlier checkpoint that was put back is what a crash leaves too
    std::fs::remove_file(places.log.join("checkpoint")).expect("it was there");
    assert!(publish().is_ok_and(|published| published.is_some()));
}

#[test]
fn a_checkpoint_of_another_log_says_nothing_of_the_live_database() {
    let app = App::start();
    app.database.intact();
    let signer = Signer::new("example.org/other", Kind::Ed25519, &[7; 32]).expect("a key");
    let file = app.database.log_dir().with_file_name("other");
    let other = Checkpoint { origin: "example.org/other".into(), size: 1, root: [7; 32] };
    std::fs::write(&file, signer.note(&other.to_string())).expect("writable");
    let vkey = signer.vkey().to_string();
    let verify = || app.database.cli(&["verify", "--vkey", &vkey, "--checkpoint", file.to_str().expect("a plain path")]);
    let output = verify();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("a checkpoint is of example.org/other"), "{output:?}");
    app.sql("ALTER TABLE audit_log DISABLE TRIGGER ALL; UPDATE audit_log SET entry = replace(entry, '\"v\":1', '\"v\":2') WHERE seq = 1");
    assert_eq!(verify().status.code(), Some(1), "a broken chain is said first");
}

/// Whatever the directory lost is there again after the next start, and so are bundles that were not public before.
#[test]
fn what_the_published_log_lost_is_made_anew() {
    let (app, mut places, signer) = by_hand();
    app.sql(
        "INSERT INTO time_stamp SELECT gen_random_uuid(), 'https://time.example', 'localhost/other', 1, '', '\\x00'::bytea, now()
         FROM generate_series(1, 700)",
    );
    let publish = |places: &Places| {
        let mut publisher = open(&app.database, places, &signer)?.expect("the guard is free");
        while publisher.publish(|_| Ok(()))?.is_some() {}
        Ok::<_, Refusal>(())
    };
    app.database.cli_ok(&["seal"]);
    publish(&places).expect("it publishes");
    let path = |index| places.log.join(Tile { level: Some(0), index, width: 256 }.path());
    let (first, second) = (std::fs::read(path(0)).expect("a full tile"), std::fs::read(path(1)).expect("a full tile"));
    std::fs::remove_file(path(0)).expect("it was there");
    publish(&places).expect("it publishes");
    assert!(std::fs::read(path(0)).is_ok_and(|again| again == first));
    let (lost, bundle) = (path(1), Tile { level: None, index: 1, width: 256 });
    places.public_entries = true;
    publish(&places).expect("it publishes");
    let bytes = std::fs::read(places.log.join(bundle.path())).expect("the bundles of what was published before are there");
    let hashes: Vec<u8> = tiles::unbundle(&bytes).expect("a bundle").into_iter().flat_map(entry::hash).collect();
    assert_eq!(hashes, second);
    let size = Store::new(&places.log).published().expect("readable").expect("published").size;
    let last = Tile::at(None, size / 256, size).expect("the last bundle is not full");
    assert!(places.log.join(last.path()).exists(), "nothing new has to happen for it");
    // where the database has changed there, it is not made of what nobody signed
    std::fs::remove_file(&lost).expect("it was there");
    app.sql("ALTER TABLE audit_log DISABLE TRIGGER ALL; UPDATE audit_log SET hash = sha256(hash) WHERE seq = 300");
    assert!(matches!(publish(&places), Err(Refusal::Rewound(reason)) if reason.contains("tile/0/001")));
    assert!(!lost.exists());
}

/// Exit code and what was found first, and where, by the program and by docs/verify.py.
fn verified(log: &str, args: &[&str]) -> (Option<i32>, Value, Value) {
    let said = |mut command: Command| {
        let output = command.arg(log).args(args).arg("--json").output().expect("it starts");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let at = report["findings"].get(0).map_or(report["at"].clone(), |finding| finding["at"].clone());
        (output.status.code(), report["verdict"].clone(), at)
    };
    let (mut program, mut script) = (Command::new(env!("CARGO_BIN_EXE_claimant-registry")), Command::new("python3"));
    program.arg("verify");
    script.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify.py"));
    let (program, script) = (said(program), said(script));
    assert_eq!(program, script, "the two verifiers disagree");
    program
}

#[test]
fn where_two_checkpoints_of_one_size_disagree_only_what_is_before_them_is_sure() {
    let (app, places, signer) = by_hand();
    let mut publisher = open(&app.database, &places, &signer).expect("not refused").expect("nobody else publishes");
    let early = publisher.publish(|_| Ok(())).expect("it publishes").expect("there are entries");
    more(&app, 0);
    let late = publisher.publish(|_| Ok(())).expect("it publishes").expect("there is more");
    let forged = Checkpoint { root: [7; 32], ..late.clone() };
    let write = |name: &str, text: &str| {
        let file = places.log.with_file_name(name);
        std::fs::write(&file, text).expect("writable");
        file.to_str().expect("a plain path").to_string()
    };
    let log = write("log.jsonl", &app.database.cli_ok(&["export", "log"]));
    let [first, second, third] =
        [("first", &early), ("second", &late), ("third", &forged)].map(|(name, it)| write(name, &signer.note(&it.to_string())));
    let vkey = signer.vkey().to_string();
    let against = |files: &[&String]| {
        let files: Vec<&str> = files.iter().flat_map(|file| ["--checkpoint", file.as_str()]).collect();
        verified(&log, &[&["--vkey", vkey.as_str()], &files[..]].concat())
    };
    assert_eq!(against(&[&first, &second]), (Some(0), "intact".into(), Value::Null));
    for order in [[&first, &second, &third], [&third, &second, &first]] {
        assert_eq!(against(&order), (Some(1), "rewritten".into(), early.size.into()));
    }
    assert_eq!(against(&[&second, &third]), (Some(1), "rewritten".into(), 0.into()));
    // a key that nothing is held against would seem to prove something
    assert_eq!(against(&[]), (Some(2), Value::Null, Value::Null));
}

/// A statement that would wait for ever ends, and the publisher says that it cannot publish.
#[test]
fn a_publisher_that_waits_for_the_database_says_so() {
    let app = App::start();
    app.published(app.database.intact());
    let mut holder = app.superuser();
    diesel::sql_query("BEGIN").execute(&mut holder).expect("it begins");
    diesel::sql_query("LOCK TABLE audit_log IN ACCESS EXCLUSIVE MODE").execute(&mut holder).expect("it is free");
    eventually(|| app.anybody().get("/readyz").json()["reason"].as_str().map(String::from));
    diesel::sql_query("ROLLBACK").execute(&mut holder).expect("it ends");
    eventually(|| (app.anybody().get("/readyz").status == 200).then_some(()));
}

/// The database is put back to an earlier state, as a restore from a backup does.
#[test]
fn a_restored_database_is_not_signed_until_somebody_says_why() {
    let mut app = App::start();
    app.claimant("merchant@example.com").submitted();
    let size = app.published(app.database.intact());
    let (stranger, before) = (app.anybody(), checkpoint(&app.anybody()));
    let (old, cut) = (vkey(&stranger), size - 12);
    app.sql(&format!(
        "ALTER TABLE audit_log DISABLE TRIGGER ALL; DELETE FROM audit_log WHERE seq >= {cut};
         UPDATE audit_head SET size = {cut}, hash = (SELECT hash FROM audit_log WHERE seq = {cut} - 1); ALTER TABLE audit_log ENABLE ALWAYS TRIGGER append_only"
    ));
    let reason = |stranger: &Caller| {
        let ready = stranger.get("/readyz");
        (ready.status == 503).then(|| ready.json()["reason"].as_str().unwrap_or_default().to_string())
    };
    // noticed while it runs, and at the next start; what only reads goes on
    assert!(eventually(|| reason(&stranger)).contains("is not there"));
    app.kill_and_restart(&[]);
    let stranger = app.anybody();
    assert!(eventually(|| reason(&stranger)).contains("behind what was signed"));
    assert_eq!(stranger.get("/api/v1/cases").status, 200);
    assert_eq!(checkpoint(&stranger), before, "the last signed checkpoint still stands");
    // where their entries are, the published log holds others: no receipt rather than one that does not hold
    let late = app.claimant("late@example.com");
    let receipts = format!("/api/v1/claims/{}/receipts", late.submitted());
    app.database.cli_ok(&["seal"]);
    let listed = late.get(&receipts).json();
    let listed = listed.as_array().expect("a list");
    assert!(listed.iter().any(|receipt| receipt["entry"].as_u64().is_some_and(|entry| entry < size)), "{listed:?}");
    for receipt in listed {
        let answer = late.get(&format!("{receipts}/{}", receipt["id"]));
        assert_eq!((receipt["ready"].as_bool(), answer.status), (Some(false), 202), "{receipt}");
    }
    // more entries than before: beside what was signed
    for nth in 0..7 {
        app.claimant(&format!("later{nth}@example.com"));
    }
    app.database.cli_ok(&["seal"]);
    app.kill_and_restart(&[]);
    let stranger = app.anybody();
    assert!(eventually(|| reason(&stranger)).contains("beside what was signed"));
    let running = app.database.cli(&["incarnation", "--reason", "restored from the backup of last night"]);
    assert!(String::from_utf8_lossy(&running.stderr).contains("stop `serve` first"));
    app.stop();
    assert!(!app.database.cli(&["incarnation", "--reason", "why"]).status.success(), "a reason that says something");
    let said = app.database.cli_ok(&["incarnation", "--reason", "restored from the backup of last night"]);
    assert!(said.contains("localhost/claimant-registry/2+"), "{said}");
    app.kill_and_restart(&[]);
    let stranger = app.anybody();
    app.published(cut);
    assert_eq!(checkpoint(&stranger).origin, "localhost/claimant-registry/2");
    eventually(|| (stranger.get("/readyz").status == 200).then_some(()));
    let keys = stranger.get("/log/keys").json();
    let succession = keys[1]["succession"].as_str().expect("the old key says so").to_string();
    let note = claimant_registry::audit::note::Note::parse(&succession).expect("a note");
    assert_eq!(note.signed_by(&old), Ok(Some(0)));
    assert!(note.text.contains(&format!("\nsize {size}\n")) && note.text.contains("reason restored from the backup of last night\n"));
    let log = {
        app.database.cli_ok(&["seal"]);
        app.database.cli_ok(&["export", "log"])
    };
    assert!(log.contains("\"action\":\"log.identity\""), "the incarnation is an entry");
}

#[test]
fn a_key_is_followed_by_another_that_the_old_one_names() {
    let mut app = App::start();
    let stranger = app.anybody();
    let size = app.published(1);
    let old = vkey(&stranger);
    let both = "1 4444444444444444444444444444444444444444444444444444444444444444\n2 5555555555555555555555555555555555555555555555555555555555555555";
    assert!(!app.database.cli(&["key", "rotate"]).status.success(), "a key that is given by its value is not written");
    let said = app.database.cli_with(&["key", "rotate"], &[("LOG_KEY", both)]);
    assert!(said.contains("signs when `serve` is started again"), "{said}");
    let refused = app.database.cli(&["key", "show"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("LOG_KEY is not the key that this log signs with"));
    app.kill_and_restart(&[("LOG_KEY", both)]);
    let stranger = app.anybody();
    let new = vkey(&stranger);
    let signed = eventually(|| Checkpoint::verified(&stranger.get("/log/checkpoint").text(), &new).ok());
    assert!(new != old && signed.0.size >= size);
    let shown = app.database.cli_with(&["key", "show"], &[("LOG_KEY", both)]);
    assert!(shown.contains(&old.to_string()) && shown.contains(&format!("{new}\n  fingerprint {}\n  signs", new.fingerprint())), "{shown}");
    // a file gets its line by itself
    let file = app.database.log_dir().with_file_name("log.key");
    let path = file.to_str().expect("a plain path");
    std::fs::write(&file, both).expect("writable");
    app.database.cli_with(&["key", "rotate"], &[("LOG_KEY", ""), ("LOG_KEY_FILE", path)]);
    assert_eq!(std::fs::read_to_string(&file).expect("readable").lines().filter(|line| line.starts_with("3 ")).count(), 1);
    let fresh = file.with_file_name("fresh.key");
    app.database.cli_ok(&["key", "new", fresh.to_str().expect("a plain path")]);
    assert!(!app.database.cli(&["key", "new", fresh.to_str().expect("a plain path")]).status.success(), "a key is never written over");
}
