//! The audit log. The database captures every change in the transaction that makes it
//! (migrations/..._audit); here the captured changes are sealed into the hash chain, published,
//! exported and verified. docs/audit-log.md gives the format, so that a stranger can write a
//! verifier. Nothing here knows what a claim is.

pub mod asked;
pub mod entries;
pub mod erase;
pub mod export;
pub mod format;
pub mod incarnation;
pub mod log_key;
pub mod outsiders;
pub mod overview;
pub mod publish;
pub mod seal;
mod stored;
pub mod verify;
