//! How a verified receipt is printed: in the reader's language, and with nothing that moves the
//! cursor.

use std::process::Command;

use claimant_registry::audit::format::checkpoint::TlogProof;
use serde_json::json;

use crate::harness::cluster::PROGRAM;
use crate::receipts::{Desk, made};

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
    // the variables of the terminal decide where nothing is asked for
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
        .env("LC_ALL", "ko_KR.UTF-8")
        .env("LANG", "en_US.UTF-8")
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
    let (file, signer) = made(&[("statement", &statement), ("device", evil)]);
    let file = file.to_string();
    assert_eq!(
        desk.page(file.as_bytes(), signer.vkey(), "ko"),
        desk.said(file.as_bytes(), signer.vkey(), &["--language", "ko"])
            .1,
        "the page escapes the same"
    );
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
