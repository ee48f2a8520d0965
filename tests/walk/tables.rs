//! Every table is captured or exempt with its reason, and no rule about them is broken unseen.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::harness::database::lines;
use crate::harness::server::App;

/// What must hold of the tables, each as a query for what breaks it.
const RULES: [(&str, &str); 6] = [
    (
        "in neither list, in both, or in one without being there",
        "SELECT coalesce(c.relname, t.table_name, e.table_name) AS line
         FROM (SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')) c
         FULL JOIN audit_table t ON t.table_name = c.relname FULL JOIN audit_exempt e ON e.table_name = coalesce(c.relname, t.table_name)
         WHERE c.relname IS NULL OR (t.table_name IS NULL) = (e.table_name IS NULL)",
    ),
    (
        // 29: after insert, update and delete for each row; 32: after truncate
        "without both triggers, on every kind of change and whatever session_replication_role says",
        "SELECT t.table_name AS line FROM audit_table t WHERE 2 <> (
             SELECT count(*) FROM pg_trigger g WHERE g.tgrelid = to_regclass(t.table_name) AND g.tgenabled = 'A' AND g.tgqual IS NULL
                 AND (g.tgname, g.tgfoid::regproc::text, g.tgtype) IN
                     (('audit_row', 'audit_capture_row', 29), ('audit_truncate', 'audit_capture_truncate', 32)))",
    ),
    (
        "triggers that were armed with another policy than the one on record",
        "SELECT t.table_name AS line FROM audit_table t JOIN pg_trigger g ON g.tgrelid = to_regclass(t.table_name) AND g.tgname = 'audit_row'
         WHERE string_to_array(encode(g.tgargs, 'escape'), '\\000') IS DISTINCT FROM
               ARRAY[coalesce(t.subject_column, ''), coalesce(t.case_column, '')] || audit_secrets(t.table_name) || ARRAY['']",
    ),
    (
        "a column without a policy, or a policy without a column",
        "SELECT coalesce(a.table_name || '.' || a.attname, c.table_name || '.' || c.column_name) AS line
         FROM (SELECT t.table_name, attname::text FROM audit_table t JOIN pg_attribute ON attrelid = to_regclass(t.table_name)
               WHERE attnum > 0 AND NOT attisdropped) a
         FULL JOIN audit_column c ON c.table_name = a.table_name AND c.column_name = a.attname
         WHERE a.attname IS NULL OR c.policy IS NULL",
    ),
    (
        "a type whose text PostgreSQL may write in another order",
        "SELECT t.table_name || '.' || a.attname AS line FROM audit_table t
         JOIN pg_attribute a ON a.attrelid = to_regclass(t.table_name) AND a.attnum > 0 AND NOT a.attisdropped
         WHERE a.atttypid IN ('json'::regtype, 'jsonb'::regtype)",
    ),
    (
        "the key of an entry is the column id",
        "SELECT t.table_name AS line FROM audit_table t WHERE NOT EXISTS (
             SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
             WHERE i.indrelid = to_regclass(t.table_name) AND i.indisprimary AND i.indnkeyatts = 1 AND a.attname = 'id')",
    ),
];

/// What breaks each rule, in their order.
fn broken(app: &App) -> Vec<Vec<String>> {
    RULES.iter().map(|(_, query)| app.lines(query)).collect()
}

#[test]
fn every_table_is_captured_or_exempt_with_its_reason() {
    let app = App::start();
    for ((rule, _), broken) in RULES.iter().zip(broken(&app)) {
        assert_eq!(broken, [""; 0], "{rule}");
    }
    assert!(
        app.lines("SELECT table_name AS line FROM audit_table")
            .contains(&"claim".to_string()),
        "there are tables to hold to it"
    );
}

#[test]
fn no_rule_about_the_tables_is_broken_unseen() {
    let app = App::start();
    for (damage, rule, seen) in [
        ("CREATE TABLE stray (id uuid PRIMARY KEY)", 0, "stray"),
        (
            "INSERT INTO audit_exempt VALUES ('gone', 'a table that is not there any more')",
            0,
            "gone",
        ),
        (
            "INSERT INTO audit_exempt VALUES ('loss', 'in both lists, which cannot both be right')",
            0,
            "loss",
        ),
        ("ALTER TABLE claim DISABLE TRIGGER audit_row", 1, "claim"),
        ("ALTER TABLE claim ENABLE TRIGGER audit_row", 1, "claim"),
        ("DROP TRIGGER audit_truncate ON claim", 1, "claim"),
        (
            "UPDATE audit_column SET policy = 'plain' WHERE column_name = 'password_hash'",
            2,
            "account",
        ),
        (
            "UPDATE audit_table SET case_column = NULL WHERE table_name = 'loss'",
            2,
            "loss",
        ),
        ("ALTER TABLE review ADD COLUMN hint text", 3, "review.hint"),
        (
            "DELETE FROM audit_column WHERE table_name = 'review' AND column_name = 'decision'",
            3,
            "review.decision",
        ),
        (
            "INSERT INTO audit_column VALUES ('review', 'gone', 'plain')",
            3,
            "review.gone",
        ),
        (
            "ALTER TABLE evidence ALTER COLUMN commitments TYPE jsonb USING commitments::jsonb",
            4,
            "evidence.commitments",
        ),
        (
            "ALTER TABLE download DROP CONSTRAINT download_pkey",
            5,
            "download",
        ),
    ] {
        // undone again, so that each damage stands alone
        let mut conn = app.superuser();
        conn.begin_test_transaction().expect("PostgreSQL begins");
        conn.batch_execute(damage)
            .unwrap_or_else(|e| panic!("{damage}: {e}"));
        for (n, (what, query)) in RULES.iter().enumerate() {
            let found = lines(&mut conn, query);
            let expected = if n == rule {
                vec![seen.to_string()]
            } else {
                Vec::new()
            };
            assert_eq!(found, expected, "{damage}: {what}");
        }
    }
    assert!(
        broken(&app).iter().all(Vec::is_empty),
        "nothing of it stayed"
    );
}
