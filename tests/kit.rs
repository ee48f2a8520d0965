//! What leaves the house for whoever checks: the auditor's kit, verified in an empty environment, and a mirror that somebody
//! else keeps.

use std::path::Path;
use std::process::{Command, Output};

use claimant_registry::audit::format::checkpoint::{Checkpoint, parse_hash};
use claimant_registry::audit::format::entry::{self, Hash};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Note, Vkey};

use crate::harness::attacker::{OPEN, rechain};
use crate::harness::authority::{Authority, stamps};
use crate::harness::cluster::{CASE, PROGRAM};
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::witness::{Witness, cosigned};

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
    // what is opened is this claim's and nobody else's, and each file proves itself
    let files: Vec<_> = std::fs::read_dir(folder.join("claims").join(&number))
        .expect("it was asked for")
        .map(|file| file.expect("readable").path())
        .collect();
    assert!(files.len() > 8, "{files:?}");
    let mut all = String::new();
    for file in &files {
        let holds = script(
            &folder,
            &[
                "receipt",
                file.to_str().expect("a plain path"),
                "--vkey",
                &vkey,
                "--language",
                "en",
            ],
        );
        assert!(
            holds.status.success(),
            "{}: {}",
            file.display(),
            said(&holds)
        );
        all += &said(&holds);
    }
    assert!(
        all.contains("김하늘")
            && all.contains("채널_관리자화면")
            && all.contains(&claim)
            && !all.contains(&other),
        "{all}"
    );
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

/// Names and texts of the files in a folder of the kit.
fn files(folder: &Path, name: &str) -> Vec<(String, String)> {
    let files = std::fs::read_dir(folder.join(name))
        .expect("it is there")
        .map(|file| file.expect("readable").path());
    let mut files: Vec<_> = files
        .map(|file| {
            (
                file.file_name()
                    .expect("it has one")
                    .to_string_lossy()
                    .into_owned(),
                std::fs::read(&file).expect("readable"),
            )
        })
        .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
        .collect();
    files.sort();
    files
}

/// A command of the kit's README, in its folder.
fn shell(folder: &Path, command: &str) -> Output {
    Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .output()
        .expect("a shell")
}

/// What a witness and an authority signed is in the folder, and each part holds by the tool that the README names for it.
#[test]
fn what_others_signed_is_verified_out_of_the_kit() {
    let (authority, witness) = (Authority::start(), Witness::start("one"));
    let mut app = App::with(&[
        ("TIMESTAMP_URLS", &authority.url),
        ("TIMESTAMP_CA_FILE", &authority.file("ca.pem")),
    ]);
    witness.added_to(&app.database);
    app.claimant("merchant@example.com").submitted();
    eventually(|| (stamps(&app) == 1).then_some(()));
    app.claimant("other@example.com").submitted();
    cosigned(&app, app.database.intact(), &[&witness]);
    let first: Vkey = app.anybody().vkey();
    // another key signs what is stamped next
    let keys = "1 4444444444444444444444444444444444444444444444444444444444444444\n2 5555555555555555555555555555555555555555555555555555555555555555";
    app.database
        .cli_with(&["key", "rotate"], &[("LOG_KEY", keys)]);
    let authorities = [
        ("TIMESTAMP_URLS", authority.url.clone()),
        ("TIMESTAMP_CA_FILE", authority.file("ca.pem")),
    ];
    app.kill_and_restart(&[
        ("LOG_KEY", keys),
        (authorities[0].0, &authorities[0].1),
        (authorities[1].0, &authorities[1].1),
    ]);
    app.sql("UPDATE time_stamp SET stamped_at = stamped_at - interval '2 hours'");
    eventually(|| (stamps(&app) == 2).then_some(()));
    let second = app.anybody().vkey();
    let folder = app.database.log_dir().with_file_name("kit");
    let settings = [("WITNESS_QUORUM", "1"), ("LOG_KEY", keys)];
    let printed = app.database.cli_with(
        &["export", "kit", folder.to_str().expect("a plain path")],
        &settings,
    );
    app.stop();
    let readme = std::fs::read_to_string(folder.join("README.en.md")).expect("it is there");
    let newest = std::fs::read_to_string(folder.join("checkpoint")).expect("it is there");
    let newest = Checkpoint::verified(&newest, &second).expect("signed").0;
    let command = format!("python3 verify.py log.jsonl --vkey '{second}' --checkpoint checkpoint");
    assert!(readme.contains(&command), "{readme}");
    let verified = shell(&folder, &command);
    assert!(
        verified.status.success() && said(&verified).starts_with("intact"),
        "{}",
        said(&verified)
    );
    // checkpoints/: a folder for each key, each file to --checkpoint
    let (mut earlier, proofs, tokens) = (0, files(&folder, "proofs"), files(&folder, "tokens"));
    for key in [&first, &second] {
        let name = format!("checkpoints/{}", hex::encode(key.id()));
        let all: String = files(&folder, &name)
            .iter()
            .map(|(file, _)| format!(" --checkpoint {name}/{file}"))
            .collect();
        let verified = shell(
            &folder,
            &format!("python3 verify.py log.jsonl --vkey '{key}'{all}"),
        );
        assert!(
            verified.status.success() && said(&verified).starts_with("intact"),
            "{}",
            said(&verified)
        );
        earlier += files(&folder, &name).len();
    }
    assert!(
        printed.contains(&format!("{earlier} checkpoints by others, 2 time stamps")),
        "{printed}"
    );
    assert!(
        earlier >= 2 && proofs.len() == earlier && tokens.len() == 4,
        "{proofs:?} {tokens:?}"
    );
    cosigned_checkpoints(&folder, &first, &newest, &witness);
    time_stamps(&folder, &readme, &newest, &authority);
}

/// policy and proofs/, for other programs: every checkpoint that the witness signed, and how the newest continues it.
fn cosigned_checkpoints(folder: &Path, key: &Vkey, newest: &Checkpoint, witness: &Witness) {
    let program = |checkpoint: &str| {
        let mut command = Command::new(PROGRAM);
        command.args([
            "verify",
            "log.jsonl",
            "--vkey",
            &key.to_string(),
            "--policy",
            "policy",
            "--checkpoint",
            checkpoint,
        ]);
        command
            .env_clear()
            .current_dir(folder)
            .output()
            .expect("the program starts")
    };
    let (proofs, mut by_witness) = (files(folder, "proofs"), 0);
    let of_key = format!("checkpoints/{}", hex::encode(key.id()));
    for (name, text) in &files(folder, &of_key) {
        let signed = Note::parse(text)
            .and_then(|note| note.signed_by(&witness.vkey))
            .expect("no bad signature")
            .is_some();
        let verified = program(&format!("{of_key}/{name}"));
        assert_eq!(
            verified.status.code(),
            Some(if signed { 0 } else { 2 }),
            "{name}: {}",
            said(&verified)
        );
        by_witness += usize::from(signed);
        let earlier = Checkpoint::verified(text, key).expect("signed").0;
        assert_eq!(*name, earlier.size.to_string());
        let proof = proofs
            .iter()
            .find(|(proof, _)| *proof == format!("{name}-{}", newest.size))
            .expect("each has one");
        let proof: Vec<Hash> = proof
            .1
            .lines()
            .map(|line| parse_hash(line).expect("a hash"))
            .collect();
        assert!(
            merkle::consistent(
                earlier.size,
                newest.size,
                &proof,
                &earlier.root,
                &newest.root
            ),
            "{name}"
        );
    }
    assert!(by_witness >= 1);
}

/// tokens/, over checkpoints of this very log, by OpenSSL.
fn time_stamps(folder: &Path, readme: &str, newest: &Checkpoint, authority: &Authority) {
    let log = std::fs::read_to_string(folder.join("log.jsonl")).expect("it is there");
    let leaves: Vec<Hash> = log
        .lines()
        .map(|line| entry::hash(line.as_bytes()))
        .collect();
    let stamp = "openssl ts -verify -data tokens/N.txt -in tokens/N.tsr -CAfile CA.pem";
    assert!(readme.contains(stamp), "{readme}");
    let tokens = files(folder, "tokens");
    let names: Vec<&str> = tokens
        .iter()
        .filter_map(|(name, _)| name.strip_suffix(".txt"))
        .collect();
    for (name, other) in names.iter().zip(names.iter().rev()) {
        let text =
            std::fs::read_to_string(folder.join(format!("tokens/{name}.txt"))).expect("readable");
        let stamped = Checkpoint::parse(&text).expect("three lines");
        assert_eq!(
            (&stamped.origin, stamped.root),
            (
                &newest.origin,
                merkle::root(&leaves[..stamped.size as usize])
            )
        );
        let with = |data: &str, authorities: &str| {
            let command = stamp
                .replace("N.txt", &format!("{data}.txt"))
                .replace("N.tsr", &format!("{name}.tsr"));
            shell(
                folder,
                &command.replace("CA.pem", &authority.file(authorities)),
            )
        };
        assert!(
            said(&with(name, "ca.pem")).contains("Verification: OK"),
            "{}",
            said(&with(name, "ca.pem"))
        );
        assert!(
            !with(other, "ca.pem").status.success(),
            "it is a stamp over no other checkpoint"
        );
        assert!(
            !with(name, "stranger.pem").status.success(),
            "and of no other authority"
        );
    }
}

/// Exit code 0 where enough of the policy's witnesses signed, and 2 where not: then nothing is verified.
#[test]
fn a_checkpoint_counts_if_the_quorum_of_the_policy_signed_it() {
    let app = App::start();
    let (one, two) = (Witness::start("one"), Witness::start("two"));
    one.added_to(&app.database);
    app.claimant("merchant@example.com").submitted();
    let place = |name: &str| {
        app.database
            .log_dir()
            .with_file_name(name)
            .to_str()
            .expect("a plain path")
            .to_string()
    };
    let keep = |name: &str, witnesses: &[&Witness]| {
        cosigned(&app, app.database.intact(), witnesses);
        std::fs::write(place(name), app.anybody().get("/log/checkpoint").text()).expect("writable");
    };
    keep("by-one", &[&one]);
    two.added_to(&app.database);
    app.claimant("other@example.com");
    keep("by-both", &[&one, &two]);
    let both = std::fs::read_to_string(place("by-both")).expect("readable");
    std::fs::write(
        place("by-nobody"),
        both.split_inclusive('\n').take(5).collect::<String>(),
    )
    .expect("writable");
    for quorum in ["1", "2"] {
        let policy = app
            .database
            .cli_with(&["witness", "policy"], &[("WITNESS_QUORUM", quorum)]);
        std::fs::write(place(&format!("policy-{quorum}")), policy).expect("writable");
    }
    let (log, key) = (place("log.jsonl"), app.anybody().vkey().to_string());
    app.database.cli_ok(&["export", "log", "--output", &log]);
    let verify = |file: Option<&str>, checkpoint: &str, policy: &str| {
        let (checkpoint, policy) = (place(checkpoint), place(policy));
        let args = [
            "--vkey",
            &key,
            "--checkpoint",
            &checkpoint,
            "--policy",
            &policy,
        ];
        let output = app
            .database
            .cli(&[&["verify"][..], file.as_slice(), &args].concat());
        (output.status.code(), said(&output))
    };
    let fails = |by: &str| {
        format!("the quorum witnesses is not reached: of the policy's witnesses {by} signed")
    };
    for file in [Some(log.as_str()), None] {
        for (checkpoint, policy, missing) in [
            ("by-nobody", "policy-1", Some("nobody")),
            ("by-one", "policy-1", None),
            ("by-one", "policy-2", Some("one")),
            ("by-both", "policy-1", None),
            ("by-both", "policy-2", None),
        ] {
            let (code, said) = verify(file, checkpoint, policy);
            assert_eq!(
                code,
                Some(if missing.is_some() { 2 } else { 0 }),
                "{checkpoint} {policy}: {said}"
            );
            assert!(
                said.contains(&missing.map_or_else(|| "intact: ".into(), fails)),
                "{checkpoint} {policy}: {said}"
            );
        }
    }
    // a quorum vouches for the checkpoint, not for the log that is held against it
    let seq = promoted(Path::new(&log));
    let (code, said) = verify(Some(&log), "by-both", "policy-2");
    assert!(
        code == Some(1) && said.starts_with(&format!("altered at {seq}: ")),
        "{said}"
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
    for (args, words) in [
        (vec!["--claims", number.as_str()], "--for"),
        (
            vec![
                "--claims",
                number.as_str(),
                "--for",
                "lawyer@example.com",
                "--reason",
                "why",
            ],
            "at least 10",
        ),
        (
            vec![
                "--claims",
                number.as_str(),
                "--for",
                "elsewhere@example.com",
                "--reason",
                "a reason that says something",
            ],
            "not on the staff",
        ),
        (
            vec![
                "--claims",
                "KKO-999999-0",
                "--for",
                "lawyer@example.com",
                "--reason",
                "a reason that says something",
            ],
            "claims: no claim has this number",
        ),
    ] {
        let path = folder("refused");
        let refused = app
            .database
            .cli(&[&["export", "kit", &path][..], &args].concat());
        let said = String::from_utf8_lossy(&refused.stderr).to_lowercase();
        assert!(
            !refused.status.success() && said.contains(words),
            "{args:?}: {said}"
        );
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
    std::fs::remove_file(app.database.guard()).expect("it was there");
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
