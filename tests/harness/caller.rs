//! People who call the API: what they send, and what they are answered.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::note::Vkey;
use serde_json::{Value, json};

/// A password that nobody guesses, for everybody.
pub const PASSWORD: &str = "옥상에서 읽은 파란 책 7권";

/// Somebody who calls the API.
#[derive(Clone)]
pub struct Caller {
    pub url: String,
    /// The session token.
    pub token: Option<String>,
    /// Keeps connections.
    pub agent: ureq::Agent,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Headers in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Demands that status.
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into()
    }

    /// The id of what was made; the answer is 201.
    pub fn id(&self) -> String {
        assert_eq!(self.status, 201, "{}", self.text());
        self.headers["location"]
            .rsplit('/')
            .next()
            .expect("split yields one")
            .into()
    }

    /// Fields and codes of a problem, sorted.
    pub fn faults(&self) -> Vec<(String, String)> {
        let json = self.json();
        let text = |fault: &Value, key: &str| fault[key].as_str().unwrap_or_default().to_string();
        let mut faults: Vec<_> = json["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|fault| (text(fault, "field"), text(fault, "code")))
            .collect();
        faults.sort();
        faults
    }

    /// The code at the end of a problem's type.
    pub fn code(&self) -> String {
        self.json()["type"]
            .as_str()
            .and_then(|kind| kind.rsplit(':').next())
            .unwrap_or_default()
            .into()
    }
}

impl Caller {
    /// Somebody who has not signed in at the server of that address.
    pub fn to(url: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        Self {
            url: url.into(),
            token: None,
            agent,
        }
    }

    /// The same person at a server that was started anew.
    pub fn at(&self, url: &str) -> Self {
        Self {
            url: url.into(),
            ..self.clone()
        }
    }

    /// Signs in; the password is right.
    pub fn sign_in(&self, email: &str, password: &str) -> Self {
        let answer = self.post(
            "/api/v1/sessions",
            json!({"email": email, "password": password}),
        );
        assert_eq!(answer.status, 201, "{}", answer.text());
        Self {
            token: answer.json()["token"].as_str().map(String::from),
            ..self.clone()
        }
    }

    /// Sends a request with exactly these headers, and the token if there is one.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        self.try_send(method, path, headers, body)
            .unwrap_or_else(|e| panic!("{method} {path}: {e}"))
    }

    /// As [`Caller::send`], where the connection may break.
    pub fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Answer, ureq::Error> {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(body).expect("a well-formed request");
        let mut answer = self.agent.run(request)?;
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| {
                (
                    name.to_string(),
                    value.to_str().unwrap_or_default().to_string(),
                )
            })
            .collect();
        let status = answer.status().as_u16();
        let bytes = answer
            .body_mut()
            .with_config()
            .limit(1 << 30)
            .read_to_vec()?;
        Ok(Answer {
            status,
            headers,
            bytes,
        })
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[("accept-language", "en")], Vec::new())
    }

    /// Sends JSON with a fresh Idempotency-Key.
    pub fn post(&self, path: &str, body: Value) -> Answer {
        self.json("POST", path, &[("idempotency-key", &fresh_key())], body)
    }

    /// Sends JSON.
    pub fn put(&self, path: &str, body: Value) -> Answer {
        self.json("PUT", path, &[], body)
    }

    /// Sends JSON with these headers as well.
    pub fn json(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
        let common = [
            ("content-type", "application/json"),
            ("accept-language", "en"),
        ];
        self.send(
            method,
            path,
            &[&common, headers].concat(),
            body.to_string().into_bytes(),
        )
    }

    /// Erases the own account, which asks for the password again.
    pub fn erase_account(&self) -> Answer {
        let body = json!({"password": PASSWORD});
        self.json("DELETE", "/api/v1/account", &[], body)
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, &[("accept-language", "en")], Vec::new())
    }

    /// Keys of the log as they are published, the first one first.
    pub fn vkeys(&self) -> Vec<Vkey> {
        let keys = self.get("/log/keys").json();
        let vkey = |key: &Value| key["vkey"].as_str().and_then(|vkey| vkey.parse().ok());
        let keys = keys.as_array().expect("a list").iter();
        keys.map(|key| vkey(key).expect("a vkey")).collect()
    }

    /// The key that signs the log now.
    pub fn vkey(&self) -> Vkey {
        self.vkeys().pop().expect("the log has a key")
    }

    /// The published checkpoint, whose signature holds.
    pub fn checkpoint(&self) -> Checkpoint {
        let note = self.get("/log/checkpoint");
        assert_eq!(note.status, 200);
        Checkpoint::verified(&note.text(), &self.vkey())
            .expect("signed by the log's key")
            .0
    }
}

/// An Idempotency-Key that nobody used.
pub fn fresh_key() -> String {
    static KEY: AtomicU32 = AtomicU32::new(0);
    format!(
        "key-{}-{}",
        std::process::id(),
        KEY.fetch_add(1, Ordering::Relaxed)
    )
}
