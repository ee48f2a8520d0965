//! What every answer gets, also one that no handler made: its headers, its line in the access log,
//! its place in the metrics.

use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{http::header, web};

use crate::http::metrics;
use crate::http::request::request_id;
use crate::http::state::App;

type Kind = [(header::HeaderName, &'static str); 2];

const PERMISSIONS: header::HeaderName = header::PERMISSIONS_POLICY;

/// On whatever does not say it otherwise itself.
const ALWAYS: [(header::HeaderName, &str); 3] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        PERMISSIONS,
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// Pages take everything from here, and send forms only here. With `no-referrer` browsers would send
/// `Origin: null` with a form.
const PAGES: Kind = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::REFERRER_POLICY, "same-origin"),
];

/// The readable description of the API brings scripts and styles of its own.
const DOCUMENTATION: Kind = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    ),
    (header::REFERRER_POLICY, "no-referrer"),
];

const OTHERS: Kind = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'",
    ),
    (header::REFERRER_POLICY, "no-referrer"),
];

/// Whether an answer is a page.
pub fn is_page<B>(response: &ServiceResponse<B>) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Counts, writes the access log, one line a request without personal data, and the headers that
/// every answer carries.
pub async fn observe<B: actix_web::body::MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let begun = std::time::Instant::now();
    let id = request_id(request.request());
    let (method, pattern) = (request.method().clone(), request.match_pattern());
    let mut response = next.call(request).await?;
    let kind = if pattern
        .as_deref()
        .is_some_and(|at| at.starts_with("/api/docs"))
    {
        DOCUMENTATION
    } else if is_page(&response) {
        PAGES
    } else {
        OTHERS
    };
    let headers = response.headers_mut();
    for (name, value) in kind.into_iter().chain(ALWAYS) {
        if !headers.contains_key(&name) {
            headers.insert(name, header::HeaderValue::from_static(value));
        }
    }
    if let Ok(value) = header::HeaderValue::from_str(&id.to_string()) {
        headers.insert(header::HeaderName::from_static("x-request-id"), value);
    }
    // the pattern, not the path: what a client writes into a path is nobody's log line
    let (method, route) = (
        metrics::known(&method),
        pattern.as_deref().unwrap_or(metrics::UNKNOWN),
    );
    let (status, took) = (response.status(), begun.elapsed());
    if let Some(app) = response.request().app_data::<web::Data<App>>() {
        app.metrics.count(route, method, status, took);
    }
    tracing::info!(request = %id, method, route, status = status.as_u16(), ms = took.as_millis() as u64, "answered");
    Ok(response)
}
