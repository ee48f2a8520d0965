//! Reviews: what the firm decides about a claim, each decision a row of its own with its note.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts;
use crate::claims;
use crate::claims::lifecycle::{self, Event};
use crate::codes::codes;
use crate::db::schema::review;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, ClaimId, ReviewId};
use crate::input::{self, Faults};
use crate::vault::{Place, Sealed};

codes! {
    /// A decision of the firm.
    Decision {
        /// Begins the review.
        Start = "start",
        /// Takes the claim on.
        Accept = "accept",
        /// Declines, with the reason.
        Reject = "reject",
        /// Looks again, with the reason.
        Reopen = "reopen",
    }
}

impl Decision {
    /// What it makes happen to the claim.
    pub const fn event(self) -> Event {
        match self {
            Self::Start => Event::StartReview,
            Self::Accept => Event::Accept,
            Self::Reject => Event::Reject,
            Self::Reopen => Event::Reopen,
        }
    }

    /// Whether the claimant has to be told why.
    pub const fn needs_note(self) -> bool {
        matches!(self, Self::Reject | Self::Reopen)
    }
}

/// A decision as staff state it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewInput {
    /// What is decided.
    pub decision: Decision,
    /// Why; rejecting and reopening need at least 10 characters. The claimant reads it.
    #[serde(default)]
    pub note: Option<String>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// A decision as the claimant and staff of the case see it.
#[derive(Serialize, ToSchema)]
pub struct Review {
    /// Id of the decision.
    pub id: ReviewId,
    /// What was decided.
    pub decision: Decision,
    /// Why, in the firm's words to the claimant.
    pub note: Option<String>,
    /// Who decided, by the name that claimants see.
    pub by: String,
    /// When it was decided.
    pub created_at: DateTime<Utc>,
}

/// A decision as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = review)]
struct Row {
    id: ReviewId,
    claim_id: ClaimId,
    case_id: CaseId,
    account_id: AccountId,
    decision: Decision,
    sealed: Vec<u8>,
    commitments: String,
    created_at: DateTime<Utc>,
}

fn place(id: ReviewId) -> Place {
    Place {
        table: "review",
        id: id.0,
        subject: id.0,
    }
}

impl ReviewInput {
    /// The note, which some decisions need.
    fn parse(&self) -> Result<Option<String>, Error> {
        let mut faults = Faults::default();
        let note = faults.optional(self.note.as_deref(), |typed| {
            input::note(
                "note",
                typed,
                input::limits::DECISION,
                self.no_resident_number,
            )
        });
        if self.decision.needs_note() {
            let explained = note.get().and_then(Option::as_deref).unwrap_or_default();
            faults.take(input::explains("note", explained));
        }
        faults.finish(note)
    }
}

/// Decides about a claim of an assigned case.
pub fn decide(w: &mut Write, claim: ClaimId, input: &ReviewInput) -> Result<ReviewId, Error> {
    let row = claims::of_staff(w, claim)?;
    let role = w.role().ok_or(Error::Unauthenticated)?;
    let event = input.decision.event();
    let status = lifecycle::next(row.status, event, lifecycle::By::Staff(role))?;
    let note = input.parse()?;
    let id = ReviewId::new();
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id), note.map(|note| ("note", note)));
    let review = Row {
        id,
        claim_id: claim,
        case_id: row.case_id,
        account_id: w.account()?,
        decision: input.decision,
        sealed,
        commitments,
        created_at: w.now(),
    };
    diesel::insert_into(review::table)
        .values(review)
        .execute(w.conn())?;
    claims::set_status(w, &row, status)?;
    Ok(id)
}

/// Takes the notes out of the decisions about a claim that is being erased.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(review::table.filter(review::claim_id.eq(claim)))
        .set((
            review::sealed.eq(emptied.sealed),
            review::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The decisions about a claim, for its owner and staff of its case: the note is the firm's own
/// word to both.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Review>, Error> {
    claims::seen(r, claim)?;
    let rows: Vec<Row> = review::table
        .filter(review::claim_id.eq(claim))
        .order(review::seq)
        .select(Row::as_select())
        .load(r.conn())?;
    let open = |row: Row| {
        let opened = r
            .vault()
            .open(&Grant::for_program(), place(row.id), &row.sealed)?;
        Ok(Review {
            id: row.id,
            decision: row.decision,
            note: opened.find("note"),
            by: accounts::staff::name(r, row.account_id)?,
            created_at: row.created_at,
        })
    };
    rows.into_iter().map(open).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_have_a_decision_for_all_that_they_make_happen() {
        for event in lifecycle::events_of_staff() {
            let decides = |decision: &&Decision| decision.event() == event;
            assert_eq!(Decision::ALL.iter().filter(decides).count(), 1, "{event:?}");
        }
    }
}
