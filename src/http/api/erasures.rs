//! Erasure of the own data, and the legal holds that keep it from happening.

use actix_web::{HttpResponse, web};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::proof::prove;
use crate::action::Action;
use crate::cases;
use crate::erasures::holds::{self, Held};
use crate::erasures::{self, Erased};
use crate::error::Error;
use crate::http::api::answer::{Answer, done};
use crate::http::api::json::Input;
use crate::http::failure::Problem;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::ClaimId;
use crate::input;

/// Why something has to be kept.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldInput {
    /// Why, in at least 10 characters; it is read by those who are refused an erasure.
    reason: String,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    no_resident_number: bool,
}

impl HoldInput {
    fn parse(&self) -> Result<String, Error> {
        Ok(input::reason(
            "reason",
            &self.reason,
            self.no_resident_number,
        )?)
    }
}

/// The password once more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Password {
    /// Of the account that asks.
    password: String,
}

/// Erases a claim for good, and says where its data still lies. The same request again is answered
/// 404: there is nothing more to erase.
#[utoipa::path(delete, path = "/api/v1/claims/{claim}", tag = "erasures", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Erased),
        (status = 409, description = "A legal hold keeps it; the detail gives its reason", content_type = "application/problem+json", body = Problem)))]
pub async fn claim(call: Call, claim: web::Path<ClaimId>) -> Answer {
    let (outside, language) = (call.app.erasures.clone(), call.language);
    let erased = call
        .app
        .db
        .write(&call.ticket, Action::ClaimErase, move |w| {
            erasures::claim(w, &outside, *claim, language)
        })
        .await?;
    Ok(HttpResponse::Ok().json(erased))
}

/// Erases the account that asks and all its claims for good, and says where their data still lies.
/// Its sessions end. A wrong password counts as an attempt to sign in.
#[utoipa::path(delete, path = "/api/v1/account", tag = "erasures", request_body = Password,
    responses((status = 200, body = Erased),
        (status = 409, description = "A legal hold keeps one of the claims; nothing was erased", content_type = "application/problem+json", body = Problem)))]
pub async fn account(call: Call, input: Input<Password, 16>) -> Answer {
    let (outside, language) = (call.app.erasures.clone(), call.language);
    let (db, ticket, hashing) = (&call.app.db, &call.ticket, &call.app.hashing);
    let (_, proof) = prove(db, ticket, hashing, "password", &input.value.password).await?;
    let proof = proof?;
    let erased = call
        .app
        .db
        .write(&call.ticket, Action::AccountErase, move |w| {
            erasures::account(w, &outside, &proof, language)
        })
        .await?;
    Ok(HttpResponse::Ok().json(erased))
}

/// Puts all claims of a case under a legal hold: none can be erased. A hold that is there already
/// gets this reason.
#[utoipa::path(put, path = "/api/v1/cases/{case}/hold", tag = "erasures", request_body = HoldInput, params(("case" = String, Path)),
    responses((status = 204)))]
pub async fn hold_case(call: Call, case: web::Path<String>, input: Input<HoldInput>) -> Answer {
    let reason = input.value.parse()?;
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        holds::set(w, Held::Case(case), &reason).map(|_| done())
    })
    .await
}

/// Releases the hold of a case; holds of single claims stay.
#[utoipa::path(delete, path = "/api/v1/cases/{case}/hold", tag = "erasures", params(("case" = String, Path)),
    responses((status = 204)))]
pub async fn release_case(call: Call, case: web::Path<String>) -> Answer {
    call.change(no_body(), move |w| {
        let case = cases::id(w, &case)?;
        holds::release(w, Held::Case(case)).map(|()| done())
    })
    .await
}

/// Puts a submitted claim under a legal hold. A hold that is there already gets this reason.
#[utoipa::path(put, path = "/api/v1/claims/{claim}/hold", tag = "erasures", request_body = HoldInput, params(("claim" = ClaimId, Path)),
    responses((status = 204)))]
pub async fn hold_claim(call: Call, claim: web::Path<ClaimId>, input: Input<HoldInput>) -> Answer {
    let reason = input.value.parse()?;
    call.change(input.digest, move |w| {
        holds::set(w, Held::Claim(*claim), &reason).map(|_| done())
    })
    .await
}

/// Releases the hold of a claim; one of its whole case stays.
#[utoipa::path(delete, path = "/api/v1/claims/{claim}/hold", tag = "erasures", params(("claim" = ClaimId, Path)),
    responses((status = 204)))]
pub async fn release_claim(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.change(no_body(), move |w| {
        holds::release(w, Held::Claim(*claim)).map(|()| done())
    })
    .await
}
