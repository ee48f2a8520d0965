//! Whether the registry can do its work, for administrators.

use askama::Template;

use crate::http::health::{self, Watched};
use crate::http::pages::admin::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "admin/home.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    health: Watched,
}

impl Page {
    /// Key of a part of the registry, and whether it works.
    fn parts(&self) -> [(&'static str, bool); 3] {
        let parts = &self.health.readiness;
        [
            ("admin-database", parts.database),
            ("admin-sealing", parts.sealing),
            ("admin-publishing", parts.publishing),
        ]
    }
}

pub async fn show(visit: Visit) -> Shown {
    let (reader, ()) = visit.look(|_| Ok(())).await?;
    let health = health::look(&visit.app).await;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        health,
    })
}
