//! Answers on paper: somebody without e-mail signs each item on a paper, and staff who have seen it
//! put that on record. It is an answer like another one whose statement says which paper it rests on,
//! and by whom that was recorded; nobody's name is typed in the place of a signature.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ConsentInput, sign};
use crate::cases::Power;
use crate::claims::signing::{Paper, Signer};
use crate::db::Write;
use crate::error::{Error, Fault};
use crate::ids::{ClaimId, ConsentId, SignatoryId};
use crate::input::{self, Faults, Sha256};
use crate::law;
use crate::text::Language;

/// What somebody answered to one item on a signed paper.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperInput {
    /// Code of what is agreed to or refused, in the case's list of consents.
    pub item: String,
    /// Language of the text on the paper.
    pub language: Language,
    /// SHA-256 of the text on the paper, 64 hexadecimal digits: the one that counts now.
    pub text_sha256: String,
    /// Agreed or refused.
    pub agreed: bool,
    /// The name that stands under it: the `identity.name` of a person who claims for themselves, else
    /// the name of the signatory.
    pub signed_name: String,
    /// With a mandate that is agreed to: each special power with yes or no.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, bool>)]
    pub powers: BTreeMap<Power, bool>,
    /// Who signed for the party; left out where it signs itself.
    #[serde(default, deserialize_with = "input::or_none")]
    pub signatory: Option<SignatoryId>,
    /// The day that stands under it, the year first: 2026-03-02.
    pub signed_on: String,
    /// SHA-256 of the scan that the firm keeps, 64 hexadecimal digits.
    pub scan_sha256: String,
}

impl PaperInput {
    fn parse(&self, now: DateTime<Utc>) -> Result<Paper, Error> {
        let mut faults = Faults::default();
        let day = faults.take(signed_on(&self.signed_on, law::day_in_korea(now)));
        let scan = faults.take(Sha256::parse("scan_sha256", &self.scan_sha256));
        let (signed_on, scan_sha256) = faults.finish((day, scan))?;
        Ok(Paper {
            signed_on,
            scan_sha256,
        })
    }
}

fn signed_on(typed: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let date = input::date("signed_on", typed)?;
    match date > today {
        true => Err(Fault::new("signed_on", "date-future")),
        false => Ok(date),
    }
}

/// Puts on record that an item was answered on a signed paper, in a draft that the caller enters for
/// somebody.
///
/// # Errors
/// `NotFound` where they enter no such draft; those of [`super::answer`].
pub fn record_paper(w: &mut Write, claim: ClaimId, input: &PaperInput) -> Result<ConsentId, Error> {
    let paper = input.parse(w.now())?;
    let signer = Signer::on_paper(w, claim, input.signatory, paper)?;
    let answer = ConsentInput {
        item: input.item.clone(),
        language: input.language,
        text_sha256: input.text_sha256.clone(),
        agreed: input.agreed,
        signed_name: input.signed_name.clone(),
        powers: input.powers.clone(),
    };
    sign(w, &signer, &answer)
}
