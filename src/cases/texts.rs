//! The consent texts of a case: every version that was ever published.

use chrono::{DateTime, Utc};
use diesel::dsl::{And, Eq};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::cases::{ItemKind, LegalBasis, OptionKind};
use crate::db::Read;
use crate::db::schema::{case_option, consent_text, court_case};
use crate::error::Error;
use crate::ids::{CaseId, ConsentTextId};
use crate::input::Sha256;
use crate::text::Language;

/// One version of a consent text in one language.
#[derive(Serialize, ToSchema, Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = consent_text)]
pub struct ConsentText {
    /// Id of this version in this language.
    pub id: ConsentTextId,
    /// Code of what is agreed to or refused, in the case's list of consents.
    pub item: String,
    /// What kind of thing that is.
    pub kind: ItemKind,
    /// On which legal ground it stands.
    pub basis: LegalBasis,
    /// Counts up with every new wording.
    pub version: i32,
    /// The oldest version whose signatures suffice beside this one's.
    pub suffices_from: i32,
    /// Why counsel decided so; empty for a first version.
    pub reason: String,
    /// Language of the text.
    pub language: Language,
    /// Whether submission needs the agreement.
    pub required: bool,
    /// Heading.
    pub title: String,
    /// For what data are processed; empty where none are. It stands in the body too, as recipient and
    /// retention do.
    pub purpose: String,
    /// To whom data go.
    pub recipient: String,
    /// How long data are kept.
    pub retention: String,
    /// The text that is signed.
    pub body: String,
    /// SHA-256 of the text in UTF-8, hexadecimal digits.
    pub sha256: Sha256,
    /// When it became current.
    pub published_at: DateTime<Utc>,
}

type ItemOfText = And<
    And<Eq<case_option::case_id, consent_text::case_id>, Eq<case_option::kind, OptionKind>>,
    Eq<case_option::code, consent_text::item>,
>;

/// What ties a text to its item in the case's list, which gives the order.
pub(crate) fn item_of_text() -> ItemOfText {
    case_option::case_id
        .eq(consent_text::case_id)
        .and(case_option::kind.eq(OptionKind::Consent))
        .and(case_option::code.eq(consent_text::item))
}

/// The current texts of a case in the order of its items, in one language or in both.
pub fn current_texts(
    r: &mut Read,
    case: CaseId,
    language: Option<Language>,
) -> Result<Vec<ConsentText>, Error> {
    let mut query = consent_text::table
        .inner_join(case_option::table.on(item_of_text()))
        .filter(consent_text::case_id.eq(case))
        .distinct_on((case_option::position, consent_text::language))
        .order((
            case_option::position,
            consent_text::language,
            consent_text::version.desc(),
        ))
        .select(ConsentText::as_select())
        .into_boxed();
    if let Some(language) = language {
        query = query.filter(consent_text::language.eq(language));
    }
    Ok(query.load(r.conn())?)
}

/// Any text ever published in the case, by its SHA-256.
pub fn text_by_hash(
    r: &mut Read,
    case: CaseId,
    item: &str,
    language: Language,
    sha256: Sha256,
) -> Result<Option<ConsentText>, Error> {
    let texts = consent_text::table
        .filter(consent_text::case_id.eq(case))
        .filter(consent_text::item.eq(item))
        .filter(consent_text::language.eq(language))
        .filter(consent_text::sha256.eq(sha256))
        .order(consent_text::version.desc());
    Ok(texts
        .select(ConsentText::as_select())
        .first(r.conn())
        .optional()?)
}

/// A text as a case published it.
#[derive(Serialize, ToSchema, Queryable)]
pub struct Publication {
    /// Code of the case.
    pub case: String,
    #[serde(flatten)]
    pub text: ConsentText,
}

/// Every publication of the text with that SHA-256, the first one first: for ever, because signed
/// statements name it by nothing else.
///
/// # Errors
/// `NotFound` where no case published it, and where it is none.
pub fn publications(r: &mut Read, sha256: &str) -> Result<Vec<Publication>, Error> {
    let sha256 = Sha256::parse("sha256", sha256).map_err(|_| Error::NotFound)?;
    let found: Vec<Publication> = consent_text::table
        .inner_join(court_case::table)
        .filter(consent_text::sha256.eq(sha256))
        .order((consent_text::published_at, consent_text::id))
        .select((court_case::code, ConsentText::as_select()))
        .load(r.conn())?;
    if found.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(found)
}
