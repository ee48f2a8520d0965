//! Which claims leave the building, and what stays on record of a download and of a look.

use std::io::Read;
use std::net::TcpStream;

use claimant_registry::vault::{KeyRing, Keys, Place, Vault};
use diesel::prelude::*;
use diesel::sql_types::{Array, Bytea};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::exports::{REASON, export, newest};
use crate::harness::caller::Caller;
use crate::harness::cluster::{CASE, KEYS};
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn only_what_the_filter_names_leaves_the_building() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let path = format!("/api/v1/cases/{CASE}/exports");
    let asked = |filter: Value| json!({"profile": "contact", "format": "jsonl", "reason": REASON, "filter": filter, "standing": "any"});
    for (filter, members) in [
        (json!({"region": "seoul"}), 1),
        (json!({"region": "busan"}), 0),
        (
            json!({"service": "alimtalk", "industry": "nail-hair", "status": "submitted"}),
            1,
        ),
        (json!({"submitted_from": "2100-01-01T00:00:00Z"}), 0),
    ] {
        lawyer.post(&path, asked(filter.clone())).id();
        assert_eq!(newest(&lawyer)["members"], json!(members), "{filter}");
    }
    lawyer
        .post(&path, asked(json!({"industry": "piracy"})))
        .is(422);
    let curt = lawyer.post(
        &path,
        json!({"profile": "contact", "format": "csv", "reason": "그냥"}),
    );
    assert_eq!(
        curt.faults(),
        [("reason".to_string(), "reason-short".to_string())]
    );
}

/// The firm takes a claim on.
fn accept(lawyer: &Caller, claim: &str, decision: &str) {
    for decision in ["start", decision] {
        let body = match decision {
            "reject" => json!({"decision": decision, "note": "이용을 보이는 자료가 없습니다"}),
            _ => json!({ "decision": decision }),
        };
        lawyer
            .post(&format!("/api/v1/claims/{claim}/reviews"), body)
            .id();
    }
}

#[test]
fn a_file_holds_who_is_in_the_suit_unless_asked_otherwise() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let claim = |name: &str| app.claimant(&format!("{name}@example.com")).submitted();
    let (accepted, submitted, rejected) =
        (claim("accepted"), claim("submitted"), claim("rejected"));
    let leaver = app.claimant("leaver@example.com");
    let withdrawn = leaver.submitted();
    accept(&lawyer, &accepted, "accept");
    accept(&lawyer, &rejected, "reject");
    accept(&lawyer, &withdrawn, "accept");
    leaver
        .post(&format!("/api/v1/claims/{withdrawn}/withdrawal"), json!({}))
        .is(204);
    let path = format!("/api/v1/cases/{CASE}/exports");
    let asked = |more: Value| {
        let mut body = json!({"profile": "court_list", "format": "csv", "reason": REASON});
        for (name, value) in more.as_object().expect("an object") {
            body[name] = value.clone();
        }
        lawyer.post(&path, body)
    };
    for (more, members) in [
        (json!({}), 1),
        (json!({"filter": {}}), 1),
        (json!({"filter": {"region": "seoul"}}), 1),
        (json!({"filter": {"status": "accepted"}}), 1),
        (json!({"claims": [accepted]}), 1),
        (json!({"filter": {"status": "withdrawn"}}), 1),
        (
            json!({"filter": {"status": "submitted"}, "standing": "any"}),
            1,
        ),
        (json!({"standing": "any"}), 4),
        (
            json!({"claims": [submitted, withdrawn], "standing": "any"}),
            2,
        ),
    ] {
        asked(more.clone()).id();
        assert_eq!(newest(&lawyer)["members"], json!(members), "{more}");
    }
    for (more, status, field, code) in [
        (
            json!({"claims": [accepted, withdrawn]}),
            404,
            "claims[1]",
            "no-claim-in-force",
        ),
        (
            json!({"claims": [submitted]}),
            404,
            "claims[0]",
            "no-claim-in-force",
        ),
        (
            json!({"claims": [accepted], "filter": {"status": "accepted"}}),
            422,
            "claims",
            "one-selection",
        ),
        (
            json!({"filter": {"status": "rejected"}, "standing": "in_force"}),
            422,
            "standing",
            "standing-contradicts",
        ),
        (
            json!({"filter": {"submitted_from": "2026-01-02T00:00:00Z", "submitted_until": "2026-01-01T00:00:00Z"}}),
            422,
            "filter.submitted_until",
            "period-empty",
        ),
    ] {
        let refused = asked(more.clone());
        let said = (refused.status, refused.faults());
        assert_eq!(
            said,
            (status, vec![(field.to_string(), code.to_string())]),
            "{more}"
        );
    }
    // accepted, but the firm may not act any more
    app.sql("UPDATE consent SET withdrawn_at = now() WHERE item = 'mandate'");
    asked(json!({})).id();
    assert_eq!(newest(&lawyer)["members"], json!(0));
}

#[test]
fn numbers_stand_in_the_order_of_submission_and_times_are_korean() {
    let app = App::start();
    app.sql("SELECT setval('claim_number', 999998)");
    for name in ["first", "second", "third"] {
        app.claimant(&format!("{name}@example.com")).submitted();
    }
    app.sql("UPDATE claim SET submitted_at = '2026-01-05T15:30:00Z'");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let id = export(&lawyer, "full", "jsonl");
    let text = lawyer.get(&format!("/api/v1/exports/{id}/content")).text();
    let rows: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a row"))
        .collect();
    let numbers: Vec<&str> = rows
        .iter()
        .filter_map(|row| row["number"].as_str()?.split('-').nth(1))
        .collect();
    assert_eq!(numbers, ["999999", "1000000", "1000001"]);
    assert_eq!(rows[0]["submitted_at"], "2026-01-06T00:30:00+09:00");
}

#[test]
fn a_lawyer_reads_who_looked_at_whom_and_why() {
    let app = App::start();
    let claim = app.claimant("merchant@example.com").submitted();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let path = format!("/api/v1/cases/{CASE}/disclosures");
    paralegal
        .post(&path, json!({"reason": REASON, "claims": [claim]}))
        .id();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    export(&lawyer, "contact", "csv");
    let listed = lawyer.get(&path).json();
    let seen: Vec<_> = listed["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|made| ["purpose", "by", "reason"].map(|key| made[key].as_str().unwrap_or_default()))
        .collect();
    let (screen, file) = (&seen[1], &seen[0]);
    assert_eq!(
        (screen[0], screen[2], file[0]),
        ("review", REASON, "export")
    );
    assert_ne!(screen[1], "");
    paralegal.get(&path).is(403);
    app.staff("lawyer", "elsewhere@example.com")
        .get(&path)
        .is(404);
}

#[test]
fn members_are_frozen_when_the_export_is_made() {
    let app = App::start();
    app.claimant("first@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let id = export(&lawyer, "contact", "csv");
    app.claimant("second@example.com").submitted();
    let text = lawyer.get(&format!("/api/v1/exports/{id}/content")).text();
    assert_eq!(text.lines().count(), 2, "a header and one claim: {text}");
}

/// Copies the one claim under ids of their own, each with a document of 20 kB sealed for its row:
/// 600 are more than the sockets' buffers hold, 4 MB on the one side and 6 MB on the other.
fn multiply(app: &App, copies: usize) {
    let ring = |n: usize| KeyRing::parse(KEYS[n].1).expect("a test key");
    let vault = Vault::new(Keys {
        sealing: ring(0),
        index: ring(1),
        token: ring(2),
        log: ring(3),
    });
    let ids: Vec<Uuid> = (0..copies).map(|_| Uuid::now_v7()).collect();
    let address = "가상로 ".repeat(2_000);
    let sealed: Vec<Vec<u8>> = ids
        .iter()
        .map(|id| {
            vault
                .seal(
                    Place {
                        table: "claim",
                        id: *id,
                        subject: *id,
                    },
                    [("name", "합성"), ("address", address.as_str())],
                )
                .sealed
        })
        .collect();
    diesel::sql_query(
        "INSERT INTO claim SELECT copy.id, case_id, NULL, 'COPY-' || copy.id, 'accepted', party, copy.sealed,
                commitments, name_index, phone_index, version, created_at, updated_at, submitted_at
         FROM claim, unnest($1, $2) AS copy (id, sealed)",
    )
    .bind::<Array<diesel::sql_types::Uuid>, _>(ids)
    .bind::<Array<Bytea>, _>(sealed)
    .execute(&mut app.superuser())
    .expect("the superuser may");
}

#[test]
fn a_client_that_goes_away_leaves_an_aborted_download() {
    let app = App::with(&[("EXPORT_STALL_SECONDS", "1")]);
    app.claimant("merchant@example.com").submitted();
    multiply(&app, 600);
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let id = export(&lawyer, "full", "jsonl");
    let mut stream =
        TcpStream::connect(app.url.trim_start_matches("http://")).expect("the server answers");
    let token = lawyer.token.as_deref().expect("signed in");
    let request = format!(
        "GET /api/v1/exports/{id}/content HTTP/1.1\r\nhost: registry\r\nauthorization: Bearer {token}\r\n\r\n"
    );
    std::io::Write::write_all(&mut stream, request.as_bytes()).expect("the server reads");
    let mut beginning = [0; 1024];
    stream
        .read_exact(&mut beginning)
        .expect("the stream begins");
    let aborted = eventually(|| {
        Some(newest(&lawyer)).filter(|export| export["downloads"][0]["status"] == "aborted")
    });
    assert_eq!(aborted["downloads"][0]["sha256"], Value::Null);
    drop(stream);
}

#[test]
fn staff_see_an_identity_only_after_saying_why_and_the_claimant_reads_it() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let seen = paralegal.get(&format!("/api/v1/claims/{claim}")).json();
    assert_eq!(seen["identity"], Value::Null);
    let path = format!("/api/v1/cases/{CASE}/disclosures");
    let both = paralegal.post(
        &path,
        json!({"reason": REASON, "claims": [claim], "filter": {}}),
    );
    assert_eq!(
        both.faults(),
        [("claims".to_string(), "one-selection".to_string())]
    );
    for selection in [
        json!({"reason": REASON, "claims": [claim]}),
        json!({"reason": REASON, "search": {"field": "phone", "value": "01012345678"}}),
        json!({"reason": REASON, "search": {"field": "name", "value": "김 하늘"}}),
        json!({"reason": REASON, "search": {"field": "business_number", "value": "1234567891"}}),
    ] {
        let id = paralegal.post(&path, selection.clone()).id();
        let opened = paralegal
            .get(&format!("/api/v1/disclosures/{id}/claims"))
            .json();
        assert_eq!(
            opened["items"][0]["identity"]["name"], "김하늘",
            "{selection}: {opened}"
        );
        assert_eq!(
            opened["items"][0]["evidence"][0]["file_name"],
            "채널_관리자화면.png"
        );
    }
    let who = claimant
        .get(&format!("/api/v1/claims/{claim}/disclosures"))
        .json();
    assert_eq!(who.as_array().map(Vec::len), Some(4));
    assert!(
        who.as_array()
            .into_iter()
            .flatten()
            .all(|seen| seen["reason"] == REASON && seen["role"] == "paralegal"),
        "{who}"
    );
    let unknown = paralegal.post(
        &path,
        json!({"reason": REASON, "claims": [claim, "01a20848-2cc7-76fd-a102-600afcad4f7a"]}),
    );
    assert_eq!(
        (unknown.status, unknown.faults()),
        (
            404,
            vec![("claims[1]".to_string(), "no-submitted-claim".to_string())]
        )
    );
    let none = paralegal.post(&path, json!({"reason": REASON, "claims": []}));
    assert_eq!(
        (none.status, none.faults()),
        (422, vec![("claims".to_string(), "empty".to_string())])
    );
    let made = paralegal
        .post(&path, json!({"reason": REASON, "claims": [claim]}))
        .id();
    app.sql("UPDATE disclosure SET created_at = created_at - interval '16 minutes'");
    assert_eq!(
        paralegal
            .get(&format!("/api/v1/disclosures/{made}/claims"))
            .status,
        404,
        "the quarter of an hour is over"
    );
}

#[test]
fn the_history_comes_in_pages() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let mut made: Vec<String> = (0..5).map(|_| export(&lawyer, "contact", "csv")).collect();
    made.reverse();
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = lawyer
            .get(&format!("/api/v1/cases/{CASE}/exports?limit=2{after}"))
            .json();
        seen.extend(
            page["items"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|export| export["id"].as_str().map(String::from)),
        );
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(seen, made, "each once, the newest first");
    lawyer
        .get(&format!("/api/v1/cases/{CASE}/exports?limit=0"))
        .is(422);
    lawyer
        .get(&format!("/api/v1/cases/{CASE}/exports?page=2"))
        .is(422);
}
