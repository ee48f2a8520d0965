//! A page of identities for whoever asked for them, while the disclosure is fresh.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, ConsentItem};
use crate::claims::identity::Identity;
use crate::claims::lifecycle::Status;
use crate::claims::losses::{LossClass, LossKind};
use crate::claims::{self, Region};
use crate::db::Read;
use crate::db::schema::{claim, consent, disclosure, disclosure_member, evidence, loss};
use crate::disclosures::Purpose;
use crate::error::Error;
use crate::ids::{CaseId, ClaimId, ConsentId, DisclosureId, EvidenceId, LossId};
use crate::input;
use crate::vault::Place;

/// Minutes for which identities can be paged through; after that, another reason is due.
const FRESH: i64 = 15;

/// A claim with everything in it.
#[derive(Serialize, ToSchema)]
pub struct OpenedClaim {
    /// Its id.
    pub id: ClaimId,
    /// Its readable number.
    pub number: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Who brings it.
    pub identity: Identity,
    /// Where the business is.
    pub region: Option<Region>,
    /// Code of the industry.
    pub industry: Option<String>,
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
    /// In the claimant's words.
    pub note: Option<String>,
    /// Why it was foreseeable.
    pub basis: Option<String>,
}

/// A listed file with its name.
#[derive(Serialize, ToSchema)]
pub struct OpenedEvidence {
    /// Its id.
    pub id: EvidenceId,
    /// Code of the kind.
    pub kind: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub size_bytes: i64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// When it was taken or written.
    pub taken_on: Option<NaiveDate>,
    /// Its name.
    pub file_name: Option<String>,
    /// In the claimant's words.
    pub note: Option<String>,
    /// How often other claims of the case list a file with the same bytes.
    pub same_in_case: i64,
}

/// An answer to a consent item with what was signed.
#[derive(Serialize, ToSchema)]
pub struct OpenedConsent {
    /// What was asked.
    pub item: ConsentItem,
    /// The answer.
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
/// `NotFound` for anybody but its maker while of the case, after a quarter of an hour, and for an export: that shows the
/// columns of its profile and no more.
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
        .filter(claims::erase::not_erased())
        .order(disclosure_member::claim_id)
        .limit(limit)
        .select((
            claim::id,
            claim::number,
            claim::status,
            claim::region,
            claim::industry,
            claim::sealed,
        ))
        .into_boxed();
    if let Some(after) = after {
        members = members.filter(disclosure_member::claim_id.gt(after));
    }
    type Row = (
        ClaimId,
        Option<String>,
        Status,
        Option<Region>,
        Option<String>,
        Vec<u8>,
    );
    let rows: Vec<Row> = members.load(r.conn())?;
    let page: Vec<ClaimId> = rows.iter().map(|row| row.0).collect();
    let (mut losses, mut evidence, mut consents) = (
        losses(r, &grant, &page)?,
        evidence(r, &grant, case, &page)?,
        consents(r, &grant, &page)?,
    );
    let open = |(id, number, status, region, industry, sealed): Row| {
        let identity = Identity::open(&r.vault().open(&grant, claims::place(id), &sealed)?);
        Ok(OpenedClaim {
            id,
            number,
            status,
            identity,
            region,
            industry,
            losses: losses.remove(&id).unwrap_or_default(),
            evidence: evidence.remove(&id).unwrap_or_default(),
            consents: consents.remove(&id).unwrap_or_default(),
        })
    };
    rows.into_iter().map(open).collect()
}

/// What belongs to the claims of a page, by claim.
type ByClaim<T> = HashMap<ClaimId, Vec<T>>;

fn losses(r: &mut Read, grant: &Grant, page: &[ClaimId]) -> Result<ByClaim<OpenedLoss>, Error> {
    type Row = (
        ClaimId,
        LossId,
        LossKind,
        LossClass,
        i64,
        NaiveDate,
        NaiveDate,
        Vec<u8>,
    );
    let rows: Vec<Row> = loss::table
        .filter(loss::claim_id.eq_any(page))
        .order(loss::id)
        .select((
            loss::claim_id,
            loss::id,
            loss::kind,
            loss::class,
            loss::amount_krw,
            loss::from_on,
            loss::until_on,
            loss::sealed,
        ))
        .load(r.conn())?;
    let mut found = ByClaim::new();
    for (claim, id, kind, class, amount_krw, from_on, until_on, sealed) in rows {
        let opened = r.vault().open(
            grant,
            Place {
                table: "loss",
                id: id.0,
                subject: claim.0,
            },
            &sealed,
        )?;
        let loss = OpenedLoss {
            id,
            kind,
            class,
            amount_krw,
            from_on,
            until_on,
            note: opened.find("note"),
            basis: opened.find("basis"),
        };
        found.entry(claim).or_default().push(loss);
    }
    Ok(found)
}

fn evidence(
    r: &mut Read,
    grant: &Grant,
    case: CaseId,
    page: &[ClaimId],
) -> Result<ByClaim<OpenedEvidence>, Error> {
    type Row = (
        ClaimId,
        EvidenceId,
        String,
        String,
        i64,
        Vec<u8>,
        Option<NaiveDate>,
        Vec<u8>,
    );
    let rows: Vec<Row> = evidence::table
        .filter(evidence::claim_id.eq_any(page))
        .filter(evidence::ended_at.is_null())
        .order(evidence::id)
        .select((
            evidence::claim_id,
            evidence::id,
            evidence::kind,
            evidence::media_type,
            evidence::size_bytes,
            evidence::sha256,
            evidence::taken_on,
            evidence::sealed,
        ))
        .load(r.conn())?;
    let in_case: HashMap<Vec<u8>, i64> = evidence::table
        .filter(evidence::case_id.eq(case))
        .filter(evidence::sha256.eq_any(rows.iter().map(|row| &row.5)))
        .filter(evidence::ended_at.is_null())
        .group_by(evidence::sha256)
        .select((evidence::sha256, count_star()))
        .load(r.conn())?
        .into_iter()
        .collect();
    let mut in_claim: HashMap<(ClaimId, Vec<u8>), i64> = HashMap::new();
    for row in &rows {
        *in_claim.entry((row.0, row.5.clone())).or_default() += 1;
    }
    let mut found = ByClaim::new();
    for (claim, id, kind, media_type, size_bytes, sha256, taken_on, sealed) in rows {
        let opened = r.vault().open(
            grant,
            Place {
                table: "evidence",
                id: id.0,
                subject: claim.0,
            },
            &sealed,
        )?;
        let hex = hex::encode(&sha256);
        let all = in_case.get(&sha256).copied().unwrap_or(0);
        let same_in_case = all - in_claim.get(&(claim, sha256)).copied().unwrap_or(0);
        let (file_name, note) = (opened.find("file_name"), opened.find("note"));
        let file = OpenedEvidence {
            id,
            kind,
            media_type,
            size_bytes,
            sha256: hex,
            taken_on,
            file_name,
            note,
            same_in_case,
        };
        found.entry(claim).or_default().push(file);
    }
    Ok(found)
}

fn consents(
    r: &mut Read,
    grant: &Grant,
    page: &[ClaimId],
) -> Result<ByClaim<OpenedConsent>, Error> {
    type Row = (
        ClaimId,
        ConsentId,
        ConsentItem,
        bool,
        DateTime<Utc>,
        Option<DateTime<Utc>>,
        Vec<u8>,
    );
    let rows: Vec<Row> = consent::table
        .filter(consent::claim_id.eq_any(page))
        .order(consent::id)
        .select((
            consent::claim_id,
            consent::id,
            consent::item,
            consent::agreed,
            consent::answered_at,
            consent::withdrawn_at,
            consent::sealed,
        ))
        .load(r.conn())?;
    let mut found = ByClaim::new();
    for (claim, id, item, agreed, answered_at, withdrawn_at, sealed) in rows {
        let opened = r.vault().open(
            grant,
            Place {
                table: "consent",
                id: id.0,
                subject: claim.0,
            },
            &sealed,
        )?;
        let answer = OpenedConsent {
            item,
            agreed,
            answered_at,
            withdrawn_at,
            statement: opened.find("statement"),
        };
        found.entry(claim).or_default().push(answer);
    }
    Ok(found)
}
