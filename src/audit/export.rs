//! What leaves the registry for those who verify: the log as a file, and the auditor's kit.

pub mod kit;
pub mod log;
