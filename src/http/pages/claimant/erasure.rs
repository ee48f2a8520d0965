//! Erasing a claim for good: what is gone, what stays, and where data still lies.

use actix_web::web;
use askama::Template;

use crate::action::Action;
use crate::claims;
use crate::erasures::{self, Erased};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;

/// What was erased.
#[derive(Template)]
#[template(path = "claimant/erased.html")]
pub struct ErasedPage {
    pub l: Layout,
    pub erased: Erased,
    /// Whether the account went too.
    pub account: bool,
}

async fn confirm(visit: &Visit, id: ClaimId) -> Result<Confirm, Error> {
    let (reader, claim) = visit.look(move |r| claims::get(r, id)).await?;
    let (l, back) = (visit.browser.layout(reader), format!("/claims/{id}"));
    let page = Confirm::of(l, "erasure", 4, back).of_claim(&claim);
    Ok(page.about(claim.number))
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let page = confirm(&visit, *claim).await?;
    visit.browser.show(&page)
}

/// Erases, and says what became of the data. Asked once more it says the same again.
pub async fn erase(sent: Sent<Nothing>, claim: web::Path<ClaimId>) -> Shown {
    let (visit, id) = (&sent.visit, *claim);
    let (outside, language) = (visit.app.erasures.clone(), visit.language);
    let erase = move |w: &mut crate::db::Write| {
        let erased = erasures::claim(w, &outside, id, language)?;
        Ok((w.reader(), erased))
    };
    let db = &visit.app.db;
    match db.write(&visit.ticket, Action::ClaimErase, erase).await {
        Ok((reader, erased)) => visit.browser.show(&ErasedPage {
            l: visit.browser.layout(reader),
            erased,
            account: false,
        }),
        Err(error) => confirm(visit, id).await?.refused(&sent, error),
    }
}
