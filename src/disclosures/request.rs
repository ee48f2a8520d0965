//! What a member of staff asks for: whose identities, and why.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::claims::Filter;
use crate::disclosures::{SearchField, Selection};
use crate::error::{Error, Fault};
use crate::ids::ClaimId;
use crate::input::{self, Faults, PersonName, Phone};
use crate::law::BusinessNumber;

/// Exactly what is searched for; it goes into no address and no record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// In which field.
    field: SearchField,
    /// The whole value.
    value: String,
}

/// Whose identities and why. One of `claims`, `filter` and `search`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisclosureInput {
    /// Why, in at least 10 characters; the claimants read it.
    pub reason: String,
    /// These claims.
    #[serde(default)]
    pub claims: Option<Vec<ClaimId>>,
    /// The claims that fit.
    #[serde(default)]
    pub filter: Option<Filter>,
    /// The claims that have exactly this name, phone or business number.
    #[serde(default)]
    pub search: Option<Search>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// What a disclosure is asked for with, checked.
pub struct Request {
    pub selection: Selection,
    pub reason: String,
}

impl DisclosureInput {
    /// # Errors
    /// `Invalid` with every fault.
    pub fn parse(self) -> Result<Request, Error> {
        let mut faults = Faults::default();
        let reason = faults.take(input::reason(
            "reason",
            &self.reason,
            self.no_resident_number,
        ));
        let selection = match (self.claims, self.filter, self.search) {
            (Some(claims), None, None) if claims.is_empty() => Err(Fault::new("claims", "empty")),
            (Some(claims), None, None) => Ok(Selection::Claims(claims)),
            (None, Some(filter), None) => Ok(Selection::Filter(filter)),
            (None, None, Some(search)) => search.normalised().map(|value| Selection::Search {
                field: search.field,
                value,
            }),
            _ => Err(Fault::new("claims", "one-selection")),
        };
        let selection = faults.take(selection);
        let (selection, reason) = faults.finish((selection, reason))?;
        Ok(Request { selection, reason })
    }
}

impl Search {
    fn normalised(&self) -> Result<String, Fault> {
        let (field, typed) = ("search.value", self.value.as_str());
        Ok(match self.field {
            SearchField::Name => PersonName::sought(field, typed)?,
            SearchField::Phone => Phone::parse(field, typed)?.searched(),
            SearchField::BusinessNumber => BusinessNumber::parse(field, typed)?.to_string(),
        })
    }
}
