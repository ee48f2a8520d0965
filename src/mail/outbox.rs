//! What waits to be sent. A row keeps the mail sealed until it is sent, and then nothing of it; one
//! that failed stays sealed, so that an administrator can have it tried again. Whoever delivers a
//! mail takes it for a while: another server, or this one after a crash, takes it when that is
//! over.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use crate::db::schema::mail;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{MailId, RecoveryId, SignatoryId};
use crate::input::Email;
use crate::mail::letter::{self, Letter, Mail};
use crate::text::Language;
use crate::vault::Vault;

/// Mails that are looked for at a time.
const BATCH: i64 = 20;
/// Mails that are queued with one statement.
const AT_ONCE: usize = 1_000;
/// How long what was sent or has failed is kept.
const KEPT: Duration = Duration::days(30);
/// How long a last word to somebody erased is tried.
const LAST_WORD: Duration = Duration::days(2);
/// Minutes until a mail is tried again, at most.
const LONGEST_PAUSE: i64 = 240;
/// How often a server may say "later" to a mail: with these pauses for about two days.
const MOST_TRIES: i32 = 20;
/// How long others go before a mail that the conversation broke off over.
const AFTER_TROUBLE: Duration = Duration::minutes(1);

/// A mail as it is queued.
#[derive(Insertable)]
#[diesel(table_name = mail)]
struct Queued {
    id: MailId,
    sealed: Vec<u8>,
    created_at: DateTime<Utc>,
    next_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
    to_index: Vec<u8>,
    to_many: bool,
}

impl Queued {
    fn of(w: &Write, to: &Email, mail: Mail, language: Language) -> Self {
        let (id, now) = (MailId::new(), w.now());
        // sealed all the same: who measures it must not learn whether there is an account
        let mut sealed = letter::seal(w.vault(), id, to, mail, language);
        let withheld = matches!(mail, Mail::Withheld);
        if withheld {
            sealed.clear();
        }
        // whoever was erased is found by nothing, not even by this
        let to_index = match mail {
            Mail::AccountErased => Vec::new(),
            // recalled with the claim that it asks about, and nothing else of that mailbox with it
            Mail::Signature { signatory, .. } => of_signatory(w.vault(), signatory),
            Mail::Recovery(_, recovery, _) => of_recovery(w.vault(), recovery),
            _ => w.vault().index("email", to.as_str()),
        };
        Self {
            id,
            sealed,
            created_at: now,
            next_at: now,
            sent_at: withheld.then_some(now),
            to_index,
            to_many: false,
        }
    }
}

/// Under which index a mail to a signatory is found again.
pub fn of_signatory(vault: &Vault, signatory: SignatoryId) -> Vec<u8> {
    vault.index("signatory", &signatory.to_string())
}

/// Under which index a mail about a recovery is found again, whoever it goes to.
pub fn of_recovery(vault: &Vault, recovery: RecoveryId) -> Vec<u8> {
    vault.index("recovery", &recovery.to_string())
}

/// Queues a mail, in the transaction of what it tells.
pub fn queue(w: &mut Write, to: &Email, mail: Mail, language: Language) -> Result<(), Error> {
    diesel::insert_into(mail::table)
        .values(Queued::of(w, to, mail, language))
        .execute(w.conn())?;
    Ok(())
}

/// Queues mails to many, behind whatever somebody waits for.
pub fn queue_all(w: &mut Write, mails: &[(Email, Mail, Language)]) -> Result<(), Error> {
    for some in mails.chunks(AT_ONCE) {
        let queued = |(to, mail, language): &(Email, Mail, Language)| Queued {
            to_many: true,
            ..Queued::of(w, to, *mail, *language)
        };
        let queued: Vec<Queued> = some.iter().map(queued).collect();
        diesel::insert_into(mail::table)
            .values(queued)
            .execute(w.conn())?;
    }
    Ok(())
}

/// A mail that was taken to be delivered.
#[derive(Queryable, Selectable)]
#[diesel(table_name = mail)]
pub struct Taken {
    pub id: MailId,
    sealed: Vec<u8>,
    #[diesel(column_name = created_at)]
    pub queued_at: DateTime<Utc>,
    tries: i32,
    to_index: Vec<u8>,
}

impl Taken {
    pub fn open(&self, vault: &Vault) -> Result<Letter, Error> {
        letter::open(vault, self.id, &self.sealed)
    }
}

/// Nobody has it.
#[diesel::dsl::auto_type]
fn is_free(now: DateTime<Utc>) -> _ {
    let over = mail::taken_until.lt(now);
    mail::taken_until
        .is_null()
        .or(over.is_not_distinct_from(true))
}

/// Waits, its time has come, and nobody has it.
#[diesel::dsl::auto_type(no_type_alias)]
fn is_due(now: DateTime<Utc>) -> _ {
    let time_has_come = mail::next_at.le(now);
    let free: is_free = is_free(now);
    mail::sent_at
        .is_null()
        .and(mail::failed_at.is_null())
        .and(mail::recalled_at.is_null())
        .and(time_has_come)
        .and(free)
}

/// The mails that are due, those that are so longest first, and mails to many after all others; 20
/// at most.
pub fn due(r: &mut Read) -> Result<Vec<MailId>, Error> {
    let due = mail::table
        .filter(is_due(r.now()))
        .order((mail::to_many, mail::next_at, mail::id))
        .limit(BATCH)
        .select(mail::id);
    Ok(due.load(r.conn())?)
}

/// Takes a mail for so long, or says that it is not due any more.
pub fn take(w: &mut Write, id: MailId, lease: Duration) -> Result<Option<Taken>, Error> {
    let now = w.now();
    let due = mail::table.filter(mail::id.eq(id)).filter(is_due(now));
    let taken = diesel::update(due)
        .set(mail::taken_until.eq(now + lease))
        .returning(Taken::as_returning());
    Ok(taken.get_result(w.conn()).optional()?)
}

/// What became of a mail that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody else has it now.
    Sent,
    /// It never will be: the code of the reply, where one was given.
    Refused(Option<u16>),
    /// The server wants it later, and gave this code.
    Later(u16),
    /// The conversation broke off: nothing is held against the mail, but others go before it.
    BrokenOff,
}

/// When a mail is tried again that a server put off so many times.
fn pause(tries: i32) -> Duration {
    let doubled = 1_i64 << tries.clamp(1, 20).unsigned_abs().saturating_sub(1);
    Duration::minutes(doubled.min(LONGEST_PAUSE))
}

/// What is put down of a mail; what is none stays as it is.
#[derive(Default, AsChangeset)]
#[diesel(table_name = mail)]
struct Settled {
    sent_at: Option<DateTime<Utc>>,
    failed_at: Option<DateTime<Utc>>,
    next_at: Option<DateTime<Utc>>,
    tries: Option<i32>,
    reply: Option<i16>,
    sealed: Option<Vec<u8>>,
}

/// Puts down what became of a mail, and lets it go.
pub fn settle(w: &mut Write, taken: &Taken, outcome: Outcome) -> Result<(), Error> {
    let (now, tries) = (w.now(), taken.tries.saturating_add(1));
    let reply = |code: u16| i16::try_from(code).ok();
    let failed = |code: Option<u16>| Settled {
        failed_at: Some(now),
        tries: Some(tries),
        reply: code.and_then(reply),
        // nobody retries a last word: nothing of whom it was for stays
        sealed: taken.to_index.is_empty().then(Vec::new),
        ..Settled::default()
    };
    let settled = match outcome {
        Outcome::Sent => Settled {
            sent_at: Some(now),
            sealed: Some(Vec::new()),
            ..Settled::default()
        },
        Outcome::Later(code) if tries < MOST_TRIES => Settled {
            next_at: Some(now + pause(tries)),
            tries: Some(tries),
            reply: reply(code),
            ..Settled::default()
        },
        Outcome::Later(code) => failed(Some(code)),
        Outcome::Refused(code) => failed(code),
        Outcome::BrokenOff => Settled {
            next_at: Some(now + AFTER_TROUBLE),
            ..Settled::default()
        },
    };
    let let_go = mail::taken_until.eq(None::<DateTime<Utc>>);
    diesel::update(mail::table.find(taken.id))
        .set((settled, let_go))
        .execute(w.conn())?;
    Ok(())
}

/// Recalls every mail to an address: whoever reads it was erased. What waits is not sent, and of
/// what was sent the file goes, if it still lies there. The rows stay until then, without whom they
/// went to.
pub fn recall(w: &mut Write, to_index: &[u8]) -> Result<(), Error> {
    let now = w.now();
    diesel::update(mail::table.filter(mail::to_index.eq(to_index)))
        .set((
            mail::recalled_at.eq(now),
            mail::sealed.eq(Vec::new()),
            mail::to_index.eq(Vec::new()),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// The mails that were recalled, but for those that somebody is writing just now.
pub fn recalled(r: &mut Read) -> Result<Vec<MailId>, Error> {
    let recalled = mail::table
        .filter(mail::recalled_at.is_not_null())
        .filter(is_free(r.now()));
    Ok(recalled.select(mail::id).load(r.conn())?)
}

/// The mails that were sent or failed over 30 days ago, and last words that nobody took for two
/// days.
pub fn old(r: &mut Read) -> Result<Vec<MailId>, Error> {
    let (before, last) = (r.now() - KEPT, r.now() - LAST_WORD);
    let kept = mail::sent_at.lt(before).or(mail::failed_at.lt(before));
    let untaken = mail::to_index
        .eq(Vec::new())
        .and(mail::sent_at.is_null())
        .and(mail::created_at.lt(last));
    let old = mail::table.filter(kept.assume_not_null().or(untaken));
    Ok(old.select(mail::id).load(r.conn())?)
}

/// Deletes the rows of these mails.
pub fn delete(w: &mut Write, ids: &[MailId]) -> Result<usize, Error> {
    Ok(diesel::delete(mail::table.filter(mail::id.eq_any(ids))).execute(w.conn())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_that_is_put_off_again_and_again_is_given_up_after_about_two_days() {
        let pauses: Vec<i64> = (1..MOST_TRIES)
            .map(|tries| pause(tries).num_minutes())
            .collect();
        assert_eq!(pauses[..9], [1, 2, 4, 8, 16, 32, 64, 128, 240]);
        let hours = pauses.iter().sum::<i64>() / 60;
        assert!((44..=52).contains(&hours), "{hours}");
    }
}
