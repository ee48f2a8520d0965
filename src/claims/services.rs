//! The services that a claim names.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::claims::{ByClaim, by_claim};
use crate::db::schema::claim_service;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{CaseId, ClaimId};

/// A service of the case that the claimant used.
#[derive(Serialize, Deserialize, ToSchema, Clone, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct ServiceUse {
    /// Code of the service.
    pub service: String,
    /// Whether it was paid for.
    pub paid: bool,
}

/// A service as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = claim_service)]
struct Row {
    id: Uuid,
    claim_id: ClaimId,
    case_id: CaseId,
    service: String,
    paid: bool,
}

impl Row {
    fn says(&self, used: &ServiceUse) -> bool {
        self.service == used.service && self.paid == used.paid
    }
}

/// Brings the stored services to the given ones, touching only what differs: the log shows what
/// changed.
pub(super) fn set(
    w: &mut Write,
    claim: ClaimId,
    case: CaseId,
    wanted: &[ServiceUse],
) -> Result<(), Error> {
    let stored: Vec<Row> = claim_service::table
        .filter(claim_service::claim_id.eq(claim))
        .select(Row::as_select())
        .load(w.conn())?;
    let gone = stored
        .iter()
        .filter(|row| !wanted.iter().any(|used| row.says(used)))
        .map(|row| row.id);
    diesel::delete(claim_service::table.filter(claim_service::id.eq_any(gone)))
        .execute(w.conn())?;
    let new: Vec<Row> = wanted
        .iter()
        .filter(|used| !stored.iter().any(|row| row.says(used)))
        .map(|used| Row {
            id: Uuid::now_v7(),
            claim_id: claim,
            case_id: case,
            service: used.service.clone(),
            paid: used.paid,
        })
        .collect();
    diesel::insert_into(claim_service::table)
        .values(new)
        .execute(w.conn())?;
    Ok(())
}

/// The services of each claim that names any.
pub(super) fn of_claims(r: &mut Read, ids: &[ClaimId]) -> Result<ByClaim<ServiceUse>, Error> {
    let rows: Vec<Row> = claim_service::table
        .filter(claim_service::claim_id.eq_any(ids))
        .order((claim_service::claim_id, claim_service::service))
        .select(Row::as_select())
        .load(r.conn())?;
    by_claim(rows.into_iter().map(|row| {
        let used = ServiceUse {
            service: row.service,
            paid: row.paid,
        };
        Ok((row.claim_id, used))
    }))
}
