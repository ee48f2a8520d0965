//! Being identified by an identity provider: the way there, and how it went.

use actix_web::web;
use askama::Template;

use crate::claims::identity_checks::{self, Provider, Standing};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::http::state::App;
use crate::ids::ClaimId;

#[derive(Template)]
#[template(path = "claimant/identity.html")]
struct Page {
    l: Layout,
    claim: ClaimId,
    standing: Standing,
    /// Where the provider is.
    address: String,
}

fn provider(app: &App) -> Result<Provider, Error> {
    app.identity_provider.clone().ok_or(Error::NotFound)
}

pub async fn begin(sent: Sent<Nothing>, claim: web::Path<ClaimId>) -> Shown {
    let (id, provider) = (*claim, provider(&sent.visit.app)?);
    let begin = move |w: &mut Write| {
        let state = identity_checks::begin(w, &provider, id)?;
        Ok(on_to(format!("/identity/{state}")))
    };
    sent.change(begin).await
}

/// Shows the way to the provider, and where whoever comes back from there is, how it went.
pub async fn show(visit: Visit, state: web::Path<String>) -> Shown {
    let provider = provider(&visit.app)?;
    let address = identity_checks::address(&provider, &state);
    let read = visit.look(move |r| identity_checks::standing(r, &provider, &state));
    let (reader, (claim, standing)) = read.await?;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        claim,
        standing,
        address,
    })
}
