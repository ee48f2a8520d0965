//! Mail: queued in the transaction of what it tells, delivered after its commit, outside any
//! transaction.

pub mod delivery;
mod letter;
mod message;
pub mod outbox;
pub mod smtp;
pub mod unsent;

pub use letter::{Mail, MailKind, RecoveryMail};
pub use outbox::{queue, queue_all};
