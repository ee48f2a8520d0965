//! What happens when the 72 hours are over: once, whoever comes first.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{NOTICE, RecoveryOutcome, Row, end, lock_account, notices};
use crate::accounts::readdress::readdress;
use crate::claims::{identifications, staffed, told};
use crate::db::schema::recovery;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{ClaimId, RecoveryId};
use crate::mail::{self, Mail, RecoveryMail};

/// Confirmed by then, and not ended.
#[diesel::dsl::auto_type(no_type_alias)]
fn is_due(before: DateTime<Utc>) -> _ {
    let confirmed = recovery::confirmed_at.le(before);
    recovery::ended_at
        .is_null()
        .and(confirmed.is_not_distinct_from(true))
}

/// The recoveries whose time has come.
pub fn due(r: &mut Read) -> Result<Vec<RecoveryId>, Error> {
    let due = recovery::table
        .filter(is_due(r.now() - NOTICE))
        .order(recovery::id)
        .select(recovery::id);
    Ok(due.load(r.conn())?)
}

/// Carries out one recovery of [`due`]: the account gets the address, and its claims stay as they
/// are. Where somebody stopped it or carried it out meanwhile, nothing is left to do.
pub fn carry_out(w: &mut Write, id: RecoveryId) -> Result<(), Error> {
    let of = recovery::table.find(id).select(recovery::claim_id);
    let claim: ClaimId = of.first(w.conn())?;
    let account = match lock_account(w, claim) {
        // it was erased, and the recovery with it
        Err(Error::NotFound) => return Ok(()),
        locked => locked?,
    };
    let waits = recovery::table
        .filter(recovery::id.eq(id))
        .filter(is_due(w.now() - NOTICE));
    let row: Option<Row> = waits
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())
        .optional()?;
    let Some(row) = row else { return Ok(()) };
    if !identifications::stands(w, row.identification_id)? {
        return end(w, id, RecoveryOutcome::Stopped, None);
    }
    let email = row.email(w)?;
    if !notices::usable(w, claim, account, &email)? {
        return end(w, id, RecoveryOutcome::Unusable, None);
    }
    let (number, language) = told::named(w, claim)?;
    let before = match readdress(w, account, &email, language) {
        // somebody registered it this moment
        Err(Error::Conflict(_)) => return end(w, id, RecoveryOutcome::Unusable, None),
        done => done?,
    };
    staffed::addressed(w, account)?;
    if let Some(before) = before {
        let mail = Mail::Recovery(RecoveryMail::Done, id, number.as_deref());
        mail::queue(w, &before, mail, language)?;
    }
    end(w, id, RecoveryOutcome::Done, None)
}
