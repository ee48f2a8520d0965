//! `verify`: an exported log, offline, or the live database.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::note::Vkey;
use crate::audit::format::policy::Policy;
use crate::audit::verify::line::Noted;
use crate::audit::verify::report::{Head, Report, Verdict};
use crate::audit::verify::{file, live, time_bounds};
use crate::cli::{migrated, receipt};
use crate::config::DatabaseSettings;
use crate::disclosures;
use crate::error::Error;

/// `verify`.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct VerifyArgs {
    #[command(subcommand)]
    command: Option<VerifyCommand>,
    /// An export of the log
    file: Option<PathBuf>,
    /// A head noted earlier, as SIZE:HASH
    #[arg(long, value_name = "SIZE:HASH")]
    head: Option<Head>,
    /// The log's key: NAME+ID+KEY, as `key show` prints it and consent texts give its fingerprint
    #[arg(long, requires = "checkpoint")]
    vkey: Option<Vkey>,
    /// A signed checkpoint that the log must lead to; may be given several times
    #[arg(long, value_name = "FILE", requires = "vkey")]
    checkpoint: Vec<PathBuf>,
    /// A policy (c2sp.org/tlog-policy) that each checkpoint must satisfy: whose cosignatures count, and how many
    #[arg(long, value_name = "FILE", requires = "checkpoint")]
    policy: Option<PathBuf>,
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
pub enum VerifyCommand {
    /// Verify a receipt offline, and say what was done, when and by whom
    Receipt(receipt::Receipt),
}

/// Exit codes: 0 intact, 1 tampered.
///
/// # Errors
/// Whatever keeps it from verifying: exit code 2.
pub fn run(args: &VerifyArgs) -> Result<ExitCode, Error> {
    match &args.command {
        Some(VerifyCommand::Receipt(receipt)) => receipt::verify(receipt),
        None => verify_log(args),
    }
}

fn verify_log(args: &VerifyArgs) -> Result<ExitCode, Error> {
    let bar = |length: u64, template: &str| {
        let bar = if std::io::stderr().is_terminal() && !args.json {
            indicatif::ProgressBar::new(length)
        } else {
            indicatif::ProgressBar::hidden()
        };
        bar.with_style(
            indicatif::ProgressStyle::with_template(template)
                .unwrap_or_else(|_| indicatif::ProgressStyle::default_bar()),
        )
    };
    let policy = args.policy.as_deref().map(read_policy).transpose()?;
    let read = |file: &PathBuf| read_checkpoint(file, args.vkey.as_ref(), policy.as_ref());
    let checkpoints = args
        .checkpoint
        .iter()
        .map(read)
        .collect::<Result<Vec<_>, _>>()?;
    let noted = Noted {
        head: args.head,
        checkpoints: &checkpoints,
    };
    let mut bracket = None;
    let mut report = match &args.file {
        Some(file) => {
            if args.entry.is_some() && args.payloads.is_none() {
                return Err(Error::internal(
                    "--entry needs --payloads: the time stamps are in there",
                ));
            }
            let length = std::fs::metadata(file)
                .map_err(|e| Error::internal(format!("{}: {e}", file.display())))?
                .len();
            let bar = bar(length, "{bar:40} {bytes}/{total_bytes} {eta}");
            let report = file::file(file, noted, args.payloads.as_deref(), &|bytes| {
                bar.inc(bytes)
            })
            .map_err(Error::internal)?;
            bar.finish_and_clear();
            if let (Some(entry), Some(payloads), Verdict::Intact) =
                (args.entry, &args.payloads, report.verdict)
            {
                bracket = Some(
                    time_bounds::file(file, payloads, report.size, entry)
                        .map_err(Error::internal)?,
                );
            }
            report
        }
        None => {
            let mut conn = migrated(&args.database)?;
            let bar = bar(0, "{spinner} {pos} entries, {per_sec}");
            let report = live::database(&mut conn, noted, &[disclosures::members], &|entries| {
                bar.inc(entries)
            })?;
            bar.finish_and_clear();
            if let (Some(entry), Verdict::Intact) = (args.entry, report.verdict) {
                bracket = Some(live::time_bounds(&mut conn, entry)?);
            }
            report
        }
    };
    let bracket = bracket.map(|(mut bracket, findings)| {
        report.add(findings);
        report.add(bracket.hear());
        bracket
    });
    if let (Some(bracket), Some(directory)) = (&bracket, &args.stamps) {
        bracket
            .write(directory)
            .map_err(|e| Error::internal(format!("{}: {e}", directory.display())))?;
    }
    report.bracket = bracket.map(|bracket| bracket.shown(args.stamps.as_deref()));
    print_report(&report, args.json)?;
    Ok(if report.verdict == Verdict::Intact {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Whose signatures count beside the log's.
pub fn read_policy(file: &Path) -> Result<Policy, Error> {
    let read = std::fs::read_to_string(file)
        .map_err(|e| e.to_string())
        .and_then(|text| text.parse::<Policy>());
    read.map_err(|fault| Error::internal(format!("{}: {fault}", file.display())))
}

/// A checkpoint whose signature holds, and those that the policy asks for.
fn read_checkpoint(
    file: &Path,
    vkey: Option<&Vkey>,
    policy: Option<&Policy>,
) -> Result<Checkpoint, Error> {
    let vkey = vkey.ok_or_else(|| Error::internal("--checkpoint needs --vkey"))?;
    let read = std::fs::read_to_string(file)
        .map_err(|e| e.to_string())
        .and_then(|note| {
            let (checkpoint, note) = Checkpoint::verified(&note, vkey)?;
            policy.map(|policy| policy.satisfied(&note)).transpose()?;
            Ok(checkpoint)
        });
    read.map_err(|fault| Error::internal(format!("{}: {fault}", file.display())))
}

fn print_report(report: &Report, json: bool) -> Result<(), Error> {
    if json {
        println!(
            "{}",
            serde_json::to_string(report).map_err(Error::internal)?
        );
        return Ok(());
    }
    if report.verdict == Verdict::Intact {
        println!(
            "intact: {} entries, head {}:{}",
            report.size, report.size, report.hash
        );
    }
    for finding in &report.findings {
        let verdict = serde_json::to_value(finding.verdict).map_err(Error::internal)?;
        let place = match (finding.at, &finding.table, &finding.key) {
            (Some(at), _, _) => format!(" at {at}"),
            (None, Some(table), Some(key)) => format!(" in {table} {key}"),
            _ => String::new(),
        };
        println!(
            "{}{place}: {}",
            verdict.as_str().unwrap_or_default(),
            finding.what
        );
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
