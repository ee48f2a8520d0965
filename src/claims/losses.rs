//! Losses: positions in whole KRW, each with its class, because special damage is owed only where it was foreseeable.
//! Compensation already received is a position of its own and is set against the rest. A position lies between the first day of
//! the incident and today, and no nearer end is set: orders are cancelled, money is given back and customers stay away weeks
//! after the service is up again. Whether a late loss still follows from the incident is for the review, not for a form.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases;
use crate::claims::evidence;
use crate::claims::lifecycle::{self, Event};
use crate::codes::codes;
use crate::db::schema::loss;
use crate::db::{Read, Write};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::{ClaimId, LossId};
use crate::input::{self, Faults, Krw};
use crate::law;
use crate::vault::Place;

codes! {
    /// What was lost.
    LossKind {
        /// Sales that were not made.
        Sales = "sales",
        /// Orders or deliveries that were cancelled.
        CancelledOrders = "cancelled_orders",
        /// Money given back to customers.
        Refunds = "refunds",
        /// Substitutes made or bought at short notice.
        Substitutes = "substitutes",
        /// Advertising and messages paid for in vain.
        Advertising = "advertising",
        /// Anything else.
        Other = "other",
        /// Received already, in money or service: set against the loss.
        CompensationReceived = "compensation_received",
    }

    /// Class of damage (Civil Act art. 393).
    LossClass {
        /// Follows from such an event as a rule.
        Ordinary = "ordinary",
        /// Owed only where it was foreseeable.
        Special = "special",
    }
}

/// Positions a claim can have.
const MOST: i64 = 100;

/// A position as a claimant states it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LossInput {
    /// What was lost.
    pub kind: LossKind,
    /// Class of damage.
    pub class: LossClass,
    /// Whole KRW, 1 to 10^12.
    pub amount_krw: i64,
    /// First day of the loss, YYYY-MM-DD, from the first day of the incident on.
    pub from_on: String,
    /// Last day of the loss, YYYY-MM-DD, today at the latest: also long after the incident, as refunds may be.
    pub until_on: String,
    /// In the claimant's words.
    #[serde(default)]
    pub note: Option<String>,
    /// Why it was foreseeable; special damage needs it at submission.
    #[serde(default)]
    pub basis: Option<String>,
}

/// A position as its owner sees it; staff see it without the words.
#[derive(Serialize, ToSchema)]
pub struct Loss {
    /// Its id.
    pub id: LossId,
    /// What was lost.
    pub kind: LossKind,
    /// Class of damage.
    pub class: LossClass,
    /// Whole KRW.
    pub amount_krw: i64,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub until_on: NaiveDate,
    /// In the claimant's words; the owner only.
    pub note: Option<String>,
    /// Why it was foreseeable; the owner only.
    pub basis: Option<String>,
    /// When it was stated.
    pub created_at: DateTime<Utc>,
}

fn place(id: LossId, claim: ClaimId) -> Place {
    Place {
        table: "loss",
        id: id.0,
        subject: claim.0,
    }
}

/// Adds a position to a draft of the caller.
pub fn add(w: &mut Write, claim: ClaimId, input: &LossInput) -> Result<LossId, Error> {
    let row = super::own_row(w, claim)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    let case = cases::get(w, row.case_id)?;
    let mut faults = Faults::default();
    let amount = faults.take(Krw::parse("amount_krw", input.amount_krw));
    let from = faults.take(input::date("from_on", &input.from_on));
    let until = faults.take(input::date("until_on", &input.until_on));
    if let (Some(from), Some(until)) = (from.get(), until.get()) {
        let begun = law::day_in_korea(case.incident_from);
        faults.demand(*from >= begun, "from_on", "before-incident");
        faults.demand(until >= from, "until_on", "dates-order");
        faults.demand(
            *until <= law::day_in_korea(w.now()),
            "until_on",
            "date-future",
        );
    }
    let note = faults.optional(input.note.as_deref(), |typed| {
        input::note("note", typed, 1000)
    });
    let basis = faults.optional(input.basis.as_deref(), |typed| {
        input::note("basis", typed, 1000)
    });
    let (amount, from, until, note, basis) = faults.finish((amount, from, until, note, basis))?;
    let stated: i64 = loss::table
        .filter(loss::claim_id.eq(claim))
        .count()
        .get_result(w.conn())?;
    if stated >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let (id, now) = (LossId::new(), w.now());
    let words = [("note", note), ("basis", basis)];
    let words = words
        .into_iter()
        .filter_map(|(field, value)| value.map(|value| (field, value)));
    let sealed = w.vault().seal(place(id, claim), words);
    diesel::insert_into(loss::table)
        .values((
            (
                loss::id.eq(id),
                loss::claim_id.eq(claim),
                loss::case_id.eq(row.case_id),
            ),
            (
                loss::kind.eq(input.kind),
                loss::class.eq(input.class),
                loss::amount_krw.eq(amount),
            ),
            (loss::from_on.eq(from), loss::until_on.eq(until)),
            (
                loss::sealed.eq(sealed.sealed),
                loss::commitments.eq(sealed.commitments),
                loss::created_at.eq(now),
            ),
        ))
        .execute(w.conn())?;
    super::count_change(w, &row)?;
    Ok(id)
}

/// Takes a position out of a draft of the caller.
///
/// # Errors
/// A conflict where a file that is listed now supports it.
pub fn remove(w: &mut Write, id: LossId) -> Result<(), Error> {
    let claim: ClaimId = loss::table
        .find(id)
        .select(loss::claim_id)
        .first(w.conn())?;
    let row = super::own_row(w, claim)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    evidence::release(w, claim, id)?;
    diesel::delete(loss::table.find(id))
        .execute(w.conn())
        .on_constraint(&["evidence_loss_id_fkey"], || {
            Error::conflict("loss-has-evidence")
        })?;
    super::count_change(w, &row)
}

/// The positions of a claim, with the words for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Loss>, Error> {
    super::visible_row(r, claim)?;
    let grant = match Grant::of_owner(r, claim) {
        Err(Error::NotFound) => None,
        other => Some(other?),
    };
    type Row = (
        LossId,
        LossKind,
        LossClass,
        i64,
        NaiveDate,
        NaiveDate,
        Vec<u8>,
        DateTime<Utc>,
    );
    let rows: Vec<Row> = loss::table
        .filter(loss::claim_id.eq(claim))
        .order(loss::id)
        .select((
            loss::id,
            loss::kind,
            loss::class,
            loss::amount_krw,
            loss::from_on,
            loss::until_on,
            loss::sealed,
            loss::created_at,
        ))
        .load(r.conn())?;
    let open = |(id, kind, class, amount_krw, from_on, until_on, sealed, created_at): Row| {
        let opened = grant
            .as_ref()
            .map(|grant| r.vault().open(grant, place(id, claim), &sealed))
            .transpose()?
            .unwrap_or_default();
        Ok(Loss {
            id,
            kind,
            class,
            amount_krw,
            from_on,
            until_on,
            note: opened.find("note"),
            basis: opened.find("basis"),
            created_at,
        })
    };
    rows.into_iter().map(open).collect()
}

/// Losses less compensation received, whole KRW.
pub fn total(r: &mut Read, claim: ClaimId) -> Result<i64, Error> {
    Ok(totals(r, &[claim])?.remove(&claim).unwrap_or(0))
}

/// As [`total`] for many claims; a claim without positions is not in it.
pub fn totals(r: &mut Read, claims: &[ClaimId]) -> Result<HashMap<ClaimId, i64>, Error> {
    let rows: Vec<(ClaimId, LossKind, i64)> = loss::table
        .filter(loss::claim_id.eq_any(claims))
        .select((loss::claim_id, loss::kind, loss::amount_krw))
        .load(r.conn())?;
    let mut totals = HashMap::new();
    for (claim, kind, amount) in rows {
        *totals.entry(claim).or_insert(0) += if kind == LossKind::CompensationReceived {
            -amount
        } else {
            amount
        };
    }
    Ok(totals)
}
