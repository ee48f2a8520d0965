//! Mail: queued in the transaction of what it announces, delivered after its commit, outside any
//! transaction.

pub mod delivery;
mod message;
pub mod outbox;

pub use outbox::{Mail, queue};
