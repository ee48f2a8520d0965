//! Claims: what one person or corporation brings into a case. A claim begins as a draft that may be incomplete; submission
//! demands everything at once. Identity is one sealed document; region, industry, services and amounts lie open.

pub mod consents;
pub(crate) mod erase;
pub mod evidence;
pub mod identity;
pub mod lifecycle;
pub mod list;
pub mod losses;
pub mod number;
mod services;
pub mod submit;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts;
use crate::cases::{self, Case, OptionKind};
use crate::codes::codes;
use crate::db::schema::{claim, erasure};
use crate::db::{Read, Write};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::input::Faults;
use crate::vault::Place;
use identity::{Identity, IdentityInput};
use lifecycle::Event;
pub use lifecycle::Status;
pub use list::ListQuery;
pub use services::ServiceUse;

codes! {
    /// Who brings the claim.
    Party {
        /// A natural person, with or without a business.
        Person = "person",
        /// A corporation.
        Corporation = "corporation",
    }

    /// How the party takes part (Civil Procedure Act art. 53).
    PartyMode {
        /// Joint plaintiff (공동원고).
        JointPlaintiff = "joint_plaintiff",
        /// Has appointed a selected party (선정자).
        Selector = "selector",
        /// Selected by others to act for them (선정당사자).
        SelectedParty = "selected_party",
    }

    /// A province, metropolitan or special city.
    Region {
        /// 서울
        Seoul = "seoul",
        /// 부산
        Busan = "busan",
        /// 대구
        Daegu = "daegu",
        /// 인천
        Incheon = "incheon",
        /// 광주
        Gwangju = "gwangju",
        /// 대전
        Daejeon = "daejeon",
        /// 울산
        Ulsan = "ulsan",
        /// 세종
        Sejong = "sejong",
        /// 경기
        Gyeonggi = "gyeonggi",
        /// 강원
        Gangwon = "gangwon",
        /// 충북
        Chungbuk = "chungbuk",
        /// 충남
        Chungnam = "chungnam",
        /// 전북
        Jeonbuk = "jeonbuk",
        /// 전남
        Jeonnam = "jeonnam",
        /// 경북
        Gyeongbuk = "gyeongbuk",
        /// 경남
        Gyeongnam = "gyeongnam",
        /// 제주
        Jeju = "jeju",
    }
}

/// Services a claim can name at most.
const MOST_SERVICES: usize = 30;
/// Claims an account can begin in a case, those that it withdrew or erased included: something of each stays.
const MOST_CLAIMS: i64 = 20;

/// What a claimant says in a draft; whatever is left out can follow until submission.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimInput {
    /// Who brings the claim.
    pub party: Party,
    /// How the party takes part; joint plaintiff where left out.
    #[serde(default = "joint_plaintiff")]
    pub party_mode: PartyMode,
    /// Who it is.
    #[serde(default)]
    pub identity: IdentityInput,
    /// Where the business is.
    #[serde(default)]
    pub region: Option<Region>,
    /// Code of an industry of the case.
    #[serde(default)]
    pub industry: Option<String>,
    /// The services of the case that were used.
    #[serde(default)]
    pub services: Vec<ServiceUse>,
}

fn joint_plaintiff() -> PartyMode {
    PartyMode::JointPlaintiff
}

/// A claim as its owner sees it, and staff without the identity.
#[derive(Serialize, ToSchema)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// Its case.
    pub case: CaseId,
    /// Its readable number, from submission on.
    pub number: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Who brings it.
    pub party: Party,
    /// How the party takes part.
    pub party_mode: PartyMode,
    /// Who it is; the owner only.
    pub identity: Option<Identity>,
    /// Where the business is.
    pub region: Option<Region>,
    /// Code of the industry.
    pub industry: Option<String>,
    /// The services that were used.
    pub services: Vec<ServiceUse>,
    /// Losses less compensation received, whole KRW.
    pub total_krw: i64,
    /// Counts the changes of the claim, its losses included; the ETag.
    pub version: i32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was submitted.
    pub submitted_at: Option<DateTime<Utc>>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = claim)]
pub(crate) struct Row {
    pub(crate) id: ClaimId,
    pub(crate) case_id: CaseId,
    pub(crate) account_id: Option<AccountId>,
    number: Option<String>,
    pub(crate) status: Status,
    party: Party,
    party_mode: PartyMode,
    region: Option<Region>,
    industry: Option<String>,
    sealed: Vec<u8>,
    version: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
}

impl Row {
    fn with(self, identity: Option<Identity>, services: Vec<ServiceUse>, total_krw: i64) -> Claim {
        Claim {
            id: self.id,
            case: self.case_id,
            number: self.number,
            status: self.status,
            party: self.party,
            party_mode: self.party_mode,
            identity,
            region: self.region,
            industry: self.industry,
            services,
            total_krw,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
            submitted_at: self.submitted_at,
        }
    }
}

/// Where a claim's identity lies.
pub fn place(id: ClaimId) -> Place {
    Place {
        table: "claim",
        id: id.0,
        subject: id.0,
    }
}

/// What parsing a [`ClaimInput`] against its case yields.
struct Parsed {
    identity: Identity,
    industry: Option<String>,
    services: Vec<ServiceUse>,
}

fn parse(r: &Read, case: &Case, input: &ClaimInput) -> Result<Parsed, Error> {
    let mut faults = Faults::default();
    let identity = input.identity.parse(r.now(), &mut faults);
    if let Some(industry) = &input.industry {
        faults.demand(
            case.offers(OptionKind::Industry, industry),
            "industry",
            "not-of-case",
        );
    }
    if input.services.len() > MOST_SERVICES {
        faults.add(Fault::new("services", "too-many").with("most", MOST_SERVICES));
    }
    for (i, used) in input.services.iter().enumerate().take(MOST_SERVICES) {
        faults.demand(
            case.offers(OptionKind::Service, &used.service),
            &format!("services[{i}].service"),
            "not-of-case",
        );
        let twice = input.services[..i]
            .iter()
            .any(|before| before.service == used.service);
        faults.demand(!twice, &format!("services[{i}].service"), "twice");
    }
    Ok(Parsed {
        identity: faults.finish(identity)?,
        industry: input.industry.clone(),
        services: input.services.clone(),
    })
}

/// Claims that an account has begun in a case. Of one that it erased the row has no owner, but the record of the erasure does.
fn begun(r: &mut Read, account: AccountId, case: CaseId) -> Result<i64, Error> {
    let own = claim::table
        .filter(claim::account_id.eq(account))
        .filter(claim::case_id.eq(case));
    let erased = erasure::table
        .filter(erasure::requested_by.eq(account))
        .filter(erasure::case_id.eq(case));
    Ok(own.count().get_result::<i64>(r.conn())? + erased.count().get_result::<i64>(r.conn())?)
}

/// Begins a claim for the caller.
///
/// # Errors
/// `Invalid` with every fault; conflicts where the intake is closed, they have joined already, or began too often.
pub fn create(w: &mut Write, case: CaseId, input: &ClaimInput) -> Result<ClaimId, Error> {
    let account = accounts::erase::lock_against_erasure(w)?;
    let case = cases::get(w, case)?;
    if !case.intake_open(w.now()) {
        return Err(Error::conflict("intake-closed"));
    }
    if begun(w, account, case.id)? >= MOST_CLAIMS {
        return Err(Error::Conflict(
            Fault::new("", "too-many-claims").with("most", MOST_CLAIMS),
        ));
    }
    let parsed = parse(w, &case, input)?;
    let (id, now) = (ClaimId::new(), w.now());
    let sealed = w.vault().seal(place(id), parsed.identity.fields());
    let indexes = parsed.identity.indexes(w.vault());
    diesel::insert_into(claim::table)
        .values((
            (
                claim::id.eq(id),
                claim::case_id.eq(case.id),
                claim::account_id.eq(account),
                claim::status.eq(Status::Draft),
            ),
            (
                claim::party.eq(input.party),
                claim::party_mode.eq(input.party_mode),
                claim::region.eq(input.region),
                claim::industry.eq(&parsed.industry),
            ),
            (
                claim::sealed.eq(sealed.sealed),
                claim::commitments.eq(sealed.commitments),
            ),
            (
                claim::name_index.eq(indexes.name),
                claim::phone_index.eq(indexes.phone),
                claim::business_number_index.eq(indexes.business_number),
            ),
            (
                claim::version.eq(1),
                claim::created_at.eq(now),
                claim::updated_at.eq(now),
            ),
        ))
        .execute(w.conn())
        .on_constraint(&["claim_one_live"], || Error::conflict("already-joined"))?;
    services::set(w, id, case.id, &parsed.services)?;
    Ok(id)
}

/// Replaces what a draft says. `version` is the one that the claimant saw.
///
/// # Errors
/// `NotFound` for another's claim, `Stale` where it changed meanwhile, a conflict where it is no draft, `Invalid`.
pub fn edit(w: &mut Write, id: ClaimId, version: i32, input: &ClaimInput) -> Result<i32, Error> {
    let row = own_row(w, id)?;
    if row.version != version {
        return Err(Error::Stale);
    }
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    let case = cases::get(w, row.case_id)?;
    let parsed = parse(w, &case, input)?;
    let sealed = w.vault().seal(place(id), parsed.identity.fields());
    let indexes = parsed.identity.indexes(w.vault());
    let now = w.now();
    diesel::update(claim::table.find(id))
        .set((
            (
                claim::party.eq(input.party),
                claim::party_mode.eq(input.party_mode),
                claim::region.eq(input.region),
                claim::industry.eq(&parsed.industry),
            ),
            (
                claim::sealed.eq(sealed.sealed),
                claim::commitments.eq(sealed.commitments),
            ),
            (
                claim::name_index.eq(indexes.name),
                claim::phone_index.eq(indexes.phone),
                claim::business_number_index.eq(indexes.business_number),
            ),
            (claim::version.eq(version + 1), claim::updated_at.eq(now)),
        ))
        .execute(w.conn())?;
    services::set(w, id, row.case_id, &parsed.services)?;
    Ok(version + 1)
}

/// The claim of a number as typed, and its case; an erased one is not found.
pub fn by_number(r: &mut Read, typed: &str) -> Result<(ClaimId, CaseId), Error> {
    let number = typed.trim().to_ascii_uppercase();
    let there = claim::table
        .filter(claim::number.eq(number))
        .filter(claim::sealed.ne(Vec::new()));
    Ok(there.select((claim::id, claim::case_id)).first(r.conn())?)
}

/// Locks and returns a claim of the caller: until the end of the transaction nobody else changes it or what belongs to it.
pub(crate) fn own_row(w: &mut Write, id: ClaimId) -> Result<Row, Error> {
    let account = w.account()?;
    let own = claim::table.find(id).filter(claim::account_id.eq(account));
    Ok(own
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())?)
}

/// Locks and returns a claim that staff of its case can see: drafts are the claimant's alone.
pub(crate) fn staff_row(w: &mut Write, id: ClaimId) -> Result<Row, Error> {
    let submitted = claim::table
        .find(id)
        .filter(claim::number.is_not_null())
        .filter(erase::not_erased());
    let row: Row = submitted
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())?;
    cases::assigned(w, row.case_id)?;
    Ok(row)
}

/// The claim for its owner with the identity, for staff of its case without; not found for everybody else.
pub fn get(r: &mut Read, id: ClaimId) -> Result<Claim, Error> {
    let row: Row = claim::table
        .find(id)
        .select(Row::as_select())
        .first(r.conn())?;
    visible(r, &row)?;
    let identity = match Grant::of_owner(r, id) {
        Ok(grant) => Some(Identity::open(&r.vault().open(
            &grant,
            place(id),
            &row.sealed,
        )?)),
        Err(Error::NotFound) => None,
        Err(other) => return Err(other),
    };
    let mut services = services::of_claims(r, &[id])?;
    let total = losses::total(r, id)?;
    Ok(row.with(identity, services.remove(&id).unwrap_or_default(), total))
}

/// Holds the caller to a claim that they own or, submitted, in a case that they are assigned to. Nobody sees an erased one:
/// it is there for the statistics alone.
pub(crate) fn visible(r: &mut Read, row: &Row) -> Result<(), Error> {
    if row.account_id.is_some() && row.account_id == r.account().ok() {
        return Ok(());
    }
    match r.role() {
        Some(role) if role.is_staff() && row.number.is_some() && !row.sealed.is_empty() => {
            cases::assigned(r, row.case_id)
        }
        _ => Err(Error::NotFound),
    }
}

/// As [`visible`], by id.
pub(crate) fn visible_row(r: &mut Read, id: ClaimId) -> Result<Row, Error> {
    let row: Row = claim::table
        .find(id)
        .select(Row::as_select())
        .first(r.conn())?;
    visible(r, &row)?;
    Ok(row)
}

/// Counts a change of the losses: a claim is shown with their total, so that its version has to stand for them too.
fn count_change(w: &mut Write, row: &Row) -> Result<(), Error> {
    let now = w.now();
    diesel::update(claim::table.find(row.id))
        .set((
            claim::version.eq(row.version + 1),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Moves a claim to another status.
pub(crate) fn set_status(w: &mut Write, row: &Row, status: Status) -> Result<(), Error> {
    if status == row.status {
        return Ok(());
    }
    let now = w.now();
    diesel::update(claim::table.find(row.id))
        .set((
            claim::status.eq(status),
            claim::version.eq(row.version + 1),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Withdraws a claim of the caller. Its record stays; they can join again.
pub fn withdraw(w: &mut Write, id: ClaimId) -> Result<(), Error> {
    let row = own_row(w, id)?;
    let status = lifecycle::next(row.status, Event::Withdraw, lifecycle::By::Claimant)?;
    set_status(w, &row, status)
}
