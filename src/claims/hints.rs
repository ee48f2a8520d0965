//! Hints to a claimant about their own words: nothing is refused, and something could be left out.

use serde::Serialize;
use utoipa::ToSchema;

use crate::cases::Bilingual;
use crate::claims::businesses::Business;
use crate::law;
use crate::text::{Language, say};

/// Something that the claimant may want to change.
#[derive(Serialize, ToSchema)]
pub struct Hint {
    /// Path of the field.
    pub field: String,
    /// What it is about: `resident-number-masked`.
    pub code: &'static str,
    /// What to do.
    pub detail: Bilingual,
}

/// Of the fields in which a resident registration number stands whose end is masked. It tells a
/// birth date and more, and no claim needs it.
pub(super) fn masked(words: &[(&str, Option<&str>)]) -> Vec<Hint> {
    let say = |language| say(language, "hint-resident-number-masked", &[]);
    let hint = |field: &str| Hint {
        field: field.into(),
        code: "resident-number-masked",
        detail: Bilingual {
            ko: say(Language::Korean),
            en: say(Language::English),
        },
    };
    let holds = |words: &&str| law::contains_masked_resident_number(words);
    words
        .iter()
        .filter_map(|(field, words)| words.filter(holds).map(|_| hint(field)))
        .collect()
}

/// Likewise, of what businesses are called.
pub(super) fn of_businesses(businesses: &[Business]) -> Vec<Hint> {
    let hints = businesses
        .iter()
        .enumerate()
        .flat_map(|(i, one)| masked(&[(&format!("businesses[{i}].name"), one.name.as_deref())]));
    hints.collect()
}
