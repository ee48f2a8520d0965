//! What an erasure takes out of a claim: who brings it and in which words. Status, place, trade,
//! services, kinds, amounts and dates stay, because the statistics count them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::claims::{Status, businesses, manifest};
use crate::db::derived::NotErased;
use crate::db::schema::{claim, claim_service, court_case, loss};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::vault::Sealed;

/// A claim that is about to be erased.
#[derive(Queryable)]
pub struct Locked {
    pub case: CaseId,
    pub account: Option<AccountId>,
}

/// Locks a claim, also against references (FOR UPDATE): a disclosure that lists it, or a hold,
/// comes before or after.
///
/// # Errors
/// `NotFound` where there is none, or it was erased.
pub fn lock(w: &mut Write, id: ClaimId) -> Result<Locked, Error> {
    let there = claim::table.find(id).filter(NotErased);
    Ok(there
        .select((claim::case_id, claim::account_id))
        .for_update()
        .first(w.conn())?)
}

/// The claims of an account.
pub fn of_account(r: &mut Read, account: AccountId) -> Result<Vec<ClaimId>, Error> {
    Ok(claim::table
        .filter(claim::account_id.eq(account))
        .order(claim::id)
        .select(claim::id)
        .load(r.conn())?)
}

/// Claims that have ended, by withdrawal or rejection, and did not change since that time; and
/// drafts that nobody could hand in since then. With `only`, at most that claim is returned.
pub fn ended_before(
    r: &mut Read,
    time: DateTime<Utc>,
    only: Option<ClaimId>,
) -> Result<Vec<ClaimId>, Error> {
    let ended = claim::status
        .eq_any(Status::OVER)
        .and(claim::updated_at.lt(time));
    let left = claim::status
        .eq(Status::Draft)
        .and(court_case::intake_closes.lt(time));
    let claims = claim::table
        .inner_join(court_case::table)
        .filter(ended.or(left))
        .filter(NotErased);
    let mut due = claims.order(claim::id).select(claim::id).into_boxed();
    if let Some(only) = only {
        due = due.filter(claim::id.eq(only));
    }
    Ok(due.load(r.conn())?)
}

/// Empties a locked claim, its businesses, its losses, its services and its manifests. Rows that stay are all written, also where
/// nothing of them goes: the payloads of what was captured before go, and the replay needs a text
/// of each row that is there.
pub fn empty(w: &mut Write, id: ClaimId) -> Result<(), Error> {
    let Sealed {
        sealed,
        commitments,
    } = Sealed::emptied();
    let now = w.now();
    diesel::update(loss::table.filter(loss::claim_id.eq(id)))
        .set((loss::sealed.eq(&sealed), loss::commitments.eq(&commitments)))
        .execute(w.conn())?;
    businesses::erase(w, id)?;
    manifest::erase(w, id)?;
    diesel::update(claim_service::table.filter(claim_service::claim_id.eq(id)))
        .set(claim_service::paid.eq(claim_service::paid))
        .execute(w.conn())?;
    diesel::update(claim::table.find(id))
        .set((
            claim::account_id.eq(None::<AccountId>),
            claim::sealed.eq(&sealed),
            claim::commitments.eq(&commitments),
            claim::name_index.eq(None::<Vec<u8>>),
            claim::phone_index.eq(None::<Vec<u8>>),
            claim::party_index.eq(None::<Vec<u8>>),
            claim::version.eq(claim::version + 1),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}
