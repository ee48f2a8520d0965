//! What requests say, in JSON bodies with a limit and a deadline and in queries; an error names the
//! field, never what was typed into it.

mod fault;
mod objects;
mod query;

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::error::{Error, Fault};
use crate::http::body;
use crate::http::once::BodyDigest;
use objects::Strict;
pub use query::Query;

/// A JSON body of at most `KIB` KiB.
pub struct Input<T, const KIB: usize = 64> {
    /// What it says.
    pub value: T,
    /// SHA-256 of its bytes.
    pub digest: BodyDigest,
    /// Its bytes, which a signature may be over.
    pub bytes: Bytes,
}

impl<T: DeserializeOwned + 'static, const KIB: usize> FromRequest for Input<T, KIB> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = request
            .mime_type()
            .ok()
            .flatten()
            .is_some_and(|kind| kind.essence_str() == "application/json");
        let bytes = body::read(request, payload, KIB * 1024);
        Box::pin(async move {
            if !json {
                return Err(Error::Malformed(
                    415,
                    Fault::new("Content-Type", "content-type"),
                ));
            }
            let bytes = bytes.await?;
            let digest = Sha256::digest(&bytes).into();
            let text = std::str::from_utf8(&bytes)
                .map_err(|_| Error::Malformed(400, Fault::new("", "body-utf8")))?;
            Ok(Self {
                value: parse(text)?,
                digest,
                bytes: Bytes::copy_from_slice(&bytes),
            })
        })
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    // some editors and libraries of Windows begin every text with a byte-order mark
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(Strict(&mut reader)).map_err(|error| {
        let inner = error.inner();
        if inner.is_data() {
            fault::of(error.path(), &inner.to_string()).into()
        } else {
            unreadable(inner)
        }
    })?;
    reader.end().map_err(|error| unreadable(&error))?;
    Ok(value)
}

fn unreadable(error: &serde_json::Error) -> Error {
    let (line, column) = (error.line(), error.column());
    let fault = Fault::new("", "body-json");
    Error::Malformed(400, fault.with("line", line).with("column", column))
}
