//! Mail: queued in the transaction of what it tells, delivered after its commit, outside any
//! transaction.

pub mod delivery;
mod message;
pub mod outbox;
pub mod smtp;
pub mod unsent;

pub use outbox::{Mail, MailKind, queue, queue_all};
