//! Figures of a case without anybody's identity. A group of fewer than five claims shows neither
//! its count nor its sum: in a small town the only cake maker is a person. Where what is hidden
//! could be computed from the total and the rest, the next smallest groups are hidden as well.
//!
//! Figures of before and after a submission must not tell what was submitted between them, so they
//! move in steps: they cover the claims that were submitted first, five or a multiple of it. Those
//! that are over leave them in fives as well, in the order in which they ended, and so do assessments
//! take the place of what was stated. Statuses show whole fives and no sums.
//!
//! A position whose amount is not likely is in no sum before the firm has assessed it, and a claim is
//! never less than nothing.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Timestamptz, Uuid};
use serde::Serialize;
use utoipa::ToSchema;

use crate::db::Read;
use crate::error::Error;
use crate::ids::CaseId;
use crate::input::Krw;

/// Claims a group needs to be shown, and by how many the figures move.
pub(super) const SMALLEST: i64 = 5;

/// Figures of a case; drafts do not count.
#[derive(Serialize, ToSchema)]
pub struct Statistics {
    /// Claims that were submitted first, less those that were rejected or withdrawn: a multiple of
    /// five.
    pub claims: i64,
    /// Losses less compensation received, whole KRW, as the firm assessed them or else as stated.
    pub total_krw: Krw,
    /// Positions that are in no sum, because their amounts are not likely and not assessed yet.
    pub left_out: i64,
    /// All that were submitted first, by status now, in whole fives.
    pub by_status: Vec<Standing>,
    /// By service; a claim counts under each that it names.
    pub by_service: Vec<Group>,
    /// By industry; a claim counts under each in which it has a business.
    pub by_industry: Vec<Group>,
    /// By region, likewise.
    pub by_region: Vec<Group>,
    /// By day of submission in Korea.
    pub by_day: Vec<Group>,
}

/// How many of the claims stand where.
#[derive(Serialize, ToSchema)]
pub struct Standing {
    /// The status.
    pub name: String,
    /// Claims of it, rounded down to a multiple of five.
    pub claims: i64,
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
    pub total_krw: Krw,
    /// Whether the group is too small to be shown.
    #[diesel(sql_type = Bool)]
    pub hidden: bool,
    /// Positions that are in no sum.
    #[diesel(sql_type = BigInt)]
    #[serde(skip)]
    pub(super) left_out: i64,
}

/// The claims of a case that were submitted first, in whole fives, grouped by an expression over
/// them; those that were submitted before `before` where it is given. `over` has those that were
/// rejected or withdrawn since, too.
pub(super) fn groups(
    r: &mut Read,
    case: CaseId,
    before: Option<DateTime<Utc>>,
    over: bool,
    (name, join): (&str, &str),
) -> Result<Vec<Group>, Error> {
    let left = if over { "false" } else { "true" };
    let query = format!(
        "WITH came AS (
             SELECT c.id, c.status, c.industries, c.regions, c.submitted_at, c.ended_at, c.plausible_krw, c.implausible
             FROM claim c WHERE c.case_id = $1 AND c.submitted AND c.submitted_at < coalesce($2, 'infinity')
             ORDER BY c.submitted_at, c.id
             LIMIT (SELECT count(*) / {SMALLEST} * {SMALLEST} FROM claim c
                    WHERE c.case_id = $1 AND c.submitted AND c.submitted_at < coalesce($2, 'infinity'))),
         ended AS (SELECT id, ended_at FROM came WHERE {left} AND ended_at < coalesce($2, 'infinity')),
         gone AS (SELECT id FROM ended ORDER BY ended_at, id LIMIT (SELECT count(*) / {SMALLEST} * {SMALLEST} FROM ended)),
         made AS (
             SELECT a.loss_id, a.claim_id, a.amount_krw, a.seq FROM assessment a WHERE a.case_id = $1
             ORDER BY a.seq LIMIT (SELECT count(*) / {SMALLEST} * {SMALLEST} FROM assessment a WHERE a.case_id = $1)),
         newest AS (SELECT DISTINCT ON (loss_id) loss_id, claim_id, amount_krw FROM made ORDER BY loss_id, seq DESC),
         assessed AS (
             SELECT a.claim_id, count(*) FILTER (WHERE l.implausible) AS settled,
                    sum(CASE l.kind WHEN 'compensation_received' THEN -a.amount_krw ELSE a.amount_krw END
                        - CASE WHEN l.implausible THEN 0 ELSE l.net_krw END) AS more
             FROM newest a JOIN loss l ON l.id = a.loss_id GROUP BY a.claim_id),
         counted AS (
             SELECT came.id, came.status, came.industries, came.regions, came.submitted_at,
                    greatest(0, came.plausible_krw + coalesce(a.more, 0)) AS krw, came.implausible - coalesce(a.settled, 0) AS left_out
             FROM came LEFT JOIN assessed a ON a.claim_id = came.id WHERE came.id NOT IN (SELECT id FROM gone))
         SELECT coalesce({name}, '') AS name, count(*) AS claims, sum(krw)::bigint AS total_krw, false AS hidden,
                sum(left_out)::bigint AS left_out
         FROM counted {join} GROUP BY 1 ORDER BY 1"
    );
    Ok(diesel::sql_query(query)
        .bind::<Uuid, _>(case)
        .bind::<Nullable<Timestamptz>, _>(before)
        .load(r.conn())?)
}

pub(super) const ALL: (&str, &str) = ("'all'", "");
pub(super) const SERVICE: (&str, &str) = (
    "s.service",
    "JOIN claim_service s ON s.claim_id = counted.id",
);
pub(super) const INDUSTRY: (&str, &str) = ("industry", "CROSS JOIN unnest(industries) AS industry");
pub(super) const REGION: (&str, &str) = ("region", "CROSS JOIN unnest(regions) AS region");
pub(super) const DAY: (&str, &str) = (
    "to_char(submitted_at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD')",
    "",
);

/// Computes the figures of a case.
pub fn of_case(r: &mut Read, case: CaseId) -> Result<Statistics, Error> {
    let statuses = groups(r, case, None, true, ("status", ""))?;
    let mut by = |what| groups(r, case, None, false, what);
    let all = by(ALL)?;
    Ok(Statistics {
        claims: all.iter().map(|group| group.claims).sum(),
        total_krw: all.iter().map(|group| group.total_krw).sum(),
        left_out: all.iter().map(|group| group.left_out).sum(),
        by_status: statuses
            .into_iter()
            .map(|group| Standing {
                name: group.name,
                claims: whole(group.claims),
            })
            .collect(),
        // a claim counts under several: the total less the rest says nothing
        by_service: hide(by(SERVICE)?, SMALLEST),
        by_industry: parts(by(INDUSTRY)?),
        by_region: parts(by(REGION)?),
        by_day: parts(by(DAY)?),
    })
}

/// Rounded down to a multiple of five.
pub(super) fn whole(claims: i64) -> i64 {
    claims / SMALLEST * SMALLEST
}

/// Hides groups that make up the total together. Their rest, which anybody can compute, is of two
/// groups and [`SMALLEST`] claims at least, or of all groups.
pub(super) fn parts(groups: Vec<Group>) -> Vec<Group> {
    let mut sizes: Vec<i64> = groups.iter().map(|group| group.claims).collect();
    sizes.sort_unstable();
    let (mut hidden, mut claims) = (0, 0);
    let mut least = SMALLEST;
    for size in sizes {
        if size >= SMALLEST && (hidden == 0 || hidden > 1 && claims >= SMALLEST) {
            break;
        }
        (hidden, claims, least) = (hidden + 1, claims + size, least.max(size + 1));
    }
    hide(groups, least)
}

/// Hides every group of fewer than `least` claims.
pub(super) fn hide(mut groups: Vec<Group>, least: i64) -> Vec<Group> {
    for group in groups.iter_mut().filter(|group| group.claims < least) {
        (group.claims, group.total_krw, group.hidden) = (0, Krw::default(), true);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The sizes that are shown of groups of these sizes; 0 is hidden.
    fn shown(sizes: &[i64]) -> Vec<i64> {
        let group = |claims: &i64| Group {
            name: String::new(),
            claims: *claims,
            total_krw: Krw(claims * 1000),
            hidden: false,
            left_out: 0,
        };
        let groups = parts(sizes.iter().map(group).collect());
        assert!(
            groups
                .iter()
                .all(|group| group.hidden == (group.claims == 0)
                    && group.total_krw == Krw(group.claims * 1000))
        );
        groups.iter().map(|group| group.claims).collect()
    }

    #[test]
    fn a_hidden_group_is_not_the_total_less_the_rest() {
        for (sizes, expected) in [
            (&[][..], &[][..]),
            (&[7, 5, 9], &[7, 5, 9]),
            (&[7, 4, 9], &[0, 0, 9]),
            (&[7, 1, 9, 3], &[0, 0, 9, 0]),
            (&[7, 2, 9, 3], &[7, 0, 9, 0]),
            (&[8, 1, 8, 9], &[0, 0, 0, 9]),
            (&[3, 9], &[0, 0]),
            (&[3], &[0]),
            (&[1, 1], &[0, 0]),
        ] {
            assert_eq!(shown(sizes), expected, "{sizes:?}");
        }
    }

    proptest! {
        #[test]
        fn the_rest_is_never_one_group_or_few_claims(sizes in prop::collection::vec(1i64..20, 0..12)) {
            let shown = shown(&sizes);
            let hidden: Vec<i64> = sizes.iter().zip(&shown).filter(|(_, shown)| **shown == 0).map(|(size, _)| *size).collect();
            prop_assert!(shown.iter().all(|size| *size == 0 || *size >= SMALLEST));
            let safe = hidden.len() > 1 && hidden.iter().sum::<i64>() >= SMALLEST;
            prop_assert!(hidden.is_empty() || safe || hidden.len() == sizes.len(), "{:?}", sizes);
        }
    }
}
