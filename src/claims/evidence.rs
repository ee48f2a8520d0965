//! Evidence as metadata: which file proves what, by name, size and SHA-256. The file itself stays
//! with the claimant until the firm asks for it; the hash fixes today what they will have to
//! produce.

pub mod checks;
mod copies;
pub mod demanded;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::{count, count_star, exists};
use diesel::prelude::*;
use diesel::sql_types::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, Case, OptionKind};
use crate::claims::hints::{self, Hint};
use crate::claims::lifecycle::{self, Event};
use crate::claims::{ByClaim, Own, by_claim, entered, seen};
use crate::db::schema::{evidence, loss};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{CaseId, ClaimId, EvidenceId, LossId};
use crate::input::{self, Faults, Sha256};
use crate::law;
use crate::vault::{Place, Sealed, Vault};
use checks::{EvidenceCheck, EvidenceState};
use copies::Copies;

/// Largest file in bytes: 10 GiB.
pub const LARGEST: i64 = 10 << 30;
/// Files a claim can list at a time.
const MOST: i64 = 200;
/// Files a claim can list in all its time, those that were taken off or replaced included: their
/// records stay.
const MOST_EVER: i64 = 1000;

/// A file as a claimant lists it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceInput {
    /// Code of a kind of evidence of the case.
    pub kind: String,
    /// The file's name, without folders.
    pub file_name: String,
    /// Media type such as `image/png`; where the browser knows none, it is left out or empty.
    #[serde(default)]
    pub media_type: String,
    /// Size in bytes, 1 to 10 GiB.
    pub size_bytes: i64,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// When it was taken or written, the year first: 2022-10-17.
    #[serde(default)]
    pub taken_on: Option<String>,
    /// In the claimant's words.
    #[serde(default)]
    pub note: Option<String>,
    /// The loss of this claim that it supports.
    #[serde(default, deserialize_with = "input::or_none")]
    pub loss_id: Option<LossId>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// A listed file as its owner sees it; staff see it without name and note.
#[derive(Serialize, ToSchema)]
pub struct Evidence {
    /// Id of the listed file.
    pub id: EvidenceId,
    /// Code of the kind.
    pub kind: String,
    /// The file's name; the owner only.
    pub file_name: Option<String>,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: i64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: Sha256,
    /// When it was taken or written.
    pub taken_on: Option<NaiveDate>,
    /// In the claimant's words; the owner only.
    pub note: Option<String>,
    /// What the owner may want to change in name and note; the owner only.
    pub hints: Vec<Hint>,
    /// The loss that it supports.
    pub loss_id: Option<LossId>,
    /// The listed file that it took the place of.
    pub replaces: Option<EvidenceId>,
    /// How often the same file is listed again: for the owner in this claim, for staff in the whole
    /// case.
    pub duplicates: i64,
    /// How often other claims of the case list it.
    #[serde(skip)]
    pub(crate) same_in_case: i64,
    /// How far it has come.
    pub state: EvidenceState,
    /// What the firm found of it, in order.
    pub checks: Vec<EvidenceCheck>,
    /// When it was listed.
    pub created_at: DateTime<Utc>,
}

/// A file as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = evidence)]
struct Row {
    id: EvidenceId,
    claim_id: ClaimId,
    case_id: CaseId,
    kind: String,
    loss_id: Option<LossId>,
    media_type: String,
    size_bytes: i64,
    sha256: Sha256,
    taken_on: Option<NaiveDate>,
    sealed: Vec<u8>,
    commitments: String,
    replaces: Option<EvidenceId>,
    created_at: DateTime<Utc>,
}

fn place(id: EvidenceId, claim: ClaimId) -> Place {
    Place {
        table: "evidence",
        id: id.0,
        subject: claim.0,
    }
}

impl Row {
    fn open(
        self,
        vault: &Vault,
        grant: Option<&Grant>,
        copies: &Copies,
        checks: Vec<EvidenceCheck>,
    ) -> Result<(ClaimId, Evidence), Error> {
        let opened = vault.open_for(grant, place(self.id, self.claim_id), &self.sealed)?;
        let (in_claim, in_case) = copies.of(self.claim_id, self.sha256);
        let (name, note) = (opened.find("file_name"), opened.find("note"));
        let hints = hints::masked(&[("file_name", name.as_deref()), ("note", note.as_deref())]);
        let file = Evidence {
            id: self.id,
            kind: self.kind,
            file_name: name,
            media_type: self.media_type,
            size_bytes: self.size_bytes,
            sha256: self.sha256,
            taken_on: self.taken_on,
            note,
            hints,
            loss_id: self.loss_id,
            replaces: self.replaces,
            duplicates: in_claim - 1,
            same_in_case: in_case - in_claim,
            state: EvidenceState::of(&checks),
            checks,
            created_at: self.created_at,
        };
        Ok((self.claim_id, file))
    }
}

/// Lists a file with a claim of the caller.
pub fn add(w: &mut Write, claim: ClaimId, input: &EvidenceInput) -> Result<EvidenceId, Error> {
    insert(w, claim, input, None)
}

/// Lists a file in the place of another, which stays in the record.
pub fn replace(w: &mut Write, id: EvidenceId, input: &EvidenceInput) -> Result<EvidenceId, Error> {
    let claim = end(w, id)?;
    insert(w, claim, input, Some(id))
}

/// Takes a file off the list; its record stays.
pub fn remove(w: &mut Write, id: EvidenceId) -> Result<(), Error> {
    let claim = end(w, id)?;
    note_lacking(w, claim)
}

fn end(w: &mut Write, id: EvidenceId) -> Result<ClaimId, Error> {
    let live = evidence::table
        .find(id)
        .filter(evidence::ended_at.is_null());
    let claim: ClaimId = live.select(evidence::claim_id).first(w.conn())?;
    let Own { row, .. } = entered(w, claim)?;
    lifecycle::next(row.status, Event::Evidence, lifecycle::By::Claimant)?;
    let now = w.now();
    // the claim is locked now: somebody who ended it meanwhile was first
    match diesel::update(live)
        .set(evidence::ended_at.eq(now))
        .execute(w.conn())?
    {
        0 => Err(Error::NotFound),
        _ => Ok(claim),
    }
}

/// What an [`EvidenceInput`] says, checked.
struct Described {
    file_name: String,
    media_type: String,
    sha256: Sha256,
    taken_on: Option<NaiveDate>,
    note: Option<String>,
}

impl EvidenceInput {
    /// `own_loss` says whether the loss that it names is one of the claim.
    fn parse(&self, case: &Case, today: NaiveDate, own_loss: bool) -> Result<Described, Error> {
        let mut faults = Faults::default();
        let kind = case.offers(OptionKind::Evidence, &self.kind);
        faults.demand(kind, "kind", "not-of-case");
        let asked = self.no_resident_number;
        let name = faults.take(input::file_name("file_name", &self.file_name, asked));
        let media = faults.take(input::media_type("media_type", &self.media_type));
        let size = (1..=LARGEST).contains(&self.size_bytes);
        faults.demand(size, "size_bytes", "size");
        let sha256 = faults.take(Sha256::parse("sha256", &self.sha256));
        let taken_on = faults.optional(self.taken_on.as_deref(), |typed| {
            day("taken_on", typed, today)
        });
        let note = faults.optional(self.note.as_deref(), |typed| {
            input::note("note", typed, input::limits::NOTE, asked)
        });
        faults.demand(own_loss, "loss_id", "not-of-claim");
        let (file_name, media_type, sha256, taken_on, note) =
            faults.finish((name, media, sha256, taken_on, note))?;
        Ok(Described {
            file_name,
            media_type,
            sha256,
            taken_on,
            note,
        })
    }
}

fn is_loss_of(r: &mut Read, claim: ClaimId, loss: LossId) -> Result<bool, Error> {
    let own = loss::table.find(loss).filter(loss::claim_id.eq(claim));
    Ok(diesel::select(exists(own)).get_result(r.conn())?)
}

/// Refuses one file more than a claim can list, now and in all its time.
fn limit(r: &mut Read, claim: ClaimId) -> Result<(), Error> {
    let (ever, listed): (i64, i64) = evidence::table
        .filter(evidence::claim_id.eq(claim))
        .select((
            count_star(),
            count(evidence::id).aggregate_filter(evidence::ended_at.is_null()),
        ))
        .first(r.conn())?;
    let full = if ever >= MOST_EVER {
        Fault::new("", "too-many-ever").with("most", MOST_EVER)
    } else if listed >= MOST {
        Fault::new("", "too-many").with("most", MOST)
    } else {
        return Ok(());
    };
    Err(Error::Conflict(full))
}

fn insert(
    w: &mut Write,
    claim: ClaimId,
    input: &EvidenceInput,
    replaces: Option<EvidenceId>,
) -> Result<EvidenceId, Error> {
    let Own { row, .. } = entered(w, claim)?;
    lifecycle::next(row.status, Event::Evidence, lifecycle::By::Claimant)?;
    let (case, now) = (cases::get(w, row.case_id)?, w.now());
    let own_loss = input
        .loss_id
        .map_or(Ok(true), |loss| is_loss_of(w, claim, loss))?;
    let described = input.parse(&case, law::day_in_korea(now), own_loss)?;
    limit(w, claim)?;
    let id = EvidenceId::new();
    let words = [
        ("file_name", Some(described.file_name)),
        ("note", described.note),
    ]
    .into_iter()
    .filter_map(|(field, words)| Some((field, words?)));
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id, claim), words);
    diesel::insert_into(evidence::table)
        .values(Row {
            id,
            claim_id: claim,
            case_id: row.case_id,
            kind: input.kind.clone(),
            loss_id: input.loss_id,
            media_type: described.media_type,
            size_bytes: input.size_bytes,
            sha256: described.sha256,
            taken_on: described.taken_on,
            sealed,
            commitments,
            replaces,
            created_at: now,
        })
        .execute(w.conn())?;
    note_lacking(w, claim)?;
    Ok(id)
}

/// Has a claim say of which kinds of evidence it lists no file, where that changed.
fn note_lacking(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    const NOTE: &str = "
        UPDATE claim c SET lacking = lacks.kinds
        FROM (SELECT ARRAY(
            SELECT o.code FROM case_option o JOIN claim ON claim.case_id = o.case_id
            WHERE claim.id = $1 AND o.kind = 'evidence' AND NOT EXISTS (
                SELECT FROM evidence e WHERE e.claim_id = $1 AND e.kind = o.code AND e.ended_at IS NULL)
            ORDER BY o.position) AS kinds) lacks
        WHERE c.id = $1 AND c.lacking <> lacks.kinds";
    diesel::sql_query(NOTE)
        .bind::<Uuid, _>(claim)
        .execute(w.conn())?;
    Ok(())
}

/// Clears `loss_id` on the claim's removed and replaced files, so that the loss can be deleted.
/// What they supported stands in the log.
pub(super) fn release(w: &mut Write, claim: ClaimId, loss: LossId) -> Result<(), Error> {
    let ended = evidence::table
        .filter(evidence::claim_id.eq(claim))
        .filter(evidence::ended_at.is_not_null());
    diesel::update(ended.filter(evidence::loss_id.eq(loss)))
        .set(evidence::loss_id.eq(None::<LossId>))
        .execute(w.conn())?;
    Ok(())
}

/// Lets the claim's files that supported one loss support another.
pub(super) fn support(
    w: &mut Write,
    claim: ClaimId,
    before: LossId,
    now: LossId,
) -> Result<(), Error> {
    let supporting = evidence::table
        .filter(evidence::claim_id.eq(claim))
        .filter(evidence::loss_id.eq(before));
    diesel::update(supporting)
        .set(evidence::loss_id.eq(now))
        .execute(w.conn())?;
    Ok(())
}

/// Deletes every file that a claim ever listed: a hash or a date would still tell whose it was.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    checks::erase(w, claim)?;
    diesel::delete(evidence::table.filter(evidence::claim_id.eq(claim))).execute(w.conn())?;
    Ok(())
}

/// A day from the year 2000 until today.
fn day(field: &str, typed: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let date = input::date(field, typed)?;
    let earliest = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a valid date");
    if date > today {
        return Err(Fault::new(field, "date-future"));
    }
    if date < earliest {
        Err(Fault::new(field, "date-early"))
    } else {
        Ok(date)
    }
}

/// The claim of a listed file, also of one that was replaced or taken off.
///
/// # Errors
/// `NotFound` where there is no such file.
pub fn claim_of(r: &mut Read, id: EvidenceId) -> Result<ClaimId, Error> {
    let of = evidence::table.find(id).select(evidence::claim_id);
    Ok(of.first(r.conn())?)
}

/// A file that its claim lists now, with the claim.
pub fn one(r: &mut Read, id: EvidenceId) -> Result<(ClaimId, Evidence), Error> {
    let claim = claim_of(r, id)?;
    let mut files = of_claim(r, claim)?.into_iter();
    let file = files.find(|file| file.id == id).ok_or(Error::NotFound)?;
    Ok((claim, file))
}

/// The files that a claim lists now, with names and notes for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Evidence>, Error> {
    let (_, grant) = seen(r, claim)?;
    let found = of_claims(r, grant.as_ref(), &[claim])?.remove(&claim);
    let mut files = found.unwrap_or_default();
    // an owner learns nothing of others' files, not even that they have the same
    if grant.is_none() {
        for file in &mut files {
            file.duplicates += file.same_in_case;
        }
    }
    Ok(files)
}

/// The files that claims of a case list now, with names and notes where there is a grant. Who can
/// see the claims was checked before.
pub(crate) fn of_claims(
    r: &mut Read,
    grant: Option<&Grant>,
    claims: &[ClaimId],
) -> Result<ByClaim<Evidence>, Error> {
    let rows: Vec<Row> = evidence::table
        .filter(evidence::claim_id.eq_any(claims))
        .filter(evidence::ended_at.is_null())
        .order(evidence::id)
        .select(Row::as_select())
        .load(r.conn())?;
    load(r, grant, rows)
}

fn load(r: &mut Read, grant: Option<&Grant>, rows: Vec<Row>) -> Result<ByClaim<Evidence>, Error> {
    let copies = Copies::count(r, &rows)?;
    let files: Vec<EvidenceId> = rows.iter().map(|row| row.id).collect();
    let mut checks = checks::of_files(r, &files)?;
    by_claim(rows.into_iter().map(|row| {
        let checks = checks.remove(&row.id).unwrap_or_default();
        row.open(r.vault(), grant, &copies, checks)
    }))
}

#[cfg(test)]
impl Evidence {
    /// A file of that kind which has come so far.
    fn of_test(kind: &str, state: EvidenceState) -> Self {
        Self {
            id: EvidenceId::new(),
            kind: kind.into(),
            file_name: None,
            media_type: "image/png".into(),
            size_bytes: 1,
            sha256: Sha256::of(kind),
            taken_on: None,
            note: None,
            hints: Vec::new(),
            loss_id: None,
            replaces: None,
            duplicates: 0,
            same_in_case: 0,
            state,
            checks: Vec::new(),
            created_at: DateTime::UNIX_EPOCH,
        }
    }
}
