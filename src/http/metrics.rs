//! What is counted of requests, for Prometheus. A label is a path pattern, a method or a status
//! that the program knows: what a client writes would grow without bound, and could be somebody's
//! name.

use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder};

use crate::error::Error;

/// Stands for a path or method that the program does not know, here and in the access log.
pub const UNKNOWN: &str = "-";

const LABELS: [&str; 3] = ["endpoint", "method", "status"];

pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
}

impl Metrics {
    /// Counters at zero.
    pub fn new() -> Result<Self, Error> {
        let registry = Registry::new();
        let requests = Opts::new("registry_http_requests_total", "Requests answered");
        let requests = IntCounterVec::new(requests, &LABELS).map_err(Error::internal)?;
        let seconds = HistogramOpts::new(
            "registry_http_requests_duration_seconds",
            "Seconds until an answer began",
        );
        let seconds = HistogramVec::new(seconds, &LABELS).map_err(Error::internal)?;
        registry
            .register(Box::new(requests.clone()))
            .map_err(Error::internal)?;
        registry
            .register(Box::new(seconds.clone()))
            .map_err(Error::internal)?;
        Ok(Self {
            registry,
            requests,
            seconds,
        })
    }

    pub fn count(&self, pattern: &str, method: &str, status: StatusCode, took: Duration) {
        let labels = [pattern, method, status.as_str()];
        self.requests.with_label_values(&labels).inc();
        self.seconds
            .with_label_values(&labels)
            .observe(took.as_secs_f64());
    }

    /// All of them in the text format of Prometheus.
    pub fn render(&self) -> String {
        TextEncoder::new()
            .encode_to_string(&self.registry.gather())
            .unwrap_or_default()
    }
}

/// A method of RFC 9110 or RFC 5789; a client may write any other word.
pub fn known(method: &Method) -> &str {
    let known = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
    ];
    known
        .into_iter()
        .find(|known| *known == method.as_str())
        .unwrap_or(UNKNOWN)
}
