//! Pages of auditors: where the log stands, its entries, what outsiders say of it, and how to verify
//! it somewhere else. No identity is in any of it.

pub mod downloads;
pub mod entries;
pub mod entry;
pub mod figures;
pub mod log;
pub mod verification;

use actix_web::web;
use chrono::{DateTime, Utc};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::publish::store::Store;
use crate::error::Error;
use crate::http::pages::desk::{Section, sections};
use crate::http::pages::layout::Layout;
use crate::http::state::App;

fn nav(l: &Layout) -> Vec<Section> {
    let pages = [
        ("/audit", "audit-nav-log"),
        ("/audit/entries", "audit-nav-entries"),
        ("/audit/verification", "audit-nav-verification"),
        ("/audit/downloads", "audit-nav-downloads"),
    ];
    sections(l, pages.map(|(path, key)| (path.into(), key)))
}

/// What the published log says, read on a thread that may wait.
async fn published<T: Send + 'static>(
    app: &App,
    read: impl FnOnce(&Store) -> std::io::Result<T> + Send + 'static,
) -> Result<T, Error> {
    let store = app.store.clone();
    let read = web::block(move || read(&store)).await;
    let failed = |error| Error::internal(format!("the published log: {error}"));
    read.map_err(Error::internal)?.map_err(failed)
}

/// The checkpoint that is published, with its note; none before the first.
async fn checkpoint(app: &App) -> Result<Option<(Checkpoint, String)>, Error> {
    published(app, Store::published_note).await
}

/// How long ago that was.
fn ago(l: &Layout, now: DateTime<Utc>, at: DateTime<Utc>) -> String {
    let since = (now - at).max(chrono::TimeDelta::zero());
    let (unit, count) = if since.num_days() > 1 {
        ("days", since.num_days())
    } else if since.num_hours() > 1 {
        ("hours", since.num_hours())
    } else {
        ("minutes", since.num_minutes())
    };
    l.t1(&format!("audit-ago-{unit}"), "count", count)
}
