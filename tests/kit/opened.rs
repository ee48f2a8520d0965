//! The auditor's kit verifies where the registry never was, and opens claims only for somebody with
//! a reason.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::kit::{promoted, said, script};

/// What the files say that are opened of that claim: each proves itself.
fn opened(folder: &Path, number: &str, vkey: &str) -> String {
    let files: Vec<_> = std::fs::read_dir(folder.join("claims").join(number))
        .expect("it was asked for")
        .map(|file| file.expect("readable").path())
        .collect();
    assert!(files.len() > 8, "{files:?}");
    let prove = |file: &PathBuf| {
        let file = file.to_str().expect("a plain path");
        let holds = script(
            folder,
            &["receipt", file, "--vkey", vkey, "--language", "en"],
        );
        assert!(holds.status.success(), "{file}: {}", said(&holds));
        said(&holds)
    };
    files.iter().map(prove).collect()
}

#[test]
fn the_kit_verifies_where_the_registry_never_was() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let other = app.claimant("other@example.com").submitted();
    app.assigned("lawyer", "lawyer@example.com");
    app.published(app.database.intact());
    let number = claimant.get(&format!("/api/v1/claims/{claim}")).json()["number"]
        .as_str()
        .expect("submitted")
        .to_string();
    let folder = app.database.log_dir().with_file_name("kit");
    let path = folder.to_str().expect("a plain path");
    let reason = "검증인에게 한 건의 내용을 보이기 위해";
    let printed = app.database.cli_ok(&[
        "export",
        "kit",
        path,
        "--claims",
        &number,
        "--for",
        "lawyer@example.com",
        "--reason",
        reason,
    ]);
    assert!(printed.contains("README.en.md"), "{printed}");
    let vkey = app.anybody().vkey().to_string();
    // the command as the folder's own README prints it
    let readme = std::fs::read_to_string(folder.join("README.en.md")).expect("it is there");
    assert!(
        readme.contains(&format!(
            "python3 verify.py log.jsonl --vkey '{vkey}' --checkpoint checkpoint"
        )),
        "{readme}"
    );
    let verified = script(
        &folder,
        &["log.jsonl", "--vkey", &vkey, "--checkpoint", "checkpoint"],
    );
    assert!(
        verified.status.success() && said(&verified).starts_with("intact"),
        "{}",
        said(&verified)
    );
    // what is opened is this claim's and nobody else's
    let all = opened(&folder, &number, &vkey);
    assert!(
        all.contains("김하늘")
            && all.contains("채널_관리자화면")
            && all.contains(&claim)
            && !all.contains(&other),
        "{all}"
    );
    // what was handed in and the words that were signed are told there as well
    for told in [
        "handed in: 3\n",
        "losses less compensation received: 1,200,000 KRW",
        "the words name the key that signed this receipt",
    ] {
        assert!(all.contains(told), "{told}: {all}");
    }
    assert_eq!(
        std::fs::read_to_string(folder.join("claims.csv")).expect("the table"),
        format!("\u{feff}number,subject\r\n{number},{claim}\r\n")
    );
    let sums = Command::new("sha256sum")
        .args(["--check", "--quiet", "SHA256SUMS"])
        .current_dir(folder.join("claims"))
        .output();
    assert!(sums.expect("coreutils are there").status.success());
    assert_eq!(
        std::fs::read_dir(folder.join("claims"))
            .expect("readable")
            .count(),
        2,
        "one claim and the list of its files"
    );
    // the claimant reads who got it and why, and the log says so
    let seen = claimant.get(&format!("/api/v1/claims/{claim}/disclosures"));
    assert!(seen.text().contains(reason), "{}", seen.text());
    assert_eq!(
        seen.json()[0]["downloads"][0]["status"],
        "complete",
        "it was taken: {}",
        seen.text()
    );
    app.database.intact();
    // one flipped byte, and it says where
    let log = folder.join("log.jsonl");
    let seq = promoted(&log);
    let verified = script(
        &folder,
        &["log.jsonl", "--vkey", &vkey, "--checkpoint", "checkpoint"],
    );
    assert_eq!(verified.status.code(), Some(1), "{}", said(&verified));
    assert!(
        said(&verified).starts_with(&format!("altered at {seq}: ")),
        "{}",
        said(&verified)
    );
}

#[test]
fn a_kit_opens_claims_only_for_somebody_with_a_reason() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    app.staff("lawyer", "elsewhere@example.com");
    app.published(app.database.intact());
    let folder = |name: &str| {
        app.database
            .log_dir()
            .with_file_name(name)
            .to_str()
            .expect("a plain path")
            .to_string()
    };
    let number = {
        let lawyer = app.assigned("lawyer", "lawyer@example.com");
        lawyer.get(&format!("/api/v1/cases/{CASE}/claims")).json()["items"][0]["number"]
            .as_str()
            .expect("one")
            .to_string()
    };
    let refused = |args: &[&str], words: &str| {
        let path = folder("refused");
        let refused = app
            .database
            .cli(&[&["export", "kit", &path][..], args].concat());
        let said = String::from_utf8_lossy(&refused.stderr).to_lowercase();
        assert!(
            !refused.status.success() && said.contains(words),
            "{args:?}: {said}"
        );
        assert!(!Path::new(&path).exists(), "nothing is half done");
    };
    refused(&["--claims", &number], "--for");
    let (here, reason) = ("lawyer@example.com", "a reason that says something");
    let elsewhere = "elsewhere@example.com";
    app.assigned("auditor", "auditor@example.com");
    for (claim, who, why, words) in [
        (
            number.as_str(),
            "auditor@example.com",
            reason,
            "only a lawyer",
        ),
        (number.as_str(), here, "why", "at least 10"),
        (&number, elsewhere, reason, "not on the staff"),
        (
            "KKO-999999-0",
            here,
            reason,
            "claims: no claim has this number",
        ),
    ] {
        refused(&["--claims", claim, "--for", who, "--reason", why], words);
    }
    let path = folder("plain");
    app.database.cli_ok(&["export", "kit", &path]);
    assert!(!Path::new(&path).join("claims").exists());
    let again = app.database.cli(&["export", "kit", &path]);
    assert!(!again.status.success(), "a folder is never written over");
}
