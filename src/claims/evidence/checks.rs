//! What the firm found of a listed file: that it was received, and that it was seen. Whoever has the
//! file at hand gives its SHA-256, which the registry compares with the listed one: another file is
//! never seen as the listed one, and the claimant is told.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Evidence, claim_of, day, load};
use crate::access::Grant;
use crate::accounts::staff::Names;
use crate::claims::lifecycle::{self, Event};
use crate::claims::{of_staff, seen, told};
use crate::codes::codes;
use crate::db::schema::{evidence, evidence_check};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{AccountId, CaseId, ClaimId, EvidenceCheckId, EvidenceId};
use crate::input::{self, Faults, Sha256};
use crate::law;
use crate::mail::MailKind;
use crate::vault::{Place, Sealed};

/// Checks that a file takes.
const MOST: usize = 50;

codes! {
    /// What was found of a listed file.
    Finding {
        /// It came to the firm.
        Received = "received",
        /// Somebody of the firm looked at it.
        Seen = "seen",
        /// The file at hand is another than the one that is listed.
        Differs = "differs",
    }

    /// By which way a file came to the firm.
    EvidenceChannel {
        /// By post, on paper or on a disc.
        Post = "post",
        /// By e-mail.
        Mail = "mail",
        /// On a memory stick that was sent or brought.
        Stick = "stick",
        /// Somebody brought it to the office.
        Office = "office",
    }

    /// How far a listed file has come.
    EvidenceState {
        /// It stands in the list, and is with the claimant.
        Listed = "listed",
        /// It is with the firm.
        Received = "received",
        /// The firm saw it.
        Seen = "seen",
        /// What the firm saw last is another file.
        Differs = "differs",
    }
}

impl EvidenceState {
    /// Where it stands after one more finding: what comes once more stands where it stood until
    /// somebody looks at it.
    fn after(self, finding: Finding) -> Self {
        match (finding, self) {
            (Finding::Received, Self::Seen | Self::Differs) => self,
            (Finding::Received, _) => Self::Received,
            (Finding::Seen, _) => Self::Seen,
            (Finding::Differs, _) => Self::Differs,
        }
    }

    pub(super) fn of(checks: &[EvidenceCheck]) -> Self {
        let findings = checks.iter().map(|check| check.finding);
        findings.fold(Self::Listed, Self::after)
    }
}

/// What staff found of a listed file.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckInput {
    /// That it was received, or seen; that it differs, the registry finds itself.
    pub finding: Finding,
    /// By which way a received file came.
    #[serde(default)]
    pub channel: Option<EvidenceChannel>,
    /// The day on which it was received or seen, the year first: 2026-03-02.
    pub checked_on: String,
    /// SHA-256 of the file that was seen, 64 hexadecimal digits. The registry compares it with the
    /// listed one.
    #[serde(default)]
    pub sha256: Option<String>,
    /// In the firm's words; the claimant reads it.
    #[serde(default)]
    pub note: Option<String>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of a parcel.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// What was found of a listed file, for the owner of the claim and staff of its case.
#[derive(Serialize, ToSchema, Clone)]
pub struct EvidenceCheck {
    /// Id of the check.
    pub id: EvidenceCheckId,
    /// What was found.
    pub finding: Finding,
    /// By which way a received file came.
    pub channel: Option<EvidenceChannel>,
    /// The day on which it was received or seen.
    pub checked_on: NaiveDate,
    /// SHA-256 of the file at hand: with `seen` it is the listed one; null where it was not compared.
    pub sha256: Option<Sha256>,
    /// In the firm's words.
    pub note: Option<String>,
    /// Who put it on record, by the name that claimants see.
    pub by: String,
    /// When it was put on record.
    pub created_at: DateTime<Utc>,
}

/// A check as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = evidence_check)]
struct Row {
    id: EvidenceCheckId,
    evidence_id: EvidenceId,
    claim_id: ClaimId,
    case_id: CaseId,
    account_id: AccountId,
    finding: Finding,
    channel: Option<EvidenceChannel>,
    sha256: Option<Sha256>,
    sealed: Vec<u8>,
    commitments: String,
    checked_on: NaiveDate,
    created_at: DateTime<Utc>,
}

fn place(id: EvidenceCheckId, claim: ClaimId) -> Place {
    Place {
        table: "evidence_check",
        id: id.0,
        subject: claim.0,
    }
}

impl Row {
    /// The note is the firm's own word to claimant and staff.
    fn open(self, r: &mut Read, names: &mut Names) -> Result<EvidenceCheck, Error> {
        let (program, place) = (Grant::for_program(), place(self.id, self.claim_id));
        let opened = r.vault().open(&program, place, &self.sealed)?;
        Ok(EvidenceCheck {
            id: self.id,
            finding: self.finding,
            channel: self.channel,
            checked_on: self.checked_on,
            sha256: self.sha256,
            note: opened.find("note"),
            by: names.of(r, self.account_id)?,
            created_at: self.created_at,
        })
    }
}

/// What a [`CheckInput`] says, checked.
struct Described {
    checked_on: NaiveDate,
    sha256: Option<Sha256>,
    note: Option<String>,
}

impl CheckInput {
    /// `compared` says whether only a comparison tells anything.
    fn parse(&self, today: NaiveDate, compared: bool) -> Result<Described, Error> {
        let mut faults = Faults::default();
        let (received, seen) = (Finding::Received, Finding::Seen);
        let by_staff = [received, seen].contains(&self.finding);
        faults.demand(by_staff, "finding", "finding-registry");
        let came = self.finding == received;
        faults.demand(self.channel.is_some() || !came, "channel", "choice-missing");
        faults.demand(
            self.channel.is_none() || came,
            "channel",
            "channel-misplaced",
        );
        let checked_on = faults.take(day("checked_on", &self.checked_on, today));
        let sha256 = faults.optional(self.sha256.as_deref(), |typed| {
            let hash = Sha256::parse("sha256", typed)?;
            match came {
                true => Err(Fault::new("sha256", "hash-misplaced")),
                false => Ok(hash),
            }
        });
        let given = sha256.get().is_none_or(Option::is_some);
        let lacks = self.finding == seen && compared && !given;
        faults.demand(!lacks, "sha256", "hash-needed");
        let asked = self.no_resident_number;
        let note = faults.optional(self.note.as_deref(), |typed| {
            input::note("note", typed, input::limits::NOTE, asked)
        });
        let (checked_on, sha256, note) = faults.finish((checked_on, sha256, note))?;
        Ok(Described {
            checked_on,
            sha256,
            note,
        })
    }
}

/// Puts on record what was found of a file that a claim of an assigned case lists. Where another
/// file was at hand, the claimant is told.
///
/// # Errors
/// `NotFound` for a file that they do not see; `Invalid` with every fault; a conflict where the
/// claim is over, the file is no longer listed, the same is on record, or there are too many.
pub fn record(
    w: &mut Write,
    file: EvidenceId,
    input: &CheckInput,
) -> Result<EvidenceCheckId, Error> {
    let claim = claim_of(w, file)?;
    let row = of_staff(w, claim)?;
    let role = w.role().ok_or(Error::Unauthenticated)?;
    lifecycle::next(row.status, Event::Check, lifecycle::By::Staff(role))?;
    // the claim is locked now: whoever replaced the file or took it off meanwhile was first
    let (listed, ended): (Sha256, Option<DateTime<Utc>>) = evidence::table
        .find(file)
        .select((evidence::sha256, evidence::ended_at))
        .first(w.conn())?;
    if ended.is_some() {
        return Err(Error::conflict("evidence-ended"));
    }
    let known = of_files(w, &[file])?.remove(&file).unwrap_or_default();
    let differs = EvidenceState::of(&known) == EvidenceState::Differs;
    let described = input.parse(law::day_in_korea(w.now()), differs)?;
    let Described {
        checked_on,
        sha256,
        note,
    } = described;
    let finding = match sha256 {
        Some(hash) if hash != listed => Finding::Differs,
        _ => input.finding,
    };
    let found = (finding, input.channel, checked_on, sha256);
    let same =
        |one: &EvidenceCheck| (one.finding, one.channel, one.checked_on, one.sha256) == found;
    if known.iter().any(same) {
        return Err(Error::conflict("check-on-record"));
    }
    if known.len() >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let id = EvidenceCheckId::new();
    let note = note.map(|note| ("note", note));
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id, claim), note);
    let made = Row {
        id,
        evidence_id: file,
        claim_id: claim,
        case_id: row.case_id,
        account_id: w.account()?,
        finding,
        channel: input.channel,
        sha256,
        sealed,
        commitments,
        checked_on,
        created_at: w.now(),
    };
    diesel::insert_into(evidence_check::table)
        .values(made)
        .execute(w.conn())?;
    if finding == Finding::Differs {
        told::tell(w, claim, MailKind::EvidenceDiffers)?;
    }
    Ok(id)
}

/// What was found of these files, in the order in which it was put on record.
pub(super) fn of_files(
    r: &mut Read,
    files: &[EvidenceId],
) -> Result<HashMap<EvidenceId, Vec<EvidenceCheck>>, Error> {
    let rows: Vec<Row> = evidence_check::table
        .filter(evidence_check::evidence_id.eq_any(files))
        .order(evidence_check::seq)
        .select(Row::as_select())
        .load(r.conn())?;
    let (mut found, mut names) = (HashMap::<_, Vec<_>>::new(), Names::default());
    for row in rows {
        let file = row.evidence_id;
        let check = row.open(r, &mut names)?;
        found.entry(file).or_default().push(check);
    }
    Ok(found)
}

/// What was found of a file, also of one that was replaced or taken off, for the owner of the claim
/// and staff of its case.
pub fn of_file(r: &mut Read, file: EvidenceId) -> Result<Vec<EvidenceCheck>, Error> {
    let claim = claim_of(r, file)?;
    seen(r, claim)?;
    Ok(of_files(r, &[file])?.remove(&file).unwrap_or_default())
}

/// The files that a claim listed before and of which something was found, with names and notes for
/// its owner.
pub fn of_ended(r: &mut Read, claim: ClaimId) -> Result<Vec<Evidence>, Error> {
    let (_, grant) = seen(r, claim)?;
    let checks = evidence_check::table.filter(evidence_check::evidence_id.eq(evidence::id));
    let rows = evidence::table
        .filter(evidence::claim_id.eq(claim))
        .filter(evidence::ended_at.is_not_null())
        .filter(exists(checks))
        .order(evidence::id)
        .select(super::Row::as_select())
        .load(r.conn())?;
    let found = load(r, grant.as_ref(), rows)?.remove(&claim);
    Ok(found.unwrap_or_default())
}

/// Deletes what was found of the files of a claim that is being erased, before the files: a hash or a
/// day would still tell whose they were.
pub(super) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let checks = evidence_check::table.filter(evidence_check::claim_id.eq(claim));
    diesel::delete(checks).execute(w.conn())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_look_at_a_file_says_where_it_stands_and_else_that_it_came() {
        use EvidenceState::{Differs, Listed, Received, Seen};
        let table = [
            (Listed, [Received, Seen, Differs]),
            (Received, [Received, Seen, Differs]),
            (Seen, [Seen, Seen, Differs]),
            (Differs, [Differs, Seen, Differs]),
        ];
        assert_eq!(table.map(|(before, _)| before), *EvidenceState::ALL);
        for (before, after) in table {
            let found = Finding::ALL.iter().map(|finding| before.after(*finding));
            assert_eq!(found.collect::<Vec<_>>(), after, "{before:?}");
        }
    }
}
