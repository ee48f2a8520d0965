//! Disclosures: staff see identities only of claims that they have named or filtered, with a reason, and each time is
//! recorded with its frozen member list. A claimant can see who saw them; a page of identities opens for a short while
//! after the record was made, and never without one.

mod history;
mod members;
mod opened;
pub mod request;

pub use history::{Exported, HeldBy, SeenBy, Taken, holding, list, of_claim};
pub use members::members;
pub use opened::{OpenedClaim, OpenedConsent, OpenedEvidence, OpenedLoss, claims};

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, OptionKind};
use crate::claims::Region;
use crate::claims::lifecycle::Status;
use crate::codes::codes;
use crate::db::schema::disclosure_member;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::exports::{Format, Profile};
use crate::ids::{AccountId, CaseId, ClaimId, DisclosureId};
use crate::input::Faults;
use crate::vault::Place;

codes! {
    /// Why identities are shown.
    Purpose {
        /// To look at claims on the screen.
        Review = "review",
        /// To take them out as a file.
        Export = "export",
    }

    /// What a claim can be found by, exactly.
    SearchField {
        /// The name.
        Name = "name",
        /// The telephone number.
        Phone = "phone",
        /// The business registration number.
        BusinessNumber = "business_number",
    }
}

/// Which claims of a case, by what lies open.
#[derive(Serialize, Deserialize, Default, Clone, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Where the claim stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Where the business is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Code of an industry of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// Code of a service of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Submitted then or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_from: Option<DateTime<Utc>>,
    /// Submitted before then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_until: Option<DateTime<Utc>>,
}

/// Whose identities are asked for. Whatever is chosen, only claims of the case that were submitted are in it.
pub enum Selection {
    /// These and no others.
    Claims(Vec<ClaimId>),
    /// Those that fit.
    Filter(Filter),
    /// Those that have exactly this.
    Search {
        /// In which field.
        field: SearchField,
        /// The value, normalised as for the blind index.
        value: String,
    },
}

/// One statement sees one set: what is counted and digested is what is listed. A claim without a number was never
/// submitted, even where it is withdrawn, and stays its owner's alone; of an erased one there is nothing to show.
const MAKE: &str = "
WITH chosen AS MATERIALIZED (
    SELECT c.id FROM claim c
    WHERE c.case_id = $2 AND c.status <> 'draft' AND c.number IS NOT NULL AND c.sealed <> ''
      AND ($9::uuid[] IS NULL OR c.id = ANY ($9))
      AND ($10::text IS NULL OR c.status = $10)
      AND ($11::text IS NULL OR c.region = $11)
      AND ($12::text IS NULL OR c.industry = $12)
      AND ($13::text IS NULL OR EXISTS (SELECT FROM claim_service s WHERE s.claim_id = c.id AND s.service = $13))
      AND ($14::timestamptz IS NULL OR c.submitted_at >= $14)
      AND ($15::timestamptz IS NULL OR c.submitted_at < $15)
      AND ($16::bytea IS NULL OR c.name_index = $16)
      AND ($17::bytea IS NULL OR c.phone_index = $17)
      AND ($18::bytea IS NULL OR c.business_number_index = $18)),
made AS (
    INSERT INTO disclosure (id, case_id, account_id, purpose, profile, format, filter, members, members_sha256, log_size, sealed,
                            commitments, created_at)
    SELECT $1, $2, $3, $4, $5, $6, $7, count(*),
           sha256(convert_to(coalesce(string_agg(id::text || E'\\n', '' ORDER BY id), ''), 'UTF8')),
           (SELECT size FROM audit_head), $8, $19, transaction_timestamp()
    FROM chosen
    RETURNING members),
listed AS (INSERT INTO disclosure_member (claim_id, disclosure_id) SELECT id, $1 FROM chosen)
SELECT members FROM made";

#[derive(QueryableByName)]
struct Made {
    #[diesel(sql_type = Integer)]
    members: i32,
}

/// Records that a member of staff is given these identities and why. `export` says as what file, where that is the purpose;
/// `reason` comes from [`reason`].
///
/// # Errors
/// `NotFound` where the case is not theirs; 404 with its field where a named claim is not among the submitted ones of the
/// case; conflict where the file cannot hold so many.
pub fn make(
    w: &mut Write,
    account: AccountId,
    case: CaseId,
    purpose: Purpose,
    export: Option<(Profile, Format)>,
    selection: &Selection,
    reason: &str,
) -> Result<DisclosureId, Error> {
    if !cases::staff(w, case)?.contains(&account) {
        return Err(Error::NotFound);
    }
    let terms = Terms::of(w, case, selection)?;
    let (id, (profile, format)) = (DisclosureId::new(), export.unzip());
    let named: Option<Vec<ClaimId>> = terms.claims.map(|claims| claims.into_iter().collect());
    let sealed = w.vault().seal(place(id), [("reason", reason)]);
    let made: Made = diesel::sql_query(MAKE)
        .bind::<SqlUuid, _>(id)
        .bind::<SqlUuid, _>(case)
        .bind::<SqlUuid, _>(account)
        .bind::<Text, _>(purpose)
        .bind::<Nullable<Text>, _>(profile)
        .bind::<Nullable<Text>, _>(format)
        .bind::<Text, _>(selection.codes())
        .bind::<Binary, _>(sealed.sealed)
        .bind::<Nullable<Array<SqlUuid>>, _>(named.as_deref())
        .bind::<Nullable<Text>, _>(terms.filter.status)
        .bind::<Nullable<Text>, _>(terms.filter.region)
        .bind::<Nullable<Text>, _>(terms.filter.industry)
        .bind::<Nullable<Text>, _>(terms.filter.service)
        .bind::<Nullable<Timestamptz>, _>(terms.filter.submitted_from)
        .bind::<Nullable<Timestamptz>, _>(terms.filter.submitted_until)
        .bind::<Nullable<Binary>, _>(terms.name)
        .bind::<Nullable<Binary>, _>(terms.phone)
        .bind::<Nullable<Binary>, _>(terms.business_number)
        .bind::<Text, _>(sealed.commitments)
        .get_result(w.conn())?;
    // an error undoes the transaction, and with it what the statement made
    if let (Selection::Claims(claims), true) = (
        selection,
        named.is_some_and(|n| usize::try_from(made.members) != Ok(n.len())),
    ) {
        let members: Vec<ClaimId> = disclosure_member::table
            .filter(disclosure_member::disclosure_id.eq(id))
            .select(disclosure_member::claim_id)
            .load(w.conn())?;
        let absent = claims
            .iter()
            .position(|claim| !members.contains(claim))
            .unwrap_or_default();
        return Err(Error::absent(
            format!("claims[{absent}]"),
            "no-submitted-claim",
        ));
    }
    format
        .map_or(Ok(()), |format| format.holds(made.members))
        .map(|()| id)
}

/// A selection as the statement takes it: what is none does not narrow.
#[derive(Default)]
struct Terms {
    claims: Option<BTreeSet<ClaimId>>,
    filter: Filter,
    name: Option<Vec<u8>>,
    phone: Option<Vec<u8>>,
    business_number: Option<Vec<u8>>,
}

impl Terms {
    fn of(r: &mut Read, case: CaseId, selection: &Selection) -> Result<Self, Error> {
        let mut terms = Self::default();
        match selection {
            Selection::Claims(claims) => terms.claims = Some(claims.iter().copied().collect()),
            Selection::Filter(filter) => {
                filter.check(r, case)?;
                terms.filter = filter.clone();
            }
            Selection::Search { field, value } => {
                let index = Some(r.vault().index(field.as_str(), value));
                match field {
                    SearchField::Name => terms.name = index,
                    SearchField::Phone => terms.phone = index,
                    SearchField::BusinessNumber => terms.business_number = index,
                }
            }
        }
        Ok(terms)
    }
}

impl Filter {
    /// A filter stands readable in the log, so that it may hold nothing but codes of its case.
    fn check(&self, r: &mut Read, case: CaseId) -> Result<(), Error> {
        if self.industry.is_none() && self.service.is_none() {
            return Ok(());
        }
        let case = cases::get(r, case)?;
        let mut faults = Faults::default();
        for (field, kind, code) in [
            ("filter.industry", OptionKind::Industry, &self.industry),
            ("filter.service", OptionKind::Service, &self.service),
        ] {
            faults.demand(
                code.as_deref().is_none_or(|code| case.offers(kind, code)),
                field,
                "not-of-case",
            );
        }
        faults.finish(())
    }
}

impl Selection {
    /// How claims were chosen, in codes: what was searched for is an identity itself and stays out.
    fn codes(&self) -> String {
        let codes = match self {
            Self::Claims(_) => serde_json::json!({ "selection": "claims" }),
            Self::Filter(filter) => serde_json::json!({ "selection": "filter", "filter": filter }),
            Self::Search { field, .. } => {
                serde_json::json!({ "selection": "search", "field": field })
            }
        };
        codes.to_string()
    }
}

fn place(id: DisclosureId) -> Place {
    Place {
        table: "disclosure",
        id: id.0,
        subject: id.0,
    }
}

/// The reason that staff gave: their own words, sealed because they may name somebody. Who may read them is checked
/// before: the claimant whom they are about, or the case's staff.
fn opened_reason(r: &Read, id: DisclosureId, sealed: &[u8]) -> Result<String, Error> {
    Ok(r.vault()
        .open(&Grant::for_program(), place(id), sealed)?
        .get("reason")
        .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_never_learns_what_was_searched_for() {
        let search = Selection::Search {
            field: SearchField::Name,
            value: "김하늘".into(),
        };
        assert_eq!(search.codes(), r#"{"field":"name","selection":"search"}"#);
        let filter = Filter {
            status: Some(Status::Accepted),
            ..Filter::default()
        };
        assert_eq!(
            Selection::Filter(filter).codes(),
            r#"{"filter":{"status":"accepted"},"selection":"filter"}"#
        );
    }
}
