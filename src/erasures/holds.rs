//! Legal holds: while one is in force, a claim or all claims of a case are not erased, because a
//! court or a law demands them. Each has a reason, which a person who is refused an erasure reads.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use secrecy::SecretString;

use crate::access::Grant;
use crate::cases;
use crate::claims;
use crate::db::lock::Lock;
use crate::db::schema::{claim, court_case, legal_hold};
use crate::db::{Read, Who, Write};
use crate::error::Error;
use crate::ids::{CaseId, ClaimId, HoldId};
use crate::vault::{Place, Sealed};

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// All claims of a case, drafts too.
    Case(CaseId),
    /// One claim that was submitted.
    Claim(ClaimId),
}

/// A hold in force.
pub struct Hold {
    pub id: HoldId,
    /// Code of its case.
    pub code: String,
    /// Number of the claim.
    pub number: Option<String>,
    /// The claim; none where the whole case is held.
    pub claim: Option<ClaimId>,
    pub since: DateTime<Utc>,
    pub reason: String,
}

fn place(id: HoldId) -> Place {
    Place {
        table: "legal_hold",
        id: id.0,
        subject: id.0,
    }
}

/// A hold as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = legal_hold)]
struct Row {
    id: HoldId,
    case_id: CaseId,
    claim_id: Option<ClaimId>,
    sealed: Vec<u8>,
    commitments: String,
    created_at: DateTime<Utc>,
}

impl Row {
    /// Opened by the program: it is the firm's word to the person who is refused, and is given to
    /// nobody else but the firm.
    fn reason(&self, r: &Read) -> Result<String, Error> {
        let opened = r
            .vault()
            .open(&Grant::for_program(), place(self.id), &self.sealed)?;
        Ok(opened.get("reason").into())
    }
}

/// Case and claim of what is held, locked. Staff reach what they are assigned to; the command line
/// reaches everything.
fn locked(w: &mut Write, held: Held) -> Result<(CaseId, Option<ClaimId>), Error> {
    let operator = matches!(w.who(), Who::Operator);
    Ok(match held {
        Held::Case(case) => {
            if operator {
                cases::get(w, case).map(drop)
            } else {
                cases::assigned(w, case)
            }?;
            // a hold that was acknowledged is seen by every erasure that ends after it; erasures do
            // not wait for each other
            w.lock(Lock::Holds(case))?;
            (case, None)
        }
        Held::Claim(claim) if operator => (claims::erase::lock(w, claim)?.case, Some(claim)),
        Held::Claim(claim) => (claims::of_staff(w, claim)?.case_id, Some(claim)),
    })
}

/// Ends what is in force; says whether anything was.
fn end(w: &mut Write, case: CaseId, claim: Option<ClaimId>) -> Result<bool, Error> {
    let now = w.now();
    let in_force = legal_hold::table
        .filter(legal_hold::case_id.eq(case))
        .filter(legal_hold::claim_id.is_not_distinct_from(claim))
        .filter(legal_hold::released_at.is_null());
    Ok(diesel::update(in_force)
        .set(legal_hold::released_at.eq(now))
        .execute(w.conn())?
        > 0)
}

/// Puts a case or claim under a hold; one that is in force ends, and with it its reason. `reason`
/// comes from [`crate::input::reason`].
///
/// # Errors
/// `NotFound` where it is not theirs.
pub fn set(w: &mut Write, held: Held, reason: &str) -> Result<HoldId, Error> {
    let (case, claim) = locked(w, held)?;
    end(w, case, claim)?;
    let (id, now) = (HoldId::new(), w.now());
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id), [("reason", reason)]);
    diesel::insert_into(legal_hold::table)
        .values(Row {
            id,
            case_id: case,
            claim_id: claim,
            sealed,
            commitments,
            created_at: now,
        })
        .execute(w.conn())?;
    Ok(id)
}

/// Releases the hold of a case or claim; a claim may still be held with its case.
///
/// # Errors
/// `NotFound` where it is not theirs, or no hold is in force.
pub fn release(w: &mut Write, held: Held) -> Result<(), Error> {
    let (case, claim) = locked(w, held)?;
    if end(w, case, claim)? {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// All holds in force, with their reasons; for the command line.
pub fn list(r: &mut Read) -> Result<Vec<Hold>, Error> {
    in_force(r, None)
}

/// The holds in force on a case of the caller and on its claims, with their reasons.
pub fn of_case(r: &mut Read, case: CaseId) -> Result<Vec<Hold>, Error> {
    cases::assigned(r, case)?;
    in_force(r, Some(case))
}

fn in_force(r: &mut Read, case: Option<CaseId>) -> Result<Vec<Hold>, Error> {
    let mut holds = legal_hold::table
        .inner_join(court_case::table)
        .left_join(claim::table.on(legal_hold::claim_id.eq(claim::id.nullable())))
        .filter(legal_hold::released_at.is_null())
        .order(legal_hold::id)
        .select(Listed::as_select())
        .into_boxed();
    if let Some(case) = case {
        holds = holds.filter(legal_hold::case_id.eq(case));
    }
    let rows: Vec<Listed> = holds.load(r.conn())?;
    let open = |listed: Listed| {
        Ok(Hold {
            id: listed.row.id,
            code: listed.code,
            number: listed.number,
            claim: listed.row.claim_id,
            since: listed.row.created_at,
            reason: listed.row.reason(r)?,
        })
    };
    rows.into_iter().map(open).collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = legal_hold)]
struct Listed {
    #[diesel(embed)]
    row: Row,
    #[diesel(select_expression = court_case::code)]
    code: String,
    #[diesel(select_expression = claim::number.nullable())]
    number: Option<String>,
}

/// Refuses to erase a claim under a hold. `again` is when an erasure was listed that is applied
/// once more: what was in force then had let it pass, so that only a later hold counts.
///
/// # Errors
/// `Held` with the reason of the oldest hold.
pub(super) fn refuse(
    w: &mut Write,
    case: CaseId,
    claim: ClaimId,
    again: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    w.lock_shared(Lock::Holds(case))?;
    let in_force: Option<Row> = legal_hold::table
        .filter(legal_hold::case_id.eq(case))
        .filter(
            legal_hold::claim_id
                .is_null()
                .or(legal_hold::claim_id.eq(claim)),
        )
        .filter(legal_hold::released_at.is_null())
        .filter(legal_hold::created_at.gt(again.unwrap_or(DateTime::UNIX_EPOCH)))
        .order(legal_hold::id)
        .select(Row::as_select())
        .first(w.conn())
        .optional()?;
    match in_force {
        Some(hold) => Err(Error::Held(SecretString::from(hold.reason(w)?))),
        None => Ok(()),
    }
}

/// Takes the reasons out of the holds that a claim was under.
pub(super) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(legal_hold::table.filter(legal_hold::claim_id.eq(claim)))
        .set((
            legal_hold::sealed.eq(emptied.sealed),
            legal_hold::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}
