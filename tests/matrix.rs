//! The attack matrix: a superuser of the database with full knowledge of the program, but without
//! the key that signs and without the files outside. Each attack is tried on a log of which two
//! checkpoints left the house, before and after the attacked place, and gets from the program and
//! from docs/verify.py the verdict and the position that `MATRIX` expects, which docs/audit-log.md
//! prints with the time in which nobody can notice.

mod attempts;

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::note::Vkey;
use serde_json::Value;

use crate::harness::caller::Caller;
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::verifiers::{Found, both, intact};

/// An attack, what is found, where, and how long it stays unnoticed. The tests expect it, and
/// docs/audit-log.md prints it.
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

/// A log of which two checkpoints left the house, with a submitted claim between them, and a draft
/// behind it as its tail.
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
