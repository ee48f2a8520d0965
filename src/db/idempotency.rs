//! Idempotency keys: a repeated request gets the first answer. Key, change and capture are one
//! transaction; an error rolls the key back. A repetition is itself a write, so that its COMMIT
//! waits for whatever the first one waited for: without that, a standby that takes over could have
//! forgotten an answer that was given twice.

use chrono::Duration;
use diesel::prelude::*;
use uuid::Uuid;

use crate::access::Grant;
use crate::db::lock::Lock;
use crate::db::schema::idempotency;
use crate::db::{Who, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::vault::Place;

/// Days a key is remembered.
pub const KEPT_DAYS: i64 = 30;

/// A key that a client chose for one change, and what the change is.
#[derive(Clone)]
pub struct Key {
    pub key: String,
    /// Distinguishes the keys of people who have not signed in: the path.
    pub path: String,
    /// SHA-256 over method, path and body.
    pub request_hash: [u8; 32],
    /// Whether a repetition waits for the first request: nobody reads what a browser was answered
    /// whose button was pressed twice but the last.
    pub waits: bool,
}

/// The answer to a change: what is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// HTTP status, 2xx.
    pub status: u16,
    /// Where the result is.
    pub location: Option<String>,
}

impl Key {
    /// Whose keys it is among. The path of a stranger is keyed: it may hold the secret of a link that
    /// can be used again.
    fn scope(&self, w: &Write) -> String {
        match w.who() {
            Who::Account { account, .. } => account.to_string(),
            _ => hex::encode(w.vault().index("path", &self.path)),
        }
    }

    /// Where an answer's location is sealed.
    fn place(&self, w: &Write) -> Place {
        let name = self.name(w);
        let id = Uuid::from_slice(&name[..16]).expect("a keyed hash has 32 bytes");
        Place {
            table: "idempotency",
            id,
            subject: id,
        }
    }

    /// A location as it is kept: of a stranger sealed, for the same reason.
    fn kept(&self, w: &Write, location: &str) -> String {
        match w.who() {
            Who::Account { .. } => location.into(),
            _ => {
                let fields = [("location", location)];
                hex::encode(w.vault().seal(self.place(w), fields).sealed)
            }
        }
    }

    /// A location out of what is kept of it.
    fn location(&self, w: &Write, kept: String) -> Result<String, Error> {
        if matches!(w.who(), Who::Account { .. }) {
            return Ok(kept);
        }
        let sealed = hex::decode(kept).map_err(Error::internal)?;
        let opened = w
            .vault()
            .open(&Grant::for_program(), self.place(w), &sealed)?;
        Ok(opened.get("location").into())
    }

    /// The key as it is kept: keyed, since a client may have put anything into it.
    fn name(&self, w: &Write) -> Vec<u8> {
        w.vault().index("idempotency", &self.key)
    }

    /// What is kept of the request: keyed, since with a plain digest anybody who has the table
    /// could try names and passwords.
    fn request(&self, w: &Write) -> Vec<u8> {
        w.vault().index("request", &hex::encode(self.request_hash))
    }
}

/// The answer of the first time, where this is a repetition.
///
/// # Errors
/// 409 while the first request runs and the key does not wait for it, 422 where the key was used
/// for another request.
pub fn repeated(w: &mut Write, key: &Key) -> Result<Option<Done>, Error> {
    let (scope, name) = (key.scope(w), key.name(w));
    let lock = Lock::Idempotency {
        scope: &scope,
        key: &key.key,
    };
    if key.waits {
        w.lock(lock)?;
    } else if !w.try_lock(lock)? {
        return Err(Error::conflict("request-in-flight"));
    }
    let row = idempotency::table.find((&scope, &name));
    let known: Option<(Vec<u8>, i16, Option<String>)> = row
        .select((
            idempotency::request_hash,
            idempotency::status,
            idempotency::location,
        ))
        .first(w.conn())
        .optional()?;
    let Some((request, status, location)) = known else {
        return Ok(None);
    };
    if request != key.request(w) {
        return Err(Error::invalid("Idempotency-Key", "idempotency-key-reused"));
    }
    let now = w.now();
    diesel::update(row)
        .set(idempotency::repeated_at.eq(now))
        .execute(w.conn())?;
    let location = location.map(|kept| key.location(w, kept));
    Ok(Some(Done {
        status: status.unsigned_abs(),
        location: location.transpose()?,
    }))
}

/// Runs the change once for this key; a repetition answers as the first time without changing
/// anything.
///
/// # Errors
/// Those of [`repeated`] and of the change.
pub fn once(
    w: &mut Write,
    key: Option<&Key>,
    change: impl FnOnce(&mut Write) -> Result<Done, Error>,
) -> Result<Done, Error> {
    let Some(key) = key else { return change(w) };
    if let Some(done) = repeated(w, key)? {
        return Ok(done);
    }
    let done = change(w)?;
    let (scope, name, request, now) = (key.scope(w), key.name(w), key.request(w), w.now());
    let location = done.location.as_deref();
    let location = location.map(|location| key.kept(w, location));
    diesel::insert_into(idempotency::table)
        .values((
            idempotency::scope.eq(scope),
            idempotency::key.eq(name),
            idempotency::request_hash.eq(request),
            idempotency::status.eq(done.status.cast_signed()),
            idempotency::location.eq(location),
            idempotency::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(done)
}

/// Forgets the keys of an account.
pub fn forget(w: &mut Write, account: AccountId) -> Result<(), Error> {
    diesel::delete(idempotency::table.filter(idempotency::scope.eq(account.to_string())))
        .execute(w.conn())?;
    Ok(())
}

/// Forgets keys older than 30 days.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let before = w.now() - Duration::days(KEPT_DAYS);
    Ok(
        diesel::delete(idempotency::table.filter(idempotency::created_at.lt(before)))
            .execute(w.conn())?,
    )
}
