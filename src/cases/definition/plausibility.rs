//! The bounds that a case file sets: amounts above which a loss is asked back, because a zero too many
//! is typed more often than so much is lost.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use crate::cases::LossKind;
use crate::db::Write;
use crate::db::schema::loss_bound;
use crate::error::{Error, Fault};
use crate::ids::CaseId;
use crate::input::{Faults, Krw};

/// Sum of a claim at most: it has at most 100 positions.
const MOST_OF_CLAIM: i64 = 100 * Krw::MOST;

/// `[plausibility]` of a case file, in whole KRW. What is left out is not asked back.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Plausibility {
    /// The sum of a claim.
    claim_krw: Option<i64>,
    /// A position, by its kind.
    position_krw: BTreeMap<String, i64>,
}

impl Plausibility {
    pub(super) fn check(&self, faults: &mut Faults) {
        let claim = self.claim_krw.unwrap_or(MOST_OF_CLAIM);
        let field = "plausibility.claim_krw";
        faults.demand((1..=MOST_OF_CLAIM).contains(&claim), field, "bound");
        for (kind, most) in &self.position_krw {
            let field = format!("plausibility.position_krw.{kind}");
            let Ok(kind) = kind.parse::<LossKind>() else {
                let known: Vec<&str> = LossKind::ALL.iter().map(|kind| kind.as_str()).collect();
                faults.add(Fault::new(field, "unknown-value").with("known", known.join(", ")));
                continue;
            };
            faults.demand((1..=Krw::MOST).contains(most), &field, "bound");
            // the larger one would never be reached
            faults.demand(kind.is_received() || *most <= claim, &field, "bound-order");
        }
    }

    /// Keeps the bounds with the case.
    pub(super) fn store(&self, w: &mut Write, case: CaseId) -> Result<(), Error> {
        let claim = self.claim_krw.map(|most| (None, most));
        let positions = self.position_krw.iter();
        let positions =
            positions.filter_map(|(kind, most)| Some((Some(kind.parse().ok()?), *most)));
        let bound = |(kind, most): (Option<LossKind>, i64)| {
            (
                loss_bound::id.eq(Uuid::now_v7()),
                loss_bound::case_id.eq(case),
                loss_bound::kind.eq(kind),
                loss_bound::most_krw.eq(Krw(most)),
            )
        };
        let bounds: Vec<_> = claim.into_iter().chain(positions).map(bound).collect();
        diesel::insert_into(loss_bound::table)
            .values(bounds)
            .execute(w.conn())?;
        Ok(())
    }
}
