//! Pages for whoever brings a claim.

pub mod begin;
pub mod claims;
pub mod questions;
pub mod tasks;
