//! Regains a lost mailbox: asking for another address, confirming it as the second member of staff,
//! and taking it back.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases;
use crate::claims::signatories::{self, Signatory};
use crate::claims::{self, Claim, Party};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::identification::{methods, places};
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, RecoveryId};
use crate::recoveries::{self, Recovery, RecoveryConfirmation, RecoveryInput};
use crate::role::Role;

#[derive(Template)]
#[template(path = "staff/recovery.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    claim: Claim,
    named: Vec<Signatory>,
    recoveries: Vec<Recovery>,
    fields: Fields,
}

impl Page {
    fn waits(&self) -> bool {
        self.recoveries.iter().any(Recovery::waits)
    }

    fn confirms(&self, recovery: &Recovery) -> bool {
        recovery.is_unconfirmed() && !recovery.asked_here && self.l.role == Some(Role::Lawyer)
    }

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

async fn page(visit: &Visit, id: ClaimId, status: StatusCode, fields: Fields) -> Shown {
    let read = move |r: &mut Read| {
        let claim = claims::get(r, id)?;
        let case = cases::get(r, claim.case)?;
        let named = signatories::of_claim(r, id)?;
        Ok((claim, case, named, recoveries::of_claim(r, id)?))
    };
    let (reader, (claim, case, named, recoveries)) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    let page = Page {
        nav: nav(&l, &case),
        claim,
        named,
        recoveries,
        fields,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    page(&visit, *claim, StatusCode::OK, Fields::default()).await
}

/// Shows the page, or what went wrong on it.
async fn or_refused<T>(sent: &Sent<T>, claim: ClaimId, done: Shown) -> Shown {
    match done {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, claim, refused.status, refused.fields).await
        }
    }
}

/// The address, and how the claimant was identified anew.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    email: String,
    signatory: String,
    method: String,
    identified_on: String,
    detail: String,
    reason: String,
    no_resident_number: bool,
}

impl Form {
    fn input(self) -> Result<RecoveryInput, Error> {
        let chosen = |field: &str| Error::invalid(field, "choice-missing");
        let signatory = match self.signatory.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| chosen("signatory"))?),
        };
        Ok(RecoveryInput {
            email: self.email,
            signatory,
            method: self.method.parse().map_err(|_| chosen("method"))?,
            identified_on: self.identified_on,
            detail: self.detail,
            reason: self.reason,
            no_resident_number: self.no_resident_number,
        })
    }
}

pub async fn ask(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let (id, form) = (*claim, sent.value.clone());
    let ask = move |w: &mut Write| {
        recoveries::ask(w, id, &form.clone().input()?)?;
        Ok(on_to(format!("/staff/claims/{id}/recovery")))
    };
    let done = sent.change(ask).await;
    or_refused(&sent, id, done).await
}

type At = web::Path<(ClaimId, RecoveryId)>;

/// The address once more.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Confirmation {
    email: String,
}

pub async fn confirm(sent: Sent<Confirmation>, at: At) -> Shown {
    let (claim, recovery) = *at;
    let input = RecoveryConfirmation {
        email: sent.value.email.clone(),
    };
    let confirm = move |w: &mut Write| {
        recoveries::confirm(w, recovery, &input)?;
        Ok(on_to(format!("/staff/claims/{claim}/recovery")))
    };
    let done = sent.change(confirm).await;
    or_refused(&sent, claim, done).await
}

/// Takes it back.
pub async fn stop(sent: Sent<Nothing>, at: At) -> Shown {
    let (claim, recovery) = *at;
    let stop = move |w: &mut Write| {
        recoveries::stop(w, recovery)?;
        Ok(on_to(format!("/staff/claims/{claim}/recovery")))
    };
    let done = sent.change(stop).await;
    or_refused(&sent, claim, done).await
}
