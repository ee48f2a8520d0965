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

/// What a mail says, with the secret of its link where it has one.
#[derive(Clone, Copy)]
pub enum Mail<'t> {
    /// Makes an account.
    Registration(&'t str),
    /// Somebody asked for an account that is there already.
    Known,
    /// Sets a new password.
    Reset(&'t str),
    /// Somebody asked for a new password where there is no account.
    Unknown,
    /// An account was made for a member of staff.
    Invitation(&'t str),
}

impl<'t> Mail<'t> {
    /// Key of the text in web/locales, and the secret that it shows.
    fn parts(self) -> (&'static str, &'t str) {
        match self {
            Self::Registration(token) => ("mail-registration", token),
            Self::Known => ("mail-known", ""),
            Self::Reset(token) => ("mail-reset", token),
            Self::Unknown => ("mail-unknown", ""),
            Self::Invitation(token) => ("mail-invitation", token),
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
    let (text, token) = mail.parts();
    let fields = [
        ("to", to.as_str()),
        ("text", text),
        ("token", token),
        ("language", language.as_str()),
    ];
    let sealed = w.vault().seal(place(id), fields);
    diesel::insert_into(mail::table)
        .values((
            mail::id.eq(id),
            mail::sealed.eq(sealed.sealed),
            mail::created_at.eq(now),
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

/// Deletes mails that wait for that address.
pub fn forget(w: &mut Write, to: &Email) -> Result<(), Error> {
    let rows: Vec<Row> = mail::table
        .filter(mail::sent_at.is_null())
        .select(Row::as_select())
        .load(w.conn())?;
    for row in rows {
        if row.open(w)?.get("to") == to.as_str() {
            diesel::delete(mail::table.find(row.id)).execute(w.conn())?;
        }
    }
    Ok(())
}

/// Deletes what is left of mails sent over 30 days ago.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let before = w.now() - Duration::days(30);
    Ok(diesel::delete(mail::table.filter(mail::sent_at.lt(before))).execute(w.conn())?)
}
