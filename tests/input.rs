//! Bad input: a clear error that names the field, in the user's language, and nothing half done.

mod dates;
mod emails;
mod fields;
mod files;
mod names;
mod notes;
mod numbers;
mod phones;
mod requests;
mod residents;
mod states;

use serde_json::{Value, json};

use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::claim_body;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

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

/// What is typed, the stored form or the code of the refusal, and why. A field that is left out has
/// the stored form "".
type Row<'r> = (&'r str, Result<&'r str, &'r str>, &'r str);

/// Tries every row: `try_it` gives what was kept, or the code.
fn hold(rows: &[Row], try_it: impl Fn(&str) -> Result<Value, String>) {
    for (typed, expected, why) in rows {
        let kept = try_it(typed);
        let kept = kept.as_ref().map(|kept| kept.as_str().unwrap_or_default());
        let kept = kept.map_err(String::as_str);
        assert_eq!(kept, *expected, "{typed:?}: {why}");
    }
}

/// A draft into which values are written one after the other.
struct Draft {
    claimant: Caller,
    claim: String,
}

impl Draft {
    fn begun(app: &App) -> Self {
        let claimant = app.claimant("merchant@example.com");
        let body = json!({"party": "person"});
        let claim = claimant
            .post(&format!("/api/v1/cases/{CASE}/claims"), body)
            .id();
        Self { claimant, claim }
    }

    fn seen(&self) -> Value {
        self.claimant
            .get(&format!("/api/v1/claims/{}", self.claim))
            .json()
    }

    fn put(&self, body: &Value) -> Answer {
        let version = format!("\"{}\"", self.seen()["version"]);
        let path = format!("/api/v1/claims/{}", self.claim);
        let headers = [("if-match", version.as_str())];
        self.claimant.json("PUT", &path, &headers, body.clone())
    }

    /// What is kept of a field of the identity, or the code of its refusal.
    fn identity(&self, field: &str, typed: &str) -> Result<Value, String> {
        let body = with(claim_body(), &format!("/identity/{field}"), json!(typed));
        kept(&self.put(&body), &format!("identity.{field}"), typed)?;
        Ok(self.seen()["identity"][field].clone())
    }

    /// What is kept of a field of the one business, or the code of its refusal.
    fn business(&self, field: &str, typed: &str) -> Result<Value, String> {
        let body = with(
            claim_body(),
            &format!("/businesses/0/{field}"),
            json!(typed),
        );
        kept(&self.put(&body), &format!("businesses[0].{field}"), typed)?;
        Ok(self.seen()["businesses"][0][field].clone())
    }

    /// What is kept of the field of a loss or file that is added with that body, or the code of its
    /// refusal.
    fn added(&self, list: &str, body: Value, field: &str) -> Result<Value, String> {
        let path = format!("/api/v1/claims/{}/{list}", self.claim);
        let typed = body[field].as_str().unwrap_or_default().to_string();
        let answer = self.claimant.post(&path, body);
        kept(&answer, field, &typed)?;
        let (id, all) = (answer.id(), self.claimant.get(&path).json());
        let added = all.as_array().expect("a list").iter();
        let added = added.clone().find(|one| one["id"] == *id);
        Ok(added.expect("it is listed")[field].clone())
    }
}

/// Whether it was kept; else the code of the one fault, which is that field's and repeats nothing.
fn kept(answer: &Answer, field: &str, typed: &str) -> Result<(), String> {
    if answer.status < 300 {
        return Ok(());
    }
    let faults = answer.faults();
    let said = answer.text();
    assert_eq!((answer.status, faults.len()), (422, 1), "{typed:?}: {said}");
    assert_eq!(faults[0].0, field, "{typed:?}: {said}");
    // a short one can stand in the example of the right form
    let long = typed.chars().count() > 12;
    assert!(!long || !said.contains(typed), "the answer repeats {typed}");
    Err(faults[0].1.clone())
}
