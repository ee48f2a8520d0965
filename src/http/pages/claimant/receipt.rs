//! A receipt as a file.

use actix_web::web;
use askama::Template;

use crate::http::download;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::ids::ClaimId;
use crate::receipts;

/// It is not ready for a second or two.
#[derive(Template)]
#[template(path = "claimant/receipt.html")]
struct Page {
    l: Layout,
    claim: ClaimId,
}

pub async fn download(visit: Visit, at: web::Path<(ClaimId, i64)>) -> Shown {
    let (store, (claim, id)) = (visit.app.store.clone(), at.into_inner());
    let read = move |r: &mut crate::db::Read| receipts::one(r, &store, claim, id);
    let (reader, file) = visit.look(read).await?;
    match file {
        Some(file) => Ok(download::text(&file.name, file.text)),
        None => {
            let l = visit.browser.layout(reader);
            visit.browser.show(&Page { l, claim })
        }
    }
}
