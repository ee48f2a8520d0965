//! Answers on paper: how each item stands, and putting on record that a signed paper is there.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::cases::{self, ItemKind};
use crate::claims::consents::{self, PaperInput};
use crate::claims::signatories::{self, Signatory};
use crate::claims::{self, Claim, Party};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answering::{Ask, Form};
use crate::http::pages::claimant::consents::{Asked, asked};
use crate::http::pages::form::{Fields, Typed, WithFiles};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, SignatoryId};

#[derive(Template)]
#[template(path = "staff/papers.html")]
struct List {
    l: Layout,
    claim: Claim,
    items: Vec<Asked>,
}

impl List {
    /// How many papers of an item are on record.
    fn papers(&self, asked: &Asked) -> String {
        let count = asked.item.answer.iter().count() + asked.item.others.len();
        self.l.t1("papers-count", "count", count)
    }
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let language = visit.browser.language;
    let read = move |r: &mut Read| {
        let claim = claims::get(r, *claim)?;
        let items = asked(r, &claim, language)?;
        Ok((claim, items))
    };
    let (reader, (claim, items)) = visit.look(read).await?;
    visit.browser.show(&List {
        l: visit.browser.layout(reader),
        claim,
        items,
    })
}

#[derive(Template)]
#[template(path = "staff/paper.html")]
struct Page {
    l: Layout,
    claim: Claim,
    named: Vec<Signatory>,
    ask: Ask,
    fields: Fields,
}

impl Page {
    fn is_for_others(&self) -> bool {
        self.claim.party != Party::Person
    }

    fn signatories(&self) -> Vec<(String, String)> {
        let one = |one: &Signatory| {
            let name = one.name.as_ref().map_or("", |name| name.as_str());
            (one.id.to_string(), name.to_owned())
        };
        self.named.iter().map(one).collect()
    }
}

type At = web::Path<(ClaimId, String)>;

async fn page(
    visit: &Visit,
    (claim, item): (ClaimId, String),
    status: StatusCode,
    fields: Fields,
) -> Shown {
    let language = visit.browser.language;
    let read = move |r: &mut Read| {
        let claim = claims::get(r, claim)?;
        let items = asked(r, &claim, language)?.into_iter();
        let mut items = items.filter(|asked| asked.item.code == item);
        let found = items.next().ok_or(Error::NotFound)?;
        let needed = match found.item.kind {
            ItemKind::Mandate => cases::get(r, claim.case)?.needed_powers,
            _ => Vec::new(),
        };
        let named = signatories::of_claim(r, claim.id)?;
        Ok((claim, found, needed, named))
    };
    let (reader, (claim, found, needed, named)) = visit.look(read).await?;
    let path = format!("/staff/claims/{}/papers/{}", claim.id, found.item.code);
    let page = Page {
        l: visit.browser.layout(reader),
        claim,
        named,
        ask: Ask::of(path, found.text, needed, false),
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn one(visit: Visit, at: At) -> Shown {
    page(&visit, at.into_inner(), StatusCode::OK, Fields::default()).await
}

/// The answer on the paper, with the hash of the scan that was chosen, or else typed.
fn input(form: Form, item: String, typed: &Typed) -> Result<PaperInput, Error> {
    let answer = form.input(item, typed)?;
    let said = |field: &str| typed.get(field).filter(|typed| !typed.trim().is_empty());
    let signatory: Option<SignatoryId> = match said("signatory") {
        None => None,
        Some(id) => {
            let chosen = |_| Error::invalid("signatory", "choice-missing");
            Some(id.parse().map_err(chosen)?)
        }
    };
    let scan = said("sha256").or(said("scan_sha256"));
    Ok(PaperInput {
        item: answer.item,
        language: answer.language,
        text_sha256: answer.text_sha256,
        agreed: answer.agreed,
        signed_name: answer.signed_name,
        powers: answer.powers,
        signatory,
        signed_on: said("signed_on").unwrap_or_default().into(),
        scan_sha256: scan.unwrap_or_default().into(),
    })
}

pub async fn record(sent: WithFiles<Form>, at: At) -> Shown {
    let WithFiles(sent) = sent;
    let ((claim, item), form) = (at.clone(), sent.value.clone());
    let typed = sent.typed.clone();
    let record = move |w: &mut Write| {
        let paper = input(form.clone(), item.clone(), &typed)?;
        consents::record_paper(w, claim, &paper)?;
        Ok(on_to(format!("/staff/claims/{claim}/papers")))
    };
    match sent.change(record).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, at.into_inner(), refused.status, refused.fields).await
        }
    }
}
