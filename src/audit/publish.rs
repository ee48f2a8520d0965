//! Publishing: new entries are read back from the disk, hashed again, added to the tree, and the tree is signed. In this
//! order, so that a crash between two steps leaves nothing that the next start does not mend, and never two signatures that
//! contradict each other:
//!
//! 1. tiles: nobody asks for them before a checkpoint needs them; written again they are the same
//! 2. guard: from here on no other history can be signed
//! 3. checkpoint: signed and put where everybody reads it

mod files;
pub mod guard;
mod health;
pub mod published;
pub mod store;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use diesel::prelude::*;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::entry::{self, Hash};
use crate::audit::format::note::Signer;
use crate::audit::format::tiles::{self, Tile, Tree};
use crate::audit::publish::guard::{Guard, Signed};
use crate::audit::publish::published::Published;
use crate::audit::publish::store::Store;
use crate::db::pool;
use crate::db::schema::{audit_log, log_identity};
use crate::error::Error;
pub use files::bundle;
use files::{complete, put_bundles, rebuild};
pub use health::Health;

/// Entries a publication takes at most, so that it needs little memory; what is left follows at once.
const BATCH: i64 = 2_000;
/// How often the log is looked at without being woken.
const LOOK: Duration = Duration::from_millis(500);
/// Least time between two publications: bounds the writes under load, far below the second that a change may take.
const PAUSE: Duration = Duration::from_millis(200);

/// Where the published log lies.
#[derive(Clone)]
pub struct Destination {
    /// Directory of checkpoint and tiles.
    pub log: PathBuf,
    /// File of the guard.
    pub guard: PathBuf,
    /// Whether bundles of entries are published too.
    pub public_entries: bool,
}

/// Points between the steps, at which tests let a publication fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    BeforeTiles,
    /// After each of them.
    AfterTile,
    AfterTiles,
    BeforeGuard,
    AfterGuard,
    BeforeCheckpoint,
    AfterCheckpoint,
}

impl Moment {
    /// All of them in their order.
    pub const ALL: [Self; 7] = [
        Self::BeforeTiles,
        Self::AfterTile,
        Self::AfterTiles,
        Self::BeforeGuard,
        Self::AfterGuard,
        Self::BeforeCheckpoint,
        Self::AfterCheckpoint,
    ];
}

/// Why nothing is published.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// The database is not the one that was signed: nothing more is signed until somebody decides. Everybody may know why, so
    /// it names no path.
    Rewound(String),
    /// Something that may pass, in the words of the machine or of PostgreSQL, which are for the operator.
    Fault(String),
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(error.to_string())
    }
}

impl From<diesel::result::Error> for Refusal {
    fn from(error: diesel::result::Error) -> Self {
        Self::Fault(format!("{:?}", Error::from(error)))
    }
}

/// Publishes what is sealed.
pub struct Publisher {
    conn: PgConnection,
    signer: Arc<Signer>,
    store: Store,
    guard: Arc<Guard>,
    published: Arc<Published>,
    public_entries: bool,
    tree: Tree,
    last: Hash,
    /// Whether the checkpoint of this tree is where everybody reads it.
    shown: bool,
}

fn hash_at(conn: &mut PgConnection, seq: u64) -> Result<Option<Hash>, Refusal> {
    let hash: Option<Vec<u8>> = audit_log::table
        .filter(audit_log::seq.eq(seq as i64))
        .select(audit_log::hash)
        .first(conn)
        .optional()?;
    Ok(hash.and_then(|hash| hash.try_into().ok()))
}

impl Publisher {
    /// Goes on where the last publication ended.
    ///
    /// # Errors
    /// `Rewound` where the database is behind or beside what was signed.
    pub fn open(
        mut conn: PgConnection,
        signer: Arc<Signer>,
        guard: Arc<Guard>,
        published: Arc<Published>,
        destination: &Destination,
    ) -> Result<Self, Refusal> {
        let signs: Option<String> = log_identity::table
            .order(log_identity::id.desc())
            .select(log_identity::vkey)
            .first(&mut conn)
            .optional()?;
        if signs.is_some_and(|vkey| vkey != signer.vkey().to_string()) {
            return Err(Refusal::Rewound(
                "another key signs this log now: start `serve` again".into(),
            ));
        }
        let store = Store::new(&destination.log);
        let current = store.published()?;
        let Some(signed) = guard.signed()? else {
            if current.is_some() {
                return Err(Refusal::Rewound(
                    "the guard file is missing although a checkpoint was published: put it back"
                        .into(),
                ));
            }
            let (tree, last) = (Tree::default(), [0; 32]);
            return Ok(Self {
                conn,
                signer,
                store,
                guard,
                published,
                public_entries: destination.public_entries,
                tree,
                last,
                shown: false,
            });
        };
        let Signed { checkpoint, last } = signed;
        if checkpoint.origin != signer.vkey().name {
            return Err(Refusal::Rewound(format!(
                "the guard file is of {}, the key of {}",
                checkpoint.origin,
                signer.vkey().name
            )));
        }
        let size = checkpoint.size;
        // the guard is written first: where the checkpoint is ahead of it, or beside it, the guard was put back
        if current.is_some_and(|it| {
            it.origin == checkpoint.origin
                && (it.size, it.root) != (size, checkpoint.root)
                && it.size >= size
        }) {
            return Err(Refusal::Rewound("the guard file is behind or beside the published checkpoint, which was signed after it".into()));
        }
        if size > 0 {
            match hash_at(&mut conn, size - 1)? {
                None => {
                    return Err(Refusal::Rewound(format!(
                        "the database is behind what was signed: entry {} is not there",
                        size - 1
                    )));
                }
                Some(there) if there != last => {
                    return Err(Refusal::Rewound(format!(
                        "the database is beside what was signed: entry {} is another",
                        size - 1
                    )));
                }
                Some(_) => {}
            }
        }
        let tree = match Tree::load(size, |tile| store.hashes(tile)) {
            Ok(tree) if tree.root() == checkpoint.root => tree,
            // the directory is gone or incomplete: the tiles are made anew from the entries
            _ => rebuild(&mut conn, &store, size, destination.public_entries)?,
        };
        if tree.root() != checkpoint.root {
            return Err(Refusal::Rewound(format!(
                "the tree over the first {size} entries is not the one that was signed"
            )));
        }
        complete(&mut conn, &store, size, destination.public_entries)?;
        // a checkpoint that a key before this one signed is signed anew
        let shown = store.checkpoint()?.is_some_and(|note| {
            Checkpoint::verified(&note, signer.vkey()).is_ok_and(|(it, _)| it == checkpoint)
        });
        if shown {
            published.take_up()?;
        }
        Ok(Self {
            conn,
            signer,
            store,
            guard,
            published,
            public_entries: destination.public_entries,
            tree,
            last,
            shown,
        })
    }

    /// Publishes at most one batch of new entries and returns the checkpoint; none where there is nothing new. `at` is told
    /// each moment between the steps.
    ///
    /// # Errors
    /// `Rewound` where an entry is not what was sealed.
    pub fn publish(
        &mut self,
        mut at: impl FnMut(Moment) -> std::io::Result<()>,
    ) -> Result<Option<Checkpoint>, Refusal> {
        let from = self.tree.size();
        let rows: Vec<(i64, String, Vec<u8>)> = audit_log::table
            .filter(audit_log::seq.ge(from as i64))
            .order(audit_log::seq)
            .limit(BATCH)
            .select((audit_log::seq, audit_log::entry, audit_log::hash))
            .load(&mut self.conn)?;
        if rows.is_empty() {
            // a tail that was cut shows here, before the next entry would
            if from > 0 && hash_at(&mut self.conn, from - 1)? != Some(self.last) {
                return Err(Refusal::Rewound(format!(
                    "entry {} was signed and is not there any more, or is another",
                    from - 1
                )));
            }
            if self.shown {
                return Ok(None);
            }
        }
        at(Moment::BeforeTiles)?;
        let mut put = |tile, bytes: &[u8]| {
            self.store.put(tile, bytes)?;
            at(Moment::AfterTile)
        };
        let mut tree = self.tree.clone();
        let last = grow(&mut tree, self.last, &rows, &mut put)?;
        for (tile, hashes) in tree.partial() {
            put(tile, &tiles::to_bytes(hashes))?;
        }
        if self.public_entries {
            put_bundles(&mut self.conn, &mut put, from, tree.size())?;
        }
        at(Moment::AfterTiles)?;
        let checkpoint = Checkpoint {
            origin: self.signer.vkey().name.clone(),
            size: tree.size(),
            root: tree.root(),
        };
        at(Moment::BeforeGuard)?;
        self.guard.remember(&Signed {
            checkpoint: checkpoint.clone(),
            last,
        })?;
        at(Moment::AfterGuard)?;
        (self.tree, self.last, self.shown) = (tree, last, false);
        let note = self.signer.note(&checkpoint.to_string());
        at(Moment::BeforeCheckpoint)?;
        self.published.publish(&checkpoint, &note)?;
        self.shown = true;
        at(Moment::AfterCheckpoint)?;
        Ok(Some(checkpoint))
    }
}

/// Writes a tile or bundle.
trait Put: FnMut(Tile, &[u8]) -> std::io::Result<()> {}
impl<F: FnMut(Tile, &[u8]) -> std::io::Result<()>> Put for F {}

/// Adds entries to the tree after hashing them again: a bit may have flipped on the way to the disk and back.
fn grow(
    tree: &mut Tree,
    mut last: Hash,
    rows: &[(i64, String, Vec<u8>)],
    put: &mut impl Put,
) -> Result<Hash, Refusal> {
    for (seq, line, stored) in rows {
        let at = tree.size();
        let own = entry::hash(line.as_bytes());
        let parsed = entry::parse(line.as_bytes());
        let fits = parsed
            .is_some_and(|parsed| parsed.seq == at && parsed.prev == hex::encode(last).as_bytes());
        if *seq as u64 != at || own[..] != stored[..] || !fits {
            return Err(Refusal::Rewound(format!(
                "entry {at} is not what was sealed: run `claimant-registry verify`"
            )));
        }
        tree.push(own, |tile, hashes| put(tile, &tiles::to_bytes(hashes)))?;
        last = own;
    }
    Ok(last)
}

/// Publishes until `stop` is set; opens anew after a fault.
pub fn run(
    url: &str,
    signer: &Arc<Signer>,
    destination: &Destination,
    woken: &Receiver<()>,
    published: &Arc<Published>,
    stop: &AtomicBool,
    health: &Health,
) {
    let (mut guard, mut publisher) = (None, None);
    loop {
        let stopping = stop.load(Ordering::Relaxed);
        let result = step(
            &mut guard,
            &mut publisher,
            published,
            url,
            signer,
            destination,
            health,
        );
        let pause = match result {
            Ok(Outcome::Published) => PAUSE,
            Ok(_) => Duration::ZERO,
            Err(ref refusal) => {
                tracing::warn!(?refusal, log = %destination.log.display(), guard = %destination.guard.display(), "nothing is published; trying again");
                publisher = None;
                LOOK
            }
        };
        if matches!(result, Ok(Outcome::StandsBy)) && health.note().is_none() {
            tracing::info!(guard = %destination.guard.display(), "another process holds the guard file and publishes: this one stands by");
        }
        health.set(&result);
        // what was sealed before the stop is published before the exit
        if stopping {
            // before the guard is free for another process
            published.close();
            return;
        }
        std::thread::sleep(pause);
        if pause != LOOK && woken.recv_timeout(LOOK) == Err(RecvTimeoutError::Disconnected) {
            std::thread::sleep(LOOK);
        }
    }
}

/// What came of a look at the log.
enum Outcome {
    Published,
    NothingNew,
    StandsBy,
}

/// Publishes all that is sealed. The guard is kept through every fault, so that nobody takes
/// the place of what was signed while this process could still sign.
fn step(
    held: &mut Option<Arc<Guard>>,
    publisher: &mut Option<Publisher>,
    published: &Arc<Published>,
    url: &str,
    signer: &Arc<Signer>,
    destination: &Destination,
    health: &Health,
) -> Result<Outcome, Refusal> {
    if held.is_none() {
        *held = Guard::take(&destination.guard)?.map(Arc::new);
    }
    let Some(guard) = held else {
        return Ok(Outcome::StandsBy);
    };
    if publisher.is_none() {
        let conn = pool::connect(url)
            .map_err(|_| Refusal::Fault("the database does not answer".into()))?;
        *publisher = Some(Publisher::open(
            conn,
            signer.clone(),
            guard.clone(),
            published.clone(),
            destination,
        )?);
    }
    let Some(publisher) = publisher else {
        return Ok(Outcome::NothingNew);
    };
    let mut outcome = Outcome::NothingNew;
    while publisher.publish(|_| Ok(()))?.is_some() {
        outcome = Outcome::Published;
        // what lies ahead may be long; each batch is a sign of life
        health.set(&Ok(Outcome::Published));
    }
    Ok(outcome)
}
