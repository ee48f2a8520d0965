//! Bad input: a clear error that names the field, in the user's language, and nothing half done.

mod fields;
mod requests;
mod states;

use serde_json::Value;

use crate::harness::caller::Answer;

fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.into(), code.into())]
}

/// The body with one value changed, at a path such as `/identity/phone`.
fn with(mut body: Value, at: &str, value: Value) -> Value {
    let (parent, key) = at.rsplit_once('/').expect("a path");
    body.pointer_mut(parent).expect("the parent is there")[key] = value;
    body
}

/// Refused with exactly that fault, as a problem document that does not repeat what was typed.
fn refused(answer: &Answer, field: &str, code: &str, typed: &Value) {
    assert_eq!(
        (answer.status, answer.faults()),
        (422, fault(field, code)),
        "{typed}: {}",
        answer.text()
    );
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    if let Some(typed) = typed.as_str().filter(|typed| typed.chars().count() > 3) {
        assert!(!answer.text().contains(typed), "the answer repeats {typed}");
    }
}

const RESIDENT: &str = "제 번호는 900101-1234568 입니다";
