//! The command line: every command explains itself, refuses what is wrong in words that name the remedy, and ends as it
//! should.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use claimant_registry::cli::Cli;
use clap::CommandFactory;
use serde_json::json;

use crate::harness::cluster::{CASE, KEYS, PROGRAM, SERVE};
use crate::harness::database::Database;
use crate::harness::server::App;

/// The program with these variables and no others.
fn program(args: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(variables.iter().copied());
    command
}

fn run(args: &[&str], variables: &[(&str, &str)]) -> Output {
    program(args, variables)
        .output()
        .expect("the program starts")
}

/// A database with the Kakao case and nobody at work on it.
fn database() -> Database {
    App::start().database.clone()
}

/// Runs the command on that database, with the settings of a test registry but for those replaced; an empty value takes one away.
fn on(database: &Database, args: &[&str], replaced: &[(&str, &str)]) -> Output {
    database
        .command(args, replaced)
        .output()
        .expect("the program starts")
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The command fails, with every one of these words in what it says, and without a trace of a panic.
fn refused(output: &Output, words: &[&str]) {
    let said = complaint(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for word in words {
        assert!(said.contains(word), "{word:?} is not in: {said}");
    }
    assert!(
        !said.contains("panicked") && !said.contains("RUST_BACKTRACE"),
        "{said}"
    );
}

fn every_command(command: &clap::Command, words: &[String], each: &mut dyn FnMut(&[String])) {
    for sub in command.get_subcommands() {
        let words = [words, &[sub.get_name().to_string()]].concat();
        each(&words);
        every_command(sub, &words, each);
    }
}

#[test]
fn every_command_and_option_explains_itself() {
    every_command(&Cli::command(), &[], &mut |words| {
        let args: Vec<&str> = words.iter().map(String::as_str).chain(["--help"]).collect();
        let output = run(&args, &[]);
        let help = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success()
                && help.contains("Usage: claimant-registry")
                && help.lines().count() > 4,
            "{words:?}: {help}"
        );
    });
    let mut silent = Vec::new();
    let mut waiting = vec![Cli::command()];
    while let Some(command) = waiting.pop() {
        let own = command.get_arguments().filter(|argument| {
            argument
                .get_help()
                .is_none_or(|help| help.to_string().is_empty())
        });
        silent.extend(own.map(|argument| format!("{} {}", command.get_name(), argument.get_id())));
        silent.extend(
            command
                .get_about()
                .is_none()
                .then(|| command.get_name().to_string()),
        );
        waiting.extend(command.get_subcommands().cloned());
    }
    assert!(silent.is_empty(), "without a word of help: {silent:?}");
}

#[test]
fn help_shows_no_secret_of_the_environment() {
    let database = database();
    let output = on(
        &database,
        &["serve", "--help"],
        &[(
            "DATABASE_URL",
            "postgresql://registry_app:hunter2@localhost/registry",
        )],
    );
    let help = String::from_utf8_lossy(&output.stdout);
    assert!(
        !help.contains("hunter2") && !help.contains(KEYS[0].1),
        "{help}"
    );
}

#[test]
fn completions_and_manual_page_are_made() {
    let bash = run(&["completions", "bash"], &[]);
    let text = String::from_utf8_lossy(&bash.stdout);
    assert!(
        bash.status.success() && text.contains("complete -F _claimant__registry"),
        "no completions for bash"
    );
    let checked = Command::new("bash")
        .args(["-n", "-c", &text])
        .output()
        .expect("bash is there");
    assert!(checked.status.success(), "{}", complaint(&checked));
    let man = run(&["man"], &[]);
    assert!(
        man.status.success()
            && String::from_utf8_lossy(&man.stdout).contains(".TH claimant-registry")
    );
}

#[test]
fn what_is_missing_is_named_with_its_remedy() {
    refused(
        &run(&["serve"], &KEYS),
        &["DATABASE_URL is missing", "postgresql://"],
    );
    for command in [
        &["seal"][..],
        &["export", "log"],
        &["account", "list"],
        &["case", "list"],
        &["demo"],
    ] {
        refused(&run(command, &KEYS), &["DATABASE_URL is missing"]);
    }
    let migrate = run(
        &["migrate"],
        &[("DATABASE_URL", "postgresql://localhost/registry")],
    );
    refused(&migrate, &["MIGRATION_DATABASE_URL is missing", "owner"]);
    let verify = run(&["verify"], &[]);
    assert_eq!(
        verify.status.code(),
        Some(2),
        "could not verify is no verdict"
    );
    assert!(complaint(&verify).contains("DATABASE_URL is missing"));
}

#[test]
fn keys_of_the_wrong_form_are_refused_by_name() {
    let database = database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (empty, absent) = (
        directory.path().join("empty.key"),
        directory.path().join("absent.key"),
    );
    std::fs::write(&empty, "# no key yet\n\n").expect("writable");
    let (empty, absent) = (
        empty.to_str().expect("UTF-8"),
        absent.to_str().expect("UTF-8"),
    );
    let twice = format!("{}\n{}", KEYS[0].1, KEYS[0].1);
    for (replaced, words) in [
        (
            &[("SEALING_KEY", "")][..],
            &["SEALING_KEY is missing", "openssl rand -hex 32"][..],
        ),
        (&[("INDEX_KEY", "")], &["INDEX_KEY is missing"]),
        (&[("TOKEN_KEY", "")], &["TOKEN_KEY is missing"]),
        (
            &[("SEALING_KEY", "1 abc")],
            &["SEALING_KEY: each line must be", "64 hexadecimal digits"],
        ),
        (
            &[(
                "SEALING_KEY",
                "0 1111111111111111111111111111111111111111111111111111111111111111",
            )],
            &["1 to 65535"],
        ),
        (&[("SEALING_KEY", &twice)], &["version 1 is given twice"]),
        (
            &[("SEALING_KEY_FILE", empty)],
            &["SEALING_KEY and SEALING_KEY_FILE are both set"],
        ),
        (
            &[("SEALING_KEY", ""), ("SEALING_KEY_FILE", empty)],
            &["SEALING_KEY: no key in it"],
        ),
        (
            &[("SEALING_KEY", ""), ("SEALING_KEY_FILE", absent)],
            &["SEALING_KEY_FILE", "absent.key", "No such file"],
        ),
    ] {
        let output = on(&database, &SERVE, replaced);
        refused(&output, words);
        assert!(
            !complaint(&output).contains("1111111111"),
            "a key does not belong into a message"
        );
    }
}

#[test]
fn another_key_than_the_one_a_database_was_begun_with_is_refused() {
    let database = database();
    let other = "1 4444444444444444444444444444444444444444444444444444444444444444";
    let second = "2 4444444444444444444444444444444444444444444444444444444444444444";
    let both = |first: &str| format!("{first}\n{second}");
    for (name, key, words) in [
        (
            "SEALING_KEY",
            other,
            "the key sealing:1 is not the one that this database was begun with",
        ),
        ("INDEX_KEY", other, "the key index:1 is not the one"),
        ("TOKEN_KEY", other, "the key token:1 is not the one"),
        ("SEALING_KEY", second, "the key sealing:1 is missing"),
        (
            "INDEX_KEY",
            &both(KEYS[1].1),
            "the index key cannot get a new version",
        ),
    ] {
        for command in [&SERVE[..], &["account", "list"]] {
            refused(&on(&database, command, &[(name, key)]), &[words]);
        }
    }
    // a second sealing key beside the first, and a new token key, are how keys are changed; then they stay
    let sealing = both(KEYS[0].1);
    let changed = on(
        &database,
        &["account", "list"],
        &[("SEALING_KEY", &sealing), ("TOKEN_KEY", second)],
    );
    assert!(changed.status.success(), "{}", complaint(&changed));
    refused(
        &on(&database, &["account", "list"], &[]),
        &["the key sealing:2 is missing"],
    );
    database.intact();
}

#[test]
fn only_the_restricted_role_may_serve() {
    let app = App::start();
    let owner = app.database.owner.clone();
    let superuser = owner.replace("registry_owner@", "postgres@");
    for mighty in [owner.as_str(), &superuser] {
        refused(
            &on(&app.database, &SERVE, &[("DATABASE_URL", mighty)]),
            &["superuser or the owner", "registry_app"],
        );
        refused(
            &on(&app.database, &["seal"], &[("DATABASE_URL", mighty)]),
            &["superuser or the owner", "registry_app"],
        );
    }
}

#[test]
fn an_unreachable_or_unmigrated_database_is_named() {
    let app = App::start();
    let nowhere = "postgresql://registry_app@/registry?host=/nonexistent&port=5432";
    for command in [
        &["serve"][..],
        &["export", "log"],
        &["account", "list"],
        &["seal"],
    ] {
        refused(
            &on(&app.database, command, &[("DATABASE_URL", nowhere)]),
            &["PostgreSQL", "/nonexistent"],
        );
    }
    let verify = on(&app.database, &["verify"], &[("DATABASE_URL", nowhere)]);
    assert_eq!(verify.status.code(), Some(2), "{}", complaint(&verify));
    app.sql("CREATE DATABASE empty_for_cli");
    let empty = app
        .database
        .app
        .replace(&format!("/{}?", app.database.name), "/empty_for_cli?");
    for command in [
        &["serve"][..],
        &["account", "list"],
        &["export", "log"],
        &["seal"],
    ] {
        refused(
            &on(&app.database, command, &[("DATABASE_URL", &empty)]),
            &["run `claimant-registry migrate`"],
        );
    }
}

#[test]
fn a_port_in_use_is_named_with_its_remedy() {
    let database = database();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("bound").to_string();
    for (listen, metrics, flag) in [
        (address.as_str(), "127.0.0.1:0", "--listen"),
        ("127.0.0.1:0", &address, "--metrics-listen"),
    ] {
        let output = on(
            &database,
            &["serve", "--listen", listen, "--metrics-listen", metrics],
            &[],
        );
        refused(
            &output,
            &[&address, "is another program using the port?", flag],
        );
    }
}

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
fn staff_accounts_are_made_listed_disabled_and_enabled() {
    let app = App::start();
    let cli = |args: &[&str]| app.database.cli(args);
    let create = [
        "account",
        "create",
        "--role",
        "lawyer",
        "--email",
        "Kim@Example.com",
        "--name",
        "김변호",
    ];
    let printed = app.database.cli_ok(&create);
    let (email, password) = printed
        .trim()
        .split_once(' ')
        .expect("address and password");
    assert_eq!(email, "kim@example.com");
    let lawyer = app.anybody().sign_in(email, password);
    assert_eq!(lawyer.get("/api/v1/account").json()["role"], "lawyer");

    refused(&cli(&create), &["has an account already"]);
    refused(
        &cli(&[
            "account", "create", "--role", "lawyer", "--email", "kim", "--name", " ",
        ]),
        &["email"],
    );
    for role in ["claimant", "judge"] {
        let unknown = cli(&[
            "account",
            "create",
            "--role",
            role,
            "--email",
            "a@example.com",
            "--name",
            "x",
        ]);
        assert_eq!(unknown.status.code(), Some(2), "{}", complaint(&unknown));
        assert!(
            complaint(&unknown).contains("paralegal, lawyer, auditor or administrator"),
            "{}",
            complaint(&unknown)
        );
    }

    let listed = || app.database.cli_ok(&["account", "list"]);
    assert!(
        listed().contains("active")
            && listed().contains("kim@example.com")
            && listed().contains("김변호"),
        "{}",
        listed()
    );
    assert_eq!(
        app.database.cli_ok(&["account", "disable", email]),
        format!("{email} is disabled\n")
    );
    assert!(listed().contains("disabled"));
    assert_eq!(
        lawyer.get("/api/v1/account").status,
        401,
        "its sessions count no longer"
    );
    app.database.cli_ok(&["account", "enable", email]);
    assert!(listed().contains("active"));
    app.anybody().sign_in(email, password);
    // a claimant's address is none of the staff's
    app.claimant("merchant@example.com");
    for address in ["nobody@example.com", "merchant@example.com"] {
        for command in [
            &["account", "disable"][..],
            &["account", "enable"],
            &["case", "assign", CASE],
        ] {
            let said = cli(&[command, &[address]].concat());
            refused(
                &said,
                &["email: No staff account has this e-mail address. `account list` shows them."],
            );
        }
    }
    app.database.intact();
}

/// The Kakao case as another, with the given replacements.
fn case_file(directory: &Path, replacements: &[(&str, &str)]) -> String {
    let mut text = include_str!("../src/demo/kakao.toml")
        .replace("kakao-2022", "other-2022")
        .replace("\"KKO\"", "\"OTH\"");
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let path = directory.join("case.toml");
    std::fs::write(&path, text).expect("writable");
    path.to_string_lossy().into_owned()
}

#[test]
fn a_case_file_is_taken_whole_or_refused_with_every_fault() {
    let database = database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let create = |replacements: &[(&str, &str)]| {
        database.cli(&["case", "create", &case_file(directory.path(), replacements)])
    };
    let before = database.intact();
    let faulty = create(&[
        ("other-2022", "Other 2022"),
        ("\"OTH\"", "\"o\""),
        ("2022-10-20T23:00:00+09:00", "2022-10-14T23:00:00+09:00"),
        ("code = \"alimtalk\"", "code = \"talk-channel\""),
        ("\"+60d\"", "\"soon\""),
        ("item = \"mandate\"", "item = \"participation\""),
    ]);
    refused(
        &faulty,
        &[
            "code:",
            "number_prefix:",
            "incident_until:",
            "services[1].code:",
            "intake_closes:",
            "consents:",
        ],
    );
    let whole = include_str!("../src/demo/kakao.toml");
    let text = whole
        .split("text = { ko = \"\"\"")
        .nth(1)
        .and_then(|rest| rest.split("\"\"\"").next())
        .expect("a consent text");
    let silent = create(&[
        (
            "ko = \"카카오 서비스 장애 손해배상 청구 (2022년 10월)\"",
            "ko = \" \"",
        ),
        ("en = \"Kakao Corp.\"", "en = \"Kakao\\u0000\""),
        (
            "en = \"Alimtalk (order, delivery and waiting-list notices)\"",
            "en = \"\"",
        ),
        ("version = 1", "version = 0"),
        (text, "\n"),
        (
            "title = { ko = \"소송위임 (제1심)\"",
            "title = { ko = \"\\uFEFF\"",
        ),
    ]);
    let named = [
        "title.ko:",
        "defendant.en:",
        "services[1].name.en:",
        "consents[0].version:",
        "consents[0].text.ko:",
        "consents[1].title.ko:",
    ];
    refused(&silent, &named);
    assert_eq!(
        complaint(&silent)
            .lines()
            .filter(|line| line.contains(": "))
            .count(),
        named.len(),
        "{}",
        complaint(&silent)
    );
    refused(
        &create(&[("number_prefix", "number_prefx")]),
        &["case.toml", "number_prefx"],
    );
    refused(
        &create(&[("limitation_on = 2025-10-15", "limitation_on = 2025-13-15")]),
        &["case.toml"],
    );
    refused(
        &database.cli(&["case", "create", "/nonexistent/case.toml"]),
        &["/nonexistent/case.toml", "No such file"],
    );
    assert_eq!(database.intact(), before, "a refused file leaves nothing");

    let made = create(&[]);
    assert!(made.status.success(), "{}", complaint(&made));
    assert!(database.cli_ok(&["case", "list"]).contains("other-2022"));
    refused(
        &create(&[]),
        &["A case with this code or number prefix exists already"],
    );
    database.intact();
}

#[test]
fn staff_are_assigned_once_and_texts_get_versions() {
    let database = database();
    database.cli_ok(&[
        "account",
        "create",
        "--role",
        "lawyer",
        "--email",
        "kim@example.com",
        "--name",
        "김변호",
    ]);
    database.cli_ok(&["case", "assign", CASE, "kim@example.com"]);
    refused(
        &database.cli(&["case", "assign", CASE, "kim@example.com"]),
        &["assigned to this case already"],
    );
    refused(
        &database.cli(&["case", "assign", "no-case", "kim@example.com"]),
        &["case: No case has this code"],
    );
    refused(
        &database.cli(&["hold", "release", CASE]),
        &["what: No hold of its own"],
    );
    refused(
        &database.cli(&[
            "hold",
            "set",
            "no-case",
            "--reason",
            "because a court asked for it",
        ]),
        &["what: No case has this code"],
    );
    // a number whose check character is wrong is no code of a case
    for number in ["KKO-000001-A", "kko-000001-a", "KKO-000001"] {
        let said = database.cli(&[
            "hold",
            "set",
            number,
            "--reason",
            "because a court asked for it",
        ]);
        refused(&said, &["what: No claim has this number"]);
    }
    refused(
        &database.cli(&["erase", "claim", "KKO-000001-T"]),
        &["number: No claim has this number"],
    );
    refused(
        &database.cli(&["case", "assign", CASE, "lee@example.com"]),
        &["No staff account"],
    );
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = |name: &str| directory.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("ko"), "새 위임 내용").expect("writable");
    std::fs::write(path("en"), "new mandate").expect("writable");
    let revise = |item: &str| {
        database.cli(&[
            "case",
            "revise",
            CASE,
            item,
            "--ko",
            &path("ko"),
            "--en",
            &path("en"),
        ])
    };
    // all that would be left of it is the log's key
    std::fs::write(path("nothing"), "\n").expect("writable");
    let silent = [
        "case",
        "revise",
        CASE,
        "mandate",
        "--ko",
        &path("ko"),
        "--en",
        &path("nothing"),
    ];
    refused(&database.cli(&silent), &["en: This cannot be empty"]);
    let revised = revise("mandate");
    assert_eq!(
        String::from_utf8_lossy(&revised.stdout),
        "mandate is now version 2\n",
        "{}",
        complaint(&revised)
    );
    assert_eq!(revise("nonsense").status.code(), Some(2));
    database.intact();
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
        assert_eq!(claimant.get(&format!("/api/v1/claims/{made}")).status, 200);
        assert_eq!(
            claimant
                .post(&format!("/api/v1/claims/{made}/withdrawal"), json!({}))
                .status,
            204
        );
    }
    app.database.intact();
}
