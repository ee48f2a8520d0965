//! Commands about the witnesses of the log.

use clap::Subcommand;

use crate::action::Action;
use crate::audit::log_key;
use crate::audit::outsiders::witness;
use crate::cli::out;
use crate::cli::records::Records;
use crate::config::OutsiderSettings;
use crate::db::Ticket;
use crate::error::Error;

#[derive(Subcommand)]
pub enum WitnessCommand {
    /// Ask a witness for cosignatures from now on; `serve` notices within a second
    Add {
        /// What to call it: letters, digits or - _ .
        name: String,
        /// Its key: NAME+KEYID+BASE64, of type 4
        vkey: String,
        /// Where it takes checkpoints (its submission prefix)
        url: String,
    },
    /// Ask a witness no longer
    Remove {
        /// What it is called
        name: String,
    },
    /// List the witnesses with the last checkpoint that each cosigned, or why it did not
    List,
    /// Print the log, its witnesses and the quorum as a policy file (c2sp.org/tlog-policy)
    Policy {
        #[command(flatten)]
        outside: OutsiderSettings,
    },
}

pub fn witness(records: &Records, command: WitnessCommand) -> Result<(), Error> {
    let db = records.open()?;
    let ticket = Ticket::operator();
    match command {
        WitnessCommand::Add { name, vkey, url } => {
            db.write_now(&ticket, Action::WitnessChange, |w| {
                witness::add(w, &name, &vkey, &url)
            })?;
            out::told("told-witness-added", &[("name", name)])?;
            out::line(db.read_now(&ticket, log_key::current)?)?;
        }
        WitnessCommand::Remove { name } => {
            if !db.write_now(&ticket, Action::WitnessChange, |w| {
                witness::remove(w, &name)
            })? {
                return Err(Error::operator(format!("there is no witness {name}")));
            }
            out::told("told-witness-removed", &[("name", name)])?;
        }
        WitnessCommand::List => {
            for witness in db.read_now(&ticket, witness::standing)? {
                out::line(format_args!(
                    "{} {}\n  {}",
                    witness.name, witness.url, witness.vkey
                ))?;
                if let (Some(size), Some(at)) = (witness.cosigned_size, witness.cosigned_at) {
                    out::line(format_args!(
                        "  cosigned {size} entries at {}",
                        at.format("%Y-%m-%d %H:%M:%S UTC")
                    ))?;
                }
                if let (Some(fault), Some(at)) = (witness.fault, witness.fault_at) {
                    let word = if witness.alarm { "ALARM" } else { "fault" };
                    out::line(format_args!(
                        "  {word} at {}: {fault}",
                        at.format("%Y-%m-%d %H:%M:%S UTC")
                    ))?;
                }
            }
        }
        WitnessCommand::Policy { outside } => {
            let quorum = outside.witness_quorum.into();
            out::text(db.read_now(&ticket, |r| witness::policy(r, quorum))?)?;
        }
    }
    Ok(())
}
