//! Who is told of a recovery before it happens: the old mailbox and those of everybody who signs by
//! a link, each with one link that stops it; and the new mailbox, which alone learns whether it can
//! be used.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::{NOTICE, RecoveryOutcome, Row, end};
use crate::access::Grant;
use crate::accounts;
use crate::claims::{self, signatories, told};
use crate::db::schema::{account, recovery, recovery_link};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, ClaimId, RecoveryId};
use crate::input::Email;
use crate::mail::{self, Mail, RecoveryMail, outbox};
use crate::text;

/// What whoever has the link of a notice sees.
#[derive(Serialize, ToSchema)]
pub struct RecoveryNotice {
    /// Number of the claim.
    pub number: Option<String>,
    /// When the account gets another address, unless somebody stops it.
    pub due_at: Option<DateTime<Utc>>,
    /// What became of it; null while it waits.
    pub outcome: Option<RecoveryOutcome>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

/// The mailboxes that a recovery could rob, each with the claim that it reads about.
fn mailboxes(w: &mut Write, claim: ClaimId, of: AccountId) -> Result<Vec<(Email, ClaimId)>, Error> {
    let sealed = account::table.find(of).select(account::sealed);
    let sealed: Vec<u8> = sealed.first(w.conn())?;
    let own = accounts::address(w.vault(), of, &sealed)?;
    let mut all: Vec<_> = own.into_iter().map(|email| (email, claim)).collect();
    for claim in claims::erase::of_account(w, of)? {
        let named = signatories::of_claim_as(w, claim, Some(&Grant::for_program()))?;
        let asked = named.into_iter().filter(|one| one.asked_at.is_some());
        all.extend(asked.filter_map(|one| Some((one.email?, claim))));
    }
    Ok(all)
}

/// Whether an account can have an address: no other account does, nor does it read what somebody
/// else signs by.
pub(super) fn usable(
    w: &mut Write,
    claim: ClaimId,
    of: AccountId,
    new: &Email,
) -> Result<bool, Error> {
    let known = accounts::find(w, new)?.is_some();
    let read = mailboxes(w, claim, of)?;
    Ok(!known && read.iter().all(|(email, _)| email != new))
}

/// Tells everybody, and makes the link that stops it.
pub(super) fn send(
    w: &mut Write,
    id: RecoveryId,
    claim: ClaimId,
    of: AccountId,
    new: &Email,
) -> Result<(), Error> {
    let token = hex::encode(rand::random::<[u8; 32]>());
    diesel::insert_into(recovery_link::table)
        .values((
            recovery_link::recovery_id.eq(id),
            recovery_link::token_hash.eq(Sha256::digest(&token).to_vec()),
        ))
        .execute(w.conn())?;
    let due = w.now() + NOTICE;
    for (email, of_claim) in mailboxes(w, claim, of)? {
        let (number, language) = told::named(w, of_claim)?;
        let at = text::time(language, due);
        let begun = RecoveryMail::Begun {
            token: &token,
            at: &at,
        };
        let mail = Mail::Recovery(begun, id, number.as_deref());
        mail::queue(w, &email, mail, language)?;
    }
    let (number, language) = told::named(w, claim)?;
    let at = text::time(language, due);
    let mail = if usable(w, claim, of, new)? {
        RecoveryMail::Awaited { at: &at }
    } else {
        RecoveryMail::Unusable
    };
    let mail = Mail::Recovery(mail, id, number.as_deref());
    mail::queue(w, new, mail, language)
}

/// The recovery whose link has that secret.
fn of_token(r: &mut Read, token: &str) -> Result<Row, Error> {
    let link = recovery_link::table
        .inner_join(recovery::table)
        .filter(recovery_link::token_hash.eq(Sha256::digest(token).to_vec()));
    Ok(link.select(Row::as_select()).first(r.conn())?)
}

/// What whoever has the link of a notice is told.
///
/// # Errors
/// `NotFound` where there is no such link.
pub fn notice(r: &mut Read, token: &str) -> Result<RecoveryNotice, Error> {
    let row = of_token(r, token)?;
    let (number, _) = told::named(r, row.claim_id)?;
    Ok(RecoveryNotice {
        number,
        due_at: row.due_at(),
        outcome: row.outcome,
        ended_at: row.ended_at,
    })
}

/// Stops the recovery that the link of a notice is about.
///
/// # Errors
/// `NotFound` where there is no such link; a conflict where it has ended.
pub fn stop_by_link(w: &mut Write, token: &str) -> Result<(), Error> {
    let row = of_token(w, token)?;
    end(w, row.id, RecoveryOutcome::Stopped, None)
}

/// Takes back the mails about these recoveries that are not sent, and voids their links.
pub(super) fn erase(w: &mut Write, ids: &[RecoveryId]) -> Result<(), Error> {
    for id in ids {
        let index = outbox::of_recovery(w.vault(), *id);
        outbox::recall(w, &index)?;
    }
    let links = recovery_link::table.filter(recovery_link::recovery_id.eq_any(ids));
    diesel::delete(links).execute(w.conn())?;
    Ok(())
}
