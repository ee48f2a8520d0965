//! What the program's own roles may not do, and may do only beside an erasure on record.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::attacks::{found, only, row_found, sealed};
use crate::harness::cluster::SERVE;

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

/// The row that records the erasure of that claim.
fn erasure(of: &str) -> String {
    format!(
        "INSERT INTO erasure SELECT gen_random_uuid(), '{of}', 'claim', id, 'request', NULL, now() FROM court_case"
    )
}

/// After the first statement the second is refused with these words.
fn refused(conn: &mut PgConnection, first: &str, misuse: &str, words: &str) {
    conn.batch_execute(&format!("BEGIN; {first}"))
        .unwrap_or_else(|e| panic!("{first}: {e}"));
    let refused = conn.batch_execute(misuse).expect_err(misuse).to_string();
    assert!(refused.contains(words), "{first}; {misuse}: {refused}");
    conn.batch_execute("ROLLBACK")
        .expect("a transaction was open");
}

#[test]
fn payloads_go_only_beside_an_erasure_of_their_subject_on_record() {
    let (app, _) = sealed();
    let subject = |table: &str| only(&app, &format!("SELECT id::text FROM {table}"));
    let (claim, account) = (subject("claim"), subject("account"));
    let ours = erasure(&claim);
    let others = erasure("01a20848-2cc7-76fd-a102-600afcad4f7a");
    let call = |of: &str| format!("SELECT audit_erase(ARRAY[{of}])");
    let erase = call(&format!("'{claim}'"));
    let emptied =
        format!("UPDATE change SET salt = NULL, row_text = NULL WHERE subject = '{claim}'");
    let mut program =
        PgConnection::establish(&app.database.app).expect("the program's role connects");
    for (first, misuse, words) in [
        ("SELECT 1", &erase, "no erasure of"),
        (&others, &erase, "no erasure of"),
        (
            &ours,
            &call(&format!("'{claim}', '{account}'")),
            "no erasure of",
        ),
        (&ours, &call("''"), "no erasure of"),
        (&ours, &call("NULL"), "no erasure of"),
        (&ours, &emptied, "permission denied"),
        (
            &ours,
            &format!("SELECT audit_erasing('{claim}')"),
            "permission denied",
        ),
    ] {
        refused(&mut program, first, misuse, words);
    }
    let mut owner = PgConnection::establish(&app.database.owner).expect("the owner connects");
    for conn in [&mut owner, &mut app.superuser()] {
        refused(conn, "SELECT 1", &emptied, "append-only");
        refused(conn, &others, &emptied, "append-only");
        for misuse in [
            "UPDATE change SET salt = NULL, row_text = NULL",
            "UPDATE change SET salt = NULL WHERE subject = '{claim}'",
            "UPDATE change SET row_text = NULL WHERE subject = '{claim}'",
            "UPDATE change SET salt = NULL, row_text = NULL, actor = 'somebody' WHERE subject = '{claim}'",
            "UPDATE change SET salt = NULL, row_text = NULL, commitment = NULL WHERE subject = '{claim}'",
            "UPDATE change SET salt = sha256(salt) WHERE subject = '{claim}'",
            "DELETE FROM change WHERE subject = '{claim}'",
            "TRUNCATE change",
        ] {
            refused(
                conn,
                &ours,
                &misuse.replace("{claim}", &claim),
                "append-only",
            );
        }
    }
    // one that was committed before counts no more
    program
        .batch_execute(&ours)
        .expect("the program may record one");
    let late = program
        .batch_execute(&erase)
        .expect_err("too late")
        .to_string();
    assert!(late.contains("no erasure of"), "{late}");
    assert_eq!(found(&app.database, &[]), []);
    // a program that lets payloads go and keeps the rows is found by the replay, and its record
    // says what was done
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
