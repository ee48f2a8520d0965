//! The command line: every command explains itself, refuses what is wrong in words that name the
//! remedy, and ends as it should.

mod case_files;
mod endings;
mod help;
mod in_force;
mod pipes;
mod records;
mod settings;

use std::process::{Command, Output};

use crate::harness::cluster::PROGRAM;
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

/// Runs the command on that database, with the settings of a test registry but for those replaced;
/// an empty value takes one away.
fn on(database: &Database, args: &[&str], replaced: &[(&str, &str)]) -> Output {
    database
        .command(args, replaced)
        .output()
        .expect("the program starts")
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The command fails, with every one of these words in what it says, and without a trace of a
/// panic.
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
