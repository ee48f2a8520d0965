//! Each attack of the matrix is tried, and found as the table says.

use std::sync::Arc;

use claimant_registry::audit::format::note::{Kind, Signer};
use claimant_registry::audit::publish::guard::Guard;
use claimant_registry::audit::publish::published::Published;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::publish::{Destination, Publisher};
use diesel::prelude::*;
use serde_json::json;

use crate::harness::attacker::{OPEN, rechain};
use crate::harness::claims::loss_body;
use crate::harness::database::Database;
use crate::harness::eventually;
use crate::harness::verifiers::intact;
use crate::matrix::{
    DATED_BACK, ENTRY_EDITED, OLD_BACKUP, REWRITTEN, ROW_EDITED, Stage, TAIL_CUT, TWO_HISTORIES,
    UNCAPTURED,
};

/// Lets the attacker put captured changes in step with a rewritten chain, so that the database
/// agrees with itself.
fn edit(stage: &Stage, from: u64, entry: &str, change: &str) {
    stage.app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = {entry} WHERE seq = {from};
         UPDATE change SET {change} WHERE id = (SELECT change FROM audit_log WHERE seq = {from})"
    ));
    rechain(&stage.app, from as i64);
    stage
        .app
        .sql("UPDATE audit_log SET hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))");
}

#[test]
fn an_untouched_log_leads_to_both_checkpoints() {
    let stage = Stage::new();
    assert_eq!((stage.offline(), stage.live()), (intact(), intact()));
    assert!(
        stage.early.size < stage.between()
            && stage.between() < stage.tail
            && stage.tail < stage.late.size
    );
    stage.app.anybody().get("/readyz").is(200);
}

#[test]
fn an_entry_edited_in_the_middle() {
    let stage = Stage::new();
    let seq = stage.between();
    stage.app.sql(&format!(
        "{OPEN} UPDATE audit_log SET entry = replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"') WHERE seq = {seq}"
    ));
    let expected = stage.expected(&ENTRY_EDITED, seq);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
}

/// All that the tail's changes made goes with them: the account, the claim and what belongs to it.
#[test]
fn a_tail_cut_with_its_changes_and_rows() {
    let stage = Stage::new();
    let cut = stage.tail;
    let of_tail = format!(
        "SELECT c.* FROM change c JOIN audit_log l ON l.change = c.id WHERE l.seq >= {cut}"
    );
    stage.app.sql(&format!(
        "{OPEN} DO $$ DECLARE made text; BEGIN
             FOR made IN SELECT DISTINCT table_name FROM ({of_tail}) gone LOOP
                 EXECUTE format('ALTER TABLE %I DISABLE TRIGGER ALL', made);
                 EXECUTE format('DELETE FROM %I WHERE id::text IN (SELECT key FROM ({of_tail}) gone WHERE table_name = %L)', made, made);
                 EXECUTE format('ALTER TABLE %I ENABLE TRIGGER ALL', made);
                 EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_row', made);
                 EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_truncate', made);
             END LOOP;
         END $$;
         DELETE FROM change WHERE id IN (SELECT change FROM audit_log WHERE seq >= {cut}); DELETE FROM audit_log WHERE seq >= {cut};
         UPDATE audit_head SET size = {cut}, hash = (SELECT hash FROM audit_log WHERE seq = {cut} - 1)"
    ));
    assert_eq!(
        stage
            .draft
            .0
            .get(&format!("/api/v1/claims/{}", stage.draft.1))
            .status,
        401,
        "there is no such account"
    );
    stage.agrees_with_itself();
    let expected = stage.expected(&TAIL_CUT, cut);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
    assert!(stage.refused().contains("is not there"));
    assert_eq!(stage.standing(), stage.late, "nothing else was signed");
}

#[test]
fn everything_rewritten_from_an_entry_on() {
    let stage = Stage::new();
    edit(
        &stage,
        stage.between(),
        "replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"')",
        "role = 'operator'",
    );
    stage.agrees_with_itself();
    let expected = stage.expected(&REWRITTEN, stage.between());
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
    assert!(stage.refused().contains("is another"));
}

#[test]
fn an_entry_dated_back() {
    let stage = Stage::new();
    let seq = stage.between();
    edit(
        &stage,
        seq,
        "regexp_replace(entry, '\"at\":\"[^\"]*\"', '\"at\":\"2022-10-15T06:30:00.000000Z\"')",
        "at = '2022-10-15T06:30:00Z'",
    );
    stage.agrees_with_itself();
    let expected = stage.expected(&DATED_BACK, seq);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
}

/// Here the firm itself, which holds the key, shows two readers two histories.
#[test]
fn two_histories_for_two_readers() {
    let stage = Stage::new();
    edit(
        &stage,
        stage.between(),
        "replace(entry, '\"role\":\"claimant\"', '\"role\":\"operator\"')",
        "role = 'operator'",
    );
    let outside = stage.app.database.log_dir().with_file_name("other");
    let places = Destination {
        log: outside.join("log"),
        guard: outside.join("guard"),
        public_entries: false,
    };
    let signer = Signer::new("localhost/claimant-registry", Kind::Ed25519, &[0x44; 32])
        .expect("the firm's key");
    Database::forget_signed(&places.guard);
    let guard = Arc::new(Guard::take(&places.guard).expect("writable").expect("free"));
    let conn = PgConnection::establish(&stage.app.database.app).expect("the database answers");
    let published = Arc::new(Published::new(Store::new(&places.log)));
    let shown = Publisher::open(conn, Arc::new(signer), guard, published, &places)
        .and_then(|mut it| it.publish(|_| Ok(())));
    assert!(
        shown.is_ok_and(|shown| shown.is_some()),
        "the second reader gets a signed checkpoint too"
    );
    let log = stage.app.database.beside("other/log.jsonl");
    stage
        .app
        .database
        .cli_ok(&["export", "log", "--output", &log]);
    let theirs = [stage.app.database.beside("other/log/checkpoint")];
    assert_eq!(
        stage.verified(&log, &theirs),
        intact(),
        "each by itself sees nothing"
    );
    let all: Vec<String> = stage.files.iter().cloned().chain(theirs).collect();
    assert_eq!(
        stage.verified(&log, &all),
        stage.expected(&TWO_HISTORIES, stage.between())
    );
}

#[test]
fn a_live_row_edited_behind_the_triggers() {
    let stage = Stage::new();
    let loss = stage
        .submitted
        .0
        .get(&format!("/api/v1/claims/{}/losses", stage.submitted.1))
        .json()[0]["id"]
        .clone();
    let loss = loss.as_str().expect("there is one");
    stage.uncaptured("loss", || {
        stage.app.sql(&format!(
            "UPDATE loss SET amount_krw = amount_krw + 1 WHERE id = '{loss}'"
        ))
    });
    stage.names_only(&ROW_EDITED, "loss", loss);
}

#[test]
fn a_live_row_deleted_behind_the_triggers() {
    let stage = Stage::new();
    let file = stage
        .submitted
        .0
        .get(&format!("/api/v1/claims/{}/evidence", stage.submitted.1))
        .json()[0]["id"]
        .clone();
    let file = file.as_str().expect("there is one");
    stage.uncaptured("evidence", || {
        stage
            .app
            .sql(&format!("DELETE FROM evidence WHERE id = '{file}'"))
    });
    stage.names_only(&ROW_EDITED, "evidence", file);
}

/// What people do through the program meanwhile is as good as anybody's change, only that the log
/// never heard of it.
#[test]
fn changes_made_with_the_capture_switched_off() {
    let stage = Stage::new();
    let (claimant, draft) = &stage.draft;
    let added = stage.uncaptured("loss", || {
        claimant
            .post(&format!("/api/v1/claims/{draft}/losses"), loss_body())
            .id()
    });
    stage.names_only(&UNCAPTURED, "loss", &added);
    let stage = Stage::new();
    let (claimant, claim) = &stage.submitted;
    stage
        .uncaptured("claim", || {
            claimant.post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        })
        .is(204);
    stage.names_only(&UNCAPTURED, "claim", claim);
}

#[test]
fn an_old_backup_restored() {
    let mut backed_up = 0;
    let mut stage = Stage::after(|app| {
        app.claimant("kept@example.com");
        backed_up = app.published(app.database.intact());
        app.back_up();
        app.kill_and_restart(&[]);
    });
    assert!(stage.early.size < backed_up && backed_up < stage.tail);
    stage.app.restore();
    stage.agrees_with_itself();
    let expected = stage.expected(&OLD_BACKUP, backed_up);
    assert_eq!(
        (stage.offline(), stage.live()),
        (expected.clone(), expected)
    );
    // neither another start nor new entries make it sign
    for nth in 0..2 {
        stage.app.kill_and_restart(&[]);
        assert!(
            stage
                .refused()
                .contains("the database is behind what was signed"),
            "{}",
            stage.refused()
        );
        stage.app.claimant(&format!("new{nth}@example.com"));
        stage.app.database.cli_ok(&["seal"]);
        assert_eq!(stage.standing(), stage.late, "nothing else was signed");
    }
    stage.app.stop();
    let said = stage.app.database.cli_ok(&[
        "incarnation",
        "--reason",
        "restored from the backup of last night",
    ]);
    assert!(said.contains("localhost/claimant-registry/2+"), "{said}");
    stage.app.kill_and_restart(&[]);
    let size = stage.app.database.intact();
    eventually(|| (stage.app.anybody().get("/readyz").status == 200).then_some(()));
    eventually(|| (stage.standing().size >= size).then_some(()));
    assert_eq!(stage.standing().origin, "localhost/claimant-registry/2");
    assert_eq!(
        stage.offline(),
        stage.expected(&OLD_BACKUP, size),
        "whoever kept a checkpoint still sees it"
    );
}
