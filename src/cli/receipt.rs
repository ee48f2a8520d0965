//! `verify receipt`: holds a receipt against the log's key, offline, and says in plain words what
//! it proves.

mod statement;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use crate::audit::format::note::Vkey;
use crate::audit::verify::input;
use crate::audit::verify::receipt::{self, Check, Refusal};
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

/// Exit codes: 0 it holds, 1 it does not, 2 it could not be verified.
///
/// # Errors
/// `Operator` where the file cannot be read.
pub fn verify(args: &Receipt) -> Result<ExitCode, Error> {
    let file = input::read(&args.file).map_err(Error::of_file(&args.file))?;
    let language = args.language.language();
    match receipt::verify(&file, &args.vkey) {
        Ok(verified) if args.json => out::line(harmless(&verified.to_json().to_string()))?,
        Ok(verified) => out::text(statement::of(language, &verified))?,
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
