//! Losses: positions in whole KRW, each with its class, because special damage is owed only where
//! it was foreseeable, and with how its amount was arrived at. Compensation already received is a
//! position of its own and is set against the rest. A position lies between the first day of the incident and today, and no nearer end is
//! set: orders are cancelled, money is given back and customers stay away weeks after the service
//! is up again. Whether a late loss still follows from the incident is for the review, not for a
//! form.

pub mod assessment;
mod bounds;
mod heads;
mod stated;
pub mod weeks;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts::staff::Names;
use crate::cases;
use crate::claims::hints::{self, Hint};
use crate::claims::lifecycle::{self, Event};
use crate::claims::{self, ByClaim, Own, by_claim, count_change, entered, evidence, seen};
use crate::db::derived::NewestAssessment;
use crate::db::schema::{assessment as assessed, loss};
use crate::db::{Read, Write};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::{BusinessId, CaseId, ClaimId, LossId};
use crate::input::Krw;
use crate::vault::{Place, Sealed, Vault};
use assessment::Assessment;
use bounds::Bounds;
pub use heads::{CompensationForm, LossClass, LossKind, LossMethod, Release};
pub use stated::LossInput;
use weeks::ComparedWeeks;

/// Positions a claim can have.
const MOST: i64 = 100;

/// A position as its owner sees it; staff see it without the words.
#[derive(Serialize, ToSchema)]
pub struct Loss {
    /// Id of the position.
    pub id: LossId,
    /// What was lost.
    pub kind: LossKind,
    /// Class of damage.
    pub class: LossClass,
    /// How the amount was arrived at; without a value where it was stated before that was asked.
    pub method: Option<LossMethod>,
    /// Sales of the weeks that were compared; the owner only.
    pub weeks: Option<ComparedWeeks>,
    /// Whole KRW, as stated.
    pub amount_krw: Krw,
    /// Whether the amount lay above what is likely in the case, and was confirmed: no figure of the
    /// case has it in before it is assessed.
    pub implausible: bool,
    /// What the firm takes it to amount to.
    pub assessed: Option<Assessment>,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub until_on: NaiveDate,
    /// Code of the service through which it was lost.
    pub service: Option<String>,
    /// Id of the business that had it.
    pub business: Option<BusinessId>,
    /// Compensation received: in what.
    pub form: Option<CompensationForm>,
    /// Compensation received: which part of the claim was given up for it.
    pub release: Option<Release>,
    /// Compensation received: what was signed; the owner only.
    pub release_terms: Option<String>,
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
    service: Option<String>,
    business_id: Option<BusinessId>,
    method: Option<LossMethod>,
    form: Option<CompensationForm>,
    release: Option<Release>,
    implausible: bool,
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
        let release_terms = opened.find("release_terms");
        let hints = hints::masked(&[
            ("note", note.as_deref()),
            ("basis", basis.as_deref()),
            ("release_terms", release_terms.as_deref()),
        ]);
        let weeks = opened.find("weeks");
        let weeks = weeks.map(|weeks| serde_json::from_str(&weeks)).transpose();
        let loss = Loss {
            id: self.id,
            kind: self.kind,
            class: self.class,
            method: self.method,
            weeks: weeks.map_err(Error::internal)?,
            amount_krw: self.amount_krw,
            implausible: self.implausible,
            assessed: None,
            from_on: self.from_on,
            until_on: self.until_on,
            service: self.service,
            business: self.business_id,
            form: self.form,
            release: self.release,
            release_terms,
            note,
            basis,
            hints,
            created_at: self.created_at,
        };
        Ok((self.claim_id, loss))
    }
}

/// Adds a position to a draft of the caller.
pub fn add(w: &mut Write, claim: ClaimId, input: &LossInput) -> Result<LossId, Error> {
    let Own { row, .. } = entered(w, claim)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    let there = loss::table.filter(loss::claim_id.eq(claim)).count();
    if there.get_result::<i64>(w.conn())? >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let id = insert(w, &row, input, None)?;
    count_change(w, &row)?;
    Ok(id)
}

/// Puts a position in the place of another one of a draft of the caller; files that supported that
/// one support this.
pub fn replace(w: &mut Write, id: LossId, input: &LossInput) -> Result<LossId, Error> {
    let row = of_draft(w, id)?;
    let new = insert(w, &row, input, Some(id))?;
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
    let Own { row, .. } = entered(w, claim)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    // the claim is locked now: somebody who took the position out meanwhile was first
    of.first::<ClaimId>(w.conn())?;
    Ok(row)
}

/// Puts a position into a claim that is locked, in the place of `instead` where it is given.
fn insert(
    w: &mut Write,
    row: &claims::Row,
    input: &LossInput,
    instead: Option<LossId>,
) -> Result<LossId, Error> {
    let (case, now) = (cases::get(w, row.case_id)?, w.now());
    let bounds = Bounds::of(w, row, input.kind, instead)?;
    let stated = input.parse(&case, &bounds, now)?;
    let id = LossId::new();
    let weeks = stated.weeks.as_ref().map(serde_json::to_string);
    let words = [
        ("note", stated.note),
        ("basis", stated.basis),
        ("release_terms", stated.release_terms),
        ("weeks", weeks.transpose().map_err(Error::internal)?),
    ];
    let words = words
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
            service: stated.service,
            business_id: input.business,
            method: Some(input.method),
            form: input.form,
            release: input.release,
            implausible: stated.implausible,
        })
        .execute(w.conn())
        .on_constraint(&["loss_business"], || {
            Error::invalid("business", "business-unknown")
        })?;
    Ok(id)
}

/// The positions of a claim, with the words for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Loss>, Error> {
    let (_, grant) = seen(r, claim)?;
    let found = of_claims(r, grant.as_ref(), &[claim])?.remove(&claim);
    Ok(found.unwrap_or_default())
}

/// One position of a claim.
pub fn one(r: &mut Read, claim: ClaimId, id: LossId) -> Result<Loss, Error> {
    let mut losses = of_claim(r, claim)?.into_iter();
    losses.find(|loss| loss.id == id).ok_or(Error::NotFound)
}

/// The positions of claims, with the words where there is a grant. Who can see the claims was
/// checked before.
pub(crate) fn of_claims(
    r: &mut Read,
    grant: Option<&Grant>,
    claims: &[ClaimId],
) -> Result<ByClaim<Loss>, Error> {
    let newest = assessed::table.on(assessed::id.nullable().eq(NewestAssessment));
    let rows: Vec<(Row, Option<assessment::Row>)> = loss::table
        .left_join(newest)
        .filter(loss::claim_id.eq_any(claims))
        .order(loss::id)
        .select((Row::as_select(), Option::<assessment::Row>::as_select()))
        .load(r.conn())?;
    let mut names = Names::default();
    by_claim(rows.into_iter().map(|(row, assessed)| {
        let (claim, mut loss) = row.open(r.vault(), grant)?;
        loss.assessed = assessed.map(|row| row.open(r, &mut names)).transpose()?;
        Ok((claim, loss))
    }))
}
