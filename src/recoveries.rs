//! A lost mailbox is regained, and a claim never lost with it: the claimant is identified anew, one
//! of staff asks for another address, a second one confirms it, and for 72 hours everybody whom it
//! could rob is told and can stop it. Then the account gets the address; the claim stays as it is.

mod due;
mod notices;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts;
use crate::cases::IdentificationMethod;
use crate::claims;
use crate::claims::identifications::{self, IdentificationInput};
use crate::codes::codes;
use crate::db::schema::{claim, recovery};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, ClaimId, IdentificationId, RecoveryId, SignatoryId};
use crate::input::{self, Email, Faults};
use crate::role::Role;
use crate::vault::{Place, Sealed};
pub use due::{carry_out, due};
pub use notices::{RecoveryNotice, notice, stop_by_link};

codes! {
    /// What became of a recovery.
    RecoveryOutcome {
        /// The account got the address.
        Done = "done",
        /// The claimant, or whoever else was told, stopped it.
        Stopped = "stopped",
        /// Staff took it back.
        TakenBack = "taken_back",
        /// The address could not be used when the time had come.
        Unusable = "unusable",
        /// The claim was erased.
        Erased = "erased",
    }
}

/// How long everybody who was told has to stop it.
pub const NOTICE: Duration = Duration::hours(72);

/// What staff ask for when a claimant lost their mailbox.
#[derive(Deserialize, ToSchema, Clone)]
#[serde(deny_unknown_fields)]
pub struct RecoveryInput {
    /// The address that the account is to get.
    pub email: String,
    /// Who was identified anew; left out where the party signs itself.
    #[serde(default, deserialize_with = "input::or_none")]
    pub signatory: Option<SignatoryId>,
    /// How they were identified anew, by staff.
    pub method: IdentificationMethod,
    /// The day, the year first: 2026-03-02.
    pub identified_on: String,
    /// What shows it: the number that was called, number and date of a certificate. Never a resident
    /// registration number.
    pub detail: String,
    /// Why, in at least 10 characters; the claimant reads it.
    pub reason: String,
    /// That a number in the words which looks like a resident registration number is none.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// What the second member of staff states.
#[derive(Deserialize, ToSchema, Clone)]
#[serde(deny_unknown_fields)]
pub struct RecoveryConfirmation {
    /// The address once more, as the claimant told it: nobody sees what the first one typed.
    pub email: String,
}

/// A recovery as the claimant and staff of the case see it; the address stays sealed.
#[derive(Serialize, ToSchema)]
pub struct Recovery {
    /// Id of the recovery.
    pub id: RecoveryId,
    /// How the claimant was identified anew.
    pub identification: IdentificationId,
    /// Why, in the firm's words.
    pub reason: String,
    /// Who asked for it, by the name that claimants see.
    pub asked_by: String,
    /// Whether that is who reads this.
    pub asked_here: bool,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// The second member of staff.
    pub confirmed_by: Option<String>,
    /// When the account gets the address, unless somebody stops it: 72 hours after it was confirmed.
    pub due_at: Option<DateTime<Utc>>,
    /// What became of it; null while it waits.
    pub outcome: Option<RecoveryOutcome>,
    /// The member of staff who took it back.
    pub ended_by: Option<String>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Recovery {
    /// Whether it can be stopped still.
    pub fn waits(&self) -> bool {
        self.outcome.is_none()
    }

    /// Whether a second member of staff is wanted.
    pub fn is_unconfirmed(&self) -> bool {
        self.waits() && self.due_at.is_none()
    }
}

/// A recovery as it lies in the database.
#[derive(Queryable, Selectable)]
#[diesel(table_name = recovery)]
struct Row {
    id: RecoveryId,
    claim_id: ClaimId,
    identification_id: IdentificationId,
    asked_by: AccountId,
    confirmed_by: Option<AccountId>,
    ended_by: Option<AccountId>,
    outcome: Option<RecoveryOutcome>,
    sealed: Vec<u8>,
    created_at: DateTime<Utc>,
    confirmed_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
}

fn place(id: RecoveryId, claim: ClaimId) -> Place {
    Place {
        table: "recovery",
        id: id.0,
        subject: claim.0,
    }
}

impl Row {
    fn due_at(&self) -> Option<DateTime<Utc>> {
        self.confirmed_at.map(|at| at + NOTICE)
    }

    /// The address that the account is to get.
    fn email(&self, r: &Read) -> Result<Email, Error> {
        let place = place(self.id, self.claim_id);
        let opened = r.vault().open(&Grant::for_program(), place, &self.sealed)?;
        Ok(Email::of_stored(opened.get("email").into()))
    }

    fn open(self, r: &mut Read) -> Result<Recovery, Error> {
        let due_at = self.due_at();
        let place = place(self.id, self.claim_id);
        let opened = r.vault().open(&Grant::for_program(), place, &self.sealed)?;
        let mut name = |id: AccountId| accounts::staff::name(r, id);
        Ok(Recovery {
            id: self.id,
            identification: self.identification_id,
            reason: opened.get("reason").into(),
            asked_by: name(self.asked_by)?,
            confirmed_by: self.confirmed_by.map(&mut name).transpose()?,
            ended_by: self.ended_by.map(&mut name).transpose()?,
            asked_here: r.account().ok() == Some(self.asked_by),
            created_at: self.created_at,
            due_at,
            outcome: self.outcome,
            ended_at: self.ended_at,
        })
    }
}

impl RecoveryInput {
    fn identification(&self) -> IdentificationInput {
        IdentificationInput {
            signatory: self.signatory,
            method: self.method,
            identified_on: self.identified_on.clone(),
            detail: self.detail.clone(),
            no_resident_number: self.no_resident_number,
        }
    }
}

/// Locks the account of a claim, and only then the claim, as everybody does who locks both.
///
/// # Errors
/// `NotFound` where nobody owns it any more.
fn lock_account(w: &mut Write, id: ClaimId) -> Result<AccountId, Error> {
    let owner = claim::table.find(id).select(claim::account_id);
    let owner: Option<AccountId> = owner.first(w.conn())?;
    let account = owner.ok_or(Error::NotFound)?;
    accounts::erase::lock(w, account)?;
    Ok(account)
}

/// Asks for another address for the account of a claim, after its claimant was identified anew. The
/// answer is the same whether the address has an account or not.
///
/// # Errors
/// `NotFound` for a claim that the caller does not see; `Invalid` with every fault; a conflict while
/// another recovery of the account waits.
pub fn ask(w: &mut Write, claim: ClaimId, input: &RecoveryInput) -> Result<RecoveryId, Error> {
    let account = lock_account(w, claim)?;
    let row = claims::of_staff(w, claim)?;
    let waiting = recovery::table
        .filter(recovery::claim_id.eq_any(of_account(account)))
        .filter(recovery::ended_at.is_null())
        .count();
    if waiting.get_result::<i64>(w.conn())? > 0 {
        return Err(Error::conflict("recovery-open"));
    }
    let mut faults = Faults::default();
    let email = faults.take(Email::parse("email", &input.email));
    let reason = faults.take(input::reason(
        "reason",
        &input.reason,
        input.no_resident_number,
    ));
    let identified = identifications::record(w, claim, &input.identification());
    let identified = faults.merge(identified)?;
    let (email, reason, identification) = faults.finish((email, reason, identified))?;
    let (id, now, asked_by) = (RecoveryId::new(), w.now(), w.account()?);
    let fields = [("email", email.as_str()), ("reason", &reason)];
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id, claim), fields);
    diesel::insert_into(recovery::table)
        .values((
            recovery::id.eq(id),
            recovery::claim_id.eq(claim),
            recovery::case_id.eq(row.case_id),
            recovery::identification_id.eq(identification),
            recovery::asked_by.eq(asked_by),
            recovery::sealed.eq(sealed),
            recovery::commitments.eq(commitments),
            recovery::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(id)
}

/// The claims of an account, as a part of a query.
#[diesel::dsl::auto_type]
fn of_account(account: AccountId) -> _ {
    let owned = claim::account_id.eq(account);
    claim::table.filter(owned).select(claim::id)
}

/// Confirms a recovery that somebody else asked for: the 72 hours begin, and everybody whom it could
/// rob is told at once.
///
/// # Errors
/// `NotFound` for a claim that the caller does not see; `Invalid` where the address is another one;
/// conflicts where the caller asked for it, it was confirmed or ended before, or the claimant
/// objected to the identification.
pub fn confirm(w: &mut Write, id: RecoveryId, input: &RecoveryConfirmation) -> Result<(), Error> {
    let there = recovery::table.find(id);
    let claim: ClaimId = there.select(recovery::claim_id).first(w.conn())?;
    let account = lock_account(w, claim)?;
    claims::of_staff(w, claim)?;
    let row: Row = there.select(Row::as_select()).first(w.conn())?;
    let (by, now) = (w.account()?, w.now());
    if row.asked_by == by {
        return Err(Error::conflict("recovery-same-person"));
    }
    if row.outcome.is_some() || row.confirmed_at.is_some() {
        return Err(Error::conflict("recovery-confirmed"));
    }
    if !identifications::stands(w, row.identification_id)? {
        return Err(Error::conflict("recovery-objected"));
    }
    let email = Email::parse("email", &input.email)?;
    if email != row.email(w)? {
        return Err(Error::invalid("email", "recovery-email"));
    }
    diesel::update(there)
        .set((
            recovery::confirmed_by.eq(by),
            recovery::confirmed_at.eq(now),
        ))
        .execute(w.conn())?;
    notices::send(w, id, claim, account, &email)
}

/// Stops a recovery: by the claimant whose claim it is, or taken back by staff of its case.
///
/// # Errors
/// `NotFound` for another's; a conflict where it has ended.
pub fn stop(w: &mut Write, id: RecoveryId) -> Result<(), Error> {
    let of = recovery::table.find(id).select(recovery::claim_id);
    let claim: ClaimId = of.first(w.conn())?;
    if w.role() == Some(Role::Claimant) {
        claims::own(w, claim)?;
        return end(w, id, RecoveryOutcome::Stopped, None);
    }
    claims::of_staff(w, claim)?;
    let by = w.account()?;
    end(w, id, RecoveryOutcome::TakenBack, Some(by))
}

/// Ends a recovery that waits.
///
/// # Errors
/// A conflict where it has ended.
fn end(
    w: &mut Write,
    id: RecoveryId,
    outcome: RecoveryOutcome,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let now = w.now();
    let waits = recovery::table
        .find(id)
        .filter(recovery::ended_at.is_null());
    let ended = diesel::update(waits)
        .set((
            recovery::outcome.eq(outcome),
            recovery::ended_by.eq(by),
            recovery::ended_at.eq(now),
        ))
        .execute(w.conn())?;
    if ended == 0 {
        return Err(Error::conflict("recovery-over"));
    }
    Ok(())
}

/// The recoveries of the account that were asked for over this claim, for its owner and staff of its
/// case; the last one first.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Recovery>, Error> {
    claims::seen(r, claim)?;
    let rows: Vec<Row> = recovery::table
        .filter(recovery::claim_id.eq(claim))
        .order(recovery::seq.desc())
        .select(Row::as_select())
        .load(r.conn())?;
    rows.into_iter().map(|row| row.open(r)).collect()
}

/// Takes what identifies anybody out of the recoveries of a claim that is being erased, their links,
/// and the mails about them; one that waits has ended.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let all = recovery::table.filter(recovery::claim_id.eq(claim));
    let ids: Vec<RecoveryId> = all.select(recovery::id).load(w.conn())?;
    let open = all
        .filter(recovery::ended_at.is_null())
        .select(recovery::id);
    let open: Option<RecoveryId> = open.first(w.conn()).optional()?;
    notices::erase(w, &ids)?;
    let Sealed {
        sealed,
        commitments,
    } = Sealed::emptied();
    diesel::update(all)
        .set((
            recovery::sealed.eq(sealed),
            recovery::commitments.eq(commitments),
        ))
        .execute(w.conn())?;
    open.map_or(Ok(()), |id| end(w, id, RecoveryOutcome::Erased, None))
}
