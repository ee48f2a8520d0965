//! Decisions of the firm.

use actix_web::web;

use crate::http::api::answer::{Answer, created};
use crate::http::api::json::Input;
use crate::http::session::Call;
use crate::ids::ClaimId;
use crate::reviews::{self, Review, ReviewInput};

/// The decisions about a claim.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/reviews", tag = "reviews", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Review>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| reviews::of_claim(r, *claim)).await
}

/// Starts a review, accepts, rejects or reopens.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/reviews", tag = "reviews", request_body = ReviewInput,
    params(("claim" = ClaimId, Path)),
    responses((status = 201)))]
pub async fn decide(call: Call, claim: web::Path<ClaimId>, input: Input<ReviewInput>) -> Answer {
    call.change(input.digest, move |w| {
        let id = reviews::decide(w, *claim, &input.value)?;
        Ok(created(format!("/api/v1/claims/{}/reviews/{id}", *claim)))
    })
    .await
}
