//! Signing in. A wrong password costs time, never the account: a ladder of delays an address, known
//! or not.
//!
//! One read, the hashing, one write. The write lets one transaction at a time act on an address,
//! and tells the verdict on the password only where the address did not have to wait when the
//! attempt began: of many guesses at once one gets its verdict, however long they are hashed, and
//! the others learn nothing.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::email_index;
use crate::accounts::hashing::HashingPool;
use crate::accounts::password::{self, PasswordHash};
use crate::accounts::sessions::{self, Begun, Lifetimes, Origin};
use crate::action::Action;
use crate::db::lock::Lock;
use crate::db::schema::{account, sign_in_delay};
use crate::db::{Db, Read, Ticket, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::Email;

/// Seconds to wait after the first, second, third and every later failure in a row.
const LADDER: [i64; 4] = [1, 3, 5, 10];
/// Failures a day.
const A_DAY: i32 = 100;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// E-mail address.
    pub email: String,
    /// Password.
    pub password: String,
}

/// Begins a session for who knows the password.
///
/// # Errors
/// `Unauthenticated` for a wrong password, an unknown address and a disabled account alike;
/// `TooMany` while the address has to wait; `Unavailable` where the hashing pool stays full, which
/// counts as no attempt.
pub async fn sign_in(
    db: &Db,
    ticket: &Ticket,
    hashing: &HashingPool,
    typed: SignIn,
    origin: &Origin,
    lifetimes: Lifetimes,
) -> Result<Begun, Error> {
    // an address of the wrong form is looked up like any other: it answers the same, in the same
    // time
    let index = match Email::parse("email", &typed.email) {
        Ok(email) => email_index(db.vault(), email.as_str()),
        Err(_) => email_index(db.vault(), &typed.email),
    };
    let looked_up = index.clone();
    let known = db
        .read(ticket, move |r| {
            Ok((due(r, &looked_up)?, password_of(r, &looked_up)?))
        })
        .await?;
    let (begun_at, known) = known;
    let (id, stored) = known.unzip();
    let password = password::normalise(&typed.password);
    let right = hashing.verify(password.clone(), stored.clone()).await?;
    let verified = id.zip(stored).filter(|_| right);
    // where the pool is full, the next sign-in renews the hash
    let renewed = match &verified {
        Some((_, stored)) if password::outdated(stored) => hashing.hash(password).await.ok(),
        _ => None,
    };
    let action = if renewed.is_some() {
        Action::AccountRehash
    } else {
        Action::SessionBegin
    };
    let origin = origin.clone();
    let begun = db.write(ticket, action, move |w| {
        let usable = match &verified {
            Some((id, stored)) => sessions::usable(w, *id)?.filter(|now| now.hash == *stored),
            None => None,
        };
        settle(w, &index, begun_at, usable.is_some())?;
        let Some(usable) = usable else {
            return Ok(None);
        };
        if let Some(hash) = &renewed {
            diesel::update(account::table.find(usable.id))
                .set(account::password_hash.eq(hash))
                .execute(w.conn())?;
        }
        sessions::begin(w, &usable, &origin, lifetimes).map(Some)
    });
    begun.await?.ok_or(Error::Unauthenticated)
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
            let step = usize::try_from(n - 1).unwrap_or(0).min(LADDER.len() - 1);
            failed_at + Duration::seconds(LADDER[step])
        }
    };
    let left = (until - now).num_milliseconds();
    (left > 0).then(|| (left.unsigned_abs()).div_ceil(1000))
}

/// Failures of an address, and the day they are counted in.
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = sign_in_delay)]
struct Failures {
    failures: i32,
    failed_at: DateTime<Utc>,
    day_started: DateTime<Utc>,
}

/// What counts of an address at that time.
///
/// # Errors
/// `TooMany` where it has to wait then.
fn may_try(r: &mut Read, index: &[u8], at: DateTime<Utc>) -> Result<Option<Failures>, Error> {
    let counted: Option<Failures> = sign_in_delay::table
        .find(index)
        .select(Failures::as_select())
        .first(r.conn())
        .optional()?;
    let today = counted.filter(|counted| at - counted.day_started < Duration::days(1));
    match &today {
        Some(it) => wait(it.failures, it.failed_at, it.day_started, at),
        None => None,
    }
    .map_or(Ok(today), |seconds| Err(Error::TooMany(seconds)))
}

/// The account of an address and what its password is held against.
pub(super) fn password_of(
    r: &mut Read,
    index: &[u8],
) -> Result<Option<(AccountId, PasswordHash)>, Error> {
    let found = account::table
        .filter(account::email_index.eq(index))
        .order(account::id)
        .select((account::id, account::password_hash));
    Ok(found.first(r.conn()).optional()?)
}

/// When an attempt on the address begins: now.
///
/// # Errors
/// `TooMany` while the address has to wait.
pub(super) fn due(r: &mut Read, index: &[u8]) -> Result<DateTime<Utc>, Error> {
    let now = r.now();
    may_try(r, index, now).map(|_| now)
}

/// Settles an attempt whose password was looked at: a wrong one is counted, a right one forgives
/// what was counted.
///
/// # Errors
/// `TooMany` where another attempt failed after this one began: then this one has no verdict.
pub(super) fn settle(
    w: &mut Write,
    index: &[u8],
    begun_at: DateTime<Utc>,
    right: bool,
) -> Result<(), Error> {
    w.lock(Lock::Email(index))?;
    let counted = may_try(w, index, begun_at)?;
    if right {
        return forgive(w, index);
    }
    let now = w.now();
    let (failures, day_started) = counted.map_or((0, now), |it| (it.failures, it.day_started));
    let counted = Failures {
        failures: failures + 1,
        failed_at: now,
        day_started,
    };
    diesel::insert_into(sign_in_delay::table)
        .values((sign_in_delay::email_index.eq(index), &counted))
        .on_conflict(sign_in_delay::email_index)
        .do_update()
        .set(&counted)
        .execute(w.conn())?;
    Ok(())
}

/// Forgets the failures of an address.
pub(super) fn forgive(w: &mut Write, index: &[u8]) -> Result<(), Error> {
    diesel::delete(sign_in_delay::table.find(index)).execute(w.conn())?;
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
