//! The outbox. A mail is queued in the transaction of what it announces and sent after the answer; here it is written as a
//! file of the form that mail programs read (RFC 5322), for whatever hands it on. A row keeps the mail sealed until it is
//! sent, and then nothing of it.

use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::{DateTime, Duration, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use uuid::Uuid;

use crate::access::Grant;
use crate::db::schema::mail;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::files;
use crate::text::{Language, say};
use crate::vault::Place;

/// Mails that one transaction sends at most.
const BATCH: i64 = 20;
/// Bytes of text in an encoded word: with its frame and the field's name they make a line of at most 76 characters.
const WORD: usize = 39;
/// Bytes of text in an encoded line, which makes 76 characters of them.
const LINE: usize = 57;

fn place(id: Uuid) -> Place {
    Place {
        table: "mail",
        id,
        subject: id,
    }
}

/// Queues a mail of that text, with the secret of its link.
pub fn queue(
    w: &mut Write,
    to: &str,
    text: &str,
    token: &str,
    language: Language,
) -> Result<(), Error> {
    let (id, now) = (Uuid::now_v7(), w.now());
    let subject = say(language, &format!("{text}-subject"), &[]);
    let sealed = w.vault().seal(
        place(id),
        [
            ("to", to),
            ("subject", &subject),
            ("text", text),
            ("token", token),
            ("language", language.code()),
        ],
    );
    diesel::insert_into(mail::table)
        .values((
            mail::id.eq(id),
            mail::sealed.eq(sealed.sealed),
            mail::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Whether a mail waits.
pub fn waits(r: &mut Read) -> Result<bool, Error> {
    Ok(diesel::select(exists(mail::table.filter(mail::sent_at.is_null()))).get_result(r.conn())?)
}

/// The text of a header field as encoded words (RFC 2047), cut between characters.
fn encoded_words(text: &str) -> String {
    let mut words = vec![String::new()];
    for c in text.chars() {
        match words.last_mut() {
            Some(word) if word.len() + c.len_utf8() <= WORD => word.push(c),
            _ => words.push(c.into()),
        }
    }
    let words: Vec<String> = words
        .iter()
        .map(|word| format!("=?UTF-8?B?{}?=", BASE64_STANDARD.encode(word)))
        .collect();
    words.join("\r\n ")
}

/// A mail as mail programs read it.
fn message(id: Uuid, from: &str, to: &str, subject: &str, at: DateTime<Utc>, text: &str) -> String {
    let host = from.rsplit('@').next().unwrap_or_default();
    let text = text.replace('\n', "\r\n") + "\r\n";
    let lines: Vec<String> = text
        .as_bytes()
        .chunks(LINE)
        .map(|line| BASE64_STANDARD.encode(line))
        .collect();
    let fields = [
        format!("From: {from}"),
        format!("To: {to}"),
        format!("Subject: {}", encoded_words(subject)),
        format!("Date: {}", at.to_rfc2822()),
        format!("Message-ID: <{id}@{host}>"),
        "MIME-Version: 1.0".into(),
        "Content-Type: text/plain; charset=utf-8".into(),
        "Content-Transfer-Encoding: base64".into(),
    ];
    format!("{}\r\n\r\n{}\r\n", fields.join("\r\n"), lines.join("\r\n"))
}

/// Writes waiting mails into the directory, one file each, and returns how many. A crash in between writes a mail twice
/// rather than never.
pub fn send(w: &mut Write, directory: &Path, from: &str, public_url: &str) -> Result<usize, Error> {
    let waiting: Vec<(Uuid, Vec<u8>, DateTime<Utc>)> = mail::table
        .filter(mail::sent_at.is_null())
        .order(mail::created_at)
        .limit(BATCH)
        .for_update()
        .skip_locked()
        .select((mail::id, mail::sealed, mail::created_at))
        .load(w.conn())?;
    for (id, sealed, created_at) in &waiting {
        let opened = w.vault().open(&Grant::for_program(), place(*id), sealed)?;
        let language = if opened.get("language") == "en" {
            Language::English
        } else {
            Language::Korean
        };
        let values = [
            ("token", opened.get("token").to_string()),
            ("url", public_url.to_string()),
        ];
        let body = say(language, opened.get("text"), &values);
        let message = message(
            *id,
            from,
            opened.get("to"),
            opened.get("subject"),
            *created_at,
            &body,
        );
        // renamed when it is whole: a program that watches the directory never reads half a mail
        files::write_private(&directory.join(format!("{id}.eml")), &message)
            .map_err(Error::internal)?;
        let now = w.now();
        diesel::update(mail::table.find(id))
            .set((mail::sent_at.eq(now), mail::sealed.eq(Vec::new())))
            .execute(w.conn())?;
    }
    Ok(waiting.len())
}

/// Deletes mails that wait for that address.
pub fn forget(w: &mut Write, to: &str) -> Result<(), Error> {
    let waiting: Vec<(Uuid, Vec<u8>)> = mail::table
        .filter(mail::sent_at.is_null())
        .select((mail::id, mail::sealed))
        .load(w.conn())?;
    for (id, sealed) in waiting {
        if w.vault()
            .open(&Grant::for_program(), place(id), &sealed)?
            .get("to")
            == to
        {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_subject_is_cut_between_characters() {
        let subject = "가나다라마바사아자차카타파하 ab 거너더러머버서어저처커터퍼허";
        let field = format!("Subject: {}", encoded_words(subject));
        assert!(
            field.lines().count() > 2 && field.lines().all(|line| line.len() <= 76),
            "{field}"
        );
        let words = field
            .trim_start_matches("Subject: ")
            .split("\r\n ")
            .map(|word| {
                let text = word
                    .strip_prefix("=?UTF-8?B?")
                    .and_then(|rest| rest.strip_suffix("?="))
                    .unwrap();
                String::from_utf8(BASE64_STANDARD.decode(text).unwrap()).unwrap()
            });
        assert_eq!(words.collect::<String>(), subject);
    }
}
