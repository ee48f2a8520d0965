//! What handlers share.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use ipnet::IpNet;

use crate::accounts::hashing::HashingPool;
use crate::accounts::sessions::Lifetimes;
use crate::audit::outsiders::warnings::Warnings;
use crate::audit::publish::Health;
use crate::audit::publish::store::Store;
use crate::cases::figures;
use crate::claims::identity_checks::Provider;
use crate::claims::phone_codes::Gateway;
use crate::claims::recent::Recent;
use crate::config::Setting;
use crate::db::Db;
use crate::erasures::ErasureList;
use crate::error::Error;
use crate::http::cookies::Cookies;
use crate::http::kept::Kept;
use crate::http::metrics::Metrics;
use crate::http::token::Tokens;
use crate::limits::Limits;

pub struct App {
    pub db: Db,
    /// The database for exports: they stream for minutes and must not hold the requests'
    /// connections.
    pub exports: Db,
    pub hashing: HashingPool,
    pub limits: Arc<Limits>,
    pub tokens: Tokens,
    pub cookies: Cookies,
    /// The registry's address as people see it, where the operator said it.
    pub public_url: Option<String>,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Within which a body must have arrived.
    pub body_deadline: Duration,
    /// How long an export waits for a client that takes nothing.
    pub export_stall: Duration,
    /// Whether the sealer's last batch succeeded.
    pub sealing: Arc<AtomicBool>,
    /// Where erasures are listed, and how long backups live.
    pub erasures: ErasureList,
    pub store: Store,
    /// Pages that look the same to every stranger.
    pub kept: Kept,
    /// Figures for everybody.
    pub figures: Arc<figures::Kept>,
    /// Whether it holds the entries too.
    pub public_entries: bool,
    /// How publishing goes.
    pub publishing: Arc<Health>,
    /// What the operator should know of witnesses and time stamps.
    pub warnings: Arc<Warnings>,
    /// What is counted of requests.
    pub metrics: Metrics,
    /// Who identifies claimants for the firm, where somebody does.
    pub identity_provider: Option<Provider>,
    /// Who sends messages to telephones for the firm, where somebody does.
    pub phone_gateway: Option<Gateway>,
    pub lifetimes: Lifetimes,
    /// Counts of cases that were made a moment ago.
    pub counts: Recent,
    /// What is set, without secrets.
    pub in_force: Vec<Setting>,
}

impl App {
    /// Who identifies claimants for the firm.
    ///
    /// # Errors
    /// `NotFound` where nobody does.
    pub fn provider(&self) -> Result<Provider, Error> {
        self.identity_provider.clone().ok_or(Error::NotFound)
    }

    /// Who sends messages to telephones for the firm.
    ///
    /// # Errors
    /// `NotFound` where nobody does.
    pub fn gateway(&self) -> Result<&Gateway, Error> {
        self.phone_gateway.as_ref().ok_or(Error::NotFound)
    }
}
