//! What happened to a claim, as it is put together from its parts.

use chrono::{DateTime, Utc};

use crate::claims::Claim;
use crate::claims::consents::Consent;
use crate::claims::evidence::Evidence;
use crate::reviews::Review;

pub struct Event {
    pub at: DateTime<Utc>,
    /// Key of what happened.
    pub what: String,
    /// Key of what it happened to, or code of the case.
    pub of: Of,
    /// Who did it, where it was the firm.
    pub by: Option<String>,
    /// What was said about it.
    pub note: Option<String>,
}

pub enum Of {
    Claim,
    /// Code of a consent item.
    Item(String),
    /// Code of a kind of evidence.
    Kind(String),
}

fn event(at: DateTime<Utc>, what: impl Into<String>, of: Of) -> Event {
    Event {
        at,
        what: what.into(),
        of,
        by: None,
        note: None,
    }
}

/// The events in the order in which they happened.
pub fn of<'f>(
    claim: &Claim,
    reviews: &[Review],
    answers: &[Consent],
    files: impl Iterator<Item = &'f Evidence>,
) -> Vec<Event> {
    let mut events = vec![event(claim.created_at, "staff-event-begun", Of::Claim)];
    for file in files {
        let kind = Of::Kind(file.kind.clone());
        events.push(event(file.created_at, "staff-event-evidence", kind));
        events.extend(file.checks.iter().map(|check| Event {
            by: Some(check.by.clone()),
            ..event(
                check.created_at,
                format!("check-finding-{}", check.finding.as_str()),
                Of::Kind(file.kind.clone()),
            )
        }));
    }
    for answer in answers {
        let item = || Of::Item(answer.item.clone());
        let what = if answer.agreed {
            "staff-event-agreed"
        } else {
            "staff-event-refused"
        };
        events.push(event(answer.answered_at, what, item()));
        if let Some(at) = answer.withdrawn_at {
            events.push(event(at, "staff-event-taken-back", item()));
        }
    }
    if let Some(at) = claim.submitted_at {
        events.push(event(at, "staff-event-submitted", Of::Claim));
    }
    for review in reviews {
        let what = format!("staff-event-{}", review.decision.as_str());
        events.push(Event {
            by: Some(review.by.clone()),
            note: review.note.clone(),
            ..event(review.created_at, what, Of::Claim)
        });
    }
    events.sort_by_key(|event| event.at);
    events
}
