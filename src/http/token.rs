//! Session tokens: Ed25519 JWTs that only name a session.

use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::ids::SessionId;

const AUDIENCE: &str = "claimant-registry";
/// What a token is for: a token made for something else must not open a session.
const USE: &str = "session";

#[derive(Serialize, Deserialize)]
struct TokenClaims {
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
    pub fn make(
        &self,
        session: SessionId,
        now: DateTime<Utc>,
        expires: DateTime<Utc>,
    ) -> Result<String, Error> {
        let claims = TokenClaims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.into(),
            sub: session.to_string(),
            iat: now.timestamp(),
            exp: expires.timestamp(),
            r#use: USE.into(),
        };
        jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &claims, &self.encoding)
            .map_err(Error::internal)
    }

    /// The session that a token names, if the token is ours, for sessions, and in time.
    pub fn read(&self, token: &str) -> Option<SessionId> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[AUDIENCE]);
        validation.leeway = 5;
        let token = jsonwebtoken::decode::<TokenClaims>(token, &self.decoding, &validation).ok()?;
        let typed = token.header.typ.as_deref() == Some("JWT") && token.claims.r#use == USE;
        typed.then(|| token.claims.sub.parse().ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_for_another_use_or_issuer_or_time_opens_nothing() {
        let tokens = Tokens::new(&[7; 32], "https://registry.example").unwrap();
        let (session, now) = (SessionId::new(), Utc::now());
        let hour = chrono::Duration::hours(1);
        let good = tokens.make(session, now, now + hour).unwrap();
        assert_eq!(tokens.read(&good), Some(session));
        assert_eq!(
            Tokens::new(&[7; 32], "https://other.example")
                .unwrap()
                .read(&good),
            None
        );
        assert_eq!(
            Tokens::new(&[8; 32], "https://registry.example")
                .unwrap()
                .read(&good),
            None
        );
        assert_eq!(
            tokens.read(&tokens.make(session, now - hour * 2, now - hour).unwrap()),
            None
        );
        let forged = |header: &Header, claims: serde_json::Value| {
            jsonwebtoken::encode(header, &claims, &tokens.encoding).unwrap()
        };
        let claims = |change: &dyn Fn(&mut serde_json::Value)| {
            let mut claims = serde_json::json!({"iss": "https://registry.example", "aud": AUDIENCE, "sub": session, "iat": now.timestamp(), "exp": (now + hour).timestamp(), "use": USE});
            change(&mut claims);
            claims
        };
        let eddsa = Header::new(Algorithm::EdDSA);
        assert_eq!(tokens.read(&forged(&eddsa, claims(&|_| {}))), Some(session));
        assert_eq!(
            tokens.read(&forged(&eddsa, claims(&|c| c["use"] = "receipt".into()))),
            None
        );
        assert_eq!(
            tokens.read(&forged(&eddsa, claims(&|c| c["aud"] = "other".into()))),
            None
        );
        assert_eq!(
            tokens.read(&forged(&eddsa, claims(&|c| c["exp"] = "never".into()))),
            None,
            "a non-numeric exp is not no exp"
        );
        assert_eq!(
            tokens.read(&forged(
                &eddsa,
                claims(&|c| drop(c.as_object_mut().map(|c| c.remove("exp"))))
            )),
            None
        );
        assert_eq!(
            tokens.read(&forged(
                &Header {
                    typ: None,
                    ..eddsa.clone()
                },
                claims(&|_| {})
            )),
            None
        );
        let mut parts = good.split('.');
        let (_, body) = (parts.next(), parts.next().unwrap());
        assert_eq!(
            tokens.read(&format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{body}.")),
            None,
            "alg none"
        );
    }
}
