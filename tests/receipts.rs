//! Receipts: what a claimant keeps, checked without the registry; and everything that must not pass
//! for one.

mod alike;
mod handed_in;
mod kept;
mod keys;
mod printed;
mod refused;
mod saved;
mod second;
mod signed;
mod statements;
mod vectors;

use std::collections::BTreeMap;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claimant_registry::audit::format::checkpoint::{Checkpoint, TlogProof};
use claimant_registry::audit::format::entry::{self, Change};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Kind, Signer, Vkey};
use claimant_registry::audit::verify::page;
use claimant_registry::audit::verify::receipt::{First, Opening};
use claimant_registry::text::Language;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::answer_body;
use crate::harness::server::App;
use crate::harness::{eventually, verifiers};

/// Within which a receipt is ready after the change.
const SOON: Duration = Duration::from_secs(2);

/// The receipts of a claim, the oldest first.
pub fn receipts_of(caller: &Caller, claim: &str) -> Vec<Value> {
    caller
        .get(&format!("/api/v1/claims/{claim}/receipts"))
        .json()
        .as_array()
        .expect("a list")
        .clone()
}

/// Asks for a receipt until it is there; what comes before sends the caller to the same place
/// again.
fn ready(caller: &Caller, claim: &str, id: &Value, since: Instant) -> Answer {
    let path = format!("/api/v1/claims/{claim}/receipts/{id}");
    let answer = eventually(|| {
        let answer = caller.get(&path);
        if answer.status == 200 {
            return Some(answer);
        }
        assert_eq!(
            (
                answer.status,
                &answer.headers["location"],
                answer.headers["retry-after"].as_str()
            ),
            (202, &path, "1")
        );
        None
    });
    assert!(since.elapsed() <= SOON, "{path} took {:?}", since.elapsed());
    answer
}

/// Receipt files in a directory of their own, where nothing else is.
pub struct Desk(tempfile::TempDir);

impl Desk {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary directory"))
    }

    /// Runs the program on that file with nothing around it: no settings, no database, no network
    /// address.
    fn verify(&self, file: &[u8], vkey: &Vkey, args: &[&str]) -> Output {
        self.run(verifiers::program(), file, vkey, args)
    }

    fn run(&self, mut verifier: Command, file: &[u8], vkey: &Vkey, args: &[&str]) -> Output {
        let path = self.0.path().join("receipt.tlog-proof");
        std::fs::write(&path, file).expect("writable");
        verifier
            .arg("receipt")
            .arg(&path)
            .args(["--vkey", &vkey.to_string()])
            .args(args)
            .current_dir(self.0.path())
            .output()
            .expect("it starts")
    }

    /// The script's exit code and what it prints, of the same file.
    pub fn script(&self, file: &[u8], vkey: &Vkey, args: &[&str]) -> (Option<i32>, String) {
        let output = self.run(verifiers::script(), file, vkey, args);
        (
            output.status.code(),
            String::from_utf8(output.stdout).expect("it prints UTF-8"),
        )
    }

    /// As [`Desk::verify`], for what it prints and its exit code.
    pub fn said(&self, file: &[u8], vkey: &Vkey, args: &[&str]) -> (Option<i32>, String) {
        let output = self.verify(file, vkey, args);
        (
            output.status.code(),
            String::from_utf8(output.stdout).expect("it prints UTF-8"),
        )
    }

    /// What the page shows of the same file; the file holds.
    fn page(&self, file: &[u8], vkey: &Vkey, language: &str) -> String {
        let words = self.0.path().join("words.json");
        std::fs::write(&words, page::words(Language::ALL).to_string()).expect("writable");
        let mut node = Command::new("node");
        node.arg(verifiers::PAGE).arg(words).arg(language);
        let said = verifiers::fed(node, std::iter::once((file, &vkey.to_string()[..])));
        serde_json::from_str(&said).expect("a statement")
    }

    /// What it proves, as the program and the script say alike.
    pub fn proven(&self, file: &[u8], vkey: &Vkey) -> Value {
        let (code, said) = self.said(file, vkey, &["--json"]);
        assert_eq!(code, Some(0), "{said}");
        let proven: Value = serde_json::from_str(&said).expect("it prints JSON");
        let (code, said) = self.script(file, vkey, &["--json"]);
        assert_eq!(
            (code, serde_json::from_str(&said).ok()),
            (Some(0), Some(proven.clone())),
            "the script: {said}"
        );
        proven
    }
}

/// Lets a claimant do everything that has a receipt; returns the claim and each receipt.
pub fn everything(app: &App, caller: &Caller) -> (String, Vec<(Value, Answer)>) {
    let claim = caller.draft();
    let answer = answer_body(&caller.consent_text("privacy_optional"), true, "김하늘");
    let path = |what: &str| format!("/api/v1/claims/{claim}/{what}");
    let mut fetched = Vec::new();
    let mut optional = String::new();
    for step in ["consents", "submission", "taking back", "withdrawal"] {
        let since = Instant::now();
        let done = match step {
            "consents" => caller.post(&path(step), answer.clone()),
            "taking back" => caller.post(
                &format!("/api/v1/consents/{optional}/withdrawal"),
                json!({}),
            ),
            _ => caller.post(&path(step), json!({})),
        };
        assert_eq!(
            done.headers["link"],
            format!("<{}>; rel=\"receipt\"", path("receipts")),
            "{step}: {}",
            done.text()
        );
        if step == "consents" {
            optional = done.id();
        }
        let listed = receipts_of(caller, &claim).pop().expect("there is one");
        fetched.push((listed.clone(), ready(caller, &claim, &listed["id"], since)));
    }
    app.published(app.database.intact());
    (claim, fetched)
}

/// A receipt of a log with three entries that is made here, with these sealed values.
pub fn made(fields: &[(&str, &str)]) -> (TlogProof, Signer) {
    made_at("2026-11-23T16:02:03.000004Z", fields)
}

/// As [`made`], with this time in the entry.
fn made_at(at: &str, fields: &[(&str, &str)]) -> (TlogProof, Signer) {
    let salt = "ab".repeat(16);
    let digest = |value: &str| {
        hex(&Sha256::new()
            .chain_update([0xab; 16])
            .chain_update(value)
            .finalize())
    };
    let commitments: serde_json::Map<String, Value> = fields
        .iter()
        .map(|(name, value)| ((*name).into(), digest(value).into()))
        .chain([("note".into(), digest("no").into())])
        .collect();
    let row = json!({"id": "0193", "number": "KKO-000123-X", "agreed": true, "item": "mandate", "commitments": Value::from(commitments).to_string()});
    let fields = fields
        .iter()
        .map(|(name, value)| {
            let opening = Opening {
                salt: salt.clone(),
                value: (*value).into(),
            };
            ((*name).into(), opening)
        })
        .collect();
    made_over(at, row.to_string(), fields)
}

/// As [`made_at`], over this row text and with these openings of its fields: a receipt of the first
/// version.
fn made_over(at: &str, row: String, fields: BTreeMap<String, Opening>) -> (TlogProof, Signer) {
    let line = entry_of(at, "consent.answer", "consent", &row);
    let (time_stamps, successions) = (vec![BASE64.encode(b"a time stamp")], Vec::new());
    let extra = First {
        entry: line.clone(),
        salt: "cd".repeat(32),
        row,
        fields,
        key: None,
        time_stamps,
        successions,
    };
    let extra = serde_json::to_vec(&extra).expect("it serialises");
    proof_of(&line, extra, [7; 32])
}

/// The entry of a claimant over this row text, numbered 1.
fn entry_of(at: &str, action: &str, table: &str, row: &str) -> String {
    let salted = Sha256::new().chain_update([0xcd; 32]).chain_update(row);
    let change = Change {
        tx: 7,
        at: "2026-11-23T16:02:03.000004Z".parse().expect("a time"),
        actor: "0193".into(),
        role: "claimant".into(),
        action: action.into(),
        request: String::new(),
        case: String::new(),
        subject: "0194".into(),
        table: table.into(),
        op: "INSERT".into(),
        key: "0193".into(),
        row: Some(salted.finalize().to_vec()),
    };
    let line = change.line("example.kr/log", 1, &[7; 32]);
    line.replace("2026-11-23T16:02:03.000004Z", at)
}

/// A proof of that entry in a log of three, signed by the key of that seed.
fn proof_of(line: &str, extra: Vec<u8>, seed: [u8; 32]) -> (TlogProof, Signer) {
    let leaves = [[1; 32], entry::hash(line.as_bytes()), [2; 32]];
    let signer = Signer::new("example.kr/log", Kind::Ed25519, &seed).expect("a key");
    let checkpoint = Checkpoint {
        origin: "example.kr/log".into(),
        size: 3,
        root: merkle::root(&leaves),
    }
    .to_string();
    let witness = Signer::new("witness.example.com", Kind::Cosignature, &[8; 32]).expect("a key");
    let note = format!(
        "{}{}",
        signer.note(&checkpoint),
        witness.sign(&checkpoint, 1_700_000_000)
    );
    (
        TlogProof {
            extra: Some(extra),
            index: 1,
            proof: vec![leaves[0], leaves[2]],
            checkpoint: note,
        },
        signer,
    )
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
