//! Commands about the key that signs the log.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::audit::format::note::Vkey;
use crate::audit::{incarnation, log_key, publish};
use crate::cli::out;
use crate::cli::records::Records;
use crate::config::TreeSettings;
use crate::db::Ticket;
use crate::error::Error;
use crate::files::{self, Unfinished};
use crate::input;
use crate::vault::KeyRing;

#[derive(Subcommand)]
pub enum KeyCommand {
    /// Make a key file: sealing, index, token and log keys have the same form
    New {
        /// File to write; it must not exist yet
        file: PathBuf,
    },
    /// Print the key that signs the log (vkey), its fingerprint, and the keys before it
    Show {
        #[command(flatten)]
        records: Records,
    },
    /// Let a new key follow the one that signs, with a statement that the old one signs; restart
    /// `serve` afterwards
    Rotate {
        #[command(flatten)]
        records: Records,
        #[command(flatten)]
        tree: TreeSettings,
    },
}

/// `incarnation`.
#[derive(Args)]
pub struct Incarnation {
    #[command(flatten)]
    records: Records,
    #[command(flatten)]
    tree: TreeSettings,
    /// Why what was signed cannot be continued, such as a restore from a backup; it is signed and
    /// published
    #[arg(long)]
    reason: String,
    /// The newest signed checkpoint that anybody holds, where guard file and published log are gone
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
}

pub fn key(command: KeyCommand) -> Result<(), Error> {
    match command {
        KeyCommand::New { file } => {
            if file.exists() {
                return Err(Error::operator(format!(
                    "{} exists: a key is never written over",
                    file.display()
                )));
            }
            files::write_private(&file, &KeyRing::fresh_line(1)).map_err(Error::of_file(&file))?;
            out::told("told-wrote", &[("file", file.display().to_string())])
        }
        KeyCommand::Show { records } => {
            let keys = records
                .open()?
                .read_now(&Ticket::operator(), log_key::all)?;
            for (n, (vkey, succession)) in keys.iter().enumerate() {
                let state = if n + 1 == keys.len() {
                    "signs"
                } else {
                    "before"
                };
                out::line(format_args!(
                    "{vkey}\n  fingerprint {}\n  {state}",
                    vkey.fingerprint()
                ))?;
                for line in succession.lines() {
                    out::line(format_args!("  | {line}"))?;
                }
            }
            Ok(())
        }
        KeyCommand::Rotate { records, tree } => {
            let db = records.open()?;
            let signed = publish::signed_last(&tree.destination()).map_err(Error::operator)?;
            let vkey = log_key::rotate(&db, signed.as_ref(), |version| {
                add_version(&records, version)
            })?;
            told_key(&vkey)?;
            out::told("told-rotated", &[])
        }
    }
}

fn told_key(vkey: &Vkey) -> Result<(), Error> {
    out::line(format_args!("{vkey}\n  fingerprint {}", vkey.fingerprint()))
}

/// Adds a line with the next version to the key file. A crash after this leaves a line that the
/// next call uses.
fn add_version(records: &Records, version: u16) -> Result<KeyRing, Error> {
    let file = records.log_key_file().ok_or_else(|| {
        Error::operator(format!(
            "LOG_KEY is given by its value: add a line `{} <64 hexadecimal digits>` to it and call again, or use LOG_KEY_FILE",
            version + 1
        ))
    })?;
    files::append_lines(file, &KeyRing::fresh_line(version + 1), Unfinished::End)
        .map_err(Error::of_file(file))?;
    records.log_key()
}

pub fn incarnation(command: &Incarnation) -> Result<(), Error> {
    // it stands in a line of a signed statement
    let reason = input::line("reason", &command.reason, 200)?;
    input::explains("reason", &reason)?;
    let db = command.records.open()?;
    // what is to be done does not depend on whether it can be told
    let mut told = Vec::new();
    let moved = &mut |from: &Path, to: &Path| {
        told.push(format!("moved {} to {}", from.display(), to.display()));
    };
    let kept = command.checkpoint.as_deref();
    let vkey = incarnation::begin(&db, &command.tree.destination(), kept, &reason, moved)?;
    told.into_iter().try_for_each(out::line)?;
    told_key(&vkey)?;
    out::told("told-incarnation", &[])
}
