//! One-time links by mail: registration and password reset. Asking for one answers the same for every address, and what
//! the mail says is seen only by whoever reads that mailbox.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::access::Grant;
use crate::accounts::{email_index, find, wait_for_turn};
use crate::codes::codes;
use crate::db::Write;
use crate::db::schema::one_time_link;
use crate::error::Error;
use crate::ids::AccountId;
use crate::mail;
use crate::role::Role;
use crate::text::Language;
use crate::vault::Place;

codes! {
    /// What a link is for.
    Purpose {
        /// Makes the account.
        Registration = "registration",
        /// Sets a new password.
        PasswordReset = "password_reset",
    }
}

/// How long a link can be used.
const LIFETIME: Duration = Duration::hours(24);

/// Links of a kind that an address gets at most in an hour, however often they are asked for.
const AN_HOUR: i64 = 3;

fn place(id: Uuid) -> Place {
    Place {
        table: "one_time_link",
        id,
        subject: id,
    }
}

fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}

/// Stores a link and returns its secret: 32 random bytes in hexadecimal digits, kept only as a hash.
fn make(
    w: &mut Write,
    purpose: Purpose,
    email: &str,
    password_hash: Option<&str>,
) -> Result<String, Error> {
    let token = hex::encode(rand::random::<[u8; 32]>());
    let id = Uuid::now_v7();
    let sealed = w.vault().seal(place(id), [("email", email)]);
    let (index, expires) = (email_index(w, email), w.now() + LIFETIME);
    diesel::insert_into(one_time_link::table)
        .values((
            one_time_link::id.eq(id),
            one_time_link::purpose.eq(purpose),
            one_time_link::token_hash.eq(token_hash(&token)),
            one_time_link::email_index.eq(index),
            one_time_link::sealed.eq(sealed.sealed),
            one_time_link::password_hash.eq(password_hash),
            one_time_link::expires_at.eq(expires),
        ))
        .execute(w.conn())?;
    Ok(token)
}

/// Whether an address got so many links of a kind within the hour that a mailbox would be flooded: somebody asks in another's
/// name. Each kind counts by itself, so that asking for accounts keeps nobody from a new password.
fn enough(w: &mut Write, purpose: Purpose, email: &str) -> Result<bool, Error> {
    let index = email_index(w, email);
    wait_for_turn(w, &index)?;
    let since = w.now() + LIFETIME - Duration::hours(1);
    let recent = one_time_link::table
        .filter(one_time_link::email_index.eq(index))
        .filter(one_time_link::purpose.eq(purpose));
    let recent: i64 = recent
        .filter(one_time_link::expires_at.gt(since))
        .count()
        .get_result(w.conn())?;
    Ok(recent >= AN_HOUR)
}

/// Takes a link out of the table: it works once.
fn take(w: &mut Write, purpose: Purpose, token: &str) -> Result<(String, Option<String>), Error> {
    let row: Option<(Uuid, Vec<u8>, Option<String>, DateTime<Utc>)> = diesel::delete(
        one_time_link::table
            .filter(one_time_link::token_hash.eq(token_hash(token)))
            .filter(one_time_link::purpose.eq(purpose)),
    )
    .returning((
        one_time_link::id,
        one_time_link::sealed,
        one_time_link::password_hash,
        one_time_link::expires_at,
    ))
    .get_result(w.conn())
    .optional()?;
    match row {
        Some((id, sealed, password_hash, expires)) if expires > w.now() => {
            let opened = w.vault().open(&Grant::for_program(), place(id), &sealed)?;
            Ok((opened.get("email").into(), password_hash))
        }
        _ => Err(Error::invalid("token", "link")),
    }
}

/// Asks for an account. A known address gets a mail that says so; the work is the same.
pub fn request_account(
    w: &mut Write,
    email: &str,
    password_hash: &str,
    language: Language,
) -> Result<(), Error> {
    if enough(w, Purpose::Registration, email)? {
        return Ok(());
    }
    let token = make(w, Purpose::Registration, email, Some(password_hash))?;
    let text = if find(w, email)?.is_some() {
        "mail-known"
    } else {
        "mail-registration"
    };
    mail::queue(w, email, text, &token, language)
}

/// Makes the account that a link stands for.
///
/// # Errors
/// `Invalid` where the link is unknown, used or too old, or the address got an account meanwhile.
pub fn confirm_account(w: &mut Write, token: &str) -> Result<AccountId, Error> {
    let (email, hash) = take(w, Purpose::Registration, token)?;
    super::create(w, Role::Claimant, &email, None, hash.as_deref()).map_err(|error| match error {
        Error::Conflict(_) => Error::invalid("token", "link"),
        other => other,
    })
}

/// Asks for a new password. An unknown address gets a mail that says so, for the same work.
pub fn request_reset(w: &mut Write, email: &str, language: Language) -> Result<(), Error> {
    if enough(w, Purpose::PasswordReset, email)? {
        return Ok(());
    }
    let token = make(w, Purpose::PasswordReset, email, None)?;
    let text = if find(w, email)?.is_some() {
        "mail-reset"
    } else {
        "mail-unknown"
    };
    mail::queue(w, email, text, &token, language)
}

/// Invites a member of staff to choose a password.
pub fn invite(w: &mut Write, email: &str, language: Language) -> Result<(), Error> {
    let token = make(w, Purpose::PasswordReset, email, None)?;
    mail::queue(w, email, "mail-invitation", &token, language)
}

/// Sets the password of the account that a link stands for, and ends its sessions. `check` says whether the new password
/// will do for that role and address.
pub fn reset(
    w: &mut Write,
    token: &str,
    hash: &str,
    check: impl Fn(Role, &str) -> Result<(), Error>,
) -> Result<(), Error> {
    use crate::db::schema::account;
    let (email, _) = take(w, Purpose::PasswordReset, token)?;
    let id = find(w, &email)?.ok_or_else(|| Error::invalid("token", "link"))?;
    let role: Role = account::table
        .find(id)
        .select(account::role)
        .first(w.conn())?;
    check(role, &email)?;
    super::sessions::forgive(w, &email)?;
    super::set_password(w, id, hash, None)
}

/// Deletes links that are too old.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let now = w.now();
    Ok(
        diesel::delete(one_time_link::table.filter(one_time_link::expires_at.lt(now)))
            .execute(w.conn())?,
    )
}
