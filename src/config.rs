//! Every setting, and the only reader of the environment. A setting is a flag and a variable of the
//! same name; docs/operating.md explains each, and a test holds the two together.

mod forms;
mod in_force;
mod keys;

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{
    BoolishValueParser, RangedU64ValueParser, Resettable, StringValueParser, TypedValueParser,
};
use clap::{Arg, Args, Command};
use ipnet::IpNet;
use url::Url;

use crate::accounts::sessions::Lifetimes;
use crate::audit::outsiders::timestamp;
use crate::audit::publish::Destination;
use crate::claims::identity_checks::Provider;
use crate::claims::phone_codes::Gateway;
use crate::db::IdleLimits;
use crate::erasures::ErasureList;
use crate::hooks::HookSecret;
use crate::mail::delivery::Carrier;
use crate::mail::smtp;
use crate::text::Language;

pub use forms::{Listen, is_readable};
use forms::{
    Networks, Trimmed, Urls, file, hook_secret, hook_url, is_local, log_origin, mail_address,
    number, public_url,
};
pub use in_force::{Setting, Source, Value, in_force};
pub use keys::KeySettings;

/// A variable that is set to nothing, as `${X:-}` in a compose file sets it, counts as one that is
/// not set.
pub fn without_empty_variables(command: Command) -> Command {
    let empty = |arg: &Arg| {
        let value = arg.get_env().and_then(std::env::var_os);
        value.is_some_and(|value| value.to_string_lossy().trim().is_empty())
    };
    command
        .mut_args(|arg| {
            if empty(&arg) {
                arg.env(Resettable::Reset)
            } else {
                arg
            }
        })
        .mut_subcommands(without_empty_variables)
}

/// Settings of everything that opens the database.
#[derive(Args, Clone)]
pub struct DatabaseSettings {
    /// PostgreSQL, as the restricted role: postgresql://registry_app:...@host/registry
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// PostgreSQL, as the owner of the tables; only `migrate` uses it
    #[arg(long, env = "MIGRATION_DATABASE_URL", hide_env_values = true)]
    pub migration_database_url: Option<String>,
    /// Connections to PostgreSQL for requests
    #[arg(long, env = "POOL_SIZE", default_value_t = 16, value_parser = number(1..=200))]
    pub pool_size: u32,
    /// Name of this log, written into every entry and frozen when the database is first migrated
    #[arg(long, env = "LOG_ORIGIN", default_value = "localhost/claimant-registry", value_parser = log_origin)]
    pub log_origin: String,
}

/// Where the published log lies.
#[derive(Args, Clone)]
pub struct TreeSettings {
    /// Directory of the published log: checkpoint and tiles, for any static file server
    #[arg(long, env = "LOG_DIR", default_value = "log", value_parser = file())]
    pub log_dir: PathBuf,
    /// File that remembers the last signed size and root; on another disk than the database, and
    /// never restored with it
    #[arg(long, env = "LOG_GUARD_FILE", default_value = "log-guard", value_parser = file())]
    pub log_guard_file: PathBuf,
    /// Publish the entries too, not only their hashes: they hold no personal data, but show the
    /// stream of what happens
    #[arg(long, env = "PUBLIC_ENTRIES", value_parser = Trimmed(BoolishValueParser::new()))]
    pub public_entries: bool,
}

/// What erasure needs outside the database.
#[derive(Args, Clone)]
pub struct ErasureSettings {
    /// File that lists every erasure; on another disk than the database, and never restored with it
    #[arg(long, env = "ERASURES_FILE", default_value = "erasures", value_parser = file())]
    pub erasures_file: PathBuf,
    /// Days after which no backup is left; whoever is erased is told the day
    #[arg(long, env = "BACKUP_DAYS", default_value_t = 30, value_parser = Trimmed(clap::value_parser!(u16)))]
    pub backup_days: u16,
}

/// How long claims that have ended are kept.
#[derive(Args, Clone)]
pub struct RetentionSettings {
    /// Days after its last change until a withdrawn or rejected claim is erased, and after the
    /// intake until a draft is
    #[arg(long, env = "RETENTION_DAYS", default_value_t = 1095, value_parser = Trimmed(clap::value_parser!(u16)))]
    pub retention_days: u16,
}

/// In which language the command line speaks to people who are not operators.
#[derive(Args, Clone)]
pub struct LanguageSettings {
    /// Korean where it begins with ko, else English; by default that of whoever runs the command
    #[arg(long, value_parser = spoken)]
    language: Option<Language>,
}

impl LanguageSettings {
    /// What was asked for, or what else is spoken here.
    pub fn language(&self) -> Language {
        self.language.unwrap_or_else(operators_language)
    }
}

/// The language of whoever runs a command, as the system's programs find it out.
pub fn operators_language() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    match named {
        Some(named) if named.starts_with("ko") => Language::Korean,
        _ => Language::English,
    }
}

/// As the system names languages: `ko`, `ko_KR.UTF-8`.
fn spoken(text: &str) -> Result<Language, std::convert::Infallible> {
    Ok(if text.trim().starts_with("ko") {
        Language::Korean
    } else {
        Language::English
    })
}

/// Where mails come from that nobody sends.
const NOBODY: &str = "registry@localhost";

/// Settings of the server.
#[derive(Args, Clone)]
pub struct ServerSettings {
    /// Address of the registry
    #[arg(long, env = "LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: Listen,
    /// Address of /metrics, which is not for the public
    #[arg(long, env = "METRICS_LISTEN", default_value = "127.0.0.1:8081")]
    pub metrics_listen: Listen,
    /// The registry's address as people see it, without a path; links in mails begin with it,
    /// tokens are bound to it. By default http://localhost with the port of LISTEN
    #[arg(long, env = "PUBLIC_URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// Proxies whose X-Forwarded-For is believed: addresses and networks such as 172.16.0.0/12,
    /// separated by commas
    #[arg(long, env = "TRUSTED_PROXIES")]
    pub trusted_proxies: Vec<Networks>,
    /// Mail server that takes mails on: smtps://user@mail.example.com, or
    /// smtp://mail.example.com:587?tls=required
    #[arg(long, env = "SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// File with the password for the mail server
    #[arg(long, env = "SMTP_PASSWORD_FILE", value_parser = file(), requires = "smtp_url")]
    pub smtp_password_file: Option<PathBuf>,
    /// Seconds within which the mail server must have answered
    #[arg(long, env = "SMTP_SECONDS", default_value_t = 60, value_parser = number(1..=600))]
    pub smtp_seconds: u32,
    /// For development: directory into which mails are written instead, one file each
    #[arg(long, env = "MAIL_DIR", default_value = "mail", value_parser = file(), conflicts_with = "smtp_url")]
    pub mail_dir: PathBuf,
    /// Address that mails come from
    #[arg(long, env = "MAIL_FROM", default_value = NOBODY, value_parser = mail_address)]
    pub mail_from: String,
    /// Seconds a claimant's session lives without a request
    #[arg(long, env = "SESSION_IDLE_SECONDS", default_value_t = 7 * 24 * 3600, value_parser = number(..))]
    pub session_idle_seconds: u32,
    /// Seconds a claimant's session lives at most
    #[arg(long, env = "SESSION_SECONDS", default_value_t = 30 * 24 * 3600, value_parser = number(..))]
    pub session_seconds: u32,
    /// Seconds a staff session lives without a request
    #[arg(long, env = "STAFF_SESSION_IDLE_SECONDS", default_value_t = 15 * 60, value_parser = number(..))]
    pub staff_session_idle_seconds: u32,
    /// Seconds a staff session lives at most
    #[arg(long, env = "STAFF_SESSION_SECONDS", default_value_t = 12 * 3600, value_parser = number(..))]
    pub staff_session_seconds: u32,
    /// Seconds within which a request's body must have arrived
    #[arg(long, env = "BODY_SECONDS", default_value_t = 15, value_parser = number(..))]
    pub body_seconds: u32,
    /// Seconds an export waits for a client that takes nothing before it ends as aborted
    #[arg(long, env = "EXPORT_STALL_SECONDS", default_value_t = 30, value_parser = number(..))]
    pub export_stall_seconds: u32,
    /// Passwords hashed at the same time; 0 means one less than the processors, at least one
    #[arg(long, env = "HASHING_LANES", default_value_t = 0, value_parser = Trimmed(RangedU64ValueParser::<usize>::new()))]
    pub hashing_lanes: usize,
    /// Multiplies what one source, and all strangers together, may ask for; 1 is the table in
    /// docs/operating.md
    #[arg(long, env = "LIMIT_FACTOR", default_value_t = NonZeroU32::MIN, value_parser = Trimmed(StringValueParser::new().try_map(|typed| typed.parse::<NonZeroU32>())))]
    pub limit_factor: NonZeroU32,
    /// The firm's adapter to an identity provider (본인확인): where browsers are sent
    #[arg(long, env = "IDENTITY_PROVIDER_URL", value_parser = hook_url, requires = "identity_provider_secret")]
    pub identity_provider_url: Option<Url>,
    /// The secret that this adapter shares with the registry, at least 32 characters
    #[arg(long, env = "IDENTITY_PROVIDER_SECRET", hide_env_values = true, value_parser = hook_secret, requires = "identity_provider_url")]
    pub identity_provider_secret: Option<String>,
    /// The firm's gateway for messages to telephones: where codes are posted
    #[arg(long, env = "PHONE_GATEWAY_URL", value_parser = hook_url, requires = "phone_gateway_secret")]
    pub phone_gateway_url: Option<Url>,
    /// The secret that this gateway shares with the registry, at least 32 characters
    #[arg(long, env = "PHONE_GATEWAY_SECRET", hide_env_values = true, value_parser = hook_secret, requires = "phone_gateway_url")]
    pub phone_gateway_secret: Option<String>,
    /// Format of the log lines: json, or text for people; by default text on a terminal
    #[arg(long, env = "LOG_FORMAT", value_parser = Trimmed(clap::value_parser!(LogFormat)))]
    pub log_format: Option<LogFormat>,
}

/// Who outside is asked about the log.
#[derive(Args, Clone)]
pub struct OutsiderSettings {
    /// How many witnesses must have cosigned a checkpoint; 0 asks for none
    #[arg(long, env = "WITNESS_QUORUM", default_value_t = 0, value_parser = Trimmed(clap::value_parser!(u8).range(..=32)))]
    pub witness_quorum: u8,
    /// Time stamp authorities (RFC 3161), their addresses separated by commas
    #[arg(long, env = "TIMESTAMP_URLS", requires = "timestamp_ca_file")]
    pub timestamp_urls: Vec<Urls>,
    /// File with the certificates that these authorities' certificates lead to, in PEM
    #[arg(long, env = "TIMESTAMP_CA_FILE", value_parser = file())]
    pub timestamp_ca_file: Option<PathBuf>,
    /// Minutes between two time stamps of an authority
    #[arg(long, env = "TIMESTAMP_MINUTES", default_value_t = 60, value_parser = number(1..))]
    pub timestamp_minutes: u32,
}

impl OutsiderSettings {
    /// Every authority that is asked.
    pub fn timestamp_urls(&self) -> impl Iterator<Item = String> {
        let listed = self.timestamp_urls.clone().into_iter();
        listed.flat_map(|urls| urls.0)
    }

    /// What is asked of that authority.
    pub fn authority(&self, url: String) -> timestamp::Authority {
        let every = Duration::from_secs(60 * u64::from(self.timestamp_minutes));
        timestamp::Authority {
            url,
            certificates: self.timestamp_ca_file.clone().unwrap_or_default(),
            every,
        }
    }
}

impl TreeSettings {
    pub fn destination(&self) -> Destination {
        Destination {
            log: self.log_dir.clone(),
            guard: self.log_guard_file.clone(),
            public_entries: self.public_entries,
        }
    }
}

impl ErasureSettings {
    pub fn list(&self) -> ErasureList {
        ErasureList {
            list: self.erasures_file.clone(),
            backup_days: self.backup_days,
        }
    }
}

/// How log lines look.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// One JSON object a line.
    Json,
    /// For people.
    Text,
}

impl ServerSettings {
    /// Every proxy that is believed.
    pub fn trusted(&self) -> Vec<IpNet> {
        let listed = self.trusted_proxies.iter();
        listed.flat_map(|networks| networks.0.clone()).collect()
    }

    /// What tokens are bound to. Where nobody says how people see the registry it is one name for
    /// every port, so that sessions outlive a port that was free by chance.
    pub fn issuer(&self) -> &str {
        self.public_url
            .as_deref()
            .unwrap_or("http://localhost:8080")
    }

    /// The registry's address as people see it, where it listens on that port.
    pub fn seen_as(&self, port: u16) -> String {
        let own = || format!("http://localhost:{port}");
        self.public_url.clone().unwrap_or_else(own)
    }

    /// Whether browsers come over TLS: not to a registry on their own machine.
    pub fn over_tls(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| !is_local(url))
    }

    /// Who takes mails on.
    ///
    /// # Errors
    /// Names the setting that is wrong, and never shows a password.
    pub fn carrier(&self) -> Result<Carrier, String> {
        let Some(address) = &self.smtp_url else {
            return Ok(Carrier::Directory(self.mail_dir.clone()));
        };
        if self.mail_from == NOBODY {
            return Err("MAIL_FROM is missing: with SMTP_URL, set it to an address that may send, such as no-reply@registry.example.com".into());
        }
        let read = |file: &PathBuf| match std::fs::read_to_string(file) {
            Ok(text) => Ok(text.trim_end_matches(['\r', '\n']).to_string()),
            Err(e) => Err(format!("SMTP_PASSWORD_FILE: {}: {e}", file.display())),
        };
        let password = self.smtp_password_file.as_ref().map(read).transpose()?;
        let (_, host) = self.mail_from.rsplit_once('@').unwrap_or_default();
        let limit = Duration::from_secs(self.smtp_seconds.into());
        let server = smtp::Server::parse(address, password, host, limit);
        server
            .map(|server| Carrier::Server(Box::new(server)))
            .map_err(|fault| format!("SMTP_URL: {fault}"))
    }

    /// Who identifies claimants for the firm, where somebody does.
    pub fn identity_provider(&self) -> Option<Provider> {
        let secret = self.identity_provider_secret.as_deref()?;
        Some(Provider {
            url: self.identity_provider_url.clone()?,
            secret: HookSecret::new(secret),
        })
    }

    /// Who sends messages to telephones for the firm, where somebody does.
    pub fn phone_gateway(&self) -> Option<Gateway> {
        let secret = self.phone_gateway_secret.as_deref()?;
        let url = self.phone_gateway_url.clone()?;
        Some(Gateway::new(url, HookSecret::new(secret)))
    }

    /// How long sessions live without a request.
    pub fn idle_limits(&self) -> IdleLimits {
        IdleLimits {
            claimant: Duration::from_secs(self.session_idle_seconds.into()),
            staff: Duration::from_secs(self.staff_session_idle_seconds.into()),
        }
    }

    /// How long sessions live at most.
    pub fn lifetimes(&self) -> Lifetimes {
        Lifetimes {
            claimant: chrono::Duration::seconds(self.session_seconds.into()),
            staff: chrono::Duration::seconds(self.staff_session_seconds.into()),
        }
    }
}
