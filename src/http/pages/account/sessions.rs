//! The own account: where somebody is signed in, and how to end that.

use actix_web::web;
use askama::Template;

use crate::accounts::sessions::{self, Session};
use crate::accounts::{self, Account};
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Nothing, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::SessionId;
use crate::role::Role;

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct Page {
    l: Layout,
    account: Account,
    sessions: Vec<Session>,
}

pub async fn show(visit: Visit) -> Shown {
    let read = visit.look(|r| Ok((accounts::own(r)?, sessions::list(r)?)));
    let (reader, (account, sessions)) = read.await?;
    visit.browser.show(&Page {
        l: visit.browser.layout(reader),
        account,
        sessions,
    })
}

/// Signs out of one session.
pub async fn end(sent: Sent<Nothing>, session: web::Path<SessionId>) -> Shown {
    let change = move |w: &mut crate::db::Write| {
        sessions::end(w, Some(*session)).map(|()| on_to("/account"))
    };
    sent.change(change).await
}

/// Signs out everywhere.
pub async fn end_all(sent: Sent<Nothing>) -> Shown {
    let change = |w: &mut crate::db::Write| sessions::end(w, None).map(|()| on_to("/sign-in"));
    sent.change(change).await
}
