//! A manifest: everything that was handed in with a claim, as one text in canonical JSON, and the
//! openings of commitments that it names. Pure.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::extra::Opening;
use crate::audit::format::json;

/// Above it, programs that keep numbers as floating point would round.
const LARGEST: u64 = (1 << 53) - 1;

/// A manifest, and what is shown of the values that it commits to.
#[derive(Debug, PartialEq)]
pub struct Manifest {
    /// What was handed in.
    pub said: Map<String, Value>,
    /// Values by their commitment.
    pub opened: BTreeMap<String, String>,
}

impl Manifest {
    /// The values that these commitments stand for, as far as they are shown, by field.
    pub fn values<'m>(&'m self, commitments: &'m Value) -> Vec<(&'m str, &'m str)> {
        let fields = commitments.as_object().into_iter().flatten();
        fields
            .filter_map(|(field, commitment)| {
                let value = self.opened.get(commitment.as_str()?)?;
                Some((field.as_str(), value.as_str()))
            })
            .collect()
    }

    /// How many of the values that it commits to are not shown.
    pub fn closed(&self) -> usize {
        let named = named(&self.said).unwrap_or_default();
        named.len() - self.opened.len()
    }
}

/// Reads the text of a manifest of the claim and row that the entry is about, with what opens its
/// commitments.
///
/// # Errors
/// Says what does not fit.
pub fn check(
    entry: &Map<String, Value>,
    text: Option<&str>,
    row: &Map<String, Value>,
    openings: BTreeMap<String, Opening>,
) -> Result<Manifest, String> {
    let text = text.ok_or("the receipt does not show the manifest")?;
    let said = json::object(text.as_bytes())?;
    let named = named(&said).ok_or("this is not a manifest")?;
    if !is_plain_object(&said) || serde_json::to_string(&said).ok().as_deref() != Some(text) {
        return Err("this manifest is not canonical".into());
    }
    if entry["table"] != "manifest"
        || entry["subject"] != said["claim"]
        || row.get("number") != said.get("number")
        || row.get("claim_version").and_then(Value::as_f64) != said["version"].as_f64()
    {
        return Err("this is the manifest of another claim".into());
    }
    let amounts = list(&said, "losses").map(|loss| loss["krw"].as_i64().unwrap_or_default());
    if said["sum_krw"].as_i64().map(i128::from) != Some(amounts.map(i128::from).sum()) {
        return Err("the sum is not that of the losses".into());
    }
    let mut opened = BTreeMap::new();
    for (commitment, Opening { salt, value }) in openings {
        if super::commitment(&salt, &value) != commitment || !named.contains(commitment.as_str()) {
            return Err("a value is not what the manifest commits to".into());
        }
        opened.insert(commitment, value);
    }
    Ok(Manifest { said, opened })
}

/// The objects of a list in it; none where there is no such list.
pub fn list<'m>(said: &'m Map<String, Value>, key: &str) -> impl Iterator<Item = &'m Value> {
    said.get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// What a verifier says in words of the objects in a list, by kind.
struct Worded {
    list: &'static str,
    texts: &'static [&'static str],
    numbers: &'static [&'static str],
    flags: &'static [&'static str],
    /// Whether manifests had it from the beginning.
    first: bool,
}

const WORDED: [Worded; 7] = [
    Worded {
        list: "losses",
        texts: &["id", "head", "class", "from", "until"],
        numbers: &["krw"],
        flags: &[],
        first: true,
    },
    Worded {
        list: "evidence",
        texts: &["id", "kind", "sha256"],
        numbers: &["size"],
        flags: &[],
        first: true,
    },
    Worded {
        list: "consents",
        texts: &["id", "item", "title", "text_sha256", "language"],
        numbers: &["version"],
        flags: &["agreed"],
        first: true,
    },
    Worded {
        list: "businesses",
        texts: &["id"],
        numbers: &[],
        flags: &[],
        first: false,
    },
    Worded {
        list: "signatories",
        texts: &["id", "capacity"],
        numbers: &[],
        flags: &["own"],
        first: false,
    },
    Worded {
        list: "identification",
        texts: &["id", "method", "on"],
        numbers: &[],
        flags: &[],
        first: false,
    },
    Worded {
        list: "powers",
        texts: &["id", "mandate", "power"],
        numbers: &[],
        flags: &["granted"],
        first: false,
    },
];

/// Every commitment that it names, where it has the keys and types of a manifest.
fn named(said: &Map<String, Value>) -> Option<BTreeSet<&str>> {
    let has = |object: &Map<String, Value>, keys: &[&str], is: fn(&Value) -> bool| {
        keys.iter().all(|key| object.get(*key).is_some_and(is))
    };
    let is_whole = said.get("v").and_then(Value::as_i64) == Some(1)
        && has(said, &["claim", "number", "party"], Value::is_string)
        && has(said, &["version", "sum_krw"], Value::is_i64);
    if !is_whole {
        return None;
    }
    let mut named = BTreeSet::new();
    for commitment in said.get("identity")?.as_object()?.values() {
        named.insert(commitment.as_str()?);
    }
    for worded in WORDED {
        let ones = match said.get(worded.list) {
            None if !worded.first => continue,
            ones => ones?.as_array()?,
        };
        for one in ones {
            let one = one.as_object()?;
            let is_worded = has(one, worded.texts, Value::is_string)
                && has(one, worded.numbers, Value::is_i64)
                && has(one, worded.flags, Value::is_boolean);
            if !is_worded || !signs(said, one) || !answers(one) {
                return None;
            }
            for commitment in one.get("commitments")?.as_object()?.values() {
                named.insert(commitment.as_str()?);
            }
        }
    }
    Some(named)
}

/// Whether the signatory of it, where it has one, is among those who sign.
fn signs(said: &Map<String, Value>, one: &Map<String, Value>) -> bool {
    match one.get("signatory") {
        None | Some(Value::Null) => true,
        Some(id) => id.is_string() && list(said, "signatories").any(|one| one["id"] == *id),
    }
}

/// Whether the powers in it, where it has some, are each yes or no.
fn answers(one: &Map<String, Value>) -> bool {
    match one.get("powers") {
        None | Some(Value::Null) => true,
        Some(powers) => powers
            .as_object()
            .is_some_and(|powers| powers.values().all(Value::is_boolean)),
    }
}

/// Whether every program writes it the same way: plain keys, and integers that none rounds.
fn is_plain_object(object: &Map<String, Value>) -> bool {
    let is_key = |key: &str| {
        key.starts_with(|first: char| first.is_ascii_lowercase())
            && key
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
    };
    object
        .iter()
        .all(|(key, value)| is_key(key) && is_plain(value))
}

fn is_plain(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => number
            .as_i64()
            .is_some_and(|number| number.unsigned_abs() <= LARGEST),
        Value::Array(list) => list.iter().all(is_plain),
        Value::Object(object) => is_plain_object(object),
    }
}
