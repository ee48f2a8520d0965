//! Checking a receipt: what one is, and how to check it without this registry.

use askama::Template;

use crate::audit::log_key;
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "public/verify.html")]
struct Page {
    l: Layout,
    /// The key that signs now, and its fingerprint.
    key: Option<(String, String)>,
}

pub async fn show(visit: Visit) -> Shown {
    let (role, keys) = visit.look(log_key::all).await?;
    let key = |(vkey, _): &(crate::audit::format::note::Vkey, String)| {
        (vkey.to_string(), vkey.fingerprint())
    };
    visit.browser.show(&Page {
        l: visit.browser.layout(role),
        key: keys.last().map(key),
    })
}
