//! Mails that wait or failed: to whom roughly, what they tell, what the mail server said, and a
//! button that has one tried again.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::db::Write;
use crate::http::pages::admin::nav;
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::MailId;
use crate::mail::unsent::{self, MailState, Unsent};

/// Mails a page.
const MOST: i64 = 50;
const PATH: &str = "/administration/mails";

#[derive(Template)]
#[template(path = "admin/mails.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    mails: Vec<Unsent>,
    fields: Fields,
}

impl Page {
    fn has_failed(&self, mail: &Unsent) -> bool {
        mail.state == MailState::Failed
    }

    /// What a mail tells: its subject.
    fn tells(&self, mail: &Unsent) -> String {
        self.l.t(&format!("mail-{}-subject", mail.kind.as_str()))
    }

    /// The page that goes on after a full one.
    fn later(&self) -> Option<String> {
        let full = self.mails.len() as i64 >= MOST;
        let last = self.mails.last().filter(|_| full)?.id.to_string();
        Some(address(PATH, [("after", last.as_str())]))
    }
}

async fn page(visit: &Visit, after: Option<MailId>, typed: Option<(StatusCode, Fields)>) -> Shown {
    let read = visit.look(move |r| unsent::list(r, after, MOST));
    let (reader, mails) = read.await?;
    let (status, fields) = typed.unwrap_or_default();
    let l = visit.browser.layout(reader);
    let page = Page {
        nav: nav(&l),
        l,
        mails,
        fields,
    };
    visit.browser.show_as(status, &page)
}

pub async fn show(visit: Visit, asked: Asked) -> Shown {
    page(&visit, asked.0.value("after").parse().ok(), None).await
}

/// Has a mail tried again now.
pub async fn retry(sent: Sent<Nothing>, mail: web::Path<MailId>) -> Shown {
    let id = *mail;
    let retry = move |w: &mut Write| unsent::retry(w, id).map(|()| on_to(PATH));
    match sent.change(retry).await {
        Ok(answer) => Ok(answer),
        Err(crate::error::Error::NotFound) => {
            let gone = sent.wrong(StatusCode::NOT_FOUND, "admin-mail-gone");
            page(&sent.visit, None, Some((gone.status, gone.fields))).await
        }
        Err(error) => {
            let refused = sent.refused(error)?;
            page(&sent.visit, None, Some((refused.status, refused.fields))).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::pages::layout::rendered;
    use crate::http::pages::staff::tests::layout;
    use crate::mail::MailKind;
    use crate::role::Role;
    use crate::text::Language;

    fn unsent(state: MailState, kind: MailKind) -> Unsent {
        let at = || "2026-11-28T03:00:00Z".parse().unwrap();
        let failed = state == MailState::Failed;
        Unsent {
            id: MailId::new(),
            state,
            kind,
            to: "k***@example.com".into(),
            tries: 2,
            reply: failed.then_some(550),
            queued_at: at(),
            next_at: (!failed).then(at),
            failed_at: failed.then(at),
        }
    }

    fn shown(language: Language, mails: Vec<Unsent>) -> String {
        let l = layout(language, Role::Administrator, PATH);
        let page = Page {
            nav: nav(&l),
            l,
            mails,
            fields: Fields::default(),
        };
        rendered(&page)
    }

    #[test]
    fn every_mail_says_what_it_tells_and_what_is_in_its_way() {
        for language in [Language::Korean, Language::English] {
            let each = MailKind::ALL.iter();
            let mails = each.map(|kind| unsent(MailState::Waits, *kind));
            let failed = unsent(MailState::Failed, MailKind::Decided);
            let html = shown(language, mails.chain([failed]).collect());
            for said in ["k***@example.com", "550", "govuk-tag--red"] {
                assert!(html.contains(said), "{said}: {html}");
            }
        }
        assert!(!shown(Language::Korean, Vec::new()).contains("<table"));
    }

    #[test]
    fn a_full_page_leads_on() {
        let many = (0..MOST).map(|_| unsent(MailState::Waits, MailKind::Known));
        let html = shown(Language::English, many.collect());
        assert!(html.contains("/administration/mails?after="), "{html}");
    }
}
