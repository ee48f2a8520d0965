//! Makes a disclosure: its members are chosen, counted, digested and listed in one statement.

use chrono::{DateTime, Utc};
use diesel::dsl::{count_star, exists};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Binary, Integer, Nullable, Text, Timestamptz, Uuid};

use crate::cases;
use crate::claims::Status;
use crate::claims::list::of_staff;
use crate::db::derived::Mandated;
use crate::db::schema::{business, claim, disclosure_member};
use crate::db::{Read, Write};
use crate::disclosures::request::Request;
use crate::disclosures::{Purpose, SearchField, Selection, Standing, place};
use crate::error::Error;
use crate::exports::{Format, Profile};
use crate::ids::{AccountId, CaseId, ClaimId, DisclosureId};
use crate::vault::Sealed;

/// Claims that are being chosen, by id.
type Chosen<'s> = claim::BoxedQuery<'s, Pg, Uuid>;

/// Records that a member of staff is given these identities and why. `export` says as what file,
/// where it is for one.
///
/// # Errors
/// `NotFound` where the case is not theirs; 404 with its field where a named claim is not among the
/// submitted ones of the case, or not of the standing that was asked for; conflict where the file
/// cannot hold so many.
pub fn make(
    w: &mut Write,
    account: AccountId,
    case: CaseId,
    export: Option<(Profile, Format)>,
    request: &Request,
) -> Result<DisclosureId, Error> {
    if !cases::staff(w, case)?.contains(&account) {
        return Err(Error::NotFound);
    }
    let Request {
        selection,
        standing,
        reason,
    } = request;
    let (id, (profile, format)) = (DisclosureId::new(), export.unzip());
    let purpose = if export.is_some() {
        Purpose::Export
    } else {
        Purpose::Review
    };
    let make = Make {
        chosen: standing.narrow(selection.chosen(w, case)?),
        id,
        case,
        account,
        purpose,
        profile,
        format,
        filter: selection.codes(*standing),
        document: w.vault().seal(place(id), [("reason", reason)]),
        now: w.now(),
    };
    let members: i32 = make.get_result(w.conn())?;
    // an error undoes the transaction, and with it what the statement made
    if let Selection::Claims(named) = selection {
        all_listed(w, id, named, *standing)?;
    }
    format.map_or(Ok(()), |format| format.holds(members))?;
    Ok(id)
}

/// How many claims a disclosure of a case of the caller would reach; nobody is shown yet.
pub fn reached(
    r: &mut Read,
    case: CaseId,
    selection: &Selection,
    standing: Standing,
) -> Result<i64, Error> {
    cases::assigned(r, case)?;
    let chosen = standing.narrow(selection.chosen(r, case)?);
    Ok(chosen.select(count_star()).first(r.conn())?)
}

/// Refuses a disclosure without one of the claims that were named for it.
fn all_listed(
    r: &mut Read,
    id: DisclosureId,
    named: &[ClaimId],
    standing: Standing,
) -> Result<(), Error> {
    let absent_code = match standing {
        Standing::Any => "no-submitted-claim",
        Standing::InForce => "no-claim-in-force",
    };
    let listed: Vec<ClaimId> = disclosure_member::table
        .filter(disclosure_member::disclosure_id.eq(id))
        .select(disclosure_member::claim_id)
        .load(r.conn())?;
    match named.iter().position(|claim| !listed.contains(claim)) {
        None => Ok(()),
        Some(absent) => Err(Error::absent(format!("claims[{absent}]"), absent_code)),
    }
}

impl Standing {
    fn narrow<'c>(self, claims: Chosen<'c>) -> Chosen<'c> {
        match self {
            Self::Any => claims,
            Self::InForce => claims
                .filter(claim::status.eq(Status::Accepted))
                .filter(Mandated),
        }
    }
}

impl Selection {
    fn chosen(&self, r: &mut Read, case: CaseId) -> Result<Chosen<'_>, Error> {
        let claims = claim::table.select(claim::id).into_boxed();
        Ok(match self {
            Self::Claims(named) => of_staff(case, claims).filter(claim::id.eq_any(named)),
            Self::Filter(filter) => filter.narrow(r, case, "filter.", claims)?,
            Self::Search { field, value } => {
                let index = r.vault().index(field.as_str(), value);
                let claims = of_staff(case, claims);
                match field {
                    SearchField::Name => claims.filter(claim::name_index.eq(index)),
                    SearchField::Phone => claims.filter(claim::phone_index.eq(index)),
                    SearchField::BusinessNumber => {
                        let of_number = business::table
                            .filter(business::claim_id.eq(claim::id))
                            .filter(business::number_index.eq(index));
                        claims.filter(exists(of_number))
                    }
                }
            }
        })
    }
}

/// One statement sees one set: what is counted and digested is what is listed.
struct Make<'s> {
    chosen: Chosen<'s>,
    id: DisclosureId,
    case: CaseId,
    account: AccountId,
    purpose: Purpose,
    profile: Option<Profile>,
    format: Option<Format>,
    filter: String,
    document: Sealed,
    now: DateTime<Utc>,
}

impl QueryFragment<Pg> for Make<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH chosen AS MATERIALIZED (");
        QueryFragment::<Pg>::walk_ast(&self.chosen, out.reborrow())?;
        out.push_sql(
            "), made AS (
                INSERT INTO disclosure (members, members_sha256, log_size, id, case_id, account_id, purpose, profile, format, filter,
                                        sealed, commitments, created_at)
                SELECT count(*), sha256(convert_to(coalesce(string_agg(id::text || E'\\n', '' ORDER BY id), ''), 'UTF8')),
                       (SELECT size FROM audit_head), ",
        );
        out.push_bind_param::<Uuid, _>(&self.id)?;
        out.push_sql(", ");
        out.push_bind_param::<Uuid, _>(&self.case)?;
        out.push_sql(", ");
        out.push_bind_param::<Uuid, _>(&self.account)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(&self.purpose)?;
        out.push_sql(", ");
        out.push_bind_param::<Nullable<Text>, _>(&self.profile)?;
        out.push_sql(", ");
        out.push_bind_param::<Nullable<Text>, _>(&self.format)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(&self.filter)?;
        out.push_sql(", ");
        out.push_bind_param::<Binary, _>(&self.document.sealed)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(&self.document.commitments)?;
        out.push_sql(", ");
        out.push_bind_param::<Timestamptz, _>(&self.now)?;
        out.push_sql(
            " FROM chosen RETURNING id, members),
            listed AS (INSERT INTO disclosure_member (claim_id, disclosure_id) SELECT chosen.id, made.id FROM chosen, made)
            SELECT members FROM made",
        );
        Ok(())
    }
}

impl QueryId for Make<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Make<'_> {
    type SqlType = Integer;
}

impl RunQueryDsl<PgConnection> for Make<'_> {}
