//! Registration by mail: the answer is the same for every address, and what the mail says is seen
//! only by who reads that mailbox. Who follows its link sets the password: whoever asked need not
//! be who reads it. A page that was left open is confirmed with the code in the mail instead.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::hashing::HashingPool;
use crate::accounts::links::{self, Link, Purpose};
use crate::accounts::password::PasswordHash;
use crate::accounts::{self, Role};
use crate::action::Action;
use crate::db::{Db, Ticket, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::Email;
use crate::limits::{Limits, hold_back};
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
        let (hours, code) = (links::hours(None), links::code());
        let token = links::make(w, Purpose::Registration, &email, hours, Some(&code))?;
        let known = accounts::find(w, &email)?.is_some();
        let mail = if known {
            Mail::Known
        } else {
            Mail::Registration {
                token: &token,
                code: &code,
                hours,
            }
        };
        mail::queue(w, &email, mail, language)
    };
    db.write(ticket, Action::AccountRequest, request).await
}

/// Who shows that they read the mailbox, by what the mail said, with the password that they chose.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The end of the link in the mail; or else `email` and `code`.
    #[serde(default)]
    pub token: Option<String>,
    /// The address that was registered; with `code`.
    #[serde(default)]
    pub email: Option<String>,
    /// The six digits in the mail; void after five wrong ones.
    #[serde(default)]
    pub code: Option<String>,
    /// At least 8 characters, not guessable.
    pub password: String,
}

/// A registration that is confirmed, and the password of its account.
pub struct Confirmed {
    link: Link,
    hash: PasswordHash,
}

/// Finds the registration, then judges and hashes the password.
///
/// # Errors
/// Those of [`links::choose`]; `Invalid` alike where the code is wrong, too old or void and where
/// nobody registered that address.
pub async fn choose(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    hashing: &HashingPool,
    typed: &Confirmation,
) -> Result<Confirmed, Error> {
    links::may_follow(db, ticket, limits).await?;
    let link = match (&typed.token, &typed.email, &typed.code) {
        (Some(token), None, None) => Link::of_token(token),
        (None, Some(email), Some(code)) => {
            let (email, code) = (Email::parse("email", email)?, code.clone());
            // a write that keeps what was counted also where the code is wrong
            let shown = move |w: &mut Write| Link::of_code(w, Purpose::Registration, &email, &code);
            let link = db.write(ticket, Action::AccountRequest, shown).await?;
            let Some(link) = link else {
                hold_back().await;
                return Err(Error::invalid("code", "registration-code"));
            };
            link
        }
        _ => return Err(Error::invalid("token", "token-or-code")),
    };
    let purpose = Purpose::Registration;
    let hash = links::hashed(db, ticket, hashing, purpose, link.clone(), &typed.password).await?;
    Ok(Confirmed { link, hash })
}

/// Makes the account that was confirmed.
///
/// # Errors
/// `Invalid` where the link is unknown, used or too old, or the address got an account meanwhile.
pub fn confirm(w: &mut Write, confirmed: &Confirmed) -> Result<AccountId, Error> {
    let email = links::take(w, Purpose::Registration, &confirmed.link)?;
    let made = accounts::create(w, Role::Claimant, &email, None, Some(&confirmed.hash));
    made.map_err(|error| match error {
        Error::Conflict(_) => links::unusable(),
        other => other,
    })
}
