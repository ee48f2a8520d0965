//! What witnesses and time stamp authorities signed is in the kit, and verified out of it.

use std::path::Path;
use std::process::{Command, Output};

use claimant_registry::audit::format::checkpoint::{Checkpoint, parse_hash};
use claimant_registry::audit::format::entry::{self, Hash};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Note, Vkey};

use crate::harness::authority::{Authority, stamps};
use crate::harness::cluster::PROGRAM;
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::witness::{Witness, cosigned};
use crate::kit::{promoted, said};

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

/// What a witness and an authority signed is in the folder, and each part holds by the tool that
/// the README names for it.
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
    // the first key may have signed all there was: the second has to sign something of its own
    app.claimant("third@example.com");
    app.published(app.database.intact());
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
    // texts/: what the claimants' statements name
    let texts = "(cd texts && sha256sum -c SHA256SUMS)";
    assert!(readme.contains(texts), "{readme}");
    let held = shell(&folder, texts);
    assert!(held.status.success(), "{}", said(&held));
    let current = "SELECT encode(sha256, 'hex') AS line FROM consent_text ORDER BY 1";
    assert_eq!(said(&held).lines().count(), app.lines(current).len());
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

/// policy and proofs/, for other programs: every checkpoint that the witness signed, and how the
/// newest continues it.
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

/// Exit code 0 where enough of the policy's witnesses signed, and 2 where not: then nothing is
/// verified.
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
