//! The time bounds of an entry, out of the live database.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::audit::format::entry::{self, Hash};
use crate::audit::verify::report::Finding;
use crate::audit::verify::time_bounds::{Stamp, TimeBounds, around, beyond};
use crate::db::schema::{audit_head, audit_log, change};
use crate::error::Error;

/// The time bounds of an entry of the live database.
///
/// # Errors
/// `Operator` where there is no such entry.
pub fn time_bounds(
    conn: &mut PgConnection,
    entry: u64,
) -> Result<(TimeBounds, Vec<Finding>), Error> {
    conn.build_transaction()
        .read_only()
        .repeatable_read()
        .run(|conn| {
            let size: i64 = audit_head::table.select(audit_head::size).first(conn)?;
            if entry >= size as u64 {
                return Err(Error::operator(beyond(entry, size as u64)));
            }
            let stamps = stamps(conn)?;
            around(entry, stamps, leaves(conn)?)
        })
}

fn stamps(conn: &mut PgConnection) -> Result<Vec<Stamp>, Error> {
    let inserted = change::table
        .inner_join(audit_log::table.on(audit_log::change.eq(change::id)))
        .filter(change::table_name.eq("time_stamp"))
        .filter(change::op.eq("INSERT"))
        .filter(change::row_text.is_not_null());
    let rows: Vec<(i64, String)> = inserted
        .order(audit_log::seq)
        .select((audit_log::seq, change::row_text.assume_not_null()))
        .load(conn)?;
    Ok(rows
        .iter()
        .filter_map(|(seq, row)| Stamp::parse(*seq as u64, row))
        .collect())
}

/// Hashes of all entries in their order, a batch at a time.
fn leaves(conn: &mut PgConnection) -> Result<impl Iterator<Item = Result<Hash, Error>>, Error> {
    diesel::sql_query(
        "DECLARE leaves NO SCROLL CURSOR FOR SELECT entry FROM audit_log ORDER BY seq",
    )
    .execute(conn)?;
    let mut entries = Vec::new().into_iter();
    Ok(std::iter::from_fn(move || {
        if entries.as_slice().is_empty() {
            match sql::<Text>("FETCH 5000 FROM leaves").load::<String>(conn) {
                Ok(fetched) => entries = fetched.into_iter(),
                Err(error) => return Some(Err(error.into())),
            }
        }
        let entry = entries.next()?;
        Some(Ok(entry::hash(entry.as_bytes())))
    }))
}
