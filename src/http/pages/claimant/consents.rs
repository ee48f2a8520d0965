//! The items that are agreed to or refused, each apart, and how each stands.

use actix_web::web;
use askama::Template;

use crate::cases::{self, ConsentText};
use crate::claims::consents::{self, Item};
use crate::claims::{self, Claim};
use crate::db::Read;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::text::Language;

/// An item with its text as it is now.
pub struct Asked {
    pub item: Item,
    pub text: ConsentText,
}

impl Asked {
    /// Key of how it stands.
    pub fn state(&self) -> &'static str {
        match &self.item.answer {
            Some(answer) if !answer.agreed => "consent-refused",
            Some(_) if self.item.is_outdated() => "consent-outdated",
            Some(_) => "consent-agreed",
            None => "consent-open",
        }
    }

    /// Colour of that.
    pub fn colour(&self) -> &'static str {
        match self.state() {
            "consent-agreed" => "green",
            "consent-refused" => "grey",
            _ => "yellow",
        }
    }
}

/// Every item of a claim's case in that language.
pub fn asked(r: &mut Read, claim: &Claim, language: Language) -> Result<Vec<Asked>, Error> {
    let texts = cases::current_texts(r, claim.case, Some(language))?;
    let mut items = consents::standing(r, claim.id)?;
    let one = |text: ConsentText| {
        let at = items.iter().position(|item| item.code == text.item)?;
        let item = items.swap_remove(at);
        Some(Asked { item, text })
    };
    Ok(texts.into_iter().filter_map(one).collect())
}

#[derive(Template)]
#[template(path = "claimant/consents.html")]
struct Page {
    l: Layout,
    claim: Claim,
    items: Vec<Asked>,
}

pub async fn show(visit: Visit, claim: web::Path<ClaimId>) -> Shown {
    let language = visit.browser.language;
    let read = move |r: &mut Read| {
        let claim = claims::get(r, *claim)?;
        let items = asked(r, &claim, language)?;
        Ok((claim, items))
    };
    let (reader, (claim, items)) = visit.look(read).await?;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        claim,
        items,
    })
}
