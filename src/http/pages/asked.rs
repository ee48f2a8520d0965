//! What the address of a page asks for: a form that is sent by GET, such as a filter. It stays in
//! the address, so that a page can be kept, sent to a colleague and reloaded.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use url::form_urlencoded;

use crate::error::Error;
use crate::http::pages::form::{Fields, Typed};

/// The fields of an address.
pub struct Asked(pub Fields);

impl FromRequest for Asked {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        let typed = Typed(pairs.into_owned().collect());
        ready(Ok(Self(Fields::typed(&typed))))
    }
}

/// An address of that path that asks for these fields; those without a value are left out.
pub fn address<'f>(path: &str, fields: impl IntoIterator<Item = (&'f str, &'f str)>) -> String {
    let given = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(given)
        .finish();
    if query.is_empty() {
        path.into()
    } else {
        format!("{path}?{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_what_was_asked_for_and_no_more() {
        let fields = [("status", "accepted"), ("region", ""), ("industry", "a&b")];
        assert_eq!(address("/c", fields), "/c?status=accepted&industry=a%26b");
        assert_eq!(address("/c", [("region", "")]), "/c");
    }
}
