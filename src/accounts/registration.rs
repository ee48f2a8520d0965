//! Registration by mail: the answer is the same for every address, and what the mail says is seen
//! only by who reads that mailbox.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::hashing::HashingPool;
use crate::accounts::links::{self, Purpose};
use crate::accounts::{self, Role};
use crate::action::Action;
use crate::db::{Db, Ticket, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::{Email, Faults};
use crate::mail::{self, Mail};
use crate::text::Language;

/// Who registers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// E-mail address; the link goes there.
    pub email: String,
    /// At least 8 characters, not guessable.
    pub password: String,
}

/// Asks for an account. A known address gets a mail that says so; the work is the same.
///
/// # Errors
/// `Invalid` with what is wrong; `Unavailable` where the hashing pool stays full.
pub async fn request(
    db: &Db,
    ticket: &Ticket,
    hashing: &HashingPool,
    typed: Registration,
    language: Language,
) -> Result<(), Error> {
    let mut faults = Faults::default();
    let email = faults.take(Email::parse("email", &typed.email));
    let judged = hashing.accept("password", typed.password, false, typed.email);
    let password = faults.take(judged.await?);
    let (email, password) = faults.finish((email, password))?;
    let hash = hashing.hash(password).await?;
    let request = move |w: &mut Write| {
        if links::enough(w, Purpose::Registration, &email)? {
            return Ok(());
        }
        let token = links::make(w, Purpose::Registration, &email, Some(&hash))?;
        let known = accounts::find(w, &email)?.is_some();
        let mail = if known {
            Mail::Known
        } else {
            Mail::Registration(&token)
        };
        mail::queue(w, &email, mail, language)
    };
    db.write(ticket, Action::AccountRequest, request).await
}

/// Makes the account that a link stands for.
///
/// # Errors
/// `Invalid` where the link is unknown, used or too old, or the address got an account meanwhile.
pub fn confirm(w: &mut Write, token: &str) -> Result<AccountId, Error> {
    let (email, hash) = links::take(w, Purpose::Registration, token)?;
    let made = accounts::create(w, Role::Claimant, &email, None, hash.as_ref());
    made.map_err(|error| match error {
        Error::Conflict(_) => links::unusable(),
        other => other,
    })
}
