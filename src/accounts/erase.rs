//! What an erasure takes out of an account: who it was, how to sign in, and everything that waits
//! for its address.

use diesel::dsl::NotEq;
use diesel::prelude::*;

use crate::access::Grant;
use crate::accounts::password::PasswordHash;
use crate::accounts::{State, place};
use crate::db::schema::{account, one_time_link, session, sign_in_delay};
use crate::db::{Write, idempotency};
use crate::error::Error;
use crate::ids::AccountId;
use crate::input::Email;
use crate::mail::outbox;
use crate::role::Role;
use crate::vault::Sealed;

/// An account that was not erased. As a condition of an UPDATE it is looked at again after waiting
/// for an erasure.
pub(super) fn not_erased() -> NotEq<account::sealed, Vec<u8>> {
    account::sealed.ne(Vec::new())
}

/// The account that asks, kept from being erased until the end of the transaction, so that nothing
/// new hangs on it after its erasure has looked.
///
/// # Errors
/// `Unauthenticated` where it was erased meanwhile.
pub fn lock_against_erasure(w: &mut Write) -> Result<AccountId, Error> {
    let own = account::table
        .find(w.account()?)
        .filter(not_erased())
        .select(account::id)
        .for_key_share();
    own.first(w.conn())
        .optional()?
        .ok_or(Error::Unauthenticated)
}

/// Locks a claimant's account against everything that would hang something on it.
///
/// # Errors
/// `NotFound` where it is none, or was erased.
pub fn lock(w: &mut Write, id: AccountId) -> Result<(), Error> {
    let there = account::table
        .find(id)
        .filter(account::role.eq(Role::Claimant))
        .filter(not_erased());
    let _: AccountId = there.select(account::id).for_update().first(w.conn())?;
    Ok(())
}

/// Empties a locked account. Its id stays: entries of the log name it.
pub fn empty(w: &mut Write, id: AccountId) -> Result<(), Error> {
    let (index, sealed): (Vec<u8>, Vec<u8>) = account::table
        .find(id)
        .select((account::email_index, account::sealed))
        .first(w.conn())?;
    // the program's own errand: mails that wait are found by their address alone
    let email = w
        .vault()
        .open(&Grant::for_program(), place(id), &sealed)?
        .get("email")
        .to_string();
    outbox::forget(w, &Email::of_stored(email))?;
    idempotency::forget(w, id)?;
    diesel::delete(session::table.filter(session::account_id.eq(id))).execute(w.conn())?;
    diesel::delete(one_time_link::table.filter(one_time_link::email_index.eq(&index)))
        .execute(w.conn())?;
    diesel::delete(sign_in_delay::table.find(&index)).execute(w.conn())?;
    let emptied = Sealed::emptied();
    diesel::update(account::table.find(id))
        .set((
            (
                account::state.eq(State::Disabled),
                account::password_hash.eq(PasswordHash::none()),
            ),
            // no address has this index
            account::email_index.eq(rand::random::<[u8; 32]>().to_vec()),
            (
                account::sealed.eq(emptied.sealed),
                account::commitments.eq(emptied.commitments),
            ),
        ))
        .execute(w.conn())?;
    Ok(())
}
