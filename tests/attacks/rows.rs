//! Attacks on what the log is about: rows, payloads, and the triggers that capture.

use serde_json::json;

use crate::attacks::{first, found, only, row_found, sealed};
use crate::harness::attacker::OPEN;
use crate::harness::claims::message_body;
use crate::harness::cluster::CASE;
use crate::harness::server::App;
use crate::harness::verifiers::at;

#[test]
fn a_thousand_findings_are_counted_and_twenty_are_named() {
    let (app, _) = sealed();
    app.sql(&format!(
        "{OPEN} UPDATE change SET salt = NULL, row_text = NULL WHERE commitment IS NOT NULL"
    ));
    let (code, report) = app.database.verify(&[]);
    let findings = report["findings"].as_array().expect("a list");
    let named = findings
        .iter()
        .filter(|finding| finding["verdict"] == "payload_missing")
        .count() as u64;
    assert_eq!((code, named), (1, 20), "{report:#}");
    let emptied =
        app.count("SELECT count(*) FROM change WHERE commitment IS NOT NULL AND row_text IS NULL");
    let note = format!(
        "{} more entries do not fit what they were made for",
        emptied - 20
    );
    assert!(
        report["notes"]
            .as_array()
            .expect("a list")
            .contains(&json!(note)),
        "{note}: {report:#}"
    );
}

#[test]
fn a_row_edited_behind_the_triggers_is_named() {
    let quiet = |table: &str, edit: &str| {
        format!(
            "ALTER TABLE {table} DISABLE TRIGGER audit_row; {edit}; ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_row"
        )
    };
    let new = "01a20848-2cc7-76fd-a102-600afcad4f7a";
    for (table, edit, of) in [
        (
            "loss",
            "UPDATE loss SET amount_krw = amount_krw + 1",
            "SELECT id::text FROM loss",
        ),
        (
            "evidence",
            "DELETE FROM evidence WHERE kind = 'sales-loss'",
            "SELECT id::text FROM evidence WHERE kind = 'sales-loss'",
        ),
        (
            "claim_service",
            &format!(
                "INSERT INTO claim_service SELECT '{new}', id, case_id, 'melon', true FROM claim"
            ),
            &format!("SELECT '{new}'"),
        ),
        (
            "claim",
            "UPDATE claim SET sealed = sealed || '\\x00'",
            "SELECT id::text FROM claim",
        ),
    ] {
        let (app, _) = sealed();
        let key = only(&app, of);
        app.sql(&quiet(table, edit));
        assert_eq!(
            row_found(&app.database),
            ("row_differs".into(), table.into(), key),
            "{edit}"
        );
    }
}

#[test]
fn who_saw_whom_is_bound_to_the_log_though_the_list_is_not_captured() {
    for attack in [
        "DELETE FROM disclosure_member",
        "UPDATE disclosure_member SET claim_id = (SELECT id FROM claim WHERE status = 'draft')",
        "INSERT INTO disclosure_member SELECT c.id, d.id FROM claim c, disclosure d WHERE c.status = 'draft'",
        "DROP TABLE disclosure_member",
    ] {
        let app = App::start();
        let (claim, lawyer) = (
            app.claimant("merchant@example.com").submitted(),
            app.assigned("lawyer", "lawyer@example.com"),
        );
        app.claimant("second@example.com").draft();
        let ask = json!({"reason": "위임장의 서명을 확인하기 위해서", "claims": [claim]});
        let disclosure = lawyer
            .post(&format!("/api/v1/cases/{CASE}/disclosures"), ask)
            .id();
        app.database.intact();
        app.sql(attack);
        let expected = if attack.starts_with("DROP") {
            ("disclosure_member", "")
        } else {
            ("disclosure", disclosure.as_str())
        };
        let (verdict, table, key) = row_found(&app.database);
        assert_eq!(
            (verdict.as_str(), table.as_str(), key.as_str()),
            ("row_differs", expected.0, expected.1),
            "{attack}"
        );
    }
}

#[test]
fn who_was_told_what_is_bound_to_the_log_though_the_list_is_not_captured() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    app.claimant("second@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let message = lawyer
        .post(&format!("/api/v1/cases/{CASE}/messages"), message_body())
        .id();
    app.database.intact();
    app.sql("DELETE FROM message_member WHERE claim_id = (SELECT min(claim_id::text)::uuid FROM message_member)");
    assert_eq!(
        row_found(&app.database),
        ("row_differs".into(), "message".into(), message)
    );
}

#[test]
fn a_table_that_is_not_captured_any_more_is_named() {
    for attack in [
        "ALTER TABLE loss DISABLE TRIGGER audit_row",
        "ALTER TABLE loss ENABLE TRIGGER audit_row",
        "DROP TRIGGER audit_truncate ON loss",
        "DROP TRIGGER audit_row ON loss; CREATE TRIGGER audit_row AFTER INSERT OR UPDATE OR DELETE ON loss FOR EACH ROW WHEN (false)
         EXECUTE FUNCTION audit_capture_row('claim_id', 'case_id'); ALTER TABLE loss ENABLE ALWAYS TRIGGER audit_row",
        "DROP TRIGGER audit_row ON loss; CREATE TRIGGER audit_row AFTER INSERT OR DELETE ON loss FOR EACH ROW
         EXECUTE FUNCTION audit_capture_row('claim_id', 'case_id'); ALTER TABLE loss ENABLE ALWAYS TRIGGER audit_row",
        "DROP TRIGGER audit_row ON loss; CREATE TRIGGER audit_row AFTER INSERT OR UPDATE OF kind OR DELETE ON loss FOR EACH ROW
         EXECUTE FUNCTION audit_capture_row('claim_id', 'case_id'); ALTER TABLE loss ENABLE ALWAYS TRIGGER audit_row",
        "CREATE TRIGGER x AFTER INSERT ON loss FOR EACH ROW EXECUTE FUNCTION audit_capture_row('', ''); DROP TRIGGER audit_row ON loss",
        "CREATE TABLE shadow (id uuid PRIMARY KEY)",
        "DELETE FROM audit_table WHERE table_name = 'loss'; INSERT INTO audit_exempt VALUES ('loss', 'nobody needs to know about it'); DROP TRIGGER audit_row ON loss",
    ] {
        let (app, _) = sealed();
        app.sql(attack);
        let (verdict, table, _) = row_found(&app.database);
        let expected = if attack.contains("shadow") { "shadow" } else { "loss" };
        assert_eq!((verdict.as_str(), table.as_str()), ("not_captured", expected), "{attack}");
    }
}

#[test]
fn hiding_a_column_or_silencing_the_function_is_found_by_what_follows() {
    let (app, _) = sealed();
    app.sql("UPDATE audit_column SET policy = 'secret' WHERE table_name = 'loss' AND column_name = 'amount_krw'");
    assert_eq!(
        row_found(&app.database).0,
        "row_differs",
        "the logged text still has the column"
    );
    let (app, _) = sealed();
    app.sql(
        "CREATE OR REPLACE FUNCTION audit_capture_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
         UPDATE loss SET amount_krw = 1",
    );
    let verdicts: Vec<String> = found(&app.database, &[])
        .into_iter()
        .map(|(verdict, _)| verdict)
        .collect();
    assert_eq!(
        verdicts,
        ["not_captured", "row_differs"],
        "the function is not the program's, and what it let pass differs"
    );
}

#[test]
fn a_captured_table_that_is_gone_is_missed() {
    for attack in [
        "DROP TABLE evidence CASCADE",
        "CREATE SCHEMA aside; ALTER TABLE evidence SET SCHEMA aside",
    ] {
        let (app, _) = sealed();
        app.sql(attack);
        let (verdict, table, _) = row_found(&app.database);
        assert_eq!(
            (verdict.as_str(), table.as_str()),
            ("row_differs", "evidence"),
            "{attack}"
        );
    }
}

#[test]
fn an_edited_payload_is_named() {
    let last = "(SELECT max(change) - 2 FROM audit_log)";
    for (attack, verdict) in [
        (
            format!("UPDATE change SET row_text = row_text || ' ' WHERE id = {last}"),
            "payload_mismatch",
        ),
        (
            format!("UPDATE change SET salt = sha256(salt) WHERE id = {last}"),
            "payload_mismatch",
        ),
        (
            format!("UPDATE change SET actor = 'somebody' WHERE id = {last}"),
            "payload_mismatch",
        ),
        (
            format!("UPDATE change SET key = 'another' WHERE id = {last}"),
            "payload_mismatch",
        ),
        (
            format!("UPDATE change SET at = at - interval '1 day' WHERE id = {last}"),
            "payload_mismatch",
        ),
        (
            format!("UPDATE change SET row_text = NULL, salt = NULL WHERE id = {last}"),
            "payload_missing",
        ),
        (
            format!("DELETE FROM change WHERE id = {last}"),
            "payload_missing",
        ),
    ] {
        let (app, _) = sealed();
        app.sql(&format!("{OPEN} {attack}"));
        assert_eq!(
            first(&app.database),
            at(verdict, app.database.size() - 3),
            "{attack}"
        );
    }
}

#[test]
fn a_change_by_hand_is_captured_and_seen_as_such() {
    let (app, _) = sealed();
    app.sql("UPDATE loss SET amount_krw = 2; SET session_replication_role = replica; UPDATE loss SET amount_krw = 3");
    app.database.intact();
    let log = app.database.cli_ok(&["export", "log"]);
    let by_hand: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("\"action\":\"unattributed\""))
        .collect();
    assert_eq!(by_hand.len(), 2, "also under session_replication_role");
    assert!(
        by_hand
            .iter()
            .all(|line| line.contains("\"actor\":\"postgres\"")
                && line.contains("\"table\":\"loss\"")),
        "{by_hand:?}"
    );
}
