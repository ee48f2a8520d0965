//! A new password for who knows the old one: a read, the hashing, one write.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts;
use crate::accounts::hashing::HashingPool;
use crate::accounts::password::PasswordHash;
use crate::accounts::proof::{Proof, prove};
use crate::db::{Db, Ticket, Write};
use crate::error::Error;
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
    proof: Proof,
    hash: PasswordHash,
}

/// Verifies the current password of the caller, counted as an attempt to sign in, and hashes the
/// new one.
///
/// # Errors
/// `Invalid` with what is wrong with both; `TooMany` while the session has to wait; `Unavailable`
/// where the hashing pool stays full.
pub async fn prepare(
    db: &Db,
    ticket: &Ticket,
    hashing: &HashingPool,
    typed: PasswordChange,
) -> Result<NewPassword, Error> {
    let mut faults = Faults::default();
    let (own, proof) = prove(db, ticket, hashing, "current", &typed.current).await?;
    let (proof, source) = (faults.take(proof), ticket.origin.source());
    let (staff, words) = (own.role.is_staff(), own.address().into());
    let new = hashing.accept(source, "new", typed.new, staff, words);
    let new = faults.take(new.await?);
    let (proof, new) = faults.finish((proof, new))?;
    let hash = hashing.hash(source, new).await?;
    Ok(NewPassword { proof, hash })
}

/// Stores a prepared change and ends every other session of the account.
///
/// # Errors
/// Those of [`Proof::settle`].
pub fn change(w: &mut Write, new: &NewPassword) -> Result<(), Error> {
    let keep = w.session()?;
    new.proof.settle(w)?;
    accounts::set_password(w, new.proof.account, &new.hash, Some(keep))
}
