//! Identities for staff, each time with a reason, and for claimants who was shown theirs.

use actix_web::web;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::cases;
use crate::disclosures::request::DisclosureInput;
use crate::disclosures::{self, Disclosed, OpenedClaim, SeenBy};
use crate::http::api::answer::{Answer, Page, USUAL, created};
use crate::http::api::exports;
use crate::http::api::json::{Input, Query};
use crate::http::session::Call;
use crate::ids::{ClaimId, DisclosureId};

/// Asks to see identities: the record is made first, the identities are under `/claims` of it for a
/// quarter of an hour.
#[utoipa::path(post, path = "/api/v1/cases/{case}/disclosures", tag = "disclosures", request_body = DisclosureInput,
    params(("case" = String, Path)),
    responses((status = 201)))]
pub async fn make(call: Call, case: web::Path<String>, input: Input<DisclosureInput>) -> Answer {
    let request = input.value.parse()?;
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        let account = w.account()?;
        let id = disclosures::make(w, account, case, None, &request)?;
        Ok(created(format!("/api/v1/disclosures/{id}")))
    })
    .await
}

/// Who was shown or given identities of a case, when, how many and why: looks at the screen and
/// exports, the newest first.
#[utoipa::path(get, path = "/api/v1/cases/{case}/disclosures", tag = "disclosures", params(("case" = String, Path), exports::Pages),
    responses((status = 200, body = Page<Disclosed>)))]
pub async fn list(call: Call, case: web::Path<String>, pages: Query<exports::Pages>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        let limit = pages.limit.unwrap_or(USUAL);
        let disclosures = disclosures::list(r, case, None, pages.after, limit)?;
        Ok(Page::of(disclosures, pages.limit, |made| made.id.0))
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

/// The identities of a disclosure, for its maker.
#[utoipa::path(get, path = "/api/v1/disclosures/{disclosure}/claims", tag = "disclosures", params(("disclosure" = DisclosureId, Path), Pages), responses((status = 200, body = Page<OpenedClaim>)))]
pub async fn claims(
    call: Call,
    disclosure: web::Path<DisclosureId>,
    pages: Query<Pages>,
) -> Answer {
    call.read(move |r| {
        let claims =
            disclosures::claims(r, *disclosure, pages.after, pages.limit.unwrap_or(USUAL))?;
        Ok(Page::of(claims, pages.limit, |claim| claim.id.0))
    })
    .await
}

/// Who was shown or given this claim, when and why, for its owner.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/disclosures", tag = "disclosures", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<SeenBy>)))]
pub async fn of_claim(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| disclosures::of_claim(r, *claim)).await
}
