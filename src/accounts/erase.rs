//! What an erasure takes out of an account: who it was, how to sign in, and everything that waits
//! for its address.

use diesel::dsl::NotEq;
use diesel::prelude::*;

use crate::accounts::password::PasswordHash;
use crate::accounts::{self, State, guessing, links};
use crate::db::schema::{account, session};
use crate::db::{Write, access_record, idempotency};
use crate::error::Error;
use crate::ids::AccountId;
use crate::mail::{self, Mail, outbox};
use crate::role::Role;
use crate::text::Language;
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

/// Empties a locked account. Its id stays: entries of the log name it. Where a language is given,
/// its address hears so, as the last that is sent there.
pub fn empty(w: &mut Write, id: AccountId, told_in: Option<Language>) -> Result<(), Error> {
    let (index, sealed): (Vec<u8>, Vec<u8>) = account::table
        .find(id)
        .select((account::email_index, account::sealed))
        .first(w.conn())?;
    outbox::recall(w, &index)?;
    let address = accounts::address(w.vault(), id, &sealed)?;
    if let Some((address, language)) = address.zip(told_in) {
        mail::queue(w, &address, Mail::AccountErased, language)?;
    }
    idempotency::forget(w, id)?;
    access_record::forget(w, id)?;
    diesel::delete(session::table.filter(session::account_id.eq(id))).execute(w.conn())?;
    links::void(w, &index)?;
    guessing::forgive(w, &index)?;
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
