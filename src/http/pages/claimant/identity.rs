//! Being identified by an identity provider: the way there, and how it went.

use actix_web::web;
use askama::Template;

use crate::claims::identity_checks::{self, Standing};
use crate::db::Write;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, go, on_to};
use crate::ids::ClaimId;

#[derive(Template)]
#[template(path = "claimant/identity.html")]
struct Page {
    l: Layout,
    /// Of whoever signs in its account.
    claim: Option<ClaimId>,
    standing: Standing,
    /// Where the provider is.
    address: String,
}

pub async fn begin(sent: Sent<Nothing>, claim: web::Path<ClaimId>) -> Shown {
    let (id, provider) = (*claim, sent.visit.app.provider()?);
    let begin = move |w: &mut Write| {
        let begun = identity_checks::begin(w, &provider, id)?;
        Ok(on_to(format!("/claims/{id}/identity/{}", begun.state)))
    };
    sent.change(begin).await
}

/// Likewise for whoever signs by a link.
pub async fn begin_by_link(sent: Sent<Nothing>, token: web::Path<String>) -> Shown {
    let (secret, provider) = (token.into_inner(), sent.visit.app.provider()?);
    let begin = move |w: &mut Write| {
        let begun = identity_checks::begin_by_link(w, &provider, &secret)?;
        Ok(on_to(format!("/identity/{}", begun.state)))
    };
    sent.change(begin).await
}

async fn shown(visit: &Visit, claim: Option<ClaimId>, state: String) -> Shown {
    let provider = visit.app.provider()?;
    let address = identity_checks::address(&provider, &state);
    let read = visit.look(move |r| identity_checks::standing(r, &provider, &state, claim));
    let (reader, standing) = read.await?;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        claim,
        standing,
        address,
    })
}

/// Shows the way to the provider, and to whoever comes back from there, how it went.
pub async fn show(visit: Visit, at: web::Path<(ClaimId, String)>) -> Shown {
    let (claim, state) = at.into_inner();
    shown(&visit, Some(claim), state).await
}

/// Where the adapter sends everybody: whoever signs in an account goes on there, and whoever signs by
/// a link sees how it went.
pub async fn come_back(visit: Visit, state: web::Path<String>) -> Shown {
    let provider = visit.app.provider()?;
    let word = state.clone();
    let read = visit.look(move |r| identity_checks::account_of(r, &provider, &word));
    match read.await?.1 {
        Some(claim) => Ok(go(&format!("/claims/{claim}/identity/{state}")).finish()),
        None => shown(&visit, None, state.into_inner()).await,
    }
}
