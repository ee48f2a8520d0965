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
use crate::claims::consents::{self, Consent, Item};
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
pub(super) struct Statement {
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

/// The item of the mandate.
fn mandate(r: &mut Read, row: &Row, grant: Option<&Grant>) -> Result<Option<Item>, Error> {
    let mut items = consents::items(r, row, grant)?.into_iter();
    Ok(items.find(|item| item.kind == ItemKind::Mandate))
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
    let item = mandate(w, row, Some(&signer.own.grant))?;
    let mandate = item.as_ref().and_then(|item| item.agreement());
    let mandate = mandate.ok_or_else(|| Error::conflict("no-mandate"))?;
    let stated = statements(w, claim)?;
    if in_force(mandate, &stated).contains(&input.power) == input.granted {
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
pub(super) fn statements(r: &mut Read, claim: ClaimId) -> Result<Vec<Statement>, Error> {
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

/// Those of the needed powers that a mandate does not give, with what was stated after it.
pub(super) fn lacking(mandate: &Consent, stated: &[Statement], needed: &[Power]) -> Vec<Power> {
    let given = in_force(mandate, stated);
    let lacking = needed.iter().filter(|power| !given.contains(power));
    lacking.copied().collect()
}

/// How each special power of a claim stands, with the statements for its owner: counsel has those
/// that everybody gives who signs for the party.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<PowerStanding>, Error> {
    let (row, grant) = seen(r, claim)?;
    let needed = cases::get(r, row.case_id)?.needed_powers;
    let item = mandate(r, &row, grant.as_ref())?;
    let mandates: Vec<&Consent> = item.iter().flat_map(Item::agreements).collect();
    let stated = statements(r, claim)?;
    let given: Vec<BTreeSet<Power>> = mandates
        .iter()
        .map(|mandate| in_force(mandate, &stated))
        .collect();
    let signed = mandates.iter().map(|mandate| mandate.answered_at).max();
    let standing = |power: &Power| {
        let of_mandates = |it: &&Statement| {
            let of = mandates.iter().any(|mandate| mandate.id == it.consent_id);
            of && it.power == *power
        };
        let last = stated.iter().rfind(of_mandates);
        let statement = last.map(|it| {
            r.vault()
                .open_for(grant.as_ref(), place(it.id, claim), &it.sealed)
        });
        Ok(PowerStanding {
            power: *power,
            granted: !given.is_empty() && given.iter().all(|given| given.contains(power)),
            needed: needed.contains(power),
            stated_at: last.map(|it| it.stated_at).max(signed),
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
