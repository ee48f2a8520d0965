//! An address and a password for an account that staff made for somebody.

use askama::Template;

use crate::accounts::address::{self, AddressCode, NewAddress};
use crate::claims::staffed;
use crate::db::Write;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::public::registration::{Code, Form};
use crate::http::pages::visit::{Visit, on_to};

#[derive(Template)]
#[template(path = "account/address.html")]
struct Page {
    l: Layout,
    fields: Fields,
    /// Where the code went; none before it is asked for.
    email: Option<String>,
}

async fn page(visit: &Visit, status: u16, fields: Fields, email: Option<String>) -> Shown {
    let (reader, ()) = visit.look(|_| Ok(())).await?;
    let l = visit.browser.layout(reader);
    let status = status.try_into().unwrap_or_default();
    visit.browser.show_as(status, &Page { l, fields, email })
}

pub async fn show(visit: Visit) -> Shown {
    page(&visit, 200, Fields::default(), None).await
}

/// Sends the code. What is seen is the same for every address.
pub async fn request(sent: Sent<Form>) -> Shown {
    let (visit, email) = (&sent.visit, sent.value.email.clone());
    let (app, typed) = (&visit.app, NewAddress { email });
    let asked = address::request(&app.db, &visit.ticket, &app.limits, &typed, visit.language);
    match asked.await {
        Ok(()) => page(visit, 200, Fields::default(), Some(typed.email)).await,
        Err(error) => {
            let refused = sent.refused(error)?;
            page(visit, refused.status.as_u16(), refused.fields, None).await
        }
    }
}

/// Gives the account its address and password.
pub async fn confirm(sent: Sent<Code>) -> Shown {
    // a repetition no longer finds the code
    if let Some(answer) = sent.earlier().await? {
        return Ok(answer);
    }
    let (visit, form) = (&sent.visit, sent.value.clone());
    let (app, email) = (&visit.app, form.email.clone());
    let typed = AddressCode {
        email: form.email,
        code: form.code,
        password: form.password,
    };
    let chosen = address::choose(&app.db, &visit.ticket, &app.limits, &app.hashing, &typed).await;
    let confirmed = match chosen {
        Ok(confirmed) => {
            let confirm = move |w: &mut Write| {
                staffed::address(w, &confirmed)?;
                Ok(on_to("/claims"))
            };
            sent.change(confirm).await
        }
        Err(error) => Err(error),
    };
    match confirmed {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            let status = refused.status.as_u16();
            page(visit, status, refused.fields, Some(email)).await
        }
    }
}
