//! A decision about a claim: what the claimant will read stands there before it is made, and what
//! the claim lacks.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases;
use crate::claims::lifecycle::{self, By};
use crate::claims::{self, Claim, Status, submit};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;
use crate::reviews::{self, Decision, ReviewInput};

#[derive(Template)]
#[template(path = "staff/decision.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    claim: Claim,
    decision: Decision,
    /// Where the claim will stand.
    then: Status,
    /// How many things it lacks.
    lacks: usize,
    fields: Fields,
}

type At = web::Path<(ClaimId, Decision)>;

async fn page(visit: &Visit, at: (ClaimId, Decision), status: StatusCode, fields: Fields) -> Shown {
    let (id, decision) = at;
    let read = visit.look(move |r| {
        let role = r.role().ok_or(Error::Unauthenticated)?;
        let claim = claims::get(r, id)?;
        let then = lifecycle::next(claim.status, decision.event(), By::Staff(role))?;
        let lacks = submit::what_is_missing(r, id)?.len();
        Ok((cases::get(r, claim.case)?, claim, then, lacks))
    });
    let (role, (case, claim, then, lacks)) = read.await?;
    let l = visit.browser.layout(role);
    let page = Page {
        nav: nav(&l, &case),
        claim,
        decision,
        then,
        lacks,
        fields,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, at: At) -> Shown {
    page(&visit, at.into_inner(), StatusCode::OK, Fields::default()).await
}

/// What is said to the claimant.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    note: String,
    no_resident_number: bool,
}

/// Decides.
pub async fn decide(sent: Sent<Form>, at: At) -> Shown {
    let (id, decision) = at.into_inner();
    let input = ReviewInput {
        decision,
        note: Some(sent.value.note.clone()).filter(|note| !note.trim().is_empty()),
        no_resident_number: sent.value.no_resident_number,
    };
    let decide = move |w: &mut Write| {
        reviews::decide(w, id, &input)?;
        Ok(on_to(format!("/staff/claims/{id}")))
    };
    match sent.change(decide).await {
        Ok(answer) => Ok(answer),
        // somebody decided meanwhile: nothing of this form can be sent again
        Err(error @ Error::Conflict(_)) => Err(error),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, (id, decision), refused.status, refused.fields).await
        }
    }
}
