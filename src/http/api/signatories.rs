//! Those who sign for a party, in the account of the claim and by links of their own.

use actix_web::web;

use crate::claims::consents::{self, ConsentInput};
use crate::claims::signatories::{self, Asked, Signatory, SignatoryInput};
use crate::db::Write;
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::{ClaimId, SignatoryId};

/// Those who sign for the party of a claim; names and addresses for its owner only.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/signatories", tag = "consents", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Signatory>)))]
pub async fn list(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| signatories::of_claim(r, *claim)).await
}

/// Names somebody who signs for the party of a draft.
#[utoipa::path(post, path = "/api/v1/claims/{claim}/signatories", tag = "consents", request_body = SignatoryInput,
    params(("claim" = ClaimId, Path)), responses((status = 201)))]
pub async fn add(call: Call, claim: web::Path<ClaimId>, input: Input<SignatoryInput>) -> Answer {
    let (of, digest) = (*claim, input.digest);
    call.change(digest, move |w: &mut Write| {
        signatories::add(w, of, &input.value)?;
        Ok(created(format!("/api/v1/claims/{of}/signatories")))
    })
    .await
}

/// Takes a signatory off a draft.
#[utoipa::path(delete, path = "/api/v1/signatories/{signatory}", tag = "consents", params(("signatory" = SignatoryId, Path)),
    responses((status = 204)))]
pub async fn remove(call: Call, signatory: web::Path<SignatoryId>) -> Answer {
    call.change(no_body(), move |w| {
        signatories::remove(w, *signatory).map(|()| done())
    })
    .await
}

/// Sends a signatory the link by which they sign; an older one is void.
#[utoipa::path(post, path = "/api/v1/signatories/{signatory}/link", tag = "consents", params(("signatory" = SignatoryId, Path)),
    responses((status = 204)))]
pub async fn ask(call: Call, signatory: web::Path<SignatoryId>) -> Answer {
    let language = call.language;
    call.change(no_body(), move |w| {
        signatories::ask(w, *signatory, language).map(|()| done())
    })
    .await
}

/// What is asked of whoever has the link of a signatory, and what they have signed. The token is the
/// end of the link in the mail.
#[utoipa::path(get, path = "/api/v1/signatures/{token}", tag = "consents", params(("token" = String, Path)),
    responses((status = 200, body = Asked)))]
pub async fn asked(call: Call, token: web::Path<String>) -> Answer {
    call.read(move |r| signatories::asked(r, &token)).await
}

/// Agrees to an item or refuses it, as the signatory whose link it is.
#[utoipa::path(post, path = "/api/v1/signatures/{token}/consents", tag = "consents", request_body = ConsentInput,
    params(("token" = String, Path)), responses((status = 204)))]
pub async fn sign(call: Call, token: web::Path<String>, input: Input<ConsentInput>) -> Answer {
    call.change(input.digest, move |w: &mut Write| {
        consents::answer_by_link(w, &token, &input.value).map(|_| done())
    })
    .await
}
