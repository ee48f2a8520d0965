//! Consents: each item apart, agreed to or refused, and kept as the exact bytes that were signed. What is signed is a
//! statement in canonical JSON (RFC 8785), so that a stronger method of signing can later sign the same bytes.

use chrono::{DateTime, SecondsFormat, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts::sessions::Origin;
use crate::cases::{self, ConsentItem};
use crate::claims::lifecycle::{self, Event};
use crate::claims::{self, own_row, visible_row};
use crate::codes::codes;
use crate::db::schema::{consent, consent_text};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{ClaimId, ConsentId};
use crate::input::{Faults, PersonName, Sha256};
use crate::text::Language;
use crate::vault::{Place, Sealed};

codes! {
    /// How a statement was signed.
    SignatureMethod {
        /// The signer typed their name.
        TypedName = "typed_name",
    }
}

/// Answers that a claim takes, those that later ones count instead of included: each is kept for good.
const MOST: i64 = 100;

/// An answer to one item.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentInput {
    /// The item.
    pub item: ConsentItem,
    /// Language of the text that was shown.
    pub language: Language,
    /// SHA-256 of the text that was shown, 64 hexadecimal digits.
    pub text_sha256: String,
    /// Agreed or refused.
    pub agreed: bool,
    /// The plaintiff's name, as the signer typed it: the `identity.name` of the claim, a corporation's as registered.
    pub signed_name: String,
}

/// An answer as its owner sees it; staff see it without the statement.
#[derive(Serialize, ToSchema)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// The item.
    pub item: ConsentItem,
    /// Version of the text that was answered.
    pub version: i32,
    /// Language of the text that was answered.
    pub language: String,
    /// SHA-256 of the text that was answered.
    pub text_sha256: String,
    /// Agreed or refused.
    pub agreed: bool,
    /// How it was signed.
    pub signature_method: SignatureMethod,
    /// The exact bytes that were signed; the owner only.
    pub statement: Option<String>,
    /// When it was answered.
    pub answered_at: DateTime<Utc>,
    /// When an agreement was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Consent {
    /// Whether it was signed under that name. Only the owner of the claim learns of it: the statement is closed to others.
    pub fn is_signed_as(&self, name: &PersonName) -> bool {
        let statement: Option<Value> = self
            .statement
            .as_deref()
            .and_then(|statement| serde_json::from_str(statement).ok());
        let signed = statement
            .as_ref()
            .and_then(|statement| statement["signed_name"].as_str());
        signed.is_some_and(|signed| PersonName::of_stored(signed.into()).is_same_as(name))
    }
}

fn place(id: ConsentId, claim: ClaimId) -> Place {
    Place {
        table: "consent",
        id: id.0,
        subject: claim.0,
    }
}

/// Answers an item for a claim of the caller. A later answer to the same item counts instead of an earlier one: refusing
/// what submission rests on does what taking it back does.
///
/// # Errors
/// `Superseded` with the current text, where the answer is to an older one; `Invalid`; a conflict where there are too many.
pub fn answer(
    w: &mut Write,
    claim: ClaimId,
    input: &ConsentInput,
    origin: &Origin,
) -> Result<ConsentId, Error> {
    let row = own_row(w, claim)?;
    lifecycle::next(row.status, Event::Consent, lifecycle::By::Claimant)?;
    let mut faults = Faults::default();
    let hash = faults.take(Sha256::parse("text_sha256", &input.text_sha256));
    let name = faults.take(PersonName::parse("signed_name", &input.signed_name));
    let known = claims::get(w, claim)?
        .identity
        .and_then(|identity| identity.name);
    if let (Some(signed), Some(known)) = (name.get(), known) {
        faults.demand(signed.is_same_as(&known), "signed_name", "signed-name");
    }
    let (hash, name) = faults.finish((hash, name))?;
    let given: i64 = consent::table
        .filter(consent::claim_id.eq(claim))
        .count()
        .get_result(w.conn())?;
    if given >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many-answers").with("most", MOST),
        ));
    }
    let text = cases::text_by_hash(w, row.case_id, input.item, input.language, hash)?
        .ok_or_else(|| Error::invalid("text_sha256", "text-unknown"))?;
    let current = cases::current_texts(w, row.case_id, Some(input.language))?
        .into_iter()
        .find(|current| current.item == input.item);
    if let Some(current) = current.filter(|current| current.version != text.version) {
        return Err(Error::Superseded {
            current: json!(current),
        });
    }
    let (id, now) = (ConsentId::new(), w.now());
    let statement = json!({
        "agreed": input.agreed,
        "case": row.case_id,
        "claim": claim,
        "item": input.item,
        "language": input.language,
        "signed_at": now.to_rfc3339_opts(SecondsFormat::Micros, true),
        "signed_name": name.as_str(),
        "text_sha256": text.sha256,
        "v": 1,
    })
    .to_string();
    let sealed = w.vault().seal(
        place(id, claim),
        [
            ("statement", statement.as_str()),
            ("address", &origin.address),
            ("device", &origin.device()),
        ],
    );
    diesel::insert_into(consent::table)
        .values((
            (
                consent::id.eq(id),
                consent::claim_id.eq(claim),
                consent::case_id.eq(row.case_id),
                consent::text_id.eq(text.id),
            ),
            (
                consent::item.eq(input.item),
                consent::agreed.eq(input.agreed),
                consent::signature_method.eq(SignatureMethod::TypedName),
            ),
            (
                consent::sealed.eq(sealed.sealed),
                consent::commitments.eq(sealed.commitments),
                consent::answered_at.eq(now),
            ),
        ))
        .execute(w.conn())?;
    if text.required && !input.agreed {
        let status = lifecycle::next(
            row.status,
            Event::WithdrawRequiredConsent,
            lifecycle::By::Claimant,
        )?;
        claims::set_status(w, &row, status)?;
    }
    Ok(id)
}

/// Takes an agreement of the caller back. Where submission rests on it, the claim falls with it.
///
/// # Errors
/// A conflict where it was a refusal, was taken back before, or a later answer counts instead.
pub fn withdraw(w: &mut Write, id: ConsentId) -> Result<(), Error> {
    let claim = claim_of(w, id)?;
    let row = own_row(w, claim)?;
    let counting = in_force(w, claim)?
        .into_iter()
        .find(|answer| answer.id == id && answer.agreed);
    let answer = counting.ok_or_else(|| Error::conflict("consent-not-in-force"))?;
    let required = cases::current_texts(w, row.case_id, None)?
        .iter()
        .any(|text| text.item == answer.item && text.required);
    let event = if required {
        Event::WithdrawRequiredConsent
    } else {
        Event::Consent
    };
    // an optional consent can be taken back at any time, whatever became of the claim
    let status = if required {
        lifecycle::next(row.status, event, lifecycle::By::Claimant)?
    } else {
        row.status
    };
    let now = w.now();
    diesel::update(consent::table.find(id))
        .set(consent::withdrawn_at.eq(now))
        .execute(w.conn())?;
    claims::set_status(w, &row, status)
}

/// Takes what identifies anybody out of the answers of a claim that is being erased: what was asked and answered stays.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(consent::table.filter(consent::claim_id.eq(claim)))
        .set((
            (
                consent::sealed.eq(emptied.sealed),
                consent::commitments.eq(emptied.commitments),
            ),
            (
                consent::signature_key.eq(None::<Vec<u8>>),
                consent::signature_bytes.eq(None::<Vec<u8>>),
            ),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The claim that an answer belongs to.
///
/// # Errors
/// `NotFound` where there is no such answer.
pub fn claim_of(r: &mut Read, id: ConsentId) -> Result<ClaimId, Error> {
    Ok(consent::table
        .find(id)
        .select(consent::claim_id)
        .first(r.conn())?)
}

/// The answers that count: the latest of each item, unless it was taken back.
pub fn in_force(r: &mut Read, claim: ClaimId) -> Result<Vec<Consent>, Error> {
    let mut latest: Vec<Consent> = Vec::new();
    for answer in of_claim(r, claim)? {
        latest.retain(|earlier| earlier.item != answer.item);
        latest.push(answer);
    }
    latest.retain(|answer| answer.withdrawn_at.is_none());
    Ok(latest)
}

/// All answers of a claim in the order in which they were given, with the statements for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Consent>, Error> {
    visible_row(r, claim)?;
    let grant = match Grant::of_owner(r, claim) {
        Err(Error::NotFound) => None,
        other => Some(other?),
    };
    type Row = (
        ConsentId,
        ConsentItem,
        i32,
        String,
        Vec<u8>,
        bool,
        SignatureMethod,
        Vec<u8>,
        DateTime<Utc>,
        Option<DateTime<Utc>>,
    );
    let rows: Vec<Row> = consent::table
        .inner_join(consent_text::table)
        .filter(consent::claim_id.eq(claim))
        .order((consent::answered_at, consent::id))
        .select((
            consent::id,
            consent::item,
            consent_text::version,
            consent_text::language,
            consent_text::sha256,
            consent::agreed,
            consent::signature_method,
            consent::sealed,
            consent::answered_at,
            consent::withdrawn_at,
        ))
        .load(r.conn())?;
    let open = |(
        id,
        item,
        version,
        language,
        text,
        agreed,
        signature_method,
        sealed,
        answered_at,
        withdrawn_at,
    ): Row| {
        let opened = grant
            .as_ref()
            .map(|grant| r.vault().open(grant, place(id, claim), &sealed))
            .transpose()?
            .unwrap_or_default();
        let statement = opened.find("statement");
        Ok(Consent {
            id,
            item,
            version,
            language,
            text_sha256: hex::encode(text),
            agreed,
            signature_method,
            statement,
            answered_at,
            withdrawn_at,
        })
    };
    rows.into_iter().map(open).collect()
}
