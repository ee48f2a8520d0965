//! Mails that were not sent, for administrators.

use actix_web::web;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::api::answer::{Answer, Page, USUAL, done};
use crate::http::api::json::Query;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::MailId;
use crate::mail::unsent::{self, Unsent};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Pages {
    /// Id of the last mail of the page before.
    #[serde(default)]
    after: Option<MailId>,
    /// Mails a page, 1 to 200; 50 where left out.
    #[serde(default)]
    limit: Option<i64>,
}

/// Mails that wait or failed, the newest first; what they say and to whom in full, nobody reads
/// here.
#[utoipa::path(get, path = "/api/v1/mails", tag = "mails", params(Pages), responses((status = 200, body = Page<Unsent>)))]
pub async fn list(call: Call, pages: Query<Pages>) -> Answer {
    call.read(move |r| {
        let mails = unsent::list(r, pages.after, pages.limit.unwrap_or(USUAL))?;
        Ok(Page::of(mails, pages.limit, |mail| mail.id.0))
    })
    .await
}

/// Has a mail tried again now.
#[utoipa::path(post, path = "/api/v1/mails/{mail}/retry", tag = "mails", params(("mail" = MailId, Path)), responses((status = 204)))]
pub async fn retry(call: Call, mail: web::Path<MailId>) -> Answer {
    call.change(no_body(), move |w| unsent::retry(w, *mail).map(|()| done()))
        .await
}
