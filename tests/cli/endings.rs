//! How a command ends: what it prints and where, its exit code, and a server that is told to stop.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::cli::{complaint, database, refused, run};
use crate::harness::cluster::{CASE, PROGRAM, SERVE};
use crate::harness::database::Database;
use crate::harness::server::App;

#[test]
fn a_reader_that_goes_away_ends_a_command_quietly() {
    let app = App::start();
    let mut listing = app.database.command(&["case", "list"], &[]);
    let mut listing = listing
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(listing.stdout.take());
    let ended = listing.wait_with_output().expect("it ends");
    assert_eq!(complaint(&ended), "");
}

#[test]
fn the_log_on_standard_output_is_the_log_in_a_file() {
    let database = database();
    database.intact();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = |name: &str| directory.path().join(name).to_string_lossy().into_owned();
    let printed = database.cli_ok(&["export", "log"]);
    database.cli_ok(&[
        "export",
        "log",
        "--output",
        &path("log"),
        "--payloads",
        &path("payloads"),
    ]);
    assert_eq!(
        printed,
        std::fs::read_to_string(path("log")).expect("written")
    );
    assert_eq!(
        printed
            .lines()
            .filter(|line| !line.contains("\"row\":\"\""))
            .count()
            - 1,
        std::fs::read_to_string(path("payloads"))
            .expect("written")
            .lines()
            .count()
    );
    refused(
        &database.cli(&["export", "log", "--output", "/nonexistent/log"]),
        &["/nonexistent/log", "No such file"],
    );
}

#[test]
fn verify_says_by_its_exit_code_what_it_found() {
    let database = database();
    database.intact();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("log.jsonl");
    let name = path.to_str().expect("UTF-8");
    database.cli_ok(&["export", "log", "--output", name]);
    let code = |args: &[&str]| run(&[&["verify"], args].concat(), &[]).status.code();
    let whole = std::fs::read_to_string(&path).expect("written");
    let head: serde_json::Value =
        serde_json::from_str(whole.lines().last().expect("a head line")).expect("JSON");
    let noted = format!(
        "{}:{}",
        head["size"],
        head["hash"].as_str().expect("a hash")
    );
    assert_eq!(
        (code(&[name]), code(&[name, "--head", &noted])),
        (Some(0), Some(0))
    );
    assert_eq!(
        code(&[name, "--head", &format!("1:{}", "0".repeat(64))]),
        Some(1),
        "another history than the noted one"
    );
    assert_eq!(code(&[name, "--head", "1:abc"]), Some(2), "no head at all");
    assert_eq!(code(&[name, "--payloads", "/nonexistent"]), Some(2));
    assert_eq!(code(&["/nonexistent"]), Some(2));
    assert_eq!(code(&["--payloads", name]), Some(2), "payloads need a file");
    std::fs::write(
        &path,
        whole.replacen("\"actor\":\"cli\"", "\"actor\":\"cla\"", 1),
    )
    .expect("writable");
    assert_eq!(code(&[name]), Some(1));
    let report = run(&["verify", name, "--json"], &[]);
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).expect("JSON");
    assert_eq!(report["verdict"], "altered", "{report:#}");
    std::fs::write(&path, "").expect("writable");
    assert_eq!(code(&[name]), Some(1), "an empty file is no log");
}

#[test]
fn progress_shows_on_a_terminal_and_nowhere_else() {
    let database = database();
    database.intact();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory
        .path()
        .join("log.jsonl")
        .to_string_lossy()
        .into_owned();
    database.cli_ok(&["export", "log", "--output", &path]);
    assert_eq!(
        complaint(&run(&["verify", &path], &[])),
        "",
        "a file or a pipe gets no bars"
    );
    let on_terminal = |args: &[&str]| {
        // the program's exit code comes back, and what the terminal showed
        let script =
            "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";
        let program = PROGRAM;
        let shown = Command::new("python3")
            .args(["-c", script, program, "verify", &path])
            .args(args)
            .env("TERM", "xterm")
            .output();
        let shown = shown.expect("python3 is there");
        assert_eq!(shown.status.code(), Some(0), "{}", complaint(&shown));
        String::from_utf8_lossy(&shown.stdout).into_owned()
    };
    let (shown, json) = (on_terminal(&[]), on_terminal(&["--json"]));
    assert!(
        shown.contains("intact: ") && shown.contains("iB/"),
        "{shown:?}"
    );
    assert!(json.starts_with('{') && !json.contains("iB/"), "{json:?}");
}

/// A server that is waited for; the first line it prints, and the process.
fn serve(database: &Database, mail: &Path) -> (Child, String) {
    let mut command = database.command(&SERVE, &[]);
    let mut child = command
        .env("MAIL_DIR", mail)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
    stdout.read_line(&mut line).expect("the server prints");
    std::thread::spawn(move || stdout.lines().for_each(drop));
    (child, line)
}

#[test]
fn a_server_told_to_stop_stops_and_loses_nothing() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    for signal in ["TERM", "INT"] {
        let mail = tempfile::tempdir().expect("a temporary directory");
        let (mut child, line) = serve(&app.database, mail.path());
        let url = line
            .split_whitespace()
            .find(|word| word.starts_with("http://"))
            .expect("an address");
        let mut second = claimant.clone();
        second.url = url.into();
        // acknowledged by the server that is about to stop
        let claim = second.post(
            &format!("/api/v1/cases/{CASE}/claims"),
            json!({"party": "person"}),
        );
        let made = claim.id();
        let told = Instant::now();
        crate::harness::server::signal(&child, signal);
        let ended = loop {
            match child.try_wait().expect("a child") {
                Some(status) => break status,
                None if told.elapsed() > Duration::from_secs(20) => {
                    child.kill().expect("a child");
                    panic!("SIG{signal}: still running after 20 seconds");
                }
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        let mut said = String::new();
        child
            .stderr
            .take()
            .expect("piped")
            .read_to_string(&mut said)
            .expect("text");
        assert_eq!(ended.code(), Some(0), "SIG{signal}: {said}");
        assert!(!said.contains("panicked"), "{said}");
        claimant.get(&format!("/api/v1/claims/{made}")).is(200);
        claimant
            .post(&format!("/api/v1/claims/{made}/withdrawal"), json!({}))
            .is(204);
    }
    app.database.intact();
}
