//! Offline verification against hashing the file and nothing else.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use chrono::{DateTime, Duration, Utc};
use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::entry::{self, Change};
use claimant_registry::audit::format::note::{Kind, Signer};
use claimant_registry::audit::format::tiles::Tree;
use claimant_registry::audit::verify::line::head_line;
use claimant_registry::audit::verify::report::Head;
use uuid::Uuid;

use crate::cluster::PROGRAM;
use crate::measure::{Aim, Pairs, Row, seconds, watched};
use crate::stand::Stand;

const ENTRIES: u64 = 2_000_000;

const LOG: &str = "registry.example.kr/log";

/// An intact log as it would be exported; returns two checkpoints of it.
fn write_log(path: &Path) -> std::io::Result<Vec<Checkpoint>> {
    let mut file = BufWriter::with_capacity(1 << 20, std::fs::File::create(path)?);
    let mut head = Head {
        size: 0,
        hash: [0; 32],
    };
    let begun: DateTime<Utc> = "2026-11-23T01:02:03.000004Z".parse().expect("a time");
    let mut change = Change {
        tx: 0,
        at: begun,
        actor: Uuid::now_v7().to_string(),
        role: "claimant".into(),
        action: "evidence.add".into(),
        request: Uuid::now_v7().to_string(),
        case: Uuid::now_v7().to_string(),
        subject: Uuid::now_v7().to_string(),
        table: "evidence".into(),
        op: "INSERT".into(),
        key: Uuid::now_v7().to_string(),
        row: None,
    };
    let (mut tree, mut checkpoints) = (Tree::default(), Vec::new());
    for seq in 0..ENTRIES {
        change.tx += 1;
        change.at += Duration::milliseconds(7);
        change.row = Some(head.hash.to_vec()); // as random as a commitment
        let line = change.line(LOG, seq, &head.hash);
        head = Head {
            size: seq + 1,
            hash: entry::hash(line.as_bytes()),
        };
        writeln!(file, "{line}")?;
        tree.push(head.hash, |_, _| -> std::io::Result<()> { Ok(()) })?;
        if head.size == ENTRIES / 3 || head.size == ENTRIES {
            checkpoints.push(Checkpoint {
                origin: LOG.into(),
                size: head.size,
                root: tree.root(),
            });
        }
    }
    file.write_all(head_line(head).as_bytes())?;
    file.flush()?;
    Ok(checkpoints)
}

/// The release binary with all processors against `openssl dgst`.
pub fn offline(_: &Stand) -> Vec<Row> {
    let directory = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))
        .expect("the target directory can be written");
    let path = directory.path().join("log.jsonl");
    let signer = Signer::new(LOG, Kind::Ed25519, &[7; 32]).expect("a key");
    let vkey = signer.vkey().to_string();
    let mut full = vec!["verify".to_string(), "--vkey".into(), vkey];
    for (n, checkpoint) in write_log(&path)
        .expect("the disk takes a gigabyte")
        .iter()
        .enumerate()
    {
        let file = directory.path().join(n.to_string());
        std::fs::write(&file, signer.note(&checkpoint.to_string()))
            .expect("the disk takes a checkpoint");
        full.extend(["--checkpoint".into(), file.to_string_lossy().into_owned()]);
    }
    let length = std::fs::metadata(&path).expect("it was written").len() as f64 / 1e6;
    let mut peak = 0.0_f64;
    let mut against_openssl = |verify: &[String]| {
        Pairs::take(5, |openssl| {
            let mut command = Command::new(if openssl { "openssl" } else { PROGRAM });
            if openssl {
                command.args(["dgst", "-sha256"])
            } else {
                command.args(verify)
            };
            command.arg(&path).stdout(Stdio::null());
            seconds(|| {
                let (status, memory) = watched(command.spawn().expect("it is installed"));
                assert!(status.success());
                if !openssl {
                    peak = peak.max(memory);
                }
            })
        })
    };
    let row = |name, pairs: &Pairs| {
        let (openssl, verify) = pairs.medians();
        let measured = format!(
            "{openssl:.2} s and {verify:.2} s for {length:.0} MB, {:.2} million entries/s",
            ENTRIES as f64 / verify / 1e6
        );
        Row {
            name,
            value: pairs.ratio(),
            unit: "ratio",
            aim: Aim::AtLeast(1.0),
            measured,
        }
    };
    let chain = row(
        "openssl dgst / verify, 2 million entries",
        &against_openssl(&full[..1]),
    );
    let tree = row(
        "openssl dgst / verify with tree, checkpoints",
        &against_openssl(&full),
    );
    vec![
        chain,
        tree,
        Row {
            name: "verify, peak memory",
            value: peak,
            unit: "MB",
            aim: Aim::AtMost(200.0),
            measured: "2 million entries".into(),
        },
    ]
}
