//! Lists of claims, without identity: of one account, and page by page of one case.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::cases::{self, OptionKind};
use crate::claims::{Claim, Region, Row, Status, losses, services};
use crate::db::Read;
use crate::db::schema::claim;
use crate::error::Error;
use crate::ids::{CaseId, ClaimId};
use crate::input;

fn listed(r: &mut Read, rows: Vec<Row>) -> Result<Vec<Claim>, Error> {
    let ids: Vec<ClaimId> = rows.iter().map(|row| row.id).collect();
    let mut services = services::of_claims(r, &ids)?;
    let mut totals = losses::totals(r, &ids)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let (used, total) = (
                services.remove(&row.id).unwrap_or_default(),
                totals.remove(&row.id).unwrap_or(0),
            );
            row.with(None, used, total)
        })
        .collect())
}

/// The claims of the caller, over all cases; not in pages, because an account cannot begin many in a case.
pub fn own(r: &mut Read) -> Result<Vec<Claim>, Error> {
    let account = r.account()?;
    let rows = claim::table
        .filter(claim::account_id.eq(account))
        .order(claim::id)
        .select(Row::as_select())
        .load(r.conn())?;
    listed(r, rows)
}

/// What a list of claims is narrowed to.
#[derive(Deserialize, Default, Clone, utoipa::IntoParams, ToSchema)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Only this status.
    #[serde(default)]
    pub status: Option<Status>,
    /// Only this region.
    #[serde(default)]
    pub region: Option<Region>,
    /// Only this industry of the case.
    #[serde(default)]
    pub industry: Option<String>,
    /// Id of the last claim of the page before.
    #[serde(default)]
    pub after: Option<ClaimId>,
    /// Claims a page, 1 to 200; 50 where left out.
    #[serde(default)]
    pub limit: Option<i64>,
}

/// Submitted claims of a case without identity, for its staff; pages by id.
pub fn of_case(r: &mut Read, case: CaseId, query: &ListQuery) -> Result<Vec<Claim>, Error> {
    cases::assigned(r, case)?;
    let limit = input::page(query.limit.unwrap_or(50))?;
    if let Some(industry) = &query.industry
        && !cases::get(r, case)?.offers(OptionKind::Industry, industry)
    {
        return Err(Error::invalid("industry", "not-of-case"));
    }
    let mut rows = claim::table
        .filter(claim::case_id.eq(case))
        .filter(claim::number.is_not_null())
        .filter(super::erase::not_erased())
        .order(claim::id)
        .limit(limit)
        .select(Row::as_select())
        .into_boxed();
    if let Some(status) = query.status {
        rows = rows.filter(claim::status.eq(status));
    }
    if let Some(region) = query.region {
        rows = rows.filter(claim::region.eq(region));
    }
    if let Some(industry) = &query.industry {
        rows = rows.filter(claim::industry.eq(industry.clone()));
    }
    if let Some(after) = query.after {
        rows = rows.filter(claim::id.gt(after));
    }
    let rows = rows.load(r.conn())?;
    listed(r, rows)
}
