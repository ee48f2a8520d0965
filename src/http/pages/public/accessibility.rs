//! How far these pages can be used by everybody, and what to do where they cannot.

use askama::Template;

use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct Page {
    l: Layout,
}

pub async fn show(visit: Visit) -> Shown {
    let l = visit.browser.layout(None);
    visit.browser.show(&Page { l })
}
