//! Identities for staff, each time with a reason, and for claimants who was shown theirs.

use actix_web::web;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::cases;
use crate::claims::identity::{self, searched_name, searched_phone};
use crate::disclosures::{self, Filter, OpenedClaim, Purpose, SearchField, SeenBy, Selection};
use crate::error::{Error, Fault};
use crate::http::api::answer::{Answer, Page, USUAL, created};
use crate::http::api::json::Input;
use crate::http::session::Call;
use crate::ids::{ClaimId, DisclosureId};
use crate::input::{self, Faults};

/// Exactly what is searched for; it goes into no address and no record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// In which field.
    field: SearchField,
    /// The whole value.
    value: String,
}

/// Whose identities and why. One of `claims`, `filter` and `search`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisclosureInput {
    /// Why, in at least 10 characters; the claimants read it.
    pub(super) reason: String,
    /// These claims.
    #[serde(default)]
    pub(super) claims: Option<Vec<ClaimId>>,
    /// The claims that fit.
    #[serde(default)]
    pub(super) filter: Option<Filter>,
    /// The claims that have exactly this name, phone or business number.
    #[serde(default)]
    pub(super) search: Option<Search>,
}

impl DisclosureInput {
    pub(super) fn parse(&self) -> Result<(Selection, String), Error> {
        let mut faults = Faults::default();
        let reason = faults.take(disclosures::reason("reason", &self.reason));
        let selection = match (&self.claims, &self.filter, &self.search) {
            (Some(claims), None, None) => {
                faults.demand(!claims.is_empty(), "claims", "empty");
                Some(Selection::Claims(claims.clone()))
            }
            (None, Some(filter), None) => Some(Selection::Filter(filter.clone())),
            (None, None, Some(search)) => {
                faults
                    .take(search.normalised())
                    .map(|value| Selection::Search {
                        field: search.field,
                        value,
                    })
            }
            _ => {
                faults.add(Fault::new("claims", "one-selection"));
                None
            }
        };
        faults.finish()?;
        selection
            .zip(reason)
            .ok_or_else(|| Error::internal("a fault was not reported"))
    }
}

impl Search {
    fn normalised(&self) -> Result<String, Fault> {
        match self.field {
            SearchField::Name => {
                input::line("search.value", &self.value, 100).map(|name| searched_name(&name))
            }
            SearchField::Phone => {
                identity::phone("search.value", &self.value).map(|phone| searched_phone(&phone))
            }
            SearchField::BusinessNumber => identity::business_number("search.value", &self.value),
        }
    }
}

/// Asks to see identities: the record is made first, the identities are under `/claims` of it for a quarter of an hour.
#[utoipa::path(post, path = "/api/v1/cases/{case}/disclosures", tag = "disclosures", request_body = DisclosureInput,
    params(("case" = String, Path), ("Idempotency-Key" = String, Header)), security(("session" = [])),
    responses((status = 201), (status = 404, body = crate::http::failure::Problem), (status = 422, body = crate::http::failure::Problem)))]
pub async fn make(call: Call, case: web::Path<String>, input: Input<DisclosureInput>) -> Answer {
    let (selection, reason) = input.value.parse()?;
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        let account = w.account()?;
        let id = disclosures::make(w, account, case, Purpose::Review, None, &selection, &reason)?;
        Ok(created(format!("/api/v1/disclosures/{id}")))
    })
    .await
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Pages {
    /// Id of the last claim of the page before.
    #[serde(default)]
    after: Option<ClaimId>,
    /// Claims a page, 1 to 200; 50 where left out.
    #[serde(default)]
    limit: Option<i64>,
}

/// The identities of a disclosure, for whoever made it.
#[utoipa::path(get, path = "/api/v1/disclosures/{disclosure}/claims", tag = "disclosures", params(("disclosure" = DisclosureId, Path), Pages),
    security(("session" = [])), responses((status = 200, body = Page<OpenedClaim>), (status = 404, body = crate::http::failure::Problem)))]
pub async fn claims(
    call: Call,
    disclosure: web::Path<DisclosureId>,
    pages: web::Query<Pages>,
) -> Answer {
    call.read(move |r| {
        let claims =
            disclosures::claims(r, *disclosure, pages.after, pages.limit.unwrap_or(USUAL))?;
        Ok(Page::of(claims, pages.limit, |claim| claim.id.0))
    })
    .await
}

/// Who was shown or given this claim, when and why, for its owner.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/disclosures", tag = "disclosures", params(("claim" = ClaimId, Path)), security(("session" = [])),
    responses((status = 200, body = Vec<SeenBy>), (status = 404, body = crate::http::failure::Problem)))]
pub async fn of_claim(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| disclosures::of_claim(r, *claim)).await
}
