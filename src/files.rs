//! Durable files: what was written has reached the disk when a function returns, and after a crash
//! a file is there whole or as it was before.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// For everybody to read, as far as the process's umask allows.
const PUBLIC: u32 = 0o666;
/// For its owner alone.
const PRIVATE: u32 = 0o600;

/// Writes or replaces a file that others may read.
///
/// # Errors
/// Those of the file system.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, PUBLIC)
}

/// Writes or replaces a file that only its owner can read.
///
/// # Errors
/// Those of the file system.
pub fn write_private(path: &Path, text: &str) -> io::Result<()> {
    replace(path, text.as_bytes(), PRIVATE)
}

fn replace(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let directory = directory_of(path)?;
    let mut beside = path.as_os_str().to_os_string();
    beside.push(".new");
    // what an interrupted call left may have another mode
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(&beside)?;
    file.write_all(bytes)?;
    // before the rename: a name that reached the disk before its bytes would be an empty file after
    // a crash
    file.sync_all()?;
    fs::rename(&beside, path)?;
    File::open(directory)?.sync_all()
}

/// What becomes of a last line without an end, which a crash or an editor left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// It is cut off: a crash interrupted the call that appended it.
    Cut,
    /// It gets its end: somebody wrote it by hand.
    End,
}

/// Appends whole lines to a file that only its owner can read; several processes may do so at once.
///
/// # Errors
/// Those of the file system.
pub fn append_lines(path: &Path, lines: &str, unfinished: Unfinished) -> io::Result<()> {
    let directory = directory_of(path)?;
    let mut file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .mode(PRIVATE)
        .open(path)?;
    file.lock()?;
    let mut before = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut before)?;
    if before.last().is_some_and(|last| *last != b'\n') {
        match unfinished {
            Unfinished::Cut => file.set_len(
                before
                    .iter()
                    .rposition(|byte| *byte == b'\n')
                    .map_or(0, |at| at as u64 + 1),
            )?,
            Unfinished::End => file.write_all(b"\n")?,
        }
    }
    file.write_all(lines.as_bytes())?;
    file.sync_all()?;
    if before.is_empty() {
        File::open(directory)?.sync_all()
    } else {
        Ok(())
    }
}

/// The directory of a file, made where it is missing.
fn directory_of(path: &Path) -> io::Result<&Path> {
    let directory = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(directory)?;
    Ok(directory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_private_file_is_private_also_where_another_was_there() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("new/keys");
        write(&path, b"for everybody").unwrap();
        write_private(&path, "for the owner").unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(
            (mode & 0o777, fs::read_to_string(&path).unwrap().as_str()),
            (0o600, "for the owner")
        );
        assert_eq!(
            fs::read_dir(path.parent().unwrap()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn an_unfinished_line_is_cut_or_gets_its_end() {
        let directory = tempfile::tempdir().unwrap();
        for (unfinished, then) in [
            (Unfinished::Cut, "one\nthree\n"),
            (Unfinished::End, "one\ntw\nthree\n"),
        ] {
            let path = directory.path().join(format!("{}", then.len()));
            append_lines(&path, "one\n", unfinished).unwrap();
            OpenOptions::new()
                .append(true)
                .open(&path)
                .unwrap()
                .write_all(b"tw")
                .unwrap();
            append_lines(&path, "three\n", unfinished).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), then);
        }
    }
}
