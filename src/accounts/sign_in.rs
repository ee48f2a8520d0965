//! Signing in: one read, the hashing, one write.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::devices::Device;
use crate::accounts::email_index;
use crate::accounts::guessing::{self, Lane};
use crate::accounts::hashing::HashingPool;
use crate::accounts::password::{self, PasswordHash};
use crate::accounts::sessions::{self, Begun, Lifetimes};
use crate::action::Action;
use crate::db::schema::account;
use crate::db::{Db, Read, Ticket, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::Email;
use crate::limits::{Asked, Limits};
use crate::mail::{self, Mail};
use crate::security::Event;
use crate::text::Language;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// E-mail address.
    pub email: String,
    /// Password.
    pub password: String,
    /// What the answer to an earlier sign-in called `device`: whoever guesses at the account
    /// elsewhere does not slow this device.
    pub device: Option<String>,
}

/// A session that has begun, and a token for the device.
pub struct SignedIn {
    pub session: Begun,
    pub device: String,
}

/// Who tries: an account if there is one, and the lane of the attempt.
struct Attempt {
    email: Option<Email>,
    known: Option<(AccountId, PasswordHash)>,
    email_index: Vec<u8>,
    device: Option<Device>,
    lane: Lane,
}

impl Attempt {
    /// An address of the wrong form is looked up like any other: it answers the same, in the same
    /// time.
    fn look_up(r: &mut Read, email: &str, token: Option<&str>) -> Result<Self, Error> {
        let parsed = Email::parse("email", email).ok();
        let index = email_index(r.vault(), parsed.as_ref().map_or(email, Email::as_str));
        let (known, now) = (password_of(r, &index)?, r.now());
        let owner = known.as_ref().map(|(id, _)| (*id, index.clone()));
        let device = token
            .zip(owner)
            .and_then(|(token, owner)| Device::read(r.vault(), token, &owner, now));
        let lane = device.as_ref().map_or_else(
            || Lane::stranger(r.vault(), &index, r.ticket().origin.source()),
            |device| Lane::device(r.vault(), &index, device.name()),
        );
        Ok(Self {
            email: parsed,
            known,
            email_index: index,
            device,
            lane,
        })
    }
}

/// Begins a session for who knows the password. Staff are told by mail where the device never
/// signed in before.
///
/// # Errors
/// `Unauthenticated` for a wrong password, an unknown address and a disabled account alike;
/// `TooMany` while the source or the lane has to wait; `Unavailable` where the hashing pool stays
/// full, which counts as no attempt.
pub async fn sign_in(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    hashing: &HashingPool,
    typed: SignIn,
    lifetimes: Lifetimes,
    language: Language,
) -> Result<SignedIn, Error> {
    let source = ticket.origin.source();
    limits
        .of_source(Asked::SignIn, source)
        .await
        .inspect_err(|_| db.tell(ticket, Event::Limited, ""))?;
    let (email, token) = (typed.email, typed.device);
    let looked_up = db.read(ticket, move |r| {
        let attempt = Attempt::look_up(r, &email, token.as_deref())?;
        Ok((guessing::due(r, &attempt.lane), attempt))
    });
    let (begun_at, attempt) = looked_up.await?;
    let Attempt {
        email,
        known,
        email_index,
        device,
        lane,
    } = attempt;
    let stranger = email.filter(|_| device.is_none());
    let begun_at = begun_at.inspect_err(|_| db.tell(ticket, Event::Limited, &lane.whom()))?;
    let (id, stored) = known.unzip();
    let password = password::normalise(&typed.password);
    let right = hashing
        .verify(source, password.clone(), stored.clone())
        .await?;
    let verified = id.zip(stored).filter(|_| right);
    // where the pool is full, the next sign-in renews the hash
    let renewed = match &verified {
        Some((_, stored)) if password::outdated(stored) => {
            hashing.hash(source, password).await.ok()
        }
        _ => None,
    };
    let action = if renewed.is_some() {
        Action::AccountRehash
    } else {
        Action::SessionBegin
    };
    let device = device.unwrap_or_else(Device::unseen);
    let begun = db.write(ticket, action, move |w| {
        let usable = match &verified {
            Some((id, stored)) => sessions::usable(w, *id)?.filter(|now| now.hash == *stored),
            None => None,
        };
        guessing::settle(w, &lane, begun_at, usable.is_some())?;
        let Some(usable) = usable else {
            return Ok(None);
        };
        if let Some(hash) = &renewed {
            renew(w, usable.id, hash)?;
        }
        if let Some(email) = stranger.as_ref().filter(|_| usable.role.is_staff()) {
            mail::queue(w, email, Mail::NewDevice, language)?;
        }
        let device = device.token(w.vault(), &(usable.id, email_index.clone()), w.now());
        let session = sessions::begin(w, &usable, lifetimes)?;
        Ok(Some(SignedIn { session, device }))
    });
    begun.await?.ok_or(Error::Unauthenticated)
}

/// Brings a hash to the current parameters.
fn renew(w: &mut Write, id: AccountId, hash: &PasswordHash) -> Result<(), Error> {
    diesel::update(account::table.find(id))
        .set(account::password_hash.eq(hash))
        .execute(w.conn())?;
    Ok(())
}

/// The account of an address and what its password is held against.
pub(super) fn password_of(
    r: &mut Read,
    index: &[u8],
) -> Result<Option<(AccountId, PasswordHash)>, Error> {
    let found = account::table
        .filter(account::email_index.eq(index))
        .order(account::id)
        .select((account::id, account::password_hash));
    Ok(found.first(r.conn()).optional()?)
}
