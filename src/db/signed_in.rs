//! Who asks: the account of a session, and how long the session lives.

use std::time::Duration;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::{schema, transaction_timestamp};
use crate::error::Error;
use crate::ids::{AccountId, SessionId};
use crate::role::Role;

/// A session's last request is noted at most this often.
const SEEN_EVERY: Duration = Duration::from_secs(60);

/// How long sessions live; what the first statement of a transaction checks.
#[derive(Clone, Copy)]
pub struct IdleLimits {
    /// Claimants' sessions without a request.
    pub claimant: Duration,
    /// Staff sessions without a request.
    pub staff: Duration,
}

/// When a session ends if nothing more is asked in it, and how long that is from now.
#[derive(Clone, Copy)]
pub struct SessionEnd {
    pub at: DateTime<Utc>,
    pub left: Duration,
}

/// Somebody who has signed in, as their pages show it.
#[derive(Clone, Copy)]
pub struct Reader {
    pub role: Role,
    pub session: SessionEnd,
}

/// A session with its account, at the time of the transaction.
#[derive(Queryable, Selectable)]
pub(super) struct SignedIn {
    #[diesel(select_expression = schema::account::id)]
    pub(super) account: AccountId,
    #[diesel(select_expression = schema::account::role)]
    pub(super) role: Role,
    #[diesel(select_expression = schema::account::state)]
    state: String,
    #[diesel(select_expression = schema::session::last_seen_at)]
    last_seen: DateTime<Utc>,
    #[diesel(select_expression = schema::session::expires_at)]
    expires: DateTime<Utc>,
    #[diesel(select_expression = schema::session::ended_at)]
    ended: Option<DateTime<Utc>>,
    #[diesel(select_expression = transaction_timestamp())]
    pub(super) now: DateTime<Utc>,
}

impl SignedIn {
    pub(super) fn read(conn: &mut PgConnection, id: SessionId) -> Result<Self, Error> {
        use schema::{account, session};
        let found: Option<Self> = session::table
            .inner_join(account::table)
            .filter(session::id.eq(id))
            .select(Self::as_select())
            .first(conn)
            .optional()?;
        found.ok_or(Error::Unauthenticated)
    }

    /// Holds the session to its limits. Says whether it is time to note that it was seen, and when it
    /// ends if nothing more is asked in it.
    pub(super) fn check(&self, idle: IdleLimits) -> Result<(bool, SessionEnd), Error> {
        let idle = if self.role.is_staff() {
            idle.staff
        } else {
            idle.claimant
        };
        let quiet = (self.now - self.last_seen).to_std().unwrap_or_default();
        let over = self.ended.is_some() || self.now >= self.expires || quiet >= idle;
        if self.state != "active" || over {
            return Err(Error::Unauthenticated);
        }
        let noted = quiet >= SEEN_EVERY.min(idle / 4);
        let left = if noted { idle } else { idle - quiet };
        let whole = (self.expires - self.now).to_std().unwrap_or_default();
        let left = left.min(whole);
        let at = self.now + left;
        Ok((noted, SessionEnd { at, left }))
    }
}

pub(super) fn touch(conn: &mut PgConnection, id: SessionId) -> Result<(), diesel::result::Error> {
    use schema::session;
    diesel::update(session::table.find(id))
        .set(session::last_seen_at.eq(diesel::dsl::now))
        .execute(conn)
        .map(drop)
}
