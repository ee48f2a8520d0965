//! The running server: what handlers share, and the listeners.

pub mod workers;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::{App as ActixApp, HttpServer, web};

use crate::accounts::hashing::HashingPool;
use crate::audit::format::note::Signer;
use crate::audit::publish::Destination;
use crate::audit::publish::store::Store;
use crate::claims::recent::Recent;
use crate::config::{OutsiderSettings, ServerSettings, Setting};
use crate::db::Db;
use crate::db::pool::Pool;
use crate::erasures::ErasureList;
use crate::error::Error;
use crate::http;
use crate::http::cookies::Cookies;
use crate::http::failure;
use crate::http::kept::Kept;
use crate::http::metrics::Metrics;
use crate::http::observe::observe;
use crate::http::state::App;
use crate::http::token::Tokens;
use crate::limits::Limits;
use crate::mail::delivery::Delivery;
use crate::server::workers::Workers;

/// Exports that run at the same time.
pub const EXPORTS: u32 = 2;
/// Open connections a worker keeps at most.
const CONNECTIONS: usize = 2_000;
/// How long running requests may go on after the signal to stop.
const FAREWELL: u64 = 10;

/// What the server works with beside its settings.
pub struct Setup {
    /// The database for requests and errands.
    pub db: Db,
    /// The database for exports, with a pool of its own.
    pub exports: Db,
    /// Where sealer and publisher connect.
    pub url: String,
    pub woken: Receiver<()>,
    pub signer: Signer,
    /// Where the log is published.
    pub destination: Destination,
    pub outsiders: OutsiderSettings,
    /// Where erasures are listed, and how long backups live.
    pub erasures: ErasureList,
    /// Takes mails to where they go.
    pub delivery: Delivery,
    /// What is set, for administrators.
    pub in_force: Vec<Setting>,
}

/// Where a server listens, once it does.
pub struct Bound {
    pub address: SocketAddr,
    pub metrics: SocketAddr,
    /// The registry's address as people see it.
    pub public_url: String,
}

/// Serves until a signal; `ready` is told the addresses once they are bound.
///
/// # Errors
/// A port in use, faults of the keys, and those of `ready`.
pub async fn run(
    settings: ServerSettings,
    setup: Setup,
    ready: impl FnOnce(&Bound) -> Result<(), Error>,
) -> Result<(), Error> {
    let app = web::Data::new(App {
        tokens: Tokens::new(setup.db.vault().keys().token.current().1, settings.issuer())?,
        cookies: Cookies::new(settings.over_tls()),
        public_url: settings.public_url.clone(),
        db: setup.db.clone(),
        exports: setup.exports.clone(),
        erasures: setup.erasures.clone(),
        hashing: HashingPool::new(settings.hashing_lanes),
        limits: Arc::new(Limits::new(settings.limit_factor)),
        trusted_proxies: settings.trusted(),
        body_deadline: Duration::from_secs(settings.body_seconds.into()),
        export_stall: Duration::from_secs(settings.export_stall_seconds.into()),
        sealing: Arc::new(AtomicBool::new(true)),
        store: Store::new(&setup.destination.log),
        kept: Kept::default(),
        figures: Arc::default(),
        public_entries: setup.destination.public_entries,
        publishing: Arc::default(),
        warnings: Arc::default(),
        metrics: Metrics::new()?,
        identity_provider: settings.identity_provider(),
        phone_gateway: settings.phone_gateway(),
        lifetimes: settings.lifetimes(),
        counts: Recent::default(),
        in_force: setup.in_force.clone(),
    });
    let shared = app.clone();
    let watched = app.clone();
    let server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(app.clone())
            .configure(http::routes)
            .wrap(from_fn(http::head::as_get))
            .wrap(from_fn(failure::render))
            .wrap(from_fn(observe))
    })
    .client_request_timeout(Duration::from_secs(5))
    .keep_alive(Duration::from_secs(30))
    .max_connections(CONNECTIONS)
    .shutdown_timeout(FAREWELL)
    .bind(settings.listen.0)
    .map_err(|e| in_use(settings.listen.0, "--listen", &e))?;
    let metrics_server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(watched.clone())
            .configure(http::operator_routes)
            .wrap(from_fn(http::head::as_get))
    })
    .workers(1)
    .bind(settings.metrics_listen.0)
    .map_err(|e| in_use(settings.metrics_listen.0, "--metrics-listen", &e))?;
    let bound = Bound {
        address: server.addrs()[0],
        metrics: metrics_server.addrs()[0],
        public_url: settings.seen_as(server.addrs()[0].port()),
    };
    ready(&bound)?;
    let workers = Workers::start(setup, bound.public_url, &shared);
    let metrics_server = metrics_server.disable_signals().run();
    let metrics_handle = metrics_server.handle();
    actix_web::rt::spawn(metrics_server);
    let result = server.run().await.map_err(Error::internal);
    metrics_handle.stop(false).await;
    workers.end()?;
    result
}

fn in_use(address: SocketAddr, flag: &str, error: &std::io::Error) -> Error {
    Error::operator(format!(
        "{address}: {error}; is another program using the port? ({flag})"
    ))
}

/// A pool for exports beside the requests' own.
pub fn exports_pool(url: &str) -> Pool {
    Pool::new(url, EXPORTS)
}
