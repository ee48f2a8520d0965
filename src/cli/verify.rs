//! `verify`: an exported log, offline, or the live database.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};

use crate::action::Action;
use crate::audit::asked;
use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::note::Vkey;
use crate::audit::format::policy::Policy;
use crate::audit::verify::line::Noted;
use crate::audit::verify::report::{Finding, Head, Report, Verdict};
use crate::audit::verify::time_bounds::TimeBounds;
use crate::audit::verify::{file, input, live, time_bounds};
use crate::claims::members;
use crate::cli::records::Records;
use crate::cli::{migrated, out, receipt};
use crate::config::DatabaseSettings;
use crate::db::Ticket;
use crate::error::Error;

/// `verify`.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct VerifyArgs {
    #[command(subcommand)]
    command: Option<VerifyCommand>,
    /// An export of the log; `-` is standard input
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
    /// A policy (c2sp.org/tlog-policy) that each checkpoint must satisfy: whose cosignatures count,
    /// and how many
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
    /// Verify the live database where an auditor asked for it, and keep the verdict; run it every
    /// minute
    Asked {
        #[command(flatten)]
        records: Box<Records>,
    },
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
        Some(VerifyCommand::Asked { records }) => verify_asked(records),
        None => verify_log(args),
    }
}

/// A report, and where an entry was asked for and all else holds, its time bounds with what does
/// not fit about them.
type Verified = (Report, Option<(TimeBounds, Vec<Finding>)>);

fn verify_log(args: &VerifyArgs) -> Result<ExitCode, Error> {
    let policy = args.policy.as_deref().map(read_policy).transpose()?;
    let read = |file: &PathBuf| read_checkpoint(file, args.vkey.as_ref(), policy.as_ref());
    let checkpoints: Vec<Checkpoint> =
        args.checkpoint.iter().map(read).collect::<Result<_, _>>()?;
    let noted = Noted {
        head: args.head,
        checkpoints: &checkpoints,
    };
    let (mut report, bounds) = match &args.file {
        Some(file) => verify_file(args, file, noted)?,
        None => verify_database(args, noted)?,
    };
    if let Some((mut bounds, findings)) = bounds {
        report.add(findings);
        report.add(bounds.read_times());
        if let Some(directory) = &args.stamps {
            bounds.write(directory).map_err(Error::of_file(directory))?;
        }
        report.time_bounds = Some(bounds.sides(args.stamps.as_deref()));
    }
    print_report(&report, args.json)?;
    Ok(if report.verdict == Verdict::Intact {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs what an auditor asked for. Where nobody did, there is nothing to say.
fn verify_asked(records: &Records) -> Result<ExitCode, Error> {
    let (db, ticket) = (records.open()?, Ticket::operator());
    let Some(id) = db.write_now(&ticket, Action::VerifyEnd, asked::begin)? else {
        return Ok(ExitCode::SUCCESS);
    };
    let mut conn = migrated(&records.database)?;
    let checks = [members::differing as live::Check];
    let verified = live::database(&mut conn, Noted::default(), &checks, &|_| {});
    db.write_now(&ticket, Action::VerifyEnd, |w| asked::end(w, id, &verified))?;
    let report = verified?;
    print_report(&report, false)?;
    Ok(if report.verdict == Verdict::Intact {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn verify_file(args: &VerifyArgs, file: &Path, noted: Noted) -> Result<Verified, Error> {
    if args.entry.is_some() && args.payloads.is_none() {
        return Err(Error::operator(
            "--entry needs --payloads: the time stamps are in there",
        ));
    }
    let open = |path: &Path| input::open(path).map_err(Error::of_file(path));
    let log = open(file)?;
    let length = log.metadata().map_err(Error::of_file(file))?.len();
    let bar = progress_bar(args, length, "{bar:40} {bytes}/{total_bytes} {eta}");
    let payloads = args.payloads.as_deref().map(open).transpose()?;
    let report = file::file(&log, noted, payloads.as_ref(), &|bytes| bar.inc(bytes))
        .map_err(Error::of_file(file))?;
    bar.finish_and_clear();
    let bounds = match (args.entry, &payloads, report.verdict) {
        (Some(entry), Some(payloads), Verdict::Intact) => {
            let bounds = time_bounds::file(&log, payloads, report.size, entry);
            Some(bounds.map_err(Error::internal)?)
        }
        _ => None,
    };
    Ok((report, bounds))
}

fn verify_database(args: &VerifyArgs, noted: Noted) -> Result<Verified, Error> {
    let mut conn = migrated(&args.database)?;
    let bar = progress_bar(args, 0, "{spinner} {pos} entries, {per_sec}");
    let checks = [members::differing as live::Check];
    let report = live::database(&mut conn, noted, &checks, &|entries| bar.inc(entries))?;
    bar.finish_and_clear();
    let bounds = match (args.entry, report.verdict) {
        (Some(entry), Verdict::Intact) => Some(live::time_bounds(&mut conn, entry)?),
        _ => None,
    };
    Ok((report, bounds))
}

fn progress_bar(args: &VerifyArgs, length: u64, template: &str) -> ProgressBar {
    let bar = if std::io::stderr().is_terminal() && !args.json {
        ProgressBar::new(length)
    } else {
        ProgressBar::hidden()
    };
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Whose signatures count beside the log's.
pub fn read_policy(file: &Path) -> Result<Policy, Error> {
    let read = read_text(file).and_then(|text| text.parse::<Policy>());
    read.map_err(Error::of_file(file))
}

/// A checkpoint whose signature holds, and those that the policy asks for.
fn read_checkpoint(
    file: &Path,
    vkey: Option<&Vkey>,
    policy: Option<&Policy>,
) -> Result<Checkpoint, Error> {
    let vkey = vkey.ok_or_else(|| Error::operator("--checkpoint needs --vkey"))?;
    let read = read_text(file).and_then(|note| {
        let (checkpoint, note) = Checkpoint::verified(&note, vkey)?;
        policy.map(|policy| policy.satisfied(&note)).transpose()?;
        Ok(checkpoint)
    });
    read.map_err(Error::of_file(file))
}

/// The text of a small file.
fn read_text(file: &Path) -> Result<String, String> {
    let bytes = input::read(file).map_err(|e| e.to_string())?;
    if bytes.is_empty() {
        return Err("the file is empty".into());
    }
    String::from_utf8(bytes).map_err(|_| "this is not a text in UTF-8".into())
}

fn print_report(report: &Report, json: bool) -> Result<(), Error> {
    if json {
        return out::line(serde_json::to_string(report).map_err(Error::internal)?);
    }
    if report.verdict == Verdict::Intact {
        out::line(format_args!(
            "intact: {} entries, head {}:{}",
            report.size, report.size, report.hash
        ))?;
    }
    for finding in &report.findings {
        let verdict = serde_json::to_value(finding.verdict).map_err(Error::internal)?;
        let place = match (finding.at, &finding.table, &finding.key) {
            (Some(at), _, _) => format!(" at {at}"),
            (None, Some(table), Some(key)) => format!(" in {table} {key}"),
            _ => String::new(),
        };
        out::line(format_args!(
            "{}{place}: {}",
            verdict.as_str().unwrap_or_default(),
            finding.what
        ))?;
    }
    for note in &report.notes {
        out::line(format_args!("note: {note}"))?;
    }
    if let Some(bounds) = &report.time_bounds {
        out::text(bounds)?;
    }
    out::line(format_args!("not proven: {}", report.not_proven.join("; ")))
}
