//! The claim is handed in: its number, the receipt, and what happens next.

use actix_web::{HttpRequest, web};
use askama::Template;

use crate::action::Action;
use crate::cases;
use crate::claims::{self, Claim};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::qr::Qr;
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
    /// Leads to the page that checks number and code, with both in it.
    qr: Option<Qr>,
}

pub async fn show(visit: Visit, request: HttpRequest, claim: web::Path<ClaimId>) -> Shown {
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
    let (reader, (claim, case, receipt, code)) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    let number = claim.number.clone().ok_or(Error::NotFound)?;
    let plain = code.to_string().replace(' ', "");
    // behind the #, which no browser sends
    let address = visit.address(&request);
    let qr = Qr::of(&format!(
        "{address}/verify/number#number={number}&code={plain}"
    ));
    visit.browser.show(&Page {
        case: l.both(&case.title).into(),
        number,
        qr,
        claim,
        receipt,
        code,
        l,
    })
}
