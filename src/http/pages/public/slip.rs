//! Taking over, with the code of a slip, what staff entered.

use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::claims::staffed::slip::{self, Shown as Code};
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, go};

#[derive(Template)]
#[template(path = "public/slip.html")]
struct Page {
    l: Layout,
    fields: Fields,
}

pub async fn show(visit: Visit) -> Shown {
    visit.browser.show(&Page {
        l: visit.browser.layout(None),
        fields: Fields::default(),
    })
}

/// The code on the paper.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    code: String,
}

/// Begins a session of an hour, whatever the browser had before.
pub async fn take(sent: Sent<Form>) -> Shown {
    let (visit, app) = (&sent.visit, &sent.visit.app);
    let typed = Code {
        code: sent.value.code.clone(),
    };
    let taken = slip::take(&app.db, &visit.ticket, &app.limits, &typed, app.lifetimes);
    match taken.await {
        Ok(slip::Taken { claim, session }) => {
            let token = app
                .tokens
                .make(session.id, Utc::now(), session.expires_at)?;
            let cookie = app.cookies.brief(&app.cookies.session, token);
            Ok(go(&format!("/claims/{claim}")).cookie(cookie).finish())
        }
        Err(error) => {
            let refused = sent.refused(error)?;
            let page = Page {
                l: visit.browser.layout(None),
                fields: refused.fields,
            };
            visit.browser.show_as(refused.status, &page)
        }
    }
}
