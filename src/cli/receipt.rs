//! `verify receipt`: holds a receipt against the log's key, offline, and says in plain words what
//! it proves.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, Utc};
use clap::Args;
use serde_json::{Value, json};

use crate::audit::format::json;
use crate::audit::format::note::Vkey;
use crate::audit::verify::input;
use crate::audit::verify::receipt::{self, Check, Refusal, Verified};
use crate::cli::out;
use crate::config::LanguageSettings;
use crate::error::Error;
use crate::text::{Language, harmless, say};

/// `verify receipt`.
#[derive(Args)]
pub struct Receipt {
    /// The receipt, a .tlog-proof file; `-` is standard input
    file: PathBuf,
    /// The log's first key, NAME+ID+KEY, or any up to the one that signed the receipt: those after
    /// it do not lead back
    #[arg(long)]
    vkey: Vkey,
    #[command(flatten)]
    language: LanguageSettings,
    /// Print what is proven as JSON
    #[arg(long)]
    json: bool,
}

/// Lines that stand below the one before.
const INDENTED: [&str; 5] = [
    "receipt-value",
    "receipt-not-true",
    "receipt-not-later",
    "receipt-not-clock",
    "receipt-not-witnessed",
];
/// Korea keeps one time all year.
const KOREA: i32 = 9 * 3600;

/// Exit codes: 0 it holds, 1 it does not, 2 it could not be verified.
///
/// # Errors
/// `Operator` where the file cannot be read.
pub fn verify(args: &Receipt) -> Result<ExitCode, Error> {
    let file = input::read(&args.file).map_err(Error::of_file(&args.file))?;
    let language = args.language.language();
    match receipt::verify(&file, &args.vkey) {
        Ok(verified) if args.json => out::line(harmless(&verified.to_json().to_string()))?,
        Ok(verified) => out::text(statement(language, &verified))?,
        Err(refusal) => return refuse(language, args.json, &refusal),
    }
    Ok(ExitCode::SUCCESS)
}

fn refuse(language: Language, json: bool, refusal: &Refusal) -> Result<ExitCode, Error> {
    let unverified = refusal.check == Check::Form;
    let verdict = if unverified { "unverified" } else { "refused" };
    if json {
        let report =
            json!({"verdict": verdict, "check": refusal.check.as_str(), "what": refusal.what});
        out::line(harmless(&report.to_string()))?;
    } else {
        let reason = say(
            language,
            &format!("receipt-check-{}", refusal.check.as_str()),
            &[],
        );
        out::line(format_args!(
            "{}",
            say(
                language,
                &format!("receipt-{verdict}"),
                &[("reason", reason)]
            )
        ))?;
        out::line(format_args!(
            "{}",
            say(
                language,
                "receipt-detail",
                &[("what", harmless(&refusal.what))]
            )
        ))?;
    }
    Ok(ExitCode::from(if unverified { 2 } else { 1 }))
}

/// What was done, in the words of that language.
fn what(language: Language, verified: &Verified) -> String {
    let row = |key: &str| verified.row.get(key);
    let item = row("item").and_then(Value::as_str).unwrap_or_default();
    let named = match item {
        "participation" | "mandate" | "privacy_required" | "privacy_optional" | "third_party" => {
            say(language, &format!("receipt-item-{item}"), &[])
        }
        other => harmless(other),
    };
    let key = match (
        verified.said("action"),
        verified.said("table"),
        row("agreed").and_then(Value::as_bool),
    ) {
        ("claim.submit", "claim", _) => "claim-submit",
        ("claim.withdraw", "claim", _) => "claim-withdraw",
        ("consent.answer", "consent", Some(true)) => "consent-agreed",
        ("consent.answer", "consent", Some(false)) => "consent-refused",
        ("consent.withdraw", "consent", _) => "consent-withdraw",
        _ => "other",
    };
    let said = |key: &str| harmless(verified.said(key));
    let args = [
        ("item", named),
        ("action", said("action")),
        ("op", said("op")),
        ("table", said("table")),
    ];
    say(language, &format!("receipt-action-{key}"), &args)
}

/// The name that was signed: in the statement of a consent, or that of the claim.
fn name(verified: &Verified) -> Option<String> {
    let statement = verified
        .fields
        .get("statement")
        .and_then(|statement| json::object(statement.as_bytes()).ok());
    let signed = statement.and_then(|statement| {
        statement
            .get("signed_name")
            .and_then(Value::as_str)
            .map(String::from)
    });
    signed.or_else(|| verified.fields.get("name").cloned())
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
    fn proven(&mut self, verified: &Verified) {
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
        self.line("receipt-done", &[("what", what(language, verified))]);
        let (utc, korea) = times(verified.said("at"));
        self.line("receipt-when", &[("utc", utc), ("korea", korea)]);
        let role = if verified.said("role") == "claimant" {
            say(language, "receipt-role-claimant", &[])
        } else {
            said("role")
        };
        self.line(
            "receipt-whom",
            &[("role", role), ("account", said("actor"))],
        );
        match name(verified) {
            Some(name) => self.line("receipt-name", &[("name", harmless(&name))]),
            None => self.line("receipt-name-none", &[]),
        }
        match verified.row.get("number").and_then(Value::as_str) {
            Some(number) => self.line("receipt-number", &[("number", harmless(number))]),
            None => self.line("receipt-number-none", &[]),
        }
        self.line("receipt-claim", &[("claim", said("subject"))]);
    }

    /// The sealed fields that the receipt opens, and the names of those that it does not.
    fn opened(&mut self, verified: &Verified) {
        let opened = match verified.fields.is_empty() {
            true => "receipt-opened-none",
            false => "receipt-opened",
        };
        self.line(opened, &[]);
        for (name, value) in &verified.fields {
            self.line(
                "receipt-value",
                &[("name", harmless(name)), ("value", harmless(value))],
            );
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
    }
}

/// Everything that a receipt proves and what it does not.
fn statement(language: Language, verified: &Verified) -> String {
    let mut statement = Statement {
        language,
        text: String::new(),
    };
    statement.proven(verified);
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
