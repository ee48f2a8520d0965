//! Guessing costs time, never the account: a ladder of delays for each lane to an address, known or
//! not. A lane is a network that strangers come from, a device that signed in before, or a session
//! that shows its password again. What strangers do slows strangers: the owner's device has its own
//! ladder, and from another network there is another one. All strangers together are slowed once
//! they have failed often, and even then somebody may try every ten seconds.
//!
//! The write lets one transaction at a time act on an address, and tells the verdict on the
//! password only where its lane did not have to wait when the attempt began: of many guesses at
//! once one gets its verdict, however long they are hashed, and the others learn nothing.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use crate::db::lock::Lock;
use crate::db::schema::sign_in_delay;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::SessionId;
use crate::origin::Source;
use crate::security::Event;
use crate::vault::Vault;

/// Seconds to wait after the first, second, third and every later failure in a row.
const LADDER: [i64; 4] = [1, 3, 5, 10];
/// Failures a day of one lane.
const A_DAY: i32 = 100;
/// Failures a day of all strangers, after which they wait for each other.
const OF_STRANGERS: i32 = 100;
/// Seconds between two failures of strangers from then on.
const APART: i64 = 10;
/// The lane of all strangers together.
const STRANGERS: &[u8] = &[];
/// The lane of the codes that registrations are confirmed with.
const CODES: &[u8] = b"code";
/// Wrong codes at an address, after which the code that was mailed is void.
const WRONG_CODES: i32 = 5;

/// Who guesses at which address.
#[derive(Clone)]
pub struct Lane {
    email_index: Vec<u8>,
    key: Vec<u8>,
    stranger: bool,
}

impl Lane {
    /// Of whoever comes from that network and is not known.
    pub fn stranger(vault: &Vault, email_index: &[u8], source: Source) -> Self {
        Self {
            email_index: email_index.into(),
            key: vault.index("lane-source", &source.name()),
            stranger: true,
        }
    }

    /// Of a device that signed in to the account of that address before.
    pub fn device(vault: &Vault, email_index: &[u8], device: &str) -> Self {
        Self {
            email_index: email_index.into(),
            key: vault.index("lane-device", device),
            stranger: false,
        }
    }

    /// Of a session of the account.
    pub fn session(vault: &Vault, email_index: &[u8], session: SessionId) -> Self {
        Self {
            email_index: email_index.into(),
            key: vault.index("lane-session", &session.to_string()),
            stranger: false,
        }
    }

    /// The address, for whoever watches.
    pub fn whom(&self) -> String {
        hex::encode(&self.email_index)
    }
}

/// Seconds until the next attempt of a lane, given what was counted.
fn wait(counted: &Failures, now: DateTime<Utc>) -> Option<u64> {
    let until = match counted.failures {
        ..=0 => return None,
        A_DAY.. => counted.day_started + Duration::days(1),
        n => {
            let step = usize::try_from(n - 1).unwrap_or(0).min(LADDER.len() - 1);
            counted.failed_at + Duration::seconds(LADDER[step])
        }
    };
    left(until, now)
}

/// As [`wait`], for all strangers together.
fn wait_of_strangers(counted: &Failures, now: DateTime<Utc>) -> Option<u64> {
    let until = counted.failed_at + Duration::seconds(APART);
    left(until, now).filter(|_| counted.failures >= OF_STRANGERS)
}

fn left(until: DateTime<Utc>, now: DateTime<Utc>) -> Option<u64> {
    let left = (until - now).num_milliseconds();
    (left > 0).then(|| left.unsigned_abs().div_ceil(1000))
}

/// Failures of a lane, and the day they are counted in.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = sign_in_delay)]
struct Failures {
    failures: i32,
    failed_at: DateTime<Utc>,
    day_started: DateTime<Utc>,
}

/// What counts of a lane at that time.
fn counted(
    r: &mut Read,
    index: &[u8],
    key: &[u8],
    at: DateTime<Utc>,
) -> Result<Option<Failures>, Error> {
    let counted: Option<Failures> = sign_in_delay::table
        .find((index, key))
        .select(Failures::as_select())
        .first(r.conn())
        .optional()?;
    Ok(counted.filter(|counted| at - counted.day_started < Duration::days(1)))
}

/// Holds a lane to its delays.
///
/// # Errors
/// `TooMany` where it has to wait at that time.
fn may_try(r: &mut Read, lane: &Lane, at: DateTime<Utc>) -> Result<(), Error> {
    let own = counted(r, &lane.email_index, &lane.key, at)?;
    let mut seconds = own.and_then(|own| wait(&own, at));
    if lane.stranger {
        let all = counted(r, &lane.email_index, STRANGERS, at)?;
        seconds = seconds.max(all.and_then(|all| wait_of_strangers(&all, at)));
    }
    seconds.map_or(Ok(()), |seconds| Err(Error::TooMany(seconds)))
}

/// When an attempt begins: now.
///
/// # Errors
/// `TooMany` while the lane has to wait.
pub fn due(r: &mut Read, lane: &Lane) -> Result<DateTime<Utc>, Error> {
    let now = r.now();
    may_try(r, lane, now).map(|()| now)
}

/// Settles an attempt whose password was looked at: a wrong one is counted, a right one forgives
/// what was counted of its lane.
///
/// # Errors
/// `TooMany` where another attempt of the lane failed after this one began: then this one has no
/// verdict.
pub fn settle(
    w: &mut Write,
    lane: &Lane,
    begun_at: DateTime<Utc>,
    right: bool,
) -> Result<(), Error> {
    w.lock(Lock::Email(&lane.email_index))?;
    may_try(w, lane, begun_at)?;
    if right {
        diesel::delete(sign_in_delay::table.find((&lane.email_index, &lane.key)))
            .execute(w.conn())?;
        return Ok(());
    }
    count(w, &lane.email_index, &lane.key)?;
    if lane.stranger {
        count(w, &lane.email_index, STRANGERS)?;
    }
    w.tell(Event::SignInFailed, lane.whom());
    Ok(())
}

fn count(w: &mut Write, index: &[u8], key: &[u8]) -> Result<(), Error> {
    let now = w.now();
    let before = counted(w, index, key, now)?;
    let (failures, day_started) = before.map_or((0, now), |it| (it.failures, it.day_started));
    let counted = Failures {
        failures: failures.saturating_add(1),
        failed_at: now,
        day_started,
    };
    let row = (
        sign_in_delay::email_index.eq(index),
        sign_in_delay::lane.eq(key),
        &counted,
    );
    diesel::insert_into(sign_in_delay::table)
        .values(row)
        .on_conflict((sign_in_delay::email_index, sign_in_delay::lane))
        .do_update()
        .set(&counted)
        .execute(w.conn())?;
    Ok(())
}

/// Whether a code at an address is still looked at. The caller has the address locked.
pub(super) fn may_try_code(r: &mut Read, email_index: &[u8]) -> Result<bool, Error> {
    let now = r.now();
    let wrong = counted(r, email_index, CODES, now)?;
    Ok(wrong.is_none_or(|wrong| wrong.failures < WRONG_CODES))
}

/// Counts a wrong code at an address, whether or not it has one: both are the same work.
pub(super) fn count_code(w: &mut Write, email_index: &[u8]) -> Result<(), Error> {
    w.tell(Event::CodeFailed, hex::encode(email_index));
    count(w, email_index, CODES)
}

/// Lets an address begin anew: it was mailed another code.
pub(super) fn forget_codes(w: &mut Write, email_index: &[u8]) -> Result<(), Error> {
    diesel::delete(sign_in_delay::table.find((email_index, CODES))).execute(w.conn())?;
    Ok(())
}

/// Forgets all failures at an address: its owner set a password by mail, or it was erased.
pub fn forgive(w: &mut Write, email_index: &[u8]) -> Result<(), Error> {
    let all = sign_in_delay::table.filter(sign_in_delay::email_index.eq(email_index));
    diesel::delete(all).execute(w.conn())?;
    Ok(())
}

/// Deletes counts older than two days.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let before = w.now() - Duration::days(2);
    let old = sign_in_delay::table.filter(sign_in_delay::failed_at.lt(before));
    Ok(diesel::delete(old).execute(w.conn())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(failures: i32) -> (Failures, DateTime<Utc>) {
        let start: DateTime<Utc> = "2026-11-23T00:00:00Z".parse().unwrap();
        let counted = Failures {
            failures,
            failed_at: start,
            day_started: start,
        };
        (counted, start)
    }

    #[test]
    fn each_failure_costs_more_time_and_no_failure_costs_the_account() {
        let after = |failures, seconds| {
            let (counted, start) = failed(failures);
            wait(&counted, start + Duration::seconds(seconds))
        };
        for (failures, seconds, expected) in [
            (0, 0, None),
            (1, 0, Some(1)),
            (2, 0, Some(3)),
            (3, 0, Some(5)),
            (4, 0, Some(10)),
            (99, 0, Some(10)),
            (1, 1, None),
            (2, 2, Some(1)),
            (4, 10, None),
            (100, 3600, Some(23 * 3600)),
            (100, 86_400, None),
        ] {
            assert_eq!(after(failures, seconds), expected, "{failures} {seconds}");
        }
    }

    #[test]
    fn strangers_together_wait_seconds_and_never_a_day() {
        for (failures, seconds, expected) in [
            (99, 0, None),
            (100, 0, Some(10)),
            (100, 9, Some(1)),
            (100, 10, None),
            (1_000_000, 10, None),
        ] {
            let (counted, start) = failed(failures);
            let waits = wait_of_strangers(&counted, start + Duration::seconds(seconds));
            assert_eq!(waits, expected, "{failures} {seconds}");
        }
    }
}
