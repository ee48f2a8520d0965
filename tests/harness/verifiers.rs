//! The two verifiers, the program and docs/verify.py, with nothing of a registry around: no
//! settings, keys or database.

use std::process::Command;

use serde_json::Value;

use crate::harness::cluster::PROGRAM;

pub const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify.py");

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
