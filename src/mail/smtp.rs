//! A server that takes mails on (RFC 5321): where it is, as its address says, and what is said to
//! it. Every step has a deadline for all of it, so that no server holds its caller for long however
//! slowly it speaks. What it answers is told by code alone: its words may name somebody.

use std::fmt;
use std::future::Future;
use std::time::Duration;

use lettre::message::Message;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT, extension};
use percent_encoding::percent_decode_str;
use url::{Host, Url};

use crate::mail::outbox::Outcome;

/// How many times as long as for another answer a server may take to accept a mail: one that was
/// given up too early comes twice (RFC 5321 §4.5.3.2.6).
const ACCEPTING: u32 = 5;
/// The code with which a server ends the conversation, whatever it was about.
const CLOSING: u16 = 421;

const SUCH_AS: &str =
    "such as smtps://user@mail.example.com or smtp://mail.example.com:587?tls=required";

/// How what is said is kept from others.
#[derive(Clone)]
enum Privacy {
    /// TLS from the first byte.
    Wrapped(TlsParameters),
    /// TLS by STARTTLS, or nothing is said.
    Upgraded(TlsParameters),
    None,
}

/// A mail server.
#[derive(Clone)]
pub struct Server {
    host: String,
    port: u16,
    privacy: Privacy,
    hello: ClientId,
    credentials: Option<Credentials>,
    /// Within which each step has to end.
    limit: Duration,
}

impl Server {
    /// The server of an address. `hello` is what the program calls itself where the address does
    /// not say.
    ///
    /// # Errors
    /// Says what is wrong, without the address: there may be a password in it.
    pub fn parse(
        address: &str,
        password: Option<String>,
        hello: &str,
        limit: Duration,
    ) -> Result<Self, String> {
        let url = Url::parse(address.trim())
            .map_err(|_| format!("it is not the address of a mail server, {SUCH_AS}"))?;
        let (host, here) = host(&url).ok_or_else(|| format!("it names no host, {SUCH_AS}"))?;
        let tls = || TlsParameters::new(host.clone()).map_err(|e| words(&e));
        let (privacy, usual) = match (url.scheme(), url.query()) {
            ("smtps", None) => (Privacy::Wrapped(tls()?), SUBMISSIONS_PORT),
            ("smtp", Some("tls=required")) => (Privacy::Upgraded(tls()?), SUBMISSION_PORT),
            ("smtp", None) => (Privacy::None, SMTP_PORT),
            _ => {
                return Err(format!(
                    "it begins with smtps://, or with smtp:// and ends with ?tls=required or nothing, {SUCH_AS}"
                ));
            }
        };
        let credentials = credentials(&url, password)?;
        if credentials.is_some() && matches!(privacy, Privacy::None) && !here {
            return Err("the password would be read on its way: begin with smtps://, or end with ?tls=required".into());
        }
        let named = url.path().trim_matches('/');
        let hello = if named.is_empty() { hello } else { named };
        Ok(Self {
            port: url.port().unwrap_or(usual),
            host,
            privacy,
            hello: ClientId::Domain(hello.into()),
            credentials,
            limit,
        })
    }

    /// Whether mails, with the links in them, can be read on their way there.
    pub fn is_readable(&self) -> bool {
        matches!(self.privacy, Privacy::None) && !is_here(&self.host)
    }

    /// Longer than the conversation over one mail can take: five steps to begin, three to give it
    /// away, and its acceptance.
    pub fn longest(&self) -> Duration {
        self.limit * (8 + ACCEPTING)
    }

    /// Begins a conversation.
    ///
    /// # Errors
    /// Says what is in the way.
    pub async fn call(&self) -> Result<Conversation, String> {
        let (limit, hello) = (self.limit, &self.hello);
        let wrapped = match &self.privacy {
            Privacy::Wrapped(tls) => Some(tls.clone()),
            _ => None,
        };
        let there = (self.host.as_str(), self.port);
        let connect = AsyncSmtpConnection::connect_tokio1(there, None, hello, wrapped, None);
        let mut connection = within(limit, connect).await.map_err(Fault::words)?;
        if let Privacy::Upgraded(tls) = &self.privacy {
            let upgrade = connection.starttls(tls.clone(), hello);
            within(limit, upgrade).await.map_err(Fault::words)?;
        }
        if let Some(credentials) = &self.credentials {
            let signing_in = connection.auth(DEFAULT_MECHANISMS, credentials);
            within(limit, signing_in).await.map_err(Fault::words)?;
        }
        Ok(Conversation { connection, limit })
    }
}

/// As operators write it, without what is secret.
impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, tls) = match self.privacy {
            Privacy::Wrapped(_) => ("smtps", ""),
            Privacy::Upgraded(_) => ("smtp", "?tls=required"),
            Privacy::None => ("smtp", ""),
        };
        write!(f, "{scheme}://{}:{}{tls}", self.host, self.port)
    }
}

/// The host of an address as it is looked up, and whether it is this machine.
fn host(url: &Url) -> Option<(String, bool)> {
    let host = match url.host()? {
        Host::Domain("") => return None,
        Host::Domain(name) => name.to_string(),
        Host::Ipv4(address) => address.to_string(),
        Host::Ipv6(address) => address.to_string(),
    };
    let here = is_here(&host);
    Some((host, here))
}

fn is_here(host: &str) -> bool {
    let address = host.parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// Name and password: the password stands in the address or comes from elsewhere.
fn credentials(url: &Url, password: Option<String>) -> Result<Option<Credentials>, String> {
    let decoded = |text: &str| {
        let decoded = percent_decode_str(text).decode_utf8();
        decoded
            .map(|text| text.into_owned())
            .map_err(|_| "its name or password is not UTF-8".to_string())
    };
    let password = match (url.password(), password) {
        (Some(_), Some(_)) => {
            return Err("it holds a password, and SMTP_PASSWORD_FILE is set: give one".into());
        }
        (Some(written), None) => Some(decoded(written)?),
        (None, given) => given,
    };
    match (decoded(url.username())?, password) {
        (name, None) if name.is_empty() => Ok(None),
        (name, Some(password)) if !name.is_empty() => Ok(Some(Credentials::new(name, password))),
        (_, None) => {
            Err("it names a user: set SMTP_PASSWORD_FILE to a file with the password".into())
        }
        _ => Err(format!(
            "there is a password, and the address names no user, {SUCH_AS}"
        )),
    }
}

/// What a step came to instead of its end.
enum Fault {
    /// The server said no.
    Reply(u16),
    /// There is no answer, or none that is one.
    Trouble(String),
}

impl Fault {
    fn words(self) -> String {
        match self {
            Self::Reply(code) => format!("it answered {code}"),
            Self::Trouble(words) => words,
        }
    }
}

async fn within<T>(
    limit: Duration,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<T, Fault> {
    match tokio::time::timeout(limit, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(error.status().map_or_else(
            || Fault::Trouble(words(&error)),
            |code| Fault::Reply(code.into()),
        )),
        Err(_) => Err(Fault::Trouble("no answer in time".into())),
    }
}

/// What went wrong, without what the server wrote.
fn words(error: &Error) -> String {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
            return format!("TLS: {tls}");
        }
        if let Some(io) = cause.downcast_ref::<std::io::Error>() {
            let tls = io
                .get_ref()
                .and_then(|it| it.downcast_ref::<rustls::Error>());
            return tls.map_or_else(
                || format!("no connection: {}", io.kind()),
                |tls| format!("TLS: {tls}"),
            );
        }
        source = cause.source();
    }
    if error.is_client() {
        // lettre's own words: no STARTTLS, no way to sign in
        error.to_string()
    } else {
        "an answer that is none".into()
    }
}

/// A conversation with a server, for one mail after the other.
pub struct Conversation {
    connection: AsyncSmtpConnection,
    limit: Duration,
}

impl Conversation {
    /// Gives a mail away, or hears why not. After anything but [`Outcome::Sent`] the conversation
    /// is over.
    ///
    /// # Errors
    /// Says what is in the way of every mail: the sender is not welcome, or the conversation broke
    /// off.
    pub async fn give(&mut self, message: &Message) -> Result<Outcome, String> {
        let envelope = message.envelope();
        let from = Mail::new(
            envelope.from().cloned(),
            Vec::<extension::MailParameter>::new(),
        );
        let accepted = within(self.limit, self.connection.command(from)).await;
        accepted.map_err(Fault::words)?;
        match self.address_and_text(message).await {
            Ok(()) => Ok(Outcome::Sent),
            Err(Fault::Reply(code)) if code != CLOSING => Ok(if code < 500 {
                Outcome::Later(code)
            } else {
                Outcome::Refused(Some(code))
            }),
            Err(fault) => Err(fault.words()),
        }
    }

    async fn address_and_text(&mut self, message: &Message) -> Result<(), Fault> {
        let (limit, connection) = (self.limit, &mut self.connection);
        for to in message.envelope().to() {
            within(limit, connection.command(Rcpt::new(to.clone(), Vec::new()))).await?;
        }
        within(limit, connection.command(Data)).await?;
        let text = message.formatted();
        within(limit * ACCEPTING, connection.message(&text)).await?;
        Ok(())
    }

    /// Takes leave. Whether the server hears it does not matter.
    pub async fn end(mut self) {
        let _ = within(self.limit, self.connection.quit()).await;
    }
}
