//! What a claimant of a case will be asked to sign, to be read before anything begins; and every text
//! that was ever signed, by its SHA-256.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case, ConsentText, Publication};
use crate::error::Error;
use crate::http::download;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "public/texts.html")]
struct Page {
    l: Layout,
    case: Case,
    texts: Vec<ConsentText>,
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    let language = visit.browser.language;
    let read = visit.look(move |r| {
        let id = cases::id(r, &case)?;
        let texts = cases::current_texts(r, id, Some(language))?;
        Ok((cases::get(r, id)?, texts))
    });
    let (reader, (case, texts)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page { l, case, texts })
}

#[derive(Template)]
#[template(path = "public/text.html")]
struct TextPage {
    l: Layout,
    /// One at least.
    published: Vec<Publication>,
}

impl TextPage {
    fn text(&self) -> &ConsentText {
        &self.published[0].text
    }
}

async fn read(visit: &Visit, sha256: String) -> Result<TextPage, Error> {
    let read = visit.look(move |r| cases::publications(r, &sha256));
    let (reader, published) = read.await?;
    Ok(TextPage {
        l: visit.browser.layout(reader),
        published,
    })
}

/// A text that was published, as long ago as it may be.
pub async fn one(visit: Visit, sha256: web::Path<String>) -> Shown {
    let page = read(&visit, sha256.into_inner()).await?;
    visit.browser.show(&page)
}

/// The bytes whose SHA-256 it is.
pub async fn file(visit: Visit, sha256: web::Path<String>) -> Shown {
    let page = read(&visit, sha256.into_inner()).await?;
    let text = page.text();
    let name = format!("{}.txt", text.sha256);
    Ok(download::text(&name, text.body.clone()))
}
