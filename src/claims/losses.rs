//! Losses: positions in whole KRW, each with its class, because special damage is owed only where
//! it was foreseeable. Compensation already received is a position of its own and is set against
//! the rest. A position lies between the first day of the incident and today, and no nearer end is
//! set: orders are cancelled, money is given back and customers stay away weeks after the service
//! is up again. Whether a late loss still follows from the incident is for the review, not for a
//! form.

pub mod outage_week;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, Case};
use crate::claims::hints::{self, Hint};
use crate::claims::lifecycle::{self, Event};
use crate::claims::{self, ByClaim, Own, by_claim, count_change, evidence, own, seen};
use crate::codes::codes;
use crate::db::schema::loss;
use crate::db::{Read, Write};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::{CaseId, ClaimId, LossId};
use crate::input::{self, Amount, Faults, Krw};
use crate::law;
use crate::vault::{Place, Sealed, Vault};

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
    /// Whole KRW, 1 to 10^12: a number, or as people type it, such as `1,200,000원`.
    pub amount_krw: Amount,
    /// First day of the loss, from the first day of the incident on; the year first: 2022-10-15.
    pub from_on: String,
    /// Last day of the loss, today at the latest: also long after the incident, as refunds may be.
    pub until_on: String,
    /// In the claimant's words.
    #[serde(default)]
    pub note: Option<String>,
    /// Why it was foreseeable; special damage needs it at submission.
    #[serde(default)]
    pub basis: Option<String>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// A position as its owner sees it; staff see it without the words.
#[derive(Serialize, ToSchema)]
pub struct Loss {
    /// Id of the position.
    pub id: LossId,
    /// What was lost.
    pub kind: LossKind,
    /// Class of damage.
    pub class: LossClass,
    /// Whole KRW.
    pub amount_krw: Krw,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub until_on: NaiveDate,
    /// In the claimant's words; the owner only.
    pub note: Option<String>,
    /// Why it was foreseeable; the owner only.
    pub basis: Option<String>,
    /// What the owner may want to change in the words; the owner only.
    pub hints: Vec<Hint>,
    /// When it was stated.
    pub created_at: DateTime<Utc>,
}

/// A position as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = loss)]
struct Row {
    id: LossId,
    claim_id: ClaimId,
    case_id: CaseId,
    kind: LossKind,
    class: LossClass,
    amount_krw: Krw,
    from_on: NaiveDate,
    until_on: NaiveDate,
    sealed: Vec<u8>,
    commitments: String,
    created_at: DateTime<Utc>,
}

fn place(id: LossId, claim: ClaimId) -> Place {
    Place {
        table: "loss",
        id: id.0,
        subject: claim.0,
    }
}

impl Row {
    fn open(self, vault: &Vault, grant: Option<&Grant>) -> Result<(ClaimId, Loss), Error> {
        let opened = vault.open_for(grant, place(self.id, self.claim_id), &self.sealed)?;
        let (note, basis) = (opened.find("note"), opened.find("basis"));
        let hints = hints::masked(&[("note", note.as_deref()), ("basis", basis.as_deref())]);
        let loss = Loss {
            id: self.id,
            kind: self.kind,
            class: self.class,
            amount_krw: self.amount_krw,
            from_on: self.from_on,
            until_on: self.until_on,
            note,
            basis,
            hints,
            created_at: self.created_at,
        };
        Ok((self.claim_id, loss))
    }
}

/// What a [`LossInput`] says, checked.
struct Stated {
    amount: Krw,
    from: NaiveDate,
    until: NaiveDate,
    note: Option<String>,
    basis: Option<String>,
}

impl LossInput {
    fn parse(&self, case: &Case, now: DateTime<Utc>) -> Result<Stated, Error> {
        let mut faults = Faults::default();
        let amount = faults.take(Krw::parse("amount_krw", &self.amount_krw));
        let from = faults.take(input::date("from_on", &self.from_on));
        let until = faults.take(input::date("until_on", &self.until_on));
        if let (Some(from), Some(until)) = (from.get(), until.get()) {
            let begun = law::day_in_korea(case.incident_from);
            // advertising that an outage made worthless was paid for before it
            let may_precede = self.kind == LossKind::Advertising;
            faults.demand(*from >= begun || may_precede, "from_on", "before-incident");
            faults.demand(until >= from, "until_on", "dates-order");
            let today = law::day_in_korea(now);
            faults.demand(*until <= today, "until_on", "date-future");
        }
        let mut words = |field: &'static str, typed: &Option<String>| {
            faults.optional(typed.as_deref(), |typed| {
                input::note(field, typed, input::limits::NOTE, self.no_resident_number)
            })
        };
        let (note, basis) = (words("note", &self.note), words("basis", &self.basis));
        let (amount, from, until, note, basis) =
            faults.finish((amount, from, until, note, basis))?;
        Ok(Stated {
            amount,
            from,
            until,
            note,
            basis,
        })
    }
}

/// Adds a position to a draft of the caller.
pub fn add(w: &mut Write, claim: ClaimId, input: &LossInput) -> Result<LossId, Error> {
    let Own { row, .. } = own(w, claim)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    let there = loss::table.filter(loss::claim_id.eq(claim)).count();
    if there.get_result::<i64>(w.conn())? >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let id = insert(w, &row, input)?;
    count_change(w, &row)?;
    Ok(id)
}

/// Puts a position in the place of another one of a draft of the caller; files that supported that
/// one support this.
pub fn replace(w: &mut Write, id: LossId, input: &LossInput) -> Result<LossId, Error> {
    let row = of_draft(w, id)?;
    let new = insert(w, &row, input)?;
    evidence::support(w, row.id, id, new)?;
    diesel::delete(loss::table.find(id)).execute(w.conn())?;
    count_change(w, &row)?;
    Ok(new)
}

/// Takes a position out of a draft of the caller.
///
/// # Errors
/// A conflict where a file that is listed now supports it.
pub fn remove(w: &mut Write, id: LossId) -> Result<(), Error> {
    let row = of_draft(w, id)?;
    evidence::release(w, row.id, id)?;
    diesel::delete(loss::table.find(id))
        .execute(w.conn())
        .on_constraint(&["evidence_loss_id_fkey"], || {
            Error::conflict("loss-has-evidence")
        })?;
    count_change(w, &row)
}

/// The claim of that position, locked: a draft of the caller that still has it.
fn of_draft(w: &mut Write, id: LossId) -> Result<claims::Row, Error> {
    let of = loss::table.find(id).select(loss::claim_id);
    let claim: ClaimId = of.first(w.conn())?;
    let Own { row, .. } = own(w, claim)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    // the claim is locked now: somebody who took the position out meanwhile was first
    of.first::<ClaimId>(w.conn())?;
    Ok(row)
}

fn insert(w: &mut Write, row: &claims::Row, input: &LossInput) -> Result<LossId, Error> {
    let (case, now) = (cases::get(w, row.case_id)?, w.now());
    let stated = input.parse(&case, now)?;
    let id = LossId::new();
    let words = [("note", stated.note), ("basis", stated.basis)]
        .into_iter()
        .filter_map(|(field, words)| Some((field, words?)));
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id, row.id), words);
    diesel::insert_into(loss::table)
        .values(Row {
            id,
            claim_id: row.id,
            case_id: row.case_id,
            kind: input.kind,
            class: input.class,
            amount_krw: stated.amount,
            from_on: stated.from,
            until_on: stated.until,
            sealed,
            commitments,
            created_at: now,
        })
        .execute(w.conn())?;
    Ok(id)
}

/// The positions of a claim, with the words for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Loss>, Error> {
    let (_, grant) = seen(r, claim)?;
    let found = of_claims(r, grant.as_ref(), &[claim])?.remove(&claim);
    Ok(found.unwrap_or_default())
}

/// The positions of claims, with the words where there is a grant. Who can see the claims was
/// checked before.
pub(crate) fn of_claims(
    r: &mut Read,
    grant: Option<&Grant>,
    claims: &[ClaimId],
) -> Result<ByClaim<Loss>, Error> {
    let rows: Vec<Row> = loss::table
        .filter(loss::claim_id.eq_any(claims))
        .order(loss::id)
        .select(Row::as_select())
        .load(r.conn())?;
    by_claim(rows.into_iter().map(|row| row.open(r.vault(), grant)))
}
