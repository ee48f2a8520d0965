//! What the firm takes a loss to amount to, each assessment a row of its own with its reason. The
//! newest counts, in every figure in the place of what the claimant stated.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts::staff::Names;
use crate::claims::lifecycle::{self, Event};
use crate::claims::of_staff;
use crate::db::schema::{assessment, loss};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, AssessmentId, CaseId, ClaimId, LossId};
use crate::input::{self, Amount, Faults, Krw};
use crate::vault::{Place, Sealed};

/// An assessment as staff state it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentInput {
    /// Whole KRW, 0 to 10^12.
    pub amount_krw: Amount,
    /// Why, 10 to 500 characters. The claimant reads it.
    pub reason: String,
    /// That a number in the reason which looks like a resident registration number is none, such as
    /// that of a court case.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// An assessment as the claimant and staff of the case see it.
#[derive(Serialize, ToSchema, Clone)]
pub struct Assessment {
    /// Whole KRW.
    pub amount_krw: Krw,
    /// Why, in the firm's words to the claimant.
    pub reason: Option<String>,
    /// Who assessed it, by the name that claimants see.
    pub by: String,
    /// When it was assessed.
    pub created_at: DateTime<Utc>,
}

/// An assessment as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = assessment)]
pub(super) struct Row {
    id: AssessmentId,
    loss_id: LossId,
    claim_id: ClaimId,
    case_id: CaseId,
    account_id: AccountId,
    amount_krw: Krw,
    sealed: Vec<u8>,
    commitments: String,
    created_at: DateTime<Utc>,
}

fn place(id: AssessmentId) -> Place {
    Place {
        table: "assessment",
        id: id.0,
        subject: id.0,
    }
}

/// Assesses a position of a claim of an assigned case.
pub fn assess(
    w: &mut Write,
    position: LossId,
    input: &AssessmentInput,
) -> Result<AssessmentId, Error> {
    let of = loss::table.find(position).select(loss::claim_id);
    let claim: ClaimId = of.first(w.conn())?;
    let row = of_staff(w, claim)?;
    let role = w.role().ok_or(Error::Unauthenticated)?;
    lifecycle::next(row.status, Event::Assess, lifecycle::By::Staff(role))?;
    let mut faults = Faults::default();
    let amount = faults.take(Krw::parse_from_nothing("amount_krw", &input.amount_krw));
    let asked = input.no_resident_number;
    let reason = faults.take(input::reason("reason", &input.reason, asked));
    let (amount, reason) = faults.finish((amount, reason))?;
    let id = AssessmentId::new();
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id), [("reason", reason)]);
    let assessed = Row {
        id,
        loss_id: position,
        claim_id: claim,
        case_id: row.case_id,
        account_id: w.account()?,
        amount_krw: amount,
        sealed,
        commitments,
        created_at: w.now(),
    };
    diesel::insert_into(assessment::table)
        .values(assessed)
        .execute(w.conn())?;
    Ok(id)
}

/// Takes the reasons out of the assessments of a claim that is being erased.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(assessment::table.filter(assessment::claim_id.eq(claim)))
        .set((
            assessment::sealed.eq(emptied.sealed),
            assessment::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}

impl Row {
    /// For whoever sees the claim: the reason is the firm's own word to both.
    pub(super) fn open(self, r: &mut Read, names: &mut Names) -> Result<Assessment, Error> {
        let program = Grant::for_program();
        let opened = r.vault().open(&program, place(self.id), &self.sealed)?;
        Ok(Assessment {
            amount_krw: self.amount_krw,
            reason: opened.find("reason"),
            by: names.of(r, self.account_id)?,
            created_at: self.created_at,
        })
    }
}
