//! Choosing the language.

use actix_web::web;

use crate::error::Error;
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::{Shown, local};
use crate::http::pages::visit::{Visit, go};
use crate::text::Language;

/// Remembers the language on this device, which changes nothing else.
pub async fn choose(visit: Visit, language: web::Path<String>, asked: Asked) -> Shown {
    let language: Language = language.parse().map_err(|_| Error::NotFound)?;
    let names = &visit.app.cookies;
    let cookie = names.lasting(&names.language, language.as_str());
    // where to go on in the other language
    Ok(go(local(asked.0.value("to"))).cookie(cookie).finish())
}
