//! One-time links by mail. A link is kept as a hash of its secret, works once, and shows that
//! whoever follows it reads the mailbox: so the password is set where it is followed, and what it
//! costs to judge and hash it is spent for real links only. A registration has a code of six digits
//! beside its link, for the page that was left open, and an address that an account gets later has the
//! code alone: it is kept as a keyed hash, and void after a
//! few wrong ones, which leave the link as it was.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::access::Grant;
use crate::accounts::hashing::HashingPool;
use crate::accounts::password::PasswordHash;
use crate::accounts::{Role, email_index, guessing};
use crate::characters;
use crate::codes::codes;
use crate::db::lock::Lock;
use crate::db::schema::{account, one_time_link};
use crate::db::{Db, Read, Ticket, Write};
use crate::error::Error;
use crate::input::Email;
use crate::limits::{Asked, Limits, hold_back};
use crate::security::Event;
use crate::vault::{Place, Vault};

codes! {
    /// What a link is for.
    Purpose {
        /// Makes the account.
        Registration = "registration",
        /// Sets a new password.
        PasswordReset = "password_reset",
        /// Gives an account that staff made for somebody its address.
        Address = "address",
    }
}

/// Mail services for which dots in the name before the `@` make no other mailbox.
const DOTLESS: [&str; 2] = ["gmail.com", "googlemail.com"];

/// A link that is followed, with the password that its reader chose.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Followed {
    /// The code in the mail.
    pub token: String,
    /// At least 8 characters, 12 for staff, not guessable.
    pub password: String,
}

/// Hours that a link can be used: of the staff one, since it opens what others entrusted.
pub(super) fn hours(role: Option<Role>) -> i64 {
    if role.is_some_and(Role::is_staff) {
        1
    } else {
        24
    }
}

fn place(id: Uuid) -> Place {
    Place {
        table: "one_time_link",
        id,
        subject: id,
    }
}

/// Names a link, for whoever showed its secret or its code.
#[derive(Clone)]
pub struct Link(Vec<u8>);

impl Link {
    pub(super) fn of_token(token: &str) -> Self {
        Self(Sha256::digest(token).to_vec())
    }

    /// The link that goes with a code, in the time that a code takes which no link goes with; none
    /// where it is wrong, too old, or was guessed at too often.
    pub(super) fn of_code(
        w: &mut Write,
        purpose: Purpose,
        email: &Email,
        typed: &str,
    ) -> Result<Option<Self>, Error> {
        let code = characters::digits(typed);
        let index = email_index(w.vault(), email.as_str());
        let (hash, now) = (code_hash(w.vault(), purpose, email, &code), w.now());
        w.lock(Lock::Email(&index))?;
        let may_try = guessing::may_try_code(w, &index)?;
        let found: Option<Vec<u8>> = one_time_link::table
            .filter(one_time_link::email_index.eq(&index))
            .filter(one_time_link::purpose.eq(purpose))
            .filter(one_time_link::code_hash.eq(hash))
            .filter(one_time_link::expires_at.gt(now))
            .select(one_time_link::token_hash)
            .first(w.conn())
            .optional()?;
        let right = found.filter(|_| may_try);
        if right.is_none() {
            guessing::count_code(w, &index)?;
        }
        Ok(right.map(Self))
    }
}

/// Six digits for the page that was left open.
pub(crate) fn code() -> String {
    format!("{:06}", rand::random_range(0..1_000_000))
}

fn code_hash(vault: &Vault, purpose: Purpose, email: &Email, code: &str) -> Vec<u8> {
    let of = format!("{}-code", purpose.as_str());
    vault.index(&of, &format!("{code}/{}", email.as_str()))
}

/// The address that a mail is asked for, with its mailbox; none where the mailbox had enough, which
/// whoever asks does not learn.
///
/// # Errors
/// `TooMany` where the source asked too often; `Invalid` where it is no address.
pub(super) async fn asked(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    purpose: Purpose,
    typed: &str,
) -> Result<Option<(Email, Vec<u8>)>, Error> {
    let limited = || db.tell(ticket, Event::Limited, "");
    limits
        .of_source(Asked::Link, ticket.origin.source())
        .await
        .inspect_err(|_| limited())?;
    let email = Email::parse("email", typed)?;
    let mailbox = mailbox(db.vault(), purpose, &email);
    if limits.of_mailbox(&mailbox) {
        Ok(Some((email, mailbox)))
    } else {
        limited();
        Ok(None)
    }
}

/// A keyed hash of the mailbox that an address leads to, for limits on mails of that kind:
/// `name+tag@` is `name@`, and dots count only where the service counts them.
fn mailbox(vault: &Vault, purpose: Purpose, email: &Email) -> Vec<u8> {
    let (name, domain) = email.as_str().rsplit_once('@').unwrap_or_default();
    let name = name.trim_matches('"');
    let name = name
        .split('+')
        .next()
        .filter(|name| !name.is_empty())
        .unwrap_or(name);
    let (name, domain) = if DOTLESS.contains(&domain) {
        (name.replace('.', ""), DOTLESS[0])
    } else {
        (name.into(), domain)
    };
    vault.index(purpose.as_str(), &format!("{name}@{domain}"))
}

/// Stores a link and returns its secret: 32 random bytes in hexadecimal digits, kept only as a
/// hash, as its code is. Links of the kind that the address got before are void.
pub(super) fn make(
    w: &mut Write,
    purpose: Purpose,
    email: &Email,
    hours: i64,
    code: Option<&str>,
) -> Result<String, Error> {
    let token = hex::encode(rand::random::<[u8; 32]>());
    let id = Uuid::now_v7();
    let sealed = w.vault().seal(place(id), [("email", email.as_str())]);
    let (index, expires) = (
        email_index(w.vault(), email.as_str()),
        w.now() + Duration::hours(hours),
    );
    let code_hash = code.map(|code| code_hash(w.vault(), purpose, email, code));
    w.lock(Lock::Email(&index))?;
    if code.is_some() {
        guessing::forget_codes(w, &index)?;
    }
    let older = one_time_link::table
        .filter(one_time_link::email_index.eq(&index))
        .filter(one_time_link::purpose.eq(purpose));
    diesel::delete(older).execute(w.conn())?;
    diesel::insert_into(one_time_link::table)
        .values((
            one_time_link::id.eq(id),
            one_time_link::purpose.eq(purpose),
            one_time_link::token_hash.eq(Link::of_token(&token).0),
            one_time_link::code_hash.eq(code_hash),
            one_time_link::email_index.eq(index),
            one_time_link::sealed.eq(sealed.sealed),
            one_time_link::expires_at.eq(expires),
        ))
        .execute(w.conn())?;
    Ok(token)
}

/// Voids every link of an address: its password was set, its account was made or erased.
pub(super) fn void(w: &mut Write, email_index: &[u8]) -> Result<(), Error> {
    let all = one_time_link::table.filter(one_time_link::email_index.eq(email_index));
    diesel::delete(all).execute(w.conn())?;
    Ok(())
}

/// Judges and hashes the password of whoever follows a link, once it is known that there is such a
/// link.
///
/// # Errors
/// `TooMany` where the source follows too many; `Invalid` where the link is unknown, used or too
/// old, or the password will not do; `Unavailable` where the hashing pool stays full.
pub async fn choose(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    hashing: &HashingPool,
    purpose: Purpose,
    typed: &Followed,
) -> Result<PasswordHash, Error> {
    may_follow(db, ticket, limits).await?;
    let link = Link::of_token(&typed.token);
    hashed(db, ticket, hashing, purpose, link, &typed.password).await
}

/// Counts that a source follows a link or shows a code.
///
/// # Errors
/// `TooMany` where it did too often.
pub(super) async fn may_follow(db: &Db, ticket: &Ticket, limits: &Limits) -> Result<(), Error> {
    limits
        .of_source(Asked::Follow, ticket.origin.source())
        .await
        .inspect_err(|_| db.tell(ticket, Event::Limited, ""))
}

/// The password of whoever follows that link, judged and hashed.
///
/// # Errors
/// As [`choose`], but for the source.
pub(super) async fn hashed(
    db: &Db,
    ticket: &Ticket,
    hashing: &HashingPool,
    purpose: Purpose,
    link: Link,
    password: &str,
) -> Result<PasswordHash, Error> {
    let found = db
        .read(ticket, move |r| {
            let found: Option<Row> = one_time_link::table
                .filter(one_time_link::token_hash.eq(link.0))
                .filter(one_time_link::purpose.eq(purpose))
                .select(Row::as_select())
                .first(r.conn())
                .optional()?;
            let email = whose(r, found)?;
            let staff = role_at(r, &email)?.is_some_and(Role::is_staff);
            Ok((email, staff))
        })
        .await;
    if matches!(found, Err(Error::Invalid(_))) {
        hold_back().await;
    }
    let (email, staff) = found?;
    let (source, words) = (ticket.origin.source(), email.as_str().into());
    let judged = hashing.accept(source, "password", password.into(), staff, words);
    hashing.hash(source, judged.await??).await
}

/// The role of the account of an address, if it has one.
pub(super) fn role_at(r: &mut Read, email: &Email) -> Result<Option<Role>, Error> {
    let index = email_index(r.vault(), email.as_str());
    let found = account::table
        .filter(account::email_index.eq(index))
        .order(account::id)
        .select(account::role);
    Ok(found.first(r.conn()).optional()?)
}

/// Takes a link out of the table: it works once.
///
/// # Errors
/// `Invalid` where it is unknown, used or too old.
pub(super) fn take(w: &mut Write, purpose: Purpose, link: &Link) -> Result<Email, Error> {
    let link = one_time_link::table
        .filter(one_time_link::token_hash.eq(&link.0))
        .filter(one_time_link::purpose.eq(purpose));
    let taken: Option<Row> = diesel::delete(link)
        .returning(Row::as_returning())
        .get_result(w.conn())
        .optional()?;
    whose(w, taken)
}

/// The address that a link went to, while it can be used.
fn whose(r: &Read, link: Option<Row>) -> Result<Email, Error> {
    let link = link
        .filter(|link| link.expires_at > r.now())
        .ok_or_else(unusable)?;
    let opened = r
        .vault()
        .open(&Grant::for_program(), place(link.id), &link.sealed)?;
    Ok(Email::of_stored(opened.get("email").into()))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = one_time_link)]
struct Row {
    id: Uuid,
    sealed: Vec<u8>,
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
