//! Where a claim stands, and what moves it: status, event and role in one table.

use crate::codes::codes;
use crate::error::{Error, Fault};
use crate::role::Role;

codes! {
    /// Where a claim stands.
    Status {
        /// Being written; the claimant's alone.
        Draft = "draft",
        /// Complete and handed in.
        Submitted = "submitted",
        /// The firm reviews it.
        UnderReview = "under_review",
        /// The firm brings it.
        Accepted = "accepted",
        /// The firm does not bring it.
        Rejected = "rejected",
        /// Taken back, by withdrawal or by taking back a consent that it rests on.
        Withdrawn = "withdrawn",
    }
}

impl Status {
    /// Nobody brings the claim (any more).
    pub const OVER: [Self; 2] = [Rejected, Withdrawn];
}

/// What happens to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Its contents or losses change.
    Edit,
    /// A file is listed, replaced or taken off.
    Evidence,
    /// A consent item is answered.
    Consent,
    /// It is handed in.
    Submit,
    /// It is taken back.
    Withdraw,
    /// A consent that submission demands is taken back.
    WithdrawRequiredConsent,
    /// The firm begins its review.
    StartReview,
    /// The firm takes it on.
    Accept,
    /// The firm declines.
    Reject,
    /// The firm reviews it again.
    Reopen,
    /// The firm assesses one of its losses.
    Assess,
    /// The firm puts on record that it received or saw one of its files.
    Check,
}

/// Who makes it happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The owner.
    Claimant,
    /// Staff of the case with this role.
    Staff(Role),
}

use Role::{Lawyer, Paralegal};
use Status::{Accepted, Draft, Rejected, Submitted, UnderReview, Withdrawn};

/// Event, staff roles that may cause it (none: the owner), and from where it leads where.
type Rule = (Event, &'static [Role], &'static [(Status, Status)]);

const TABLE: &[Rule] = &[
    (Event::Edit, &[], &[(Draft, Draft)]),
    (
        Event::Evidence,
        &[],
        &[
            (Draft, Draft),
            (Submitted, Submitted),
            (UnderReview, UnderReview),
        ],
    ),
    (
        Event::Consent,
        &[],
        &[
            (Draft, Draft),
            (Submitted, Submitted),
            (UnderReview, UnderReview),
            (Accepted, Accepted),
        ],
    ),
    (Event::Submit, &[], &[(Draft, Submitted)]),
    (
        Event::Withdraw,
        &[],
        &[
            (Draft, Withdrawn),
            (Submitted, Withdrawn),
            (UnderReview, Withdrawn),
            (Accepted, Withdrawn),
            (Rejected, Withdrawn),
        ],
    ),
    // a draft only misses it again; a claim that was handed in rests on it and falls; one that was
    // rejected or withdrawn has ended already, and to revoke the mandate or the consent to data
    // processing is still an event of its own
    (
        Event::WithdrawRequiredConsent,
        &[],
        &[
            (Draft, Draft),
            (Submitted, Withdrawn),
            (UnderReview, Withdrawn),
            (Accepted, Withdrawn),
            (Rejected, Rejected),
            (Withdrawn, Withdrawn),
        ],
    ),
    (
        Event::StartReview,
        &[Paralegal, Lawyer],
        &[(Submitted, UnderReview)],
    ),
    (Event::Accept, &[Lawyer], &[(UnderReview, Accepted)]),
    (Event::Reject, &[Lawyer], &[(UnderReview, Rejected)]),
    (
        Event::Reopen,
        &[Lawyer],
        &[(Accepted, UnderReview), (Rejected, UnderReview)],
    ),
    (
        Event::Assess,
        &[Paralegal, Lawyer],
        &[
            (Submitted, Submitted),
            (UnderReview, UnderReview),
            (Accepted, Accepted),
        ],
    ),
    (
        Event::Check,
        &[Paralegal, Lawyer],
        &[
            (Submitted, Submitted),
            (UnderReview, UnderReview),
            (Accepted, Accepted),
        ],
    ),
];

/// What staff decide: it moves the claim.
pub fn events_of_staff() -> impl Iterator<Item = Event> {
    let moves = |steps: &[(Status, Status)]| steps.iter().any(|(from, to)| from != to);
    let decided = move |(_, staff, steps): &&Rule| !staff.is_empty() && moves(steps);
    let staffs = TABLE.iter().filter(decided);
    staffs.map(|(event, _, _)| *event)
}

/// What the owner makes happen.
pub fn events_of_owner() -> impl Iterator<Item = Event> {
    let owners = TABLE.iter().filter(|(_, staff, _)| staff.is_empty());
    owners.map(|(event, _, _)| *event)
}

/// Where the event leads.
///
/// # Errors
/// `Forbidden` where the role may not cause it, a conflict where it cannot happen in this status.
pub fn next(status: Status, event: Event, by: By) -> Result<Status, Error> {
    let (_, staff, steps) = TABLE
        .iter()
        .find(|(known, _, _)| *known == event)
        .ok_or_else(|| Error::internal("an event is not in the table"))?;
    let may = match by {
        By::Claimant => staff.is_empty(),
        By::Staff(role) => staff.contains(&role),
    };
    if !may {
        return Err(Error::Forbidden);
    }
    let step = steps.iter().find(|(from, _)| *from == status);
    step.map(|(_, to)| *to)
        .ok_or_else(|| Error::Conflict(Fault::new("", "status").with("status", status.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENTS: [Event; 12] = [
        Event::Edit,
        Event::Evidence,
        Event::Consent,
        Event::Submit,
        Event::Withdraw,
        Event::WithdrawRequiredConsent,
        Event::StartReview,
        Event::Accept,
        Event::Reject,
        Event::Reopen,
        Event::Assess,
        Event::Check,
    ];

    #[test]
    fn every_event_stands_in_the_table_once() {
        for event in EVENTS {
            assert_eq!(
                TABLE.iter().filter(|(known, _, _)| *known == event).count(),
                1,
                "{event:?}"
            );
        }
        assert_eq!(TABLE.len(), EVENTS.len());
    }

    #[test]
    fn nothing_leads_out_of_withdrawn_and_only_a_claimant_leads_into_it() {
        for event in EVENTS {
            for role in Role::ALL {
                assert!(next(Withdrawn, event, By::Staff(*role)).is_err());
                for status in Status::ALL {
                    assert_ne!(next(*status, event, By::Staff(*role)).ok(), Some(Withdrawn));
                }
            }
            // a claim that was taken back can still lose what it rested on, and stays where it is
            let led = next(Withdrawn, event, By::Claimant).ok();
            assert_eq!(
                led,
                (event == Event::WithdrawRequiredConsent).then_some(Withdrawn),
                "{event:?}"
            );
        }
    }

    #[test]
    fn only_a_lawyer_decides() {
        for event in [Event::Accept, Event::Reject, Event::Reopen] {
            for role in Role::ALL {
                let allowed = Status::ALL
                    .iter()
                    .any(|status| next(*status, event, By::Staff(*role)).is_ok());
                assert_eq!(allowed, *role == Lawyer, "{event:?} {role:?}");
            }
            assert!(
                Status::ALL
                    .iter()
                    .all(|status| next(*status, event, By::Claimant).is_err())
            );
        }
    }
}
