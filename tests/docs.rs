//! The documents against the program: every setting and command is explained, nothing is explained
//! that is not there, links lead somewhere, and the first walk of the README works as it is
//! printed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use claimant_registry::cli::Cli;
use clap::CommandFactory;

use crate::harness::server::App;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every command that does something, by its words: `account create`.
fn commands(command: &clap::Command, before: &str, all: &mut Vec<(String, clap::Command)>) {
    for sub in command
        .get_subcommands()
        .filter(|sub| sub.get_name() != "help")
    {
        let name = format!("{before}{}", sub.get_name());
        commands(sub, &format!("{name} "), all);
        // `verify` does something by itself, and has a command below it
        if !sub.is_subcommand_required_set() {
            all.push((name, sub.clone()));
        }
    }
}

/// What can be set by a variable: flag, variable and default.
fn settings() -> BTreeSet<(String, String, String)> {
    let cli = Cli::command();
    let mut all = Vec::new();
    commands(&cli, "", &mut all);
    let arguments = all
        .iter()
        .flat_map(|(_, command)| command.get_arguments())
        .chain(cli.get_arguments());
    let described = arguments.filter_map(|argument| {
        let variable = argument.get_env()?.to_string_lossy().into_owned();
        let default = argument
            .get_default_values()
            .iter()
            .map(|value| value.to_string_lossy())
            .collect::<Vec<_>>()
            .join(",");
        Some((format!("--{}", argument.get_long()?), variable, default))
    });
    described.collect()
}

/// The rows of the tables of a document, as their cells.
fn rows(text: &str) -> impl Iterator<Item = Vec<String>> {
    let rows = text.lines().filter(|line| {
        line.starts_with('|') && !line.starts_with("|---") && !line.starts_with("| |")
    });
    rows.map(|row| {
        row.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_string())
            .collect()
    })
}

/// What stands between backticks, if nothing else does.
fn code(cell: &str) -> Option<&str> {
    cell.strip_prefix('`')?.strip_suffix('`')
}

#[test]
fn every_setting_is_explained_and_no_other() {
    let text = read("docs/operating.md");
    let explained: BTreeSet<(String, String, String)> = rows(&text)
        .filter(|cells| cells.len() == 4)
        .filter_map(|cells| {
            Some((
                code(&cells[0])?.into(),
                code(&cells[1])?.into(),
                cells[2].clone(),
            ))
        })
        .collect();
    assert!(explained.len() > 20, "{explained:?}");
    assert_eq!(explained, settings());
}

#[test]
fn every_command_is_explained_and_no_other() {
    let mut all = Vec::new();
    commands(&Cli::command(), "", &mut all);
    let known: BTreeSet<String> = all.into_iter().map(|(name, _)| name).collect();
    let text = read("docs/operating.md");
    let explained: BTreeSet<String> = rows(&text)
        .filter(|cells| cells.len() == 3 && cells[0] != "command")
        .filter_map(|cells| code(&cells[0]).map(String::from))
        .filter(|name| !name.contains('…'))
        .collect();
    assert_eq!(explained, known);
}

#[test]
fn every_flag_that_the_documents_name_exists() {
    let mut all = Vec::new();
    commands(&Cli::command(), "", &mut all);
    let known: BTreeSet<String> = all
        .iter()
        .flat_map(|(_, command)| command.get_arguments())
        .filter_map(|argument| argument.get_long())
        .map(String::from)
        .collect();
    for (path, line) in [
        "README.md",
        "docs/operating.md",
        "docs/threat-model.md",
        "docs/architecture.md",
        "docs/input.md",
        "docs/performance.md",
    ]
    .iter()
    .flat_map(|path| {
        read(path)
            .lines()
            .map(|line| (*path, line.to_string()))
            .collect::<Vec<_>>()
    }) {
        for command in line.split('`').filter(|span| {
            span.starts_with("--") || span.trim_start().starts_with("claimant-registry ")
        }) {
            for word in command
                .split(|c: char| c.is_whitespace() || c == '=')
                .filter_map(|word| word.strip_prefix("--"))
            {
                assert!(
                    known.contains(word) || word == "log",
                    "{path}: --{word} is no flag: {line}"
                );
            }
        }
    }
}

#[test]
fn every_file_that_a_document_names_is_there() {
    let documents = [
        "README.md",
        "CHANGELOG.md",
        "docs/operating.md",
        "docs/architecture.md",
        "docs/input.md",
        "docs/interface.md",
        "docs/threat-model.md",
        "docs/audit-log.md",
        "docs/performance.md",
        "migrations/README.md",
    ];
    for document in documents {
        let text = read(document);
        let folder = root()
            .join(document)
            .parent()
            .map(PathBuf::from)
            .unwrap_or_default();
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() {
                root().join(document)
            } else {
                folder.join(path)
            };
            assert!(target.exists(), "{document}: {link} leads nowhere");
            if !anchor.is_empty() {
                let headings = std::fs::read_to_string(&target).unwrap_or_default();
                let found = headings
                    .lines()
                    .filter_map(|line| line.strip_prefix('#'))
                    .any(|heading| slug(heading.trim_start_matches('#').trim()) == anchor);
                assert!(found, "{document}: {link} leads to no heading");
            }
        }
        // paths in backticks: `tests/attacks.rs`, `src/audit/verify.rs`, `script/server`
        for span in text.split('`').filter(|span| {
            ["tests/", "src/", "script/", "docs/", "migrations/", "web/"]
                .iter()
                .any(|start| span.starts_with(start))
        }) {
            let path = span.split([' ', ':']).next().unwrap_or_default();
            if !path.contains(['*', '<', '{', '…']) {
                assert!(
                    root().join(path).exists(),
                    "{document}: {span} is not there"
                );
            }
        }
    }
}

/// How a heading becomes an anchor.
fn slug(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
    kept.flat_map(char::to_lowercase)
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

#[test]
fn the_changelog_says_what_is_not_released_yet() {
    assert!(read("CHANGELOG.md").contains("\n## [Unreleased]\n"));
}

#[test]
fn the_format_document_says_what_the_migration_entry_holds() {
    let database = App::start().database.clone();
    database.cli_ok(&["seal"]);
    let log = database.cli_ok(&["export", "log"]);
    let first = log
        .lines()
        .find(|line| line.contains("\"table\":\"migration\""))
        .expect("the first migration is in the log");
    let key = first
        .split("\"key\":\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default();
    let (path, digest) = key.split_once(':').expect("path and digest");
    assert!(
        root().join("migrations").join(path).exists() && digest.len() == 64,
        "{key}"
    );
    assert!(
        read("docs/audit-log.md").contains("its path below `migrations`, a colon and its SHA-256")
    );
}

/// The first walk as it is printed, with a registry that has the demonstration's people.
#[test]
fn the_first_walk_of_the_readme_works_as_printed() {
    let here = tempfile::tempdir().expect("a temporary directory");
    let mail = here.path().join("mail");
    let app = App::with(&[("MAIL_DIR", mail.to_str().expect("a path in UTF-8"))]);
    let mut accounts = String::new();
    for role in ["lawyer", "auditor"] {
        let email = format!("{role}@example.com");
        let printed = app.database.cli_ok(&[
            "account", "create", "--role", role, "--email", &email, "--name", "시험",
        ]);
        accounts += &format!("{role}  {printed}");
        app.database
            .cli_ok(&["case", "assign", crate::harness::cluster::CASE, &email]);
    }
    std::fs::write(here.path().join("demo-accounts.txt"), accounts).expect("writable");
    std::os::unix::fs::symlink(root().join("docs"), here.path().join("docs")).expect("writable");
    let readme = read("README.md");
    let walk = readme
        .split("<!-- walk")
        .nth(1)
        .expect("the walk is marked");
    let script: String = walk
        .split("```sh\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert!(script.lines().count() > 40, "{script}");
    let program = Path::new(env!("CARGO_BIN_EXE_claimant-registry"))
        .parent()
        .expect("a directory");
    let path = format!(
        "{}:{}",
        program.display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &script])
        .current_dir(here.path())
        .env("PATH", path)
        .env("PUBLIC_URL", &app.url)
        .env("DATABASE_URL", &app.database.app)
        .envs(crate::harness::cluster::KEYS.map(|(name, key)| {
            let file = here.path().join(format!("{}.key", name.to_lowercase()));
            std::fs::write(&file, key).expect("writable");
            (format!("{name}_FILE"), file)
        }))
        .env("LOG_DIR", app.database.log_dir())
        .env("TOKEN", "")
        .output()
        .expect("bash is there");
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{out}\n{err}");
    for expected in [
        "\n202\n",
        "\n201\n",
        "\n204\n",
        "\"status\": \"submitted\"",
        "This receipt holds: ",
        "What was done: a claim was submitted\n",
        "number,name,",
        "김하늘",
        "소장에 붙일 원고 목록",
        "\"oldest_pending_seconds\"",
        "\n[]\n",
    ] {
        assert!(
            format!("\n{out}").contains(expected),
            "{expected}: {out}\n{err}"
        );
    }
    // the program and the script of the walk agree on the file, and the live database agrees with
    // it
    assert_eq!(out.matches("intact: ").count(), 5, "{out}\n{err}");
    assert!(!out.contains("urn:claimant-registry:"), "a problem: {out}");
}
