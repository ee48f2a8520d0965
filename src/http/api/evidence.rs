//! Listed files.

use actix_web::web;

use crate::claims::evidence::checks::{self, CheckInput, EvidenceCheck};
use crate::claims::evidence::{self, Evidence, EvidenceInput};
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::{ClaimId, EvidenceId};

/// The files that a claim lists; names and notes for its owner only.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/evidence", tag = "evidence", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Evidence>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| evidence::of_claim(r, *claim)).await
}

/// Lists a file: its metadata and SHA-256, not the file.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/evidence", tag = "evidence", request_body = EvidenceInput,
    params(("claim" = ClaimId, Path)),
    responses((status = 201)))]
pub async fn add(call: Call, claim: web::Path<ClaimId>, input: Input<EvidenceInput>) -> Answer {
    call.change(input.digest, move |w| {
        evidence::add(w, *claim, &input.value).map(|id| created(format!("/api/v1/evidence/{id}")))
    })
    .await
}

/// Lists a file in the place of another, which stays in the record.
#[utoipa::path(post, path = "/api/v1/evidence/{evidence}/replacements", tag = "evidence", request_body = EvidenceInput,
    params(("evidence" = EvidenceId, Path)),
    responses((status = 201)))]
pub async fn replace(
    call: Call,
    evidence: web::Path<EvidenceId>,
    input: Input<EvidenceInput>,
) -> Answer {
    call.change(input.digest, move |w| {
        evidence::replace(w, *evidence, &input.value)
            .map(|id| created(format!("/api/v1/evidence/{id}")))
    })
    .await
}

/// Takes a file off the list; its record stays.
#[utoipa::path(delete, path = "/api/v1/evidence/{evidence}", tag = "evidence", params(("evidence" = EvidenceId, Path)),
    responses((status = 204)))]
pub async fn remove(call: Call, evidence: web::Path<EvidenceId>) -> Answer {
    call.change(no_body(), move |w| {
        evidence::remove(w, *evidence).map(|()| done())
    })
    .await
}

/// What the firm found of a file, also of one that was replaced or taken off.
#[utoipa::path(get, path = "/api/v1/evidence/{evidence}/checks", tag = "evidence", params(("evidence" = EvidenceId, Path)),
    responses((status = 200, body = Vec<EvidenceCheck>)))]
pub async fn checks(call: Call, evidence: web::Path<EvidenceId>) -> Answer {
    call.read(move |r| checks::of_file(r, *evidence)).await
}

/// Puts on record that a listed file was received or seen. Where its SHA-256 is another than the
/// listed one it `differs`, and the claimant is told.
#[utoipa::path(post, path = "/api/v1/evidence/{evidence}/checks", tag = "evidence", request_body = CheckInput,
    params(("evidence" = EvidenceId, Path)), responses((status = 201)))]
pub async fn check(
    call: Call,
    evidence: web::Path<EvidenceId>,
    input: Input<CheckInput>,
) -> Answer {
    call.change(input.digest, move |w| {
        checks::record(w, *evidence, &input.value)?;
        Ok(created(format!("/api/v1/evidence/{evidence}/checks")))
    })
    .await
}
