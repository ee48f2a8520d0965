//! What is asked of whoever signs by a link.

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Capacity, of_claim_as};
use crate::access::Grant;
use crate::claims::consents::{self, Consent};
use crate::claims::{self, Party};
use crate::db::Read;
use crate::db::schema::claim;
use crate::error::Error;
use crate::ids::CaseId;
use crate::input::{Krw, PersonName};

/// What somebody sees who is asked to sign by a link.
#[derive(Serialize, ToSchema)]
pub struct Asked {
    /// The case.
    pub case: CaseId,
    /// Who brings the claim.
    pub party: Party,
    /// What the party is called.
    pub party_name: Option<PersonName>,
    /// Whoever signs: the name under which they sign.
    pub name: Option<PersonName>,
    /// In which capacity.
    pub capacity: Capacity,
    /// Losses less compensation received, whole KRW.
    pub total_krw: Krw,
    /// What they have signed, item by item; a later answer counts instead of an earlier one.
    pub answers: Vec<Consent>,
}

/// What is asked of whoever shows the secret of a signatory's link.
///
/// # Errors
/// `NotFound` where the link cannot be used.
pub fn asked(r: &mut Read, token: &str) -> Result<Asked, Error> {
    let (id, claim, grant) = Grant::of_signing_link(r, token)?;
    let row: claims::Row = claim::table
        .find(claim)
        .select(claims::Row::as_select())
        .first(r.conn())?;
    let named = of_claim_as(r, claim, Some(&grant))?;
    let signatory = named.into_iter().find(|signatory| signatory.id == id);
    let signatory = signatory.ok_or(Error::NotFound)?;
    let items = consents::items(r, &row, Some(&grant))?;
    let answers = items.into_iter().flat_map(|item| item.others);
    let answers = answers.filter(|answer| answer.signatory == Some(id));
    Ok(Asked {
        case: row.case_id,
        party: row.party,
        party_name: row.identity(r, &grant)?.name,
        name: signatory.name,
        capacity: signatory.capacity,
        total_krw: row.total_krw,
        answers: answers.collect(),
    })
}
