//! Claims that staff enter for somebody on the telephone, at the desk or on paper. Such a claim is
//! one like any other, of an account that has no address yet. It counts only after the claimant's own
//! word: they take it over with the code of a slip, sign and hand it in themselves; or staff put on
//! record what they signed on paper, and hand it in for them.

pub mod slip;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts;
use crate::cases::{self, IdentificationMethod};
use crate::claims::{self, ClaimInput, Party, Row, Status, edit, place, seen};
use crate::codes::codes;
use crate::db::derived::NotErased;
use crate::db::schema::{claim, staffed_claim};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{AccountId, CaseId, ClaimId, StaffedClaimId};
use crate::input::{self, PersonName};
use crate::law;
use crate::vault::Opened;

codes! {
    /// How a claimant turned to the firm.
    Channel {
        /// By telephone.
        Phone = "phone",
        /// At the desk of the firm.
        Desk = "desk",
        /// By letter or on a paper form.
        Paper = "paper",
    }
}

/// What staff enter for somebody.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffedInput {
    /// How the claimant turned to the firm.
    pub channel: Channel,
    /// On which day, the year first: 2026-03-02.
    pub received_on: String,
    /// What they said; whatever is left out can follow until submission.
    pub claim: ClaimInput,
}

/// Who filed a claim for somebody, and how far that got.
#[derive(Serialize, ToSchema)]
pub struct Staffed {
    /// Id of the claim.
    pub claim: ClaimId,
    /// Id of the case.
    pub case: CaseId,
    /// Its readable number, from submission on.
    pub number: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Who brings it.
    pub party: Party,
    /// What the party is called, for as long as staff enter the draft.
    pub name: Option<PersonName>,
    /// How the claimant turned to the firm.
    pub channel: Channel,
    /// On which day.
    pub received_on: NaiveDate,
    /// Who entered it, by the name that claimants see.
    pub filed_by: String,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When a slip was last printed.
    pub slip_at: Option<DateTime<Utc>>,
    /// When the claimant last showed the code of a slip: from then on the draft is theirs alone.
    pub taken_at: Option<DateTime<Utc>>,
    /// When the claimant showed that they read the mailbox that their account has since: before that
    /// what others are told by mail goes to them on paper.
    pub addressed_at: Option<DateTime<Utc>>,
}

impl Staffed {
    /// Whether staff write in it.
    pub fn is_open(&self) -> bool {
        self.status == Status::Draft && self.taken_at.is_none()
    }

    /// Whether a slip lets the claimant in: there is no other way in, and there is something to see.
    pub fn takes_slip(&self) -> bool {
        self.addressed_at.is_none() && !Status::OVER.contains(&self.status)
    }
}

/// The record as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = staffed_claim)]
struct Filing {
    id: StaffedClaimId,
    claim_id: ClaimId,
    case_id: CaseId,
    account_id: AccountId,
    channel: Channel,
    received_on: NaiveDate,
    created_at: DateTime<Utc>,
    slip_at: Option<DateTime<Utc>>,
    taken_at: Option<DateTime<Utc>>,
    addressed_at: Option<DateTime<Utc>>,
}

impl Filing {
    /// Who may see the claim was checked before.
    fn of(self, r: &mut Read, row: &Row) -> Result<Staffed, Error> {
        let open = row.status == Status::Draft && self.taken_at.is_none();
        let grant = match open {
            true => Grant::of_entered(r, row.id)?,
            false => None,
        };
        let opened: Opened = r
            .vault()
            .open_for(grant.as_ref(), place(row.id), &row.sealed)?;
        Ok(Staffed {
            claim: row.id,
            case: row.case_id,
            number: row.number.clone(),
            status: row.status,
            party: row.party,
            name: opened.find("name").map(PersonName::of_stored),
            channel: self.channel,
            received_on: self.received_on,
            filed_by: accounts::staff::name(r, self.account_id)?,
            created_at: self.created_at,
            slip_at: self.slip_at,
            taken_at: self.taken_at,
            addressed_at: self.addressed_at,
        })
    }
}

fn received_on(typed: &str, now: DateTime<Utc>) -> Result<NaiveDate, Fault> {
    let date = input::date("received_on", typed)?;
    match date > law::day_in_korea(now) {
        true => Err(Fault::new("received_on", "date-future")),
        false => Ok(date),
    }
}

/// Begins a claim for somebody, in a case of the caller. Its account has no address and no password:
/// whoever it is for comes into it by a slip.
///
/// # Errors
/// `NotFound` for a case of others; `Invalid` with every fault; a conflict where the intake is
/// closed.
pub fn create(w: &mut Write, case: CaseId, input: &StaffedInput) -> Result<ClaimId, Error> {
    cases::assigned(w, case)?;
    let filed_by = w.account()?;
    let day = received_on(&input.received_on, w.now());
    let account = accounts::create_unaddressed(w)?;
    let within = |mut fault: Fault| {
        fault.field = format!("claim.{}", fault.field);
        fault
    };
    let begun = edit::begin(w, account, case, &input.claim);
    let (received_on, claim_id) = match (day, begun) {
        (Ok(day), Ok(claim)) => (day, claim),
        (day, Err(Error::Invalid(faults))) => {
            let faults = faults.into_iter().map(within);
            return Err(Error::Invalid(
                day.err().into_iter().chain(faults).collect(),
            ));
        }
        (_, Err(other)) => return Err(other),
        (Err(fault), Ok(_)) => return Err(fault.into()),
    };
    let filing = Filing {
        id: StaffedClaimId::new(),
        claim_id,
        case_id: case,
        account_id: filed_by,
        channel: input.channel,
        received_on,
        created_at: w.now(),
        slip_at: None,
        taken_at: None,
        addressed_at: None,
    };
    diesel::insert_into(staffed_claim::table)
        .values(filing)
        .execute(w.conn())?;
    Ok(claim_id)
}

/// The claims that staff entered in a case of the caller, the newest first, `after` that one. Names
/// are shown of drafts that staff write in, and that they were seen is on record.
pub fn of_case(
    r: &mut Read,
    case: CaseId,
    after: Option<ClaimId>,
    limit: i64,
) -> Result<Vec<Staffed>, Error> {
    cases::assigned(r, case)?;
    let limit = input::page(limit)?;
    let of_claim = staffed_claim::claim_id.eq(claim::id);
    let mut page = staffed_claim::table
        .inner_join(claim::table.on(of_claim))
        .filter(staffed_claim::case_id.eq(case))
        .filter(NotErased)
        .order(staffed_claim::id.desc())
        .limit(limit)
        .select((Filing::as_select(), Row::as_select()))
        .into_boxed();
    if let Some(after) = after {
        let place: StaffedClaimId = staffed_claim::table
            .filter(staffed_claim::claim_id.eq(after))
            .filter(staffed_claim::case_id.eq(case))
            .select(staffed_claim::id)
            .first(r.conn())
            .map_err(|error| Error::from(error).or_absent("after", "cursor"))?;
        page = page.filter(staffed_claim::id.lt(place));
    }
    let rows: Vec<(Filing, Row)> = page.load(r.conn())?;
    let shown = rows.into_iter().map(|(filing, row)| {
        let staffed = filing.of(r, &row)?;
        if staffed.name.is_some() {
            r.note_reading(row.id);
        }
        Ok(staffed)
    });
    shown.collect()
}

/// Who filed a claim for its owner, for whoever sees the claim, and for staff of its case also while
/// it is a draft that was taken over; none where its owner began it.
pub fn of_claim(r: &mut Read, id: ClaimId) -> Result<Option<Staffed>, Error> {
    let row = match seen(r, id) {
        Ok((row, _)) => row,
        Err(Error::NotFound) if r.role().is_some_and(|role| role.is_staff()) => {
            // an unknown one is not found, nor is another's draft
            filing(r, id)?.ok_or(Error::NotFound)?;
            let there = claim::table.find(id).filter(NotErased);
            let row: Row = there.select(Row::as_select()).first(r.conn())?;
            cases::assigned(r, row.case_id)?;
            row
        }
        Err(other) => return Err(other),
    };
    let filing = filing(r, id)?;
    filing.map(|filing| filing.of(r, &row)).transpose()
}

fn filing(r: &mut Read, claim: ClaimId) -> Result<Option<Filing>, Error> {
    let of = staffed_claim::table.filter(staffed_claim::claim_id.eq(claim));
    Ok(of.select(Filing::as_select()).first(r.conn()).optional()?)
}

/// The claim of an account that staff entered; none where its owner registered themselves.
fn of_account(r: &mut Read, account: AccountId) -> Result<Option<ClaimId>, Error> {
    let entered = claim::table
        .inner_join(staffed_claim::table.on(staffed_claim::claim_id.eq(claim::id)))
        .filter(claim::account_id.eq(account))
        .order(staffed_claim::id)
        .select(claim::id);
    Ok(entered.first(r.conn()).optional()?)
}

/// How the registry knows the caller: by the mailbox of their account; where staff made it, by the
/// slip, and by the mailbox that they chose then.
pub(super) fn known_by(r: &mut Read) -> Result<Vec<(IdentificationMethod, DateTime<Utc>)>, Error> {
    let account = r.account()?;
    let Some(claim) = of_account(r, account)? else {
        let confirmed = accounts::confirmed_at(r)?;
        return Ok(vec![(IdentificationMethod::MailCode, confirmed)]);
    };
    let filing = filing(r, claim)?.ok_or(Error::NotFound)?;
    let known = [
        (IdentificationMethod::SlipCode, filing.taken_at),
        (IdentificationMethod::MailCode, filing.addressed_at),
    ];
    let known = known.into_iter();
    Ok(known
        .filter_map(|(method, at)| Some((method, at?)))
        .collect())
}

/// Gives the account of the caller the address whose mailbox they showed that they read. Slips are
/// void from then on.
///
/// # Errors
/// A conflict where it has an address; those of [`accounts::address::confirm`].
pub fn address(w: &mut Write, confirmed: &accounts::address::Confirmed) -> Result<(), Error> {
    accounts::address::confirm(w, confirmed)?;
    let account = w.account()?;
    addressed(w, account)
}

/// Notes that an account has a mailbox from now on. The slip of a claim that staff entered for it is
/// void.
pub(crate) fn addressed(w: &mut Write, account: AccountId) -> Result<(), Error> {
    let Some(claim) = of_account(w, account)? else {
        return Ok(());
    };
    let now = w.now();
    diesel::update(staffed_claim::table.filter(staffed_claim::claim_id.eq(claim)))
        .set(staffed_claim::addressed_at.eq(now))
        .execute(w.conn())?;
    slip::void(w, claim)
}

/// Voids the slip of a claim that is being erased. Who entered it stays: no field tells for whom.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    slip::void(w, claim)?;
    diesel::update(staffed_claim::table.filter(staffed_claim::claim_id.eq(claim)))
        .set(staffed_claim::slip_at.eq(staffed_claim::slip_at))
        .execute(w.conn())?;
    Ok(())
}

/// Locks a claim that staff entered, for staff of its case.
fn of_staff(w: &mut Write, id: ClaimId) -> Result<(claims::Row, Filing), Error> {
    let there = claim::table.find(id).filter(NotErased);
    let row: Row = there
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())?;
    cases::assigned(w, row.case_id)?;
    let filing = filing(w, id)?.ok_or(Error::NotFound)?;
    Ok((row, filing))
}
