//! What happens to a claim of the demonstration after it was written.

use crate::action::Action;
use crate::claims::evidence::checks::{self, CheckInput, Finding};
use crate::claims::identifications::{self, IdentificationInput};
use crate::claims::lifecycle::Status;
use crate::claims::losses::assessment::{self, AssessmentInput};
use crate::claims::powers::{self, PowerInput};
use crate::claims::{self, evidence, losses, signatories};
use crate::db::{Db, Ticket, Write};
use crate::demo::merchants::{Fate, Merchant};
use crate::demo::status;
use crate::error::Error;
use crate::ids::ClaimId;
use crate::input::Sha256;
use crate::law;
use crate::recoveries::{self, RecoveryInput};
use crate::reviews::{self, Decision, ReviewInput};

/// What happens to a claim after it was written, as far as it has not happened yet.
pub fn live_through(
    db: &Db,
    claimant: &Ticket,
    lawyer: &Ticket,
    claim: ClaimId,
    merchant: &Merchant,
) -> Result<(), Error> {
    decided(db, claimant, lawyer, claim, merchant.fate)?;
    identify(db, claimant, lawyer, claim, merchant)?;
    restate(db, claimant, claim, merchant)?;
    assess(db, lawyer, claim, merchant)?;
    check(db, lawyer, claim, merchant)
}

/// What is decided about a submitted claim, by the firm or by its owner.
fn decided(
    db: &Db,
    claimant: &Ticket,
    lawyer: &Ticket,
    claim: ClaimId,
    fate: Fate,
) -> Result<(), Error> {
    let decide = |decision, note: Option<&str>| {
        let input = ReviewInput {
            decision,
            note: note.map(String::from),
            no_resident_number: false,
        };
        db.write_now(lawyer, Action::ReviewDecide, |w| {
            reviews::decide(w, claim, &input)
        })
    };
    let status = status(db, claimant, claim)?;
    if !matches!(status, Status::Submitted | Status::UnderReview) {
        return Ok(());
    }
    if status == Status::Submitted
        && matches!(fate, Fate::UnderReview | Fate::Accepted | Fate::Rejected)
    {
        decide(Decision::Start, None)?;
    }
    match fate {
        Fate::Accepted => drop(decide(
            Decision::Accept,
            Some("자료가 모두 갖추어졌습니다."),
        )?),
        Fate::Rejected => drop(decide(
            Decision::Reject,
            Some("서비스를 이용한 사실을 보여 주는 자료가 서로 맞지 않습니다."),
        )?),
        Fate::Withdrawn => db.write_now(claimant, Action::ClaimWithdraw, |w| {
            claims::withdraw(w, claim)
        })?,
        Fate::Draft | Fate::Submitted | Fate::UnderReview => {}
    }
    Ok(())
}

/// Staff put on record how they identified whoever signs in the account; one of those did not take
/// place, as its claimant says.
fn identify(
    db: &Db,
    claimant: &Ticket,
    lawyer: &Ticket,
    claim: ClaimId,
    merchant: &Merchant,
) -> Result<(), Error> {
    let Some((method, detail)) = &merchant.identified else {
        return Ok(());
    };
    let (named, known, today) = db.read_now(claimant, |r| {
        Ok((
            signatories::of_claim(r, claim)?,
            identifications::of_claim(r, claim)?,
            law::day_in_korea(r.now()),
        ))
    })?;
    let known = known.iter().find(|one| one.method == *method);
    let id = match known.map(|one| (one.id, one.objected_at)) {
        Some((_, Some(_))) => return Ok(()),
        Some((id, None)) => id,
        None => {
            let input = IdentificationInput {
                signatory: named.iter().find(|one| one.own).map(|one| one.id),
                method: *method,
                identified_on: today.to_string(),
                detail: detail.clone(),
                no_resident_number: false,
            };
            db.write_now(lawyer, Action::Identify, |w| {
                identifications::record(w, claim, &input)
            })?
        }
    };
    if merchant.objects {
        db.write_now(claimant, Action::IdentifyObject, |w| {
            identifications::object(w, id)
        })?;
    }
    Ok(())
}

/// One claimant cannot read their mailbox any more; staff identified them anew and asked for another
/// address, which waits for the second one to confirm it.
pub fn lose_mailbox(
    db: &Db,
    claimant: &Ticket,
    paralegal: &Ticket,
    claim: ClaimId,
    merchant: &Merchant,
) -> Result<(), Error> {
    let identified = merchant.identified.as_ref();
    let Some((method, detail)) = identified.filter(|_| merchant.loses_mailbox) else {
        return Ok(());
    };
    let (named, known, today) = db.read_now(claimant, |r| {
        Ok((
            signatories::of_claim(r, claim)?,
            recoveries::of_claim(r, claim)?,
            law::day_in_korea(r.now()),
        ))
    })?;
    if !known.is_empty() {
        return Ok(());
    }
    let input = RecoveryInput {
        email: "regained@example.com".into(),
        signatory: named.iter().find(|one| one.own).map(|one| one.id),
        method: *method,
        identified_on: today.to_string(),
        detail: detail.clone(),
        reason: "가게를 옮기면서 쓰던 통신사의 메일함이 없어졌다고 하셨습니다.".into(),
        no_resident_number: false,
    };
    let ask = |w: &mut Write| recoveries::ask(w, claim, &input);
    db.write_now(paralegal, Action::RecoveryAsk, ask).map(drop)
}

/// The claimant gives a power that they kept, or takes back one that they gave.
fn restate(db: &Db, claimant: &Ticket, claim: ClaimId, merchant: &Merchant) -> Result<(), Error> {
    let Some(power) = merchant.restated else {
        return Ok(());
    };
    let first = merchant.powers.get(&power).copied().unwrap_or_default();
    let standing = db.read_now(claimant, |r| powers::of_claim(r, claim))?;
    let stands = standing.iter().find(|one| one.power == power);
    if stands.is_none_or(|one| one.granted != first) {
        return Ok(());
    }
    let input = PowerInput {
        power,
        granted: !first,
        signed_name: merchant.signs_as.clone(),
    };
    db.write_now(claimant, Action::PowerState, |w| {
        powers::state(w, claim, &input)
    })
    .map(drop)
}

/// The firm assesses a loss of a claim that it sees, and has not assessed it yet.
fn assess(db: &Db, lawyer: &Ticket, claim: ClaimId, merchant: &Merchant) -> Result<(), Error> {
    let Some((amount, reason)) = &merchant.assessed else {
        return Ok(());
    };
    let losses = db.read_now(lawyer, |r| losses::of_claim(r, claim))?;
    let Some(first) = losses.first().filter(|loss| loss.assessed.is_none()) else {
        return Ok(());
    };
    let input = AssessmentInput {
        amount_krw: (*amount).into(),
        reason: reason.clone(),
        no_resident_number: false,
    };
    let assess = |w: &mut Write| assessment::assess(w, first.id, &input);
    db.write_now(lawyer, Action::LossAssess, assess).map(drop)
}

/// The firm receives the first file of a claim, looks at it, and compares its hash, as far as it has
/// not yet.
fn check(db: &Db, lawyer: &Ticket, claim: ClaimId, merchant: &Merchant) -> Result<(), Error> {
    if merchant.found.is_empty() {
        return Ok(());
    }
    let (files, today) = db.read_now(lawyer, |r| {
        let files = evidence::of_claim(r, claim)?;
        Ok((files, law::day_in_korea(r.now())))
    })?;
    let Some(first) = files.first() else {
        return Ok(());
    };
    for finding in merchant.found.iter().skip(first.checks.len()) {
        let (finding, hash) = match finding {
            Finding::Received => (Finding::Received, None),
            Finding::Seen => (Finding::Seen, Some(first.sha256)),
            // a file that was saved anew, as the registry finds by its hash
            Finding::Differs => (Finding::Seen, Some(Sha256::of("편집해서 다시 저장한 파일"))),
        };
        let input = CheckInput {
            finding,
            channel: Some(merchant.channel).filter(|_| finding == Finding::Received),
            checked_on: today.to_string(),
            sha256: hash.map(|hash| hash.to_string()),
            note: None,
            no_resident_number: false,
        };
        let record = |w: &mut Write| checks::record(w, first.id, &input);
        db.write_now(lawyer, Action::EvidenceCheck, record)?;
    }
    Ok(())
}
