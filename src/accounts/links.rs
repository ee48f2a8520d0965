//! One-time links by mail. A link is kept as a hash of its secret and works once.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::access::Grant;
use crate::accounts::email_index;
use crate::accounts::password::PasswordHash;
use crate::codes::codes;
use crate::db::Write;
use crate::db::lock::Lock;
use crate::db::schema::one_time_link;
use crate::error::Error;
use crate::input::Email;
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

/// Stores a link and returns its secret: 32 random bytes in hexadecimal digits, kept only as a
/// hash.
pub(super) fn make(
    w: &mut Write,
    purpose: Purpose,
    email: &Email,
    password_hash: Option<&PasswordHash>,
) -> Result<String, Error> {
    let token = hex::encode(rand::random::<[u8; 32]>());
    let id = Uuid::now_v7();
    let sealed = w.vault().seal(place(id), [("email", email.as_str())]);
    let (index, expires) = (email_index(w.vault(), email.as_str()), w.now() + LIFETIME);
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

/// Whether an address got so many links of a kind within the hour that a mailbox would be flooded:
/// somebody asks in another's name. Each kind counts by itself, so that asking for accounts keeps
/// nobody from a new password.
pub(super) fn enough(w: &mut Write, purpose: Purpose, email: &Email) -> Result<bool, Error> {
    let index = email_index(w.vault(), email.as_str());
    w.lock(Lock::Email(&index))?;
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
pub(super) fn take(
    w: &mut Write,
    purpose: Purpose,
    token: &str,
) -> Result<(Email, Option<PasswordHash>), Error> {
    let link = one_time_link::table
        .filter(one_time_link::token_hash.eq(token_hash(token)))
        .filter(one_time_link::purpose.eq(purpose));
    let taken: Option<Link> = diesel::delete(link)
        .returning(Link::as_returning())
        .get_result(w.conn())
        .optional()?;
    let link = taken
        .filter(|link| link.expires_at > w.now())
        .ok_or_else(unusable)?;
    let opened = w
        .vault()
        .open(&Grant::for_program(), place(link.id), &link.sealed)?;
    Ok((
        Email::of_stored(opened.get("email").into()),
        link.password_hash,
    ))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = one_time_link)]
struct Link {
    id: Uuid,
    sealed: Vec<u8>,
    password_hash: Option<PasswordHash>,
    expires_at: DateTime<Utc>,
}

/// A link that is unknown, used or too old.
pub(super) fn unusable() -> Error {
    Error::invalid("token", "link")
}

/// Deletes links that are too old.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let now = w.now();
    Ok(
        diesel::delete(one_time_link::table.filter(one_time_link::expires_at.lt(now)))
            .execute(w.conn())?,
    )
}
