//! Everything that was done to a claim and that its owner has a receipt of: each submission, consent,
//! statement on a power, loss, file and withdrawal, the last first.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case, OptionKind};
use crate::claims::{self, Claim};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::missing::name;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::receipts::{self, Receipt};

#[derive(Template)]
#[template(path = "claimant/receipts.html")]
struct Page {
    l: Layout,
    claim: Claim,
    case: Case,
    made: Vec<Receipt>,
}

impl Page {
    fn words(&self, made: &Receipt) -> String {
        words(&self.l, &self.case, made)
    }
}

/// What was done, in words.
pub(super) fn words(l: &Layout, case: &Case, made: &Receipt) -> String {
    let of = match (&made.item, &made.kind) {
        (Some(item), _) => name(l, case, OptionKind::Consent, item),
        (None, Some(kind)) if made.table == "loss" => l.of("loss-kind", kind),
        (None, Some(kind)) => {
            let mut options = case.options.iter();
            let kind = options.find(|one| one.kind == OptionKind::Evidence && one.code == *kind);
            kind.map_or_else(String::new, |kind| l.both(&kind.name).into())
        }
        (None, None) => String::new(),
    };
    if let (Some(power), Some(granted)) = (made.power, made.granted) {
        let did = if granted { "given" } else { "taken" };
        let power = l.of("power", power.as_str());
        return l.t1(&format!("claim-did-power-{did}"), "power", power);
    }
    let by_link = made.signatory.as_ref().filter(|signatory| !signatory.own);
    if let Some(signatory) = by_link.filter(|_| made.table == "consent") {
        let capacity = l.of("capacity", signatory.capacity.as_str());
        let name = signatory.name.as_ref().map(|name| name.as_str().into());
        let name = ("name", name.unwrap_or(capacity));
        return l.t2("claim-did-consent-answer-by", name, ("item", of));
    }
    let action = made.action.replace('.', "-");
    l.t1(&format!("claim-did-{action}"), "item", of)
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let store = visit.app.store.clone();
    let read = move |r: &mut Read| -> Result<_, Error> {
        let claim = claims::get(r, *claim)?;
        let case = cases::get(r, claim.case)?;
        let made = receipts::of_claim(r, &store, claim.id)?;
        Ok((claim, case, made))
    };
    let (reader, (claim, case, mut made)) = visit.look(read).await?;
    made.reverse();
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        claim,
        case,
        made,
    })
}
