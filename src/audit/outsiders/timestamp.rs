//! Time stamps (RFC 3161): authorities outside say at what time the log stood where it stands. What they say is verified,
//! kept, and becomes an entry: so each entry is later than one outside time and earlier than another.
//!
//! The program `openssl` makes the queries and verifies the answers. Whoever checks a stamp later uses it too, or another
//! implementation of the standard; a parser of certificates of our own would be one more thing to trust.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDateTime, SubsecRound, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use uuid::Uuid;

use crate::action::Action;
use crate::audit::outsiders::caller::Caller;
use crate::audit::outsiders::warnings::Warnings;
use crate::audit::outsiders::witness;
use crate::audit::publish::published::{Published, SignedCheckpoint};
use crate::db::schema::time_stamp;
use crate::db::{Db, Read, Ticket};
use crate::error::Error;

/// Within which a call is over.
const LIMIT: Duration = Duration::from_secs(20);
/// Within which `openssl` has done what it is asked; as a rule in milliseconds.
const OPENSSL: Duration = Duration::from_secs(10);
/// How often it is looked whether a stamp is due, and whether to end.
const LOOK: Duration = Duration::from_secs(1);
/// First pause after a fault; doubled with each.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// Longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// How far the time in a stamp may be from this machine's: one of the two is wrong beyond it.
const FAR: TimeDelta = TimeDelta::minutes(5);

/// Who is asked for the time.
pub struct Authority {
    /// Where.
    pub url: String,
    /// File with the certificates that its own leads to.
    pub certificates: PathBuf,
    /// How often.
    pub every: Duration,
}

impl Authority {
    /// What it is called in the log and for everybody: its address without what follows a question mark, which may be a
    /// secret.
    fn name(&self) -> &str {
        self.url.split('?').next().unwrap_or_default()
    }
}

/// Size and time of the last stamp of an authority over the log of that origin.
fn last(
    r: &mut Read,
    authority: &str,
    origin: &str,
) -> Result<Option<(i64, DateTime<Utc>)>, Error> {
    Ok(time_stamp::table
        .filter(time_stamp::authority.eq(authority))
        .filter(time_stamp::origin.eq(origin))
        .order(time_stamp::size.desc())
        .select((time_stamp::size, time_stamp::stamped_at))
        .first(r.conn())
        .optional()?)
}

/// Size, time and authority of the last stamp of all.
pub fn newest(r: &mut Read) -> Result<Option<(i64, DateTime<Utc>, String)>, Error> {
    Ok(time_stamp::table
        .order(time_stamp::stamped_at.desc())
        .select((
            time_stamp::size,
            time_stamp::stamped_at,
            time_stamp::authority,
        ))
        .first(r.conn())
        .optional()?)
}

/// The smallest stamped checkpoint of at least that many entries, and the answers of the authorities that stamped it.
///
/// # Errors
/// The database's.
pub fn first_over(
    r: &mut Read,
    origin: &str,
    size: u64,
) -> Result<(Option<u64>, Vec<Vec<u8>>), Error> {
    let over = time_stamp::table
        .filter(time_stamp::origin.eq(origin))
        .filter(time_stamp::size.ge(size as i64));
    let rows: Vec<(i64, Vec<u8>)> = over
        .order((time_stamp::size, time_stamp::id))
        .limit(20)
        .select((time_stamp::size, time_stamp::token))
        .load(r.conn())?;
    let first = rows.first().map(|(size, _)| *size);
    let tokens = rows
        .into_iter()
        .filter(|(size, _)| Some(*size) == first)
        .map(|(_, token)| token)
        .collect();
    Ok((first.and_then(|size| u64::try_from(size).ok()), tokens))
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

/// Whether that checkpoint is to be stamped: time has passed, and something has happened beside stamps. A log that stamped
/// its own stamps would never be quiet.
fn due(r: &mut Read, authority: &Authority, shown: &SignedCheckpoint) -> Result<bool, Error> {
    let (origin, size) = (&shown.checkpoint.origin, shown.checkpoint.size as i64);
    let (from, at) = last(r, authority.name(), origin)?.unwrap_or((0, DateTime::UNIX_EPOCH));
    let passed = (r.now() - at).to_std().unwrap_or_default();
    if size <= from || passed < authority.every {
        return Ok(false);
    }
    let answer: Answer = diesel::sql_query(
        "SELECT EXISTS (SELECT FROM audit_log l JOIN change c ON c.id = l.change
                        WHERE l.seq >= $1 AND l.seq < $2 AND c.table_name <> 'time_stamp') AS yes",
    )
    .bind::<BigInt, _>(from)
    .bind::<BigInt, _>(size)
    .get_result(r.conn())?;
    Ok(answer.yes)
}

/// Why `openssl` does not help.
enum Unhelpful {
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
fn openssl(directory: &Path, args: &[&str]) -> Result<String, Unhelpful> {
    let output = output_within(
        Command::new("openssl")
            .arg("ts")
            .args(args)
            .current_dir(directory),
        OPENSSL,
    );
    let output =
        output.map_err(|error| Unhelpful::Absent(format!("openssl cannot be run: {error}")))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    // lines like `40…:error:17800067:time stamp routines:ts_check_imprints:message imprint mismatch:…`
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

/// The time in the answer that lies in the file `reply`. The token is taken out of it first: only what it says is signed, and
/// the text of the status beside it may read like another time.
fn time_of(directory: &Path) -> Result<DateTime<Utc>, Unhelpful> {
    openssl(
        directory,
        &["-reply", "-in", "reply", "-token_out", "-out", "token"],
    )?;
    let text = openssl(directory, &["-reply", "-in", "token", "-token_in", "-text"])?;
    time_in(&text).ok_or_else(|| Unhelpful::Refuses("the time in the stamp cannot be read".into()))
}

/// The time that the token in an answer says, or why it says none. Nothing where `openssl` cannot be asked. Who signed the token
/// is not looked at.
pub fn told(answer: &[u8]) -> Option<Result<DateTime<Utc>, String>> {
    let directory = tempfile::tempdir().ok()?;
    fs::write(directory.path().join("reply"), answer).ok()?;
    match time_of(directory.path()) {
        Ok(time) => Some(Ok(time)),
        Err(Unhelpful::Refuses(why)) => Some(Err(why)),
        Err(Unhelpful::Absent(_)) => None,
    }
}

/// The time in a stamp, out of what `openssl ts -reply -text` prints of a token; to the microsecond, as the database keeps it.
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

/// Asks an authority for a stamp of a text and verifies it: the answer as it came, and the time in it.
///
/// # Errors
/// Why there is none: nothing is believed that `openssl` does not verify.
pub fn stamp(
    caller: &Caller,
    authority: &Authority,
    text: &str,
) -> Result<(Vec<u8>, DateTime<Utc>), String> {
    let failed = |error: std::io::Error| format!("a temporary file: {error}");
    let directory = tempfile::tempdir().map_err(failed)?;
    let at = directory.path();
    let certificates = fs::canonicalize(&authority.certificates)
        .map_err(|error| format!("TIMESTAMP_CA_FILE: {error}"))?;
    let certificates = certificates
        .to_str()
        .ok_or("TIMESTAMP_CA_FILE: not a path in UTF-8")?;
    fs::write(at.join("text"), text).map_err(failed)?;
    openssl(
        at,
        &[
            "-query", "-data", "text", "-sha256", "-cert", "-out", "query",
        ],
    )?;
    let query = fs::read(at.join("query")).map_err(failed)?;
    let reply = caller.post(&authority.url, "application/timestamp-query", &query)?;
    if reply.status != 200 || reply.kind != "application/timestamp-reply" {
        return Err(format!(
            "the authority answered {} and no time stamp",
            reply.status
        ));
    }
    fs::write(at.join("reply"), &reply.body).map_err(failed)?;
    // against the query, and so with hash, nonce and status
    openssl(
        at,
        &[
            "-verify",
            "-queryfile",
            "query",
            "-in",
            "reply",
            "-CAfile",
            certificates,
        ],
    )
    .map_err(|why| format!("the stamp does not verify: {}", String::from(why)))?;
    let time = time_of(at)?;
    if (time - Utc::now()).abs() > FAR {
        return Err(format!(
            "the stamp says {time}: the authority's clock or this machine's is wrong"
        ));
    }
    Ok((reply.body, time))
}

/// Stamps what is published where that is due; says whether it was.
fn once(
    db: &Db,
    published: &Published,
    caller: &Caller,
    authority: &Authority,
) -> Result<bool, String> {
    let Some(shown) = published
        .current()
        .filter(|shown| shown.checkpoint.size > 0)
    else {
        return Ok(false);
    };
    let database = |error: Error| format!("the database: {error}");
    if !db
        .read_now(&Ticket::program(), |r| due(r, authority, &shown))
        .map_err(database)?
    {
        return Ok(false);
    }
    let (token, time) = stamp(caller, authority, &shown.note.text)?;
    let kept = db.write_now(&Ticket::program(), Action::TimeStamp, |w| {
        witness::remember(w, &shown.checkpoint, &shown.note)?;
        diesel::insert_into(time_stamp::table)
            .values((
                time_stamp::id.eq(Uuid::now_v7()),
                time_stamp::authority.eq(authority.name()),
                time_stamp::origin.eq(&shown.checkpoint.origin),
                time_stamp::size.eq(shown.checkpoint.size as i64),
                time_stamp::checkpoint.eq(&shown.note.text),
                time_stamp::token.eq(&token),
                time_stamp::stamped_at.eq(time),
            ))
            .execute(w.conn())?;
        Ok(())
    });
    kept.map_err(database).map(|()| true)
}

/// Asks one authority for as long as `stop` is not set.
pub fn run(
    db: &Db,
    published: &Arc<Published>,
    authority: &Authority,
    notes: &Warnings,
    stop: &AtomicBool,
) {
    let caller = Caller::new(LIMIT);
    let about = format!("time stamps of {}", authority.name());
    let mut pause = FIRST_PAUSE;
    while !stop.load(Ordering::Relaxed) {
        let wait = match once(db, published, &caller, authority) {
            Ok(made) => {
                if made {
                    notes.set(&about, None);
                    pause = FIRST_PAUSE;
                }
                LOOK
            }
            Err(why) => {
                tracing::warn!(
                    authority = authority.name(),
                    why,
                    "no time stamp; trying again"
                );
                notes.set(&about, Some(format!("{about}: {why}")));
                let wait = pause;
                pause = (pause * 2).min(LONGEST_PAUSE);
                wait
            }
        };
        let until = Instant::now() + wait;
        while Instant::now() < until && !stop.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(100));
        }
    }
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
