//! Registration by mail: the answer is the same for every address, and what the mail says is seen
//! only by who reads that mailbox. Who follows its link sets the password: whoever asked need not
//! be who reads it.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::links::{self, Purpose};
use crate::accounts::password::PasswordHash;
use crate::accounts::{self, Role};
use crate::action::Action;
use crate::db::{Db, Ticket, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::limits::Limits;
use crate::mail::{self, Mail};
use crate::text::Language;

/// Who registers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// E-mail address; the link goes there, and whoever follows it chooses the password.
    pub email: String,
}

/// Asks for an account. A known address gets a mail that says so; the work is the same. An address
/// that had enough mails gets none, and the answer is the same.
///
/// # Errors
/// `TooMany` where the source asked too often; `Invalid` where it is no address.
pub async fn request(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    typed: &Registration,
    language: Language,
) -> Result<(), Error> {
    let asked = links::asked(db, ticket, limits, Purpose::Registration, &typed.email).await?;
    let Some((email, _)) = asked else {
        return Ok(());
    };
    let request = move |w: &mut Write| {
        let hours = links::hours(None);
        let token = links::make(w, Purpose::Registration, &email, hours)?;
        let known = accounts::find(w, &email)?.is_some();
        let mail = if known {
            Mail::Known
        } else {
            Mail::Registration(&token, hours)
        };
        mail::queue(w, &email, mail, language)
    };
    db.write(ticket, Action::AccountRequest, request).await
}

/// Makes the account that a link stands for; `hash` is what [`links::choose`] made.
///
/// # Errors
/// `Invalid` where the link is unknown, used or too old, or the address got an account meanwhile.
pub fn confirm(w: &mut Write, token: &str, hash: &PasswordHash) -> Result<AccountId, Error> {
    let email = links::take(w, Purpose::Registration, token)?;
    let made = accounts::create(w, Role::Claimant, &email, None, Some(hash));
    made.map_err(|error| match error {
        Error::Conflict(_) => links::unusable(),
        other => other,
    })
}
