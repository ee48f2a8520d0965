//! Where staff of the firm begin: the cases that they are assigned to.

use askama::Template;

use crate::cases::{self, Case};
use crate::http::pages::browser::Shown;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, go};

#[derive(Template)]
#[template(path = "staff/home.html")]
struct Page {
    l: Layout,
    cases: Vec<Case>,
}

/// Who works in one case goes there at once.
pub async fn show(visit: Visit) -> Shown {
    let (reader, cases) = visit.look(cases::own::list).await?;
    if let [only] = cases.as_slice() {
        return Ok(go(&format!("/staff/cases/{}", only.code)).finish());
    }
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page { l, cases })
}
