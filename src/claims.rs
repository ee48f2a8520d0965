//! Claims: what one person or corporation brings into a case. A claim begins as a draft that may be
//! incomplete; submission demands everything at once. Identity is one sealed document; regions,
//! industries, services and amounts lie open.

pub mod businesses;
pub mod consents;
mod edit;
pub(crate) mod erase;
pub mod evidence;
pub mod figures;
mod hints;
pub mod identifications;
pub mod identity;
pub mod identity_checks;
pub mod lifecycle;
pub mod list;
pub mod losses;
mod manifest;
pub mod members;
pub mod number;
pub mod order;
pub mod phone_codes;
pub mod powers;
pub mod reaffirmations;
pub mod recent;
mod services;
pub mod signatories;
mod signing;
pub mod staffed;
pub mod submit;
pub mod told;
mod visibility;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
pub use crate::cases::Party;
use crate::codes::codes;
use crate::db::derived::{Implausible, NetKrw, NotErased, PlausibleKrw, Submitted};
use crate::db::schema::{claim, loss};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::input::Krw;
use crate::mail::MailKind;
use crate::vault::Place;
pub use businesses::{Business, BusinessInput};
pub use edit::{ClaimInput, MOST_SERVICES, create, edit, edit_part};
pub use hints::Hint;
use identity::Identity;
use lifecycle::Event;
pub use lifecycle::Status;
pub use list::{Filter, ListQuery};
pub use services::ServiceUse;
pub(crate) use visibility::{Own, entered, of_staff, own, seen};

codes! {
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

/// A claim as its owner sees it, and staff without the identity.
#[derive(Serialize, ToSchema)]
pub struct Claim {
    /// Id of the claim.
    pub id: ClaimId,
    /// Id of the case.
    pub case: CaseId,
    /// Its readable number, from submission on.
    pub number: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Who brings it.
    pub party: Party,
    /// Who it is; the owner only, and staff while they enter the draft for somebody.
    pub identity: Option<Identity>,
    /// What the owner may want to change in the identity; the owner only.
    pub hints: Vec<Hint>,
    /// Whether the defendant is not to learn the address.
    pub address_hidden: bool,
    /// The businesses, with name and number for the owner only.
    pub businesses: Vec<Business>,
    /// The services that were used.
    pub services: Vec<ServiceUse>,
    /// Losses less compensation received, whole KRW.
    pub total_krw: Krw,
    /// Counts the changes of the claim, its losses included; the ETag.
    pub version: i32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was submitted.
    pub submitted_at: Option<DateTime<Utc>>,
}

impl Claim {
    /// Whether it is not handed in yet.
    pub fn is_draft(&self) -> bool {
        self.status == Status::Draft
    }
}

/// A claim as it lies in the database, and what the database says of it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = claim)]
pub(crate) struct Row {
    pub(crate) id: ClaimId,
    pub(crate) case_id: CaseId,
    account_id: Option<AccountId>,
    number: Option<String>,
    pub(crate) status: Status,
    pub(crate) party: Party,
    address_hidden: bool,
    /// Codes of the industries of its businesses.
    industries: Vec<Option<String>>,
    sealed: Vec<u8>,
    version: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
    total_krw: Krw,
    #[diesel(select_expression = Submitted, select_expression_type = Submitted)]
    submitted: bool,
    #[diesel(select_expression = NotErased, select_expression_type = NotErased)]
    not_erased: bool,
}

impl Row {
    fn identity(&self, r: &Read, grant: &Grant) -> Result<Identity, Error> {
        let opened = r.vault().open(grant, place(self.id), &self.sealed)?;
        Ok(Identity::open(&opened))
    }

    /// Whether anything still happens to the claim.
    ///
    /// # Errors
    /// A conflict where it is over.
    fn live(&self) -> Result<(), Error> {
        if Status::OVER.contains(&self.status) {
            let status = self.status.as_str();
            return Err(Error::Conflict(
                Fault::new("", "status").with("status", status),
            ));
        }
        Ok(())
    }

    fn with(
        self,
        identity: Option<Identity>,
        businesses: Vec<Business>,
        services: Vec<ServiceUse>,
    ) -> Claim {
        let mut hints = identity.as_ref().map_or_else(Vec::new, Identity::hints);
        hints.extend(hints::of_businesses(&businesses));
        Claim {
            id: self.id,
            case: self.case_id,
            number: self.number,
            status: self.status,
            party: self.party,
            hints,
            identity,
            address_hidden: self.address_hidden,
            businesses,
            services,
            total_krw: self.total_krw,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
            submitted_at: self.submitted_at,
        }
    }
}

/// What belongs to claims, by claim; one that has none of it is not in it.
pub(crate) type ByClaim<T> = HashMap<ClaimId, Vec<T>>;

/// Keeps the order that the items have within each claim.
fn by_claim<T>(
    items: impl IntoIterator<Item = Result<(ClaimId, T), Error>>,
) -> Result<ByClaim<T>, Error> {
    let mut found = ByClaim::new();
    for item in items {
        let (claim, item) = item?;
        found.entry(claim).or_default().push(item);
    }
    Ok(found)
}

/// Where a claim's identity lies.
pub fn place(id: ClaimId) -> Place {
    Place {
        table: "claim",
        id: id.0,
        subject: id.0,
    }
}

/// The claim of a number as typed, and its case; an erased one is not found.
pub fn by_number(r: &mut Read, typed: &str) -> Result<(ClaimId, CaseId), Error> {
    let number = typed.trim().to_ascii_uppercase();
    // PostgreSQL takes no text with a NUL
    if number.contains('\0') {
        return Err(Error::NotFound);
    }
    let there = claim::table
        .filter(claim::number.eq(number))
        .filter(NotErased);
    Ok(there.select((claim::id, claim::case_id)).first(r.conn())?)
}

/// The claim for its owner with the identity, for staff of its case without; not found for
/// everybody else.
pub fn get(r: &mut Read, id: ClaimId) -> Result<Claim, Error> {
    let (row, grant) = seen(r, id)?;
    let grant = grant.as_ref();
    let identity = grant.map(|grant| row.identity(r, grant)).transpose()?;
    let businesses = businesses::of_claims(r, grant, &[id])?.remove(&id);
    let services = services::of_claims(r, &[id])?.remove(&id);
    Ok(row.with(
        identity,
        businesses.unwrap_or_default(),
        services.unwrap_or_default(),
    ))
}

/// Counts a change of the losses and sums them up: a claim is shown with their total, so that its
/// version has to stand for them too.
fn count_change(w: &mut Write, row: &Row) -> Result<(), Error> {
    let now = w.now();
    let losses = loss::table.filter(loss::claim_id.eq(row.id));
    let (total, plausible, implausible): (Option<Krw>, Krw, i32) = losses
        .select((NetKrw.nullable(), PlausibleKrw, Implausible))
        .first(w.conn())?;
    diesel::update(claim::table.find(row.id))
        .set((
            claim::total_krw.eq(total.unwrap_or_default()),
            claim::plausible_krw.eq(plausible),
            claim::implausible.eq(implausible),
            claim::version.eq(row.version + 1),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Moves a claim to another status. Its owner is told where somebody else decided, and where it is
/// over.
pub(crate) fn set_status(w: &mut Write, row: &Row, status: Status) -> Result<(), Error> {
    if status == row.status {
        return Ok(());
    }
    let now = w.now();
    diesel::update(claim::table.find(row.id))
        .set((
            claim::status.eq(status),
            claim::ended_at.eq(Status::OVER.contains(&status).then_some(now)),
            claim::version.eq(row.version + 1),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())?;
    match status {
        Status::Accepted | Status::Rejected => told::tell(w, row.id, MailKind::Decided),
        Status::Withdrawn => told::tell(w, row.id, MailKind::Withdrawn),
        Status::Draft | Status::Submitted | Status::UnderReview => Ok(()),
    }
}

/// Withdraws a claim of the caller, or a draft that they enter for somebody. Its record stays; the
/// claimant can join again.
pub fn withdraw(w: &mut Write, id: ClaimId) -> Result<(), Error> {
    let Own { row, .. } = entered(w, id)?;
    let status = lifecycle::next(row.status, Event::Withdraw, lifecycle::By::Claimant)?;
    set_status(w, &row, status)
}
