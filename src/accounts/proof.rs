//! The password once more, of somebody who has signed in: before it is changed, and before what
//! cannot be taken back.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::accounts::guessing::{self, Lane};
use crate::accounts::hashing::HashingPool;
use crate::accounts::password::{self, PasswordHash};
use crate::accounts::{self, Account, email_index, sign_in};
use crate::action::Action;
use crate::db::schema::account;
use crate::db::{Db, Ticket, Write};
use crate::error::{Error, Fault};
use crate::ids::AccountId;

/// The caller showed the password.
#[derive(Clone)]
pub struct Proof {
    pub(super) account: AccountId,
    lane: Lane,
    begun_at: DateTime<Utc>,
    verified: PasswordHash,
}

/// Verifies the password of the caller. A wrong one is counted, in a lane of the session: what
/// strangers try meanwhile blocks nobody who has signed in.
///
/// # Errors
/// The fault of `field` where it is wrong; a conflict where the account has none yet; `TooMany` while the session has to wait; `Unavailable`
/// where the hashing pool stays full.
pub async fn prove(
    db: &Db,
    ticket: &Ticket,
    hashing: &HashingPool,
    field: &'static str,
    typed: &str,
) -> Result<(Account, Result<Proof, Fault>), Error> {
    let known = db.read(ticket, |r| {
        let own = accounts::own(r)?;
        let email = own.email.as_ref();
        let email = email.ok_or_else(|| Error::conflict("no-password"))?;
        let index = email_index(r.vault(), email.as_str());
        let lane = Lane::session(r.vault(), &index, r.session()?);
        let begun_at = guessing::due(r, &lane)?;
        let (account, verified) = sign_in::password_of(r, &index)?.ok_or(Error::Unauthenticated)?;
        let proof = Proof {
            account,
            lane,
            begun_at,
            verified,
        };
        Ok((own, proof))
    });
    let (own, proof) = known.await?;
    let typed = password::normalise(typed);
    let verified = Some(proof.verified.clone());
    let right = hashing.verify(ticket.origin.source(), typed, verified);
    if right.await? {
        return Ok((own, Ok(proof)));
    }
    let count = move |w: &mut Write| guessing::settle(w, &proof.lane, proof.begun_at, false);
    db.write(ticket, Action::SessionBegin, count).await?;
    Ok((own, Err(Fault::new(field, "password-wrong"))))
}

impl Proof {
    /// Holds it against the password as it is now, in the write that rests on it; the account is
    /// locked.
    ///
    /// # Errors
    /// `TooMany` where the session guessed meanwhile; `Contended` where the password was changed.
    pub fn settle(&self, w: &mut Write) -> Result<(), Error> {
        let unchanged = account::table
            .find(self.account)
            .filter(account::password_hash.eq(&self.verified))
            .select(account::id)
            .for_no_key_update();
        let found: Option<AccountId> = unchanged.first(w.conn()).optional()?;
        found.ok_or(Error::Contended)?;
        guessing::settle(w, &self.lane, self.begun_at, true)
    }
}
