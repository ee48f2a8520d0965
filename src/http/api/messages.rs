//! Messages of the firm to claimants.

use actix_web::web;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::cases;
use crate::claims::Filter;
use crate::http::api::answer::{Answer, Page, USUAL, created};
use crate::http::api::json::{Input, Query};
use crate::http::session::Call;
use crate::ids::{ClaimId, MessageId};
use crate::messages::{self, Message, MessageInput, Reach, SentMessage};

/// How many claims a message would reach: those of the case that fit and, where no status is named,
/// were neither rejected nor withdrawn.
#[utoipa::path(get, path = "/api/v1/cases/{case}/messages/reach", tag = "messages", params(("case" = String, Path), Filter),
    responses((status = 200, body = Reach)))]
pub async fn reach(call: Call, case: web::Path<String>, filter: Query<Filter>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        messages::reached(r, case, &filter)
    })
    .await
}

/// Sends a message to those claims: each owner is told by mail that it is there.
#[utoipa::path(post, path = "/api/v1/cases/{case}/messages", tag = "messages", request_body = MessageInput,
    params(("case" = String, Path)),
    responses((status = 201)))]
pub async fn send(call: Call, case: web::Path<String>, input: Input<MessageInput>) -> Answer {
    call.change(input.digest, move |w| {
        let at = cases::id(w, &case)?;
        let id = messages::send(w, at, &input.value)?;
        Ok(created(format!("/api/v1/cases/{}/messages/{id}", *case)))
    })
    .await
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Pages {
    /// Id of the last one of the page before.
    #[serde(default)]
    after: Option<MessageId>,
    /// Messages a page, 1 to 200; 50 where left out.
    #[serde(default)]
    limit: Option<i64>,
}

/// The messages to claimants of a case with their filter and how many they reached, the newest
/// first.
#[utoipa::path(get, path = "/api/v1/cases/{case}/messages", tag = "messages", params(("case" = String, Path), Pages),
    responses((status = 200, body = Page<SentMessage>)))]
pub async fn list(call: Call, case: web::Path<String>, pages: Query<Pages>) -> Answer {
    call.read(move |r| {
        let case = cases::id(r, &case)?;
        let sent = messages::list(r, case, pages.after, pages.limit.unwrap_or(USUAL))?;
        Ok(Page::of(sent, pages.limit, |sent| sent.message.id.0))
    })
    .await
}

/// The messages that reached a claim, the newest first.
#[utoipa::path(get, path = "/api/v1/claims/{claim}/messages", tag = "messages", params(("claim" = ClaimId, Path)),
    responses((status = 200, body = Vec<Message>)))]
pub async fn of_claim(call: Call, claim: web::Path<ClaimId>) -> Answer {
    call.read(move |r| messages::of_claim(r, *claim)).await
}
