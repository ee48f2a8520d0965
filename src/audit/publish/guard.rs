//! The rewind guard: what was signed last, in a file outside the database's restore domain, written
//! and synced before a signature leaves. A database that was restored from a backup is behind it or
//! beside it, and is not signed.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::entry::{self, Hash};
use crate::audit::format::merkle;
use crate::files;

/// What was signed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Origin, size and root.
    pub checkpoint: Checkpoint,
    /// Hash of the last entry; zeros for an empty log. Each entry states the hash before it, so
    /// this one binds all.
    pub last: Hash,
}

impl Signed {
    /// Nothing yet, of the log of that name.
    pub fn nothing(origin: &str) -> Self {
        Self {
            checkpoint: Checkpoint {
                origin: origin.into(),
                size: 0,
                root: merkle::empty_root(),
            },
            last: [0; 32],
        }
    }
}

/// The file, held by one publisher at a time.
pub struct Guard {
    path: PathBuf,
    _lock: File,
}

impl Guard {
    /// Takes the file; none where another publisher holds it.
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut name = path.as_os_str().to_os_string();
        name.push(".lock");
        let lock = File::create(name)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self {
                path: path.into(),
                _lock: lock,
            })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// What was signed last; none before the first time.
    ///
    /// # Errors
    /// A file that cannot be read or does not have the form.
    pub fn read(path: &Path) -> io::Result<Option<Signed>> {
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            other => other?,
        };
        let parse = || {
            let (checkpoint, last) = text.strip_suffix('\n')?.rsplit_once('\n')?;
            let checkpoint = Checkpoint::parse(&format!("{checkpoint}\n")).ok()?;
            Some(Signed {
                checkpoint,
                last: entry::from_hex(last.as_bytes())?,
            })
        };
        let wrong = || {
            io::Error::new(
                io::ErrorKind::InvalidData,
                format!("{} is not what a guard file looks like", path.display()),
            )
        };
        parse().map(Some).ok_or_else(wrong)
    }

    /// What was signed last, as the file has it now.
    pub fn signed(&self) -> io::Result<Option<Signed>> {
        Self::read(&self.path)
    }

    /// Remembers what is about to be signed; it has reached the disk when this returns.
    pub fn remember(&self, signed: &Signed) -> io::Result<()> {
        files::write(
            &self.path,
            format!("{}{}\n", signed.checkpoint, hex::encode(signed.last)).as_bytes(),
        )
    }
}
