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
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::came::along;
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
    /// The list that somebody came from.
    list: Fields,
}

impl Page {
    fn back(&self) -> String {
        along(&format!("/staff/claims/{}", self.claim.id), &self.list)
    }

    fn path(&self) -> String {
        let decision = self.decision.as_str();
        let path = format!("/staff/claims/{}/decisions/{decision}", self.claim.id);
        along(&path, &self.list)
    }
}

type At = web::Path<(ClaimId, Decision)>;

async fn page(
    visit: &Visit,
    at: (ClaimId, Decision),
    list: Fields,
    status: StatusCode,
    fields: Fields,
) -> Shown {
    let (id, decision) = at;
    let read = visit.look(move |r| {
        let role = r.role().ok_or(Error::Unauthenticated)?;
        let claim = claims::get(r, id)?;
        let then = lifecycle::next(claim.status, decision.event(), By::Staff(role))?;
        let lacks = submit::what_is_missing(r, id)?.len();
        Ok((cases::get(r, claim.case)?, claim, then, lacks))
    });
    let (reader, (case, claim, then, lacks)) = read.await?;
    let l = visit.browser.layout(reader);
    let page = Page {
        nav: nav(&l, &case),
        claim,
        decision,
        then,
        lacks,
        fields,
        list,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, at: At, asked: Asked) -> Shown {
    let fields = Fields::default();
    page(&visit, at.into_inner(), asked.0, StatusCode::OK, fields).await
}

/// What is said to the claimant.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    note: String,
    no_resident_number: bool,
}

/// Decides.
pub async fn decide(sent: Sent<Form>, at: At, asked: Asked) -> Shown {
    let ((id, decision), Asked(list)) = (at.into_inner(), asked);
    let back = along(&format!("/staff/claims/{id}"), &list);
    let input = ReviewInput {
        decision,
        note: Some(sent.value.note.clone()).filter(|note| !note.trim().is_empty()),
        no_resident_number: sent.value.no_resident_number,
    };
    let decide = move |w: &mut Write| {
        reviews::decide(w, id, &input)?;
        Ok(on_to(back.clone()))
    };
    match sent.change(decide).await {
        Ok(answer) => Ok(answer),
        // somebody decided meanwhile: nothing of this form can be sent again
        Err(error @ Error::Conflict(_)) => Err(error),
        Err(error) => {
            let refused = sent.refused(error)?;
            let (status, fields) = (refused.status, refused.fields);
            page(&sent.visit, (id, decision), list, status, fields).await
        }
    }
}
