//! Between which outside times an entry was made, as far as time stamps say: it is later than a
//! stamp that stands before it in the log, and earlier than a stamp over a checkpoint that contains
//! it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead};
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::compact_range::CompactRange;
use crate::audit::format::entry::{self, Hash};
use crate::audit::outsiders::timestamp;
use crate::audit::verify::input::from_start;
use crate::audit::verify::report::{Finding, Side, Sides, Verdict};

/// What an entry that inserts a stamp looks like; both are fixed by the grammar of entries.
const INSERTS: &str = "\"op\":\"INSERT\"";
const STAMPS: &str = "\"table\":\"time_stamp\"";

/// A time stamp as the log holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Number of its entry.
    pub seq: u64,
    /// Who says the time.
    pub authority: String,
    /// The time: as the log has it, until [`TimeBounds::read_times`] takes it from the answer.
    pub at: DateTime<Utc>,
    /// Whether it was read from the answer.
    pub at_read: bool,
    /// What was stamped.
    pub checkpoint: Checkpoint,
    /// The answer of the authority.
    pub token: Vec<u8>,
}

#[derive(Deserialize)]
struct Row {
    authority: String,
    checkpoint: String,
    token: String,
    stamped_at: DateTime<Utc>,
}

impl Stamp {
    /// Reads the row text of an entry.
    pub(super) fn parse(seq: u64, row: &str) -> Option<Self> {
        let row: Row = serde_json::from_str(row).ok()?;
        let token = hex::decode(row.token.strip_prefix("\\x")?).ok()?;
        let checkpoint = Checkpoint::parse(&row.checkpoint)
            .ok()
            .filter(|checkpoint| checkpoint.to_string() == row.checkpoint)?;
        Some(Self {
            seq,
            authority: row.authority,
            at: row.stamped_at,
            at_read: false,
            checkpoint,
            token,
        })
    }

    /// Whether it is over entries that are before its own, as every stamp that was made here is.
    fn fits(&self) -> bool {
        (1..=self.seq).contains(&self.checkpoint.size)
    }

    /// Files for `openssl ts`: the text that was stamped, and the answer.
    fn files(&self) -> [String; 2] {
        [
            format!("stamp-{}.txt", self.seq),
            format!("stamp-{}.tsr", self.seq),
        ]
    }
}

/// The two stamps around an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeBounds {
    /// Which entry.
    pub entry: u64,
    /// The last stamp before it in the log: it is not older than this.
    pub after: Option<Stamp>,
    /// The first stamp over it: it is not younger than this.
    pub before: Option<Stamp>,
}

impl TimeBounds {
    /// Takes the times from the answers themselves, where `openssl` is there to read them: the log
    /// only repeats them, and a row that was written without the program could give another.
    pub fn read_times(&mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for stamp in self.after.iter_mut().chain(&mut self.before) {
            let what = match timestamp::time_of_answer(&stamp.token) {
                None => continue,
                Some(Ok(at)) if at == stamp.at => {
                    stamp.at_read = true;
                    continue;
                }
                Some(Ok(at)) => {
                    let claimed = std::mem::replace(&mut stamp.at, at);
                    stamp.at_read = true;
                    format!(
                        "the log gives the time {claimed} for this stamp, the authority's answer says {at}"
                    )
                }
                Some(Err(why)) => format!("no time can be read from the authority's answer: {why}"),
            };
            findings.push(Finding::at(Verdict::StampDiffers, stamp.seq, what));
        }
        findings
    }

    /// For readers; `directory` is where [`TimeBounds::write`] put the files.
    pub fn sides(&self, directory: Option<&Path>) -> Sides {
        let side = |stamp: &Stamp| {
            let [text, answer] = stamp.files().map(|file| {
                directory
                    .unwrap_or(Path::new("DIR"))
                    .join(file)
                    .display()
                    .to_string()
            });
            let check =
                format!("openssl ts -verify -data {text} -in {answer} -CAfile AUTHORITY.pem");
            let (authority, size) = (stamp.authority.clone(), stamp.checkpoint.size);
            Side {
                at: stamp.at,
                at_read: stamp.at_read,
                authority,
                stamp: stamp.seq,
                size,
                check,
            }
        };
        Sides {
            entry: self.entry,
            not_before: self.after.as_ref().map(side),
            not_after: self.before.as_ref().map(side),
        }
    }

    /// Writes what `openssl ts` needs to check the two stamps.
    pub fn write(&self, directory: &Path) -> io::Result<()> {
        fs::create_dir_all(directory)?;
        for stamp in self.after.iter().chain(&self.before) {
            let [text, answer] = stamp.files();
            fs::write(directory.join(text), stamp.checkpoint.to_string())?;
            fs::write(directory.join(answer), &stamp.token)?;
        }
        Ok(())
    }
}

/// Roots of the trees of these sizes over the leaves, as far as these reach.
fn roots<E>(
    leaves: impl Iterator<Item = Result<Hash, E>>,
    sizes: &BTreeSet<u64>,
) -> Result<BTreeMap<u64, Hash>, E> {
    let (mut roots, mut range) = (BTreeMap::new(), CompactRange::default());
    let last = sizes.last().copied().unwrap_or(0);
    for leaf in leaves.take(usize::try_from(last).unwrap_or(usize::MAX)) {
        range.push(leaf?);
        if sizes.contains(&range.end()) {
            roots.insert(range.end(), range.root());
        }
    }
    Ok(roots)
}

/// Finds the stamps around an entry, after holding every stamp against the tree over this very log.
pub(super) fn around<E>(
    entry: u64,
    stamps: Vec<Stamp>,
    leaves: impl Iterator<Item = Result<Hash, E>>,
) -> Result<(TimeBounds, Vec<Finding>), E> {
    let roots = roots(
        leaves,
        &stamps.iter().map(|stamp| stamp.checkpoint.size).collect(),
    )?;
    let holds = |stamp: &Stamp| {
        stamp.fits() && roots.get(&stamp.checkpoint.size) == Some(&stamp.checkpoint.root)
    };
    let (good, bad): (Vec<Stamp>, Vec<Stamp>) = stamps.into_iter().partition(holds);
    let wrong = |stamp: &Stamp| {
        let (size, seq) = (stamp.checkpoint.size, stamp.seq);
        let what = format!(
            "the time stamp in entry {seq} is over another log of {size} entries than the one that leads here"
        );
        Finding::at(Verdict::Rewritten, size.saturating_sub(1), what)
    };
    let findings = bad.iter().map(wrong).collect();
    // the latest time that stands before it, and the earliest over it: authorities' clocks differ
    let after = good
        .iter()
        .filter(|stamp| stamp.seq < entry)
        .max_by_key(|stamp| stamp.at)
        .cloned();
    let before = good
        .iter()
        .filter(|stamp| stamp.checkpoint.size > entry)
        .min_by_key(|stamp| stamp.at)
        .cloned();
    Ok((
        TimeBounds {
            entry,
            after,
            before,
        },
        findings,
    ))
}

pub(super) fn beyond(entry: u64, size: u64) -> String {
    format!("there is no entry {entry}: the log has {size}")
}

/// The time bounds of an entry of an exported log that was found intact, of `size` entries, with
/// its payloads.
///
/// # Errors
/// Files that cannot be read, and an entry that is not there.
pub fn file(
    log: &File,
    payloads: &File,
    size: u64,
    entry: u64,
) -> io::Result<(TimeBounds, Vec<Finding>)> {
    if entry >= size {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            beyond(entry, size),
        ));
    }
    let lines = || {
        from_start(log).map(|file| {
            file.lines()
                .take(usize::try_from(size).unwrap_or(usize::MAX))
        })
    };
    let mut wanted = BTreeSet::new();
    for (seq, line) in (0..).zip(lines()?) {
        let line = line?;
        if line.contains(STAMPS) && line.contains(INSERTS) {
            wanted.insert(seq);
        }
    }
    #[derive(Deserialize)]
    struct Payload {
        seq: u64,
        row: String,
    }
    let mut stamps = Vec::new();
    for line in from_start(payloads)?.lines() {
        let line = line?;
        let seq = line
            .strip_prefix("{\"seq\":")
            .and_then(|rest| rest.split(',').next()?.parse().ok());
        if seq.is_some_and(|seq| wanted.contains(&seq)) {
            let payload: Payload = serde_json::from_str(&line).map_err(io::Error::other)?;
            stamps.extend(Stamp::parse(payload.seq, &payload.row));
        }
    }
    around(
        entry,
        stamps,
        lines()?.map(|line| line.map(|line| entry::hash(line.as_bytes()))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::merkle;
    use std::convert::Infallible;

    fn leaves(n: u64) -> impl Iterator<Item = Result<Hash, Infallible>> {
        (0..n).map(|n| Ok(entry::hash(&n.to_be_bytes())))
    }

    fn root(size: u64) -> Hash {
        merkle::root(&leaves(size).collect::<Result<Vec<_>, _>>().unwrap())
    }

    fn stamp(seq: u64, size: u64, second: i64) -> Stamp {
        let checkpoint = Checkpoint {
            origin: "example.kr/log".into(),
            size,
            root: root(size),
        };
        Stamp {
            seq,
            authority: "https://time.example".into(),
            at: DateTime::from_timestamp(second, 0).unwrap(),
            at_read: false,
            checkpoint,
            token: vec![1],
        }
    }

    #[test]
    fn the_roots_are_those_of_the_trees() {
        let sizes: BTreeSet<u64> = (1..70).collect();
        let found = roots(leaves(66), &sizes).unwrap();
        assert_eq!(found.len(), 66);
        assert!(found.iter().all(|(size, found)| *found == root(*size)));
    }

    #[test]
    fn an_entry_lies_between_the_stamps_around_it() {
        let stamps = vec![stamp(5, 4, 100), stamp(10, 9, 200), stamp(15, 14, 300)];
        let times = |entry| {
            let (bounds, findings) = around(entry, stamps.clone(), leaves(20)).unwrap();
            assert_eq!(findings, vec![]);
            (
                bounds.after.map(|stamp| stamp.at.timestamp()),
                bounds.before.map(|stamp| stamp.at.timestamp()),
            )
        };
        assert_eq!(times(0), (None, Some(100)));
        assert_eq!(times(3), (None, Some(100)));
        assert_eq!(times(4), (None, Some(200)), "not in the first checkpoint");
        assert_eq!(times(5), (None, Some(200)), "the entry of the stamp itself");
        assert_eq!(times(6), (Some(100), Some(200)));
        assert_eq!(times(14), (Some(200), None));
        assert_eq!(times(19), (Some(300), None));
    }

    #[test]
    fn a_stamp_over_another_log_is_found_and_counts_for_nothing() {
        let mut other = stamp(10, 9, 200);
        other.checkpoint.root = root(8);
        let stamps = vec![
            stamp(5, 4, 100),
            other,
            stamp(15, 14, 300),
            stamp(16, 17, 310),
            stamp(18, 99, 320),
        ];
        let (bounds, findings) = around(11, stamps, leaves(20)).unwrap();
        let places: Vec<_> = findings
            .iter()
            .map(|finding| (finding.verdict, finding.at))
            .collect();
        assert_eq!(places, [8, 16, 98].map(|at| (Verdict::Rewritten, Some(at))));
        assert_eq!(
            (bounds.after.unwrap().seq, bounds.before.unwrap().seq),
            (5, 15)
        );
    }
}
