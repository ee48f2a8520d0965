//! A request of a person with a browser, for a route of the table.

use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder};

use crate::db::idempotency::Done;
use crate::db::{Read, Reader};
use crate::error::Error;
use crate::http::pages::browser::Browser;
use crate::http::request;
use crate::http::session::Call;

/// A request for a page, or a form that was sent.
pub struct Visit {
    call: Call,
    pub browser: Browser,
}

impl Deref for Visit {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.call
    }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let call = Call::from_request(request, payload).into_inner();
        let visit = |call| Browser::of(request).map(|browser| Self { call, browser });
        ready(call.and_then(visit))
    }
}

impl From<Visit> for Call {
    fn from(visit: Visit) -> Self {
        visit.call
    }
}

impl Visit {
    /// The same with the key that its form brought.
    pub(super) fn with_key(mut self, key: String) -> Self {
        self.call.key = Some(key);
        self
    }

    /// Where the registry is: as the operator said, else where this browser found it.
    pub fn address(&self, request: &HttpRequest) -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        let host = request::header(request, "host").filter(|host| host.chars().all(plain));
        let seen = || format!("http://{}", host.unwrap_or("localhost:8080"));
        self.app.public_url.clone().unwrap_or_else(seen)
    }

    /// Reads what a page shows, and for whom.
    pub async fn look<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Read) -> Result<T, Error> + Send + 'static,
    ) -> Result<(Option<Reader>, T), Error> {
        let read = move |r: &mut Read| Ok((r.reader(), f(r)?));
        self.app.db.read(&self.ticket, read).await
    }
}

/// Sends the browser on.
pub fn go(to: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((header::LOCATION, to));
    answer
}

/// The answer to a form that was taken: on to another page.
pub fn on_to(path: impl Into<String>) -> Done {
    Done {
        status: StatusCode::SEE_OTHER.as_u16(),
        location: Some(path.into()),
    }
}
