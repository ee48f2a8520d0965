//! Publishing: new entries are read back from the disk, hashed again, added to the tree, and the
//! tree is signed. The steps stand in this order, so that a crash between two of them leaves
//! nothing that the next start does not mend, and never two signatures that contradict each other:
//!
//! 1. tiles: nobody asks for them before a checkpoint needs them; written again they are the same
//! 2. rewind guard: from here on no other history can be signed
//! 3. checkpoint: signed and put where everybody reads it

mod begun;
mod files;
pub mod guard;
mod health;
pub mod published;
mod publisher;
mod run;
pub mod store;

use std::io;
use std::path::PathBuf;

use crate::audit::format::checkpoint::Checkpoint;
use crate::db::Db;
use crate::error::Error;
pub use begun::vouch;
pub use files::bundle;
use guard::Guard;
pub use health::Health;
pub use publisher::{Moment, Publisher};
pub use run::Publishing;
use store::Store;

/// Entries that are read at a time, so that a publication needs little memory; what is left follows
/// at once.
const BATCH: i64 = 2_000;

/// Where the published log lies.
#[derive(Clone)]
pub struct Destination {
    /// Directory of checkpoint and tiles.
    pub log: PathBuf,
    /// File of the rewind guard.
    pub guard: PathBuf,
    /// Whether bundles of entries are published too.
    pub public_entries: bool,
}

/// What was signed last: what the guard says, or else the published checkpoint; none where nothing
/// was.
pub fn signed_last(destination: &Destination) -> io::Result<Option<Checkpoint>> {
    match Guard::read(&destination.guard)? {
        Some(signed) => Ok(Some(signed.checkpoint)),
        None => Store::new(&destination.log).published(),
    }
}

/// Puts on record that the log is published under that name, and begins its guard file, where this
/// is the first time; another process that publishes does so itself.
///
/// # Errors
/// `Fault` where the guard file cannot be written, or the database does not answer.
pub fn begin(db: &Db, destination: &Destination, origin: &str) -> Result<(), Refusal> {
    match Guard::take(&destination.guard)? {
        Some(guard) => begun::record(db, &guard, &Store::new(&destination.log), origin),
        None => Ok(()),
    }
}

/// Why nothing is published.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// The database is not the one that was signed: nothing more is signed until somebody decides.
    /// Everybody may know why, so it names no path.
    Rewound(String),
    /// Something that may pass, in the words of the machine or of PostgreSQL, which are for the
    /// operator.
    Fault(String),
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(error.to_string())
    }
}

impl From<diesel::result::Error> for Refusal {
    fn from(error: diesel::result::Error) -> Self {
        Self::Fault(format!("{:?}", Error::from(error)))
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Fault(format!("{error:?}"))
    }
}
