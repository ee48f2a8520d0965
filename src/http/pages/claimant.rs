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

use crate::claims::Claim;
use crate::claims::lifecycle::{self, By, Event};
use crate::error::Error;

/// Holds an owner to what can be done to their claim as it stands.
///
/// # Errors
/// A conflict that names the status.
fn may(claim: &Claim, event: Event) -> Result<(), Error> {
    lifecycle::next(claim.status, event, By::Claimant).map(drop)
}
