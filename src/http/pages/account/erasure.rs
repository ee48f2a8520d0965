//! Erasing the own account with all its claims, for good.

use serde::Deserialize;

use crate::accounts::proof::prove;
use crate::action::Action;
use crate::erasures::{self, Erased};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::confirm::Confirm;
use crate::http::pages::claimant::erasure::ErasedPage;
use crate::http::pages::form::Sent;
use crate::http::pages::visit::Visit;

/// The password once more.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    password: String,
}

async fn confirm(visit: &Visit) -> Result<Confirm, Error> {
    let (reader, ()) = visit.look(|_| Ok(())).await?;
    let page = Confirm::of(
        visit.browser.layout(reader),
        "account-erasure",
        4,
        "/account",
    );
    Ok(page.with_password())
}

pub async fn show(visit: Visit) -> Shown {
    let page = confirm(&visit).await?;
    visit.browser.show(&page)
}

/// Erases, signs out, and says what became of the data.
pub async fn erase(sent: Sent<Form>) -> Shown {
    let visit = &sent.visit;
    let erased = match erased(visit, &sent.value.password).await {
        Ok(erased) => erased,
        Err(error) => return confirm(visit).await?.refused(&sent, error),
    };
    let mut l = visit.browser.layout(None);
    l.signed_in = false;
    let mut answer = visit.browser.show(&ErasedPage {
        l,
        erased,
        account: true,
    })?;
    let names = &visit.app.cookies;
    answer
        .add_cookie(&names.gone(&names.session))
        .map_err(Error::internal)?;
    Ok(answer)
}

async fn erased(visit: &Visit, password: &str) -> Result<Erased, Error> {
    let (outside, language) = (visit.app.erasures.clone(), visit.language);
    let (db, ticket, hashing) = (&visit.app.db, &visit.ticket, &visit.app.hashing);
    let (_, proof) = prove(db, ticket, hashing, "password", password).await?;
    let proof = proof?;
    db.write(ticket, Action::AccountErase, move |w| {
        erasures::account(w, &outside, &proof, language)
    })
    .await
}
