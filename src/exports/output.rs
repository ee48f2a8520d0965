//! What every kind of export file has in common: cells go in, pieces of about 64 KiB come out,
//! hashed on their way.

use std::io;

use sha2::{Digest, Sha256};

use crate::error::{Error, Unavailable};
use crate::exports::{Aborted, Sink};
use crate::input::Krw;

/// Bytes a piece.
pub(super) const CHUNK: usize = 64 * 1024;

/// One value of a row.
pub(super) enum Cell<'a> {
    /// What somebody typed, also where it consists of digits.
    Text(&'a str),
    /// Text of a form that the registry gives it: a date, a number with hyphens, a code.
    Formed(&'a str),
    Amount(Krw),
    /// Nothing.
    Missing,
}

/// One kind of file. The header is written when it begins.
pub(super) trait Table {
    /// Writes a row.
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Error>;

    /// Ends the file and yields the SHA-256 of it.
    fn finish(self: Box<Self>) -> Result<[u8; 32], Error>;
}

/// Gathers bytes into pieces.
pub(super) struct Chunks<'s> {
    sink: &'s mut dyn Sink,
    gathered: Vec<u8>,
    hash: Sha256,
}

impl<'s> Chunks<'s> {
    pub(super) fn new(sink: &'s mut dyn Sink) -> Self {
        Self {
            sink,
            gathered: Vec::with_capacity(CHUNK),
            hash: Sha256::new(),
        }
    }

    fn send(&mut self) -> io::Result<()> {
        let chunk = std::mem::replace(&mut self.gathered, Vec::with_capacity(CHUNK));
        self.hash.update(&chunk);
        self.sink.send(chunk).map_err(io::Error::other)
    }

    /// Sends what is left and yields the SHA-256 of everything.
    pub(super) fn finish(mut self) -> Result<[u8; 32], Error> {
        if !self.gathered.is_empty() {
            self.send().map_err(failed)?;
        }
        Ok(self.hash.finalize().into())
    }
}

impl io::Write for Chunks<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(CHUNK - self.gathered.len());
        self.gathered.extend_from_slice(&bytes[..taken]);
        if self.gathered.len() == CHUNK {
            self.send()?;
        }
        Ok(taken)
    }

    /// Pieces keep their size: only the end sends less.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A reader that went away is no fault of the program.
pub(super) fn failed(error: io::Error) -> Error {
    match error.get_ref() {
        Some(inner) if inner.is::<Aborted>() => Error::Unavailable(Unavailable::Aborted),
        _ => Error::internal(format!("export: {error}")),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::Write;

    /// Keeps everything, up to a number of pieces.
    #[derive(Default)]
    pub(in super::super) struct Kept {
        pub(in super::super) bytes: Vec<u8>,
        pieces: usize,
        most: Option<usize>,
    }

    impl Sink for Kept {
        fn send(&mut self, chunk: Vec<u8>) -> Result<(), Aborted> {
            if self.most == Some(self.pieces) {
                return Err(Aborted);
            }
            self.pieces += 1;
            self.bytes.extend(chunk);
            Ok(())
        }
    }

    #[test]
    fn nothing_is_lost_between_the_pieces() {
        let mut kept = Kept::default();
        let written: Vec<u8> = (0..3 * CHUNK + 5).map(|i| i as u8).collect();
        let mut out = Chunks::new(&mut kept);
        out.write_all(&written).unwrap();
        let hash = out.finish().unwrap();
        assert_eq!((kept.pieces, &kept.bytes), (4, &written));
        assert_eq!(hash, <[u8; 32]>::from(Sha256::digest(&written)));
    }

    #[test]
    fn a_reader_that_goes_away_is_no_internal_error() {
        let mut kept = Kept {
            most: Some(1),
            ..Kept::default()
        };
        let error = Chunks::new(&mut kept)
            .write_all(&[0; 2 * CHUNK])
            .unwrap_err();
        assert!(matches!(
            failed(error),
            Error::Unavailable(Unavailable::Aborted)
        ));
    }
}
