//! Sealing: takes the pending changes as a queue and appends them to the chain. One transaction a batch, and the row lock
//! on the head makes the sealer the only one, whatever else runs; a second sealer waits and finds nothing left.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Bytea, Text};

use crate::audit::format::entry::{self, Change, Hash};
use crate::db::pool;
use crate::db::schema::{audit_head, change};
use crate::db::wake::Wake;
use crate::error::{Error, Unavailable};

/// Changes a transaction takes at most.
const BATCH: i64 = 5_000;
/// How long a batch may gather changes: bounds the number of transactions under load.
const GATHER: Duration = Duration::from_millis(100);
/// How often the queue is looked at without being woken: changes also come from outside this process.
const LOOK: Duration = Duration::from_millis(500);

/// Points in sealing a batch, at which tests let it fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    AfterTaking,
    BeforeCommit,
    AfterCommit,
}

impl Moment {
    /// All of them in their order.
    pub const ALL: [Self; 3] = [Self::AfterTaking, Self::BeforeCommit, Self::AfterCommit];
}

/// Appends pending changes to the chain, on a connection of its own.
pub struct Sealer(PgConnection);

/// Columns of a captured change in the order of [`Captured`].
pub type CapturedColumns = (
    change::tx,
    change::at,
    change::actor,
    change::role,
    change::action,
    change::request,
    change::case_id,
    change::subject,
    change::table_name,
    change::op,
    change::key,
    change::commitment,
);

/// The columns that an entry is made of.
pub const CAPTURED: CapturedColumns = (
    change::tx,
    change::at,
    change::actor,
    change::role,
    change::action,
    change::request,
    change::case_id,
    change::subject,
    change::table_name,
    change::op,
    change::key,
    change::commitment,
);

/// A captured change as it lies in the table.
#[derive(Queryable)]
pub struct Captured {
    tx: i64,
    at: DateTime<Utc>,
    actor: String,
    role: String,
    action: String,
    request: String,
    case_id: String,
    subject: String,
    table_name: String,
    op: String,
    key: String,
    commitment: Option<Vec<u8>>,
}

impl From<Captured> for Change {
    fn from(c: Captured) -> Self {
        Self {
            tx: c.tx,
            at: c.at,
            actor: c.actor,
            role: c.role,
            action: c.action,
            request: c.request,
            case: c.case_id,
            subject: c.subject,
            table: c.table_name,
            op: c.op,
            key: c.key,
            row: c.commitment,
        }
    }
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = BigInt)]
    change: i64,
}

impl Sealer {
    /// Connects as the program's role and takes on the sealer's.
    ///
    /// # Errors
    /// `Unavailable` where the database does not answer or the role is not granted.
    pub fn connect(url: &str) -> Result<Self, Error> {
        let mut conn = pool::connect(url).map_err(|_| Error::Unavailable(Unavailable::Database))?;
        diesel::sql_query("SET ROLE registry_sealer").execute(&mut conn)?;
        Ok(Self(conn))
    }

    /// Seals at most `limit` pending changes and returns how many. `at` is told each moment between the steps.
    ///
    /// # Errors
    /// The database's. After one nobody knows whether the batch was committed: whoever seals next finds what is pending.
    pub fn batch(
        &mut self,
        limit: i64,
        mut at: impl FnMut(Moment) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        let sealed = self.0.transaction(|conn| {
            let (log, size, hash): (String, i64, Vec<u8>) =
                audit_head::table.select((audit_head::log, audit_head::size, audit_head::hash)).for_update().first(conn)?;
            // the lock is held: this statement's snapshot sees everything that an earlier sealer left
            // by ctid: joined by id, every batch would read all that is pending
            let mut ids: Vec<i64> = diesel::sql_query(
                "DELETE FROM pending WHERE ctid = ANY (ARRAY(SELECT ctid FROM pending ORDER BY change LIMIT $1)) RETURNING change",
            )
            .bind::<BigInt, _>(limit)
            .load::<Taken>(conn)?
            .into_iter()
            .map(|taken| taken.change)
            .collect();
            if ids.is_empty() {
                return Ok(0);
            }
            at(Moment::AfterTaking)?;
            ids.sort_unstable(); // RETURNING keeps no order
            let changes: Vec<Captured> = change::table.filter(change::id.eq_any(&ids)).order(change::id).select(CAPTURED).load(conn)?;
            if changes.len() != ids.len() {
                return Err(Error::internal(
                    "a pending change is not in the table change: the database was tampered with; nothing is sealed",
                ));
            }
            let mut prev: Hash = hash.try_into().map_err(|_| Error::internal("the head's hash is not 32 bytes"))?;
            let first = u64::try_from(size).map_err(|_| Error::internal("the head's size is negative"))?;
            let mut seqs = Vec::with_capacity(ids.len());
            let mut lines = Vec::with_capacity(ids.len());
            let mut hashes = Vec::with_capacity(ids.len());
            for (seq, change) in (first..).zip(changes) {
                let line = Change::from(change).line(&log, seq, &prev);
                prev = entry::hash(line.as_bytes());
                seqs.push(seq as i64);
                lines.push(line);
                hashes.push(prev.to_vec());
            }
            diesel::sql_query("INSERT INTO audit_log (seq, change, entry, hash) SELECT * FROM unnest($1, $2, $3, $4)")
                .bind::<Array<BigInt>, _>(&seqs)
                .bind::<Array<BigInt>, _>(&ids)
                .bind::<Array<Text>, _>(&lines)
                .bind::<Array<Binary>, _>(&hashes)
                .execute(conn)?;
            diesel::sql_query("UPDATE audit_head SET size = $1, hash = $2")
                .bind::<BigInt, _>(size + ids.len() as i64)
                .bind::<Bytea, _>(prev.to_vec())
                .execute(conn)?;
            at(Moment::BeforeCommit)?;
            Ok(ids.len())
        })?;
        at(Moment::AfterCommit)?;
        Ok(sealed)
    }

    /// Seals until nothing is pending and returns how many entries were added.
    pub fn drain(&mut self) -> Result<usize, Error> {
        let mut sealed = 0;
        loop {
            let batch = self.batch(BATCH, |_| Ok(()))?;
            sealed += batch;
            if batch < BATCH as usize {
                return Ok(sealed);
            }
        }
    }
}

/// Seals for as long as `stop` is not set; reconnects after a fault. `next` is woken when something was sealed, and `healthy`
/// says whether the last batch succeeded.
pub fn run(
    url: &str,
    woken: &Receiver<()>,
    next: &Wake,
    stop: &Arc<AtomicBool>,
    healthy: &Arc<AtomicBool>,
) {
    let mut sealer = None;
    while !stop.load(Ordering::Relaxed) {
        let result = match sealer.as_mut() {
            None => Sealer::connect(url).map(|connected| {
                sealer = Some(connected);
            }),
            Some(sealer) => Sealer::drain(sealer).map(|sealed| {
                if sealed > 0 {
                    next.wake();
                }
            }),
        };
        healthy.store(result.is_ok(), Ordering::Relaxed);
        if let Err(error) = result {
            tracing::warn!(error = ?error, "sealing is interrupted; trying again");
            sealer = None;
            std::thread::sleep(LOOK);
            continue;
        }
        match woken.recv_timeout(LOOK) {
            Ok(()) => std::thread::sleep(GATHER),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(LOOK),
        }
    }
    // what was committed before the stop is sealed before the exit
    if let Some(Err(error)) = sealer.as_mut().map(Sealer::drain) {
        tracing::warn!(error = ?error, "changes stay pending; the next start seals them");
    }
}
