//! Lists of claims: of one account for its owner, and page by page of one case, without identity.

use diesel::dsl::{count_star, exists};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, OptionKind};
use crate::claims::identity::Identity;
use crate::claims::order::{self, Order};
use crate::claims::{Claim, Region, Row, Status, services};
use crate::db::Read;
use crate::db::derived::{NotErased, Submitted};
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
    let claim = |(row, identity): (Row, Option<Identity>)| {
        let services = services.remove(&row.id).unwrap_or_default();
        row.with(identity, services)
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
#[derive(
    Serialize, Deserialize, Default, Clone, PartialEq, Eq, Hash, utoipa::IntoParams, ToSchema,
)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
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
    /// Code of a kind of evidence of the case, of which they list no file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lacking: Option<String>,
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
        if self.industry.is_none() && self.service.is_none() && self.lacking.is_none() {
            return faults.finish(());
        }
        let case = cases::get(r, case)?;
        for (field, kind, code) in [
            ("industry", OptionKind::Industry, &self.industry),
            ("service", OptionKind::Service, &self.service),
            ("lacking", OptionKind::Evidence, &self.lacking),
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
        if let Some(kind) = &self.lacking {
            claims = claims.filter(claim::lacking.contains(vec![Some(kind)]));
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
    /// Only those that name this service of the case.
    #[serde(default)]
    pub service: Option<String>,
    /// Only those that list no evidence of this kind of the case.
    #[serde(default)]
    pub lacking: Option<String>,
    /// In which order: as they were handed in where left out.
    #[serde(default)]
    pub order: Option<Order>,
    /// Id of the last claim of the page before.
    #[serde(default)]
    pub after: Option<ClaimId>,
    /// Claims a page, 1 to 200; 50 where left out.
    #[serde(default)]
    pub limit: Option<i64>,
}

/// Submitted claims of a case without identity, for its staff. In the order in which they were
/// handed in, whoever reads on from the last page sees all that came since.
pub fn of_case(r: &mut Read, case: CaseId, query: &ListQuery) -> Result<Vec<Claim>, Error> {
    let filter = Filter {
        status: query.status,
        region: query.region,
        industry: query.industry.clone(),
        service: query.service.clone(),
        lacking: query.lacking.clone(),
        ..Filter::default()
    };
    let order = query.order.unwrap_or(Order::Oldest);
    let from = query.after.map_or(Cursor::First, Cursor::After);
    let page = page(r, case, &filter, order, from, query.limit.unwrap_or(50))?;
    Ok(page.claims)
}

/// Where a page begins.
#[derive(Clone, Copy)]
pub enum Cursor {
    /// With the first of all.
    First,
    /// With the one after this claim.
    After(ClaimId),
    /// It ends with the one before this claim.
    Before(ClaimId),
}

/// A page of a list, and whether there is more on either side of it.
pub struct Page {
    pub claims: Vec<Claim>,
    pub earlier: bool,
    pub later: bool,
}

/// A page of the submitted claims of a case that fit, without identity, for its staff.
pub fn page(
    r: &mut Read,
    case: CaseId,
    filter: &Filter,
    order: Order,
    cursor: Cursor,
    limit: i64,
) -> Result<Page, Error> {
    cases::assigned(r, case)?;
    let limit = input::page(limit)?;
    let mut page = filter.narrow(r, case, "", claim::table.select(claim::id).into_boxed())?;
    let backwards = matches!(cursor, Cursor::Before(_));
    if let Cursor::After(beside) | Cursor::Before(beside) = cursor {
        let place = order::place(r, case, beside)?;
        page = order.beyond(page, &place, backwards);
    }
    // one more than is shown tells whether there is more; found by the index alone, and then read
    let page = order.sort(page, backwards).limit(limit + 1);
    let shown = claim::table
        .filter(claim::id.eq_any(page))
        .select(Row::as_select());
    let mut rows: Vec<Row> = order.sort(shown.into_boxed(), backwards).load(r.conn())?;
    let more = rows.len() as i64 > limit;
    rows.truncate(usize::try_from(limit).map_err(Error::internal)?);
    if backwards {
        rows.reverse();
    }
    let closed = rows.iter().map(|_| None).collect();
    let (earlier, later) = match cursor {
        Cursor::First => (false, more),
        Cursor::After(_) => (true, more),
        Cursor::Before(_) => (more, true),
    };
    Ok(Page {
        claims: listed(r, rows, closed)?,
        earlier,
        later,
    })
}

/// How many submitted claims of a case fit.
pub(super) fn count(r: &mut Read, case: CaseId, filter: &Filter) -> Result<i64, Error> {
    let claims = claim::table.select(count_star()).into_boxed();
    Ok(filter.narrow(r, case, "", claims)?.first(r.conn())?)
}
