//! Those who sign for a party that does not sign itself: who they are, whether they have signed, and
//! how everybody who signs was identified.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::claims::identifications::{self, Identification};
use crate::claims::lifecycle::Event;
use crate::claims::signatories::{self, Capacity, Signatory, SignatoryInput};
use crate::claims::{self, Claim, Party, Status, submit};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::may;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, IdentificationId, SignatoryId};
use crate::role::Role;

#[derive(Template)]
#[template(path = "claimant/signatories.html")]
struct Page {
    l: Layout,
    claim: Claim,
    named: Vec<Signatory>,
    identified: Vec<Identification>,
    /// Whether the firm has an identity provider.
    has_provider: bool,
    /// Whether it has a gateway to telephones.
    has_gateway: bool,
    /// What is still to be done about them.
    missing: Vec<Fault>,
    fields: Fields,
}

impl Page {
    /// Whether staff enter the claim for somebody.
    fn by_staff(&self) -> bool {
        self.l.role.is_some_and(Role::is_staff)
    }

    fn is_for_others(&self) -> bool {
        self.claim.party != Party::Person
    }

    fn open(&self) -> bool {
        may(&self.claim, Event::Edit).is_ok()
    }

    /// Whether a link can be sent.
    fn asks(&self) -> bool {
        may(&self.claim, Event::Consent).is_ok()
    }

    /// Whether somebody signs in this account who can be identified from here.
    fn identifies(&self) -> bool {
        let here = !self.is_for_others() || self.named.iter().any(|one| one.own);
        here && !self.by_staff() && !Status::OVER.contains(&self.claim.status)
    }

    fn offers_code(&self) -> bool {
        let identity = self.claim.identity.as_ref();
        self.has_gateway && identity.is_some_and(|identity| identity.phone.is_some())
    }

    fn capacities(&self) -> Vec<(&'static str, String)> {
        let offered = signatories::capacities(self.claim.party);
        let named = |capacity: Capacity| {
            let code = capacity.as_str();
            (code, self.l.of("capacity", code))
        };
        offered.map(named).collect()
    }

    fn here(&self) -> Vec<(&'static str, String)> {
        vec![("true", self.l.t("signatory-own-yes"))]
    }

    /// What they lack, where they lack anything.
    fn lacks(&self, at: &usize) -> Option<String> {
        let field = format!("signatories[{at}]");
        let fault = self.missing.iter().find(|fault| fault.field == field);
        fault.map(|fault| crate::text::fault(self.l.language, fault))
    }

    fn lacking(&self) -> Option<String> {
        let fault = self
            .missing
            .iter()
            .rfind(|fault| fault.field == "signatories");
        fault.map(|fault| crate::text::fault(self.l.language, fault))
    }

    fn name_of(&self, signatory: &Option<SignatoryId>) -> String {
        let mut named = self.named.iter();
        let one = named.find(|one| Some(one.id) == *signatory);
        let name = one.and_then(|one| one.name.as_ref());
        name.map_or_else(|| self.l.t("identified-self"), |name| name.as_str().into())
    }
}

async fn read(visit: &Visit, claim: ClaimId) -> Result<Page, Error> {
    let read = move |r: &mut Read| {
        Ok((
            claims::get(r, claim)?,
            signatories::of_claim(r, claim)?,
            identifications::of_claim(r, claim)?,
            submit::what_is_missing(r, claim)?,
        ))
    };
    let (reader, (claim, named, identified, missing)) = visit.look(read).await?;
    Ok(Page {
        l: visit.browser.layout(reader),
        has_provider: visit.app.identity_provider.is_some(),
        has_gateway: visit.app.phone_gateway.is_some(),
        claim,
        named,
        identified,
        missing,
        fields: Fields::default(),
    })
}

/// Shows the page, or what went wrong on it.
async fn or_refused<T>(
    sent: &Sent<T>,
    claim: ClaimId,
    done: Result<actix_web::HttpResponse, Error>,
) -> Shown {
    let error = match done {
        Ok(answer) => return Ok(answer),
        Err(error) => error,
    };
    let refused = sent.refused(error)?;
    let mut page = read(&sent.visit, claim).await?;
    page.fields = refused.fields;
    sent.visit.browser.show_as(refused.status, &page)
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let page = read(&visit, *claim).await?;
    visit.browser.show(&page)
}

/// Somebody who is to sign.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    capacity: String,
    name: String,
    office: String,
    share: String,
    own: bool,
    email: String,
}

impl Form {
    fn input(self) -> Result<SignatoryInput, Error> {
        let capacity = self.capacity.parse();
        let given = |text: String| (!text.trim().is_empty()).then_some(text);
        Ok(SignatoryInput {
            capacity: capacity.map_err(|_| Error::invalid("capacity", "choice-missing"))?,
            name: self.name,
            office: given(self.office),
            share: given(self.share),
            own: self.own,
            email: given(self.email),
        })
    }
}

pub async fn add(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let (id, form) = (*claim, sent.value.clone());
    let add = move |w: &mut Write| {
        signatories::add(w, id, &form.clone().input()?)?;
        Ok(on_to(format!("/claims/{id}/signatories")))
    };
    let done = sent.change(add).await;
    or_refused(&sent, id, done).await
}

type At = web::Path<(ClaimId, SignatoryId)>;

pub async fn remove(sent: Sent<Nothing>, at: At) -> Shown {
    let (claim, signatory) = *at;
    let remove = move |w: &mut Write| {
        signatories::remove(w, signatory)?;
        Ok(on_to(format!("/claims/{claim}/signatories")))
    };
    let done = sent.change(remove).await;
    or_refused(&sent, claim, done).await
}

/// Sends the link.
pub async fn ask(sent: Sent<Nothing>, at: At) -> Shown {
    let ((claim, signatory), language) = (*at, sent.visit.browser.language);
    let ask = move |w: &mut Write| {
        signatories::ask(w, signatory, language)?;
        Ok(on_to(format!("/claims/{claim}/signatories")))
    };
    let done = sent.change(ask).await;
    or_refused(&sent, claim, done).await
}

/// Says that an identification never took place.
pub async fn object(sent: Sent<Nothing>, at: web::Path<(ClaimId, IdentificationId)>) -> Shown {
    let (claim, identification) = *at;
    let object = move |w: &mut Write| {
        identifications::object(w, identification)?;
        Ok(on_to(format!("/claims/{claim}/signatories")))
    };
    let done = sent.change(object).await;
    or_refused(&sent, claim, done).await
}
