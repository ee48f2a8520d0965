//! Files that can be read only once, files that were converted, and output that nobody can read.

use std::fs::{File, OpenOptions};
use std::process::{Command, Output, Stdio};

use crate::cli::{complaint, database};
use crate::harness::cluster::PROGRAM;
use crate::harness::database::Database;
use crate::harness::server::App;
use crate::harness::verifiers::SCRIPT;

/// An export of a database with its payloads.
fn exported(database: &Database) -> (String, String) {
    let (log, payloads) = (
        database.beside("log.jsonl"),
        database.beside("payloads.jsonl"),
    );
    database.intact();
    database.cli_ok(&["export", "log", "--output", &log, "--payloads", &payloads]);
    (log, payloads)
}

/// Both verifiers in a shell, which knows pipes: `$VERIFY` is the one.
fn both(line: &str, log: &str, payloads: &str) -> [Output; 2] {
    [format!("{PROGRAM} verify"), format!("python3 {SCRIPT}")].map(|verify| {
        Command::new("bash")
            .args(["-c", line])
            .env("VERIFY", verify)
            .env("EXPORT", log)
            .env("PAYLOADS", payloads)
            .output()
            .expect("bash is there")
    })
}

fn codes(line: &str, log: &str, payloads: &str) -> [Option<i32>; 2] {
    both(line, log, payloads).map(|output| output.status.code())
}

#[test]
fn a_log_is_verified_through_a_pipe_as_from_a_file() {
    let database = database();
    let (log, payloads) = exported(&database);
    for line in [
        "cat $EXPORT | $VERIFY /dev/stdin",
        "cat $EXPORT | $VERIFY -",
        "$VERIFY - < $EXPORT",
        "$VERIFY <(cat $EXPORT)",
        "$VERIFY <(cat $EXPORT) --payloads <(cat $PAYLOADS)",
        "$VERIFY $EXPORT --payloads - < $PAYLOADS",
        "rm -f $EXPORT.fifo; mkfifo $EXPORT.fifo; cat $EXPORT > $EXPORT.fifo & $VERIFY $EXPORT.fifo",
    ] {
        for output in both(line, &log, &payloads) {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert_eq!(output.status.code(), Some(0), "{line}: {output:?}");
            assert!(said.starts_with("intact: "), "{line}: {said}");
        }
    }
    // what is found is found there too
    let altered = "sed '3s/\"actor\":\"/&x/' $EXPORT | $VERIFY - | grep -q '^altered at 2'";
    assert_eq!(codes(altered, &log, &payloads), [Some(0); 2]);
    assert_eq!(
        codes("head -n 3 $EXPORT | $VERIFY -", &log, &payloads),
        [Some(1); 2]
    );
}

/// What was done to a file on its way is no tampering; what was done to one line of it is.
#[test]
fn a_converted_file_is_malformed_and_named_with_its_cause() {
    let database = database();
    let (log, payloads) = exported(&database);
    for (line, code, said) in [
        (
            "$VERIFY <(sed 's/$/\\r/' $EXPORT)",
            2,
            "line ends were converted",
        ),
        (
            "$VERIFY <(printf '\\xef\\xbb\\xbf'; cat $EXPORT)",
            2,
            "a byte-order mark",
        ),
        ("$VERIFY <(iconv -t UTF-16 $EXPORT)", 2, "a byte-order mark"),
        ("$VERIFY <(sed 's/^/ /' $EXPORT)", 2, "no line of it"),
        ("$VERIFY $PAYLOADS", 2, "no line of it"),
        ("$VERIFY <(gzip -c $EXPORT)", 2, "not an exported log"),
        (
            "$VERIFY $EXPORT --payloads <(sed 's/$/\\r/' $PAYLOADS)",
            2,
            "line ends were converted",
        ),
        (
            "$VERIFY $EXPORT --payloads <(printf '\\xef\\xbb\\xbf'; cat $PAYLOADS)",
            2,
            "a byte-order mark",
        ),
        (
            "$VERIFY $EXPORT --payloads $EXPORT",
            2,
            "not a payload file",
        ),
        ("$VERIFY $EXPORT/nothing", 2, ""),
        ("$VERIFY ${EXPORT%/*}", 2, ""),
        ("$VERIFY <(sed '1s/$/x/' $EXPORT)", 1, "altered at 0"),
        ("$VERIFY <(sed '2s/$/\\r/' $EXPORT)", 1, "altered at 1"),
        ("$VERIFY <(printf '')", 1, "truncated at 0"),
        (
            "$VERIFY $EXPORT --payloads <(sed '1s/$/x/' $PAYLOADS)",
            1,
            "payload_mismatch",
        ),
        // the log's own faults go before those of the payload file
        (
            "$VERIFY <(sed '4s/$/x/' $EXPORT) --payloads $EXPORT",
            1,
            "altered at 3",
        ),
    ] {
        for output in both(line, &log, &payloads) {
            let told = format!(
                "{}{}",
                String::from_utf8_lossy(&output.stdout),
                complaint(&output)
            );
            assert_eq!(output.status.code(), Some(code), "{line}: {told}");
            assert!(told.contains(said), "{line}: {told}");
            assert!(
                !told.contains("Traceback") && !told.contains("panicked"),
                "{told}"
            );
        }
    }
    let empty = database.beside("empty");
    File::create(&empty).expect("writable");
    let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    let line = format!("$VERIFY $EXPORT --vkey {vkey} --checkpoint {empty}");
    for output in both(&line, &log, &payloads) {
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let told = complaint(&output);
        assert!(
            told.contains(&empty) && told.contains("the file is empty"),
            "{told}"
        );
    }
}

#[test]
fn a_verdict_that_cannot_be_written_is_none() {
    let database = database();
    let (log, payloads) = exported(&database);
    for line in [
        "$VERIFY $EXPORT > /dev/full",
        "$VERIFY $EXPORT --json > /dev/full",
        "$VERIFY $EXPORT > /dev/full 2> /dev/full",
        "$VERIFY <(head -n 2 $EXPORT) > /dev/full",
        "$VERIFY --help > /dev/full",
    ] {
        for output in both(line, &log, &payloads) {
            let told = complaint(&output);
            let code = if line.contains("--help") {
                [1, 2]
            } else {
                [2, 2]
            };
            assert!(
                code.contains(&output.status.code().unwrap_or(0)),
                "{line}: {output:?}"
            );
            assert!(
                !told.contains("Traceback") && !told.contains("panicked"),
                "{told}"
            );
        }
    }
    assert_eq!(
        codes("$VERIFY $EXPORT > /dev/null", &log, &payloads),
        [Some(0); 2]
    );
    let quiet = "set -o pipefail; $VERIFY $EXPORT | true; [ $? = 0 -o $? = 141 ]";
    for output in both(quiet, &log, &payloads) {
        assert_eq!(
            (output.status.code(), complaint(&output).as_str()),
            (Some(0), "")
        );
    }
    let full = || {
        OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("it is there")
    };
    for command in [
        &["case", "list"][..],
        &["export", "log"],
        &["completions", "bash"],
        &["man"],
        &["seal"],
        &["key", "show"],
    ] {
        let output = database
            .command(command, &[])
            .stdout(full())
            .stderr(Stdio::piped())
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(1), "{command:?}: {output:?}");
        assert!(!complaint(&output).contains("panicked"), "{output:?}");
    }
}

/// Nobody could sign in to an account whose password nobody saw.
#[test]
fn no_account_is_made_whose_password_is_not_seen() {
    let app = App::start();
    let create = "account create --role lawyer --email kim@example.com --name 김변호";
    let shell = |line: &str| {
        let command = app.database.command(&[], &[]);
        let mut shell = Command::new("bash");
        shell.args(["-c", line]).env("PROGRAM", PROGRAM);
        shell.envs(
            command
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        );
        shell.output().expect("bash is there")
    };
    for unseen in [">&-", "> /dev/full", "> /dev/null"] {
        let output = shell(&format!("$PROGRAM {create} {unseen}"));
        assert_eq!(output.status.code(), Some(1), "{unseen}: {output:?}");
        assert!(complaint(&output).contains("standard output"), "{output:?}");
        assert!(
            !app.database.cli_ok(&["account", "list"]).contains("kim@"),
            "{unseen}"
        );
    }
    let output = shell(&format!("$PROGRAM {create}"));
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let password = printed.trim().rsplit(' ').next().expect("a password");
    app.anybody().sign_in("kim@example.com", password);

    // a link for whom the password was lost with its paper
    for unseen in [">&-", "> /dev/full"] {
        let output = shell(&format!(
            "$PROGRAM account reset-link kim@example.com {unseen}"
        ));
        assert_eq!(output.status.code(), Some(1), "{unseen}: {output:?}");
    }
    assert_eq!(
        app.count("SELECT count(*) FROM one_time_link"),
        0,
        "nothing was made"
    );
    let told = app
        .database
        .cli_ok(&["account", "reset-link", "Kim@example.com"]);
    let token = told
        .split(|c: char| !c.is_ascii_hexdigit())
        .find(|word| word.len() == 64)
        .expect("a token");
    let chosen = "nine green boats in the bay";
    let body = serde_json::json!({"token": token, "password": chosen});
    let reset = "/api/v1/password-resets/confirmations";
    assert_eq!(app.anybody().post(reset, body.clone()).status, 204);
    app.anybody().sign_in("kim@example.com", chosen);
    assert_ne!(app.anybody().post(reset, body).status, 204, "it works once");
    let logged = "SELECT count(*) FROM change WHERE action = 'account.link' AND actor = 'cli' AND table_name = 'account'";
    assert_eq!(app.count(logged), 1);
    app.claimant("merchant@example.com");
    for stranger in ["nobody@example.com", "merchant@example.com"] {
        let output = app.database.cli(&["account", "reset-link", stranger]);
        crate::cli::refused(
            &output,
            &["email: No staff account has this e-mail address"],
        );
    }
    app.database.intact();
}

/// The operator reads Korean where the system speaks it.
#[test]
fn commands_speak_the_operators_language() {
    let database = database();
    let said = |settings: &[(&str, &str)]| {
        let output = database
            .command(&["account", "disable", "nobody@example.com"], settings)
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(1));
        complaint(&output)
    };
    for (settings, korean) in [
        (&[("LANG", "ko_KR.UTF-8")][..], true),
        (&[("LC_ALL", "ko_KR.UTF-8"), ("LANG", "en_US.UTF-8")], true),
        (&[("LC_MESSAGES", "ko"), ("LANG", "en_US.UTF-8")], true),
        (&[("LC_ALL", "C"), ("LANG", "ko_KR.UTF-8")], false),
        (&[("LANG", "de_DE.UTF-8")], false),
        (&[], false),
    ] {
        let said = said(settings);
        assert_eq!(
            !said.contains("No staff account"),
            korean,
            "{settings:?}: {said}"
        );
    }
    database.intact();
    let sealed = |lang: &str| database.cli_with(&["seal"], &[("LANG", lang)]);
    assert_eq!(sealed("en_US.UTF-8"), "sealed 0 entries\n");
    assert!(sealed("ko_KR.UTF-8").contains("봉인"));
}

/// It is not the operator's data that is erased.
#[test]
fn what_was_erased_is_told_to_the_operator() {
    let app = App::start();
    for (lang, told) in [
        ("en_US.UTF-8", "It was erased."),
        ("ko_KR.UTF-8", "삭제했습니다."),
    ] {
        let claimant = app.claimant(&format!("{}@example.com", &lang[..2]));
        let claim = claimant.submitted();
        let number = claimant.get(&format!("/api/v1/claims/{claim}")).json()["number"].clone();
        let number = number.as_str().expect("it was submitted");
        let said = app
            .database
            .cli_with(&["erase", "claim", number], &[("LANG", lang)]);
        assert!(said.contains(told) && !said.contains("Your data"), "{said}");
    }
}
