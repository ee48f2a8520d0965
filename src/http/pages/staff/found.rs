//! The claims that a search has shown, for a quarter of an hour.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::disclosures::{self, OpenedClaim};
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::Visit;
use crate::ids::{ClaimId, DisclosureId};

/// Claims a page.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "staff/found.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    claims: Vec<OpenedClaim>,
    /// The page that goes on.
    later: Option<String>,
}

pub async fn show(visit: Visit, disclosure: web::Path<DisclosureId>, asked: Asked) -> Shown {
    let id = *disclosure;
    let after: Option<ClaimId> = asked.0.value("after").parse().ok();
    let read = visit.look(move |r| {
        let claims = disclosures::claims(r, id, after, MOST)?;
        let (case, _) = disclosures::one(r, id)?;
        Ok((cases::get(r, case)?, claims))
    });
    let (reader, (case, claims)) = read.await?;
    let l = visit.browser.layout(reader);
    let full = claims.len() as i64 >= MOST;
    let last = claims
        .last()
        .filter(|_| full)
        .map(|claim| claim.id.to_string());
    let path = format!("/staff/disclosures/{id}");
    visit.browser.show(&Page {
        later: last.map(|last| address(&path, [("after", last.as_str())])),
        nav: nav(&l, &case),
        case,
        claims,
        l,
    })
}
