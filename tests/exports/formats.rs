//! Each format holds the same claims, and no cell runs in a spreadsheet.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::exports::{export, newest};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn every_format_holds_the_same_claims_and_its_digest_is_on_record() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    for format in ["csv", "jsonl", "xlsx"] {
        let id = export(&lawyer, "full", format);
        let file = lawyer.get(&format!("/api/v1/exports/{id}/content")).is(200);
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
                serde_json::from_slice::<Value>(&file.bytes).expect("one object")["business_numbers"],
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
    body["businesses"][0]["name"] = json!("=HYPERLINK(\"http://evil.example\")");
    body["identity"]["address"] = json!("＠SUM(1+1)");
    claimant
        .json(
            "PUT",
            &format!("/api/v1/claims/{claim}"),
            &[("if-match", "\"1\"")],
            body,
        )
        .is(204);
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
            "+SUM(1+1)",
            "+82 가상로 1",
            "=HYPERLINK(\"http://evil.example\",\"열기\")",
        ),
        ("-1+1, cmd", "=1+1", "＝1+1"),
    ];
    for (n, (name, address, business)) in evil.iter().enumerate() {
        let claimant = app.claimant(&format!("merchant-{n}@example.com"));
        let mut body = claim_body();
        (
            body["identity"]["name"],
            body["identity"]["address"],
            body["businesses"][0]["name"],
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
        claimant
            .post(&format!("/api/v1/claims/{claim}/submission"), json!({}))
            .is(204);
    }
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let file = |format: &str| {
        lawyer.get(&format!(
            "/api/v1/exports/{}/content",
            export(&lawyer, "full", format)
        ))
    };
    let (cells, rows) = sheet(&file("xlsx").bytes);
    // JSON lines, which nothing runs, say what has to be there, in the same order of columns and
    // rows
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
        (1 + evil.len(), evil.len(), expected[0].len())
    );
    let letters = || ('A'..='Z').map(String::from);
    let columns = letters().chain(letters().map(|letter| format!("A{letter}")));
    for (column, header) in columns.zip(&headers) {
        assert_eq!(cells[&format!("{column}1")].1, *header);
        for (row, claim) in (2..).zip(&expected) {
            let at = format!("{column}{row}");
            if claim[*header].is_null() {
                assert!(!cells.contains_key(&at), "{header}");
                continue;
            }
            let (kind, text) = &cells[&at];
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
