//! Everything that was entered, to be checked and handed in, or to be read and printed afterwards.

use actix_web::web;
use askama::Template;

use crate::claims::lifecycle::Event;
use crate::claims::{Claim, submit};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answers::{Part, Whole};
use crate::http::pages::claimant::may;
use crate::http::pages::claimant::missing::{self, Missing};
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;
use crate::role::Role;

#[derive(Template)]
#[template(path = "claimant/check.html")]
struct Page {
    l: Layout,
    claim: Claim,
    parts: Vec<Part>,
    missing: Vec<Missing>,
    /// Whether it was to be handed in, and could not be.
    refused: bool,
    fields: Fields,
}

#[derive(Template)]
#[template(path = "claimant/record.html")]
struct Record {
    l: Layout,
    claim: Claim,
    case: String,
    parts: Vec<Part>,
}

async fn read(visit: &Visit, claim: ClaimId) -> Result<Page, Error> {
    let language = visit.browser.language;
    let read = move |r: &mut Read| {
        let whole = Whole::read(r, claim, language)?;
        may(&whole.claim, Event::Submit)?;
        let faults = submit::what_is_missing(r, claim)?;
        Ok((whole, faults))
    };
    let (reader, (whole, faults)) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    Ok(Page {
        parts: whole.parts(&l),
        missing: missing::of(&l, &whole.claim, &whole.case, &faults),
        claim: whole.claim,
        refused: false,
        fields: Fields::default(),
        l,
    })
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let page = read(&visit, *claim).await?;
    visit.browser.show(&page)
}

/// Hands the claim in.
pub async fn submit(sent: Sent<Nothing>, claim: web::Path<ClaimId>) -> Shown {
    let id = *claim;
    let submit = move |w: &mut crate::db::Write| {
        submit::submit(w, id)?;
        Ok(on_to(match w.role().is_some_and(Role::is_staff) {
            true => format!("/staff/claims/{id}/handed-in"),
            false => format!("/claims/{id}/submission"),
        }))
    };
    match sent.change(submit).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            // what is missing stands on the page with its links
            let complete = !matches!(error, Error::Invalid(_));
            let refused = sent.refused(error)?;
            let mut page = read(&sent.visit, id).await?;
            page.refused = true;
            if complete {
                page.fields = refused.fields;
            }
            sent.visit.browser.show_as(refused.status, &page)
        }
    }
}

/// Everything entered, as it stands now, to be read and printed.
pub async fn record(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let language = visit.browser.language;
    let read = move |r: &mut Read| Whole::read(r, *claim, language);
    let (reader, whole) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Record {
        parts: whole.parts(&l),
        case: l.both(&whole.case.title).into(),
        claim: whole.claim,
        l,
    })
}
