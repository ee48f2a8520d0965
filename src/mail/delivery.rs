//! Delivery: each mail becomes a file in a directory, for a program that hands it on.

use std::io::ErrorKind;
use std::path::PathBuf;

use uuid::Uuid;

use crate::action::Action;
use crate::db::{Db, Ticket};
use crate::error::Error;
use crate::files;
use crate::mail::message::message;
use crate::mail::outbox::{self, Waiting};
use crate::text::say;

/// Where mails go, and what they say of the registry.
pub struct Delivery {
    pub directory: PathBuf,
    /// The address that they come from.
    pub from: String,
    /// The registry's address, with which links begin.
    pub public_url: String,
}

impl Delivery {
    /// Delivers what waits. A crash between delivering and forgetting delivers a mail twice rather
    /// than never.
    pub fn run(&self, db: &Db) -> Result<(), Error> {
        let program = Ticket::program();
        let (waiting, recalled) = db.read_now(&program, |r| {
            Ok((outbox::waiting(r)?, outbox::recalled(r)?))
        })?;
        for mail in &waiting {
            self.deliver(mail)?;
        }
        if !waiting.is_empty() {
            let ids: Vec<_> = waiting.iter().map(|mail| mail.id).collect();
            db.write_now(&program, Action::Mail, |w| outbox::sent(w, &ids))?;
        }
        // its row goes after its file: a crash in between takes it back once more
        for id in &recalled {
            self.take_back(*id)?;
        }
        if !recalled.is_empty() {
            db.write_now(&program, Action::Mail, |w| outbox::delete(w, &recalled))?;
        }
        Ok(())
    }

    /// Deletes the rows of mails that were sent over 30 days ago and whose files somebody took.
    pub fn forget_old(&self, db: &Db) -> Result<usize, Error> {
        let program = Ticket::program();
        let mut old = db.read_now(&program, outbox::old)?;
        old.retain(|id| !self.file(*id).exists());
        db.write_now(&program, Action::Tidy, |w| outbox::delete(w, &old))
    }

    fn deliver(&self, mail: &Waiting) -> Result<(), Error> {
        let values = [
            ("token", mail.token.clone()),
            ("hours", mail.hours.clone()),
            ("url", self.public_url.clone()),
        ];
        let text = say(mail.language, &mail.text, &values);
        let subject = say(mail.language, &format!("{}-subject", mail.text), &[]);
        let (to, at) = (mail.to.as_str(), mail.queued_at);
        let message = message(mail.id, &self.from, to, &subject, at, &text);
        files::write_private(&self.file(mail.id), &message).map_err(|e| self.failed(&e))
    }

    fn take_back(&self, id: Uuid) -> Result<(), Error> {
        match std::fs::remove_file(self.file(id)) {
            Err(e) if e.kind() != ErrorKind::NotFound => Err(self.failed(&e)),
            _ => Ok(()),
        }
    }

    fn file(&self, id: Uuid) -> PathBuf {
        self.directory.join(format!("{id}.eml"))
    }

    fn failed(&self, e: &std::io::Error) -> Error {
        Error::operator(format!("MAIL_DIR: {}: {e}", self.directory.display()))
    }
}
