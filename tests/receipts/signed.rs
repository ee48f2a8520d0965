//! Who signed what, in which capacity, with which powers, and how they were identified: one receipt
//! says so in words.

use std::time::Instant;

use claimant_registry::audit::format::note::Vkey;
use serde_json::{Value, json};

use crate::harness::browser::Browser;
use crate::harness::caller::{Answer, Caller, PASSWORD};
use crate::harness::claims::{answer_body, claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::receipts::vectors::vectors;
use crate::receipts::{Desk, ready, receipts_of};

/// The file and key of that vector.
fn vector(what: &str) -> (Vec<u8>, Vkey) {
    let mut vectors = vectors().into_iter();
    let found = vectors.find(|(vector, _)| vector.what == what);
    let (_, (_, file, vkey)) = found.expect("it is one of them");
    (file, vkey.parse().expect("a vkey"))
}

/// What a receipt says in the words of the program, which are those of the page, and of the script:
/// each contains these.
fn says(desk: &Desk, file: &[u8], vkey: &Vkey, language: &str, program: &[&str], script: &[&str]) {
    let (code, said) = desk.said(file, vkey, &["--language", language]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(desk.page(file, vkey, language), said);
    for words in program {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (_, said) = desk.script(file, vkey, &["--language", language]);
    for words in script {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_signed_statement_is_told_line_by_line() {
    let desk = Desk::new();
    let (file, vkey) = vector("a consent of a director");
    let program = "\
Who signed, and how:
  For whom: 주식회사 하늘교육 (A corporation)
  In which capacity: Representative
  Office: 대표이사
  How the signer was identified: By a seal certificate, on 2026-11-20
  Signed on paper on 2026-11-21; SHA-256 of the scan 5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c, recorded by 01ab
  Counsel: 법무법인 하늘 (12345)
  For the instance: first instance
  Power given: Settlement
  Power not given: Waiving the claim
The words that were signed";
    let script = "
  for whom: a corporation, name 주식회사 하늘교육
  in which capacity: representative
  office: 대표이사
  identified: by a seal certificate, on 2026-11-20
  signed on paper on 2026-11-21, SHA-256 of the scan 5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c, recorded by 01ab
  counsel: 법무법인 하늘 (12345)
  for the instance: first instance
  power given: settlement
  power not given: waiving the claim
the words that were signed";
    says(&desk, &file, &vkey, "en", &[program], &[script]);
    let program = "\
누가 어떻게 서명했는지:
  당사자: 주식회사 하늘교육 (법인)
  서명한 분의 자격: 대표자
  직함: 대표이사
  서명한 분의 본인 확인: 인감증명서, 2026-11-20
  종이에 서명한 날: 2026-11-21, 스캔 파일의 SHA-256 5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c, 등록한 직원 01ab
  맡긴 변호사: 법무법인 하늘 (12345)
  맡긴 심급: 제1심
  준 권한: 화해
  주지 않은 권한: 청구의 포기
서명하신 문구";
    let script = "
  당사자: 법인, 이름 주식회사 하늘교육
  서명 자격: 대표자
  직함: 대표이사
  본인 확인: 인감증명서, 2026-11-20
  종이에 서명한 날 2026-11-21, 스캔 SHA-256 5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c, 등록한 직원 01ab
  맡긴 변호사: 법무법인 하늘 (12345)
  맡긴 심급: 제1심
  준 권한: 화해
  주지 않은 권한: 청구의 포기
서명한 문구";
    says(&desk, &file, &vkey, "ko", &[program], &[script]);
    // nothing is said of what is not there, or not of its type
    for what in ["a consent", "a statement of which nothing has its type"] {
        let (file, vkey) = vector(what);
        let (_, said) = desk.said(&file, &vkey, &[]);
        assert!(!said.contains("Who signed"), "{what}: {said}");
        let (_, said) = desk.script(&file, &vkey, &["--language", "en"]);
        assert!(!said.contains("for whom"), "{what}: {said}");
    }
}

#[test]
fn a_manifest_tells_who_signs_and_who_gave_each_answer() {
    let desk = Desk::new();
    let (file, vkey) = vector("a manifest of a corporation");
    let program = [
        "\
  For whom: 김하늘 (A corporation)
  name: 김하늘
  Signs for the party in the account of the claim: Representative
  name: 박이사
  How the signer was identified: By a seal certificate, on 2026-11-20
  Signs for the party by a link: Representative
  Loss: ",
        "\
2022-10-19
  implausible: false
  method: outage_week
  note: ",
        "\
  Signed by: 박이사 (Representative)
  Power given: Settlement
  Power not given: Waiving the claim
",
        "\
  Signed by: 019a (Representative)
  Power taken back after the mandate: Waiving the claim
",
    ];
    let script = [
        "\
  for whom: a corporation, name 김하늘
    name: 김하늘
  signs in the account of the claim: representative
    name: 박이사
  identified: by a seal certificate, on 2026-11-20
  signs by a link: representative
",
        "\
    implausible: false
    method: outage_week
",
        "\
  signed by: 박이사 (representative)
  power given: settlement
  power not given: waiving the claim
",
        "\
  signed by: 019a (representative)
  power taken back after the mandate: waiving the claim
",
    ];
    says(&desk, &file, &vkey, "en", &program, &script);
}

/// What the last receipt of that action proves, once it is there.
fn last(caller: &Caller, claim: &str, action: &str) -> Answer {
    let listed = receipts_of(caller, claim).into_iter();
    let listed = listed.rev().find(|listed| listed["action"] == action);
    ready(caller, claim, &listed.expect("one")["id"], Instant::now())
}

/// A director hands in for a corporation, is called by the firm, and takes a power back; whoever
/// holds the receipts needs no other paper.
#[test]
fn the_receipts_of_a_corporation_name_its_director() {
    let app = App::start();
    let (director, desk) = (app.claimant("director@example.com"), Desk::new());
    let mut body = claim_body();
    body["party"] = json!("corporation");
    body["identity"]["name"] = json!("주식회사 하늘교육");
    body["identity"]["corporation_number"] = json!("110111-0062432");
    let claim = director
        .post(&format!("/api/v1/cases/{CASE}/claims"), body)
        .id();
    let path = format!("/api/v1/claims/{claim}");
    director.post(&format!("{path}/losses"), loss_body()).id();
    for kind in ["service-use", "sales-loss", "representation"] {
        let file = evidence_body(kind, kind);
        director.post(&format!("{path}/evidence"), file).id();
    }
    // somebody who was named by mistake, and taken off again
    let representative = |name: &str, own: bool| json!({"capacity": "representative", "name": name, "office": "대표이사", "own": own, "email": (!own).then_some("former@example.com")});
    let signatories = format!("{path}/signatories");
    director
        .post(&signatories, representative("최전임", false))
        .is(201);
    let former = director.get(&signatories).json()[0]["id"].clone();
    let former = former.as_str().expect("an id").to_string();
    director
        .delete(&format!("/api/v1/signatories/{former}"))
        .is(204);
    director
        .post(&signatories, representative("박이사", true))
        .is(201);
    director.consent(&claim, "박이사");
    let power =
        |granted: bool| json!({"power": "waiver", "granted": granted, "signed_name": "박이사"});
    for granted in [true, false, true] {
        director
            .post(&format!("{path}/powers"), power(granted))
            .is(201);
    }
    director
        .post(&format!("{path}/submission"), json!({}))
        .is(204);

    let vkey = director.vkeys().remove(0);
    let submission = last(&director, &claim, "claim.submit");
    let proven = desk.proven(&submission.bytes, &vkey);
    let handed_in = &proven["manifest"];
    let signing = handed_in["signatories"].as_array().expect("a list");
    assert_eq!(signing.len(), 1, "{handed_in}");
    assert_eq!(
        handed_in["powers"].as_array().map(Vec::len),
        Some(3),
        "{handed_in}"
    );
    assert_eq!(
        handed_in["identification"][0]["signatory"],
        signing[0]["id"]
    );
    for answer in handed_in["consents"].as_array().expect("a list") {
        assert_eq!(answer["signatory"], signing[0]["id"], "{answer}");
        let mandate = answer["item"] == "mandate";
        let given: Vec<&String> = answer["powers"]
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(_, given)| **given == true)
            .map(|(power, _)| power)
            .collect();
        let expected: &[&str] = match mandate {
            true => &["settlement", "sub_counsel", "waiver"],
            false => &[],
        };
        assert_eq!(given, expected, "{answer}");
    }
    assert_eq!(handed_in["losses"][0]["implausible"], false);
    says(
        &desk,
        &submission.bytes,
        &vkey,
        "en",
        &[
            "\n  For whom: 주식회사 하늘교육 (A corporation)\n",
            "\n  Signs for the party in the account of the claim: Representative\n",
            "\n  name: 박이사\n  office: 대표이사\n  How the signer was identified: By e-mail, on 2",
            "\n  Signed by: 박이사 (Representative)\n",
            "\n  Power given: Settlement\n  Power given: Appointing sub-counsel\n  Power given: Waiving the claim\n  Power not given: Withdrawing the action\n",
            "\n  Power given after the mandate: Waiving the claim\n",
        ],
        &[
            "\n  for whom: a corporation, name 주식회사 하늘교육\n",
            "\n  signed by: 박이사 (representative)\n",
            "\n  power given: waiving the claim\n",
        ],
    );
    says(
        &desk,
        &submission.bytes,
        &vkey,
        "ko",
        &[
            "\n  당사자: 주식회사 하늘교육 (법인)\n",
            "\n  서명한 분: 박이사 (대표자)\n",
            "\n  준 권한: 청구의 포기\n",
        ],
        &[
            "\n  서명한 사람: 박이사 (대표자)\n",
            "\n  준 권한: 청구의 포기\n",
        ],
    );

    // the firm calls, and counsel is to waive nothing after all
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let call = json!({"signatory": signing[0]["id"], "method": "call", "identified_on": "2026-01-05", "detail": "02-123-4567"});
    lawyer
        .post(&format!("{path}/identifications"), call)
        .is(201);
    director
        .post(&format!("{path}/powers"), power(false))
        .is(201);
    let listed = receipts_of(&director, &claim).pop().expect("one");
    assert_eq!(
        [&listed["table"], &listed["power"], &listed["granted"]],
        [&json!("power_statement"), &json!("waiver"), &json!(false)]
    );
    let taken = ready(&director, &claim, &listed["id"], Instant::now());
    says(
        &desk,
        &taken.bytes,
        &vkey,
        "en",
        &[
            "\nWhat was done: a power was taken back from counsel (Waiving the claim)\n",
            "\nSigned name: 박이사\n",
            "\n  For whom: 주식회사 하늘교육 (A corporation)\n  In which capacity: Representative\n  Office: 대표이사\n",
            "\n  How the signer was identified: By telephone, by the firm, on 2026-01-05\n  Power not given: Waiving the claim\n",
        ],
        &[
            "\nwhat: a power was taken back from counsel: waiving the claim (INSERT power_statement)\n",
            "\n  identified: by telephone, by the firm, on 2026-01-05\n",
            "\n  power not given: waiving the claim\n",
        ],
    );
    let browser = Browser::at(&app.url);
    browser.sign_in("director@example.com", PASSWORD);
    let page = browser.open(&format!("/claims/{claim}/receipts")).is(200);
    page.says("변호사에게서 권한을 거두셨습니다: ‘청구의 포기’")
        .says("변호사에게 권한을 주셨습니다: ‘청구의 포기’");
    app.database.intact();
}

/// A guardian signs by a link; the owner of the claim keeps the receipt, which says that it was the
/// guardian.
#[test]
fn a_signature_by_a_link_has_a_receipt_that_names_whoever_signed() {
    let app = App::start();
    let (owner, desk) = (app.claimant("sister@example.com"), Desk::new());
    let (claim, guardian) = owner.draft_for_ward("guardian@example.com");
    owner.ask_to_sign(&guardian);
    let token = app.mailed_token("guardian@example.com");
    let anybody = app.anybody();
    let answer = answer_body(&anybody.consent_text("mandate"), true, "최후견");
    let signing = format!("/api/v1/signatures/{token}/consents");
    anybody.json("POST", &signing, &[], answer).is(204);

    let listed: Value = receipts_of(&owner, &claim).pop().expect("one");
    assert_eq!(listed["action"], "consent.answer");
    assert_eq!(listed["signatory"]["id"], json!(guardian));
    assert_eq!(listed["signatory"]["name"], "최후견");
    let file = ready(&owner, &claim, &listed["id"], Instant::now());
    says(
        &desk,
        &file.bytes,
        &owner.vkeys()[0],
        "en",
        &[
            "\nBy whom: somebody without an account, by a link\nSigned name: 최후견\n",
            "\n  In which capacity: Guardian\n",
        ],
        &["\nwho: somebody without an account, by a link, name 최후견\n"],
    );
    let browser = Browser::at(&app.url);
    browser.sign_in("sister@example.com", PASSWORD);
    let receipts = format!("/claims/{claim}/receipts");
    browser.open(&receipts).is(200).says("최후견 님이");
    // whoever is taken off has signed all the same
    owner
        .delete(&format!("/api/v1/signatories/{guardian}"))
        .is(204);
    browser.open(&receipts).is(200).says("최후견 님이");
    app.database.intact();
}
