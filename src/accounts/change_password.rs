//! A new password for who knows the old one: a read, the hashing, one write.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::hashing::HashingPool;
use crate::accounts::password::{self, PasswordHash};
use crate::accounts::{self, email_index, sign_in};
use crate::action::Action;
use crate::db::schema::account;
use crate::db::{Db, Ticket, Write};
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::Faults;

/// A new password for the account of the caller.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password until now.
    pub current: String,
    /// At least 8 characters, 12 for staff, not guessable.
    pub new: String,
}

/// A change whose current password was right and whose new one will do.
#[derive(Clone)]
pub struct NewPassword {
    account: AccountId,
    email_index: Vec<u8>,
    begun_at: DateTime<Utc>,
    verified: PasswordHash,
    hash: PasswordHash,
}

/// Verifies the current password of the caller, counted as an attempt to sign in, and hashes the
/// new one.
///
/// # Errors
/// `Invalid` with what is wrong with both; `TooMany` while the address has to wait; `Unavailable`
/// where the hashing pool stays full.
pub async fn prepare(
    db: &Db,
    ticket: &Ticket,
    hashing: &HashingPool,
    typed: PasswordChange,
) -> Result<NewPassword, Error> {
    let known = db.read(ticket, |r| {
        let own = accounts::own(r)?;
        let index = email_index(r.vault(), own.email.as_str());
        let begun_at = sign_in::due(r, &index)?;
        let (account, verified) = sign_in::password_of(r, &index)?.ok_or(Error::Unauthenticated)?;
        Ok((own, index, begun_at, account, verified))
    });
    let (own, email_index, begun_at, account, verified) = known.await?;
    let mut faults = Faults::default();
    let current = password::normalise(&typed.current);
    let right = hashing.verify(current, Some(verified.clone())).await?;
    if !right {
        let index = email_index.clone();
        let count = move |w: &mut Write| sign_in::settle(w, &index, begun_at, false);
        db.write(ticket, Action::SessionBegin, count).await?;
    }
    faults.demand(right, "current", "password-wrong");
    let new = hashing
        .accept(
            "new",
            typed.new,
            own.role.is_staff(),
            own.email.as_str().into(),
        )
        .await?;
    let new = faults.take(new);
    let hash = hashing.hash(faults.finish(new)?).await?;
    Ok(NewPassword {
        account,
        email_index,
        begun_at,
        verified,
        hash,
    })
}

/// Stores a prepared change and ends every other session of the account.
///
/// # Errors
/// `TooMany` where others guess meanwhile; `Contended` where the password was changed meanwhile.
pub fn change(w: &mut Write, new: &NewPassword) -> Result<(), Error> {
    let keep = w.session()?;
    let unchanged = account::table
        .find(new.account)
        .filter(account::password_hash.eq(&new.verified))
        .select(account::id)
        .for_no_key_update();
    let found: Option<AccountId> = unchanged.first(w.conn()).optional()?;
    found.ok_or(Error::Contended)?;
    sign_in::settle(w, &new.email_index, new.begun_at, true)?;
    accounts::set_password(w, new.account, &new.hash, Some(keep))
}
