//! The rewind guard, from the operator's side.

use clap::Subcommand;

use crate::audit::publish;
use crate::cli::out;
use crate::cli::records::Records;
use crate::config::TreeSettings;
use crate::error::Error;

#[derive(Subcommand)]
pub enum GuardCommand {
    /// Begin the guard file of a log of which nothing was ever given away, where the database says
    /// that it was published; `serve` begins that of a new log by itself
    Begin {
        #[command(flatten)]
        records: Records,
        #[command(flatten)]
        tree: TreeSettings,
    },
}

pub fn guard(command: GuardCommand) -> Result<(), Error> {
    let GuardCommand::Begin { records, tree } = command;
    let destination = tree.destination();
    publish::vouch(&records.open()?, &destination)?;
    out::told(
        "told-guard",
        &[("file", destination.guard.display().to_string())],
    )
}
