//! The firm's adapter to an identity provider.

use chrono::Utc;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::harness::caller::Answer;
use crate::harness::server::App;

/// Settings of a registry that has one.
pub const PROVIDER: [(&str, &str); 2] = [
    (
        "IDENTITY_PROVIDER_URL",
        "https://identity.example.com/start?firm=1",
    ),
    (
        "IDENTITY_PROVIDER_SECRET",
        "a secret that only the adapter and the registry know",
    ),
];

/// What it says of 김하늘, who claims everywhere in these tests.
pub fn provided(state: &str, transaction: &str) -> Value {
    json!({"state": state, "name": "김하늘", "birth_date": "1980-05-05", "provider": "시험 본인확인",
        "transaction": transaction, "time": Utc::now()})
}

/// The signature of a body, under that secret and at that time.
pub fn signature(secret: &str, time: i64, body: &str) -> String {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes()).expect("any length");
    mac.update(format!("{time}.{body}").as_bytes());
    format!("t={time},v1={}", hex::encode(mac.finalize().into_bytes()))
}

/// Says it, signed as it should be.
pub fn say(app: &App, said: &Value) -> Answer {
    let body = said.to_string();
    let signed = signature(PROVIDER[1].1, Utc::now().timestamp(), &body);
    say_signed(app, said, &signed)
}

/// Says it with that signature.
pub fn say_signed(app: &App, said: &Value, signature: &str) -> Answer {
    let headers = [("registry-signature", signature)];
    let path = "/api/v1/identification-results";
    app.anybody().json("POST", path, &headers, said.clone())
}
