//! Reads the rows of an export through a server-side cursor, a batch at a time, in one transaction
//! that sees one state of the database and can only read.

use std::collections::BTreeMap;
use std::sync::mpsc::SyncSender;

use diesel::connection::SimpleConnection;
use diesel::deserialize::QueryableByName;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::row::{Field, NamedRow};
use diesel::sql_types::Uuid as SqlUuid;
use uuid::Uuid;

use crate::access::Grant;
use crate::claims::{self, businesses, signatories};
use crate::db::schema::disclosure;
use crate::error::Error;
use crate::exports::columns::{self, Column, Source};
use crate::exports::output::Cell;
use crate::ids::{BusinessId, ClaimId, DisclosureId, SignatoryId};
use crate::input::Krw;
use crate::vault::{Opened, Vault};

/// Rows a batch: few, since each download's working set stays with the allocator of the thread that
/// read it.
const FETCH: &str = "FETCH 500 FROM export";
/// From this many members on nested loops lose against hash joins.
const MANY: i32 = 5_000;
/// The whole result will be read; and compiling the query costs more than it saves.
const SETTINGS: &str =
    "SET LOCAL cursor_tuple_fraction = 1; SET LOCAL jit = off; SET LOCAL work_mem = '32MB'";

/// A row as PostgreSQL sent it: all values in one allocation.
pub(super) struct Row {
    bytes: Vec<u8>,
    /// Where each value ends, and whether there is one.
    ends: Vec<(u32, bool)>,
}

impl QueryableByName<Pg> for Row {
    fn build<'a>(row: &impl NamedRow<'a, Pg>) -> diesel::deserialize::Result<Self> {
        let count = row.field_count();
        let (mut bytes, mut ends) = (Vec::with_capacity(1024), Vec::with_capacity(count));
        for i in 0..count {
            let field =
                diesel::row::Row::get(row, i).ok_or("a row has as many fields as it says")?;
            let value = field.value();
            if let Some(value) = &value {
                bytes.extend_from_slice(value.as_bytes());
            }
            ends.push((u32::try_from(bytes.len())?, value.is_some()));
        }
        Ok(Self { bytes, ends })
    }
}

/// Values before the columns' own: claim id, its sealed document and those of its businesses, and id
/// and sealed document of the signatory.
const LEADING: usize = 5;

/// What a row shows of its sealed documents.
#[derive(Default)]
pub(super) struct Shown {
    claim: Opened,
    /// Fields of the businesses, each of all of them.
    businesses: BTreeMap<&'static str, String>,
    /// None where the party signs itself, in its own document.
    signatory: Option<Opened>,
}

impl Row {
    fn value(&self, i: usize) -> Option<&[u8]> {
        let (end, present) = *self.ends.get(i)?;
        let start = if i == 0 { 0 } else { self.ends[i - 1].0 };
        present.then(|| &self.bytes[start as usize..end as usize])
    }

    /// Whose row it is.
    fn claim(&self) -> Result<ClaimId, Error> {
        let id = self.value(0).and_then(|bytes| Uuid::from_slice(bytes).ok());
        id.map(ClaimId)
            .ok_or_else(|| Error::internal("an export row has no claim id"))
    }

    /// Opens what the columns need of the sealed documents.
    pub(super) fn open(
        &self,
        vault: &Vault,
        grant: &Grant,
        columns: &[Column],
    ) -> Result<Shown, Error> {
        let mut shown = Shown::default();
        let claim = self.claim()?;
        if let Some(sealed) = self.value(1) {
            shown.claim = vault.open(grant, claims::place(claim), sealed)?;
        }
        let mut opened = Vec::new();
        for (id, sealed) in self.businesses()? {
            opened.push(vault.open(grant, businesses::place(id, claim), sealed)?);
        }
        for column in columns {
            if let Source::OfBusinesses(field) = column.source {
                let values = opened.iter().map(|one| one.get(field));
                let known: Vec<&str> = values.filter(|value| !value.is_empty()).collect();
                shown.businesses.insert(field, known.join(" / "));
            }
        }
        if let Some((id, sealed)) = self.signatory() {
            shown.signatory = Some(vault.open(grant, signatories::place(id, claim), sealed)?);
        }
        Ok(shown)
    }

    /// Who signs for the party, with their sealed document; none where it signs itself.
    fn signatory(&self) -> Option<(SignatoryId, &[u8])> {
        let id = self.value(3).and_then(|bytes| Uuid::from_slice(bytes).ok());
        Some((SignatoryId(id?), self.value(4)?))
    }

    /// The sealed documents of its businesses with their ids, as the query packed them.
    fn businesses(&self) -> Result<Vec<(BusinessId, &[u8])>, Error> {
        let broken = || Error::internal("the businesses of an export row do not read back");
        let (mut packed, mut found) = (self.value(2).unwrap_or_default(), Vec::new());
        while !packed.is_empty() {
            let (head, rest) = packed.split_at_checked(20).ok_or_else(broken)?;
            let id = Uuid::from_slice(&head[..16]).map_err(|_| broken())?;
            let length = head[16..].try_into().map_err(|_| broken())?;
            let length = u32::from_be_bytes(length) as usize;
            let (sealed, rest) = rest.split_at_checked(length).ok_or_else(broken)?;
            found.push((BusinessId(id), sealed));
            packed = rest;
        }
        Ok(found)
    }

    /// The value of the column at that place.
    pub(super) fn cell<'a>(
        &'a self,
        i: usize,
        column: &Column,
        shown: &'a Shown,
    ) -> Result<Cell<'a>, Error> {
        let broken = || {
            Error::internal(format!(
                "an export column is not what it should be: {}",
                column.header
            ))
        };
        let text = match (column.source, self.value(LEADING + i)) {
            (Source::Typed(field) | Source::Formed(field), _) => shown.claim.get(field),
            (Source::OfBusinesses(field), _) => shown.businesses.get(field).map_or("", |all| all),
            (Source::Signer(field), _) => {
                shown.signatory.as_ref().unwrap_or(&shown.claim).get(field)
            }
            (_, None) => "",
            (Source::Text(_) | Source::Words(_), Some(bytes)) => {
                std::str::from_utf8(bytes).map_err(|_| broken())?
            }
            (Source::Amount(_), Some(bytes)) => {
                let amount = bytes.try_into().map_err(|_| broken())?;
                return Ok(Cell::Amount(Krw(i64::from_be_bytes(amount))));
            }
        };
        Ok(match column.source {
            _ if text.is_empty() => Cell::Missing,
            Source::Typed(_) | Source::OfBusinesses(_) | Source::Words(_) | Source::Signer(_) => {
                Cell::Text(text)
            }
            _ => Cell::Formed(text),
        })
    }
}

/// Sends every row of the disclosure, or the error that ended it; stops where nobody receives any
/// more.
pub(super) fn read(
    conn: &mut PgConnection,
    id: DisclosureId,
    columns: &[Column],
    send: &SyncSender<Result<Vec<Row>, Error>>,
) {
    let done =
        conn.build_transaction()
            .repeatable_read()
            .read_only()
            .run(|conn| -> Result<(), Error> {
                conn.batch_execute(SETTINGS)?;
                let members: i32 = disclosure::table
                    .find(id)
                    .select(disclosure::members)
                    .first(conn)?;
                if members >= MANY {
                    // the members are too fresh for statistics, so that the planner would loop over
                    // a few that are many
                    conn.batch_execute("SET LOCAL enable_nestloop = off")?;
                }
                let declare = format!(
                    "DECLARE export NO SCROLL CURSOR FOR {}",
                    columns::select(columns)
                );
                diesel::sql_query(declare)
                    .bind::<SqlUuid, _>(id)
                    .execute(conn)?;
                loop {
                    let batch: Vec<Row> = diesel::sql_query(FETCH).load(conn)?;
                    if batch.is_empty() || send.send(Ok(batch)).is_err() {
                        return Ok(());
                    }
                }
            });
    if let Err(error) = done {
        // a receiver that is gone has an error of its own
        let _ = send.send(Err(error));
    }
}
