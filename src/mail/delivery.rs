//! Delivery: one mail at a time is taken, given away outside any transaction, and put down by
//! itself as soon as somebody else has it. A crash in between delivers that one mail twice rather
//! than never, with the same Message-ID.

use std::fmt;
use std::future::Future;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::{Either, select};
use lettre::{Address, Message};
use tokio::runtime::{Builder, Runtime};

use crate::action::Action;
use crate::db::{Db, Ticket};
use crate::error::Error;
use crate::files;
use crate::ids::MailId;
use crate::mail::message::message;
use crate::mail::outbox::{self, Outcome, Taken};
use crate::mail::smtp::{Conversation, Server};

/// How long a conversation may go on after the signal to stop.
const FAREWELL: Duration = Duration::from_secs(5);
/// How often it is looked whether to stop.
const LOOK: Duration = Duration::from_millis(100);
/// How long a mail is taken beyond the time that giving it away can need.
const LEEWAY: Duration = Duration::from_secs(60);

/// Who takes mails on.
pub enum Carrier {
    /// For development: a directory, in which each mail becomes a file.
    Directory(PathBuf),
    Server(Box<Server>),
}

impl fmt::Display for Carrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory(directory) => directory.display().fmt(f),
            Self::Server(server) => server.fmt(f),
        }
    }
}

/// Delivers mails.
pub struct Delivery {
    carrier: Carrier,
    /// The address that they come from.
    from: Address,
    runtime: Runtime,
}

impl Delivery {
    /// # Errors
    /// An address that cannot be a sender, and a machine that gives no runtime.
    pub fn new(carrier: Carrier, from: &str) -> Result<Self, Error> {
        let from = from
            .parse()
            .map_err(|e| Error::operator(format!("MAIL_FROM: {e}")))?;
        let runtime = Builder::new_current_thread().enable_all().build();
        Ok(Self {
            carrier,
            from,
            runtime: runtime.map_err(Error::internal)?,
        })
    }

    /// Delivers what is due; links begin with the registry's address.
    ///
    /// # Errors
    /// Those of the database, and whatever keeps every mail from leaving: they wait.
    pub fn run(&self, db: &Db, public_url: &str, stop: &AtomicBool) -> Result<(), Error> {
        let (due, recalled) = db.read_now(&Ticket::program(), |r| {
            Ok((outbox::due(r)?, outbox::recalled(r)?))
        })?;
        self.take_back(db, &recalled)?;
        let mut conversation = None;
        let mut delivered = Ok(());
        for id in due {
            if delivered.is_err() || stop.load(Ordering::Relaxed) {
                break;
            }
            delivered = self.deliver(db, public_url, id, &mut conversation, stop);
        }
        if let Some(conversation) = conversation {
            self.runtime.block_on(conversation.end());
        }
        delivered
    }

    /// Calls the server before a mail is taken: one that does not answer costs no mail a try.
    fn deliver(
        &self,
        db: &Db,
        public_url: &str,
        id: MailId,
        conversation: &mut Option<Conversation>,
        stop: &AtomicBool,
    ) -> Result<(), Error> {
        let lease = match &self.carrier {
            Carrier::Directory(_) => LEEWAY,
            Carrier::Server(server) => {
                if conversation.is_none() {
                    *conversation = Some(self.converse(stop, server.call())?);
                }
                server.longest() + LEEWAY
            }
        };
        let program = Ticket::program();
        let lease = chrono::Duration::from_std(lease).map_err(Error::internal)?;
        let taken = db.write_now(&program, Action::Mail, |w| outbox::take(w, id, lease))?;
        let Some(taken) = taken else {
            return Ok(()); // another server was quicker, or whom it was for was erased
        };
        let (outcome, trouble) = match self.written(db, public_url, &taken) {
            Ok(message) => match self.give(id, &message, conversation, stop) {
                Ok(outcome) => (outcome, Ok(())),
                Err(trouble) => (Outcome::BrokenOff, Err(trouble)),
            },
            Err(error) => {
                tracing::error!(mail = %id, ?error, "a mail cannot be written");
                (Outcome::Refused(None), Ok(()))
            }
        };
        if let Outcome::Refused(Some(reply)) | Outcome::Later(reply) = outcome {
            tracing::warn!(mail = %id, reply, "a mail was not accepted");
        }
        db.write_now(&program, Action::Mail, |w| {
            outbox::settle(w, &taken, outcome)
        })?;
        trouble
    }

    fn written(&self, db: &Db, public_url: &str, taken: &Taken) -> Result<Message, Error> {
        let letter = taken.open(db.vault())?;
        message(taken.id, &self.from, &letter, public_url, taken.queued_at)
    }

    fn give(
        &self,
        id: MailId,
        message: &Message,
        conversation: &mut Option<Conversation>,
        stop: &AtomicBool,
    ) -> Result<Outcome, Error> {
        let Carrier::Directory(directory) = &self.carrier else {
            let mut taken = conversation
                .take()
                .ok_or_else(|| Error::internal("nobody called the mail server"))?;
            let outcome = self.converse(stop, taken.give(message))?;
            if outcome == Outcome::Sent {
                *conversation = Some(taken);
            } else {
                self.runtime.block_on(taken.end());
            }
            return Ok(outcome);
        };
        let text = String::from_utf8(message.formatted()).map_err(Error::internal)?;
        files::write_private(&file(directory, id), &text).map_err(|e| failed(directory, &e))?;
        Ok(Outcome::Sent)
    }

    /// Waits for the server, until shortly after the signal to stop.
    fn converse<T>(
        &self,
        stop: &AtomicBool,
        talk: impl Future<Output = Result<T, String>>,
    ) -> Result<T, Error> {
        let stopped = async {
            while !stop.load(Ordering::Relaxed) {
                tokio::time::sleep(LOOK).await;
            }
            tokio::time::sleep(FAREWELL).await;
        };
        let said = self.runtime.block_on(async {
            match select(pin!(talk), pin!(stopped)).await {
                Either::Left((said, _)) => said,
                Either::Right(_) => Err("the registry stops".into()),
            }
        });
        said.map_err(|trouble| Error::operator(format!("the mail server: {trouble}")))
    }

    /// Takes files of mails to somebody erased away, and their rows after them: a crash in between
    /// takes them back once more.
    fn take_back(&self, db: &Db, recalled: &[MailId]) -> Result<(), Error> {
        if recalled.is_empty() {
            return Ok(());
        }
        if let Carrier::Directory(directory) = &self.carrier {
            for id in recalled {
                match std::fs::remove_file(file(directory, *id)) {
                    Err(e) if e.kind() != ErrorKind::NotFound => {
                        return Err(failed(directory, &e));
                    }
                    _ => {}
                }
            }
        }
        db.write_now(&Ticket::program(), Action::Mail, |w| {
            outbox::delete(w, recalled)
        })?;
        Ok(())
    }

    /// Deletes the rows of mails that are over, but for those whose files nobody took yet.
    pub fn forget_old(&self, db: &Db) -> Result<usize, Error> {
        let program = Ticket::program();
        let mut old = db.read_now(&program, outbox::old)?;
        if let Carrier::Directory(directory) = &self.carrier {
            old.retain(|id| !file(directory, *id).exists());
        }
        db.write_now(&program, Action::Tidy, |w| outbox::delete(w, &old))
    }
}

fn file(directory: &Path, id: MailId) -> PathBuf {
    directory.join(format!("{id}.eml"))
}

fn failed(directory: &Path, e: &std::io::Error) -> Error {
    Error::operator(format!("MAIL_DIR: {}: {e}", directory.display()))
}
