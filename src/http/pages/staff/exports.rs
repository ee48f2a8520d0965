//! The exports of a case: who took whose data out of the registry, when, why, and the SHA-256 of
//! what left. For lawyers; paralegals read why it is not for them.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::disclosures::{self, Disclosed, Purpose};
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::Visit;
use crate::ids::DisclosureId;
use crate::role::Role;

/// Exports a page.
pub(super) const MOST: i64 = 25;

#[derive(Template)]
#[template(path = "staff/exports.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    /// None for whoever may not export.
    exports: Option<Vec<Disclosed>>,
    later: Option<String>,
}

pub async fn show(visit: Visit, case: web::Path<String>, asked: Asked) -> Shown {
    let after: Option<DisclosureId> = asked.0.value("after").parse().ok();
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let exports = match r.role() {
            Some(Role::Lawyer) => {
                let exports = Some(Purpose::Export);
                Some(disclosures::list(r, case.id, exports, after, MOST)?)
            }
            _ => None,
        };
        Ok((case, exports))
    });
    let (reader, (case, exports)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        later: later(&l, exports.as_deref().unwrap_or_default()),
        nav: nav(&l, &case),
        case,
        exports,
        l,
    })
}

/// The page that goes on after a full one.
pub(super) fn later(l: &Layout, listed: &[Disclosed]) -> Option<String> {
    let full = listed.len() as i64 >= MOST;
    let last = listed.last().filter(|_| full)?.id.to_string();
    let path = l.at.split('?').next().unwrap_or_default();
    Some(address(path, [("after", last.as_str())]))
}
