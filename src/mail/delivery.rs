//! Delivery: each mail becomes a file in a directory, for a program that hands it on.

use std::path::PathBuf;

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
        let waiting = db.read_now(&program, outbox::waiting)?;
        if waiting.is_empty() {
            return Ok(());
        }
        for mail in &waiting {
            self.deliver(mail)?;
        }
        let ids: Vec<_> = waiting.iter().map(|mail| mail.id).collect();
        db.write_now(&program, Action::Mail, |w| outbox::sent(w, &ids))
    }

    fn deliver(&self, mail: &Waiting) -> Result<(), Error> {
        let values = [
            ("token", mail.token.clone()),
            ("url", self.public_url.clone()),
        ];
        let text = say(mail.language, &mail.text, &values);
        let subject = say(mail.language, &format!("{}-subject", mail.text), &[]);
        let (to, at) = (mail.to.as_str(), mail.queued_at);
        let message = message(mail.id, &self.from, to, &subject, at, &text);
        let file = self.directory.join(format!("{}.eml", mail.id));
        files::write_private(&file, &message)
            .map_err(|e| Error::operator(format!("MAIL_DIR: {}: {e}", self.directory.display())))
    }
}
