//! Lists of claims: of one account for its owner, and page by page of one case, without identity.

use diesel::dsl::exists;
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, OptionKind};
use crate::claims::identity::Identity;
use crate::claims::{Claim, Region, Row, Status, losses, services};
use crate::db::Read;
use crate::db::derived::{NotErased, Submission, Submitted};
use crate::db::schema::{claim, claim_service};
use crate::error::Error;
use crate::ids::{CaseId, ClaimId};
use crate::input::{self, Faults, Time};

/// The claims of these rows, with the identities that the caller may see, one a row.
fn listed(
    r: &mut Read,
    rows: Vec<Row>,
    identities: Vec<Option<Identity>>,
) -> Result<Vec<Claim>, Error> {
    let ids: Vec<ClaimId> = rows.iter().map(|row| row.id).collect();
    let mut services = services::of_claims(r, &ids)?;
    let mut totals = losses::totals(r, &ids)?;
    let claim = |(row, identity): (Row, Option<Identity>)| {
        let services = services.remove(&row.id).unwrap_or_default();
        let total = totals.remove(&row.id).unwrap_or_default();
        row.with(identity, services, total)
    };
    Ok(rows.into_iter().zip(identities).map(claim).collect())
}

/// The claims of the caller, over all cases; not in pages, because an account cannot begin many in
/// a case.
pub fn own(r: &mut Read) -> Result<Vec<Claim>, Error> {
    let account = r.account()?;
    let rows: Vec<Row> = claim::table
        .filter(claim::account_id.eq(account))
        .order(claim::id)
        .select(Row::as_select())
        .load(r.conn())?;
    let opened = |row: &Row| {
        let grant = Grant::of_row(r, row.id, row.account_id).ok_or(Error::NotFound)?;
        row.identity(r, &grant).map(Some)
    };
    let identities: Vec<_> = rows.iter().map(opened).collect::<Result<_, _>>()?;
    listed(r, rows, identities)
}

/// Which claims of a case, by what lies open.
#[derive(Serialize, Deserialize, Default, Clone, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Where the claim stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Where the business is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Code of an industry of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// Code of a service of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Submitted then or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_from: Option<Time>,
    /// Submitted before then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_until: Option<Time>,
}

impl Filter {
    /// A filter stands readable in the log, so that it may hold nothing but codes of its case. `at`
    /// begins the names of its fields.
    fn check(&self, r: &mut Read, case: CaseId, at: &str) -> Result<(), Error> {
        let mut faults = Faults::default();
        let period = self.submitted_from.zip(self.submitted_until);
        faults.demand(
            period.is_none_or(|(from, until)| from < until),
            &format!("{at}submitted_until"),
            "period-empty",
        );
        if self.industry.is_none() && self.service.is_none() {
            return faults.finish(());
        }
        let case = cases::get(r, case)?;
        for (field, kind, code) in [
            ("industry", OptionKind::Industry, &self.industry),
            ("service", OptionKind::Service, &self.service),
        ] {
            let known = code.as_deref().is_none_or(|code| case.offers(kind, code));
            faults.demand(known, &format!("{at}{field}"), "not-of-case");
        }
        faults.finish(())
    }

    /// Narrows a query to the submitted claims of the case that fit.
    ///
    /// # Errors
    /// `Invalid` where it names what is not of the case.
    pub(crate) fn narrow<'f, T>(
        &'f self,
        r: &mut Read,
        case: CaseId,
        at: &str,
        claims: claim::BoxedQuery<'f, Pg, T>,
    ) -> Result<claim::BoxedQuery<'f, Pg, T>, Error> {
        self.check(r, case, at)?;
        let mut claims = of_staff(case, claims);
        if let Some(status) = self.status {
            claims = claims.filter(claim::status.eq(status));
        }
        if let Some(region) = self.region {
            claims = claims.filter(claim::region.eq(region));
        }
        if let Some(industry) = &self.industry {
            claims = claims.filter(claim::industry.eq(industry));
        }
        if let Some(service) = &self.service {
            let named = claim_service::table
                .filter(claim_service::claim_id.eq(claim::id))
                .filter(claim_service::service.eq(service));
            claims = claims.filter(exists(named));
        }
        if let Some(from) = self.submitted_from {
            claims = claims.filter(claim::submitted_at.ge(from.utc()));
        }
        if let Some(until) = self.submitted_until {
            claims = claims.filter(claim::submitted_at.lt(until.utc()));
        }
        Ok(claims)
    }
}

/// Narrows a query to the claims of the case that its staff can see.
pub(crate) fn of_staff<'c, T>(
    case: CaseId,
    claims: claim::BoxedQuery<'c, Pg, T>,
) -> claim::BoxedQuery<'c, Pg, T> {
    claims
        .filter(claim::case_id.eq(case))
        .filter(Submitted)
        .filter(NotErased)
}

/// Which page of which claims.
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

/// Submitted claims of a case without identity, for its staff, in the order in which they were
/// handed in: whoever reads on from the last page sees all that came since.
pub fn of_case(r: &mut Read, case: CaseId, query: &ListQuery) -> Result<Vec<Claim>, Error> {
    cases::assigned(r, case)?;
    let limit = input::page(query.limit.unwrap_or(50))?;
    let filter = Filter {
        status: query.status,
        region: query.region,
        industry: query.industry.clone(),
        ..Filter::default()
    };
    let claims = claim::table.select(Row::as_select()).into_boxed();
    let mut page = filter.narrow(r, case, "", claims)?;
    if let Some(after) = query.after {
        page = page.filter(Submission.gt(place(r, case, after)?));
    }
    let rows: Vec<Row> = page.order(Submission).limit(limit).load(r.conn())?;
    let closed = rows.iter().map(|_| None).collect();
    listed(r, rows, closed)
}

/// Where a claim stands in the list, also one that was erased since it was read there.
fn place(r: &mut Read, case: CaseId, after: ClaimId) -> Result<i64, Error> {
    let place = claim::table
        .find(after)
        .filter(claim::case_id.eq(case))
        .filter(Submitted)
        .select(Submission.assume_not_null())
        .first(r.conn());
    place.map_err(|error| Error::from(error).or_absent("after", "cursor"))
}
