//! What the owner of a claim is told by mail, in the language of the consent that they answered
//! last. Each mail is queued in the transaction of what it tells, and says no more than the number
//! and where to read on.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::accounts;
use crate::cases::{self, ConsentItem};
use crate::claims::Status;
use crate::db::Write;
use crate::db::derived::AnsweredIn;
use crate::db::schema::{account, claim, consent};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, ClaimId};
use crate::mail::{self, Mail, MailKind};
use crate::text::Language;

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
    fn tell(&self, w: &mut Write, kind: MailKind) -> Result<(), Error> {
        let Some(to) = accounts::address(w.vault(), self.account, &self.sealed)? else {
            return Ok(()); // erased meanwhile
        };
        let mail = Mail::Claim(kind, self.claim, self.number.as_deref());
        mail::queue(w, &to, mail, self.language.unwrap_or(Language::Korean))
    }
}

/// Tells the owner of a claim. One that nobody owns (any more) has nobody to be told.
pub(crate) fn tell(w: &mut Write, id: ClaimId, kind: MailKind) -> Result<(), Error> {
    let owner = claim::table
        .inner_join(account::table)
        .filter(claim::id.eq(id))
        .select(Owner::as_select());
    let owner: Option<Owner> = owner.first(w.conn()).optional()?;
    owner.map_or(Ok(()), |owner| owner.tell(w, kind))
}

/// Publishes a new version of a consent text and returns its number. Whoever answered an older one
/// for a claim that lives is told.
///
/// # Errors
/// Those of [`cases::definition::revise`].
pub fn revise(
    w: &mut Write,
    case: CaseId,
    item: ConsentItem,
    ko: &str,
    en: &str,
) -> Result<i32, Error> {
    let version = cases::definition::revise(w, case, item, ko, en)?;
    let over = [Status::Rejected, Status::Withdrawn];
    let answered = consent::table
        .filter(consent::claim_id.eq(claim::id))
        .filter(consent::item.eq(item))
        .filter(consent::withdrawn_at.is_null());
    // an erasure that is under way ends first, or finds the mail that is queued here
    let owners: Vec<Owner> = claim::table
        .inner_join(account::table)
        .filter(claim::case_id.eq(case))
        .filter(claim::status.ne_all(over))
        .filter(exists(answered))
        .select(Owner::as_select())
        .for_key_share()
        .load(w.conn())?;
    for owner in owners {
        owner.tell(w, MailKind::ConsentText)?;
    }
    Ok(version)
}
