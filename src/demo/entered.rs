//! What staff of the demonstration enter for people without e-mail: one claim waits for the code of
//! its slip, the other was handed in with the papers that were signed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::action::Action;
use crate::cases::{ConsentText, ItemKind};
use crate::claims::consents::{self, PaperInput};
use crate::claims::staffed::{self, Channel, Staffed, StaffedInput, slip};
use crate::claims::{evidence, losses, submit};
use crate::db::derived::Submitted;
use crate::db::schema::{claim, staffed_claim};
use crate::db::{Db, Read, Ticket, Write};
use crate::demo::merchants::Merchant;
use crate::error::Error;
use crate::ids::CaseId;
use crate::law;
use crate::text::Language;

/// How these merchants came; who came on paper signed there.
pub const CAME: [Channel; 2] = [Channel::Phone, Channel::Paper];

/// How many of them are as far as they get.
pub fn whole(r: &mut Read, case: CaseId) -> Result<usize, Error> {
    let of_claim = staffed_claim::claim_id.eq(claim::id);
    let whole = staffed_claim::table
        .inner_join(claim::table.on(of_claim))
        .filter(claim::case_id.eq(case))
        .filter(staffed_claim::slip_at.is_not_null().or(Submitted))
        .count();
    let whole: i64 = whole.get_result(r.conn())?;
    usize::try_from(whole).map_err(Error::internal)
}

/// Enters what is not there yet.
pub fn enter(
    db: &Db,
    staff: &Ticket,
    case: CaseId,
    merchants: Vec<Merchant>,
    texts: &[ConsentText],
) -> Result<(), Error> {
    let mut there = db.read_now(staff, |r| staffed::of_case(r, case, None, 50))?;
    there.reverse();
    for ((n, channel), merchant) in CAME.into_iter().enumerate().zip(merchants) {
        one(db, staff, case, channel, merchant, there.get(n), texts)?;
    }
    Ok(())
}

fn one(
    db: &Db,
    staff: &Ticket,
    case: CaseId,
    channel: Channel,
    merchant: Merchant,
    there: Option<&Staffed>,
    texts: &[ConsentText],
) -> Result<(), Error> {
    let today = db.read_now(staff, |r| Ok(law::day_in_korea(r.now())))?;
    let claim = match there {
        Some(staffed) if !staffed.is_open() || staffed.slip_at.is_some() => return Ok(()),
        Some(staffed) => staffed.claim,
        None => {
            let input = StaffedInput {
                channel,
                received_on: today.to_string(),
                claim: merchant.claim,
            };
            db.write_now(staff, Action::ClaimEnter, |w| {
                staffed::create(w, case, &input)
            })?
        }
    };
    let (stated, listed, answered) = db.read_now(staff, |r| {
        Ok((
            losses::of_claim(r, claim)?.len(),
            evidence::of_claim(r, claim)?.len(),
            consents::of_claim(r, claim)?.len(),
        ))
    })?;
    for loss in merchant.losses.iter().skip(stated) {
        db.write_now(staff, Action::LossAdd, |w| losses::add(w, claim, loss))?;
    }
    for file in merchant.evidence.iter().skip(listed) {
        db.write_now(staff, Action::EvidenceAdd, |w| {
            evidence::add(w, claim, file)
        })?;
    }
    if channel != Channel::Paper {
        let print = |w: &mut Write| slip::make(w, claim);
        return db.write_now(staff, Action::ClaimSlip, print).map(drop);
    }
    for text in texts.iter().skip(answered) {
        let paper = PaperInput {
            item: text.item.clone(),
            language: Language::Korean,
            text_sha256: text.sha256.to_string(),
            agreed: text.required || merchant.agrees_to_optional,
            signed_name: merchant.signs_as.clone(),
            powers: match text.kind {
                ItemKind::Mandate => merchant.powers.clone(),
                _ => BTreeMap::new(),
            },
            signatory: None,
            signed_on: today.to_string(),
            scan_sha256: text.sha256.to_string(),
        };
        db.write_now(staff, Action::ConsentPaper, |w| {
            consents::record_paper(w, claim, &paper)
        })?;
    }
    db.write_now(staff, Action::ClaimSubmit, |w| submit::submit(w, claim))
        .map(drop)
}
