//! Verifications of the live database that auditors ask for. The process that serves only writes
//! down that one was asked for: who doubts the registry has another process look, whose verdict is
//! kept beside it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::audit::verify::report::Report;
use crate::db::schema::verification;
use crate::db::{Read, Write};
use crate::error::{Error, OnConstraint};
use crate::ids::{AccountId, VerificationId};

/// What stands in the place of a verdict where there is none.
pub const COULD_NOT: &str = "could_not_verify";

/// One that was asked for, and what came of it.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = verification)]
pub struct Verification {
    pub id: VerificationId,
    pub account_id: AccountId,
    pub asked_at: DateTime<Utc>,
    pub begun_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    pub verdict: Option<String>,
    /// The report in JSON, or why there is none.
    pub report: Option<String>,
}

/// Asks for one.
///
/// # Errors
/// Conflict while another one waits or runs: it will say the same.
pub fn ask(w: &mut Write) -> Result<VerificationId, Error> {
    let asked = Verification {
        id: VerificationId::new(),
        account_id: w.account()?,
        asked_at: w.now(),
        begun_at: None,
        ended_at: None,
        verdict: None,
        report: None,
    };
    diesel::insert_into(verification::table)
        .values(&asked)
        .execute(w.conn())
        .on_constraint(&["verification_waiting"], || {
            Error::conflict("verification-waits")
        })?;
    Ok(asked.id)
}

/// The last ones, the newest first.
pub fn list(r: &mut Read, limit: i64) -> Result<Vec<Verification>, Error> {
    Ok(verification::table
        .order(verification::id.desc())
        .limit(limit)
        .select(Verification::as_select())
        .load(r.conn())?)
}

/// Takes up the one that waits, or that a process which is gone did not end.
pub fn begin(w: &mut Write) -> Result<Option<VerificationId>, Error> {
    let now = w.now();
    let waits = verification::table.filter(verification::ended_at.is_null());
    Ok(diesel::update(waits)
        .set(verification::begun_at.eq(now))
        .returning(verification::id)
        .get_result(w.conn())
        .optional()?)
}

/// Keeps the verdict.
///
/// # Errors
/// `NotFound` where it has ended already.
pub fn end(
    w: &mut Write,
    id: VerificationId,
    verified: &Result<Report, Error>,
) -> Result<(), Error> {
    let (verdict, report) = match verified {
        Ok(report) => {
            let json = serde_json::to_value(report).map_err(Error::internal)?;
            let verdict = json["verdict"].as_str().unwrap_or(COULD_NOT);
            (verdict.to_owned(), json.to_string())
        }
        Err(error) => (COULD_NOT.into(), error.to_string()),
    };
    let (now, open) = (w.now(), verification::ended_at.is_null());
    let ended = diesel::update(verification::table.find(id).filter(open))
        .set((
            verification::ended_at.eq(now),
            verification::verdict.eq(verdict),
            verification::report.eq(report),
        ))
        .execute(w.conn())?;
    if ended == 0 {
        Err(Error::NotFound)
    } else {
        Ok(())
    }
}
