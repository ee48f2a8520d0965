//! How to verify the log somewhere else, with the one command for each way.

use actix_web::HttpRequest;
use askama::Template;

use crate::audit::log_key;
use crate::http::pages::auditor::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "auditor/downloads.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    /// Address of the registry as people see it.
    url: String,
    vkey: String,
}

pub async fn show(visit: Visit, request: HttpRequest) -> Shown {
    let (reader, vkey) = visit.look(log_key::current).await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        url: visit.address(&request),
        vkey: vkey.to_string(),
    })
}
