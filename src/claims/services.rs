//! The services that a claim names.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

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

/// Brings the stored services to the given ones, touching only what differs: the log shows what changed.
pub(super) fn set(
    w: &mut Write,
    claim: ClaimId,
    case: CaseId,
    wanted: &[ServiceUse],
) -> Result<(), Error> {
    let stored: Vec<(Uuid, String, bool)> = claim_service::table
        .filter(claim_service::claim_id.eq(claim))
        .select((
            claim_service::id,
            claim_service::service,
            claim_service::paid,
        ))
        .load(w.conn())?;
    let same = |(_, service, paid): &(Uuid, String, bool), used: &ServiceUse| {
        *service == used.service && *paid == used.paid
    };
    let gone: Vec<Uuid> = stored
        .iter()
        .filter(|row| !wanted.iter().any(|used| same(row, used)))
        .map(|row| row.0)
        .collect();
    diesel::delete(claim_service::table.filter(claim_service::id.eq_any(gone)))
        .execute(w.conn())?;
    for used in wanted
        .iter()
        .filter(|used| !stored.iter().any(|row| same(row, used)))
    {
        diesel::insert_into(claim_service::table)
            .values((
                claim_service::id.eq(Uuid::now_v7()),
                claim_service::claim_id.eq(claim),
                claim_service::case_id.eq(case),
                claim_service::service.eq(&used.service),
                claim_service::paid.eq(used.paid),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// The services of each claim that names any.
pub(super) fn of_claims(
    r: &mut Read,
    ids: &[ClaimId],
) -> Result<HashMap<ClaimId, Vec<ServiceUse>>, Error> {
    let rows: Vec<(ClaimId, String, bool)> = claim_service::table
        .filter(claim_service::claim_id.eq_any(ids))
        .order((claim_service::claim_id, claim_service::service))
        .select((
            claim_service::claim_id,
            claim_service::service,
            claim_service::paid,
        ))
        .load(r.conn())?;
    let mut services: HashMap<ClaimId, Vec<ServiceUse>> = HashMap::new();
    for (id, service, paid) in rows {
        services
            .entry(id)
            .or_default()
            .push(ServiceUse { service, paid });
    }
    Ok(services)
}
