//! Member lists of disclosures against the number and the digest that the captured disclosure
//! states: the lists themselves are too long to be captured. A check for the verification of the
//! live database.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use crate::audit::verify::live::NAMED;
use crate::audit::verify::report::{Finding, Verdict};
use crate::error::Error;

#[derive(QueryableByName)]
struct Differing {
    #[diesel(sql_type = Text)]
    id: String,
}

/// Disclosures whose members are not those that the log knows of.
pub fn members(conn: &mut PgConnection) -> Result<Vec<Finding>, Error> {
    let there = sql::<Bool>(
        "to_regclass('public.disclosure') IS NOT NULL AND to_regclass('public.disclosure_member') IS NOT NULL",
    );
    if !diesel::select(there).get_result::<bool>(conn)? {
        let what = "a table of disclosures is gone";
        let finding = Finding::row(Verdict::RowDiffers, "disclosure_member", "", what);
        return Ok(vec![finding]);
    }
    // as the disclosure digested them when it was made
    let differing: Vec<Differing> = diesel::sql_query(format!(
        "SELECT d.id::text AS id FROM public.disclosure d
         LEFT JOIN (SELECT disclosure_id, count(*) AS members, string_agg(claim_id::text || E'\\n', '' ORDER BY claim_id) AS list
                    FROM public.disclosure_member GROUP BY disclosure_id) m ON m.disclosure_id = d.id
         WHERE (coalesce(m.members, 0), sha256(convert_to(coalesce(m.list, ''), 'UTF8'))) IS DISTINCT FROM (d.members, d.members_sha256)
         ORDER BY d.id LIMIT {NAMED}"
    ))
    .load(conn)?;
    let what = "its members are not those that the log knows of";
    Ok(differing
        .iter()
        .map(|row| Finding::row(Verdict::RowDiffers, "disclosure", &row.id, what))
        .collect())
}
