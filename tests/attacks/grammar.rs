//! What is captured fits an entry: whatever somebody says of themselves, or does to a key, the log
//! goes on and verifies.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::attacks::{found, only, sealed};
use crate::harness::server::App;

/// Says who is acting, as the program's role can on its own connection.
fn acting(app: &App, context: &str, then: &str) {
    let mut conn = PgConnection::establish(&app.database.app).expect("the program's role connects");
    conn.batch_execute(&format!(
        "SELECT set_config('registry.context', {context}, false); {then}"
    ))
    .unwrap_or_else(|e| panic!("{context}: {e}"));
}

/// Contexts, and who the entry says was acting: the program's own words, or a role from outside.
#[test]
fn a_context_of_another_form_is_captured_as_a_change_from_outside() {
    let (app, _) = sealed();
    let change = "UPDATE claim SET version = version";
    let outside = "registry_app||unattributed|";
    for (context, captured) in [
        ("'cli|operator|claim.edit|r1'", "cli|operator|claim.edit|r1"),
        ("'cli|||'", "cli|||"),
        ("repeat('a', 70000) || '|x|y|z'", outside),
        ("'x|y|z|' || repeat('9', 201)", outside),
        ("'cli|operator|claim.edit'", outside),
        ("'cli|operator|claim.edit|r|more'", outside),
        ("'cli|operator|\"claim\"|r'", outside),
        ("'누구|operator|claim.edit|r'", outside),
        ("E'cli|operator|claim.edit|r\\n'", outside),
        ("'|'", outside),
        ("''", outside),
    ] {
        acting(&app, context, change);
        let last = "SELECT concat_ws('|', actor, role, action, request) FROM change ORDER BY id DESC LIMIT 1";
        assert_eq!(only(&app, last), captured, "{context}");
        acting(&app, context, "SELECT 1");
    }
    app.published(app.database.intact());
    // a snapshot, a deletion and a truncation read the same context
    app.sql(
        "SELECT set_config('registry.context', repeat('a', 70000) || '|x|y|z', false);
         SELECT audit_snapshot('claim'); DELETE FROM consent; TRUNCATE evidence, evidence_check",
    );
    app.published(app.database.intact());
}

/// The key that the replay looks for is the one that the log knows.
#[test]
fn no_captured_table_lets_a_key_change() {
    let (app, _) = sealed();
    app.claimant("second@example.com").draft();
    let tables = app.lines("SELECT table_name AS line FROM audit_table ORDER BY 1");
    let mut tried = 0;
    for table in tables {
        // in whatever table there is a row
        let other = only(
            &app,
            &format!(
                "SELECT CASE data_type WHEN 'uuid' THEN 'gen_random_uuid()' WHEN 'text' THEN 'id || ''9''' ELSE 'id + 1' END
                 FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' AND column_name = 'id'"
            ),
        );
        let mut owner = app.superuser();
        owner
            .batch_execute(
                "BEGIN; SET CONSTRAINTS ALL DEFERRED; SET LOCAL session_replication_role = replica",
            )
            .expect("the superuser may");
        let changed = owner.batch_execute(&format!("UPDATE \"{table}\" SET id = {other}"));
        let there = app.count(&format!("SELECT count(*) FROM \"{table}\"")) > 0;
        match changed {
            Err(error) => {
                let said = error.to_string();
                assert!(
                    said.contains("the key of a row does not change"),
                    "{table}: {said}"
                );
                tried += 1;
            }
            Ok(()) => assert!(!there, "{table}: its key changed"),
        }
    }
    assert!(tried >= 8, "{tried} tables had rows");
    app.database.intact();
    // what is meant is done by what the log knows
    app.sql("WITH gone AS (DELETE FROM claim_service RETURNING *) INSERT INTO claim_service SELECT gen_random_uuid(), claim_id, case_id, service, paid FROM gone");
    app.published(app.database.intact());
}

/// What the table of changes does not take, and what a superuser can put there all the same.
#[test]
fn a_change_that_fits_no_entry_is_refused_or_sealed_as_one_that_does() {
    let (app, _) = sealed();
    let columns = "INSERT INTO change (tx, at, actor, role, action, request, case_id, subject, table_name, op, key, commitment, salt, row_text)";
    let into = |values: &str| {
        let mut conn = app.superuser();
        conn.batch_execute(&format!(
            "WITH made AS ({columns} VALUES ({values}) RETURNING id) INSERT INTO pending SELECT id FROM made"
        ))
    };
    let row = "sha256('x'), 's', 'x'";
    for (values, constraint) in [
        (
            format!("-1, now(), '', '', '', '', '', '', 'x', 'UPDATE', 'k', {row}"),
            "change_tx",
        ),
        (
            format!("1, '10000-01-01', '', '', '', '', '', '', 'x', 'UPDATE', 'k', {row}"),
            "change_at",
        ),
        (
            format!("1, 'infinity', '', '', '', '', '', '', 'x', 'UPDATE', 'k', {row}"),
            "change_at",
        ),
        (
            "1, now(), '', '', '', '', '', '', 'x', 'UPDATE', 'k', 'ab', 's', 'x'".into(),
            "change_commitment",
        ),
        (
            "1, now(), '', '', '', '', '', '', 'x', 'UPDATE', 'k', NULL, NULL, NULL".into(),
            "change_commitment",
        ),
        (
            format!("1, now(), '', '', '', '', '', '', 'x', 'DELETE', 'k', {row}"),
            "change_commitment",
        ),
    ] {
        let refused = into(&values).expect_err("refused").to_string();
        assert!(refused.contains(constraint), "{values}: {refused}");
    }
    app.sql("ALTER TABLE change DROP CONSTRAINT change_tx, DROP CONSTRAINT change_at, DROP CONSTRAINT change_at_years, DROP CONSTRAINT change_commitment, DROP CONSTRAINT change_op_check");
    let size = app.database.intact();
    for values in [
        "-1, now(), '', '', '', '', '', '', 'claim', 'UPDATE', 'k', 'ab', NULL, NULL",
        "1, '12000-01-01', '', '', '', '', '', '', 'claim', 'MERGE', 'k', NULL, NULL, NULL",
        "1, now(), repeat('a', 70000), repeat('b', 70000), '', '', '', '', 'claim', 'DELETE', '가', NULL, NULL, NULL",
    ] {
        into(values).expect("the superuser may");
    }
    app.database.cli_ok(&["seal"]);
    app.published(size + 3);
    let verdicts = found(&app.database, &[]);
    assert!(
        verdicts.iter().all(|(verdict, _)| verdict != "altered"),
        "the chain holds, whatever the forged rows are: {verdicts:?}"
    );
    let export = app.database.beside("log.jsonl");
    app.database.cli_ok(&["export", "log", "--output", &export]);
    assert_eq!(
        crate::harness::verifiers::both(&export, &[]),
        crate::harness::verifiers::intact()
    );
}

/// An entry of an earlier version that no grammar reads: the manual's way past it.
#[test]
fn a_log_that_an_entry_stopped_goes_on_as_the_manual_says() {
    let (mut app, _) = sealed();
    app.published(app.database.intact());
    app.stop();
    app.sql("UPDATE claim SET version = version");
    let bad = app.database.intact() - 1;
    app.sql(&format!(
        "ALTER TABLE audit_log DISABLE TRIGGER append_only;
         UPDATE audit_log SET entry = replace(entry, '\"actor\":\"', '\"actor\":\"' || repeat('a', 70000)) WHERE seq = {bad};
         UPDATE audit_log SET hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8')) WHERE seq = {bad};
         UPDATE audit_head SET hash = (SELECT hash FROM audit_log WHERE seq = {bad});
         ALTER TABLE audit_log ENABLE ALWAYS TRIGGER append_only"
    ));
    assert_eq!(found(&app.database, &[])[0], ("altered".into(), Some(bad)));
    let manual = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/operating.md"))
        .expect("the manual");
    let (_, way) = manual
        .split_once("### When an entry cannot be read")
        .expect("the manual has the way");
    let statements: Vec<&str> = way
        .lines()
        .skip_while(|line| !line.starts_with("    "))
        .take_while(|line| line.starts_with("    "))
        .collect();
    app.sql(&statements.join("\n").replace("4711", &bad.to_string()));
    app.kill_and_restart(&[]);
    app.published(app.database.intact());
}
