//! The running server: what handlers share, and the listeners.

pub mod workers;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use actix_web::dev::ServiceResponse;
use actix_web::middleware::{Next, from_fn};
use actix_web::{App as ActixApp, HttpServer, dev::ServiceRequest, http::header, web};

use crate::accounts::hashing::Lane;
use crate::audit::outsiders::caller::Notes;
use crate::audit::publish::Health;
use crate::audit::publish::store::Store;
use crate::config::ServerSettings;
use crate::db::Db;
use crate::db::pool::Pool;
use crate::erasures::Outside;
use crate::error::Error;
use crate::http::api::{json, openapi};
use crate::http::metrics::{self, Metrics};
use crate::http::session::{Tokens, request_id};
use crate::http::{ROUTES, failure, health};
use crate::server::workers::{Workers, Working};

/// What handlers share.
pub struct App {
    /// The database.
    pub db: Db,
    /// The database for exports: they stream for minutes and must not hold the requests' connections.
    pub exports: Db,
    /// Hashes passwords.
    pub lane: Lane,
    /// Makes and reads session tokens.
    pub tokens: Tokens,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Within which a body must have arrived.
    pub body_deadline: Duration,
    /// How long an export waits for a client that takes nothing.
    pub export_stall: Duration,
    /// Whether the sealer's last batch succeeded.
    pub sealing: Arc<AtomicBool>,
    /// Where erasures are listed, and how long backups live.
    pub erasures: Outside,
    /// The published log.
    pub store: Store,
    /// Whether it holds the entries too.
    pub public_entries: bool,
    /// How publishing goes.
    pub publishing: Arc<Health>,
    /// What the operator should know of witnesses and time stamps.
    pub notes: Arc<Notes>,
    /// What is counted of requests.
    pub metrics: Metrics,
    settings: ServerSettings,
}

impl App {
    /// How long a session lives at most.
    pub fn session_lifetime(&self, staff: bool) -> chrono::Duration {
        chrono::Duration::from_std(self.settings.session_limits(staff).1).unwrap_or(chrono::Duration::MAX)
    }
}

/// Exports that run at the same time.
pub const EXPORTS: u32 = 2;
/// Open connections a worker keeps at most.
const CONNECTIONS: usize = 2_000;
/// How long running requests may go on after the signal to stop.
const FAREWELL: u64 = 10;
/// The readable description of the API brings scripts and styles of its own.
const DOCUMENTATION_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/// What [`run`] needs beside its settings.
pub struct Parts {
    /// The database for exports.
    pub exports: Db,
    /// What the threads beside the requests work with.
    pub working: Working,
    /// Where erasures are listed, and how long backups live.
    pub erasures: Outside,
}

/// Serves until a signal; `ready` is told the addresses once they are bound.
///
/// # Errors
/// A port in use, and faults of the keys.
pub async fn run(settings: ServerSettings, parts: Parts, ready: impl FnOnce(SocketAddr, SocketAddr)) -> Result<(), Error> {
    let working = parts.working;
    let app = web::Data::new(App {
        tokens: Tokens::new(working.db.vault().keys().token.current().1, &settings.public_url)?,
        db: working.db.clone(),
        exports: parts.exports,
        erasures: parts.erasures,
        lane: Lane::new(settings.hashing_lanes),
        trusted_proxies: settings.trusted_proxies.clone(),
        body_deadline: Duration::from_secs(settings.body_seconds.into()),
        export_stall: Duration::from_secs(settings.export_stall_seconds.into()),
        sealing: Arc::new(AtomicBool::new(true)),
        store: Store::new(&working.places.log),
        public_entries: working.places.public_entries,
        publishing: Arc::default(),
        notes: Arc::default(),
        metrics: Metrics::new()?,
        settings: settings.clone(),
    });
    let shared = app.clone();
    let watched = app.clone();
    let server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(app.clone())
            .app_data(web::PathConfig::default().error_handler(|_, _| Error::NotFound.into()))
            .app_data(
                web::QueryConfig::default().error_handler(|error, request| json::query(&error.to_string(), request.query_string()).into()),
            )
            .configure(routes)
            .wrap(from_fn(failure::render))
            .wrap(from_fn(guard))
    })
    .client_request_timeout(Duration::from_secs(5))
    .keep_alive(Duration::from_secs(30))
    .max_connections(CONNECTIONS)
    .shutdown_timeout(FAREWELL)
    .bind(settings.listen)
    .map_err(|e| in_use(settings.listen, "--listen", &e))?;
    let metrics_server = HttpServer::new(move || ActixApp::new().app_data(watched.clone()).configure(operator_routes))
        .workers(1)
        .bind(settings.metrics_listen)
        .map_err(|e| in_use(settings.metrics_listen, "--metrics-listen", &e))?;
    ready(server.addrs()[0], metrics_server.addrs()[0]);
    let workers = Workers::start(working, settings, &shared);
    let metrics_server = metrics_server.disable_signals().run();
    let metrics_handle = metrics_server.handle();
    actix_web::rt::spawn(metrics_server);
    let result = server.run().await.map_err(Error::internal);
    metrics_handle.stop(false).await;
    workers.end()?;
    result
}

fn in_use(address: SocketAddr, flag: &str, error: &std::io::Error) -> Error {
    Error::internal(format!("{address}: {error}; is another program using the port? ({flag})"))
}

/// What is not for the public.
fn operator_routes(config: &mut web::ServiceConfig) {
    config.route("/metrics", web::get().to(|app: web::Data<App>| std::future::ready(app.metrics.render())));
    config.route("/readyz", web::get().to(health::watched));
}

fn routes(config: &mut web::ServiceConfig) {
    let mut paths: Vec<&str> = ROUTES.iter().map(|route| route.path).collect();
    paths.dedup();
    for path in paths {
        // one resource a path: a method that it does not take is answered 405
        let routes = ROUTES.iter().filter(|route| route.path == path);
        config.service(routes.fold(web::resource(path), |resource, route| resource.route((route.to)())));
    }
    config.route("/healthz", web::get().to(health::live)).route("/readyz", web::get().to(health::ready));
    config.service(web::redirect("/api/docs", "/api/docs/")).service(openapi::pages());
}

/// Counts, writes the access log, one line a request without personal data, and the headers that every answer carries.
async fn guard<B: actix_web::body::MessageBody>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, actix_web::Error> {
    let begun = std::time::Instant::now();
    let id = request_id(request.request());
    let (method, pattern) = (request.method().clone(), request.match_pattern());
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    let documentation = pattern.as_deref().is_some_and(|pattern| pattern.starts_with("/api/docs"));
    let policy = if documentation { DOCUMENTATION_POLICY } else { "default-src 'none'; frame-ancestors 'none'" };
    headers.insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(policy));
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, header::HeaderValue::from_static("no-referrer"));
    if let Ok(value) = header::HeaderValue::from_str(&id.to_string()) {
        headers.insert(header::HeaderName::from_static("x-request-id"), value);
    }
    // the pattern, not the path: what a client writes into a path is nobody's log line
    let (method, route) = (metrics::known(&method), pattern.as_deref().unwrap_or(metrics::UNKNOWN));
    let (status, took) = (response.status(), begun.elapsed());
    if let Some(app) = response.request().app_data::<web::Data<App>>() {
        app.metrics.count(route, method, status, took);
    }
    tracing::info!(request = %id, method, route, status = status.as_u16(), ms = took.as_millis() as u64, "answered");
    Ok(response)
}

/// A pool for exports beside the requests' own.
pub fn exports_pool(url: &str) -> Pool {
    Pool::new(url, EXPORTS)
}
