//! The outbox. A mail is queued in the transaction of what it announces and sent after the answer; here it is written as a
//! file, which is what development needs. A row keeps the mail sealed until it is sent, and then nothing of it.

use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use uuid::Uuid;

use crate::access::Grant;
use crate::config::write_private;
use crate::db::schema::mail;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::text::{Language, say};
use crate::vault::Place;

/// Mails that one transaction sends at most.
const BATCH: i64 = 20;

fn place(id: Uuid) -> Place {
    Place { table: "mail", id, subject: id }
}

/// Queues a mail of that text, with the secret of its link.
pub fn queue(w: &mut Write, to: &str, text: &str, token: &str, language: Language) -> Result<(), Error> {
    let (id, now) = (Uuid::now_v7(), w.now());
    let subject = say(language, &format!("{text}-subject"), &[]);
    let sealed =
        w.vault().seal(place(id), [("to", to), ("subject", &subject), ("text", text), ("token", token), ("language", language.code())]);
    diesel::insert_into(mail::table)
        .values((mail::id.eq(id), mail::sealed.eq(sealed.sealed), mail::created_at.eq(now)))
        .execute(w.conn())?;
    Ok(())
}

/// Whether a mail waits.
pub fn waits(r: &mut Read) -> Result<bool, Error> {
    Ok(diesel::select(exists(mail::table.filter(mail::sent_at.is_null()))).get_result(r.conn())?)
}

/// Writes waiting mails into the directory, one file each, and returns how many. A crash in between writes a mail twice
/// rather than never.
pub fn send(w: &mut Write, directory: &Path, public_url: &str) -> Result<usize, Error> {
    let waiting: Vec<(Uuid, Vec<u8>, DateTime<Utc>)> = mail::table
        .filter(mail::sent_at.is_null())
        .order(mail::created_at)
        .limit(BATCH)
        .for_update()
        .skip_locked()
        .select((mail::id, mail::sealed, mail::created_at))
        .load(w.conn())?;
    if !waiting.is_empty() {
        std::fs::create_dir_all(directory).map_err(Error::internal)?;
    }
    for (id, sealed, created_at) in &waiting {
        let opened = w.vault().open(&Grant::for_program(), place(*id), sealed)?;
        let language = if opened.get("language") == "en" { Language::English } else { Language::Korean };
        let values = [("token", opened.get("token").to_string()), ("url", public_url.to_string())];
        let body = say(language, opened.get("text"), &values);
        let message = format!(
            "To: {}\nSubject: {}\nDate: {}\nContent-Type: text/plain; charset=utf-8\n\n{body}\n",
            opened.get("to"),
            opened.get("subject"),
            created_at.to_rfc2822()
        );
        // written beside and renamed: whoever watches the directory never reads half a mail
        let (unfinished, finished) = (directory.join(format!(".{id}")), directory.join(format!("{id}.eml")));
        write_private(&unfinished, &message).and_then(|()| std::fs::rename(&unfinished, &finished)).map_err(Error::internal)?;
        let now = w.now();
        diesel::update(mail::table.find(id)).set((mail::sent_at.eq(now), mail::sealed.eq(Vec::new()))).execute(w.conn())?;
    }
    Ok(waiting.len())
}

/// Deletes mails that wait for that address.
pub fn forget(w: &mut Write, to: &str) -> Result<(), Error> {
    let waiting: Vec<(Uuid, Vec<u8>)> = mail::table.filter(mail::sent_at.is_null()).select((mail::id, mail::sealed)).load(w.conn())?;
    for (id, sealed) in waiting {
        if w.vault().open(&Grant::for_program(), place(id), &sealed)?.get("to") == to {
            diesel::delete(mail::table.find(id)).execute(w.conn())?;
        }
    }
    Ok(())
}

/// Deletes what is left of mails sent over 30 days ago.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let before = w.now() - Duration::days(30);
    Ok(diesel::delete(mail::table.filter(mail::sent_at.lt(before))).execute(w.conn())?)
}
