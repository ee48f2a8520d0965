//! What PostgreSQL makes somebody wait for: whoever waits too long is told to come again, and nothing
//! of it is a fault of the program.

use diesel::connection::SimpleConnection;
use serde_json::json;

use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

#[test]
fn a_lock_that_is_held_is_busy_and_passes() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}");
    for held in [
        "LOCK TABLE claim".to_string(),
        "LOCK TABLE change IN SHARE MODE".into(),
        format!("SELECT FROM claim WHERE id = '{claim}' FOR UPDATE"),
    ] {
        let mut holder = app.superuser();
        holder
            .batch_execute(&format!("BEGIN; {held}"))
            .expect("it is free");
        let answer = claimant.post(&format!("{path}/withdrawal"), json!({}));
        assert_eq!(answer.status, 503, "{held}: {}", answer.text());
        assert!(answer.headers.contains_key("retry-after"), "{held}");
        assert_eq!(
            answer.json()["type"],
            "urn:claimant-registry:busy",
            "{held}"
        );
        holder.batch_execute("ROLLBACK").expect("it ends");
        claimant.get(&path).is(200);
    }
    claimant
        .post(&format!("{path}/withdrawal"), json!({}))
        .is(204);
    app.database.intact();
}

#[test]
fn a_statement_that_somebody_cancels_is_busy_too() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let path = format!("/api/v1/cases/{CASE}/claims");
    let mut holder = app.superuser();
    holder
        .batch_execute("BEGIN; LOCK TABLE claim")
        .expect("it is free");
    let answer = std::thread::scope(|scope| {
        let asked = scope.spawn(|| claimant.post(&path, json!({"party": "person"})));
        let cancel = "SELECT pg_cancel_backend(pid)::text AS line FROM pg_stat_activity
                      WHERE datname = current_database() AND usename = 'registry_app' AND wait_event_type = 'Lock'";
        eventually(|| (!app.lines(cancel).is_empty()).then_some(()));
        asked.join().expect("it answers")
    });
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert!(answer.headers.contains_key("retry-after"));
    holder.batch_execute("ROLLBACK").expect("it ends");
    claimant.post(&path, json!({"party": "person"})).is(201);
}
