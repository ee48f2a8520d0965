//! Accounts whose mailbox was lost.

use actix_web::web;

use crate::db::Write;
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::{ClaimId, RecoveryId};
use crate::recoveries::{self, Recovery, RecoveryConfirmation, RecoveryInput, RecoveryNotice};

/// The recoveries of the account that were asked for over a claim, the last one first; the address
/// shows nowhere.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/recoveries", tag = "accounts", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Recovery>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| recoveries::of_claim(r, *claim)).await
}

/// Asks for another address for the account of a claim whose claimant was identified anew. A second
/// member of staff has to confirm it; the answer is the same whether the address has an account or
/// not.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/recoveries", tag = "accounts", request_body = RecoveryInput,
    params(("claim" = ClaimId, Path)), responses((status = 201)))]
pub async fn ask(call: Call, claim: web::Path<ClaimId>, input: Input<RecoveryInput>) -> Answer {
    let (of, digest) = (*claim, input.digest);
    call.change(digest, move |w: &mut Write| {
        let id = recoveries::ask(w, of, &input.value)?;
        Ok(created(format!("/api/v1/recoveries/{id}")))
    })
    .await
}

/// Confirms a recovery that somebody else asked for. Everybody whom it could rob is told at once, and
/// the account gets the address 72 hours later, unless one of them stops it.
#[utoipa::path(post, path = "/api/v1/recoveries/{recovery}/confirmation", tag = "accounts", request_body = RecoveryConfirmation,
    params(("recovery" = RecoveryId, Path)), responses((status = 204)))]
pub async fn confirm(
    call: Call,
    recovery: web::Path<RecoveryId>,
    input: Input<RecoveryConfirmation>,
) -> Answer {
    call.change(input.digest, move |w: &mut Write| {
        recoveries::confirm(w, *recovery, &input.value).map(|()| done())
    })
    .await
}

/// Stops a recovery: the claimant does, or staff take it back.
#[utoipa::path(post, path = "/api/v1/recoveries/{recovery}/stop", tag = "accounts",
    params(("recovery" = RecoveryId, Path)), responses((status = 204)))]
pub async fn stop(call: Call, recovery: web::Path<RecoveryId>) -> Answer {
    call.change(no_body(), move |w| {
        recoveries::stop(w, *recovery).map(|()| done())
    })
    .await
}

/// What whoever has the link of a notice is told of a recovery. The token is the end of that link.
#[utoipa::path(get, path = "/api/v1/recovery-notices/{token}", tag = "accounts", params(("token" = String, Path)),
    responses((status = 200, body = RecoveryNotice)))]
pub async fn notice(call: Call, token: web::Path<String>) -> Answer {
    call.read(move |r| recoveries::notice(r, &token)).await
}

/// Stops a recovery, as one of those who were told of it.
#[utoipa::path(post, path = "/api/v1/recovery-notices/{token}/stop", tag = "accounts", params(("token" = String, Path)),
    responses((status = 204)))]
pub async fn stop_by_link(call: Call, token: web::Path<String>) -> Answer {
    call.change(no_body(), move |w| {
        recoveries::stop_by_link(w, &token).map(|()| done())
    })
    .await
}
