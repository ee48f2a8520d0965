//! The notices of a case, for its staff: what stands there, and writing another.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::notices::{self, Notice, NoticeInput, NoticeState};
use crate::cases::{self, Bilingual, Case};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};

/// What was typed.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Typed {
    /// The version that was read, where there is one.
    pub version: String,
    #[serde(rename = "title.ko")]
    title_ko: String,
    #[serde(rename = "title.en")]
    title_en: String,
    #[serde(rename = "body.ko")]
    body_ko: String,
    #[serde(rename = "body.en")]
    body_en: String,
    starts_on: String,
    ends_on: String,
}

impl Typed {
    pub fn input(self) -> NoticeInput {
        let both = |ko, en| Bilingual { ko, en };
        NoticeInput {
            title: both(self.title_ko, self.title_en),
            body: both(self.body_ko, self.body_en),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
        }
    }
}

/// The class of a state's tag.
pub fn tag(state: NoticeState) -> &'static str {
    match state {
        NoticeState::Draft => "govuk-tag--yellow",
        NoticeState::Waiting => "",
        NoticeState::Shown => "govuk-tag--green",
        NoticeState::Over => "govuk-tag--grey",
    }
}

#[derive(Template)]
#[template(path = "staff/notices.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    notices: Vec<Notice>,
    fields: Fields,
}

impl Page {
    fn tag(&self, notice: &Notice) -> &'static str {
        tag(notice.state)
    }
}

pub async fn show(visit: Visit, case: web::Path<String>) -> Shown {
    page(&visit, case.into_inner(), StatusCode::OK, Fields::default()).await
}

async fn page(visit: &Visit, case: String, status: StatusCode, fields: Fields) -> Shown {
    let read = visit.look(move |r| {
        let id = cases::id(r, &case)?;
        let notices = notices::all(r, id)?;
        Ok((cases::get(r, id)?, notices))
    });
    let (reader, (case, notices)) = read.await?;
    let l = visit.browser.layout(reader);
    let page = Page {
        nav: nav(&l, &case),
        l,
        case,
        notices,
        fields,
    };
    visit.browser.show_as(status, &page)
}

/// Writes a notice, and shows it as everybody would see it.
pub async fn write(sent: Sent<Typed>, case: web::Path<String>) -> Shown {
    let (input, named) = (sent.value.clone().input(), case.clone());
    let write = move |w: &mut Write| {
        let case = cases::id(w, &named)?;
        let id = notices::write(w, case, &input)?;
        Ok(on_to(format!("/staff/notices/{id}")))
    };
    match sent.change(write).await {
        Ok(answer) => Ok(answer),
        Err(error @ Error::Invalid(_)) => {
            let refused = sent.refused(error)?;
            page(
                &sent.visit,
                case.into_inner(),
                refused.status,
                refused.fields,
            )
            .await
        }
        Err(error) => Err(error),
    }
}
