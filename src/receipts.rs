//! Receipts: what a claimant did to a claim (submission, each consent, each withdrawal), as a file
//! that proves it without the registry. A receipt opens every commitment of its row to the owner,
//! who alone gets it. It is made when it is asked for, out of the recorded change and the published
//! log, so that it always carries the newest signatures.

pub mod check_code;
pub mod package;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::action::Action;
use crate::audit::format::checkpoint::{Checkpoint, TlogProof};
use crate::audit::format::note::Note;
use crate::audit::format::{entry, merkle};
use crate::audit::log_key;
use crate::audit::outsiders::{timestamp, witness};
use crate::audit::publish::store::Store;
use crate::audit::verify::receipt::{Extra, Opening};
use crate::db::Read;
use crate::db::schema::{audit_log, change, claim};
use crate::error::{Error, Unavailable};
use crate::ids::{ClaimId, DisclosureId};
use crate::vault::Place;

/// A change that has a receipt.
#[derive(Serialize, ToSchema)]
pub struct Receipt {
    /// Id of the recorded change.
    pub id: i64,
    /// What was done: `claim.submit`, `claim.withdraw`, `consent.answer` or `consent.withdraw`.
    pub action: String,
    /// `claim` or `consent`.
    pub table: String,
    /// Id of the claim or of the answer.
    pub key: String,
    /// The consent item that was answered.
    pub item: Option<String>,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Number of the entry in the log, once it is sealed.
    pub entry: Option<i64>,
    /// Whether the receipt can be fetched now.
    pub ready: bool,
    /// Whether what it would show was erased: then there is no receipt any more.
    pub erased: bool,
}

/// A receipt as a file.
pub struct File {
    /// ASCII.
    pub name: String,
    pub text: String,
}

/// A recorded change with its entry, once it is sealed.
#[derive(Queryable, Selectable)]
#[diesel(table_name = change, check_for_backend(Pg))]
struct Row {
    id: i64,
    action: String,
    #[diesel(column_name = table_name)]
    table: String,
    key: String,
    at: DateTime<Utc>,
    salt: Option<Vec<u8>>,
    #[diesel(column_name = row_text)]
    text: Option<String>,
    #[diesel(select_expression = audit_log::seq.nullable())]
    seq: Option<i64>,
    #[diesel(select_expression = audit_log::entry.nullable())]
    entry: Option<String>,
}

impl Row {
    /// The row as it was after the change.
    fn values(&self) -> Result<Map<String, Value>, Error> {
        let text = self.text.as_deref().unwrap_or("{}");
        serde_json::from_str(text)
            .map_err(|error| Error::internal(format!("row text of change {}: {error}", self.id)))
    }

    fn item(&self) -> Result<Option<String>, Error> {
        Ok(self
            .values()?
            .get("item")
            .and_then(Value::as_str)
            .map(String::from))
    }
}

/// Which changes of a claim.
enum Which {
    /// Those that have a receipt.
    Receipts,
    /// The one of that id, if it has a receipt.
    Receipt(i64),
    /// Everything that was recorded.
    All,
}

fn changes(r: &mut Read, claim: ClaimId, which: Which) -> Result<Vec<Row>, Error> {
    let of_claim = [Action::ClaimSubmit, Action::ClaimWithdraw].map(Action::as_str);
    let of_consent = [Action::ConsentAnswer, Action::ConsentWithdraw].map(Action::as_str);
    let mut query = change::table
        .left_join(audit_log::table.on(audit_log::change.eq(change::id)))
        // the second condition lets PostgreSQL use the partial index
        .filter(
            change::subject
                .eq(claim.to_string())
                .and(change::subject.ne("")),
        )
        .order(change::id)
        .select(Row::as_select())
        .into_boxed();
    if !matches!(which, Which::All) {
        query = query.filter(
            change::table_name
                .eq("claim")
                .and(change::action.eq_any(of_claim))
                .or(change::table_name
                    .eq("consent")
                    .and(change::action.eq_any(of_consent))),
        );
    }
    if let Which::Receipt(id) = which {
        query = query.filter(change::id.eq(id));
    }
    Ok(query.load(r.conn())?)
}

/// What the owner of a claim did that has a receipt, in order.
///
/// # Errors
/// `NotFound` for another's claim.
pub fn of_claim(r: &mut Read, store: &Store, claim: ClaimId) -> Result<Vec<Receipt>, Error> {
    Grant::of_owner(r, claim)?;
    let rows = changes(r, claim, Which::Receipts)?;
    let size = published(store)?;
    let receipt = |row: Row| {
        let (item, erased) = (row.item()?, row.text.is_none());
        let covered = is_leaf(store, size, row.seq, row.entry.as_deref())?;
        let Row {
            id,
            action,
            table,
            key,
            at,
            seq,
            ..
        } = row;
        Ok(Receipt {
            id,
            action,
            table,
            key,
            item,
            at,
            entry: seq,
            ready: covered && !erased,
            erased,
        })
    };
    rows.into_iter().map(receipt).collect()
}

/// Entries that the published log has.
fn published(store: &Store) -> Result<u64, Error> {
    let checkpoint = store.published().map_err(unreadable)?;
    Ok(checkpoint.map_or(0, |checkpoint| checkpoint.size))
}

/// Whether the published log of that size has that very entry at that place: a database that was put
/// back may hold another one there.
fn is_leaf(store: &Store, size: u64, seq: Option<i64>, line: Option<&str>) -> Result<bool, Error> {
    let seq = seq.and_then(|seq| u64::try_from(seq).ok());
    let leaf = seq.map(|seq| store.leaf(seq, size)).transpose();
    let leaf = leaf.map_err(unreadable)?.flatten();
    let sealed = line.map(|line| entry::hash(line.as_bytes()));
    Ok(leaf.is_some() && leaf == sealed)
}

/// Whether the published log has the entry.
fn covered(store: &Store, seq: Option<i64>, line: Option<&str>) -> Result<bool, Error> {
    is_leaf(store, published(store)?, seq, line)
}

fn unreadable(error: std::io::Error) -> Error {
    Error::internal(format!("the published log: {error}"))
}

/// A signed checkpoint, and what was added to it since.
struct Signed {
    note: String,
    time_stamps: Vec<String>,
}

/// The checkpoint that a receipt of this entry carries: the first that an authority outside
/// stamped, or else the first that a witness cosigned, or else the newest that was published, so
/// that a receipt gets better with time. None while no published one covers the entry.
fn checkpoint_for(
    r: &mut Read,
    store: &Store,
    entry: u64,
) -> Result<Option<(Checkpoint, Signed)>, Error> {
    let read = |note: &str| {
        Note::parse(note)
            .and_then(|note| Checkpoint::parse(&note.text))
            .map_err(Error::internal)
    };
    let Some(published) = store.checkpoint().map_err(unreadable)? else {
        return Ok(None);
    };
    let newest = read(&published)?;
    if entry >= newest.size {
        return Ok(None);
    }
    let (size, tokens) = timestamp::first_over(r, &newest.origin, entry + 1)?;
    let stamped = size
        .map(|size| witness::kept(r.conn(), &newest.origin, size))
        .transpose()?
        .flatten();
    let time_stamps = if stamped.is_some() {
        tokens.iter().map(|token| BASE64.encode(token)).collect()
    } else {
        Vec::new()
    };
    let cosigned = match stamped {
        None => witness::cosigned(r.conn(), &newest.origin, entry + 1, |note| {
            note.signatures.len() > 1
        })?,
        stamped => stamped,
    };
    let note = cosigned.map_or(published, |note| note.to_string());
    Ok(Some((read(&note)?, Signed { note, time_stamps })))
}

/// Fingerprint of the key that signed, and the statements that lead to it from the log's first key:
/// a key that is to sign only later is not named.
fn signed_by(r: &mut Read, note: &str) -> Result<(String, Vec<String>), Error> {
    let note = Note::parse(note).map_err(Error::internal)?;
    let keys = log_key::all(r)?;
    let signer = keys
        .iter()
        .rposition(|(vkey, _)| matches!(note.signed_by(vkey), Ok(Some(_))));
    let signer = signer.ok_or_else(|| {
        Error::internal("the published checkpoint is not signed by a key of this log")
    })?;
    let key = keys[signer].0.fingerprint();
    let successions = keys
        .into_iter()
        .take(signer + 1)
        .map(|(_, succession)| succession)
        .filter(|succession| !succession.is_empty());
    Ok((key, successions.collect()))
}

/// Tables with a sealed document whose row belongs to a claim.
const SEALED: [&str; 5] = ["claim", "consent", "loss", "evidence", "review"];

/// The row's sealed fields with their salts, as they were sealed in the version that the change
/// recorded.
fn fields(
    r: &Read,
    grant: &Grant,
    claim: ClaimId,
    row: &Row,
) -> Result<BTreeMap<String, Opening>, Error> {
    let Some(table) = SEALED.into_iter().find(|table| *table == row.table) else {
        return Ok(BTreeMap::new());
    };
    let broken = || {
        Error::internal(format!(
            "row text of change {} has no sealed document",
            row.id
        ))
    };
    let place = Place {
        table,
        id: row.key.parse().map_err(|_| broken())?,
        subject: claim.0,
    };
    let values = row.values()?;
    let sealed = values
        .get("sealed")
        .and_then(Value::as_str)
        .and_then(|text| text.strip_prefix("\\x"))
        .ok_or_else(broken)?;
    if sealed.is_empty() {
        return Ok(BTreeMap::new());
    }
    let opened =
        r.vault()
            .open_with_salts(grant, place, &hex::decode(sealed).map_err(|_| broken())?)?;
    Ok(opened
        .into_iter()
        .map(|(name, field)| {
            (
                name,
                Opening {
                    salt: field.salt,
                    value: field.value,
                },
            )
        })
        .collect())
}

/// Proof of a change, with everything in it opened; none while the published log does not cover it
/// yet.
fn proof(
    r: &mut Read,
    store: &Store,
    grant: &Grant,
    claim: ClaimId,
    row: &Row,
) -> Result<Option<TlogProof>, Error> {
    let (Some(text), Some(salt)) = (&row.text, &row.salt) else {
        return Err(Error::conflict("receipt-erased"));
    };
    let (Some(seq), Some(line)) = (row.seq, &row.entry) else {
        return Ok(None);
    };
    let index = u64::try_from(seq).map_err(Error::internal)?;
    let Some((checkpoint, signed)) = checkpoint_for(r, store, index)? else {
        return Ok(None);
    };
    let proof = store
        .inclusion(index, checkpoint.size)
        .map_err(unreadable)?;
    // a database that was put back holds another entry here than the one that was signed
    if merkle::root_from_inclusion(
        &entry::hash(line.as_bytes()),
        index,
        checkpoint.size,
        &proof,
    ) != Some(checkpoint.root)
    {
        return Ok(None);
    }
    let (key, successions) = signed_by(r, &signed.note)?;
    let extra = Extra {
        entry: line.clone(),
        salt: hex::encode(salt),
        row: text.clone(),
        fields: fields(r, grant, claim, row)?,
        time_stamps: signed.time_stamps,
        key: Some(key),
        successions,
    };
    Ok(Some(TlogProof {
        extra: Some(serde_json::to_vec(&extra).map_err(Error::internal)?),
        index,
        proof,
        checkpoint: signed.note,
    }))
}

/// A receipt of a claim of the caller; none while the published log does not cover the change yet.
///
/// # Errors
/// `NotFound` for another's claim or change; a conflict where what it would show was erased.
pub fn one(r: &mut Read, store: &Store, claim: ClaimId, id: i64) -> Result<Option<File>, Error> {
    let grant = Grant::of_owner(r, claim)?;
    let row = changes(r, claim, Which::Receipt(id))?
        .pop()
        .ok_or(Error::NotFound)?;
    let Some(proof) = proof(r, store, &grant, claim, &row)? else {
        return Ok(None);
    };
    let number: Option<String> = claim::table
        .find(claim)
        .select(claim::number)
        .first(r.conn())?;
    let item = row
        .item()?
        .map(|item| format!("-{item}"))
        .unwrap_or_default();
    let name = format!(
        "{}-{}{item}.tlog-proof",
        number.as_deref().unwrap_or("draft"),
        row.action
    );
    Ok(Some(File {
        name,
        text: proof.to_string(),
    }))
}

/// Every change of a claim that a disclosure holds, opened and proved, for the member of staff of
/// the disclosure; erased ones are left out. Deletions have no contents to open.
///
/// # Errors
/// `NotFound` where the disclosure does not hold the claim; `Unavailable` while the published log
/// does not cover all of it.
pub fn disclosed(
    r: &mut Read,
    store: &Store,
    disclosure: DisclosureId,
    claim: ClaimId,
) -> Result<Vec<File>, Error> {
    let grant = Grant::of_recorded(r, disclosure, claim)?;
    let rows = changes(r, claim, Which::All)?;
    let mut files = Vec::new();
    for row in rows.iter().filter(|row| row.text.is_some()) {
        let proof = proof(r, store, &grant, claim, row)?
            .ok_or(Error::Unavailable(Unavailable::Unpublished))?;
        let name = format!("{:08}-{}-{}.tlog-proof", proof.index, row.action, row.table);
        files.push(File {
            name,
            text: proof.to_string(),
        });
    }
    Ok(files)
}
