//! Another address for an account whose mailbox was lost. What opened the account before opens it
//! no longer: whoever reads the new mailbox chooses a password there.

use diesel::prelude::*;

use crate::access::Grant;
use crate::accounts::links::{self, Purpose};
use crate::accounts::password::PasswordHash;
use crate::accounts::{self, Row, email_index, erase, place, sessions};
use crate::db::Write;
use crate::db::lock::Lock;
use crate::db::schema::account;
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::Email;
use crate::mail::{self, Mail};
use crate::role::Role;
use crate::security::Event;
use crate::text::Language;

/// Gives a locked account of a claimant another address, and returns that of before, if any. Its sessions
/// end, its password and links go, and no device is known any more; a link to choose a password goes
/// to the new mailbox.
///
/// # Errors
/// Conflict where the address has an account.
pub(crate) fn readdress(
    w: &mut Write,
    id: AccountId,
    email: &Email,
    language: Language,
) -> Result<Option<Email>, Error> {
    let index = email_index(w.vault(), email.as_str());
    w.lock(Lock::Email(&index))?;
    if accounts::find(w, email)?.is_some() {
        return Err(Error::conflict("account-exists"));
    }
    let there = account::table.find(id).filter(erase::not_erased());
    let row: Row = there.select(Row::as_select()).first(w.conn())?;
    let before = row.open(w, &Grant::for_program())?.email;
    if let Some(before) = &before {
        let before = email_index(w.vault(), before.as_str());
        links::void(w, &before)?;
    }
    links::void(w, &index)?;
    let now = w.now();
    let sealed = w.vault().seal(place(id), [("email", email.as_str())]);
    diesel::update(account::table.find(id))
        .set((
            account::email_index.eq(&index),
            account::sealed.eq(sealed.sealed),
            account::commitments.eq(sealed.commitments),
            account::password_hash.eq(PasswordHash::none()),
            account::password_changed_at.eq(now),
        ))
        .execute(w.conn())?;
    sessions::end_of(w, id, None)?;
    w.tell(Event::AddressSet, id);
    let hours = links::hours(Some(Role::Claimant));
    let token = links::make(w, Purpose::PasswordReset, email, hours, None)?;
    let recovered = Mail::Recovered {
        token: &token,
        hours,
    };
    mail::queue(w, email, recovered, language)?;
    Ok(before)
}
