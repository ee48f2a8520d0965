//! Who can see a claim: its owner, and once it was handed in, staff of its case. Before that it is
//! its owner's alone, also where it was withdrawn; only a draft that staff entered for somebody is
//! theirs to read and write until the claimant takes it over. Of an erased one only the emptied row
//! is there, for the statistics.

use diesel::prelude::*;

use crate::access::Grant;
use crate::cases;
use crate::claims::{Row, Status};
use crate::db::derived::{NotErased, Submitted};
use crate::db::schema::claim;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::ClaimId;

/// A claim of the caller, or one that they enter for somebody, with the proof of it.
pub(crate) struct Own {
    pub(crate) row: Row,
    pub(crate) grant: Grant,
}

/// Locks and returns a claim of the caller: until the end of the transaction nobody else changes it
/// or what belongs to it.
pub(crate) fn own(w: &mut Write, id: ClaimId) -> Result<Own, Error> {
    let account = w.account()?;
    let own = claim::table.find(id).filter(claim::account_id.eq(account));
    let row: Row = own
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())?;
    let grant = Grant::of_row(w, id, row.account_id).ok_or(Error::NotFound)?;
    Ok(Own { row, grant })
}

/// Likewise, or a draft that the caller, staff of its case, enters for somebody.
pub(crate) fn entered(w: &mut Write, id: ClaimId) -> Result<Own, Error> {
    if !is_staff(w) {
        return own(w, id);
    }
    let there = claim::table.find(id).filter(NotErased);
    let row: Row = there
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())?;
    // the claim is locked now: a claimant who took it over meanwhile was first
    let grant = Grant::of_entered(w, id)?.ok_or(Error::NotFound)?;
    Ok(Own { row, grant })
}

fn is_staff(r: &Read) -> bool {
    r.role().is_some_and(|role| role.is_staff())
}

/// Locks and returns a claim that staff of its case can see.
pub(crate) fn of_staff(w: &mut Write, id: ClaimId) -> Result<Row, Error> {
    let shown = claim::table.find(id).filter(Submitted).filter(NotErased);
    let row: Row = shown
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())?;
    cases::assigned(w, row.case_id)?;
    Ok(row)
}

/// A claim that the caller can see, with a grant for what is sealed in it where they own it or enter
/// it for somebody. That staff looked at it is put on record.
pub(crate) fn seen(r: &mut Read, id: ClaimId) -> Result<(Row, Option<Grant>), Error> {
    let row: Row = claim::table
        .find(id)
        .select(Row::as_select())
        .first(r.conn())?;
    let mut grant = Grant::of_row(r, id, row.account_id);
    if grant.is_none() {
        if !is_staff(r) {
            return Err(Error::NotFound);
        }
        if row.status == Status::Draft {
            grant = Grant::of_entered(r, id)?;
        }
        if grant.is_none() {
            if !(row.submitted && row.not_erased) {
                return Err(Error::NotFound);
            }
            cases::assigned(r, row.case_id)?;
        }
        r.note_reading(id);
    }
    Ok((row, grant))
}
