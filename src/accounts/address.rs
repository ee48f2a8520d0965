//! An address for an account that has none yet: staff made it for somebody. As at registration, a
//! code goes to the mailbox, and whoever types it on the page that was left open chooses a password.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::hashing::HashingPool;
use crate::accounts::links::{self, Link, Purpose};
use crate::accounts::password::PasswordHash;
use crate::accounts::{self, email_index, place};
use crate::action::Action;
use crate::db::lock::Lock;
use crate::db::schema::account;
use crate::db::{Db, Read, Ticket, Write};
use crate::error::Error;
use crate::input::Email;
use crate::limits::{Limits, hold_back};
use crate::mail::{self, Mail};
use crate::security::Event;
use crate::text::Language;

/// The address that an account is to have.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAddress {
    /// E-mail address; the code goes there.
    pub email: String,
}

/// Who shows that they read the mailbox.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressCode {
    /// The address that was given before.
    pub email: String,
    /// The six digits in the mail; void after five wrong ones.
    pub code: String,
    /// At least 8 characters, not guessable.
    pub password: String,
}

/// Refuses an account that has an address.
fn unaddressed(r: &mut Read) -> Result<(), Error> {
    match accounts::own(r)?.email {
        None => Ok(()),
        Some(_) => Err(Error::conflict("has-address")),
    }
}

/// Asks for the code. An address that has an account gets a mail that says so; the answer is the
/// same.
///
/// # Errors
/// A conflict where the account has an address; `TooMany` where the source asked too often;
/// `Invalid` where it is no address.
pub async fn request(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    typed: &NewAddress,
    language: Language,
) -> Result<(), Error> {
    db.read(ticket, unaddressed).await?;
    let asked = links::asked(db, ticket, limits, Purpose::Address, &typed.email).await?;
    let Some((email, _)) = asked else {
        return Ok(());
    };
    let request = move |w: &mut Write| {
        let (hours, code) = (links::hours(None), links::code());
        links::make(w, Purpose::Address, &email, hours, Some(&code))?;
        let mail = match accounts::find(w, &email)? {
            Some(_) => Mail::Known,
            None => Mail::Address { code: &code, hours },
        };
        mail::queue(w, &email, mail, language)
    };
    db.write(ticket, Action::AccountRequest, request).await
}

/// An address that was confirmed, and the password of its account.
pub struct Confirmed {
    link: Link,
    hash: PasswordHash,
}

/// Finds the code, then judges and hashes the password.
///
/// # Errors
/// `TooMany` where the source tried too often; `Invalid` where the code is wrong, too old or void, or
/// the password will not do; `Unavailable` where the hashing pool stays full.
pub async fn choose(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    hashing: &HashingPool,
    typed: &AddressCode,
) -> Result<Confirmed, Error> {
    let purpose = Purpose::Address;
    links::may_follow(db, ticket, limits).await?;
    let (email, code) = (Email::parse("email", &typed.email)?, typed.code.clone());
    // a write that keeps what was counted also where the code is wrong
    let shown = move |w: &mut Write| Link::of_code(w, purpose, &email, &code);
    let link = db.write(ticket, Action::AccountRequest, shown).await?;
    let Some(link) = link else {
        hold_back().await;
        return Err(Error::invalid("code", "registration-code"));
    };
    let hash = links::hashed(db, ticket, hashing, purpose, link.clone(), &typed.password).await?;
    Ok(Confirmed { link, hash })
}

/// Gives the account of the caller its address and password. The session goes on; the next begins
/// with both.
///
/// # Errors
/// A conflict where it has an address; `Invalid` where the code was used or is too old, or the
/// address got an account meanwhile.
pub fn confirm(w: &mut Write, confirmed: &Confirmed) -> Result<(), Error> {
    let id = accounts::erase::lock_against_erasure(w)?;
    unaddressed(w)?;
    let email = links::take(w, Purpose::Address, &confirmed.link)?;
    let index = email_index(w.vault(), email.as_str());
    w.lock(Lock::Email(&index))?;
    if accounts::find(w, &email)?.is_some() {
        return Err(links::unusable());
    }
    let (now, sealed) = (
        w.now(),
        w.vault().seal(place(id), [("email", email.as_str())]),
    );
    diesel::update(account::table.find(id))
        .set((
            account::email_index.eq(&index),
            account::sealed.eq(sealed.sealed),
            account::commitments.eq(sealed.commitments),
            account::password_hash.eq(&confirmed.hash),
            account::password_changed_at.eq(now),
        ))
        .execute(w.conn())?;
    links::void(w, &index)?;
    w.tell(Event::PasswordSet, id);
    Ok(())
}
