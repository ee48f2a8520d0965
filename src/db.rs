//! The one way to the database. A read runs in a transaction that PostgreSQL itself holds to
//! reading; a write needs an action and, before anything else, tells the database who is acting, so
//! that every captured change carries it. Session, account and role are looked up as the first
//! statement of the same transaction: no race with a role change.

pub mod access_record;
pub mod derived;
pub mod idempotency;
pub mod keys;
pub mod lock;
pub mod migrate;
pub mod pool;
mod signed_in;
mod ticket;
pub mod wake;
#[rustfmt::skip]
pub mod schema;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::action::Action;
use crate::db::wake::Wake;
use crate::error::{Error, Unavailable};
use crate::ids::{AccountId, ClaimId, SessionId};
use crate::role::Role;
use crate::security::{self, Event};
use crate::vault::Vault;
use access_record::Access;
use pool::{Pool, Pooled};
use signed_in::SignedIn;
pub use signed_in::{IdleLimits, Reader, SessionEnd};
pub use ticket::{Credential, Ticket, Who};

/// How long a request waits for a connection before it is told to come again.
const PATIENCE: Duration = Duration::from_secs(2);

#[diesel::declare_sql_function]
extern "SQL" {
    /// Sets a setting, here for the transaction.
    fn set_config(name: Text, value: Text, is_local: Bool) -> Text;
    fn transaction_timestamp() -> diesel::sql_types::Timestamptz;
}

/// A transaction that can only read.
pub struct Read<'c> {
    conn: &'c mut PgConnection,
    who: Who,
    now: DateTime<Utc>,
    vault: &'c Vault,
    seen: Option<SessionId>,
    session: Option<SessionEnd>,
    ticket: &'c Ticket,
    /// What is put on record of a reading after it.
    readings: Vec<Access>,
    /// What is told of a change after its commit: the event, and whom it is about.
    told: Vec<(Event, String)>,
}

impl Read<'_> {
    pub fn conn(&mut self) -> &mut PgConnection {
        self.conn
    }

    pub fn who(&self) -> &Who {
        &self.who
    }

    pub fn account(&self) -> Result<AccountId, Error> {
        match self.who {
            Who::Account { account, .. } => Ok(account),
            _ => Err(Error::Unauthenticated),
        }
    }

    pub fn session(&self) -> Result<SessionId, Error> {
        match self.who {
            Who::Account { session, .. } => Ok(session),
            _ => Err(Error::Unauthenticated),
        }
    }

    /// The role of the account that asks; none for the command line, the program and a caller who
    /// has not signed in.
    pub fn role(&self) -> Option<Role> {
        match self.who {
            Who::Account { role, .. } => Some(role),
            _ => None,
        }
    }

    /// The account that asks, as its pages show it.
    pub fn reader(&self) -> Option<Reader> {
        let role = self.role()?;
        let session = self.session?;
        Some(Reader { role, session })
    }

    /// The transaction's time, the only clock for rows.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub fn vault(&self) -> &Vault {
        self.vault
    }

    /// What the request said of itself.
    pub fn ticket(&self) -> &Ticket {
        self.ticket
    }

    /// Puts it on record that staff looked at a claim, before the answer is given.
    pub fn note_reading(&mut self, claim: ClaimId) {
        let reading = Access::reading(self, claim.0);
        self.readings.push(reading);
    }
}

impl Write<'_> {
    /// Tells it to whoever watches over the registry, once it is committed.
    pub fn tell(&mut self, event: Event, whom: impl ToString) {
        self.told.push((event, whom.to_string()));
    }
}

/// A transaction that can write. Whatever can be read can be read in it.
pub struct Write<'c>(Read<'c>);

impl<'c> std::ops::Deref for Write<'c> {
    type Target = Read<'c>;
    fn deref(&self) -> &Read<'c> {
        &self.0
    }
}

impl<'c> std::ops::DerefMut for Write<'c> {
    fn deref_mut(&mut self) -> &mut Read<'c> {
        &mut self.0
    }
}

#[derive(Clone)]
pub struct Db {
    pool: Pool,
    permits: Arc<Semaphore>,
    vault: Arc<Vault>,
    wake: Wake,
    idle: IdleLimits,
}

impl Db {
    /// The database behind that pool. `wake` wakes the sealer after each write.
    pub fn new(pool: Pool, vault: Arc<Vault>, wake: Wake, idle: IdleLimits) -> Self {
        let permits = Arc::new(Semaphore::new(pool.max_size() as usize));
        Self {
            pool,
            permits,
            vault,
            wake,
            idle,
        }
    }

    pub fn vault(&self) -> &Arc<Vault> {
        &self.vault
    }

    /// Runs the closure in a transaction that can only read.
    pub async fn read<T, F>(&self, ticket: &Ticket, f: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read) -> Result<T, Error> + Send + 'static,
    {
        let (db, ticket) = (self.clone(), ticket.clone());
        self.blocking(move || db.read_now(&ticket, f)).await
    }

    /// Runs the closure in a transaction that can write, under that action. The closure may run
    /// twice: PostgreSQL gives up one of two transactions that are in each other's way, and that
    /// one is tried again once.
    pub async fn write<T, F>(&self, ticket: &Ticket, action: Action, f: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Write) -> Result<T, Error> + Send + 'static,
    {
        let (db, ticket) = (self.clone(), ticket.clone());
        self.blocking(move || db.write_now(&ticket, action, f))
            .await
    }

    /// The semaphore stands before the blocking pool, so that waiting requests queue here and not
    /// on its threads.
    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let permit = self.permit().await?;
        let done = actix_web::web::block(move || {
            let _permit = permit; // belongs to the work: a client that goes away must not free it
            work()
        });
        done.await.map_err(Error::internal)?
    }

    /// The right to use a connection, held while the value lives.
    pub async fn permit(&self) -> Result<OwnedSemaphorePermit, Error> {
        let permit = tokio::time::timeout(PATIENCE, self.permits.clone().acquire_owned()).await;
        permit
            .ok()
            .and_then(Result::ok)
            .ok_or(Error::Unavailable(Unavailable::Busy))
    }

    /// As [`Db::read`], on this thread.
    pub fn read_now<T>(
        &self,
        ticket: &Ticket,
        f: impl FnOnce(&mut Read) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut conn = self.pool.get()?;
        let (mut seen, mut readings) = (None, Vec::new());
        let result = conn
            .build_transaction()
            .read_only()
            .run(|conn| -> Result<T, Error> {
                let mut read = self.begin(conn, ticket)?;
                seen = read.seen;
                let value = f(&mut read)?;
                readings = read.readings;
                Ok(value)
            });
        note_loss(&mut conn, result.as_ref().err());
        if result.is_ok() {
            if let Some(session) = seen {
                signed_in::touch(&mut conn, session)?;
            }
            access_record::of_readings(&mut conn, &self.vault, ticket, readings)?;
        }
        result
    }

    /// As [`Db::write`], on this thread.
    pub fn write_now<T>(
        &self,
        ticket: &Ticket,
        action: Action,
        mut f: impl FnMut(&mut Write) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut conn = self.pool.get()?;
        let mut tried = false;
        loop {
            let (mut finished, mut told) = (false, Vec::new());
            let result = conn.build_transaction().run(|conn| -> Result<T, Error> {
                let read = self.begin(conn, ticket)?;
                let context = read.who.context(action, ticket.request);
                diesel::select(set_config("registry.context", context, true)).execute(read.conn)?;
                if let Some(session) = read.seen {
                    signed_in::touch(read.conn, session)?;
                }
                let mut write = Write(read);
                let value = f(&mut write)?;
                access_record::of_write(&mut write, action)?;
                told = write.0.told;
                finished = true;
                Ok(value)
            });
            note_loss(&mut conn, result.as_ref().err());
            match result {
                Ok(value) => {
                    self.wake.wake();
                    for (event, whom) in told {
                        self.tell(ticket, event, &whom);
                    }
                    return Ok(value);
                }
                Err(Error::Contended) if !tried => tried = true,
                // the COMMIT was sent and no answer came: it may have happened
                Err(Error::Lost) if finished => {
                    return Err(Error::Unavailable(Unavailable::OutcomeUnknown));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Tells it to whoever watches over the registry, where nothing is committed that would tell.
    pub fn tell(&self, ticket: &Ticket, event: Event, whom: &str) {
        let source = ticket.origin.source();
        security::note(&self.vault, event, ticket.request, source, whom);
    }

    /// First statement of every transaction: who is it, and what time is it.
    fn begin<'c>(
        &'c self,
        conn: &'c mut PgConnection,
        ticket: &'c Ticket,
    ) -> Result<Read<'c>, Error> {
        let (who, now, seen, session) = match ticket.credential {
            Credential::Other(who) => (
                who,
                diesel::select(transaction_timestamp()).get_result(conn)?,
                None,
                None,
            ),
            Credential::Session(id) => {
                let session = SignedIn::read(conn, id)?;
                let (noted, end) = session.check(self.idle)?;
                let seen = noted.then_some(id);
                let who = Who::Account {
                    account: session.account,
                    role: session.role,
                    session: id,
                };
                (who, session.now, seen, Some(end))
            }
        };
        if let Some(roles) = ticket.roles {
            match who {
                Who::Account { role, .. } if roles.contains(&role) => {}
                Who::Account { account, .. } => {
                    self.tell(ticket, Event::Refused, &account.to_string());
                    return Err(Error::Forbidden);
                }
                _ => return Err(Error::Unauthenticated),
            }
        }
        Ok(Read {
            conn,
            who,
            now,
            vault: &self.vault,
            seen,
            session,
            ticket,
            readings: Vec::new(),
            told: Vec::new(),
        })
    }

    /// A connection of its own, for work that streams.
    pub fn checkout(&self) -> Result<Pooled, Error> {
        self.pool.get()
    }
}

/// A connection that was lost, or that leads to a server which only reads now, must not go back
/// into the pool.
fn note_loss(conn: &mut Pooled, error: Option<&Error>) {
    if matches!(error, Some(Error::Lost)) {
        conn.discard();
    }
}
