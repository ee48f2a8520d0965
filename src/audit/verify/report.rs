//! What a verification says: verdicts, where they apply, and what was not proven. No database and
//! no files in here.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use crate::audit::format::entry::{self, Hash};

/// What a log turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every check holds.
    Intact,
    /// An entry is not what was sealed.
    Altered,
    /// An entry is missing, or entries stand in another order.
    Missing,
    /// The end is gone.
    Truncated,
    /// The log is consistent but is not the one whose head was noted.
    Rewritten,
    /// A payload is not what its entry commits to.
    PayloadMismatch,
    /// A payload is gone.
    PayloadMissing,
    /// A time stamp does not say the time that the log gives for it.
    StampDiffers,
    /// A captured change has no entry and does not wait for one.
    Unlogged,
    /// A live row differs from the last captured text of its key.
    RowDiffers,
    /// A table is not captured as it must be.
    NotCaptured,
}

/// One thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it means.
    pub verdict: Verdict,
    /// Sequence number of the entry it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<u64>,
    /// Table it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Key of the row it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The same in words.
    pub what: String,
}

impl Finding {
    /// A finding about an entry.
    pub fn at(verdict: Verdict, at: u64, what: impl Into<String>) -> Self {
        Self {
            verdict,
            at: Some(at),
            table: None,
            key: None,
            what: what.into(),
        }
    }

    /// A finding about a row of a table.
    pub fn row(verdict: Verdict, table: &str, key: &str, what: impl Into<String>) -> Self {
        Self {
            verdict,
            at: None,
            table: Some(table.into()),
            key: Some(key.into()),
            what: what.into(),
        }
    }
}

/// Size and hash of a log: what is noted outside and held against it later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Number of entries.
    pub size: u64,
    /// Hash of the last entry; zeros for an empty log.
    pub hash: Hash,
}

impl std::str::FromStr for Head {
    type Err = String;

    /// Reads `SIZE:HASH`.
    fn from_str(text: &str) -> Result<Self, String> {
        let form = || {
            "a head is SIZE:HASH, a whole number, a colon and 64 lower-case hexadecimal digits"
                .to_string()
        };
        let (size, hash) = text.split_once(':').ok_or_else(form)?;
        let size = entry::integer(size.as_bytes()).ok_or_else(form)?;
        let hash = entry::from_hex(hash.as_bytes()).ok_or_else(form)?;
        Ok(Self { size, hash })
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.size, hex::encode(self.hash))
    }
}

/// One of the outside times around an entry.
#[derive(Debug, Serialize)]
pub struct Side {
    /// The time.
    pub at: DateTime<Utc>,
    /// Whether the time was read from the authority's answer; else the log says so, and `openssl`
    /// was not there to ask.
    #[serde(rename = "heard")]
    pub at_read: bool,
    /// Who says so.
    pub authority: String,
    /// Number of the entry that holds the time stamp.
    pub stamp: u64,
    /// Entries that were stamped.
    pub size: u64,
    /// How to check the time stamp.
    pub check: String,
}

/// The outside times between which an entry was made.
#[derive(Debug, Serialize)]
pub struct Sides {
    /// Which entry.
    pub entry: u64,
    /// It was made after this.
    pub not_before: Option<Side>,
    /// It was made before this.
    pub not_after: Option<Side>,
}

impl std::fmt::Display for Sides {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (word, side) in [
            ("not before", &self.not_before),
            ("not after", &self.not_after),
        ] {
            match side {
                None => writeln!(f, "entry {} {word}: no time stamp says it", self.entry)?,
                Some(side) => {
                    let at = side.at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
                    writeln!(
                        f,
                        "entry {} {word} {at}, {} {} (entry {}, over {} entries)",
                        self.entry,
                        if side.at_read {
                            "says"
                        } else {
                            "as the log claims of"
                        },
                        side.authority,
                        side.stamp,
                        side.size
                    )?;
                    writeln!(f, "  {}", side.check)?;
                }
            }
        }
        Ok(())
    }
}

/// What a verification found, and what it could not find.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The first finding's verdict, or intact.
    pub verdict: Verdict,
    /// Entries that were read.
    pub size: u64,
    /// Hash of the last entry, in hexadecimal digits.
    pub hash: String,
    /// Everything that does not fit.
    pub findings: Vec<Finding>,
    /// Payloads that a recorded erasure removed.
    pub erased: u64,
    /// What is worth knowing and no fault.
    pub notes: Vec<String>,
    /// What this verification cannot show.
    pub not_proven: Vec<String>,
    /// The outside times around the entry that was asked for.
    #[serde(rename = "bracket", skip_serializing_if = "Option::is_none")]
    pub time_bounds: Option<Sides>,
}

impl Report {
    /// A report on a log of that head with these findings.
    pub fn new(head: Head, findings: Vec<Finding>) -> Self {
        let verdict = findings
            .first()
            .map_or(Verdict::Intact, |finding| finding.verdict);
        let (notes, not_proven) = (Vec::new(), Vec::new());
        Self {
            verdict,
            size: head.size,
            hash: hex::encode(head.hash),
            findings,
            erased: 0,
            notes,
            not_proven,
            time_bounds: None,
        }
    }

    /// Adds what was found besides; the first finding of all is the verdict.
    pub fn add(&mut self, findings: Vec<Finding>) {
        self.findings.extend(findings);
        self.verdict = self
            .findings
            .first()
            .map_or(Verdict::Intact, |finding| finding.verdict);
    }

    /// The same report with so many payloads removed by recorded erasures.
    pub fn with_erased(mut self, erased: u64) -> Self {
        self.erased = erased;
        if erased > 0 {
            self.notes
                .push(format!("{erased} payloads erased by recorded erasures"));
        }
        self
    }
}
