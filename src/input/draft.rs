//! What a draft leaves out: forms send it as an empty text, and programs as null.

use serde::de::{Deserialize, Deserializer, IntoDeserializer};

/// Nothing where the text is empty.
pub fn or_none<'de, D, T>(input: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let text = Option::<String>::deserialize(input)?.filter(|text| !text.trim().is_empty());
    let value = text.map(|text| T::deserialize(text.into_deserializer()));
    value.transpose()
}

/// What stands for null.
pub fn or_default<'de, D, T>(input: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::deserialize(input)?.unwrap_or_default())
}
