//! Forms: what was typed is kept, whatever is wrong with it, and becomes a value as the API's JSON
//! does. A field has the name that the API has for it, so that a fault finds its field.

mod fields;
mod files;

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, ResponseError};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use url::form_urlencoded;

use crate::db::Write;
use crate::db::idempotency::Done;
use crate::error::{Error, Fault};
use crate::http::body;
use crate::http::once::BodyDigest;
use crate::http::pages::browser::Shown;
use crate::http::pages::visit::{Visit, go};
use crate::http::request::header;
use crate::text::say;

pub use fields::{FieldError, Fields};

/// Bytes that a form has at most.
const MOST: usize = 256 * 1024;
/// The field that makes a form ours.
pub const TOKEN: &str = "form-token";
/// The field with the key under which a form is taken once.
pub const ONCE: &str = "form-key";

/// A form that was sent.
pub struct Sent<T> {
    pub visit: Visit,
    pub value: T,
    pub typed: Typed,
    digest: BodyDigest,
}

/// A form without fields.
#[derive(serde::Deserialize)]
pub struct Nothing {}

/// What was typed, field by field, as it came.
#[derive(Clone, Default)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut of_name = self.0.iter().filter(|(field, _)| field == name);
        of_name.next().map(|(_, value)| value.as_str())
    }

    /// What a form shows again elsewhere: no secrets, and nothing of how it was sent.
    pub fn again(&self) -> impl Iterator<Item = &(String, String)> {
        let secret = |name: &str| {
            name.contains("password") || name.contains("code") || matches!(name, "current" | "new")
        };
        let ours = |name: &str| name == TOKEN || name.starts_with("resume.");
        self.0
            .iter()
            .filter(move |(name, _)| !secret(name) && !ours(name))
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Sent<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = body::read(request, payload, MOST);
        let request = request.clone();
        Box::pin(async move { Self::read(&request, &bytes.await?) })
    }
}

impl<T: DeserializeOwned> Sent<T> {
    fn read(request: &HttpRequest, bytes: &[u8]) -> Result<Self, Error> {
        let typed = Typed(form_urlencoded::parse(bytes).into_owned().collect());
        // whoever finds the session ended, or the database away, gives what was typed back
        request.extensions_mut().insert(typed.clone());
        let visit = Visit::from_request(request, &mut Payload::None).into_inner()?;
        is_ours(request, &visit, &typed)?;
        let key = typed.get(ONCE).filter(|key| (16..=64).contains(&key.len()));
        let key = key.ok_or_else(|| Error::Malformed(400, Fault::new("", "form-foreign")))?;
        let visit = visit.with_key(key.into());
        let value = serde_html_form::from_bytes(bytes)
            .map_err(|_| Error::Malformed(400, Fault::new("", "request")))?;
        Ok(Self {
            visit,
            value,
            typed,
            digest: Sha256::digest(bytes).into(),
        })
    }
}

/// A form that may bring files along: each becomes the fields that a browser with scripts sends in
/// its place, so that whoever is asked sees no difference.
pub struct WithFiles<T>(pub Sent<T>);

impl<T: DeserializeOwned + 'static> FromRequest for WithFiles<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = header(request, "content-type").unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let sent = Sent::from_request(request, payload);
            return Box::pin(async move { sent.await.map(Self) });
        }
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let visit = Visit::from_request(&request, &mut Payload::None).into_inner()?;
            // the form's own fields stand before its files: nobody else's file is read
            let ours = |typed: &[_]| is_ours(&request, &visit, &Typed(typed.to_vec()));
            let typed = files::read(&request, payload, visit.app.body_deadline, ours).await?;
            let mut bytes = form_urlencoded::Serializer::new(String::new());
            bytes.extend_pairs(typed);
            Sent::read(&request, bytes.finish().as_bytes()).map(Self)
        })
    }
}

/// Holds a form to have come from one of our pages: as the browser says, and by the token, which only
/// our pages hold.
///
/// # Errors
/// `form-expired` where it came from here and the cookie behind its token is gone: it can be sent
/// again. A form from elsewhere cannot.
fn is_ours(request: &HttpRequest, visit: &Visit, typed: &Typed) -> Result<(), Error> {
    let said = match (header(request, "sec-fetch-site"), header(request, "origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = || header(request, "host").unwrap_or_default().to_owned();
            let seen = visit.app.public_url.clone();
            let own = seen.map_or_else(host, |url| authority(&url).into());
            authority(origin) == own
        }
        // browsers that say neither send the token too
        (None, None) => true,
    };
    let token = typed.get(TOKEN);
    let of_now = token.is_some_and(|token| token == visit.browser.form_token());
    let from_here = header(request, "sec-fetch-site") == Some("same-origin");
    match (said, of_now) {
        (true, true) => Ok(()),
        (true, false) if from_here => Err(Error::Malformed(403, Fault::new("", "form-expired"))),
        _ => Err(Error::Malformed(403, Fault::new("", "form-foreign"))),
    }
}

fn authority(url: &str) -> &str {
    url.split_once("://")
        .map_or(url, |(_, authority)| authority)
}

impl<T> Sent<T> {
    /// Makes the change once, however often the form is sent, and sends the browser on.
    pub async fn change(
        &self,
        change: impl FnMut(&mut Write) -> Result<Done, Error> + Send + 'static,
    ) -> Shown {
        self.visit
            .once(self.digest, change)
            .await
            .map(|done| Self::on(&done))
    }

    /// Where a form that was taken before sent the browser on: for what looks at something before it
    /// changes it.
    pub async fn earlier(&self) -> Result<Option<HttpResponse>, Error> {
        let earlier = self.visit.earlier(self.digest).await?;
        Ok(earlier.map(|done| Self::on(&done)))
    }

    fn on(done: &Done) -> HttpResponse {
        go(done.location.as_deref().unwrap_or("/")).finish()
    }

    /// The form as it was typed, with what is wrong with it; or the error, where it is not about
    /// what was typed.
    pub fn refused(&self, error: Error) -> Result<Refused, Error> {
        let of_form = match &error {
            Error::Invalid(_) | Error::Conflict(_) | Error::Superseded { .. } => true,
            Error::Held(_) | Error::Stale | Error::TooMany(_) => true,
            Error::Malformed(_, fault) => !fault.field.is_empty(),
            _ => false,
        };
        if !of_form {
            return Err(error);
        }
        Ok(Refused {
            status: error.status_code(),
            fields: Fields::refused(&self.typed, self.visit.language, &error),
        })
    }
}

impl<T> Sent<T> {
    /// The form as it was typed, where nothing is wrong with it and it is shown again.
    pub fn kept(&self) -> Fields {
        Fields::typed(&self.typed)
    }

    /// The form as it was typed, with a sentence on the whole.
    pub fn wrong(&self, status: StatusCode, key: &str) -> Refused {
        let mut fields = self.kept();
        fields.add_error(say(self.visit.language, key, &[]));
        Refused { status, fields }
    }
}

/// A form that could not be taken.
pub struct Refused {
    pub status: StatusCode,
    pub fields: Fields,
}
