//! Where the log stands, for auditors and for the registry's own health.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Timestamptz};
use serde::Serialize;
use utoipa::ToSchema;

use crate::audit::outsiders::{timestamp, witness};
use crate::audit::stored::StoredHead;
use crate::db::Read;
use crate::db::schema::{audit_head, audit_log};
use crate::error::Error;

/// Where the log stands.
#[derive(Serialize, ToSchema)]
pub struct Overview {
    /// Origin of the log.
    pub log: String,
    /// Entries.
    pub size: i64,
    /// Hash of the last entry, hexadecimal digits; with the size it is the head to note down.
    pub hash: String,
    /// Changes that no entry seals yet.
    pub pending: i64,
    /// How long the oldest of them has waited.
    pub oldest_pending_seconds: Option<i64>,
}

/// Where the log stands, and what outsiders have said of it.
#[derive(Serialize, ToSchema)]
pub struct Outsiders {
    /// Where the log stands.
    #[serde(flatten)]
    pub overview: Overview,
    /// Entries of the published checkpoint.
    pub published_size: Option<u64>,
    /// The witnesses, with what each cosigned last.
    pub witnesses: Vec<witness::Standing>,
    /// The last time stamp.
    pub last_time_stamp: Option<timestamp::Stamped>,
}

/// Reads where the log stands and what outsiders have said of it; `published_size` is what the
/// published log says.
pub fn outside(r: &mut Read, published_size: Option<u64>) -> Result<Outsiders, Error> {
    Ok(Outsiders {
        overview: get(r)?,
        published_size,
        witnesses: witness::standing(r)?,
        last_time_stamp: timestamp::newest(r)?,
    })
}

#[derive(QueryableByName)]
struct Waiting {
    #[diesel(sql_type = BigInt)]
    pending: i64,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    oldest: Option<DateTime<Utc>>,
}

/// Reads where the log stands.
pub fn get(r: &mut Read) -> Result<Overview, Error> {
    let StoredHead { log, size, hash } = audit_head::table
        .select(StoredHead::as_select())
        .first(r.conn())?;
    // ids are drawn in order, so the smallest one waiting is the oldest: one row of `change`
    // instead of all that wait
    let waiting: Waiting = diesel::sql_query(
        "SELECT count(*) AS pending, (SELECT at FROM change WHERE id = (SELECT min(change) FROM pending)) AS oldest FROM pending",
    )
    .get_result(r.conn())?;
    let oldest_pending_seconds = waiting.oldest.map(|at| (r.now() - at).num_seconds());
    Ok(Overview {
        log,
        size,
        hash: hex::encode(hash),
        pending: waiting.pending,
        oldest_pending_seconds,
    })
}

/// At most `limit` lines from that entry on, each with its line feed.
pub fn lines(r: &mut Read, from: i64, limit: i64) -> Result<String, Error> {
    let lines: Vec<String> = audit_log::table
        .filter(audit_log::seq.ge(from))
        .order(audit_log::seq)
        .limit(limit)
        .select(audit_log::entry)
        .load(r.conn())?;
    Ok(lines.into_iter().map(|line| line + "\n").collect())
}
