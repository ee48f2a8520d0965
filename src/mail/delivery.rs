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
use crate::db::{Db, Ticket, Write};
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

/// Where mails go and come from.
pub struct Delivery {
    carrier: Carrier,
    /// The address that they come from.
    from: Address,
}

impl Delivery {
    /// # Errors
    /// An address that cannot be a sender.
    pub fn new(carrier: Carrier, from: &str) -> Result<Self, Error> {
        let from = from
            .parse()
            .map_err(|e| Error::operator(format!("MAIL_FROM: {e}")))?;
        Ok(Self { carrier, from })
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

/// Delivers mails, on a thread of its own.
pub struct Postman<'d> {
    delivery: &'d Delivery,
    db: &'d Db,
    /// The registry's address, with which links begin.
    public_url: &'d str,
    stop: &'d AtomicBool,
    runtime: Runtime,
}

impl<'d> Postman<'d> {
    pub fn new(
        delivery: &'d Delivery,
        db: &'d Db,
        public_url: &'d str,
        stop: &'d AtomicBool,
    ) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build();
        Self {
            delivery,
            db,
            public_url,
            stop,
            runtime: runtime.expect("the system has a file left, with which to wait for others"),
        }
    }

    /// Delivers what is due.
    ///
    /// # Errors
    /// Those of the database, and whatever keeps every mail from leaving: they wait.
    pub fn run(&self) -> Result<(), Error> {
        let (due, recalled) = self.db.read_now(&Ticket::program(), |r| {
            Ok((outbox::due(r)?, outbox::recalled(r)?))
        })?;
        self.take_back(&recalled)?;
        let mut conversation = None;
        let mut delivered = Ok(());
        for id in due {
            if delivered.is_err() || self.stop.load(Ordering::Relaxed) {
                break;
            }
            delivered = self.deliver(id, &mut conversation);
        }
        if let Some(conversation) = conversation {
            self.runtime.block_on(conversation.end());
        }
        delivered
    }

    /// Calls the server before a mail is taken: one that does not answer costs no mail a try.
    fn deliver(&self, id: MailId, conversation: &mut Option<Conversation>) -> Result<(), Error> {
        let lease = match &self.delivery.carrier {
            Carrier::Directory(_) => LEEWAY,
            Carrier::Server(server) => {
                if conversation.is_none() {
                    *conversation = Some(self.converse(server.call())?);
                }
                server.longest() + LEEWAY
            }
        };
        let program = Ticket::program();
        let lease = chrono::Duration::from_std(lease).map_err(Error::internal)?;
        let take = |w: &mut Write| outbox::take(w, id, lease);
        let taken = self.db.write_now(&program, Action::Mail, take)?;
        let Some(taken) = taken else {
            return Ok(()); // another server was quicker, or whom it was for was erased
        };
        let (outcome, trouble) = match self.written(&taken) {
            Ok(message) => match self.give(id, &message, conversation) {
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
        let settle = |w: &mut Write| outbox::settle(w, &taken, outcome);
        self.db.write_now(&program, Action::Mail, settle)?;
        trouble
    }

    fn written(&self, taken: &Taken) -> Result<Message, Error> {
        let letter = taken.open(self.db.vault())?;
        let from = &self.delivery.from;
        message(taken.id, from, &letter, self.public_url, taken.queued_at)
    }

    fn give(
        &self,
        id: MailId,
        message: &Message,
        conversation: &mut Option<Conversation>,
    ) -> Result<Outcome, Error> {
        let Carrier::Directory(directory) = &self.delivery.carrier else {
            let mut taken = conversation
                .take()
                .ok_or_else(|| Error::internal("nobody called the mail server"))?;
            let outcome = self.converse(taken.give(message))?;
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
    fn converse<T>(&self, talk: impl Future<Output = Result<T, String>>) -> Result<T, Error> {
        let stopped = async {
            while !self.stop.load(Ordering::Relaxed) {
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
    fn take_back(&self, recalled: &[MailId]) -> Result<(), Error> {
        if recalled.is_empty() {
            return Ok(());
        }
        if let Carrier::Directory(directory) = &self.delivery.carrier {
            for id in recalled {
                match std::fs::remove_file(file(directory, *id)) {
                    Err(e) if e.kind() != ErrorKind::NotFound => {
                        return Err(failed(directory, &e));
                    }
                    _ => {}
                }
            }
        }
        let delete = |w: &mut Write| outbox::delete(w, recalled);
        self.db
            .write_now(&Ticket::program(), Action::Mail, delete)?;
        Ok(())
    }
}

fn file(directory: &Path, id: MailId) -> PathBuf {
    directory.join(format!("{id}.eml"))
}

fn failed(directory: &Path, e: &std::io::Error) -> Error {
    Error::operator(format!("MAIL_DIR: {}: {e}", directory.display()))
}
