//! Payloads that an erasure removed: salts and row texts go, so that nobody can open the
//! commitments or try a guess against them, and the entries stay. The database lets this pass only
//! beside an erasure that it captures in the same transaction.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text};
use uuid::Uuid;

use crate::db::schema::change;
use crate::db::{Read, Write};
use crate::error::Error;

#[diesel::declare_sql_function]
extern "SQL" {
    /// Removes salts and row texts of these subjects; the migration of the audit log defines it.
    fn audit_erase(subjects: Array<Text>) -> BigInt;
}

/// Removes the payloads of all changes of these subjects that earlier transactions made, and
/// returns how many.
///
/// # Errors
/// The database refuses where this transaction recorded no erasure of one of them.
pub fn payloads(w: &mut Write, subjects: &[Uuid]) -> Result<i64, Error> {
    let subjects: Vec<String> = subjects.iter().map(Uuid::to_string).collect();
    Ok(diesel::select(audit_erase(subjects)).get_result(w.conn())?)
}

/// How many changes of this subject have lost their payload.
pub fn erased_payloads(r: &mut Read, subject: Uuid) -> Result<i64, Error> {
    let of_subject = change::table.filter(
        change::subject
            .eq(subject.to_string())
            .and(change::subject.ne("")),
    );
    Ok(of_subject
        .filter(
            change::commitment
                .is_not_null()
                .and(change::row_text.is_null()),
        )
        .count()
        .get_result(r.conn())?)
}

#[derive(QueryableByName)]
struct Latest {
    #[diesel(sql_type = Text)]
    subject: String,
    #[diesel(sql_type = BigInt)]
    seq: i64,
}

/// The erasures on record: subject to the number of its last entry. One that waits to be sealed has
/// the highest number.
pub struct Recorded(HashMap<String, i64>);

impl Recorded {
    /// Reads them in the snapshot of the connection.
    pub fn read(conn: &mut PgConnection) -> Result<Self, Error> {
        let rows: Vec<Latest> = diesel::sql_query(
            "SELECT c.subject, max(coalesce(l.seq, 9223372036854775807)) AS seq FROM change c LEFT JOIN audit_log l ON l.change = c.id
             WHERE c.table_name = 'erasure' AND c.op = 'INSERT' AND c.subject <> ''
               AND (l.seq IS NOT NULL OR EXISTS (SELECT FROM pending p WHERE p.change = c.id))
             GROUP BY c.subject",
        )
        .load(conn)?;
        Ok(Self(
            rows.into_iter().map(|row| (row.subject, row.seq)).collect(),
        ))
    }

    /// Whether an erasure after that entry accounts for a payload of this subject that is gone.
    pub fn accounts_for(&self, subject: &str, seq: i64) -> bool {
        self.0.get(subject).is_some_and(|erased| *erased > seq)
    }
}
