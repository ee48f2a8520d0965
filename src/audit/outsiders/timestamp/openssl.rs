//! The program `openssl`, which makes the queries and verifies the answers. Whoever checks a stamp
//! later uses it too, or another implementation of the standard; a parser of certificates of our
//! own would be one more thing to trust.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

/// A call of `openssl` is over after so long; as a rule it takes milliseconds.
const LIMIT: Duration = Duration::from_secs(10);

/// Why `openssl` does not help.
pub(super) enum Unhelpful {
    /// It could not be run.
    Absent(String),
    /// The reason that it gives.
    Refuses(String),
}

impl From<Unhelpful> for String {
    fn from(why: Unhelpful) -> Self {
        match why {
            Unhelpful::Absent(why) | Unhelpful::Refuses(why) => why,
        }
    }
}

/// Runs a program to its end, or kills it. What it prints has to fit into a pipe.
fn output_within(command: &mut Command, limit: Duration) -> io::Result<Output> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let until = Instant::now() + limit;
    while child.try_wait()?.is_none() {
        if Instant::now() >= until {
            child.kill()?;
            child.wait()?;
            return Err(io::Error::new(
                io::ErrorKind::TimedOut,
                format!("it did not end within {limit:?}"),
            ));
        }
        thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output()
}

/// Runs `openssl ts`; what it printed.
pub(super) fn openssl<'a>(
    directory: &Path,
    args: impl IntoIterator<Item = &'a str>,
) -> Result<String, Unhelpful> {
    let output = output_within(
        Command::new("openssl")
            .arg("ts")
            .args(args)
            .current_dir(directory),
        LIMIT,
    );
    let output =
        output.map_err(|error| Unhelpful::Absent(format!("openssl cannot be run: {error}")))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    // lines like
    // `40…:error:17800067:time stamp routines:ts_check_imprints:message imprint mismatch:…`
    let said = String::from_utf8_lossy(&output.stderr);
    let reason = |line: &str| {
        let reason = line.split(':').nth(5)?;
        let more = line
            .split_once("Verify error:")
            .map(|(_, why)| format!(" ({why})"))
            .unwrap_or_default();
        Some(format!("{reason}{more}"))
    };
    let reasons = said
        .lines()
        .filter(|line| line.contains(":error:"))
        .filter_map(reason)
        .collect::<Vec<_>>()
        .join(", ");
    Err(Unhelpful::Refuses(if reasons.is_empty() {
        "openssl refuses it".into()
    } else {
        reasons
    }))
}

/// The time in the answer that lies in the file `reply`. The token is taken out of it first: only
/// what it says is signed, and the text of the status beside it may read like another time.
pub(super) fn time_of(directory: &Path) -> Result<DateTime<Utc>, Unhelpful> {
    let token_out = "-reply -in reply -token_out -out token";
    openssl(directory, token_out.split(' '))?;
    let text = openssl(directory, "-reply -in token -token_in -text".split(' '))?;
    time_in(&text).ok_or_else(|| Unhelpful::Refuses("the time in the stamp cannot be read".into()))
}

/// The time that the token in an authority's answer says, or why it says none; nothing where
/// `openssl` cannot be run. Who signed the token is not looked at.
pub fn time_of_answer(answer: &[u8]) -> Option<Result<DateTime<Utc>, String>> {
    let directory = tempfile::tempdir().ok()?;
    fs::write(directory.path().join("reply"), answer).ok()?;
    match time_of(directory.path()) {
        Ok(time) => Some(Ok(time)),
        Err(Unhelpful::Refuses(why)) => Some(Err(why)),
        Err(Unhelpful::Absent(_)) => None,
    }
}

/// The time in a stamp, out of what `openssl ts -reply -text` prints of a token; to the
/// microsecond, as the database keeps it.
fn time_in(text: &str) -> Option<DateTime<Utc>> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("Time stamp: "))?
        .strip_suffix(" GMT")?;
    Some(
        NaiveDateTime::parse_from_str(line, "%b %e %H:%M:%S%.f %Y")
            .ok()?
            .and_utc()
            .trunc_subsecs(6),
    )
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::{output_within, time_in};

    #[test]
    fn a_program_that_hangs_is_killed() {
        let begun = Instant::now();
        let hangs = output_within(Command::new("sleep").arg("60"), Duration::from_millis(50));
        assert!(
            hangs.is_err_and(|error| error.to_string().contains("within 50ms"))
                && begun.elapsed() < Duration::from_secs(30)
        );
        let said = output_within(Command::new("echo").arg("here"), Duration::from_secs(30))
            .expect("it is there");
        assert_eq!(
            (said.status.success(), said.stdout.as_slice()),
            (true, &b"here\n"[..])
        );
    }

    #[test]
    fn the_time_is_read_as_openssl_prints_it() {
        let time = |line: &str| {
            time_in(&format!("Status info:\n{line}\nAccuracy: unspecified\n"))
                .map(|time| time.to_rfc3339())
        };
        assert_eq!(
            time("Time stamp: Nov 24 16:35:11 2026 GMT").as_deref(),
            Some("2026-11-24T16:35:11+00:00")
        );
        assert_eq!(
            time("Time stamp: Mar  4 06:05:01.25 2026 GMT").as_deref(),
            Some("2026-03-04T06:05:01.250+00:00")
        );
        assert_eq!(
            time("Time stamp: Mar  4 06:05:01.1234567 2026 GMT").as_deref(),
            Some("2026-03-04T06:05:01.123456+00:00")
        );
        assert_eq!(time("Time stamp: unspecified"), None);
    }
}
