//! How each item stands: what the case asks now, and the answers that count.

use diesel::prelude::*;

use super::{Consent, Row, Text};
use crate::access::Grant;
use crate::cases::{self, ItemKind, Party};
use crate::claims::{self, seen};
use crate::db::Read;
use crate::db::schema::{case_option, consent, consent_text, signatory};
use crate::error::Error;
use crate::ids::{ClaimId, SignatoryId};

/// An item as its case asks it now.
pub struct Item {
    pub code: String,
    pub kind: ItemKind,
    pub version: i32,
    /// The oldest version whose answers suffice.
    pub suffices_from: i32,
    pub required: bool,
    /// The answer that counts of whoever signs in the account of the claim: the latest, unless it
    /// was taken back.
    pub answer: Option<Consent>,
    /// Those of the others who sign for the party.
    pub others: Vec<Consent>,
}

impl Item {
    /// The agreement that is in force.
    pub fn agreement(&self) -> Option<&Consent> {
        self.answer.as_ref().filter(|answer| answer.agreed)
    }

    /// Whether the text was changed since it was answered, so that the answer does not suffice.
    pub fn is_outdated(&self) -> bool {
        let answer = self.answer.as_ref();
        answer.is_some_and(|answer| answer.version < self.suffices_from)
    }

    /// The agreement of one of those who sign that is in force; null is the party itself.
    pub fn agreement_of(&self, signatory: Option<SignatoryId>) -> Option<&Consent> {
        self.agreements()
            .find(|answer| answer.signatory == signatory)
    }

    /// Every agreement that is in force, one of each who signs.
    pub fn agreements(&self) -> impl Iterator<Item = &Consent> {
        let answers = self.answer.iter().chain(&self.others);
        answers.filter(|answer| answer.agreed)
    }

    /// Whether a signatory by link has agreed to the text as it stands.
    pub fn is_agreed_by(&self, signatory: SignatoryId) -> bool {
        let agreement = self.agreement_of(Some(signatory));
        agreement.is_some_and(|answer| answer.version >= self.suffices_from)
    }
}

/// Every item of the case with the answer that counts, for the owner of a claim.
pub fn standing(r: &mut Read, claim: ClaimId) -> Result<Vec<Item>, Error> {
    let (row, grant) = seen(r, claim)?;
    let grant = grant.ok_or(Error::NotFound)?;
    items(r, &row, Some(&grant))
}

/// Every item of the case with the answers of a claim that count, read at once: a person answers for
/// themselves, and for every other party those do who sign for it now.
pub(in crate::claims) fn items(
    r: &mut Read,
    claim: &claims::Row,
    grant: Option<&Grant>,
) -> Result<Vec<Item>, Error> {
    let answers = consent::text_id
        .eq(consent_text::id)
        .and(consent::claim_id.eq(claim.id));
    let signing = consent::signatory_id
        .eq(signatory::id.nullable())
        .and(signatory::ended_at.is_null());
    let rows: Vec<(Text, Option<Row>, Option<bool>)> = consent_text::table
        .inner_join(case_option::table.on(cases::item_of_text()))
        .left_join(consent::table.on(answers))
        .left_join(signatory::table.on(signing))
        .filter(consent_text::case_id.eq(claim.case_id))
        .order((case_option::position, consent::seq))
        .select((
            Text::as_select(),
            Option::<Row>::as_select(),
            signatory::own.nullable(),
        ))
        .load(r.conn())?;
    let mut items: Vec<Item> = Vec::new();
    for (text, answer, own) in rows {
        if items.last().is_none_or(|last| last.code != text.item) {
            items.push(Item {
                code: text.item.clone(),
                kind: text.kind,
                version: 0,
                suffices_from: 0,
                required: false,
                answer: None,
                others: Vec::new(),
            });
        }
        let item = items.last_mut().expect("pushed just now");
        if text.version > item.version {
            (item.version, item.required) = (text.version, text.required);
            item.suffices_from = text.suffices_from;
        }
        let Some(answer) = answer else { continue };
        let counts = match claim.party {
            Party::Person => answer.signatory_id.is_none(),
            _ => own.is_some(),
        };
        if !counts {
            continue;
        }
        let answer = answer.open(r.vault(), grant, &text)?.1;
        if own == Some(false) {
            item.others
                .retain(|before| before.signatory != answer.signatory);
            item.others.push(answer);
        } else {
            item.answer = Some(answer);
        }
    }
    for item in &mut items {
        item.answer.take_if(|answer| answer.withdrawn_at.is_some());
        item.others.retain(|answer| answer.withdrawn_at.is_none());
    }
    Ok(items)
}
