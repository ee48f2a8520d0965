//! Notices on a case.

use actix_web::web;

use crate::cases;
use crate::cases::notices::{self, Notice, NoticeInput};
use crate::error::{Error, Fault};
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::NoticeId;

/// The notices that everybody sees now.
#[utoipa::path(get, path = "/api/v1/cases/{case}/notices", tag = "notices", params(("case" = String, Path)),
    responses((status = 200, body = Vec<Notice>)))]
pub async fn current(call: Call, case: web::Path<String>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        notices::current(r, case)
    })
    .await
}

/// Every notice of a case with where it stands, for its staff.
#[utoipa::path(get, path = "/api/v1/cases/{case}/notices/all", tag = "notices", params(("case" = String, Path)),
    responses((status = 200, body = Vec<Notice>)))]
pub async fn all(call: Call, case: web::Path<String>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        notices::all(r, case)
    })
    .await
}

/// Writes a notice, which nobody but staff sees before a lawyer publishes it.
#[utoipa::path(post, path = "/api/v1/cases/{case}/notices", tag = "notices", request_body = NoticeInput,
    params(("case" = String, Path)),
    responses((status = 201)))]
pub async fn write(call: Call, case: web::Path<String>, input: Input<NoticeInput>) -> Answer {
    call.change(input.digest, move |w| {
        let case = cases::id(w, &case)?;
        let id = notices::write(w, case, &input.value)?;
        Ok(created(format!("/api/v1/notices/{id}")))
    })
    .await
}

/// Replaces what a notice says that is not published; If-Match carries the version that was read.
#[utoipa::path(put, path = "/api/v1/notices/{notice}", tag = "notices", request_body = NoticeInput,
    params(("notice" = NoticeId, Path), ("If-Match" = String, Header)),
    responses((status = 204)))]
pub async fn edit(call: Call, notice: web::Path<NoticeId>, input: Input<NoticeInput>) -> Answer {
    let versions = versions(&call)?;
    call.change(input.digest, move |w| {
        notices::edit(w, *notice, &versions, &input.value).map(|()| done())
    })
    .await
}

/// Publishes a notice as it was read; If-Match carries the version.
#[utoipa::path(post, path = "/api/v1/notices/{notice}/publication", tag = "notices",
    params(("notice" = NoticeId, Path), ("If-Match" = String, Header)),
    responses((status = 204)))]
pub async fn publish(call: Call, notice: web::Path<NoticeId>) -> Answer {
    let versions = versions(&call)?;
    call.change(no_body(), move |w| {
        notices::publish(w, *notice, &versions).map(|()| done())
    })
    .await
}

/// Takes a notice back, published or not.
#[utoipa::path(post, path = "/api/v1/notices/{notice}/ending", tag = "notices", params(("notice" = NoticeId, Path)),
    responses((status = 204)))]
pub async fn end(call: Call, notice: web::Path<NoticeId>) -> Answer {
    call.change(no_body(), move |w| {
        notices::end(w, *notice).map(|()| done())
    })
    .await
}

fn versions(call: &Call) -> Result<Vec<i32>, Error> {
    let missing = || Error::Malformed(428, Fault::new("If-Match", "if-match-missing"));
    call.if_match.clone().ok_or_else(missing)
}
