//! Choosing the language.

use actix_web::web;
use serde::Deserialize;

use crate::error::Error;
use crate::http::api::json::Query;
use crate::http::pages::browser::{Shown, local};
use crate::http::pages::visit::{Visit, go};
use crate::text::Language;

/// Where to go on in the other language.
#[derive(Deserialize)]
pub struct Back {
    to: Option<String>,
}

/// Remembers the language on this device, which changes nothing else.
pub async fn choose(visit: Visit, language: web::Path<String>, back: Query<Back>) -> Shown {
    let language: Language = language.parse().map_err(|_| Error::NotFound)?;
    let names = &visit.app.cookies;
    let cookie = names.lasting(&names.language, language.as_str());
    Ok(go(local(back.to.as_deref().unwrap_or("/")))
        .cookie(cookie)
        .finish())
}
