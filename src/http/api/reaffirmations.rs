//! That what was signed still holds.

use actix_web::web;

use crate::claims::reaffirmations::{self, Reaffirmation, ReaffirmationInput};
use crate::db::Write;
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::api::receipts::linked;
use crate::http::session::Call;
use crate::ids::ClaimId;

/// The reaffirmations of a claim; the signed statements for its owner only.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/reaffirmations", tag = "consents", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Reaffirmation>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| reaffirmations::of_claim(r, *claim))
        .await
}

/// Signs that what was signed still holds, over the digests of every statement in force.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/reaffirmations", tag = "consents", request_body = ReaffirmationInput,
    params(("claim" = ClaimId, Path)),
    responses((status = 201, headers(("Link" = String, description = "The receipts of the claim")))))]
pub async fn reaffirm(
    call: Call,
    claim: web::Path<ClaimId>,
    input: Input<ReaffirmationInput>,
) -> Answer {
    let (of, digest) = (*claim, input.digest);
    let change = move |w: &mut Write| {
        reaffirmations::reaffirm(w, of, &input.value)?;
        Ok(created(format!("/api/v1/claims/{of}/reaffirmations")))
    };
    Ok(linked(call.change(digest, change).await?, of))
}

/// Likewise, as the signatory whose link it is.
#[utoipa::path(post, path = "/api/v1/signatures/{token}/reaffirmations", tag = "consents", request_body = ReaffirmationInput,
    params(("token" = String, Path)), responses((status = 204)))]
pub async fn by_link(
    call: Call,
    token: web::Path<String>,
    input: Input<ReaffirmationInput>,
) -> Answer {
    call.change(input.digest, move |w: &mut Write| {
        reaffirmations::reaffirm_by_link(w, &token, &input.value).map(|_| done())
    })
    .await
}
