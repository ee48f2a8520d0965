//! The entries of the log as auditors look through them: the last first, by what was done, in which
//! table and when. What an entry says is read out of its own line; only finding it goes by the
//! captured change behind it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use crate::db::Read;
use crate::db::schema::{audit_log, change};
use crate::error::Error;

/// What an entry says.
#[derive(Deserialize)]
pub struct Entry {
    /// Its place in the log.
    pub seq: i64,
    /// What was done.
    pub action: String,
    /// Account, `cli`, `program`, or a database role.
    pub actor: String,
    pub role: String,
    pub at: DateTime<Utc>,
    pub case: String,
    pub subject: String,
    pub table: String,
    /// INSERT, UPDATE, DELETE, TRUNCATE or SNAPSHOT.
    pub op: String,
    pub key: String,
    pub request: String,
    /// Hash of the entry before, hexadecimal.
    pub prev: String,
    /// Commitment to the row, hexadecimal; empty where no row is left.
    pub row: String,
    /// The line as it is hashed.
    #[serde(skip)]
    pub line: String,
}

/// Which entries.
#[derive(Default)]
pub struct Filter {
    pub action: Option<String>,
    pub table: Option<String>,
    /// Id of the claim or account that they are about.
    pub subject: Option<String>,
    /// Made then or later.
    pub from: Option<DateTime<Utc>>,
    /// Made before then.
    pub until: Option<DateTime<Utc>>,
}

fn read(line: String) -> Result<Entry, Error> {
    let entry = serde_json::from_str(&line);
    let entry: Entry = entry.map_err(|_| Error::internal("an entry of the log does not read"))?;
    Ok(Entry { line, ..entry })
}

/// At most `limit` entries that fit, the last first; only those before `before` where it is given.
pub fn list(
    r: &mut Read,
    filter: &Filter,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    let mut entries = audit_log::table
        .inner_join(change::table.on(change::id.eq(audit_log::change)))
        .order(audit_log::seq.desc())
        .limit(limit)
        .select(audit_log::entry)
        .into_boxed();
    if let Some(action) = &filter.action {
        entries = entries.filter(change::action.eq(action));
    }
    if let Some(table) = &filter.table {
        entries = entries.filter(change::table_name.eq(table));
    }
    if let Some(subject) = &filter.subject {
        entries = entries.filter(change::subject.eq(subject));
    }
    if let Some(from) = filter.from {
        entries = entries.filter(change::at.ge(from));
    }
    if let Some(until) = filter.until {
        entries = entries.filter(change::at.lt(until));
    }
    if let Some(before) = before {
        entries = entries.filter(audit_log::seq.lt(before));
    }
    let lines: Vec<String> = entries.load(r.conn())?;
    lines.into_iter().map(read).collect()
}

/// One entry.
pub fn one(r: &mut Read, seq: i64) -> Result<Entry, Error> {
    let entry = audit_log::table.find(seq).select(audit_log::entry);
    read(entry.first(r.conn())?)
}

/// The tables that are captured.
pub fn tables(r: &mut Read) -> Result<Vec<String>, Error> {
    use crate::db::schema::audit_table;
    let names = audit_table::table
        .order(audit_table::table_name)
        .select(audit_table::table_name);
    Ok(names.load(r.conn())?)
}
