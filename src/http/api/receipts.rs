//! Receipts: what a claimant keeps to prove what they did.

use std::fmt::Display;

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, web};

use crate::http::api::answer::Answer;
use crate::http::download;
use crate::http::session::Call;
use crate::ids::ClaimId;
use crate::receipts::{self, Receipt};

fn path(claim: impl Display) -> String {
    format!("/api/v1/claims/{claim}/receipts")
}

/// The answer to a change, with the way to its receipt.
pub(super) fn linked(mut answer: HttpResponse, claim: impl Display) -> HttpResponse {
    if let Ok(link) = HeaderValue::from_str(&format!("<{}>; rel=\"receipt\"", path(claim))) {
        answer.headers_mut().insert(header::LINK, link);
    }
    answer
}

/// What the owner of a claim did that has a receipt: each submission, consent, statement on a power and
/// withdrawal. A receipt is ready within two seconds; its signatures grow later.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/receipts", tag = "receipts", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Receipt>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let store = call.app.store.clone();
    call.read(move |r| receipts::of_claim(r, &store, *claim))
        .await
}

/// A receipt as a `.tlog-proof` file (c2sp.org/tlog-proof), which proves the change without this
/// registry. It opens what was sealed: it is for its owner, who decides whom to show it to.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/receipts/{receipt}", tag = "receipts",
    params(("claim" = ClaimId, Path), ("receipt" = i64, Path)),
    responses((status = 200, content_type = "text/plain", body = String),
        (status = 202, description = "Not ready yet: ask again at Location after Retry-After seconds")))]
pub async fn one(call: Call, asked: web::Path<(ClaimId, i64)>) -> Answer {
    let (store, (claim, id)) = (call.app.store.clone(), asked.into_inner());
    let Some(file) = call
        .app
        .db
        .read(&call.ticket, move |r| receipts::one(r, &store, claim, id))
        .await?
    else {
        let location = (header::LOCATION, format!("{}/{id}", path(claim)));
        return Ok(HttpResponse::Accepted()
            .insert_header(location)
            .insert_header((header::RETRY_AFTER, "1"))
            .finish());
    };
    Ok(download::text(&file.name, file.text))
}
