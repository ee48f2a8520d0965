//! Commands that erase, and the legal holds that keep it from happening.

use clap::Subcommand;

use crate::action::Action;
use crate::cases;
use crate::claims;
use crate::claims::number::is_claim_number;
use crate::cli::out;
use crate::cli::records::Records;
use crate::config::{ErasureSettings, RetentionSettings};
use crate::db::{Read, Ticket};
use crate::erasures::holds::{self, Held};
use crate::erasures::{self, Erased};
use crate::error::Error;
use crate::input;

#[derive(Subcommand)]
pub enum EraseCommand {
    /// Erase the claim of that number, for whoever asked for it
    Claim {
        #[command(flatten)]
        records: Records,
        #[command(flatten)]
        erasures: ErasureSettings,
        /// Number of the claim, such as KKO-000123-X
        number: String,
    },
    /// Erase the claims whose retention period is over; those under a legal hold stay
    Due {
        #[command(flatten)]
        records: Records,
        #[command(flatten)]
        erasures: ErasureSettings,
        #[command(flatten)]
        retention: RetentionSettings,
    },
}

#[derive(Subcommand)]
pub enum HoldCommand {
    /// Keep a claim, or all claims of a case, from being erased
    Set {
        #[command(flatten)]
        records: Records,
        /// Code of a case, or number of a claim
        what: String,
        /// Why, in at least 10 characters; whoever is refused reads it
        #[arg(long)]
        reason: String,
        /// A number in the reason that looks like a resident registration number is none
        #[arg(long)]
        no_resident_number: bool,
    },
    /// Release the hold of a case or claim
    Release {
        #[command(flatten)]
        records: Records,
        /// Code of a case, or number of a claim
        what: String,
    },
    /// List the holds in force
    List {
        #[command(flatten)]
        records: Records,
    },
}

/// The case or claim that is meant.
fn held(r: &mut Read, what: &str) -> Result<Held, Error> {
    if is_claim_number(what) {
        return claims::by_number(r, what)
            .map(|(id, _)| Held::Claim(id))
            .map_err(|error| error.or_absent("what", "no-claim"));
    }
    // a number that was mistyped is no code of a case
    let numbered = what
        .split('-')
        .nth(1)
        .is_some_and(|drawn| drawn.len() >= 6 && drawn.bytes().all(|b| b.is_ascii_digit()));
    let code = if numbered { "no-claim" } else { "no-case" };
    cases::id(r, what)
        .map(Held::Case)
        .map_err(|error| error.or_absent("what", code))
}

fn print(erased: &Erased) -> Result<(), Error> {
    for erasure in &erased.erasures {
        out::told(
            "told-erased",
            &[
                ("kind", erasure.kind.as_str().into()),
                ("subject", erasure.subject.to_string()),
                ("id", erasure.id.to_string()),
            ],
        )?;
    }
    for export in &erased.exports {
        let taken = if export.downloads.is_empty() {
            "never taken"
        } else {
            "taken"
        };
        out::line(format_args!(
            "was in export {} of {} by {}, {taken}",
            export.id,
            export.at.format("%Y-%m-%d"),
            export.by
        ))?;
    }
    let values = [
        ("entries", erased.entries.to_string()),
        ("until", erased.backups_until.to_string()),
        ("exports", erased.exports.len().to_string()),
    ];
    let told = if erased.exports.is_empty() {
        "erasure-told"
    } else {
        "erasure-told-exports"
    };
    out::told(told, &values)
}

pub fn erase(command: EraseCommand) -> Result<(), Error> {
    let ticket = Ticket::operator();
    match command {
        EraseCommand::Claim {
            records,
            erasures,
            number,
        } => {
            let outside = erasures.list();
            let erased = records
                .open()?
                .write_now(&ticket, Action::ClaimErase, |w| {
                    erasures::numbered(w, &outside, &number)
                        .map_err(|error| error.or_absent("number", "no-claim"))
                })?;
            print(&erased)?;
        }
        EraseCommand::Due {
            records,
            erasures,
            retention,
        } => {
            let (db, outside, days) = (records.open()?, erasures.list(), retention.retention_days);
            let due = db.read_now(&ticket, |r| erasures::due(r, days))?;
            let (mut erased, mut kept) = (0, 0);
            // a transaction a claim: what one of them meets does not undo the others
            for claim in due {
                match db.write_now(&ticket, Action::ClaimErase, |w| {
                    erasures::retire(w, &outside, claim, days)
                }) {
                    Ok(true) => erased += 1,
                    Ok(false) => {}
                    Err(Error::Held(_)) => kept += 1,
                    Err(error) => return Err(error),
                }
            }
            out::told(
                "told-erased-due",
                &[("erased", erased.to_string()), ("kept", kept.to_string())],
            )?;
        }
    }
    Ok(())
}

pub fn hold(command: HoldCommand) -> Result<(), Error> {
    let ticket = Ticket::operator();
    match command {
        HoldCommand::Set {
            records,
            what,
            reason,
            no_resident_number,
        } => {
            let reason = input::reason("reason", &reason, no_resident_number)?;
            let id = records.open()?.write_now(&ticket, Action::HoldSet, |w| {
                let held = held(w, &what)?;
                holds::set(w, held, &reason)
            })?;
            out::told("told-held", &[("what", what), ("id", id.to_string())])?;
        }
        HoldCommand::Release { records, what } => {
            records
                .open()?
                .write_now(&ticket, Action::HoldRelease, |w| {
                    let held = held(w, &what)?;
                    holds::release(w, held).map_err(|error| error.or_absent("what", "no-hold"))
                })?;
            out::told("told-released", &[("what", what)])?;
        }
        HoldCommand::List { records } => {
            for hold in records.open()?.read_now(&ticket, holds::list)? {
                // what `hold release` takes, first
                let claim = hold
                    .claim
                    .map_or_else(|| "all claims".into(), |claim| format!("claim {claim}"));
                let what = hold.number.as_ref().unwrap_or(&hold.code);
                out::line(format_args!(
                    "{what}  since {}  {}  (hold {}, {claim} of {})",
                    hold.since.format("%Y-%m-%d"),
                    hold.reason,
                    hold.id,
                    hold.code
                ))?;
            }
        }
    }
    Ok(())
}
