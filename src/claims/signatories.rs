//! Who signs for a party that does not sign itself: the representative of a corporation, parents or
//! guardian of a minor, the guardian of a ward, the heirs of an estate. Each signs every item for
//! themselves: one of them in the account of the claim, everybody else by a link that goes to a
//! mailbox of their own.

mod asked;
mod represented;

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts;
use crate::claims::lifecycle::{self, Event};
use crate::claims::{Own, Party, entered, identity_checks, seen};
use crate::codes::codes;
use crate::db::schema::{account, signatory, signing_link};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::ids::{AccountId, CaseId, ClaimId, SignatoryId};
use crate::input::{self, Email, Faults, PersonName};
use crate::law::Share;
use crate::mail::{self, Mail, outbox};
use crate::role::Role;
use crate::text::Language;
use crate::vault::{Place, Sealed, Vault};
pub use asked::{Asked, asked};
pub use represented::capacities;
pub(super) use represented::suffice;

codes! {
    /// In which capacity somebody signs for a party.
    Capacity {
        /// Represents a corporation (대표자).
        Representative = "representative",
        /// One of two parents (공동친권자).
        Parent = "parent",
        /// The only parent who holds parental authority (단독 친권자).
        SoleParent = "sole_parent",
        /// A guardian whom a court or a will appointed (후견인).
        Guardian = "guardian",
        /// An heir (상속인).
        Heir = "heir",
    }
}

/// Signatories that a claim names in all its time, those that were taken off included.
const MOST: i64 = 100;
/// How long a link can be used.
const LINK_DAYS: i64 = 14;
/// How soon a link is sent again.
const AGAIN: Duration = Duration::minutes(10);

/// Somebody who is to sign for a party.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatoryInput {
    /// In which capacity.
    pub capacity: Capacity,
    /// Their name, under which they sign.
    pub name: String,
    /// The office of a representative, such as 대표이사.
    #[serde(default, deserialize_with = "input::or_none")]
    pub office: Option<String>,
    /// The share of an heir, such as 1/3.
    #[serde(default, deserialize_with = "input::or_none")]
    pub share: Option<String>,
    /// Whether they sign in this account, as one of the signatories can.
    #[serde(default)]
    pub own: bool,
    /// Where the link goes by which they sign, unless they sign in this account: a mailbox of their
    /// own. Staff who enter a claim leave it out where somebody signs on paper.
    #[serde(default, deserialize_with = "input::or_none")]
    pub email: Option<String>,
}

/// A signatory as the owner of the claim sees it; staff see it without name, office, share and
/// address.
#[derive(Serialize, ToSchema, Clone)]
pub struct Signatory {
    /// Id of the signatory.
    pub id: SignatoryId,
    /// In which capacity they sign.
    pub capacity: Capacity,
    /// Whether they sign in the account of the claim.
    pub own: bool,
    /// Their name; the owner only.
    pub name: Option<PersonName>,
    /// The office of a representative; the owner only.
    pub office: Option<String>,
    /// The share of an heir; the owner only.
    pub share: Option<String>,
    /// Where their link goes; the owner only.
    pub email: Option<Email>,
    /// When the link was last sent.
    pub asked_at: Option<DateTime<Utc>>,
    /// When they were named.
    pub created_at: DateTime<Utc>,
}

/// A signatory as it lies in the database.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = signatory)]
struct Row {
    id: SignatoryId,
    claim_id: ClaimId,
    case_id: CaseId,
    capacity: Capacity,
    own: bool,
    sealed: Vec<u8>,
    commitments: String,
    created_at: DateTime<Utc>,
    asked_at: Option<DateTime<Utc>>,
}

/// Where what a signatory is called lies.
pub fn place(id: SignatoryId, claim: ClaimId) -> Place {
    Place {
        table: "signatory",
        id: id.0,
        subject: claim.0,
    }
}

impl Row {
    fn open(self, vault: &Vault, grant: Option<&Grant>) -> Result<Signatory, Error> {
        let opened = vault.open_for(grant, place(self.id, self.claim_id), &self.sealed)?;
        Ok(Signatory {
            id: self.id,
            capacity: self.capacity,
            own: self.own,
            name: opened.find("name").map(PersonName::of_stored),
            office: opened.find("office"),
            share: opened.find("share"),
            email: opened.find("email").map(Email::of_stored),
            asked_at: self.asked_at,
            created_at: self.created_at,
        })
    }
}

/// What a [`SignatoryInput`] says, checked.
struct Named {
    name: PersonName,
    office: Option<String>,
    share: Option<Share>,
    email: Option<Email>,
}

impl SignatoryInput {
    fn parse(&self, party: Party, paper: bool) -> Result<Named, Error> {
        let mut faults = Faults::default();
        let capacity = self.capacity;
        let fits = capacities(party).any(|fitting| fitting == capacity);
        faults.demand(fits, "capacity", "capacity-party");
        let name = faults.take(PersonName::parse("name", &self.name));
        let office = faults.optional(self.office.as_deref(), |typed| {
            input::line("office", typed, input::limits::NAME)
        });
        let share = faults.optional(self.share.as_deref(), |typed| Share::parse("share", typed));
        let email = faults.optional(self.email.as_deref(), |typed| Email::parse("email", typed));
        let of_corporation = capacity == Capacity::Representative;
        faults.demand(
            self.office.is_some() || !of_corporation,
            "office",
            "missing",
        );
        let inherits = capacity == Capacity::Heir;
        faults.demand(self.share.is_some() || !inherits, "share", "missing");
        let reached = self.email.is_some() || self.own || paper;
        faults.demand(reached, "email", "missing");
        faults.demand(self.email.is_none() || !self.own, "email", "email-own");
        let (name, office, share, email) = faults.finish((name, office, share, email))?;
        Ok(Named {
            name,
            office,
            share,
            email,
        })
    }
}

/// Names somebody who signs for the party of a draft of the caller.
///
/// # Errors
/// `Invalid` with every fault, such as a mailbox that another signatory reads; conflicts where
/// somebody signs in this account already, the claim is no draft, or there are too many.
pub fn add(w: &mut Write, claim: ClaimId, input: &SignatoryInput) -> Result<SignatoryId, Error> {
    let Own { row, grant } = entered(w, claim)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    let paper = w.role().is_some_and(Role::is_staff);
    let named = input.parse(row.party, paper)?;
    let there = signatory::table
        .filter(signatory::claim_id.eq(claim))
        .count();
    if there.get_result::<i64>(w.conn())? >= MOST {
        return Err(Error::Conflict(
            Fault::new("", "too-many").with("most", MOST),
        ));
    }
    let others = of_claim_as(w, claim, Some(&grant))?;
    if input.own && others.iter().any(|other| other.own) {
        return Err(Error::conflict("signatory-own"));
    }
    if let Some(email) = &named.email {
        let of_account = address(w, row.account_id)?.is_some_and(|own| own == *email);
        let of_other = others
            .iter()
            .any(|other| other.email.as_ref() == Some(email));
        if of_account || of_other {
            return Err(Error::invalid("email", "email-shared"));
        }
    }
    let (id, created_at) = (SignatoryId::new(), w.now());
    let fields = [
        ("name", Some(named.name.as_str().to_owned())),
        ("office", named.office),
        ("share", named.share.map(|share| share.to_string())),
        ("email", named.email.map(|email| email.as_str().to_owned())),
    ];
    let fields = fields.into_iter();
    let fields = fields.filter_map(|(field, value)| Some((field, value?)));
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id, claim), fields);
    diesel::insert_into(signatory::table)
        .values(Row {
            id,
            claim_id: claim,
            case_id: row.case_id,
            capacity: input.capacity,
            own: input.own,
            sealed,
            commitments,
            created_at,
            asked_at: None,
        })
        .execute(w.conn())?;
    Ok(id)
}

/// The address of the owner of a claim; none where there is none (yet).
fn address(w: &mut Write, owner: Option<AccountId>) -> Result<Option<Email>, Error> {
    let Some(id) = owner else { return Ok(None) };
    let sealed = account::table.find(id).select(account::sealed);
    let sealed: Vec<u8> = sealed.first(w.conn())?;
    accounts::address(w.vault(), id, &sealed)
}

/// A signatory of a claim of the caller, with the claim locked.
fn of_own(w: &mut Write, id: SignatoryId) -> Result<(Own, Signatory), Error> {
    let there = signatory::table
        .find(id)
        .filter(signatory::ended_at.is_null());
    let claim: ClaimId = there.select(signatory::claim_id).first(w.conn())?;
    let own = entered(w, claim)?;
    // the claim is locked now: somebody who took them off meanwhile was first
    let row: Row = there.select(Row::as_select()).first(w.conn())?;
    let signatory = row.open(w.vault(), Some(&own.grant))?;
    Ok((own, signatory))
}

/// Takes a signatory off a draft of the caller. What they signed stays on record and counts no
/// longer.
pub fn remove(w: &mut Write, id: SignatoryId) -> Result<(), Error> {
    let (Own { row, .. }, _) = of_own(w, id)?;
    lifecycle::next(row.status, Event::Edit, lifecycle::By::Claimant)?;
    let now = w.now();
    diesel::update(signatory::table.find(id))
        .set(signatory::ended_at.eq(now))
        .execute(w.conn())?;
    diesel::delete(signing_link::table.find(id)).execute(w.conn())?;
    identity_checks::void(w, id)
}

/// Sends a signatory of a claim of the caller the link by which they sign; an older one is void.
///
/// # Errors
/// `TooMany` where it was sent a moment ago; a conflict where they sign in this account or on paper.
pub fn ask(w: &mut Write, id: SignatoryId, language: Language) -> Result<(), Error> {
    let (Own { row, .. }, signatory) = of_own(w, id)?;
    lifecycle::next(row.status, Event::Consent, lifecycle::By::Claimant)?;
    let none = match signatory.own {
        true => "signatory-here",
        false => "signatory-on-paper",
    };
    let email = signatory.email.ok_or_else(|| Error::conflict(none))?;
    let now = w.now();
    let again = signatory.asked_at.map(|asked| asked + AGAIN - now);
    if let Some(wait) = again.filter(|wait| *wait > Duration::zero()) {
        return Err(Error::TooMany(wait.num_seconds().unsigned_abs() + 1));
    }
    let token = hex::encode(rand::random::<[u8; 32]>());
    let link = (
        signing_link::signatory_id.eq(id),
        signing_link::token_hash.eq(Sha256::digest(&token).to_vec()),
        signing_link::expires_at.eq(now + Duration::days(LINK_DAYS)),
    );
    diesel::delete(signing_link::table.find(id)).execute(w.conn())?;
    diesel::insert_into(signing_link::table)
        .values(link)
        .execute(w.conn())?;
    diesel::update(signatory::table.find(id))
        .set(signatory::asked_at.eq(now))
        .execute(w.conn())?;
    let mail = Mail::Signature {
        signatory: id,
        token: &token,
        days: LINK_DAYS,
    };
    mail::queue(w, &email, mail, language)
}

/// Those who sign for the party of a claim, for its owner and staff of its case.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Signatory>, Error> {
    let (_, grant) = seen(r, claim)?;
    of_claim_as(r, claim, grant.as_ref())
}

/// Likewise, opened where there is a grant. Who can see the claim was checked before.
pub(crate) fn of_claim_as(
    r: &mut Read,
    claim: ClaimId,
    grant: Option<&Grant>,
) -> Result<Vec<Signatory>, Error> {
    let rows: Vec<Row> = signatory::table
        .filter(signatory::claim_id.eq(claim))
        .filter(signatory::ended_at.is_null())
        .order(signatory::seq)
        .select(Row::as_select())
        .load(r.conn())?;
    let rows = rows.into_iter();
    rows.map(|row| row.open(r.vault(), grant)).collect()
}

/// Who signs in the account of a claim for its party; none where the party signs itself.
///
/// # Errors
/// A conflict where everybody who signs for the party signs by a link.
pub(crate) fn here(r: &mut Read, own: &Own) -> Result<Option<Signatory>, Error> {
    if own.row.party == Party::Person {
        return Ok(None);
    }
    let named = of_claim_as(r, own.row.id, Some(&own.grant))?;
    let here = named.into_iter().find(|one| one.own);
    here.map(Some)
        .ok_or_else(|| Error::conflict("signatory-none-here"))
}

/// Everybody who was ever named to sign for the party of a claim, by their id: what they signed
/// stays when they are taken off.
pub(crate) fn ever(
    r: &mut Read,
    claim: ClaimId,
    grant: &Grant,
) -> Result<HashMap<SignatoryId, Signatory>, Error> {
    let rows: Vec<Row> = signatory::table
        .filter(signatory::claim_id.eq(claim))
        .select(Row::as_select())
        .load(r.conn())?;
    let rows = rows.into_iter();
    rows.map(|row| Ok((row.id, row.open(r.vault(), Some(grant))?)))
        .collect()
}

/// Takes what identifies anybody out of the signatories of a claim that is being erased, their links,
/// and the mails that are on their way to them.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let all = signatory::table.filter(signatory::claim_id.eq(claim));
    let ids: Vec<SignatoryId> = all.select(signatory::id).load(w.conn())?;
    for id in ids {
        let index = outbox::of_signatory(w.vault(), id);
        outbox::recall(w, &index)?;
    }
    let links =
        signing_link::table.filter(signing_link::signatory_id.eq_any(all.select(signatory::id)));
    diesel::delete(links).execute(w.conn())?;
    let emptied = Sealed::emptied();
    diesel::update(all)
        .set((
            signatory::sealed.eq(emptied.sealed),
            signatory::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}
