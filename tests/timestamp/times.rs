//! Entries and receipts lie between times that an authority says; stamps that were tampered with
//! are found.

use std::process::Command;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::harness::authority::{Authority, stamps};
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::verifiers::{program, script};
use crate::harness::witness::Witness;
use crate::timestamp::{change, time_passes};

/// The bracket of an entry in a report: the time before and the time after.
fn sides(report: &Value) -> [Option<DateTime<Utc>>; 2] {
    ["not_before", "not_after"].map(|side| {
        report["bracket"][side]["at"]
            .as_str()
            .map(|at| at.parse().expect("a time"))
    })
}

#[test]
fn a_receipt_gets_better_with_time_by_the_signatures_of_others() {
    let (authority, witness) = (Authority::start(), Witness::start("one"));
    let app = App::with(&[
        ("TIMESTAMP_URLS", &authority.url),
        ("TIMESTAMP_CA_FILE", &authority.file("ca.pem")),
    ]);
    eventually(|| (stamps(&app) == 1).then_some(()));
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let path = format!("/api/v1/claims/{claim}/receipts");
    let listed = claimant.get(&path).json();
    let mut listed = listed.as_array().expect("a list").iter();
    let submission = listed.find(|receipt| receipt["action"] == "claim.submit");
    let id = submission.expect("there is one")["id"].to_string();
    let receipt = || {
        Some(claimant.get(&format!("{path}/{id}")))
            .filter(|answer| answer.status == 200)
            .map(|answer| answer.text())
    };
    let signatures = |text: &str| {
        text.lines()
            .filter(|line| line.starts_with('\u{2014}'))
            .count()
    };
    let bare = eventually(receipt);
    assert_eq!(signatures(&bare), 1, "nobody else has signed yet: {bare}");
    witness.added_to(&app.database);
    let cosigned = eventually(|| receipt().filter(|text| signatures(text) == 2));
    // an hour later the log is stamped again, and from then on the receipt holds a time from
    // outside
    time_passes(&app);
    let vkey = claimant.vkey().to_string();
    let said = |text: &str, mut verifier: Command| {
        let file = app.database.beside("better.tlog-proof");
        std::fs::write(&file, text).expect("writable");
        let output = verifier
            .args(["receipt", &file, "--vkey", &vkey, "--language", "en"])
            .output()
            .expect("it starts");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
        String::from_utf8(output.stdout).expect("text")
    };
    let stamped = eventually(|| {
        receipt().filter(|text| text.split("extra ").nth(1) != cosigned.split("extra ").nth(1))
    });
    for text in [&bare, &cosigned, &stamped] {
        for verifier in [program(), script()] {
            assert!(said(text, verifier).contains("김하늘"));
        }
    }
    // the commands of the format's description, as they are printed there, check the stamp in this
    // very file
    let printed = include_str!("../../docs/audit-log.md")
        .lines()
        .skip_while(|line| !line.starts_with("    sed '1,/^$/d' FILE"));
    let commands: Vec<&str> = printed
        .take_while(|line| line.starts_with("    "))
        .map(str::trim)
        .collect();
    assert!(
        said(&stamped, script()).contains(
            commands
                .iter()
                .find(|line| line.contains("-verify"))
                .expect("there is one")
        ),
        "{}",
        said(&stamped, script())
    );
    let here = tempfile::tempdir().expect("a temporary directory");
    std::fs::copy(authority.file("ca.pem"), here.path().join("authority.pem")).expect("readable");
    let run = |receipt: &str| {
        std::fs::write(here.path().join("FILE"), receipt).expect("writable");
        Command::new("sh")
            .args(["-ec", &commands.join("\n")])
            .current_dir(here.path())
            .output()
            .expect("a shell")
    };
    let checked = run(&stamped);
    assert!(
        String::from_utf8_lossy(&checked.stdout).contains("Verification: OK"),
        "{commands:?}: {checked:?}"
    );
    assert!(
        String::from_utf8_lossy(&checked.stdout).contains("Time stamp: "),
        "{checked:?}"
    );
    let size = stamped
        .rsplit("\n\n")
        .nth(1)
        .and_then(|text| text.lines().nth(1))
        .expect("a checkpoint");
    assert!(
        !run(&stamped.replace(&format!("\n{size}\n"), "\n1\n"))
            .status
            .success(),
        "over another text it does not hold"
    );
}

#[test]
fn every_entry_lies_between_two_times_that_an_authority_says() {
    let authority = Authority::start();
    let begun = Utc::now() - chrono::TimeDelta::seconds(2);
    let app = App::with(&[
        ("TIMESTAMP_URLS", &authority.url),
        ("TIMESTAMP_CA_FILE", &authority.file("ca.pem")),
    ]);
    let mut edges = Vec::new();
    for nth in 0..3 {
        eventually(|| (stamps(&app) > nth).then_some(()));
        app.database.cli_ok(&["seal"]);
        // what follows is later than this stamp, and earlier than the next
        edges.push(app.database.size());
        time_passes(&app);
        change(&app, nth as usize);
    }
    eventually(|| (stamps(&app) == 4).then_some(()));
    let size = app.database.intact();
    let [log, payloads, directory] =
        ["log.jsonl", "payloads.jsonl", "stamps"].map(|name| app.database.beside(name));
    app.database
        .cli_ok(&["export", "log", "--output", &log, "--payloads", &payloads]);
    let text = std::fs::read_to_string(&log).expect("readable");
    assert_eq!(
        text.matches("\"action\":\"time.stamp\"").count(),
        4,
        "a stamp is an entry"
    );
    let mut before = None;
    for entry in 0..size {
        let (code, report) =
            app.database
                .verify(&[&log, "--payloads", &payloads, "--entry", &entry.to_string()]);
        assert_eq!(
            (code, &report["verdict"]),
            (0, &Value::from("intact")),
            "{report:#}"
        );
        let [after, until] = sides(&report);
        assert_eq!(
            after.is_some(),
            entry >= edges[0],
            "entry {entry}: {report:#}"
        );
        assert!(
            until.is_some() || entry >= edges[2],
            "entry {entry}: {report:#}"
        );
        if let (Some(after), Some(until)) = (after, until) {
            assert!(
                begun <= after
                    && after <= until
                    && until <= Utc::now() + chrono::TimeDelta::seconds(2),
                "{report:#}"
            );
        }
        assert!(after >= before, "times ascend with the log");
        before = after;
        // between the edges nothing changes
        if [entry, entry + 1].iter().any(|it| edges.contains(it)) {
            let live = app.database.verify(&["--entry", &entry.to_string()]).1;
            assert_eq!(
                live["bracket"], report["bracket"],
                "the live database says the same"
            );
        }
    }
    // the command that is printed checks the stamp with nothing of this program
    let entry = edges[1].to_string();
    let (_, report) = app.database.verify(&[
        &log,
        "--payloads",
        &payloads,
        "--entry",
        &entry,
        "--stamps",
        &directory,
    ]);
    for side in ["not_before", "not_after"] {
        let check = report["bracket"][side]["check"]
            .as_str()
            .expect("a command")
            .replace("AUTHORITY.pem", &authority.file("ca.pem"));
        let checked = Command::new("sh")
            .args(["-c", &check])
            .output()
            .expect("a shell");
        assert!(
            String::from_utf8_lossy(&checked.stdout).contains("Verification: OK"),
            "{check}: {checked:?}"
        );
        let wrong = Command::new("sh")
            .args(["-c", &check.replace("ca.pem", "stranger.pem")])
            .output()
            .expect("a shell");
        assert!(!wrong.status.success());
    }
    // where nothing can read the answers, the log's times are called what they are
    let blind = app
        .database
        .command(
            &["verify", &log, "--payloads", &payloads, "--entry", &entry],
            &[("PATH", "/nowhere")],
        )
        .output()
        .expect("it runs");
    assert!(
        String::from_utf8_lossy(&blind.stdout).contains(", as the log claims of http"),
        "{blind:?}"
    );
    let printed =
        app.database
            .cli_ok(&["verify", &log, "--payloads", &payloads, "--entry", &entry]);
    assert!(
        printed.contains(&format!("entry {entry} not before 20"))
            && printed.contains("openssl ts -verify -data DIR/"),
        "{printed}"
    );
    assert_eq!(
        app.database
            .cli(&["verify", &log, "--entry", &entry])
            .status
            .code(),
        Some(2),
        "the stamps are in the payloads"
    );
    assert_eq!(
        app.database
            .cli(&["verify", "--entry", "999999"])
            .status
            .code(),
        Some(2)
    );
    let overview = app
        .assigned("auditor", "auditor@example.com")
        .get("/api/v1/log")
        .json();
    assert_eq!(
        overview["last_time_stamp"]["authority"],
        Value::from(authority.url.as_str()),
        "{overview}"
    );
}

/// Who writes to the database behind the program can repeat a stamp with another time beside it.
#[test]
fn a_row_that_gives_a_stamp_another_time_is_found() {
    let authority = Authority::start();
    let app = App::with(&[
        ("TIMESTAMP_URLS", &authority.url),
        ("TIMESTAMP_CA_FILE", &authority.file("ca.pem")),
    ]);
    eventually(|| (stamps(&app) == 1).then_some(()));
    let found = |said: &str| {
        app.database.intact();
        let (code, report) = app.database.verify(&["--entry", "0"]);
        assert_eq!(
            (code, &report["verdict"]),
            (1, &"stamp_differs".into()),
            "{report:#}"
        );
        assert_eq!(
            report["findings"][0]["at"],
            report["bracket"]["not_after"]["stamp"]
        );
        assert!(
            report["findings"][0]["what"]
                .as_str()
                .is_some_and(|what| what.contains(said)),
            "{report:#}"
        );
        report["bracket"]["not_after"].clone()
    };
    app.database.cli_ok(&["seal"]);
    let honest = app.database.verify(&["--entry", "0"]).1["bracket"]["not_after"]["at"].clone();
    let again = |columns: &str| {
        app.sql(&format!(
            "INSERT INTO time_stamp SELECT gen_random_uuid(), authority, origin, size, checkpoint, {columns} FROM time_stamp LIMIT 1"
        ));
    };
    again("token, stamped_at - interval '1 year'");
    assert_eq!(
        found("the authority's answer says")["at"],
        honest,
        "what the authority said is printed"
    );
    again("'\\x3000'::bytea, stamped_at - interval '2 years'");
    assert_eq!(found("no time can be read")["heard"], Value::from(false));
}

#[test]
fn a_stamp_over_another_history_is_found() {
    let app = App::start();
    let size = change(&app, 0);
    let text = format!(
        "localhost/claimant-registry\n{size}\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
    );
    app.sql(&format!(
        "INSERT INTO time_stamp VALUES (gen_random_uuid(), 'https://time.example', 'localhost/claimant-registry', {size}, '{text}', '\\x00', now())"
    ));
    app.database.intact();
    let (code, report) = app.database.verify(&["--entry", "0"]);
    assert_eq!(
        (code, &report["verdict"], &report["findings"][0]["at"]),
        (1, &"rewritten".into(), &Value::from(size - 1)),
        "{report:#}"
    );
    assert_eq!(sides(&report), [None, None], "it counts for nothing");
    assert_eq!(
        app.database.verify(&[]).0,
        0,
        "without a question nothing is said of stamps"
    );
}
