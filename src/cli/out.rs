//! What commands print. Output that nobody can read is an error: a verdict on a full disk is none,
//! and a password that went nowhere would leave an account that nobody can use.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::{FileTypeExt, MetadataExt};

use crate::config;
use crate::error::Error;
use crate::text::say;

/// Prints a line.
pub fn line(text: impl Display) -> Result<(), Error> {
    self::text(format_args!("{text}\n"))
}

/// Prints a sentence in the operator's language.
pub fn told(key: &str, values: &[(&'static str, String)]) -> Result<(), Error> {
    line(say(config::operators_language(), key, values))
}

/// Prints a text as it is.
pub fn text(text: impl Display) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    write!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|error| Error::operator(format!("standard output: {error}")))
}

/// Prints a line that is shown once, such as a password, before what it is for is stored. Where
/// standard output was closed, it is the null device too.
pub fn once(text: impl Display) -> Result<(), Error> {
    let unseen = || -> io::Result<bool> {
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?).metadata()?;
        let null = std::fs::metadata("/dev/null")?;
        Ok(out.file_type().is_char_device() && out.rdev() == null.rdev())
    };
    if unseen().unwrap_or(false) {
        return Err(Error::operator(
            "standard output is closed or the null device: what is printed here is shown once, and nothing was changed",
        ));
    }
    line(text)
}
