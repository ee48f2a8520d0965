//! The words that were signed: whether a statement names them, and which key of the log they name
//! in turn. Pure.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::extra::Text;
use crate::audit::format::json;
use crate::audit::format::note::{Succession, Vkey};

/// A text that a signed statement names.
#[derive(Debug, PartialEq, Eq)]
pub struct Signed {
    /// The text.
    pub text: Text,
    /// Whether the statement names the title as well: those of the first kind did not.
    pub names_title: bool,
    /// Fingerprints of the key that the text names and of those that followed it, up to the one
    /// that signed the checkpoint; none where the text names no key.
    pub keys: Vec<String>,
}

/// Holds a text against the statement that was signed and the key that signed the checkpoint.
///
/// # Errors
/// Says what does not fit.
pub fn check(
    text: Text,
    statement: Option<&str>,
    successions: &[Succession],
    signer: &Vkey,
) -> Result<Signed, String> {
    let statement =
        statement.ok_or("the receipt does not show the statement that names the text")?;
    let statement: Map<String, Value> = json::object(statement.as_bytes())?;
    let named = |key: &str| statement.get(key).and_then(Value::as_str);
    if named("text_sha256") != Some(&hex::encode(Sha256::digest(&text.body))) {
        return Err("the statement names another text".into());
    }
    if named("language") != Some(&text.language) {
        return Err("the statement names another language".into());
    }
    let names_title = statement.contains_key("title");
    if names_title && named("title") != Some(&text.title) {
        return Err("the statement names another title".into());
    }
    Ok(Signed {
        keys: keys(&text.body, successions, signer)?,
        text,
        names_title,
    })
}

/// The fingerprint that the text ends in, if it does: a text is published with the log's key below
/// it.
pub fn named_key(body: &str) -> Option<&str> {
    let last = body
        .strip_suffix('\n')
        .unwrap_or(body)
        .rsplit('\n')
        .next()?;
    super::is_hex(last, 32).then_some(last)
}

fn keys(body: &str, successions: &[Succession], signer: &Vkey) -> Result<Vec<String>, String> {
    let Some(named) = named_key(body) else {
        return Ok(Vec::new());
    };
    if named == signer.fingerprint() {
        return Ok(vec![named.into()]);
    }
    let mut older = successions.iter().map(Succession::old);
    let first = older
        .find(|older| older.fingerprint() == named)
        .ok_or("nothing leads from the key that the text names to the one that signed")?;
    let keys = super::follow(first, successions)?;
    if keys.last() != Some(signer) {
        return Err(
            "the key that the text names leads to another one than the one that signed".into(),
        );
    }
    Ok(keys.iter().map(Vkey::fingerprint).collect())
}
