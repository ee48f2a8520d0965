//! What a claimant says of themselves and of what they used: begun as a draft, and replaced for as
//! long as it is one.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts;
use crate::cases::{self, Case, OptionKind};
use crate::claims::businesses::{self, Business, BusinessInput};
use crate::claims::identity::{Identity, IdentityInput};
use crate::claims::lifecycle::{self, Event};
use crate::claims::{
    self, Claim, Own, Party, Region, ServiceUse, Status, entered, place, services,
};
use crate::db::schema::{claim, erasure};
use crate::db::{Read, Write};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::input::{self, Faults};
use crate::vault::{Sealed, Vault};

/// Services a claim can name at most.
pub const MOST_SERVICES: usize = 30;
/// Claims an account can begin in a case, those that it withdrew or erased included: something of
/// each stays.
const MOST_CLAIMS: i64 = 20;

/// What a claimant says in a draft; whatever is left out can follow until submission.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimInput {
    /// Who brings the claim.
    pub party: Party,
    /// Who it is.
    #[serde(default, deserialize_with = "input::or_default")]
    pub identity: IdentityInput,
    /// Whether the defendant is not to learn the address.
    #[serde(default)]
    pub address_hidden: bool,
    /// The businesses, each with the id that it has.
    #[serde(default, deserialize_with = "input::or_default")]
    pub businesses: Vec<BusinessInput>,
    /// The services of the case that were used.
    #[serde(default, deserialize_with = "input::or_default")]
    pub services: Vec<ServiceUse>,
}

impl ClaimInput {
    /// Nothing yet, but who brings it.
    pub fn begun_by(party: Party) -> Self {
        Self {
            party,
            identity: IdentityInput::default(),
            address_hidden: false,
            businesses: Vec::new(),
            services: Vec::new(),
        }
    }

    /// What a claim says already.
    fn of(claim: Claim) -> Self {
        Self {
            party: claim.party,
            identity: claim.identity.map(IdentityInput::of).unwrap_or_default(),
            address_hidden: claim.address_hidden,
            businesses: claim.businesses.into_iter().map(Into::into).collect(),
            services: claim.services,
        }
    }

    /// Identity and businesses, once everything fits the case.
    fn parse(&self, case: &Case, now: DateTime<Utc>) -> Result<(Identity, Vec<Business>), Error> {
        let mut faults = Faults::default();
        let identity = self.identity.parse(now, &mut faults);
        let businesses = businesses::parse(&self.businesses, case, &mut faults);
        if self.services.len() > MOST_SERVICES {
            faults.add(Fault::new("services", "too-many").with("most", MOST_SERVICES));
        }
        for (i, used) in self.services.iter().enumerate().take(MOST_SERVICES) {
            let field = format!("services[{i}].service");
            faults.demand(
                case.offers(OptionKind::Service, &used.service),
                &field,
                "not-of-case",
            );
            let mut before = self.services[..i].iter();
            faults.demand(
                before.all(|before| before.service != used.service),
                &field,
                "twice",
            );
        }
        faults.finish((identity, businesses))
    }
}

/// What a draft says, as columns.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = claim, treat_none_as_null = true)]
struct Contents<'i> {
    party: Party,
    address_hidden: bool,
    regions: Vec<Option<&'i str>>,
    industries: Vec<Option<&'i str>>,
    sealed: Vec<u8>,
    commitments: String,
    name_index: Option<Vec<u8>>,
    phone_index: Option<Vec<u8>>,
    party_index: Vec<u8>,
    services: Vec<Option<&'i str>>,
}

/// Each of them once.
fn codes<'c>(of: impl Iterator<Item = Option<&'c str>>) -> Vec<Option<&'c str>> {
    let distinct: BTreeSet<_> = of.flatten().collect();
    distinct.into_iter().map(Some).collect()
}

impl<'i> Contents<'i> {
    fn of(vault: &Vault, id: ClaimId, input: &'i ClaimInput, identity: &Identity) -> Self {
        let Sealed {
            sealed,
            commitments,
        } = vault.seal(place(id), identity.fields());
        let indexes = identity.indexes(input.party, vault);
        let businesses = || input.businesses.iter();
        Self {
            party: input.party,
            address_hidden: input.address_hidden,
            regions: codes(businesses().map(|one| one.region.map(Region::as_str))),
            industries: codes(businesses().map(|one| one.industry.as_deref())),
            sealed,
            commitments,
            name_index: indexes.name,
            phone_index: indexes.phone,
            party_index: indexes.party,
            services: input
                .services
                .iter()
                .map(|used| Some(&*used.service))
                .collect(),
        }
    }
}

/// Claims that an account has begun in a case. Of one that it erased the row has no owner, but the
/// record of the erasure does.
fn begun(r: &mut Read, account: AccountId, case: CaseId) -> Result<i64, Error> {
    let own = claim::table
        .filter(claim::account_id.eq(account))
        .filter(claim::case_id.eq(case));
    let erased = erasure::table
        .filter(erasure::requested_by.eq(account))
        .filter(erasure::case_id.eq(case));
    Ok(own.count().get_result::<i64>(r.conn())? + erased.count().get_result::<i64>(r.conn())?)
}

/// Begins a claim for the caller.
///
/// # Errors
/// `Invalid` with every fault; conflicts where the intake is closed, they have a claim for this party
/// already (or one that does not say for whom), or began too often.
pub fn create(w: &mut Write, case: CaseId, input: &ClaimInput) -> Result<ClaimId, Error> {
    let account = accounts::erase::lock_against_erasure(w)?;
    begin(w, account, case, input)
}

/// Begins a claim for that account, which is locked or new.
///
/// # Errors
/// Those of [`create`].
pub(super) fn begin(
    w: &mut Write,
    account: AccountId,
    case: CaseId,
    input: &ClaimInput,
) -> Result<ClaimId, Error> {
    let (case, now) = (cases::get(w, case)?, w.now());
    if !case.intake().is_open(now) {
        return Err(Error::conflict("intake-closed"));
    }
    if begun(w, account, case.id)? >= MOST_CLAIMS {
        return Err(Error::Conflict(
            Fault::new("", "too-many-claims").with("most", MOST_CLAIMS),
        ));
    }
    let (id, (identity, businesses)) = (ClaimId::new(), input.parse(&case, now)?);
    let contents = Contents::of(w.vault(), id, input, &identity);
    diesel::insert_into(claim::table)
        .values((
            contents,
            claim::id.eq(id),
            claim::case_id.eq(case.id),
            claim::account_id.eq(account),
            claim::status.eq(Status::Draft),
            claim::lacking.eq(case
                .codes(OptionKind::Evidence)
                .map(Some)
                .collect::<Vec<_>>()),
            claim::version.eq(1),
            claim::created_at.eq(now),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())
        .on_constraint(&["claim_one_live"], || Error::conflict("already-joined"))?;
    businesses::set(w, id, case.id, &[], (&input.businesses, businesses))?;
    services::set(w, id, case.id, &input.services)?;
    Ok(id)
}

/// Replaces what a draft says. `versions` are those that the claimant saw.
///
/// # Errors
/// `NotFound` for another's claim, `Stale` where it changed meanwhile, `Invalid`; conflicts where it is
/// no draft, they have another claim for this party, or a loss is of a business that is taken out.
pub fn edit(
    w: &mut Write,
    id: ClaimId,
    versions: &[i32],
    input: &ClaimInput,
) -> Result<i32, Error> {
    let Own { row, grant } = entered(w, id)?;
    if !versions.contains(&row.version) {
        return Err(Error::Stale);
    }
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    let (case, now) = (cases::get(w, row.case_id)?, w.now());
    let (identity, businesses) = input.parse(&case, now)?;
    let contents = Contents::of(w.vault(), id, input, &identity);
    diesel::update(claim::table.find(id))
        .set((
            contents,
            claim::version.eq(row.version + 1),
            claim::updated_at.eq(now),
        ))
        .execute(w.conn())
        .on_constraint(&["claim_one_live"], || Error::conflict("already-joined"))?;
    let stored = businesses::of_claims(w, Some(&grant), &[id])?.remove(&id);
    let stored = stored.unwrap_or_default();
    businesses::set(w, id, row.case_id, &stored, (&input.businesses, businesses))?;
    services::set(w, id, row.case_id, &input.services)?;
    Ok(row.version + 1)
}

/// Changes a part of what a draft says, as [`edit`] changes all of it.
///
/// # Errors
/// Those of [`edit`].
pub fn edit_part(
    w: &mut Write,
    id: ClaimId,
    versions: &[i32],
    change: impl FnOnce(&mut ClaimInput),
) -> Result<i32, Error> {
    let mut input = ClaimInput::of(claims::get(w, id)?);
    change(&mut input);
    edit(w, id, versions, &input)
}
