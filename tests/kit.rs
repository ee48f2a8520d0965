//! What leaves the house for whoever checks: the auditor's kit, verified in an empty environment,
//! and a mirror that somebody else keeps.

mod cosigned;
mod mirror;
mod opened;

use std::path::Path;
use std::process::{Command, Output};

/// The script of the kit, with nothing of the registry around.
fn script(folder: &Path, args: &[&str]) -> Output {
    let path = std::env::var_os("PATH").unwrap_or_default();
    Command::new("python3")
        .arg("verify.py")
        .args(args)
        .current_dir(folder)
        .env_clear()
        .env("PATH", path)
        .output()
        .expect("python3 is there")
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// Makes the first claimant in an exported log an operator; returns the number of that entry.
fn promoted(log: &Path) -> usize {
    let text = std::fs::read_to_string(log).expect("readable");
    let (from, to) = ("\"role\":\"claimant\"", "\"role\":\"operator\"");
    std::fs::write(log, text.replacen(from, to, 1)).expect("writable");
    text.lines()
        .position(|line| line.contains(from))
        .expect("a claimant did something")
}
