//! The Merkle tree of RFC 6962 over the hashes of the entries: roots, proofs and their
//! verification. Pure: no database and no files in here. The hash of an entry is the leaf hash
//! already, so chain and tree stand on the same bytes.

use sha2::{Digest, Sha256};

use crate::audit::format::entry::{self, Hash};

/// Root of the empty tree: SHA-256 of nothing (RFC 6962 §2.1).
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// SHA-256(0x01 || left || right): a node above two others (RFC 6962 §2.1).
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut both = [0; 64];
    both[..32].copy_from_slice(left);
    both[32..].copy_from_slice(right);
    entry::digest(1, &both)
}

/// Root over a list of hashes as leaves; 256 of them are a full tile and this is its parent's hash.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len() as u64) as usize);
            node(&root(left), &root(right))
        }
    }
}

/// The largest power of two below n, for n of at least 2.
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// Reads the hash of a perfect tree: of 2^level leaves, the index-th of that size from the left.
pub trait Hashes<E> {
    /// The hash.
    fn hash(&mut self, level: u32, index: u64) -> Result<Hash, E>;
}

impl<E, F: FnMut(u32, u64) -> Result<Hash, E>> Hashes<E> for F {
    fn hash(&mut self, level: u32, index: u64) -> Result<Hash, E> {
        self(level, index)
    }
}

/// Root over the leaves from `from` up to `until`, where `from` is a multiple of the tree's size
/// rounded up.
fn range<E>(from: u64, until: u64, hashes: &mut impl Hashes<E>) -> Result<Hash, E> {
    let n = until - from;
    if n.is_power_of_two() {
        return hashes.hash(n.trailing_zeros(), from / n);
    }
    let middle = from + split(n);
    Ok(node(
        &range(from, middle, hashes)?,
        &range(middle, until, hashes)?,
    ))
}

/// Root of the tree over the first `size` leaves.
pub fn root_at<E>(size: u64, hashes: &mut impl Hashes<E>) -> Result<Hash, E> {
    if size == 0 {
        Ok(empty_root())
    } else {
        range(0, size, hashes)
    }
}

/// Proof that a leaf is in the tree of that size, from the leaf's sibling up (RFC 6962 §2.1.1).
/// `index` must be below `size`.
pub fn inclusion<E>(index: u64, size: u64, hashes: &mut impl Hashes<E>) -> Result<Vec<Hash>, E> {
    let (mut from, mut until) = (0, size);
    let mut proof = Vec::new();
    while until - from > 1 {
        let middle = from + split(until - from);
        if index < middle {
            proof.push(range(middle, until, hashes)?);
            until = middle;
        } else {
            proof.push(range(from, middle, hashes)?);
            from = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// Proof that the tree of `size` continues the one of `old` (RFC 6962 §2.1.2). Empty where `old` is
/// 0 or `size`.
pub fn consistency<E>(old: u64, size: u64, hashes: &mut impl Hashes<E>) -> Result<Vec<Hash>, E> {
    let mut proof = Vec::new();
    if old == 0 || old == size {
        return Ok(proof);
    }
    let (mut from, mut until) = (0, size);
    while until != old {
        let middle = from + split(until - from);
        if old <= middle {
            proof.push(range(middle, until, hashes)?);
            until = middle;
        } else {
            proof.push(range(from, middle, hashes)?);
            from = middle;
        }
    }
    if from > 0 {
        proof.push(range(from, until, hashes)?);
    }
    proof.reverse();
    Ok(proof)
}

/// The root that an inclusion proof leads to (RFC 9162 §2.1.3.2); none where the proof does not
/// have the form.
pub fn root_from_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut at, mut last, mut root) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            root = node(sibling, &root);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            root = node(&root, sibling);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    (last == 0).then_some(root)
}

/// Whether the tree of `size` with `root` continues the one of `old` with `old_root` (RFC 9162
/// §2.1.4.2).
pub fn consistent(old: u64, size: u64, proof: &[Hash], old_root: &Hash, root: &Hash) -> bool {
    if old > size {
        return false;
    }
    if old == 0 || old == size {
        let old_fits = (old > 0 || *old_root == empty_root()) && (old < size || old_root == root);
        return proof.is_empty() && old_fits;
    }
    let mut proof = proof.iter();
    let Some(first) = (if old.is_power_of_two() {
        Some(old_root)
    } else {
        proof.next()
    }) else {
        return false;
    };
    let (mut at, mut last) = (old - 1, size - 1);
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let (mut left, mut whole) = (*first, *first);
    for sibling in proof {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            left = node(sibling, &left);
            whole = node(sibling, &whole);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            whole = node(&whole, sibling);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && left == *old_root && whole == *root
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The eight leaves that certificate transparency's own tests use.
    const LEAVES: [&[u8]; 8] = [
        b"",
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
            0x6e, 0x6f,
        ],
    ];
    const ROOTS: [&str; 9] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    fn leaves(n: usize) -> Vec<Hash> {
        (0..n)
            .map(|i| entry::hash(&(i as u64).to_be_bytes()))
            .collect()
    }

    fn over(leaves: &[Hash]) -> impl FnMut(u32, u64) -> Result<Hash, ()> + '_ {
        |level, index| {
            Ok(root(
                &leaves[(index << level) as usize..((index + 1) << level) as usize],
            ))
        }
    }

    #[test]
    fn the_roots_that_certificate_transparency_publishes() {
        let leaves: Vec<Hash> = LEAVES.iter().map(|leaf| entry::hash(leaf)).collect();
        for (size, expected) in ROOTS.iter().enumerate() {
            assert_eq!(hex::encode(root(&leaves[..size])), *expected, "size {size}");
        }
    }

    #[test]
    fn every_proof_of_a_small_tree_leads_to_its_root_and_none_to_another() {
        let leaves = leaves(70);
        for size in 1..=70_u64 {
            let whole = root(&leaves[..size as usize]);
            assert_eq!(root_at(size, &mut over(&leaves)), Ok(whole));
            for index in 0..size {
                let proof = inclusion(index, size, &mut over(&leaves)).unwrap();
                assert_eq!(
                    root_from_inclusion(&leaves[index as usize], index, size, &proof),
                    Some(whole),
                    "{index} of {size}"
                );
                assert_ne!(
                    root_from_inclusion(&leaves[index as usize], index ^ 1, size, &proof),
                    Some(whole)
                );
                if let Some((_, shorter)) = proof.split_last() {
                    assert_ne!(
                        root_from_inclusion(&leaves[index as usize], index, size, shorter),
                        Some(whole)
                    );
                }
            }
            for old in 0..=size {
                let old_root = root(&leaves[..old as usize]);
                let proof = consistency(old, size, &mut over(&leaves)).unwrap();
                assert!(
                    consistent(old, size, &proof, &old_root, &whole),
                    "{old} of {size}"
                );
                assert!(
                    old == 0 || !consistent(old, size, &proof, &old_root, &[0; 32]),
                    "everything continues an empty tree"
                );
                assert!(!consistent(
                    old,
                    size,
                    &[&proof[..], &[[0; 32]]].concat(),
                    &old_root,
                    &whole
                ));
                assert!(!consistent(old, size, &proof, &[7; 32], &whole));
            }
        }
    }
}
