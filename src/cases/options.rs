//! The lists of a case, and what an entry of one says.

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cases::{Bilingual, LossKind, Party};
use crate::codes::codes;
use crate::db::schema::case_option;
use crate::ids::CaseId;

codes! {
    /// Which list of the case an option stands in.
    OptionKind {
        /// A service that failed.
        Service = "service",
        /// A line of business.
        Industry = "industry",
        /// A kind of evidence.
        Evidence = "evidence",
        /// Somebody who conducts the case.
        Counsel = "counsel",
        /// What joining costs, or may cost.
        Cost = "cost",
        /// What is asked of a claimant, each item agreed to or refused apart.
        Consent = "consent",
        /// Somebody who processes data for the firm: mail, messages, hosting, abroad or not.
        Processor = "processor",
    }
}

/// An entry of one of a case's lists.
#[derive(Serialize, ToSchema, Clone)]
pub struct CaseOption {
    /// The list that it stands in.
    pub kind: OptionKind,
    /// What claims name it by.
    pub code: String,
    /// What it is called.
    pub name: Bilingual,
    /// What to look for; office of counsel; how much, when and to whom it is paid; what a processor
    /// does and where. Empty where the name says it.
    pub hint: Bilingual,
    /// Evidence and consent only: no submission without it, whatever the claim.
    pub required: bool,
    /// Counsel only: the number under which the bar association lists them.
    pub registration: String,
    /// Evidence only: submission demands it of these parties, as the paper that shows who represents
    /// them. A kind that names parties, heads, industries or services is demanded of claims that fit
    /// each of these lists that names any.
    pub parties: Vec<Party>,
    /// Evidence only: submission demands it where one of these was lost.
    pub heads: Vec<LossKind>,
    /// Evidence only: submission demands it in these industries.
    pub industries: Vec<String>,
    /// Evidence only: submission demands it where one of these services was used.
    pub services: Vec<String>,
    /// Evidence only: its group; of the kinds of a group that are demanded of a claim one suffices.
    /// Empty for none.
    pub any_of: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = case_option)]
pub(crate) struct OptionRow {
    pub(super) id: Uuid,
    pub(super) case_id: CaseId,
    pub(super) kind: OptionKind,
    pub(super) code: String,
    pub(super) name_ko: String,
    pub(super) name_en: String,
    pub(super) hint_ko: String,
    pub(super) hint_en: String,
    pub(super) required: bool,
    pub(super) position: i32,
    pub(super) registration: String,
    pub(super) parties: Vec<Option<Party>>,
    pub(super) heads: Vec<Option<LossKind>>,
    pub(super) industries: Vec<Option<String>>,
    pub(super) services: Vec<Option<String>>,
    pub(super) any_of: String,
}

impl From<OptionRow> for CaseOption {
    fn from(row: OptionRow) -> Self {
        let both = |ko, en| Bilingual { ko, en };
        Self {
            kind: row.kind,
            code: row.code,
            name: both(row.name_ko, row.name_en),
            hint: both(row.hint_ko, row.hint_en),
            required: row.required,
            registration: row.registration,
            parties: row.parties.into_iter().flatten().collect(),
            heads: row.heads.into_iter().flatten().collect(),
            industries: row.industries.into_iter().flatten().collect(),
            services: row.services.into_iter().flatten().collect(),
            any_of: row.any_of,
        }
    }
}

#[cfg(test)]
impl CaseOption {
    /// An option for unit tests that says nothing but its code.
    pub fn of_test(kind: OptionKind, code: &str) -> Self {
        Self {
            kind,
            code: code.into(),
            name: Bilingual::default(),
            hint: Bilingual::default(),
            required: false,
            registration: String::new(),
            parties: Vec::new(),
            heads: Vec::new(),
            industries: Vec::new(),
            services: Vec::new(),
            any_of: String::new(),
        }
    }
}
