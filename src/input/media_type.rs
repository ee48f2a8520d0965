//! Media types of files.

use crate::error::Fault;
use crate::law;

/// What a browser says of a file, in lower case and without parameters; it says nothing of kinds
/// that it does not know, such as .hwp.
pub fn media_type(field: &str, typed: &str) -> Result<String, Fault> {
    let media = typed.split(';').next().unwrap_or_default();
    let media = media.trim().to_ascii_lowercase();
    if media.is_empty() {
        return Ok("application/octet-stream".into());
    }
    if !is_media_type(&media) {
        return Err(Fault::new(field, "media-type"));
    }
    if law::contains_resident_number(&media) {
        return Err(Fault::new(field, "resident-number"));
    }
    Ok(media)
}

/// `type/subtype` of the characters that RFC 6838 §4.2 allows.
fn is_media_type(text: &str) -> bool {
    let name = |part: &str| {
        (1..=127).contains(&part.len())
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
            && part.as_bytes()[0].is_ascii_alphanumeric()
    };
    text.split_once('/')
        .is_some_and(|(kind, subtype)| name(kind) && name(subtype))
}
