//! Request bodies: JSON with a limit, a deadline and an error that names the field, never what was
//! typed into it.

use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::error::{Error, Fault};
use crate::http::state::App;

/// SHA-256 of a body, for [`super::answer`]'s idempotency.
pub type BodyDigest = [u8; 32];

/// Digest of a request that has no body.
pub fn no_body() -> BodyDigest {
    Sha256::digest([]).into()
}

/// A JSON body of at most `KIB` KiB.
pub struct Input<T, const KIB: usize = 64> {
    /// What it says.
    pub value: T,
    /// SHA-256 of its bytes.
    pub digest: BodyDigest,
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
        let deadline = request
            .app_data::<web::Data<App>>()
            .map_or(Duration::from_secs(15), |app| app.body_deadline);
        let payload = payload.take();
        Box::pin(async move {
            if !json {
                return Err(Error::Malformed(
                    415,
                    Fault::new("Content-Type", "content-type"),
                ));
            }
            // actix closes slow headers by itself, but waits for a slow body as long as it likes
            let bytes = tokio::time::timeout(deadline, collect(payload, KIB * 1024))
                .await
                .map_err(|_| Error::Malformed(408, Fault::new("", "body-slow")))??;
            let digest = Sha256::digest(&bytes).into();
            let text = std::str::from_utf8(&bytes)
                .map_err(|_| Error::Malformed(400, Fault::new("", "body-utf8")))?;
            Ok(Self {
                value: parse(text)?,
                digest,
            })
        })
    }
}

async fn collect(mut payload: Payload, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Error::Malformed(400, Fault::new("", "body-broken")))?;
        if bytes.len() + chunk.len() > most {
            return Err(Error::Malformed(
                413,
                Fault::new("", "body-large").with("kib", most / 1024),
            ));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = match error.path().to_string() {
            path if path == "." => String::new(),
            path => path,
        };
        unreadable(&path, error.inner())
    })?;
    reader.end().map_err(|error| unreadable("", &error))?;
    Ok(value)
}

/// A query that does not read. The name of the parameter is there where serde tells it, or the
/// value that it quotes.
pub fn query(message: &str, query: &str) -> Error {
    let quoted = message.split('`').nth(1).unwrap_or_default();
    let mut names = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let name = names.find(|(name, value)| {
        if message.contains("unknown variant") {
            *value == quoted
        } else {
            *name == quoted
        }
    });
    let name = name
        .map(|(name, _)| name)
        .filter(|name| is_plain(name))
        .unwrap_or_default();
    Error::Malformed(400, Fault::new(name, "query"))
}

/// A field's name as the client wrote it is shown only where it looks like one.
fn is_plain(name: &str) -> bool {
    (1..=40).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Says where and why in our own words: serde's quote the value.
fn unreadable(path: &str, error: &serde_json::Error) -> Error {
    let message = error.to_string();
    let named = |prefix: &str| {
        let name = message.strip_prefix(prefix)?.split('`').next()?;
        let name = if is_plain(name) { name } else { "?" };
        Some(match path {
            _ if path.ends_with(name) => path.to_string(),
            "" => name.to_string(),
            path => format!("{path}.{name}"),
        })
    };
    let fault = if let Some(field) = named("unknown field `") {
        Fault::new(field, "unknown-field")
    } else if let Some(field) = named("missing field `") {
        Fault::new(field, "missing")
    } else if let Some(field) = named("duplicate field `") {
        Fault::new(field, "twice")
    } else if message.starts_with("unknown variant") {
        // "expected `a` or `b`", "expected one of `a`, `b`": the values alone, which are the same
        // in every language
        let known: Vec<&str> = message
            .split("expected ")
            .nth(1)
            .unwrap_or_default()
            .split('`')
            .skip(1)
            .step_by(2)
            .collect();
        Fault::new(path, "unknown-value").with("known", known.join(", "))
    } else if error.is_data() {
        // "invalid type: …, expected i64": what stands before the end may quote the value
        let expected = message.rsplit("expected ").next().unwrap_or_default();
        let code = match expected.split(' ').next() {
            Some("i16" | "i32" | "i64" | "u16" | "u32" | "u64" | "usize") => "whole-number",
            _ if expected.starts_with("a string") => "text",
            _ => "wrong-type",
        };
        Fault::new(path, code)
    } else {
        return Error::Malformed(
            400,
            Fault::new("", "body-json")
                .with("line", error.line())
                .with("column", error.column()),
        );
    };
    Error::Invalid(vec![fault])
}
