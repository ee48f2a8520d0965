//! Submission: everything that is missing is named at once, so that nobody is sent round in circles.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::cases::{self, Case, OptionKind};
use crate::claims::consents;
use crate::claims::evidence;
use crate::claims::lifecycle::{self, Event};
use crate::claims::losses::{self, LossClass, LossKind};
use crate::claims::{Claim, Party, number};
use crate::db::schema::claim;
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::ClaimId;
use crate::input::Faults;
use crate::law;

#[derive(QueryableByName)]
struct Drawn {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Hands a draft of the caller in and returns its number.
///
/// # Errors
/// `Invalid` with everything that is missing; conflicts where the intake is closed or the claim is no draft.
pub fn submit(w: &mut Write, id: ClaimId) -> Result<String, Error> {
    let row = super::own_row(w, id)?;
    let status = lifecycle::next(row.status, Event::Submit, lifecycle::By::Claimant)?;
    let case = cases::get(w, row.case_id)?;
    let now = w.now();
    if !case.intake_open(now) {
        return Err(Error::conflict("intake-closed"));
    }
    missing(w, &case, id)?.finish(())?;
    // nextval is not undone by a rollback: numbers may have gaps, and never repeat
    let drawn: Drawn =
        diesel::sql_query("SELECT nextval('claim_number') AS number").get_result(w.conn())?;
    let number = number::claim_number(&case.number_prefix, drawn.number);
    diesel::update(claim::table.find(id))
        .set((
            (
                claim::status.eq(status),
                claim::number.eq(&number),
                claim::submitted_at.eq(now),
            ),
            (
                claim::version.eq(row.version + 1),
                claim::updated_at.eq(now),
            ),
        ))
        .execute(w.conn())?;
    Ok(number)
}

/// Everything that submission would refuse now, for the claimant's list of what is left to do.
pub fn what_is_missing(r: &mut Read, id: ClaimId) -> Result<Vec<Fault>, Error> {
    let claim = super::get(r, id)?;
    if claim.identity.is_none() {
        return Err(Error::NotFound); // not the owner
    }
    let case = cases::get(r, claim.case)?;
    match missing(r, &case, id)?.finish(()) {
        Err(Error::Invalid(faults)) => Ok(faults),
        other => other.map(|()| Vec::new()),
    }
}

fn missing(r: &mut Read, case: &Case, id: ClaimId) -> Result<Faults, Error> {
    let mut faults = Faults::default();
    let claim = super::get(r, id)?;
    missing_identity(r, &claim, &mut faults);
    faults.demand(claim.region.is_some(), "region", "choice-missing");
    faults.demand(claim.industry.is_some(), "industry", "choice-missing");
    faults.demand(!claim.services.is_empty(), "services", "choice-missing");
    let losses = losses::of_claim(r, id)?;
    faults.demand(
        losses
            .iter()
            .any(|loss| loss.kind != LossKind::CompensationReceived),
        "losses",
        "loss-missing",
    );
    for (i, loss) in losses.iter().enumerate() {
        faults.demand(
            loss.class != LossClass::Special || loss.basis.is_some(),
            &format!("losses[{i}].basis"),
            "basis",
        );
    }
    let listed = evidence::of_claim(r, id)?;
    for option in case
        .options
        .iter()
        .filter(|option| option.kind == OptionKind::Evidence && option.required)
    {
        faults.demand(
            listed.iter().any(|file| file.kind == option.code),
            &format!("evidence.{}", option.code),
            "evidence-missing",
        );
    }
    missing_consents(r, &claim, &mut faults)?;
    Ok(faults)
}

/// A draft's name can be entered or changed after the signing, and a mandate under another name than the plaintiff's is none:
/// so the names are compared here, and not only where somebody signs. A refusal binds nobody, whoever signed it.
fn missing_consents(r: &mut Read, claim: &Claim, faults: &mut Faults) -> Result<(), Error> {
    let name = claim
        .identity
        .as_ref()
        .and_then(|identity| identity.name.as_ref());
    let answers = consents::in_force(r, claim.id)?;
    for text in cases::current_texts(r, claim.case, None)?
        .into_iter()
        .filter(|text| text.language == "ko")
    {
        let agreed = answers
            .iter()
            .find(|answer| answer.item == text.item && answer.agreed);
        let code = match agreed {
            None if text.required => "consent-missing",
            Some(answer) if text.required && answer.version != text.version => "consent-outdated",
            Some(answer) if name.is_some_and(|name| !answer.is_signed_as(name)) => "signed-name",
            _ => continue,
        };
        faults.add(Fault::new(format!("consents.{}", text.item.as_str()), code));
    }
    Ok(())
}

fn missing_identity(r: &Read, claim: &Claim, faults: &mut Faults) {
    let Some(identity) = &claim.identity else {
        return;
    };
    faults.demand(identity.name.is_some(), "identity.name", "missing");
    faults.demand(identity.phone.is_some(), "identity.phone", "missing");
    faults.demand(identity.address.is_some(), "identity.address", "missing");
    match claim.party {
        Party::Person => {
            match identity
                .birth_date
                .and_then(|birth| law::age_on(birth, law::day_in_korea(r.now())))
            {
                None => faults.add(Fault::new("identity.birth_date", "missing")),
                Some(age) if age < law::AGE_OF_CAPACITY => {
                    faults.add(Fault::new("identity.birth_date", "minor"))
                }
                Some(_) => {}
            }
            let half = identity.business_name.is_some() != identity.business_number.is_some();
            let field = if identity.business_name.is_some() {
                "identity.business_number"
            } else {
                "identity.business_name"
            };
            faults.demand(!half, field, "missing");
        }
        Party::Corporation => {
            faults.demand(
                identity.business_name.is_some(),
                "identity.business_name",
                "missing",
            );
            faults.demand(
                identity.business_number.is_some(),
                "identity.business_number",
                "missing",
            );
        }
    }
}
