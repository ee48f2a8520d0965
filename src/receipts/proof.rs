//! What a receipt is made of: the entry, every sealed value of its row with its salt, the proof that
//! the signed log has it, and who signed.

use std::collections::{BTreeMap, HashMap};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use diesel::prelude::*;
use serde_json::Value;

use super::{Row, Which, changes, unreadable};
use crate::access::Grant;
use crate::audit::format::checkpoint::{Checkpoint, TlogProof};
use crate::audit::format::note::{Note, Vkey};
use crate::audit::format::{entry, merkle};
use crate::audit::log_key;
use crate::audit::outsiders::{timestamp, witness};
use crate::audit::publish::store::Store;
use crate::audit::verify::receipt::text::named_key;
use crate::audit::verify::receipt::{Extra, Opening, Parts, Text};
use crate::db::Read;
use crate::db::schema::consent_text;
use crate::error::Error;
use crate::ids::{ClaimId, ConsentTextId};
use crate::vault::Place;

/// A signed checkpoint, and what was added to it since.
#[derive(Clone)]
struct Signed {
    checkpoint: Checkpoint,
    note: String,
    time_stamps: Vec<String>,
}

impl Signed {
    fn read(note: String) -> Result<Self, Error> {
        let text = Note::parse(&note).map_err(Error::internal)?.text;
        Ok(Self {
            checkpoint: Checkpoint::parse(&text).map_err(Error::internal)?,
            note,
            time_stamps: Vec::new(),
        })
    }

    /// Which of the log's keys signed it.
    fn signer(&self, keys: &[(Vkey, String)]) -> Result<usize, Error> {
        let note = Note::parse(&self.note).map_err(Error::internal)?;
        let signer = keys
            .iter()
            .rposition(|(vkey, _)| matches!(note.signed_by(vkey), Ok(Some(_))));
        signer.ok_or_else(|| {
            Error::internal("the published checkpoint is not signed by a key of this log")
        })
    }
}

/// The newest checkpoint that was published; none while it does not cover the entry.
fn newest(store: &Store, entry: u64) -> Result<Option<Signed>, Error> {
    let published = store.checkpoint().map_err(unreadable)?;
    let published = published.map(Signed::read).transpose()?;
    Ok(published.filter(|signed| entry < signed.checkpoint.size))
}

/// The checkpoint that a receipt of this entry carries: the first that an authority outside
/// stamped, or else the first that a witness cosigned, or else the newest that was published, so
/// that a receipt gets better with time.
fn best(r: &mut Read, newest: Signed, entry: u64) -> Result<Signed, Error> {
    let origin = &newest.checkpoint.origin;
    let (size, tokens) = timestamp::first_over(r, origin, entry + 1)?;
    let stamped = size
        .map(|size| witness::kept(r.conn(), origin, size))
        .transpose()?
        .flatten();
    if let Some(stamped) = stamped {
        let time_stamps = tokens.iter().map(|token| BASE64.encode(token)).collect();
        return Ok(Signed {
            time_stamps,
            ..Signed::read(stamped.to_string())?
        });
    }
    let cosigned = witness::cosigned(r.conn(), origin, entry + 1, |note| {
        note.signatures.len() > 1
    })?;
    cosigned.map_or(Ok(newest), |note| Signed::read(note.to_string()))
}

/// The words that a consent was given to.
fn text(r: &mut Read, row: &Row) -> Result<Option<Text>, Error> {
    let values = row.values()?;
    let Some(id) = values.get("text_id").and_then(Value::as_str) else {
        return Ok(None);
    };
    let id: ConsentTextId = id.parse().map_err(Error::internal)?;
    let (language, title, body) = consent_text::table
        .find(id)
        .select((
            consent_text::language,
            consent_text::title,
            consent_text::body,
        ))
        .first(r.conn())?;
    Ok(Some(Text {
        language,
        title,
        body,
    }))
}

/// Tables with a sealed document whose row belongs to a claim.
const SEALED: [&str; 13] = [
    "claim",
    "business",
    "consent",
    "power_statement",
    "reaffirmation",
    "signatory",
    "identification",
    "loss",
    "assessment",
    "evidence",
    "evidence_check",
    "review",
    "manifest",
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

/// What opens the commitments that a manifest names: the rows stood as it found them until it was
/// recorded. From where a statement was signed was not handed in, and stands in that statement's own
/// receipt.
fn openings(
    r: &mut Read,
    grant: &Grant,
    claim: ClaimId,
    row: &Row,
    manifest: &str,
) -> Result<BTreeMap<String, Opening>, Error> {
    let said: Value = serde_json::from_str(manifest).map_err(Error::internal)?;
    let lists = said.as_object().into_iter().flatten();
    let listed = lists.filter_map(|(_, list)| list.as_array()).flatten();
    let listed = listed.filter_map(|one| one["id"].as_str());
    let mut last: HashMap<String, Option<Row>> = listed
        .chain(said["claim"].as_str())
        .map(|id| (id.into(), None))
        .collect();
    for before in changes(r, claim, Which::All)? {
        if before.id < row.id
            && let Some(last) = last.get_mut(&before.key)
        {
            *last = Some(before);
        }
    }
    let mut openings = BTreeMap::new();
    for row in last.values().flatten() {
        let commitments = row.values()?["commitments"].clone();
        let commitments: HashMap<String, String> =
            serde_json::from_str(commitments.as_str().unwrap_or("{}")).map_err(Error::internal)?;
        for (field, opening) in fields(r, grant, claim, row)? {
            let signed =
                ["consent", "power_statement", "reaffirmation"].contains(&row.table.as_str());
            let handed_in = !signed || field == "statement";
            if let Some(commitment) = commitments.get(&field).filter(|_| handed_in) {
                openings.insert(commitment.clone(), opening);
            }
        }
    }
    Ok(openings)
}

/// Proof of a change, with everything in it opened but for the fields of those names; none while the
/// published log does not cover it yet.
pub(super) fn of_change(
    r: &mut Read,
    store: &Store,
    grant: &Grant,
    claim: ClaimId,
    row: &Row,
    closed: &[&str],
) -> Result<Option<TlogProof>, Error> {
    let (Some(row_text), Some(salt)) = (&row.text, &row.salt) else {
        return Err(Error::conflict("receipt-erased"));
    };
    let (Some(seq), Some(line)) = (row.seq, &row.entry) else {
        return Ok(None);
    };
    let index = u64::try_from(seq).map_err(Error::internal)?;
    let Some(newest) = newest(store, index)? else {
        return Ok(None);
    };
    let (keys, text) = (log_key::all(r)?, text(r, row)?);
    // a text that was published after a rotation, while the key before it still signed, names a key
    // that an earlier checkpoint does not lead to
    let named = text.as_ref().and_then(|text| named_key(&text.body));
    let named = keys
        .iter()
        .position(|(vkey, _)| Some(vkey.fingerprint().as_str()) == named);
    let later = newest.clone();
    let mut signed = best(r, newest, index)?;
    if Some(signed.signer(&keys)?) < named {
        signed = later;
    }
    let signer = signed.signer(&keys)?;
    let Signed {
        checkpoint,
        note,
        time_stamps,
    } = signed;
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
    let mut fields = fields(r, grant, claim, row)?;
    fields.retain(|name, _| !closed.contains(&&**name));
    let manifest = fields.get("manifest");
    let manifest = manifest.map(|manifest| openings(r, grant, claim, row, &manifest.value));
    // a key that is to sign only later is not named
    let successions = keys.iter().take(signer + 1);
    let successions = successions.map(|(_, succession)| succession.clone());
    let parts = Parts {
        key: Some(keys[signer].0.fingerprint()),
        successions: successions
            .filter(|succession| !succession.is_empty())
            .collect(),
        time_stamps,
        text: text.filter(|_| Some(signer) >= named),
        manifest: manifest.transpose()?,
        ..Parts::default()
    };
    let extra = Extra {
        v: 2,
        entry: line.clone(),
        salt: hex::encode(salt),
        row: row_text.clone(),
        fields,
        parts,
    };
    Ok(Some(TlogProof {
        extra: Some(serde_json::to_vec(&extra).map_err(Error::internal)?),
        index,
        proof,
        checkpoint: note,
    }))
}
