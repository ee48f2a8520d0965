//! A page of identities for the member of staff who asked for them, while the disclosure is fresh.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases;
use crate::claims::consents::{self, Consent};
use crate::claims::evidence::checks::{EvidenceCheck, EvidenceState};
use crate::claims::evidence::{self, Evidence};
use crate::claims::identity::Identity;
use crate::claims::losses::assessment::Assessment;
use crate::claims::losses::weeks::ComparedWeeks;
use crate::claims::losses::{
    self, CompensationForm, Loss, LossClass, LossKind, LossMethod, Release,
};
use crate::claims::{self, Business, Status, businesses};
use crate::db::Read;
use crate::db::derived::NotErased;
use crate::db::schema::{claim, disclosure, disclosure_member};
use crate::disclosures::Purpose;
use crate::error::Error;
use crate::ids::{BusinessId, CaseId, ClaimId, DisclosureId, EvidenceId, LossId};
use crate::input::{self, Krw, Sha256};

/// Minutes for which identities can be paged through; after that, another reason is due.
const FRESH: i64 = 15;

/// A claim with everything in it.
#[derive(Serialize, ToSchema)]
pub struct OpenedClaim {
    /// Id of the claim.
    pub id: ClaimId,
    /// Its readable number.
    pub number: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Who brings it.
    pub identity: Identity,
    /// Whether the defendant is not to learn the address.
    pub address_hidden: bool,
    /// The businesses.
    pub businesses: Vec<Business>,
    /// The positions.
    pub losses: Vec<OpenedLoss>,
    /// The files it lists now.
    pub evidence: Vec<OpenedEvidence>,
    /// The answers to consent items, those taken back too.
    pub consents: Vec<OpenedConsent>,
}

/// A position with the claimant's words.
#[derive(Serialize, ToSchema)]
pub struct OpenedLoss {
    /// Id of the position.
    pub id: LossId,
    /// What was lost.
    pub kind: LossKind,
    /// Class of damage.
    pub class: LossClass,
    /// How the amount was arrived at.
    pub method: Option<LossMethod>,
    /// Sales of the weeks that were compared.
    pub weeks: Option<ComparedWeeks>,
    /// Whole KRW, as stated.
    pub amount_krw: Krw,
    /// Whether the amount lay above what is likely in the case, and was confirmed.
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
    /// Compensation received: what was signed.
    pub release_terms: Option<String>,
    /// In the claimant's words.
    pub note: Option<String>,
    /// Why it was foreseeable.
    pub basis: Option<String>,
}

/// A listed file with its name.
#[derive(Serialize, ToSchema)]
pub struct OpenedEvidence {
    /// Id of the listed file.
    pub id: EvidenceId,
    /// Code of the kind.
    pub kind: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub size_bytes: i64,
    /// SHA-256 in hexadecimal.
    pub sha256: Sha256,
    /// When it was taken or written.
    pub taken_on: Option<NaiveDate>,
    /// Its name.
    pub file_name: Option<String>,
    /// In the claimant's words.
    pub note: Option<String>,
    /// How often other claims of the case list a file with the same bytes.
    pub same_in_case: i64,
    /// How far it has come.
    pub state: EvidenceState,
    /// What the firm found of it, in order.
    pub checks: Vec<EvidenceCheck>,
}

/// An answer to a consent item with what was signed.
#[derive(Serialize, ToSchema)]
pub struct OpenedConsent {
    /// What was asked.
    pub item: String,
    /// Agreed or refused.
    pub agreed: bool,
    /// When it was given.
    pub answered_at: DateTime<Utc>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The exact text that was signed.
    pub statement: Option<String>,
}

/// The next members of a disclosure by claim id, opened.
///
/// # Errors
/// `NotFound` for anybody but its maker while of the case, after a quarter of an hour, and for an
/// export: that shows the columns of its profile and no more.
pub fn claims(
    r: &mut Read,
    id: DisclosureId,
    after: Option<ClaimId>,
    limit: i64,
) -> Result<Vec<OpenedClaim>, Error> {
    let limit = input::page(limit)?;
    let grant = Grant::of_disclosure(r, id)?;
    let fresh = disclosure::table
        .find(id)
        .filter(disclosure::purpose.eq(Purpose::Review))
        .filter(disclosure::created_at.gt(r.now() - Duration::minutes(FRESH)));
    let case: CaseId = fresh.select(disclosure::case_id).first(r.conn())?;
    cases::assigned(r, case)?;
    let mut members = disclosure_member::table
        .inner_join(claim::table)
        .filter(disclosure_member::disclosure_id.eq(id))
        .filter(NotErased)
        .order(disclosure_member::claim_id)
        .limit(limit)
        .select(Member::as_select())
        .into_boxed();
    if let Some(after) = after {
        members = members.filter(disclosure_member::claim_id.gt(after));
    }
    let members: Vec<Member> = members.load(r.conn())?;
    open(r, &grant, members)
}

/// A claim that the caller asked to see within the last quarter of an hour, opened; none where they
/// did not.
pub fn of_claim_open(r: &mut Read, claim: ClaimId) -> Result<Option<OpenedClaim>, Error> {
    let account = r.account()?;
    let asked: Option<(DisclosureId, CaseId)> = disclosure::table
        .inner_join(disclosure_member::table)
        .filter(disclosure_member::claim_id.eq(claim))
        .filter(disclosure::account_id.eq(account))
        .filter(disclosure::purpose.eq(Purpose::Review))
        .filter(disclosure::created_at.gt(r.now() - Duration::minutes(FRESH)))
        .order(disclosure::seq.desc())
        .select((disclosure::id, disclosure::case_id))
        .first(r.conn())
        .optional()?;
    let Some((id, case)) = asked else {
        return Ok(None);
    };
    cases::assigned(r, case)?;
    let grant = Grant::of_disclosure(r, id)?;
    let member = claim::table
        .find(claim)
        .filter(NotErased)
        .select(Member::as_select());
    let member: Option<Member> = member.first(r.conn()).optional()?;
    Ok(open(r, &grant, member.into_iter().collect())?.pop())
}

fn open(r: &mut Read, grant: &Grant, members: Vec<Member>) -> Result<Vec<OpenedClaim>, Error> {
    let page: Vec<ClaimId> = members.iter().map(|member| member.id).collect();
    let mut businesses = businesses::of_claims(r, Some(grant), &page)?;
    let mut losses = losses::of_claims(r, Some(grant), &page)?;
    let mut evidence = evidence::of_claims(r, Some(grant), &page)?;
    let mut consents = consents::of_claims(r, Some(grant), &page)?;
    let open = |member: Member| {
        let id = member.id;
        let opened = r.vault().open(grant, claims::place(id), &member.sealed)?;
        Ok(OpenedClaim {
            id,
            number: member.number,
            status: member.status,
            identity: Identity::open(&opened),
            address_hidden: member.address_hidden,
            businesses: businesses.remove(&id).unwrap_or_default(),
            losses: all(losses.remove(&id)),
            evidence: all(evidence.remove(&id)),
            consents: all(consents.remove(&id)),
        })
    };
    members.into_iter().map(open).collect()
}

/// A member's claim as it lies in the database.
#[derive(Queryable, Selectable)]
#[diesel(table_name = claim)]
struct Member {
    id: ClaimId,
    number: Option<String>,
    status: Status,
    address_hidden: bool,
    sealed: Vec<u8>,
}

fn all<T, U: From<T>>(found: Option<Vec<T>>) -> Vec<U> {
    found.into_iter().flatten().map(U::from).collect()
}

impl From<Loss> for OpenedLoss {
    fn from(loss: Loss) -> Self {
        Self {
            id: loss.id,
            kind: loss.kind,
            class: loss.class,
            method: loss.method,
            weeks: loss.weeks,
            amount_krw: loss.amount_krw,
            implausible: loss.implausible,
            assessed: loss.assessed,
            from_on: loss.from_on,
            until_on: loss.until_on,
            service: loss.service,
            business: loss.business,
            form: loss.form,
            release: loss.release,
            release_terms: loss.release_terms,
            note: loss.note,
            basis: loss.basis,
        }
    }
}

impl From<Evidence> for OpenedEvidence {
    fn from(file: Evidence) -> Self {
        Self {
            id: file.id,
            kind: file.kind,
            media_type: file.media_type,
            size_bytes: file.size_bytes,
            sha256: file.sha256,
            taken_on: file.taken_on,
            file_name: file.file_name,
            note: file.note,
            same_in_case: file.same_in_case,
            state: file.state,
            checks: file.checks,
        }
    }
}

impl From<Consent> for OpenedConsent {
    fn from(answer: Consent) -> Self {
        Self {
            item: answer.item,
            agreed: answer.agreed,
            answered_at: answer.answered_at,
            withdrawn_at: answer.withdrawn_at,
            statement: answer.statement,
        }
    }
}
