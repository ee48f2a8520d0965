//! Receipts: what a claimant did to a claim (submission, each consent and statement on a power, each
//! withdrawal, each file and loss), as a file that proves it without the registry. A receipt opens every commitment of its row to the owner,
//! who alone gets it. It is made when it is asked for, out of the recorded change and the published
//! log, so that it always carries the newest signatures.

pub mod check_code;
pub mod package;
mod proof;

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::audit::format::entry;
use crate::audit::publish::store::Store;
use crate::cases::Power;
use crate::claims::signatories::{self, Signatory};
use crate::db::Read;
use crate::db::schema::{audit_log, change, claim, manifest};
use crate::error::{Error, Unavailable};
use crate::ids::{ClaimId, DisclosureId, SignatoryId};

/// A change that has a receipt.
#[derive(Serialize, ToSchema)]
pub struct Receipt {
    /// Id of the recorded change.
    pub id: i64,
    /// What was done, such as `claim.submit`, `consent.answer` or `evidence.add`.
    pub action: String,
    /// `manifest` for a submission (`claim` where it was before there were manifests), `claim`,
    /// `consent`, `power_statement`, `reaffirmation`, `evidence` or `loss`.
    pub table: String,
    /// Id of what the receipt is of, in that table.
    pub key: String,
    /// The consent item that was answered.
    pub item: Option<String>,
    /// Code of the kind of evidence or of loss.
    pub kind: Option<String>,
    /// The special power that was given to counsel or taken back.
    pub power: Option<Power>,
    /// Whether that power was given.
    pub granted: Option<bool>,
    /// Who signed for the party; null where it signed itself, or nothing was signed.
    pub signatory: Option<Signatory>,
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

    /// What the row holds in the clear under that name.
    fn said(&self, name: &str) -> Result<Option<String>, Error> {
        let values = self.values()?;
        Ok(values.get(name).and_then(Value::as_str).map(String::from))
    }
}

/// What has a receipt: table, action and operation. A loss that is taken out of a draft leaves no
/// contents to be shown, and has none.
const HAVE_RECEIPTS: [&str; 12] = [
    "manifest claim.submit INSERT",
    "claim claim.withdraw UPDATE",
    "consent consent.answer INSERT",
    "consent consent.paper INSERT",
    "consent consent.withdraw UPDATE",
    "power_statement power.state INSERT",
    "reaffirmation consent.reaffirm INSERT",
    "evidence evidence.add INSERT",
    "evidence evidence.replace INSERT",
    "evidence evidence.remove UPDATE",
    "loss loss.add INSERT",
    "loss loss.replace INSERT",
];
/// What had one before there were manifests.
const WITHOUT_MANIFEST: &str = "claim claim.submit UPDATE";

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
        let done = || {
            let table = change::table_name.concat(" ");
            table.concat(change::action).concat(" ").concat(change::op)
        };
        let manifests = manifest::table.filter(manifest::claim_id.eq(claim));
        let before = done().eq(WITHOUT_MANIFEST).and(not(exists(manifests)));
        query = query.filter(done().eq_any(HAVE_RECEIPTS).or(before));
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
    let grant = Grant::of_owner(r, claim)?;
    let rows = changes(r, claim, Which::Receipts)?;
    let signatories = signatories::ever(r, claim, &grant)?;
    let size = published(store)?;
    let receipt = |row: Row| {
        let (item, kind, erased) = (row.said("item")?, row.said("kind")?, row.text.is_none());
        let power = row.said("power")?;
        let power = power.and_then(|power| Power::ALL.iter().find(|one| one.as_str() == power));
        let granted = row.values()?.get("granted").and_then(Value::as_bool);
        let signatory = row.said("signatory_id")?.and_then(|id| id.parse().ok());
        let signatory = signatory.and_then(|id: SignatoryId| signatories.get(&id));
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
            kind,
            power: power.copied(),
            granted,
            signatory: signatory.cloned(),
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

/// A receipt of a claim of the caller; none while the published log does not cover the change yet.
///
/// # Errors
/// `NotFound` for another's claim or change; a conflict where what it would show was erased.
pub fn one(r: &mut Read, store: &Store, claim: ClaimId, id: i64) -> Result<Option<File>, Error> {
    let grant = Grant::of_owner(r, claim)?;
    let row = changes(r, claim, Which::Receipt(id))?
        .pop()
        .ok_or(Error::NotFound)?;
    // from where somebody else signed is theirs
    let signatory = row.said("signatory_id")?.and_then(|id| id.parse().ok());
    let signatories = signatories::ever(r, claim, &grant)?;
    let by_link = signatory.and_then(|id: SignatoryId| signatories.get(&id));
    let closed: &[&str] = match by_link.is_some_and(|signatory| !signatory.own) {
        true => &["address", "device"],
        false => &[],
    };
    let Some(proof) = proof::of_change(r, store, &grant, claim, &row, closed)? else {
        return Ok(None);
    };
    let number: Option<String> = claim::table
        .find(claim)
        .select(claim::number)
        .first(r.conn())?;
    let item = row
        .said("item")?
        .or(row.said("kind")?)
        .or(row.said("power")?)
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
        let proof = proof::of_change(r, store, &grant, claim, row, &[])?
            .ok_or(Error::Unavailable(Unavailable::Unpublished))?;
        let name = format!("{:08}-{}-{}.tlog-proof", proof.index, row.action, row.table);
        files.push(File {
            name,
            text: proof.to_string(),
        });
    }
    Ok(files)
}
