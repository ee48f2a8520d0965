//! Being identified by a code to the telephone of a claim.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::claims::phone_codes::{self, PhoneCodeInput};
use crate::claims::{self, Claim};
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, go};
use crate::ids::ClaimId;

#[derive(Template)]
#[template(path = "claimant/phone_code.html")]
struct Page {
    l: Layout,
    claim: Claim,
    fields: Fields,
}

async fn shown(visit: &Visit, claim: ClaimId, status: StatusCode, fields: Fields) -> Shown {
    visit.app.gateway()?;
    let (reader, claim) = visit.look(move |r| claims::get(r, claim)).await?;
    let page = Page {
        l: visit.browser.layout(reader),
        claim,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    shown(&visit, *claim, StatusCode::OK, Fields::default()).await
}

/// Sends a code, and leads to where it is typed.
pub async fn send(sent: Sent<Nothing>, claim: web::Path<ClaimId>) -> Shown {
    let (visit, app) = (&sent.visit, &sent.visit.app);
    let (ticket, language) = (&visit.ticket, visit.browser.language);
    let gateway = app.gateway()?;
    let done = phone_codes::send(&app.db, ticket, &app.limits, gateway, *claim, language).await;
    match done {
        Ok(()) => Ok(go(&format!("/claims/{claim}/phone-code")).finish()),
        Err(error) => {
            let refused = sent.refused(error)?;
            shown(visit, *claim, refused.status, refused.fields).await
        }
    }
}

/// The code in the message.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    code: String,
}

pub async fn confirm(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    let visit = &sent.visit;
    visit.app.gateway()?;
    let typed = PhoneCodeInput {
        code: sent.value.code.clone(),
    };
    match phone_codes::confirm(&visit.app.db, &visit.ticket, *claim, &typed).await {
        Ok(()) => Ok(go(&format!("/claims/{claim}/signatories")).finish()),
        Err(error) => {
            let refused = sent.refused(error)?;
            shown(visit, *claim, refused.status, refused.fields).await
        }
    }
}
