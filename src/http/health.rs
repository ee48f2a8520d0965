//! Whether the process lives, and whether it can do its work.

use std::sync::atomic::Ordering;

use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::server::App;
use crate::audit::overview;
use crate::db::Ticket;

/// Seconds that a change may wait for its entry before the registry says that sealing is behind.
const BEHIND: i64 = 30;

/// The process answers.
#[utoipa::path(get, path = "/healthz", tag = "operation", responses((status = 200, description = "The process answers")))]
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({ "status": "ok" }))
}

/// What the registry needs for its work.
#[derive(Serialize, ToSchema)]
pub struct Readiness {
    /// Whether all of it holds.
    pub ready: bool,
    /// The database answers.
    pub database: bool,
    /// Changes become entries.
    pub sealing: bool,
    /// Entries are signed and published.
    pub publishing: bool,
    /// Why they are not.
    pub reason: Option<String>,
    /// What the operator should look at although the registry works: witnesses, time stamps, and another process that publishes.
    pub notes: Vec<String>,
}

/// The registry can work, or says what it lacks.
#[utoipa::path(get, path = "/readyz", tag = "operation", responses(
    (status = 200, body = Readiness), (status = 503, body = Readiness, description = "Something is missing")))]
pub async fn ready(app: web::Data<App>) -> HttpResponse {
    let overview = app.db.read(&Ticket::program(), overview::get).await;
    let fresh = overview.as_ref().is_ok_and(|overview| overview.oldest_pending_seconds.unwrap_or(0) < BEHIND);
    let (database, sealing) = (overview.is_ok(), fresh && app.sealing.load(Ordering::Relaxed));
    let reason = app.publishing.reason();
    let publishing = reason.is_none();
    let ready = database && sealing && publishing;
    let mut answer = if ready { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    let notes = app.notes.all().into_iter().chain(app.publishing.note()).collect();
    answer.json(Readiness { ready, database, sealing, publishing, reason, notes })
}
