//! Mails that wait or failed, for administrators: to whom roughly, what they tell, and what the
//! mail server said of them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::codes::codes;
use crate::db::schema::mail;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::MailId;
use crate::input::{self, limits};
use crate::mail::letter::{self, MailKind};

codes! {
    /// Where a mail stands that was not sent.
    MailState {
        /// It is tried, now or later.
        Waits = "waits",
        /// It was given up, and is kept for 30 days.
        Failed = "failed",
    }
}

/// A mail that was not sent.
#[derive(Serialize, ToSchema)]
pub struct Unsent {
    /// Its id.
    pub id: MailId,
    /// Where it stands.
    pub state: MailState,
    /// What it tells.
    pub kind: MailKind,
    /// To whom it goes: the first character of the address, and its host.
    pub to: String,
    /// How often the mail server refused it or put it off.
    pub tries: i32,
    /// Code of the last reply that did, such as 550 or 451.
    pub reply: Option<i16>,
    /// When it was queued.
    pub queued_at: DateTime<Utc>,
    /// Not to be tried before; where it waits.
    pub next_at: Option<DateTime<Utc>>,
    /// When it was given up.
    pub failed_at: Option<DateTime<Utc>>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = mail)]
struct Row {
    id: MailId,
    sealed: Vec<u8>,
    created_at: DateTime<Utc>,
    tries: i32,
    next_at: DateTime<Utc>,
    failed_at: Option<DateTime<Utc>>,
    reply: Option<i16>,
}

/// An address as far as it helps to tell which one it is: `k***@example.com`.
fn masked(address: &str) -> String {
    let (name, host) = address.rsplit_once('@').unwrap_or_default();
    let first: String = name.chars().take(1).collect();
    format!("{first}***@{host}")
}

impl Row {
    fn open(self, r: &Read) -> Result<Unsent, Error> {
        let letter = letter::open(r.vault(), self.id, &self.sealed)?;
        let failed = self.failed_at.is_some();
        Ok(Unsent {
            id: self.id,
            state: if failed {
                MailState::Failed
            } else {
                MailState::Waits
            },
            kind: letter.kind,
            to: masked(letter.to.as_str()),
            tries: self.tries,
            reply: self.reply,
            queued_at: self.created_at,
            next_at: (!failed).then_some(self.next_at),
            failed_at: self.failed_at,
        })
    }
}

/// Mails that wait or failed, the newest first, `after` that one. A last word to somebody erased is
/// nobody's business.
pub fn list(r: &mut Read, after: Option<MailId>, limit: i64) -> Result<Vec<Unsent>, Error> {
    let limit = input::limit(limit, limits::PAGE)?;
    let mut unsent = mail::table
        .filter(mail::sent_at.is_null())
        .filter(mail::recalled_at.is_null())
        .filter(mail::to_index.ne(Vec::new()))
        .order(mail::id.desc())
        .limit(limit)
        .select(Row::as_select())
        .into_boxed();
    if let Some(after) = after {
        unsent = unsent.filter(mail::id.lt(after));
    }
    let rows: Vec<Row> = unsent.load(r.conn())?;
    rows.into_iter().map(|row| row.open(r)).collect()
}

/// Has a mail tried again now, as if it never had been; one that is under way is not tried twice.
///
/// # Errors
/// `NotFound` where there is none that waits or failed.
pub fn retry(w: &mut Write, id: MailId) -> Result<(), Error> {
    let now = w.now();
    let unsent = mail::table
        .filter(mail::id.eq(id))
        .filter(mail::sent_at.is_null())
        .filter(mail::recalled_at.is_null())
        .filter(mail::to_index.ne(Vec::new()));
    let again = diesel::update(unsent).set((
        mail::tries.eq(0),
        mail::next_at.eq(now),
        mail::failed_at.eq(None::<DateTime<Utc>>),
    ));
    match again.execute(w.conn())? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn an_address_is_told_by_its_first_character_and_its_host() {
        for (address, shown) in [
            ("kim@example.com", "k***@example.com"),
            ("k@example.com", "k***@example.com"),
            ("\"a@b\"@example.com", "\"***@example.com"),
        ] {
            assert_eq!(masked(address), shown);
        }
    }
}
