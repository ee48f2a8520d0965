//! "I still want this": whoever signed says so again, by a statement over the digests of what they
//! signed. It names the identifications that there are by then, so that one which came after the
//! mandate is bound to it. Silence changes nothing: it is a list.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use crate::cases::ItemKind;
use crate::claims::consents::{self, Consent, Item};
use crate::claims::lifecycle::{self, Event};
use crate::claims::seen;
use crate::claims::signing::Signer;
use crate::db::schema::reaffirmation;
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{CaseId, ClaimId, ReaffirmationId, SignatoryId};
use crate::vault::{Place, Sealed};

/// Reaffirmations that a claim takes of each who signs.
const MOST: i64 = 100;

/// A reaffirmation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReaffirmationInput {
    /// The signer's own name, as they typed it.
    pub signed_name: String,
}

/// A reaffirmation as the owner of the claim sees it; staff see it without the statement.
#[derive(Serialize, ToSchema)]
pub struct Reaffirmation {
    /// Id of the reaffirmation.
    pub id: ReaffirmationId,
    /// Who signed for the party; null where it signed itself.
    pub signatory: Option<SignatoryId>,
    /// The exact bytes that were signed; the owner only.
    pub statement: Option<String>,
    /// When it was signed.
    pub reaffirmed_at: DateTime<Utc>,
}

/// A reaffirmation as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = reaffirmation)]
struct Row {
    id: ReaffirmationId,
    claim_id: ClaimId,
    case_id: CaseId,
    signatory_id: Option<SignatoryId>,
    sealed: Vec<u8>,
    commitments: String,
    reaffirmed_at: DateTime<Utc>,
}

fn place(id: ReaffirmationId, claim: ClaimId) -> Place {
    Place {
        table: "reaffirmation",
        id: id.0,
        subject: claim.0,
    }
}

/// Reaffirms what the caller signed for a claim of theirs.
///
/// # Errors
/// A conflict where they have no mandate in force, the claim is over, or there are too many;
/// `Invalid` where the name is not theirs.
pub fn reaffirm(
    w: &mut Write,
    claim: ClaimId,
    input: &ReaffirmationInput,
) -> Result<ReaffirmationId, Error> {
    let signer = Signer::here(w, claim)?;
    sign(w, &signer, input)
}

/// Reaffirms what somebody signed who shows the secret of a signatory's link.
///
/// # Errors
/// `NotFound` where the link cannot be used; those of [`reaffirm`].
pub fn reaffirm_by_link(
    w: &mut Write,
    token: &str,
    input: &ReaffirmationInput,
) -> Result<ReaffirmationId, Error> {
    let signer = Signer::of_link(w, token)?;
    sign(w, &signer, input)
}

fn sign(
    w: &mut Write,
    signer: &Signer,
    input: &ReaffirmationInput,
) -> Result<ReaffirmationId, Error> {
    let (row, claim) = (signer.row(), signer.row().id);
    lifecycle::next(row.status, Event::Consent, lifecycle::By::Claimant)?;
    let name = signer.name(&input.signed_name);
    let name = name.map_err(|fault| Error::Invalid(vec![fault]))?;
    let items = consents::items(w, row, Some(&signer.own.grant))?;
    let whose = signer.signatory_id();
    let agreed: Vec<&Consent> = items
        .iter()
        .filter_map(|item| item.agreement_of(whose))
        .collect();
    let mandated = items
        .iter()
        .any(|item| item.kind == ItemKind::Mandate && item.agreement_of(whose).is_some());
    if !mandated {
        return Err(Error::conflict("no-mandate"));
    }
    let there = reaffirmation::table
        .filter(reaffirmation::claim_id.eq(claim))
        .filter(reaffirmation::signatory_id.is_not_distinct_from(whose));
    if there.count().get_result::<i64>(w.conn())? >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let digest = |answer: &&Consent| {
        let statement = answer.statement.as_deref().unwrap_or_default();
        json!({
            "consent": answer.id,
            "item": answer.item,
            "statement_sha256": hex::encode(Sha256::digest(statement)),
        })
    };
    let reaffirmed: Vec<_> = agreed.iter().map(digest).collect();
    let statement = signer.statement(w, &name, json!({ "reaffirms": reaffirmed }))?;
    let id = ReaffirmationId::new();
    let Sealed {
        sealed,
        commitments,
    } = signer.seal(w, place(id, claim), &statement);
    let made = Row {
        id,
        claim_id: claim,
        case_id: row.case_id,
        signatory_id: whose,
        sealed,
        commitments,
        reaffirmed_at: w.now(),
    };
    diesel::insert_into(reaffirmation::table)
        .values(made)
        .execute(w.conn())?;
    Ok(id)
}

/// The reaffirmations of a claim in their order, for its owner and staff of its case.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Reaffirmation>, Error> {
    let (_, grant) = seen(r, claim)?;
    let rows: Vec<Row> = reaffirmation::table
        .filter(reaffirmation::claim_id.eq(claim))
        .order(reaffirmation::seq)
        .select(Row::as_select())
        .load(r.conn())?;
    let open = |row: Row| {
        let place = place(row.id, claim);
        let opened = r.vault().open_for(grant.as_ref(), place, &row.sealed)?;
        Ok(Reaffirmation {
            id: row.id,
            signatory: row.signatory_id,
            statement: opened.find("statement"),
            reaffirmed_at: row.reaffirmed_at,
        })
    };
    rows.into_iter().map(open).collect()
}

/// When each of those who sign signed last: the mandate, or that it still holds.
pub(super) fn signed_last(
    r: &mut Read,
    claim: ClaimId,
    items: &[Item],
) -> Result<HashMap<Option<SignatoryId>, DateTime<Utc>>, Error> {
    let mandates = items.iter().filter(|item| item.kind == ItemKind::Mandate);
    let mut last: HashMap<_, _> = mandates
        .flat_map(Item::agreements)
        .map(|answer| (answer.signatory, answer.answered_at))
        .collect();
    let again: Vec<(Option<SignatoryId>, DateTime<Utc>)> = reaffirmation::table
        .filter(reaffirmation::claim_id.eq(claim))
        .order(reaffirmation::seq)
        .select((reaffirmation::signatory_id, reaffirmation::reaffirmed_at))
        .load(r.conn())?;
    for (signatory, at) in again {
        last.insert(signatory, at);
    }
    Ok(last)
}

/// Takes what identifies anybody out of the reaffirmations of a claim that is being erased.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(reaffirmation::table.filter(reaffirmation::claim_id.eq(claim)))
        .set((
            reaffirmation::sealed.eq(emptied.sealed),
            reaffirmation::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}
