//! Whether the process lives, and whether it can do its work.

use std::sync::atomic::Ordering;

use actix_web::{HttpResponse, HttpResponseBuilder, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::audit::overview;
use crate::audit::publish::Refusal;
use crate::db::Ticket;
use crate::http::state::App;

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
    /// Why they are not, where somebody has to decide: the database is not the one that was signed.
    pub reason: Option<String>,
}

/// The same for the operator.
#[derive(Serialize)]
pub struct Watched {
    #[serde(flatten)]
    pub readiness: Readiness,
    /// What to look at although the registry works: witnesses, time stamps, and another process
    /// that publishes.
    pub notes: Vec<String>,
}

/// The registry can work, or says what it lacks.
#[utoipa::path(get, path = "/readyz", tag = "operation", responses(
    (status = 200, body = Readiness), (status = 503, body = Readiness, description = "Something is missing")))]
pub async fn ready(app: web::Data<App>) -> HttpResponse {
    let refusal = app.publishing.refusal();
    let reason = refusal.as_ref().and_then(|refusal| match refusal {
        Refusal::Rewound(why) => Some(why.clone()),
        Refusal::Fault(_) => None,
    });
    let readiness = readiness(&app, refusal.is_none(), reason).await;
    status(&readiness).json(&readiness)
}

/// As [`ready`], with what only the operator should read: the words of the machine and of
/// PostgreSQL, and what others did.
pub async fn watched(app: web::Data<App>) -> HttpResponse {
    let watched = look(&app).await;
    status(&watched.readiness).json(watched)
}

/// What [`watched`] says.
pub async fn look(app: &App) -> Watched {
    let refusal = app.publishing.refusal();
    let publishing = refusal.is_none();
    let reason = refusal.map(|refusal| match refusal {
        Refusal::Rewound(why) | Refusal::Fault(why) => why,
    });
    let readiness = readiness(app, publishing, reason).await;
    let notes = app
        .warnings
        .all()
        .into_iter()
        .chain(app.publishing.note())
        .collect();
    Watched { readiness, notes }
}

async fn readiness(app: &App, publishing: bool, reason: Option<String>) -> Readiness {
    let overview = app.db.read(&Ticket::program(), overview::get).await;
    let fresh = overview
        .as_ref()
        .is_ok_and(|overview| overview.oldest_pending_seconds.unwrap_or(0) < BEHIND);
    let (database, sealing) = (
        overview.is_ok(),
        fresh && app.sealing.load(Ordering::Relaxed),
    );
    Readiness {
        ready: database && sealing && publishing,
        database,
        sealing,
        publishing,
        reason,
    }
}

fn status(readiness: &Readiness) -> HttpResponseBuilder {
    if readiness.ready {
        HttpResponse::Ok()
    } else {
        HttpResponse::ServiceUnavailable()
    }
}
