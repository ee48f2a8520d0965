//! What a receipt says in words: the program and docs/verify.py each say it in their own, and the
//! facts are the same; the page says it in the program's words.

use serde_json::json;

use crate::harness::server::App;
use crate::receipts::{Desk, everything, made, receipts_of};

const ENGLISH: &str = r#"the receipt holds: entry 1 of the log example.kr/log, one of the 3 (from 0) that its key signed
fingerprint of the key: 8e377f0ff75855c780434ba6e27b0da332468289791aceca3774019d6dc351a8
what: consent was given: mandate (INSERT consent)
when: 2026-11-23 16:02:03.000004 Coordinated Universal Time (UTC), 2026-11-24 01:02:03.000004 Korea Standard Time (KST)
who: claimant, name 김하늘
which claim: number KKO-000123-X, id 0194
shown address: 192.0.2.1
shown statement: {"signed_name":"김하늘"}
not proven: that witnesses saw the checkpoint; that what was entered is true; 1 time stamps (check: openssl ts -verify -data checkpoint.txt -in stamp.tsr -CAfile authority.pem)
"#;

const KOREAN: &str = r#"접수증이 맞음: 기록 example.kr/log의 1번 항목, 키가 서명한 3개 항목(0번부터) 가운데 하나
키의 지문: 8e377f0ff75855c780434ba6e27b0da332468289791aceca3774019d6dc351a8
무엇을: 동의함: mandate (INSERT consent)
언제: 2026-11-23 16:02:03.000004 협정 세계시(UTC), 2026-11-24 01:02:03.000004 한국 표준시(KST)
누가: 신청인, 이름 김하늘
어느 신청: 번호 KKO-000123-X, 식별자 0194
공개된 값 address: 192.0.2.1
공개된 값 statement: {"signed_name":"김하늘"}
증명되지 않은 것: 증인이 체크포인트를 보았는지, 입력한 내용이 사실인지, 시점확인 토큰 1개(확인 명령: openssl ts -verify -data checkpoint.txt -in stamp.tsr -CAfile authority.pem)
"#;

/// The script's statement, whole; and every fact of it in the program's, in the line about the same
/// thing.
#[test]
fn the_script_says_whole_in_both_languages_what_the_program_says() {
    let (file, signer) = made(&[
        ("statement", "{\"signed_name\":\"김하늘\"}"),
        ("address", "192.0.2.1"),
    ]);
    let (file, desk) = (file.to_string(), Desk::new());
    for (language, whole, claimant, stamps) in [
        ("en", ENGLISH, "By whom: claimant,", "not checked: 1\n"),
        ("ko", KOREAN, "한 사람: 신청인,", "(확인하지 않음): 1개\n"),
    ] {
        assert_eq!(
            desk.script(file.as_bytes(), signer.vkey(), &["--language", language]),
            (Some(0), whole.into())
        );
        let (code, program) = desk.said(file.as_bytes(), signer.vkey(), &["--language", language]);
        assert_eq!(code, Some(0), "{program}");
        assert_eq!(
            desk.page(file.as_bytes(), signer.vkey(), language),
            program,
            "the page says it in the program's words"
        );
        let facts = [
            &["example.kr/log", "1", "3", "0"][..],
            &["8e377f0ff75855c780434ba6e27b0da332468289791aceca3774019d6dc351a8"],
            &[],
            &[
                "2026-11-23 16:02:03.000004",
                "UTC",
                "2026-11-24 01:02:03.000004",
                "KST",
            ],
            &[claimant],
            &["김하늘"],
            &["KKO-000123-X"],
            &["0194"],
            &[],
            &["  address: 192.0.2.1"],
            &["  statement: {\"signed_name\":\"김하늘\"}"],
        ];
        for (line, facts) in program.lines().zip(facts) {
            assert!(
                facts.iter().all(|fact| line.contains(fact)),
                "{line}: {facts:?}"
            );
        }
        assert!(program.contains(stamps), "{program}");
    }
}

/// Of a statement that says a name twice none is told: one verifier would tell the first, another
/// the last.
#[test]
fn a_name_that_is_signed_twice_is_told_by_none() {
    let statement = "{\"signed_name\":\"김하늘\",\"signed_name\":\"박바다\"}";
    let (file, signer) = made(&[("statement", statement)]);
    let (file, desk) = (file.to_string(), Desk::new());
    let (file, vkey) = (file.as_bytes(), signer.vkey());
    let (_, program) = desk.said(file, vkey, &[]);
    assert!(
        program.contains("\nSigned name: not in this receipt\n"),
        "{program}"
    );
    assert_eq!(desk.page(file, vkey, "en"), program);
    let (_, script) = desk.script(file, vkey, &["--language", "en"]);
    assert!(script.contains("\nwho: claimant, name -\n"), "{script}");
}

/// What was done, for each receipt: as the script says it, and as the program does, each in Korean
/// and in English.
const DONE: [([&str; 2], [&str; 2]); 5] = [
    (
        [
            "동의함: 후속 소송 안내를 위한 개인정보 이용 동의 (선택) (INSERT consent)",
            "consent was given: 후속 소송 안내를 위한 개인정보 이용 동의 (선택) (INSERT consent)",
        ],
        [
            "'후속 소송 안내를 위한 개인정보 이용 동의 (선택)' 항목에 동의했습니다",
            "consent was given to the item 후속 소송 안내를 위한 개인정보 이용 동의 (선택)",
        ],
    ),
    (
        [
            "동의를 거부함: 후속 소송 안내를 위한 개인정보 이용 동의 (선택) (INSERT consent)",
            "consent was refused: 후속 소송 안내를 위한 개인정보 이용 동의 (선택) (INSERT consent)",
        ],
        [
            "'후속 소송 안내를 위한 개인정보 이용 동의 (선택)' 항목의 동의를 거부했습니다",
            "consent to the item 후속 소송 안내를 위한 개인정보 이용 동의 (선택) was refused",
        ],
    ),
    (
        [
            "참여 신청서를 제출함 (INSERT manifest)",
            "the claim was submitted (INSERT manifest)",
        ],
        ["참여 신청서를 제출했습니다", "a claim was submitted"],
    ),
    (
        [
            "동의를 철회함: 후속 소송 안내를 위한 개인정보 이용 동의 (선택) (UPDATE consent)",
            "consent was withdrawn: 후속 소송 안내를 위한 개인정보 이용 동의 (선택) (UPDATE consent)",
        ],
        [
            "'후속 소송 안내를 위한 개인정보 이용 동의 (선택)' 항목의 동의를 철회했습니다",
            "consent to the item 후속 소송 안내를 위한 개인정보 이용 동의 (선택) was taken back",
        ],
    ),
    (
        [
            "참여 신청을 철회함 (UPDATE claim)",
            "the claim was withdrawn (UPDATE claim)",
        ],
        ["참여 신청을 철회했습니다", "a claim was withdrawn"],
    ),
];

/// Each thing that has a receipt, with a real one: what was done, in the words of both and in both
/// languages.
#[test]
fn each_kind_of_receipt_says_what_was_done() {
    let app = App::start();
    let caller = app.claimant("merchant@example.com");
    let (claim, fetched) = everything(&app, &caller);
    let number = caller.get(&format!("/api/v1/claims/{claim}")).json()["number"]
        .as_str()
        .expect("submitted")
        .to_string();
    let refused = receipts_of(&caller, &claim)
        .into_iter()
        .map(|receipt| receipt["id"].clone());
    let mut refused =
        refused.map(|id| caller.get(&format!("/api/v1/claims/{claim}/receipts/{id}")));
    let (desk, vkey) = (Desk::new(), caller.vkeys()[0].clone());
    let refused = refused.find(|file| {
        desk.script(&file.bytes, &vkey, &["--json"])
            .1
            .contains("\"agreed\": false")
    });
    let files = [
        &fetched[0].1,
        &refused.expect("an optional item was refused"),
        &fetched[1].1,
        &fetched[2].1,
        &fetched[3].1,
    ];
    for (file, (script, program)) in files.into_iter().zip(DONE) {
        let row = desk.script(&file.bytes, &vkey, &["--json"]).1;
        let row: serde_json::Value = serde_json::from_str(&row).expect("it prints JSON");
        let submitted = if row["row"]["number"] == json!(number) {
            number.as_str()
        } else {
            "-"
        };
        for (nth, language, what, done, which) in [
            (
                0,
                "ko",
                "무엇을: ",
                "한 일: ",
                format!("어느 신청: 번호 {submitted}, 식별자 {claim}\n"),
            ),
            (
                1,
                "en",
                "what: ",
                "What was done: ",
                format!("which claim: number {submitted}, id {claim}\n"),
            ),
        ] {
            let said = desk.script(&file.bytes, &vkey, &["--language", language]).1;
            assert!(
                said.contains(&format!("\n{what}{}\n", script[nth])) && said.contains(&which),
                "{said}"
            );
            let said = desk.said(&file.bytes, &vkey, &["--language", language]).1;
            assert_eq!(desk.page(&file.bytes, &vkey, language), said);
            assert!(
                said.contains(&format!("\n{done}{}\n", program[nth])) && said.contains(&claim),
                "{said}"
            );
        }
    }
}
