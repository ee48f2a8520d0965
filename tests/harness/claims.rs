//! Bodies of claims, losses and listed files, and claims that are begun and submitted with them.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use chrono::{Days, Utc};
use claimant_registry::law::day_in_korea;

use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;

/// A complete claim's contents, except losses, evidence and consents.
pub fn claim_body() -> Value {
    json!({
        "party": "person",
        "identity": {
            "name": "김하늘", "birth_date": "1980-05-05", "phone": "010-1234-5678", "address": "서울특별시 가상로 1"
        },
        "businesses": [{"name": "하늘네일", "number": "123-45-67891", "region": "seoul", "industry": "nail-hair"}],
        "services": [{"service": "talk-channel", "paid": true}, {"service": "alimtalk", "paid": false}]
    })
}

pub fn loss_body() -> Value {
    json!({"kind": "sales", "class": "special", "method": "estimate", "amount_krw": 1_200_000, "from_on": "2022-10-15", "until_on": "2022-10-19",
           "note": "주말 예약을 받지 못했습니다", "basis": "채널 소개에 예약제로 운영한다고 적었습니다"})
}

/// Compensation that was received and is set against the loss.
pub fn received_body() -> Value {
    let mut body = loss_body();
    (body["kind"], body["class"]) = (json!("compensation_received"), json!("ordinary"));
    (body["form"], body["release"]) = (json!("money"), json!("none"));
    body
}

/// What the firm takes a loss to be.
pub fn assessment_body() -> Value {
    json!({"amount_krw": 800_000, "reason": "매출 장부로 확인되는 금액까지 인정하였습니다"})
}

/// A listed file; `content` decides its hash.
pub fn evidence_body(kind: &str, content: &str) -> Value {
    let hash = Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    json!({"kind": kind, "file_name": "채널_관리자화면.png", "media_type": "image/png", "size_bytes": 48_213, "sha256": hash, "taken_on": "2022-10-17"})
}

/// A listed file that came by post on a stick.
pub fn received_check() -> Value {
    json!({"finding": "received", "channel": "stick", "checked_on": "2026-11-20", "note": "등기우편 소포에 든 USB"})
}

/// A notice that is to be shown for a week from today on.
pub fn notice_body() -> Value {
    let today = day_in_korea(Utc::now());
    json!({
        "title": {"ko": "사무소 이전 안내", "en": "The office moves"},
        "body": {"ko": "다음 주부터 새 주소로 보내 주십시오.", "en": "Please write to the new address from next week on."},
        "starts_on": today, "ends_on": today + Days::new(6)
    })
}

/// A message to everybody whom it reaches.
pub fn message_body() -> Value {
    json!({
        "filter": {},
        "title": {"ko": "자료를 더 받습니다", "en": "More papers, please"},
        "body": {"ko": "매출 장부를 목록에 더해 주십시오.\n파일은 그대로 보관해 주십시오.", "en": "Please list your sales ledger.\nKeep the files unchanged."}
    })
}

/// The special powers that a claimant gives with a mandate: those that the Kakao case needs.
pub fn powers() -> Value {
    let powers = [
        "counterclaim",
        "withdrawal",
        "settlement",
        "waiver",
        "admission",
        "leaving",
        "appeal",
        "appeal_withdrawal",
        "sub_counsel",
    ];
    let needed = |power: &str| ["settlement", "sub_counsel"].contains(&power);
    powers
        .iter()
        .map(|power| (power.to_string(), Value::Bool(needed(power))))
        .collect()
}

/// An answer to a text in Korean.
pub fn answer_body(text: &Value, agreed: bool, name: &str) -> Value {
    let mut body = json!({
        "item": text["item"], "language": "ko", "text_sha256": text["sha256"], "agreed": agreed, "signed_name": name
    });
    if agreed && text["kind"] == "mandate" {
        body["powers"] = powers();
    }
    body
}

/// What staff enter for a merchant who calls.
pub fn staffed_body() -> Value {
    json!({"channel": "phone", "received_on": "2026-11-20", "claim": claim_body()})
}

/// What staff put on record of a signed paper with the answer to that text.
pub fn paper_body(text: &Value, agreed: bool, name: &str) -> Value {
    let mut paper = answer_body(text, agreed, name);
    paper["signed_on"] = json!("2026-11-21");
    paper["scan_sha256"] = json!("5c".repeat(32));
    paper
}

/// The command that gives an item of the Kakao case a new text; `earlier` signatures `suffice` or
/// `renew`.
pub fn revision<'a>(item: &'a str, ko: &'a str, en: &'a str, earlier: &'a str) -> [&'a str; 12] {
    let reason = "위임 범위를 더 분명하게 썼습니다";
    [
        "case",
        "revise",
        CASE,
        item,
        "--ko",
        ko,
        "--en",
        en,
        "--earlier",
        earlier,
        "--reason",
        reason,
    ]
}

/// That staff saw a claimant anew, who is to get that address.
pub fn recovery_body(email: &str) -> Value {
    json!({"email": email, "method": "video", "identified_on": "2026-11-20",
        "detail": "영상 통화로 신분증과 얼굴을 보았습니다", "reason": "메일함을 잃어버렸습니다, 비밀번호도 모릅니다"})
}

impl Caller {
    /// Begins a complete draft in the Kakao case, with loss, evidence and all required consents;
    /// returns its id.
    pub fn draft(&self) -> String {
        self.draft_of(claim_body(), "김하늘")
    }

    /// A complete draft for a child, which its only parent signs in this account; returns its id.
    pub fn draft_for_child(&self) -> String {
        let mut body = claim_body();
        body["party"] = json!("minor");
        body["identity"]["birth_date"] = json!("2012-03-04");
        let claim = self
            .post(&format!("/api/v1/cases/{CASE}/claims"), body)
            .id();
        let path = format!("/api/v1/claims/{claim}");
        let parent = json!({"capacity": "sole_parent", "name": "박엄마", "own": true});
        self.post(&format!("{path}/signatories"), parent).is(201);
        self.post(&format!("{path}/losses"), loss_body()).id();
        for kind in ["service-use", "sales-loss", "representation"] {
            let file = evidence_body(kind, &format!("{claim} {kind}"));
            self.post(&format!("{path}/evidence"), file).id();
        }
        self.consent(&claim, "박엄마");
        claim
    }

    /// Begins a draft for a ward, whose guardian signs by a link to that address; returns the ids of
    /// claim and guardian.
    pub fn draft_for_ward(&self, email: &str) -> (String, String) {
        let mut body = claim_body();
        body["party"] = json!("ward");
        let claim = self
            .post(&format!("/api/v1/cases/{CASE}/claims"), body)
            .id();
        let path = format!("/api/v1/claims/{claim}/signatories");
        let guardian = json!({"capacity": "guardian", "name": "최후견", "email": email});
        self.post(&path, guardian).is(201);
        let named = self.get(&path).json();
        (claim, named[0]["id"].as_str().expect("an id").into())
    }

    /// As [`Caller::draft`], with that body and signed under that name.
    pub fn draft_of(&self, body: Value, name: &str) -> String {
        let claim = self
            .post(&format!("/api/v1/cases/{CASE}/claims"), body)
            .id();
        self.post(&format!("/api/v1/claims/{claim}/losses"), loss_body())
            .id();
        for kind in ["service-use", "sales-loss"] {
            self.post(
                &format!("/api/v1/claims/{claim}/evidence"),
                evidence_body(kind, &format!("{claim} {kind}")),
            )
            .id();
        }
        self.consent(&claim, name);
        claim
    }

    /// The consent texts of the Kakao case as they stand, in Korean.
    pub fn consent_texts(&self) -> Vec<Value> {
        let texts = self.get(&format!("/api/v1/cases/{CASE}/consent-texts?language=ko"));
        texts.json().as_array().expect("a list").clone()
    }

    /// That of an item.
    pub fn consent_text(&self, item: &str) -> Value {
        let mut texts = self.consent_texts().into_iter();
        let text = texts.find(|text| text["item"] == item);
        text.unwrap_or_else(|| panic!("{item} is not asked"))
    }

    /// Sends a signatory of a claim of one's own the link by which they sign.
    pub fn ask_to_sign(&self, signatory: &str) {
        let path = format!("/api/v1/signatories/{signatory}/link");
        self.post(&path, json!({})).is(204);
    }

    /// Agrees to every required item and refuses the optional ones.
    pub fn consent(&self, claim: &str, name: &str) {
        for text in self.consent_texts() {
            let answer = answer_body(&text, text["required"] == true, name);
            self.post(&format!("/api/v1/claims/{claim}/consents"), answer)
                .id();
        }
    }

    /// A draft that staff enter for somebody, whole but for what only the claimant can say; returns its
    /// id.
    pub fn entered(&self) -> String {
        let path = format!("/api/v1/cases/{CASE}/staffed-claims");
        let claim = self.post(&path, staffed_body()).id();
        let path = format!("/api/v1/claims/{claim}");
        self.post(&format!("{path}/losses"), loss_body()).id();
        for kind in ["service-use", "sales-loss"] {
            let file = evidence_body(kind, &format!("{claim} {kind}"));
            self.post(&format!("{path}/evidence"), file).id();
        }
        claim
    }

    /// The code of a slip for a claim that staff entered.
    pub fn slip(&self, claim: &str) -> String {
        let made = self.post(&format!("/api/v1/claims/{claim}/slip"), json!({}));
        let made = made.is(201).json();
        made["code"].as_str().expect("a code").into()
    }

    /// Somebody who shows the code of a slip, in the session that it begins.
    pub fn showing(&self, code: &str) -> Self {
        let answer = self.post("/api/v1/slips", json!({"code": code})).is(201);
        Self {
            token: answer.json()["token"].as_str().map(String::from),
            ..self.clone()
        }
    }

    /// A submitted claim's id.
    pub fn submitted(&self) -> String {
        let claim = self.draft();
        let answer = self.post(&format!("/api/v1/claims/{claim}/submission"), json!({}));
        assert_eq!(answer.status, 204, "{}", answer.text());
        claim
    }
}
