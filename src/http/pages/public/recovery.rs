//! What a notice of a recovery leads to: what is going to happen, and the button that stops it.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::db::Write;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::recoveries::{self, RecoveryNotice};

#[derive(Template)]
#[template(path = "public/recovery.html")]
struct Page {
    l: Layout,
    token: String,
    notice: RecoveryNotice,
    fields: Fields,
}

async fn page(visit: &Visit, token: String, status: StatusCode, fields: Fields) -> Shown {
    let secret = token.clone();
    let read = visit.look(move |r| recoveries::notice(r, &secret));
    let (_, notice) = read.await?;
    let page = Page {
        l: visit.browser.layout(None),
        token,
        notice,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, token: web::Path<String>) -> Shown {
    page(
        &visit,
        token.into_inner(),
        StatusCode::OK,
        Fields::default(),
    )
    .await
}

pub async fn stop(sent: Sent<Nothing>, token: web::Path<String>) -> Shown {
    let token = token.into_inner();
    let secret = token.clone();
    let stop = move |w: &mut Write| {
        recoveries::stop_by_link(w, &secret)?;
        Ok(on_to(format!("/recoveries/{secret}")))
    };
    match sent.change(stop).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, token, refused.status, refused.fields).await
        }
    }
}
