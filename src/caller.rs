//! Calls to the world outside: witnesses, time stamp authorities, programs of the firm. Each ends within a time given
//! for all of it, answers are read up to a bound, and nothing leads elsewhere. Whoever is called is
//! named by the operator, never by a request.

use std::sync::Arc;
use std::time::Duration;

use ureq::tls::{Certificate, RootCerts, TlsConfig};
use url::Url;

/// Bytes of an answer that are read at most.
const MOST: u64 = 64 * 1024;

/// What somebody outside answered.
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Content-Type without parameters, in lower case.
    pub kind: String,
    /// The body.
    pub body: Vec<u8>,
}

/// Calls others and keeps connections.
pub struct Caller(ureq::Agent);

impl Caller {
    /// Every call is over after `limit`, whatever it waits for.
    pub fn new(limit: Duration) -> Self {
        let roots = rustls_native_certs::load_native_certs().certs;
        let roots = roots
            .iter()
            .map(|certificate| Certificate::from_der(certificate).to_owned())
            .collect::<Vec<_>>();
        let tls = TlsConfig::builder()
            .unversioned_rustls_crypto_provider(Arc::new(
                rustls::crypto::aws_lc_rs::default_provider(),
            ))
            .root_certs(RootCerts::Specific(Arc::new(roots)))
            .build();
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(limit))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .user_agent("claimant-registry")
            .tls_config(tls);
        Self(config.build().into())
    }

    /// Fetches a file of at most that many bytes; the header `Authorization` where a token is
    /// given.
    pub fn get(&self, url: &str, token: Option<&str>, most: u64) -> Result<Reply, String> {
        let request = self.0.get(url);
        let request = match token {
            Some(token) => request.header("authorization", format!("Bearer {token}")),
            None => request,
        };
        let mut answer = request.call().map_err(failed)?;
        let status = answer.status().as_u16();
        let body = answer
            .body_mut()
            .with_config()
            .limit(most)
            .read_to_vec()
            .map_err(failed)?;
        Ok(Reply {
            status,
            kind: String::new(),
            body,
        })
    }

    /// Posts bytes.
    ///
    /// # Errors
    /// Says what went wrong, without the address and without what the other side wrote.
    pub fn post(&self, url: &str, kind: &str, body: &[u8]) -> Result<Reply, String> {
        self.post_with(url, &[("content-type", kind)], body)
    }

    /// Likewise, with headers of its own.
    pub fn post_with(
        &self,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Reply, String> {
        let mut request = self.0.post(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut answer = request.send(body).map_err(failed)?;
        let status = answer.status().as_u16();
        let kind = answer
            .headers()
            .get("content-type")
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        let kind = kind
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let body = answer
            .body_mut()
            .with_config()
            .limit(MOST)
            .read_to_vec()
            .map_err(failed)?;
        Ok(Reply { status, kind, body })
    }
}

/// What went wrong, without the address.
fn failed(error: ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "no answer in time".to_string(),
        ureq::Error::HostNotFound => "the host is not known".to_string(),
        ureq::Error::Io(error) => match error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<rustls::Error>())
        {
            Some(error) => format!("TLS: {error}"),
            None => format!("no connection: {}", error.kind()),
        },
        ureq::Error::BodyExceedsLimit(_) => "the answer is too long".to_string(),
        ureq::Error::Tls(what) => format!("TLS: {what}"),
        ureq::Error::Rustls(error) => format!("TLS: {error}"),
        _ => "the call failed".to_string(),
    }
}

/// Whether an address can be called: http or https, with a host, without a name and password in
/// it, which would stand in the log.
pub fn is_url(url: &str) -> bool {
    let written = url.len() <= 300 && url.bytes().all(|b| b.is_ascii_graphic() && b != b'@');
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    // browsers read over slashes that are too many, other programs do not
    let begins = host.is_some_and(|host| !host.starts_with(['/', '\\']));
    written && begins && Url::parse(url).is_ok_and(|url| url.has_host() && url.fragment().is_none())
}

#[cfg(test)]
mod tests {
    use super::is_url;

    #[test]
    fn an_address_has_a_scheme_a_host_and_no_password() {
        assert!(is_url("https://witness.example/w1") && is_url("http://127.0.0.1:8080"));
        for wrong in [
            "",
            "https://",
            "https:witness.example",
            "https:///w1",
            "https://?w1",
            "https://witness.example:99999",
            "https://[2001:db8::1",
            "https://witness.example/#w1",
            "ftp://example.com",
            "https://user:secret@example.com",
            "https://exa mple.com",
            "https://예.kr",
        ] {
            assert!(!is_url(wrong), "{wrong}");
        }
    }
}
