//! Sealing: takes pending changes off the queue and appends them to the chain, one transaction a
//! batch. The row lock on the head lets one sealer work at a time, in whatever process: a second
//! one waits and finds nothing left.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bytea, Text};

use crate::audit::format::entry::{self, Change, Hash};
use crate::audit::stored::{Captured, StoredHead};
use crate::db::pool;
use crate::db::schema::{audit_head, change};
use crate::db::wake::Wake;
use crate::error::{Error, Unavailable};

/// Changes a transaction takes at most.
const BATCH: i64 = 5_000;
/// How long a batch may gather changes: bounds the number of transactions under load.
const GATHER: Duration = Duration::from_millis(100);
/// How often the queue is looked at without being woken: commands of the operator make changes too.
const LOOK: Duration = Duration::from_millis(500);

/// Points in sealing a batch, at which tests let it fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    AfterTaking,
    BeforeCommit,
    AfterCommit,
}

impl Moment {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::AfterTaking, Self::BeforeCommit, Self::AfterCommit];
}

/// Appends pending changes to the chain, on a connection of its own.
pub struct Sealer(PgConnection);

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = BigInt)]
    change: i64,
}

impl Sealer {
    /// Connects as the program's role and takes on the sealer's.
    ///
    /// # Errors
    /// `Unavailable` where the database does not answer.
    pub fn connect(url: &str) -> Result<Self, Error> {
        let mut conn = pool::connect(url).map_err(|_| Error::Unavailable(Unavailable::Database))?;
        diesel::sql_query("SET ROLE registry_sealer").execute(&mut conn)?;
        Ok(Self(conn))
    }

    /// Seals at most `limit` pending changes and returns how many. `at` is called with each moment
    /// between the steps.
    ///
    /// # Errors
    /// After one nobody knows whether the batch was committed: the next batch finds what is
    /// pending.
    pub fn batch(
        &mut self,
        limit: i64,
        mut at: impl FnMut(Moment) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        let sealed = self.0.transaction(|conn| {
            let head: StoredHead = audit_head::table
                .select(StoredHead::as_select())
                .for_update()
                .first(conn)?;
            let ids = take(conn, limit)?;
            if ids.is_empty() {
                return Ok(0);
            }
            at(Moment::AfterTaking)?;
            let changes: Vec<Captured> = change::table
                .filter(change::id.eq_any(&ids))
                .order(change::id)
                .select(Captured::as_select())
                .load(conn)?;
            if changes.len() != ids.len() {
                return Err(Error::internal(
                    "a pending change is not in the table change: the database was tampered with; nothing is sealed",
                ));
            }
            append(conn, head, &ids, changes)?;
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

/// Takes changes off the queue, oldest first. The caller holds the lock on the head, so that this
/// statement's snapshot sees all that an earlier sealer left.
fn take(conn: &mut PgConnection, limit: i64) -> Result<Vec<i64>, Error> {
    // by ctid: joined by id, each batch would scan the whole queue
    let taken: Vec<Taken> = diesel::sql_query(
        "DELETE FROM pending WHERE ctid = ANY (ARRAY(SELECT ctid FROM pending ORDER BY change LIMIT $1)) RETURNING change",
    )
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    let mut ids: Vec<i64> = taken.into_iter().map(|taken| taken.change).collect();
    ids.sort_unstable(); // RETURNING keeps no order
    Ok(ids)
}

/// Appends the changes of these ids to the chain that ends with that head.
fn append(
    conn: &mut PgConnection,
    head: StoredHead,
    ids: &[i64],
    changes: Vec<Captured>,
) -> Result<(), Error> {
    let mut prev: Hash = head
        .hash
        .try_into()
        .map_err(|_| Error::internal("the head's hash is not 32 bytes"))?;
    let (mut seqs, mut lines, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
    for (seq, change) in (head.size..).zip(changes) {
        let place =
            u64::try_from(seq).map_err(|_| Error::internal("the head's size is negative"))?;
        let line = Change::from(change).line(&head.log, place, &prev);
        prev = entry::hash(line.as_bytes());
        seqs.push(seq);
        lines.push(line);
        hashes.push(prev.to_vec());
    }
    diesel::sql_query(
        "INSERT INTO audit_log (seq, change, entry, hash) SELECT * FROM unnest($1, $2, $3, $4)",
    )
    .bind::<Array<BigInt>, _>(&seqs)
    .bind::<Array<BigInt>, _>(ids)
    .bind::<Array<Text>, _>(&lines)
    .bind::<Array<Bytea>, _>(&hashes)
    .execute(conn)?;
    diesel::update(audit_head::table)
        .set((
            audit_head::size.eq(head.size + ids.len() as i64),
            audit_head::hash.eq(prev.to_vec()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Seals until `stop` is set; reconnects after a fault. `next` is woken when something was sealed,
/// and `healthy` says whether the last batch succeeded.
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
            Some(sealer) => sealer.drain().map(|sealed| {
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
