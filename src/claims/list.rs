//! Lists of claims: of one account for its owner, and page by page of one case, without identity.

use diesel::dsl::{count_star, exists, max, min, not};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, OptionKind};
use crate::claims::identity::Identity;
use crate::claims::order::{self, Order, Place};
use crate::claims::{Business, ByClaim, Claim, Region, Row, Status, businesses, services};
use crate::db::Read;
use crate::db::derived::{NotErased, Submission, Submitted};
use crate::db::schema::{claim, reaffirmation};
use crate::error::Error;
use crate::ids::{CaseId, ClaimId};
use crate::input::{self, Faults, Time};

/// The claims of these rows, with the identities that the caller may see, one a row.
fn listed(
    r: &mut Read,
    rows: Vec<Row>,
    (identities, mut businesses): (Vec<Option<Identity>>, ByClaim<Business>),
) -> Result<Vec<Claim>, Error> {
    let ids: Vec<ClaimId> = rows.iter().map(|row| row.id).collect();
    let mut services = services::of_claims(r, &ids)?;
    let claim = |(row, identity): (Row, Option<Identity>)| {
        let businesses = businesses.remove(&row.id).unwrap_or_default();
        let services = services.remove(&row.id).unwrap_or_default();
        row.with(identity, businesses, services)
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
    let (mut identities, mut businesses) = (Vec::new(), ByClaim::new());
    for row in &rows {
        let grant = Grant::of_row(r, row.id, row.account_id).ok_or(Error::NotFound)?;
        identities.push(Some(row.identity(r, &grant)?));
        businesses.extend(businesses::of_claims(r, Some(&grant), &[row.id])?);
    }
    listed(r, rows, (identities, businesses))
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
    /// Where a business of it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Code of an industry of the case, of a business of it.
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
    /// Nobody has said since then that they still want it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silent_since: Option<Time>,
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
            claims = claims.filter(claim::regions.contains(vec![Some(region.as_str())]));
        }
        if let Some(industry) = &self.industry {
            claims = claims.filter(claim::industries.contains(vec![Some(industry)]));
        }
        if let Some(service) = &self.service {
            claims = claims.filter(claim::services.contains(vec![Some(service)]));
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
        if let Some(since) = self.silent_since {
            let spoken = reaffirmation::table
                .filter(reaffirmation::claim_id.eq(claim::id))
                .filter(reaffirmation::reaffirmed_at.ge(since.utc()));
            claims = claims.filter(not(exists(spoken)));
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

/// What fits a filter. It may be a moment old: who does not fit any more is passed over when it is
/// read, and who fits since then comes with the next.
pub enum Hits {
    /// Those that fit, and where each stands: so few that they are sorted when they are shown.
    Few(Vec<(ClaimId, Place)>),
    /// How many, and the first and the last of them in the order of submission.
    Many { count: i64, first: i64, last: i64 },
}

/// Claims up to which a list is sorted when it is shown. Of more, a page is near wherever one begins
/// to look in the order of the list.
const FEW: usize = 1_000;

impl Hits {
    pub fn count(&self) -> i64 {
        match self {
            Self::Few(claims) => claims.len() as i64,
            Self::Many { count, .. } => *count,
        }
    }

    /// Finds what fits, of the submitted claims of a case.
    pub(super) fn of(r: &mut Read, case: CaseId, filter: &Filter) -> Result<Self, Error> {
        let place = (Submission.assume_not_null(), claim::total_krw);
        let few = claim::table.select((claim::id, place)).into_boxed();
        let few = filter.narrow(r, case, "", few)?.limit(FEW as i64 + 1);
        let few: Vec<(ClaimId, Place)> = few.load(r.conn())?;
        if few.len() <= FEW {
            return Ok(Self::Few(few));
        }
        let all = claim::table.select((count_star(), min(Submission), max(Submission)));
        let all = filter.narrow(r, case, "", all.into_boxed())?;
        let (count, first, last): (i64, Option<i64>, Option<i64>) = all.first(r.conn())?;
        let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
        Ok(Self::Many { count, first, last })
    }

    /// Where a period begins and ends, in the order of submission: of many who fit. Nothing else says
    /// so, because whoever fits may come later.
    fn narrow<'h, T>(
        &self,
        filter: &Filter,
        mut claims: claim::BoxedQuery<'h, Pg, T>,
    ) -> claim::BoxedQuery<'h, Pg, T> {
        if let Self::Many { first, last, .. } = *self {
            if filter.submitted_from.is_some() {
                claims = claims.filter(Submission.ge(first));
            }
            if filter.submitted_until.is_some() {
                claims = claims.filter(Submission.le(last));
            }
        }
        claims
    }
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
    let limit = query.limit.unwrap_or(50);
    let page = page(r, case, &filter, None, order, from, limit)?;
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

/// A page of the submitted claims of a case that fit, without identity, for its staff; quicker where
/// it is known what fits.
pub fn page(
    r: &mut Read,
    case: CaseId,
    filter: &Filter,
    hits: Option<&Hits>,
    order: Order,
    cursor: Cursor,
    limit: i64,
) -> Result<Page, Error> {
    cases::assigned(r, case)?;
    let limit = input::page(limit)?;
    let backwards = matches!(cursor, Cursor::Before(_));
    let place = match cursor {
        Cursor::First => None,
        Cursor::After(beside) | Cursor::Before(beside) => Some(order::place(r, case, beside)?),
    };
    let shown = usize::try_from(limit).map_err(Error::internal)?;
    // one more than is shown tells whether there is more; found without their rows, which are read then
    let ids = match hits {
        Some(Hits::Few(few)) => order.pick(few, place, backwards, shown + 1),
        _ => {
            let ids = filter.narrow(r, case, "", claim::table.select(claim::id).into_boxed())?;
            let ids = match hits {
                Some(hits) if order != Order::Amount => hits.narrow(filter, ids),
                _ => ids,
            };
            let ids = order.walk(ids, place, backwards).limit(limit + 1);
            ids.load(r.conn())?
        }
    };
    let rows = claim::table.select(Row::as_select()).into_boxed();
    let rows = filter.narrow(r, case, "", rows.filter(claim::id.eq_any(&ids)))?;
    let mut rows: Vec<Row> = order.walk(rows, None, backwards).load(r.conn())?;
    let more = ids.len() > shown;
    rows.truncate(shown);
    if backwards {
        rows.reverse();
    }
    let shown: Vec<ClaimId> = rows.iter().map(|row| row.id).collect();
    let closed = rows.iter().map(|_| None).collect();
    let businesses = businesses::of_claims(r, None, &shown)?;
    let (earlier, later) = match cursor {
        Cursor::First => (false, more),
        Cursor::After(_) => (true, more),
        Cursor::Before(_) => (more, true),
    };
    Ok(Page {
        claims: listed(r, rows, (closed, businesses))?,
        earlier,
        later,
    })
}
