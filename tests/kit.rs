//! What leaves the house for whoever checks: the auditor's kit, verified in an empty environment, and a mirror that somebody
//! else keeps.

use std::path::Path;
use std::process::{Command, Output};

use crate::app::{App, CASE};
use crate::attacks::{OPEN, rechain};

fn vkey(app: &App) -> String {
    app.anybody().get("/log/keys").json()[0]["vkey"].as_str().expect("the log has a key").to_string()
}

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
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn the_kit_verifies_where_the_registry_never_was() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let other = app.claimant("other@example.com").submitted();
    app.assigned("lawyer", "lawyer@example.com");
    app.published(app.database.intact());
    let number = claimant.get(&format!("/api/v1/claims/{claim}")).json()["number"].as_str().expect("submitted").to_string();
    let folder = app.database.log_dir().with_file_name("kit");
    let path = folder.to_str().expect("a plain path");
    let reason = "검증인에게 한 건의 내용을 보이기 위해";
    let printed = app.database.cli_ok(&["export", "kit", path, "--claims", &number, "--for", "lawyer@example.com", "--reason", reason]);
    assert!(printed.contains("README.en.md"), "{printed}");
    let vkey = vkey(&app);
    // the command as the folder's own README prints it
    let readme = std::fs::read_to_string(folder.join("README.en.md")).expect("it is there");
    assert!(readme.contains(&format!("python3 verify.py log.jsonl --vkey '{vkey}' --checkpoint checkpoint")), "{readme}");
    let verified = script(&folder, &["log.jsonl", "--vkey", &vkey, "--checkpoint", "checkpoint"]);
    assert!(verified.status.success() && said(&verified).starts_with("intact"), "{}", said(&verified));
    // what is opened is this claim's and nobody else's, and each file proves itself
    let files: Vec<_> = std::fs::read_dir(folder.join("claims").join(&number))
        .expect("it was asked for")
        .map(|file| file.expect("readable").path())
        .collect();
    assert!(files.len() > 8, "{files:?}");
    let mut all = String::new();
    for file in &files {
        let holds = script(&folder, &["receipt", file.to_str().expect("a plain path"), "--vkey", &vkey, "--language", "en"]);
        assert!(holds.status.success(), "{}: {}", file.display(), said(&holds));
        all += &said(&holds);
    }
    assert!(all.contains("김하늘") && all.contains("채널_관리자화면") && all.contains(&claim) && !all.contains(&other), "{all}");
    assert_eq!(
        std::fs::read_to_string(folder.join("claims.csv")).expect("the table"),
        format!("\u{feff}number,subject\r\n{number},{claim}\r\n")
    );
    let sums = Command::new("sha256sum").args(["--check", "--quiet", "SHA256SUMS"]).current_dir(folder.join("claims")).output();
    assert!(sums.expect("coreutils are there").status.success());
    assert_eq!(std::fs::read_dir(folder.join("claims")).expect("readable").count(), 2, "one claim and the list of its files");
    // the claimant reads who got it and why, and the log says so
    let seen = claimant.get(&format!("/api/v1/claims/{claim}/disclosures"));
    assert!(seen.text().contains(reason), "{}", seen.text());
    assert_eq!(seen.json()[0]["downloads"][0]["status"], "complete", "it was taken: {}", seen.text());
    app.database.intact();
    // one flipped byte, and it says where
    let log = folder.join("log.jsonl");
    let text = std::fs::read_to_string(&log).expect("readable").replacen("\"role\":\"claimant\"", "\"role\":\"operator\"", 1);
    std::fs::write(&log, text).expect("writable");
    let verified = script(&folder, &["log.jsonl", "--vkey", &vkey, "--checkpoint", "checkpoint"]);
    assert_eq!(verified.status.code(), Some(1), "{}", said(&verified));
}

#[test]
fn a_kit_opens_claims_only_for_somebody_with_a_reason() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    app.staff("lawyer", "elsewhere@example.com");
    app.published(app.database.intact());
    let folder = |name: &str| app.database.log_dir().with_file_name(name).to_str().expect("a plain path").to_string();
    let number = {
        let lawyer = app.assigned("lawyer", "lawyer@example.com");
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).json()["items"][0]["number"].as_str().expect("one").to_string()
    };
    for (args, words) in [
        (vec!["--claims", number.as_str()], "--for"),
        (vec!["--claims", number.as_str(), "--for", "lawyer@example.com", "--reason", "why"], "at least 10"),
        (
            vec!["--claims", number.as_str(), "--for", "elsewhere@example.com", "--reason", "a reason that says something"],
            "not on the staff",
        ),
        (
            vec!["--claims", "KKO-999999-0", "--for", "lawyer@example.com", "--reason", "a reason that says something"],
            "claims: no claim has this number",
        ),
    ] {
        let path = folder("refused");
        let refused = app.database.cli(&[&["export", "kit", &path][..], &args].concat());
        let said = String::from_utf8_lossy(&refused.stderr).to_lowercase();
        assert!(!refused.status.success() && said.contains(words), "{args:?}: {said}");
        assert!(!Path::new(&path).exists(), "nothing is half done");
    }
    let path = folder("plain");
    app.database.cli_ok(&["export", "kit", &path]);
    assert!(!Path::new(&path).join("claims").exists());
    let again = app.database.cli(&["export", "kit", &path]);
    assert!(!again.status.success(), "a folder is never written over");
}

#[test]
fn a_mirror_follows_the_log_and_reports_what_contradicts_the_visit_before() {
    let app = App::start();
    let auditor = app.assigned("auditor", "auditor@example.com");
    app.claimant("merchant@example.com").submitted();
    app.published(app.database.intact());
    let (vkey, outside) = (vkey(&app), app.database.log_dir());
    let place = |name: &str| outside.with_file_name(name).to_str().expect("a plain path").to_string();
    let (url, mirror, log, token) = (format!("{}/log", app.url), place("mirror"), place("mirrored.jsonl"), place("token"));
    std::fs::write(&token, auditor.token.as_ref().expect("signed in")).expect("writable");
    let visit = |more: &[&str]| app.database.cli(&[&["mirror", &url, &mirror, "--vkey", &vkey][..], more].concat());
    // hashes are everybody's; the entries come with an auditor's token
    let first = visit(&[]);
    assert!(first.status.success() && said(&first).contains("hashes only"), "{}", said(&first));
    let without = visit(&["--entries", &log]);
    assert!(without.status.code() == Some(2) && said(&without).contains("--token-file"), "{}", said(&without));
    assert!(!Path::new(&log).exists(), "no half of a log is left");
    for nth in 0..3 {
        app.claimant(&format!("later{nth}@example.com")).draft();
    }
    let size = app.published(app.database.intact());
    let second = visit(&["--token-file", &token]);
    assert!(second.status.success() && said(&second).starts_with(&format!("{size} entries")), "{}", said(&second));
    let whole = app.database.cli(&["mirror", &url, &place("whole"), "--vkey", &vkey, "--token-file", &token, "--entries", &log]);
    assert!(whole.status.success(), "{}", said(&whole));
    let exported = app.database.cli_ok(&["export", "log"]);
    assert_eq!(std::fs::read_to_string(&log).expect("written"), exported, "a mirror has what an export has");
    // proofs on the command line are those over HTTP
    let proof = app.database.cli_ok(&["proof", "inclusion", "3"]);
    let http = app.anybody().get("/log/proofs/inclusion/3").json();
    assert!(
        http["proof"].as_array().is_some_and(|hashes| hashes.iter().all(|hash| proof.contains(hash.as_str().unwrap_or("-")))),
        "{proof}"
    );
    assert!(proof.starts_with(&format!("root {}", http["root"].as_str().unwrap_or("-"))));
    assert_eq!(
        app.database.cli_ok(&["proof", "consistency", "5"]).lines().count(),
        1 + app.anybody().get("/log/proofs/consistency/5").json()["proof"].as_array().map_or(0, Vec::len)
    );
    assert!(!app.database.cli(&["proof", "inclusion", "99999"]).status.success());
    // another's key, and a mirror that somebody changed
    let foreign = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    assert_eq!(app.database.cli(&["mirror", &url, &place("foreign"), "--vkey", foreign]).status.code(), Some(2));
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
    std::fs::remove_file(app.database.guard()).expect("it was there");
    app.kill_and_restart(&[]);
    app.published(size);
    let url = url.replace(url.trim_end_matches("/log"), &app.url);
    let third = app.database.cli(&["mirror", &url, mirror, "--vkey", vkey]);
    let text = said(&third);
    assert!(
        third.status.code() == Some(1) && text.contains(&format!("inconsistent at {seq}: two roots are signed over {size} entries")),
        "{text}"
    );
    let evidence = std::fs::read_dir(Path::new(mirror).join("inconsistent")).expect("it is kept").count();
    assert_eq!(evidence, 1);
}
