//! An identity provider (본인확인) says who somebody is: their browser is sent there with a state
//! that is used once, and the firm's adapter posts name, birth date, provider and transaction. What it
//! says is compared with what the claim says; both outcomes stay on record.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use url::Url;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::access::Grant;
use crate::cases::IdentificationMethod;
use crate::claims::signatories;
use crate::claims::{Row, identifications, own};
use crate::db::derived::NotErased;
use crate::db::schema::{claim, identity_check, identity_state, signatory};
use crate::db::{Read, Write};
use crate::error::{Error, OnConstraint};
use crate::hooks::HookSecret;
use crate::ids::{ClaimId, IdentityCheckId, SignatoryId};
use crate::input::{self, Faults, PersonName, Time};
use crate::law;
use crate::vault::{Place, Sealed};

/// How long somebody has with the provider.
const STATE: Duration = Duration::minutes(30);

/// Where the firm's adapter to a provider is, and the secret that it shares with the registry.
#[derive(Clone)]
pub struct Provider {
    /// Where browsers are sent, with the state as a query.
    pub url: Url,
    pub secret: HookSecret,
}

/// What the adapter says of somebody.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityResult {
    /// The state that the browser brought.
    pub state: String,
    /// Their name.
    pub name: String,
    /// Their birth date, the year first: 1980-05-05.
    pub birth_date: String,
    /// Who identified them.
    pub provider: String,
    /// The provider's number of it; each is taken once.
    pub transaction: String,
    /// When they were identified.
    pub time: Time,
}

/// How it went, for whoever was sent to the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nothing came yet.
    Waits,
    /// Nothing came in time.
    Late,
    /// They were identified.
    Identified,
    /// The provider names somebody else than the claim: what differs.
    Differs { name: bool, birth_date: bool },
}

fn place(id: IdentityCheckId, claim: ClaimId) -> Place {
    Place {
        table: "identity_check",
        id: id.0,
        subject: claim.0,
    }
}

fn hash(word: &str) -> Vec<u8> {
    Sha256::digest(word).to_vec()
}

/// A state, and where a browser goes with it.
#[derive(Serialize, ToSchema)]
pub struct Begun {
    /// For half an hour and one use.
    pub state: String,
    /// The firm's adapter, with the state.
    pub address: String,
}

/// Begins an identification of whoever signs in the account of a claim; an older one of theirs is
/// void.
///
/// # Errors
/// `NotFound` for another's claim; a conflict where it is over, or where nobody signs in the account.
pub fn begin(w: &mut Write, provider: &Provider, claim: ClaimId) -> Result<Begun, Error> {
    let own = own(w, claim)?;
    own.row.live()?;
    let signatory = signatories::here(w, &own)?.map(|one| one.id);
    begin_for(w, provider, claim, signatory)
}

/// Likewise of whoever shows the secret of a signatory's link.
///
/// # Errors
/// `NotFound` where the link cannot be used; a conflict where the claim is over.
pub fn begin_by_link(w: &mut Write, provider: &Provider, token: &str) -> Result<Begun, Error> {
    let (signatory, claim, _) = Grant::of_signing_link(w, token)?;
    locked(w, claim)?.live()?;
    begin_for(w, provider, claim, Some(signatory))
}

/// The row of a claim, which is locked from now on.
fn locked(w: &mut Write, claim: ClaimId) -> Result<Row, Error> {
    let there = claim::table.find(claim).filter(NotErased);
    let row = there.select(Row::as_select()).for_no_key_update();
    Ok(row.first(w.conn())?)
}

fn begin_for(
    w: &mut Write,
    provider: &Provider,
    claim: ClaimId,
    signatory: Option<SignatoryId>,
) -> Result<Begun, Error> {
    let word = hex::encode(rand::random::<[u8; 32]>());
    let older = identity_state::table
        .filter(identity_state::claim_id.eq(claim))
        .filter(identity_state::signatory_id.is_not_distinct_from(signatory));
    diesel::delete(older).execute(w.conn())?;
    let expires = w.now() + STATE;
    diesel::insert_into(identity_state::table)
        .values((
            identity_state::id.eq(Uuid::now_v7()),
            identity_state::token_hash.eq(hash(&word)),
            identity_state::claim_id.eq(claim),
            identity_state::signatory_id.eq(signatory),
            identity_state::expires_at.eq(expires),
        ))
        .execute(w.conn())?;
    let state = provider.secret.signed(&word);
    let address = address(provider, &state);
    Ok(Begun { state, address })
}

/// Where the browser of a state is sent.
pub fn address(provider: &Provider, state: &str) -> String {
    let mut url = provider.url.clone();
    url.query_pairs_mut().append_pair("state", state);
    url.into()
}

/// A state as it lies in the database, for whoever brings it.
#[derive(Queryable)]
struct State {
    claim: ClaimId,
    /// Whether its signatory signs in the account; none where the party signs itself.
    own: Option<bool>,
    check: Option<IdentityCheckId>,
    expires_at: DateTime<Utc>,
}

impl State {
    fn read(r: &mut Read, provider: &Provider, state: &str) -> Result<Self, Error> {
        let word = provider.secret.word(state).ok_or(Error::NotFound)?;
        let begun = identity_state::table.left_join(signatory::table);
        let begun = begun.filter(identity_state::token_hash.eq(hash(word)));
        let begun = begun.select((
            identity_state::claim_id,
            signatory::own.nullable(),
            identity_state::check_id,
            identity_state::expires_at,
        ));
        Ok(begun.first(r.conn())?)
    }

    fn account_of(&self) -> Option<ClaimId> {
        self.own.unwrap_or(true).then_some(self.claim)
    }
}

/// In the account of which claim whoever was sent with that state signs; none where they sign by a
/// link.
///
/// # Errors
/// `NotFound` where there is none such, or a newer one was begun.
pub fn account_of(
    r: &mut Read,
    provider: &Provider,
    state: &str,
) -> Result<Option<ClaimId>, Error> {
    State::read(r, provider, state).map(|state| state.account_of())
}

/// How the identification of that state went: for the owner of that claim, or for whoever signs by a
/// link, who has nothing but the state.
///
/// # Errors
/// `NotFound` for another's, and where a newer one was begun.
pub fn standing(
    r: &mut Read,
    provider: &Provider,
    state: &str,
    claim: Option<ClaimId>,
) -> Result<Standing, Error> {
    let state = State::read(r, provider, state)?;
    if state.account_of() != claim {
        return Err(Error::NotFound);
    }
    if let Some(claim) = claim {
        Grant::of_owner(r, claim)?;
    }
    let Some(check) = state.check else {
        return Ok(if state.expires_at > r.now() {
            Standing::Waits
        } else {
            Standing::Late
        });
    };
    let differs = identity_check::table.find(check).select((
        identity_check::name_differs,
        identity_check::birth_date_differs,
    ));
    Ok(match differs.first(r.conn())? {
        (false, false) => Standing::Identified,
        (name, birth_date) => Standing::Differs { name, birth_date },
    })
}

/// What the adapter says, checked.
struct Said {
    name: PersonName,
    birth_date: NaiveDate,
    provider: String,
    transaction: String,
    /// Day in Korea.
    on: NaiveDate,
}

impl IdentityResult {
    fn parse(&self, now: DateTime<Utc>) -> Result<Said, Error> {
        let mut faults = Faults::default();
        let line = |field, typed| input::line(field, typed, input::limits::NAME);
        let name = faults.take(PersonName::parse("name", &self.name));
        let birth_date = faults.take(input::date("birth_date", &self.birth_date));
        let provider = faults.take(line("provider", &self.provider));
        let transaction = faults.take(line("transaction", &self.transaction));
        let on = law::day_in_korea(self.time.utc());
        faults.demand(on <= law::day_in_korea(now), "time", "date-future");
        let (name, birth_date, provider, transaction) =
            faults.finish((name, birth_date, provider, transaction))?;
        Ok(Said {
            name,
            birth_date,
            provider,
            transaction,
            on,
        })
    }
}

impl Said {
    /// Whether the name differs from that of whoever signs, and whether the birth date does.
    fn differs(
        &self,
        w: &mut Write,
        row: &Row,
        signatory: Option<SignatoryId>,
    ) -> Result<(bool, bool), Error> {
        let grant = Grant::for_program();
        let identity = row.identity(w, &grant)?;
        let (name, born) = match signatory {
            None => (identity.name, identity.birth_date),
            // nobody asked when they were born
            Some(id) => {
                let named = signatories::of_claim_as(w, row.id, Some(&grant))?;
                let one = named.into_iter().find(|one| one.id == id);
                (one.and_then(|one| one.name), Some(self.birth_date))
            }
        };
        let same = name.is_some_and(|name| name.is_same_as(&self.name));
        Ok((!same, born != Some(self.birth_date)))
    }

    fn fields(&self) -> [(&'static str, String); 4] {
        [
            ("provider", self.provider.clone()),
            ("transaction", self.transaction.clone()),
            ("name", self.name.as_str().to_owned()),
            ("birth_date", self.birth_date.to_string()),
        ]
    }
}

/// Takes what the adapter says. Where name and birth date are those of whoever signs, it is an
/// identification; where they are not, it is refused. Either stays on record.
///
/// # Errors
/// `Unauthenticated` where the signature does not hold; `Invalid` with every fault, such as a state
/// that is unknown, used or too old; a conflict for a transaction that was taken before.
pub fn take(
    w: &mut Write,
    provider: &Provider,
    signature: &str,
    body: &[u8],
    said: &IdentityResult,
) -> Result<(), Error> {
    let now = w.now();
    if !provider.secret.holds(signature, body, now) {
        return Err(Error::Unauthenticated);
    }
    let unusable = || Error::invalid("state", "identity-state");
    let word = provider.secret.word(&said.state);
    let said = said.parse(now)?;
    let word = word.ok_or_else(unusable)?;
    let unused = identity_state::table
        .filter(identity_state::token_hash.eq(hash(word)))
        .filter(identity_state::check_id.is_null())
        .filter(identity_state::expires_at.gt(now));
    let of = unused.select((identity_state::claim_id, identity_state::signatory_id));
    let of: Option<(ClaimId, Option<SignatoryId>)> = of.first(w.conn()).optional()?;
    let (claim, signatory) = of.ok_or_else(unusable)?;
    let row = locked(w, claim)?;
    let id = record(w, &row, signatory, &said)?;
    // the claim is locked now: of two results at once the second finds the state used
    let unused = identity_state::table
        .filter(identity_state::token_hash.eq(hash(word)))
        .filter(identity_state::check_id.is_null());
    let used = diesel::update(unused)
        .set(identity_state::check_id.eq(id))
        .execute(w.conn())?;
    if used == 0 { Err(unusable()) } else { Ok(()) }
}

/// Puts on record what was said of whoever signs for a locked claim.
fn record(
    w: &mut Write,
    row: &Row,
    signatory: Option<SignatoryId>,
    said: &Said,
) -> Result<IdentityCheckId, Error> {
    let (name_differs, birth_date_differs) = said.differs(w, row, signatory)?;
    let transaction = format!("{}/{}", said.provider, said.transaction);
    let index = w.vault().index("identity-transaction", &transaction);
    let (id, now) = (IdentityCheckId::new(), w.now());
    let (identification, sealed) = if name_differs || birth_date_differs {
        let place = place(id, row.id);
        (None, w.vault().seal(place, said.fields()))
    } else {
        let detail = format!("{}, {}", said.provider, said.transaction);
        let fields = said.fields().into_iter().chain([("detail", detail)]);
        let method = IdentificationMethod::IdentityProvider;
        let made = identifications::by_hook(w, row, signatory, method, said.on, fields)?;
        (Some(made), Sealed::emptied())
    };
    diesel::insert_into(identity_check::table)
        .values((
            identity_check::id.eq(id),
            identity_check::claim_id.eq(row.id),
            identity_check::case_id.eq(row.case_id),
            identity_check::signatory_id.eq(signatory),
            identity_check::identification_id.eq(identification),
            identity_check::name_differs.eq(name_differs),
            identity_check::birth_date_differs.eq(birth_date_differs),
            identity_check::transaction_index.eq(index),
            identity_check::sealed.eq(sealed.sealed),
            identity_check::commitments.eq(sealed.commitments),
            identity_check::created_at.eq(now),
        ))
        .execute(w.conn())
        .on_constraint(&["identity_check_transaction_index_key"], || {
            Error::conflict("identity-transaction")
        })?;
    Ok(id)
}

/// Voids the states of a signatory who was taken off.
pub(super) fn void(w: &mut Write, signatory: SignatoryId) -> Result<(), Error> {
    let states = identity_state::table.filter(identity_state::signatory_id.eq(signatory));
    diesel::delete(states).execute(w.conn())?;
    Ok(())
}

/// Takes what identifies anybody out of what providers said for a claim that is being erased.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let states = identity_state::table.filter(identity_state::claim_id.eq(claim));
    diesel::delete(states).execute(w.conn())?;
    let emptied = Sealed::emptied();
    diesel::update(identity_check::table.filter(identity_check::claim_id.eq(claim)))
        .set((
            identity_check::transaction_index.eq(None::<Vec<u8>>),
            identity_check::sealed.eq(emptied.sealed),
            identity_check::commitments.eq(emptied.commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Deletes states that nobody comes back with any more.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let before = w.now() - Duration::days(1);
    let old = identity_state::table.filter(identity_state::expires_at.lt(before));
    Ok(diesel::delete(old).execute(w.conn())?)
}
