//! The businesses of a claim: none, or several. Another shop is another business and no other claim.
//! Who drives a taxi or sells from home has one without name and number.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{Case, OptionKind, Party};
use crate::claims::losses::LossKind;
use crate::claims::{ByClaim, Region, by_claim};
use crate::db::schema::business;
use crate::db::{Read, Write};
use crate::error::{Error, Fault, OnConstraint};
use crate::ids::{BusinessId, CaseId, ClaimId};
use crate::input::{self, Faults, Field};
use crate::law::BusinessNumber;
use crate::vault::{Place, Sealed, Vault};

/// Businesses that a claim can have.
pub const MOST: usize = 20;

/// A business as a claimant states it; whatever is left out can follow until submission.
#[derive(Deserialize, ToSchema, Clone, Default)]
#[serde(deny_unknown_fields)]
pub struct BusinessInput {
    /// Id of a business that the claim has; left out for another one.
    #[serde(default, deserialize_with = "input::or_none")]
    pub id: Option<BusinessId>,
    /// What it is called.
    #[serde(default)]
    pub name: Option<String>,
    /// Business registration number, ten digits.
    #[serde(default)]
    pub number: Option<String>,
    /// Where it is.
    #[serde(default, deserialize_with = "input::or_none")]
    pub region: Option<Region>,
    /// Code of an industry of the case.
    #[serde(default, deserialize_with = "input::or_none")]
    pub industry: Option<String>,
}

/// A business as the owner of the claim sees it; staff see it without name and number.
#[derive(Serialize, ToSchema, Clone, PartialEq, Eq)]
pub struct Business {
    /// Id of the business.
    pub id: BusinessId,
    /// What it is called; the owner only.
    pub name: Option<String>,
    /// Business registration number, 3-2-5; the owner only.
    pub number: Option<BusinessNumber>,
    /// Where it is.
    pub region: Option<Region>,
    /// Code of its industry.
    pub industry: Option<String>,
}

impl From<Business> for BusinessInput {
    fn from(business: Business) -> Self {
        Self {
            id: Some(business.id),
            name: business.name,
            number: business.number.map(|number| number.to_string()),
            region: business.region,
            industry: business.industry,
        }
    }
}

/// A business as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = business)]
struct Row {
    id: BusinessId,
    claim_id: ClaimId,
    case_id: CaseId,
    region: Option<Region>,
    industry: Option<String>,
    sealed: Vec<u8>,
    commitments: String,
    number_index: Option<Vec<u8>>,
    created_at: DateTime<Utc>,
}

/// What of a row changes with what is stated.
#[derive(AsChangeset)]
#[diesel(table_name = business, treat_none_as_null = true)]
struct Changes {
    region: Option<Region>,
    industry: Option<String>,
    sealed: Vec<u8>,
    commitments: String,
    number_index: Option<Vec<u8>>,
}

/// Where the sealed part of a business lies.
pub fn place(id: BusinessId, claim: ClaimId) -> Place {
    Place {
        table: "business",
        id: id.0,
        subject: claim.0,
    }
}

/// What search finds a business by.
pub fn number_index(vault: &Vault, number: &BusinessNumber) -> Vec<u8> {
    vault.index("business_number", &number.to_string())
}

/// The businesses that are stated, with a fault noted for each field that is wrong.
pub(super) fn parse(
    stated: &[BusinessInput],
    case: &Case,
    faults: &mut Faults,
) -> Field<Vec<Business>> {
    if stated.len() > MOST {
        faults.add(Fault::new("businesses", "too-many").with("most", MOST));
    }
    let (mut parsed, mut numbers) = (Vec::new(), BTreeSet::new());
    for (i, input) in stated.iter().enumerate().take(MOST) {
        let field = |field| format!("businesses[{i}].{field}");
        let name = faults.optional(input.name.as_deref(), |typed| {
            input::line(&field("name"), typed, input::limits::NAME)
        });
        let number = faults.optional(input.number.as_deref(), |typed| {
            BusinessNumber::parse(&field("number"), typed)
        });
        let number = number.get().cloned().flatten();
        let again = number
            .as_ref()
            .is_some_and(|number| !numbers.insert(number.to_string()));
        faults.demand(!again, &field("number"), "twice");
        let industry = input.industry.as_deref();
        let offered = industry.is_none_or(|code| case.offers(OptionKind::Industry, code));
        faults.demand(offered, &field("industry"), "not-of-case");
        parsed.push(Business {
            id: input.id.unwrap_or_else(BusinessId::new),
            name: name.get().cloned().flatten(),
            number,
            region: input.region,
            industry: input.industry.clone(),
        });
    }
    Field::given(parsed)
}

fn seal(vault: &Vault, claim: ClaimId, business: &Business) -> Sealed {
    let fields = [
        ("name", business.name.clone()),
        ("number", business.number.as_ref().map(ToString::to_string)),
    ];
    let given = fields.into_iter();
    let given = given.filter_map(|(field, value)| Some((field, value?)));
    vault.seal(place(business.id, claim), given)
}

/// Brings the stored businesses of a claim to the given ones, touching only what differs: the log shows
/// what changed.
///
/// # Errors
/// `Invalid` where one names a business that the claim does not have; a conflict where a loss is of one
/// that is taken out.
pub(super) fn set(
    w: &mut Write,
    claim: ClaimId,
    case: CaseId,
    stored: &[Business],
    (stated, wanted): (&[BusinessInput], Vec<Business>),
) -> Result<(), Error> {
    let mut faults = Faults::default();
    for (i, input) in stated.iter().enumerate() {
        let there = |id| stored.iter().filter(|one| one.id == id).count() == 1;
        let once = stated.iter().filter(|one| one.id == input.id).count() == 1;
        let known = input.id.is_none_or(|id| there(id) && once);
        faults.demand(known, &format!("businesses[{i}].id"), "business-unknown");
    }
    faults.finish(())?;
    let gone = stored.iter().map(|one| one.id);
    let gone = gone.filter(|id| wanted.iter().all(|one| one.id != *id));
    let gone: Vec<BusinessId> = gone.collect();
    diesel::delete(business::table.filter(business::id.eq_any(gone)))
        .execute(w.conn())
        .on_constraint(&["loss_business"], || Error::conflict("business-has-loss"))?;
    for one in wanted.into_iter().filter(|one| !stored.contains(one)) {
        let Sealed {
            sealed,
            commitments,
        } = seal(w.vault(), claim, &one);
        let number = one.number.as_ref();
        let number_index = number.map(|number| number_index(w.vault(), number));
        if stored.iter().any(|before| before.id == one.id) {
            diesel::update(business::table.find(one.id))
                .set(Changes {
                    region: one.region,
                    industry: one.industry,
                    sealed,
                    commitments,
                    number_index,
                })
                .execute(w.conn())?;
            continue;
        }
        diesel::insert_into(business::table)
            .values(Row {
                id: one.id,
                claim_id: claim,
                case_id: case,
                region: one.region,
                industry: one.industry,
                sealed,
                commitments,
                number_index,
                created_at: w.now(),
            })
            .execute(w.conn())?;
    }
    Ok(())
}

/// The businesses of each claim that has any, with name and number where there is a grant. Who can see
/// the claims was checked before.
pub(crate) fn of_claims(
    r: &mut Read,
    grant: Option<&Grant>,
    claims: &[ClaimId],
) -> Result<ByClaim<Business>, Error> {
    let rows: Vec<Row> = business::table
        .filter(business::claim_id.eq_any(claims))
        .order(business::id)
        .select(Row::as_select())
        .load(r.conn())?;
    by_claim(rows.into_iter().map(|row| {
        let place = place(row.id, row.claim_id);
        let opened = r.vault().open_for(grant, place, &row.sealed)?;
        let business = Business {
            id: row.id,
            name: opened.find("name"),
            number: BusinessNumber::of_stored(opened.get("number")),
            region: row.region,
            industry: row.industry,
        };
        Ok((row.claim_id, business))
    }))
}

/// What submission demands of the businesses of a claim with losses of these kinds; names and numbers
/// are looked at where they are open.
pub(super) fn missing(
    party: Party,
    businesses: &[Business],
    heads: &[LossKind],
    open: bool,
    faults: &mut Faults,
) {
    let corporation = party == Party::Corporation;
    let needed = corporation || heads.iter().any(|head| head.is_of_business());
    faults.demand(
        !needed || !businesses.is_empty(),
        "businesses",
        "business-missing",
    );
    for (i, one) in businesses.iter().enumerate() {
        let mut demand = |holds, field, code| {
            faults.demand(holds, &format!("businesses[{i}].{field}"), code);
        };
        demand(one.region.is_some(), "region", "choice-missing");
        demand(one.industry.is_some(), "industry", "choice-missing");
        // a business need not be registered, but half of a registration is a mistake
        let (named, numbered) = (one.name.is_some(), one.number.is_some());
        demand(
            !open || named || !(numbered || corporation),
            "name",
            "missing",
        );
        demand(
            !open || numbered || !(named || corporation),
            "number",
            "missing",
        );
    }
}

/// Takes what identifies anybody out of the businesses of a claim that is being erased; where they are
/// and of which trade stays for the statistics.
pub(super) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(business::table.filter(business::claim_id.eq(claim)))
        .set((
            business::sealed.eq(emptied.sealed),
            business::commitments.eq(emptied.commitments),
            business::number_index.eq(None::<Vec<u8>>),
        ))
        .execute(w.conn())?;
    Ok(())
}
