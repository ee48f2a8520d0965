//! One notice, for staff of its case: as everybody would see it, changed while it is a draft,
//! published and taken back by a lawyer.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::notices::{self, Notice, NoticeState};
use crate::cases::{self, Case};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::nav;
use crate::http::pages::staff::notices::{Typed, tag};
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::NoticeId;
use crate::role::Role;

/// The version that was read.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct AsRead {
    version: String,
}

#[derive(Template)]
#[template(path = "staff/notice.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    notice: Notice,
    fields: Fields,
}

impl Page {
    fn is_draft(&self) -> bool {
        self.notice.state == NoticeState::Draft
    }

    fn is_lawyer(&self) -> bool {
        self.l.role == Some(Role::Lawyer)
    }

    /// From when to when it is shown.
    fn span(&self) -> String {
        let day = |day| self.l.day(day);
        let from = ("from", day(&self.notice.starts_on));
        let until = ("until", day(&self.notice.ends_on));
        self.l.t2("notice-span", from, until)
    }

    fn tag(&self) -> &'static str {
        tag(self.notice.state)
    }
}

fn stored(notice: &Notice) -> Fields {
    let text = |text: &str| Some(text.to_owned());
    Fields::stored([
        ("version", Some(notice.version.to_string())),
        ("title.ko", text(&notice.title.ko)),
        ("title.en", text(&notice.title.en)),
        ("body.ko", text(&notice.body.ko)),
        ("body.en", text(&notice.body.en)),
        ("starts_on", Some(notice.starts_on.to_string())),
        ("ends_on", Some(notice.ends_on.to_string())),
    ])
}

/// What the page shows in its form.
enum Filled {
    Stored,
    /// What was typed and could not be taken.
    Typed(Fields),
    /// What is stored, and why a button did nothing.
    Refused(String),
}

pub async fn show(visit: Visit, id: web::Path<NoticeId>) -> Shown {
    page(&visit, *id, StatusCode::OK, Filled::Stored).await
}

async fn page(visit: &Visit, id: NoticeId, status: StatusCode, filled: Filled) -> Shown {
    let read = visit.look(move |r| {
        let notice = notices::get(r, id)?;
        Ok((cases::get(r, notice.case)?, notice))
    });
    let (reader, (case, notice)) = read.await?;
    let mut fields = stored(&notice);
    match filled {
        Filled::Stored => {}
        // what is stored now stands above: whoever sends again has seen it
        Filled::Typed(mut typed) => {
            typed.set("version", notice.version.to_string());
            fields = typed;
        }
        Filled::Refused(words) => fields.add_error(words),
    }
    let l = visit.browser.layout(reader);
    let page = Page {
        nav: nav(&l, &case),
        l,
        case,
        notice,
        fields,
    };
    visit.browser.show_as(status, &page)
}

/// Changes a draft.
pub async fn edit(sent: Sent<Typed>, id: web::Path<NoticeId>) -> Shown {
    let (id, typed) = (*id, sent.value.clone());
    let version = typed.version.parse().unwrap_or_default();
    let input = typed.input();
    let edit = move |w: &mut Write| notices::edit(w, id, &[version], &input);
    changed(sent, id, edit, Filled::Typed).await
}

/// Publishes it as it was read.
pub async fn publish(sent: Sent<AsRead>, id: web::Path<NoticeId>) -> Shown {
    let id = *id;
    let version = sent.value.version.parse().unwrap_or_default();
    let publish = move |w: &mut Write| notices::publish(w, id, &[version]);
    changed(sent, id, publish, refused).await
}

/// Takes it back.
pub async fn end(sent: Sent<Nothing>, id: web::Path<NoticeId>) -> Shown {
    let id = *id;
    let end = move |w: &mut Write| notices::end(w, id);
    changed(sent, id, end, refused).await
}

fn refused(fields: Fields) -> Filled {
    let said = fields.errors().iter().map(|error| error.words.as_str());
    Filled::Refused(said.collect::<Vec<_>>().join(" "))
}

/// The page after a change, or with what kept it from happening.
async fn changed<T>(
    sent: Sent<T>,
    id: NoticeId,
    mut change: impl FnMut(&mut Write) -> Result<(), Error> + Send + 'static,
    filled: fn(Fields) -> Filled,
) -> Shown {
    let at = format!("/staff/notices/{id}");
    let change = move |w: &mut Write| change(w).map(|()| on_to(at.clone()));
    match sent.change(change).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, id, refused.status, filled(refused.fields)).await
        }
    }
}
