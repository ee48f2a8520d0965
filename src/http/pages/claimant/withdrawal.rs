//! Taking a claim back.

use actix_web::web;

use crate::claims::lifecycle::Event;
use crate::claims::{self, Status};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::claimant::may;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;
use crate::role::Role;

async fn confirm(visit: &Visit, id: ClaimId) -> Result<Confirm, Error> {
    let (reader, claim) = visit.look(move |r| claims::get(r, id)).await?;
    may(&claim, Event::Withdraw)?;
    let words = match claim.status {
        Status::Draft => "withdrawal-draft",
        _ => "withdrawal",
    };
    let (l, back) = (visit.browser.layout(reader), format!("/claims/{id}"));
    let page = Confirm::of(l, words, 3, back).of_claim(&claim);
    Ok(page.about(claim.number))
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let page = confirm(&visit, *claim).await?;
    visit.browser.show(&page)
}

pub async fn withdraw(sent: Sent<Nothing>, claim: web::Path<ClaimId>) -> Shown {
    let id = *claim;
    let withdraw = move |w: &mut Write| {
        claims::withdraw(w, id)?;
        // a draft that staff took back is no longer theirs to see
        Ok(on_to(match w.role().is_some_and(Role::is_staff) {
            true => "/staff".into(),
            false => format!("/claims/{id}"),
        }))
    };
    match sent.change(withdraw).await {
        Ok(answer) => Ok(answer),
        Err(error) => confirm(&sent.visit, id).await?.refused(&sent, error),
    }
}
