//! The command line. Each command is thin: it opens what it needs and calls a capability.

mod erasures;
mod guard;
mod keys;
mod log;
mod out;
mod receipt;
mod records;
mod serve;
mod verify;
mod witness;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use diesel::prelude::*;

use crate::audit::log_key;
use crate::audit::seal::Sealer;
use crate::config::{self, DatabaseSettings, KeySettings, LogFormat, without_empty_variables};
use crate::db::pool::{self, Pool};
use crate::db::wake::Wake;
use crate::db::{Db, IdleLimits, migrate};
use crate::error::Error;
use crate::text;
use crate::vault::Vault;

/// A class-action claimant registry with a hash-chained audit log
#[derive(Parser)]
#[command(
    name = "claimant-registry",
    version,
    after_help = "First steps: `serve --private-postgres --demo` starts a registry with a demonstration case on http://localhost:8080.\nEvery option can be given as an environment variable; docs/operating.md explains each."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    /// What is logged: error, warn, info, debug, or target=level pairs
    #[arg(long, env = "LOG", default_value = "info", global = true)]
    log: String,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the registry over HTTP
    Serve(Box<serve::Serve>),
    /// Bring the database to this program's schema, as its owner
    Migrate {
        #[command(flatten)]
        database: DatabaseSettings,
        #[command(flatten)]
        keys: KeySettings,
        /// Make the roles registry_app and registry_sealer first, where they are missing
        #[arg(long)]
        bootstrap: bool,
        /// Take the newest migration back instead
        #[arg(long, conflicts_with = "bootstrap")]
        down: bool,
    },
    /// Load the Kakao case with synthetic claims and an account for each role
    Demo {
        #[command(flatten)]
        records: records::Records,
        /// File into which the generated passwords are written
        #[arg(long, default_value = "demo-accounts.txt")]
        accounts: PathBuf,
    },
    /// Staff accounts
    Account {
        #[command(flatten)]
        records: records::Records,
        #[command(subcommand)]
        command: records::AccountCommand,
    },
    /// Settings
    Config {
        #[command(subcommand)]
        command: serve::ConfigCommand,
    },
    /// Cases
    Case {
        #[command(flatten)]
        records: records::Records,
        #[command(subcommand)]
        command: records::CaseCommand,
    },
    /// Seal what is pending now (`serve` does so all the time)
    Seal {
        #[command(flatten)]
        database: DatabaseSettings,
    },
    /// Verify an exported log or a receipt offline, or without FILE the live database
    Verify(Box<verify::VerifyArgs>),
    /// The key that signs the log; and key files
    Key {
        #[command(subcommand)]
        command: keys::KeyCommand,
    },
    /// Witnesses: outsiders that cosign the log's checkpoints
    Witness {
        #[command(flatten)]
        records: records::Records,
        #[command(subcommand)]
        command: witness::WitnessCommand,
    },
    /// Go on after a restore that lost what was signed: the log gets a new name, and the old key
    /// signs why
    Incarnation(keys::Incarnation),
    /// The file that remembers what was signed last
    Guard {
        #[command(subcommand)]
        command: guard::GuardCommand,
    },
    /// Erase claims for good
    Erase {
        #[command(subcommand)]
        command: erasures::EraseCommand,
    },
    /// Legal holds, which keep claims from being erased
    Hold {
        #[command(subcommand)]
        command: erasures::HoldCommand,
    },
    /// Export for offline verification
    Export {
        #[command(subcommand)]
        command: log::ExportCommand,
    },
    /// Proofs out of the published log
    Proof {
        #[command(subcommand)]
        command: log::ProofCommand,
    },
    /// Keep a copy of somebody's log up to date, and report whatever contradicts the visit before
    Mirror(log::Mirror),
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

impl Cli {
    /// Reads the command line and the variables.
    pub fn read() -> Result<Self, clap::Error> {
        let program = Self::command();
        let matches = without_empty_variables(program.clone()).try_get_matches()?;
        let mut cli = Self::from_arg_matches(&matches)?;
        if let Some(serve) = cli.serve() {
            serve.in_force = config::in_force(&program, &matches);
        }
        Ok(cli)
    }

    /// The settings of the server, where the command has them.
    fn serve(&mut self) -> Option<&mut serve::Serve> {
        match &mut self.command {
            Command::Serve(serve) => Some(serve),
            Command::Config {
                command: serve::ConfigCommand::Check(serve),
            } => Some(serve),
            _ => None,
        }
    }

    /// What is logged.
    pub fn log_filter(&self) -> &str {
        &self.log
    }

    /// How log lines look, where the command line says so.
    pub fn log_format(&self) -> Option<LogFormat> {
        match &self.command {
            Command::Serve(serve) => serve.server.log_format,
            _ => Some(LogFormat::Text),
        }
    }
}

/// Runs the command. Exit codes: 0 done (verify: intact), 1 failed (verify: tampered), 2 verify
/// could not verify, or wrong arguments.
pub fn run(cli: Cli) -> ExitCode {
    // a reader that has seen enough ends a command quietly; a server has other readers
    if !matches!(cli.command, Command::Serve(_)) {
        sigpipe::reset();
    }
    // what they exit with says what they found
    let found = match &cli.command {
        Command::Verify(args) => verify::run(args),
        Command::Mirror(args) => log::mirror(args),
        _ => {
            return dispatch(cli.command).map_or_else(
                |error| {
                    complain(&error);
                    ExitCode::FAILURE
                },
                |()| ExitCode::SUCCESS,
            );
        }
    };
    found.unwrap_or_else(|error| {
        complain(&error);
        ExitCode::from(2)
    })
}

/// Says what went wrong, in the operator's language.
fn complain(error: &Error) {
    let language = config::operators_language();
    let lines = match error {
        // on the command line the operator reads what otherwise only the log says
        Error::Operator(what) | Error::Internal(what) => vec![what.clone()],
        Error::Invalid(faults) => faults
            .iter()
            .map(|fault| format!("{}: {}", fault.field, text::fault(language, fault)))
            .collect(),
        other => vec![text::describe(language, other)],
    };
    for line in lines {
        // where even this cannot be written, the exit code says it
        let _ = writeln!(std::io::stderr(), "claimant-registry: {line}");
    }
}

fn dispatch(command: Command) -> Result<(), Error> {
    match command {
        Command::Serve(serve) => serve::run(*serve),
        Command::Migrate {
            database,
            keys,
            bootstrap,
            down,
        } => run_migrate(&database, &keys, bootstrap, down),
        Command::Demo { records, accounts } => records::demo(&records, &accounts),
        Command::Account { records, command } => records::account(&records, command),
        Command::Config { command } => serve::config(command),
        Command::Case { records, command } => records::case(&records, command),
        Command::Seal { database } => {
            migrate::check_role(&mut migrated(&database)?)?;
            let sealed = Sealer::connect(database_url(&database)?)?.drain()?;
            out::told("told-sealed", &[("entries", sealed.to_string())])
        }
        Command::Key { command } => keys::key(command),
        Command::Witness { records, command } => witness::witness(&records, command),
        Command::Guard { command } => guard::guard(command),
        Command::Erase { command } => erasures::erase(command),
        Command::Hold { command } => erasures::hold(command),
        Command::Incarnation(incarnation) => keys::incarnation(&incarnation),
        Command::Export { command } => log::export(command),
        Command::Proof { command } => log::proof(command),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "claimant-registry", &mut script);
            out::text(String::from_utf8_lossy(&script))
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command())
                .render(&mut page)
                .map_err(Error::operator)?;
            out::text(String::from_utf8_lossy(&page))
        }
        Command::Verify(_) | Command::Mirror(_) => unreachable!("run() handles them"),
    }
}

fn database_url(settings: &DatabaseSettings) -> Result<&str, Error> {
    let missing = "DATABASE_URL is missing: give the address of PostgreSQL, such as postgresql://registry_app@localhost/registry; for a first try, `serve --private-postgres` starts one of its own";
    let url = settings.database_url.as_deref();
    of_postgresql("DATABASE_URL", url.ok_or_else(|| Error::operator(missing))?)
}

/// What libpq takes, an address or words `host=...`; else it would complain of something else. It
/// may hold a password, so it is not repeated.
fn of_postgresql<'u>(setting: &str, url: &'u str) -> Result<&'u str, Error> {
    let url = url.trim();
    let address = ["postgresql://", "postgres://"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    let words = !url.contains("://") && url.contains('=');
    if address || words {
        return Ok(url);
    }
    Err(Error::operator(format!(
        "{setting} is no address of PostgreSQL: it begins with postgresql://, such as postgresql://registry_app@localhost/registry"
    )))
}

fn connect(url: &str) -> Result<PgConnection, Error> {
    pool::establish(url).map_err(|error| {
        Error::operator(format!(
            "PostgreSQL: {}",
            error.to_string().lines().next().unwrap_or_default()
        ))
    })
}

/// A connection to a database that has this program's schema.
fn migrated(database: &DatabaseSettings) -> Result<PgConnection, Error> {
    let mut conn = connect(database_url(database)?)?;
    migrate::check_schema(&mut conn)?;
    Ok(conn)
}

/// Opens the database with keys, after checking role, schema and keys.
fn open(
    database: &DatabaseSettings,
    keys: &KeySettings,
    idle: IdleLimits,
    wake: Wake,
) -> Result<Db, Error> {
    let url = database_url(database)?;
    let mut conn = connect(url)?;
    migrate::check_server(&mut conn)?;
    migrate::check_role(&mut conn)?;
    migrate::check_schema(&mut conn)?;
    let vault = Arc::new(Vault::new(keys.load().map_err(Error::operator)?));
    let db = Db::new(Pool::new(url, database.pool_size), vault, wake, idle);
    crate::db::keys::check(&db)?;
    log_key::ensure(&db)?;
    Ok(db)
}

fn run_migrate(
    database: &DatabaseSettings,
    keys: &KeySettings,
    bootstrap: bool,
    down: bool,
) -> Result<(), Error> {
    let missing = "MIGRATION_DATABASE_URL is missing: give the address of PostgreSQL as the owner of the tables";
    let url = database
        .migration_database_url
        .as_deref()
        .ok_or_else(|| Error::operator(missing))?;
    let url = of_postgresql("MIGRATION_DATABASE_URL", url)?;
    let mut conn = connect(url)?;
    if bootstrap {
        migrate::bootstrap(&mut conn)?;
        out::told("told-roles", &[])?;
    }
    let keys = || Ok(Vault::new(keys.load().map_err(Error::operator)?));
    if down {
        return match migrate::down(&mut conn, &keys)? {
            Some(name) => out::told("told-down", &[("name", name)]),
            None => out::told("told-nothing-down", &[]),
        };
    }
    if !bootstrap {
        migrate::check_roles(&mut conn)?;
    }
    let ran = migrate::up(&mut conn, &database.log_origin, &keys)?;
    for name in &ran {
        out::told("told-ran", &[("name", name.clone())])?;
    }
    out::told("told-up-to-date", &[])
}
