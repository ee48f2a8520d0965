//! What a draft leaves out: forms send it as an empty text, and programs as null.

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;

/// Nothing where the text is empty.
pub fn or_none<'de, D, T>(input: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: serde::de::DeserializeOwned,
{
    let empty = |value: &Value| value.as_str().is_some_and(|text| text.trim().is_empty());
    let typed = Option::<Value>::deserialize(input)?.filter(|value| !empty(value));
    let value = typed.map(serde_json::from_value).transpose();
    value.map_err(Error::custom)
}

/// What stands for null.
pub fn or_default<'de, D, T>(input: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::deserialize(input)?.unwrap_or_default())
}
