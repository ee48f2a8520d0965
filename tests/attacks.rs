//! Attacks by somebody with the database's superuser and full knowledge of the program. Each is found, with its verdict and
//! its position, or it is said why it cannot be.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde_json::json;

use crate::harness::attacker::{OPEN, rechain};
use crate::harness::cluster::{CASE, SERVE};
use crate::harness::database::Database;
use crate::harness::server::App;
use crate::harness::verifiers::{at, both};

/// A registry with one submitted claim, everything sealed, and its head.
fn sealed() -> (App, String) {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let size = app.database.intact();
    let (_, report) = app.database.verify(&[]);
    (
        app,
        format!(
            "{size}:{}",
            report["hash"].as_str().expect("a report has a hash")
        ),
    )
}

/// Verdict and position of each finding in the live database.
fn found(database: &Database, args: &[&str]) -> Vec<(String, Option<u64>)> {
    let (code, report) = database.verify(args);
    let findings = report["findings"]
        .as_array()
        .expect("a report has findings");
    assert_eq!(code, i32::from(!findings.is_empty()), "{report:#}");
    findings
        .iter()
        .map(|finding| {
            (
                finding["verdict"].as_str().unwrap_or_default().to_string(),
                finding["at"].as_u64(),
            )
        })
        .collect()
}

fn first(database: &Database) -> (String, Option<u64>) {
    found(database, &[]).into_iter().next().unwrap_or_default()
}

/// What both offline verifiers say of an export: they agree.
fn offline(database: &Database, head: Option<&str>) -> (String, Option<u64>) {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    let path = file.path().to_str().expect("a plain path");
    database.cli_ok(&["export", "log", "--output", path]);
    let head: Vec<&str> = head.map_or_else(Vec::new, |head| vec!["--head", head]);
    both(path, &head)
}

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
fn an_edited_entry_is_named() {
    let (app, _) = sealed();
    app.sql(&format!("{OPEN} UPDATE audit_log SET entry = replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"') WHERE seq = (SELECT max(seq) - 5 FROM audit_log)"));
    let seq = app.database.size() - 6;
    assert_eq!(first(&app.database), at("altered", seq));
    assert_eq!(offline(&app.database, None), at("altered", seq));
}

#[test]
fn an_edited_entry_with_its_hash_is_named() {
    let (app, _) = sealed();
    app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"') WHERE seq = (SELECT max(seq) - 5 FROM audit_log);
         UPDATE audit_log SET hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))"
    ));
    let seq = app.database.size() - 6;
    assert_eq!(first(&app.database), at("altered", seq));
    assert_eq!(offline(&app.database, None), at("altered", seq));
}

#[test]
fn a_deleted_an_inserted_and_two_swapped_entries_are_named() {
    for (attack, seq) in [
        ("DELETE FROM audit_log WHERE seq = 20", 20),
        (
            "DELETE FROM audit_log WHERE seq = 20; UPDATE audit_log SET seq = seq - 1 WHERE seq > 20; UPDATE audit_head SET size = size - 1",
            20,
        ),
        (
            "UPDATE audit_log SET seq = -seq - 1 WHERE seq >= 20; UPDATE audit_log SET seq = -seq WHERE seq < 0;
             INSERT INTO audit_log SELECT 20, -1, entry, hash FROM audit_log WHERE seq = 19; UPDATE audit_head SET size = size + 1",
            20,
        ),
        (
            "UPDATE audit_log SET seq = -1 WHERE seq = 20; UPDATE audit_log SET seq = 20 WHERE seq = 21; UPDATE audit_log SET seq = 21 WHERE seq = -1",
            20,
        ),
    ] {
        let (app, _) = sealed();
        app.sql(&format!("{OPEN} {attack}"));
        assert_eq!(first(&app.database), at("missing", seq), "{attack}");
        assert_eq!(offline(&app.database, None), at("missing", seq), "{attack}");
    }
}

#[test]
fn a_tail_cut_with_its_head_is_found_live_and_against_a_noted_head() {
    let (app, head) = sealed();
    let size = app.database.size();
    let cut = [3, 2, 1]
        .map(|back| only(&app, &format!("SELECT key FROM change WHERE id = (SELECT change FROM audit_log WHERE seq = {size} - {back})")));
    app.sql(&format!(
        "{OPEN} DELETE FROM audit_log WHERE seq >= {0}; UPDATE audit_head SET size = {0}, hash = (SELECT hash FROM audit_log WHERE seq = {0} - 1)",
        size - 3
    ));
    assert_eq!(
        offline(&app.database, None),
        ("intact".to_string(), None),
        "offline a cut tail leaves no trace"
    );
    assert_eq!(
        offline(&app.database, Some(&head)),
        at("truncated", size - 3)
    );
    let (_, report) = app.database.verify(&[]);
    let live: Vec<_> = report["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (it["verdict"].clone(), it["key"].clone()))
        .collect();
    assert_eq!(
        live,
        cut.map(|key| (json!("unlogged"), json!(key))),
        "{report:#}"
    );
    assert_eq!(
        found(&app.database, &["--head", &head])[0],
        at("truncated", size - 3)
    );
}

#[test]
fn a_tail_cut_with_changes_and_rows_is_found_only_against_a_noted_head() {
    let (app, _) = sealed();
    let before = app.database.size();
    app.claimant("second@example.com");
    let after = app.database.intact();
    let (_, report) = app.database.verify(&[]);
    let head = format!("{after}:{}", report["hash"].as_str().expect("a hash"));
    app.sql(&format!(
        "{OPEN} ALTER TABLE account DISABLE TRIGGER ALL; ALTER TABLE session DISABLE TRIGGER ALL;
         DELETE FROM account WHERE id::text IN (SELECT key FROM change WHERE id IN (SELECT change FROM audit_log WHERE seq >= {before}));
         DELETE FROM change WHERE id IN (SELECT change FROM audit_log WHERE seq >= {before});
         DELETE FROM audit_log WHERE seq >= {before};
         UPDATE audit_head SET size = {before}, hash = (SELECT hash FROM audit_log WHERE seq = {before} - 1);
         ALTER TABLE account ENABLE TRIGGER ALL; ALTER TABLE account ENABLE ALWAYS TRIGGER audit_row; ALTER TABLE account ENABLE ALWAYS TRIGGER audit_truncate"
    ));
    let (code, report) = app.database.verify(&[]);
    assert_eq!(
        (code, &report["verdict"]),
        (0, &json!("intact")),
        "without a noted head nothing shows it: {report:#}"
    );
    assert!(
        report["not_proven"][0]
            .as_str()
            .is_some_and(|what| what.contains("--head")),
        "and the report says so"
    );
    assert_eq!(
        found(&app.database, &["--head", &head])[0],
        at("truncated", before)
    );
}

#[test]
fn a_chain_rewritten_from_an_entry_on_betrays_itself() {
    let (app, head) = sealed();
    let seq = app.database.size() - 6;
    app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"') WHERE seq = {seq}"
    ));
    rechain(&app, seq as i64);
    assert_eq!(
        offline(&app.database, None),
        ("intact".to_string(), None),
        "a chain alone does not show that it was written anew"
    );
    assert_eq!(
        offline(&app.database, Some(&head)),
        at("rewritten", app.database.size() - 1)
    );
    assert_eq!(
        first(&app.database),
        at("payload_mismatch", seq),
        "the captured change still says what happened"
    );
    app.sql(&format!("{OPEN} UPDATE change SET role = 'operator' WHERE id = (SELECT change FROM audit_log WHERE seq = {seq})"));
    assert_eq!(found(&app.database, &[]), []);
    assert_eq!(
        found(&app.database, &["--head", &head]),
        [at("rewritten", app.database.size() - 1)]
    );
}

/// The one text that a query brings.
fn only(app: &App, query: &str) -> String {
    diesel::select(diesel::dsl::sql::<Text>(&format!("({query})")))
        .get_result(&mut app.superuser())
        .expect("one")
}

/// Table and key of the first finding, and its verdict.
fn row_found(database: &Database) -> (String, String, String) {
    let (_, report) = database.verify(&[]);
    let text = |key: &str| {
        report["findings"][0][key]
            .as_str()
            .unwrap_or_default()
            .to_string()
    };
    (text("verdict"), text("table"), text("key"))
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

#[test]
fn the_programs_own_roles_cannot_touch_the_log() {
    let (app, _) = sealed();
    let mut conn = PgConnection::establish(&app.database.app).expect("the program's role connects");
    for role in ["registry_app", "registry_sealer"] {
        conn.batch_execute(&format!("SET ROLE {role}"))
            .expect("granted");
        for statement in [
            "UPDATE audit_log SET entry = ''",
            "DELETE FROM audit_log",
            "TRUNCATE audit_log",
            "UPDATE change SET actor = ''",
            "DELETE FROM change",
            "TRUNCATE change CASCADE",
            "INSERT INTO change (tx, at, actor, role, action, request, case_id, subject, table_name, op, key) VALUES (1, now(), '', '', '', '', '', '', '', 'INSERT', '')",
            "UPDATE audit_head SET log = 'another'",
            "ALTER TABLE audit_log DISABLE TRIGGER ALL",
            "UPDATE audit_column SET policy = 'plain'",
            "SELECT audit_arm('claim')",
        ] {
            let refused = conn
                .batch_execute(statement)
                .expect_err(statement)
                .to_string();
            assert!(
                refused.contains("permission denied") || refused.contains("must be owner"),
                "{role}: {statement}: {refused}"
            );
        }
    }
    conn.batch_execute("SET ROLE registry_app")
        .expect("granted");
    assert!(
        conn.batch_execute("INSERT INTO audit_log VALUES (1000000, -1, '', '')")
            .is_err(),
        "only the sealer appends"
    );
    let mut owner = PgConnection::establish(&app.database.owner).expect("the owner connects");
    for statement in [
        "UPDATE audit_log SET entry = ''",
        "DELETE FROM change",
        "TRUNCATE audit_log",
    ] {
        let refused = owner
            .batch_execute(statement)
            .expect_err(statement)
            .to_string();
        assert!(refused.contains("append-only"), "{statement}: {refused}");
    }
}

#[test]
fn payloads_go_only_beside_an_erasure_of_their_subject_on_record() {
    let (app, _) = sealed();
    let subject = |table: &str| only(&app, &format!("SELECT id::text FROM {table}"));
    let (claim, account) = (subject("claim"), subject("account"));
    let erasure = |of: &str| {
        format!(
            "INSERT INTO erasure SELECT gen_random_uuid(), '{of}', 'claim', id, 'request', NULL, now() FROM court_case"
        )
    };
    let (ours, others) = (
        erasure(&claim),
        erasure("01a20848-2cc7-76fd-a102-600afcad4f7a"),
    );
    let call = |of: &str| format!("SELECT audit_erase(ARRAY[{of}])");
    let mut program =
        PgConnection::establish(&app.database.app).expect("the program's role connects");
    let mut owner = PgConnection::establish(&app.database.owner).expect("the owner connects");
    let mut superuser = app.superuser();
    let only = format!("WHERE subject = '{claim}'");
    for (first, misuse, words) in [
        ("SELECT 1", call(&format!("'{claim}'")), "no erasure of"),
        (&others, call(&format!("'{claim}'")), "no erasure of"),
        (
            &ours,
            call(&format!("'{claim}', '{account}'")),
            "no erasure of",
        ),
        (&ours, call("''"), "no erasure of"),
        (&ours, call("NULL"), "no erasure of"),
        (
            &ours,
            format!("UPDATE change SET salt = NULL, row_text = NULL {only}"),
            "permission denied",
        ),
        (
            &ours,
            format!("SELECT audit_erasing('{claim}')"),
            "permission denied",
        ),
        (
            "SELECT 1",
            format!("UPDATE change SET salt = NULL, row_text = NULL {only}"),
            "append-only",
        ),
        (
            &others,
            format!("UPDATE change SET salt = NULL, row_text = NULL {only}"),
            "append-only",
        ),
        (
            &ours,
            "UPDATE change SET salt = NULL, row_text = NULL".into(),
            "append-only",
        ),
        (
            &ours,
            format!("UPDATE change SET salt = NULL {only}"),
            "append-only",
        ),
        (
            &ours,
            format!("UPDATE change SET row_text = NULL {only}"),
            "append-only",
        ),
        (
            &ours,
            format!("UPDATE change SET salt = NULL, row_text = NULL, actor = 'somebody' {only}"),
            "append-only",
        ),
        (
            &ours,
            format!("UPDATE change SET salt = NULL, row_text = NULL, commitment = NULL {only}"),
            "append-only",
        ),
        (
            &ours,
            format!("UPDATE change SET salt = sha256(salt) {only}"),
            "append-only",
        ),
        (&ours, format!("DELETE FROM change {only}"), "append-only"),
        (&ours, "TRUNCATE change".into(), "append-only"),
    ] {
        let both = [&mut owner, &mut superuser];
        let callers: Vec<&mut PgConnection> = if words == "append-only" {
            both.into()
        } else {
            vec![&mut program]
        };
        for conn in callers {
            conn.batch_execute(&format!("BEGIN; {first}"))
                .unwrap_or_else(|e| panic!("{first}: {e}"));
            let refused = conn.batch_execute(&misuse).expect_err(&misuse).to_string();
            assert!(refused.contains(words), "{first}; {misuse}: {refused}");
            conn.batch_execute("ROLLBACK")
                .expect("a transaction was open");
        }
    }
    // one that was committed before counts no more
    program
        .batch_execute(&ours)
        .expect("the program may record one");
    let late = program
        .batch_execute(&call(&format!("'{claim}'")))
        .expect_err("too late")
        .to_string();
    assert!(late.contains("no erasure of"), "{late}");
    assert_eq!(found(&app.database, &[]), []);
    // a program that lets payloads go and keeps the rows is found by the replay, and its record says what was done
    let record = format!(
        "INSERT INTO erasure VALUES (gen_random_uuid(), '{account}', 'account', NULL, 'request', NULL, now())"
    );
    program
        .batch_execute(&format!(
            "BEGIN; {record}; {}; COMMIT",
            call(&format!("'{account}'"))
        ))
        .expect("beside its record");
    assert_eq!(
        row_found(&app.database),
        ("row_differs".into(), "account".into(), account)
    );
}

#[test]
fn the_server_refuses_to_run_as_somebody_who_could_change_the_log() {
    let (app, _) = sealed();
    let owner = app.database.owner.clone();
    let superuser = owner.replace("registry_owner", "postgres");
    for url in [owner, superuser] {
        let output = app
            .database
            .command(
                &SERVE,
                &[("DATABASE_URL", &url), ("MIGRATION_DATABASE_URL", "")],
            )
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(1));
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("registry_app"),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
