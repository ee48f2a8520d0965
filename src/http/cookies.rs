//! Cookies: what a browser keeps for us. None is read by scripts, none leaves for other sites, and
//! where people come over TLS none can be set by a neighbouring host (`__Host-`).

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

/// Days a device keeps its name and its language.
const LASTING: i64 = 180;

/// The names of the cookies, by how people come.
pub struct Cookies {
    /// The token of a session.
    pub session: String,
    /// What makes a form ours: a random text, whose keyed hash stands in each form.
    pub form: String,
    /// A device that signed in before.
    pub device: String,
    /// The language that somebody chose.
    pub language: String,
    secure: bool,
}

impl Cookies {
    /// Where people come over TLS; else the registry is on their own machine.
    pub fn new(secure: bool) -> Self {
        let name = |name: &str| format!("{}{name}", if secure { "__Host-" } else { "" });
        Self {
            session: name("session"),
            form: name("form"),
            device: name("device"),
            language: name("language"),
            secure,
        }
    }

    /// One that goes with the browser's window.
    pub fn brief(&self, name: &str, value: impl Into<String>) -> Cookie<'static> {
        Cookie::build(name.to_owned(), value.into())
            .path("/")
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .finish()
    }

    /// One that stays.
    pub fn lasting(&self, name: &str, value: impl Into<String>) -> Cookie<'static> {
        let mut cookie = self.brief(name, value);
        cookie.set_max_age(Duration::days(LASTING));
        cookie
    }

    /// One that is taken back.
    pub fn gone(&self, name: &str) -> Cookie<'static> {
        let mut cookie = self.brief(name, "");
        cookie.make_removal();
        cookie
    }
}

/// The value of a cookie.
pub fn read(request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(name).map(|cookie| cookie.value().into())
}
