//! Accounts from outside: registration that tells a stranger nothing, guessing that costs time,
//! sessions that end.

mod passwords;
mod registration;
mod sessions;

const NEW: &str = "지붕 위의 노란 우산 8개";
