//! Inviting somebody of the firm: they choose their password themselves.

use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use crate::accounts::staff::{self, NewStaff};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::admin::{nav, roles};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};

#[derive(Template)]
#[template(path = "admin/invite.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    fields: Fields,
}

impl Page {
    fn roles(&self) -> Vec<(String, String)> {
        roles(&self.l)
    }
}

async fn page(visit: &Visit, status: StatusCode, fields: Fields) -> Shown {
    let (reader, ()) = visit.look(|_| Ok(())).await?;
    let l = visit.browser.layout(reader);
    let nav = nav(&l);
    visit.browser.show_as(status, &Page { l, nav, fields })
}

pub async fn show(visit: Visit) -> Shown {
    page(&visit, StatusCode::OK, Fields::default()).await
}

/// Who it is.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    email: String,
    name: String,
    role: String,
}

impl Form {
    fn parse(&self) -> Result<NewStaff, Error> {
        let role = self.role.parse();
        Ok(NewStaff {
            email: self.email.clone(),
            name: self.name.clone(),
            role: role.map_err(|_| Error::invalid("role", "choice-missing"))?,
        })
    }
}

/// Makes the account and mails the invitation.
pub async fn invite(sent: Sent<Form>) -> Shown {
    let (form, language) = (sent.value.clone(), sent.visit.language);
    let invite = move |w: &mut Write| {
        let id = staff::invite(w, &form.parse()?, language)?;
        Ok(on_to(format!("/administration/accounts/{id}")))
    };
    match sent.change(invite).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, refused.status, refused.fields).await
        }
    }
}
