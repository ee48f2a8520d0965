//! Answers to consent items.

use actix_web::web;

use crate::claims::consents::{self, Consent, ConsentInput, PaperInput};
use crate::db::Write;
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::api::receipts::linked;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::{ClaimId, ConsentId};

/// All answers of a claim; the signed statements for its owner only.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/consents", tag = "consents", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Consent>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| consents::of_claim(r, *claim)).await
}

/// Agrees to an item or refuses it. An answer to a superseded text is refused with the current one.
/// Refusing a required item after submission withdraws the claim.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/consents", tag = "consents", request_body = ConsentInput,
    params(("claim" = ClaimId, Path)),
    responses((status = 201, headers(("Link" = String, description = "The receipts of the claim")))))]
pub async fn answer(call: Call, claim: web::Path<ClaimId>, input: Input<ConsentInput>) -> Answer {
    let (of, digest) = (*claim, input.digest);
    let change = move |w: &mut Write| {
        let id = consents::answer(w, of, &input.value)?;
        Ok(created(format!("/api/v1/consents/{id}")))
    };
    Ok(linked(call.change(digest, change).await?, of))
}

/// Puts on record that somebody answered an item on a signed paper, in a draft that staff enter for
/// them. It counts as their answer; the statement names the paper, and who recorded it.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/papers", tag = "consents", request_body = PaperInput,
    params(("claim" = ClaimId, Path)), responses((status = 201)))]
pub async fn record_paper(
    call: Call,
    claim: web::Path<ClaimId>,
    input: Input<PaperInput>,
) -> Answer {
    call.change(input.digest, move |w: &mut Write| {
        let id = consents::record_paper(w, *claim, &input.value)?;
        Ok(created(format!("/api/v1/consents/{id}")))
    })
    .await
}

/// Takes an agreement back.
#[utoipa::path(post, path = "/api/v1/consents/{consent}/withdrawal", tag = "consents", params(("consent" = ConsentId, Path)),
    responses((status = 204, headers(("Link" = String, description = "The receipts of the claim")))))]
pub async fn withdraw(call: Call, consent: web::Path<ConsentId>) -> Answer {
    let id = *consent;
    let answer = call
        .change(no_body(), move |w| {
            consents::withdraw(w, id).map(|()| done())
        })
        .await?;
    // it is done, whether or not the way to the receipt is found
    let of = call
        .app
        .db
        .read(&call.ticket, move |r| consents::claim_of(r, id))
        .await;
    Ok(match of {
        Ok(claim) => linked(answer, claim),
        Err(_) => answer,
    })
}
