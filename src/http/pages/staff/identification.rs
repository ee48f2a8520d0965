//! Puts on record how somebody who signs was identified.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, IdentificationMethod};
use crate::claims::identifications::{self, IdentificationInput};
use crate::claims::signatories::{self, Signatory};
use crate::claims::{self, Claim, Party};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;

#[derive(Template)]
#[template(path = "staff/identification.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    claim: Claim,
    named: Vec<Signatory>,
    fields: Fields,
}

impl Page {
    fn places(&self) -> Vec<(String, String)> {
        places(&self.l, &self.named)
    }

    fn methods(&self) -> Vec<(&'static str, String)> {
        methods(&self.l)
    }

    fn is_for_others(&self) -> bool {
        self.claim.party != Party::Person
    }
}

/// Those who sign, by capacity and place: their names are sealed.
pub(super) fn places(l: &Layout, named: &[Signatory]) -> Vec<(String, String)> {
    let one = |(n, one): (usize, &Signatory)| {
        let capacity = l.of("capacity", one.capacity.as_str());
        (one.id.to_string(), format!("{} ({capacity})", n + 1))
    };
    named.iter().enumerate().map(one).collect()
}

/// What staff see to themselves.
pub(super) fn methods(l: &Layout) -> Vec<(&'static str, String)> {
    let all = IdentificationMethod::ALL.iter();
    let staffs = all.filter(|method| !method.is_of_registry());
    let named = |method: &IdentificationMethod| {
        let code = method.as_str();
        (code, l.of("identified", code))
    };
    staffs.map(named).collect()
}

async fn page(visit: &Visit, id: ClaimId, status: StatusCode, fields: Fields) -> Shown {
    let read = move |r: &mut Read| {
        let claim = claims::get(r, id)?;
        let case = cases::get(r, claim.case)?;
        Ok((claim, case, signatories::of_claim(r, id)?))
    };
    let (reader, (claim, case, named)) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    let page = Page {
        nav: nav(&l, &case),
        claim,
        named,
        fields,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    page(&visit, *claim, StatusCode::OK, Fields::default()).await
}

/// How, when, and what shows it.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    signatory: String,
    method: String,
    identified_on: String,
    detail: String,
    no_resident_number: bool,
}

impl Form {
    fn input(self) -> Result<IdentificationInput, Error> {
        let chosen = |field: &str| Error::invalid(field, "choice-missing");
        let signatory = match self.signatory.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| chosen("signatory"))?),
        };
        Ok(IdentificationInput {
            signatory,
            method: self.method.parse().map_err(|_| chosen("method"))?,
            identified_on: self.identified_on,
            detail: self.detail,
            no_resident_number: self.no_resident_number,
        })
    }
}

pub async fn record(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let (id, form) = (*claim, sent.value.clone());
    let record = move |w: &mut Write| {
        identifications::record(w, id, &form.clone().input()?)?;
        Ok(on_to(format!("/staff/claims/{id}#identified")))
    };
    match sent.change(record).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, id, refused.status, refused.fields).await
        }
    }
}
