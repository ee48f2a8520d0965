//! What programs of the firm and the registry say to each other: each body is signed with a secret
//! that both hold, together with the time, so that nobody else says it and nobody says it again.

use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// How old a body may be, or how far ahead a clock.
const TOLERANCE: Duration = Duration::minutes(5);

/// A secret that the registry shares with a program of the firm.
#[derive(Clone)]
pub struct HookSecret(SecretString);

impl HookSecret {
    pub fn new(secret: &str) -> Self {
        Self(secret.into())
    }

    fn mac(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        let key = self.0.expose_secret().as_bytes();
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes a key of any length");
        parts.iter().for_each(|part| mac.update(part));
        mac
    }

    /// A word of the registry's own with its signature, `word.hex`: only whoever holds the secret
    /// makes another one.
    pub fn signed(&self, word: &str) -> String {
        let mac = self.mac(&[b"state.", word.as_bytes()]);
        format!("{word}.{}", hex::encode(mac.finalize().into_bytes()))
    }

    /// The word of [`HookSecret::signed`], where its signature is right.
    pub fn word<'s>(&self, signed: &'s str) -> Option<&'s str> {
        let (word, mark) = signed.rsplit_once('.')?;
        let mark = hex::decode(mark).ok()?;
        let mac = self.mac(&[b"state.", word.as_bytes()]);
        mac.verify_slice(&mark).is_ok().then_some(word)
    }

    /// The signature of a body that goes to the other program, as [`HookSecret::holds`] reads it.
    pub fn sign(&self, body: &[u8], now: DateTime<Utc>) -> String {
        let time = now.timestamp();
        let mac = self.mac(&[time.to_string().as_bytes(), b".", body]);
        format!("t={time},v1={}", hex::encode(mac.finalize().into_bytes()))
    }

    /// Whether a body came from the other program within the last five minutes: `t=<seconds>,v1=<HMAC
    /// of "<seconds>.<body>" in hexadecimal digits>`.
    pub fn holds(&self, signature: &str, body: &[u8], now: DateTime<Utc>) -> bool {
        let read = || {
            let (time, mark) = signature.strip_prefix("t=")?.split_once(",v1=")?;
            let at = DateTime::from_timestamp(time.parse().ok()?, 0)?;
            let mac = self.mac(&[time.as_bytes(), b".", body]);
            let right = mac.verify_slice(&hex::decode(mark).ok()?).is_ok();
            Some(right && (now - at).abs() <= TOLERANCE)
        };
        read().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(secret: &HookSecret, time: i64, body: &[u8]) -> String {
        secret.sign(body, DateTime::from_timestamp(time, 0).unwrap())
    }

    #[test]
    fn a_body_holds_for_five_minutes_and_from_whoever_has_the_secret() {
        let (ours, other) = (HookSecret::new("a secret"), HookSecret::new("another"));
        let now: DateTime<Utc> = "2026-11-29T00:00:00Z".parse().unwrap();
        let time = now.timestamp();
        for (signature, holds) in [
            (sign(&ours, time, b"{}"), true),
            (sign(&ours, time - 300, b"{}"), true),
            (sign(&ours, time + 300, b"{}"), true),
            (sign(&ours, time - 301, b"{}"), false),
            (sign(&ours, time + 301, b"{}"), false),
            (sign(&ours, time, b"{ }"), false),
            (sign(&other, time, b"{}"), false),
            (sign(&ours, time, b"{}").replace("t=1", "t=2"), false),
            (String::new(), false),
            ("t=,v1=".into(), false),
            (format!("t={time},v1="), false),
        ] {
            assert_eq!(ours.holds(&signature, b"{}", now), holds, "{signature}");
        }
    }

    #[test]
    fn a_word_is_ours_where_its_signature_is() {
        let (ours, other) = (HookSecret::new("a secret"), HookSecret::new("another"));
        let signed = ours.signed("word");
        assert_eq!(ours.word(&signed), Some("word"));
        assert_eq!(other.word(&signed), None);
        for forged in ["", ".", "word", "word.", "word.00", &signed[1..]] {
            assert_eq!(ours.word(forged), None, "{forged}");
        }
    }
}
