//! A consent text in new words, and what becomes of those who signed the old ones.

use super::consents;
use crate::cases::{self, ConsentText};
use crate::db::Write;
use crate::error::Error;
use crate::ids::CaseId;
use crate::input::{self, Faults};
use crate::text::Language;

/// What counsel decided about those who signed before a text was changed.
pub struct Revision {
    /// Whether their signatures suffice for the new text, as after a mended typo.
    pub earlier_suffice: bool,
    /// Why, from [`input::reason`].
    pub reason: String,
}

/// Publishes the next version of a consent text in both languages; answers to the old one are
/// refused from now on. Those that were given before suffice where counsel decides so.
///
/// # Errors
/// `Invalid` where a text says nothing: the log's key is added to each, so that what is signed
/// would not be empty.
pub fn revise(
    w: &mut Write,
    case: CaseId,
    item: &str,
    ko: &str,
    en: &str,
    revision: &Revision,
) -> Result<i32, Error> {
    let mut faults = Faults::default();
    let ko = faults.take(input::of_file("ko", ko));
    let en = faults.take(input::of_file("en", en));
    let (ko, en) = faults.finish((ko, en))?;
    let texts = cases::current_texts(w, case, None)?;
    let current = || texts.iter().filter(|text| text.item == item);
    let newest = current().map(|text| text.version).max();
    let version = newest.ok_or(Error::NotFound)? + 1;
    for text in current() {
        let body = match text.language {
            Language::Korean => &ko,
            Language::English => &en,
        };
        let revised = ConsentText {
            version,
            suffices_from: match revision.earlier_suffice {
                true => text.suffices_from,
                false => version,
            },
            reason: revision.reason.clone(),
            ..text.clone()
        };
        consents::put(w, case, revised, body)?;
    }
    Ok(version)
}
