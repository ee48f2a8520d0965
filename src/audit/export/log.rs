//! Writes the log out for offline verification: the lines of the chain and its head line, and on
//! request the payloads that the entries commit to. Both come from one snapshot, so they fit each
//! other under load.

use std::io::Write;

use diesel::dsl::{exists, select};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bytea, Nullable, Text};

use crate::audit::verify::line::head_line;
use crate::audit::verify::report::Head;
use crate::db::schema::{change, pending};
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
    #[diesel(sql_type = Nullable<BigInt>)]
    erased: Option<i64>,
}

/// What a payload line has of a change: salt and row text, or the first erasure after it that
/// removed them.
const PAYLOADS: &str = "c.salt, c.row_text,
    CASE WHEN c.salt IS NULL AND c.row_text IS NULL AND c.commitment IS NOT NULL AND c.subject <> '' THEN
        (SELECT min(e.seq) FROM change x JOIN audit_log e ON e.change = x.id
         WHERE x.subject = c.subject AND x.subject <> '' AND x.table_name = 'erasure' AND x.op = 'INSERT' AND e.seq > l.seq)
    END AS erased FROM audit_log l LEFT JOIN change c ON c.id = l.change";

fn line(row: &Row) -> Result<Option<String>, Error> {
    Ok(match (&row.salt, &row.row_text, row.erased) {
        (Some(salt), Some(text), _) => {
            let text = serde_json::to_string(text).map_err(Error::internal)?;
            Some(format!(
                "{{\"seq\":{},\"salt\":\"{}\",\"row\":{text}}}",
                row.seq,
                hex::encode(salt)
            ))
        }
        (None, None, Some(erasure)) => {
            Some(format!("{{\"seq\":{},\"erased\":{erasure}}}", row.seq))
        }
        _ => None,
    })
}

/// Writes entries and head line to `log`, and payloads to `payloads` where given; returns the head.
///
/// # Errors
/// `Operator` where an erasure is not sealed yet.
pub fn write(
    conn: &mut PgConnection,
    log: &mut dyn Write,
    mut payloads: Option<&mut dyn Write>,
) -> Result<Head, Error> {
    conn.build_transaction().read_only().repeatable_read().run(|conn| {
        let columns = match payloads {
            Some(_) => PAYLOADS,
            None => "NULL::bytea AS salt, NULL::text AS row_text, NULL::bigint AS erased FROM audit_log l",
        };
        if payloads.is_some() {
            refuse_unsealed_erasure(conn)?;
        }
        diesel::sql_query(format!("DECLARE lines NO SCROLL CURSOR FOR SELECT l.seq, l.entry, l.hash, {columns} ORDER BY l.seq"))
            .execute(conn)?;
        let mut head = Head::default();
        loop {
            let rows: Vec<Row> = diesel::sql_query(format!("FETCH {FETCH} FROM lines")).load(conn)?;
            for row in &rows {
                writeln!(log, "{}", row.entry).map_err(Error::internal)?;
                if let (Some(out), Some(line)) = (payloads.as_mut(), line(row)?) {
                    writeln!(out, "{line}").map_err(Error::internal)?;
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
        log.write_all(head_line(head).as_bytes()).map_err(Error::internal)?;
        Ok(head)
    })
}

/// Refuses while an erasure has no entry yet: what it erased would look as if it were missing.
fn refuse_unsealed_erasure(conn: &mut PgConnection) -> Result<(), Error> {
    let waiting = pending::table
        .inner_join(change::table.on(change::id.eq(pending::change)))
        .filter(change::table_name.eq("erasure"));
    if select(exists(waiting)).get_result(conn)? {
        return Err(Error::operator(
            "an erasure waits for its entry: export again in a second, or run `claimant-registry seal` first",
        ));
    }
    Ok(())
}
