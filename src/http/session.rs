//! Who is asking. A token (an Ed25519 JWT) only names a session; whether that session, its account and its role still
//! count, the database says at each request.

use std::future::{Ready, ready};
use std::net::IpAddr;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::accounts::sessions::Origin;
use crate::db::{Claimed, Ticket, Who};
use crate::error::{Error, Fault};
use crate::http::{Repeat, Route};
use crate::ids::SessionId;
use crate::law;
use crate::server::App;
use crate::text::Language;

const AUDIENCE: &str = "claimant-registry";
/// What a token is for: a token made for something else must not open a session.
const USE: &str = "session";

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    iat: i64,
    exp: i64,
    r#use: String,
}

/// Makes and reads session tokens.
pub struct Tokens {
    encoding: EncodingKey,
    decoding: DecodingKey,
    issuer: String,
}

impl Tokens {
    /// Tokens signed with that Ed25519 seed, for that issuer.
    ///
    /// # Errors
    /// Where the seed makes no key.
    pub fn new(seed: &[u8; 32], issuer: &str) -> Result<Self, Error> {
        use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(Error::internal)?;
        let pkcs8 = pair.to_pkcs8v1().map_err(Error::internal)?;
        Ok(Self {
            encoding: EncodingKey::from_ed_der(pkcs8.as_ref()),
            decoding: DecodingKey::from_ed_der(pair.public_key().as_ref()),
            issuer: issuer.into(),
        })
    }

    /// A token for that session.
    pub fn make(&self, session: SessionId, now: DateTime<Utc>, expires: DateTime<Utc>) -> Result<String, Error> {
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.into(),
            sub: session.to_string(),
            iat: now.timestamp(),
            exp: expires.timestamp(),
            r#use: USE.into(),
        };
        jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &claims, &self.encoding).map_err(Error::internal)
    }

    /// The session that a token names, if the token is ours, for sessions, and in time.
    pub fn read(&self, token: &str) -> Option<SessionId> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[AUDIENCE]);
        validation.leeway = 5;
        let token = jsonwebtoken::decode::<Claims>(token, &self.decoding, &validation).ok()?;
        let typed = token.header.typ.as_deref() == Some("JWT") && token.claims.r#use == USE;
        typed.then(|| token.claims.sub.parse().ok()).flatten()
    }
}

/// What every handler gets to know of its request.
pub struct Call {
    /// The application.
    pub app: web::Data<App>,
    /// Opens transactions.
    pub ticket: Ticket,
    /// The route that was called.
    pub route: &'static Route,
    /// Language of the answer.
    pub language: Language,
    /// Where the request came from.
    pub origin: Origin,
    /// The Idempotency-Key header.
    pub key: Option<String>,
    /// Version in the If-Match header.
    pub if_match: Option<i32>,
    /// Path as called.
    pub path: String,
}

impl FromRequest for Call {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(call(request))
    }
}

fn call(request: &HttpRequest) -> Result<Call, Error> {
    let app: &web::Data<App> = request.app_data().ok_or_else(|| Error::internal("the application is not set up"))?;
    let pattern = request.match_pattern().ok_or(Error::NotFound)?;
    let route = super::route(request.method(), &pattern).ok_or(Error::NotFound)?;
    let key = idempotency_key(request)?;
    let roles = route.roles.filter(|_| !(app.public_entries && route.path == super::BUNDLES));
    let claimed = match (bearer(request), roles) {
        (_, None) => Claimed::Other(Who::Anonymous),
        (Some(token), Some(_)) => Claimed::Session(app.tokens.read(token).ok_or(Error::Unauthenticated)?),
        (None, Some(_)) => return Err(Error::Unauthenticated),
    };
    if key.is_none() && route.repeat == Repeat::Creates {
        return Err(Error::Malformed(400, Fault::new("Idempotency-Key", "idempotency-key-missing")));
    }
    Ok(Call {
        app: app.clone(),
        ticket: Ticket { claimed, roles, request: request_id(request) },
        route,
        language: language(request),
        origin: Origin {
            address: address(request, &app.trusted_proxies),
            device: header(request, header::USER_AGENT.as_str()).unwrap_or_default().into(),
        },
        key,
        if_match: if_match(request)?,
        path: request.path().into(),
    })
}

/// A header's value, if it is there once and is ASCII.
fn header<'r>(request: &'r HttpRequest, name: &str) -> Option<&'r str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    let (scheme, token) = header(request, "authorization")?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// 1 to 100 visible ASCII characters. The key is kept as it is, so it is held to what every text is.
fn idempotency_key(request: &HttpRequest) -> Result<Option<String>, Error> {
    let Some(value) = request.headers().get("idempotency-key") else {
        return Ok(None);
    };
    let refused = |code| Error::Malformed(400, Fault::new("Idempotency-Key", code));
    let key = value.to_str().ok().filter(|key| (1..=100).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()));
    let key = key.ok_or_else(|| refused("idempotency-key-form"))?;
    if law::contains_resident_number(key) { Err(refused("resident-number")) } else { Ok(Some(key.into())) }
}

/// The version in `If-Match: "3"`.
fn if_match(request: &HttpRequest) -> Result<Option<i32>, Error> {
    let Some(value) = header(request, "if-match") else {
        return Ok(None);
    };
    let version = value.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).and_then(|version| version.parse().ok());
    version.map(Some).ok_or_else(|| Error::Malformed(400, Fault::new("If-Match", "if-match")))
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

/// The client's address. X-Forwarded-For is read from the right for as long as the address before is a trusted proxy:
/// what stands further left anybody can write.
fn address(request: &HttpRequest, trusted: &[IpAddr]) -> String {
    let Some(peer) = request.peer_addr() else {
        return String::new();
    };
    let mut address = peer.ip();
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",");
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
        assert_eq!(from("10.0.0.1", "192.0.2.66, 198.51.100.1, 10.0.0.1"), "198.51.100.1");
        assert_eq!(from("10.0.0.1", "not an address"), "10.0.0.1");
    }

    #[test]
    fn a_token_for_another_use_or_issuer_or_time_opens_nothing() {
        let tokens = Tokens::new(&[7; 32], "https://registry.example").unwrap();
        let (session, now) = (SessionId::new(), Utc::now());
        let hour = chrono::Duration::hours(1);
        let good = tokens.make(session, now, now + hour).unwrap();
        assert_eq!(tokens.read(&good), Some(session));
        assert_eq!(Tokens::new(&[7; 32], "https://other.example").unwrap().read(&good), None);
        assert_eq!(Tokens::new(&[8; 32], "https://registry.example").unwrap().read(&good), None);
        assert_eq!(tokens.read(&tokens.make(session, now - hour * 2, now - hour).unwrap()), None);
        let forged = |header: &Header, claims: serde_json::Value| jsonwebtoken::encode(header, &claims, &tokens.encoding).unwrap();
        let claims = |change: &dyn Fn(&mut serde_json::Value)| {
            let mut claims = serde_json::json!({"iss": "https://registry.example", "aud": AUDIENCE, "sub": session, "iat": now.timestamp(), "exp": (now + hour).timestamp(), "use": USE});
            change(&mut claims);
            claims
        };
        let eddsa = Header::new(Algorithm::EdDSA);
        assert_eq!(tokens.read(&forged(&eddsa, claims(&|_| {}))), Some(session));
        assert_eq!(tokens.read(&forged(&eddsa, claims(&|c| c["use"] = "receipt".into()))), None);
        assert_eq!(tokens.read(&forged(&eddsa, claims(&|c| c["aud"] = "other".into()))), None);
        assert_eq!(tokens.read(&forged(&eddsa, claims(&|c| c["exp"] = "never".into()))), None, "a non-numeric exp is not no exp");
        assert_eq!(tokens.read(&forged(&eddsa, claims(&|c| drop(c.as_object_mut().map(|c| c.remove("exp")))))), None);
        assert_eq!(tokens.read(&forged(&Header { typ: None, ..eddsa.clone() }, claims(&|_| {}))), None);
        let mut parts = good.split('.');
        let (_, body) = (parts.next(), parts.next().unwrap());
        assert_eq!(tokens.read(&format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{body}.")), None, "alg none");
    }
}
