//! What people type freely: resident registration numbers and hidden characters are refused in
//! every field that takes words, and nothing of what was typed comes back or is kept.

use serde_json::{Value, json};

use crate::harness::caller::{Caller, fresh_key};
use crate::harness::claims::{
    answer_body, claim_body, evidence_body, loss_body, message_body, notice_body,
};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

/// What no field takes, and the code that says so.
const REFUSED: [(&str, &str); 8] = [
    ("제 번호는 900101-1234568 입니다", "resident-number"),
    (
        "제 번호는 ９００１０１ － １２３４５６８ 입니다",
        "resident-number",
    ),
    ("9001011234568 이 제 번호입니다", "resident-number"),
    ("소리 나는 \u{7} 글자입니다", "control-character"),
    ("끝이 난 \u{0} 글자입니다", "control-character"),
    ("거꾸로 \u{202E} 보이는 글자입니다", "control-character"),
    ("숨은 \u{FEFF} 글자가 있습니다", "control-character"),
    ("숨은 \u{200B} 글자가 있습니다", "control-character"),
];

/// A request with one field for words.
struct Field<'a> {
    caller: &'a Caller,
    method: &'static str,
    path: String,
    body: Value,
    /// Where the words go, as a JSON pointer.
    at: &'static str,
    /// How the answer names it.
    name: &'static str,
}

/// Tries every text of [`REFUSED`] in the field.
fn refuses(field: &Field) {
    for (typed, code) in REFUSED {
        let mut body = field.body.clone();
        *body
            .pointer_mut(field.at)
            .unwrap_or_else(|| panic!("{} is not in the body", field.at)) = json!(typed);
        let answer = field.caller.json(
            field.method,
            &field.path,
            &[("idempotency-key", &fresh_key())],
            body,
        );
        let what = format!("{} {}: {typed:?}", field.path, field.name);
        assert_eq!(
            (answer.status, answer.faults()),
            (422, vec![(field.name.into(), code.into())]),
            "{what}: {}",
            answer.text()
        );
        assert!(
            !answer.text().contains(typed) && !answer.text().contains("1234568"),
            "{what} comes back"
        );
    }
}

#[test]
fn no_field_for_words_takes_a_resident_number_or_a_hidden_character() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.assigned("lawyer", "lawyer@example.com"),
    );
    let administrator = app.staff("administrator", "administrator@example.com");
    let draft = claimant.draft();
    let submitted = app.claimant("submitted@example.com").submitted();
    let other = app.claimant("third@example.com");
    let consent = answer_body(&claimant.consent_text("participation"), true, "");
    let noted = {
        let mut body = evidence_body("other", "words");
        body["note"] = json!("채널 관리자 화면");
        body
    };
    let (claims, claim) = (format!("/api/v1/cases/{CASE}/claims"), |below: &str| {
        format!("/api/v1/claims/{draft}{below}")
    });
    let notices = format!("/api/v1/cases/{CASE}/notices");
    let messages = format!("/api/v1/cases/{CASE}/messages");
    let (shown, files) = (
        format!("/api/v1/cases/{CASE}/disclosures"),
        format!("/api/v1/cases/{CASE}/exports"),
    );
    let size = app.database.intact();
    for (caller, path, body, at, name) in [
        (
            &other,
            claims.clone(),
            claim_body(),
            "/identity/name",
            "identity.name",
        ),
        (
            &other,
            claims.clone(),
            claim_body(),
            "/identity/address",
            "identity.address",
        ),
        (
            &other,
            claims.clone(),
            claim_body(),
            "/businesses/0/name",
            "businesses[0].name",
        ),
        (&claimant, claim("/losses"), loss_body(), "/note", "note"),
        (&claimant, claim("/losses"), loss_body(), "/basis", "basis"),
        (
            &claimant,
            claim("/evidence"),
            noted.clone(),
            "/file_name",
            "file_name",
        ),
        (&claimant, claim("/evidence"), noted, "/note", "note"),
        (
            &claimant,
            claim("/consents"),
            consent,
            "/signed_name",
            "signed_name",
        ),
        (
            &lawyer,
            format!("/api/v1/claims/{submitted}/reviews"),
            json!({"decision": "start", "note": ""}),
            "/note",
            "note",
        ),
        (
            &lawyer,
            notices.clone(),
            notice_body(),
            "/title/ko",
            "title.ko",
        ),
        (&lawyer, notices, notice_body(), "/body/en", "body.en"),
        (
            &lawyer,
            messages.clone(),
            message_body(),
            "/title/en",
            "title.en",
        ),
        (&lawyer, messages, message_body(), "/body/ko", "body.ko"),
        (
            &lawyer,
            shown,
            json!({"reason": "", "filter": {}}),
            "/reason",
            "reason",
        ),
        (
            &lawyer,
            files,
            json!({"reason": "", "profile": "contact", "format": "csv"}),
            "/reason",
            "reason",
        ),
        (
            &administrator,
            "/api/v1/staff".into(),
            json!({"email": "a@example.com", "name": "", "role": "lawyer"}),
            "/name",
            "name",
        ),
    ] {
        // notes are read without what is around them; the fields beside are as they should be
        refuses(&Field {
            caller,
            method: "POST",
            path,
            body,
            at,
            name,
        });
    }
    for path in [
        format!("/api/v1/cases/{CASE}/hold"),
        format!("/api/v1/claims/{submitted}/hold"),
    ] {
        refuses(&Field {
            caller: &lawyer,
            method: "PUT",
            path,
            body: json!({"reason": ""}),
            at: "/reason",
            name: "reason",
        });
    }
    // not for words, and kept as it comes
    let mut typed = evidence_body("other", "typed");
    typed["media_type"] = json!("image/900101-1234568");
    let answer = claimant.post(&claim("/evidence"), typed).is(422);
    assert_eq!(
        answer.faults(),
        [("media_type".to_string(), "resident-number".to_string())]
    );
    assert!(!answer.text().contains("1234568"), "it comes back");
    assert_eq!(app.database.intact(), size, "nothing of it was kept");
    // of a key only a keyed hash is kept: what looks like a number in it alarms nobody
    let key = [("idempotency-key", "claim-9001011234568")];
    claimant
        .json("POST", &claim("/losses"), &key, loss_body())
        .id();
    assert!(!app.rows().contains("9001011234568"));
    let mut lines = loss_body();
    lines["note"] = json!("  첫 줄\n둘째 줄  ");
    let loss = claimant.post(&claim("/losses"), lines).id();
    let kept = claimant.get(&claim("/losses")).json();
    let kept = kept
        .as_array()
        .expect("a list")
        .iter()
        .find(|kept| kept["id"] == *loss)
        .expect("it is listed");
    assert_eq!(kept["note"], "첫 줄\n둘째 줄", "a note has lines");
}

#[test]
fn a_query_that_does_not_read_is_refused() {
    let app = App::start();
    let (lawyer, auditor) = (
        app.assigned("lawyer", "lawyer@example.com"),
        app.assigned("auditor", "auditor@example.com"),
    );
    let claims = format!("/api/v1/cases/{CASE}/claims");
    let texts = format!("/api/v1/cases/{CASE}/consent-texts");
    let entries = "/api/v1/log/entries";
    let statuses = "draft, submitted, under_review, accepted, rejected, withdrawn";
    for (caller, path, query, field, code, words) in [
        (
            &lawyer,
            claims.as_str(),
            "status=lost",
            "status",
            "unknown-value",
            statuses,
        ),
        (
            &lawyer,
            &claims,
            "status=",
            "status",
            "unknown-value",
            statuses,
        ),
        (
            &lawyer,
            &claims,
            "status=%00",
            "status",
            "unknown-value",
            statuses,
        ),
        (
            &lawyer,
            &claims,
            "limit=5&region=tokyo",
            "region",
            "unknown-value",
            "seoul, busan",
        ),
        (&lawyer, &claims, "after=1", "after", "id", "01a20848-"),
        (
            &lawyer,
            &claims,
            "after=01a20848-2cc7-76fd-a102-600afcad4f7a",
            "after",
            "cursor",
            "next",
        ),
        (
            &lawyer,
            &claims,
            "limit=many",
            "limit",
            "whole-number",
            "whole number",
        ),
        (
            &lawyer,
            &claims,
            "limit=99999999999999999999",
            "limit",
            "whole-number",
            "whole number",
        ),
        (&lawyer, &claims, "limit=0", "limit", "limit", "200"),
        (&lawyer, &claims, "limit=201", "limit", "limit", "200"),
        (
            &lawyer,
            &claims,
            "limit=5&limit=6",
            "limit",
            "twice",
            "Leave one",
        ),
        (
            &lawyer,
            &claims,
            "name=kim",
            "name",
            "unknown-parameter",
            "status, region, industry, service, lacking, order, after, limit",
        ),
        (
            &lawyer,
            &claims,
            "%ea%b9%80=1",
            "?",
            "unknown-parameter",
            "status",
        ),
        (
            &lawyer,
            &claims,
            "industry=piracy",
            "industry",
            "not-of-case",
            "lists of the case",
        ),
        (
            &lawyer,
            &claims,
            "industry=%00",
            "industry",
            "not-of-case",
            "lists of the case",
        ),
        (
            &lawyer,
            &texts,
            "language=fr",
            "language",
            "unknown-value",
            "ko, en",
        ),
        (
            &auditor,
            entries,
            "from=first",
            "from",
            "whole-number",
            "whole number",
        ),
        (
            &auditor,
            entries,
            "from=-1",
            "from",
            "entry-number",
            "from 0",
        ),
        (&auditor, entries, "limit=0", "limit", "limit", "10000"),
        (&auditor, entries, "limit=10001", "limit", "limit", "10000"),
        (
            &lawyer,
            "/log/proofs/inclusion/0",
            "size=-1",
            "size",
            "whole-number",
            "whole number",
        ),
    ] {
        let english = [("accept-language", "en")];
        let answer = caller.send("GET", &format!("{path}?{query}"), &english, Vec::new());
        assert_eq!(
            (answer.status, answer.faults()),
            (422, vec![(field.to_string(), code.to_string())]),
            "{query}: {}",
            answer.text()
        );
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        assert!(answer.text().contains(words), "{query}: {}", answer.text());
    }
    lawyer
        .get(&format!(
            "{claims}?industry=nail-hair&status=submitted&region=seoul&limit=200"
        ))
        .is(200);
    assert_eq!(
        auditor
            .get("/api/v1/log/entries?from=9223372036854775807&limit=10000")
            .text(),
        "",
        "beyond the end there is nothing"
    );
}

#[test]
fn what_refuses_names_the_range_and_what_to_do() {
    let app = App::start();
    let (claimant, lawyer) = (
        app.claimant("merchant@example.com"),
        app.assigned("lawyer", "lawyer@example.com"),
    );
    let auditor = app.staff("auditor", "auditor@example.com");
    let detail = |answer: crate::harness::caller::Answer| {
        answer.json()["detail"]
            .as_str()
            .unwrap_or_default()
            .to_string()
    };
    assert_eq!(
        detail(lawyer.get(&format!("/api/v1/cases/{CASE}/claims?limit=201"))),
        "A page has 1 to 200 items. Give a number in that range."
    );
    assert_eq!(
        detail(auditor.get("/api/v1/log/entries?limit=0")),
        "A page has 1 to 10000 items. Give a number in that range."
    );
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    let listed = format!("/api/v1/claims/{claim}/evidence");
    let taken = |day: &str, loss: Option<&str>| {
        let mut body = evidence_body("other", day);
        (body["taken_on"], body["loss_id"]) = (json!(day), json!(loss));
        claimant.post(&listed, body)
    };
    assert_eq!(
        detail(taken("1999-12-31", None)),
        "Give a date from 1 January 2000 on."
    );
    taken("2000-01-01", None).is(201);
    let born = |day: &str| {
        let mut body = claim_body();
        body["identity"]["birth_date"] = json!(day);
        claimant.json(
            "PUT",
            &format!("/api/v1/claims/{claim}"),
            &[("if-match", "\"1\"")],
            body,
        )
    };
    assert_eq!(
        detail(born("1899-12-31")),
        "Give a birth date from 1 January 1900 to today."
    );
    let loss = claimant
        .post(&format!("/api/v1/claims/{claim}/losses"), loss_body())
        .id();
    let evidence = taken("2022-10-17", Some(&loss)).id();
    let kept = claimant.delete(&format!("/api/v1/losses/{loss}"));
    assert_eq!(
        (kept.status, kept.code().as_str()),
        (409, "loss-has-evidence")
    );
    assert!(detail(kept).ends_with("Take that evidence off or replace it first."));
    claimant
        .delete(&format!("/api/v1/evidence/{evidence}"))
        .is(204);
    claimant.delete(&format!("/api/v1/losses/{loss}")).is(204);
    claimant
        .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        .is(204);
    let late = detail(claimant.post(&format!("/api/v1/claims/{claim}/submission"), json!({})));
    assert_eq!(
        late,
        "This cannot be done while the claim is withdrawn. Load the claim again and go on from where it stands."
    );
}
