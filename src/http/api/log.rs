//! The log for auditors: where it stands and its lines. Entries hold no personal data.

use actix_web::{HttpResponse, web};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::audit::overview::{self, Outsiders};
use crate::error::Error;
use crate::http::api::answer::Answer;
use crate::http::api::json::Query;
use crate::http::session::Call;
use crate::input;

/// Lines a request brings at most.
pub const MOST: i64 = 10_000;

/// Where the log stands.
#[utoipa::path(get, path = "/api/v1/log", tag = "log", responses((status = 200, body = Outsiders)))]
pub async fn overview(call: Call) -> Answer {
    let store = call.app.store.clone();
    // not readable is as good as not published: whether the registry is well, /readyz says
    let published = web::block(move || store.published())
        .await
        .map_err(Error::internal)?
        .ok()
        .flatten();
    call.read(move |r| overview::outside(r, published.map(|checkpoint| checkpoint.size)))
        .await
}

/// Which lines.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Lines {
    /// Sequence number of the first.
    #[serde(default)]
    from: i64,
    /// How many, 1 to 10,000; 1,000 where left out.
    #[serde(default)]
    limit: Option<i64>,
}

/// Lines of the log as they are, one JSON object a line.
#[utoipa::path(get, path = "/api/v1/log/entries", tag = "log", params(Lines),
    responses((status = 200, content_type = "application/jsonl", body = String)))]
pub async fn entries(call: Call, lines: Query<Lines>) -> Answer {
    let (from, limit) = (
        lines.from,
        input::limit(lines.limit.unwrap_or(1_000), MOST)?,
    );
    if from < 0 {
        return Err(Error::invalid("from", "entry-number"));
    }
    let text = call
        .app
        .db
        .read(&call.ticket, move |r| overview::lines(r, from, limit))
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/jsonl")
        .body(text))
}
