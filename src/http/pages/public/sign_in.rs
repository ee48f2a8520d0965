//! Signing in, also in the middle of a form whose session has ended, and signing out.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::accounts::sessions;
use crate::accounts::sign_in::{SignIn, SignedIn, sign_in};
use crate::error::Error;
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::{Browser, Shown, local};
use crate::http::pages::form::{Fields, Nothing, Sent, Typed};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, go, on_to};

#[derive(Template)]
#[template(path = "public/sign_in.html")]
struct Page {
    l: Layout,
    fields: Fields,
    /// Where to go on.
    to: String,
    /// Whether a session has ended.
    ended: bool,
    /// What was typed into a form whose session has ended.
    resumed: Vec<(String, String)>,
}

/// Who signs in, where they go on, and what they had typed there.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    to: String,
}

/// Before the names of fields that wait for a session.
const RESUMED: &str = "resume.";

pub async fn show(visit: Visit, asked: Asked) -> Shown {
    let to = match asked.0.value("to") {
        "" => "/home",
        to => local(to),
    };
    visit.browser.show(&Page {
        l: visit.browser.layout(None),
        fields: Fields::default(),
        to: to.into(),
        ended: false,
        resumed: Vec::new(),
    })
}

/// Signing in where a page wants to know who asks. Of a form, what was typed is kept.
pub fn again(browser: &Browser, typed: Option<Typed>) -> Shown {
    let Some(typed) = typed else {
        let to = utf8_percent_encode(&browser.at);
        return Ok(go(&format!("/sign-in?to={to}")).finish());
    };
    let page = Page {
        l: browser.layout(None),
        fields: Fields::default(),
        to: browser.at.clone(),
        ended: true,
        resumed: typed
            .again()
            .map(|(name, value)| (format!("{RESUMED}{name}"), value.clone()))
            .collect(),
    };
    browser.show_as(StatusCode::UNAUTHORIZED, &page)
}

fn utf8_percent_encode(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Signs in, under a session of its own, whatever the browser had before.
pub async fn begin(sent: Sent<Form>) -> Shown {
    let (app, form) = (&sent.visit.app, &sent.value);
    let typed = SignIn {
        email: form.email.clone(),
        password: form.password.clone(),
        device: sent.visit.browser.device.clone(),
    };
    let ticket = &sent.visit.ticket;
    let begun = sign_in(
        &app.db,
        ticket,
        &app.limits,
        &app.hashing,
        typed,
        app.lifetimes,
        sent.visit.language,
    )
    .await;
    let SignedIn { session, device } = match begun {
        Ok(begun) => begun,
        Err(error) => return refused(&sent, error),
    };
    let token = app
        .tokens
        .make(session.id, Utc::now(), session.expires_at)?;
    let names = &app.cookies;
    let mut answer = match resumed(&sent) {
        Some(page) => {
            let mut answer = HttpResponse::Ok();
            let page = sent.visit.browser.fill(&mut answer, &page)?;
            return with_session(
                page,
                [
                    names.brief(&names.session, token),
                    names.lasting(&names.device, device),
                ],
            );
        }
        None => go(local(&form.to)),
    };
    Ok(answer
        .cookie(names.brief(&names.session, token))
        .cookie(names.lasting(&names.device, device))
        .finish())
}

fn with_session(mut page: HttpResponse, cookies: [actix_web::cookie::Cookie<'static>; 2]) -> Shown {
    for cookie in &cookies {
        page.add_cookie(cookie).map_err(Error::internal)?;
    }
    Ok(page)
}

/// What was typed into a form whose session had ended, to be sent now.
#[derive(Template)]
#[template(path = "public/resumed.html")]
struct Resumed {
    l: Layout,
    to: String,
    fields: Vec<(String, String)>,
}

fn resumed(sent: &Sent<Form>) -> Option<Resumed> {
    let waits = |(name, value): &(String, String)| {
        let name = name.strip_prefix(RESUMED)?;
        Some((name.to_owned(), value.clone()))
    };
    let fields: Vec<_> = sent.typed.0.iter().filter_map(waits).collect();
    let l = sent.visit.browser.layout(None);
    let to = local(&sent.value.to).into();
    (!fields.is_empty()).then_some(Resumed { l, to, fields })
}

fn refused(sent: &Sent<Form>, error: Error) -> Shown {
    let refused = match error {
        Error::Unauthenticated => sent.wrong(StatusCode::UNAUTHORIZED, "sign-in-wrong"),
        other => sent.refused(other)?,
    };
    let waiting = |(name, _): &&(String, String)| name.starts_with(RESUMED);
    let page = Page {
        l: sent.visit.browser.layout(None),
        fields: refused.fields,
        to: local(&sent.value.to).into(),
        ended: false,
        resumed: sent.typed.0.iter().filter(waiting).cloned().collect(),
    };
    sent.visit.browser.show_as(refused.status, &page)
}

/// Signs out of this session.
pub async fn end(sent: Sent<Nothing>) -> Shown {
    let end = |w: &mut crate::db::Write| {
        let session = w.session()?;
        sessions::end(w, Some(session)).map(|()| on_to("/"))
    };
    let mut answer = sent.change(end).await?;
    let names = &sent.visit.app.cookies;
    answer
        .add_cookie(&names.gone(&names.session))
        .map_err(Error::internal)?;
    Ok(answer)
}
