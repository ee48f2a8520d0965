//! The audit log. The database captures every change in the transaction that makes it (migrations/..._audit); here the
//! captured changes are sealed into the hash chain, exported and verified. docs/audit-log.md gives the format, so that a
//! stranger can write a verifier. Nothing here knows what a claim is.

pub mod action;
pub mod board;
pub mod bracket;
pub mod checkpoint;
pub mod entry;
pub mod erase;
pub mod export;
pub mod forest;
pub mod guard;
pub mod identity;
pub mod kit;
pub mod live;
pub mod merkle;
pub mod mirror;
pub mod note;
pub mod outside;
pub mod overview;
mod payloads;
pub mod policy;
pub mod publish;
pub mod receipt;
pub mod report;
pub mod seal;
pub mod store;
pub mod tiles;
pub mod timestamp;
pub mod verify;
pub mod witness;

pub use action::Action;
