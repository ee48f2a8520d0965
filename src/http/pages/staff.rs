//! Pages for the firm.

pub mod notice;
pub mod notices;
