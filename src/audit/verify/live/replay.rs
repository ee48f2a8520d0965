//! The replay: what the log last captured of every key of a table, against its live row.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Nullable, Text};

use crate::audit::verify::live::NAMED;
use crate::audit::verify::report::{Finding, Verdict};
use crate::error::Error;

/// A row that is not what was last captured of its key.
#[derive(QueryableByName)]
struct Differing {
    #[diesel(sql_type = Text)]
    key: String,
    /// `live` or `logged`, where only one of the two has such a row.
    #[diesel(sql_type = Nullable<Text>)]
    only: Option<String>,
}

/// Holds the live rows of a table, without its secret columns, against the last captured text of
/// every key. A table that is gone counts as empty: its rows must have ended in the log too.
pub(super) fn replay(
    conn: &mut PgConnection,
    table: &str,
    secrets: &[String],
) -> Result<Vec<Finding>, Error> {
    let quoted = format!("public.\"{}\"", table.replace('"', "\"\""));
    let there = sql::<Bool>("to_regclass(")
        .bind::<Text, _>(&quoted)
        .sql(") IS NOT NULL");
    let rows = if diesel::select(there).get_result(conn)? {
        quoted
    } else {
        "(SELECT WHERE false)".into()
    };
    let differing: Vec<Differing> = diesel::sql_query(format!(
        "SELECT key, CASE WHEN live.row_text IS NULL THEN 'logged' WHEN logged.row_text IS NULL THEN 'live' END AS only
         FROM (SELECT to_jsonb(t) ->> 'id' AS key, (to_jsonb(t) - $1)::text AS row_text FROM {rows} t) live
         FULL JOIN (SELECT DISTINCT ON (key) key, row_text FROM change
                    WHERE table_name = $2 AND op <> 'TRUNCATE'
                      AND id > (SELECT coalesce(max(id), 0) FROM change WHERE table_name = $2 AND op = 'TRUNCATE')
                    ORDER BY key, id DESC) logged USING (key)
         WHERE live.row_text IS DISTINCT FROM logged.row_text ORDER BY key LIMIT {NAMED}"
    ))
    .bind::<Array<Text>, _>(secrets)
    .bind::<Text, _>(table)
    .load(conn)?;
    let finding = |row: Differing| {
        let what = match row.only.as_deref() {
            Some("logged") => "the row is gone, and the log knows of no deletion",
            Some(_) => "the log knows of no such row",
            None => "the row is not what the log last captured of it",
        };
        Finding::row(Verdict::RowDiffers, table, &row.key, what)
    };
    Ok(differing.into_iter().map(finding).collect())
}
