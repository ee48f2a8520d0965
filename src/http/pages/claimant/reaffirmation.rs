//! "I still want this": signing again what was signed before.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::claims::lifecycle::Event;
use crate::claims::reaffirmations::{self, Reaffirmation, ReaffirmationInput};
use crate::claims::{self, Claim};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::may;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;

#[derive(Template)]
#[template(path = "claimant/reaffirmation.html")]
struct Page {
    l: Layout,
    claim: Claim,
    made: Vec<Reaffirmation>,
    fields: Fields,
}

impl Page {
    fn open(&self) -> bool {
        may(&self.claim, Event::Consent).is_ok()
    }
}

async fn read(visit: &Visit, claim: ClaimId) -> Result<Page, Error> {
    let read = move |r: &mut Read| {
        let made = reaffirmations::of_claim(r, claim)?;
        Ok((claims::get(r, claim)?, made))
    };
    let (reader, (claim, made)) = visit.look(read).await?;
    Ok(Page {
        l: visit.browser.layout(reader),
        claim,
        made,
        fields: Fields::default(),
    })
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let page = read(&visit, *claim).await?;
    visit.browser.show(&page)
}

/// The signature.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    pub signed_name: String,
}

impl Form {
    pub fn input(&self) -> ReaffirmationInput {
        ReaffirmationInput {
            signed_name: self.signed_name.clone(),
        }
    }
}

pub async fn sign(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let (id, input) = (*claim, sent.value.input());
    let sign = move |w: &mut Write| {
        reaffirmations::reaffirm(w, id, &input)?;
        Ok(on_to(format!("/claims/{id}/reaffirmation")))
    };
    let error = match sent.change(sign).await {
        Ok(answer) => return Ok(answer),
        Err(error) => error,
    };
    let refused = sent.refused(error)?;
    let mut page = read(&sent.visit, id).await?;
    page.fields = refused.fields;
    sent.visit.browser.show_as(refused.status, &page)
}
