//! The log as strangers see it: signed checkpoints, tiles, proofs; what happens when the database
//! is not the one that was signed. What breaks off between two steps, and who races whom, is in
//! tests/publishers.rs.

use claimant_registry::audit::format::checkpoint::{Checkpoint, parse_hash};
use claimant_registry::audit::format::entry::{self, Hash};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Kind, Signer};
use claimant_registry::audit::format::tiles::{self, Tile};
use serde_json::Value;

use crate::harness::caller::Caller;
use crate::harness::eventually;
use crate::harness::server::App;

fn hashes(proof: &Value) -> Vec<Hash> {
    proof["proof"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|hash| parse_hash(hash.as_str().unwrap_or_default()).expect("a hash"))
        .collect()
}

#[test]
fn a_stranger_follows_the_log_from_one_checkpoint_to_the_next() {
    let app = App::start();
    let stranger = app.anybody();
    app.published(1);
    let early = stranger.checkpoint();
    app.claimant("merchant@example.com").submitted();
    let size = app.database.intact();
    app.published(size);
    let late = stranger.checkpoint();
    assert_eq!(
        (late.size, late.origin.as_str()),
        (size, "localhost/claimant-registry")
    );
    let proof = stranger
        .get(&format!("/log/proofs/consistency/{}", early.size))
        .json();
    assert!(merkle::consistent(
        early.size,
        late.size,
        &hashes(&proof),
        &early.root,
        &late.root
    ));
    let lines = app.database.cli_ok(&["export", "log"]);
    for (index, line) in (0..size).zip(lines.lines()) {
        let proof = stranger
            .get(&format!("/log/proofs/inclusion/{index}"))
            .json();
        let leaf = entry::hash(line.as_bytes());
        assert_eq!(
            merkle::root_from_inclusion(&leaf, index, size, &hashes(&proof)),
            Some(late.root),
            "entry {index}"
        );
    }
    // the same root out of the tiles, as any client of tiled logs computes it
    let read = |tile: Tile| -> Result<Vec<Hash>, ()> {
        let answer = stranger.get(&format!("/log/{}", tile.path()));
        assert_eq!(
            (answer.status, answer.headers["cache-control"].as_str()),
            (200, "public, max-age=31536000, immutable")
        );
        tiles::from_bytes(&answer.bytes, tile.width).ok_or(())
    };
    assert_eq!(
        merkle::root_at(size, &mut tiles::Reader::new(size, read)),
        Ok(late.root)
    );
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
        let expected: Vec<&[u8]> = lines
            .lines()
            .take(size as usize)
            .map(str::as_bytes)
            .collect();
        assert_eq!(tiles::unbundle(&bundle.bytes), Some(expected));
        assert_eq!(
            std::fs::read(app.database.log_dir().join(&path)).ok(),
            (status == 200).then_some(bundle.bytes),
            "a file only where public"
        );
    }
}

#[test]
fn a_checkpoint_of_another_log_says_nothing_of_the_live_database() {
    let app = App::start();
    app.database.intact();
    let signer = Signer::new("example.org/other", Kind::Ed25519, &[7; 32]).expect("a key");
    let file = app.database.log_dir().with_file_name("other");
    let other = Checkpoint {
        origin: "example.org/other".into(),
        size: 1,
        root: [7; 32],
    };
    std::fs::write(&file, signer.note(&other.to_string())).expect("writable");
    let vkey = signer.vkey().to_string();
    let verify = || {
        app.database.cli(&[
            "verify",
            "--vkey",
            &vkey,
            "--checkpoint",
            file.to_str().expect("a plain path"),
        ])
    };
    let output = verify();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("a checkpoint is of example.org/other"),
        "{output:?}"
    );
    app.sql("ALTER TABLE audit_log DISABLE TRIGGER ALL; UPDATE audit_log SET entry = replace(entry, '\"v\":1', '\"v\":2') WHERE seq = 1");
    assert_eq!(
        verify().status.code(),
        Some(1),
        "a broken chain is said first"
    );
}

/// The database is put back to an earlier state, as a restore from a backup does.
#[test]
fn a_restored_database_is_not_signed_until_somebody_says_why() {
    let mut app = App::start();
    app.claimant("merchant@example.com").submitted();
    let size = app.published(app.database.intact());
    let (stranger, before) = (app.anybody(), app.anybody().checkpoint());
    let (old, cut) = (stranger.vkey(), size - 12);
    app.sql(&format!(
        "ALTER TABLE audit_log DISABLE TRIGGER ALL; DELETE FROM audit_log WHERE seq >= {cut};
         UPDATE audit_head SET size = {cut}, hash = (SELECT hash FROM audit_log WHERE seq = {cut} - 1); ALTER TABLE audit_log ENABLE ALWAYS TRIGGER append_only"
    ));
    let reason = |stranger: &Caller| {
        let ready = stranger.get("/readyz");
        (ready.status == 503).then(|| {
            ready.json()["reason"]
                .as_str()
                .unwrap_or_default()
                .to_string()
        })
    };
    // noticed while it runs, and at the next start; what only reads goes on
    assert!(eventually(|| reason(&stranger)).contains("is not there"));
    app.kill_and_restart(&[]);
    let stranger = app.anybody();
    assert!(eventually(|| reason(&stranger)).contains("behind what was signed"));
    stranger.get("/api/v1/cases").is(200);
    assert_eq!(
        stranger.checkpoint(),
        before,
        "the last signed checkpoint still stands"
    );
    // where their entries are, the published log holds others: no receipt rather than one that does
    // not hold
    let late = app.claimant("late@example.com");
    let receipts = format!("/api/v1/claims/{}/receipts", late.submitted());
    app.database.cli_ok(&["seal"]);
    let listed = late.get(&receipts).json();
    let listed = listed.as_array().expect("a list");
    assert!(
        listed
            .iter()
            .any(|receipt| receipt["entry"].as_u64().is_some_and(|entry| entry < size)),
        "{listed:?}"
    );
    for receipt in listed {
        let answer = late.get(&format!("{receipts}/{}", receipt["id"]));
        assert_eq!(
            (receipt["ready"].as_bool(), answer.status),
            (Some(false), 202),
            "{receipt}"
        );
    }
    // more entries than before: beside what was signed
    for nth in 0..7 {
        app.claimant(&format!("later{nth}@example.com"));
    }
    app.database.cli_ok(&["seal"]);
    app.kill_and_restart(&[]);
    let stranger = app.anybody();
    assert!(eventually(|| reason(&stranger)).contains("beside what was signed"));
    let running = app.database.cli(&[
        "incarnation",
        "--reason",
        "restored from the backup of last night",
    ]);
    assert!(String::from_utf8_lossy(&running.stderr).contains("stop `serve` first"));
    app.stop();
    assert!(
        !app.database
            .cli(&["incarnation", "--reason", "why"])
            .status
            .success(),
        "a reason that says something"
    );
    let said = app.database.cli_ok(&[
        "incarnation",
        "--reason",
        "restored from the backup of last night",
    ]);
    assert!(said.contains("localhost/claimant-registry/2+"), "{said}");
    app.kill_and_restart(&[]);
    let stranger = app.anybody();
    app.published(cut);
    assert_eq!(
        stranger.checkpoint().origin,
        "localhost/claimant-registry/2"
    );
    eventually(|| (stranger.get("/readyz").status == 200).then_some(()));
    let keys = stranger.get("/log/keys").json();
    let succession = keys[1]["succession"]
        .as_str()
        .expect("the old key says so")
        .to_string();
    let note = claimant_registry::audit::format::note::Note::parse(&succession).expect("a note");
    assert_eq!(note.signed_by(&old), Ok(Some(0)));
    assert!(
        note.text.contains(&format!("\nsize {size}\n"))
            && note
                .text
                .contains("reason restored from the backup of last night\n")
    );
    let log = {
        app.database.cli_ok(&["seal"]);
        app.database.cli_ok(&["export", "log"])
    };
    assert!(
        log.contains("\"action\":\"log.identity\""),
        "the incarnation is an entry"
    );
}

#[test]
fn a_key_is_followed_by_another_that_the_old_one_names() {
    let mut app = App::start();
    let stranger = app.anybody();
    let size = app.published(1);
    let old = stranger.vkey();
    let both = "1 4444444444444444444444444444444444444444444444444444444444444444\n2 5555555555555555555555555555555555555555555555555555555555555555";
    assert!(
        !app.database.cli(&["key", "rotate"]).status.success(),
        "a key that is given by its value is not written"
    );
    let said = app
        .database
        .cli_with(&["key", "rotate"], &[("LOG_KEY", both)]);
    assert!(
        said.contains("signs when `serve` is started again"),
        "{said}"
    );
    let refused = app.database.cli(&["key", "show"]);
    assert!(
        String::from_utf8_lossy(&refused.stderr)
            .contains("LOG_KEY is not the key that this log signs with")
    );
    app.kill_and_restart(&[("LOG_KEY", both)]);
    let stranger = app.anybody();
    let new = stranger.vkey();
    let signed =
        eventually(|| Checkpoint::verified(&stranger.get("/log/checkpoint").text(), &new).ok());
    assert!(new != old && signed.0.size >= size);
    let shown = app
        .database
        .cli_with(&["key", "show"], &[("LOG_KEY", both)]);
    assert!(
        shown.contains(&old.to_string())
            && shown.contains(&format!(
                "{new}\n  fingerprint {}\n  signs",
                new.fingerprint()
            )),
        "{shown}"
    );
    // a file gets its line by itself
    let file = app.database.log_dir().with_file_name("log.key");
    let path = file.to_str().expect("a plain path");
    std::fs::write(&file, both).expect("writable");
    app.database.cli_with(
        &["key", "rotate"],
        &[("LOG_KEY", ""), ("LOG_KEY_FILE", path)],
    );
    assert_eq!(
        std::fs::read_to_string(&file)
            .expect("readable")
            .lines()
            .filter(|line| line.starts_with("3 "))
            .count(),
        1
    );
    let fresh = file.with_file_name("fresh.key");
    app.database
        .cli_ok(&["key", "new", fresh.to_str().expect("a plain path")]);
    assert!(
        !app.database
            .cli(&["key", "new", fresh.to_str().expect("a plain path")])
            .status
            .success(),
        "a key is never written over"
    );
}
