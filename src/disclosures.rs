//! Disclosures: staff see identities only of claims that they have named or filtered, with a
//! reason, and each time is recorded with its frozen member list. A claimant can see who saw them;
//! a page of identities opens for a short while after the record was made, and never without one.

mod history;
mod make;
mod opened;
pub mod request;

pub use history::{
    Disclosed, HeldBy, SeenBy, Taken, holding, list, of_claim, one, reason_of_session,
};
pub use make::{make, reached};
pub use opened::{OpenedClaim, OpenedConsent, OpenedEvidence, OpenedLoss, claims, of_claim_open};

use crate::access::Grant;
use crate::claims::Filter;
use crate::codes::codes;
use crate::db::Read;
use crate::error::Error;
use crate::ids::{ClaimId, DisclosureId};
use crate::vault::Place;

codes! {
    /// Why identities are shown.
    Purpose {
        /// To look at claims on the screen.
        Review = "review",
        /// To take them out as a file.
        Export = "export",
    }

    /// Whose claims an export may hold.
    Standing {
        /// Accepted claims whose mandate is in force.
        InForce = "in_force",
        /// Every submitted claim, whatever became of it.
        Any = "any",
    }

    /// What a claim can be found by, exactly.
    SearchField {
        /// The name.
        Name = "name",
        /// The telephone number.
        Phone = "phone",
        /// The business registration number.
        BusinessNumber = "business_number",
    }
}

/// Whose identities are asked for. Whatever is chosen, only claims of the case that were submitted
/// are in it.
pub enum Selection {
    /// These and no others.
    Claims(Vec<ClaimId>),
    /// Those that fit.
    Filter(Filter),
    /// Those that have exactly this.
    Search {
        /// In which field.
        field: SearchField,
        /// The value, normalised as for the blind index.
        value: String,
    },
}

impl Selection {
    /// How claims were chosen, in codes: what was searched for is an identity itself and stays out.
    fn codes(&self, standing: Standing) -> String {
        let mut codes = match self {
            Self::Claims(_) => serde_json::json!({ "selection": "claims" }),
            Self::Filter(filter) => serde_json::json!({ "selection": "filter", "filter": filter }),
            Self::Search { field, .. } => {
                serde_json::json!({ "selection": "search", "field": field })
            }
        };
        if standing == Standing::InForce {
            codes["standing"] = serde_json::json!(standing);
        }
        codes.to_string()
    }
}

fn place(id: DisclosureId) -> Place {
    Place {
        table: "disclosure",
        id: id.0,
        subject: id.0,
    }
}

/// The reason that staff gave: their own words, sealed because they may name somebody. Who may read
/// them is checked before: the claimant whom they are about, or the case's staff.
fn opened_reason(r: &Read, id: DisclosureId, sealed: &[u8]) -> Result<String, Error> {
    Ok(r.vault()
        .open(&Grant::for_program(), place(id), sealed)?
        .get("reason")
        .into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Status;

    #[test]
    fn the_log_never_learns_what_was_searched_for() {
        let search = Selection::Search {
            field: SearchField::Name,
            value: "김하늘".into(),
        };
        assert_eq!(
            search.codes(Standing::Any),
            r#"{"field":"name","selection":"search"}"#
        );
        let filter = Filter {
            status: Some(Status::Accepted),
            ..Filter::default()
        };
        assert_eq!(
            Selection::Filter(filter).codes(Standing::InForce),
            r#"{"filter":{"status":"accepted"},"selection":"filter","standing":"in_force"}"#
        );
    }
}
