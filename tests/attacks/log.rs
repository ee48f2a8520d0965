//! Attacks on the log itself: entries edited, deleted, inserted, swapped, cut, rewritten.

use serde_json::json;

use crate::attacks::{first, found, only, sealed};
use crate::harness::attacker::{OPEN, rechain};
use crate::harness::database::Database;
use crate::harness::verifiers::{at, both};

/// What both offline verifiers say of an export: they agree.
fn offline(database: &Database, head: Option<&str>) -> (String, Option<u64>) {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    let path = file.path().to_str().expect("a plain path");
    database.cli_ok(&["export", "log", "--output", path]);
    let head: Vec<&str> = head.map_or_else(Vec::new, |head| vec!["--head", head]);
    both(path, &head)
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
