//! An export: what it holds, and every time that it left the registry. Only its maker downloads it.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::disclosures::{self, Disclosed};
use crate::error::Error;
use crate::exports;
use crate::http::download::download as stream;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::Visit;
use crate::ids::DisclosureId;

#[derive(Template)]
#[template(path = "staff/export.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    export: Disclosed,
    /// Whether whoever looks may download it.
    offered: bool,
}

pub async fn show(visit: Visit, export: web::Path<DisclosureId>) -> Shown {
    let id = *export;
    let read = visit.look(move |r| {
        let (case, export) = disclosures::one(r, id)?;
        if export.profile.is_none() {
            return Err(Error::NotFound);
        }
        let offered = exports::offered(r, id).is_ok();
        Ok((cases::get(r, case)?, export, offered))
    });
    let (reader, (case, export, offered)) = read.await?;
    let l = visit.browser.layout(reader);
    let nav = nav(&l, &case);
    visit.browser.show(&Page {
        l,
        nav,
        case,
        export,
        offered,
    })
}

/// Sends the file. A form, and not a link: nothing leaves because somebody followed one.
pub async fn download(sent: Sent<Nothing>, export: web::Path<DisclosureId>) -> Shown {
    stream(sent.visit.into(), *export).await
}
