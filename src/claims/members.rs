//! Claims that a disclosure or a message reached, frozen in a list that is too long to be captured:
//! their number and digest stand in the captured row. A check for the verification of the live
//! database holds the one against the other.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use sha2::{Digest, Sha256};

use crate::audit::verify::live::NAMED;
use crate::audit::verify::report::{Finding, Verdict};
use crate::error::Error;
use crate::ids::ClaimId;

/// What has members, in a table beside it whose name ends with `_member`.
const BOUND: [&str; 2] = ["disclosure", "message"];

#[derive(QueryableByName)]
struct Differing {
    #[diesel(sql_type = Text)]
    id: String,
}

/// SHA-256 over sorted claims, each id as text with a line feed.
pub(crate) fn digest(claims: &[ClaimId]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for claim in claims {
        digest.update(format!("{claim}\n"));
    }
    digest.finalize().into()
}

/// Disclosures and messages whose members are not those that the log knows of.
pub fn differing(conn: &mut PgConnection) -> Result<Vec<Finding>, Error> {
    let mut found = Vec::new();
    for table in BOUND {
        found.extend(differing_of(conn, table)?);
    }
    Ok(found)
}

fn differing_of(conn: &mut PgConnection, table: &str) -> Result<Vec<Finding>, Error> {
    let there = sql::<Bool>(&format!(
        "to_regclass('public.{table}') IS NOT NULL AND to_regclass('public.{table}_member') IS NOT NULL"
    ));
    if !diesel::select(there).get_result::<bool>(conn)? {
        let what = format!("{table}s or the list of their members are gone");
        let list = format!("{table}_member");
        let finding = Finding::row(Verdict::RowDiffers, &list, "", what);
        return Ok(vec![finding]);
    }
    // as it was digested when it was made
    let differing: Vec<Differing> = diesel::sql_query(format!(
        "SELECT d.id::text AS id FROM public.{table} d
         LEFT JOIN (SELECT {table}_id, count(*) AS members, string_agg(claim_id::text || E'\\n', '' ORDER BY claim_id) AS list
                    FROM public.{table}_member GROUP BY {table}_id) m ON m.{table}_id = d.id
         WHERE (coalesce(m.members, 0), sha256(convert_to(coalesce(m.list, ''), 'UTF8'))) IS DISTINCT FROM (d.members, d.members_sha256)
         ORDER BY d.id LIMIT {NAMED}"
    ))
    .load(conn)?;
    let what = "its members are not those that the log knows of";
    Ok(differing
        .iter()
        .map(|row| Finding::row(Verdict::RowDiffers, table, &row.id, what))
        .collect())
}
