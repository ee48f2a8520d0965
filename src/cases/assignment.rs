//! Which members of staff work in a case: nobody else of them sees it.

use diesel::prelude::*;
use uuid::Uuid;

use crate::accounts::sessions;
use crate::db::schema::{account, case_staff};
use crate::db::{Read, Write};
use crate::error::{Error, OnConstraint};
use crate::ids::{AccountId, CaseId};
use crate::role::Role;
use crate::security::Event;

/// Holds the caller to cases they are assigned to.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn assigned(r: &mut Read, case: CaseId) -> Result<(), Error> {
    let account = r.account()?;
    let row = case_staff::table
        .filter(case_staff::case_id.eq(case))
        .filter(case_staff::account_id.eq(account));
    let found: Option<Uuid> = row.select(case_staff::id).first(r.conn()).optional()?;
    found.map(drop).ok_or(Error::NotFound)
}

/// Assigns a staff account to a case.
pub fn assign(w: &mut Write, case: CaseId, id: AccountId) -> Result<(), Error> {
    let staff = account::table
        .find(id)
        .filter(account::role.ne(Role::Claimant))
        .select(account::id);
    let known: AccountId = staff.first(w.conn())?;
    let now = w.now();
    diesel::insert_into(case_staff::table)
        .values((
            case_staff::id.eq(Uuid::now_v7()),
            case_staff::case_id.eq(case),
            case_staff::account_id.eq(known),
            case_staff::created_at.eq(now),
        ))
        .execute(w.conn())
        .on_constraint(&["case_staff_case_id_account_id_key"], || {
            Error::conflict("already-assigned")
        })?;
    w.tell(Event::StaffSet, known);
    Ok(())
}

/// Takes a staff account off a case; its sessions end.
pub fn unassign(w: &mut Write, case: CaseId, id: AccountId) -> Result<(), Error> {
    let row = case_staff::table
        .filter(case_staff::case_id.eq(case))
        .filter(case_staff::account_id.eq(id));
    match diesel::delete(row).execute(w.conn())? {
        0 => Err(Error::NotFound),
        _ => {
            w.tell(Event::StaffSet, id);
            sessions::end_of(w, id, None)
        }
    }
}

/// Who is assigned to a case.
pub fn staff(r: &mut Read, case: CaseId) -> Result<Vec<AccountId>, Error> {
    Ok(case_staff::table
        .filter(case_staff::case_id.eq(case))
        .order(case_staff::id)
        .select(case_staff::account_id)
        .load(r.conn())?)
}
