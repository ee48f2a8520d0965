//! Commands that give the log away: the export, the auditor's kit, proofs, and somebody else's
//! mirror.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use clap::{Args, Subcommand};

use crate::audit::export::{self, kit};
use crate::audit::format::note::Vkey;
use crate::audit::log_key;
use crate::audit::outsiders::witness;
use crate::audit::publish::store::Store;
use crate::audit::verify::mirror::{self, Fault};
use crate::caller::Caller;
use crate::cli::out;
use crate::cli::records::Records;
use crate::cli::{connect, database_url, migrated};
use crate::config::{DatabaseSettings, OutsiderSettings, TreeSettings};
use crate::db::{Db, Ticket};
use crate::error::Error;
use crate::input;
use crate::receipts::package;

/// Longest file of a log that is fetched: a bundle of 256 entries.
const MOST: u64 = 32 << 20;

#[derive(Subcommand)]
pub enum ExportCommand {
    /// The log: its entries, one a line, and its head line
    Log {
        #[command(flatten)]
        database: DatabaseSettings,
        /// Write into this file instead of standard output
        #[arg(long, short)]
        output: Option<PathBuf>,
        /// Write the captured row texts that the entries commit to into this file; personal data in
        /// them stays sealed
        #[arg(long, value_name = "FILE")]
        payloads: Option<PathBuf>,
    },
    /// The auditor's kit: a folder that verifies on a machine without network and registry
    Kit(Box<Kit>),
}

/// `export kit`.
#[derive(Args)]
pub struct Kit {
    #[command(flatten)]
    records: Records,
    #[command(flatten)]
    tree: TreeSettings,
    #[command(flatten)]
    outside: OutsiderSettings,
    /// The folder to make
    directory: PathBuf,
    /// Numbers of claims whose contents are opened, separated by commas; it is recorded, and the
    /// claimants see it
    #[arg(long, value_name = "NUMBER", value_delimiter = ',', requires_all = ["for", "reason"])]
    claims: Vec<String>,
    /// E-mail address of the member of staff of the case who gets them
    #[arg(long, value_name = "EMAIL")]
    r#for: Option<String>,
    /// Why, in at least 10 characters
    #[arg(long)]
    reason: Option<String>,
    /// A number in the reason that looks like a resident registration number is none
    #[arg(long)]
    no_resident_number: bool,
}

#[derive(Subcommand)]
pub enum ProofCommand {
    /// That an entry is in the log
    Inclusion {
        /// Number of the entry
        entry: u64,
        #[command(flatten)]
        of: Of,
    },
    /// That the log continues what it was at an earlier size
    Consistency {
        /// The earlier size
        size: u64,
        #[command(flatten)]
        of: Of,
    },
}

/// Of which tree.
#[derive(Args)]
pub struct Of {
    /// Its number of entries; that of the last checkpoint where left out
    #[arg(long, value_name = "SIZE")]
    of: Option<u64>,
    #[command(flatten)]
    tree: TreeSettings,
}

/// `mirror`.
#[derive(Args)]
pub struct Mirror {
    /// Address of the log: that of the registry and /log
    url: String,
    /// Directory of the mirror; made at the first visit
    directory: PathBuf,
    /// The log's key
    #[arg(long)]
    vkey: Vkey,
    /// File with a session token of an auditor, for the entries where they are not public
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// Write the mirrored entries into this file, as a log for `verify`
    #[arg(long, value_name = "FILE")]
    entries: Option<PathBuf>,
}

pub fn export(command: ExportCommand) -> Result<(), Error> {
    match command {
        ExportCommand::Log {
            database,
            output,
            payloads,
        } => export_log(&database, output.as_deref(), payloads.as_deref()),
        ExportCommand::Kit(kit) => export_kit(&kit),
    }
}

fn export_log(
    database: &DatabaseSettings,
    output: Option<&Path>,
    payloads: Option<&Path>,
) -> Result<(), Error> {
    let mut conn = migrated(database)?;
    let create = |path: &Path| {
        fs::File::create(path)
            .map(BufWriter::new)
            .map_err(Error::of_file(path))
    };
    let mut log: Box<dyn Write> = match output {
        Some(path) => Box::new(create(path)?),
        None => Box::new(BufWriter::new(std::io::stdout())),
    };
    let mut payloads = payloads.map(create).transpose()?;
    let unwritten = |error| Error::operator(format!("the export cannot be written: {error}"));
    let head = export::log::write(
        &mut conn,
        &mut log,
        payloads.as_mut().map(|file| file as &mut dyn Write),
    )?;
    log.flush().map_err(unwritten)?;
    if let Some(payloads) = &mut payloads {
        payloads.flush().map_err(unwritten)?;
    }
    // beside the log, which may be on standard output
    writeln!(
        std::io::stderr(),
        "{} entries; note the head somewhere else: {head}",
        head.size
    )
    .map_err(|error| Error::operator(format!("standard error: {error}")))
}

fn export_kit(args: &Kit) -> Result<(), Error> {
    let (db, store) = (args.records.open()?, Store::new(&args.tree.log_dir));
    if args.directory.exists() {
        return Err(Error::operator(format!(
            "{} is there already: give the name of a folder to be made",
            args.directory.display()
        )));
    }
    let written = match (&args.r#for, &args.reason) {
        (Some(email), Some(reason)) => {
            let reason = input::reason("reason", reason, args.no_resident_number)?;
            let opened = package::open(&db, email, &reason, &args.claims)?;
            opened.write(&db, &store, &args.directory, || {
                write_kit(&db, args, &store)
            })?
        }
        _ => write_kit(&db, args, &store)?,
    };
    out::line(format_args!(
        "wrote {}: {} entries are signed, {} checkpoints by others, {} time stamps; README.en.md and README.ko.md say how to verify",
        args.directory.display(),
        written.checkpoint.size,
        written.cosigned,
        written.tokens
    ))?;
    Ok(())
}

fn write_kit(db: &Db, args: &Kit, store: &Store) -> Result<kit::Written, Error> {
    let quorum = args.outside.witness_quorum.into();
    let (keys, policy) = db.read_now(&Ticket::operator(), |r| {
        Ok((log_key::all(r)?, witness::policy(r, quorum)?))
    })?;
    let mut conn = connect(database_url(args.records.database())?)?;
    kit::write(&mut conn, store, &args.directory, &keys, &policy)
}

pub fn proof(command: ProofCommand) -> Result<(), Error> {
    let (from, of, inclusion) = match command {
        ProofCommand::Inclusion { entry, of } => (entry, of, true),
        ProofCommand::Consistency { size, of } => (size, of, false),
    };
    let store = Store::new(&of.tree.log_dir);
    let read = Error::of_file(&of.tree.log_dir);
    let published = store
        .published()
        .map_err(&read)?
        .map_or(0, |checkpoint| checkpoint.size);
    let size = of.of.unwrap_or(published);
    if size > published || from > size || (inclusion && from == size) {
        return Err(Error::operator(format!(
            "the signed tree has {published} entries: there is no such proof"
        )));
    }
    let proof = if inclusion {
        store.inclusion(from, size)
    } else {
        store.consistency(from, size)
    }
    .map_err(&read)?;
    out::line(format_args!(
        "root {}",
        BASE64.encode(store.root(size).map_err(&read)?)
    ))?;
    for hash in proof {
        out::line(format_args!("{}", BASE64.encode(hash)))?;
    }
    Ok(())
}

/// `mirror`. Exit codes: 0 it continues what was seen, 1 it contradicts it, 2 the visit failed.
pub fn mirror(args: &Mirror) -> Result<ExitCode, Error> {
    match visit(args) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(Fault::Inconsistent(at, what)) => {
            let place = at.map(|at| format!(" at {at}")).unwrap_or_default();
            out::line(format_args!("inconsistent{place}: {what}"))?;
            out::line(format_args!(
                "what was shown is kept in {}: show it to others",
                args.directory.join("inconsistent").display()
            ))?;
            Ok(ExitCode::FAILURE)
        }
        Err(Fault::Unable(what)) => Err(Error::operator(what)),
    }
}

fn visit(args: &Mirror) -> Result<(), Fault> {
    let token = args
        .token_file
        .as_ref()
        .map(fs::read_to_string)
        .transpose()?;
    let (caller, store) = (
        Caller::new(Duration::from_secs(30)),
        Store::new(&args.directory),
    );
    let fetch = |path: &str| {
        let url = format!("{}/{path}", args.url.trim_end_matches('/'));
        let token = token
            .as_deref()
            .map(str::trim)
            .filter(|_| path.starts_with("tile/entries/"));
        let reply = caller
            .get(&url, token, MOST)
            .map_err(|what| format!("{path}: {what}"))?;
        match reply.status {
            200 => Ok(Some(reply.body)),
            401 | 403 | 404 => Ok(None),
            other => Err(format!("{path}: the answer is {other}")),
        }
    };
    let visit = mirror::visit(&store, &args.vkey, &fetch)?;
    let entries = if visit.entries {
        "with the entries"
    } else {
        "hashes only: the entries are not public, or the token does not do"
    };
    out::line(format_args!(
        "{} entries, {} new; root {}; {entries}",
        visit.size,
        visit.size - visit.before,
        visit.root
    ))
    .map_err(|error| Fault::Unable(error.to_string()))?;
    if let Some(path) = &args.entries {
        if !visit.entries {
            let what = "is not written: the entries are for auditors here, so give --token-file with a session token of one";
            return Err(Fault::Unable(format!("{} {what}", path.display())));
        }
        let mut log = BufWriter::new(fs::File::create(path)?);
        mirror::write_log(&store, visit.size, &mut log)?;
        log.flush()?;
    }
    Ok(())
}
