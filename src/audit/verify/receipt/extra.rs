//! What a receipt adds to its proof, of the first version and of the second, read as two programs
//! cannot read it differently ("Receipts" in docs/audit-log.md). Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::audit::format::json;

/// Most bytes of the second version.
const LONGEST: usize = 16 << 20;
/// Most parts.
const MOST_PARTS: usize = 32;
/// Longest name of a part.
const LONGEST_NAME: usize = 40;
/// Most fields, successions and time stamps.
const MOST: usize = 64;
/// Most openings of a manifest.
const MOST_OPENINGS: usize = 10_000;

/// The entry with its contents, and the parts that go with it: the second version.
#[derive(Serialize, Deserialize, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// 2.
    pub v: u8,
    /// The entry's line, without its line feed.
    pub entry: String,
    /// Salt of the row's commitment, 64 hexadecimal digits.
    pub salt: String,
    /// The row text.
    pub row: String,
    /// The row's sealed fields.
    pub fields: BTreeMap<String, Opening>,
    /// What else it brings.
    pub parts: Parts,
}

/// What opens a commitment.
#[derive(Serialize, Deserialize, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// 32 hexadecimal digits.
    pub salt: String,
    /// The value.
    pub value: String,
}

/// The parts of a receipt, by their names; each may be left out.
#[derive(Serialize, Deserialize, Default, Debug, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub struct Parts {
    /// Fingerprint of the key that signed the checkpoint, for readers to compare with one that
    /// reached them another way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The statements that lead from the log's first key to the one that signed, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successions: Vec<String>,
    /// RFC 3161 responses over the checkpoint's three lines, in base64.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_stamps: Vec<String>,
    /// The words that were signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// What opens commitments that a manifest names, by commitment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manifest: Option<BTreeMap<String, Opening>>,
    /// Parts that this program does not know: it says so of each, by its name.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, Value>,
}

/// A text as it was shown to whoever signed.
#[derive(Clone, Serialize, Deserialize, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Its language.
    pub language: String,
    /// What stands above it.
    pub title: String,
    /// The words whose SHA-256 the signed statement names.
    pub body: String,
}

/// The first version, which is not made any more. Unknown keys are refused: what this program
/// cannot show must not seem proven.
#[derive(Serialize, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct First {
    /// As in the second version, and so on.
    pub entry: String,
    pub salt: String,
    pub row: String,
    pub fields: BTreeMap<String, Opening>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_stamps: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successions: Vec<String>,
}

impl From<First> for Extra {
    fn from(first: First) -> Self {
        Self {
            v: 1,
            entry: first.entry,
            salt: first.salt,
            row: first.row,
            fields: first.fields,
            parts: Parts {
                key: first.key,
                successions: first.successions,
                time_stamps: first.time_stamps,
                ..Parts::default()
            },
        }
    }
}

/// Reads it. A list in place of an object, a key twice, and null in place of what may be left out
/// would be read by one program and refused by another.
///
/// # Errors
/// Says what does not have the form.
pub fn read(bytes: &[u8]) -> Result<Extra, String> {
    let mut extra = json::object(bytes)?;
    objects(extra.get("fields"), "a field")?;
    if extra.values().any(Value::is_null) {
        return Err("what is not there is left out, never null".into());
    }
    let Some(version) = extra.get_mut("v") else {
        let first = serde_json::from_value::<First>(Value::Object(extra));
        return first.map(Into::into).map_err(|error| error.to_string());
    };
    // 2.0 is the same number, and programs that keep numbers as floating point see no difference
    if version.as_f64() != Some(2.0) {
        return Err("this version of a receipt is not known here".into());
    }
    *version = 2.into();
    if bytes.len() > LONGEST {
        return Err(format!("it has more than {LONGEST} bytes"));
    }
    let parts = extra.get("parts").and_then(Value::as_object);
    check_parts(parts.ok_or("`parts` is an object")?)?;
    let extra: Extra =
        serde_json::from_value(Value::Object(extra)).map_err(|error| error.to_string())?;
    let Parts {
        successions,
        time_stamps,
        manifest,
        ..
    } = &extra.parts;
    let openings = manifest.as_ref().map_or(0, BTreeMap::len);
    if [extra.fields.len(), successions.len(), time_stamps.len()]
        .iter()
        .any(|count| *count > MOST)
        || openings > MOST_OPENINGS
    {
        return Err("it holds more than a receipt can".into());
    }
    Ok(extra)
}

/// Demands an object of objects.
fn objects(value: Option<&Value>, what: &str) -> Result<(), String> {
    match value.and_then(Value::as_object) {
        Some(object) if object.values().all(Value::is_object) => Ok(()),
        _ => Err(format!("{what} is an object of its own")),
    }
}

fn check_parts(parts: &Map<String, Value>) -> Result<(), String> {
    let is_name = |name: &str| {
        (1..=LONGEST_NAME).contains(&name.len())
            && name
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    if parts.len() > MOST_PARTS || !parts.keys().all(|name| is_name(name)) {
        return Err(format!(
            "at most {MOST_PARTS} parts, each under a name of a-z, 0-9 and hyphens"
        ));
    }
    if parts.values().any(Value::is_null) {
        return Err("a part that is not there is left out, never null".into());
    }
    if parts.get("text").is_some_and(|text| !text.is_object()) {
        return Err("a text is an object".into());
    }
    match parts.get("manifest") {
        None => Ok(()),
        manifest => objects(manifest, "an opening"),
    }
}
