//! The verifiers, the program and docs/verify.py and for receipts the page, with nothing of a
//! registry around: no settings, keys or database.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::harness::cluster::PROGRAM;

pub const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify.py");
/// Runs the modules of the page outside of a browser.
pub const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/receipts/judge.js");

/// The verdict, empty where there is no report; and the position of the first finding, if it has
/// one.
pub type Found = (String, Option<u64>);

pub fn at(verdict: &str, entry: u64) -> Found {
    (verdict.into(), Some(entry))
}

pub fn intact() -> Found {
    ("intact".into(), None)
}

pub fn program() -> Command {
    bare(PROGRAM, "verify")
}

pub fn script() -> Command {
    bare("python3", SCRIPT)
}

fn bare(program: &str, first: &str) -> Command {
    let mut command = Command::new(program);
    command
        .arg(first)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("PYTHONIOENCODING", "utf-8");
    command
}

/// What a verifier prints that is fed receipts, each with its key, all in one process.
pub fn fed<'c>(
    mut verifier: Command,
    receipts: impl Iterator<Item = (&'c [u8], &'c str)>,
) -> String {
    let mut input = Vec::new();
    for (file, vkey) in receipts {
        for part in [file, vkey.as_bytes()] {
            input.extend((part.len() as u32).to_be_bytes());
            input.extend(part);
        }
    }
    let mut verifier = verifier
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = verifier.stdin.take().expect("piped");
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = verifier.wait_with_output().expect("it ends");
    writer
        .join()
        .expect("no panic")
        .expect("it reads everything");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What the page finds of receipts, each with its key.
pub fn by_page<'c>(receipts: impl Iterator<Item = (&'c [u8], &'c str)>) -> Vec<Value> {
    let mut node = Command::new("node");
    node.arg(PAGE);
    let said = fed(node, receipts);
    said.lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}

/// What both find in an exported log; they agree, and exit as their verdict says.
pub fn both(log: &str, args: &[&str]) -> Found {
    let [program, script] = [program(), script()].map(|mut verifier| {
        let output = verifier
            .arg(log)
            .args(args)
            .arg("--json")
            .output()
            .expect("it starts");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let verdict = report["verdict"].as_str().unwrap_or_default().to_string();
        let code = match verdict.as_str() {
            "intact" => 0,
            "" => 2,
            _ => 1,
        };
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        let first = report["findings"].get(0).unwrap_or(&report);
        (verdict, first["at"].as_u64())
    });
    assert_eq!(program, script, "the two verifiers disagree");
    program
}
