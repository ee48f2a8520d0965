//! Who of the firm was shown or given identities of a case, when and why, for its lawyers.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::disclosures::{self, Disclosed};
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::exports::{MOST, later};
use crate::http::pages::staff::nav;
use crate::http::pages::visit::Visit;
use crate::ids::DisclosureId;

#[derive(Template)]
#[template(path = "staff/disclosures.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    disclosures: Vec<Disclosed>,
    later: Option<String>,
}

pub async fn show(visit: Visit, case: web::Path<String>, asked: Asked) -> Shown {
    let after: Option<DisclosureId> = asked.0.value("after").parse().ok();
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let listed = disclosures::list(r, case.id, None, after, MOST)?;
        Ok((case, listed))
    });
    let (reader, (case, disclosures)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        later: later(&l, &disclosures),
        nav: nav(&l, &case),
        case,
        disclosures,
        l,
    })
}
