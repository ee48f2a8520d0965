//! The command line. Each command is thin: it opens what it needs and calls a capability.

mod erasures;
mod keys;
mod receipt;
mod records;
mod serve;
mod witness;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, Parser, Subcommand};
use diesel::prelude::*;

use crate::audit::checkpoint::Checkpoint;
use crate::audit::note::Vkey;
use crate::audit::seal::{Sealer, Wake};
use crate::audit::verify::{self, Head, Noted, Report, Verdict};
use crate::audit::{bracket, export, identity, live};
use crate::config::{DatabaseSettings, KeySettings, LogFormat};
use crate::db::pool::Pool;
use crate::db::{Db, IdleLimits, migrate};
use crate::error::Error;
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
    Verify(Box<VerifyArgs>),
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
    /// Go on after a restore that lost what was signed: the log gets a new name, and the old key signs why
    Incarnation(keys::Incarnation),
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
        command: ExportCommand,
    },
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
struct VerifyArgs {
    #[command(subcommand)]
    command: Option<VerifyCommand>,
    /// An export of the log
    file: Option<PathBuf>,
    /// A head noted earlier, as SIZE:HASH
    #[arg(long, value_name = "SIZE:HASH")]
    head: Option<Head>,
    /// The log's key: NAME+ID+KEY, as `key show` prints it and consent texts give its fingerprint
    #[arg(long)]
    vkey: Option<Vkey>,
    /// A signed checkpoint that the log must lead to; may be given several times
    #[arg(long, value_name = "FILE", requires = "vkey")]
    checkpoint: Vec<PathBuf>,
    /// The payloads of the same export
    #[arg(long, value_name = "FILE", requires = "file")]
    payloads: Option<PathBuf>,
    /// Print the outside times between which this entry was made, as far as time stamps say
    #[arg(long, value_name = "N")]
    entry: Option<u64>,
    /// Write the two time stamps into this directory, for `openssl ts -verify`
    #[arg(long, value_name = "DIR", requires = "entry")]
    stamps: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    database: DatabaseSettings,
}

#[derive(Subcommand)]
enum VerifyCommand {
    /// Verify a receipt offline, and say what was done, when and by whom
    Receipt(receipt::Receipt),
}

#[derive(Subcommand)]
enum ExportCommand {
    /// The log: its entries, one a line, and its head line
    Log {
        #[command(flatten)]
        database: DatabaseSettings,
        /// Write into this file instead of standard output
        #[arg(long, short)]
        output: Option<PathBuf>,
        /// Write the captured row texts that the entries commit to into this file; personal data in them stays sealed
        #[arg(long, value_name = "FILE")]
        payloads: Option<PathBuf>,
    },
}

impl Cli {
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

/// Runs the command. Exit codes: 0 done (verify: intact), 1 failed (verify: tampered), 2 verify could not verify, or wrong arguments.
pub fn run(cli: Cli) -> ExitCode {
    if let Command::Verify(args) = &cli.command {
        let result = match &args.command {
            Some(VerifyCommand::Receipt(receipt)) => receipt::verify(receipt),
            None => run_verify(args),
        };
        return result.unwrap_or_else(|error| {
            complain(&error);
            ExitCode::from(2)
        });
    }
    match dispatch(cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn complain(error: &Error) {
    match error {
        // on the command line the operator reads what otherwise only the log says
        Error::Internal(what) => eprintln!("claimant-registry: {what}"),
        Error::Invalid(faults) => {
            for fault in faults {
                eprintln!("claimant-registry: {}: {}", fault.field, crate::text::fault(crate::text::Language::English, fault));
            }
        }
        other => eprintln!("claimant-registry: {other}"),
    }
}

fn dispatch(command: Command) -> Result<(), Error> {
    match command {
        Command::Serve(serve) => serve::run(*serve),
        Command::Migrate { database, bootstrap, down } => run_migrate(&database, bootstrap, down),
        Command::Demo { records, accounts } => records::demo(&records, &accounts),
        Command::Account { records, command } => records::account(&records, command),
        Command::Case { records, command } => records::case(&records, command),
        Command::Seal { database } => {
            migrate::check_role(&mut migrated(&database)?)?;
            let sealed = Sealer::connect(database_url(&database)?)?.drain()?;
            println!("sealed {sealed} entries");
            Ok(())
        }
        Command::Key { command } => keys::key(command),
        Command::Witness { records, command } => witness::witness(&records, command),
        Command::Erase { command } => erasures::erase(command),
        Command::Hold { command } => erasures::hold(command),
        Command::Incarnation(incarnation) => keys::incarnation(&incarnation),
        Command::Export { command: ExportCommand::Log { database, output, payloads } } => export_log(&database, output, payloads),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "claimant-registry", &mut std::io::stdout());
            Ok(())
        }
        Command::Man => clap_mangen::Man::new(Cli::command()).render(&mut std::io::stdout()).map_err(Error::internal),
        Command::Verify(_) => unreachable!("run() handles it"),
    }
}

fn database_url(settings: &DatabaseSettings) -> Result<&str, Error> {
    let missing = "DATABASE_URL is missing: give the address of PostgreSQL, such as postgresql://registry_app@localhost/registry";
    settings.database_url.as_deref().ok_or_else(|| Error::internal(missing))
}

fn connect(url: &str) -> Result<PgConnection, Error> {
    PgConnection::establish(url)
        .map_err(|error| Error::internal(format!("PostgreSQL: {}", error.to_string().lines().next().unwrap_or_default())))
}

/// A connection to a database that has this program's schema.
fn migrated(database: &DatabaseSettings) -> Result<PgConnection, Error> {
    let mut conn = connect(database_url(database)?)?;
    migrate::check_schema(&mut conn)?;
    Ok(conn)
}

/// Opens the database with keys, after checking role, schema and keys.
fn open(database: &DatabaseSettings, keys: &KeySettings, idle: IdleLimits, wake: Wake) -> Result<Db, Error> {
    let url = database_url(database)?;
    let mut conn = connect(url)?;
    migrate::check_server(&mut conn)?;
    migrate::check_role(&mut conn)?;
    migrate::check_schema(&mut conn)?;
    let vault = Arc::new(Vault::new(keys.load().map_err(Error::internal)?));
    let db = Db::new(Pool::new(url, database.pool_size), vault, wake, idle);
    crate::db::keys::check(&db)?;
    identity::ensure(&db)?;
    Ok(db)
}

fn run_migrate(database: &DatabaseSettings, bootstrap: bool, down: bool) -> Result<(), Error> {
    let missing = "MIGRATION_DATABASE_URL is missing: give the address of PostgreSQL as the owner of the tables";
    let url = database.migration_database_url.as_deref().ok_or_else(|| Error::internal(missing))?;
    let mut conn = connect(url)?;
    if bootstrap {
        migrate::bootstrap(&mut conn)?;
        println!("roles registry_app and registry_sealer are there");
    }
    if down {
        match migrate::down(&mut conn)? {
            Some(name) => println!("took back {name}"),
            None => println!("nothing to take back"),
        }
        return Ok(());
    }
    let ran = migrate::up(&mut conn, &database.log_origin)?;
    for name in &ran {
        println!("ran {name}");
    }
    println!("the schema is up to date");
    Ok(())
}

fn export_log(database: &DatabaseSettings, output: Option<PathBuf>, payloads: Option<PathBuf>) -> Result<(), Error> {
    let mut conn = migrated(database)?;
    let create = |path: &PathBuf| {
        std::fs::File::create(path).map(std::io::BufWriter::new).map_err(|e| Error::internal(format!("{}: {e}", path.display())))
    };
    let mut log: Box<dyn Write> = match &output {
        Some(path) => Box::new(create(path)?),
        None => Box::new(std::io::BufWriter::new(std::io::stdout())),
    };
    let mut payloads = payloads.as_ref().map(create).transpose()?;
    let head = export::write(&mut conn, &mut log, payloads.as_mut().map(|file| file as &mut dyn Write))?;
    log.flush().map_err(Error::internal)?;
    if let Some(payloads) = &mut payloads {
        payloads.flush().map_err(Error::internal)?;
    }
    eprintln!("{} entries; note the head somewhere else: {head}", head.size);
    Ok(())
}

fn run_verify(args: &VerifyArgs) -> Result<ExitCode, Error> {
    let bar = |length: u64, template: &str| {
        let bar = if std::io::stderr().is_terminal() && !args.json {
            indicatif::ProgressBar::new(length)
        } else {
            indicatif::ProgressBar::hidden()
        };
        bar.with_style(indicatif::ProgressStyle::with_template(template).unwrap_or_else(|_| indicatif::ProgressStyle::default_bar()))
    };
    let checkpoints = args.checkpoint.iter().map(|file| read_checkpoint(file, args.vkey.as_ref())).collect::<Result<Vec<_>, _>>()?;
    let noted = Noted { head: args.head, checkpoints: &checkpoints };
    let mut bracket = None;
    let mut report = match &args.file {
        Some(file) => {
            if args.entry.is_some() && args.payloads.is_none() {
                return Err(Error::internal("--entry needs --payloads: the time stamps are in there"));
            }
            let length = std::fs::metadata(file).map_err(|e| Error::internal(format!("{}: {e}", file.display())))?.len();
            let bar = bar(length, "{bar:40} {bytes}/{total_bytes} {eta}");
            let report = verify::file(file, noted, args.payloads.as_deref(), &|bytes| bar.inc(bytes)).map_err(Error::internal)?;
            bar.finish_and_clear();
            if let (Some(entry), Some(payloads), Verdict::Intact) = (args.entry, &args.payloads, report.verdict) {
                bracket = Some(bracket::file(file, payloads, report.size, entry).map_err(Error::internal)?);
            }
            report
        }
        None => {
            let mut conn = migrated(&args.database)?;
            let bar = bar(0, "{spinner} {pos} entries, {per_sec}");
            let report = live::database(&mut conn, noted, &|entries| bar.inc(entries))?;
            bar.finish_and_clear();
            if let (Some(entry), Verdict::Intact) = (args.entry, report.verdict) {
                bracket = Some(bracket::database(&mut conn, entry)?);
            }
            report
        }
    };
    let bracket = bracket.map(|(bracket, findings)| {
        report.add(findings);
        bracket
    });
    if let (Some(bracket), Some(directory)) = (&bracket, &args.stamps) {
        bracket.write(directory).map_err(|e| Error::internal(format!("{}: {e}", directory.display())))?;
    }
    report.bracket = bracket.map(|bracket| bracket.shown(args.stamps.as_deref()));
    print_report(&report, args.json)?;
    Ok(if report.verdict == Verdict::Intact { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A checkpoint whose signature holds.
fn read_checkpoint(file: &Path, vkey: Option<&Vkey>) -> Result<Checkpoint, Error> {
    let vkey = vkey.ok_or_else(|| Error::internal("--checkpoint needs --vkey"))?;
    let read = std::fs::read_to_string(file).map_err(|e| e.to_string()).and_then(|note| Checkpoint::verified(&note, vkey));
    read.map(|(checkpoint, _)| checkpoint).map_err(|fault| Error::internal(format!("{}: {fault}", file.display())))
}

fn print_report(report: &Report, json: bool) -> Result<(), Error> {
    if json {
        println!("{}", serde_json::to_string(report).map_err(Error::internal)?);
        return Ok(());
    }
    if report.verdict == Verdict::Intact {
        println!("intact: {} entries, head {}:{}", report.size, report.size, report.hash);
    }
    for finding in &report.findings {
        let verdict = serde_json::to_value(finding.verdict).map_err(Error::internal)?;
        let place = match (finding.at, &finding.table, &finding.key) {
            (Some(at), _, _) => format!(" at {at}"),
            (None, Some(table), Some(key)) => format!(" in {table} {key}"),
            _ => String::new(),
        };
        println!("{}{place}: {}", verdict.as_str().unwrap_or_default(), finding.what);
    }
    for note in &report.notes {
        println!("note: {note}");
    }
    if let Some(bracket) = &report.bracket {
        print!("{bracket}");
    }
    println!("not proven: {}", report.not_proven.join("; "));
    Ok(())
}
