//! What the owner of a claim is told by mail, in the language of the consent that they answered
//! last. Each mail is queued in the transaction of what it tells, and says no more than the number
//! and where to read on.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::accounts;
use crate::cases;
use crate::cases::definition::Revision;
use crate::claims::{self, Status};
use crate::db::derived::{AnsweredIn, MailFailed};
use crate::db::schema::{account, claim, consent};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::input::Email;
use crate::mail::{self, Mail, MailKind};
use crate::text::Language;
use crate::vault::Vault;

/// Who is told about which claim.
#[derive(Queryable, Selectable)]
#[diesel(table_name = claim)]
struct Owner {
    #[diesel(column_name = id)]
    claim: ClaimId,
    number: Option<String>,
    #[diesel(select_expression = account::id)]
    account: AccountId,
    #[diesel(select_expression = account::sealed)]
    sealed: Vec<u8>,
    #[diesel(select_expression = AnsweredIn, select_expression_type = AnsweredIn)]
    language: Option<Language>,
}

impl Owner {
    /// To whom, what, and in which language; none where the account was erased meanwhile.
    fn told(
        &self,
        vault: &Vault,
        kind: MailKind,
    ) -> Result<Option<(Email, Mail<'_>, Language)>, Error> {
        let to = accounts::address(vault, self.account, &self.sealed)?;
        let mail = Mail::Claim(kind, self.claim, self.number.as_deref());
        Ok(to.map(|to| (to, mail, self.language.unwrap_or(Language::Korean))))
    }
}

/// Tells the owner of a claim. One that nobody owns (any more) has nobody to be told.
pub(crate) fn tell(w: &mut Write, id: ClaimId, kind: MailKind) -> Result<(), Error> {
    let owner = claim::table
        .inner_join(account::table)
        .filter(claim::id.eq(id))
        .select(Owner::as_select());
    let owner: Option<Owner> = owner.first(w.conn()).optional()?;
    let told = owner.as_ref().map(|owner| owner.told(w.vault(), kind));
    match told.transpose()?.flatten() {
        Some((to, mail, language)) => mail::queue(w, &to, mail, language),
        None => Ok(()),
    }
}

/// Number of a claim and the language in which mails speak of it.
pub(crate) fn named(r: &mut Read, id: ClaimId) -> Result<(Option<String>, Language), Error> {
    let named = claim::table.find(id).select((claim::number, AnsweredIn));
    let (number, language): (_, Option<Language>) = named.first(r.conn())?;
    Ok((number, language.unwrap_or(Language::Korean)))
}

/// Tells many owners the same.
fn tell_all(w: &mut Write, owners: &[Owner], kind: MailKind) -> Result<(), Error> {
    let told = owners.iter().map(|owner| owner.told(w.vault(), kind));
    let mails: Vec<_> = told
        .filter_map(Result::transpose)
        .collect::<Result<_, _>>()?;
    mail::queue_all(w, &mails)
}

/// Tells the owners of these claims that a message of the firm is there.
pub(crate) fn message(w: &mut Write, claims: &[ClaimId]) -> Result<(), Error> {
    // an erasure that is under way ends first, or finds the mail that is queued here
    let owners: Vec<Owner> = claim::table
        .inner_join(account::table)
        .filter(claim::id.eq_any(claims))
        .select(Owner::as_select())
        .for_key_share()
        .load(w.conn())?;
    tell_all(w, &owners, MailKind::Message)
}

/// Whether a mail to a claim's owner was given up within the last 30 days, for whoever sees the claim:
/// the address may be wrong, or its mailbox full.
pub fn unreached(r: &mut Read, id: ClaimId) -> Result<bool, Error> {
    claims::seen(r, id)?;
    let owner = claim::table
        .inner_join(account::table)
        .filter(claim::id.eq(id))
        .select(MailFailed);
    let failed: Option<bool> = owner.first(r.conn()).optional()?;
    Ok(failed.unwrap_or(false))
}

/// Publishes a new version of a consent text and returns its number. Where earlier signatures do
/// not suffice, whoever answered an older one for a claim that lives is told.
///
/// # Errors
/// Those of [`cases::definition::revise`].
pub fn revise(
    w: &mut Write,
    case: CaseId,
    item: &str,
    ko: &str,
    en: &str,
    revision: &Revision,
) -> Result<i32, Error> {
    let version = cases::definition::revise(w, case, item, ko, en, revision)?;
    if revision.earlier_suffice {
        return Ok(version);
    }
    let answered = consent::table
        .filter(consent::claim_id.eq(claim::id))
        .filter(consent::item.eq(item))
        .filter(consent::withdrawn_at.is_null());
    // locked as for a message
    let owners: Vec<Owner> = claim::table
        .inner_join(account::table)
        .filter(claim::case_id.eq(case))
        .filter(claim::status.ne_all(Status::OVER))
        .filter(exists(answered))
        .select(Owner::as_select())
        .for_key_share()
        .load(w.conn())?;
    tell_all(w, &owners, MailKind::ConsentText)?;
    Ok(version)
}
