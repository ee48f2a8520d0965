//! Figures of a case for everybody: how many had joined when yesterday ended in Korea, and nothing
//! about what they lost.
//!
//! They stand on [`statistics`](crate::cases::statistics) and say less. They move once a day; every
//! figure is rounded down to a multiple of five, so that a group that grew by one claim looks as
//! before; a group of fewer than five, and whatever would give it away, is not named at all.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Days, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Timestamptz, Uuid};
use serde::Serialize;
use utoipa::ToSchema;

use crate::cases::statistics::{
    ALL, DAY, Group, INDUSTRY, REGION, SERVICE, SMALLEST, groups, hide, parts, whole,
};
use crate::db::Read;
use crate::db::schema::court_case;
use crate::error::Error;
use crate::ids::CaseId;
use crate::law;

/// Figures of a case, for everybody.
#[derive(Serialize, ToSchema, Clone)]
pub struct Figures {
    /// The last day that they cover, in Korea.
    pub as_of: NaiveDate,
    /// Claims that were submitted and neither rejected nor withdrawn: a multiple of five.
    pub claims: i64,
    /// Of these, how many were there at the end of each day on which that figure moved.
    pub by_day: Vec<UntilDay>,
    /// By service; a claim counts under each that it names.
    pub by_service: Vec<Count>,
    /// By industry; a claim counts under each in which it has a business.
    pub by_industry: Vec<Count>,
    /// By region, likewise.
    pub by_region: Vec<Count>,
    /// Minutes from beginning a claim to submitting it: half of those who did both on one day took
    /// no longer. Without a value while fewer than five did.
    pub minutes: Option<i64>,
}

/// Claims until the end of a day.
#[derive(Serialize, ToSchema, Clone, Debug, PartialEq, Eq)]
pub struct UntilDay {
    /// The day, in Korea.
    pub day: NaiveDate,
    /// Claims that were submitted by then: a multiple of five.
    pub claims: i64,
}

/// Claims of a group of at least five.
#[derive(Serialize, ToSchema, Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What the group has in common.
    pub name: String,
    /// Claims in it: a multiple of five.
    pub claims: i64,
}

/// Figures that were computed, and on which day. They stay the same until the next, so that readers
/// cost the database nothing.
#[derive(Default)]
pub struct Kept(Mutex<HashMap<CaseId, (NaiveDate, Figures)>>);

impl Kept {
    /// The figures of a case, computed where those of today are not there yet.
    pub fn of_case(&self, r: &mut Read, case: CaseId) -> Result<Figures, Error> {
        let today = law::day_in_korea(r.now());
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept().get(&case).cloned();
        if let Some((_, figures)) = known.filter(|(day, _)| *day == today) {
            return Ok(figures);
        }
        let figures = of_case(r, case)?;
        kept().insert(case, (today, figures.clone()));
        Ok(figures)
    }
}

/// Computes the figures of a case.
fn of_case(r: &mut Read, case: CaseId) -> Result<Figures, Error> {
    let today = law::day_in_korea(r.now());
    let demo: bool = court_case::table
        .find(case)
        .select(court_case::demo)
        .first(r.conn())?;
    // the people of a demonstration are invented, and all join on the day on which it is loaded
    let as_of = if demo { today } else { today - Days::new(1) };
    let midnight = Some(law::day_begins_in_korea(as_of + Days::new(1)));
    // nor did they type anything
    let minutes = if demo {
        None
    } else {
        minutes(r, case, midnight)?
    };
    let mut by = |what| groups(r, case, midnight, false, what);
    Ok(Figures {
        as_of,
        claims: by(ALL)?.iter().map(|group| group.claims).sum(),
        by_day: until_days(&by(DAY)?),
        by_service: counts(hide(by(SERVICE)?, SMALLEST)),
        by_industry: counts(parts(by(INDUSTRY)?)),
        by_region: counts(parts(by(REGION)?)),
        minutes,
    })
}

#[derive(QueryableByName)]
struct Took {
    #[diesel(sql_type = Nullable<BigInt>)]
    minutes: Option<i64>,
}

/// The median, in whole minutes begun, of those who began and submitted a claim within a day.
fn minutes(
    r: &mut Read,
    case: CaseId,
    before: Option<DateTime<Utc>>,
) -> Result<Option<i64>, Error> {
    let took: Took = diesel::sql_query(format!(
        "SELECT CASE WHEN count(*) >= {SMALLEST} THEN
                ceil(extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY c.submitted_at - c.created_at)) / 60)::bigint
                END AS minutes
         FROM claim c WHERE c.case_id = $1 AND c.submitted AND c.submitted_at < $2
         AND c.submitted_at BETWEEN c.created_at AND c.created_at + interval '1 day'"
    ))
    .bind::<Uuid, _>(case)
    .bind::<Nullable<Timestamptz>, _>(before)
    .get_result(r.conn())?;
    Ok(took.minutes)
}

/// The groups that are shown, the largest first.
fn counts(groups: Vec<Group>) -> Vec<Count> {
    let shown = groups.into_iter().filter(|group| !group.hidden);
    let mut counts: Vec<Count> = shown
        .map(|group| Count {
            claims: whole(group.claims),
            name: group.name,
        })
        .collect();
    counts.sort_by(|a, b| b.claims.cmp(&a.claims).then_with(|| a.name.cmp(&b.name)));
    counts
}

/// Sums of the days up to each on which the rounded sum moved.
fn until_days(days: &[Group]) -> Vec<UntilDay> {
    let (mut sum, mut until) = (0, Vec::<UntilDay>::new());
    for group in days {
        sum += group.claims;
        let moved = whole(sum) > until.last().map_or(0, |last| last.claims);
        if let Ok(day) = group.name.parse::<NaiveDate>()
            && moved
        {
            until.push(UntilDay {
                day,
                claims: whole(sum),
            });
        }
    }
    until
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Krw;
    use proptest::prelude::*;

    fn group(name: &str, claims: i64) -> Group {
        Group {
            name: name.into(),
            claims,
            total_krw: Krw(0),
            hidden: false,
            left_out: 0,
        }
    }

    #[test]
    fn a_day_shows_only_where_five_more_have_joined() {
        let days = [("2026-01-05", 3), ("2026-01-06", 1), ("2026-01-09", 8)];
        let days = days.map(|(day, claims)| group(day, claims));
        let until = until_days(&days);
        let shown: Vec<_> = until
            .iter()
            .map(|until| (until.day.to_string(), until.claims))
            .collect();
        assert_eq!(shown, [("2026-01-09".to_string(), 10)]);
    }

    proptest! {
        #[test]
        fn one_claim_more_is_not_seen_in_a_group(sizes in prop::collection::vec(1i64..40, 1..8)) {
            let groups = sizes.iter().enumerate().map(|(n, size)| group(&n.to_string(), *size));
            let counts = counts(parts(groups.collect()));
            prop_assert!(counts.iter().all(|count| count.claims >= SMALLEST && count.claims % SMALLEST == 0));
            // whoever subtracts is left with what could be several groups, or one of many sizes
            let shown: i64 = counts.iter().map(|count| count.claims).sum();
            prop_assert!(shown <= sizes.iter().sum::<i64>());
        }
    }
}
