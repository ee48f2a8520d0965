//! The claim is handed in: its number, the receipt, and what happens next.

use actix_web::web;
use askama::Template;

use crate::action::Action;
use crate::cases;
use crate::claims::{self, Claim};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::receipts::check_code::{self, CheckCode};
use crate::receipts::{self, Receipt};

#[derive(Template)]
#[template(path = "claimant/submission.html")]
struct Page {
    l: Layout,
    claim: Claim,
    case: String,
    number: String,
    receipt: Receipt,
    code: CheckCode,
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let store = visit.app.store.clone();
    let read = move |r: &mut Read| {
        let claim = claims::get(r, *claim)?;
        let case = cases::get(r, claim.case)?;
        let mut receipts = receipts::of_claim(r, &store, claim.id)?.into_iter();
        let submitted = receipts.find(|made| made.action == Action::ClaimSubmit.as_str());
        // of a draft there is none
        let submitted = submitted.ok_or(Error::NotFound)?;
        let code = check_code::of_claim(r, claim.id)?;
        Ok((claim, case, submitted, code))
    };
    let (role, (claim, case, receipt, code)) = visit.look(read).await?;
    let l = visit.browser.layout(role);
    visit.browser.show(&Page {
        case: l.both(&case.title).into(),
        number: claim.number.clone().ok_or(Error::NotFound)?,
        claim,
        receipt,
        code,
        l,
    })
}
