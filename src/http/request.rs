//! What a request says of itself in its headers: language, address, id, and how a change is to be
//! made.

use std::net::{IpAddr, SocketAddr};

use actix_web::{HttpRequest, web};
use ipnet::IpNet;
use uuid::Uuid;

use crate::error::{Error, Fault};
use crate::http::cookies;
use crate::http::state::App;
use crate::text::Language;

/// A header's value, if it is there once and is ASCII.
pub fn header<'r>(request: &'r HttpRequest, name: &str) -> Option<&'r str> {
    request
        .headers()
        .get(name)
        .and_then(|value| value.to_str().ok())
}

/// Characters of an Idempotency-Key.
pub const LONGEST_KEY: usize = 100;

/// 1 to 100 visible ASCII characters. Only a keyed hash of it is kept.
pub fn idempotency_key(request: &HttpRequest) -> Result<Option<String>, Error> {
    let Some(value) = request.headers().get("idempotency-key") else {
        return Ok(None);
    };
    let key = value.to_str().ok().filter(|key| {
        (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic())
    });
    key.map(|key| Some(key.into()))
        .ok_or_else(|| Error::Malformed(400, Fault::new("Idempotency-Key", "idempotency-key-form")))
}

/// The versions that `If-Match` names: `"3"`, several separated by commas, and as proxies make them
/// when they compress: `W/"3"`, `"3-gzip"`. A tag of another form names a version that never was.
/// `*` would be any version, and undo what was changed meanwhile.
pub fn if_match(request: &HttpRequest) -> Result<Option<Vec<i32>>, Error> {
    let mut values = request.headers().get_all("if-match").peekable();
    if values.peek().is_none() {
        return Ok(None);
    }
    let refused = || Error::Malformed(400, Fault::new("If-Match", "if-match"));
    let mut versions = Vec::new();
    for value in values {
        let mut rest = value.to_str().map_err(|_| refused())?.trim();
        while !rest.is_empty() {
            let tag = rest.strip_prefix("W/").unwrap_or(rest);
            let (tag, after) = tag
                .strip_prefix('"')
                .and_then(|tag| tag.split_once('"'))
                .ok_or_else(refused)?;
            versions.push(version(tag).unwrap_or(NEVER));
            rest = after.trim_start();
            if !rest.is_empty() {
                rest = rest.strip_prefix(',').ok_or_else(refused)?.trim_start();
            }
        }
    }
    if versions.is_empty() {
        return Err(refused());
    }
    Ok(Some(versions))
}

/// Versions count from 1.
const NEVER: i32 = 0;

fn version(tag: &str) -> Option<i32> {
    // Apache, Jetty and Caddy put the name of the compression behind the tag
    let digits = tag.split(['-', ';']).next().unwrap_or_default();
    let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    digits.parse().ok().filter(|_| plain)
}

/// The language that somebody chose, or that the client prefers.
pub fn language(request: &HttpRequest) -> Language {
    let chosen = request
        .app_data::<web::Data<App>>()
        .and_then(|app| cookies::read(request, &app.cookies.language))
        .and_then(|code| code.parse().ok());
    let preferred = || Language::negotiate(header(request, "accept-language").unwrap_or_default());
    chosen.unwrap_or_else(preferred)
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
/// trusted proxy: what stands further left anybody can write. An IPv4 address is one, also where
/// the listener or a proxy writes it as IPv6 (`::ffff:203.0.113.9`).
pub fn address(request: &HttpRequest, trusted: &[IpNet]) -> String {
    let Some(peer) = request.peer_addr() else {
        return String::new();
    };
    let mut address = peer.ip().to_canonical();
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .map(|value| value.to_str().unwrap_or(UNREADABLE))
        .collect::<Vec<_>>()
        .join(",");
    let hops = forwarded.rsplit(',').map(str::trim);
    for hop in hops.filter(|hop| !hop.is_empty()) {
        match forwarded_by(hop) {
            Some(hop) if trusted.iter().any(|net| net.contains(&address)) => address = hop,
            _ => break,
        }
    }
    address.to_string()
}

/// Stands for a header that is no text: what lies left of it is not believed either.
const UNREADABLE: &str = "?";

/// An address as proxies write it: with a port (`203.0.113.9:51008`, `[2001:db8::1]:443`), in
/// brackets, with a zone.
fn forwarded_by(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim_matches('"');
    if let Ok(socket) = hop.parse::<SocketAddr>() {
        return Some(socket.ip().to_canonical());
    }
    let bare = hop
        .strip_prefix('[')
        .map_or(Some(hop), |rest| rest.strip_suffix(']'))?;
    let bare = bare.split_once('%').map_or(bare, |(address, _)| address);
    bare.parse()
        .ok()
        .map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let trusted = [
            "10.0.0.0/30".parse().unwrap(),
            "2001:db8:1::/48".parse().unwrap(),
        ];
        let from = |peer: &str, forwarded: &str| {
            let request = TestRequest::default()
                .peer_addr(SocketAddr::new(peer.parse().unwrap(), 1))
                .insert_header(("x-forwarded-for", forwarded))
                .to_http_request();
            address(&request, &trusted)
        };
        for (peer, forwarded, client) in [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("10.0.0.1", "192.0.2.66, 198.51.100.1", "198.51.100.1"),
            (
                "10.0.0.1",
                "192.0.2.66, 198.51.100.1, 10.0.0.3",
                "198.51.100.1",
            ),
            // the next address is outside of the network
            ("10.0.0.1", "192.0.2.66, 10.0.0.4", "10.0.0.4"),
            // everything on the way is the firm's own
            ("10.0.0.1", "10.0.0.2", "10.0.0.2"),
            ("2001:db8:1::5", "2001:DB8:0:0::7", "2001:db8::7"),
            // as a listener on [::] sees IPv4, and as a proxy in front of it writes it
            ("::ffff:10.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"),
            ("::ffff:203.0.113.9", "", "203.0.113.9"),
            // with a port, in brackets, in quotation marks, with a zone
            ("10.0.0.1", "203.0.113.9:51008", "203.0.113.9"),
            ("10.0.0.1", "[2001:db8::1]:443", "2001:db8::1"),
            ("10.0.0.1", "[2001:db8::1]", "2001:db8::1"),
            ("10.0.0.1", "\"[2001:db8::1]:443\"", "2001:db8::1"),
            ("10.0.0.1", "fe80::1%eth0", "fe80::1"),
            // an empty place is none
            ("10.0.0.1", "203.0.113.9, ,", "203.0.113.9"),
            // what is no address ends the way
            ("10.0.0.1", "not an address", "10.0.0.1"),
            ("10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"),
            ("10.0.0.1", "198.51.100.1, _hidden, 10.0.0.2", "10.0.0.2"),
            ("10.0.0.1", "203.0.113.999", "10.0.0.1"),
            ("10.0.0.1", "[203.0.113.9", "10.0.0.1"),
        ] {
            assert_eq!(from(peer, forwarded), client, "{peer} says {forwarded:?}");
        }
    }

    #[test]
    fn a_version_is_read_as_proxies_write_it() {
        let read = |value: &str| {
            let request = TestRequest::default()
                .insert_header(("if-match", value))
                .to_http_request();
            if_match(&request).ok().flatten()
        };
        for (value, versions) in [
            ("\"3\"", Some(vec![3])),
            ("W/\"3\"", Some(vec![3])),
            ("\"3-gzip\"", Some(vec![3])),
            ("W/\"3;br\"", Some(vec![3])),
            ("\"2\", W/\"3\" ,\"12\"", Some(vec![2, 3, 12])),
            ("\"2\",", Some(vec![2])),
            // well formed, and no version of ours
            ("\"abc\"", Some(vec![0])),
            ("\"03\"", Some(vec![0])),
            ("\"\"", Some(vec![0])),
            ("\"99999999999\"", Some(vec![0])),
            ("*", None),
            ("3", None),
            ("", None),
            (",", None),
            ("w/\"3\"", None),
            ("\"3", None),
            ("\"3\" \"4\"", None),
        ] {
            assert_eq!(read(value), versions, "{value}");
        }
        assert!(matches!(
            if_match(&TestRequest::default().to_http_request()),
            Ok(None)
        ));
    }
}
