//! Checking a receipt: here, where nothing of it leaves the browser, or without this registry.

use askama::Template;

use crate::audit::log_key;
use crate::audit::verify::page;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "public/verify.html")]
struct Page {
    l: Layout,
    /// The key that signed first, from which every later one follows, and its fingerprint.
    key: Option<(String, String)>,
    /// The verifier itself, as HTML.
    verifier: String,
}

pub async fn show(visit: Visit) -> Shown {
    let (reader, keys) = visit.look(log_key::all).await?;
    let key = |(vkey, _): &(crate::audit::format::note::Vkey, String)| {
        (vkey.to_string(), vkey.fingerprint())
    };
    let (l, key) = (visit.browser.layout(reader), keys.first().map(key));
    let first = key.as_ref().map_or("", |(vkey, _)| vkey);
    visit.browser.show(&Page {
        verifier: page::fragment(l.language, first),
        key,
        l,
    })
}
