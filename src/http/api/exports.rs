//! Exports for lawyers: made with a reason, then downloaded in a stream. Each download is on record
//! before its first byte.

use actix_web::web;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::cases;
use crate::claims::Filter;
use crate::db::Read;
use crate::disclosures::request::DisclosureInput;
use crate::disclosures::{self, Disclosed, Purpose, Standing};
use crate::exports::{self, Format, Profile};
use crate::http::api::answer::{Answer, Page, USUAL, created};
use crate::http::api::json::{Input, Query};
use crate::http::download::{described, download};
use crate::http::session::Call;
use crate::ids::{ClaimId, DisclosureId};

/// What to export, for what and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportInput {
    /// What it is for; decides the columns.
    profile: Profile,
    /// The kind of file.
    format: Format,
    /// Why, in at least 10 characters; the claimants read it.
    reason: String,
    /// The claims that fit; all of them where neither this nor `claims` is given.
    #[serde(default)]
    filter: Option<Filter>,
    /// These claims and no others.
    #[serde(default)]
    claims: Option<Vec<ClaimId>>,
    /// What a claim has to be: accepted with its mandate in force where left out, unless the filter
    /// names another status.
    #[serde(default)]
    standing: Option<Standing>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    no_resident_number: bool,
}

/// Makes an export: its members are frozen now, its content is under `/content` of it.
#[utoipa::path(post, path = "/api/v1/cases/{case}/exports", tag = "exports", request_body = ExportInput,
    params(("case" = String, Path)),
    responses((status = 201)))]
pub async fn make(call: Call, case: web::Path<String>, input: Input<ExportInput>) -> Answer {
    let ExportInput {
        profile,
        format,
        reason,
        filter,
        claims,
        standing,
        no_resident_number,
    } = input.value;
    let request = DisclosureInput {
        reason,
        claims,
        filter,
        search: None,
        no_resident_number,
    }
    .parse_export(standing)?;
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        let account = w.account()?;
        let id = disclosures::make(w, account, case, Some((profile, format)), &request)?;
        Ok(created(format!("/api/v1/exports/{id}")))
    })
    .await
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Pages {
    /// Id of the last one of the page before.
    #[serde(default)]
    pub after: Option<DisclosureId>,
    /// Items a page, 1 to 200; 50 where left out.
    #[serde(default)]
    pub limit: Option<i64>,
}

/// The exports of a case with their downloads, the newest first.
#[utoipa::path(get, path = "/api/v1/cases/{case}/exports", tag = "exports", params(("case" = String, Path), Pages),
    responses((status = 200, body = Page<Disclosed>)))]
pub async fn list(call: Call, case: web::Path<String>, pages: Query<Pages>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        let limit = pages.limit.unwrap_or(USUAL);
        let exports = disclosures::list(r, case, Some(Purpose::Export), pages.after, limit)?;
        Ok(Page::of(exports, pages.limit, |export| export.id.0))
    })
    .await
}

/// Streams an export to the lawyer who made it. SHA-256 and number of rows are recorded at the end,
/// and whether it was reached.
#[utoipa::path(get, path = "/api/v1/exports/{export}/content", tag = "exports", params(("export" = DisclosureId, Path)),
    responses((status = 200, description = "The file")))]
pub async fn content(call: Call, export: web::Path<DisclosureId>) -> Answer {
    let id = *export;
    if !call.headers_only {
        return download(call, id).await;
    }
    let offered = move |r: &mut Read| exports::offered(r, id);
    let (profile, format, key) = call.app.db.read(&call.ticket, offered).await?;
    Ok(described(id, profile, format, key).finish())
}
