//! Looking somebody up by name, telephone or business number: it shows identities, so that it needs
//! a reason and is put on record. What is searched for stands in no address.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case};
use crate::db::Write;
use crate::disclosures::request::{DisclosureInput, Search};
use crate::disclosures::{self, SearchField};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};

#[derive(Template)]
#[template(path = "staff/search.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    fields: Fields,
}

impl Page {
    fn by(&self) -> Vec<(String, String)> {
        let choice = |field: &SearchField| {
            let code = field.as_str();
            (code.into(), self.l.of("staff-search", code))
        };
        SearchField::ALL.iter().map(choice).collect()
    }
}

async fn page(visit: &Visit, case: String, typed: Option<(StatusCode, Fields)>) -> Shown {
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let reason = disclosures::reason_of_session(r, case.id)?;
        Ok((case, reason))
    });
    let (reader, (case, reason)) = read.await?;
    let l = visit.browser.layout(reader);
    let (status, fields) =
        typed.unwrap_or_else(|| (StatusCode::OK, Fields::stored([("reason", reason)])));
    let nav = nav(&l, &case);
    let page = Page {
        l,
        nav,
        case,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    page(&visit, case.into_inner(), None).await
}

/// Who is looked for, and why.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    #[serde(rename = "search.field")]
    field: String,
    #[serde(rename = "search.value")]
    value: String,
    reason: String,
    no_resident_number: bool,
}

impl Form {
    fn input(&self) -> Result<DisclosureInput, Error> {
        let field = self.field.parse();
        Ok(DisclosureInput {
            reason: self.reason.clone(),
            claims: None,
            filter: None,
            search: Some(Search {
                field: field.map_err(|_| Error::invalid("search.field", "choice-missing"))?,
                value: self.value.clone(),
            }),
            no_resident_number: self.no_resident_number,
        })
    }
}

/// Puts the search on record and shows whom it finds.
pub async fn make(sent: Sent<Form>, case: web::Path<String>) -> Shown {
    let (named, input) = (case.clone(), sent.value.input());
    let request = input.and_then(DisclosureInput::parse);
    let request = match request {
        Ok(request) => request,
        Err(error) => return refused(&sent, case.into_inner(), error).await,
    };
    let make = move |w: &mut Write| {
        let case = cases::id(w, &named)?;
        let account = w.account()?;
        let id = disclosures::make(w, account, case, None, &request)?;
        Ok(on_to(format!("/staff/disclosures/{id}")))
    };
    match sent.change(make).await {
        Ok(answer) => Ok(answer),
        Err(error) => refused(&sent, case.into_inner(), error).await,
    }
}

async fn refused(sent: &Sent<Form>, case: String, error: Error) -> Shown {
    let refused = sent.refused(error)?;
    page(&sent.visit, case, Some((refused.status, refused.fields))).await
}
