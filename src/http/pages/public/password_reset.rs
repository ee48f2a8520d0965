//! A new password by mail, for who forgot the old one.

use askama::Template;

use crate::accounts::password_reset::{self, ResetRequest};
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::public::registration::Form;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "public/password_reset.html")]
struct Page {
    l: Layout,
    fields: Fields,
    /// The address that the mail goes to, once it does.
    sent: Option<String>,
}

pub async fn show(visit: Visit) -> Shown {
    visit.browser.show(&Page {
        l: visit.browser.layout(None),
        fields: Fields::default(),
        sent: None,
    })
}

/// Sends the mail. What is seen is the same for every address.
pub async fn request(sent: Sent<Form>) -> Shown {
    let (visit, email) = (&sent.visit, sent.value.email.clone());
    let (app, typed) = (&visit.app, ResetRequest { email });
    let asked =
        password_reset::request(&app.db, &visit.ticket, &app.limits, &typed, visit.language).await;
    let l = visit.browser.layout(None);
    match asked {
        Ok(()) => visit.browser.show(&Page {
            l,
            fields: Fields::default(),
            sent: Some(typed.email),
        }),
        Err(error) => {
            let refused = sent.refused(error)?;
            let page = Page {
                l,
                fields: refused.fields,
                sent: None,
            };
            visit.browser.show_as(refused.status, &page)
        }
    }
}
