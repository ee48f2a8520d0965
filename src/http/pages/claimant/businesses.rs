//! The businesses of a claim, and each of them: all that is asked of one on one page, saved together.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case, OptionKind};
use crate::claims::lifecycle::Event;
use crate::claims::{self, Business, BusinessInput, Claim, Region};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answers::{Row, Whole};
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::claimant::may;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::position;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{BusinessId, ClaimId};

#[derive(Template)]
#[template(path = "claimant/businesses.html")]
struct List {
    l: Layout,
    case: Case,
    claim: Claim,
    /// Whether they can change: afterwards they are only read.
    open: bool,
}

impl List {
    fn lines(&self, business: &Business) -> Vec<String> {
        position::business(&self.l, &self.case, business)
    }
}

#[derive(Template)]
#[template(path = "claimant/business.html")]
struct Page {
    l: Layout,
    case: Case,
    claim: Claim,
    /// The business that is being changed.
    business: Option<BusinessId>,
    fields: Fields,
    /// What is stored meanwhile, where it was changed elsewhere, in words.
    elsewhere: Vec<Row>,
}

impl Page {
    fn action(&self) -> String {
        format!("/claims/{}/{}", self.claim.id, path(self.business))
    }

    fn industries(&self) -> Vec<(String, String)> {
        let options = self.case.options.iter();
        let offered = options.filter(|option| option.kind == OptionKind::Industry);
        let named = offered.map(|one| (one.code.clone(), self.l.both(&one.name).into()));
        named.collect()
    }

    fn regions(&self) -> Vec<(String, String)> {
        let named = |region: &Region| {
            let code = region.as_str();
            (code.into(), self.l.of("region", code))
        };
        Region::ALL.iter().map(named).collect()
    }
}

/// Where a business is changed, or another one added, after the path of the claim.
fn path(business: Option<BusinessId>) -> String {
    match business {
        Some(business) => format!("businesses/{business}"),
        None => "businesses/new".into(),
    }
}

fn stored(claim: &Claim, business: Option<BusinessId>) -> Result<Fields, Error> {
    let mut fields = Fields::stored([("version", Some(claim.version.to_string()))]);
    let Some(id) = business else {
        return Ok(fields);
    };
    let mut all = claim.businesses.iter();
    let one = all.find(|one| one.id == id).ok_or(Error::NotFound)?;
    for (field, value) in [
        ("name", one.name.clone()),
        ("number", one.number.as_ref().map(ToString::to_string)),
        ("region", one.region.map(|region| region.as_str().into())),
        ("industry", one.industry.clone()),
    ] {
        fields.set(field, value.unwrap_or_default());
    }
    Ok(fields)
}

fn of_draft(r: &mut Read, claim: ClaimId) -> Result<(Case, Claim), Error> {
    let claim = claims::get(r, claim)?;
    may(&claim, Event::Edit)?;
    Ok((cases::get(r, claim.case)?, claim))
}

async fn read(visit: &Visit, id: ClaimId, business: Option<BusinessId>) -> Result<Page, Error> {
    let read = move |r: &mut Read| of_draft(r, id);
    let (reader, (case, claim)) = visit.look(read).await?;
    Ok(Page {
        l: visit.browser.layout(reader),
        fields: stored(&claim, business)?,
        case,
        claim,
        business,
        elsewhere: Vec::new(),
    })
}

pub async fn list(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let read = move |r: &mut Read| {
        let claim = claims::get(r, *claim)?;
        Ok((cases::get(r, claim.case)?, claim))
    };
    let (reader, (case, claim)) = visit.look(read).await?;
    visit.browser.show(&List {
        l: visit.browser.layout(reader),
        open: may(&claim, Event::Edit).is_ok(),
        case,
        claim,
    })
}

pub async fn show_new(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let page = read(&visit, *claim, None).await?;
    visit.browser.show(&page)
}

type One = web::Path<(ClaimId, BusinessId)>;

pub async fn show(visit: Visit, at: One) -> Shown {
    let page = read(&visit, at.0, Some(at.1)).await?;
    visit.browser.show(&page)
}

/// What is typed of a business.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    /// The version of the claim that was read.
    version: String,
    name: Option<String>,
    number: Option<String>,
    region: String,
    industry: String,
}

impl Form {
    fn input(self, id: Option<BusinessId>) -> Result<BusinessInput, Fault> {
        let given = |text: String| (!text.is_empty()).then_some(text);
        let region = given(self.region).map(|code| code.parse::<Region>());
        let region = region.transpose();
        Ok(BusinessInput {
            id,
            name: self.name,
            number: self.number,
            region: region.map_err(|_| Fault::new("region", "choice-missing"))?,
            industry: given(self.industry),
        })
    }
}

/// Puts it in the place of the business with its id, or behind all others; returns its place.
fn put(business: BusinessInput, all: &mut Vec<BusinessInput>) -> Result<usize, Error> {
    let Some(id) = business.id else {
        all.push(business);
        return Ok(all.len() - 1);
    };
    let at = all.iter().position(|one| one.id == Some(id));
    let at = at.ok_or(Error::NotFound)?;
    all[at] = business;
    Ok(at)
}

/// On the page of one business its fields stand by themselves.
fn fault_of_page(error: Error, at: usize) -> Error {
    let place = format!("businesses[{at}].");
    let by_itself = |fault: Fault| match fault.field.strip_prefix(&place) {
        Some(field) => Fault {
            field: field.into(),
            ..fault
        },
        None => fault,
    };
    match error {
        Error::Invalid(faults) => Error::Invalid(faults.into_iter().map(by_itself).collect()),
        other => other,
    }
}

async fn change(sent: Sent<Form>, id: ClaimId, business: Option<BusinessId>) -> Shown {
    let form = sent.value.clone();
    let save = move |w: &mut Write| {
        let version = form.version.parse().unwrap_or_default();
        let input = form.clone().input(business)?;
        let mut at = Err(Error::NotFound);
        let edited = claims::edit_part(w, id, &[version], |draft| {
            at = put(input, &mut draft.businesses);
        });
        let at = at?;
        edited.map_err(|error| fault_of_page(error, at))?;
        Ok(on_to(format!("/claims/{id}/businesses")))
    };
    match sent.change(save).await {
        Ok(answer) => Ok(answer),
        Err(error) => refused(&sent, id, business, error).await,
    }
}

/// What was typed stays. Where the draft changed elsewhere, both are shown, and sending it again
/// decides.
async fn refused(
    sent: &Sent<Form>,
    id: ClaimId,
    business: Option<BusinessId>,
    error: Error,
) -> Shown {
    let stale = matches!(error, Error::Stale);
    let refused = sent.refused(error)?;
    let page = read(&sent.visit, id, business).await?;
    let (mut fields, mut elsewhere, mut status) = (refused.fields, Vec::new(), refused.status);
    if stale {
        // read before what is shown: whoever sends again has seen at least this version
        fields.set("version", page.claim.version.to_string());
        let at = path(business);
        elsewhere = Whole::stored(&sent.visit, id, |change: &str| change == at).await?;
        status = StatusCode::CONFLICT;
    }
    let page = Page {
        fields,
        elsewhere,
        ..page
    };
    sent.visit.browser.show_as(status, &page)
}

pub async fn add(sent: Sent<Form>, claim: web::Path<ClaimId>) -> Shown {
    change(sent, *claim, None).await
}

pub async fn save(sent: Sent<Form>, at: One) -> Shown {
    let (claim, business) = *at;
    change(sent, claim, Some(business)).await
}

async fn confirm(visit: &Visit, (id, business): (ClaimId, BusinessId)) -> Result<Confirm, Error> {
    let Page { l, case, claim, .. } = read(visit, id, Some(business)).await?;
    let one = claim.businesses.iter().find(|one| one.id == business);
    let about = one.map(|one| position::business(&l, &case, one).join(", "));
    let back = format!("/claims/{id}/businesses");
    let page = Confirm::of(l, "business-removal", 1, back).of_claim(&claim);
    Ok(page.about(about))
}

/// Asks whether a business is to be taken out.
pub async fn confirm_removal(visit: Visit, at: One) -> Shown {
    let page = confirm(&visit, *at).await?;
    visit.browser.show(&page)
}

pub async fn remove(sent: Sent<Nothing>, at: One) -> Shown {
    let (id, business) = *at;
    let remove = move |w: &mut Write| {
        let version = claims::get(w, id)?.version;
        claims::edit_part(w, id, &[version], |draft| {
            draft.businesses.retain(|one| one.id != Some(business));
        })?;
        Ok(on_to(format!("/claims/{id}/businesses")))
    };
    match sent.change(remove).await {
        Err(error) => confirm(&sent.visit, *at).await?.refused(&sent, error),
        answer => answer,
    }
}
