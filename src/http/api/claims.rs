//! Claims and their losses.

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use crate::cases;
use crate::claims::losses::assessment::{self, AssessmentInput};
use crate::claims::losses::{self, Loss, LossInput};
use crate::claims::{self, Claim, ClaimInput, ListQuery, list, submit};
use crate::error::{Error, Fault};
use crate::http::api::answer::{Answer, Page, created, done};
use crate::http::api::json::{Input, Query};
use crate::http::api::receipts::linked;
use crate::http::failure::FieldProblem;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::{ClaimId, LossId};
use crate::text;

/// Begins a claim in a case: a draft that may be incomplete.
#[utoipa::path(post, path = "/api/v1/cases/{case}/claims", tag = "claims", request_body = ClaimInput,
    params(("case" = String, Path)),
    responses((status = 201)))]
pub async fn create(call: Call, case: web::Path<String>, input: Input<ClaimInput>) -> Answer {
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        let id = claims::create(w, case, &input.value)?;
        Ok(created(format!("/api/v1/claims/{id}")))
    })
    .await
}

/// Submitted claims of a case, without identity, for its staff.
#[utoipa::path(get, path = "/api/v1/cases/{case}/claims", tag = "claims", params(("case" = String, Path), ListQuery),
    responses((status = 200, body = Page<Claim>)))]
pub async fn of_case(call: Call, case: web::Path<String>, query: Query<ListQuery>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        Ok(Page::of(
            list::of_case(r, case, &query)?,
            query.limit,
            |claim| claim.id.0,
        ))
    })
    .await
}

/// The claims of the account that asks.
#[utoipa::path(get, path = "/api/v1/claims", tag = "claims", responses((status = 200, body = Vec<Claim>)))]
pub async fn own(call: Call) -> Answer {
    call.read(list::own).await
}

/// One claim, with its version as ETag. The owner sees the identity; staff do not. The ETag changes
/// with whatever is shown here, the total of the losses included.
#[utoipa::path(get, path = "/api/v1/claims/{claim}", tag = "claims", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Claim, headers(("ETag" = String, description = "The version, for If-Match")))))]
pub async fn one(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let claim = call
        .app
        .db
        .read(&call.ticket, move |r| claims::get(r, *claim))
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::ETAG, format!("\"{}\"", claim.version)))
        .json(claim))
}

/// Replaces what a draft says; If-Match carries the ETag that was read. Losses and listed files are
/// resources of their own: they are added, replaced and removed, which needs no If-Match; adding and
/// replacing need an Idempotency-Key.
#[utoipa::path(put, path = "/api/v1/claims/{claim}", tag = "claims", request_body = ClaimInput,
    params(("claim" = ClaimId, Path), ("If-Match" = String, Header)),
    responses((status = 204)))]
pub async fn edit(call: Call, claim: web::Path<ClaimId>, input: Input<ClaimInput>) -> Answer {
    let versions = call
        .if_match
        .clone()
        .ok_or_else(|| Error::Malformed(428, Fault::new("If-Match", "if-match-missing")))?;
    call.change(input.digest, move |w| {
        claims::edit(w, *claim, &versions, &input.value).map(|_| done())
    })
    .await
}

/// What submission would still refuse.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/missing", tag = "claims", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<FieldProblem>)))]
pub async fn missing(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let language = call.language;
    call.read(move |r| {
        let faults = submit::what_is_missing(r, *claim)?;
        Ok(faults
            .into_iter()
            .map(|fault| FieldProblem {
                detail: text::fault(language, &fault),
                code: fault.code.into(),
                field: fault.field,
            })
            .collect::<Vec<_>>())
    })
    .await
}

/// Hands a draft in. Everything that is missing is named at once.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/submission", tag = "claims", params(("claim" = ClaimId, Path)),
    responses((status = 204, headers(("Link" = String, description = "The receipts of the claim")))))]
pub async fn submit(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let of = *claim;
    Ok(linked(
        call.change(no_body(), move |w| submit::submit(w, of).map(|_| done()))
            .await?,
        of,
    ))
}

/// Withdraws a claim; its record stays.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/withdrawal", tag = "claims", params(("claim" = ClaimId, Path)),
    responses((status = 204, headers(("Link" = String, description = "The receipts of the claim")))))]
pub async fn withdraw(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let of = *claim;
    Ok(linked(
        call.change(no_body(), move |w| claims::withdraw(w, of).map(|()| done()))
            .await?,
        of,
    ))
}

/// The losses of a claim; the words for its owner only.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/losses", tag = "claims", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Loss>)))]
pub async fn losses(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| losses::of_claim(r, *claim)).await
}

/// Adds a loss to a draft.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/losses", tag = "claims", request_body = LossInput,
    params(("claim" = ClaimId, Path)),
    responses((status = 201)))]
pub async fn add_loss(call: Call, claim: web::Path<ClaimId>, input: Input<LossInput>) -> Answer {
    call.change(input.digest, move |w| {
        losses::add(w, *claim, &input.value).map(|id| created(format!("/api/v1/losses/{id}")))
    })
    .await
}

/// Puts a loss in the place of another one of a draft; files that supported that one support this.
#[utoipa::path(post, path = "/api/v1/losses/{loss}/replacements", tag = "claims", request_body = LossInput,
    params(("loss" = LossId, Path)),
    responses((status = 201)))]
pub async fn replace_loss(call: Call, loss: web::Path<LossId>, input: Input<LossInput>) -> Answer {
    call.change(input.digest, move |w| {
        losses::replace(w, *loss, &input.value).map(|id| created(format!("/api/v1/losses/{id}")))
    })
    .await
}

/// Says what the firm takes a loss to amount to; of several assessments the newest counts. The
/// claimant reads the reason.
#[utoipa::path(post, path = "/api/v1/losses/{loss}/assessments", tag = "claims", request_body = AssessmentInput,
    params(("loss" = LossId, Path)),
    responses((status = 201)))]
pub async fn assess_loss(
    call: Call,
    loss: web::Path<LossId>,
    input: Input<AssessmentInput>,
) -> Answer {
    call.change(input.digest, move |w| {
        let id = assessment::assess(w, *loss, &input.value)?;
        Ok(created(format!(
            "/api/v1/losses/{}/assessments/{id}",
            *loss
        )))
    })
    .await
}

/// Takes a loss out of a draft.
#[utoipa::path(delete, path = "/api/v1/losses/{loss}", tag = "claims", params(("loss" = LossId, Path)),
    responses((status = 204)))]
pub async fn remove_loss(call: Call, loss: web::Path<LossId>) -> Answer {
    call.change(no_body(), move |w| {
        losses::remove(w, *loss).map(|()| done())
    })
    .await
}
