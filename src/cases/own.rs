//! The cases that a member of staff is assigned to.

use diesel::prelude::*;

use crate::cases::{self, Case, CaseRow, with_options};
use crate::db::Read;
use crate::db::schema::{case_staff, court_case};
use crate::error::Error;

/// The cases of the caller, the newest first.
pub fn list(r: &mut Read) -> Result<Vec<Case>, Error> {
    let account = r.account()?;
    let rows: Vec<CaseRow> = court_case::table
        .inner_join(case_staff::table)
        .filter(case_staff::account_id.eq(account))
        .order(court_case::id.desc())
        .select(CaseRow::as_select())
        .load(r.conn())?;
    with_options(r, rows)
}

/// A case of the caller by its code or id.
///
/// # Errors
/// `NotFound` where they are not assigned to it.
pub fn get(r: &mut Read, named: &str) -> Result<Case, Error> {
    let id = cases::id(r, named)?;
    cases::assigned(r, id)?;
    cases::get(r, id)
}
