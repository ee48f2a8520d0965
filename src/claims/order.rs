//! In which order claims are listed, and where one stands in it.

use diesel::pg::Pg;
use diesel::prelude::*;

use crate::claims::list::of_staff;
use crate::codes::codes;
use crate::db::Read;
use crate::db::derived::{Submission, Submitted};
use crate::db::schema::claim;
use crate::error::Error;
use crate::ids::{CaseId, ClaimId};

codes! {
    /// The order of a list of claims.
    Order {
        /// As they were handed in.
        Oldest = "oldest",
        /// The one that was handed in last first.
        Newest = "newest",
        /// The one that amounts to most first.
        Amount = "amount",
    }
}

/// Where a claim stands: its place in the order of submission, and what it amounts to.
pub type Place = (i64, i64);

/// The place of a claim of the case, also of one that was erased since it was read in a list.
pub(super) fn place(r: &mut Read, case: CaseId, beside: ClaimId) -> Result<Place, Error> {
    let place = claim::table
        .find(beside)
        .filter(claim::case_id.eq(case))
        .filter(Submitted)
        .select((Submission.assume_not_null(), claim::total_krw))
        .first(r.conn());
    place.map_err(|error| Error::from(error).or_absent("after", "cursor"))
}

/// The last number that a claim of the case drew; 0 where none was handed in.
pub(super) fn last(r: &mut Read, case: CaseId) -> Result<i64, Error> {
    let claims = of_staff(
        case,
        claim::table
            .select(Submission.assume_not_null())
            .into_boxed(),
    );
    let last = claims.order(Submission.desc()).first(r.conn()).optional()?;
    Ok(last.unwrap_or_default())
}

/// A query for claims whose filters are not known before.
type Claims<'q, T> = claim::BoxedQuery<'q, Pg, T>;

impl Order {
    /// What sorts places in this order.
    fn key(self, (submission, total): Place) -> (i64, i64) {
        match self {
            Self::Oldest => (submission, 0),
            Self::Newest => (-submission, 0),
            Self::Amount => (-total, submission),
        }
    }

    /// The claims that come next after that place, or before it; so many at most.
    pub(super) fn pick(
        self,
        claims: &[(ClaimId, Place)],
        place: Option<Place>,
        backwards: bool,
        most: usize,
    ) -> Vec<ClaimId> {
        let key = |place| {
            let (first, second) = self.key(place);
            if backwards {
                (-first, -second)
            } else {
                (first, second)
            }
        };
        let mut claims: Vec<_> = claims
            .iter()
            .map(|(id, place)| (key(*place), *id))
            .filter(|(at, _)| place.is_none_or(|place| *at > key(place)))
            .collect();
        claims.sort_unstable();
        let picked = claims.into_iter().map(|(_, id)| id);
        picked.take(most).collect()
    }

    /// Sorts claims, those that come after a place where one is given; backwards, those before it, the
    /// nearest first.
    pub(super) fn walk<'q, T: 'q>(
        self,
        claims: Claims<'q, T>,
        place: Option<Place>,
        backwards: bool,
    ) -> Claims<'q, T> {
        let claims = match place {
            Some(place) => self.beyond(claims, place, backwards),
            None => claims,
        };
        self.sort(claims, backwards)
    }

    fn beyond<'q, T>(
        self,
        claims: Claims<'q, T>,
        (submission, total): Place,
        backwards: bool,
    ) -> Claims<'q, T> {
        match (self, backwards) {
            (Self::Oldest, false) | (Self::Newest, true) => {
                claims.filter(Submission.gt(submission))
            }
            (Self::Oldest, true) | (Self::Newest, false) => {
                claims.filter(Submission.lt(submission))
            }
            (Self::Amount, false) => {
                let alike = claim::total_krw.eq(total).and(Submission.gt(submission));
                // the first condition says where in the index to begin
                claims
                    .filter(claim::total_krw.le(total))
                    .filter(claim::total_krw.lt(total).or(alike))
            }
            (Self::Amount, true) => {
                let alike = claim::total_krw.eq(total).and(Submission.lt(submission));
                claims
                    .filter(claim::total_krw.ge(total))
                    .filter(claim::total_krw.gt(total).or(alike))
            }
        }
    }

    fn sort<'q, T: 'q>(self, claims: Claims<'q, T>, backwards: bool) -> Claims<'q, T> {
        match (self, backwards) {
            (Self::Oldest, false) | (Self::Newest, true) => claims.order(Submission.asc()),
            (Self::Oldest, true) | (Self::Newest, false) => claims.order(Submission.desc()),
            (Self::Amount, false) => claims.order((claim::total_krw.desc(), Submission.asc())),
            (Self::Amount, true) => claims.order((claim::total_krw.asc(), Submission.desc())),
        }
    }
}
