//! The files of the published log made out of the database: all of them, or what is missing.

use std::io;

use diesel::prelude::*;

use crate::audit::format::entry::Hash;
use crate::audit::format::merkle;
use crate::audit::format::tiles::{self, Tile, Tree, WIDTH};
use crate::audit::publish::store::Store;
use crate::audit::publish::{BATCH, Refusal};
use crate::db::schema::audit_log;

/// Writes the tiles of the first `size` entries anew.
pub(super) fn rebuild(
    conn: &mut PgConnection,
    store: &Store,
    size: u64,
    public_entries: bool,
) -> Result<Tree, Refusal> {
    let mut tree = Tree::default();
    while tree.size() < size {
        let from = tree.size() as i64;
        let hashes: Vec<Vec<u8>> = audit_log::table
            .filter(audit_log::seq.ge(from))
            .filter(audit_log::seq.lt(size as i64))
            .order(audit_log::seq)
            .limit(BATCH)
            .select(audit_log::hash)
            .load(conn)?;
        if hashes.is_empty() {
            return Err(Refusal::Rewound(format!(
                "the database is behind what was signed: entry {from} is not there"
            )));
        }
        for hash in hashes {
            let hash = hash
                .try_into()
                .map_err(|_| Refusal::Fault("a stored hash is not 32 bytes".into()))?;
            tree.push(hash, |tile, hashes| {
                store.put(tile, &tiles::to_bytes(hashes))
            })?;
        }
    }
    for (tile, hashes) in tree.partial() {
        store.put(tile, &tiles::to_bytes(hashes))?;
    }
    if public_entries {
        put_bundles(
            conn,
            &mut |tile, bytes: &[u8]| store.put(tile, bytes),
            0,
            size,
        )?;
    }
    Ok(tree)
}

/// Makes anew the full tiles of the first `size` entries that are not there, and the bundles where
/// they are public.
pub(super) fn complete(
    conn: &mut PgConnection,
    store: &Store,
    size: u64,
    public_entries: bool,
) -> Result<(), Refusal> {
    // lowest level first: a tile is made of the tiles below it, and checked against its hash in the
    // tile above it
    for level in 0.. {
        let tiles = size.checked_shr(8 * (level + 1)).unwrap_or(0);
        if tiles == 0 {
            break;
        }
        for index in 0..tiles {
            let tile = Tile {
                level: Some(level),
                index,
                width: WIDTH,
            };
            if store.has(tile) {
                continue;
            }
            let hashes = below(conn, store, tile)?;
            let above = Tile::at(Some(level + 1), index / WIDTH, size)
                .and_then(|above| store.hashes(above).ok());
            if above.is_some_and(|above| above[(index % WIDTH) as usize] != merkle::root(&hashes)) {
                return Err(Refusal::Rewound(format!(
                    "{} is missing, and the database has other entries there than were signed",
                    tile.path()
                )));
            }
            store.put(tile, &tiles::to_bytes(&hashes))?;
        }
    }
    let bundles = if public_entries {
        size.div_ceil(WIDTH)
    } else {
        0
    };
    for index in 0..bundles {
        if let Some(tile) = Tile::at(None, index, size).filter(|tile| !store.has(*tile)) {
            store.put(tile, &bundle(conn, tile)?)?;
        }
    }
    Ok(())
}

/// What a full tile is made of: the hashes of its entries, or the roots of the tiles below it.
fn below(conn: &mut PgConnection, store: &Store, tile: Tile) -> Result<Vec<Hash>, Refusal> {
    let run = tile.index * WIDTH..(tile.index + 1) * WIDTH;
    if let Some(level) = tile.level.and_then(|level| level.checked_sub(1)) {
        let hashes = |index| {
            store.hashes(Tile {
                level: Some(level),
                index,
                width: WIDTH,
            })
        };
        return run.map(|index| Ok(merkle::root(&hashes(index)?))).collect();
    }
    let stored = audit_log::table
        .filter(audit_log::seq.ge(run.start as i64))
        .filter(audit_log::seq.lt(run.end as i64));
    let stored: Vec<Vec<u8>> = stored
        .order(audit_log::seq)
        .select(audit_log::hash)
        .load(conn)?;
    let hashes: Vec<Hash> = stored
        .into_iter()
        .filter_map(|hash| hash.try_into().ok())
        .collect();
    if hashes.len() as u64 == WIDTH {
        return Ok(hashes);
    }
    Err(Refusal::Rewound(format!(
        "{} is missing, and so are entries of it in the database",
        tile.path()
    )))
}

pub(super) fn put_bundles(
    conn: &mut PgConnection,
    put: &mut impl FnMut(Tile, &[u8]) -> io::Result<()>,
    from: u64,
    size: u64,
) -> Result<(), Refusal> {
    for index in from / WIDTH..size.div_ceil(WIDTH) {
        let Some(tile) = Tile::at(None, index, size) else {
            continue;
        };
        put(tile, &bundle(conn, tile)?)?;
    }
    Ok(())
}

/// The bundle of entries that `tile` names.
pub fn bundle(conn: &mut PgConnection, tile: Tile) -> Result<Vec<u8>, diesel::result::Error> {
    let first = (tile.index * WIDTH) as i64;
    let entries: Vec<String> = audit_log::table
        .filter(audit_log::seq.ge(first))
        .filter(audit_log::seq.lt(first + tile.width as i64))
        .order(audit_log::seq)
        .select(audit_log::entry)
        .load(conn)?;
    Ok(tiles::bundle(entries.iter().map(String::as_str)))
}
