//! What a person sees where a request failed, and how they go on: nothing that was typed is lost.

use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError};
use askama::Template;

use crate::error::Error;
use crate::http::pages::browser::Browser;
use crate::http::pages::form::Typed;
use crate::http::pages::layout::Layout;
use crate::http::pages::public::sign_in;
use crate::http::request::header;
use crate::http::route::{self, Face};
use crate::text;

/// Whether whoever asked reads pages: the path is a page's, or nobody's and a browser asks for it.
pub fn is_for_people(request: &HttpRequest) -> bool {
    match request.app_data::<route::OfPath>() {
        Some(rows) => rows.0.iter().all(|row| row.face == Face::Page),
        None => {
            let reads = header(request, "accept").is_some_and(|kinds| kinds.contains("text/html"));
            reads && !request.path().starts_with("/api/")
        }
    }
}

/// A request that failed, with what is to be done next.
#[derive(Template)]
#[template(path = "refused.html")]
struct Refused {
    l: Layout,
    title: String,
    words: String,
    /// For support, where nobody but they can help.
    request: Option<String>,
    /// Where the form goes that can be sent again, and what was typed into it.
    again: Option<(String, Typed)>,
    /// Whether the same sight can be asked for again.
    reload: bool,
    /// Where the form is that was too old.
    back: Option<String>,
}

/// The page of an error.
pub fn page(
    request: &HttpRequest,
    error: &Error,
    id: &str,
) -> Result<HttpResponse, actix_web::Error> {
    let typed = request.extensions().get::<Typed>().cloned();
    let browser = Browser::of(request)?;
    if matches!(error, Error::Unauthenticated) {
        return Ok(sign_in::again(&browser, typed)?);
    }
    let status = error.status_code();
    let code = match error {
        Error::Malformed(_, fault) => fault.code,
        _ => "",
    };
    let expired = code == "form-expired";
    let later = expired
        || status == StatusCode::SERVICE_UNAVAILABLE
        || status == StatusCode::TOO_MANY_REQUESTS;
    let l = browser.layout(None);
    let page = Refused {
        title: if expired {
            l.t("public-refused-expired")
        } else {
            l.t(&format!("page-{}", shown(status).as_u16()))
        },
        words: match error {
            Error::Forbidden => l.t("public-refused-forbidden"),
            Error::NotFound => l.t("public-refused-missing"),
            error => text::describe(browser.language, error),
        },
        back: (code == "form-foreign" && is_shown(request)).then(|| browser.at.clone()),
        request: (status == StatusCode::INTERNAL_SERVER_ERROR).then(|| id.into()),
        reload: later && typed.is_none(),
        again: typed
            .filter(|_| later)
            .map(|typed| (browser.at.clone(), typed)),
        l,
    };
    let mut answer = HttpResponse::build(status);
    if let Some(seconds) = error.retry_after() {
        answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
    }
    Ok(browser.fill(&mut answer, &page)?)
}

/// Whether the path of a form is that of a page, too.
fn is_shown(request: &HttpRequest) -> bool {
    let rows = request.app_data::<route::OfPath>();
    rows.is_some_and(|rows| rows.0.iter().any(|row| row.method == Method::GET))
}

/// The statuses that have a title of their own on a page.
fn shown(status: StatusCode) -> StatusCode {
    match status.as_u16() {
        403 | 404 | 409 | 422 | 429 | 500 | 503 => status,
        _ => StatusCode::BAD_REQUEST,
    }
}
