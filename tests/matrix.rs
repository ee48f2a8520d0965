//! The attack matrix: a superuser of the database with full knowledge of the program, but without the key that signs and
//! without the files outside. Each attack is tried on a log of which two checkpoints left the house, before and after the
//! attacked place, and gets from the program and from docs/verify.py the verdict and the position that `MATRIX` expects, which
//! docs/audit-log.md prints with the time in which nobody can notice.

use std::sync::Arc;

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::note::{Kind, Signer, Vkey};
use claimant_registry::audit::publish::guard::Guard;
use claimant_registry::audit::publish::published::Published;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::publish::{Destination, Publisher};
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::harness::attacker::{OPEN, rechain};
use crate::harness::caller::Caller;
use crate::harness::claims::loss_body;
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::verifiers::{Found, both, intact};

/// An attack, what is found, where, and how long it stays unnoticed. The tests expect it, and docs/audit-log.md prints it.
struct Attack {
    what: &'static str,
    verdict: &'static str,
    position: Position,
    window: &'static str,
}

/// Which place a verdict names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Entry,
    FirstMissing,
    CheckpointBefore,
    SharedCheckpoint,
    Row,
}

impl Position {
    fn words(self) -> &'static str {
        match self {
            Self::Entry => "the entry",
            Self::FirstMissing => "the first missing entry",
            Self::CheckpointBefore => "the last checkpoint before it",
            Self::SharedCheckpoint => "the last checkpoint that both share",
            Self::Row => "table and key",
        }
    }
}

const ENTRY_EDITED: Attack = Attack {
    what: "an entry in the middle is edited",
    verdict: "altered",
    position: Position::Entry,
    window: "none: the next entry states another hash",
};
const TAIL_CUT: Attack = Attack {
    what: "the tail is cut, with its changes and rows",
    verdict: "truncated",
    position: Position::FirstMissing,
    window: "until a checkpoint over it leaves, at most a second",
};
const REWRITTEN: Attack = Attack {
    what: "everything is rewritten from an entry on",
    verdict: "rewritten",
    position: Position::CheckpointBefore,
    window: "until a checkpoint over it leaves, at most a second",
};
const DATED_BACK: Attack = Attack {
    what: "an entry is dated back, and the chain made anew",
    verdict: "rewritten",
    position: Position::CheckpointBefore,
    window: "until a checkpoint over it leaves, at most a second",
};
const TWO_HISTORIES: Attack = Attack {
    what: "two readers are shown two histories",
    verdict: "rewritten",
    position: Position::SharedCheckpoint,
    window: "until the two compare, or a witness sees both",
};
const ROW_EDITED: Attack = Attack {
    what: "a live row is edited behind the triggers",
    verdict: "row_differs",
    position: Position::Row,
    window: "until the next live verification",
};
const UNCAPTURED: Attack = Attack {
    what: "a change is made with the capture switched off",
    verdict: "row_differs",
    position: Position::Row,
    window: "until the next live verification",
};
const OLD_BACKUP: Attack = Attack {
    what: "an old backup is restored",
    verdict: "truncated",
    position: Position::FirstMissing,
    window: "none: the guard refuses to sign it",
};

const MATRIX: [Attack; 8] = [
    ENTRY_EDITED,
    TAIL_CUT,
    REWRITTEN,
    DATED_BACK,
    TWO_HISTORIES,
    ROW_EDITED,
    UNCAPTURED,
    OLD_BACKUP,
];

/// A log of which two checkpoints left the house, with a submitted claim between them, and a draft behind it as its tail.
struct Stage {
    app: App,
    vkey: Vkey,
    files: Vec<String>,
    early: Checkpoint,
    late: Checkpoint,
    submitted: (Caller, String),
    draft: (Caller, String),
    /// First entry of the tail.
    tail: u64,
}

impl Stage {
    fn new() -> Self {
        Self::after(|_| ())
    }

    /// As [`Stage::new`]; something else happens at the first checkpoint.
    fn after(at_first: impl FnOnce(&mut App)) -> Self {
        let mut app = App::start();
        let vkey = app.anybody().vkey();
        let mut files = Vec::new();
        let mut leaves = |app: &App, name: &str| {
            app.published(app.database.intact());
            let note = app.anybody().get("/log/checkpoint").text();
            let file = app.database.beside(name);
            std::fs::write(&file, &note).expect("writable");
            files.push(file);
            Checkpoint::verified(&note, &vkey).expect("signed").0
        };
        app.claimant("early@example.com").submitted();
        let early = leaves(&app, "early");
        at_first(&mut app);
        let middle = app.claimant("middle@example.com");
        let submitted = (middle.clone(), middle.submitted());
        let tail = app.database.intact();
        let late = app.claimant("late@example.com");
        let draft = (late.clone(), late.draft());
        let late = leaves(&app, "late");
        Self {
            app,
            vkey,
            files,
            early,
            late,
            submitted,
            draft,
            tail,
        }
    }

    /// An entry between the two checkpoints.
    fn between(&self) -> u64 {
        self.early.size + 3
    }

    /// What the matrix says of that attack at that entry.
    fn expected(&self, attack: &Attack, seq: u64) -> Found {
        let at = match attack.position {
            Position::Entry | Position::FirstMissing => seq,
            Position::CheckpointBefore | Position::SharedCheckpoint => {
                let before = [&self.early, &self.late]
                    .map(|checkpoint| checkpoint.size)
                    .into_iter()
                    .filter(|size| *size <= seq);
                before.max().expect("a checkpoint stands before it")
            }
            Position::Row => unreachable!("no entry is attacked"),
        };
        (attack.verdict.into(), Some(at))
    }

    /// What both offline verifiers say of an export, held against both checkpoints: they agree.
    fn offline(&self) -> Found {
        let log = self.app.database.beside("log.jsonl");
        self.app
            .database
            .cli_ok(&["export", "log", "--output", &log]);
        self.verified(&log, &self.files)
    }

    /// What both offline verifiers say of that log, held against these checkpoints.
    fn verified(&self, log: &str, checkpoints: &[String]) -> Found {
        let vkey = self.vkey.to_string();
        both(log, &against(&vkey, checkpoints))
    }

    /// What the live database says of itself, held against both checkpoints.
    fn live(&self) -> Found {
        let vkey = self.vkey.to_string();
        let (_, report) = self.app.database.verify(&against(&vkey, &self.files));
        (
            report["verdict"].as_str().unwrap_or_default().into(),
            report["findings"][0]["at"].as_u64(),
        )
    }

    /// The live database agrees with itself: only what left the house tells.
    fn agrees_with_itself(&self) {
        let (code, report) = self.app.database.verify(&[]);
        assert_eq!(
            (code, &report["verdict"]),
            (0, &Value::from("intact")),
            "{report:#}"
        );
    }

    /// The live verification names that row and nothing else, and the log itself is untouched.
    fn names_only(&self, attack: &Attack, table: &str, key: &str) {
        assert!(attack.position == Position::Row);
        let (code, report) = self.app.database.verify(&[]);
        let findings = report["findings"].as_array().expect("a list");
        let found: Vec<_> = findings
            .iter()
            .map(|finding| {
                ["verdict", "table", "key"].map(|key| finding[key].as_str().unwrap_or_default())
            })
            .collect();
        assert_eq!(
            (code, found),
            (1, vec![[attack.verdict, table, key]]),
            "{report:#}"
        );
        assert_eq!(self.offline(), intact());
    }

    /// Does something while no change of that table is captured.
    fn uncaptured<T>(&self, table: &str, change: impl FnOnce() -> T) -> T {
        self.app
            .sql(&format!("ALTER TABLE {table} DISABLE TRIGGER audit_row"));
        let done = change();
        self.app.sql(&format!(
            "ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_row"
        ));
        done
    }

    /// Why the registry does not sign any more.
    fn refused(&self) -> String {
        let stranger = self.app.anybody();
        eventually(|| {
            let ready = stranger.get("/readyz");
            (ready.status == 503).then(|| {
                ready.json()["reason"]
                    .as_str()
                    .unwrap_or_default()
                    .to_string()
            })
        })
    }

    /// The published checkpoint.
    fn standing(&self) -> Checkpoint {
        self.app.anybody().checkpoint()
    }
}

/// Arguments that hold a log against these checkpoints.
fn against<'a>(vkey: &'a str, checkpoints: &'a [String]) -> Vec<&'a str> {
    let checkpoints = checkpoints.iter().flat_map(|file| ["--checkpoint", file]);
    ["--vkey", vkey].into_iter().chain(checkpoints).collect()
}

/// Lets the attacker put captured changes in step with a rewritten chain, so that the database agrees with itself.
fn edit(stage: &Stage, from: u64, entry: &str, change: &str) {
    stage.app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = {entry} WHERE seq = {from};
         UPDATE change SET {change} WHERE id = (SELECT change FROM audit_log WHERE seq = {from})"
    ));
    rechain(&stage.app, from as i64);
    stage
        .app
        .sql("UPDATE audit_log SET hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))");
}

#[test]
fn an_untouched_log_leads_to_both_checkpoints() {
    let stage = Stage::new();
    assert_eq!((stage.offline(), stage.live()), (intact(), intact()));
    assert!(
        stage.early.size < stage.between()
            && stage.between() < stage.tail
            && stage.tail < stage.late.size
    );
    assert_eq!(stage.app.anybody().get("/readyz").status, 200);
}

#[test]
fn an_entry_edited_in_the_middle() {
    let stage = Stage::new();
    let seq = stage.between();
    stage.app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"') WHERE seq = {seq}"
    ));
    let expected = stage.expected(&ENTRY_EDITED, seq);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
}

/// All that the tail's changes made goes with them: the account, the claim and what belongs to it.
#[test]
fn a_tail_cut_with_its_changes_and_rows() {
    let stage = Stage::new();
    let cut = stage.tail;
    let of_tail = format!(
        "SELECT c.* FROM change c JOIN audit_log l ON l.change = c.id WHERE l.seq >= {cut}"
    );
    stage.app.sql(&format!(
        "{OPEN} DO $$ DECLARE made text; BEGIN
             FOR made IN SELECT DISTINCT table_name FROM ({of_tail}) gone LOOP
                 EXECUTE format('ALTER TABLE %I DISABLE TRIGGER ALL', made);
                 EXECUTE format('DELETE FROM %I WHERE id::text IN (SELECT key FROM ({of_tail}) gone WHERE table_name = %L)', made, made);
                 EXECUTE format('ALTER TABLE %I ENABLE TRIGGER ALL', made);
                 EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_row', made);
                 EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_truncate', made);
             END LOOP;
         END $$;
         DELETE FROM change WHERE id IN (SELECT change FROM audit_log WHERE seq >= {cut}); DELETE FROM audit_log WHERE seq >= {cut};
         UPDATE audit_head SET size = {cut}, hash = (SELECT hash FROM audit_log WHERE seq = {cut} - 1)"
    ));
    assert_eq!(
        stage
            .draft
            .0
            .get(&format!("/api/v1/claims/{}", stage.draft.1))
            .status,
        401,
        "there is no such account"
    );
    stage.agrees_with_itself();
    let expected = stage.expected(&TAIL_CUT, cut);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
    assert!(stage.refused().contains("is not there"));
    assert_eq!(stage.standing(), stage.late, "nothing else was signed");
}

#[test]
fn everything_rewritten_from_an_entry_on() {
    let stage = Stage::new();
    edit(
        &stage,
        stage.between(),
        "replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"')",
        "role = 'operator'",
    );
    stage.agrees_with_itself();
    let expected = stage.expected(&REWRITTEN, stage.between());
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
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
    stage.agrees_with_itself();
    let expected = stage.expected(&DATED_BACK, seq);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
}

/// Here the firm itself, which holds the key, shows two readers two histories.
#[test]
fn two_histories_for_two_readers() {
    let stage = Stage::new();
    edit(
        &stage,
        stage.between(),
        "replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"')",
        "role = 'operator'",
    );
    let outside = stage.app.database.log_dir().with_file_name("other");
    let places = Destination {
        log: outside.join("log"),
        guard: outside.join("guard"),
        public_entries: false,
    };
    let signer = Signer::new("localhost/claimant-registry", Kind::Ed25519, &[0x44; 32])
        .expect("the firm's key");
    let guard = Arc::new(Guard::take(&places.guard).expect("writable").expect("free"));
    let conn = PgConnection::establish(&stage.app.database.app).expect("the database answers");
    let published = Arc::new(Published::new(Store::new(&places.log)));
    let shown = Publisher::open(conn, Arc::new(signer), guard, published, &places)
        .and_then(|mut it| it.publish(|_| Ok(())));
    assert!(
        shown.is_ok_and(|shown| shown.is_some()),
        "the second reader gets a signed checkpoint too"
    );
    let log = stage.app.database.beside("other/log.jsonl");
    stage
        .app
        .database
        .cli_ok(&["export", "log", "--output", &log]);
    let theirs = [stage.app.database.beside("other/log/checkpoint")];
    assert_eq!(
        stage.verified(&log, &theirs),
        intact(),
        "each by itself sees nothing"
    );
    let all: Vec<String> = stage.files.iter().cloned().chain(theirs).collect();
    assert_eq!(
        stage.verified(&log, &all),
        stage.expected(&TWO_HISTORIES, stage.between())
    );
}

#[test]
fn a_live_row_edited_behind_the_triggers() {
    let stage = Stage::new();
    let loss = stage
        .submitted
        .0
        .get(&format!("/api/v1/claims/{}/losses", stage.submitted.1))
        .json()[0]["id"]
        .clone();
    let loss = loss.as_str().expect("there is one");
    stage.uncaptured("loss", || {
        stage.app.sql(&format!(
            "UPDATE loss SET amount_krw = amount_krw + 1 WHERE id = '{loss}'"
        ))
    });
    stage.names_only(&ROW_EDITED, "loss", loss);
}

#[test]
fn a_live_row_deleted_behind_the_triggers() {
    let stage = Stage::new();
    let file = stage
        .submitted
        .0
        .get(&format!("/api/v1/claims/{}/evidence", stage.submitted.1))
        .json()[0]["id"]
        .clone();
    let file = file.as_str().expect("there is one");
    stage.uncaptured("evidence", || {
        stage
            .app
            .sql(&format!("DELETE FROM evidence WHERE id = '{file}'"))
    });
    stage.names_only(&ROW_EDITED, "evidence", file);
}

/// What people do through the program meanwhile is as good as anybody's change, only that the log never heard of it.
#[test]
fn changes_made_with_the_capture_switched_off() {
    let stage = Stage::new();
    let (claimant, draft) = &stage.draft;
    let added = stage.uncaptured("loss", || {
        claimant
            .post(&format!("/api/v1/claims/{draft}/losses"), loss_body())
            .id()
    });
    stage.names_only(&UNCAPTURED, "loss", &added);
    let stage = Stage::new();
    let (claimant, claim) = &stage.submitted;
    let withdrawn = stage.uncaptured("claim", || {
        claimant.post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
    });
    assert_eq!(withdrawn.status, 204, "{}", withdrawn.text());
    stage.names_only(&UNCAPTURED, "claim", claim);
}

#[test]
fn an_old_backup_restored() {
    let mut backed_up = 0;
    let mut stage = Stage::after(|app| {
        app.claimant("kept@example.com");
        backed_up = app.published(app.database.intact());
        app.back_up();
        app.kill_and_restart(&[]);
    });
    assert!(stage.early.size < backed_up && backed_up < stage.tail);
    stage.app.restore();
    stage.agrees_with_itself();
    let expected = stage.expected(&OLD_BACKUP, backed_up);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
    // neither another start nor new entries make it sign
    for nth in 0..2 {
        stage.app.kill_and_restart(&[]);
        assert!(
            stage
                .refused()
                .contains("the database is behind what was signed"),
            "{}",
            stage.refused()
        );
        stage.app.claimant(&format!("new{nth}@example.com"));
        stage.app.database.cli_ok(&["seal"]);
        assert_eq!(stage.standing(), stage.late, "nothing else was signed");
    }
    stage.app.stop();
    let said = stage.app.database.cli_ok(&[
        "incarnation",
        "--reason",
        "restored from the backup of last night",
    ]);
    assert!(said.contains("localhost/claimant-registry/2+"), "{said}");
    stage.app.kill_and_restart(&[]);
    let size = stage.app.database.intact();
    eventually(|| (stage.app.anybody().get("/readyz").status == 200).then_some(()));
    eventually(|| (stage.standing().size >= size).then_some(()));
    assert_eq!(stage.standing().origin, "localhost/claimant-registry/2");
    assert_eq!(
        stage.offline(),
        stage.expected(&OLD_BACKUP, size),
        "whoever kept a checkpoint still sees it"
    );
}

/// The table of the document, row by row: neither more nor less, and in this order.
#[test]
fn the_format_document_prints_the_matrix() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/audit-log.md"))
        .expect("the document is there");
    let table = text
        .split("## Attacks, and what finds them\n")
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next())
        .expect("its section");
    let printed: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1)
        .collect();
    let row = |it: &Attack| {
        format!(
            "| {} | `{}` | {} | {} |",
            it.what,
            it.verdict,
            it.position.words(),
            it.window
        )
    };
    assert_eq!(printed, MATRIX.iter().map(row).collect::<Vec<_>>());
}
