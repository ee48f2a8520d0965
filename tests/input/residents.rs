//! Resident registration numbers: never in a field that names a person, nowhere where it is certain,
//! and a question where another number looks the same.

use serde_json::{Value, json};

use crate::harness::caller::Caller;
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::input::{Draft, with};

/// A body with a field for free text.
struct Field {
    caller: Caller,
    method: &'static str,
    path: String,
    body: Value,
    name: &'static str,
}

impl Field {
    /// The code of the refusal, if it is refused.
    fn refusal(&self, words: &str, confirmed: bool) -> Option<String> {
        let mut body = with(self.body.clone(), &format!("/{}", self.name), json!(words));
        if confirmed {
            body["no_resident_number"] = json!(true);
        }
        let key = crate::harness::caller::fresh_key();
        let answer = self
            .caller
            .json(self.method, &self.path, &[("idempotency-key", &key)], body);
        if answer.status < 300 {
            return None;
        }
        let faults = answer.faults();
        assert_eq!(
            (answer.status, faults.len(), faults[0].0.as_str()),
            (422, 1, self.name),
            "{words}: {}",
            answer.text()
        );
        assert!(!answer.text().contains("900101"), "it comes back");
        Some(faults[0].1.clone())
    }
}

#[test]
fn free_text_is_refused_or_asked_about() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let submitted = app.claimant("submitted@example.com").submitted();
    let below = |name: &str| format!("/api/v1/claims/{}/{name}", draft.claim);
    let of_case = |name: &str| format!("/api/v1/cases/{CASE}/{name}");
    let evidence = || evidence_body("other", "a");
    let fields = [
        (
            &draft.claimant,
            "POST",
            below("losses"),
            loss_body(),
            "note",
        ),
        (
            &draft.claimant,
            "POST",
            below("losses"),
            loss_body(),
            "basis",
        ),
        (
            &draft.claimant,
            "POST",
            below("evidence"),
            evidence(),
            "note",
        ),
        (
            &draft.claimant,
            "POST",
            below("evidence"),
            evidence(),
            "file_name",
        ),
        (
            &lawyer,
            "POST",
            of_case("disclosures"),
            json!({"filter": {}}),
            "reason",
        ),
        (
            &lawyer,
            "POST",
            of_case("exports"),
            json!({"profile": "contact", "format": "csv"}),
            "reason",
        ),
        (&lawyer, "PUT", of_case("hold"), json!({}), "reason"),
        (
            &lawyer,
            "PUT",
            format!("/api/v1/claims/{submitted}/hold"),
            json!({}),
            "reason",
        ),
    ];
    for (caller, method, path, body, name) in fields {
        let field = Field {
            caller: caller.clone(),
            method,
            path,
            body,
            name,
        };
        for certain in [
            "제가 적은 번호 900101-1234568",
            "제가 적은 번호 900101 ㅡ 1234568",
            "제가 적은 번호 9001011234568",
            "제가 적은 번호 90.01.01 1234568",
            "제가 적은 번호 19900101-1234568",
        ] {
            for confirmed in [false, true] {
                assert_eq!(
                    field.refusal(certain, confirmed).as_deref(),
                    Some("resident-number"),
                    "{certain}"
                );
            }
        }
        for asked in [
            "제가 받은 주문 번호 221015-1234567",
            "제가 찍은 상품 번호 8801011031081",
            "제가 적은 법인 번호 110111-1000481",
            "제가 적은 다른 번호 201201-3234561",
        ] {
            assert_eq!(
                field.refusal(asked, false).as_deref(),
                Some("resident-number-like"),
                "{asked}"
            );
            assert_eq!(field.refusal(asked, true), None, "{asked}");
        }
        for other in [
            "연락처 010-1234-5678, 010-9876-5432 두 곳",
            "환불한 날과 돈 2022-10-15 3,200,000원",
            "주문 번호 2022101512345678 취소했습니다",
            "뒤를 가린 번호 900101-1●●●●●● 입니다",
        ] {
            assert_eq!(field.refusal(other, false), None, "{other}");
        }
    }
}

#[test]
fn a_review_asks_as_well() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claim = app.claimant("submitted@example.com").submitted();
    let start = |words: &str, confirmed: bool| {
        let body = json!({"decision": "start", "note": words, "no_resident_number": confirmed});
        lawyer.post(&format!("/api/v1/claims/{claim}/reviews"), body)
    };
    let asked = start("주문 221015-1234567 확인", false).is(422).faults();
    assert_eq!(asked, [("note".into(), "resident-number-like".into())]);
    start("주문 221015-1234567 확인", true).is(201);
}

#[test]
fn what_names_a_person_takes_nothing_that_looks_like_one() {
    let app = App::start();
    let draft = Draft::begun(&app);
    for number in [
        "900101-1234568",
        "900101-1234567",
        "201201-3234561",
        "9 0 0 1 0 1 - 1 2 3 4 5 6 8",
        "900101\u{3000}1234568",
        "900101_1234568",
        "9001011234568",
        "٩٠٠١٠١-١٢٣٤٥٦٨",
        "900\u{ad}101-1234\u{200b}568",
    ] {
        let typed = format!("김하늘 {number}");
        for refused in [
            draft.identity("name", &typed),
            draft.identity("address", &typed),
            draft.business("name", &typed),
        ] {
            assert_eq!(refused, Err("resident-number".into()), "{number}");
        }
    }
}

#[test]
fn a_masked_number_passes_with_a_hint_to_its_owner() {
    let app = App::start();
    let claimant = app.claimant("masked@example.com");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let body = with(
        claim_body(),
        "/identity/address",
        json!("서울 가상로 1 (900101-1******)"),
    );
    let claim = claimant.draft_of(body, "김하늘");
    let at = format!("/api/v1/claims/{claim}");
    let noted = with(loss_body(), "/note", json!("통장 주인 900101-1 확인"));
    claimant.post(&format!("{at}/losses"), noted).id();
    claimant
        .post(&format!("{at}/submission"), json!({}))
        .is(204);
    let seen = claimant.get(&at).json();
    assert_eq!(seen["hints"][0]["field"], "identity.address", "{seen}");
    assert_eq!(seen["hints"][0]["code"], "resident-number-masked");
    for language in ["ko", "en"] {
        let detail = seen["hints"][0]["detail"][language].as_str();
        assert!(detail.is_some_and(|detail| detail.len() > 20), "{seen}");
    }
    let losses = claimant.get(&format!("{at}/losses")).json();
    let hints: Vec<usize> = losses
        .as_array()
        .expect("a list")
        .iter()
        .map(|loss| loss["hints"].as_array().map_or(0, Vec::len))
        .collect();
    assert_eq!(hints, [0, 1], "{losses}");
    assert_eq!(lawyer.get(&at).json()["hints"], json!([]), "the owner only");
}

#[test]
fn what_is_for_programs_is_not_searched() {
    let app = App::start();
    let draft = Draft::begun(&app);
    let losses = format!("/api/v1/claims/{}/losses", draft.claim);
    for key in ["900101-1234568", "claim-9001011234568"] {
        draft
            .claimant
            .json("POST", &losses, &[("idempotency-key", key)], loss_body())
            .id();
    }
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let search = json!({"reason": "번호로 찾을 수 있는지 확인", "search": {"field": "name", "value": "900101-1234568"}});
    lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), search)
        .is(201);
}

#[test]
fn an_operator_is_asked_as_well() {
    let app = App::start();
    let hold = |more: &[&str], reason: &str| {
        let command = ["hold", "set", CASE, "--reason", reason];
        app.database.cli(&[&command, more].concat())
    };
    let order = "the court asked for order 221015-1234567";
    let refused = hold(&[], order);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && said.contains("no_resident_number"),
        "{said}"
    );
    assert!(hold(&["--no-resident-number"], order).status.success());
    let number = "the court asked for 900101-1234568";
    assert!(!hold(&["--no-resident-number"], number).status.success());
}
