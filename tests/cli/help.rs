//! What explains the command line: help, completions, the manual page.

use std::process::Command;

use claimant_registry::cli::Cli;
use clap::CommandFactory;

use crate::cli::{complaint, database, on, run};
use crate::harness::cluster::KEYS;

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
    let script = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(script.path(), text.as_bytes()).expect("writable");
    let checked = Command::new("bash")
        .arg("-n")
        .arg(script.path())
        .output()
        .expect("bash is there");
    assert!(checked.status.success(), "{}", complaint(&checked));
    let man = run(&["man"], &[]);
    assert!(
        man.status.success()
            && String::from_utf8_lossy(&man.stdout).contains(".TH claimant-registry")
    );
}
