//! Every byte of a small exported log flipped, and lines dropped, doubled, swapped and cut: both
//! verifiers find each, with the same verdict at the same position.

use std::io::Write;
use std::process::{Command, Stdio};

use claimant_registry::audit::format::entry::{self, Change};
use claimant_registry::audit::verify::file;
use claimant_registry::audit::verify::line::{Noted, head_line};
use claimant_registry::audit::verify::report::Head;
use serde_json::Value;

use crate::harness::server::App;
use crate::harness::verifiers::{SCRIPT, both, intact};

/// A synthetic log of so many entries with its head line.
fn log(entries: u64) -> Vec<u8> {
    let mut head = Head {
        size: 0,
        hash: [0; 32],
    };
    let mut log = Vec::new();
    for seq in 0..entries {
        let line = change(seq).line("example.kr/log", seq, &head.hash);
        head = Head {
            size: seq + 1,
            hash: entry::hash(line.as_bytes()),
        };
        log.extend_from_slice(line.as_bytes());
        log.push(b'\n');
    }
    log.extend_from_slice(head_line(head).as_bytes());
    log
}

fn change(seq: u64) -> Change {
    let delete = seq % 3 == 2;
    Change {
        tx: 700 + seq as i64,
        at: "2026-11-23T01:02:03.000004Z".parse().expect("a time"),
        actor: "01a20846-fd21-7145-8562-f3ca93279e45".into(),
        role: "claimant".into(),
        action: "loss.add".into(),
        request: String::new(),
        case: String::new(),
        subject: "01a20846-fdac-7757-bbde-e44c55354ee1".into(),
        table: "loss".into(),
        op: if delete { "DELETE" } else { "INSERT" }.into(),
        key: format!("{seq}"),
        row: (!delete).then(|| vec![seq as u8; 32]),
    }
}

/// Verdict and position by the program's verifier.
fn ours(log: &[u8]) -> (String, Option<u64>) {
    // a new file each time: writing over one makes some file systems flush it
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(log).expect("writable");
    let Ok(report) = file::file(file.as_file(), Noted::default(), None, &|_| {}) else {
        return ("unverified".into(), None);
    };
    let verdict = serde_json::to_value(report.verdict).expect("a verdict");
    (
        verdict.as_str().unwrap_or_default().into(),
        report.findings.first().and_then(|finding| finding.at),
    )
}

/// Runs docs/verify.py over many logs in one process: length-prefixed logs in, one verdict a line
/// out.
const DRIVER: &str = "
import importlib.util, io, struct, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
verify = importlib.util.module_from_spec(spec); spec.loader.exec_module(verify)
data = sys.stdin.buffer
while head := data.read(4):
    try:
        verdict, at = verify.verify(io.BytesIO(data.read(struct.unpack('>I', head)[0])))[:2]
    except ValueError:
        verdict, at = 'unverified', None
    print(verdict, -1 if at is None else at)
";

fn theirs(logs: &[Vec<u8>]) -> Vec<(String, Option<u64>)> {
    let mut python = Command::new("python3")
        .args(["-c", DRIVER, SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is there");
    let mut stdin = python.stdin.take().expect("piped");
    let input: Vec<u8> = logs
        .iter()
        .flat_map(|log| [&(log.len() as u32).to_be_bytes()[..], log].concat())
        .collect();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = python.wait_with_output().expect("it ends");
    writer
        .join()
        .expect("no panic")
        .expect("it reads everything");
    let text = String::from_utf8(output.stdout).expect("ASCII");
    text.lines()
        .map(|line| line.split_once(' ').expect("verdict and position"))
        .map(|(verdict, at)| (verdict.to_string(), at.parse().ok()))
        .collect()
}

/// Both verifiers say the same of every log, and intact of none.
fn found_alike(logs: Vec<(String, Vec<u8>)>) {
    let bytes: Vec<Vec<u8>> = logs.iter().map(|(_, log)| log.clone()).collect();
    let theirs = theirs(&bytes);
    assert_eq!(theirs.len(), logs.len());
    for ((what, log), theirs) in logs.iter().zip(theirs) {
        let ours = ours(log);
        assert_eq!(ours, theirs, "{what}");
        assert_ne!(ours.0, "intact", "{what}");
    }
}

#[test]
fn every_flipped_byte_is_found_by_both_verifiers() {
    let whole = log(6);
    assert_eq!(
        (ours(&whole), theirs(std::slice::from_ref(&whole))),
        (("intact".into(), None), vec![("intact".into(), None)])
    );
    let mut logs = Vec::new();
    for at in 0..whole.len() {
        // one bit, the case of a letter, another digit, a line feed
        for mask in [0x01, 0x20, 0x0f, whole[at] ^ b'\n'] {
            let mut flipped = whole.clone();
            flipped[at] ^= mask;
            if flipped != whole {
                logs.push((format!("byte {at} with {mask:#x}"), flipped));
            }
        }
    }
    found_alike(logs);
}

#[test]
fn cut_dropped_doubled_and_swapped_lines_are_found_by_both_verifiers() {
    let whole = log(6);
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    let mut logs: Vec<(String, Vec<u8>)> = (0..whole.len())
        .map(|at| (format!("cut at {at}"), whole[..at].to_vec()))
        .collect();
    for i in 0..lines.len() {
        let without: Vec<&[u8]> = lines
            .iter()
            .enumerate()
            .filter(|(j, _)| *j != i)
            .map(|(_, line)| *line)
            .collect();
        logs.push((format!("without line {i}"), without.concat()));
        let mut doubled = lines.clone();
        doubled.insert(i, lines[i]);
        logs.push((format!("line {i} twice"), doubled.concat()));
        for j in 0..i {
            let mut swapped = lines.clone();
            swapped.swap(i, j);
            logs.push((format!("lines {i} and {j} swapped"), swapped.concat()));
        }
    }
    logs.push((
        "with carriage returns".into(),
        String::from_utf8_lossy(&whole)
            .replace('\n', "\r\n")
            .into_bytes(),
    ));
    logs.push(("with a line more".into(), [&whole[..], b"\n"].concat()));
    logs.push(("two logs".into(), [&whole[..], &whole].concat()));
    logs.push((
        "a byte-order mark".into(),
        ["\u{feff}".as_bytes(), &whole].concat(),
    ));
    found_alike(logs);
}

#[test]
fn a_flip_anywhere_in_a_large_log_is_found_where_it_is() {
    let whole = log(12_000);
    assert!(
        whole.len() > 4 << 20,
        "several blocks of the parallel reader"
    );
    assert_eq!(ours(&whole), ("intact".into(), None));
    let starts: Vec<usize> = std::iter::once(0)
        .chain(
            whole
                .iter()
                .enumerate()
                .filter(|(_, byte)| **byte == b'\n')
                .map(|(at, _)| at + 1),
        )
        .collect();
    let mut flips: Vec<usize> = (1..4)
        .flat_map(|block| [(block << 20) - 1, block << 20, (block << 20) + 1])
        .collect();
    flips.extend([0, whole.len() / 3, whole.len() - 100]);
    for at in flips {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        let entry = starts.partition_point(|start| *start <= at) as u64 - 1;
        let (verdict, found) = ours(&flipped);
        assert_eq!(
            (verdict.as_str(), found),
            ("altered", Some(entry)),
            "byte {at}"
        );
        assert_eq!(theirs(&[flipped])[0], (verdict, found), "byte {at}");
    }
}

#[test]
fn payloads_are_held_against_their_entries_by_both_verifiers() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    app.database.intact();
    let folder = tempfile::tempdir().expect("a temporary directory");
    let (log, payloads) = (
        folder.path().join("log.jsonl"),
        folder.path().join("payloads.jsonl"),
    );
    let (log, payloads) = (
        log.to_str().expect("plain"),
        payloads.to_str().expect("plain"),
    );
    app.database
        .cli_ok(&["export", "log", "--output", log, "--payloads", payloads]);
    let whole = std::fs::read_to_string(payloads).expect("written");
    let verdicts = || both(log, &["--payloads", payloads]);
    assert_eq!(verdicts(), intact());
    let lines: Vec<&str> = whole.lines().collect();
    let third: Value = serde_json::from_str(lines[3]).expect("a payload");
    let seq = third["seq"].as_u64();
    for (what, changed, verdict) in [
        (
            "another row",
            whole.replacen(
                lines[3],
                &lines[3].replace("\"row\":\"{", "\"row\":\"{ "),
                1,
            ),
            "payload_mismatch",
        ),
        (
            "a line less",
            whole.replacen(&format!("{}\n", lines[3]), "", 1),
            "payload_missing",
        ),
        (
            "not a payload",
            whole.replacen(lines[3], "{}", 1),
            "payload_mismatch",
        ),
    ] {
        std::fs::write(payloads, changed).expect("writable");
        assert_eq!(verdicts(), (verdict.to_string(), seq), "{what}");
    }
    std::fs::write(payloads, format!("{whole}{}\n", lines[3])).expect("writable");
    assert_eq!(verdicts(), ("payload_mismatch".into(), seq), "a line more");
}
