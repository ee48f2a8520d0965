//! What serde says of a value, as a fault of its field in our own words: serde's quote the value.

use serde_path_to_error::{Path, Segment};

use crate::error::Fault;
use crate::input::Time;

/// The fault of the field at that path, or of the one that the message names.
pub fn of(path: &Path, message: &str) -> Fault {
    let path = &place(path);
    if let Some(field) = named(path, message, "unknown field `") {
        return Fault::new(field, "unknown-field").with("known", listed(message));
    }
    if let Some(field) = named(path, message, "missing field `") {
        return Fault::new(field, "missing");
    }
    if let Some(field) = named(path, message, "duplicate field `") {
        return Fault::new(field, "twice");
    }
    // "invalid type: …, expected i64": what stands before the end may quote the value
    let expected = message.rsplit("expected ").next().unwrap_or_default();
    if message.starts_with("unknown variant") || expected.starts_with("one of `") {
        return Fault::new(path, "unknown-value").with("known", listed(message));
    }
    Fault::new(path, code(message, expected))
}

fn code(message: &str, expected: &str) -> &'static str {
    if message.starts_with("UUID parsing failed") {
        return "id";
    }
    if message.starts_with(Time::OUT_OF_RANGE) {
        return "time-range";
    }
    // how a query's texts fail to be numbers, each with the start of what the standard library says
    let no_number = [
        "invalid digit",
        "number too ",
        "cannot parse integer",
        "invalid value: integer",
    ];
    if no_number.iter().any(|start| message.starts_with(start)) {
        return "whole-number";
    }
    match expected.split(' ').next().unwrap_or_default() {
        "i16" | "i32" | "i64" | "u16" | "u32" | "u64" | "usize" => "whole-number",
        "struct" => "object",
        "a" if expected.starts_with("a string") => "text",
        "a" if expected.starts_with("a boolean") => "yes-or-no",
        "a" if expected.starts_with("a sequence") => "list",
        "a" if expected.starts_with("a UUID") => "id",
        "a" if expected.starts_with("a time") => "timestamp",
        _ => "wrong-type",
    }
}

/// The path as an answer shows it. Names are the client's where nothing knows them: such a name is
/// shown only where it looks like one.
fn place(path: &Path) -> String {
    let mut place = String::new();
    for segment in path.iter() {
        let name = match segment {
            Segment::Seq { index } => {
                place.push_str(&format!("[{index}]"));
                continue;
            }
            Segment::Map { key } | Segment::Enum { variant: key } => shown(key),
            Segment::Unknown => continue,
        };
        if !place.is_empty() {
            place.push('.');
        }
        place.push_str(name);
    }
    place
}

fn shown(name: &str) -> &str {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let looks = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.len() <= 40
        && name.bytes().all(plain);
    if looks { name } else { "?" }
}

/// The field that a message names after these words.
fn named(path: &str, message: &str, words: &str) -> Option<String> {
    let name = shown(message.strip_prefix(words)?.split('`').next()?);
    Some(match path {
        "" => name.to_string(),
        _ if path == name || path.ends_with(&format!(".{name}")) => path.to_string(),
        _ => format!("{path}.{name}"),
    })
}

/// The names in "expected `a` or `b`" and "expected one of `a`, `b`", which are the same in every
/// language.
fn listed(message: &str) -> String {
    let known = message.rsplit("expected ").next().unwrap_or_default();
    let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    known.join(", ")
}
