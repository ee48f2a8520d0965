//! The program, the script and the page judge alike whatever is done to a receipt: 0 it holds, 1 it
//! does not, 2 nothing could be verified.

use std::collections::BTreeMap;
use std::process::Command;

use claimant_registry::audit::format::checkpoint::TlogProof;
use claimant_registry::audit::format::note::Vkey;
use claimant_registry::audit::verify::receipt::{self, Check, First, Opening, Verified};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::harness::verifiers::{SCRIPT, by_page, fed};
use crate::receipts::vectors::vectors;
use crate::receipts::{made, made_over};

const AT: &str = "2026-11-23T16:02:03.000004Z";

/// A file and the key it is verified with, as text.
pub type Case = (String, Vec<u8>, String);

fn ours(file: &[u8], vkey: &str) -> Result<Verified, Check> {
    let vkey = vkey.parse::<Vkey>().map_err(|_| Check::Form)?;
    receipt::verify(file, &vkey).map_err(|refusal| refusal.check)
}

fn receipts(cases: &[Case]) -> impl Iterator<Item = (&[u8], &str)> {
    cases
        .iter()
        .map(|(_, file, vkey)| (file.as_slice(), vkey.as_str()))
}

/// The exit code: 0 it holds, 1 it does not, 2 nothing could be verified.
fn code(found: &Result<Verified, Check>) -> u8 {
    match found {
        Ok(_) => 0,
        Err(Check::Form) => 2,
        Err(_) => 1,
    }
}

/// The page says the same as the program: the check that failed, or everything that is proven.
pub fn same_as_page(ours: &Result<Verified, Check>, page: &Value, what: &str) {
    let verdict = ["holds", "refused", "unverified"][usize::from(code(ours))];
    assert_eq!(page["verdict"], verdict, "the page: {what}: {page}");
    match ours {
        Err(check) => assert_eq!(page["check"], check.as_str(), "the page: {what}: {page}"),
        Ok(verified) => {
            let proven = verified.to_json();
            for fact in ["log", "key", "before", "size", "index", "entry", "fields"] {
                assert_eq!(page[fact], proven[fact], "the page: {what}");
            }
            assert_eq!(page["closed"], json!(verified.closed), "the page: {what}");
            for (fact, of_page) in [
                ("time_stamps", &page["timeStamps"]),
                ("not_checked", &page["notChecked"]),
                ("manifest", &page["manifest"]["said"]),
                ("opened", &page["manifest"]["opened"]),
            ] {
                assert_eq!(*of_page, proven[fact], "the page: {what}: {fact}");
            }
            for fact in ["language", "title", "body", "keys"] {
                assert_eq!(page["text"][fact], proven["text"][fact], "the page: {what}");
            }
        }
    }
}

/// Runs docs/verify.py over many receipts in one process.
const DRIVER: &str = "
import importlib.util, struct, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
verify = importlib.util.module_from_spec(spec); spec.loader.exec_module(verify)
data = sys.stdin.buffer
def part(): return data.read(struct.unpack('>I', head)[0])
while head := data.read(4):
    file = part(); head = data.read(4); vkey = part()
    try:
        verify.verify_receipt(file.decode(), vkey.decode().strip()); print(0)
    except verify.Refused: print(1)
    except Exception: print(2)
";

fn by_script(cases: &[Case]) -> Vec<u8> {
    let mut python = Command::new("python3");
    python.args(["-c", DRIVER, SCRIPT]);
    fed(python, receipts(cases))
        .lines()
        .map(|line| line.parse().expect("an exit code"))
        .collect()
}

/// The program, the script and the page say the same of every case; returns what.
pub fn alike(cases: &[Case]) -> Vec<u8> {
    let (script, page) = (by_script(cases), by_page(receipts(cases)));
    assert_eq!((script.len(), page.len()), (cases.len(), cases.len()));
    for (((what, file, vkey), script), page) in cases.iter().zip(&script).zip(&page) {
        let ours = ours(file, vkey);
        assert_eq!(code(&ours), *script, "the script: {what}");
        same_as_page(&ours, page, what);
    }
    script
}

/// The receipt with this text as its `extra`.
pub fn with(proof: &TlogProof, extra: &str) -> Vec<u8> {
    let extra = Some(extra.as_bytes().to_vec());
    let proof = TlogProof {
        extra,
        ..proof.clone()
    };
    proof.to_string().into_bytes()
}

/// `extra` of a good receipt as text.
pub fn extra_of(proof: &TlogProof) -> String {
    String::from_utf8(proof.extra.clone().expect("it has one")).expect("JSON")
}

/// What is done to `extra` as text, and what is said of it.
const EXTRAS: [(&str, &str, &str, u8); 24] = [
    ("nothing", "", "", 0),
    ("white space", "{\"entry\"", " { \"entry\"", 0),
    (
        "an entry twice",
        "{\"entry\":",
        "{\"entry\":\"\",\"entry\":",
        2,
    ),
    ("a row twice", "\"row\":", "\"row\":\"{}\",\"row\":", 2),
    (
        "an escaped row twice",
        "\"row\":",
        "\"r\\u006fw\":\"{}\",\"row\":",
        2,
    ),
    ("a salt twice", "\"salt\":", "\"salt\":\"\",\"salt\":", 2),
    (
        "fields twice",
        "\"fields\":",
        "\"fields\":{},\"fields\":",
        2,
    ),
    (
        "a field twice",
        "\"fields\":{",
        "\"fields\":{\"statement\":{\"salt\":\"abababababababababababababababab\",\"value\":\"someone else\"},",
        2,
    ),
    (
        "a value twice",
        "\"value\":",
        "\"value\":\"someone else\",\"value\":",
        2,
    ),
    (
        "a field more in a field",
        "\"value\":",
        "\"remark\":\"\",\"value\":",
        2,
    ),
    (
        "a key that is null",
        "{\"entry\"",
        "{\"key\":null,\"entry\"",
        2,
    ),
    (
        "a key that is a number",
        "{\"entry\"",
        "{\"key\":0,\"entry\"",
        2,
    ),
    ("another key", "{\"entry\"", "{\"key\":\"\",\"entry\"", 1),
    (
        "successions that are null",
        "{\"entry\"",
        "{\"successions\":null,\"entry\"",
        2,
    ),
    (
        "no successions",
        "{\"entry\"",
        "{\"successions\":[],\"entry\"",
        0,
    ),
    (
        "a succession that is none",
        "{\"entry\"",
        "{\"successions\":[\"\"],\"entry\"",
        2,
    ),
    (
        "successions in an object",
        "{\"entry\"",
        "{\"successions\":{},\"entry\"",
        2,
    ),
    ("stamps in a text", "[\"YSB0aW1lIHN0YW1w\"]", "\"\"", 2),
    ("stamps that are 0", "[\"YSB0aW1lIHN0YW1w\"]", "0", 2),
    (
        "a stamp that is null",
        "[\"YSB0aW1lIHN0YW1w\"]",
        "[null]",
        2,
    ),
    (
        "a stamp that is not base64 in its one form",
        "YSB0aW1lIHN0YW1w",
        "YSB0aW1lIHN0YW0=x",
        2,
    ),
    (
        "a key that objects of JavaScript have",
        "{\"entry\"",
        "{\"constructor\":\"\",\"entry\"",
        2,
    ),
    (
        "a field that objects of JavaScript have",
        "\"fields\":{",
        "\"fields\":{\"__proto__\":{\"salt\":\"abababababababababababababababab\",\"value\":\"no\"},",
        1,
    ),
    (
        "half of a surrogate pair",
        "{\"entry\"",
        "{\"\\ud800\":1,\"entry\"",
        2,
    ),
];

#[test]
fn whatever_is_done_to_the_extra_is_judged_alike() {
    let (good, signer) = made(&[("statement", "{\"signed_name\":\"김하늘\"}")]);
    let (text, vkey) = (extra_of(&good), signer.vkey().to_string());
    let mut cases: Vec<Case> = EXTRAS
        .iter()
        .map(|(what, from, to, _)| {
            assert!(text.contains(from), "{what}");
            let changed = text.replacen(from, to, 1);
            ((*what).into(), with(&good, &changed), vkey.clone())
        })
        .collect();
    let mut expected: Vec<u8> = EXTRAS.iter().map(|(.., code)| *code).collect();
    let extra: First = serde_json::from_str(&text).expect("ours");
    let list = |row: &str| serde_json::json!([extra.entry, extra.salt, row, {}]).to_string();
    for (what, changed) in [
        ("a list", list(&extra.row)),
        ("null", "null".into()),
        ("nothing at all", String::new()),
        ("two values", format!("{text}{text}")),
        ("a byte-order mark", format!("\u{feff}{text}")),
        ("NaN", text.replacen("\"row\":", "\"x\":NaN,\"row\":", 1)),
        (
            "a field as a list",
            text.replacen("{\"salt\":\"abab", "[\"salt\",\"abab", 1),
        ),
        (
            "fields as a list",
            format!(
                "{{\"entry\":{},\"salt\":\"{}\",\"row\":{},\"fields\":[]}}",
                serde_json::json!(extra.entry),
                extra.salt,
                serde_json::json!(extra.row)
            ),
        ),
    ] {
        cases.push((what.into(), with(&good, &changed), vkey.clone()));
        expected.push(2);
    }
    let said = alike(&cases);
    for ((what, ..), (said, expected)) in cases.iter().zip(said.iter().zip(&expected)) {
        assert_eq!(said, expected, "{what}");
    }
}

/// Row texts that a firm could commit to, and sign.
#[test]
fn a_row_that_two_programs_would_read_otherwise_proves_nothing() {
    let deep = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    let none = BTreeMap::new;
    let opened = || {
        let salt = "ab".repeat(16);
        let value = "x".to_string();
        BTreeMap::from([("name".to_string(), Opening { salt, value })])
    };
    let mut expected = Vec::new();
    let mut cases: Vec<Case> = Vec::new();
    for (row, fields, code) in [
        ("{}".to_string(), none(), 0),
        ("{\"commitments\":\"{}\"}".into(), none(), 0),
        ("{\"commitments\":\"{}\"}".into(), opened(), 1),
        ("{\"commitments\":null}".into(), none(), 1),
        ("{\"commitments\":{}}".into(), none(), 1),
        ("{\"commitments\":\"[]\"}".into(), none(), 1),
        ("{\"commitments\":\"\"}".into(), none(), 1),
        ("{\"commitments\":\"{\\\"name\\\":1}\"}".into(), none(), 1),
        (
            "{\"commitments\":\"{\\\"a\\\":\\\"\\\",\\\"a\\\":\\\"\\\"}\"}".into(),
            none(),
            1,
        ),
        ("{\"number\":\"A\",\"number\":\"B\"}".into(), none(), 1),
        ("[]".into(), none(), 1),
        ("not JSON".into(), none(), 1),
        ("{\"a\":NaN}".into(), none(), 1),
        ("{\"a\":1e999}".into(), none(), 1),
        (format!("{{\"a\":{}}}", "9".repeat(400)), none(), 1),
        (
            "{\"a\":1e3,\"b\":-0,\"c\":12345678901234567890}".into(),
            none(),
            0,
        ),
        // the largest number that floating point holds, and what is rounded to one above it
        (
            "{\"a\":1.7976931348623158e308,\"b\":17976931348623158e292}".into(),
            none(),
            0,
        ),
        ("{\"a\":1.7976931348623159e308}".into(), none(), 1),
        ("{\"a\":\"\\udc00\"}".into(), none(), 1),
        (deep(126), none(), 0),
        (deep(127), none(), 1),
        (deep(3_000), none(), 1),
    ] {
        let (proof, signer) = made_over(AT, row.clone(), fields);
        cases.push((
            row.chars().take(80).collect(),
            proof.to_string().into_bytes(),
            signer.vkey().to_string(),
        ));
        expected.push(code);
    }
    let said = alike(&cases);
    for ((row, ..), (said, expected)) in cases.iter().zip(said.iter().zip(&expected)) {
        assert_eq!(said, expected, "{row}");
    }
}

/// Bytes changed, taken out, doubled, and pieces of the file moved.
#[test]
fn any_damage_is_judged_alike() {
    let (first, signer) = made(&[("statement", "{\"signed_name\":\"김하늘\"}"), ("x", "y")]);
    let second = vectors().into_iter().map(|(_, (what, file, vkey))| {
        let file = String::from_utf8(file).expect("UTF-8");
        (what, TlogProof::parse(&file).expect("a proof"), vkey)
    });
    let second = second.filter(|(what, ..)| {
        what == "a manifest" || what == "a consent to words that name an older key"
    });
    let goods: Vec<_> = second
        .map(|(_, proof, vkey)| (proof, vkey))
        .chain([(first, signer.vkey().to_string())])
        .collect();
    assert_eq!(goods.len(), 3);
    let mut runner = TestRunner::deterministic();
    let damage = (0..100usize, 0..10_000usize, any::<u8>(), 0..4u8);
    let mut cases = Vec::new();
    for n in 0..1_200 {
        let (_, at, byte, kind) = damage.new_tree(&mut runner).expect("a value").current();
        let (good, vkey) = &goods[n / 2 % goods.len()];
        let (file, extra) = (good.to_string().into_bytes(), extra_of(good).into_bytes());
        // in the file as it lies there, or in the JSON inside of it
        let inner = n % 2 == 0;
        let mut bytes = if inner { extra } else { file };
        let at = at % bytes.len();
        match kind {
            0 => bytes[at] = byte,
            1 => bytes[at] ^= 1 << (byte % 8),
            2 => drop(bytes.remove(at)),
            _ => {
                let piece = bytes[at..(at + usize::from(byte)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
        let damaged = if inner {
            let extra = Some(bytes);
            let proof = TlogProof {
                extra,
                ..good.clone()
            };
            proof.to_string().into_bytes()
        } else {
            bytes
        };
        let what = format!("{n}: {kind} at {at}, {byte}, inner {inner}");
        cases.push((what, damaged, vkey.clone()));
    }
    let said = alike(&cases);
    assert!([1, 2].iter().all(|code| said.contains(code)));
}
