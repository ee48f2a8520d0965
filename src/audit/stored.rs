//! The log's own rows as the database stores them, for the sealer, the overview and the
//! verification of the live database.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;

use crate::audit::format::entry::Change;
use crate::db::schema::{audit_head, change};

/// What an entry is made of: a change as the triggers captured it, without its salt and its row
/// text.
#[derive(Queryable, QueryableByName, Selectable)]
#[diesel(table_name = change, check_for_backend(Pg))]
pub struct Captured {
    pub tx: i64,
    pub at: DateTime<Utc>,
    pub actor: String,
    pub role: String,
    pub action: String,
    pub request: String,
    pub case_id: String,
    pub subject: String,
    pub table_name: String,
    pub op: String,
    pub key: String,
    pub commitment: Option<Vec<u8>>,
}

impl From<Captured> for Change {
    fn from(c: Captured) -> Self {
        Self {
            tx: c.tx,
            at: c.at,
            actor: c.actor,
            role: c.role,
            action: c.action,
            request: c.request,
            case: c.case_id,
            subject: c.subject,
            table: c.table_name,
            op: c.op,
            key: c.key,
            row: c.commitment,
        }
    }
}

/// Name, size and last hash of the log.
#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_head, check_for_backend(Pg))]
pub struct StoredHead {
    pub log: String,
    pub size: i64,
    pub hash: Vec<u8>,
}
