//! Cases as everybody sees them, their staff, and their figures.

use actix_web::web;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::cases::figures::Figures;
use crate::cases::statistics::{self, Statistics};
use crate::cases::{self, Case, ConsentText, Publication};
use crate::http::api::answer::{Answer, done};
use crate::http::api::json::Query;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::AccountId;
use crate::text::Language;

/// All cases.
#[utoipa::path(get, path = "/api/v1/cases", tag = "cases", responses((status = 200, body = Vec<Case>)))]
pub async fn list(call: Call) -> Answer {
    call.read(cases::list).await
}

/// One case, by code or id: dates, services, industries, kinds of evidence.
#[utoipa::path(get, path = "/api/v1/cases/{case}", tag = "cases", params(("case" = String, Path)),
    responses((status = 200, body = Case)))]
pub async fn one(call: Call, case: web::Path<String>) -> Answer {
    call.read(move |r| {
        let id = cases::id(r, &case)?;
        cases::get(r, id)
    })
    .await
}

/// Which texts.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Texts {
    /// Only this language; both where left out.
    #[serde(default)]
    language: Option<Language>,
}

/// The consent texts that are current.
#[utoipa::path(get, path = "/api/v1/cases/{case}/consent-texts", tag = "cases", params(("case" = String, Path), Texts),
    responses((status = 200, body = Vec<ConsentText>)))]
pub async fn texts(call: Call, case: web::Path<String>, texts: Query<Texts>) -> Answer {
    call.read(move |r| {
        let id = cases::id(r, &case)?;
        cases::current_texts(r, id, texts.language)
    })
    .await
}

/// A consent text by its SHA-256, as each case published it: also one that is no longer current.
#[utoipa::path(get, path = "/api/v1/consent-texts/{sha256}", tag = "cases", params(("sha256" = String, Path)),
    responses((status = 200, body = Vec<Publication>)))]
pub async fn publications(call: Call, sha256: web::Path<String>) -> Answer {
    call.read(move |r| cases::publications(r, &sha256)).await
}

/// The accounts assigned to a case.
#[utoipa::path(get, path = "/api/v1/cases/{case}/staff", tag = "cases", params(("case" = String, Path)),
    responses((status = 200, body = Vec<AccountId>)))]
pub async fn staff(call: Call, case: web::Path<String>) -> Answer {
    call.read(move |r| {
        let id = cases::id(r, &case)?;
        cases::staff(r, id)
    })
    .await
}

/// Assigns a member of staff.
#[utoipa::path(put, path = "/api/v1/cases/{case}/staff/{account}", tag = "cases", params(("case" = String, Path), ("account" = AccountId, Path)), responses((status = 204)))]
pub async fn assign(call: Call, path: web::Path<(String, AccountId)>) -> Answer {
    call.change(no_body(), move |w| {
        let case = cases::id(w, &path.0)?;
        cases::assign(w, case, path.1).map(|()| done())
    })
    .await
}

/// Takes a member of staff off a case.
#[utoipa::path(delete, path = "/api/v1/cases/{case}/staff/{account}", tag = "cases", params(("case" = String, Path), ("account" = AccountId, Path)), responses((status = 204)))]
pub async fn unassign(call: Call, path: web::Path<(String, AccountId)>) -> Answer {
    call.change(no_body(), move |w| {
        let case = cases::id(w, &path.0)?;
        cases::unassign(w, case, path.1).map(|()| done())
    })
    .await
}

/// Figures without identity; groups of fewer than five claims are hidden, and others from which
/// those could be computed.
#[utoipa::path(get, path = "/api/v1/cases/{case}/statistics", tag = "cases", params(("case" = String, Path)),
    responses((status = 200, body = Statistics)))]
pub async fn statistics(call: Call, case: web::Path<String>) -> Answer {
    call.read(move |r| {
        let id = cases::id(r, &case)?;
        cases::assigned(r, id)?;
        statistics::of_case(r, id)
    })
    .await
}

/// Figures for everybody, as of yesterday: claims only, in whole fives; smaller groups are not named.
#[utoipa::path(get, path = "/api/v1/cases/{case}/figures", tag = "cases", params(("case" = String, Path)),
    responses((status = 200, body = Figures)))]
pub async fn figures(call: Call, case: web::Path<String>) -> Answer {
    let kept = call.app.figures.clone();
    call.read(move |r| {
        let id = cases::id(r, &case)?;
        kept.of_case(r, id)
    })
    .await
}
