//! A new password by mail, for who forgot the old one.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::links::{self, Link, Purpose};
use crate::accounts::password::PasswordHash;
use crate::accounts::{self, email_index, guessing};
use crate::action::Action;
use crate::db::{Db, Ticket, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::limits::Limits;
use crate::mail::{self, Mail};
use crate::text::Language;

/// Who forgot the password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetRequest {
    /// E-mail address; the link goes there.
    pub email: String,
}

/// Asks for a link. An unknown address gets a mail that says so, once a day, for the same work.
///
/// # Errors
/// `TooMany` where the source asked too often; `Invalid` where it is no address.
pub async fn request(
    db: &Db,
    ticket: &Ticket,
    limits: &std::sync::Arc<Limits>,
    typed: &ResetRequest,
    language: Language,
) -> Result<(), Error> {
    let asked = links::asked(db, ticket, limits, Purpose::PasswordReset, &typed.email).await?;
    let Some((email, mailbox)) = asked else {
        return Ok(());
    };
    let limits = limits.clone();
    let request = move |w: &mut Write| {
        let known = links::role_at(w, &email)?;
        let hours = links::hours(known);
        let token = links::make(w, Purpose::PasswordReset, &email, hours, None)?;
        let mail = match known {
            Some(_) => Mail::Reset {
                token: &token,
                hours,
            },
            None if limits.of_unknown(&mailbox) => Mail::Unknown,
            None => Mail::Withheld,
        };
        mail::queue(w, &email, mail, language)
    };
    db.write(ticket, Action::AccountRequest, request).await
}

/// Sets the password of the account that the link stands for, ends its sessions, and forgives what
/// was guessed; `hash` is what [`links::choose`] made.
///
/// # Errors
/// `Invalid` where the link is unknown, used or too old.
pub fn reset(w: &mut Write, token: &str, hash: &PasswordHash) -> Result<AccountId, Error> {
    let email = links::take(w, Purpose::PasswordReset, &Link::of_token(token))?;
    let id = accounts::find(w, &email)?.ok_or_else(links::unusable)?;
    accounts::set_password(w, id, hash, None)?;
    let index = email_index(w.vault(), email.as_str());
    guessing::forgive(w, &index)?;
    Ok(id)
}
