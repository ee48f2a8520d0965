//! Signing in and out. A wrong password costs time, never the account: a ladder of delays an address, known or not. The
//! attempt is counted before the password is looked at, so that many guesses at once are counted too.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts::{State, email_index};
use crate::db::schema::{account, session, sign_in_delay};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, SessionId};
use crate::vault::Place;

/// Seconds to wait after the first, second, third and every later failure in a row.
const LADDER: [i64; 4] = [1, 3, 5, 10];
/// Failures a day.
const A_DAY: i32 = 100;
/// Longest device text that is kept.
const DEVICE: usize = 300;

/// Where a request came from; sealed wherever it is kept.
#[derive(Clone, Default)]
pub struct Origin {
    /// Network address.
    pub address: String,
    /// User agent.
    pub device: String,
}

impl Origin {
    /// The device's text without control characters, at most 300 characters.
    pub fn device(&self) -> String {
        self.device
            .chars()
            .filter(|c| !c.is_control())
            .take(DEVICE)
            .collect()
    }
}

/// Seconds until the next attempt, given what was counted.
fn wait(
    failures: i32,
    failed_at: DateTime<Utc>,
    day_started: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Option<u64> {
    let until = match failures {
        ..=0 => return None,
        A_DAY.. => day_started + Duration::days(1),
        n => {
            failed_at
                + Duration::seconds(
                    LADDER[usize::try_from(n - 1).unwrap_or(0).min(LADDER.len() - 1)],
                )
        }
    };
    let left = (until - now).num_milliseconds();
    (left > 0).then(|| (left.unsigned_abs()).div_ceil(1000))
}

/// Counts an attempt and returns the account and hash to verify against; the account is `None` where there is none.
///
/// # Errors
/// `TooMany` while the address has to wait.
pub fn attempt(w: &mut Write, email: &str) -> Result<Option<(AccountId, String)>, Error> {
    let index = email_index(w, email);
    super::wait_for_turn(w, &index)?;
    let now = w.now();
    let counted: Option<(i32, DateTime<Utc>, DateTime<Utc>)> = sign_in_delay::table
        .find(&index)
        .select((
            sign_in_delay::failures,
            sign_in_delay::failed_at,
            sign_in_delay::day_started,
        ))
        .first(w.conn())
        .optional()?;
    let (failures, day_started) = match counted {
        Some((_, _, day)) if now - day >= Duration::days(1) => (0, now),
        Some((failures, failed_at, day)) => match wait(failures, failed_at, day, now) {
            Some(seconds) => return Err(Error::TooMany(seconds)),
            None => (failures, day),
        },
        None => (0, now),
    };
    let count = (
        sign_in_delay::failures.eq(failures + 1),
        sign_in_delay::failed_at.eq(now),
        sign_in_delay::day_started.eq(day_started),
    );
    diesel::insert_into(sign_in_delay::table)
        .values((sign_in_delay::email_index.eq(&index), count))
        .on_conflict(sign_in_delay::email_index)
        .do_update()
        .set(count)
        .execute(w.conn())?;
    let found = account::table
        .filter(account::email_index.eq(index))
        .order(account::id)
        .select((account::id, account::password_hash));
    Ok(found.first(w.conn()).optional()?)
}

/// Begins a session for an account whose password was right, and forgets the failures of its address. `verified` is the hash
/// that the password was held against; none where nobody typed one, as in the demonstration.
///
/// # Errors
/// `Unauthenticated` where the account is disabled, or has another password by now.
pub fn begin(
    w: &mut Write,
    email: &str,
    id: AccountId,
    verified: Option<&str>,
    origin: &Origin,
    lifetime: impl Fn(bool) -> Duration,
) -> Result<(SessionId, DateTime<Utc>), Error> {
    // locked: an erasure or a new password that is under way ends first, so that it leaves no session behind
    let current = account::table
        .find(id)
        .select((account::role, account::state, account::password_hash))
        .for_share();
    let (role, state, hash): (super::Role, State, String) = current.first(w.conn())?;
    if state != State::Active || verified.is_some_and(|verified| verified != hash) {
        return Err(Error::Unauthenticated);
    }
    let index = email_index(w, email);
    diesel::delete(sign_in_delay::table.find(index)).execute(w.conn())?;
    let (session, now) = (SessionId::new(), w.now());
    let expires = now + lifetime(role.is_staff());
    let sealed = w.vault().seal(
        place(session, id),
        [
            ("address", origin.address.as_str()),
            ("device", &origin.device()),
        ],
    );
    diesel::insert_into(session::table)
        .values((
            session::id.eq(session),
            session::account_id.eq(id),
            session::sealed.eq(sealed.sealed),
            session::created_at.eq(now),
            session::last_seen_at.eq(now),
            session::expires_at.eq(expires),
        ))
        .execute(w.conn())?;
    Ok((session, expires))
}

fn place(session: SessionId, account: AccountId) -> Place {
    Place {
        table: "session",
        id: session.0,
        subject: account.0,
    }
}

/// A session as its owner sees it.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whether it is the one that asks.
    pub current: bool,
    /// Network address it began from.
    pub address: String,
    /// User agent it began from.
    pub device: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// Its last request, to the minute.
    pub last_seen_at: DateTime<Utc>,
    /// When it ends at the latest.
    pub expires_at: DateTime<Utc>,
}

/// The live sessions of the caller.
pub fn list(r: &mut Read) -> Result<Vec<Session>, Error> {
    let (account, grant) = Grant::of_self(r)?;
    let (current, now) = (r.session()?, r.now());
    type Row = (
        SessionId,
        Vec<u8>,
        DateTime<Utc>,
        DateTime<Utc>,
        DateTime<Utc>,
    );
    let rows: Vec<Row> = session::table
        .filter(session::account_id.eq(account))
        .filter(session::ended_at.is_null())
        .filter(session::expires_at.gt(now))
        .order(session::id)
        .select((
            session::id,
            session::sealed,
            session::created_at,
            session::last_seen_at,
            session::expires_at,
        ))
        .load(r.conn())?;
    let open = |(id, sealed, created_at, last_seen_at, expires_at): Row| {
        let origin = r.vault().open(&grant, place(id, account), &sealed)?;
        Ok(Session {
            id,
            current: id == current,
            address: origin.get("address").into(),
            device: origin.get("device").into(),
            created_at,
            last_seen_at,
            expires_at,
        })
    };
    rows.into_iter().map(open).collect()
}

/// Ends one session of the caller, or all of them.
///
/// # Errors
/// `NotFound` where the one is not theirs.
pub fn end(w: &mut Write, one: Option<SessionId>) -> Result<(), Error> {
    let (account, now) = (w.account()?, w.now());
    let live = session::table
        .filter(session::account_id.eq(account))
        .filter(session::ended_at.is_null());
    let ended = match one {
        Some(id) => diesel::update(live.filter(session::id.eq(id)))
            .set(session::ended_at.eq(now))
            .execute(w.conn())?,
        None => diesel::update(live)
            .set(session::ended_at.eq(now))
            .execute(w.conn())?,
    };
    if ended == 0 {
        Err(Error::NotFound)
    } else {
        Ok(())
    }
}

/// Stores a hash with today's parameters for a password that was just held against `verified`.
///
/// # Errors
/// `Contended` where another hash is stored by now.
pub fn rehash(w: &mut Write, id: AccountId, verified: &str, hash: &str) -> Result<(), Error> {
    let account = account::table
        .find(id)
        .filter(super::erase::stays())
        .filter(account::password_hash.eq(verified));
    match diesel::update(account)
        .set(account::password_hash.eq(hash))
        .execute(w.conn())?
    {
        0 => Err(Error::Contended),
        _ => Ok(()),
    }
}

/// The address and the hash of the caller, to verify the current password against, counted as an attempt.
pub fn attempt_own(w: &mut Write) -> Result<(String, AccountId, String), Error> {
    let email = super::own(w)?.email;
    let (id, hash) = attempt(w, &email)?.ok_or(Error::Unauthenticated)?;
    Ok((email, id, hash))
}

/// Takes the count of an attempt back: nobody looked at the password.
pub fn take_back(w: &mut Write, email: &str) -> Result<(), Error> {
    let counted = sign_in_delay::table
        .find(email_index(w, email))
        .filter(sign_in_delay::failures.gt(0));
    diesel::update(counted)
        .set(sign_in_delay::failures.eq(sign_in_delay::failures - 1))
        .execute(w.conn())?;
    Ok(())
}

/// Forgets the failures of an address after the right password.
pub fn forgive(w: &mut Write, email: &str) -> Result<(), Error> {
    let index = email_index(w, email);
    diesel::delete(sign_in_delay::table.find(index)).execute(w.conn())?;
    Ok(())
}

/// Deletes sessions that ended or expired over 90 days ago, and counts older than two days.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let now = w.now();
    let gone = now - Duration::days(90);
    let sessions = diesel::delete(
        session::table.filter(session::expires_at.lt(gone).or(session::ended_at.lt(gone))),
    )
    .execute(w.conn())?;
    let counts = diesel::delete(
        sign_in_delay::table.filter(sign_in_delay::failed_at.lt(now - Duration::days(2))),
    )
    .execute(w.conn())?;
    Ok(sessions + counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_costs_more_time_and_no_failure_costs_the_account() {
        let start: DateTime<Utc> = "2026-11-23T00:00:00Z".parse().unwrap();
        let after =
            |failures, seconds| wait(failures, start, start, start + Duration::seconds(seconds));
        assert_eq!(
            [
                after(0, 0),
                after(1, 0),
                after(2, 0),
                after(3, 0),
                after(4, 0),
                after(99, 0)
            ],
            [None, Some(1), Some(3), Some(5), Some(10), Some(10)]
        );
        assert_eq!(
            [after(1, 1), after(2, 2), after(4, 10)],
            [None, Some(1), None]
        );
        assert_eq!(
            [after(100, 3600), after(100, 86_400)],
            [Some(23 * 3600), None]
        );
    }
}
