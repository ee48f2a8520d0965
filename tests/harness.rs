//! The harness: a PostgreSQL for this run, a database and a real server for each test, people who
//! call it, and the outsiders that verify, sign and attack what it publishes.

use std::time::{Duration, Instant};

pub mod attacker;
pub mod authority;
pub mod browser;
pub mod caller;
mod certificate;
pub mod claims;
pub mod cluster;
pub mod database;
pub mod gateway;
pub mod provider;
pub mod routes;
pub mod server;
pub mod smtp;
mod times;
pub mod verifiers;
pub mod witness;

/// Asks until there is an answer, for at most 20 seconds.
pub fn eventually<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "it did not happen within 20 seconds"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}
