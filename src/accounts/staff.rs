//! Accounts of the firm's staff and auditors, which administrators and the operator make.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts::links::{self, Purpose};
use crate::accounts::password::PasswordHash;
use crate::accounts::{self, Account, Role, Row, State, sessions};
use crate::db::schema::account;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::{Email, Faults, PersonName};
use crate::mail::{self, Mail};
use crate::security::Event;
use crate::text::Language;

/// A member of staff to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    /// E-mail address; an invitation to choose a password goes there.
    pub email: String,
    /// The name that claimants see.
    pub name: String,
    /// What they may do; not claimant.
    pub role: Role,
}

/// Makes a staff account; without a password nobody can sign in to it before a link has set one.
///
/// # Errors
/// `Invalid` with every fault, a conflict where the address has an account.
pub fn create(
    w: &mut Write,
    typed: &NewStaff,
    password: Option<&PasswordHash>,
) -> Result<(AccountId, Email), Error> {
    let mut faults = Faults::default();
    let email = faults.take(Email::parse("email", &typed.email));
    let name = faults.take(PersonName::parse("name", &typed.name));
    faults.demand(typed.role.is_staff(), "role", "staff-role");
    let (email, name) = faults.finish((email, name))?;
    let id = accounts::create(w, typed.role, &email, Some(&name), password)?;
    Ok((id, email))
}

/// Makes a staff account and invites its owner to choose a password.
pub fn invite(w: &mut Write, typed: &NewStaff, language: Language) -> Result<AccountId, Error> {
    let (id, email) = create(w, typed, None)?;
    let hours = links::hours(Some(typed.role));
    let token = links::make(w, Purpose::PasswordReset, &email, hours, None)?;
    let invitation = Mail::Invitation {
        token: &token,
        hours,
    };
    mail::queue(w, &email, invitation, language)?;
    Ok(id)
}

/// A one-time token with which the owner of a staff account chooses a new password. The row is
/// written as it is, so that the log says that somebody made one.
pub fn reset_link(w: &mut Write, id: AccountId) -> Result<String, Error> {
    let row: Row = diesel::update(
        account::table
            .find(id)
            .filter(account::role.ne(Role::Claimant)),
    )
    .set(account::state.eq(account::state))
    .returning(Row::as_returning())
    .get_result(w.conn())?;
    let (role, email) = (row.role, row.open(w, &Grant::for_program())?.email);
    let email = email.ok_or(Error::NotFound)?;
    links::make(
        w,
        Purpose::PasswordReset,
        &email,
        links::hours(Some(role)),
        None,
    )
}

/// Staff accounts, for administrators; claimants are nobody's business here.
pub fn list(r: &mut Read) -> Result<Vec<Account>, Error> {
    let rows: Vec<Row> = account::table
        .filter(account::role.ne(Role::Claimant))
        .order(account::id)
        .select(Row::as_select())
        .load(r.conn())?;
    rows.into_iter()
        .map(|row| row.open(r, &Grant::for_program()))
        .collect()
}

/// What claimants see of a member of staff.
pub fn name(r: &mut Read, id: AccountId) -> Result<String, Error> {
    let row: Row = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant))
        .select(Row::as_select())
        .first(r.conn())?;
    let account = row.open(r, &Grant::for_program())?;
    Ok(account
        .name
        .map_or_else(String::new, |name| name.as_str().into()))
}

/// The same of many, each looked up once.
#[derive(Default)]
pub struct Names(HashMap<AccountId, String>);

impl Names {
    pub fn of(&mut self, r: &mut Read, id: AccountId) -> Result<String, Error> {
        if let Some(name) = self.0.get(&id) {
            return Ok(name.clone());
        }
        let name = name(r, id)?;
        self.0.insert(id, name.clone());
        Ok(name)
    }
}

/// Enables or disables a staff account; its sessions end, and enabling it revives none. Nobody
/// disables themselves: an installation must keep an administrator.
pub fn set_state(w: &mut Write, id: AccountId, state: State) -> Result<(), Error> {
    not_own(w, id)?;
    let staff = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant));
    match diesel::update(staff)
        .set(account::state.eq(state))
        .execute(w.conn())?
    {
        0 => Err(Error::NotFound),
        _ => {
            w.tell(Event::StateSet, id);
            sessions::end_of(w, id, None)
        }
    }
}

/// Gives a staff account another staff role; its sessions end with the rights they had.
pub fn set_role(w: &mut Write, id: AccountId, role: Role) -> Result<(), Error> {
    if !role.is_staff() {
        return Err(Error::invalid("role", "staff-role"));
    }
    not_own(w, id)?;
    let staff = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant));
    match diesel::update(staff)
        .set(account::role.eq(role))
        .execute(w.conn())?
    {
        0 => Err(Error::NotFound),
        _ => {
            w.tell(Event::RoleSet, id);
            sessions::end_of(w, id, None)
        }
    }
}

/// Ends every session of a staff account, such as that of a lost device.
pub fn end_sessions(w: &mut Write, id: AccountId) -> Result<(), Error> {
    let staff = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant))
        .select(account::id);
    let id: AccountId = staff.first(w.conn())?;
    w.tell(Event::SessionsEnded, id);
    sessions::end_of(w, id, None)
}

fn not_own(w: &Write, id: AccountId) -> Result<(), Error> {
    match w.account() {
        Ok(own) if own == id => Err(Error::conflict("own-account")),
        _ => Ok(()),
    }
}
