//! Holds an exported payload file against the entries of an intact log, and tells what was erased
//! from what is missing or was altered. No database in here: an outsider can lift this module out.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead};

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::audit::format::entry::{self, Hash};
use crate::audit::verify::input::{from_start, refuse_foreign};
use crate::audit::verify::line::{parse_entry, read_line};
use crate::audit::verify::report::{Finding, Verdict};

/// What a payload line shows of its entry.
enum Shown {
    /// The row: SHA-256(salt || row).
    Row(Hash),
    /// Nothing any more, because of the erasure of this entry.
    Erased(u64),
}

/// Reads a payload line: sequence number and what it shows.
fn parse_payload(line: &[u8]) -> Option<(u64, Shown)> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Row<'a>(#[serde(borrow)] std::borrow::Cow<'a, str>);
    let rest = line.strip_prefix(b"{\"seq\":")?;
    let (seq, rest) = rest.split_at(rest.iter().position(|byte| *byte == b',')?);
    let seq = entry::integer(seq)?;
    if let Some(erasure) = rest.strip_prefix(b",\"erased\":") {
        return Some((
            seq,
            Shown::Erased(entry::integer(erasure.strip_suffix(b"}\n")?)?),
        ));
    }
    let (salt, rest) = rest.strip_prefix(b",\"salt\":\"")?.split_at_checked(64)?;
    let row = rest.strip_prefix(b"\",\"row\":")?.strip_suffix(b"}\n")?;
    let salt = entry::from_hex(salt)?;
    if !row.starts_with(b"\"") || !row.ends_with(b"\"") {
        return None;
    }
    let Row(row) = serde_json::from_slice(row).ok()?;
    Some((
        seq,
        Shown::Row(
            Sha256::new()
                .chain_update(salt)
                .chain_update(row.as_bytes())
                .finalize()
                .into(),
        ),
    ))
}

/// Lines of erased payloads that wait for the entry which is to record the erasure: by that entry,
/// what was erased and whose it was.
type Waiting = BTreeMap<u64, Vec<(u64, Vec<u8>)>>;

/// Holds the payload file against the entries of an intact log; both ascend. Also says how many
/// payloads were erased.
pub(super) fn check(log: &File, payloads: &File, size: u64) -> io::Result<(Option<Finding>, u64)> {
    let mut first = Vec::new();
    from_start(payloads)?.read_until(b'\n', &mut first)?;
    if parse_payload(&first).is_none() {
        let is_line = |line: &[u8]| parse_payload(line).is_some();
        refuse_foreign(payloads, "a payload file", u64::MAX, is_line)?;
    }
    let (mut log, mut payloads) = (from_start(log)?, from_start(payloads)?);
    let (mut line, mut payload) = (Vec::new(), Vec::new());
    let (mut waiting, mut erased) = (Waiting::new(), 0);
    for seq in 0..size {
        read_line(&mut log, &mut line)?;
        let Some(entry) = parse_entry(&line) else {
            continue;
        };
        let unfit = unrecorded(&entry, waiting.remove(&seq).unwrap_or_default());
        if let Some(at) = unfit {
            let what = format!("entry {seq} does not record that this row text was erased");
            return Ok((Some(Finding::at(Verdict::PayloadMissing, at, what)), erased));
        }
        if entry.row.is_empty() {
            continue;
        }
        payload.clear();
        payloads.read_until(b'\n', &mut payload)?;
        match held_against(&entry, &payload) {
            Err(finding) => return Ok((Some(finding), erased)),
            Ok(None) => {}
            Ok(Some(by)) => {
                let subject = entry.subject.to_vec();
                waiting.entry(by).or_default().push((seq, subject));
                erased += 1;
            }
        }
    }
    if let Some(at) = waiting.into_values().flatten().map(|(at, _)| at).min() {
        let what = "the entry that is said to record the erasure is not there";
        return Ok((Some(Finding::at(Verdict::PayloadMissing, at, what)), erased));
    }
    payload.clear();
    payloads.read_until(b'\n', &mut payload)?;
    let left = (!payload.is_empty()).then(|| {
        let at = parse_payload(&payload).map_or(size, |(seq, _)| seq);
        Finding::at(
            Verdict::PayloadMismatch,
            at,
            "this payload belongs to no entry",
        )
    });
    Ok((left, erased))
}

/// Holds the next line of the payload file against an entry that has a row; where it was erased,
/// the entry of the erasure.
fn held_against(entry: &entry::Parsed, payload: &[u8]) -> Result<Option<u64>, Finding> {
    let seq = entry.seq;
    let missing = |what: &str| Err(Finding::at(Verdict::PayloadMissing, seq, what));
    let mismatch = |at, what: &str| Err(Finding::at(Verdict::PayloadMismatch, at, what));
    let (stated, shown) = match parse_payload(payload) {
        None if payload.is_empty() => return missing("the entry has no payload in its place"),
        None => return mismatch(seq, "this line of the payload file is not a payload"),
        Some(parsed) => parsed,
    };
    if stated > seq {
        return missing("the entry has no payload in its place");
    }
    if stated < seq {
        let what = "this payload is out of order or belongs to no entry";
        return mismatch(stated, what);
    }
    match shown {
        Shown::Row(hash) if hex::encode(hash).as_bytes() == entry.row => Ok(None),
        Shown::Row(_) => mismatch(seq, "not the row that the entry was made for"),
        Shown::Erased(by) if by > seq => Ok(Some(by)),
        Shown::Erased(_) => missing("no later entry is named that records the erasure"),
    }
}

/// The first of those waiting for this entry whose erasure it does not record.
fn unrecorded(entry: &entry::Parsed, waiting: Vec<(u64, Vec<u8>)>) -> Option<u64> {
    let records = entry.table == b"erasure" && entry.op == b"INSERT" && !entry.subject.is_empty();
    waiting
        .into_iter()
        .find(|(_, subject)| !records || subject != entry.subject)
        .map(|(at, _)| at)
}
