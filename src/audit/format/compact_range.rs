//! Compact ranges: the roots of the perfect trees that consecutive leaves make up. Ranges put
//! together in order give the root over all of their leaves, so that a log can be read in pieces,
//! or from its right edge on. Pure.

use crate::audit::format::entry::Hash;
use crate::audit::format::merkle;

/// Root of 2^level leaves, the index-th of that size.
#[derive(Clone, Copy, Debug)]
struct Perfect {
    level: u32,
    index: u64,
    hash: Hash,
}

/// The perfect trees over consecutive leaves, from wherever they begin.
#[derive(Clone, Debug, Default)]
pub struct CompactRange {
    trees: Vec<Perfect>,
    end: u64,
}

impl CompactRange {
    /// The empty range before that leaf.
    pub fn from(first: u64) -> Self {
        Self {
            end: first,
            ..Self::default()
        }
    }

    /// Number of the leaf that comes next.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// Adds the next leaf.
    pub fn push(&mut self, leaf: Hash) {
        self.add(0, self.end, leaf);
    }

    /// Adds the root of the next 2^level leaves, which are the index-th of that size.
    pub fn add(&mut self, level: u32, index: u64, hash: Hash) {
        self.end = (index + 1) << level;
        let mut tree = Perfect { level, index, hash };
        // two of a size whose left one has an even index are the halves of a larger one
        while let Some(left) = self
            .trees
            .pop_if(|left| left.level == tree.level && left.index.is_multiple_of(2))
        {
            tree = Perfect {
                level: tree.level + 1,
                index: left.index / 2,
                hash: merkle::node(&left.hash, &tree.hash),
            };
        }
        self.trees.push(tree);
    }

    /// Puts the range that follows behind this one.
    pub fn append(&mut self, following: &Self) {
        for tree in &following.trees {
            self.add(tree.level, tree.index, tree.hash);
        }
    }

    /// Root over all leaves of a range that begins with leaf 0.
    pub fn root(&self) -> Hash {
        let Some((last, rest)) = self.trees.split_last() else {
            return merkle::empty_root();
        };
        rest.iter()
            .rfold(last.hash, |right, left| merkle::node(&left.hash, &right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::entry;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pieces_of_any_length_give_the_root_of_the_whole(lengths in prop::collection::vec(0_usize..40, 1..12)) {
            let total = lengths.iter().sum::<usize>() as u64;
            let leaves: Vec<Hash> = (0..total).map(|n| entry::hash(&n.to_be_bytes())).collect();
            let mut whole = CompactRange::default();
            let mut first = 0;
            for length in lengths {
                let mut piece = CompactRange::from(first as u64);
                for leaf in &leaves[first..first + length] {
                    piece.push(*leaf);
                    let mut so_far = whole.clone();
                    so_far.append(&piece);
                    let size = so_far.end();
                    prop_assert_eq!(so_far.root(), merkle::root(&leaves[..size as usize]), "size {}", size);
                }
                whole.append(&piece);
                first += length;
            }
            prop_assert_eq!((whole.end(), whole.root()), (total, merkle::root(&leaves)));
        }
    }
}
