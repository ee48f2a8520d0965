//! Signing by a link: whoever signs for a party beside the owner of the claim reads each text and
//! answers it, without an account.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case, ConsentText, ItemKind};
use crate::claims::consents::{self, Consent};
use crate::claims::reaffirmations;
use crate::claims::signatories::{self, Asked};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::answering::{self, Ask, Form};
use crate::http::pages::claimant::reaffirmation;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};

#[derive(Template)]
#[template(path = "public/signing.html")]
struct ListPage {
    l: Layout,
    token: String,
    case: Case,
    asked: Asked,
    texts: Vec<ConsentText>,
    /// Whether the firm has an identity provider.
    has_provider: bool,
    fields: Fields,
}

impl ListPage {
    fn answer(&self, item: &str) -> Option<&Consent> {
        let answers = &self.asked.answers;
        answers.iter().find(|answer| answer.item == item)
    }

    /// Whether there is something that they can say still holds.
    fn signed(&self) -> bool {
        self.asked.answers.iter().any(|answer| answer.agreed)
    }

    /// Key of how an item stands, and its colour.
    fn state(&self, text: &ConsentText) -> (&'static str, &'static str) {
        match self.answer(&text.item) {
            None => ("consent-open", "yellow"),
            Some(answer) if !answer.agreed => ("consent-refused", "grey"),
            Some(answer) if answer.version < text.suffices_from => ("consent-outdated", "yellow"),
            Some(_) => ("consent-agreed", "green"),
        }
    }
}

fn read(
    r: &mut Read,
    token: &str,
    l: crate::text::Language,
) -> Result<(Asked, Case, Vec<ConsentText>), Error> {
    let asked = signatories::asked(r, token)?;
    let case = cases::get(r, asked.case)?;
    let texts = cases::current_texts(r, asked.case, Some(l))?;
    Ok((asked, case, texts))
}

async fn list(visit: &Visit, token: String) -> Result<ListPage, Error> {
    let (secret, language) = (token.clone(), visit.browser.language);
    let read = visit.look(move |r| read(r, &secret, language)).await;
    let (_, (asked, case, texts)) = read?;
    Ok(ListPage {
        l: visit.browser.layout(None),
        token,
        case,
        asked,
        texts,
        has_provider: visit.app.identity_provider.is_some(),
        fields: Fields::default(),
    })
}

pub async fn show(visit: Visit, token: web::Path<String>) -> Shown {
    let page = list(&visit, token.into_inner()).await?;
    visit.browser.show(&page)
}

/// Signs that what was signed by the link still holds.
pub async fn reaffirm(sent: Sent<reaffirmation::Form>, token: web::Path<String>) -> Shown {
    let (token, input) = (token.into_inner(), sent.value.input());
    let secret = token.clone();
    let sign = move |w: &mut Write| {
        reaffirmations::reaffirm_by_link(w, &secret, &input)?;
        Ok(on_to(format!("/signatures/{secret}")))
    };
    let error = match sent.change(sign).await {
        Ok(answer) => return Ok(answer),
        Err(error) => error,
    };
    let refused = sent.refused(error)?;
    let mut page = list(&sent.visit, token).await?;
    page.fields = refused.fields;
    sent.visit.browser.show_as(refused.status, &page)
}

#[derive(Template)]
#[template(path = "public/signing_item.html")]
struct ItemPage {
    l: Layout,
    token: String,
    ask: Ask,
    fields: Fields,
}

async fn item(visit: &Visit, (token, item): (String, String)) -> Result<ItemPage, Error> {
    let (secret, language) = (token.clone(), visit.browser.language);
    let read = visit.look(move |r| read(r, &secret, language)).await;
    let (_, (_, case, texts)) = read?;
    let text = texts.into_iter().find(|text| text.item == item);
    let text = text.ok_or(Error::NotFound)?;
    let needed = match text.kind {
        ItemKind::Mandate => case.needed_powers,
        _ => Vec::new(),
    };
    let path = format!("/signatures/{token}/{item}");
    Ok(ItemPage {
        l: visit.browser.layout(None),
        token,
        ask: Ask::of(path, text, needed, false),
        fields: Fields::default(),
    })
}

type At = web::Path<(String, String)>;

pub async fn one(visit: Visit, at: At) -> Shown {
    let page = item(&visit, at.into_inner()).await?;
    visit.browser.show(&page)
}

pub async fn answer(sent: Sent<Form>, at: At) -> Shown {
    let (token, code) = at.into_inner();
    let (form, typed) = (sent.value.clone(), sent.typed.clone());
    let (secret, asked) = (token.clone(), code.clone());
    let answer = move |w: &mut Write| {
        let input = form.clone().input(asked.clone(), &typed)?;
        consents::answer_by_link(w, &secret, &input)?;
        Ok(on_to(format!("/signatures/{secret}")))
    };
    let error = match sent.change(answer).await {
        Ok(answer) => return Ok(answer),
        Err(error) => error,
    };
    let superseded = matches!(error, Error::Superseded { .. });
    let refused = sent.refused(error)?;
    let mut page = item(&sent.visit, (token, code)).await?;
    page.fields = refused.fields;
    if superseded {
        answering::forget(&mut page.fields);
    }
    sent.visit.browser.show_as(refused.status, &page)
}
