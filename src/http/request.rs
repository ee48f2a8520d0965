//! What a request says of itself in its headers: language, address, id, and how a change is to be
//! made.

use std::net::IpAddr;

use actix_web::HttpRequest;
use uuid::Uuid;

use crate::error::{Error, Fault};
use crate::text::Language;

/// A header's value, if it is there once and is ASCII.
pub fn header<'r>(request: &'r HttpRequest, name: &str) -> Option<&'r str> {
    request
        .headers()
        .get(name)
        .and_then(|value| value.to_str().ok())
}

/// 1 to 100 visible ASCII characters. Only a keyed hash of it is kept.
pub fn idempotency_key(request: &HttpRequest) -> Result<Option<String>, Error> {
    let Some(value) = request.headers().get("idempotency-key") else {
        return Ok(None);
    };
    let key = value
        .to_str()
        .ok()
        .filter(|key| (1..=100).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()));
    let refused = || Error::Malformed(400, Fault::new("Idempotency-Key", "idempotency-key-form"));
    key.map(|key| Some(key.into())).ok_or_else(refused)
}

/// The version in `If-Match: "3"`.
pub fn if_match(request: &HttpRequest) -> Result<Option<i32>, Error> {
    let Some(value) = header(request, "if-match") else {
        return Ok(None);
    };
    let version = value
        .trim()
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .and_then(|version| version.parse().ok());
    version
        .map(Some)
        .ok_or_else(|| Error::Malformed(400, Fault::new("If-Match", "if-match")))
}

/// The language that the client prefers.
pub fn language(request: &HttpRequest) -> Language {
    Language::negotiate(header(request, "accept-language").unwrap_or_default())
}

/// The request's id: made here, whatever the client sends, and the same all along the request.
pub fn request_id(request: &HttpRequest) -> Uuid {
    use actix_web::HttpMessage;
    let mut extensions = request.extensions_mut();
    if let Some(id) = extensions.get::<Uuid>() {
        return *id;
    }
    let id = Uuid::now_v7();
    extensions.insert(id);
    id
}

/// The client's address. X-Forwarded-For is read from the right while the address before is a
/// trusted proxy: what stands further left anybody can write.
pub fn address(request: &HttpRequest, trusted: &[IpAddr]) -> String {
    let Some(peer) = request.peer_addr() else {
        return String::new();
    };
    let mut address = peer.ip();
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .collect::<Vec<_>>()
        .join(",");
    for hop in forwarded.rsplit(',') {
        match hop.trim().parse() {
            Ok(hop) if trusted.contains(&address) => address = hop,
            _ => break,
        }
    }
    address.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let from = |peer: &str, forwarded: &str| {
            let request = TestRequest::default()
                .peer_addr(format!("{peer}:1").parse().unwrap())
                .insert_header(("x-forwarded-for", forwarded))
                .to_http_request();
            address(&request, &[proxy])
        };
        assert_eq!(from("203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(from("10.0.0.1", "192.0.2.66, 198.51.100.1"), "198.51.100.1");
        assert_eq!(
            from("10.0.0.1", "192.0.2.66, 198.51.100.1, 10.0.0.1"),
            "198.51.100.1"
        );
        assert_eq!(from("10.0.0.1", "not an address"), "10.0.0.1");
    }
}
