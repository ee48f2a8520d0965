//! What a receipt is made of: the entry, every sealed value of its row with its salt, the proof that
//! the signed log has it, and who signed.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;

use super::{Row, unreadable};
use crate::access::Grant;
use crate::audit::format::checkpoint::{Checkpoint, TlogProof};
use crate::audit::format::note::Note;
use crate::audit::format::{entry, merkle};
use crate::audit::log_key;
use crate::audit::outsiders::{timestamp, witness};
use crate::audit::publish::store::Store;
use crate::audit::verify::receipt::{Extra, Opening};
use crate::db::Read;
use crate::error::Error;
use crate::ids::ClaimId;
use crate::vault::Place;

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
const SEALED: [&str; 6] = [
    "claim",
    "consent",
    "loss",
    "evidence",
    "review",
    "assessment",
];

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
pub(super) fn of_change(
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
