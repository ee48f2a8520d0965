//! Migrations on data that is there: down undoes up, reshaping a captured table raises no false
//! alarm, and launders nothing.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::json;

use crate::harness::cluster::SERVE;
use crate::harness::database::lines;
use crate::harness::server::App;

/// Everything about the schema that a migration could leave behind.
fn catalogue(conn: &mut PgConnection) -> Vec<String> {
    lines(
        conn,
        "SELECT 'column ' || attrelid::regclass::text || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull::text
                || coalesce(' ' || pg_get_expr(adbin, adrelid), '') || coalesce(' -- ' || col_description(attrelid, attnum), '') AS line
         FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
         JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
         UNION ALL SELECT 'constraint ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace
         UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
         UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
         UNION ALL SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         UNION ALL SELECT 'grant ' || table_name || ' ' || grantee || ' ' || privilege_type FROM information_schema.role_table_grants
         WHERE table_schema = 'public'
         UNION ALL SELECT 'grant ' || table_name || '.' || column_name || ' ' || grantee || ' ' || privilege_type
         FROM information_schema.role_column_grants WHERE table_schema = 'public'
         ORDER BY 1",
    )
}

#[test]
fn down_undoes_up_on_data_and_the_log_goes_on() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let before = catalogue(&mut app.superuser());
    let size = app.database.intact();
    while !app
        .database
        .cli_ok(&["migrate", "--down"])
        .contains("_registry")
    {}
    assert!(
        !catalogue(&mut app.superuser())
            .iter()
            .any(|line| line.contains("claim"))
    );
    app.database.cli_ok(&["migrate"]);
    assert_eq!(catalogue(&mut app.superuser()), before);
    // the rows went, the log says so, and the replay of what is left raises no alarm
    assert!(app.database.intact() > size);
    let log = app.database.cli_ok(&["export", "log"]);
    assert!(
        log.contains("\"op\":\"TRUNCATE\"") && log.contains("_registry/down.sql:"),
        "the way down is on record"
    );
}

#[test]
fn every_migration_file_is_named_with_its_digest_in_the_log() {
    use sha2::{Digest, Sha256};
    let app = App::start();
    app.database.intact();
    let log = app.database.cli_ok(&["export", "log"]);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
    let mut files = 0;
    for entry in std::fs::read_dir(folder)
        .expect("the folder is there")
        .map_while(Result::ok)
        .filter(|entry| entry.path().is_dir())
    {
        let sql = std::fs::read(entry.path().join("up.sql")).expect("a migration has an up.sql");
        let digest: String = Sha256::digest(sql)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert!(
            log.contains(&format!(
                "{}/up.sql:{digest}",
                entry.file_name().to_string_lossy()
            )),
            "{:?}",
            entry.path()
        );
        files += 1;
    }
    assert!(files >= 2);
}

#[test]
fn the_generated_schema_is_that_of_the_database() {
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/db/schema.rs"))
        .expect("schema.rs is there");
    let mut written: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut table = String::new();
    for line in source
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"))
    {
        if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with(" {")) {
            table = name.to_string();
        } else if let Some((column, kind)) = line
            .trim_end_matches(',')
            .split_once(" -> ")
            .filter(|_| !line.contains("joinable"))
        {
            written
                .entry(table.clone())
                .or_default()
                .push(format!("{column} {kind}"));
        }
    }
    let app = App::start();
    let found = lines(
        &mut app.superuser(),
        "SELECT c.relname || ' ' || a.attname || ' ' ||
                CASE WHEN a.attnotnull THEN '' ELSE 'Nullable<' END ||
                CASE format_type(a.atttypid, NULL) WHEN 'uuid' THEN 'Uuid' WHEN 'text' THEN 'Text' WHEN 'text[]' THEN 'Array<Nullable<Text>>' WHEN 'bytea' THEN 'Bytea' WHEN 'bigint' THEN 'Int8'
                     WHEN 'integer' THEN 'Int4' WHEN 'smallint' THEN 'Int2' WHEN 'boolean' THEN 'Bool' WHEN 'date' THEN 'Date'
                     WHEN 'timestamp with time zone' THEN 'Timestamptz' ELSE 'unknown ' || format_type(a.atttypid, NULL) END ||
                CASE WHEN a.attnotnull THEN '' ELSE '>' END AS line
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '__diesel_schema_migrations'
         ORDER BY c.relname, a.attnum",
    );
    let written: Vec<String> = written
        .iter()
        .flat_map(|(table, columns)| {
            columns
                .iter()
                .map(move |column| format!("{table} {column}"))
        })
        .collect();
    assert_eq!(written, found, "run `diesel print-schema`");
}

/// 10,000 captured rows, made as the owner.
fn many_rows(app: &App) -> PgConnection {
    let mut owner = PgConnection::establish(&app.database.owner).expect("the owner connects");
    owner
        .batch_execute(
            "INSERT INTO case_option SELECT gen_random_uuid(), (SELECT id FROM court_case), 'service', 'synthetic-' || n, '합성', 'synthetic', '', '', false, n, '', '{}', '{}', '{}', '{}', ''
             FROM generate_series(1, 10000) n",
        )
        .expect("the owner may insert");
    owner
}

#[test]
fn a_column_added_renamed_and_dropped_over_ten_thousand_rows_raises_no_alarm() {
    let app = App::start();
    let mut owner = many_rows(&app);
    for change in [
        "ALTER TABLE case_option ADD COLUMN shown_until date; INSERT INTO audit_column VALUES ('case_option', 'shown_until', 'plain')",
        "ALTER TABLE case_option RENAME COLUMN shown_until TO hidden_from;
         UPDATE audit_column SET column_name = 'hidden_from' WHERE table_name = 'case_option' AND column_name = 'shown_until'",
        "ALTER TABLE case_option DROP COLUMN hidden_from; DELETE FROM audit_column WHERE table_name = 'case_option' AND column_name = 'hidden_from'",
    ] {
        let migration = format!("BEGIN; SELECT audit_check('case_option'); {change}; SELECT audit_snapshot('case_option'); COMMIT");
        owner.batch_execute(&migration).unwrap_or_else(|e| panic!("{change}: {e}"));
        owner.batch_execute("UPDATE case_option SET position = position + 1 WHERE code LIKE 'synthetic-%'").expect("the owner may update");
        app.database.intact();
    }
}

#[test]
fn a_migration_launders_no_row_that_was_tampered_with() {
    let app = App::start();
    let mut owner = many_rows(&app);
    app.sql(
        "ALTER TABLE case_option DISABLE TRIGGER audit_row; UPDATE case_option SET name_en = 'forged' WHERE code = 'synthetic-77';
         ALTER TABLE case_option ENABLE ALWAYS TRIGGER audit_row",
    );
    let key = lines(
        &mut app.superuser(),
        "SELECT id::text AS line FROM case_option WHERE code = 'synthetic-77'",
    )
    .remove(0);
    let stopped = owner
        .batch_execute("BEGIN; SELECT audit_check('case_option'); SELECT audit_snapshot('case_option'); COMMIT")
        .expect_err("it stops");
    assert!(stopped.to_string().contains(&key), "{stopped}");
    owner
        .batch_execute("ROLLBACK")
        .expect("a transaction was open");
    app.database.cli_ok(&["seal"]);
    let (code, report) = app.database.verify(&[]);
    assert_eq!(
        (code, &report["verdict"], &report["findings"][0]["key"]),
        (1, &json!("row_differs"), &json!(key)),
        "{report:#}"
    );
}

#[test]
fn a_column_without_a_policy_is_refused() {
    let app = App::start();
    let mut owner = PgConnection::establish(&app.database.owner).expect("the owner connects");
    let refused = owner
        .batch_execute(
            "BEGIN; SELECT audit_check('claim'); ALTER TABLE claim ADD COLUMN nickname text; SELECT audit_snapshot('claim'); COMMIT",
        )
        .expect_err("it has no policy");
    assert!(refused.to_string().contains("nickname"), "{refused}");
}

#[test]
fn settings_of_the_database_do_not_change_what_is_captured() {
    let app = App::start();
    app.sql(&format!(
        "ALTER DATABASE {0} SET timezone = 'Asia/Seoul'; ALTER DATABASE {0} SET bytea_output = 'escape'; ALTER DATABASE {0} SET datestyle = 'SQL, DMY';
         ALTER DATABASE {0} SET extra_float_digits = 0",
        app.database.name
    ));
    app.claimant("merchant@example.com").submitted();
    app.database.intact();
}

#[test]
fn an_older_or_newer_database_is_refused_with_the_remedy() {
    let app = App::start();
    let serve = || {
        let output = app.database.cli(&SERVE);
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8_lossy(&output.stderr).to_string()
    };
    app.sql("INSERT INTO __diesel_schema_migrations VALUES ('29990101000000')");
    assert!(serve().contains("newer program"), "{}", serve());
    app.sql("DELETE FROM __diesel_schema_migrations WHERE version >= '2026'");
    assert!(serve().contains("claimant-registry migrate"), "{}", serve());
}

#[test]
fn the_programs_role_can_make_nothing_in_the_schema() {
    let app = App::start();
    let mut conn = PgConnection::establish(&app.database.app).expect("the program's role connects");
    for statement in [
        "CREATE TABLE mine (id int)",
        "ALTER TABLE claim DISABLE TRIGGER ALL",
        "DROP TABLE claim",
        "CREATE FUNCTION f() RETURNS int RETURN 1",
    ] {
        assert!(conn.batch_execute(statement).is_err(), "{statement}");
    }
}
