//! A log line by line: how its lines are read, and the walk along the chain that names the first
//! position that does not fit. No database and no files of its own: an outsider can lift this
//! module out.

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::compact_range::CompactRange;
use crate::audit::format::entry::{self, Hash, LONGEST};
use crate::audit::format::merkle;
use crate::audit::verify::report::{Finding, Head, Verdict};

/// Reads the head line of an export, with its line feed.
pub(super) fn parse_head(line: &[u8]) -> Option<Head> {
    let rest = line.strip_prefix(b"{\"hash\":\"")?;
    let (hash, rest) = rest.split_at_checked(64)?;
    let size = rest.strip_prefix(b"\",\"size\":")?.strip_suffix(b"}\n")?;
    Some(Head {
        size: entry::integer(size)?,
        hash: entry::from_hex(hash)?,
    })
}

/// The head line of an export, with its line feed.
pub fn head_line(head: Head) -> String {
    format!(
        "{{\"hash\":\"{}\",\"size\":{}}}\n",
        hex::encode(head.hash),
        head.size
    )
}

/// Reads an entry, with its line feed.
pub(super) fn parse_entry(line: &[u8]) -> Option<entry::Parsed<'_>> {
    entry::parse(line.strip_suffix(b"\n")?)
}

/// One line with its line feed, at most one byte more than the longest entry and its line feed.
pub(super) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<()> {
    line.clear();
    io::Read::take(reader, LONGEST as u64 + 1)
        .read_until(b'\n', line)
        .map(drop)
}

/// What was noted of a log, which it is held against.
#[derive(Clone, Copy, Default)]
pub struct Noted<'n> {
    /// A head noted earlier.
    pub head: Option<Head>,
    /// Checkpoints whose signatures hold.
    pub checkpoints: &'n [Checkpoint],
}

/// What a consistent log comes to.
pub(super) struct Followed {
    pub head: Head,
    /// Hash of the last entry that the noted head counts.
    pub noted_hash: Hash,
    /// Roots at the sizes of checkpoints, as far as the log reaches.
    pub roots: BTreeMap<u64, Hash>,
}

impl Followed {
    /// The log before its first entry.
    pub fn nothing() -> Self {
        Self {
            head: Head::default(),
            noted_hash: [0; 32],
            roots: BTreeMap::from([(0, merkle::empty_root())]),
        }
    }
}

impl Noted<'_> {
    /// Whether anything is noted: then nothing before it can be cut off or written anew unseen.
    pub(super) fn is_something(&self) -> bool {
        self.head.is_some() || !self.checkpoints.is_empty()
    }

    /// Sizes of the checkpoints, ascending.
    pub(super) fn sizes(&self) -> Vec<u64> {
        let mut sizes: Vec<u64> = self.checkpoints.iter().map(|it| it.size).collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    /// What is noted of the log of that name. Where a checkpoint is of another log, no checkpoint
    /// is, and the fault to report: only after the chain, because a broken chain is what an export
    /// shows too.
    pub(super) fn of_log(self, log: &str) -> (Self, Option<String>) {
        let Some(other) = self.checkpoints.iter().find(|it| !it.is_of(log)) else {
            return (self, None);
        };
        let fault = format!(
            "a checkpoint is of {}, the entries name another log",
            other.origin
        );
        let head = self.head;
        let checkpoints = &[];
        (Self { head, checkpoints }, Some(fault))
    }

    /// Holds a consistent log against what is noted of it.
    pub(super) fn against(&self, log: &Followed) -> Option<Finding> {
        self.against_head(log)
            .or_else(|| self.against_checkpoints(log))
    }

    fn against_head(&self, log: &Followed) -> Option<Finding> {
        let (noted, size) = (self.head?, log.head.size);
        if size < noted.size {
            let what = format!("the noted head had {} entries, {size} are here", noted.size);
            Some(Finding::at(Verdict::Truncated, size, what))
        } else if log.noted_hash != noted.hash {
            Some(Finding::at(
                Verdict::Rewritten,
                noted.size.saturating_sub(1),
                "the hash here is not that of the noted head",
            ))
        } else {
            None
        }
    }

    /// The smallest checkpoint that does not hold decides. A root says only that something before
    /// it changed: the largest one before it says from where on.
    fn against_checkpoints(&self, log: &Followed) -> Option<Finding> {
        let mut ascending: Vec<&Checkpoint> = self.checkpoints.iter().collect();
        ascending.sort_unstable_by_key(|checkpoint| checkpoint.size);
        let here = log.head.size;
        for Checkpoint { size, root, .. } in &ascending {
            if *size > here {
                let what = format!("a checkpoint signs {size} entries, {here} are here");
                return Some(Finding::at(Verdict::Truncated, here, what));
            }
            if log.roots.get(size) != Some(root) {
                let what =
                    format!("the first {size} entries are not those that a checkpoint signs");
                // every smaller one held; another of the same size may have, and proves nothing
                // beside this one
                let smaller = ascending.iter().map(|it| it.size).filter(|it| it < size);
                let held = smaller.max().unwrap_or(0);
                return Some(Finding::at(Verdict::Rewritten, held, what));
            }
        }
        None
    }
}

/// Follows the chain line by line up to the head line and names the first position that does not
/// fit. `next` puts the next line with its line feed into the buffer, at most [`LONGEST`] + 1
/// bytes, and nothing at the end.
pub fn walk<E>(
    noted: Noted,
    mut next: impl FnMut(&mut Vec<u8>) -> Result<(), E>,
) -> Result<(Head, Option<Finding>), E> {
    let (mut line, mut ahead) = (Vec::new(), Vec::new());
    next(&mut line)?;
    next(&mut ahead)?;
    let (mut followed, mut log) = (Followed::nothing(), Vec::new());
    let (mut range, sizes) = (CompactRange::default(), noted.sizes());
    while let Some(entry) = parse_entry(&line) {
        let own = entry::hash(&line[..line.len() - 1]);
        let before = followed.head;
        if let Some(finding) = misfit(&entry, &own, &ahead, before, &log) {
            return Ok((before, Some(finding)));
        }
        if before.size == 0 {
            log = entry.log.to_vec();
        }
        followed.head = Head {
            size: before.size + 1,
            hash: own,
        };
        if noted
            .head
            .is_some_and(|noted| noted.size == followed.head.size)
        {
            followed.noted_hash = own;
        }
        if !sizes.is_empty() {
            range.push(own);
            if sizes.binary_search(&range.end()).is_ok() {
                followed.roots.insert(range.end(), range.root());
            }
        }
        std::mem::swap(&mut line, &mut ahead);
        next(&mut ahead)?;
    }
    let finding = end(&line, &ahead, followed.head).or_else(|| noted.against(&followed));
    Ok((followed.head, finding))
}

/// How an entry does not follow those before it, which end with that head and name that log;
/// `ahead` is the line after it.
fn misfit(
    entry: &entry::Parsed,
    own: &Hash,
    ahead: &[u8],
    before: Head,
    log: &[u8],
) -> Option<Finding> {
    let (at, seq) = (before.size, entry.seq);
    let follows = entry.prev == hex::encode(before.hash).as_bytes();
    let (verdict, at, what) = match (seq == at, follows) {
        (false, true) => {
            let what = format!("the entry follows the one before it but is numbered {seq}");
            (Verdict::Altered, at, what)
        }
        (false, false) => {
            let what = format!("entry {seq} stands here: entries are missing or reordered");
            (Verdict::Missing, at, what)
        }
        // the lines around it agree with this one, so the one before it was altered
        (true, false) if at > 0 && states(ahead, own) => {
            let what = "the next entry states another hash for this one".into();
            (Verdict::Altered, at - 1, what)
        }
        (true, false) => {
            let what = "the entry does not state the hash of the one before it".into();
            (Verdict::Altered, at, what)
        }
        (true, true) if at > 0 && entry.log != log => {
            let what = "the entry names another log than entry 0".into();
            (Verdict::Altered, at, what)
        }
        (true, true) => return None,
    };
    Some(Finding::at(verdict, at, what))
}

/// Whether the line, an entry or the head, states this hash for its predecessor.
fn states(line: &[u8], hash: &Hash) -> bool {
    parse_entry(line).is_some_and(|parsed| parsed.prev == hex::encode(hash).as_bytes())
        || parse_head(line).is_some_and(|head| head.hash == *hash)
}

/// The first line that is no entry has to be the head line, and the last line.
fn end(line: &[u8], ahead: &[u8], head: Head) -> Option<Finding> {
    let n = head.size;
    let Some(stated) = parse_head(line) else {
        let cut = !line.ends_with(b"\n") && line.len() <= LONGEST;
        return Some(if cut {
            let what = "the log ends here without a complete head line";
            Finding::at(Verdict::Truncated, n, what)
        } else {
            Finding::at(Verdict::Altered, n, "the line is not an entry")
        });
    };
    if !ahead.is_empty() {
        let what = "something follows the head line";
        return Some(Finding::at(Verdict::Altered, n, what));
    }
    if stated.size != n {
        let what = format!("the head line gives {} entries, {n} are here", stated.size);
        let verdict = if stated.size > n {
            Verdict::Truncated
        } else {
            Verdict::Altered
        };
        return Some(Finding::at(verdict, n, what));
    }
    (stated.hash != head.hash).then(|| {
        let what = "the head line states another hash for the last entry";
        Finding::at(Verdict::Altered, n.saturating_sub(1), what)
    })
}
