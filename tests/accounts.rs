//! Accounts from outside: registration that tells a stranger nothing, links that show who reads a
//! mailbox, guessing that costs strangers time, limits, sessions that end, and what stands on
//! record of it.

mod codes;
mod guessing;
mod limits;
mod links;
mod passwords;
mod records;
mod registration;
mod sessions;

use serde_json::Value;

use crate::harness::caller::{Answer, Caller};

const NEW: &str = "지붕 위의 노란 우산 8개";

/// A proxy that is believed sits at the address of these tests: each request may come from another.
const PROXIED: [(&str, &str); 2] = [("TRUSTED_PROXIES", "127.0.0.1"), ("LIMIT_FACTOR", "1")];

/// Sends JSON from that address.
fn from(source: &str, caller: &Caller, method: &str, path: &str, body: Value) -> Answer {
    caller.json(method, path, &[("x-forwarded-for", source)], body)
}
