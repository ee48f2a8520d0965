//! Joining: an address, a mail to it, a password.

use std::sync::{Arc, Mutex};

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::Utc;
use serde::Deserialize;

use crate::accounts::links::{self, Followed, Purpose};
use crate::accounts::password_reset;
use crate::accounts::registration::{self, Registration};
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

/// Makes the account and signs in.
pub async fn confirm(sent: Sent<Password>, token: web::Path<String>) -> Shown {
    let purpose = Purpose::Registration;
    set(sent, token.into_inner(), purpose, registration::confirm).await
}

/// Sets the new password and signs in.
pub async fn reset(sent: Sent<Password>, token: web::Path<String>) -> Shown {
    let purpose = Purpose::PasswordReset;
    set(sent, token.into_inner(), purpose, password_reset::reset).await
}

/// Follows a link: `set` is what it stands for.
async fn set(
    sent: Sent<Password>,
    token: String,
    purpose: Purpose,
    set: fn(&mut Write, &str, &crate::accounts::password::PasswordHash) -> Result<AccountId, Error>,
) -> Shown {
    if let Some(answer) = sent.earlier().await? {
        return Ok(answer);
    }
    let typed = Followed {
        token,
        password: sent.value.password.clone(),
    };
    match follow(&sent, &typed, purpose, set).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let refused = sent.refused(error)?;
            let page = PasswordPage {
                l: sent.visit.browser.layout(None),
                fields: refused.fields,
                what: match purpose {
                    Purpose::Registration => "registration",
                    Purpose::PasswordReset => "reset",
                },
            };
            sent.visit.browser.show_as(refused.status, &page)
        }
    }
}

async fn follow(
    sent: &Sent<Password>,
    typed: &Followed,
    purpose: Purpose,
    set: fn(&mut Write, &str, &crate::accounts::password::PasswordHash) -> Result<AccountId, Error>,
) -> Result<HttpResponse, Error> {
    let (app, ticket) = (&sent.visit.app, &sent.visit.ticket);
    let hash = links::choose(&app.db, ticket, &app.limits, &app.hashing, purpose, typed).await?;
    let (lifetimes, token) = (app.lifetimes, typed.token.clone());
    let begun = Arc::new(Mutex::new(None));
    let out = begun.clone();
    let change = move |w: &mut Write| {
        let account = set(w, &token, &hash)?;
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
