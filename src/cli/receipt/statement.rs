//! What a verified receipt proves and what it does not, line by line in the words of a language.
//! web/verify/statement.js says the same.

mod signed;

use std::fmt::Write;

use chrono::{DateTime, FixedOffset, Utc};
use serde_json::Value;

use crate::audit::format::json;
use crate::audit::verify::receipt::Verified;
use crate::audit::verify::receipt::manifest::{self, Manifest};
use crate::audit::verify::receipt::text::Signed;
use crate::text::{Language, find, harmless, say};

/// Lines that stand below the one before.
const INDENTED: [&str; 9] = [
    "receipt-value",
    "receipt-line",
    "receipt-handed-in-",
    "receipt-signed-",
    "receipt-not-true",
    "receipt-not-later",
    "receipt-not-clock",
    "receipt-not-witnessed",
    "receipt-not-checked",
];
/// What is said of a manifest in a line of its own, or was said before.
const SAID: [&str; 15] = [
    "v",
    "claim",
    "case",
    "number",
    "version",
    "party",
    "identity",
    "businesses",
    "signatories",
    "identification",
    "losses",
    "sum_krw",
    "evidence",
    "consents",
    "powers",
];
/// Korea keeps one time all year.
const KOREA: i32 = 9 * 3600;

/// What was done, in the words of that language.
fn what(language: Language, verified: &Verified) -> String {
    let row = |key: &str| verified.row.get(key);
    let code = |key: &str| row(key).and_then(Value::as_str).unwrap_or_default();
    // the title that was signed says more than the code
    let title = verified.text.as_ref().filter(|text| text.names_title);
    let item = title.map_or_else(
        || named(language, "item", code("item")),
        |text| harmless(&text.text.title),
    );
    let kind = match verified.said("table") {
        "loss" => named(language, "head", code("kind")),
        _ => harmless(code("kind")),
    };
    let answer = match verified.said("table") {
        "power_statement" => "granted",
        _ => "agreed",
    };
    let key = match (
        verified.said("action"),
        verified.said("table"),
        row(answer).and_then(Value::as_bool),
    ) {
        ("claim.submit", "claim" | "manifest", _) => "claim-submit",
        ("claim.withdraw", "claim", _) => "claim-withdraw",
        ("consent.answer", "consent", Some(true)) => "consent-agreed",
        ("consent.answer", "consent", Some(false)) => "consent-refused",
        ("consent.paper", "consent", Some(true)) => "paper-agreed",
        ("consent.paper", "consent", Some(false)) => "paper-refused",
        ("consent.withdraw", "consent", _) => "consent-withdraw",
        ("power.state", "power_statement", Some(true)) => "power-given",
        ("power.state", "power_statement", Some(false)) => "power-taken",
        ("consent.reaffirm", "reaffirmation", _) => "consent-reaffirm",
        ("evidence.add", "evidence", _) => "evidence-add",
        ("evidence.replace", "evidence", _) => "evidence-replace",
        ("evidence.remove", "evidence", _) => "evidence-remove",
        ("loss.add", "loss", _) => "loss-add",
        ("loss.replace", "loss", _) => "loss-replace",
        _ => "other",
    };
    let said = |key: &str| harmless(verified.said(key));
    let args = [
        ("item", item),
        ("kind", kind),
        ("power", named(language, "power", code("power"))),
        ("action", said("action")),
        ("op", said("op")),
        ("table", said("table")),
    ];
    say(language, &format!("receipt-action-{key}"), &args)
}

/// A code in the words of that language, where it has some for it.
fn named(language: Language, of: &str, code: &str) -> String {
    find(language, &format!("receipt-{of}-{code}")).unwrap_or_else(|| harmless(code))
}

/// What was handed in, or a value of it, as it stands.
fn written(value: &Value) -> String {
    harmless(
        &value
            .as_str()
            .map_or_else(|| value.to_string(), String::from),
    )
}

/// An amount with commas between thousands.
fn grouped(krw: &Value) -> String {
    let digits = krw.as_i64().unwrap_or_default().to_string();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits.as_str()),
    };
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}")
}

/// What was signed: the statement of a consent or on a power; null where the receipt shows none.
fn signed(verified: &Verified) -> Value {
    let statement = verified.fields.get("statement");
    let statement = statement.and_then(|statement| json::object(statement.as_bytes()).ok());
    statement.map_or(Value::Null, Value::Object)
}

/// The name that was signed: in the statement, or that of the claim.
fn name(verified: &Verified, signed: &Value) -> Option<String> {
    let handed_in = verified.manifest.as_ref();
    let handed_in =
        handed_in.and_then(|manifest| signed::opened(manifest, &manifest.said["identity"]));
    let name = signed["signed_name"].as_str().or(handed_in);
    name.map(String::from)
        .or_else(|| verified.fields.get("name").cloned())
}

/// The entry's time in UTC and in Korea; as it stands where it is no time.
fn times(at: &str) -> (String, String) {
    let utc: Result<DateTime<Utc>, _> = at.parse();
    match (utc, FixedOffset::east_opt(KOREA)) {
        (Ok(utc), Some(korea)) => {
            let form = "%Y-%m-%d %H:%M:%S%.6f";
            (
                utc.format(form).to_string(),
                utc.with_timezone(&korea).format(form).to_string(),
            )
        }
        _ => (harmless(at), harmless(at)),
    }
}

/// A statement line by line. Whatever came from outside stands in it harmlessly.
struct Statement {
    language: Language,
    text: String,
}

impl Statement {
    fn line(&mut self, key: &str, args: &[(&'static str, String)]) {
        let indent = if INDENTED.iter().any(|start| key.starts_with(start)) {
            "  "
        } else {
            ""
        };
        // a String takes every line
        let _ = writeln!(self.text, "{indent}{}", say(self.language, key, args));
    }

    /// What was done, when, by whom, and what was written.
    fn proven(&mut self, verified: &Verified, signed: &Value) {
        let language = self.language;
        let said = |key: &str| harmless(verified.said(key));
        let (log, index, size) = (
            harmless(&verified.checkpoint.origin),
            verified.index.to_string(),
            verified.checkpoint.size.to_string(),
        );
        self.line(
            "receipt-holds",
            &[("log", log), ("index", index), ("size", size)],
        );
        self.line("receipt-key", &[("fingerprint", verified.key.clone())]);
        if !verified.before.is_empty() {
            let keys = verified.before.join(", ");
            self.line("receipt-key-before", &[("keys", keys)]);
        }
        self.line("receipt-done", &[("what", what(language, verified))]);
        let (utc, korea) = times(verified.said("at"));
        self.line("receipt-when", &[("utc", utc), ("korea", korea)]);
        let role = ("role", named(language, "role", verified.said("role")));
        match verified.said("actor") {
            "" => self.line("receipt-whom-none", &[role]),
            actor => self.line("receipt-whom", &[role, ("account", harmless(actor))]),
        }
        match name(verified, signed) {
            Some(name) => self.line("receipt-name", &[("name", harmless(&name))]),
            None => self.line("receipt-name-none", &[]),
        }
        match verified.row.get("number").and_then(Value::as_str) {
            Some(number) => self.line("receipt-number", &[("number", harmless(number))]),
            None => self.line("receipt-number-none", &[]),
        }
        self.line("receipt-claim", &[("claim", said("subject"))]);
    }

    /// The words that were signed, and the key of the log that they name.
    fn text(&mut self, signed: &Signed) {
        let text = &signed.text;
        let args = [
            ("title", harmless(&text.title)),
            ("language", harmless(&text.language)),
        ];
        let titled = match signed.names_title {
            true => "receipt-text",
            false => "receipt-text-untitled",
        };
        self.line(titled, &args);
        let body = text.body.strip_suffix('\n').unwrap_or(&text.body);
        for line in body.split('\n') {
            self.line("receipt-line", &[("line", harmless(line))]);
        }
        match signed.keys.split_first() {
            None => self.line("receipt-text-key-none", &[]),
            Some((_, [])) => self.line("receipt-text-key-same", &[]),
            Some((named, followed)) => self.line(
                "receipt-text-key-followed",
                &[("named", named.clone()), ("followed", followed.join(", "))],
            ),
        }
    }

    fn value(&mut self, name: &str, value: String) {
        self.line(
            "receipt-value",
            &[("name", harmless(name)), ("value", value)],
        );
    }

    fn values(&mut self, manifest: &Manifest, commitments: &Value) {
        for (field, value) in manifest.values(commitments) {
            self.value(field, harmless(value));
        }
    }

    /// What was handed in: who, what was lost, on which evidence, and what was agreed to by whom.
    fn manifest(&mut self, manifest: &Manifest) {
        let said = &manifest.said;
        self.line(
            "receipt-handed-in",
            &[("version", written(&said["version"]))],
        );
        for (name, value) in said {
            if !SAID.contains(&name.as_str()) {
                self.value(name, written(value));
            }
        }
        self.signing(manifest);
        self.businesses(manifest);
        self.losses(manifest);
        for file in manifest::list(said, "evidence") {
            let args = [
                ("kind", written(&file["kind"])),
                ("size", grouped(&file["size"])),
                ("sum", written(&file["sha256"])),
            ];
            self.line("receipt-handed-in-file", &args);
            self.values(manifest, &file["commitments"]);
        }
        for consent in manifest::list(said, "consents") {
            let answer = match consent["agreed"] == true {
                true => "receipt-handed-in-agreed",
                false => "receipt-handed-in-refused",
            };
            let args = [
                ("title", written(&consent["title"])),
                ("item", written(&consent["item"])),
                ("version", written(&consent["version"])),
                ("language", written(&consent["language"])),
                ("sum", written(&consent["text_sha256"])),
            ];
            self.line(answer, &args);
            self.answered(manifest, consent);
            self.values(manifest, &consent["commitments"]);
        }
        self.stated(manifest);
        if manifest.closed() > 0 {
            let count = manifest.closed().to_string();
            self.line("receipt-handed-in-closed", &[("count", count)]);
        }
    }

    fn losses(&mut self, manifest: &Manifest) {
        let (said, language) = (&manifest.said, self.language);
        for loss in manifest::list(said, "losses") {
            let code = |key: &str| loss[key].as_str().unwrap_or_default();
            let args = [
                ("head", named(language, "head", code("head"))),
                ("class", named(language, "class", code("class"))),
                ("krw", grouped(&loss["krw"])),
                ("from", written(&loss["from"])),
                ("until", written(&loss["until"])),
            ];
            self.line("receipt-handed-in-loss", &args);
            self.of_loss(loss);
            self.values(manifest, &loss["commitments"]);
        }
        let sum = grouped(&said["sum_krw"]);
        self.line("receipt-handed-in-sum", &[("krw", sum)]);
    }

    /// The sealed fields that the receipt opens, and the names of those that it does not.
    fn opened(&mut self, verified: &Verified) {
        // a manifest is said in words
        let said = |name: &str| verified.manifest.is_some() && name == "manifest";
        let fields = verified.fields.iter().filter(|(name, _)| !said(name));
        let opened = match fields.clone().next().is_none() {
            true => "receipt-opened-none",
            false => "receipt-opened",
        };
        self.line(opened, &[]);
        for (name, value) in fields {
            self.value(name, harmless(value));
        }
        if !verified.closed.is_empty() {
            let names = harmless(&verified.closed.join(", "));
            self.line("receipt-closed", &[("names", names)]);
        }
    }

    fn not_proven(&mut self, verified: &Verified) {
        let stamps = verified.time_stamps.len().to_string();
        // only the log's own signature was checked
        let unchecked = verified.note.signatures.len().saturating_sub(1).to_string();
        self.line("receipt-not-proven", &[]);
        self.line("receipt-not-true", &[]);
        self.line("receipt-not-later", &[]);
        self.line("receipt-not-clock", &[("stamps", stamps)]);
        self.line("receipt-not-witnessed", &[("signatures", unchecked)]);
        for name in &verified.not_checked {
            self.line("receipt-not-checked", &[("name", name.clone())]);
        }
    }
}

/// Everything that a receipt proves and what it does not.
pub(super) fn of(language: Language, verified: &Verified) -> String {
    let mut statement = Statement {
        language,
        text: String::new(),
    };
    let signed = signed(verified);
    statement.proven(verified, &signed);
    statement.signed(&signed);
    if let Some(text) = &verified.text {
        statement.text(text);
    }
    if let Some(manifest) = &verified.manifest {
        statement.manifest(manifest);
    }
    statement.opened(verified);
    statement.not_proven(verified);
    statement.text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_given_in_utc_and_in_korea() {
        let (utc, korea) = times("2026-12-31T18:15:04.000006Z");
        assert_eq!(
            (utc.as_str(), korea.as_str()),
            ("2026-12-31 18:15:04.000006", "2027-01-01 03:15:04.000006")
        );
        let odd = "2026-99-99T99:99:99.999999Z".to_string();
        assert_eq!(
            times(&odd),
            (odd.clone(), odd),
            "the form of an entry does not ask the calendar"
        );
    }
}
