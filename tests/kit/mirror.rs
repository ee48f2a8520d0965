//! A mirror that somebody else keeps follows the log and reports what contradicts the visit before.

use std::path::Path;

use crate::harness::attacker::{OPEN, rechain};
use crate::harness::database::Database;
use crate::harness::server::App;
use crate::kit::said;

#[test]
fn a_mirror_follows_the_log_and_reports_what_contradicts_the_visit_before() {
    let app = App::start();
    let auditor = app.assigned("auditor", "auditor@example.com");
    app.claimant("merchant@example.com").submitted();
    app.published(app.database.intact());
    let (vkey, outside) = (app.anybody().vkey().to_string(), app.database.log_dir());
    let place = |name: &str| {
        outside
            .with_file_name(name)
            .to_str()
            .expect("a plain path")
            .to_string()
    };
    let (url, mirror, log, token) = (
        format!("{}/log", app.url),
        place("mirror"),
        place("mirrored.jsonl"),
        place("token"),
    );
    std::fs::write(&token, auditor.token.as_ref().expect("signed in")).expect("writable");
    let visit = |more: &[&str]| {
        app.database
            .cli(&[&["mirror", &url, &mirror, "--vkey", &vkey][..], more].concat())
    };
    // hashes are everybody's; the entries come with an auditor's token
    let first = visit(&[]);
    assert!(
        first.status.success() && said(&first).contains("hashes only"),
        "{}",
        said(&first)
    );
    let without = visit(&["--entries", &log]);
    assert!(
        without.status.code() == Some(2) && said(&without).contains("--token-file"),
        "{}",
        said(&without)
    );
    assert!(!Path::new(&log).exists(), "no half of a log is left");
    for nth in 0..3 {
        app.claimant(&format!("later{nth}@example.com")).draft();
    }
    let size = app.published(app.database.intact());
    let second = visit(&["--token-file", &token]);
    assert!(
        second.status.success() && said(&second).starts_with(&format!("{size} entries")),
        "{}",
        said(&second)
    );
    let whole = app.database.cli(&[
        "mirror",
        &url,
        &place("whole"),
        "--vkey",
        &vkey,
        "--token-file",
        &token,
        "--entries",
        &log,
    ]);
    assert!(whole.status.success(), "{}", said(&whole));
    let exported = app.database.cli_ok(&["export", "log"]);
    assert_eq!(
        std::fs::read_to_string(&log).expect("written"),
        exported,
        "a mirror has what an export has"
    );
    // proofs on the command line are those over HTTP
    let proof = app.database.cli_ok(&["proof", "inclusion", "3"]);
    let http = app.anybody().get("/log/proofs/inclusion/3").json();
    assert!(
        http["proof"].as_array().is_some_and(|hashes| hashes
            .iter()
            .all(|hash| proof.contains(hash.as_str().unwrap_or("-")))),
        "{proof}"
    );
    assert!(proof.starts_with(&format!("root {}", http["root"].as_str().unwrap_or("-"))));
    assert_eq!(
        app.database
            .cli_ok(&["proof", "consistency", "5"])
            .lines()
            .count(),
        1 + app.anybody().get("/log/proofs/consistency/5").json()["proof"]
            .as_array()
            .map_or(0, Vec::len)
    );
    assert!(
        !app.database
            .cli(&["proof", "inclusion", "99999"])
            .status
            .success()
    );
    // another's key, and a mirror that somebody changed
    let foreign = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    assert_eq!(
        app.database
            .cli(&["mirror", &url, &place("foreign"), "--vkey", foreign])
            .status
            .code(),
        Some(2)
    );
    // the firm rewrites its log, forgets what it signed, and signs again
    contradict(app, size, &url, &mirror, &vkey);
}

fn contradict(mut app: App, size: u64, url: &str, mirror: &str, vkey: &str) {
    let seq = size - 4;
    app.stop();
    app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"') WHERE seq = {seq}"
    ));
    rechain(&app, seq as i64);
    app.sql("UPDATE audit_log SET hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))");
    std::fs::remove_dir_all(app.database.log_dir()).expect("it was there");
    Database::forget_signed(&app.database.guard());
    app.kill_and_restart(&[]);
    app.published(size);
    let url = url.replace(url.trim_end_matches("/log"), &app.url);
    let third = app.database.cli(&["mirror", &url, mirror, "--vkey", vkey]);
    let text = said(&third);
    assert!(
        third.status.code() == Some(1)
            && text.contains(&format!(
                "inconsistent at {seq}: two roots are signed over {size} entries"
            )),
        "{text}"
    );
    let evidence = std::fs::read_dir(Path::new(mirror).join("inconsistent"))
        .expect("it is kept")
        .count();
    assert_eq!(evidence, 1);
}
