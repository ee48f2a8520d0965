//! The published log as files: checkpoint and tiles in a directory that any static file server can
//! serve (c2sp.org/tlog-tiles). Knows no database.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::entry::Hash;
use crate::audit::format::merkle;
use crate::audit::format::note::Note;
use crate::audit::format::tiles::{self, Reader, Tile};
use crate::files;

/// A directory with a log.
#[derive(Clone)]
pub struct Store(PathBuf);

impl Store {
    /// The log in that directory.
    pub fn new(directory: &Path) -> Self {
        Self(directory.into())
    }

    /// Where a path of the log lies.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// The signed checkpoint as it was published last; none before the first.
    pub fn checkpoint(&self) -> io::Result<Option<String>> {
        match fs::read_to_string(self.path("checkpoint")) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            other => other.map(Some),
        }
    }

    /// What the last published checkpoint says; signatures are not looked at.
    ///
    /// # Errors
    /// A file that cannot be read or is no checkpoint.
    pub fn published(&self) -> io::Result<Option<Checkpoint>> {
        Ok(self.published_note()?.map(|(checkpoint, _)| checkpoint))
    }

    /// As [`Store::published`], with the note that says so: read one after the other, they may be
    /// two.
    pub fn published_note(&self) -> io::Result<Option<(Checkpoint, String)>> {
        let read = |note: String| -> Result<_, String> {
            Ok((Checkpoint::parse(&Note::parse(&note)?.text)?, note))
        };
        self.checkpoint()?
            .map(read)
            .transpose()
            .map_err(io::Error::other)
    }

    /// Whether exactly this tile or bundle is there.
    pub fn has(&self, tile: Tile) -> bool {
        self.path(&tile.path()).exists()
    }

    /// Bytes of a tile or bundle. A partial one may have given way to the full one: then its
    /// beginning is read from there.
    ///
    /// # Errors
    /// `NotFound` where neither is there.
    pub fn bytes(&self, tile: Tile) -> io::Result<Vec<u8>> {
        let exact = fs::read(self.path(&tile.path()));
        if tile.level.is_none()
            || !exact
                .as_ref()
                .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        {
            return exact;
        }
        let mut bytes = fs::read(self.path(&tile.full().path()))?;
        bytes.truncate(tile.width as usize * 32);
        Ok(bytes)
    }

    /// Hashes of a tile.
    ///
    /// # Errors
    /// As [`Store::bytes`], and `InvalidData` where the file has another length.
    pub fn hashes(&self, tile: Tile) -> io::Result<Vec<Hash>> {
        let wrong = || {
            io::Error::new(
                io::ErrorKind::InvalidData,
                format!("{} has not {} hashes", tile.path(), tile.width),
            )
        };
        tiles::from_bytes(&self.bytes(tile)?, tile.width).ok_or_else(wrong)
    }

    /// The leaf at that place of the tree of that size; none beyond its end.
    pub fn leaf(&self, index: u64, size: u64) -> io::Result<Option<Hash>> {
        let Some(tile) = Tile::at(Some(0), index / tiles::WIDTH, size).filter(|_| index < size)
        else {
            return Ok(None);
        };
        Ok(self
            .hashes(tile)?
            .get((index % tiles::WIDTH) as usize)
            .copied())
    }

    /// Proof that an entry is in the tree of that size.
    pub fn inclusion(&self, index: u64, size: u64) -> io::Result<Vec<Hash>> {
        merkle::inclusion(
            index,
            size,
            &mut Reader::new(size, |tile| self.hashes(tile)),
        )
    }

    /// Proof that the tree of `size` continues the one of `old`.
    pub fn consistency(&self, old: u64, size: u64) -> io::Result<Vec<Hash>> {
        merkle::consistency(old, size, &mut Reader::new(size, |tile| self.hashes(tile)))
    }

    /// Root of the tree of that size, out of its tiles.
    pub fn root(&self, size: u64) -> io::Result<Hash> {
        merkle::root_at(size, &mut Reader::new(size, |tile| self.hashes(tile)))
    }

    /// Writes a tile or bundle, and deletes the partial ones that a full one replaces.
    pub fn put(&self, tile: Tile, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(&tile.path());
        files::write(&path, bytes)?;
        let mut partial = path.into_os_string();
        partial.push(".p");
        if tile == tile.full() && Path::new(&partial).exists() {
            fs::remove_dir_all(&partial)
        } else {
            Ok(())
        }
    }
}
