//! A mirror: somebody else's copy of the tree, brought up to date visit by visit. A visit reads
//! only what is new, adds it to the tree of the visit before, and demands the root that the
//! checkpoint signs: then the log continues what was seen. Knows no database and no network; how
//! something is fetched is handed in.

use std::fs;
use std::io;

use serde::Serialize;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::entry::{self, Hash};
use crate::audit::format::merkle;
use crate::audit::format::note::Vkey;
use crate::audit::format::tiles::{self, Reader, Tile, Tree, WIDTH};
use crate::audit::publish::store::Store;
use crate::audit::verify::line::head_line;
use crate::audit::verify::report::Head;
use crate::files;

/// Fetches a path below the log's address; none where it is not there or not for us.
pub type Fetch<'f> = &'f dyn Fn(&str) -> Result<Option<Vec<u8>>, String>;

/// Why a visit ended.
#[derive(Debug)]
pub enum Fault {
    /// The log contradicts what was seen before, or itself. From which entry on, where that is
    /// known.
    Inconsistent(Option<u64>, String),
    /// Something that may pass: the network, the disk.
    Unable(String),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Unable(error.to_string())
    }
}

/// What a visit found.
#[derive(Debug, Serialize)]
pub struct Visit {
    /// Entries at the visit before.
    pub before: u64,
    /// Entries now.
    pub size: u64,
    /// Root of the tree, hexadecimal digits.
    pub root: String,
    /// Whether the entries themselves were to be had, and not only their hashes.
    pub entries: bool,
}

fn inconsistent<T>(at: Option<u64>, what: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::Inconsistent(at, what.into()))
}

fn demand(fetch: Fetch, path: &str) -> Result<Vec<u8>, Fault> {
    fetch(path)
        .map_err(Fault::Unable)?
        .ok_or_else(|| Fault::Unable(format!("{path} is not there")))
}

/// Fetches a tile or bundle. A partial one may have given way to the full one: then its beginning
/// is taken from there.
fn fetch_tile(fetch: Fetch, tile: Tile) -> Result<Option<Vec<u8>>, String> {
    let exact = fetch(&tile.path())?;
    if exact.is_some() || tile == tile.full() {
        return Ok(exact);
    }
    Ok(fetch(&tile.full().path())?.map(|full| tiles::beginning(full, tile)))
}

/// Visits the log and brings the mirror in the store up to date. What contradicts stays beside it
/// as evidence.
///
/// # Errors
/// `Inconsistent` says what was seen before and what the log shows now.
pub fn visit(store: &Store, vkey: &Vkey, fetch: Fetch) -> Result<Visit, Fault> {
    let note = String::from_utf8(demand(fetch, "checkpoint")?)
        .map_err(|_| Fault::Unable("the checkpoint is not text".into()))?;
    let (shown, _) = Checkpoint::verified(&note, vkey).map_err(|what| {
        Fault::Unable(format!(
            "{what}; where another key has followed this one, ask the firm for it with the statement that the old key signed"
        ))
    })?;
    let result = follow(store, &shown, fetch);
    match &result {
        Ok(_) => files::write(&store.path("checkpoint"), note.as_bytes())?,
        // two checkpoints that one key signed and that contradict each other prove it by themselves
        Err(Fault::Inconsistent(..)) => {
            let evidence = format!(
                "inconsistent/{}-{}",
                shown.size,
                hex::encode(&shown.root[..8])
            );
            files::write(&store.path(&evidence), note.as_bytes())?;
        }
        Err(Fault::Unable(_)) => {}
    }
    result
}

fn follow(store: &Store, shown: &Checkpoint, fetch: Fetch) -> Result<Visit, Fault> {
    let seen = store.published()?;
    let before = seen.as_ref().map_or(0, |seen| seen.size);
    let mut tree = Tree::load(before, |tile| store.hashes(tile))?;
    if let Some(seen) = &seen {
        if seen.origin != shown.origin {
            return inconsistent(
                None,
                format!(
                    "this mirror is of {}, the log calls itself {}",
                    seen.origin, shown.origin
                ),
            );
        }
        if tree.root() != seen.root {
            return Err(Fault::Unable(
                "the files of this mirror were changed: begin it anew in an empty directory".into(),
            ));
        }
        if shown.size < before {
            if root_seen(store, shown.size, before)? == shown.root {
                let what = format!(
                    "{before} entries were signed at the last visit; this checkpoint over {} is older",
                    shown.size
                );
                return Err(Fault::Unable(what));
            }
            let what = format!(
                "the first {} of the {before} entries of the last visit have another root now",
                shown.size
            );
            return inconsistent(first_other(store, before, shown.size, fetch), what);
        }
        if shown.size == before && shown.root != seen.root {
            return inconsistent(
                first_other(store, before, shown.size, fetch),
                format!("two roots are signed over {before} entries"),
            );
        }
    }
    let mut entries = catch_up(store, before, fetch)?;
    for index in before / WIDTH..shown.size.div_ceil(WIDTH) {
        entries &= take(store, &mut tree, shown.size, index, fetch)?;
    }
    if tree.root() != shown.root {
        let where_from = if before == 0 {
            "its tiles"
        } else {
            "what was seen before and its new tiles"
        };
        let what = format!(
            "the root that is signed over {} entries does not follow from {where_from}",
            shown.size
        );
        return inconsistent(first_other(store, before, shown.size, fetch), what);
    }
    for (tile, hashes) in tree.partial() {
        store.put(tile, &tiles::to_bytes(hashes))?;
    }
    Ok(Visit {
        before,
        size: shown.size,
        root: hex::encode(shown.root),
        entries,
    })
}

/// Root of the first `size` entries of the mirror of a larger tree.
fn root_seen(store: &Store, size: u64, before: u64) -> io::Result<Hash> {
    let mut reader = Reader::new(size, |tile: Tile| -> io::Result<Vec<Hash>> {
        let wide = Tile::at(tile.level, tile.index, before).unwrap_or(tile);
        let mut hashes = store.hashes(wide)?;
        hashes.truncate(tile.width as usize);
        Ok(hashes)
    });
    merkle::root_at(size, &mut reader)
}

/// Takes the full bundles that were not to be had at earlier visits; says whether none is missing
/// now.
fn catch_up(store: &Store, before: u64, fetch: Fetch) -> Result<bool, Fault> {
    for index in 0..before / WIDTH {
        let (Some(tile), Some(bundle)) = (
            Tile::at(Some(0), index, before),
            Tile::at(None, index, before),
        ) else {
            continue;
        };
        if store.path(&bundle.path()).exists() {
            continue;
        }
        let Some(bytes) = fetch(&bundle.path()).map_err(Fault::Unable)? else {
            return Ok(false);
        };
        // the hashes are this mirror's own copy, which somebody may have changed: no word against
        // the log
        check_bundle(&bytes, &store.hashes(tile)?, index * WIDTH).map_err(|_| {
            Fault::Unable(format!(
                "{} does not fit the hashes of this mirror: begin one in an empty directory",
                bundle.path()
            ))
        })?;
        store.put(bundle, &bytes)?;
    }
    Ok(true)
}

/// The first of the entries seen before whose hash is another now, as far as the log shows its
/// tiles.
fn first_other(store: &Store, before: u64, size: u64, fetch: Fetch) -> Option<u64> {
    (0..before.div_ceil(WIDTH)).find_map(|index| {
        let (seen, shown) = (
            Tile::at(Some(0), index, before)?,
            Tile::at(Some(0), index, size)?,
        );
        let leaves = tiles::from_bytes(&fetch_tile(fetch, shown).ok()??, shown.width)?;
        let differs = store
            .hashes(seen)
            .ok()?
            .iter()
            .zip(&leaves)
            .position(|(seen, shown)| seen != shown)?;
        Some(index * WIDTH + differs as u64)
    })
}

/// Takes the leaves of a tile, and its entries where they are to be had; says whether they were.
fn take(
    store: &Store,
    tree: &mut Tree,
    size: u64,
    index: u64,
    fetch: Fetch,
) -> Result<bool, Fault> {
    let Some(tile) = Tile::at(Some(0), index, size) else {
        return Ok(true);
    };
    let first = index * WIDTH;
    let known = (tree.size() - first) as usize;
    let bytes = fetch_tile(fetch, tile).map_err(Fault::Unable)?;
    let bytes = bytes.ok_or_else(|| Fault::Unable(format!("{} is not there", tile.path())))?;
    let leaves = tiles::from_bytes(&bytes, tile.width)
        .ok_or_else(|| Fault::Unable(format!("{} has not {} hashes", tile.path(), tile.width)))?;
    if known > 0 {
        let partial = Tile {
            width: known as u64,
            ..tile
        };
        let differs = store
            .hashes(partial)?
            .iter()
            .zip(&leaves)
            .position(|(seen, shown)| seen != shown);
        if let Some(differs) = differs {
            return inconsistent(
                Some(first + differs as u64),
                "this entry is another than at the last visit",
            );
        }
    }
    let bundle = Tile {
        level: None,
        ..tile
    };
    let entries = fetch_tile(fetch, bundle).map_err(Fault::Unable)?;
    if let Some(bytes) = &entries {
        check_bundle(bytes, &leaves, first)?;
        store.put(bundle, bytes)?;
    }
    for leaf in &leaves[known..] {
        tree.push(*leaf, |tile, hashes| {
            store.put(tile, &tiles::to_bytes(hashes))
        })?;
    }
    Ok(entries.is_some())
}

fn check_bundle(bytes: &[u8], leaves: &[Hash], first: u64) -> Result<(), Fault> {
    let entries = tiles::unbundle(bytes).unwrap_or_default();
    if entries.len() != leaves.len() {
        return inconsistent(Some(first), "the bundle of entries is not complete");
    }
    match entries
        .iter()
        .zip(leaves)
        .position(|(line, leaf)| entry::hash(line) != *leaf)
    {
        Some(differs) => inconsistent(
            Some(first + differs as u64),
            "this entry is not the one whose hash is in the tree",
        ),
        None => Ok(()),
    }
}

/// Writes the entries of a mirror as an exported log, which `verify` reads; returns how many.
///
/// # Errors
/// A bundle that is missing: the entries were not to be had.
pub fn write_log(store: &Store, size: u64, log: &mut dyn io::Write) -> io::Result<u64> {
    let mut hash = [0; 32];
    for index in 0..size.div_ceil(WIDTH) {
        let Some(tile) = Tile::at(None, index, size) else {
            break;
        };
        let bytes = fs::read(store.path(&tile.path()))?;
        for line in tiles::unbundle(&bytes).unwrap_or_default() {
            hash = entry::hash(line);
            log.write_all(line)?;
            log.write_all(b"\n")?;
        }
    }
    log.write_all(head_line(Head { size, hash }).as_bytes())?;
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    /// What a log of so many entries shows below its address, and its checkpoint.
    fn log(size: u64) -> (HashMap<String, Vec<u8>>, Checkpoint) {
        let lines: Vec<String> = (0..size).map(|nth| format!("entry {nth}")).collect();
        let leaves: Vec<Hash> = lines
            .iter()
            .map(|line| entry::hash(line.as_bytes()))
            .collect();
        let mut files = HashMap::new();
        let mut tree = Tree::load(0, |_| {
            Err::<Vec<Hash>, _>(io::Error::other("nothing to read"))
        })
        .expect("an empty tree");
        for leaf in &leaves {
            tree.push(*leaf, |_, _| Ok::<_, io::Error>(()))
                .expect("no files");
        }
        for (index, (leaves, lines)) in leaves
            .chunks(WIDTH as usize)
            .zip(lines.chunks(WIDTH as usize))
            .enumerate()
        {
            let (level, bundle) = (
                Tile::at(Some(0), index as u64, size),
                Tile::at(None, index as u64, size),
            );
            files.insert(level.expect("in the tree").path(), tiles::to_bytes(leaves));
            files.insert(
                bundle.expect("in the tree").path(),
                tiles::bundle(lines.iter().map(String::as_str)),
            );
        }
        (
            files,
            Checkpoint {
                origin: "example.com/log".into(),
                size,
                root: tree.root(),
            },
        )
    }

    /// A mirror of that log, in that directory.
    fn mirrored(directory: &std::path::Path, size: u64) -> Store {
        let store = Store::new(directory);
        let (files, checkpoint) = log(size);
        follow(&store, &checkpoint, &|path| Ok(files.get(path).cloned())).expect("it begins");
        let note = format!(
            "{checkpoint}\n\u{2014} example.com/log {}\n",
            "A".repeat(92)
        );
        files::write(&store.path("checkpoint"), note.as_bytes()).expect("writable");
        store
    }

    #[test]
    fn an_older_checkpoint_contradicts_nothing_unless_its_root_is_another() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let store = mirrored(directory.path(), 600);
        for size in [0, 1, 255, 256, 257, 512, 599] {
            let (files, checkpoint) = log(size);
            let seen = follow(&store, &checkpoint, &|path| Ok(files.get(path).cloned()));
            assert!(
                matches!(&seen, Err(Fault::Unable(what)) if what.contains("is older")),
                "{size}: {seen:?}"
            );
            let other = Checkpoint {
                root: [7; 32],
                ..checkpoint
            };
            let seen = follow(&store, &other, &|path| Ok(files.get(path).cloned()));
            assert!(
                matches!(seen, Err(Fault::Inconsistent(..))),
                "{size}: {seen:?}"
            );
        }
    }

    #[test]
    fn what_a_full_tile_replaced_is_read_from_its_beginning() {
        let (_, checkpoint) = log(600);
        let (later, _) = log(1000);
        let directory = tempfile::tempdir().expect("a temporary directory");
        let store = Store::new(directory.path());
        // the checkpoint is that of 600 entries, but a moment later its last tile is full
        let visit =
            follow(&store, &checkpoint, &|path| Ok(later.get(path).cloned())).expect("it follows");
        assert!(visit.entries);
        assert_eq!(
            write_log(&store, 600, &mut Vec::new()).expect("every bundle is there"),
            600
        );
    }

    #[test]
    fn entries_that_were_not_to_be_had_are_fetched_once_they_are() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let store = Store::new(directory.path());
        let (files, checkpoint) = log(600);
        let closed = |path: &str| {
            Ok(files
                .get(path)
                .filter(|_| !path.starts_with("tile/entries/"))
                .cloned())
        };
        let open = |path: &str| Ok(files.get(path).cloned());
        let note = format!(
            "{checkpoint}\n\u{2014} example.com/log {}\n",
            "A".repeat(92)
        );
        for _ in 0..2 {
            assert!(
                !follow(&store, &checkpoint, &closed)
                    .expect("it continues")
                    .entries
            );
            files::write(&store.path("checkpoint"), note.as_bytes()).expect("writable");
        }
        assert!(write_log(&store, 600, &mut Vec::new()).is_err());
        assert!(
            follow(&store, &checkpoint, &open)
                .expect("it continues")
                .entries
        );
        let mut written = Vec::new();
        write_log(&store, 600, &mut written).expect("every bundle is there");
        assert_eq!(
            written
                .split(|byte| *byte == b'\n')
                .filter(|line| line.starts_with(b"entry"))
                .count(),
            600
        );
        // a bundle that does not fit is refused, and the hashes here may be what is wrong
        fs::remove_file(store.path("tile/entries/000")).expect("it was fetched");
        let foreign = |path: &str| Ok(files.get(path).map(|_| files["tile/entries/001"].clone()));
        assert!(
            matches!(follow(&store, &checkpoint, &foreign), Err(Fault::Unable(what)) if what.contains("empty directory"))
        );
    }
}
