//! How many claims of a case stand where, for its staff. They can list each of them and count, so
//! that nothing is hidden here; everybody else is given [`crate::cases::statistics`].

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text, Uuid};

use crate::db::Read;
use crate::error::Error;
use crate::ids::CaseId;

/// Counts of the submitted claims of a case that were not erased.
pub struct Figures {
    pub claims: i64,
    pub by_status: Vec<Count>,
    /// A claim counts under each region, and each industry, in which it has a business.
    pub by_region: Vec<Count>,
    pub by_industry: Vec<Count>,
    /// A claim counts under each service that it names.
    pub by_service: Vec<Count>,
    /// By day of submission in Korea, `2022-10-15`.
    pub by_day: Vec<Count>,
    /// By hour of submission in Korea within the last day, `2022-10-15T16`; hours without one are
    /// not in it.
    pub by_hour: Vec<Count>,
    /// By kind of evidence of which a claim lists no file.
    pub lacking: Vec<Count>,
    /// Positions whose amounts are not likely and not assessed yet, of claims that are not over.
    pub unassessed: i64,
}

/// One line of a table.
#[derive(QueryableByName)]
pub struct Count {
    /// Code, day or hour that the claims have in common.
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = BigInt)]
    pub claims: i64,
}

/// A line, and of which table.
#[derive(QueryableByName)]
struct Grouped {
    #[diesel(sql_type = Integer)]
    by: i32,
    #[diesel(embed)]
    count: Count,
}

/// The bits of what a table is *not* grouped by.
const STATUS: i32 = 0b011;
const DAY: i32 = 0b101;
const HOUR: i32 = 0b110;

const BY: &str = "
    SELECT grouping(status, day, hour) AS by, coalesce(status, day::text, hour, '') AS name, count(*) AS claims
    FROM (SELECT c.status, (c.submitted_at AT TIME ZONE 'Asia/Seoul')::date AS day,
                 CASE WHEN c.submitted_at > now() - interval '24 hours'
                     THEN to_char(c.submitted_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD\"T\"HH24') END AS hour
          FROM claim c WHERE c.case_id = $1 AND c.submitted AND NOT c.erased) claims
    GROUP BY GROUPING SETS ((status), (day), (hour)) ORDER BY by, name";
const BY_REGION: &str = "
    SELECT region AS name, count(*) AS claims FROM claim c, unnest(c.regions) AS region
    WHERE c.case_id = $1 AND c.submitted AND NOT c.erased GROUP BY region ORDER BY name";
const BY_INDUSTRY: &str = "
    SELECT industry AS name, count(*) AS claims FROM claim c, unnest(c.industries) AS industry
    WHERE c.case_id = $1 AND c.submitted AND NOT c.erased GROUP BY industry ORDER BY name";
const BY_SERVICE: &str = "
    SELECT s.service AS name, count(*) AS claims
    FROM claim c JOIN claim_service s ON s.claim_id = c.id
    WHERE c.case_id = $1 AND c.submitted AND NOT c.erased GROUP BY s.service ORDER BY name";
const LACKING: &str = "
    SELECT o.code AS name, count(lacked.kind) AS claims
    FROM case_option o LEFT JOIN (
        SELECT unnest(c.lacking) AS kind FROM claim c WHERE c.case_id = $1 AND c.submitted AND NOT c.erased
    ) lacked ON lacked.kind = o.code
    WHERE o.case_id = $1 AND o.kind = 'evidence' GROUP BY o.code, o.position ORDER BY o.position";

const UNASSESSED: &str = "
    SELECT '' AS name, count(*) AS claims
    FROM loss l JOIN claim c ON c.id = l.claim_id
    WHERE l.case_id = $1 AND l.implausible AND c.submitted AND NOT c.erased AND c.ended_at IS NULL
      AND l.newest_assessment IS NULL";

/// Counts the claims of a case.
pub(super) fn of_case(r: &mut Read, case: CaseId) -> Result<Figures, Error> {
    let grouped: Vec<Grouped> = diesel::sql_query(BY).bind::<Uuid, _>(case).load(r.conn())?;
    let mut counts = |query: &str| -> Result<Vec<Count>, Error> {
        let query = diesel::sql_query(query).bind::<Uuid, _>(case);
        Ok(query.load(r.conn())?)
    };
    let (by_region, by_industry) = (counts(BY_REGION)?, counts(BY_INDUSTRY)?);
    let (by_service, lacking) = (counts(BY_SERVICE)?, counts(LACKING)?);
    let unassessed = counts(UNASSESSED)?.iter().map(|count| count.claims).sum();
    let mut figures = Figures {
        claims: 0,
        by_status: Vec::new(),
        by_region,
        by_industry,
        by_service,
        by_day: Vec::new(),
        by_hour: Vec::new(),
        lacking,
        unassessed,
    };
    for Grouped { by, count } in grouped {
        match by {
            STATUS => {
                figures.claims += count.claims;
                figures.by_status.push(count);
            }
            DAY => figures.by_day.push(count),
            // those of before have none
            HOUR if !count.name.is_empty() => figures.by_hour.push(count),
            _ => {}
        }
    }
    Ok(figures)
}
