//! Verifications of the live database: asked for here, run by another process, their verdicts kept.

use actix_web::http::StatusCode;
use askama::Template;

use crate::audit::asked::{self, Verification};
use crate::db::Write;
use crate::http::pages::auditor::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};

/// Verifications that are shown.
const MOST: i64 = 20;

#[derive(Template)]
#[template(path = "auditor/verification.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    asked: Vec<Verification>,
    fields: Fields,
}

impl Page {
    /// The one that waits or runs.
    fn open(&self) -> Option<&Verification> {
        self.asked.iter().find(|asked| asked.ended_at.is_none())
    }

    fn verdict(&self, verdict: &str) -> String {
        let known = ["intact", asked::COULD_NOT].contains(&verdict);
        self.l
            .of("audit-verdict", if known { verdict } else { "other" })
    }
}

async fn page(visit: &Visit, status: StatusCode, fields: Fields) -> Shown {
    let (reader, asked) = visit.look(|r| asked::list(r, MOST)).await?;
    let l = visit.browser.layout(reader);
    let nav = nav(&l);
    let page = Page {
        l,
        nav,
        asked,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit) -> Shown {
    page(&visit, StatusCode::OK, Fields::default()).await
}

/// Asks for one.
pub async fn ask(sent: Sent<Nothing>) -> Shown {
    let ask = |w: &mut Write| asked::ask(w).map(|_| on_to("/audit/verification"));
    match sent.change(ask).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, refused.status, refused.fields).await
        }
    }
}
