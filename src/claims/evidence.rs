//! Evidence as metadata: which file proves what, by name, size and SHA-256. The file itself stays with the claimant until
//! the firm asks for it; the hash fixes today what they will have to produce.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, OptionKind};
use crate::claims::lifecycle::{self, Event};
use crate::claims::{own_row, visible_row};
use crate::db::schema::{evidence, loss};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{ClaimId, EvidenceId, LossId};
use crate::input::{self, Faults, Sha256};
use crate::law;
use crate::vault::Place;

/// Largest file in bytes: 10 GiB.
pub const LARGEST: i64 = 10 << 30;
/// Files a claim can list at a time.
const MOST: i64 = 200;
/// Files a claim can list in all its time, those that were taken off or replaced included: their records stay.
const MOST_EVER: i64 = 1000;

/// A file as a claimant lists it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceInput {
    /// Code of a kind of evidence of the case.
    pub kind: String,
    /// The file's name, without folders.
    pub file_name: String,
    /// Media type such as `image/png`.
    pub media_type: String,
    /// Size in bytes, 1 to 10 GiB.
    pub size_bytes: i64,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// When it was taken or written, YYYY-MM-DD.
    #[serde(default)]
    pub taken_on: Option<String>,
    /// In the claimant's words.
    #[serde(default)]
    pub note: Option<String>,
    /// The loss of this claim that it supports.
    #[serde(default)]
    pub loss_id: Option<LossId>,
}

/// A listed file as its owner sees it; staff see it without name and note.
#[derive(Serialize, ToSchema)]
pub struct Evidence {
    /// Its id.
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
    pub sha256: String,
    /// When it was taken or written.
    pub taken_on: Option<NaiveDate>,
    /// In the claimant's words; the owner only.
    pub note: Option<String>,
    /// The loss that it supports.
    pub loss_id: Option<LossId>,
    /// The listed file that it took the place of.
    pub replaces: Option<EvidenceId>,
    /// How often the same file is listed again: for the owner in this claim, for staff in the whole case.
    pub duplicates: i64,
    /// When it was listed.
    pub created_at: DateTime<Utc>,
}

fn place(id: EvidenceId, claim: ClaimId) -> Place {
    Place {
        table: "evidence",
        id: id.0,
        subject: claim.0,
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
    end(w, id).map(drop)
}

fn end(w: &mut Write, id: EvidenceId) -> Result<ClaimId, Error> {
    let live = evidence::table
        .find(id)
        .filter(evidence::ended_at.is_null());
    let claim: ClaimId = live.select(evidence::claim_id).first(w.conn())?;
    let row = own_row(w, claim)?;
    lifecycle::next(row.status, Event::Evidence, lifecycle::By::Claimant)?;
    let now = w.now();
    // the claim is locked now: whoever ended it meanwhile was first
    match diesel::update(live)
        .set(evidence::ended_at.eq(now))
        .execute(w.conn())?
    {
        0 => Err(Error::NotFound),
        _ => Ok(claim),
    }
}

fn insert(
    w: &mut Write,
    claim: ClaimId,
    input: &EvidenceInput,
    replaces: Option<EvidenceId>,
) -> Result<EvidenceId, Error> {
    let row = own_row(w, claim)?;
    lifecycle::next(row.status, Event::Evidence, lifecycle::By::Claimant)?;
    let case = cases::get(w, row.case_id)?;
    let mut faults = Faults::default();
    faults.demand(
        case.offers(OptionKind::Evidence, &input.kind),
        "kind",
        "not-of-case",
    );
    let name = faults.take(input::file_name("file_name", &input.file_name));
    faults.demand(is_media_type(&input.media_type), "media_type", "media-type");
    faults.demand(
        !law::contains_resident_number(&input.media_type),
        "media_type",
        "resident-number",
    );
    faults.demand(
        (1..=LARGEST).contains(&input.size_bytes),
        "size_bytes",
        "size",
    );
    let sha256 = faults.take(Sha256::parse("sha256", &input.sha256));
    let today = law::day_in_korea(w.now());
    let taken_on = faults.optional(input.taken_on.as_deref(), |typed| taken_on(typed, today));
    let note = faults.optional(input.note.as_deref(), |typed| {
        input::note("note", typed, 1000)
    });
    if let Some(id) = input.loss_id {
        let own = loss::table
            .find(id)
            .filter(loss::claim_id.eq(claim))
            .select(loss::id);
        let found: Option<LossId> = own.first(w.conn()).optional()?;
        faults.demand(found.is_some(), "loss_id", "not-of-claim");
    }
    let (name, sha256, taken_on, note) = faults.finish((name, sha256, taken_on, note))?;
    let ever = evidence::table.filter(evidence::claim_id.eq(claim));
    if ever.count().get_result::<i64>(w.conn())? >= MOST_EVER {
        return Err(Error::Conflict(
            Fault::new("", "too-many-ever").with("most", MOST_EVER),
        ));
    }
    let listed: i64 = ever
        .filter(evidence::ended_at.is_null())
        .count()
        .get_result(w.conn())?;
    if listed >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let (id, now) = (EvidenceId::new(), w.now());
    let words = [("file_name", Some(name)), ("note", note)];
    let words = words
        .into_iter()
        .filter_map(|(field, value)| value.map(|value| (field, value)));
    let sealed = w.vault().seal(place(id, claim), words);
    diesel::insert_into(evidence::table)
        .values((
            (
                evidence::id.eq(id),
                evidence::claim_id.eq(claim),
                evidence::case_id.eq(row.case_id),
                evidence::kind.eq(&input.kind),
            ),
            (
                evidence::loss_id.eq(input.loss_id),
                evidence::media_type.eq(input.media_type.to_ascii_lowercase()),
            ),
            (
                evidence::size_bytes.eq(input.size_bytes),
                evidence::sha256.eq(sha256),
                evidence::taken_on.eq(taken_on),
            ),
            (
                evidence::sealed.eq(sealed.sealed),
                evidence::commitments.eq(sealed.commitments),
            ),
            (
                evidence::replaces.eq(replaces),
                evidence::created_at.eq(now),
            ),
        ))
        .execute(w.conn())?;
    Ok(id)
}

/// Lets the files of a claim that are listed no more go of a loss, which is about to be removed. What they supported stands in
/// the log.
pub(crate) fn release(w: &mut Write, claim: ClaimId, loss: LossId) -> Result<(), Error> {
    let ended = evidence::table
        .filter(evidence::claim_id.eq(claim))
        .filter(evidence::ended_at.is_not_null());
    diesel::update(ended.filter(evidence::loss_id.eq(loss)))
        .set(evidence::loss_id.eq(None::<LossId>))
        .execute(w.conn())?;
    Ok(())
}

/// Deletes every file that a claim ever listed: a hash or a date would still tell whose it was.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    diesel::delete(evidence::table.filter(evidence::claim_id.eq(claim))).execute(w.conn())?;
    Ok(())
}

/// `type/subtype` of the characters that RFC 6838 §4.2 allows.
fn is_media_type(text: &str) -> bool {
    let name = |part: &str| {
        (1..=127).contains(&part.len())
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
            && part.as_bytes()[0].is_ascii_alphanumeric()
    };
    text.split_once('/')
        .is_some_and(|(kind, subtype)| name(kind) && name(subtype))
}

fn taken_on(typed: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let date = input::date("taken_on", typed)?;
    let earliest = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a valid date");
    if date > today {
        return Err(Fault::new("taken_on", "date-future"));
    }
    if date < earliest {
        Err(Fault::new("taken_on", "date-early"))
    } else {
        Ok(date)
    }
}

/// The files that a claim lists now, with names and notes for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Evidence>, Error> {
    let owner = visible_row(r, claim)?;
    let grant = match Grant::of_owner(r, claim) {
        Err(Error::NotFound) => None,
        other => Some(other?),
    };
    type Row = (
        EvidenceId,
        String,
        String,
        i64,
        Vec<u8>,
        Option<NaiveDate>,
        Vec<u8>,
        Option<LossId>,
        Option<EvidenceId>,
        DateTime<Utc>,
    );
    let rows: Vec<Row> = evidence::table
        .filter(evidence::claim_id.eq(claim))
        .filter(evidence::ended_at.is_null())
        .order(evidence::id)
        .select((
            evidence::id,
            evidence::kind,
            evidence::media_type,
            evidence::size_bytes,
            evidence::sha256,
            evidence::taken_on,
            evidence::sealed,
            evidence::loss_id,
            evidence::replaces,
            evidence::created_at,
        ))
        .load(r.conn())?;
    let hashes: Vec<&Vec<u8>> = rows.iter().map(|row| &row.4).collect();
    let same = evidence::table
        .filter(evidence::ended_at.is_null())
        .filter(evidence::sha256.eq_any(hashes))
        .filter(evidence::case_id.eq(owner.case_id));
    // an owner learns nothing of others' files, not even that they have the same
    let same: Vec<Vec<u8>> = match &grant {
        Some(_) => same
            .filter(evidence::claim_id.eq(claim))
            .select(evidence::sha256)
            .load(r.conn())?,
        None => same.select(evidence::sha256).load(r.conn())?,
    };
    let open = |(
        id,
        kind,
        media_type,
        size_bytes,
        sha256,
        taken_on,
        sealed,
        loss_id,
        replaces,
        created_at,
    ): Row| {
        let opened = grant
            .as_ref()
            .map(|grant| r.vault().open(grant, place(id, claim), &sealed))
            .transpose()?
            .unwrap_or_default();
        let duplicates = same.iter().filter(|other| **other == sha256).count() as i64 - 1;
        Ok(Evidence {
            id,
            kind,
            file_name: opened.find("file_name"),
            media_type,
            size_bytes,
            sha256: hex::encode(sha256),
            taken_on,
            note: opened.find("note"),
            loss_id,
            replaces,
            duplicates,
            created_at,
        })
    };
    rows.into_iter().map(open).collect()
}
