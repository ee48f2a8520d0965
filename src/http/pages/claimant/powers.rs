//! The special powers of counsel: which they have, and giving or taking back each by itself.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::Power;
use crate::claims::lifecycle::Event;
use crate::claims::powers::{self, PowerInput, PowerStanding};
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
#[template(path = "claimant/powers.html")]
struct ListPage {
    l: Layout,
    claim: Claim,
    powers: Vec<PowerStanding>,
}

impl ListPage {
    /// Whether they can be given and taken back now: there is a mandate, and the claim lives.
    fn open(&self) -> bool {
        let mandated = self.powers.iter().any(|power| power.stated_at.is_some());
        mandated && may(&self.claim, Event::Consent).is_ok()
    }
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let read = move |r: &mut Read| Ok((claims::get(r, *claim)?, powers::of_claim(r, *claim)?));
    let (reader, (claim, powers)) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&ListPage { l, claim, powers })
}

/// The signature under it.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    granted: bool,
    signed_name: String,
}

#[derive(Template)]
#[template(path = "claimant/power.html")]
struct Page {
    l: Layout,
    claim: Claim,
    power: PowerStanding,
    fields: Fields,
}

impl Page {
    /// Key of what would be done.
    fn does(&self) -> &'static str {
        match self.power.granted {
            true => "take",
            false => "give",
        }
    }
}

async fn read(visit: &Visit, (claim, power): (ClaimId, Power)) -> Result<Page, Error> {
    let read = move |r: &mut Read| Ok((claims::get(r, claim)?, powers::of_claim(r, claim)?));
    let (reader, (claim, powers)) = visit.look(read).await?;
    let power = powers.into_iter().find(|standing| standing.power == power);
    Ok(Page {
        l: visit.browser.layout(reader),
        claim,
        power: power.ok_or(Error::NotFound)?,
        fields: Fields::default(),
    })
}

type At = web::Path<(ClaimId, Power)>;

pub async fn one(visit: Visit, at: At) -> Shown {
    let page = read(&visit, *at).await?;
    visit.browser.show(&page)
}

pub async fn state(sent: Sent<Form>, at: At) -> Shown {
    let ((claim, power), form) = (*at, sent.value.clone());
    let state = move |w: &mut Write| {
        let input = PowerInput {
            power,
            granted: form.granted,
            signed_name: form.signed_name.clone(),
        };
        powers::state(w, claim, &input)?;
        Ok(on_to(format!("/claims/{claim}/powers")))
    };
    let error = match sent.change(state).await {
        Ok(answer) => return Ok(answer),
        Err(error) => error,
    };
    let refused = sent.refused(error)?;
    let mut page = read(&sent.visit, *at).await?;
    page.fields = refused.fields;
    sent.visit.browser.show_as(refused.status, &page)
}
