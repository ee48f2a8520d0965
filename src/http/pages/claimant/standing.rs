//! A claim that was handed in: what is asked of its owner, where it stands and who acts next, what
//! has happened, and who saw it.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::cases::{self, Case};
use crate::claims::lifecycle::Event;
use crate::claims::{self, Claim, submit, told};
use crate::db::Read;
use crate::disclosures::{self, Purpose, SeenBy};
use crate::error::{Error, Fault};
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::consents::{Asked, asked};
use crate::http::pages::claimant::may;
use crate::http::pages::claimant::missing::{self, Missing};
use crate::http::pages::claimant::receipts::words;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::messages::{self, Message};
use crate::receipts::{self, Receipt};
use crate::recoveries::{self, Recovery};
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
    /// Whether mails do not reach its owner.
    unreached: bool,
    /// Other addresses that its account is to get.
    recoveries: Vec<Recovery>,
    asked: Vec<Missing>,
    messages: Vec<Message>,
    happened: Vec<Happened>,
    consents: Vec<Asked>,
    seen: Vec<SeenBy>,
}

impl Page {
    fn can(&self, event: Event) -> bool {
        may(&self.claim, event).is_ok()
    }

    fn is_export(&self, seen: &SeenBy) -> bool {
        seen.purpose == Purpose::Export
    }
}

/// What is asked of the owner now: of what submission demanded, what was taken away or changed
/// since, and can still be given.
fn still_asked(claim: &Claim, fault: &Fault) -> bool {
    let of = |part: &str, event| fault.field.starts_with(part) && may(claim, event).is_ok();
    of("evidence.", Event::Evidence)
        || of("consents.", Event::Consent)
        || of("powers.", Event::Consent)
        || of("signatories", Event::Consent)
        || fault.code == "reaffirmation-lacking" && of("identification", Event::Consent)
}

/// What happened, the last first.
fn happened(
    l: &Layout,
    case: &Case,
    receipts: Vec<Receipt>,
    reviews: Vec<Review>,
) -> Vec<Happened> {
    let done = |made: Receipt| Happened {
        at: made.at,
        words: words(l, case, &made),
        note: None,
        receipt: (!made.erased).then_some(made.id),
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
    // each loss and file has its own among all receipts, and would hide here what was decided
    let receipts = receipts.into_iter().filter(|made| made.kind.is_none());
    let done = receipts.map(done);
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
    Vec<Message>,
    bool,
    Vec<Recovery>,
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
        let messages = messages::of_claim(r, claim.id)?;
        let unreached = told::unreached(r, claim.id)?;
        let mut recoveries = recoveries::of_claim(r, claim.id)?;
        recoveries.retain(Recovery::waits);
        let seen = disclosures::of_claim(r, claim.id)?;
        let consents = asked(r, &claim, language)?;
        Ok((
            claim, case, faults, receipts, reviews, messages, unreached, recoveries, seen, consents,
        ))
    };
    let (reader, told) = visit.look(read).await?;
    let (claim, case, faults, receipts, reviews, messages, unreached, recoveries, seen, consents) =
        told;
    let l = visit.browser.layout(reader);
    let mut faults = faults;
    faults.retain(|fault| still_asked(&claim, fault));
    visit.browser.show(&Page {
        asked: missing::of(&l, &claim, &case, &faults),
        case: l.both(&case.title).into(),
        happened: happened(&l, &case, receipts, reviews),
        messages,
        unreached,
        recoveries,
        claim,
        consents,
        seen,
        l,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Status;
    use crate::http::pages::claimant::sample::{at, both, case, claim, layout};
    use crate::http::pages::layout::rendered;
    use crate::ids::{MessageId, ReviewId};
    use crate::reviews::Decision;
    use crate::text::Language;

    fn made(id: i64, action: &str, item: Option<&str>) -> Receipt {
        Receipt {
            id,
            action: action.into(),
            table: "claim".into(),
            key: String::new(),
            item: item.map(Into::into),
            power: None,
            granted: None,
            signatory: None,
            kind: None,
            at: at(),
            entry: None,
            ready: false,
            erased: false,
        }
    }

    fn message() -> Message {
        Message {
            id: MessageId::new(),
            title: both("자료를 더 받습니다", "More papers"),
            body: both("한 줄\n두 줄", "One line"),
            by: "김변호".into(),
            created_at: at(),
        }
    }

    #[test]
    fn each_status_says_what_happens_next_and_who_acts() {
        for status in Status::ALL {
            for language in [Language::Korean, Language::English] {
                let (l, claim, case) = (layout(language), claim(*status), case());
                let faults = ["evidence.use", "consents.mandate", "region"];
                let mut faults = faults.map(|field| Fault::new(field, "missing")).to_vec();
                faults.retain(|fault| still_asked(&claim, fault));
                let reviews = Decision::ALL.iter().map(|decision| Review {
                    id: ReviewId::new(),
                    decision: *decision,
                    note: Some("까닭".into()),
                    by: "홍길동".into(),
                    created_at: at(),
                });
                let asks = !matches!(status, Status::Rejected | Status::Withdrawn);
                let receipts = vec![
                    made(1, "claim.submit", None),
                    made(2, "claim.withdraw", None),
                    made(3, "consent.answer", Some("mandate")),
                    made(4, "consent.withdraw", Some("third_party")),
                ];
                let page = Page {
                    asked: missing::of(&l, &claim, &case, &faults),
                    case: "사건".into(),
                    happened: happened(&l, &case, receipts, reviews.collect()),
                    messages: vec![message()],
                    unreached: asks,
                    recoveries: Vec::new(),
                    consents: Vec::new(),
                    seen: Vec::new(),
                    claim,
                    l,
                };
                let html = rendered(&page);
                assert_eq!(html.contains("id=\"unreached\""), asks, "{html}");
                assert_eq!(html.contains("app-card--asked"), asks, "{status:?}: {html}");
                assert!(!html.contains("/questions/region"), "{html}");
                assert!(html.contains("/receipts/4"), "{html}");
                let korean = language == Language::Korean;
                assert_eq!(html.contains("자료를 더 받습니다"), korean, "{html}");
                assert_eq!(html.contains("More papers"), !korean, "{html}");
            }
        }
    }
}
