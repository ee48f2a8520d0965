//! Who saw whom: for the claimant who was seen, and for the staff of a case.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts::staff::Names;
use crate::cases;
use crate::db::Read;
use crate::db::schema::{account, disclosure, disclosure_member, download, session};
use crate::disclosures::{Purpose, opened_reason};
use crate::error::Error;
use crate::exports::{Download, DownloadStatus, Format, Profile};
use crate::ids::{AccountId, CaseId, ClaimId, DisclosureId};
use crate::input;
use crate::role::Role;

/// One time that a claimant's identity was shown, as the claimant sees it.
#[derive(Serialize, ToSchema)]
pub struct SeenBy {
    /// When it was shown.
    pub at: DateTime<Utc>,
    /// On the screen or as a file.
    pub purpose: Purpose,
    /// The name of the member of staff.
    pub who: String,
    /// Their role now.
    pub role: Role,
    /// Why, in their words.
    pub reason: String,
    /// What the file was for.
    pub profile: Option<Profile>,
    /// The kind of file.
    pub format: Option<Format>,
    /// When the file left the registry, the last time first.
    pub downloads: Vec<Taken>,
}

/// One time that a file left the registry, as a claimant in it sees it.
#[derive(Serialize, ToSchema)]
pub struct Taken {
    /// How far it came.
    pub status: DownloadStatus,
    /// When it began.
    pub started_at: DateTime<Utc>,
}

/// A disclosure as the lawyers of its case see it.
#[derive(Serialize, ToSchema)]
pub struct Disclosed {
    /// Id of the disclosure.
    pub id: DisclosureId,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// On the screen or as a file.
    pub purpose: Purpose,
    /// What the file is for, where it is one.
    pub profile: Option<Profile>,
    /// The kind of file, where it is one.
    pub format: Option<Format>,
    /// How the claims were chosen: JSON of codes, never a searched value.
    pub filter: String,
    /// How many claims.
    pub members: i32,
    /// Why, in the words of its maker.
    pub reason: String,
    /// Name of its maker.
    pub by: String,
    /// When the file left the registry, the last time first.
    pub downloads: Vec<Download>,
}

/// An export that had a claim in it: the file may still be where it was taken.
#[derive(Serialize, ToSchema)]
pub struct HeldBy {
    /// Id of the export.
    pub id: DisclosureId,
    /// Id of the claim.
    pub claim: ClaimId,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Always export.
    pub purpose: Purpose,
    /// What the file is for.
    pub profile: Option<Profile>,
    /// The kind of file.
    pub format: Option<Format>,
    /// The name of the member of staff who made it.
    pub by: String,
    /// When the file left the registry, the last time first; never, where this is empty.
    pub downloads: Vec<Taken>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = disclosure)]
struct Row {
    id: DisclosureId,
    account_id: AccountId,
    purpose: Purpose,
    profile: Option<Profile>,
    format: Option<Format>,
    filter: String,
    members: i32,
    sealed: Vec<u8>,
    created_at: DateTime<Utc>,
}

/// Every disclosure that has this claim, the last one first; for its owner only.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<SeenBy>, Error> {
    Grant::of_owner(r, claim)?;
    let rows: Vec<(Row, Role)> = disclosure_member::table
        .inner_join(disclosure::table.inner_join(account::table))
        .filter(disclosure_member::claim_id.eq(claim))
        .order(disclosure::seq.desc())
        .select((Row::as_select(), account::role))
        .load(r.conn())?;
    let mut downloads = downloads(r, rows.iter().map(|(row, _)| row.id).collect())?;
    let mut names = Names::default();
    let seen = |(row, role): (Row, Role)| {
        Ok(SeenBy {
            at: row.created_at,
            purpose: row.purpose,
            who: names.of(r, row.account_id)?,
            role,
            reason: opened_reason(r, row.id, &row.sealed)?,
            profile: row.profile,
            format: row.format,
            // how many others are in the file is not for this claimant
            downloads: taken(downloads.remove(&row.id)),
        })
    };
    rows.into_iter().map(seen).collect()
}

/// The exports that had this claim, the last one first. For the reply to its erasure: who may have
/// that was checked before.
pub fn holding(r: &mut Read, claim: ClaimId) -> Result<Vec<HeldBy>, Error> {
    let rows: Vec<Row> = disclosure_member::table
        .inner_join(disclosure::table)
        .filter(disclosure_member::claim_id.eq(claim))
        .filter(disclosure::purpose.eq(Purpose::Export))
        .order(disclosure::seq.desc())
        .select(Row::as_select())
        .load(r.conn())?;
    let mut downloads = downloads(r, rows.iter().map(|row| row.id).collect())?;
    let mut names = Names::default();
    let held = |row: Row| {
        Ok(HeldBy {
            id: row.id,
            claim,
            at: row.created_at,
            purpose: row.purpose,
            profile: row.profile,
            format: row.format,
            by: names.of(r, row.account_id)?,
            downloads: taken(downloads.remove(&row.id)),
        })
    };
    rows.into_iter().map(held).collect()
}

/// The disclosures of a case for its staff, or those of one purpose, the last one first; `after` is
/// the last one of the page before.
pub fn list(
    r: &mut Read,
    case: CaseId,
    purpose: Option<Purpose>,
    after: Option<DisclosureId>,
    limit: i64,
) -> Result<Vec<Disclosed>, Error> {
    cases::assigned(r, case)?;
    let limit = input::page(limit)?;
    let mut page = disclosure::table
        .filter(disclosure::case_id.eq(case))
        .order(disclosure::seq.desc())
        .limit(limit)
        .select(Row::as_select())
        .into_boxed();
    if let Some(purpose) = purpose {
        page = page.filter(disclosure::purpose.eq(purpose));
    }
    if let Some(after) = after {
        let place: i64 = disclosure::table
            .find(after)
            .filter(disclosure::case_id.eq(case))
            .select(disclosure::seq)
            .first(r.conn())
            .map_err(|error| Error::from(error).or_absent("after", "cursor"))?;
        page = page.filter(disclosure::seq.lt(place));
    }
    let rows: Vec<Row> = page.load(r.conn())?;
    disclosed(r, rows)
}

fn disclosed(r: &mut Read, rows: Vec<Row>) -> Result<Vec<Disclosed>, Error> {
    let mut downloads = downloads(r, rows.iter().map(|row| row.id).collect())?;
    let mut names = Names::default();
    let disclosed = |row: Row| {
        Ok(Disclosed {
            id: row.id,
            at: row.created_at,
            purpose: row.purpose,
            profile: row.profile,
            format: row.format,
            members: row.members,
            reason: opened_reason(r, row.id, &row.sealed)?,
            filter: row.filter,
            by: names.of(r, row.account_id)?,
            downloads: downloads.remove(&row.id).unwrap_or_default(),
        })
    };
    rows.into_iter().map(disclosed).collect()
}

/// One disclosure of a case of the caller.
pub fn one(r: &mut Read, id: DisclosureId) -> Result<(CaseId, Disclosed), Error> {
    let found = disclosure::table.find(id);
    let (row, case): (Row, CaseId) = found
        .select((Row::as_select(), disclosure::case_id))
        .first(r.conn())?;
    cases::assigned(r, case)?;
    Ok((case, disclosed(r, vec![row])?.remove(0)))
}

/// Why the caller looked at claims of the case last, in this session: whoever works through many
/// says it once, and it is put on record with each.
pub fn reason_of_session(r: &mut Read, case: CaseId) -> Result<Option<String>, Error> {
    let (account, session) = (r.account()?, r.session()?);
    let begun = session::table.find(session).select(session::created_at);
    let begun: DateTime<Utc> = begun.first(r.conn())?;
    let last: Option<(DisclosureId, Vec<u8>)> = disclosure::table
        .filter(disclosure::case_id.eq(case))
        .filter(disclosure::account_id.eq(account))
        .filter(disclosure::purpose.eq(Purpose::Review))
        .filter(disclosure::created_at.gt(begun))
        .order(disclosure::seq.desc())
        .select((disclosure::id, disclosure::sealed))
        .first(r.conn())
        .optional()?;
    last.map(|(id, sealed)| opened_reason(r, id, &sealed))
        .transpose()
}

/// Downloads without what is in the file.
fn taken(downloads: Option<Vec<Download>>) -> Vec<Taken> {
    downloads
        .into_iter()
        .flatten()
        .map(|taken| Taken {
            status: taken.status,
            started_at: taken.started_at,
        })
        .collect()
}

fn downloads(
    r: &mut Read,
    of: Vec<DisclosureId>,
) -> Result<HashMap<DisclosureId, Vec<Download>>, Error> {
    let rows: Vec<(DisclosureId, Download)> = download::table
        .filter(download::disclosure_id.eq_any(of))
        .order(download::seq.desc())
        .select((download::disclosure_id, Download::as_select()))
        .load(r.conn())?;
    let mut found: HashMap<DisclosureId, Vec<Download>> = HashMap::new();
    for (of, download) in rows {
        found.entry(of).or_default().push(download);
    }
    Ok(found)
}
