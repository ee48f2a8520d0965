//! The second version of receipts: what the three verifiers say of the vectors.

use serde_json::{Value, json};

use crate::receipts::Desk;
use crate::receipts::alike::{Case, alike};
use crate::receipts::vectors::{Vector, key, vectors};

const KEPT: &str = "tests/data/receipts-v2.json";

/// The program, the script and the page say the same of each, and which parts they did not check.
#[test]
fn vectors_of_the_second_version_are_judged_alike() {
    let (vectors, cases): (Vec<Vector>, Vec<Case>) = vectors().into_iter().unzip();
    let codes = alike(&cases);
    let desk = Desk::new();
    let kept = |(vector, (_, file, vkey)): (&Vector, &Case)| {
        json!({
            "what": vector.what, "verdict": vector.verdict, "not_checked": vector.not_checked,
            "vkey": vkey, "receipt": String::from_utf8_lossy(file),
        })
    };
    for ((vector, (what, file, vkey)), code) in vectors.iter().zip(&cases).zip(codes) {
        let expected = match vector.verdict {
            "holds" => 0,
            "form" => 2,
            _ => 1,
        };
        assert_eq!(code, expected, "{what}");
        let vkey = vkey.parse().expect("a vkey");
        let (_, said) = desk.said(file, &vkey, &["--json"]);
        let said: Value = serde_json::from_str(&said).expect("JSON");
        if vector.verdict == "holds" {
            assert_eq!(said["not_checked"], json!(vector.not_checked), "{what}");
            desk.proven(file, &vkey);
        } else {
            assert_eq!(said["check"], vector.verdict, "{what}");
        }
    }
    let made: Vec<String> = vectors
        .iter()
        .zip(&cases)
        .map(kept)
        .map(|one| one.to_string())
        .collect();
    let made = format!("[\n{}\n]\n", made.join(",\n"));
    if std::fs::read_to_string(KEPT).ok().as_deref() != Some(&made) {
        let new = "target/receipts-v2.json";
        std::fs::write(new, made).expect("writable");
        panic!("{KEPT} holds other vectors: put {new} in its place");
    }
}

/// What each vector that holds says, in the words of the program, which are those of the page, and
/// of the script.
#[test]
fn what_was_signed_and_handed_in_is_said_in_words() {
    let desk = Desk::new();
    for (vector, (what, file, vkey)) in vectors() {
        if vector.verdict != "holds" {
            continue;
        }
        let vkey = vkey.parse().expect("a vkey");
        for language in ["ko", "en"] {
            let said = desk.said(&file, &vkey, &["--language", language]);
            assert_eq!(desk.page(&file, &vkey, language), said.1, "{what}");
            let script = desk.script(&file, &vkey, &["--language", language]);
            for (words, said) in [(&said.1, "program"), (&script.1, "script")] {
                let unchecked = ["확인하지 않음: ", "not checked: "];
                let mark = unchecked[usize::from(language == "en")];
                for part in &vector.not_checked {
                    assert!(
                        words.contains(&format!("{mark}{part}\n")),
                        "{said} of {what}: {words}"
                    );
                }
            }
        }
    }
}

const ENGLISH: &str = "\
What was handed in, the claim being at version 7:
  industry: beauty
  region: seoul
  services: [{\"paid\":true,\"service\":\"talk\"}]
  For whom: 김하늘 (A person, for themselves)
  name: 김하늘
  Loss: sales that were not made (ordinary damage), 1,200,000 KRW, 2022-10-15 to 2022-10-19
  note: 예약이 끊김
  Loss: compensation already received (ordinary damage), -50,000 KRW, 2022-11-01 to 2022-11-01
  Losses less compensation received: 1,150,000 KRW
  File: sales-loss, 48,211 bytes, SHA-256 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
  file_name: 매출.pdf
  Agreed to: 소송 위임 계약 (mandate), version 2 in language ko, SHA-256 of the text 1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e
  Values that were handed in, and are not shown: 2
This receipt shows no sealed values.
";

const SCRIPT: &str = "\
handed in: 7
  industry: beauty
  region: seoul
  services: [{\"paid\":true,\"service\":\"talk\"}]
  for whom: a person, for themselves, name 김하늘
    name: 김하늘
  loss: sales that were not made (ordinary damage), 1,200,000 KRW, 2022-10-15 to 2022-10-19
    note: 예약이 끊김
  loss: compensation already received (ordinary damage), -50,000 KRW, 2022-11-01 to 2022-11-01
  losses less compensation received: 1,150,000 KRW
  file: sales-loss, 48,211 bytes, SHA-256 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
    file_name: 매출.pdf
  agreed to: 소송 위임 계약 (mandate), version 2, language ko, SHA-256 of the text 1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e
  values that were handed in and are not shown: 2
";

#[test]
fn a_manifest_is_told_line_by_line() {
    let (_, (_, file, vkey)) = vectors()
        .into_iter()
        .find(|(vector, _)| vector.what == "a manifest")
        .expect("it is one of them");
    let (desk, vkey) = (Desk::new(), vkey.parse().expect("a vkey"));
    let (_, said) = desk.said(&file, &vkey, &["--language", "en"]);
    assert!(
        said.contains(ENGLISH)
            && said.contains("Signed name: 김하늘\nClaim number: KKO-000123-X\n"),
        "{said}"
    );
    let (_, said) = desk.script(&file, &vkey, &["--language", "en"]);
    assert!(
        said.contains(SCRIPT) && said.contains("name 김하늘\n"),
        "{said}"
    );
}

#[test]
fn the_words_that_were_signed_are_shown_with_the_way_from_their_key_to_the_one_that_signed() {
    let desk = Desk::new();
    let first = key(0).vkey().clone();
    let [oldest, old, signer] = [0, 1, 2].map(|nth| key(nth).vkey().fingerprint());
    let (_, (_, file, _)) = vectors()
        .into_iter()
        .find(|(vector, _)| vector.what == "a consent to words that name the first key")
        .expect("it is one of them");
    let (_, said) = desk.said(&file, &first, &["--language", "en"]);
    for expected in [
        "What was done: consent was given to the item 소송 위임 계약\n".to_string(),
        format!(
            "The words that were signed, with the title 소송 위임 계약, in language ko:\n  | 변호사에게 소송을 맡깁니다.\n  | \n  | 기록의 열쇠:\n  | {oldest}\n"
        ),
        format!("Before this key these signed: {oldest}, {old}. Each named the next one"),
        format!("The words name the key {oldest}, which was followed by {old}, {signer}."),
    ] {
        assert!(said.contains(&expected), "{expected}: {said}");
    }
    let (_, said) = desk.script(&file, &first, &["--language", "en"]);
    for expected in [
        format!("  | 기록의 열쇠:\n  | {oldest}\n"),
        format!("keys that signed before it, each naming the next: {oldest}, {old}\n"),
        format!("the words name the key {oldest}, which was followed by {old}, {signer}:"),
    ] {
        assert!(said.contains(&expected), "{expected}: {said}");
    }
}
