//! Receipts: a proof that one change stands in the signed log, with an `extra` of our own that
//! opens the change to its holder: its row text and the plaintexts of its sealed fields, each with
//! its salt. Pure: no database and no network, so that its holder can check a receipt when the
//! registry is long gone.

pub mod extra;
pub mod manifest;
pub mod text;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::audit::format::checkpoint::{Checkpoint, TlogProof};
use crate::audit::format::note::{Kind, Note, Succession, Vkey};
use crate::audit::format::{entry, json, merkle};
pub use extra::{Extra, First, Opening, Parts, Text};
use manifest::Manifest;

/// What is checked, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The file has the form of a receipt. Where it has not, nothing could be verified.
    Form,
    /// Each statement that a new key follows is signed by the key before.
    Succession,
    /// The checkpoint is the log's, signed by its key.
    Signature,
    /// The entry has the form of one, and the number that the proof is for.
    Entry,
    /// The proof leads from the entry to the root that was signed.
    Inclusion,
    /// The row text is the one that the entry was made for.
    Row,
    /// Each field is the one that was sealed.
    Field,
    /// The words are those that the signed statement names, and the key that they name leads to the
    /// one that signed.
    Text,
    /// The manifest is that of the claim, with the values that it commits to.
    Manifest,
}

impl Check {
    /// The name in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Succession => "succession",
            Self::Signature => "signature",
            Self::Entry => "entry",
            Self::Inclusion => "inclusion",
            Self::Row => "row",
            Self::Field => "field",
            Self::Text => "text",
            Self::Manifest => "manifest",
        }
    }

    fn fails(self, what: impl Into<String>) -> Refusal {
        Refusal {
            check: self,
            what: what.into(),
        }
    }
}

/// Why a receipt does not hold: the first check that failed.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which.
    pub check: Check,
    /// What is wrong; may quote the file.
    pub what: String,
}

/// What a receipt proves.
#[derive(Debug, PartialEq)]
pub struct Verified {
    /// The entry: who, when, what.
    pub entry: Map<String, Value>,
    /// Number of the entry.
    pub index: u64,
    /// The row as it was after the change.
    pub row: Map<String, Value>,
    /// The sealed fields that the receipt opens.
    pub fields: BTreeMap<String, String>,
    /// Names of sealed fields that it does not open.
    pub closed: Vec<String>,
    /// What the log's key signed.
    pub checkpoint: Checkpoint,
    /// Fingerprint of that key.
    pub key: String,
    /// Fingerprints of the keys before it that led to it, beginning with the one that was given.
    pub before: Vec<String>,
    /// The checkpoint with all its signatures; only the log's own was checked.
    pub note: Note,
    /// RFC 3161 responses, not checked.
    pub time_stamps: Vec<Vec<u8>>,
    /// The words that were signed.
    pub text: Option<text::Signed>,
    /// What was handed in.
    pub manifest: Option<Manifest>,
    /// What else stands in the receipt, by name.
    pub not_checked: Vec<String>,
}

impl Verified {
    /// What the entry says under that key; empty where it says nothing.
    pub fn said(&self, key: &str) -> &str {
        self.entry
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Everything that is proven, for programs; docs/verify.py prints the same.
    pub fn to_json(&self) -> Value {
        json!({
            "verdict": "holds",
            "log": self.checkpoint.origin,
            "key": self.key,
            "before": self.before,
            "size": self.checkpoint.size,
            "index": self.index,
            "entry": self.entry,
            "row": self.row,
            "fields": self.fields,
            "time_stamps": self.time_stamps.len(),
            "text": self.text.as_ref().map(|signed| json!({
                "language": signed.text.language,
                "title": signed.text.title,
                "body": signed.text.body,
                "keys": signed.keys,
            })),
            "manifest": self.manifest.as_ref().map(|manifest| &manifest.said),
            "opened": self.manifest.as_ref().map(|manifest| &manifest.opened),
            "not_checked": self.not_checked,
        })
    }
}

/// Whether these are lower-case hexadecimal digits of that many bytes.
fn is_hex(text: &str, bytes: usize) -> bool {
    text.len() == 2 * bytes
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// SHA-256(salt || value) in hexadecimal digits.
fn commitment(salt: &str, value: &str) -> String {
    hex::encode(
        Sha256::new()
            .chain_update(hex::decode(salt).unwrap_or_default())
            .chain_update(value)
            .finalize(),
    )
}

/// A file that has the form of a receipt, part by part; nothing of it has been held against
/// anything yet.
struct Receipt {
    proof: TlogProof,
    extra: Extra,
    time_stamps: Vec<Vec<u8>>,
    successions: Vec<Succession>,
}

/// Reads a file that has the form of a receipt. All of it is read before anything is judged: what is
/// malformed is never said to be false.
fn read(file: &[u8]) -> Result<Receipt, Refusal> {
    let form = |what: &str| Check::Form.fails(what);
    let text = std::str::from_utf8(file).map_err(|_| form("a receipt is a text in UTF-8"))?;
    let proof = TlogProof::parse(text).map_err(|what| form(&what))?;
    let extra = proof
        .extra
        .as_deref()
        .ok_or_else(|| form("the proof has no `extra`: it is not a receipt of this registry"))?;
    let extra = extra::read(extra).map_err(|what| form(&format!("`extra`: {what}")))?;
    let openings = extra.parts.manifest.iter().flat_map(BTreeMap::values);
    let mut opening = extra.fields.values().chain(openings);
    if !is_hex(&extra.salt, 32) || !opening.all(|opening| is_hex(&opening.salt, 16)) {
        return Err(form(
            "a salt is 64 lower-case hexadecimal digits, that of a field 32",
        ));
    }
    let time_stamps: Result<_, _> = extra
        .parts
        .time_stamps
        .iter()
        .map(|stamp| BASE64.decode(stamp))
        .collect();
    let time_stamps = time_stamps.map_err(|_| form("a time stamp is not base64"))?;
    let successions: Result<_, _> = extra
        .parts
        .successions
        .iter()
        .map(|statement| Succession::parse(statement))
        .collect();
    let successions = successions.map_err(|what| form(&what))?;
    let note = Note::parse(&proof.checkpoint).and_then(|note| Checkpoint::parse(&note.text));
    note.map_err(|what| form(&what))?;
    Ok(Receipt {
        proof,
        extra,
        time_stamps,
        successions,
    })
}

/// Holds a receipt against the log's key: the one that signed its checkpoint, or an earlier one
/// that its successions lead on from.
///
/// # Errors
/// The first check that fails.
pub fn verify(file: &[u8], vkey: &Vkey) -> Result<Verified, Refusal> {
    let Receipt {
        proof,
        extra,
        time_stamps,
        successions,
    } = read(file)?;
    if vkey.kind != Kind::Ed25519 {
        return Err(Check::Form.fails("this is the vkey of a witness: give the log's own"));
    }
    let followed = follow(vkey, &successions).map_err(|what| Check::Succession.fails(what))?;
    let (trusted, before) = followed.split_last().expect("it begins with the key given");
    let signed = Checkpoint::verified(&proof.checkpoint, trusted);
    let (checkpoint, note) = signed.map_err(|what| Check::Signature.fails(what))?;
    let key = trusted.fingerprint();
    if extra.parts.key.as_ref().is_some_and(|given| *given != key) {
        return Err(
            Check::Signature.fails("the fingerprint that the receipt gives is not that of the key")
        );
    }
    let said = entry(&extra, &proof, &checkpoint)?;
    let row = json::object(extra.row.as_bytes()).map_err(|what| Check::Row.fails(what))?;
    let (fields, closed) = open(&row, extra.fields)?;
    let parts = extra.parts;
    let shown = |field: &str| fields.get(field).map(String::as_str);
    let signed = parts
        .text
        .map(|text| text::check(text, shown("statement"), &successions, trusted));
    let signed = signed.transpose().map_err(|what| Check::Text.fails(what))?;
    let manifest = parts
        .manifest
        .map(|openings| manifest::check(&said, shown("manifest"), &row, openings));
    let manifest = manifest
        .transpose()
        .map_err(|what| Check::Manifest.fails(what))?;
    let title = signed.as_ref().filter(|signed| !signed.names_title);
    let not_checked = title.map(|_| "text.title".into());
    let not_checked = parts.unknown.into_keys().chain(not_checked).collect();
    Ok(Verified {
        entry: said,
        index: proof.index,
        row,
        fields,
        closed,
        checkpoint,
        before: before.iter().map(Vkey::fingerprint).collect(),
        key,
        note,
        time_stamps,
        text: signed,
        manifest,
        not_checked,
    })
}

/// A key and those that follow it.
fn follow(first: &Vkey, successions: &[Succession]) -> Result<Vec<Vkey>, String> {
    let mut keys = vec![first.clone()];
    for succession in successions {
        let last = keys.last().unwrap_or(first);
        keys.extend(succession.after(last)?);
    }
    Ok(keys)
}

/// The entry, which has its form and number, leads to the root that was signed, and commits to the
/// row.
fn entry(
    extra: &Extra,
    proof: &TlogProof,
    checkpoint: &Checkpoint,
) -> Result<Map<String, Value>, Refusal> {
    let (line, index) = (extra.entry.as_bytes(), proof.index);
    let parsed = entry::parse(line).filter(|parsed| parsed.seq == index);
    let parsed = parsed.ok_or_else(|| Check::Entry.fails(format!("this is not entry {index}")))?;
    let said = serde_json::from_str(&extra.entry)
        .map_err(|error| Check::Entry.fails(error.to_string()))?;
    let leaf = entry::hash(line);
    let root = merkle::root_from_inclusion(&leaf, index, checkpoint.size, &proof.proof);
    if root != Some(checkpoint.root) {
        return Err(Check::Inclusion.fails(format!(
            "entry {index} does not lead to the root that was signed"
        )));
    }
    if commitment(&extra.salt, &extra.row).as_bytes() != parsed.row {
        return Err(Check::Row.fails("this is not the row that the entry was made for"));
    }
    Ok(said)
}

/// The values that open their commitments, and the names of those that stay closed.
fn open(
    row: &Map<String, Value>,
    fields: BTreeMap<String, Opening>,
) -> Result<(BTreeMap<String, String>, Vec<String>), Refusal> {
    let wrong = |what: &str| Check::Field.fails(format!("the row's commitments: {what}"));
    let stated = match row.get("commitments") {
        None => Map::new(),
        Some(Value::String(text)) => json::object(text.as_bytes()).map_err(|what| wrong(&what))?,
        Some(_) => return Err(wrong("this is not a text")),
    };
    let mut commitments = BTreeMap::new();
    for (name, commitment) in stated {
        let Value::String(commitment) = commitment else {
            return Err(wrong("a commitment is a text"));
        };
        commitments.insert(name, commitment);
    }
    let mut opened = BTreeMap::new();
    for (name, Opening { salt, value }) in fields {
        if commitments.remove(&name) != Some(commitment(&salt, &value)) {
            return Err(Check::Field.fails(format!("{name} is not what was sealed")));
        }
        opened.insert(name, value);
    }
    Ok((opened, commitments.into_keys().collect()))
}
