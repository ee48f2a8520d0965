//! Merkle trees, tiles and their proofs as the crates ct_merkle and tlog_tiles compute them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use claimant_registry::audit::format::entry::{self, Hash};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::tiles::{self, Reader, Tile, Tree};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use proptest::prelude::*;
use proptest::sample::Index;
use sha2::Sha256;
use tlog_tiles::{HashReader, TileHashReader, TileReader};

/// One tree three times: our leaf hashes, and the trees of two other implementations.
struct Trees {
    leaves: Vec<Hash>,
    ct: MemoryBackedTree<Sha256, Vec<u8>>,
    tlog: Stored,
}

/// The hashes of a tree in the order in which tlog_tiles keeps them.
struct Stored(Vec<tlog_tiles::Hash>);

impl HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        indexes
            .iter()
            .map(|at| {
                self.0
                    .get(*at as usize)
                    .copied()
                    .ok_or(tlog_tiles::Error::IndexesNotInTree)
            })
            .collect()
    }
}

impl Trees {
    fn new(size: u64, seed: u64) -> Self {
        let mut trees = Self {
            leaves: Vec::new(),
            ct: MemoryBackedTree::new(),
            tlog: Stored(Vec::new()),
        };
        for n in 0..size {
            let entry = [seed.to_be_bytes(), n.to_be_bytes()].concat();
            trees.leaves.push(entry::hash(&entry));
            let more = tlog_tiles::stored_hashes(n, &entry, &trees.tlog).expect("they hash");
            trees.tlog.0.extend(more);
            trees.ct.push(entry);
        }
        trees
    }

    /// Our hash of a perfect tree.
    fn hash(&self, level: u32, index: u64) -> Result<Hash, ()> {
        Ok(merkle::root(
            &self.leaves[(index << level) as usize..((index + 1) << level) as usize],
        ))
    }

    fn root(&self, size: u64) -> Hash {
        merkle::root(&self.leaves[..size as usize])
    }
}

fn foreign(proof: &[Hash]) -> Vec<tlog_tiles::Hash> {
    proof.iter().map(|hash| tlog_tiles::Hash(*hash)).collect()
}

/// What may be wrong with a proof.
fn damaged(proof: &[Hash], damage: u8, at: &Index) -> Vec<Hash> {
    let mut proof = proof.to_vec();
    match damage {
        1 => proof.insert(at.index(proof.len() + 1), [7; 32]),
        2 if !proof.is_empty() => drop(proof.remove(at.index(proof.len()))),
        3 if !proof.is_empty() => {
            let at = at.index(proof.len());
            proof[at][31] ^= 1;
        }
        _ => {}
    }
    proof
}

proptest! {
    #[test]
    fn roots_and_inclusion_proofs_are_those_of_two_others(
        (size, index) in (1_u64..700).prop_flat_map(|size| (Just(size), 0..size)), seed: u64,
        claimed in any::<Index>(), damage in 0_u8..4, at in any::<Index>(),
    ) {
        let trees = Trees::new(size, seed);
        let root = trees.root(size);
        prop_assert!(root[..] == trees.ct.root().as_bytes()[..]);
        prop_assert_eq!(root, tlog_tiles::tree_hash(size, &trees.tlog).expect("a root").0);
        let proof = merkle::inclusion(index, size, &mut |level, index| trees.hash(level, index)).expect("it is read");
        prop_assert!(proof.concat() == trees.ct.prove_inclusion(index as usize).as_bytes());
        prop_assert_eq!(foreign(&proof), tlog_tiles::prove_record(size, index, &trees.tlog).expect("a proof"));

        // the proof or the index is wrong, or both: three alike verdicts
        let claimed = if claimed.index(2) == 0 { index } else { claimed.index(size as usize + 2) as u64 };
        let proof = damaged(&proof, damage, &at);
        let leaf = trees.leaves[index as usize];
        let ours = merkle::root_from_inclusion(&leaf, claimed, size, &proof) == Some(root);
        let (whole, hash) = (tlog_tiles::Hash(root), tlog_tiles::Hash(leaf));
        prop_assert_eq!(ours, tlog_tiles::check_record(&foreign(&proof), size, whole, claimed, hash).is_ok());
        let entry = trees.ct.get(index as usize).expect("an entry");
        let theirs = InclusionProof::try_from_bytes(proof.concat()).expect("whole hashes");
        prop_assert_eq!(ours, trees.ct.root().verify_inclusion(entry, claimed, &theirs).is_ok());
        prop_assert!(ours || claimed != index || damage != 0);
    }

    #[test]
    fn consistency_proofs_are_those_of_two_others(
        (size, old) in (1_u64..700).prop_flat_map(|size| (Just(size), 1..=size)), seed: u64,
        claimed in any::<Index>(), damage in 0_u8..4, at in any::<Index>(),
    ) {
        let trees = Trees::new(size, seed);
        let (old_root, root) = (trees.root(old), trees.root(size));
        let proof = merkle::consistency(old, size, &mut |level, index| trees.hash(level, index)).expect("it is read");
        prop_assert!(proof.concat() == trees.ct.prove_consistency((size - old) as usize).as_bytes());
        prop_assert_eq!(foreign(&proof), tlog_tiles::prove_tree(size, old, &trees.tlog).expect("a proof"));

        // the empty tree is left out: both others refuse to speak of it
        let claimed = if claimed.index(2) == 0 { old } else { 1 + claimed.index(size as usize + 1) as u64 };
        let proof = damaged(&proof, damage, &at);
        let ours = merkle::consistent(claimed, size, &proof, &old_root, &root);
        let (theirs, whole) = (tlog_tiles::Hash(old_root), tlog_tiles::Hash(root));
        prop_assert_eq!(ours, tlog_tiles::check_tree(&foreign(&proof), size, whole, claimed, theirs).is_ok());
        let theirs = ConsistencyProof::<Sha256>::try_from_bytes(proof.concat()).expect("whole hashes");
        let (before, after) = (RootHash::new(old_root.into(), claimed), RootHash::new(root.into(), size));
        prop_assert_eq!(ours, after.verify_consistency(&before, &theirs).is_ok());
        prop_assert!(ours || claimed != old || damage != 0);
    }

    #[test]
    fn tiles_are_named_alike(level in 0_u8..8, index: u64, width in 1_u32..=256, entries: bool) {
        let theirs = tlog_tiles::Tile::new(8, if entries { 0 } else { level }, index, width, entries);
        let ours = Tile { level: (!entries).then_some(level.into()), index, width: width.into() };
        prop_assert_eq!(ours.path(), here(&theirs.path()));
        prop_assert_eq!(Tile::parse(&ours.path()), Some(ours));
    }
}

/// Our path of a tile that they name: they follow Go, which also writes the height, and `data` for
/// entries.
fn here(theirs: &str) -> String {
    theirs
        .replacen("tile/8/data/", "tile/entries/", 1)
        .replacen("tile/8/", "tile/", 1)
}

/// A log's folder, as a static file server would serve it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn write(&self, tile: Tile, hashes: &[Hash]) -> std::io::Result<()> {
        let path = self.0.path().join(tile.path());
        std::fs::create_dir_all(path.parent().expect("below the folder"))?;
        std::fs::write(path, tiles::to_bytes(hashes))
    }

    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(self.0.path().join(path))
    }

    fn hashes(&self, tile: Tile) -> std::io::Result<Vec<Hash>> {
        let bytes = self.read(&tile.path())?;
        tiles::from_bytes(&bytes, tile.width)
            .ok_or_else(|| std::io::Error::other("a tile of another width"))
    }

    /// Path and length of each file in it.
    fn files(&self) -> HashMap<String, u64> {
        let mut files = HashMap::new();
        let mut waiting: Vec<PathBuf> = vec![self.0.path().into()];
        while let Some(directory) = waiting.pop() {
            for entry in std::fs::read_dir(directory)
                .expect("readable")
                .map(|entry| entry.expect("readable"))
            {
                let path = entry.path();
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    files.insert(self.name(&path), entry.metadata().expect("readable").len());
                }
            }
        }
        files
    }

    fn name(&self, path: &Path) -> String {
        path.strip_prefix(self.0.path())
            .expect("below the folder")
            .to_string_lossy()
            .into_owned()
    }
}

impl TileReader for Folder {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[tlog_tiles::Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        tiles
            .iter()
            .map(|tile| {
                self.read(&here(&tile.path()))
                    .map_err(|_| tlog_tiles::Error::InvalidTile)
            })
            .collect()
    }

    fn save_tiles(&self, _: &[tlog_tiles::Tile], _: &[Vec<u8>]) {}
}

#[test]
fn seventy_thousand_entries_make_the_277_files_of_the_specification() {
    const SIZE: u64 = 70_000;
    let leaves: Vec<Hash> = (0..SIZE).map(|n| entry::hash(&n.to_be_bytes())).collect();
    let folder = Folder(tempfile::tempdir().expect("a temporary directory"));
    let mut tree = Tree::default();
    for leaf in &leaves {
        tree.push(*leaf, |tile, hashes| folder.write(tile, hashes))
            .expect("writable");
    }
    tree.partial()
        .try_for_each(|(tile, hashes)| folder.write(tile, hashes))
        .expect("writable");

    // 273 full ones and one of 112 below, one full one and one of 17 above, one of 1 on top
    let files = folder.files();
    assert_eq!(files.len(), 277);
    let mut partial: Vec<_> = files
        .iter()
        .filter(|(_, length)| **length != 256 * 32)
        .map(|(path, length)| (path.as_str(), *length))
        .collect();
    partial.sort_unstable();
    assert_eq!(
        partial,
        [
            ("tile/0/273.p/112", 112 * 32),
            ("tile/1/001.p/17", 17 * 32),
            ("tile/2/000.p/1", 32)
        ]
    );
    let mut theirs: Vec<String> = tlog_tiles::Tile::new_tiles(8, 0, SIZE)
        .iter()
        .map(|tile| here(&tile.path()))
        .collect();
    let mut ours: Vec<String> = files.into_keys().collect();
    theirs.sort_unstable();
    ours.sort_unstable();
    assert_eq!(ours, theirs);

    // who has nothing but these files and the root proves and verifies: we, and tlog_tiles
    let root = merkle::root(&leaves);
    assert_eq!(
        Tree::load(SIZE, |tile| folder.hashes(tile)).expect("readable"),
        tree
    );
    assert_eq!(
        (
            tree.root(),
            merkle::root_at(SIZE, &mut reader(&folder, SIZE)).expect("readable")
        ),
        (root, root)
    );
    let stranger = TileHashReader::new(SIZE, tlog_tiles::Hash(root), &folder);
    for index in [
        0,
        255,
        256,
        46_666,
        65_535,
        65_536,
        69_887,
        69_888,
        SIZE - 1,
    ] {
        let proof = merkle::inclusion(index, SIZE, &mut reader(&folder, SIZE)).expect("readable");
        assert_eq!(
            merkle::root_from_inclusion(&leaves[index as usize], index, SIZE, &proof),
            Some(root),
            "{index}"
        );
        assert_eq!(
            foreign(&proof),
            tlog_tiles::prove_record(SIZE, index, &stranger).expect("a proof"),
            "{index}"
        );
        let old = index + 1;
        let proof = merkle::consistency(old, SIZE, &mut reader(&folder, SIZE)).expect("readable");
        assert!(
            merkle::consistent(
                old,
                SIZE,
                &proof,
                &merkle::root(&leaves[..old as usize]),
                &root
            ),
            "{old}"
        );
        assert_eq!(
            foreign(&proof),
            tlog_tiles::prove_tree(SIZE, old, &stranger).expect("a proof"),
            "{old}"
        );
    }

    // a flipped bit in a tile gives proofs that lead elsewhere
    let tile = Tile {
        level: Some(0),
        index: 0,
        width: 256,
    };
    let mut hashes = folder.hashes(tile).expect("readable");
    hashes[7][0] ^= 1;
    folder.write(tile, &hashes).expect("writable");
    let proof = merkle::inclusion(0, SIZE, &mut reader(&folder, SIZE)).expect("readable");
    assert_ne!(
        merkle::root_from_inclusion(&leaves[0], 0, SIZE, &proof),
        Some(root)
    );
    assert!(
        tlog_tiles::check_record(
            &foreign(&proof),
            SIZE,
            tlog_tiles::Hash(root),
            0,
            tlog_tiles::Hash(leaves[0])
        )
        .is_err()
    );
}

fn reader(
    folder: &Folder,
    size: u64,
) -> Reader<impl FnMut(Tile) -> std::io::Result<Vec<Hash>> + '_> {
    Reader::new(size, |tile| folder.hashes(tile))
}
