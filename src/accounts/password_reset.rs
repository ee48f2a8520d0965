//! A new password by mail, for who forgot the old one.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::hashing::HashingPool;
use crate::accounts::links::{self, Purpose};
use crate::accounts::password::{self, PasswordHash};
use crate::accounts::{self, Role, email_index, sign_in};
use crate::db::Write;
use crate::db::schema::account;
use crate::error::Error;
use crate::input::Email;
use crate::mail::{self, Mail};
use crate::text::Language;

/// A new password by link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reset {
    /// From the mail.
    pub token: String,
    /// At least 8 characters, 12 for staff, not guessable.
    pub password: String,
}

/// Asks for a link. An unknown address gets a mail that says so, for the same work.
pub fn request(w: &mut Write, email: &Email, language: Language) -> Result<(), Error> {
    if links::enough(w, Purpose::PasswordReset, email)? {
        return Ok(());
    }
    let token = links::make(w, Purpose::PasswordReset, email, None)?;
    let known = accounts::find(w, email)?.is_some();
    let mail = if known {
        Mail::Reset(&token)
    } else {
        Mail::Unknown
    };
    mail::queue(w, email, mail, language)
}

/// Judges and hashes the new password as far as it can be without knowing whose it is.
///
/// # Errors
/// `Invalid` where nobody could have it; `Unavailable` where the hashing pool stays full.
pub async fn prepare(hashing: &HashingPool, typed: &Reset) -> Result<PasswordHash, Error> {
    let judged = hashing.accept("password", typed.password.clone(), false, String::new());
    hashing.hash(judged.await??).await
}

/// Sets the password of the account that the link stands for, and ends its sessions. `hash` is what
/// [`prepare`] made.
///
/// # Errors
/// `Invalid` where the link is unknown, used or too old, or the password will not do for that
/// account.
pub fn reset(w: &mut Write, typed: &Reset, hash: &PasswordHash) -> Result<(), Error> {
    let (email, _) = links::take(w, Purpose::PasswordReset, &typed.token)?;
    let id = accounts::find(w, &email)?.ok_or_else(links::unusable)?;
    let role: Role = account::table
        .find(id)
        .select(account::role)
        .first(w.conn())?;
    let words = [email.as_str()];
    password::acceptable("password", &typed.password, role.is_staff(), &words)?;
    accounts::set_password(w, id, hash, None)?;
    let index = email_index(w.vault(), email.as_str());
    sign_in::forgive(w, &index)
}
