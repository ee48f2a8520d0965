//! The caller. A token only names a session; whether that session, its account and its role still
//! count, the database says at each request.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use crate::db::{Credential, Ticket, Who};
use crate::error::{Error, Fault};
use crate::http::cookies;
use crate::http::head::HeadersOnly;
use crate::http::request::{address, header, idempotency_key, if_match, language, request_id};
use crate::http::route::{self, Face, Repeat, Route};
use crate::http::state::App;
use crate::origin::Origin;
use crate::text::Language;

/// What every handler gets to know of its request.
pub struct Call {
    pub app: web::Data<App>,
    pub ticket: Ticket,
    pub route: &'static Route,
    pub language: Language,
    pub key: Option<String>,
    /// Versions in the If-Match header.
    pub if_match: Option<Vec<i32>>,
    pub path: String,
    /// Whether only the headers of the answer are asked for (HEAD).
    pub headers_only: bool,
}

impl FromRequest for Call {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(call(request))
    }
}

fn call(request: &HttpRequest) -> Result<Call, Error> {
    let app: &web::Data<App> = request
        .app_data()
        .ok_or_else(|| Error::internal("the application is not set up"))?;
    let route = route::of(request).ok_or(Error::NotFound)?;
    let (token, key) = match route.face {
        Face::Api => (bearer(request), idempotency_key(request)?),
        // the key of a form stands in the form
        Face::Page => (cookies::read(request, &app.cookies.session), None),
    };
    let roles = route
        .roles
        .filter(|_| !(app.public_entries && route.of_entries));
    let credential = match (token, roles) {
        (_, None) => Credential::Other(Who::Anonymous),
        (Some(token), Some(_)) => {
            Credential::Session(app.tokens.read(&token).ok_or(Error::Unauthenticated)?)
        }
        (None, Some(_)) => return Err(Error::Unauthenticated),
    };
    if key.is_none() && route.repeat == Repeat::Creates && route.face == Face::Api {
        return Err(Error::Malformed(
            400,
            Fault::new("Idempotency-Key", "idempotency-key-missing"),
        ));
    }
    Ok(Call {
        app: app.clone(),
        ticket: Ticket {
            credential,
            roles,
            request: request_id(request),
            origin: Origin {
                address: address(request, &app.trusted_proxies),
                device: header(request, "user-agent").unwrap_or_default().into(),
            },
        },
        route,
        language: language(request),
        key,
        if_match: if_match(request)?,
        path: request.path().into(),
        headers_only: request.extensions().contains::<HeadersOnly>(),
    })
}

fn bearer(request: &HttpRequest) -> Option<String> {
    let (scheme, token) = header(request, "authorization")?.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().into())
}
