//! Asking a time stamp authority, and storing what it answers: a thread for each, until the
//! registry stops.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::dsl::{exists, select};
use diesel::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::audit::outsiders::backoff::{self, Backoff};
use crate::audit::outsiders::timestamp::openssl::{openssl, time_of};
use crate::audit::outsiders::warnings::Warnings;
use crate::audit::outsiders::witness;
use crate::audit::publish::published::{Published, SignedCheckpoint};
use crate::caller::Caller;
use crate::db::schema::{audit_log, change, time_stamp};
use crate::db::{Db, Read, Ticket};
use crate::error::Error;

/// A call is over after so long.
const LIMIT: Duration = Duration::from_secs(20);
/// How often it is looked whether a stamp is due.
const LOOK: Duration = Duration::from_secs(1);
/// How far the time in a stamp may be from this machine's: one of the two is wrong beyond it.
const FAR: TimeDelta = TimeDelta::minutes(5);

/// Who is asked for the time.
pub struct Authority {
    pub url: String,
    /// File with the certificates that its own leads to.
    pub certificates: PathBuf,
    /// How often.
    pub every: Duration,
}

impl Authority {
    /// What it is called in the log and for everybody: its address without what follows a question
    /// mark, which may be a secret.
    fn name(&self) -> &str {
        self.url.split('?').next().unwrap_or_default()
    }
}

/// Asks one authority until `stop` is set.
pub fn run(
    db: &Db,
    published: &Published,
    authority: &Authority,
    warnings: &Warnings,
    stop: &AtomicBool,
) {
    let (caller, mut backoff) = (Caller::new(LIMIT), Backoff::default());
    let about = format!("time stamps of {}", authority.name());
    let stopped = || stop.load(Ordering::Relaxed);
    while !stopped() {
        let pause = match once(db, published, &caller, authority) {
            Ok(made) => {
                if made {
                    warnings.set(&about, None);
                    backoff.reset();
                }
                LOOK
            }
            Err(why) => {
                tracing::warn!(
                    authority = authority.name(),
                    why,
                    "no time stamp; trying again"
                );
                warnings.set(&about, Some(format!("{about}: {why}")));
                backoff.after_fault()
            }
        };
        backoff::wait(pause, stopped);
    }
}

/// Stamps the published checkpoint where that is due; says whether it was.
fn once(
    db: &Db,
    published: &Published,
    caller: &Caller,
    authority: &Authority,
) -> Result<bool, String> {
    let Some(current) = published.current().filter(|it| it.checkpoint.size > 0) else {
        return Ok(false);
    };
    let database = |error: Error| format!("the database: {error}");
    let due = db.read_now(&Ticket::program(), |r| due(r, authority, &current));
    if !due.map_err(database)? {
        return Ok(false);
    }
    let (token, time) = stamp(caller, authority, &current.note.text)?;
    let kept = db.write_now(&Ticket::program(), Action::TimeStamp, |w| {
        witness::remember(w, &current.checkpoint, &current.note)?;
        diesel::insert_into(time_stamp::table)
            .values((
                time_stamp::id.eq(Uuid::now_v7()),
                time_stamp::authority.eq(authority.name()),
                time_stamp::origin.eq(&current.checkpoint.origin),
                time_stamp::size.eq(current.checkpoint.size as i64),
                time_stamp::checkpoint.eq(&current.note.text),
                time_stamp::token.eq(&token),
                time_stamp::stamped_at.eq(time),
            ))
            .execute(w.conn())?;
        Ok(())
    });
    kept.map_err(database).map(|()| true)
}

/// Whether that checkpoint is to be stamped: time has passed, and something has happened beside
/// stamps. A log that stamped its own stamps would never be quiet.
fn due(r: &mut Read, authority: &Authority, current: &SignedCheckpoint) -> Result<bool, Error> {
    let (origin, size) = (&current.checkpoint.origin, current.checkpoint.size as i64);
    let last: Option<(i64, DateTime<Utc>)> = time_stamp::table
        .filter(time_stamp::authority.eq(authority.name()))
        .filter(time_stamp::origin.eq(origin))
        .order(time_stamp::size.desc())
        .select((time_stamp::size, time_stamp::stamped_at))
        .first(r.conn())
        .optional()?;
    let (from, at) = last.unwrap_or((0, DateTime::UNIX_EPOCH));
    let passed = (r.now() - at).to_std().unwrap_or_default();
    if size <= from || passed < authority.every {
        return Ok(false);
    }
    let happened = audit_log::table
        .inner_join(change::table.on(change::id.eq(audit_log::change)))
        .filter(audit_log::seq.ge(from).and(audit_log::seq.lt(size)))
        .filter(change::table_name.ne("time_stamp"));
    Ok(select(exists(happened)).get_result(r.conn())?)
}

/// Asks an authority for a stamp of a text and verifies it: the answer as it came, and the time in
/// it.
///
/// # Errors
/// Why there is none: nothing is believed that `openssl` does not verify.
pub fn stamp(
    caller: &Caller,
    authority: &Authority,
    text: &str,
) -> Result<(Vec<u8>, DateTime<Utc>), String> {
    let disk = |error: io::Error| format!("a temporary file: {error}");
    let directory = tempfile::tempdir().map_err(disk)?;
    let at = directory.path();
    let certificates = fs::canonicalize(&authority.certificates)
        .map_err(|error| format!("TIMESTAMP_CA_FILE: {error}"))?;
    let certificates = certificates
        .to_str()
        .ok_or("TIMESTAMP_CA_FILE: not a path in UTF-8")?;
    fs::write(at.join("text"), text).map_err(disk)?;
    let query = "-query -data text -sha256 -cert -out query";
    openssl(at, query.split(' '))?;
    let query = fs::read(at.join("query")).map_err(disk)?;
    let reply = caller.post(&authority.url, "application/timestamp-query", &query)?;
    if reply.status != 200 || reply.kind != "application/timestamp-reply" {
        return Err(format!(
            "the authority answered {} and no time stamp",
            reply.status
        ));
    }
    fs::write(at.join("reply"), &reply.body).map_err(disk)?;
    // against the query, and so with hash, nonce and status
    let verify = "-verify -queryfile query -in reply -CAfile".split(' ');
    openssl(at, verify.chain([certificates]))
        .map_err(|why| format!("the stamp does not verify: {}", String::from(why)))?;
    let time = time_of(at)?;
    if (time - Utc::now()).abs() > FAR {
        return Err(format!(
            "the stamp says {time}: the authority's clock or this machine's is wrong"
        ));
    }
    Ok((reply.body, time))
}
