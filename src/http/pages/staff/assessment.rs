//! What the firm takes a loss to amount to, with the reason as the claimant will read it.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases;
use crate::claims::lifecycle::{self, By, Event};
use crate::claims::losses::assessment::{self, AssessmentInput};
use crate::claims::losses::{self, Loss};
use crate::claims::{self, Claim};
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
use crate::ids::{ClaimId, LossId};
use crate::input::Amount;

#[derive(Template)]
#[template(path = "staff/assessment.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    claim: Claim,
    loss: Loss,
    fields: Fields,
    /// The list that somebody came from.
    list: Fields,
}

impl Page {
    fn back(&self) -> String {
        along(&format!("/staff/claims/{}", self.claim.id), &self.list)
    }

    fn path(&self) -> String {
        let (claim, loss) = (self.claim.id, self.loss.id);
        let path = format!("/staff/claims/{claim}/losses/{loss}/assessment");
        along(&path, &self.list)
    }
}

type At = web::Path<(ClaimId, LossId)>;

async fn page(
    visit: &Visit,
    (id, position): (ClaimId, LossId),
    list: Fields,
    typed: Option<(StatusCode, Fields)>,
) -> Shown {
    let read = visit.look(move |r| {
        let role = r.role().ok_or(Error::Unauthenticated)?;
        let claim = claims::get(r, id)?;
        lifecycle::next(claim.status, Event::Assess, By::Staff(role))?;
        let loss = losses::one(r, id, position)?;
        Ok((cases::get(r, claim.case)?, claim, loss))
    });
    let (reader, (case, claim, loss)) = read.await?;
    let l = visit.browser.layout(reader);
    let (status, fields) = typed.unwrap_or_else(|| {
        let amount = loss.assessed.as_ref();
        let amount = amount.map(|assessed| assessed.amount_krw.0.to_string());
        (StatusCode::OK, Fields::stored([("amount_krw", amount)]))
    });
    let page = Page {
        nav: nav(&l, &case),
        claim,
        loss,
        fields,
        list,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, at: At, asked: Asked) -> Shown {
    page(&visit, at.into_inner(), asked.0, None).await
}

/// What is assessed, and why.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    amount_krw: String,
    reason: String,
    no_resident_number: bool,
}

/// Assesses.
pub async fn assess(sent: Sent<Form>, at: At, asked: Asked) -> Shown {
    let ((claim, loss), Asked(list)) = (at.into_inner(), asked);
    let back = along(&format!("/staff/claims/{claim}"), &list);
    let input = AssessmentInput {
        amount_krw: Amount::from(sent.value.amount_krw.as_str()),
        reason: sent.value.reason.clone(),
        no_resident_number: sent.value.no_resident_number,
    };
    let assess = move |w: &mut Write| {
        losses::one(w, claim, loss)?;
        assessment::assess(w, loss, &input)?;
        Ok(on_to(format!("{back}#loss-{loss}")))
    };
    match sent.change(assess).await {
        Ok(answer) => Ok(answer),
        // somebody decided meanwhile: nothing of this form can be sent again
        Err(error @ Error::Conflict(_)) => Err(error),
        Err(error) => {
            let refused = sent.refused(error)?;
            let typed = Some((refused.status, refused.fields));
            page(&sent.visit, (claim, loss), list, typed).await
        }
    }
}
