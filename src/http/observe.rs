//! What every answer gets, also one that no handler made: its headers, its line in the access log,
//! its place in the metrics.

use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{http::header, web};

use crate::http::metrics;
use crate::http::request::request_id;
use crate::http::state::App;

/// The readable description of the API brings scripts and styles of its own.
const DOCUMENTATION_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

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
    let headers = response.headers_mut();
    let documentation = pattern
        .as_deref()
        .is_some_and(|pattern| pattern.starts_with("/api/docs"));
    let policy = if documentation {
        DOCUMENTATION_POLICY
    } else {
        "default-src 'none'; frame-ancestors 'none'"
    };
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(
            header::CONTENT_SECURITY_POLICY,
            header::HeaderValue::from_static(policy),
        );
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(
            header::CACHE_CONTROL,
            header::HeaderValue::from_static("no-store"),
        );
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        header::HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        header::HeaderValue::from_static("no-referrer"),
    );
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
