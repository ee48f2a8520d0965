//! The stored chain: each entry against its place, the hash stored beside it, and the captured
//! change that it was made for.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{Bytea, Nullable, Text};
use sha2::{Digest, Sha256};

use crate::audit::erase::Recorded;
use crate::audit::format::entry::{self, Change};
use crate::audit::stored::{Captured, StoredHead};
use crate::audit::verify::line::{Noted, head_line, walk};
use crate::audit::verify::live::NAMED;
use crate::audit::verify::report::{Finding, Head, Verdict};
use crate::db::schema::{audit_head, audit_log};
use crate::error::Error;

/// Rows a fetch brings.
const FETCH: usize = 5_000;

/// An entry with the change that it was made for, where that is still there.
#[derive(QueryableByName)]
#[diesel(table_name = audit_log)]
struct Logged {
    seq: i64,
    change: i64,
    entry: String,
    hash: Vec<u8>,
    #[diesel(embed)]
    captured: Option<Captured>,
    #[diesel(sql_type = Nullable<Bytea>)]
    salt: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Text>)]
    row_text: Option<String>,
}

const ENTRIES: &str = "DECLARE entries NO SCROLL CURSOR FOR
    SELECT l.seq, l.change, l.entry, l.hash, c.* FROM audit_log l LEFT JOIN change c ON c.id = l.change ORDER BY l.seq";

/// What the walk over the stored chain found.
pub(super) struct Walked {
    pub head: Head,
    pub findings: Vec<Finding>,
    /// How many entries do not fit beyond those that are named.
    pub more: u64,
    /// Every table that the log has an entry of.
    pub tables: BTreeSet<String>,
    /// Payloads that a recorded erasure removed.
    pub erased: u64,
}

/// Walks the stored chain.
pub(super) fn chain(
    conn: &mut PgConnection,
    noted: Noted,
    progress: &dyn Fn(u64),
) -> Result<Walked, Error> {
    let recorded = Recorded::read(conn)?;
    let stored: StoredHead = audit_head::table
        .select(StoredHead::as_select())
        .first(conn)?;
    let (noted, foreign) = if stored.size > 0 {
        noted.of_log(&stored.log)
    } else {
        (noted, None)
    };
    let head = Head {
        size: u64::try_from(stored.size).unwrap_or(0),
        hash: stored.hash.try_into().unwrap_or([0; 32]),
    };
    let mut walked = Walked {
        head,
        findings: Vec::new(),
        more: 0,
        tables: BTreeSet::new(),
        erased: 0,
    };
    diesel::sql_query(ENTRIES).execute(conn)?;
    let (mut rows, mut ended) = (Vec::new().into_iter(), false);
    let (end, finding) = walk(noted, |line| -> Result<(), Error> {
        line.clear();
        if rows.as_slice().is_empty() && !ended {
            let fetched: Vec<Logged> =
                diesel::sql_query(format!("FETCH {FETCH} FROM entries")).load(conn)?;
            progress(fetched.len() as u64);
            rows = fetched.into_iter();
        }
        if let Some(row) = rows.next() {
            line.extend_from_slice(row.entry.as_bytes());
            line.push(b'\n');
            walked.look_at(row, &stored.log, &recorded);
        } else if !ended {
            ended = true;
            line.extend_from_slice(head_line(head).as_bytes());
        }
        Ok(())
    })?;
    if let (Some(fault), None, true) = (foreign, &finding, walked.findings.is_empty()) {
        return Err(Error::operator(fault));
    }
    walked.head = end;
    // the chain's own verdict comes first: it is the one that an export shows too
    walked.findings.splice(0..0, finding);
    Ok(walked)
}

impl Walked {
    fn look_at(&mut self, row: Logged, log: &str, recorded: &Recorded) {
        let table = row.captured.as_ref().map(|captured| &captured.table_name);
        if let Some(table) = table.filter(|table| !self.tables.contains(*table)) {
            self.tables.insert(table.clone());
        }
        let finding = match fit(row, log, recorded) {
            Fit::Whole => return,
            Fit::Erased => {
                self.erased += 1;
                return;
            }
            Fit::Not(finding) => finding,
        };
        let alike = |other: &&Finding| other.verdict == finding.verdict;
        // an attacker who empties every payload must not fill the memory as well
        if self.findings.iter().filter(alike).count() < NAMED as usize {
            self.findings.push(finding);
        } else {
            self.more += 1;
        }
    }
}

/// How an entry, its stored hash and the captured change behind it fit.
enum Fit {
    Whole,
    /// All but the payload, which a recorded erasure removed.
    Erased,
    Not(Finding),
}

fn fit(row: Logged, log: &str, recorded: &Recorded) -> Fit {
    let Ok(seq) = u64::try_from(row.seq) else {
        return Fit::Whole;
    };
    let not = |verdict, what: String| Fit::Not(Finding::at(verdict, seq, what));
    let id = row.change;
    if entry::hash(row.entry.as_bytes())[..] != row.hash[..] {
        let what = "the entry does not have the hash stored beside it";
        return not(Verdict::Altered, what.into());
    }
    let Some(captured) = row.captured else {
        let what = format!("the captured change {id} is gone, and no erasure accounts for it");
        return not(Verdict::PayloadMissing, what);
    };
    // a line that is no entry is the chain's own finding
    let prev = entry::parse(row.entry.as_bytes()).and_then(|entry| entry::from_hex(entry.prev));
    let Some(prev) = prev else {
        return Fit::Whole;
    };
    let change = Change::from(captured);
    if change.line(log, seq, &prev) != row.entry {
        let what = format!("the captured change {id} is not what the entry says");
        return not(Verdict::PayloadMismatch, what);
    }
    match (&row.salt, &row.row_text, &change.row) {
        (None, None, None) => Fit::Whole,
        (Some(salt), Some(text), Some(commitment)) if commits(commitment, salt, text) => Fit::Whole,
        (None, None, Some(_)) if recorded.accounts_for(&change.subject, row.seq) => Fit::Erased,
        (Some(_), Some(_), _) => {
            let what = "the captured text is not the row that the entry commits to";
            not(Verdict::PayloadMismatch, what.into())
        }
        _ => {
            let what = "the captured text or its salt is gone, and no erasure accounts for it";
            not(Verdict::PayloadMissing, what.into())
        }
    }
}

/// Whether this is SHA-256(salt || text).
fn commits(commitment: &[u8], salt: &[u8], text: &str) -> bool {
    let hash = Sha256::new()
        .chain_update(salt)
        .chain_update(text)
        .finalize();
    hash[..] == *commitment
}
