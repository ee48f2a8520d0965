//! Slips: a printed code, with which somebody without e-mail takes over on any telephone what staff
//! entered for them. It is shown once, works once, and is kept as a keyed hash; a new one voids the
//! one before.

use std::fmt;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use super::of_staff;
use crate::accounts::sessions::{self, Begun, Lifetimes};
use crate::action::Action;
use crate::characters;
use crate::claims::Status;
use crate::db::derived::NotErased;
use crate::db::schema::{claim, slip, staffed_claim};
use crate::db::{Db, Ticket, Write};
use crate::error::Error;
use crate::ids::{AccountId, ClaimId};
use crate::limits::{Asked, Limits, hold_back};
use crate::security::Event;
use crate::vault::Vault;

/// How long a slip can be used.
pub const DAYS: i64 = 30;
/// How long whoever showed one stays in: it is a stranger's telephone, or one at the desk.
const STAYS: Duration = Duration::hours(1);
/// What a code is made of: no letter that looks like a digit or sounds like another word.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 12;

/// The code of a slip, shown in fours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    fn random() -> Self {
        let random = || char::from(ALPHABET[rand::random_range(0..ALPHABET.len())]);
        Self((0..LENGTH).map(|_| random()).collect())
    }

    /// Reads a code as typed, in whatever case and with whatever stands between its letters.
    fn read(typed: &str) -> Option<Self> {
        let mut code = characters::plain(typed).to_ascii_uppercase();
        code.retain(|c| c.is_ascii_alphanumeric());
        let whole = code.len() == LENGTH && code.bytes().all(|c| ALPHABET.contains(&c));
        whole.then_some(Self(code))
    }

    fn hash(&self, vault: &Vault) -> Vec<u8> {
        vault.index("slip", &self.0)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fours = [&self.0[..4], &self.0[4..8], &self.0[8..]];
        f.write_str(&fours.join("-"))
    }
}

/// A slip, as it is shown once.
pub struct Slip {
    pub code: Code,
    /// Until when it can be used.
    pub expires_at: DateTime<Utc>,
}

/// Makes a slip for the claimant of a claim that staff of the case entered; one of before is void.
///
/// # Errors
/// `NotFound` for a claim that they did not enter; conflicts where it is over, or the claimant has a
/// mailbox by now and signs in.
pub fn make(w: &mut Write, claim: ClaimId) -> Result<Slip, Error> {
    let (row, filing) = of_staff(w, claim)?;
    row.live()?;
    if filing.addressed_at.is_some() {
        return Err(Error::conflict("slip-addressed"));
    }
    void(w, claim)?;
    let (code, now) = (Code::random(), w.now());
    let expires_at = now + Duration::days(DAYS);
    let hash = code.hash(w.vault());
    diesel::insert_into(slip::table)
        .values((
            slip::claim_id.eq(claim),
            slip::code_hash.eq(hash),
            slip::expires_at.eq(expires_at),
        ))
        .execute(w.conn())?;
    diesel::update(staffed_claim::table.filter(staffed_claim::claim_id.eq(claim)))
        .set(staffed_claim::slip_at.eq(now))
        .execute(w.conn())?;
    Ok(Slip { code, expires_at })
}

/// Voids the slip of a claim.
pub(super) fn void(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    diesel::delete(slip::table.find(claim)).execute(w.conn())?;
    Ok(())
}

/// Whoever shows a slip.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The twelve letters and digits on it.
    pub code: String,
}

/// A claim that was taken over, and the session in which that was.
pub struct Taken {
    pub claim: ClaimId,
    pub session: Begun,
}

/// Lets whoever shows the code of a slip into the account of its claim for an hour: from now on staff
/// no longer write in it.
///
/// # Errors
/// `TooMany` where the source, or everybody together, tried too often; `Invalid` where there is no
/// such slip (any more).
pub async fn take(
    db: &Db,
    ticket: &Ticket,
    limits: &Limits,
    typed: &Shown,
    lifetimes: Lifetimes,
) -> Result<Taken, Error> {
    let source = ticket.origin.source();
    let allowed = limits.of_source(Asked::Slip, source).await;
    allowed
        .and_then(|()| limits.of_slips())
        .inspect_err(|_| db.tell(ticket, Event::Limited, ""))?;
    let code = Code::read(&typed.code);
    let lifetimes = Lifetimes {
        claimant: lifetimes.claimant.min(STAYS),
        ..lifetimes
    };
    let taken = db.write(ticket, Action::ClaimTake, move |w| {
        let hash = code.as_ref().map(|code| code.hash(w.vault()));
        take_over(w, &hash.unwrap_or_default(), lifetimes)
    });
    let taken = taken.await?;
    if taken.is_none() {
        hold_back().await;
    }
    taken.ok_or_else(|| Error::invalid("code", "slip-code"))
}

fn take_over(w: &mut Write, hash: &[u8], lifetimes: Lifetimes) -> Result<Option<Taken>, Error> {
    let now = w.now();
    let usable = slip::table
        .filter(slip::code_hash.eq(hash))
        .filter(slip::expires_at.gt(now));
    let of: Option<ClaimId> = usable.select(slip::claim_id).first(w.conn()).optional()?;
    let Some(id) = of else { return Ok(None) };
    // the claim first, as whoever prints a slip or erases the claim locks it
    let there = claim::table.find(id).filter(NotErased);
    let owner: Option<Option<AccountId>> = there
        .filter(claim::status.ne_all(Status::OVER))
        .select(claim::account_id)
        .for_no_key_update()
        .first(w.conn())
        .optional()?;
    let Some(owner) = owner.flatten() else {
        return Ok(None);
    };
    if diesel::delete(usable).execute(w.conn())? == 0 {
        return Ok(None);
    }
    let Some(usable) = sessions::usable(w, owner)? else {
        return Ok(None);
    };
    diesel::update(staffed_claim::table.filter(staffed_claim::claim_id.eq(id)))
        .set(staffed_claim::taken_at.eq(now))
        .execute(w.conn())?;
    let session = sessions::begin(w, &usable, lifetimes)?;
    Ok(Some(Taken { claim: id, session }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code("ABCD2345WXYZ".into());
        assert_eq!(code.to_string(), "ABCD-2345-WXYZ");
        for typed in [
            "ABCD-2345-WXYZ",
            "abcd2345wxyz",
            " abcd 2345 wxyz ",
            "ＡＢＣＤ－２３４５—WXYZ",
        ] {
            assert_eq!(Code::read(typed), Some(code.clone()), "{typed}");
        }
        // a digit that is in no code, one too few, one too many, and other letters
        for wrong in [
            "ABCD-2345-WXY1",
            "ABCD-2345-WXY",
            "ABCD-2345-WXYZZ",
            "",
            "가나다라마바사아자차카타",
        ] {
            assert_eq!(Code::read(wrong), None, "{wrong}");
        }
        assert_eq!(
            Code::read(&Code::random().to_string()).map(|code| code.0.len()),
            Some(LENGTH)
        );
    }
}
