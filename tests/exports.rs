//! Exports: what leaves the building, as what, and what stays on record.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::net::TcpStream;

use claimant_registry::vault::{KeyRing, Keys, Place, Vault};
use diesel::prelude::*;
use diesel::sql_types::{Array, Bytea};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::harness::caller::Caller;
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::{CASE, KEYS};
use crate::harness::eventually;
use crate::harness::server::App;

const REASON: &str = "손해액을 계산하기 위한 자료";

fn export(lawyer: &Caller, profile: &str, format: &str) -> String {
    let asked = json!({"profile": profile, "format": format, "reason": REASON});
    lawyer
        .post(&format!("/api/v1/cases/{CASE}/exports"), asked)
        .id()
}

fn newest(lawyer: &Caller) -> Value {
    lawyer.get(&format!("/api/v1/cases/{CASE}/exports")).json()["items"][0].clone()
}

#[test]
fn every_format_holds_the_same_claims_and_its_digest_is_on_record() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    for format in ["csv", "jsonl", "xlsx"] {
        let id = export(&lawyer, "full", format);
        let file = lawyer.get(&format!("/api/v1/exports/{id}/content"));
        assert_eq!(file.status, 200);
        let key = lawyer.get("/log/keys").json()[0]["fingerprint"]
            .as_str()
            .expect("the log has a key")
            .to_string();
        assert!(
            file.headers["content-disposition"]
                .contains(&format!("full-{id}-key-{}.{format}", &key[..16])),
            "{:?}",
            file.headers
        );
        assert_eq!(
            file.headers["log-key-fingerprint"], key,
            "whoever gets the file gets the key by another way than the log"
        );
        let digest: String = Sha256::digest(&file.bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let recorded = eventually(|| {
            Some(newest(&lawyer)).filter(|export| export["downloads"][0]["status"] == "complete")
        });
        assert_eq!(recorded["downloads"][0]["sha256"], json!(digest));
        assert_eq!(
            (&recorded["downloads"][0]["row_count"], &recorded["members"]),
            (&json!(1), &json!(1))
        );
        match format {
            "csv" => assert!(file.text().starts_with('\u{feff}') && file.text().contains("김하늘")),
            "jsonl" => assert_eq!(
                serde_json::from_slice::<Value>(&file.bytes).expect("one object")["business_number"],
                "123-45-67891"
            ),
            _ => assert!(
                file.bytes.starts_with(b"PK\x03\x04"),
                "a workbook is a zip archive"
            ),
        }
    }
    app.database.intact();
}

#[test]
fn a_profile_shows_its_columns_and_no_others() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    for (profile, shows, hides) in [
        ("contact", "010-1234-5678", "가상로"),
        ("court_list", "가상로", "010-1234-5678"),
        ("loss_table", "1200000", "김하늘"),
    ] {
        let id = export(&lawyer, profile, "csv");
        let text = lawyer.get(&format!("/api/v1/exports/{id}/content")).text();
        assert!(
            text.contains(shows) && !text.contains(hides),
            "{profile}: {text}"
        );
    }
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_is_only_text() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    let mut body = claim_body();
    body["identity"]["business_name"] = json!("=HYPERLINK(\"http://evil.example\")");
    body["identity"]["address"] = json!("＠SUM(1+1)");
    let edited = claimant.json(
        "PUT",
        &format!("/api/v1/claims/{claim}"),
        &[("if-match", "\"1\"")],
        body,
    );
    assert_eq!(edited.status, 204, "{}", edited.text());
    app.sql("UPDATE claim SET number = 'KKO-000001-T', status = 'submitted', submitted_at = now()");
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let id = export(&lawyer, "full", "csv");
    let text = lawyer.get(&format!("/api/v1/exports/{id}/content")).text();
    assert!(
        text.contains("'=HYPERLINK") && text.contains("'＠SUM"),
        "{text}"
    );
}

/// A cell of a sheet: its type, and what it shows.
type Cell = (String, String);

/// What stands between the first of `from` and the next of `to`.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    text.split_once(from)?
        .1
        .split_once(to)
        .map(|(found, _)| found)
}

/// The cells of the one sheet of a workbook by their places, and its rows.
fn sheet(bytes: &[u8]) -> (BTreeMap<String, Cell>, usize) {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a zip archive");
    let mut part = |name: &str| {
        let mut text = String::new();
        archive
            .by_name(name)
            .ok()?
            .read_to_string(&mut text)
            .expect("parts are XML in UTF-8");
        Some(text)
    };
    assert!(
        part("xl/worksheets/sheet2.xml").is_none() && part("xl/calcChain.xml").is_none(),
        "one sheet, which computes nothing"
    );
    let shared = part("xl/sharedStrings.xml").unwrap_or_default();
    let shared: Vec<String> = shared.split("<si>").skip(1).map(shown).collect();
    let xml = part("xl/worksheets/sheet1.xml").expect("there is a sheet");
    assert!(
        !xml.contains("<f>") && !xml.contains("<f ") && !xml.contains("<hyperlink"),
        "{xml}"
    );
    let cells = xml.split("<c ").skip(1).map(|cell| {
        let (head, body) = cell.split_once('>').expect("a tag ends");
        let kind = between(head, "t=\"", "\"").unwrap_or("n");
        let value = between(body, "<v>", "</v>");
        let text = match (kind, value) {
            ("s", Some(nth)) => shared[nth.parse::<usize>().expect("a number")].clone(),
            (_, Some(value)) => value.into(),
            (_, None) => shown(body),
        };
        (
            between(head, "r=\"", "\"")
                .expect("a cell has a place")
                .to_string(),
            (kind.to_string(), text),
        )
    });
    (cells.collect(), xml.matches("<row ").count())
}

/// The text of a string cell.
fn shown(xml: &str) -> String {
    let inside = between(xml, "<t", "</t>")
        .and_then(|text| text.split_once('>'))
        .map(|(_, text)| text)
        .unwrap_or_default();
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(inside.to_string(), |text, (from, to)| {
        text.replace(from, to)
    })
}

#[test]
fn a_workbook_has_its_header_its_rows_and_only_text_where_a_formula_could_be() {
    let app = App::start();
    let evil = [
        (
            "@SUM(1+1)",
            "+82 가상로 1",
            "=HYPERLINK(\"http://evil.example\",\"열기\")",
        ),
        ("-1+1|cmd", "=1+1", "＝1+1"),
    ];
    for (n, (name, address, business)) in evil.iter().enumerate() {
        let claimant = app.claimant(&format!("merchant-{n}@example.com"));
        let mut body = claim_body();
        (
            body["identity"]["name"],
            body["identity"]["address"],
            body["identity"]["business_name"],
        ) = (json!(name), json!(address), json!(business));
        let claim = claimant
            .post(&format!("/api/v1/cases/{CASE}/claims"), body)
            .id();
        claimant
            .post(&format!("/api/v1/claims/{claim}/losses"), loss_body())
            .id();
        for kind in ["service-use", "sales-loss"] {
            claimant
                .post(
                    &format!("/api/v1/claims/{claim}/evidence"),
                    evidence_body(kind, &format!("{claim} {kind}")),
                )
                .id();
        }
        claimant.consent(&claim, name);
        let submitted = claimant.post(&format!("/api/v1/claims/{claim}/submission"), json!({}));
        assert_eq!(submitted.status, 204, "{}", submitted.text());
    }
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let file = |format: &str| {
        lawyer.get(&format!(
            "/api/v1/exports/{}/content",
            export(&lawyer, "full", format)
        ))
    };
    let (cells, rows) = sheet(&file("xlsx").bytes);
    // JSON lines, which nothing runs, say what has to be there, in the same order of columns and rows
    let lines = file("jsonl").text();
    let expected: Vec<serde_json::Map<String, Value>> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let csv = file("csv").text();
    let headers: Vec<&str> = csv
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .expect("a header")
        .split(',')
        .collect();
    assert_eq!(
        (rows, expected.len(), headers.len()),
        (1 + evil.len(), evil.len(), 22)
    );
    for (column, header) in ('A'..).zip(&headers) {
        assert_eq!(cells[&format!("{column}1")].1, *header);
        for (row, claim) in (2..).zip(&expected) {
            let (kind, text) = &cells[&format!("{column}{row}")];
            match &claim[*header] {
                Value::Number(amount) => assert_eq!(
                    (kind.as_str(), text),
                    ("n", &amount.to_string()),
                    "{header}"
                ),
                Value::String(written) => {
                    assert_eq!(
                        (["s", "inlineStr", "str"].contains(&kind.as_str()), text),
                        (true, written),
                        "{header}: {kind}"
                    )
                }
                other => panic!("{header}: {other}"),
            }
        }
    }
    for (name, address, business) in evil {
        for text in [name, address, business] {
            assert!(
                cells.values().any(|(_, shown)| shown == text),
                "{text} is not in the workbook"
            );
        }
    }
}

#[test]
fn only_what_the_filter_names_leaves_the_building() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let path = format!("/api/v1/cases/{CASE}/exports");
    let asked = |filter: Value| json!({"profile": "contact", "format": "jsonl", "reason": REASON, "filter": filter});
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
    let wrong = lawyer.post(&path, asked(json!({"industry": "piracy"})));
    assert_eq!(wrong.status, 422, "{}", wrong.text());
    let curt = lawyer.post(
        &path,
        json!({"profile": "contact", "format": "csv", "reason": "그냥"}),
    );
    assert_eq!(
        curt.faults(),
        [("reason".to_string(), "reason-short".to_string())]
    );
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

/// Copies the one claim under ids of their own, each with a document sealed for its row: enough that the sockets' buffers
/// do not hold the file.
fn multiply(app: &App, copies: usize) {
    let ring = |n: usize| KeyRing::parse(KEYS[n].1).expect("a test key");
    let vault = Vault::new(Keys {
        sealing: ring(0),
        index: ring(1),
        token: ring(2),
        log: ring(3),
    });
    let ids: Vec<Uuid> = (0..copies).map(|_| Uuid::now_v7()).collect();
    let address = "가상로 ".repeat(20);
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
        "INSERT INTO claim SELECT copy.id, case_id, NULL, 'COPY-' || copy.id, 'accepted', party, party_mode, region, industry, copy.sealed,
                commitments, name_index, phone_index, business_number_index, version, created_at, updated_at, submitted_at
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
    multiply(&app, 40_000);
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
    assert_eq!(
        lawyer
            .get(&format!("/api/v1/cases/{CASE}/exports?limit=0"))
            .status,
        422
    );
    assert_eq!(
        lawyer
            .get(&format!("/api/v1/cases/{CASE}/exports?page=2"))
            .status,
        400
    );
}
