//! Accounts: who can sign in, with which role. An account begins with a one-time link (claimants) or with an administrator
//! or the command line (staff). Roles and states are read from the database at every request and act at once.

pub(crate) mod erase;
pub mod hashing;
pub mod links;
pub mod password;
pub mod sessions;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::codes::codes;
use crate::db::schema::{account, session};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::AccountId;
pub use crate::role::Role;
use crate::vault::Place;

codes! {
    /// Whether an account can be used.
    State {
        /// Can be used.
        Active = "active",
        /// Cannot be used; its sessions count no longer.
        Disabled = "disabled",
    }
}

/// A hash that no password verifies against: an account whose owner has yet to choose one.
const NO_PASSWORD: &str = "!";

/// Blind index under which an e-mail address (already in lower case) is found.
pub fn email_index(r: &Read, email: &str) -> Vec<u8> {
    r.vault().index("email", email)
}

fn place(id: AccountId) -> Place {
    Place {
        table: "account",
        id: id.0,
        subject: id.0,
    }
}

/// Finds the account of an e-mail address.
pub fn find(r: &mut Read, email: &str) -> Result<Option<AccountId>, Error> {
    let index = email_index(r, email);
    Ok(account::table
        .filter(account::email_index.eq(index))
        .order(account::id)
        .select(account::id)
        .first(r.conn())
        .optional()?)
}

/// Lets one transaction at a time act on an address, also where it has no row yet that could be locked.
fn wait_for_turn(w: &mut Write, index: &[u8]) -> Result<(), Error> {
    let lock = i64::from_be_bytes(index[..8].try_into().expect("an index has 32 bytes"));
    diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
        .bind::<diesel::sql_types::BigInt, _>(lock)
        .execute(w.conn())?;
    Ok(())
}

/// Makes an account. `name` is what claimants see of staff; `password_hash` is none where a link will set it.
///
/// # Errors
/// Conflict where the address has an account. Two attempts at once wait for each other, because the index is not unique.
pub fn create(
    w: &mut Write,
    role: Role,
    email: &str,
    name: Option<&str>,
    password_hash: Option<&str>,
) -> Result<AccountId, Error> {
    let index = email_index(w, email);
    wait_for_turn(w, &index)?;
    if find(w, email)?.is_some() {
        return Err(Error::conflict("account-exists"));
    }
    let id = AccountId::new();
    let sealed = w.vault().seal(
        place(id),
        [("email", email)]
            .into_iter()
            .chain(name.map(|name| ("name", name))),
    );
    let now = w.now();
    diesel::insert_into(account::table)
        .values((
            account::id.eq(id),
            account::role.eq(role),
            account::state.eq(State::Active),
            account::email_index.eq(index),
            account::sealed.eq(sealed.sealed),
            account::commitments.eq(sealed.commitments),
            account::password_hash.eq(password_hash.unwrap_or(NO_PASSWORD)),
            account::password_changed_at.eq(now),
            account::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(id)
}

/// An account as its owner and administrators see it.
#[derive(Serialize, ToSchema)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// What it may do.
    pub role: Role,
    /// Whether it can be used.
    pub state: State,
    /// The e-mail address, for the owner; administrators see that of staff.
    pub email: String,
    /// The name that claimants see; staff only.
    pub name: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

type Row = (AccountId, Role, State, Vec<u8>, DateTime<Utc>);
const COLUMNS: (
    account::id,
    account::role,
    account::state,
    account::sealed,
    account::created_at,
) = (
    account::id,
    account::role,
    account::state,
    account::sealed,
    account::created_at,
);

fn open(
    r: &Read,
    grant: &Grant,
    (id, role, state, sealed, created_at): Row,
) -> Result<Account, Error> {
    let opened = r.vault().open(grant, place(id), &sealed)?;
    Ok(Account {
        id,
        role,
        state,
        email: opened.get("email").into(),
        name: opened.find("name"),
        created_at,
    })
}

/// The account that asks.
pub fn own(r: &mut Read) -> Result<Account, Error> {
    let (id, grant) = Grant::of_self(r)?;
    let row = account::table.find(id).select(COLUMNS).first(r.conn())?;
    open(r, &grant, row)
}

/// Staff accounts, for administrators; claimants are nobody's business here.
pub fn staff(r: &mut Read) -> Result<Vec<Account>, Error> {
    let rows: Vec<Row> = account::table
        .filter(account::role.ne(Role::Claimant))
        .order(account::id)
        .select(COLUMNS)
        .load(r.conn())?;
    rows.into_iter()
        .map(|row| open(r, &Grant::for_program(), row))
        .collect()
}

/// What claimants see of a member of staff.
pub fn staff_name(r: &mut Read, id: AccountId) -> Result<String, Error> {
    let row: Row = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant))
        .select(COLUMNS)
        .first(r.conn())?;
    Ok(open(r, &Grant::for_program(), row)?
        .name
        .unwrap_or_default())
}

/// Enables or disables a staff account. Nobody disables themselves: an installation must keep an administrator.
pub fn set_state(w: &mut Write, id: AccountId, state: State) -> Result<(), Error> {
    if w.account().is_ok_and(|own| own == id) {
        return Err(Error::conflict("own-account"));
    }
    let staff = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant));
    match diesel::update(staff)
        .set(account::state.eq(state))
        .execute(w.conn())?
    {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Gives a staff account another staff role.
pub fn set_role(w: &mut Write, id: AccountId, role: Role) -> Result<(), Error> {
    if !role.is_staff() {
        return Err(Error::invalid("role", "staff-role"));
    }
    if w.account().is_ok_and(|own| own == id) {
        return Err(Error::conflict("own-account"));
    }
    let staff = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant));
    match diesel::update(staff)
        .set(account::role.eq(role))
        .execute(w.conn())?
    {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Stores a new password hash and ends every session but `keep`.
pub fn set_password(
    w: &mut Write,
    id: AccountId,
    hash: &str,
    keep: Option<crate::ids::SessionId>,
) -> Result<(), Error> {
    let now = w.now();
    diesel::update(account::table.find(id).filter(erase::stays()))
        .set((
            account::password_hash.eq(hash),
            account::password_changed_at.eq(now),
        ))
        .execute(w.conn())?;
    let others = session::table
        .filter(session::account_id.eq(id))
        .filter(session::ended_at.is_null());
    match keep {
        Some(keep) => diesel::update(others.filter(session::id.ne(keep)))
            .set(session::ended_at.eq(now))
            .execute(w.conn())?,
        None => diesel::update(others)
            .set(session::ended_at.eq(now))
            .execute(w.conn())?,
    };
    Ok(())
}
