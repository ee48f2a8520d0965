//! Consents: each item apart, agreed to or refused, and kept as the exact bytes that were signed.
//! What is signed is a statement in canonical JSON (RFC 8785), so that a stronger method of signing
//! can later sign the same bytes.

use chrono::{DateTime, SecondsFormat, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, ConsentItem, ConsentText};
use crate::claims::identity::Identity;
use crate::claims::lifecycle::{self, Event};
use crate::claims::{ByClaim, Own, by_claim, own, seen, set_status};
use crate::codes::codes;
use crate::db::schema::{consent, consent_text};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{CaseId, ClaimId, ConsentId, ConsentTextId};
use crate::input::{Faults, PersonName, Sha256};
use crate::text::Language;
use crate::vault::{Place, Sealed, Vault};

codes! {
    /// How a statement was signed.
    SignatureMethod {
        /// The signer typed their name.
        TypedName = "typed_name",
    }
}

/// Answers that a claim takes, those that later ones count instead of included: each is kept for
/// good.
const MOST: i64 = 100;

/// An answer to one item.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentInput {
    /// What is agreed to or refused.
    pub item: ConsentItem,
    /// Language of the text that was shown.
    pub language: Language,
    /// SHA-256 of the text that was shown, 64 hexadecimal digits.
    pub text_sha256: String,
    /// Agreed or refused.
    pub agreed: bool,
    /// The plaintiff's name, as the signer typed it: the `identity.name` of the claim, a
    /// corporation's as registered.
    pub signed_name: String,
}

/// An answer as its owner sees it; staff see it without the statement.
#[derive(Serialize, ToSchema)]
pub struct Consent {
    /// Id of the answer.
    pub id: ConsentId,
    /// What was agreed to or refused.
    pub item: ConsentItem,
    /// Version of the text that was answered.
    pub version: i32,
    /// Language of the text that was answered.
    pub language: Language,
    /// SHA-256 of the text that was answered.
    pub text_sha256: Sha256,
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
    /// Whether it was signed under that name. Only the owner of the claim learns of it: the
    /// statement is closed to others.
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

/// An answer as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = consent)]
struct Row {
    id: ConsentId,
    claim_id: ClaimId,
    case_id: CaseId,
    text_id: ConsentTextId,
    item: ConsentItem,
    agreed: bool,
    signature_method: SignatureMethod,
    sealed: Vec<u8>,
    commitments: String,
    answered_at: DateTime<Utc>,
    withdrawn_at: Option<DateTime<Utc>>,
}

/// What an answer shows of the text that was answered.
#[derive(Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = consent_text)]
struct Text {
    item: ConsentItem,
    version: i32,
    language: Language,
    required: bool,
    sha256: Sha256,
}

fn place(id: ConsentId, claim: ClaimId) -> Place {
    Place {
        table: "consent",
        id: id.0,
        subject: claim.0,
    }
}

impl Row {
    fn open(
        self,
        vault: &Vault,
        grant: Option<&Grant>,
        text: Text,
    ) -> Result<(ClaimId, Consent), Error> {
        let opened = vault.open_for(grant, place(self.id, self.claim_id), &self.sealed)?;
        let answer = Consent {
            id: self.id,
            item: self.item,
            version: text.version,
            language: text.language,
            text_sha256: text.sha256,
            agreed: self.agreed,
            signature_method: self.signature_method,
            statement: opened.find("statement"),
            answered_at: self.answered_at,
            withdrawn_at: self.withdrawn_at,
        };
        Ok((self.claim_id, answer))
    }
}

impl ConsentInput {
    /// The hash of the text that was shown and the name that was typed, which has to be that of the
    /// claim.
    fn parse(&self, identity: &Identity) -> Result<(Sha256, PersonName), Error> {
        let mut faults = Faults::default();
        let hash = faults.take(Sha256::parse("text_sha256", &self.text_sha256));
        let name = faults.take(PersonName::parse("signed_name", &self.signed_name));
        if let (Some(signed), Some(known)) = (name.get(), &identity.name) {
            faults.demand(signed.is_same_as(known), "signed_name", "signed-name");
        }
        faults.finish((hash, name))
    }

    /// The text that was shown.
    ///
    /// # Errors
    /// `Superseded` with the current text, where it is an older one.
    fn shown(&self, r: &mut Read, case: CaseId, hash: Sha256) -> Result<ConsentText, Error> {
        let text = cases::text_by_hash(r, case, self.item, self.language, hash)?
            .ok_or_else(|| Error::invalid("text_sha256", "text-unknown"))?;
        let current = cases::current_texts(r, case, Some(self.language))?
            .into_iter()
            .find(|current| current.item == self.item);
        match current.filter(|current| current.version != text.version) {
            None => Ok(text),
            Some(current) => Err(Error::Superseded {
                current: json!(current),
            }),
        }
    }
}

/// Answers an item for a claim of the caller. A later answer to the same item counts instead of an
/// earlier one: refusing what submission rests on does what taking it back does.
///
/// # Errors
/// `Superseded` with the current text, where the answer is to an older one; `Invalid`; a conflict
/// where there are too many.
pub fn answer(w: &mut Write, claim: ClaimId, input: &ConsentInput) -> Result<ConsentId, Error> {
    let Own { row, grant } = own(w, claim)?;
    lifecycle::next(row.status, Event::Consent, lifecycle::By::Claimant)?;
    let (hash, name) = input.parse(&row.identity(w, &grant)?)?;
    let given = consent::table.filter(consent::claim_id.eq(claim)).count();
    if given.get_result::<i64>(w.conn())? >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many-answers").with("most", MOST),
        ));
    }
    let text = input.shown(w, row.case_id, hash)?;
    let (id, now, origin) = (ConsentId::new(), w.now(), &w.ticket().origin);
    let statement = json!({
        "agreed": input.agreed,
        "case": row.case_id,
        "claim": claim,
        "item": input.item,
        "language": input.language,
        "signed_at": now.to_rfc3339_opts(SecondsFormat::Micros, true),
        "signed_name": name.as_str(),
        "text_sha256": text.sha256,
        "title": text.title,
        "v": 1,
    })
    .to_string();
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(
        place(id, claim),
        [
            ("statement", statement.as_str()),
            ("address", &origin.address),
            ("device", &origin.device()),
        ],
    );
    diesel::insert_into(consent::table)
        .values(Row {
            id,
            claim_id: claim,
            case_id: row.case_id,
            text_id: text.id,
            item: input.item,
            agreed: input.agreed,
            signature_method: SignatureMethod::TypedName,
            sealed,
            commitments,
            answered_at: now,
            withdrawn_at: None,
        })
        .execute(w.conn())?;
    if text.required && !input.agreed {
        let event = Event::WithdrawRequiredConsent;
        let status = lifecycle::next(row.status, event, lifecycle::By::Claimant)?;
        set_status(w, &row, status)?;
    }
    Ok(id)
}

/// Takes an agreement of the caller back. Where submission rests on it, the claim falls with it.
///
/// # Errors
/// A conflict where it was a refusal, was taken back before, or a later answer counts instead.
pub fn withdraw(w: &mut Write, id: ConsentId) -> Result<(), Error> {
    let claim = claim_of(w, id)?;
    let Own { row, grant } = own(w, claim)?;
    let agreed = |item: &Item| matches!(&item.answer, Some(it) if it.id == id && it.agreed);
    let item = items(w, row.case_id, claim, Some(&grant))?
        .into_iter()
        .find(agreed)
        .ok_or_else(|| Error::conflict("consent-not-in-force"))?;
    // an optional consent can be taken back at any time, whatever became of the claim
    let status = if item.required {
        let event = Event::WithdrawRequiredConsent;
        lifecycle::next(row.status, event, lifecycle::By::Claimant)?
    } else {
        row.status
    };
    let now = w.now();
    diesel::update(consent::table.find(id))
        .set(consent::withdrawn_at.eq(now))
        .execute(w.conn())?;
    set_status(w, &row, status)
}

/// Takes what identifies anybody out of the answers of a claim that is being erased: what was asked
/// and answered stays.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(consent::table.filter(consent::claim_id.eq(claim)))
        .set((
            consent::sealed.eq(emptied.sealed),
            consent::commitments.eq(emptied.commitments),
            consent::signature_key.eq(None::<Vec<u8>>),
            consent::signature_bytes.eq(None::<Vec<u8>>),
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

/// An item as its case asks it now.
pub struct Item {
    pub code: ConsentItem,
    pub version: i32,
    pub required: bool,
    /// The answer that counts: the latest, unless it was taken back.
    pub answer: Option<Consent>,
}

impl Item {
    /// The agreement that is in force.
    pub fn agreement(&self) -> Option<&Consent> {
        self.answer.as_ref().filter(|answer| answer.agreed)
    }

    /// Whether the text was changed since it was answered.
    pub fn is_outdated(&self) -> bool {
        let answer = self.answer.as_ref();
        answer.is_some_and(|answer| answer.version != self.version)
    }
}

/// Every item of the case with the answer that counts, for the owner of a claim.
pub fn standing(r: &mut Read, claim: ClaimId) -> Result<Vec<Item>, Error> {
    let (row, grant) = seen(r, claim)?;
    let grant = grant.ok_or(Error::NotFound)?;
    items(r, row.case_id, claim, Some(&grant))
}

/// Every item of the case with the answer of a claim, read at once.
pub(super) fn items(
    r: &mut Read,
    case: CaseId,
    claim: ClaimId,
    grant: Option<&Grant>,
) -> Result<Vec<Item>, Error> {
    let answers = consent::text_id
        .eq(consent_text::id)
        .and(consent::claim_id.eq(claim));
    let rows: Vec<(Text, Option<Row>)> = consent_text::table
        .left_join(consent::table.on(answers))
        .filter(consent_text::case_id.eq(case))
        .order((consent_text::item, consent::seq))
        .select((Text::as_select(), Option::<Row>::as_select()))
        .load(r.conn())?;
    let mut items: Vec<Item> = Vec::new();
    for (text, answer) in rows {
        if items.last().is_none_or(|last| last.code != text.item) {
            items.push(Item {
                code: text.item,
                version: 0,
                required: false,
                answer: None,
            });
        }
        let item = items.last_mut().expect("pushed just now");
        if text.version > item.version {
            (item.version, item.required) = (text.version, text.required);
        }
        if let Some(answer) = answer {
            item.answer = Some(answer.open(r.vault(), grant, text)?.1);
        }
    }
    for item in &mut items {
        item.answer.take_if(|answer| answer.withdrawn_at.is_some());
    }
    Ok(items)
}

/// All answers of a claim in the order in which they were given, with the statements for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Consent>, Error> {
    let (_, grant) = seen(r, claim)?;
    let found = of_claims(r, grant.as_ref(), &[claim])?.remove(&claim);
    Ok(found.unwrap_or_default())
}

/// All answers of claims in the order in which they were given, with the statements where there is
/// a grant. Who can see the claims was checked before.
pub(crate) fn of_claims(
    r: &mut Read,
    grant: Option<&Grant>,
    claims: &[ClaimId],
) -> Result<ByClaim<Consent>, Error> {
    let rows: Vec<(Row, Text)> = consent::table
        .inner_join(consent_text::table)
        .filter(consent::claim_id.eq_any(claims))
        .order(consent::seq)
        .select((Row::as_select(), Text::as_select()))
        .load(r.conn())?;
    by_claim(
        rows.into_iter()
            .map(|(row, text)| row.open(r.vault(), grant, text)),
    )
}
