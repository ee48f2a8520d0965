//! Exports: the members of a disclosure as a file with the columns of one purpose and no others.
//! Rows flow from the database to the reader in bounded pieces, whatever their number. Nothing is
//! sent before a download has been recorded as begun: only [`begin_download`] hands out the grant.

mod columns;
mod csv;
mod jsonl;
mod mandates;
mod output;
mod rows;
mod xlsx;

use std::fmt;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::audit::log_key;
use crate::cases;
use crate::codes::codes;
use crate::db::schema::{disclosure, download};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, DisclosureId, DownloadId};
use crate::input::Sha256;
use crate::role::Role;
use crate::vault::Vault;
pub use columns::{Column, Source, select};
use output::{Cell, Chunks, Table};
use rows::Row;

codes! {
    /// What an export is for; decides its columns.
    Profile {
        /// The list of plaintiffs for the court.
        CourtList = "court_list",
        /// For writing to and calling claimants.
        Contact = "contact",
        /// The table of damages.
        LossTable = "loss_table",
        /// Whose mandate is whole: a row for each who signs.
        MandateTable = "mandate_table",
        /// Everything that the other tables of claims hold.
        Everything = "full",
    }

    /// What kind of file an export is.
    Format {
        /// Comma-separated values in UTF-8, with a byte-order mark for Excel.
        Csv = "csv",
        /// An Excel workbook.
        Xlsx = "xlsx",
        /// One JSON object a line.
        JsonLines = "jsonl",
    }

    /// How far a download came.
    DownloadStatus {
        /// Begun; what was sent is not known yet.
        Started = "started",
        /// Sent to the last byte.
        Complete = "complete",
        /// Broken off.
        Aborted = "aborted",
    }
}

impl Format {
    /// The media type for HTTP.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::JsonLines => "application/jsonl",
        }
    }

    /// The end of the file's name.
    pub fn extension(self) -> &'static str {
        self.as_str()
    }

    /// Refuses more rows than a file of this kind can hold.
    ///
    /// # Errors
    /// Conflict `xlsx-too-many-rows`.
    pub fn holds(self, rows: i32) -> Result<(), Error> {
        let fits =
            self != Self::Xlsx || u32::try_from(rows).is_ok_and(|rows| rows <= xlsx::MOST_ROWS);
        if fits {
            Ok(())
        } else {
            Err(Error::conflict("xlsx-too-many-rows"))
        }
    }
}

/// The reader went away.
#[derive(Debug)]
pub struct Aborted;

impl fmt::Display for Aborted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reader went away")
    }
}

impl std::error::Error for Aborted {}

/// Where a file goes, piece by piece.
pub trait Sink {
    /// Takes the next piece, of about 64 KiB; may block.
    fn send(&mut self, chunk: Vec<u8>) -> Result<(), Aborted>;
}

/// What was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Rows, the header not counted.
    pub rows: u64,
    /// SHA-256 of all bytes.
    pub sha256: [u8; 32],
}

/// Batches that may lie between the thread that reads and the thread that writes.
const BATCHES: usize = 2;

/// Writes the members of an export into the sink. One thread reads while this one opens and
/// formats.
///
/// # Errors
/// `Unavailable::Aborted` where the sink gave up. After any error the file is incomplete and must
/// not end as if it were.
pub fn stream(
    conn: &mut PgConnection,
    vault: &Vault,
    begun: &Begun,
    sink: &mut dyn Sink,
) -> Result<Summary, Error> {
    let (export, columns) = (begun.export, begun.profile.columns());
    let (send, batches) = sync_channel(BATCHES);
    thread::scope(|scope| {
        let reader = scope.spawn(move || rows::read(conn, export, columns, &send));
        // `batches` goes in by value: when writing fails it is dropped, and that stops the reader
        let written = write(vault, begun, batches, sink);
        reader
            .join()
            .map_err(|_| Error::internal("the thread that reads an export panicked"))?;
        written
    })
}

fn write(
    vault: &Vault,
    begun: &Begun,
    batches: Receiver<Result<Vec<Row>, Error>>,
    sink: &mut dyn Sink,
) -> Result<Summary, Error> {
    let columns = begun.profile.columns();
    let out = Chunks::new(sink);
    let mut table: Box<dyn Table> = match begun.format {
        Format::Csv => Box::new(csv::Csv::begin(out, columns)?),
        Format::Xlsx => Box::new(xlsx::Xlsx::begin(out, columns)?),
        Format::JsonLines => Box::new(jsonl::JsonLines::begin(out, columns)),
    };
    let mut rows = 0;
    for batch in batches {
        for row in batch? {
            let shown = row.open(vault, &begun.grant, columns)?;
            let cells: Vec<Cell<'_>> = columns
                .iter()
                .enumerate()
                .map(|(i, column)| row.cell(i, column, &shown))
                .collect::<Result<_, _>>()?;
            table.row(&cells)?;
            rows += 1;
        }
    }
    Ok(Summary {
        rows,
        sha256: table.finish()?,
    })
}

/// A download that has been recorded as begun.
pub struct Begun {
    pub id: DownloadId,
    pub export: DisclosureId,
    pub profile: Profile,
    pub format: Format,
    /// Opens the identities in it.
    pub grant: Grant,
    /// Fingerprint of the key that signs the log: who gets the file gets it by another way than the
    /// log.
    pub fingerprint: String,
}

/// A download as the history of a case and the claimants in it show it.
#[derive(Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = download)]
pub struct Download {
    /// How far it came.
    pub status: DownloadStatus,
    /// Rows that were sent, once complete.
    pub row_count: Option<i64>,
    /// SHA-256 of the file in hexadecimal, once complete.
    pub sha256: Option<Sha256>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
}

/// A disclosure as it was made; for the screen it has no file.
#[derive(Queryable, Selectable)]
#[diesel(table_name = disclosure)]
struct Made {
    case_id: CaseId,
    profile: Option<Profile>,
    format: Option<Format>,
}

/// What file an export is, of which case, for its maker while they are a lawyer and of the case.
///
/// # Errors
/// `NotFound` for everybody else.
fn made(r: &mut Read, export: DisclosureId) -> Result<(CaseId, Profile, Format), Error> {
    let made: Made = disclosure::table
        .find(export)
        .select(Made::as_select())
        .first(r.conn())?;
    let (Some(profile), Some(format), Some(Role::Lawyer)) = (made.profile, made.format, r.role())
    else {
        return Err(Error::NotFound);
    };
    cases::assigned(r, made.case_id)?;
    Ok((made.case_id, profile, format))
}

/// What file its maker would download, and the fingerprint of the key that signs the log; nothing
/// is on record, for nothing leaves.
pub fn offered(r: &mut Read, export: DisclosureId) -> Result<(Profile, Format, String), Error> {
    Grant::of_disclosure(r, export)?;
    let (_, profile, format) = made(r, export)?;
    Ok((profile, format, log_key::current(r)?.fingerprint()))
}

/// Records that an export leaves the registry. Only its maker may, while they are a lawyer and of
/// its case.
pub fn begin_download(w: &mut Write, export: DisclosureId) -> Result<Begun, Error> {
    let grant = Grant::of_disclosure(w, export)?;
    let (case, profile, format) = made(w, export)?;
    let account = w.account()?;
    let id = record_begin(w, export, case, account)?;
    let fingerprint = log_key::current(w)?.fingerprint();
    Ok(Begun {
        id,
        export,
        profile,
        format,
        grant,
        fingerprint,
    })
}

/// Records that an export is about to leave for that member of staff.
pub fn record_begin(
    w: &mut Write,
    export: DisclosureId,
    case: CaseId,
    account: AccountId,
) -> Result<DownloadId, Error> {
    let (id, now) = (DownloadId::new(), w.now());
    diesel::insert_into(download::table)
        .values((
            download::id.eq(id),
            download::disclosure_id.eq(export),
            download::case_id.eq(case),
            download::account_id.eq(account),
            download::status.eq(DownloadStatus::Started),
            download::started_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(id)
}

/// Records how a download ended: complete with what was sent, or aborted.
///
/// # Errors
/// `NotFound` where it has ended already.
pub fn end_download(w: &mut Write, id: DownloadId, outcome: Option<Summary>) -> Result<(), Error> {
    let (status, now) = (
        if outcome.is_some() {
            DownloadStatus::Complete
        } else {
            DownloadStatus::Aborted
        },
        w.now(),
    );
    let count = outcome
        .map(|summary| i64::try_from(summary.rows).map_err(Error::internal))
        .transpose()?;
    let changed = diesel::update(
        download::table
            .find(id)
            .filter(download::status.eq(DownloadStatus::Started)),
    )
    .set((
        download::status.eq(status),
        download::row_count.eq(count),
        download::sha256.eq(outcome.map(|summary| Sha256(summary.sha256))),
        download::finished_at.eq(now),
    ))
    .execute(w.conn())?;
    if changed == 0 {
        Err(Error::NotFound)
    } else {
        Ok(())
    }
}

/// Records downloads as aborted that were begun over a day ago: the server stopped under them.
pub fn abort_abandoned(w: &mut Write) -> Result<(), Error> {
    let (now, before) = (w.now(), w.now() - chrono::Duration::days(1));
    diesel::update(
        download::table
            .filter(download::status.eq(DownloadStatus::Started))
            .filter(download::started_at.lt(before)),
    )
    .set((
        download::status.eq(DownloadStatus::Aborted),
        download::finished_at.eq(now),
    ))
    .execute(w.conn())?;
    Ok(())
}
