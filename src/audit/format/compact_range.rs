//! The tree of a log that is read in pieces: each piece keeps the perfect trees that its entries make up, and pieces put
//! together in order give the roots at the sizes that are wanted. Pure.

use crate::audit::format::entry::Hash;
use crate::audit::format::merkle;

/// Root of 2^level leaves, the index-th of that size.
#[derive(Clone, Copy, Debug)]
struct Perfect {
    level: u32,
    index: u64,
    hash: Hash,
}

/// Perfect trees over consecutive leaves, from wherever they begin.
#[derive(Clone, Debug, Default)]
pub struct CompactRange {
    trees: Vec<Perfect>,
    next: u64,
    /// Leaves and the trees over them at each size that is wanted, the smallest first.
    noted: Vec<(u64, Vec<Perfect>)>,
}

impl CompactRange {
    /// A forest whose first leaf is that one.
    pub fn from(first: u64) -> Self {
        Self {
            next: first,
            ..Self::default()
        }
    }

    /// Adds the next leaf; `wanted` are sizes in ascending order.
    pub fn push(&mut self, leaf: Hash, wanted: &[u64]) {
        self.add(Perfect {
            level: 0,
            index: self.next,
            hash: leaf,
        });
        self.next += 1;
        if !wanted.is_empty() && wanted.binary_search(&self.next).is_ok() {
            self.noted.push((self.next, self.trees.clone()));
        }
    }

    fn add(&mut self, mut tree: Perfect) {
        while let Some(left) = self
            .trees
            .last()
            .filter(|left| left.level == tree.level && left.index % 2 == 0)
        {
            tree = Perfect {
                level: tree.level + 1,
                index: left.index / 2,
                hash: merkle::node(&left.hash, &tree.hash),
            };
            self.trees.pop();
        }
        self.trees.push(tree);
    }

    /// Puts the forest that follows behind this one.
    pub fn append(&mut self, following: Self) {
        for (size, trees) in following.noted {
            let mut whole = Self {
                trees: self.trees.clone(),
                ..Self::default()
            };
            trees.into_iter().for_each(|tree| whole.add(tree));
            self.noted.push((size, whole.trees));
        }
        following.trees.into_iter().for_each(|tree| self.add(tree));
        self.next = following.next;
    }

    /// Root over the first `size` leaves of a forest that begins with leaf 0; none where that size was not wanted or reached.
    pub fn root(&self, size: u64) -> Option<Hash> {
        if size == 0 {
            return Some(merkle::empty_root());
        }
        let trees = self
            .noted
            .iter()
            .find(|(noted, _)| *noted == size)
            .map(|(_, trees)| trees)?;
        Some(merkle::fold(
            &trees.iter().map(|tree| tree.hash).collect::<Vec<_>>(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::entry;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pieces_of_any_length_give_the_roots_of_the_whole(lengths in prop::collection::vec(0_usize..40, 1..12)) {
            let total = lengths.iter().sum::<usize>() as u64;
            let leaves: Vec<Hash> = (0..total).map(|n| entry::hash(&n.to_be_bytes())).collect();
            let wanted: Vec<u64> = (1..=total).collect();
            let mut whole = CompactRange::default();
            let mut first = 0;
            for length in lengths {
                let mut piece = CompactRange::from(first as u64);
                leaves[first..first + length].iter().for_each(|leaf| piece.push(*leaf, &wanted));
                whole.append(piece);
                first += length;
            }
            for size in 0..=total {
                prop_assert_eq!(whole.root(size), Some(merkle::root(&leaves[..size as usize])), "size {}", size);
            }
            prop_assert_eq!(whole.root(total + 1), None);
        }
    }
}
