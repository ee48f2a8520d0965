//! Figures of a case without anybody's identity. A group of fewer than five claims shows neither its count nor its sum:
//! in a small town the only cake maker is a person.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text, Uuid};
use serde::Serialize;
use utoipa::ToSchema;

use crate::db::Read;
use crate::error::Error;
use crate::ids::CaseId;

/// Claims a group needs to be shown.
const SMALLEST: i64 = 5;

/// Figures of a case; drafts do not count.
#[derive(Serialize, ToSchema)]
pub struct Statistics {
    /// Claims that were submitted, whatever became of them.
    pub claims: i64,
    /// Losses less compensation received, whole KRW.
    pub total_krw: i64,
    /// By status.
    pub by_status: Vec<Group>,
    /// By service; a claim counts under each that it names.
    pub by_service: Vec<Group>,
    /// By industry.
    pub by_industry: Vec<Group>,
    /// By region.
    pub by_region: Vec<Group>,
    /// By day of submission in Korea.
    pub by_day: Vec<Group>,
}

/// One line of a table.
#[derive(Serialize, ToSchema, QueryableByName)]
pub struct Group {
    /// What the group has in common.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Claims in it; 0 where hidden.
    #[diesel(sql_type = BigInt)]
    pub claims: i64,
    /// Their losses less compensation received, whole KRW; 0 where hidden.
    #[diesel(sql_type = BigInt)]
    pub total_krw: i64,
    /// Whether the group is too small to be shown.
    #[diesel(sql_type = Bool)]
    pub hidden: bool,
}

/// Computes the figures of a case.
pub fn of_case(r: &mut Read, case: CaseId) -> Result<Statistics, Error> {
    let mut by = |name: &str, join: &str, smallest: i64| -> Result<Vec<Group>, Error> {
        let query = format!(
            "WITH counted AS (
                 SELECT c.id, c.status, c.industry, c.region, c.submitted_at,
                        (SELECT coalesce(sum(CASE WHEN l.kind = 'compensation_received' THEN -l.amount_krw ELSE l.amount_krw END), 0)
                         FROM loss l WHERE l.claim_id = c.id) AS krw
                 FROM claim c WHERE c.case_id = $1 AND c.number IS NOT NULL)
             SELECT coalesce({name}, '') AS name,
                    CASE WHEN count(*) < $2 THEN 0 ELSE count(*) END AS claims,
                    CASE WHEN count(*) < $2 THEN 0 ELSE sum(krw) END::bigint AS total_krw,
                    count(*) < $2 AS hidden
             FROM counted {join} GROUP BY 1 ORDER BY 1"
        );
        Ok(diesel::sql_query(query).bind::<Uuid, _>(case).bind::<BigInt, _>(smallest).load(r.conn())?)
    };
    let all = by("'all'", "", 1)?;
    Ok(Statistics {
        claims: all.iter().map(|group| group.claims).sum(),
        total_krw: all.iter().map(|group| group.total_krw).sum(),
        by_status: by("status", "", SMALLEST)?,
        by_service: by("s.service", "JOIN claim_service s ON s.claim_id = counted.id", SMALLEST)?,
        by_industry: by("industry", "", SMALLEST)?,
        by_region: by("region", "", SMALLEST)?,
        by_day: by("to_char(submitted_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD')", "", SMALLEST)?,
    })
}
