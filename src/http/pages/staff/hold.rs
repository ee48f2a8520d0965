//! Putting one claim under a legal hold, and releasing it.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case};
use crate::claims::{self, Claim};
use crate::db::Write;
use crate::erasures::holds::{self, Held};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;
use crate::input;

/// Why something is kept.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    reason: String,
    no_resident_number: bool,
}

impl Form {
    pub(super) fn reason(&self) -> Result<String, Error> {
        Ok(input::reason(
            "reason",
            &self.reason,
            self.no_resident_number,
        )?)
    }
}

#[derive(Template)]
#[template(path = "staff/hold.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    claim: Claim,
    fields: Fields,
}

async fn page(visit: &Visit, id: ClaimId, status: StatusCode, fields: Fields) -> Shown {
    let read = visit.look(move |r| {
        let claim = claims::get(r, id)?;
        let case: Case = cases::get(r, claim.case)?;
        Ok((case, claim))
    });
    let (reader, (case, claim)) = read.await?;
    let l = visit.browser.layout(reader);
    let nav = nav(&l, &case);
    let page = Page {
        l,
        nav,
        claim,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    page(&visit, *claim, StatusCode::OK, Fields::default()).await
}

/// Puts the claim under a hold.
pub async fn set(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let (id, form) = (*claim, sent.value.clone());
    let set = move |w: &mut Write| {
        holds::set(w, Held::Claim(id), &form.reason()?)?;
        Ok(on_to(format!("/staff/claims/{id}#hold")))
    };
    match sent.change(set).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, id, refused.status, refused.fields).await
        }
    }
}

/// Releases the hold of the claim; one of its whole case stays.
pub async fn release(sent: Sent<Nothing>, claim: web::Path<ClaimId>) -> Shown {
    let id = *claim;
    let release = move |w: &mut Write| {
        holds::release(w, Held::Claim(id))?;
        Ok(on_to(format!("/staff/claims/{id}#hold")))
    };
    sent.change(release).await
}
