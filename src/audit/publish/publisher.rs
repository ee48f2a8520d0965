//! One publication: from the entries that are sealed to the checkpoint that everybody reads.

use std::io;
use std::sync::Arc;

use diesel::pg::Pg;
use diesel::prelude::*;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::entry::{self, Hash};
use crate::audit::format::note::Signer;
use crate::audit::format::tiles::{self, Tile, Tree};
use crate::audit::publish::begun::is_begun;
use crate::audit::publish::files::{complete, put_bundles, rebuild};
use crate::audit::publish::guard::{Guard, Signed};
use crate::audit::publish::published::Published;
use crate::audit::publish::store::Store;
use crate::audit::publish::{BATCH, Destination, Refusal};
use crate::db::schema::{audit_log, log_identity};

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
    /// In their order.
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

/// Publishes what is sealed, on a connection of its own.
pub struct Publisher {
    conn: PgConnection,
    signer: Arc<Signer>,
    store: Store,
    guard: Arc<Guard>,
    published: Arc<Published>,
    public_entries: bool,
    tree: Tree,
    /// Hash of the tree's last entry; zeros before the first.
    last: Hash,
    /// Whether the checkpoint over this tree is published, signed by the key that signs now.
    checkpoint_published: bool,
}

/// An entry as it was sealed.
#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_log, check_for_backend(Pg))]
struct Sealed {
    seq: i64,
    entry: String,
    hash: Vec<u8>,
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
        refuse_followed(&mut conn, &signer)?;
        let mut publisher = Self {
            conn,
            signer,
            store: Store::new(&destination.log),
            guard,
            published,
            public_entries: destination.public_entries,
            tree: Tree::default(),
            last: [0; 32],
            checkpoint_published: false,
        };
        let current = publisher.store.published()?;
        match publisher.guard.signed()? {
            Some(signed) => publisher.resume(signed, current)?,
            None if current.is_some() => {
                return Err(Refusal::Rewound(
                    "the guard file is missing although a checkpoint was published: put it back"
                        .into(),
                ));
            }
            None if is_begun(&mut publisher.conn, &publisher.signer.vkey().name)? => {
                return Err(Refusal::Rewound(
                    "this log was published before, and the guard file is missing: put it back, or go on under a new name with `claimant-registry incarnation`".into(),
                ));
            }
            None => {}
        }
        Ok(publisher)
    }

    /// Takes up the tree that was signed last, with all its files; `current` is the checkpoint that
    /// is published.
    fn resume(&mut self, signed: Signed, current: Option<Checkpoint>) -> Result<(), Refusal> {
        let Signed { checkpoint, last } = signed;
        refuse_foreign(&checkpoint, &self.signer.vkey().name, current)?;
        let size = checkpoint.size;
        refuse_rewound(&mut self.conn, size, &last)?;
        let (conn, store) = (&mut self.conn, &self.store);
        let tree = match Tree::load(size, |tile| store.hashes(tile)) {
            Ok(tree) if tree.root() == checkpoint.root => tree,
            // the directory is gone or incomplete: the tiles are made anew from the entries
            _ => rebuild(conn, store, size, self.public_entries)?,
        };
        if tree.root() != checkpoint.root {
            return Err(Refusal::Rewound(format!(
                "the tree over the first {size} entries is not the one that was signed"
            )));
        }
        complete(conn, store, size, self.public_entries)?;
        // a checkpoint that a key before this one signed is signed anew
        self.checkpoint_published = store.checkpoint()?.is_some_and(|note| {
            Checkpoint::verified(&note, self.signer.vkey()).is_ok_and(|(it, _)| it == checkpoint)
        });
        if self.checkpoint_published {
            self.published.load()?;
        }
        (self.tree, self.last) = (tree, last);
        Ok(())
    }

    /// Publishes at most one batch of new entries and returns the checkpoint; none where there is
    /// nothing new. `at` is called with each moment between the steps.
    ///
    /// # Errors
    /// `Rewound` where an entry is not what was sealed.
    pub fn publish(
        &mut self,
        mut at: impl FnMut(Moment) -> io::Result<()>,
    ) -> Result<Option<Checkpoint>, Refusal> {
        let from = self.tree.size();
        let rows: Vec<Sealed> = audit_log::table
            .filter(audit_log::seq.ge(from as i64))
            .order(audit_log::seq)
            .limit(BATCH)
            .select(Sealed::as_select())
            .load(&mut self.conn)?;
        if rows.is_empty() {
            // a tail that was cut shows here, before the next entry would
            if from > 0 && hash_at(&mut self.conn, from - 1)? != Some(self.last) {
                return Err(Refusal::Rewound(format!(
                    "entry {} was signed and is not there any more, or is another",
                    from - 1
                )));
            }
            if self.checkpoint_published {
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
        // before the signature: one that left without being remembered could be contradicted after
        // a restore
        self.guard.remember(&Signed {
            checkpoint: checkpoint.clone(),
            last,
        })?;
        at(Moment::AfterGuard)?;
        (self.tree, self.last, self.checkpoint_published) = (tree, last, false);
        let note = self.signer.note(&checkpoint.to_string());
        at(Moment::BeforeCheckpoint)?;
        self.published.publish(&checkpoint, &note)?;
        self.checkpoint_published = true;
        at(Moment::AfterCheckpoint)?;
        Ok(Some(checkpoint))
    }
}

/// Refuses to sign with a key that another one has followed.
fn refuse_followed(conn: &mut PgConnection, signer: &Signer) -> Result<(), Refusal> {
    let signs: Option<String> = log_identity::table
        .order(log_identity::id.desc())
        .select(log_identity::vkey)
        .first(conn)
        .optional()?;
    if signs.is_some_and(|vkey| vkey != signer.vkey().to_string()) {
        return Err(Refusal::Rewound(
            "another key signs this log now: start `serve` again".into(),
        ));
    }
    Ok(())
}

/// Refuses a guard file of another log, or one that was put back.
fn refuse_foreign(
    signed: &Checkpoint,
    key_name: &str,
    current: Option<Checkpoint>,
) -> Result<(), Refusal> {
    if signed.origin != key_name {
        return Err(Refusal::Rewound(format!(
            "the guard file is of {}, the key of {key_name}",
            signed.origin
        )));
    }
    // the guard is written first: where the checkpoint is ahead of it, or beside it, the guard was
    // put back
    if current.is_some_and(|current| {
        current.origin == signed.origin && current != *signed && current.size >= signed.size
    }) {
        return Err(Refusal::Rewound("the guard file is behind or beside the published checkpoint, which was signed after it".into()));
    }
    Ok(())
}

/// Refuses a database whose last signed entry is gone or another: each entry states the hash before
/// it, so one binds all.
fn refuse_rewound(conn: &mut PgConnection, size: u64, last: &Hash) -> Result<(), Refusal> {
    let Some(seq) = size.checked_sub(1) else {
        return Ok(());
    };
    match hash_at(conn, seq)? {
        None => Err(Refusal::Rewound(format!(
            "the database is behind what was signed: entry {seq} is not there"
        ))),
        Some(there) if there != *last => Err(Refusal::Rewound(format!(
            "the database is beside what was signed: entry {seq} is another"
        ))),
        Some(_) => Ok(()),
    }
}

fn hash_at(conn: &mut PgConnection, seq: u64) -> Result<Option<Hash>, Refusal> {
    let hash: Option<Vec<u8>> = audit_log::table
        .find(seq as i64)
        .select(audit_log::hash)
        .first(conn)
        .optional()?;
    Ok(hash.and_then(|hash| hash.try_into().ok()))
}

/// Adds entries to the tree after hashing them again: a bit may have flipped on the way to the disk
/// and back. Returns the hash of the last.
fn grow(
    tree: &mut Tree,
    mut last: Hash,
    rows: &[Sealed],
    put: &mut impl FnMut(Tile, &[u8]) -> io::Result<()>,
) -> Result<Hash, Refusal> {
    for Sealed { seq, entry, hash } in rows {
        let at = tree.size();
        let own = entry::hash(entry.as_bytes());
        let parsed = entry::parse(entry.as_bytes());
        let fits = parsed
            .is_some_and(|parsed| parsed.seq == at && parsed.prev == hex::encode(last).as_bytes());
        if *seq as u64 != at || own[..] != hash[..] || !fits {
            return Err(Refusal::Rewound(format!(
                "entry {at} is not what was sealed: run `claimant-registry verify`"
            )));
        }
        tree.push(own, |tile, hashes| put(tile, &tiles::to_bytes(hashes)))?;
        last = own;
    }
    Ok(last)
}
