//! Commands about the key that signs the log.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::merkle;
use crate::audit::log_key;
use crate::audit::publish::guard::{Guard, Signed};
use crate::audit::publish::store::Store;
use crate::cli::records::Records;
use crate::config::TreeSettings;
use crate::db::Ticket;
use crate::error::{Error, Fault};
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
    /// Let a new key follow the one that signs, with a statement that the old one signs; restart `serve` afterwards
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
    /// Why what was signed cannot be continued, such as a restore from a backup; it is signed and published
    #[arg(long)]
    reason: String,
}

fn failed(error: std::io::Error) -> Error {
    Error::internal(error)
}

/// What was signed last: what the guard says, or else the published checkpoint; none where nothing was.
fn signed_last(tree: &TreeSettings) -> Result<Option<Checkpoint>, Error> {
    if let Some(Signed { checkpoint, .. }) = Guard::read(&tree.log_guard_file).map_err(failed)? {
        return Ok(Some(checkpoint));
    }
    Store::new(&tree.log_dir).published().map_err(failed)
}

pub fn key(command: KeyCommand) -> Result<(), Error> {
    match command {
        KeyCommand::New { file } => {
            if file.exists() {
                return Err(Error::internal(format!(
                    "{} exists: a key is never written over",
                    file.display()
                )));
            }
            files::write_private(&file, &KeyRing::fresh_line(1))
                .map_err(|e| Error::internal(format!("{}: {e}", file.display())))?;
            println!("wrote {}", file.display());
            Ok(())
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
                println!("{vkey}\n  fingerprint {}\n  {state}", vkey.fingerprint());
                for line in succession.lines() {
                    println!("  | {line}");
                }
            }
            Ok(())
        }
        KeyCommand::Rotate { records, tree } => {
            let db = records.open()?;
            let current = db.read_now(&Ticket::operator(), log_key::current)?;
            let newest = log_key::signer(&current.name, db.vault().keys().log.current().1)?;
            let ring = if *newest.vkey() == current {
                add_version(&records, db.vault().keys().log.current().0)?
            } else {
                records.log_key()?
            };
            let nothing = || Checkpoint {
                origin: String::new(),
                size: 0,
                root: merkle::empty_root(),
            };
            let vkey = log_key::rotate(
                &db,
                ring.current().1,
                &signed_last(&tree)?.unwrap_or_else(nothing),
            )?;
            println!(
                "{vkey}\n  fingerprint {}\nsigns when `serve` is started again; keep the old line in the key file until then",
                vkey.fingerprint()
            );
            Ok(())
        }
    }
}

/// Adds a line with the next version to the key file. A crash after this leaves a line that the next call uses.
fn add_version(records: &Records, version: u16) -> Result<KeyRing, Error> {
    let file = records.log_key_file().ok_or_else(|| {
        Error::internal(format!(
            "LOG_KEY is given by its value: add a line `{} <64 hexadecimal digits>` to it and call again, or use LOG_KEY_FILE",
            version + 1
        ))
    })?;
    files::append_lines(file, &KeyRing::fresh_line(version + 1), Unfinished::End)
        .map_err(|e| Error::internal(format!("{}: {e}", file.display())))?;
    records.log_key()
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(end);
    name.into()
}

pub fn incarnation(command: &Incarnation) -> Result<(), Error> {
    let reason =
        input::line("reason", &command.reason, 200).map_err(|fault| Error::Invalid(vec![fault]))?;
    if reason.chars().count() < 10 {
        return Err(Error::Invalid(vec![
            Fault::new("reason", "reason-short").with("least", 10),
        ]));
    }
    let db = command.records.open()?;
    let (log, guard) = (&command.tree.log_dir, &command.tree.log_guard_file);
    let Some(_held) = Guard::take(guard).map_err(failed)? else {
        return Err(Error::internal(
            "a registry is publishing: stop `serve` first",
        ));
    };
    let Some(signed) = signed_last(&command.tree)? else {
        let what = format!(
            "nothing was signed: neither {} nor a checkpoint in {} is there",
            guard.display(),
            log.display()
        );
        return Err(Error::internal(format!(
            "{what}; give LOG_GUARD_FILE and LOG_DIR as `serve` has them"
        )));
    };
    // what was signed stays for whoever compares, out of the way of the new incarnation
    let aside = [log, guard].map(|path| {
        (
            path,
            with_end(path, &format!(".{}", signed.origin.replace('/', "_"))),
        )
    });
    if let Some((_, taken)) = aside
        .iter()
        .find(|(path, aside)| path.exists() && aside.exists())
    {
        return Err(Error::internal(format!(
            "{} is there already: move it elsewhere, and keep it",
            taken.display()
        )));
    }
    let (name, current) = db.read_now(&Ticket::operator(), |r| {
        Ok((log_key::log(r)?, log_key::current(r)?))
    })?;
    let number = |origin: &str| log_key::incarnation(origin, &name);
    // a call that was interrupted has named the new incarnation already, and only the moving is left
    let begun = number(&current.name) > number(&signed.origin);
    let vkey = if begun {
        current
    } else {
        log_key::incarnate(&db, &signed, &reason)?
    };
    for (path, aside) in aside.iter().filter(|(path, _)| path.exists()) {
        let what = |e| {
            Error::internal(format!(
                "{}: {e}: move what is in it elsewhere, and call again",
                path.display()
            ))
        };
        std::fs::rename(path, aside).map_err(what)?;
        println!("moved {} to {}", path.display(), aside.display());
    }
    println!(
        "{vkey}\n  fingerprint {}\nsigns from now on; tell everybody who holds the old key",
        vkey.fingerprint()
    );
    Ok(())
}
