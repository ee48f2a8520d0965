//! A claim that was handed in: what is asked of its owner, where it stands and who acts next, what
//! has happened, and who saw it.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::cases::{self, Case};
use crate::claims::lifecycle::{self, By, Event};
use crate::claims::{self, Claim, submit};
use crate::db::Read;
use crate::disclosures::{self, Purpose, SeenBy};
use crate::error::{Error, Fault};
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::consents::{Asked, asked};
use crate::http::pages::claimant::missing::{self, Missing};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::receipts::{self, Receipt};
use crate::reviews::{self, Review};

/// Something that happened.
struct Happened {
    at: DateTime<Utc>,
    words: String,
    /// Why, in the words of who did it.
    note: Option<String>,
    /// The change that has a receipt.
    receipt: Option<i64>,
}

#[derive(Template)]
#[template(path = "claimant/standing.html")]
struct Page {
    l: Layout,
    claim: Claim,
    case: String,
    asked: Vec<Missing>,
    happened: Vec<Happened>,
    consents: Vec<Asked>,
    seen: Vec<SeenBy>,
}

impl Page {
    fn can(&self, event: Event) -> bool {
        can(&self.claim, event)
    }

    fn is_export(&self, seen: &SeenBy) -> bool {
        seen.purpose == Purpose::Export
    }
}

fn can(claim: &Claim, event: Event) -> bool {
    lifecycle::next(claim.status, event, By::Claimant).is_ok()
}

/// What is asked of the owner now: of what submission demanded, what was taken away or changed
/// since, and can still be given.
fn still_asked(claim: &Claim, fault: &Fault) -> bool {
    let of = |part: &str, event| fault.field.starts_with(part) && can(claim, event);
    of("evidence.", Event::Evidence) || of("consents.", Event::Consent)
}

/// What happened, the last first.
fn happened(l: &Layout, receipts: Vec<Receipt>, reviews: Vec<Review>) -> Vec<Happened> {
    let done = |made: Receipt| {
        let action = made.action.replace('.', "-");
        let item = made.item.unwrap_or_default();
        let item = if item.is_empty() {
            item
        } else {
            l.of("receipt-item", &item)
        };
        Happened {
            at: made.at,
            words: l.t1(&format!("claim-did-{action}"), "item", item),
            note: None,
            receipt: (!made.erased).then_some(made.id),
        }
    };
    let decided = |review: Review| Happened {
        at: review.created_at,
        words: l.t1(
            &format!("claim-decided-{}", review.decision.as_str()),
            "by",
            review.by,
        ),
        note: review.note,
        receipt: None,
    };
    let done = receipts.into_iter().map(done);
    let mut all: Vec<_> = done.chain(reviews.into_iter().map(decided)).collect();
    all.sort_by_key(|happened| std::cmp::Reverse(happened.at));
    all
}

type Told = (
    Claim,
    Case,
    Vec<Fault>,
    Vec<Receipt>,
    Vec<Review>,
    Vec<SeenBy>,
    Vec<Asked>,
);

/// Shows a claim that is no draft any more.
pub async fn show(visit: &Visit, claim: ClaimId) -> Shown {
    let (store, language) = (visit.app.store.clone(), visit.browser.language);
    let read = move |r: &mut Read| -> Result<Told, Error> {
        let claim = claims::get(r, claim)?;
        let case = cases::get(r, claim.case)?;
        let faults = submit::what_is_missing(r, claim.id)?;
        let receipts = receipts::of_claim(r, &store, claim.id)?;
        let reviews = reviews::of_claim(r, claim.id)?;
        let seen = disclosures::of_claim(r, claim.id)?;
        let consents = asked(r, &claim, language)?;
        Ok((claim, case, faults, receipts, reviews, seen, consents))
    };
    let (role, (claim, case, faults, receipts, reviews, seen, consents)) = visit.look(read).await?;
    let l = visit.browser.layout(role);
    let mut faults = faults;
    faults.retain(|fault| still_asked(&claim, fault));
    visit.browser.show(&Page {
        asked: missing::of(&l, &claim, &case, &faults),
        case: l.both(&case.title).into(),
        happened: happened(&l, receipts, reviews),
        claim,
        consents,
        seen,
        l,
    })
}
