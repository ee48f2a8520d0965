//! Joining: an address, a mail to it, a password.

use std::sync::{Arc, Mutex};

use actix_web::web;
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::accounts::links::{self, Followed, Purpose};
use crate::accounts::password_reset;
use crate::accounts::registration::{self, Confirmation, Registration};
use crate::accounts::sessions;
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::form::{Fields, Sent};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::AccountId;

#[derive(Template)]
#[template(path = "public/registration.html")]
struct Page {
    l: Layout,
    fields: Fields,
}

/// The mail is on its way.
#[derive(Template)]
#[template(path = "public/registration_sent.html")]
struct SentPage {
    l: Layout,
    fields: Fields,
    email: String,
}

/// Whoever follows a link chooses a password.
#[derive(Template)]
#[template(path = "public/password.html")]
struct PasswordPage {
    l: Layout,
    fields: Fields,
    /// Beginning of the keys of what is said.
    what: &'static str,
}

impl PasswordPage {
    fn title(&self) -> String {
        format!("{}-password-title", self.what)
    }
}

/// Who registers.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    pub email: String,
}

/// The password that was chosen.
#[derive(Deserialize)]
pub struct Password {
    #[serde(default)]
    password: String,
}

/// The code of the mail, typed where somebody registered, and the password that was chosen.
#[derive(Deserialize, Clone)]
pub struct Code {
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub password: String,
}

pub async fn show(visit: Visit) -> Shown {
    visit.browser.show(&Page {
        l: visit.browser.layout(None),
        fields: Fields::default(),
    })
}

/// Sends the mail. What is seen is the same for every address.
pub async fn request(sent: Sent<Form>) -> Shown {
    let (visit, email) = (&sent.visit, sent.value.email.clone());
    let (app, typed) = (&visit.app, Registration { email });
    let asked =
        registration::request(&app.db, &visit.ticket, &app.limits, &typed, visit.language).await;
    let l = visit.browser.layout(None);
    match asked {
        Ok(()) => visit.browser.show(&SentPage {
            l,
            fields: Fields::default(),
            email: typed.email,
        }),
        Err(error) => {
            let refused = sent.refused(error)?;
            let fields = refused.fields;
            visit.browser.show_as(refused.status, &Page { l, fields })
        }
    }
}

/// Behind the link of the mail.
pub async fn choose(visit: Visit) -> Shown {
    show_password(&visit, "registration")
}

/// Behind the link of the mail for who forgot the password.
pub async fn choose_new(visit: Visit) -> Shown {
    show_password(&visit, "reset")
}

fn show_password(visit: &Visit, what: &'static str) -> Shown {
    visit.browser.show(&PasswordPage {
        l: visit.browser.layout(None),
        fields: Fields::default(),
        what,
    })
}

/// Makes the account and signs in: the link was opened.
pub async fn confirm(sent: Sent<Password>, token: web::Path<String>) -> Shown {
    let typed = Confirmation {
        token: Some(token.into_inner()),
        email: None,
        code: None,
        password: sent.value.password.clone(),
    };
    match made(&sent, &typed).await {
        Ok(answer) => Ok(answer),
        Err(error) => password_refused(&sent, "registration", error),
    }
}

/// Makes the account and signs in: the code was typed where somebody registered.
pub async fn confirm_code(sent: Sent<Code>) -> Shown {
    let typed = Confirmation {
        token: None,
        email: Some(sent.value.email.clone()),
        code: Some(sent.value.code.clone()),
        password: sent.value.password.clone(),
    };
    match made(&sent, &typed).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            let page = SentPage {
                l: sent.visit.browser.layout(None),
                fields: refused.fields,
                email: sent.value.email.clone(),
            };
            sent.visit.browser.show_as(refused.status, &page)
        }
    }
}

/// Sets the new password and signs in.
pub async fn reset(sent: Sent<Password>, token: web::Path<String>) -> Shown {
    let typed = Followed {
        token: token.into_inner(),
        password: sent.value.password.clone(),
    };
    match renewed(&sent, &typed).await {
        Ok(answer) => Ok(answer),
        Err(error) => password_refused(&sent, "reset", error),
    }
}

fn password_refused(sent: &Sent<Password>, what: &'static str, error: Error) -> Shown {
    let refused = sent.refused(error)?;
    let page = PasswordPage {
        l: sent.visit.browser.layout(None),
        fields: refused.fields,
        what,
    };
    sent.visit.browser.show_as(refused.status, &page)
}

async fn made<T>(sent: &Sent<T>, typed: &Confirmation) -> Shown {
    // a repetition no longer finds the link
    if let Some(answer) = sent.earlier().await? {
        return Ok(answer);
    }
    let (app, ticket) = (&sent.visit.app, &sent.visit.ticket);
    let confirmed = registration::choose(&app.db, ticket, &app.limits, &app.hashing, typed).await?;
    signed_in(sent, move |w| registration::confirm(w, &confirmed)).await
}

async fn renewed<T>(sent: &Sent<T>, typed: &Followed) -> Shown {
    if let Some(answer) = sent.earlier().await? {
        return Ok(answer);
    }
    let (app, ticket) = (&sent.visit.app, &sent.visit.ticket);
    let purpose = Purpose::PasswordReset;
    let hash = links::choose(&app.db, ticket, &app.limits, &app.hashing, purpose, typed).await?;
    let token = typed.token.clone();
    signed_in(sent, move |w| password_reset::reset(w, &token, &hash)).await
}

/// Makes the change that yields an account, and begins a session of it.
async fn signed_in<T>(
    sent: &Sent<T>,
    mut change: impl FnMut(&mut Write) -> Result<AccountId, Error> + Send + 'static,
) -> Shown {
    let app = &sent.visit.app;
    let lifetimes = app.lifetimes;
    let begun = Arc::new(Mutex::new(None));
    let out = begun.clone();
    let change = move |w: &mut Write| {
        let account = change(w)?;
        let usable = sessions::usable(w, account)?.ok_or(Error::Unauthenticated)?;
        let session = sessions::begin(w, &usable, lifetimes)?;
        *out.lock().map_err(Error::internal)? = Some(session);
        Ok(on_to("/home"))
    };
    let mut answer = sent.change(change).await?;
    if let Some(session) = begun.lock().map_err(Error::internal)?.take() {
        let token = app
            .tokens
            .make(session.id, Utc::now(), session.expires_at)?;
        let cookie = app.cookies.brief(&app.cookies.session, token);
        answer.add_cookie(&cookie).map_err(Error::internal)?;
    }
    Ok(answer)
}
