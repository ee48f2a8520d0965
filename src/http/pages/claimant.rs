//! Pages for whoever brings a claim.

pub mod answering;
pub mod answers;
pub mod begin;
pub mod businesses;
pub mod check;
pub mod claims;
pub mod confirm;
pub mod consent;
pub mod consents;
pub mod erasure;
pub mod evidence;
pub mod evidence_new;
pub mod identity;
pub mod loss;
pub mod losses;
pub mod missing;
pub mod phone_code;
pub mod powers;
pub mod questions;
pub mod reaffirmation;
pub mod receipt;
pub mod receipts;
pub mod recovery;
#[cfg(test)]
mod sample;
pub mod signatories;
pub mod standing;
pub mod submission;
pub mod tasks;
pub mod withdrawal;

use crate::claims::lifecycle::{self, By, Event};
use crate::claims::{self as claim, Claim};
use crate::error::Error;
use crate::http::pages::browser::Shown;
use crate::http::pages::visit::{Visit, go};
use crate::ids::ClaimId;

/// Holds an owner to what can be done to their claim as it stands.
///
/// # Errors
/// A conflict that names the status.
fn may(claim: &Claim, event: Event) -> Result<(), Error> {
    lifecycle::next(claim.status, event, By::Claimant).map(drop)
}

/// What is shown of something that a claim lists. Where another window has replaced it or taken it out,
/// the list as it is now, which says so.
async fn or_now_listed(
    visit: &Visit,
    id: ClaimId,
    list: &str,
    shown: impl Future<Output = Shown>,
) -> Shown {
    match shown.await {
        Err(Error::NotFound) => {}
        shown => return shown,
    }
    visit.look(move |r| claim::get(r, id)).await?;
    Ok(go(&format!("/claims/{id}/{list}?gone=true")).finish())
}
