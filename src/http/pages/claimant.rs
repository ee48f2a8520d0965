//! Pages for whoever brings a claim.

pub mod answers;
pub mod begin;
pub mod check;
pub mod claims;
pub mod confirm;
pub mod consent;
pub mod consents;
pub mod erasure;
pub mod evidence;
pub mod evidence_new;
pub mod loss;
pub mod losses;
pub mod missing;
pub mod questions;
pub mod receipt;
#[cfg(test)]
mod sample;
pub mod standing;
pub mod submission;
pub mod tasks;
pub mod withdrawal;
