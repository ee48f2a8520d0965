//! The time bounds of an entry, out of the live database.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::audit::format::entry;
use crate::audit::verify::report::Finding;
use crate::audit::verify::time_bounds::{Stamp, TimeBounds, around, beyond};
use crate::error::Error;

#[derive(QueryableByName)]
struct Inserted {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = Text)]
    row_text: String,
}

#[derive(QueryableByName)]
struct Leaf {
    #[diesel(sql_type = Text)]
    entry: String,
}

/// The time bounds of an entry of the live database.
///
/// # Errors
/// The database's, and an entry that is not there.
pub fn time_bounds(
    conn: &mut PgConnection,
    entry: u64,
) -> Result<(TimeBounds, Vec<Finding>), Error> {
    conn.build_transaction().read_only().repeatable_read().run(|conn| {
        use crate::db::schema::audit_head;
        let size: i64 = audit_head::table.select(audit_head::size).first(conn)?;
        if entry >= size as u64 {
            return Err(Error::operator(beyond(entry, size as u64)));
        }
        let inserted: Vec<Inserted> = diesel::sql_query(
            "SELECT l.seq, c.row_text FROM change c JOIN audit_log l ON l.change = c.id
             WHERE c.table_name = 'time_stamp' AND c.op = 'INSERT' AND c.row_text IS NOT NULL ORDER BY l.seq",
        )
        .load(conn)?;
        let stamps: Vec<Stamp> = inserted.iter().filter_map(|row| Stamp::parse(row.seq as u64, &row.row_text)).collect();
        diesel::sql_query("DECLARE leaves NO SCROLL CURSOR FOR SELECT entry FROM audit_log ORDER BY seq").execute(conn)?;
        let mut fetched = Vec::new().into_iter();
        let leaves = std::iter::from_fn(|| {
            if fetched.as_slice().is_empty() {
                match diesel::sql_query("FETCH 5000 FROM leaves").load::<Leaf>(conn) {
                    Ok(rows) => fetched = rows.into_iter(),
                    Err(error) => return Some(Err(Error::from(error))),
                }
            }
            fetched.next().map(|leaf| Ok(entry::hash(leaf.entry.as_bytes())))
        });
        around(entry, stamps, leaves)
    })
}
