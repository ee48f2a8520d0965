//! Erasure of one person's data (Personal Information Protection Act art. 21): on request, after
//! the retention period, and once more in a restored database. Who somebody was, what they listed,
//! and salts and texts of what was captured of it go; entries, proofs and statistics stay. A legal
//! hold keeps it from happening.

pub mod holds;
pub mod list;
mod restored;

use std::path::PathBuf;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::access::Grant;
use crate::accounts::proof::Proof;
use crate::action::Action;
use crate::audit::erase::{erased_payloads, payloads};
use crate::claims::losses::assessment;
use crate::claims::{
    consents, evidence, identifications, identity_checks, phone_codes, powers, reaffirmations,
    signatories, staffed,
};
use crate::codes::codes;
use crate::db::schema::erasure;
use crate::db::{Read, Write, idempotency};
use crate::disclosures::{self, HeldBy};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, ClaimId, ErasureId};
use crate::law;
use crate::mail::MailKind;
use crate::recoveries;
use crate::text::{Language, say};
use crate::{accounts, claims, reviews};
use list::Line;
pub use restored::again;

codes! {
    /// Whose data was erased.
    Kind {
        /// One claim.
        Claim = "claim",
        /// An account; its claims are erased beside it, each on its own record.
        Account = "account",
    }

    /// Why it was erased.
    Cause {
        /// Because the person asked, themselves or through the operator.
        Request = "request",
        /// Because the retention period was over.
        Retention = "retention",
        /// Because the outside list names it and the database did not know of it.
        Restored = "restored",
    }
}

impl Kind {
    /// What such an erasure stands under in the log.
    pub fn action(self) -> Action {
        match self {
            Self::Claim => Action::ClaimErase,
            Self::Account => Action::AccountErase,
        }
    }
}

/// What lies outside the database and holds erased data, or the memory of it.
#[derive(Clone)]
pub struct ErasureList {
    /// File that lists every erasure.
    pub list: PathBuf,
    /// Days after which no backup holds data that was erased.
    pub backup_days: u16,
}

/// One thing that was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = erasure)]
pub struct Erasure {
    /// Id of its record: the key of its entry in the log.
    pub id: ErasureId,
    /// Claim or account.
    pub kind: Kind,
    /// Id of the claim or account.
    pub subject: Uuid,
}

/// What was erased, and where it still lies.
#[derive(Serialize, ToSchema)]
pub struct Erased {
    /// The records of it.
    pub erasures: Vec<Erasure>,
    /// Entries of the log that stay, without their contents.
    pub entries: i64,
    /// Exports that had the claims in them; the registry does not reach a file that was taken.
    pub exports: Vec<HeldBy>,
    /// Day after which no backup holds it.
    pub backups_until: NaiveDate,
    /// The same in words: what stays and why.
    pub note: String,
}

/// Who wants it and why.
#[derive(Clone, Copy)]
struct Asked {
    cause: Cause,
    by: Option<AccountId>,
    /// The line of the outside list that is applied again.
    again: Option<Line>,
    /// The language in which an erased account hears so by mail; none where it heard before.
    told_in: Option<Language>,
}

impl Asked {
    fn of(cause: Cause, by: Option<AccountId>) -> Self {
        Self {
            cause,
            by,
            again: None,
            told_in: None,
        }
    }
}

/// What an erasure gathers on its way through the rows.
#[derive(Default)]
struct Gathered {
    erasures: Vec<Erasure>,
    entries: i64,
    exports: Vec<HeldBy>,
}

impl Gathered {
    /// Lists the erasures outside, and answers.
    fn finish(self, w: &Write, outside: &ErasureList, language: Language) -> Result<Erased, Error> {
        let lines: Vec<Line> = self
            .erasures
            .iter()
            .map(|erasure| Line {
                at: w.now(),
                erasure: *erasure,
            })
            .collect();
        // before the COMMIT: a line too many is applied again at the next start and finds what the
        // person asked for still to be done; a line too few would bring somebody back with the next
        // backup that is restored
        list::append(&outside.list, &lines)?;
        Ok(self.answer(w.now(), outside, language))
    }

    /// What was erased then, in numbers and in words.
    fn answer(self, at: DateTime<Utc>, outside: &ErasureList, language: Language) -> Erased {
        let until = law::day_in_korea(at) + Duration::days(outside.backup_days.into());
        let values = [
            ("entries", self.entries.to_string()),
            ("until", until.to_string()),
            ("exports", self.exports.len().to_string()),
        ];
        let note = if self.exports.is_empty() {
            "erasure-note"
        } else {
            "erasure-note-exports"
        };
        let note = say(language, note, &values);
        Erased {
            erasures: self.erasures,
            entries: self.entries,
            exports: self.exports,
            backups_until: until,
            note,
        }
    }
}

/// Erases a claim of the caller. The caller once more hears again what was erased and where it
/// still lies: the answer may have been lost on its way.
///
/// # Errors
/// `NotFound` for another's claim, `Held` with the reason of a legal hold.
pub fn claim(
    w: &mut Write,
    outside: &ErasureList,
    id: ClaimId,
    language: Language,
) -> Result<Erased, Error> {
    if let Some(erased) = erased_before(w, outside, id, language)? {
        return Ok(erased);
    }
    Grant::of_owner(w, id)?;
    // the account before the claim, as everybody does who locks both
    let account = accounts::erase::lock_against_erasure(w)?;
    let asked = Asked::of(Cause::Request, Some(account));
    let gathered = erase_and_tell(w, id, asked)?;
    gathered.finish(w, outside, language)
}

/// What was answered when the caller had this claim erased.
fn erased_before(
    w: &mut Write,
    outside: &ErasureList,
    id: ClaimId,
    language: Language,
) -> Result<Option<Erased>, Error> {
    let account = w.account()?;
    let recorded: Option<Line> = erasure::table
        .filter(erasure::subject.eq(id.0))
        .filter(erasure::requested_by.eq(account))
        .select(Line::as_select())
        .first(w.conn())
        .optional()?;
    let Some(Line { at, erasure }) = recorded else {
        return Ok(None);
    };
    let gathered = Gathered {
        erasures: vec![erasure],
        entries: erased_payloads(w, id.0)?,
        exports: disclosures::holding(w, id)?,
    };
    Ok(Some(gathered.answer(at, outside, language)))
}

/// Erases the account that asks, with all its claims; it showed its password again.
///
/// # Errors
/// `Held` where a legal hold keeps one of them: then nothing is erased. Those of
/// [`Proof::settle`].
pub fn account(
    w: &mut Write,
    outside: &ErasureList,
    proof: &Proof,
    language: Language,
) -> Result<Erased, Error> {
    let account = w.account()?;
    proof.settle(w)?;
    let mut gathered = Gathered::default();
    let asked = Asked {
        told_in: Some(language),
        ..Asked::of(Cause::Request, Some(account))
    };
    erase_account(w, account, asked, &mut gathered)?;
    gathered.finish(w, outside, language)
}

/// Erases a claim by its number, for the command line: for a person who asked by letter.
///
/// # Errors
/// `NotFound` where there is none, `Held` with the reason of a legal hold.
pub fn numbered(w: &mut Write, outside: &ErasureList, number: &str) -> Result<Erased, Error> {
    let (id, _) = claims::by_number(w, number)?;
    let gathered = erase_and_tell(w, id, Asked::of(Cause::Request, None))?;
    gathered.finish(w, outside, Language::English)
}

/// Claims whose retention period is over: withdrawn or rejected, and not changed for so many days;
/// drafts of a case that takes no claims for so many days.
pub fn due(r: &mut Read, days: u16) -> Result<Vec<ClaimId>, Error> {
    let before = r.now() - Duration::days(days.into());
    claims::erase::ended_before(r, before, None)
}

/// Erases one claim of [`due`]. Says no where it was reopened or erased meanwhile, or the case
/// takes claims again.
///
/// # Errors
/// `Held` where a legal hold keeps it.
pub fn retire(w: &mut Write, outside: &ErasureList, id: ClaimId, days: u16) -> Result<bool, Error> {
    match claims::erase::lock(w, id) {
        Err(Error::NotFound) => return Ok(false),
        locked => locked?,
    };
    let before = w.now() - Duration::days(days.into());
    if claims::erase::ended_before(w, before, Some(id))?.is_empty() {
        return Ok(false);
    }
    let gathered = erase_and_tell(w, id, Asked::of(Cause::Retention, None))?;
    gathered.finish(w, outside, Language::English).map(|_| true)
}

fn erase_account(
    w: &mut Write,
    id: AccountId,
    asked: Asked,
    gathered: &mut Gathered,
) -> Result<(), Error> {
    accounts::erase::lock(w, id)?;
    for claim in claims::erase::of_account(w, id)? {
        erase_claim(w, claim, asked, gathered)?;
    }
    record(w, Kind::Account, id.0, None, asked, gathered)?;
    accounts::erase::empty(w, id, asked.told_in)?;
    gathered.entries += payloads(w, &[id.0])?;
    Ok(())
}

/// Erases one claim whose account stays, and tells its owner by mail.
fn erase_and_tell(w: &mut Write, id: ClaimId, asked: Asked) -> Result<Gathered, Error> {
    let mut gathered = Gathered::default();
    // while it is known whose it is
    claims::told::tell(w, id, MailKind::ClaimErased)?;
    erase_claim(w, id, asked, &mut gathered)?;
    Ok(gathered)
}

fn erase_claim(
    w: &mut Write,
    id: ClaimId,
    asked: Asked,
    gathered: &mut Gathered,
) -> Result<(), Error> {
    let locked = claims::erase::lock(w, id)?;
    if asked.by.is_some() && locked.account != asked.by {
        return Err(Error::NotFound);
    }
    holds::refuse(w, locked.case, id, asked.again.map(|line| line.at))?;
    gathered.exports.extend(disclosures::holding(w, id)?);
    record(w, Kind::Claim, id.0, Some(locked.case), asked, gathered)?;
    evidence::erase(w, id)?;
    consents::erase(w, id)?;
    powers::erase(w, id)?;
    reaffirmations::erase(w, id)?;
    recoveries::erase(w, id)?;
    identity_checks::erase(w, id)?;
    phone_codes::erase(w, id)?;
    staffed::erase(w, id)?;
    identifications::erase(w, id)?;
    signatories::erase(w, id)?;
    reviews::erase(w, id)?;
    assessment::erase(w, id)?;
    holds::erase(w, id)?;
    claims::erase::empty(w, id)?;
    // answers that are remembered for the owner name the claim
    locked
        .account
        .map(|account| idempotency::forget(w, account))
        .transpose()?;
    gathered.entries += payloads(w, &[id.0])?;
    Ok(())
}

/// Puts it on record: the entry that verification asks for, before any payload may go.
fn record(
    w: &mut Write,
    kind: Kind,
    subject: Uuid,
    case: Option<CaseId>,
    asked: Asked,
    gathered: &mut Gathered,
) -> Result<(), Error> {
    let listed = asked
        .again
        .map(|line| line.erasure)
        .filter(|listed| listed.subject == subject);
    let id = listed.map_or_else(ErasureId::new, |listed| listed.id);
    let now: DateTime<Utc> = w.now();
    diesel::insert_into(erasure::table)
        .values((
            erasure::id.eq(id),
            erasure::subject.eq(subject),
            erasure::kind.eq(kind),
            erasure::case_id.eq(case),
            erasure::cause.eq(asked.cause),
            erasure::requested_by.eq(asked.by),
            erasure::created_at.eq(now),
        ))
        .execute(w.conn())?;
    gathered.erasures.push(Erasure { id, kind, subject });
    Ok(())
}
