//! Sessions: one signing in on one device, until it is ended, runs out, or its account changes.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts::password::PasswordHash;
use crate::accounts::{Role, State};
use crate::db::schema::{account, session};
use crate::db::{Read, Write, access_record};
use crate::error::Error;
use crate::ids::{AccountId, SessionId};
use crate::security::Event;
use crate::vault::Place;

/// How long sessions live at most.
#[derive(Clone, Copy)]
pub struct Lifetimes {
    pub claimant: Duration,
    pub staff: Duration,
}

/// A session that has begun.
pub struct Begun {
    pub id: SessionId,
    /// When it ends at the latest.
    pub expires_at: DateTime<Utc>,
}

/// An account that can sign in, locked.
pub struct Usable {
    pub id: AccountId,
    pub role: Role,
    pub hash: PasswordHash,
}

/// Locks the account, if it can sign in. An erasure or a new password that is under way ends first,
/// so that it leaves no session behind.
pub fn usable(w: &mut Write, id: AccountId) -> Result<Option<Usable>, Error> {
    let active = account::table
        .find(id)
        .filter(account::state.eq(State::Active))
        .select((account::role, account::password_hash))
        .for_no_key_update();
    let found: Option<(Role, PasswordHash)> = active.first(w.conn()).optional()?;
    Ok(found.map(|(role, hash)| Usable { id, role, hash }))
}

/// Begins a session for an account whose password was right, or, in the demonstration, was not
/// asked for.
pub fn begin(w: &mut Write, usable: &Usable, lifetimes: Lifetimes) -> Result<Begun, Error> {
    let (id, now) = (SessionId::new(), w.now());
    let lifetime = if usable.role.is_staff() {
        lifetimes.staff
    } else {
        lifetimes.claimant
    };
    let expires_at = now + lifetime;
    let origin = &w.ticket().origin;
    let device = origin.device();
    let fields = [("address", &origin.address), ("device", &device)];
    let sealed = w.vault().seal(place(id, usable.id), fields);
    diesel::insert_into(session::table)
        .values((
            session::id.eq(id),
            session::account_id.eq(usable.id),
            session::sealed.eq(sealed.sealed),
            session::created_at.eq(now),
            session::last_seen_at.eq(now),
            session::expires_at.eq(expires_at),
        ))
        .execute(w.conn())?;
    access_record::of_sign_in(w, usable.id, id)?;
    w.tell(Event::SignedIn, usable.id);
    Ok(Begun { id, expires_at })
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

#[derive(Queryable, Selectable)]
#[diesel(table_name = session)]
struct Row {
    id: SessionId,
    account_id: AccountId,
    sealed: Vec<u8>,
    created_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

/// The live sessions of the caller.
pub fn list(r: &mut Read) -> Result<Vec<Session>, Error> {
    let (account, grant) = Grant::of_self(r)?;
    let (current, now) = (r.session()?, r.now());
    let rows: Vec<Row> = session::table
        .filter(session::account_id.eq(account))
        .filter(session::ended_at.is_null())
        .filter(session::expires_at.gt(now))
        .order(session::id)
        .select(Row::as_select())
        .load(r.conn())?;
    let open = |row: Row| {
        let place = place(row.id, row.account_id);
        let origin = r.vault().open(&grant, place, &row.sealed)?;
        Ok(Session {
            id: row.id,
            current: row.id == current,
            address: origin.get("address").into(),
            device: origin.get("device").into(),
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            expires_at: row.expires_at,
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

/// Ends the sessions of an account, but for one that stays: its password, its rights or its state
/// changed, or an administrator ends them.
pub fn end_of(w: &mut Write, id: AccountId, keep: Option<SessionId>) -> Result<(), Error> {
    let now = w.now();
    let mut live = diesel::update(session::table)
        .filter(session::account_id.eq(id))
        .filter(session::ended_at.is_null())
        .set(session::ended_at.eq(now))
        .into_boxed();
    if let Some(keep) = keep {
        live = live.filter(session::id.ne(keep));
    }
    live.execute(w.conn())?;
    Ok(())
}

/// Deletes sessions that ended or expired over 90 days ago.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let gone = w.now() - Duration::days(90);
    let old = session::table.filter(session::expires_at.lt(gone).or(session::ended_at.lt(gone)));
    Ok(diesel::delete(old).execute(w.conn())?)
}
