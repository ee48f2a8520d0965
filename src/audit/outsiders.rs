//! Whom the registry asks to sign its log: witnesses and time stamp authorities.

pub mod backoff;
pub mod timestamp;
pub mod warnings;
pub mod witness;
