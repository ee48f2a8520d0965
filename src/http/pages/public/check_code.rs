//! Whether a claim was handed in, for whoever was told its number and its check code.

use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;

use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;
use crate::limits::Asked;
use crate::receipts::check_code::{self, Checked};

/// As it was told, perhaps over the telephone.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    number: String,
    code: String,
}

#[derive(Template)]
#[template(path = "public/check_code.html")]
struct Page {
    l: Layout,
    fields: Fields,
    checked: Option<Checked>,
}

impl Page {
    fn day(&self, day: &NaiveDate) -> String {
        self.l.t1("check-code-day", "day", self.l.day(day))
    }
}

pub async fn show(visit: Visit) -> Shown {
    visit.browser.show(&Page {
        l: visit.browser.layout(None),
        fields: Fields::default(),
        checked: None,
    })
}

/// Says the day, or that number and code do not fit together. They are sent in a form, so that no
/// address holds them.
pub async fn check(sent: Sent<Form>) -> Shown {
    let l = sent.visit.browser.layout(None);
    match checked(&sent).await {
        Ok(checked) => sent.visit.browser.show(&Page {
            l,
            fields: Fields::typed(&sent.typed),
            checked: Some(checked),
        }),
        Err(error) => {
            let refused = sent.refused(error)?;
            let page = Page {
                l,
                fields: refused.fields,
                checked: None,
            };
            sent.visit.browser.show_as(refused.status, &page)
        }
    }
}

async fn checked(sent: &Sent<Form>) -> Result<Checked, Error> {
    let (app, form) = (&sent.visit.app, sent.value.clone());
    let source = sent.visit.ticket.origin.source();
    app.limits.of_source(Asked::CheckCode, source).await?;
    let store = app.store.clone();
    let check = move |r: &mut crate::db::Read| {
        let checked = check_code::check(r, &store, &form.number, &form.code);
        checked.map_err(|error| error.or_absent("code", "check-code"))
    };
    sent.visit.look(check).await.map(|(_, checked)| checked)
}
