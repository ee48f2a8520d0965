//! Proof that the caller may read sealed documents. A grant comes from here alone, and each way to
//! one is a check: being the owner, entering a draft
//! for somebody else, showing the link of a signatory, holding a disclosure whose members are frozen
//! in the database, or being the program itself.

use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::db::derived::NotErased;
use crate::db::schema::{
    case_staff, claim, disclosure, disclosure_member, signatory, signing_link, staffed_claim,
};
use crate::db::{Read, Who};
use crate::error::Error;
use crate::ids::{AccountId, ClaimId, DisclosureId, SignatoryId};

/// May open the documents of one subject, or of everybody.
pub struct Grant(Scope);

enum Scope {
    Subject(Uuid),
    Everything,
}

impl Grant {
    /// For the account's own data.
    pub fn of_self(r: &Read) -> Result<(AccountId, Self), Error> {
        let Who::Account { account, .. } = r.who() else {
            return Err(Error::Unauthenticated);
        };
        Ok((*account, Self(Scope::Subject(account.0))))
    }

    /// For a claim whose row, as it was just read, has this owner; none where that is not the
    /// caller.
    pub fn of_row(r: &Read, id: ClaimId, owner: Option<AccountId>) -> Option<Self> {
        let caller = r.account().ok()?;
        (owner == Some(caller)).then_some(Self(Scope::Subject(id.0)))
    }

    /// For a claim that belongs to the caller; another's is not found.
    pub fn of_owner(r: &mut Read, id: ClaimId) -> Result<Self, Error> {
        r.account()?;
        let owner = claim::table.find(id).select(claim::account_id);
        let owner: Option<AccountId> = owner.first(r.conn())?;
        Self::of_row(r, id, owner).ok_or(Error::NotFound)
    }

    /// For a draft that staff of its case entered, until the claimant takes it over; none where the
    /// caller is not staff of that case.
    pub fn of_entered(r: &mut Read, id: ClaimId) -> Result<Option<Self>, Error> {
        let caller = r.account()?;
        let of_case = case_staff::case_id
            .eq(claim::case_id)
            .and(case_staff::account_id.eq(caller));
        let draft = claim::table
            .inner_join(staffed_claim::table.on(staffed_claim::claim_id.eq(claim::id)))
            .inner_join(case_staff::table.on(of_case))
            .filter(claim::id.eq(id))
            .filter(claim::submitted_at.is_null().and(claim::ended_at.is_null()))
            .filter(staffed_claim::taken_at.is_null())
            .filter(NotErased)
            .select(claim::id);
        let draft: Option<ClaimId> = draft.first(r.conn()).optional()?;
        Ok(draft.map(|id| Self(Scope::Subject(id.0))))
    }

    /// For the claim of a signatory who shows the secret of their link, while it can be used.
    ///
    /// # Errors
    /// `NotFound` where it is unknown, replaced or too old, or they were taken off.
    pub fn of_signing_link(
        r: &mut Read,
        token: &str,
    ) -> Result<(SignatoryId, ClaimId, Self), Error> {
        let link = signing_link::table
            .inner_join(signatory::table)
            .filter(signing_link::token_hash.eq(Sha256::digest(token).to_vec()))
            .filter(signing_link::expires_at.gt(r.now()))
            .filter(signatory::ended_at.is_null())
            .select((signatory::id, signatory::claim_id));
        let (signatory, claim): (SignatoryId, ClaimId) = link.first(r.conn())?;
        Ok((signatory, claim, Self(Scope::Subject(claim.0))))
    }

    /// For the members of a disclosure that the caller made. It opens everything: select rows
    /// through the member list.
    pub fn of_disclosure(r: &mut Read, id: DisclosureId) -> Result<Self, Error> {
        let account = r.account()?;
        let made = disclosure::table
            .find(id)
            .filter(disclosure::account_id.eq(account))
            .select(disclosure::id);
        let _: DisclosureId = made.first(r.conn())?;
        Ok(Self(Scope::Everything))
    }

    /// For a member of a disclosure that the operator hands to the person it was recorded for.
    pub fn of_recorded(r: &mut Read, id: DisclosureId, claim: ClaimId) -> Result<Self, Error> {
        if *r.who() != Who::Operator {
            return Err(Error::NotFound);
        }
        let member = disclosure_member::table
            .find((claim, id))
            .select(disclosure_member::claim_id);
        let claim: ClaimId = member.first(r.conn())?;
        Ok(Self(Scope::Subject(claim.0)))
    }

    /// For what the program does by itself, such as sending mail; never for an answer to a person.
    pub(crate) fn for_program() -> Self {
        Self(Scope::Everything)
    }

    pub fn covers(&self, subject: Uuid) -> bool {
        match self.0 {
            Scope::Subject(own) => own == subject,
            Scope::Everything => true,
        }
    }
}
