//! Offline verification of an exported log. It reads files and nothing else: no database, no network, no settings, so
//! that an outsider can lift it out together with the files beside it that it names.
//!
//! An intact log is proven in parallel, because each line states its predecessor's hash; whatever does not fit is then
//! looked at line by line, so that the verdict names the first position.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::compact_range::CompactRange;
use crate::audit::format::entry::{self, Hash, LONGEST};
use crate::audit::verify::payloads;
pub use crate::audit::verify::report::{Finding, Head, Report, Verdict};

/// Bytes a worker takes at a time: they stay in the processor's own cache between being read, looked at and hashed.
pub(super) const BLOCK: u64 = 1 << 18;

/// Bytes read behind a block at first.
const BEHIND: usize = 2_048;

/// Reads the head line of an export, with its line feed.
fn parse_head(line: &[u8]) -> Option<Head> {
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

pub(super) fn parse_line(line: &[u8]) -> Option<entry::Parsed<'_>> {
    entry::parse(line.strip_suffix(b"\n")?)
}

/// What a log is held against beside itself.
#[derive(Clone, Copy, Default)]
pub struct Noted<'n> {
    /// A head noted earlier.
    pub head: Option<Head>,
    /// Checkpoints whose signatures hold.
    pub checkpoints: &'n [Checkpoint],
}

impl Noted<'_> {
    /// Sizes of the checkpoints, ascending.
    fn sizes(&self) -> Vec<u64> {
        let mut sizes: Vec<u64> = self
            .checkpoints
            .iter()
            .map(|checkpoint| checkpoint.size)
            .collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }
}

/// Follows the chain line by line up to the head line and names the first position that does not fit. `next` puts the
/// next line with its line feed into the buffer, at most [`LONGEST`] + 1 bytes, and nothing at the end.
pub fn walk<E>(
    noted: Noted,
    mut next: impl FnMut(&mut Vec<u8>) -> Result<(), E>,
) -> Result<(Head, Option<Finding>), E> {
    let (mut line, mut ahead) = (Vec::new(), Vec::new());
    next(&mut line)?;
    next(&mut ahead)?;
    let mut head = Head {
        size: 0,
        hash: [0; 32],
    };
    let mut log = Vec::new();
    let mut noted_hash = [0; 32];
    let (mut forest, sizes) = (CompactRange::default(), noted.sizes());
    while let Some(parsed) = parse_line(&line) {
        let own = entry::hash(&line[..line.len() - 1]);
        let at = head.size;
        let follows = parsed.prev == hex::encode(head.hash).as_bytes();
        let finding = if parsed.seq != at && follows {
            Some(Finding::at(
                Verdict::Altered,
                at,
                format!(
                    "the entry follows the one before it but is numbered {}",
                    parsed.seq
                ),
            ))
        } else if parsed.seq != at {
            Some(Finding::at(
                Verdict::Missing,
                at,
                format!(
                    "entry {} stands here: entries are missing or reordered",
                    parsed.seq
                ),
            ))
        } else if !follows && at > 0 && vouches(&ahead, &own) {
            Some(Finding::at(
                Verdict::Altered,
                at - 1,
                "the next entry states another hash for this one",
            ))
        } else if !follows {
            Some(Finding::at(
                Verdict::Altered,
                at,
                "the entry does not state the hash of the one before it",
            ))
        } else if at > 0 && parsed.log != log {
            Some(Finding::at(
                Verdict::Altered,
                at,
                "the entry names another log than entry 0",
            ))
        } else {
            None
        };
        if finding.is_some() {
            return Ok((head, finding));
        }
        if at == 0 {
            log = parsed.log.to_vec();
        }
        head = Head {
            size: at + 1,
            hash: own,
        };
        if noted.head.is_some_and(|noted| noted.size == head.size) {
            noted_hash = own;
        }
        if !sizes.is_empty() {
            forest.push(own, &sizes);
        }
        std::mem::swap(&mut line, &mut ahead);
        next(&mut ahead)?;
    }
    Ok((
        head,
        end(&line, &ahead, head).or_else(|| against(noted, head, noted_hash, &forest)),
    ))
}

/// Whether the line, an entry or the head, states this hash for its predecessor.
fn vouches(line: &[u8], hash: &Hash) -> bool {
    parse_line(line).is_some_and(|parsed| parsed.prev == hex::encode(hash).as_bytes())
        || parse_head(line).is_some_and(|head| head.hash == *hash)
}

/// The first line that is no entry has to be the head line, and the last line.
fn end(line: &[u8], ahead: &[u8], head: Head) -> Option<Finding> {
    let n = head.size;
    let Some(stated) = parse_head(line) else {
        let cut = !line.ends_with(b"\n") && line.len() <= LONGEST;
        return Some(if cut {
            Finding::at(
                Verdict::Truncated,
                n,
                "the log ends here without a complete head line",
            )
        } else {
            Finding::at(Verdict::Altered, n, "the line is not an entry")
        });
    };
    if !ahead.is_empty() {
        Some(Finding::at(
            Verdict::Altered,
            n,
            "something follows the head line",
        ))
    } else if stated.size > n {
        Some(Finding::at(
            Verdict::Truncated,
            n,
            format!("the head line gives {} entries, {n} are here", stated.size),
        ))
    } else if stated.size < n {
        Some(Finding::at(
            Verdict::Altered,
            n,
            format!("the head line gives {} entries, {n} are here", stated.size),
        ))
    } else if stated.hash != head.hash {
        Some(Finding::at(
            Verdict::Altered,
            n.saturating_sub(1),
            "the head line states another hash for the last entry",
        ))
    } else {
        None
    }
}

/// Holds a consistent log against what was noted of it; `there` is the log's hash at the noted size.
fn against(noted: Noted, head: Head, there: Hash, forest: &CompactRange) -> Option<Finding> {
    against_head(noted.head, head, there)
        .or_else(|| against_checkpoints(noted.checkpoints, head, forest))
}

fn against_head(noted: Option<Head>, head: Head, there: Hash) -> Option<Finding> {
    let noted = noted?;
    if head.size < noted.size {
        Some(Finding::at(
            Verdict::Truncated,
            head.size,
            format!(
                "the noted head had {} entries, {} are here",
                noted.size, head.size
            ),
        ))
    } else if there != noted.hash {
        Some(Finding::at(
            Verdict::Rewritten,
            noted.size.saturating_sub(1),
            "the hash here is not that of the noted head",
        ))
    } else {
        None
    }
}

/// The smallest checkpoint that does not hold decides. A root says only that something before it changed: the largest one
/// before it says from where on.
fn against_checkpoints(
    checkpoints: &[Checkpoint],
    head: Head,
    forest: &CompactRange,
) -> Option<Finding> {
    let mut ascending: Vec<&Checkpoint> = checkpoints.iter().collect();
    ascending.sort_unstable_by_key(|checkpoint| checkpoint.size);
    for Checkpoint { size, root, .. } in &ascending {
        if *size > head.size {
            let what = format!("a checkpoint signs {size} entries, {} are here", head.size);
            return Some(Finding::at(Verdict::Truncated, head.size, what));
        }
        if forest.root(*size).as_ref() != Some(root) {
            let what = format!("the first {size} entries are not those that a checkpoint signs");
            // every smaller one held
            let good = ascending
                .iter()
                .map(|checkpoint| checkpoint.size)
                .filter(|smaller| smaller < size)
                .max();
            return Some(Finding::at(Verdict::Rewritten, good.unwrap_or(0), what));
        }
    }
    None
}

/// Verifies an exported log, against what was noted of it and with payloads where they are given. `progress` is called
/// with bytes as they are read.
///
/// # Errors
/// A file that cannot be read.
pub fn file(
    log: &Path,
    noted: Noted,
    payloads: Option<&Path>,
    progress: &(dyn Fn(u64) + Sync),
) -> io::Result<Report> {
    let open = File::open(log)?;
    let mut first = Vec::new();
    read_line(&mut BufReader::new(&open), &mut first)?;
    let name = parse_line(&first).map(|parsed| String::from_utf8_lossy(parsed.log).into_owned());
    let other = name.and_then(|name| {
        noted
            .checkpoints
            .iter()
            .find(|checkpoint| !checkpoint.is_of(&name))
    });
    // a broken chain is said before a checkpoint that belongs to another log
    let noted = if other.is_some() {
        Noted {
            checkpoints: &[],
            ..noted
        }
    } else {
        noted
    };
    let (head, mut finding) = match parallel(&open, noted, progress)? {
        Some(intact) => intact,
        None => {
            let mut reader = BufReader::with_capacity(BLOCK as usize, File::open(log)?);
            walk(noted, |line| read_line(&mut reader, line))?
        }
    };
    let mut erased = 0;
    if let (None, Some(checkpoint)) = (&finding, other) {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!(
                "a checkpoint is of {}, the entries name another log",
                checkpoint.origin
            ),
        ));
    }
    if let (None, Some(path)) = (&finding, payloads) {
        (finding, erased) = payloads::check(log, path, head.size)?;
        erased = if finding.is_none() { erased } else { 0 };
    }
    let mut report = Report::new(head, finding.into_iter().collect()).with_erased(erased);
    let fixed = noted.head.is_some() || !noted.checkpoints.is_empty();
    let tail = if fixed {
        "no entry after what was noted"
    } else {
        "neither the end nor the whole log"
    };
    let give = if fixed {
        ""
    } else {
        " (give --head, or --checkpoint with --vkey)"
    };
    report.not_proven.push(format!(
        "that {tail} was cut off or written anew together with the head line{give}"
    ));
    if payloads.is_none() {
        report
            .not_proven
            .push("what the rows contained (give --payloads)".into());
    }
    report.not_proven.push(
        "that the live tables agree with the log (verify against the database shows it)".into(),
    );
    report
        .not_proven
        .push("that what was entered was true".into());
    Ok(report)
}

/// One line with its line feed, at most one byte more than the longest entry and its line feed.
pub(super) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<()> {
    line.clear();
    io::Read::take(reader, LONGEST as u64 + 1)
        .read_until(b'\n', line)
        .map(drop)
}

/// What a worker learned of the lines that begin in its block; they follow each other if it is there at all.
struct Piece {
    first_prev: [u8; 64],
    first_seq: u64,
    log: Vec<u8>,
    last: Head,
    noted_hash: Option<Hash>,
    forest: CompactRange,
}

enum Block {
    Entries(Piece),
    /// Entries or none, then the head line, then the end of the file.
    Ending(Option<Piece>, Head),
    /// A line longer than a block.
    Nothing,
    Broken,
}

/// Verifies blocks of the file on all processors. `None` means that something does not fit; [`walk`] finds out what.
fn parallel(
    file: &File,
    noted: Noted,
    progress: &(dyn Fn(u64) + Sync),
) -> io::Result<Option<(Head, Option<Finding>)>> {
    let length = file.metadata()?.len();
    let blocks = length.div_ceil(BLOCK);
    let next = AtomicU64::new(0);
    let sizes = noted.sizes();
    let workers = thread::available_parallelism()
        .map_or(1, |n| n.get() as u64)
        .min(blocks);
    let mut pieces: Vec<(u64, Block)> = thread::scope(|scope| {
        let work = || -> io::Result<Vec<(u64, Block)>> {
            let mut buffer = vec![0; BLOCK.min(length) as usize + LONGEST + 2];
            let mut done = Vec::new();
            loop {
                let block = next.fetch_add(1, Ordering::Relaxed);
                if block >= blocks {
                    return Ok(done);
                }
                let piece = read_block(file, block, length, &mut buffer, (noted.head, &sizes))?;
                let broken = matches!(piece, Block::Broken);
                done.push((block, piece));
                if broken {
                    next.store(blocks, Ordering::Relaxed);
                }
                progress(BLOCK.min(length - block * BLOCK));
            }
        };
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        handles
            .into_iter()
            .map(|handle| handle.join().expect("a worker does not panic"))
            .collect::<io::Result<Vec<_>>>()
    })?
    .into_iter()
    .flatten()
    .collect();
    pieces.sort_unstable_by_key(|(block, _)| *block);
    Ok(stitch(pieces, noted))
}

/// Holds the pieces against each other.
fn stitch(pieces: Vec<(u64, Block)>, noted: Noted) -> Option<(Head, Option<Finding>)> {
    let mut head = Head {
        size: 0,
        hash: [0; 32],
    };
    let mut log: Option<Vec<u8>> = None;
    let mut noted_hash = [0; 32];
    let mut forest = CompactRange::default();
    let mut stated = None;
    for (_, block) in pieces {
        let piece = match block {
            _ if stated.is_some() => return None,
            Block::Broken => return None,
            Block::Nothing => continue,
            Block::Entries(piece) => Some(piece),
            Block::Ending(piece, head_line) => {
                stated = Some(head_line);
                piece
            }
        };
        let Some(piece) = piece else { continue };
        let follows =
            piece.first_seq == head.size && piece.first_prev == hex::encode(head.hash).as_bytes();
        if !follows || log.as_ref().is_some_and(|log| *log != piece.log) {
            return None;
        }
        head = piece.last;
        noted_hash = piece.noted_hash.unwrap_or(noted_hash);
        log.get_or_insert(piece.log);
        forest.append(piece.forest);
    }
    (stated? == head).then(|| (head, against(noted, head, noted_hash, &forest)))
}

fn read_block(
    file: &File,
    block: u64,
    length: u64,
    buffer: &mut [u8],
    (noted, sizes): (Option<Head>, &[u64]),
) -> io::Result<Block> {
    // one byte before the block tells whether a line begins at its start
    let start = (block * BLOCK).saturating_sub(1);
    let most = (((block + 1) * BLOCK + LONGEST as u64 + 1).min(length) - start) as usize;
    // the last line that begins here ends soon behind the block, as a rule
    let mut have = most.min(BLOCK as usize + BEHIND);
    file.read_exact_at(&mut buffer[..have], start)?;
    let mut bytes = &buffer[..have];
    let mut at = match bytes.iter().position(|byte| *byte == b'\n') {
        _ if block == 0 => 0,
        Some(feed) => feed + 1,
        None => return Ok(Block::Broken),
    };
    let own_end = ((block + 1) * BLOCK - start) as usize;
    let mut piece: Option<Piece> = None;
    let mut prev = [0; 64];
    while at < own_end.min(bytes.len()) {
        let rest = &bytes[at..];
        let parsed = entry::parse_start(rest).filter(|(_, end)| rest.get(*end) == Some(&b'\n'));
        let Some((parsed, end)) = parsed else {
            if have < most {
                file.read_exact_at(&mut buffer[have..most], start + have as u64)?;
                have = most;
                bytes = &buffer[..have];
                continue;
            }
            let last = start + (at + rest.len()) as u64 == length;
            return Ok(match parse_head(rest) {
                Some(head) if last => Block::Ending(piece, head),
                _ => Block::Broken,
            });
        };
        at += end + 1;
        let hash = entry::hash(&rest[..end]);
        let piece = match &mut piece {
            Some(piece) => {
                if *parsed.prev != prev || parsed.seq != piece.last.size || parsed.log != piece.log
                {
                    return Ok(Block::Broken);
                }
                piece
            }
            none => none.insert(Piece {
                first_prev: *parsed.prev,
                first_seq: parsed.seq,
                log: parsed.log.to_vec(),
                last: Head {
                    size: 0,
                    hash: [0; 32],
                },
                noted_hash: None,
                forest: CompactRange::from(parsed.seq),
            }),
        };
        piece.last = Head {
            size: parsed.seq + 1,
            hash,
        };
        if noted.is_some_and(|noted| noted.size == piece.last.size) {
            piece.noted_hash = Some(hash);
        }
        if !sizes.is_empty() {
            piece.forest.push(hash, sizes);
        }
        hex::encode_to_slice(hash, &mut prev).expect("a hash has 64 digits");
    }
    Ok(piece.map_or(Block::Nothing, Block::Entries))
}
