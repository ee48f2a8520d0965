//! A code to the telephone of a claim: whoever signs in its account and types the code holds the
//! telephone. The firm's gateway takes the message, and the registry waits for its word: nobody is
//! told of a message that never left.

use std::sync::Arc;
use std::time::Duration as StdDuration;

use chrono::{Duration, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::json;
use url::Url;
use utoipa::ToSchema;

use crate::accounts::links;
use crate::action::Action;
use crate::caller::Caller;
use crate::cases::IdentificationMethod;
use crate::characters;
use crate::claims::{Own, identifications, own, signatories};
use crate::db::schema::phone_code;
use crate::db::{Db, Read, Ticket, Write};
use crate::error::{Error, Unavailable};
use crate::hooks::HookSecret;
use crate::ids::{ClaimId, SignatoryId};
use crate::input::Phone;
use crate::law;
use crate::limits::{Asked, Limits};
use crate::text::{self, Language};
use crate::vault::Vault;

/// How long a code can be typed.
const LASTS: Duration = Duration::minutes(10);
/// Wrong codes after which the right one no longer counts.
const GUESSES: i16 = 5;
/// How long the gateway has to take a message.
const ANSWERS_WITHIN: StdDuration = StdDuration::from_secs(10);
/// Header with the signature of a message.
pub const SIGNATURE: &str = "registry-signature";

/// The firm's program that sends messages to telephones, and the secret that it shares with the
/// registry.
#[derive(Clone)]
pub struct Gateway {
    url: Url,
    secret: HookSecret,
    caller: Arc<Caller>,
}

impl Gateway {
    pub fn new(url: Url, secret: HookSecret) -> Self {
        let caller = Arc::new(Caller::new(ANSWERS_WITHIN));
        Self {
            url,
            secret,
            caller,
        }
    }

    /// Hands a message over: `{"to": digits of the number, "text": …}`.
    fn send(&self, to: &Phone, text: &str) -> Result<(), String> {
        let body = json!({ "to": to.searched(), "text": text }).to_string();
        let signature = self.secret.sign(body.as_bytes(), Utc::now());
        let headers = [
            ("content-type", "application/json"),
            (SIGNATURE, signature.as_str()),
        ];
        let url = self.url.as_str();
        let answer = self.caller.post_with(url, &headers, body.as_bytes())?;
        match answer.status {
            200..=299 => Ok(()),
            status => Err(format!("status {status}")),
        }
    }
}

fn index(vault: &Vault, phone: &Phone) -> Vec<u8> {
    vault.index("phone", &phone.searched())
}

fn hash(vault: &Vault, claim: ClaimId, code: &str) -> Vec<u8> {
    vault.index("phone-code", &format!("{code}/{claim}"))
}

/// The number that the claim has.
fn phone(r: &Read, own: &Own) -> Result<Phone, Error> {
    let phone = own.row.identity(r, &own.grant)?.phone;
    phone.ok_or_else(|| Error::conflict("phone-none"))
}

/// Sends a code to the telephone of a claim of the caller; one of before is void.
///
/// # Errors
/// `NotFound` for another's claim; conflicts where it is over, has no number, or nobody signs in the account;
/// `TooMany` where the source or the telephone had enough; `Unavailable` where the gateway did not take
/// the message.
pub async fn send(
    db: &Db,
    ticket: &Ticket,
    limits: &Arc<Limits>,
    gateway: &Gateway,
    claim: ClaimId,
    language: Language,
) -> Result<(), Error> {
    limits
        .of_source(Asked::Link, ticket.origin.source())
        .await?;
    let limits = Arc::clone(limits);
    let begin = move |w: &mut Write| begin(w, &limits, claim);
    let (to, code) = db.write(ticket, Action::PhoneCodeSend, begin).await?;
    let text = text::say(language, "phone-code-message", &[("code", code)]);
    let gateway = gateway.clone();
    let sent = tokio::task::spawn_blocking(move || gateway.send(&to, &text)).await;
    sent.map_err(Error::internal)?.map_err(|why| {
        tracing::warn!(why, "the gateway did not take a message to a telephone");
        Error::Unavailable(Unavailable::Gateway)
    })
}

fn begin(w: &mut Write, limits: &Limits, claim: ClaimId) -> Result<(Phone, String), Error> {
    let own = own(w, claim)?;
    own.row.live()?;
    let signatory = signatories::here(w, &own)?.map(|one| one.id);
    let to = phone(w, &own)?;
    let phone_index = index(w.vault(), &to);
    limits.of_telephone(&phone_index)?;
    let code = links::code();
    let code_hash = hash(w.vault(), claim, &code);
    diesel::delete(phone_code::table.find(claim)).execute(w.conn())?;
    let expires = w.now() + LASTS;
    diesel::insert_into(phone_code::table)
        .values((
            phone_code::claim_id.eq(claim),
            phone_code::signatory_id.eq(signatory),
            phone_code::phone_index.eq(phone_index),
            phone_code::code_hash.eq(code_hash),
            phone_code::expires_at.eq(expires),
        ))
        .execute(w.conn())?;
    Ok((to, code))
}

/// The code in the message.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PhoneCodeInput {
    /// Six digits.
    pub code: String,
}

/// Takes the code that somebody typed: where it is right, they are identified by it.
///
/// # Errors
/// `NotFound` for another's claim; a conflict where it is over; `Invalid` where the code is wrong, too
/// old, was used or guessed at too often, or where number or signatory changed since.
pub async fn confirm(
    db: &Db,
    ticket: &Ticket,
    claim: ClaimId,
    typed: &PhoneCodeInput,
) -> Result<(), Error> {
    let code = characters::digits(&typed.code);
    let check = move |w: &mut Write| check(w, claim, &code);
    // a wrong one is counted, so that it must not undo the write
    let right = db.write(ticket, Action::PhoneCodeCheck, check).await?;
    right
        .then_some(())
        .ok_or_else(|| Error::invalid("code", "phone-code"))
}

fn check(w: &mut Write, claim: ClaimId, code: &str) -> Result<bool, Error> {
    let own = own(w, claim)?;
    own.row.live()?;
    let now = w.now();
    let usable = phone_code::table
        .find(claim)
        .filter(phone_code::expires_at.gt(now))
        .filter(phone_code::guesses.lt(GUESSES));
    let sent = usable.select((
        phone_code::signatory_id,
        phone_code::phone_index,
        phone_code::code_hash,
    ));
    let sent: Option<(Option<SignatoryId>, Vec<u8>, Vec<u8>)> = sent.first(w.conn()).optional()?;
    let Some((signatory, phone_index, code_hash)) = sent else {
        return Ok(false);
    };
    let here = signatories::here(w, &own)?.map(|one| one.id);
    let to = phone(w, &own)?;
    let same = here == signatory && index(w.vault(), &to) == phone_index;
    if !same || hash(w.vault(), claim, code) != code_hash {
        diesel::update(usable)
            .set(phone_code::guesses.eq(phone_code::guesses + 1))
            .execute(w.conn())?;
        return Ok(false);
    }
    diesel::delete(phone_code::table.find(claim)).execute(w.conn())?;
    let (method, on) = (IdentificationMethod::PhoneCode, law::day_in_korea(now));
    let detail = [("detail", to.as_str().to_owned())];
    identifications::by_hook(w, &own.row, signatory, method, on, detail)?;
    Ok(true)
}

/// Deletes the code of a claim that is being erased.
pub(crate) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    diesel::delete(phone_code::table.find(claim)).execute(w.conn())?;
    Ok(())
}

/// Deletes codes that are too old.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let old = phone_code::table.filter(phone_code::expires_at.lt(w.now()));
    Ok(diesel::delete(old).execute(w.conn())?)
}
