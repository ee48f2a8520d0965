//! The check code of a submission: sixteen digits that can be read over the telephone. Together with
//! the number of the claim they show that it was handed in, and on which day, and nothing else.
//! They are a keyed hash of what the log holds of it, so that nobody makes up a pair that fits.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::access::Grant;
use crate::action::Action;
use crate::audit::publish::store::Store;
use crate::characters;
use crate::claims::{self, staffed};
use crate::db::Read;
use crate::db::schema::{audit_log, change};
use crate::error::Error;
use crate::ids::ClaimId;
use crate::law;
use crate::receipts::covered;
use crate::vault::Vault;

/// Sixteen digits, shown in fours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckCode(u64);

const DIGITS: usize = 16;

impl CheckCode {
    fn of(vault: &Vault, commitment: &[u8]) -> Self {
        let mac = vault.index("check-code", &hex::encode(commitment));
        let first = mac.iter().take(8);
        let number = first.fold(0, |number, byte| number << 8 | u64::from(*byte));
        Self(number % 10_u64.pow(DIGITS as u32))
    }

    /// Reads sixteen digits of any script, with whatever stands between them.
    fn read(typed: &str) -> Option<Self> {
        let mut digits = characters::plain(typed);
        digits.retain(|c| c.is_ascii_digit());
        let whole = digits.len() == DIGITS;
        whole.then(|| digits.parse().ok().map(Self)).flatten()
    }
}

impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0DIGITS$}", self.0);
        let fours = [&digits[..4], &digits[4..8], &digits[8..12], &digits[12..]];
        f.write_str(&fours.join(" "))
    }
}

/// What whoever has number and code learns of a claim.
#[derive(Debug, PartialEq, Eq)]
pub struct Checked {
    /// The day in Korea on which it was handed in.
    pub submitted_on: NaiveDate,
    /// Whether the published log holds the record of that.
    pub in_log: bool,
}

/// The recorded submission of a claim.
#[derive(Queryable)]
struct Submission {
    at: DateTime<Utc>,
    commitment: Option<Vec<u8>>,
    seq: Option<i64>,
    entry: Option<String>,
}

fn submission(r: &mut Read, claim: ClaimId) -> Result<Submission, Error> {
    let recorded = change::table
        .left_join(audit_log::table.on(audit_log::change.eq(change::id)))
        // the second condition lets PostgreSQL use the partial index
        .filter(
            change::subject
                .eq(claim.to_string())
                .and(change::subject.ne("")),
        )
        .filter(change::table_name.eq("claim"))
        .filter(change::action.eq(Action::ClaimSubmit.as_str()))
        .order(change::id)
        .select((
            change::at,
            change::commitment,
            audit_log::seq.nullable(),
            audit_log::entry.nullable(),
        ));
    Ok(recorded.first(r.conn())?)
}

impl Submission {
    fn code(&self, r: &Read) -> Result<CheckCode, Error> {
        let commitment = self.commitment.as_deref().ok_or(Error::NotFound)?;
        Ok(CheckCode::of(r.vault(), commitment))
    }
}

/// The check code of a claim that was handed in, for its owner.
///
/// # Errors
/// `NotFound` for another's claim, and for one that was not handed in.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<CheckCode, Error> {
    Grant::of_owner(r, claim)?;
    submission(r, claim)?.code(r)
}

/// The check code of a claim that staff entered for somebody without a mailbox, for staff of its case:
/// they print it in the place of a mail.
///
/// # Errors
/// `NotFound` for every other claim, and for one that was not handed in.
pub fn of_staffed(r: &mut Read, claim: ClaimId) -> Result<CheckCode, Error> {
    let staffed = staffed::of_claim(r, claim)?.ok_or(Error::NotFound)?;
    if staffed.addressed_at.is_some() {
        return Err(Error::NotFound);
    }
    submission(r, claim)?.code(r)
}

/// Looks a claim up for whoever has its number and its code, as typed.
///
/// # Errors
/// `NotFound` where they do not fit together: whether such a number exists is not said. An erased
/// claim has none.
pub fn check(r: &mut Read, store: &Store, number: &str, typed: &str) -> Result<Checked, Error> {
    let code = CheckCode::read(typed).ok_or(Error::NotFound)?;
    let (claim, _) = claims::by_number(r, number)?;
    let submission = submission(r, claim)?;
    if submission.code(r)? != code {
        return Err(Error::NotFound);
    }
    let Submission { at, seq, entry, .. } = submission;
    Ok(Checked {
        submitted_on: law::day_in_korea(at),
        in_log: covered(store, seq, entry.as_deref())?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_read_out() {
        let code = CheckCode(42);
        assert_eq!(code.to_string(), "0000 0000 0000 0042");
        for typed in [
            "0000000000000042",
            " 0000-0000 0000—0042",
            "００００ 0000 0000 00４2",
        ] {
            assert_eq!(CheckCode::read(typed), Some(code), "{typed}");
        }
        for wrong in ["", "42", "00000000000000042", "code"] {
            assert_eq!(CheckCode::read(wrong), None, "{wrong}");
        }
    }
}
