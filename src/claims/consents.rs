//! Consents: each item apart, agreed to or refused, and kept as the exact bytes that were signed.
//! What is signed is a statement in canonical JSON (RFC 8785), so that a stronger method of signing
//! can later sign the same bytes.

mod paper;
mod standing;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, ConsentText, ItemKind, OptionKind, Power};
use crate::claims::lifecycle::{self, Event};
use crate::claims::signing::Signer;
use crate::claims::{ByClaim, Own, by_claim, own, seen, set_status};
use crate::codes::codes;
use crate::db::schema::{consent, consent_text};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{CaseId, ClaimId, ConsentId, ConsentTextId, SignatoryId};
use crate::input::{Faults, PersonName, Sha256};
use crate::text::Language;
use crate::vault::{Place, Sealed, Vault};
pub use paper::{PaperInput, record_paper};
pub(super) use standing::items;
pub use standing::{Item, standing};

codes! {
    /// How a statement was signed.
    SignatureMethod {
        /// The signer typed their name.
        TypedName = "typed_name",
        /// The signer signed a paper, which staff have seen.
        Paper = "paper",
    }
}

/// Answers that a claim takes of each who signs, those that later ones count instead of included:
/// each is kept for good.
const MOST: i64 = 100;

/// An answer to one item.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentInput {
    /// Code of what is agreed to or refused, in the case's list of consents.
    pub item: String,
    /// Language of the text that was shown.
    pub language: Language,
    /// SHA-256 of the text that was shown, 64 hexadecimal digits.
    pub text_sha256: String,
    /// Agreed or refused.
    pub agreed: bool,
    /// The signer's own name as they typed it: the `identity.name` of a person who claims for
    /// themselves, else the name of the signatory.
    pub signed_name: String,
    /// With a mandate that is agreed to: each special power with yes or no.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, bool>)]
    pub powers: BTreeMap<Power, bool>,
}

/// An answer as its owner sees it; staff see it without the statement.
#[derive(Serialize, ToSchema)]
pub struct Consent {
    /// Id of the answer.
    pub id: ConsentId,
    /// Code of what was agreed to or refused.
    pub item: String,
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
    /// Who signed for the party; null where it signed itself.
    pub signatory: Option<SignatoryId>,
    /// Special powers that a signed mandate gives; statements on powers can change them later.
    pub powers: Vec<Power>,
    /// The exact bytes that were signed, or what was put on record of the signed paper; the owner
    /// only.
    pub statement: Option<String>,
    /// When it was answered, or the paper put on record.
    pub answered_at: DateTime<Utc>,
    /// When an agreement was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Consent {
    /// Whether it was signed under that name. Only the owner of the claim learns of it: the
    /// statement is closed to others.
    pub fn is_signed_as(&self, name: &PersonName) -> bool {
        self.names(&["signed_name"], name)
    }

    /// Whether it was signed for a party of that name.
    pub fn is_signed_for(&self, name: &PersonName) -> bool {
        self.names(&["party", "name"], name)
    }

    fn names(&self, path: &[&str], name: &PersonName) -> bool {
        let statement = self.statement.as_deref();
        let statement: Option<Value> = statement.and_then(|text| serde_json::from_str(text).ok());
        let mut said = statement.as_ref();
        for key in path {
            said = said.and_then(|value| value.get(key));
        }
        let said = said.and_then(Value::as_str);
        said.is_some_and(|said| PersonName::of_stored(said.into()).is_same_as(name))
    }
}

/// An answer as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = consent)]
struct Row {
    id: ConsentId,
    claim_id: ClaimId,
    case_id: CaseId,
    signatory_id: Option<SignatoryId>,
    text_id: ConsentTextId,
    item: String,
    agreed: bool,
    signature_method: SignatureMethod,
    powers: Vec<Option<Power>>,
    sealed: Vec<u8>,
    commitments: String,
    answered_at: DateTime<Utc>,
    withdrawn_at: Option<DateTime<Utc>>,
}

/// What an answer shows of the text that was answered.
#[derive(Queryable, Selectable)]
#[diesel(table_name = consent_text)]
struct Text {
    item: String,
    kind: ItemKind,
    version: i32,
    suffices_from: i32,
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
        text: &Text,
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
            signatory: self.signatory_id,
            powers: self.powers.into_iter().flatten().collect(),
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
    fn parse(&self, signer: &Signer, mandated: bool) -> Result<(Sha256, PersonName), Error> {
        let mut faults = Faults::default();
        let hash = faults.take(Sha256::parse("text_sha256", &self.text_sha256));
        let name = faults.take(signer.name(&self.signed_name));
        for power in Power::ALL {
            let answered = self.powers.contains_key(power);
            let field = format!("powers.{}", power.as_str());
            faults.demand(answered || !mandated, &field, "power-unanswered");
        }
        faults.demand(
            mandated || self.powers.is_empty(),
            "powers",
            "powers-misplaced",
        );
        faults.finish((hash, name))
    }

    /// The text that was shown, of an item whose current one is given.
    ///
    /// # Errors
    /// `Superseded` with the current text, where it is an older one.
    fn shown(
        &self,
        r: &mut Read,
        case: CaseId,
        hash: Sha256,
        current: ConsentText,
    ) -> Result<ConsentText, Error> {
        if current.sha256 == hash {
            return Ok(current);
        }
        match cases::text_by_hash(r, case, &self.item, self.language, hash)? {
            None => Err(Error::invalid("text_sha256", "text-unknown")),
            Some(_) => Err(Error::Superseded {
                current: json!(current),
            }),
        }
    }
}

/// What a signed mandate says beside its text: counsel, instance, and each special power.
fn mandate(r: &mut Read, case: CaseId, input: &ConsentInput) -> Result<Value, Error> {
    let case = cases::get(r, case)?;
    let counsel = case
        .options
        .iter()
        .filter(|option| option.kind == OptionKind::Counsel);
    let counsel = counsel.map(|counsel| {
        let name = counsel.name.in_language(input.language);
        json!({ "name": name, "registration": counsel.registration })
    });
    Ok(json!({
        "counsel": counsel.collect::<Vec<_>>(),
        "instance": case.instance,
        "powers": input.powers,
    }))
}

/// Answers an item for a claim of the caller. A later answer to the same item counts instead of an
/// earlier one: refusing what submission rests on does what taking it back does.
///
/// # Errors
/// `Superseded` with the current text, where the answer is to an older one; `Invalid`; a conflict
/// where there are too many, or nobody signs in this account.
pub fn answer(w: &mut Write, claim: ClaimId, input: &ConsentInput) -> Result<ConsentId, Error> {
    let signer = Signer::here(w, claim)?;
    sign(w, &signer, input)
}

/// Answers an item for whoever shows the secret of a signatory's link.
///
/// # Errors
/// `NotFound` where the link cannot be used; those of [`answer`].
pub fn answer_by_link(
    w: &mut Write,
    token: &str,
    input: &ConsentInput,
) -> Result<ConsentId, Error> {
    let signer = Signer::of_link(w, token)?;
    sign(w, &signer, input)
}

fn sign(w: &mut Write, signer: &Signer, input: &ConsentInput) -> Result<ConsentId, Error> {
    let (row, claim) = (signer.row(), signer.row().id);
    lifecycle::next(row.status, Event::Consent, lifecycle::By::Claimant)?;
    let current = cases::current_texts(w, row.case_id, Some(input.language))?;
    let current = current.into_iter().find(|text| text.item == input.item);
    let current = current.ok_or_else(|| Error::invalid("item", "not-of-case"))?;
    let mandated = current.kind == ItemKind::Mandate && input.agreed;
    let (hash, name) = input.parse(signer, mandated)?;
    let given = consent::table
        .filter(consent::claim_id.eq(claim))
        .filter(consent::signatory_id.is_not_distinct_from(signer.signatory_id()))
        .count();
    if given.get_result::<i64>(w.conn())? >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many-answers").with("most", MOST),
        ));
    }
    let text = input.shown(w, row.case_id, hash, current)?;
    let (id, now) = (ConsentId::new(), w.now());
    let mut answered = json!({
        "agreed": input.agreed,
        "item": input.item,
        "kind": text.kind,
        "language": input.language,
        "text_sha256": text.sha256,
        "title": text.title,
        "version": text.version,
    });
    if mandated {
        answered["mandate"] = mandate(w, row.case_id, input)?;
    }
    let statement = signer.statement(w, &name, answered)?;
    let Sealed {
        sealed,
        commitments,
    } = signer.seal(w, place(id, claim), &statement);
    let granted = input.powers.iter().filter(|(_, granted)| **granted);
    diesel::insert_into(consent::table)
        .values(Row {
            id,
            claim_id: claim,
            case_id: row.case_id,
            signatory_id: signer.signatory_id(),
            text_id: text.id,
            item: text.item,
            agreed: input.agreed,
            signature_method: signer.method(),
            powers: granted.map(|(power, _)| Some(*power)).collect(),
            sealed,
            commitments,
            answered_at: now,
            withdrawn_at: None,
        })
        .execute(w.conn())?;
    if text.required && !input.agreed {
        let event = Event::WithdrawRequiredConsent;
        let status = lifecycle::next(row.status, event, lifecycle::By::Claimant)?;
        set_status(w, row, status)?;
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
    let item = items(w, &row, Some(&grant))?
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
            .map(|(row, text)| row.open(r.vault(), grant, &text)),
    )
}
