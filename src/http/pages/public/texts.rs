//! What a claimant of a case will be asked to sign, to be read before anything begins.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case, ConsentText};
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
