//! What waits to be sent. A row keeps the mail sealed until it is sent, and then nothing of it.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use crate::access::Grant;
use crate::db::schema::mail;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::input::Email;
use crate::text::Language;
use crate::vault::{Opened, Place};

/// Mails that are taken at a time.
const BATCH: i64 = 20;

/// What a mail says, with the secret of its link where it has one, and the hours it can be used.
#[derive(Clone, Copy)]
pub enum Mail<'t> {
    /// Makes an account.
    Registration(&'t str, i64),
    /// Somebody asked for an account that is there already.
    Known,
    /// Sets a new password.
    Reset(&'t str, i64),
    /// Somebody asked for a new password where there is no account.
    Unknown,
    /// As before, but the mailbox heard so today. Nothing is sent, for the same work: who measures
    /// it must not learn whether there is an account.
    Withheld,
    /// An account was made for a member of staff.
    Invitation(&'t str, i64),
}

impl<'t> Mail<'t> {
    /// Key of the text in web/locales, and the secret and the hours that it shows.
    fn parts(self) -> (&'static str, &'t str, i64) {
        match self {
            Self::Registration(token, hours) => ("mail-registration", token, hours),
            Self::Known => ("mail-known", "", 0),
            Self::Reset(token, hours) => ("mail-reset", token, hours),
            Self::Unknown | Self::Withheld => ("mail-unknown", "", 0),
            Self::Invitation(token, hours) => ("mail-invitation", token, hours),
        }
    }
}

fn place(id: Uuid) -> Place {
    Place {
        table: "mail",
        id,
        subject: id,
    }
}

pub fn queue(w: &mut Write, to: &Email, mail: Mail, language: Language) -> Result<(), Error> {
    let (id, now) = (Uuid::now_v7(), w.now());
    let (text, token, hours) = mail.parts();
    let to_index = w.vault().index("email", to.as_str());
    let fields = [
        ("to", to.as_str()),
        ("text", text),
        ("token", token),
        ("hours", &hours.to_string()),
        ("language", language.as_str()),
    ];
    let mut sealed = w.vault().seal(place(id), fields).sealed;
    let withheld = matches!(mail, Mail::Withheld);
    if withheld {
        sealed.clear();
    }
    diesel::insert_into(mail::table)
        .values((
            mail::id.eq(id),
            mail::sealed.eq(sealed),
            mail::created_at.eq(now),
            mail::sent_at.eq(withheld.then_some(now)),
            mail::to_index.eq(to_index),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// A mail that waits.
pub struct Waiting {
    pub id: Uuid,
    pub to: Email,
    /// Key of its text in web/locales.
    pub text: String,
    /// Secret of its link; empty where it has none.
    pub token: String,
    /// Hours that it can be used.
    pub hours: String,
    pub language: Language,
    pub queued_at: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = mail)]
struct Row {
    id: Uuid,
    sealed: Vec<u8>,
    created_at: DateTime<Utc>,
}

impl Row {
    fn open(&self, r: &Read) -> Result<Opened, Error> {
        r.vault()
            .open(&Grant::for_program(), place(self.id), &self.sealed)
    }
}

/// The mails that wait longest, at most 20.
pub fn waiting(r: &mut Read) -> Result<Vec<Waiting>, Error> {
    let rows: Vec<Row> = mail::table
        .filter(mail::sent_at.is_null())
        .filter(mail::recalled_at.is_null())
        .order(mail::created_at)
        .limit(BATCH)
        .select(Row::as_select())
        .load(r.conn())?;
    let open = |row: Row| {
        let opened = row.open(r)?;
        Ok(Waiting {
            id: row.id,
            to: Email::of_stored(opened.get("to").into()),
            text: opened.get("text").into(),
            token: opened.get("token").into(),
            hours: opened.get("hours").into(),
            language: opened.get("language").parse().map_err(Error::internal)?,
            queued_at: row.created_at,
        })
    };
    rows.into_iter().map(open).collect()
}

/// Forgets what these mails said: they are sent.
pub fn sent(w: &mut Write, ids: &[Uuid]) -> Result<(), Error> {
    let now = w.now();
    diesel::update(mail::table.filter(mail::id.eq_any(ids)))
        .set((mail::sent_at.eq(now), mail::sealed.eq(Vec::new())))
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

/// The mails that were recalled.
pub fn recalled(r: &mut Read) -> Result<Vec<Uuid>, Error> {
    let recalled = mail::table.filter(mail::recalled_at.is_not_null());
    Ok(recalled.select(mail::id).load(r.conn())?)
}

/// The mails that were sent over 30 days ago.
pub fn old(r: &mut Read) -> Result<Vec<Uuid>, Error> {
    let before = r.now() - Duration::days(30);
    let old = mail::table.filter(mail::sent_at.lt(before));
    Ok(old.select(mail::id).load(r.conn())?)
}

/// Deletes the rows of these mails.
pub fn delete(w: &mut Write, ids: &[Uuid]) -> Result<usize, Error> {
    Ok(diesel::delete(mail::table.filter(mail::id.eq_any(ids))).execute(w.conn())?)
}
