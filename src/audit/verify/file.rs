//! Offline verification of an exported log. It reads files and nothing else: no database, no
//! network, no settings, so that an outsider can lift it out together with the files beside it that
//! it names.
//!
//! An intact log is proven in parallel, because each line states its predecessor's hash; whatever
//! does not fit is then looked at line by line, so that the verdict names the first position.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crate::audit::format::compact_range::CompactRange;
use crate::audit::format::entry::{self, Hash, LONGEST};
use crate::audit::verify::input::{from_start, refuse_foreign};
use crate::audit::verify::line::{Followed, Noted, parse_entry, parse_head, read_line, walk};
use crate::audit::verify::payloads;
use crate::audit::verify::report::{Finding, Head, Report};

/// Bytes a worker takes at a time: they stay in the processor's own cache between being read,
/// looked at and hashed.
const BLOCK: u64 = 1 << 18;

/// Bytes read behind a block at first: the last line that begins in the block ends there, as a
/// rule.
const BEHIND: usize = 2_048;

/// Verifies an exported log, against what was noted of it and with payloads where they are given.
/// `progress` is called with bytes as they are read.
///
/// # Errors
/// A file that cannot be read, and a checkpoint that is of another log.
pub fn file(
    log: &File,
    noted: Noted,
    payloads: Option<&File>,
    progress: &(dyn Fn(u64) + Sync),
) -> io::Result<Report> {
    let mut first = Vec::new();
    read_line(&mut from_start(log)?, &mut first)?;
    if parse_entry(&first).is_none() && parse_head(&first).is_none() {
        let is_line = |line: &[u8]| parse_entry(line).is_some() || parse_head(line).is_some();
        refuse_foreign(log, "an exported log", LONGEST as u64 + 1, is_line)?;
    }
    let (noted, foreign) = match parse_entry(&first) {
        Some(entry) => noted.of_log(&String::from_utf8_lossy(entry.log)),
        None => (noted, None),
    };
    let (head, mut finding) = match parallel(log, noted, progress)? {
        Some(intact) => intact,
        None => {
            let mut reader = from_start(log)?;
            walk(noted, |line| read_line(&mut reader, line))?
        }
    };
    if let (None, Some(fault)) = (&finding, foreign) {
        return Err(io::Error::new(io::ErrorKind::InvalidData, fault));
    }
    let mut erased = 0;
    if let (None, Some(payloads)) = (&finding, payloads) {
        (finding, erased) = payloads::check(log, payloads, head.size)?;
        erased = if finding.is_none() { erased } else { 0 };
    }
    let mut report = Report::new(head, finding.into_iter().collect()).with_erased(erased);
    report.not_proven = not_proven(noted, payloads.is_some());
    Ok(report)
}

/// What the files cannot show.
fn not_proven(noted: Noted, with_payloads: bool) -> Vec<String> {
    let mut list = vec![if noted.is_something() {
        "that no entry after what was noted was cut off or written anew together with the head line"
    } else {
        "that neither the end nor the whole log was cut off or written anew together with the head line (give --head, or --checkpoint with --vkey)"
    }];
    if !with_payloads {
        list.push("what the rows contained (give --payloads)");
    }
    list.push("that the live tables agree with the log (verify against the database shows it)");
    list.push("that what was entered was true");
    list.into_iter().map(String::from).collect()
}

/// What a worker learned of the lines that begin in its block; they follow each other if it is
/// there at all.
struct Piece {
    first_prev: [u8; 64],
    first_seq: u64,
    log: Vec<u8>,
    last: Head,
    noted_hash: Option<Hash>,
    range: CompactRange,
    /// The range up to each size of a checkpoint.
    at_sizes: Vec<CompactRange>,
}

impl Piece {
    /// A piece that begins with that entry, and holds none yet.
    fn before(entry: &entry::Parsed) -> Self {
        Self {
            first_prev: *entry.prev,
            first_seq: entry.seq,
            log: entry.log.to_vec(),
            last: Head {
                size: entry.seq,
                hash: [0; 32],
            },
            noted_hash: None,
            range: CompactRange::from(entry.seq),
            at_sizes: Vec::new(),
        }
    }

    /// Adds the next entry, of that hash.
    fn push(&mut self, hash: Hash, noted: Option<Head>, sizes: &[u64]) {
        self.last = Head {
            size: self.last.size + 1,
            hash,
        };
        if noted.is_some_and(|noted| noted.size == self.last.size) {
            self.noted_hash = Some(hash);
        }
        if !sizes.is_empty() {
            self.range.push(hash);
            if sizes.binary_search(&self.range.end()).is_ok() {
                self.at_sizes.push(self.range.clone());
            }
        }
    }
}

enum Block {
    Entries(Piece),
    /// Entries or none, then the head line, then the end of the file.
    Ending(Option<Piece>, Head),
    /// A line longer than a block.
    Nothing,
    Broken,
}

/// Verifies blocks of the file on all processors. `None` means that something does not fit;
/// [`walk`] finds out what.
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
    let mut followed = Followed::nothing();
    let mut log: Option<Vec<u8>> = None;
    let mut range = CompactRange::default();
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
        let head = followed.head;
        let follows =
            piece.first_seq == head.size && piece.first_prev == hex::encode(head.hash).as_bytes();
        if !follows || log.as_ref().is_some_and(|log| *log != piece.log) {
            return None;
        }
        followed.head = piece.last;
        followed.noted_hash = piece.noted_hash.unwrap_or(followed.noted_hash);
        log.get_or_insert(piece.log);
        for part in &piece.at_sizes {
            let mut whole = range.clone();
            whole.append(part);
            followed.roots.insert(whole.end(), whole.root());
        }
        range.append(&piece.range);
    }
    (stated? == followed.head).then(|| (followed.head, noted.against(&followed)))
}

/// Reads the lines that begin in a block.
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
        let piece = match &mut piece {
            Some(piece)
                if *parsed.prev != prev
                    || parsed.seq != piece.last.size
                    || parsed.log != piece.log =>
            {
                return Ok(Block::Broken);
            }
            Some(piece) => piece,
            none => none.insert(Piece::before(&parsed)),
        };
        let hash = entry::hash(&rest[..end]);
        piece.push(hash, noted, sizes);
        hex::encode_to_slice(hash, &mut prev).expect("a hash has 64 digits");
    }
    Ok(piece.map_or(Block::Nothing, Block::Entries))
}
