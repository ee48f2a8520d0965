//! The answers to consent items with the exact text that each is to.

use crate::cases;
use crate::claims::consents::Consent;
use crate::db::Read;
use crate::error::Error;
use crate::ids::CaseId;

pub struct Signed {
    pub answer: Consent,
    /// Heading and text that were shown.
    pub title: String,
    pub body: String,
    /// The bytes that were signed; none until the claim was opened.
    pub statement: Option<String>,
}

/// The answers with their texts; `statements` has one for each of them, or none at all.
pub fn of(
    r: &mut Read,
    case: CaseId,
    answers: Vec<Consent>,
    statements: Vec<Option<String>>,
) -> Result<Vec<Signed>, Error> {
    let mut statements = statements.into_iter();
    let mut signed = Vec::new();
    for answer in answers {
        let (language, hash) = (answer.language, answer.text_sha256);
        let text = cases::text_by_hash(r, case, &answer.item, language, hash)?;
        let (title, body) = text.map_or_else(Default::default, |text| (text.title, text.body));
        let statement = statements.next().flatten();
        signed.push(Signed {
            answer,
            title,
            body,
            statement,
        });
    }
    Ok(signed)
}
