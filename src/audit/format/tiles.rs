//! The tree as tiles (c2sp.org/tlog-tiles): runs of 256 hashes with a path each, which any static
//! file server can serve. Pure: how tiles are read and kept is handed in.

use std::collections::HashMap;

use crate::audit::format::compact_range::CompactRange;
use crate::audit::format::entry::Hash;
use crate::audit::format::merkle::{self, Hashes};

/// Hashes in a full tile.
pub const WIDTH: u64 = 256;
/// Levels of the tree that a tile spans.
const HEIGHT: u32 = 8;

/// What a path below the log's address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tile {
    /// Level of tiles: 0 holds leaf hashes. None for a bundle of entries.
    pub level: Option<u32>,
    /// Index in the level.
    pub index: u64,
    /// Hashes or entries in it, 1 to 256.
    pub width: u64,
}

impl Tile {
    /// The tile of that level and index in a tree of that size; none where the tree does not reach
    /// it.
    pub fn at(level: Option<u32>, index: u64, size: u64) -> Option<Self> {
        let hashes = size >> (HEIGHT * level.unwrap_or(0));
        let width = hashes.saturating_sub(index.checked_mul(WIDTH)?).min(WIDTH);
        (width > 0).then_some(Self {
            level,
            index,
            width,
        })
    }

    /// Path below the log's address: `tile/0/x001/067`, `tile/0/x001/067.p/5`, `tile/entries/000`.
    pub fn path(&self) -> String {
        let level = self
            .level
            .map_or("entries".to_string(), |level| level.to_string());
        let mut groups = vec![format!("{:03}", self.index % 1000)];
        let mut rest = self.index / 1000;
        while rest > 0 {
            groups.push(format!("x{:03}", rest % 1000));
            rest /= 1000;
        }
        groups.reverse();
        let partial = if self.width < WIDTH {
            format!(".p/{}", self.width)
        } else {
            String::new()
        };
        format!("tile/{level}/{}{partial}", groups.join("/"))
    }

    /// Reads a path; none for whatever [`Tile::path`] would not write.
    pub fn parse(path: &str) -> Option<Self> {
        let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
        let level = if level == "entries" {
            None
        } else {
            Some(level.parse().ok().filter(|level| *level < 8)?)
        };
        let (groups, width) = rest
            .split_once(".p/")
            .map_or(Some((rest, WIDTH)), |(groups, width)| {
                Some((groups, width.parse().ok()?))
            })?;
        let mut index: u64 = 0;
        for group in groups.split('/') {
            let digits = group.strip_prefix('x').unwrap_or(group);
            index = index
                .checked_mul(1000)?
                .checked_add(digits.parse().ok().filter(|_| digits.len() == 3)?)?;
        }
        let tile = Self {
            level,
            index,
            width,
        };
        (width > 0 && tile.path() == path).then_some(tile)
    }

    /// The same tile when it is full.
    pub fn full(self) -> Self {
        Self {
            width: WIDTH,
            ..self
        }
    }
}

/// Hashes as the bytes of a tile.
pub fn to_bytes(hashes: &[Hash]) -> Vec<u8> {
    hashes.concat()
}

/// The hashes of a tile of that width; none where the bytes are not as many.
pub fn from_bytes(bytes: &[u8], width: u64) -> Option<Vec<Hash>> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    (rest.is_empty() && hashes.len() as u64 == width).then(|| hashes.to_vec())
}

/// A bundle of entries: each with its length as 16 bits, big-endian, before it.
pub fn bundle<'e>(entries: impl IntoIterator<Item = &'e str>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in entries {
        let length = u16::try_from(entry.len()).expect("an entry has at most 65,535 bytes");
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(entry.as_bytes());
    }
    bytes
}

/// The entries of a bundle; none where its last entry is cut.
pub fn unbundle(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut entries = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk::<2>() {
        let (entry, rest) = rest.split_at_checked(u16::from_be_bytes(*length).into())?;
        entries.push(entry);
        bytes = rest;
    }
    bytes.is_empty().then_some(entries)
}

/// The beginning of a full tile or bundle: as many hashes or entries as `tile` has.
pub fn beginning(mut full: Vec<u8>, tile: Tile) -> Vec<u8> {
    let end = match tile.level {
        Some(_) => tile.width as usize * 32,
        None => unbundle(&full)
            .unwrap_or_default()
            .iter()
            .take(tile.width as usize)
            .map(|entry| 2 + entry.len())
            .sum(),
    };
    full.truncate(end);
    full
}

/// A tree that grows: its size and the hashes of the tile that is not full yet on each level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    size: u64,
    edge: Vec<Vec<Hash>>,
}

impl Tree {
    /// The tree of that size out of the partial tiles on its right edge.
    pub fn load<E>(
        size: u64,
        mut read: impl FnMut(Tile) -> Result<Vec<Hash>, E>,
    ) -> Result<Self, E> {
        let mut edge = Vec::new();
        let mut hashes = size;
        let mut level = 0;
        while hashes > 0 {
            let width = hashes % WIDTH;
            let tile = Tile {
                level: Some(level),
                index: hashes / WIDTH,
                width,
            };
            edge.push(if width == 0 { Vec::new() } else { read(tile)? });
            hashes /= WIDTH;
            level += 1;
        }
        Ok(Self { size, edge })
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Root over all leaves.
    pub fn root(&self) -> Hash {
        let mut range = CompactRange::default();
        // highest level first: it holds the leaves that come first
        for (level, hashes) in self.edge.iter().enumerate().rev() {
            let level = HEIGHT * level as u32;
            let first = (self.size >> level) / WIDTH * WIDTH;
            for (index, hash) in (first..).zip(hashes) {
                range.add(level, index, *hash);
            }
        }
        range.root()
    }

    /// Adds a leaf; `full` is given each tile that it fills.
    pub fn push<E>(
        &mut self,
        leaf: Hash,
        mut full: impl FnMut(Tile, &[Hash]) -> Result<(), E>,
    ) -> Result<(), E> {
        self.size += 1;
        let (mut hash, mut hashes) = (leaf, self.size);
        for level in 0.. {
            if self.edge.len() == level {
                self.edge.push(Vec::new());
            }
            self.edge[level].push(hash);
            if self.edge[level].len() < WIDTH as usize {
                return Ok(());
            }
            hashes /= WIDTH;
            full(
                Tile {
                    level: Some(level as u32),
                    index: hashes - 1,
                    width: WIDTH,
                },
                &self.edge[level],
            )?;
            hash = merkle::root(&self.edge[level]);
            self.edge[level].clear();
        }
        unreachable!("2^64 leaves")
    }

    /// The tiles on the right edge that are not full.
    pub fn partial(&self) -> impl Iterator<Item = (Tile, &[Hash])> {
        self.edge
            .iter()
            .enumerate()
            .filter(|(_, hashes)| !hashes.is_empty())
            .map(|(level, hashes)| {
                let index = (self.size >> (HEIGHT * level as u32)) / WIDTH;
                (
                    Tile {
                        level: Some(level as u32),
                        index,
                        width: hashes.len() as u64,
                    },
                    &hashes[..],
                )
            })
    }
}

/// Reads hashes of a tree of that size out of its tiles, each once.
pub struct Reader<F> {
    size: u64,
    read: F,
    seen: HashMap<Tile, Vec<Hash>>,
}

impl<F> Reader<F> {
    /// A reader; `read` yields the hashes of a tile.
    pub fn new(size: u64, read: F) -> Self {
        Self {
            size,
            read,
            seen: HashMap::new(),
        }
    }
}

impl<E, F: FnMut(Tile) -> Result<Vec<Hash>, E>> Hashes<E> for Reader<F> {
    fn hash(&mut self, level: u32, index: u64) -> Result<Hash, E> {
        let (tiles, inside) = (level / HEIGHT, level % HEIGHT);
        let first = index << inside;
        let tile = Tile::at(Some(tiles), first / WIDTH, self.size)
            .expect("a hash of the tree is asked for");
        if !self.seen.contains_key(&tile) {
            let hashes = (self.read)(tile)?;
            self.seen.insert(tile, hashes);
        }
        let from = (first % WIDTH) as usize;
        Ok(merkle::root(&self.seen[&tile][from..from + (1 << inside)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::entry;

    #[test]
    fn paths_are_those_of_the_specification_and_read_back() {
        let tile = |level, index, width| Tile {
            level,
            index,
            width,
        };
        for (tile, path) in [
            (tile(Some(0), 1_234_067, 256), "tile/0/x001/x234/067"),
            (tile(Some(2), 0, 1), "tile/2/000.p/1"),
            (tile(Some(0), 273, 112), "tile/0/273.p/112"),
            (tile(None, 1000, 256), "tile/entries/x001/000"),
        ] {
            assert_eq!(
                (tile.path().as_str(), Tile::parse(path)),
                (path, Some(tile))
            );
        }
        for wrong in [
            "tile/0/1",
            "tile/00/001",
            "tile/8/001",
            "tile/0/x000/001",
            "tile/0/../../etc/passwd",
            "tile/0/001.p/0",
            "tile/0/001.p/256",
            "tile/0/001.p/07",
            "tile/-1/001",
            "tile/0/+01",
            "checkpoint",
        ] {
            assert_eq!(Tile::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_growing_tree_has_the_root_and_the_proofs_of_its_leaves() {
        let leaves: Vec<Hash> = (0..70_000_u64)
            .map(|i| entry::hash(&i.to_be_bytes()))
            .collect();
        let mut tree = Tree::default();
        let mut kept: HashMap<String, Vec<Hash>> = HashMap::new();
        for (n, leaf) in (1..).zip(&leaves) {
            tree.push(*leaf, |tile, hashes| -> Result<(), ()> {
                kept.insert(tile.path(), hashes.to_vec());
                Ok(())
            })
            .unwrap();
            if n % 7_919 == 0 || n < 3 || n % 65_536 < 2 {
                assert_eq!(tree.root(), merkle::root(&leaves[..n]), "size {n}");
            }
        }
        kept.extend(
            tree.partial()
                .map(|(tile, hashes)| (tile.path(), hashes.to_vec())),
        );
        assert_eq!(
            kept.len(),
            277,
            "what the specification counts for 70,000 leaves"
        );
        let read = |tile: Tile| kept.get(&tile.path()).cloned().ok_or(());
        assert_eq!(Tree::load(70_000, read), Ok(tree.clone()));
        for size in [70_000, 65_536, 257, 256, 1] {
            // partial tiles of earlier sizes are the beginnings of later ones
            let read = |tile: Tile| {
                let wide = Tile::at(tile.level, tile.index, 70_000).ok_or(())?;
                kept.get(&wide.path())
                    .map(|hashes| hashes[..tile.width as usize].to_vec())
                    .ok_or(())
            };
            let root = merkle::root(&leaves[..size as usize]);
            assert_eq!(
                merkle::root_at(size, &mut Reader::new(size, read)),
                Ok(root)
            );
            let index = size * 2 / 3;
            let proof = merkle::inclusion(index, size, &mut Reader::new(size, read)).unwrap();
            assert_eq!(
                merkle::root_from_inclusion(&leaves[index as usize], index, size, &proof),
                Some(root)
            );
            let proof = merkle::consistency(index, size, &mut Reader::new(size, read)).unwrap();
            assert!(merkle::consistent(
                index,
                size,
                &proof,
                &merkle::root(&leaves[..index as usize]),
                &root
            ));
        }
    }

    #[test]
    fn a_bundle_reads_back_and_a_cut_one_does_not() {
        let bytes = bundle(["", "one", "two"]);
        assert_eq!(unbundle(&bytes), Some(vec![&b""[..], b"one", b"two"]));
        assert_eq!(unbundle(&bytes[..bytes.len() - 1]), None);
    }
}
