//! The files that a verification reads: files, and what a pipe, a FIFO or standard input brings,
//! which can be read only once. And whether they are of the form at all: a file that an editor or a
//! transfer converted is not tampered with, and nothing can be verified of it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// Bytes that are read at a time.
const READ: usize = 1 << 18;

/// Opens a file that can be read more than once and at any place: what is no file is copied into an
/// unlinked one. `-` is standard input.
pub fn open(path: &Path) -> io::Result<File> {
    if path == Path::new("-") {
        return spooled(&mut io::stdin().lock());
    }
    let mut file = File::open(path)?;
    if file.metadata()?.is_file() {
        return Ok(file);
    }
    spooled(&mut file)
}

fn spooled(from: &mut impl Read) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(from, &mut file)?;
    Ok(file)
}

/// All of a small file, likewise.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(path)
}

/// The file from its beginning.
pub(super) fn from_start(mut file: &File) -> io::Result<BufReader<&File>> {
    file.seek(SeekFrom::Start(0))?;
    Ok(BufReader::with_capacity(READ, file))
}

/// Refuses a file of which no line has one of the forms, and names what converted it where that can
/// be seen. It is asked only where the first line has none.
///
/// # Errors
/// `InvalidData` with the cause.
pub(super) fn refuse_foreign(
    file: &File,
    what: &str,
    longest: u64,
    is_line: impl Fn(&[u8]) -> bool,
) -> io::Result<()> {
    let mut lines = from_start(file)?;
    let mut line = Vec::new();
    let mut first = true;
    loop {
        line.clear();
        // of a line that has no end, a piece at a time
        if (&mut lines).take(longest).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        // an unfinished first line is the beginning of one that was cut
        if first && !line.ends_with(b"\n") {
            return Ok(());
        }
        let cause = if !first {
            None
        } else if line.starts_with(b"\xef\xbb\xbf")
            || line.starts_with(b"\xff\xfe")
            || line.starts_with(b"\xfe\xff")
        {
            Some("a byte-order mark stands before the first line")
        } else if line.ends_with(b"\r\n") {
            Some("its line ends were converted (CR LF in place of LF)")
        } else {
            None
        };
        if let Some(cause) = cause {
            return Err(invalid(format!(
                "this is not {what} as it was written: {cause}. Take the file as it was given out, transferred in binary"
            )));
        }
        if is_line(&line) {
            return Ok(());
        }
        first = false;
    }
    if first {
        return Ok(());
    }
    Err(invalid(format!(
        "this is not {what}: no line of it has the form of one"
    )))
}

fn invalid(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
