//! Receipts: what a claimant keeps, checked without the registry; and everything that must not pass for one.

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claimant_registry::audit::format::checkpoint::{Checkpoint, TlogProof};
use claimant_registry::audit::format::entry::{self, Change};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Kind, Note, Signer, Vkey};
use claimant_registry::audit::verify::receipt::{self, Check, Extra, Opening};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::caller::{Answer, Caller};
use crate::harness::cluster::{CASE, PROGRAM};
use crate::harness::server::App;
use crate::harness::verifiers;

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

/// Asks for a receipt until it is there; what comes before sends the caller to the same place again.
fn ready(caller: &Caller, claim: &str, id: &Value, since: Instant) -> Answer {
    let path = format!("/api/v1/claims/{claim}/receipts/{id}");
    loop {
        let answer = caller.get(&path);
        if answer.status == 200 {
            assert!(since.elapsed() <= SOON, "{path} took {:?}", since.elapsed());
            return answer;
        }
        assert_eq!(
            (
                answer.status,
                &answer.headers["location"],
                answer.headers["retry-after"].as_str()
            ),
            (202, &path, "1")
        );
        assert!(
            since.elapsed() <= SOON,
            "{path} is not there after {:?}",
            since.elapsed()
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Receipt files in a directory of their own, where nothing else is.
pub struct Desk(tempfile::TempDir);

impl Desk {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary directory"))
    }

    /// Runs the program on that file with nothing around it: no settings, no database, no network address.
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

    /// What it proves, as the program and the script say alike.
    fn proven(&self, file: &[u8], vkey: &Vkey) -> Value {
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
    let texts = caller
        .get(&format!("/api/v1/cases/{CASE}/consent-texts?language=ko"))
        .json();
    let text = texts
        .as_array()
        .expect("a list")
        .iter()
        .find(|text| text["item"] == "privacy_optional")
        .expect("an optional item");
    let answer = json!({"item": text["item"], "language": "ko", "text_sha256": text["sha256"], "agreed": true, "signed_name": "김하늘"});
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

#[test]
fn everything_a_claimant_does_has_a_receipt_within_two_seconds_that_needs_no_registry() {
    let app = App::start();
    let caller = app.claimant("merchant@example.com");
    let (claim, fetched) = everything(&app, &caller);
    let (first, desk) = (&caller.vkeys()[0], Desk::new());
    let account = caller.get("/api/v1/account").json()["id"].clone();
    let number = caller.get(&format!("/api/v1/claims/{claim}")).json()["number"]
        .as_str()
        .expect("submitted")
        .to_string();
    let expected = [
        (
            "consent.answer",
            "consent",
            "draft-consent.answer-privacy_optional",
        ),
        ("claim.submit", "claim", &format!("{number}-claim.submit")),
        (
            "consent.withdraw",
            "consent",
            &format!("{number}-consent.withdraw-privacy_optional"),
        ),
        (
            "claim.withdraw",
            "claim",
            &format!("{number}-claim.withdraw"),
        ),
    ];
    for ((listed, file), (action, table, name)) in fetched.iter().zip(expected) {
        assert_eq!(
            (listed["action"].as_str(), listed["table"].as_str()),
            (Some(action), Some(table))
        );
        assert_eq!(file.headers["content-type"], "text/plain; charset=utf-8");
        assert_eq!(
            file.headers["content-disposition"],
            format!("attachment; filename=\"{name}.tlog-proof\"")
        );
        let proven = desk.proven(&file.bytes, first);
        let entry = &proven["entry"];
        assert_eq!(
            (entry["action"].as_str(), &entry["subject"], &entry["actor"]),
            (Some(action), &json!(claim), &account)
        );
        assert_eq!(
            (&entry["role"], &proven["verdict"]),
            (&json!("claimant"), &json!("holds"))
        );
        if table == "claim" {
            assert_eq!(
                (&proven["fields"]["name"], &proven["row"]["number"]),
                (&json!("김하늘"), &json!(number))
            );
        } else {
            let statement = proven["fields"]["statement"].as_str().expect("opened");
            assert!(
                statement.contains("\"signed_name\":\"김하늘\"")
                    && statement.contains("\"agreed\":true"),
                "{statement}"
            );
        }
    }
    // the five answers of the draft, the sixth, and three more; all ready by now
    let listed = receipts_of(&caller, &claim);
    assert_eq!(listed.len(), 9, "{listed:#?}");
    assert!(listed.iter().all(|receipt| receipt["ready"] == true
        && receipt["entry"].is_u64()
        && receipt["erased"] == false));
}

#[test]
fn a_receipt_is_its_owners_alone_and_ends_with_what_it_would_show() {
    let app = App::start();
    let (owner, other) = (
        app.claimant("owner@example.com"),
        app.claimant("other@example.com"),
    );
    let (claim, foreign) = (owner.submitted(), other.submitted());
    app.published(app.database.intact());
    let id = receipts_of(&owner, &claim).pop().expect("there is one")["id"].clone();
    let path = format!("/api/v1/claims/{claim}/receipts");
    let at = |caller: &Caller, path: &str| caller.get(path).status;
    let one = format!("{path}/{id}");
    assert_eq!(
        (at(&owner, &one), at(&other, &one), at(&other, &path)),
        (200, 404, 404)
    );
    assert_eq!(
        at(&other, &format!("/api/v1/claims/{foreign}/receipts/{id}")),
        404,
        "another's change under one's own claim"
    );
    for role in ["paralegal", "lawyer", "auditor", "administrator"] {
        let staff = app.assigned(role, &format!("{role}@example.com"));
        assert_eq!((at(&staff, &one), at(&staff, &path)), (403, 403), "{role}");
    }
    assert_eq!(
        (at(&app.anybody(), &one), at(&owner, &format!("{path}/1"))),
        (401, 404)
    );
    app.sql(&format!("ALTER TABLE change DISABLE TRIGGER ALL; UPDATE change SET salt = NULL, row_text = NULL WHERE id = {id}"));
    let gone = owner.get(&one);
    assert_eq!((gone.status, gone.code().as_str()), (409, "receipt-erased"));
    let korean = owner.send("GET", &one, &[("accept-language", "ko")], Vec::new());
    assert!(
        korean.text().contains("접수증을 더 이상 만들 수 없습니다"),
        "{}",
        korean.text()
    );
    let listed = receipts_of(&owner, &claim)
        .pop()
        .expect("it is still listed");
    assert_eq!(
        (&listed["erased"], &listed["ready"]),
        (&json!(true), &json!(false))
    );
}

#[test]
fn whoever_knows_the_first_key_can_check_receipts_of_every_later_one() {
    let mut app = App::start();
    let caller = app.claimant("merchant@example.com");
    let claim = caller.submitted();
    app.published(app.database.intact());
    let id = receipts_of(&caller, &claim).pop().expect("there is one")["id"].clone();
    let before = caller.get(&format!("/api/v1/claims/{claim}/receipts/{id}"));
    let first = caller.vkeys()[0].clone();
    let keys = "1 4444444444444444444444444444444444444444444444444444444444444444\n2 5555555555555555555555555555555555555555555555555555555555555555";
    app.database
        .cli_with(&["key", "rotate"], &[("LOG_KEY", keys)]);
    // recorded, but not at work yet: the first key has signed what is published
    let between = caller.get(&format!("/api/v1/claims/{claim}/receipts/{id}"));
    app.kill_and_restart(&[("LOG_KEY", keys)]);
    let caller = caller.at(&app.url);
    assert_eq!(
        caller
            .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
            .status,
        204
    );
    let last = receipts_of(&caller, &claim).pop().expect("there is one")["id"].clone();
    let after = ready(&caller, &claim, &last, Instant::now());
    let second = caller.vkeys()[1].clone();
    let desk = Desk::new();
    for file in [&before, &between, &after] {
        desk.proven(&file.bytes, &first);
    }
    desk.proven(&after.bytes, &second);
    assert_eq!(
        desk.said(&before.bytes, &second, &[]).0,
        Some(1),
        "the second key has not signed what came before it"
    );
    // a statement that somebody else signed leads nowhere
    let mut proof = TlogProof::parse(&after.text()).expect("a proof");
    let mut extra: Extra =
        serde_json::from_slice(proof.extra.as_deref().expect("it has one")).expect("ours");
    assert_eq!(extra.successions.len(), 1);
    let text = Note::parse(&extra.successions[0]).expect("a note").text;
    let thief = Signer::new(&first.name, Kind::Ed25519, &[9; 32]).expect("a key");
    for (forged, check) in [
        (thief.note(&text), Check::Succession),
        (
            extra.successions[0].replace("rotation", "Rotation"),
            Check::Succession,
        ),
    ] {
        extra.successions = vec![forged];
        proof.extra = Some(serde_json::to_vec(&extra).expect("it serialises"));
        assert_eq!(
            receipt::verify(proof.to_string().as_bytes(), &first).map_err(|refusal| refusal.check),
            Err(check)
        );
    }
    extra.successions.clear();
    proof.extra = Some(serde_json::to_vec(&extra).expect("it serialises"));
    assert_eq!(
        desk.said(proof.to_string().as_bytes(), &first, &[]).0,
        Some(1),
        "without the statement nobody can follow"
    );
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
    let row = row.to_string();
    let change = Change {
        tx: 7,
        at: "2026-11-23T16:02:03.000004Z".parse().expect("a time"),
        actor: "0193".into(),
        role: "claimant".into(),
        action: "consent.answer".into(),
        request: String::new(),
        case: String::new(),
        subject: "0194".into(),
        table: "consent".into(),
        op: "INSERT".into(),
        key: "0193".into(),
        row: Some(
            Sha256::new()
                .chain_update([0xcd; 32])
                .chain_update(&row)
                .finalize()
                .to_vec(),
        ),
    };
    let line = change
        .line("example.kr/log", 1, &[7; 32])
        .replace("2026-11-23T16:02:03.000004Z", at);
    let leaves = [[1; 32], entry::hash(line.as_bytes()), [2; 32]];
    let signer = Signer::new("example.kr/log", Kind::Ed25519, &[7; 32]).expect("a key");
    let checkpoint = Checkpoint {
        origin: "example.kr/log".into(),
        size: 3,
        root: merkle::root(&leaves),
    }
    .to_string();
    let witness = Signer::new("witness.example.com", Kind::Cosignature, &[8; 32]).expect("a key");
    let fields = fields
        .iter()
        .map(|(name, value)| {
            (
                (*name).into(),
                Opening {
                    salt: salt.clone(),
                    value: (*value).into(),
                },
            )
        })
        .collect();
    let (time_stamps, successions) = (vec![BASE64.encode(b"a time stamp")], Vec::new());
    let extra = Extra {
        entry: line,
        salt: "cd".repeat(32),
        row,
        fields,
        key: None,
        time_stamps,
        successions,
    };
    let note = format!(
        "{}{}",
        signer.note(&checkpoint),
        witness.sign(&checkpoint, 1_700_000_000)
    );
    let extra = Some(serde_json::to_vec(&extra).expect("it serialises"));
    (
        TlogProof {
            extra,
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

#[test]
fn any_flipped_byte_is_refused_or_changes_nothing_that_is_said() {
    let app = App::start();
    let caller = app.claimant("merchant@example.com");
    let claim = caller.submitted();
    app.published(app.database.intact());
    let id = receipts_of(&caller, &claim).pop().expect("there is one")["id"].clone();
    let real = caller.get(&format!("/api/v1/claims/{claim}/receipts/{id}"));
    let (own, signer) = made(&[
        ("statement", "{\"signed_name\":\"김하늘\"}"),
        ("address", "192.0.2.1"),
    ]);
    let desk = Desk::new();
    for (file, vkey) in [
        (real.bytes, caller.vkeys()[0].clone()),
        (own.to_string().into_bytes(), signer.vkey().clone()),
    ] {
        let original = desk.said(&file, &vkey, &[]);
        assert_eq!(original.0, Some(0));
        let mut survived = 0;
        for at in 0..file.len() {
            for bit in [1, 0x20] {
                let mut flipped = file.clone();
                flipped[at] ^= bit;
                if receipt::verify(&flipped, &vkey).is_ok() {
                    survived += 1;
                    assert_eq!(desk.said(&flipped, &vkey, &[]), original, "byte {at}");
                } else if at % 400 == 0 {
                    let code = desk.said(&flipped, &vkey, &[]).0;
                    assert!([Some(1), Some(2)].contains(&code), "byte {at}");
                    assert_eq!(
                        desk.script(&flipped, &vkey, &[]).0,
                        code,
                        "the script: byte {at}"
                    );
                }
            }
        }
        // a signature of a witness and a time stamp may be damaged: neither was checked, and neither is said to hold
        assert!(survived < 400, "{survived}");
    }
}

#[test]
fn each_check_is_named_when_it_fails() {
    let fields = [("statement", "{\"signed_name\":\"김하늘\"}")];
    let (good, signer) = made(&fields);
    let desk = Desk::new();
    let with = |change: &dyn Fn(&mut Extra)| {
        let mut extra: Extra =
            serde_json::from_slice(good.extra.as_deref().expect("it has one")).expect("ours");
        change(&mut extra);
        TlogProof {
            extra: Some(serde_json::to_vec(&extra).expect("it serialises")),
            ..good.clone()
        }
        .to_string()
    };
    let other = made(&[("statement", "another")]).0;
    for (file, check) in [
        (with(&|extra| extra.salt.make_ascii_uppercase()), "form"),
        (
            TlogProof {
                extra: None,
                ..good.clone()
            }
            .to_string(),
            "form",
        ),
        (good.to_string()[1..].to_string(), "form"),
        (
            TlogProof {
                checkpoint: good.checkpoint.replace("\n3\n", "\n4\n"),
                ..good.clone()
            }
            .to_string(),
            "signature",
        ),
        (
            TlogProof {
                index: 2,
                ..good.clone()
            }
            .to_string(),
            "entry",
        ),
        (
            with(&|extra| extra.entry = extra.entry.replace("\"v\":1", "\"v\":2")),
            "entry",
        ),
        (
            with(&|extra| extra.entry = extra.entry.replace("2026-11", "2026-10")),
            "inclusion",
        ),
        (
            TlogProof {
                proof: other.proof.iter().rev().copied().collect(),
                ..good.clone()
            }
            .to_string(),
            "inclusion",
        ),
        (
            with(&|extra| extra.row = extra.row.replace("KKO", "KKK")),
            "row",
        ),
        (with(&|extra| extra.salt = "ce".repeat(32)), "row"),
        (
            with(&|extra| {
                extra
                    .fields
                    .values_mut()
                    .for_each(|field| field.value += " ")
            }),
            "field",
        ),
        (
            with(&|extra| {
                extra.fields.extend([(
                    "other".into(),
                    Opening {
                        salt: "ab".repeat(16),
                        value: "no".into(),
                    },
                )])
            }),
            "field",
        ),
    ] {
        let (code, said) = desk.said(file.as_bytes(), signer.vkey(), &["--json"]);
        let said: Value = serde_json::from_str(&said).expect("it prints JSON");
        let (expected, verdict) = if check == "form" {
            (2, "unverified")
        } else {
            (1, "refused")
        };
        assert_eq!(
            (code, said["check"].as_str(), said["verdict"].as_str()),
            (Some(expected), Some(check), Some(verdict)),
            "{said}"
        );
        assert_eq!(
            desk.script(file.as_bytes(), signer.vkey(), &[]).0,
            Some(expected),
            "the script: {check}"
        );
    }
    let missing = Command::new(PROGRAM)
        .args([
            "verify",
            "receipt",
            "not-there",
            "--vkey",
            &signer.vkey().to_string(),
        ])
        .output()
        .expect("the program starts");
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(
        desk.said(
            good.to_string().as_bytes(),
            Signer::new("w", Kind::Cosignature, &[7; 32])
                .expect("a key")
                .vkey(),
            &[]
        )
        .0,
        Some(2)
    );
}

/// What the two verifiers read otherwise would be proven to one reader only.
#[test]
fn nothing_stands_in_a_receipt_that_is_not_checked_and_an_odd_time_is_told_as_it_stands() {
    let fields = [("statement", "{\"signed_name\":\"김하늘\"}")];
    let (good, signer) = made_at("2026-11-23T16:02:03.000004Z", &fields);
    let desk = Desk::new();
    let both = |file: &TlogProof, args: &[&str]| {
        let file = file.to_string();
        let (program, script) = (
            desk.said(file.as_bytes(), signer.vkey(), args),
            desk.script(file.as_bytes(), signer.vkey(), args),
        );
        assert_eq!(program.0, script.0, "{program:?} {script:?}");
        (program.0, program.1, script.1)
    };
    assert_eq!(both(&good, &[]).0, Some(0));
    for place in ["", "/fields/statement"] {
        let mut extra: Value =
            serde_json::from_slice(good.extra.as_deref().expect("it has one")).expect("JSON");
        extra.pointer_mut(place).expect("it is there")["remark"] = "paid in full".into();
        let file = TlogProof {
            extra: Some(extra.to_string().into_bytes()),
            ..good.clone()
        };
        assert_eq!(both(&file, &[]).0, Some(2), "{place}");
    }
    for odd in [
        "2026-99-99T99:99:99.999999Z",
        "0000-01-01T00:00:00.000000Z",
        "9999-12-31T23:00:00.000000Z",
    ] {
        let (code, program, script) = both(&made_at(odd, &fields).0, &["--language", "en"]);
        assert!(
            code == Some(0) && program.contains(&odd[..10]) && script.contains(&odd[..10]),
            "{program} {script}"
        );
    }
}

#[test]
fn it_says_in_korean_or_english_what_was_done_when_and_by_whom() {
    let (file, signer) = made(&[
        ("statement", "{\"signed_name\":\"김하늘\"}"),
        ("address", "192.0.2.1"),
    ]);
    let (file, desk) = (file.to_string(), Desk::new());
    let (code, english) = desk.said(file.as_bytes(), signer.vkey(), &[]);
    assert_eq!(code, Some(0));
    for expected in [
        "This receipt holds: the log example.kr/log contains this record as entry 1, one of the 3 entries",
        "What was done: consent was given to the item mandate for counsel\n",
        "When: 2026-11-23 16:02:03.000004 UTC, that is 2026-11-24 01:02:03.000004 Korea time (KST)",
        "By whom: claimant, account 0193\n",
        "Signed name: 김하늘\n",
        "Claim number: KKO-000123-X\nClaim: 0194\n",
        "\n  address: 192.0.2.1\n",
        "Sealed values that it does not show: note\n",
        "Not proven:\n  that what was entered is true",
        "not checked: 1\n",
    ] {
        assert!(english.contains(expected), "{expected}: {english}");
    }
    let (code, korean) = desk.said(file.as_bytes(), signer.vkey(), &["--language", "ko"]);
    assert_eq!(code, Some(0));
    for expected in [
        "접수증이 맞습니다. 기록 example.kr/log의 1번 항목",
        "한 일: '소송 위임' 항목에 동의했습니다\n",
        "때: 한국 시각(KST) 2026-11-24 01:02:03.000004, 협정 세계시(UTC) 2026-11-23 16:02:03.000004",
        "한 사람: 신청인, 계정 0193\n서명한 이름: 김하늘\n신청 번호: KKO-000123-X\n",
        "증명되지 않은 것:\n",
    ] {
        assert!(korean.contains(expected), "{expected}: {korean}");
    }
    // the variable of the terminal decides where nothing is asked for
    let path = desk.0.path().join("receipt.tlog-proof");
    let mut command = Command::new(PROGRAM);
    command.args([
        "verify",
        "receipt",
        path.to_str().expect("a plain path"),
        "--vkey",
        &signer.vkey().to_string(),
    ]);
    let output = command
        .env_clear()
        .env("LANG", "ko_KR.UTF-8")
        .output()
        .expect("the program starts");
    assert_eq!(String::from_utf8(output.stdout).expect("UTF-8"), korean);
    let refused = desk.said(
        file.replace("index 1", "index 2").as_bytes(),
        signer.vkey(),
        &["--language", "ko"],
    );
    assert!(
        refused.0 == Some(1)
            && refused
                .1
                .starts_with("접수증이 맞지 않습니다. 항목이 바뀌었거나"),
        "{refused:?}"
    );
}

#[test]
fn what_a_receipt_holds_cannot_move_the_cursor_or_add_a_line() {
    let evil = "\u{1b}[2J\u{1b}]0;title\u{7}\r\nThis receipt holds\u{9b}31m\u{202e}\u{2028}\u{7f}\u{200b}끝";
    let statement = json!({ "signed_name": evil }).to_string();
    let desk = Desk::new();
    let lines = |fields: &[(&str, &str)], args: &[&str]| {
        let (file, signer) = made(fields);
        let (code, said) = desk.said(file.to_string().as_bytes(), signer.vkey(), args);
        assert_eq!(code, Some(0), "{said:?}");
        let hidden = said
            .chars()
            .find(|c| (c.is_control() && *c != '\n') || "\u{202e}\u{2028}\u{200b}".contains(*c));
        assert_eq!(hidden, None, "{said:?}");
        said.lines().count()
    };
    for args in [&[][..], &["--language", "ko"], &["--json"]] {
        let plain = lines(
            &[("statement", "{\"signed_name\":\"김\"}"), ("device", "x")],
            args,
        );
        assert_eq!(
            lines(&[("statement", &statement), ("device", evil)], args),
            plain,
            "{args:?}"
        );
    }
    // nor does a file that is refused
    let (proof, signer) = made(&[]);
    let extra = json!({"\u{1b}[2J\u{9b}\n": 1});
    let file = TlogProof {
        extra: Some(extra.to_string().into_bytes()),
        ..proof
    }
    .to_string();
    for args in [&[][..], &["--json"]] {
        let output = desk.verify(file.as_bytes(), signer.vkey(), args);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
        assert!(
            output.status.code() == Some(2) && !said.chars().any(|c| c.is_control() && c != '\n'),
            "{said:?}"
        );
    }
}

#[test]
fn a_log_is_verified_beside_receipts_as_before() {
    let here = tempfile::tempdir().expect("a temporary directory");
    let path = |name: &str| here.path().join(name);
    std::fs::write(path("log.jsonl"), "").expect("writable");
    let run = |args: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command
            .args(args)
            .env_clear()
            .current_dir(here.path())
            .output()
            .expect("the program starts")
    };
    assert!(
        String::from_utf8_lossy(&run(&["verify", "log.jsonl"]).stdout)
            .starts_with("truncated at 0")
    );
    assert!(
        String::from_utf8_lossy(&run(&["verify", "--json", "log.jsonl"]).stdout)
            .contains("\"verdict\":\"truncated\"")
    );
    assert_eq!(
        run(&["verify", "receipt"]).status.code(),
        Some(2),
        "a receipt needs its file and the key"
    );
}
