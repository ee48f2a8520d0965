//! The keys that the registry works with, by their fingerprints: to compare with what is kept in the
//! safe. No key is shown.

use askama::Template;

use crate::audit::format::note::Vkey;
use crate::audit::log_key;
use crate::db::keys;
use crate::http::pages::admin::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "admin/keys.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    log: Vec<Vkey>,
    /// What a key is for, its version, its fingerprint.
    known: Vec<(String, String, String)>,
}

pub async fn show(visit: Visit) -> Shown {
    let read = visit.look(|r| {
        let log: Vec<Vkey> = log_key::all(r)?.into_iter().map(|(vkey, _)| vkey).collect();
        Ok((log, keys::known(r)?))
    });
    let (reader, (log, known)) = read.await?;
    let apart = |(id, fingerprint): (String, String)| {
        let (purpose, version) = id.split_once(':').unwrap_or((&id, ""));
        (purpose.to_owned(), version.to_owned(), fingerprint)
    };
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        log,
        known: known.into_iter().map(apart).collect(),
    })
}
