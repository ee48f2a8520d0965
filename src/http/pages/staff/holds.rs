//! The legal holds of a case: what may not be erased, since when and why; and putting the whole case
//! under one.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::db::Write;
use crate::erasures::holds::{self, Held, Hold};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::hold::Form;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};

#[derive(Template)]
#[template(path = "staff/holds.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    holds: Vec<Hold>,
    fields: Fields,
}

impl Page {
    /// The hold of the whole case.
    fn whole(&self) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.claim.is_none())
    }

    fn single(&self) -> impl Iterator<Item = &Hold> {
        self.holds.iter().filter(|hold| hold.claim.is_some())
    }
}

async fn page(visit: &Visit, case: String, status: StatusCode, fields: Fields) -> Shown {
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let holds = holds::of_case(r, case.id)?;
        Ok((case, holds))
    });
    let (reader, (case, holds)) = read.await?;
    let l = visit.browser.layout(reader);
    let nav = nav(&l, &case);
    let page = Page {
        l,
        nav,
        case,
        holds,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    page(&visit, case.into_inner(), StatusCode::OK, Fields::default()).await
}

/// Puts the case under a hold.
pub async fn set(sent: Sent<Form>, case: web::Path<String>) -> Shown {
    let (named, form) = (case.clone(), sent.value.clone());
    let set = move |w: &mut Write| {
        let case = cases::id(w, &named)?;
        holds::set(w, Held::Case(case), &form.reason()?)?;
        Ok(on_to(format!("/staff/cases/{named}/holds")))
    };
    match sent.change(set).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(
                &sent.visit,
                case.into_inner(),
                refused.status,
                refused.fields,
            )
            .await
        }
    }
}

/// Releases the hold of the case.
pub async fn release(sent: Sent<Nothing>, case: web::Path<String>) -> Shown {
    let named = case.into_inner();
    let release = move |w: &mut Write| {
        let case = cases::id(w, &named)?;
        holds::release(w, Held::Case(case))?;
        Ok(on_to(format!("/staff/cases/{named}/holds")))
    };
    sent.change(release).await
}
