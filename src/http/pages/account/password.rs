//! A new password for who knows the old one.

use askama::Template;
use serde::Deserialize;

use crate::accounts::change_password::{self, PasswordChange};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};

#[derive(Template)]
#[template(path = "account/password.html")]
struct Page {
    l: Layout,
    fields: Fields,
}

/// Both passwords.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    current: String,
    new: String,
}

pub async fn show(visit: Visit) -> Shown {
    let (reader, ()) = visit.look(|_| Ok(())).await?;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        fields: Fields::default(),
    })
}

pub async fn change(sent: Sent<Form>) -> Shown {
    // sent once more, it no longer knows the current password
    if let Some(answer) = sent.earlier().await? {
        return Ok(answer);
    }
    match set(&sent).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let (reader, ()) = sent.visit.look(|_| Ok(())).await?;
            let refused = sent.refused(error)?;
            let page = Page {
                l: sent.visit.browser.layout(reader),
                fields: refused.fields,
            };
            sent.visit.browser.show_as(refused.status, &page)
        }
    }
}

async fn set(sent: &Sent<Form>) -> Result<actix_web::HttpResponse, Error> {
    let (app, ticket, form) = (&sent.visit.app, &sent.visit.ticket, sent.value.clone());
    let typed = PasswordChange {
        current: form.current,
        new: form.new,
    };
    let new = change_password::prepare(&app.db, ticket, &app.hashing, typed).await?;
    let change = move |w: &mut crate::db::Write| {
        change_password::change(w, &new)?;
        Ok(on_to("/account"))
    };
    sent.change(change).await
}
