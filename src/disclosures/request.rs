//! What a member of staff asks for: whose identities, and why.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::claims::Filter;
use crate::claims::Status;
use crate::disclosures::{SearchField, Selection, Standing};
use crate::error::{Error, Fault};
use crate::ids::ClaimId;
use crate::input::{self, Faults, Field, PersonName, Phone};
use crate::law::BusinessNumber;

/// Exactly what is searched for; it goes into no address and no record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// In which field.
    pub field: SearchField,
    /// The whole value.
    pub value: String,
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
    /// Which of the selected ones; where claims are named, what each of them has to be.
    pub standing: Standing,
    pub reason: String,
}

impl DisclosureInput {
    /// A look at the screen: whatever became of the claims.
    ///
    /// # Errors
    /// `Invalid` with every fault.
    pub fn parse(self) -> Result<Request, Error> {
        let mut faults = Faults::default();
        let (selection, reason) = self.check(&mut faults);
        let (selection, reason) = faults.finish((selection, reason))?;
        let standing = Standing::Any;
        Ok(Request {
            selection,
            standing,
            reason,
        })
    }

    /// As [`DisclosureInput::parse`], for a file: all claims where nothing is selected, and only
    /// those in force unless `standing` or a status asks otherwise. Who left, or is not
    /// represented, gets into no list of plaintiffs by default.
    ///
    /// # Errors
    /// `Invalid` with every fault, also where `standing` contradicts the status.
    pub fn parse_export(mut self, standing: Option<Standing>) -> Result<Request, Error> {
        let mut faults = Faults::default();
        let standing = self.of_export(standing, &mut faults);
        let (selection, reason) = self.check(&mut faults);
        let (selection, reason) = faults.finish((selection, reason))?;
        Ok(Request {
            selection,
            standing,
            reason,
        })
    }

    /// As [`DisclosureInput::parse_export`], before anybody has said why: to count what the file
    /// would hold.
    ///
    /// # Errors
    /// As there, but for the reason.
    pub fn parse_reach(
        mut self,
        standing: Option<Standing>,
    ) -> Result<(Selection, Standing), Error> {
        let mut faults = Faults::default();
        let standing = self.of_export(standing, &mut faults);
        let selection = self.select(&mut faults);
        Ok((faults.finish(selection)?, standing))
    }

    /// Selects all claims where nothing is selected, and says which of the selected ones are meant.
    fn of_export(&mut self, standing: Option<Standing>, faults: &mut Faults) -> Standing {
        if self.claims.is_none() {
            self.filter.get_or_insert_default();
        }
        let status = self.filter.as_ref().and_then(|filter| filter.status);
        let in_force = status.is_none_or(|status| status == Status::Accepted);
        faults.demand(
            in_force || standing != Some(Standing::InForce),
            "standing",
            "standing-contradicts",
        );
        standing.unwrap_or(if in_force {
            Standing::InForce
        } else {
            Standing::Any
        })
    }

    fn check(self, faults: &mut Faults) -> (Field<Selection>, Field<String>) {
        let reason = faults.take(input::reason(
            "reason",
            &self.reason,
            self.no_resident_number,
        ));
        (self.select(faults), reason)
    }

    fn select(self, faults: &mut Faults) -> Field<Selection> {
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
        faults.take(selection)
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
