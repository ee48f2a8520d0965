//! Claims that staff entered for somebody: the list of a case, and beginning one.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case};
use crate::claims::identity::IdentityInput;
use crate::claims::staffed::{self, Channel, Staffed, StaffedInput};
use crate::claims::{ClaimInput, Party};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};

/// Claims a page.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "staff/entered.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    entered: Vec<Staffed>,
    /// Where older ones are.
    older: Option<String>,
}

impl Page {
    /// How somebody turned to the firm, and when.
    fn came(&self, staffed: &Staffed) -> String {
        let channel = self.l.of("channel", staffed.channel.as_str());
        format!("{channel}, {}", self.l.day(&staffed.received_on))
    }

    /// What is called a claim that has no number yet.
    fn name(&self, staffed: &Staffed) -> String {
        let name = staffed.name.as_ref().map(|name| name.as_str().to_owned());
        let named = staffed.number.clone().or(name);
        named.unwrap_or_else(|| self.l.t("entered-unnamed"))
    }

    /// Key of how far it got.
    fn state(&self, staffed: &Staffed) -> &'static str {
        match (staffed.is_open(), staffed.number.is_some()) {
            (true, _) if staffed.slip_at.is_some() => "entered-slip",
            (true, _) => "entered-open",
            (false, true) => "entered-handed-in",
            (false, false) => "entered-taken",
        }
    }

    /// Where somebody goes on with it: what was taken over is the claimant's alone.
    fn way(&self, staffed: &Staffed) -> String {
        let id = staffed.claim;
        match (staffed.is_open(), staffed.number.is_some()) {
            (true, _) => format!("/claims/{id}"),
            (false, true) => format!("/staff/claims/{id}"),
            (false, false) => format!("/staff/claims/{id}/slip"),
        }
    }
}

pub async fn show(visit: Visit, case: web::Path<String>, asked: Asked) -> Shown {
    let after = asked.0.value("after").parse().ok();
    let read = move |r: &mut Read| {
        let case = cases::own::get(r, &case)?;
        let entered = staffed::of_case(r, case.id, after, MOST)?;
        Ok((case, entered))
    };
    let (reader, (case, entered)) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    let full = entered.len() as i64 == MOST;
    let last = entered.last().filter(|_| full);
    let last = last.map(|last| last.claim.to_string());
    let path = format!("/staff/cases/{}/entered", case.code);
    let older = last.map(|last| address(&path, [("after", last.as_str())]));
    visit.browser.show(&Page {
        nav: nav(&l, &case),
        case,
        entered,
        older,
        l,
    })
}

#[derive(Template)]
#[template(path = "staff/new_entered.html")]
struct NewPage {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    fields: Fields,
}

impl NewPage {
    fn channels(&self) -> Vec<(&'static str, String)> {
        let named = |channel: &Channel| {
            let code = channel.as_str();
            (code, self.l.of("channel", code))
        };
        Channel::ALL.iter().map(named).collect()
    }

    fn parties(&self) -> Vec<(&'static str, String)> {
        let named = |party: &Party| {
            let code = party.as_str();
            (code, self.l.of("party", code))
        };
        Party::ALL.iter().map(named).collect()
    }
}

async fn new_page(visit: &Visit, case: String, status: StatusCode, fields: Fields) -> Shown {
    let read = move |r: &mut Read| cases::own::get(r, &case);
    let (reader, case) = visit.look(read).await?;
    let l = visit.browser.layout(reader);
    let page = NewPage {
        nav: nav(&l, &case),
        case,
        fields,
        l,
    };
    visit.browser.show_as(status, &page)
}

pub async fn new(visit: Visit, case: web::Path<String>) -> Shown {
    new_page(&visit, case.into_inner(), StatusCode::OK, Fields::default()).await
}

/// How somebody came, and who they are; the rest is asked as claimants are asked.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    channel: String,
    received_on: String,
    #[serde(rename = "claim.party")]
    party: String,
    #[serde(rename = "claim.identity.name")]
    name: String,
    #[serde(rename = "claim.identity.phone")]
    phone: String,
}

impl Form {
    fn input(self) -> Result<StaffedInput, Error> {
        let chosen = |field: &str| Error::invalid(field, "choice-missing");
        let given = |text: String| (!text.trim().is_empty()).then_some(text);
        let party: Party = self.party.parse().map_err(|_| chosen("claim.party"))?;
        let mut claim = ClaimInput::begun_by(party);
        claim.identity = IdentityInput {
            name: given(self.name),
            phone: given(self.phone),
            ..IdentityInput::default()
        };
        Ok(StaffedInput {
            channel: self.channel.parse().map_err(|_| chosen("channel"))?,
            received_on: self.received_on,
            claim,
        })
    }
}

pub async fn enter(sent: Sent<Form>, case: web::Path<String>) -> Shown {
    let (code, form) = (case.into_inner(), sent.value.clone());
    let named = code.clone();
    let enter = move |w: &mut Write| {
        let case = cases::id(w, &named)?;
        let id = staffed::create(w, case, &form.clone().input()?)?;
        Ok(on_to(format!("/claims/{id}")))
    };
    match sent.change(enter).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            new_page(&sent.visit, code, refused.status, refused.fields).await
        }
    }
}
