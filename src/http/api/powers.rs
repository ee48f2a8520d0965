//! Special powers of counsel.

use actix_web::web;

use crate::claims::powers::{self, PowerInput, PowerStanding};
use crate::db::Write;
use crate::http::api::answer::{Answer, created};
use crate::http::api::json::Input;
use crate::http::api::receipts::linked;
use crate::http::session::Call;
use crate::ids::ClaimId;

/// Each special power: whether counsel has it, and whether the firm needs it. The signed statements
/// are for the owner only.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/powers", tag = "consents", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<PowerStanding>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| powers::of_claim(r, *claim)).await
}

/// Gives counsel a power, or takes it back, after the mandate was signed.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/powers", tag = "consents", request_body = PowerInput,
    params(("claim" = ClaimId, Path)),
    responses((status = 201, headers(("Link" = String, description = "The receipts of the claim")))))]
pub async fn state(call: Call, claim: web::Path<ClaimId>, input: Input<PowerInput>) -> Answer {
    let (of, digest) = (*claim, input.digest);
    let change = move |w: &mut Write| {
        powers::state(w, of, &input.value)?;
        Ok(created(format!("/api/v1/claims/{of}/powers")))
    };
    Ok(linked(call.change(digest, change).await?, of))
}
