//! Accounts: who can sign in, with which role. An account begins with a one-time link (claimants),
//! with staff who enter a claim for somebody (without address and password until these are chosen),
//! or with an administrator or the command line (staff). Roles and states are read from the
//! database at every request and act at once.

pub mod address;
pub mod change_password;
pub mod devices;
pub(crate) mod erase;
pub mod guessing;
pub mod hashing;
mod korean;
pub mod links;
pub mod password;
pub mod password_reset;
pub mod proof;
pub(crate) mod readdress;
pub mod registration;
pub mod sessions;
pub mod sign_in;
pub mod staff;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::codes::codes;
use crate::db::derived::MailFailed;
use crate::db::lock::Lock;
use crate::db::schema::account;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, SessionId};
use crate::input::{Email, PersonName};
pub use crate::role::Role;
use crate::security::Event;
use crate::vault::{Place, Vault};
use password::PasswordHash;

codes! {
    /// Whether an account can be used.
    State {
        /// Can be used.
        Active = "active",
        /// Cannot be used; its sessions count no longer.
        Disabled = "disabled",
    }
}

/// Blind index under which an e-mail address (already in lower case) is found.
fn email_index(vault: &Vault, email: &str) -> Vec<u8> {
    vault.index("email", email)
}

fn place(id: AccountId) -> Place {
    Place {
        table: "account",
        id: id.0,
        subject: id.0,
    }
}

/// Finds the account of an e-mail address.
pub fn find(r: &mut Read, email: &Email) -> Result<Option<AccountId>, Error> {
    let index = email_index(r.vault(), email.as_str());
    let found = account::table
        .filter(account::email_index.eq(index))
        .order(account::id)
        .select(account::id);
    Ok(found.first(r.conn()).optional()?)
}

/// What an account may do.
pub fn role(r: &mut Read, id: AccountId) -> Result<Role, Error> {
    let role = account::table.find(id).select(account::role);
    Ok(role.first(r.conn())?)
}

/// Makes an account. `name` is what claimants see of staff; `password` is none where a link will
/// set it.
///
/// # Errors
/// Conflict where the address has an account. Two attempts at once wait for each other, because the
/// index is not unique.
pub fn create(
    w: &mut Write,
    role: Role,
    email: &Email,
    name: Option<&PersonName>,
    password: Option<&PasswordHash>,
) -> Result<AccountId, Error> {
    let index = email_index(w.vault(), email.as_str());
    w.lock(Lock::Email(&index))?;
    if find(w, email)?.is_some() {
        return Err(Error::conflict("account-exists"));
    }
    let name = name.map(|name| ("name", name.as_str()));
    let fields = [("email", email.as_str())].into_iter().chain(name);
    let id = insert(w, role, &index, fields, password)?;
    links::void(w, &index)?;
    Ok(id)
}

/// Makes the account of a claimant for whom staff enter a claim: nobody signs in to it, before they
/// choose an address and a password themselves.
pub(crate) fn create_unaddressed(w: &mut Write) -> Result<AccountId, Error> {
    // no address has this index
    let index = rand::random::<[u8; 32]>();
    insert(w, Role::Claimant, &index, [], None)
}

fn insert<'f>(
    w: &mut Write,
    role: Role,
    index: &[u8],
    fields: impl IntoIterator<Item = (&'f str, &'f str)>,
    password: Option<&PasswordHash>,
) -> Result<AccountId, Error> {
    let (id, now) = (AccountId::new(), w.now());
    let sealed = w.vault().seal(place(id), fields);
    diesel::insert_into(account::table)
        .values((
            account::id.eq(id),
            account::role.eq(role),
            account::state.eq(State::Active),
            account::email_index.eq(index),
            account::sealed.eq(sealed.sealed),
            account::commitments.eq(sealed.commitments),
            account::password_hash.eq(password.unwrap_or(&PasswordHash::none())),
            account::password_changed_at.eq(now),
            account::created_at.eq(now),
        ))
        .execute(w.conn())?;
    w.tell(Event::AccountMade, id);
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
    /// The e-mail address, for the owner; administrators see that of staff. None while an account
    /// that staff made for a claimant has none.
    pub email: Option<Email>,
    /// The name that claimants see; staff only.
    pub name: Option<PersonName>,
    /// Whether a mail to that address was given up within the last 30 days: it may be wrong, or
    /// its mailbox full.
    pub mail_failed: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Account {
    /// The e-mail address; empty where it has none.
    pub fn address(&self) -> &str {
        self.email.as_ref().map_or("", Email::as_str)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = account)]
struct Row {
    id: AccountId,
    role: Role,
    state: State,
    sealed: Vec<u8>,
    #[diesel(select_expression = MailFailed, select_expression_type = MailFailed)]
    mail_failed: bool,
    created_at: DateTime<Utc>,
}

impl Row {
    fn open(self, r: &Read, grant: &Grant) -> Result<Account, Error> {
        let opened = r.vault().open(grant, place(self.id), &self.sealed)?;
        Ok(Account {
            id: self.id,
            role: self.role,
            state: self.state,
            email: opened.find("email").map(Email::of_stored),
            name: opened.find("name").map(PersonName::of_stored),
            mail_failed: self.mail_failed,
            created_at: self.created_at,
        })
    }
}

/// When the caller showed that they read the mailbox of their account: that made it.
pub(crate) fn confirmed_at(r: &mut Read) -> Result<DateTime<Utc>, Error> {
    let own = account::table.find(r.account()?);
    Ok(own.select(account::created_at).first(r.conn())?)
}

/// The address of an account, out of its sealed document, for a mail of the program's own; none
/// where it has none, or was erased.
pub(crate) fn address(vault: &Vault, id: AccountId, sealed: &[u8]) -> Result<Option<Email>, Error> {
    let opened = vault.open(&Grant::for_program(), place(id), sealed)?;
    Ok(opened.find("email").map(Email::of_stored))
}

/// The account of the caller.
pub fn own(r: &mut Read) -> Result<Account, Error> {
    let (id, grant) = Grant::of_self(r)?;
    let row: Row = account::table
        .find(id)
        .select(Row::as_select())
        .first(r.conn())?;
    row.open(r, &grant)
}

/// Stores a new password hash. Every session but `keep` ends, and no link of before sets another.
fn set_password(
    w: &mut Write,
    id: AccountId,
    hash: &PasswordHash,
    keep: Option<SessionId>,
) -> Result<(), Error> {
    let now = w.now();
    let changed = diesel::update(account::table.find(id).filter(erase::not_erased()))
        .set((
            account::password_hash.eq(hash),
            account::password_changed_at.eq(now),
        ))
        .returning(account::email_index);
    if let Some(index) = changed.get_result::<Vec<u8>>(w.conn()).optional()? {
        links::void(w, &index)?;
    }
    w.tell(Event::PasswordSet, id);
    sessions::end_of(w, id, keep)
}
