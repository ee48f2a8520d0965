//! How those who sign were identified.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::action::Action;
use crate::claims::identifications::{self, Identification, IdentificationInput};
use crate::claims::identity_checks::{self, Begun, IdentityResult};
use crate::claims::phone_codes::{self, PhoneCodeInput};
use crate::db::Write;
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::once::no_body;
use crate::http::request::header;
use crate::http::session::Call;
use crate::ids::{ClaimId, IdentificationId};

/// Header with the signature of a body.
const SIGNATURE: &str = "registry-signature";

/// How those who sign for a claim were identified; the details for its owner only.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/identifications", tag = "consents", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Identification>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| identifications::of_claim(r, *claim))
        .await
}

/// Puts on record how staff identified somebody. The claimant is told, and can object.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/identifications", tag = "consents", request_body = IdentificationInput,
    params(("claim" = ClaimId, Path)), responses((status = 201)))]
pub async fn record(
    call: Call,
    claim: web::Path<ClaimId>,
    input: Input<IdentificationInput>,
) -> Answer {
    let (of, digest) = (*claim, input.digest);
    call.change(digest, move |w: &mut Write| {
        identifications::record(w, of, &input.value)?;
        Ok(created(format!("/api/v1/claims/{of}/identifications")))
    })
    .await
}

/// Says that an identification by staff never took place; it counts no longer.
#[utoipa::path(post, path = "/api/v1/identifications/{identification}/objection", tag = "consents",
    params(("identification" = IdentificationId, Path)), responses((status = 204)))]
pub async fn object(call: Call, identification: web::Path<IdentificationId>) -> Answer {
    call.change(no_body(), move |w| {
        identifications::object(w, *identification).map(|()| done())
    })
    .await
}

/// Begins an identification of whoever signs in the account of a claim by an identity provider: a browser goes to the
/// address, and comes back to `/identity/{state}`, which says how it went.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/identity", tag = "consents", params(("claim" = ClaimId, Path)),
    responses((status = 201, body = Begun)))]
pub async fn begin(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let provider = call.app.provider()?;
    let begin = move |w: &mut Write| identity_checks::begin(w, &provider, *claim);
    let begun = call.app.db.write(&call.ticket, Action::IdentityAsk, begin);
    Ok(HttpResponse::Created().json(begun.await?))
}

/// Likewise of whoever signs by a link.
#[utoipa::path(post, path = "/api/v1/signatures/{token}/identity", tag = "consents", params(("token" = String, Path)),
    responses((status = 201, body = Begun)))]
pub async fn begin_by_link(call: Call, token: web::Path<String>) -> Answer {
    let provider = call.app.provider()?;
    let begin = move |w: &mut Write| identity_checks::begin_by_link(w, &provider, &token);
    let begun = call.app.db.write(&call.ticket, Action::IdentityAsk, begin);
    Ok(HttpResponse::Created().json(begun.await?))
}

/// Sends a code to the telephone of a claim; one of before is void. Answered when the gateway has taken it.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/phone-code", tag = "consents", params(("claim" = ClaimId, Path)),
    responses((status = 202, description = "The message is on its way")))]
pub async fn send_code(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let app = &call.app;
    let gateway = app.gateway()?;
    let (ticket, language) = (&call.ticket, call.language);
    phone_codes::send(&app.db, ticket, &app.limits, gateway, *claim, language).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Identifies whoever signs in the account of a claim by the code that its telephone got.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/phone-code/confirmations", tag = "consents", request_body = PhoneCodeInput,
    params(("claim" = ClaimId, Path)), responses((status = 204)))]
pub async fn confirm_code(
    call: Call,
    claim: web::Path<ClaimId>,
    input: Input<PhoneCodeInput>,
) -> Answer {
    call.app.gateway()?;
    phone_codes::confirm(&call.app.db, &call.ticket, *claim, &input.value).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes what an identity provider says of somebody, from the firm's adapter to it. The header
/// `Registry-Signature` is `t=<seconds since 1970>,v1=<HMAC-SHA-256 of "<seconds>.<body>" in hexadecimal digits>`, not older
/// than five minutes. Also what does not agree with the claim is taken, stays on record, and is no identification.
#[utoipa::path(post, path = "/api/v1/identification-results", tag = "consents", request_body = IdentityResult,
    params(("Registry-Signature" = String, Header)), responses((status = 204)))]
pub async fn take(call: Call, request: HttpRequest, input: Input<IdentityResult>) -> Answer {
    let provider = call.app.provider()?;
    let signature = header(&request, SIGNATURE).unwrap_or_default().to_owned();
    call.change(input.digest, move |w: &mut Write| {
        identity_checks::take(w, &provider, &signature, &input.bytes, &input.value).map(|()| done())
    })
    .await
}
