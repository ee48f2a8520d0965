//! The attack matrix: a superuser of the database with full knowledge of the program, but without the key that signs and
//! without the files outside. Each attack is tried on a log of which two checkpoints left the house, before and after the
//! attacked place, and gets its verdict and position from the program and from docs/verify.py; docs/audit-log.md prints the
//! same table, with the time in which nobody can notice.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use claimant_registry::audit::board::Board;
use claimant_registry::audit::checkpoint::Checkpoint;
use claimant_registry::audit::guard::Guard;
use claimant_registry::audit::note::{Kind, Signer};
use claimant_registry::audit::publish::{Places, Publisher};
use claimant_registry::audit::store::Store;
use diesel::prelude::*;
use serde_json::Value;

use crate::app::{App, eventually};
use crate::attacks::{OPEN, rechain};

/// Attack, verdict, position, and how long it stays unnoticed: as docs/audit-log.md prints it.
const MATRIX: [(&str, &str, &str, &str); 8] = [
    ("an entry in the middle is edited", "`altered`", "the entry", "none: the next entry states another hash"),
    (
        "the tail is cut, with its changes and rows",
        "`truncated`",
        "the first missing entry",
        "until a checkpoint over it leaves, at most a second",
    ),
    (
        "everything is rewritten from an entry on",
        "`rewritten`",
        "the last checkpoint before it",
        "until a checkpoint over it leaves, at most a second",
    ),
    (
        "an entry is dated back, and the chain made anew",
        "`rewritten`",
        "the last checkpoint before it",
        "until a checkpoint over it leaves, at most a second",
    ),
    (
        "two readers are shown two histories",
        "`rewritten`",
        "the last checkpoint that both share",
        "until the two compare, or a witness sees both",
    ),
    ("a live row is edited behind the triggers", "`row_differs`", "table and key", "until the next live verification"),
    ("a change is made with the capture switched off", "`row_differs`", "table and key", "until the next live verification"),
    ("an old backup is restored", "`truncated`", "the first missing entry", "none: the guard refuses to sign it"),
];

/// A log of which two checkpoints left the house.
struct Stage {
    app: App,
    vkey: String,
    files: Vec<PathBuf>,
    early: Checkpoint,
    late: Checkpoint,
}

impl Stage {
    fn new() -> Self {
        let app = App::start();
        let vkey = app.anybody().get("/log/keys").json()[0]["vkey"].as_str().expect("the log has a key").to_string();
        let mut files = Vec::new();
        let mut note = |app: &App, name: &str| {
            app.claimant(&format!("{name}@example.com")).submitted();
            let size = app.database.intact();
            app.published(size);
            let note = app.anybody().get("/log/checkpoint").text();
            let file = app.database.log_dir().with_file_name(name);
            std::fs::write(&file, &note).expect("writable");
            files.push(file);
            Checkpoint::verified(&note, &vkey.parse().expect("a vkey")).expect("signed").0
        };
        let (early, late) = (note(&app, "early"), note(&app, "late"));
        Self { app, vkey, files, early, late }
    }

    /// An entry between the two checkpoints.
    fn between(&self) -> u64 {
        self.early.size + 3
    }

    /// What both offline verifiers say of an export, held against both checkpoints: they agree.
    fn offline(&self) -> (String, Option<u64>) {
        let log = self.app.database.log_dir().with_file_name("log.jsonl");
        let log = log.to_str().expect("a plain path");
        self.app.database.cli_ok(&["export", "log", "--output", log]);
        verdict_of(log, &self.vkey, &self.files)
    }

    fn live(&self) -> (String, String, String) {
        let (_, report) = self.app.database.verify(&[]);
        let text = |key: &str| report["findings"][0][key].as_str().unwrap_or_default().to_string();
        (text("verdict"), text("table"), text("key"))
    }

    /// Why the registry does not sign any more.
    fn refused(&self) -> String {
        let stranger = self.app.anybody();
        eventually(|| {
            let ready = stranger.get("/readyz");
            (ready.status == 503).then(|| ready.json()["reason"].as_str().unwrap_or_default().to_string())
        })
    }
}

fn verdict_of(log: &str, vkey: &str, checkpoints: &[PathBuf]) -> (String, Option<u64>) {
    let mut args = vec!["--vkey", vkey, "--json"];
    for file in checkpoints {
        args.extend(["--checkpoint", file.to_str().expect("a plain path")]);
    }
    let program = Command::new(env!("CARGO_BIN_EXE_claimant-registry")).arg("verify").arg(log).args(&args).env_clear().output();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify.py");
    let python = Command::new("python3").arg(script).arg(log).args(&args).output();
    let verdict = |output: std::io::Result<std::process::Output>| {
        let output = output.expect("it starts");
        let report: Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)));
        let at = report["at"].as_u64().or_else(|| report["findings"][0]["at"].as_u64());
        (report["verdict"].as_str().unwrap_or_default().to_string(), at, output.status.code())
    };
    let (program, python) = (verdict(program), verdict(python));
    assert_eq!(program, python, "the two verifiers disagree");
    (program.0, program.1)
}

fn at(verdict: &str, at: u64) -> (String, Option<u64>) {
    (verdict.to_string(), Some(at))
}

/// Lets the attacker put captured changes in step with a rewritten chain, so that the database agrees with itself.
fn edit(stage: &Stage, from: u64, entry: &str, change: &str) {
    stage.app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = {entry} WHERE seq = {from};
         UPDATE change SET {change} WHERE id = (SELECT change FROM audit_log WHERE seq = {from})"
    ));
    rechain(&stage.app, from as i64);
    stage.app.sql("UPDATE audit_log SET hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))");
}

#[test]
fn an_untouched_log_leads_to_both_checkpoints() {
    let stage = Stage::new();
    assert_eq!(stage.offline(), ("intact".into(), None));
    assert!(stage.early.size < stage.between() && stage.between() < stage.late.size);
    assert_eq!(stage.app.anybody().get("/readyz").status, 200);
}

#[test]
fn an_entry_edited_in_the_middle() {
    let stage = Stage::new();
    let seq = stage.between();
    stage.app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"') WHERE seq = {seq}"
    ));
    assert_eq!(stage.offline(), at("altered", seq));
}

#[test]
fn a_tail_cut_with_its_changes_and_rows() {
    let stage = Stage::new();
    let cut = stage.late.size - 2;
    stage.app.sql(&format!(
        "{OPEN} DELETE FROM change WHERE id IN (SELECT change FROM audit_log WHERE seq >= {cut}); DELETE FROM audit_log WHERE seq >= {cut};
         UPDATE audit_head SET size = {cut}, hash = (SELECT hash FROM audit_log WHERE seq = {cut} - 1)"
    ));
    assert_eq!(stage.offline(), at("truncated", cut));
    assert!(stage.refused().contains("is not there"));
}

#[test]
fn everything_rewritten_from_an_entry_on() {
    let stage = Stage::new();
    edit(&stage, stage.between(), "replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"')", "role = 'operator'");
    let (code, report) = stage.app.database.verify(&[]);
    assert_eq!((code, &report["verdict"]), (0, &Value::from("intact")), "the database agrees with itself: {report:#}");
    assert_eq!(stage.offline(), at("rewritten", stage.early.size));
    assert!(stage.refused().contains("is another"));
}

#[test]
fn an_entry_dated_back() {
    let stage = Stage::new();
    let seq = stage.between();
    edit(
        &stage,
        seq,
        "regexp_replace(entry, '\"at\":\"[^\"]*\"', '\"at\":\"2022-10-15T06:30:00.000000Z\"')",
        "at = '2022-10-15T06:30:00Z'",
    );
    assert_eq!(stage.app.database.verify(&[]).0, 0, "the database agrees with itself");
    assert_eq!(stage.offline(), at("rewritten", stage.early.size));
}

/// Here the firm itself, which holds the key, shows two readers two histories.
#[test]
fn two_histories_for_two_readers() {
    let stage = Stage::new();
    edit(&stage, stage.between(), "replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"')", "role = 'operator'");
    let outside = stage.app.database.log_dir().with_file_name("other");
    let places = Places { log: outside.join("log"), guard: outside.join("guard"), public_entries: false };
    let signer = Signer::new("localhost/claimant-registry", Kind::Ed25519, &[0x44; 32]).expect("the firm's key");
    let guard = Arc::new(Guard::take(&places.guard).expect("writable").expect("free"));
    let conn = PgConnection::establish(&stage.app.database.app).expect("the database answers");
    let board = Arc::new(Board::new(Store::new(&places.log)));
    let shown = Publisher::open(conn, Arc::new(signer), guard, board, &places).and_then(|mut it| it.publish(|_| Ok(())));
    assert!(shown.is_ok_and(|shown| shown.is_some()), "the second reader gets a signed checkpoint too");
    let log = outside.join("log.jsonl");
    stage.app.database.cli_ok(&["export", "log", "--output", log.to_str().expect("a plain path")]);
    let theirs = [places.log.join("checkpoint")];
    assert_eq!(
        verdict_of(log.to_str().expect("a plain path"), &stage.vkey, &theirs),
        ("intact".into(), None),
        "each by itself sees nothing"
    );
    let both: Vec<PathBuf> = stage.files.iter().cloned().chain(theirs).collect();
    assert_eq!(verdict_of(log.to_str().expect("a plain path"), &stage.vkey, &both), at("rewritten", stage.early.size));
}

#[test]
fn a_live_row_edited_behind_the_triggers_and_one_changed_uncaptured() {
    for attack in [
        "UPDATE loss SET amount_krw = amount_krw + 1 WHERE id = (SELECT max(id::text)::uuid FROM loss)",
        "DELETE FROM loss WHERE id = (SELECT max(id::text)::uuid FROM loss)",
    ] {
        let stage = Stage::new();
        stage.app.sql("ALTER TABLE evidence DISABLE TRIGGER ALL; UPDATE evidence SET loss_id = NULL; ALTER TABLE evidence ENABLE TRIGGER ALL; ALTER TABLE evidence ENABLE ALWAYS TRIGGER audit_row; ALTER TABLE evidence ENABLE ALWAYS TRIGGER audit_truncate");
        stage.app.sql(&format!("ALTER TABLE loss DISABLE TRIGGER audit_row; {attack}; ALTER TABLE loss ENABLE ALWAYS TRIGGER audit_row"));
        let (verdict, table, key) = stage.live();
        assert_eq!((verdict.as_str(), table.as_str(), key.len()), ("row_differs", "loss", 36), "{attack}");
        assert_eq!(stage.offline(), ("intact".into(), None), "the log itself is untouched");
    }
}

#[test]
fn an_old_backup_restored() {
    let mut stage = Stage::new();
    let early = stage.early.size;
    stage.app.stop();
    // everything since the early checkpoint is gone, as a restore leaves it
    stage.app.sql(&format!(
        "{OPEN} DELETE FROM change WHERE id IN (SELECT change FROM audit_log WHERE seq >= {early}); DELETE FROM audit_log WHERE seq >= {early};
         UPDATE audit_head SET size = {early}, hash = (SELECT hash FROM audit_log WHERE seq = {early} - 1)"
    ));
    assert_eq!(stage.offline(), at("truncated", early));
    stage.app.kill_and_restart(&[]);
    assert!(stage.refused().contains("behind what was signed"));
    let standing = stage.app.anybody().get("/log/checkpoint").text();
    assert_eq!(
        Checkpoint::verified(&standing, &stage.vkey.parse().expect("a vkey")).expect("signed").0,
        stage.late,
        "nothing else was signed"
    );
}

#[test]
fn the_format_document_prints_the_matrix() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/audit-log.md")).expect("the document is there");
    for (attack, verdict, position, window) in MATRIX {
        let row = format!("| {attack} | {verdict} | {position} | {window} |");
        assert!(text.contains(&row), "docs/audit-log.md lacks {row}");
    }
}
