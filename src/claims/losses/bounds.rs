//! Whether an amount is asked back: one above the bounds of the case is more often a slip of the hand
//! than a loss.

use diesel::dsl::not;
use diesel::prelude::*;

use crate::claims::Row;
use crate::claims::losses::LossKind;
use crate::db::Read;
use crate::db::derived::StatedKrw;
use crate::db::schema::{loss, loss_bound};
use crate::error::Error;
use crate::ids::LossId;
use crate::input::Krw;

/// What the case bounds of one more position of a claim.
pub(super) struct Bounds {
    position: Option<Krw>,
    claim: Option<Krw>,
    /// What the other positions claim, but for those that were asked back before: one of them does
    /// not put every later one in doubt.
    others: Krw,
}

impl Bounds {
    /// The bounds of a position of that kind, which comes in the place of `instead` where it is given.
    pub(super) fn of(
        r: &mut Read,
        claim: &Row,
        kind: LossKind,
        instead: Option<LossId>,
    ) -> Result<Self, Error> {
        let others = loss::table
            .filter(loss::claim_id.eq(claim.id))
            .filter(loss::kind.ne(LossKind::CompensationReceived))
            .filter(not(loss::implausible))
            .filter(loss::id.ne_all(Vec::from_iter(instead)))
            .select(StatedKrw);
        let bounds: Vec<(Option<LossKind>, Krw, Option<Krw>)> = loss_bound::table
            .filter(loss_bound::case_id.eq(claim.case_id))
            .filter(loss_bound::kind.eq(kind).or(loss_bound::kind.is_null()))
            .select((
                loss_bound::kind,
                loss_bound::most_krw,
                others.single_value(),
            ))
            .load(r.conn())?;
        let bound = |kind| {
            let mut bounds = bounds.iter().filter(|(of, ..)| *of == kind);
            bounds.next().map(|(_, most, _)| *most)
        };
        Ok(Self {
            position: bound(Some(kind)),
            claim: bound(None).filter(|_| !kind.is_received()),
            others: bounds.first().and_then(|bound| bound.2).unwrap_or_default(),
        })
    }

    /// Which bound that amount lies above, as the code of a fault.
    pub(super) fn exceeded(&self, amount: Krw) -> Option<&'static str> {
        let above = |bound: Option<Krw>, amount| bound.is_some_and(|most| amount > most);
        if above(self.position, amount) {
            Some("amount-implausible")
        } else if above(self.claim, amount + self.others) {
            Some("sum-implausible")
        } else {
            None
        }
    }
}
