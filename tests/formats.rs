//! Our formats held against other people's: vectors and examples that they publish, and three
//! implementations that they wrote.

mod examples;
mod notes;
mod trees;

/// The checkpoint of c2sp.org/tlog-cosignature. No specification gives the keys of its log and of
/// its witnesses.
const SOFA: &str =
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
