//! Writes the log out for offline verification: the lines of the chain and its head line, and on request the payloads
//! that the entries commit to. Both come from one snapshot, so they fit each other under load.

use std::io::Write;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bytea, Nullable, Text};

use super::verify::{self, Head};
use crate::error::Error;

/// Rows a fetch brings.
const FETCH: usize = 5_000;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = Text)]
    entry: String,
    #[diesel(sql_type = Bytea)]
    hash: Vec<u8>,
    #[diesel(sql_type = Nullable<Bytea>)]
    salt: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Text>)]
    row_text: Option<String>,
}

/// Writes entries and head line to `log`, and payloads to `payloads` where given; returns the head.
///
/// # Errors
/// The database's, and `Internal` where a writer fails.
pub fn write(conn: &mut PgConnection, log: &mut dyn Write, mut payloads: Option<&mut dyn Write>) -> Result<Head, Error> {
    conn.build_transaction().read_only().repeatable_read().run(|conn| {
        let columns = if payloads.is_some() {
            "c.salt, c.row_text FROM audit_log l LEFT JOIN change c ON c.id = l.change"
        } else {
            "NULL::bytea AS salt, NULL::text AS row_text FROM audit_log l"
        };
        diesel::sql_query(format!("DECLARE lines NO SCROLL CURSOR FOR SELECT l.seq, l.entry, l.hash, {columns} ORDER BY l.seq"))
            .execute(conn)?;
        let mut head = Head { size: 0, hash: [0; 32] };
        loop {
            let rows: Vec<Row> = diesel::sql_query(format!("FETCH {FETCH} FROM lines")).load(conn)?;
            for row in &rows {
                writeln!(log, "{}", row.entry).map_err(Error::internal)?;
                if let (Some(out), Some(salt), Some(text)) = (payloads.as_mut(), &row.salt, &row.row_text) {
                    let text = serde_json::to_string(text).map_err(Error::internal)?;
                    writeln!(out, "{{\"seq\":{},\"salt\":\"{}\",\"row\":{text}}}", row.seq, hex::encode(salt)).map_err(Error::internal)?;
                }
                head = Head {
                    size: head.size + 1,
                    hash: row.hash.as_slice().try_into().map_err(|_| Error::internal("a stored hash is not 32 bytes"))?,
                };
            }
            if rows.len() < FETCH {
                break;
            }
        }
        log.write_all(verify::head_line(head).as_bytes()).map_err(Error::internal)?;
        Ok(head)
    })
}
