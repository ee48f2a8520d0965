//! The special powers of counsel (Civil Procedure Act art. 90(2)): what the signed mandate gives, and
//! what was given or taken back after it, each by a signed statement of its own.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::cases::{self, ItemKind, Power};
use crate::claims::consents::{self, Consent};
use crate::claims::lifecycle::{self, Event};
use crate::claims::signing::Signer;
use crate::claims::{Row, seen};
use crate::db::schema::power_statement;
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{CaseId, ClaimId, ConsentId, PowerStatementId};
use crate::vault::{Place, Sealed};

/// Statements that a claim takes, those that later ones count instead of included.
const MOST: usize = 100;

/// A power that is given or taken back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PowerInput {
    /// Which one.
    pub power: Power,
    /// Given, or taken back.
    pub granted: bool,
    /// The signer's own name, as they typed it.
    pub signed_name: String,
}

/// How a power stands.
#[derive(Serialize, ToSchema)]
pub struct PowerStanding {
    /// Which one.
    pub power: Power,
    /// Whether counsel has it now.
    pub granted: bool,
    /// Whether the firm does not act without it.
    pub needed: bool,
    /// When it was answered last; none while there is no mandate.
    pub stated_at: Option<DateTime<Utc>>,
    /// The statement that was signed after the mandate; the owner only.
    pub statement: Option<String>,
}

/// A statement as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = power_statement)]
struct Statement {
    id: PowerStatementId,
    claim_id: ClaimId,
    case_id: CaseId,
    consent_id: ConsentId,
    power: Power,
    granted: bool,
    sealed: Vec<u8>,
    commitments: String,
    stated_at: DateTime<Utc>,
}

fn place(id: PowerStatementId, claim: ClaimId) -> Place {
    Place {
        table: "power_statement",
        id: id.0,
        subject: claim.0,
    }
}

/// The mandate that is in force.
fn mandate(r: &mut Read, row: &Row, grant: Option<&Grant>) -> Result<Option<Consent>, Error> {
    let mut items = consents::items(r, row.case_id, row.id, grant)?.into_iter();
    let mandate = items.find(|item| item.kind == ItemKind::Mandate);
    let answer = mandate.and_then(|item| item.answer);
    Ok(answer.filter(|answer| answer.agreed))
}

/// Gives counsel a power, or takes one back, for a claim of the caller.
///
/// # Errors
/// A conflict where there is no mandate in force, it stands so already, or there are too many;
/// `Invalid` where the name is not the plaintiff's.
pub fn state(w: &mut Write, claim: ClaimId, input: &PowerInput) -> Result<PowerStatementId, Error> {
    let signer = Signer::here(w, claim)?;
    let row = signer.row();
    lifecycle::next(row.status, Event::Consent, lifecycle::By::Claimant)?;
    let name = signer.name(&input.signed_name);
    let name = name.map_err(|fault| Error::Invalid(vec![fault]))?;
    let mandate = mandate(w, row, Some(&signer.own.grant))?;
    let mandate = mandate.ok_or_else(|| Error::conflict("no-mandate"))?;
    let stated = statements(w, claim)?;
    if in_force(&mandate, &stated).contains(&input.power) == input.granted {
        return Err(Error::conflict("power-stands"));
    }
    if stated.len() >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many-answers").with("most", MOST),
        ));
    }
    let id = PowerStatementId::new();
    let stated = json!({
        "granted": input.granted,
        "mandate": mandate.id,
        "power": input.power,
        "text_sha256": mandate.text_sha256,
    });
    let statement = signer.statement(w, &name, stated)?;
    let Sealed {
        sealed,
        commitments,
    } = signer.seal(w, place(id, claim), &statement);
    let stated_at = w.now();
    diesel::insert_into(power_statement::table)
        .values(Statement {
            id,
            claim_id: claim,
            case_id: row.case_id,
            consent_id: mandate.id,
            power: input.power,
            granted: input.granted,
            sealed,
            commitments,
            stated_at,
        })
        .execute(w.conn())?;
    Ok(id)
}

/// Every statement of a claim in the order in which they were made.
fn statements(r: &mut Read, claim: ClaimId) -> Result<Vec<Statement>, Error> {
    Ok(power_statement::table
        .filter(power_statement::claim_id.eq(claim))
        .order(power_statement::seq)
        .select(Statement::as_select())
        .load(r.conn())?)
}

/// The powers that counsel has: those of the mandate, and what was stated about this mandate since.
fn in_force(mandate: &Consent, stated: &[Statement]) -> BTreeSet<Power> {
    let mut powers: BTreeSet<Power> = mandate.powers.iter().copied().collect();
    for statement in stated.iter().filter(|it| it.consent_id == mandate.id) {
        match statement.granted {
            true => powers.insert(statement.power),
            false => powers.remove(&statement.power),
        };
    }
    powers
}

/// Those of the needed powers that counsel does not have under the mandate; `stated` says whether
/// there are statements after it at all.
pub(super) fn lacking(
    r: &mut Read,
    claim: ClaimId,
    mandate: &Consent,
    needed: &[Power],
    stated: bool,
) -> Result<Vec<Power>, Error> {
    let stated = match stated {
        true => statements(r, claim)?,
        false => Vec::new(),
    };
    let given = in_force(mandate, &stated);
    let lacking = needed.iter().filter(|power| !given.contains(power));
    Ok(lacking.copied().collect())
}

/// How each special power of a claim stands, with the statements for its owner.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<PowerStanding>, Error> {
    let (row, grant) = seen(r, claim)?;
    let needed = cases::get(r, row.case_id)?.needed_powers;
    let mandate = mandate(r, &row, grant.as_ref())?;
    let stated = statements(r, claim)?;
    let given = mandate.as_ref().map(|mandate| in_force(mandate, &stated));
    let standing = |power: &Power| {
        let of_power = |it: &&Statement| {
            let of_mandate = mandate.as_ref().is_some_and(|m| m.id == it.consent_id);
            of_mandate && it.power == *power
        };
        let last = stated.iter().rfind(of_power);
        let statement = last.map(|it| {
            r.vault()
                .open_for(grant.as_ref(), place(it.id, claim), &it.sealed)
        });
        let signed = mandate.as_ref().map(|mandate| mandate.answered_at);
        Ok(PowerStanding {
            power: *power,
            granted: given.as_ref().is_some_and(|given| given.contains(power)),
            needed: needed.contains(power),
            stated_at: last.map(|it| it.stated_at).or(signed),
            statement: statement
                .transpose()?
                .and_then(|opened| opened.find("statement")),
        })
    };
    Power::ALL.iter().map(standing).collect()
}

/// Takes what identifies anybody out of the statements of a claim that is being erased.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let emptied = Sealed::emptied();
    diesel::update(power_statement::table.filter(power_statement::claim_id.eq(claim)))
        .set((
            power_statement::sealed.eq(emptied.sealed),
            power_statement::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}
