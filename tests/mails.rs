//! Mails: nobody floods a mailbox through the registry.

use serde_json::json;

use crate::app::{App, PASSWORD};

#[test]
fn nobody_floods_a_mailbox_through_the_registry() {
    let app = App::start();
    let (claimant, anybody) = (app.claimant("known@example.com"), app.anybody());
    let waiting = |expected: i64| assert_eq!(app.count("SELECT count(*) FROM mail"), expected);
    waiting(1);
    for email in ["known@example.com", "unknown@example.com"] {
        for _ in 0..5 {
            assert_eq!(anybody.post("/api/v1/accounts", json!({"email": email, "password": PASSWORD})).status, 202);
        }
    }
    waiting(1 + 3 + 3);
    // who forgot the password is not kept out by whoever asked for accounts in their name
    for _ in 0..5 {
        assert_eq!(anybody.post("/api/v1/password-resets", json!({"email": "known@example.com"})).status, 202);
    }
    waiting(7 + 3);
    // an administrator's invitation is no stranger's doing
    let administrator = app.staff("administrator", "administrator@example.com");
    for _ in 0..4 {
        assert_eq!(anybody.post("/api/v1/password-resets", json!({"email": "new@example.com"})).status, 202);
    }
    waiting(10 + 3);
    administrator.post("/api/v1/staff", json!({"email": "new@example.com", "name": "새 변호사", "role": "lawyer"})).id();
    waiting(13 + 1);
    app.sql("UPDATE one_time_link SET expires_at = expires_at - interval '1 hour'");
    assert_eq!(anybody.post("/api/v1/password-resets", json!({"email": "known@example.com"})).status, 202);
    waiting(14 + 1);
    assert_eq!(claimant.get("/api/v1/account").status, 200);
}
