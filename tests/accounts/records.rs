//! What stands on record: from where somebody signed in, looked at a claim and decided, sealed, and
//! what happened to accounts, keyed, in the process log.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::accounts::{NEW, PROXIED, from};
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

/// Records of that action.
fn records(app: &App, action: &str) -> i64 {
    app.count(&format!(
        "SELECT count(*) FROM access_record WHERE action = '{action}' AND sealed <> ''"
    ))
}

#[test]
fn where_somebody_signed_in_and_acted_from_is_on_record_and_sealed() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let reason = json!({"reason": "서류를 확인하기 위해서", "claims": [claim]});
    lawyer
        .post(&format!("/api/v1/cases/{CASE}/disclosures"), reason)
        .id();
    let export = json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다"});
    let export = lawyer
        .post(&format!("/api/v1/cases/{CASE}/exports"), export)
        .id();
    lawyer
        .get(&format!("/api/v1/exports/{export}/content"))
        .is(200);
    let hold = format!("/api/v1/claims/{claim}/hold");
    let kept = json!({"reason": "법원의 자료 보존 명령"});
    lawyer.put(&hold, kept).is(204);
    lawyer.delete(&hold).is(204);
    lawyer
        .post(
            &format!("/api/v1/claims/{claim}/reviews"),
            json!({"decision": "start"}),
        )
        .id();
    claimant
        .post(&format!("/api/v1/claims/{claim}/withdrawal"), json!({}))
        .is(204);
    for (action, least) in [
        ("session.begin", 2),
        ("account.confirm", 1),
        ("consent.answer", 5),
        ("claim.submit", 1),
        ("disclosure.make", 1),
        ("export.make", 1),
        ("export.download", 1),
        ("hold.set", 1),
        ("hold.release", 1),
        ("review.decide", 1),
        ("claim.withdraw", 1),
    ] {
        assert!(records(&app, action) >= least, "{action}");
    }
    assert_eq!(
        records(&app, "claim.edit"),
        0,
        "what weighs little does not"
    );
    // the entries of the same request say what was done
    app.database.intact();
    let told = app.count(
        "SELECT count(*) FROM access_record r WHERE action = 'review.decide'
         AND EXISTS (SELECT FROM audit_log WHERE entry LIKE '%\"request\":\"' || r.request || '\"%')",
    );
    assert_eq!(told, 1);
    let mut program = app.superuser();
    for forbidden in [
        "DELETE FROM access_record",
        "UPDATE access_record SET account_id = NULL",
    ] {
        let denied = diesel::connection::SimpleConnection::batch_execute(
            &mut program,
            &format!("SET ROLE registry_app; {forbidden}"),
        );
        assert!(denied.is_err(), "{forbidden}");
    }
}

#[test]
fn staff_who_look_at_a_claim_leave_a_record_and_its_owner_none() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let paralegal = app.assigned("paralegal", "paralegal@example.com");
    let outside = app.staff("lawyer", "outside@example.com");
    let parts = ["", "/losses", "/evidence", "/consents", "/reviews"];
    for (n, part) in parts.iter().enumerate() {
        let path = format!("/api/v1/claims/{claim}{part}");
        claimant.get(&path).is(200);
        outside.get(&path).is(404);
        assert_eq!(records(&app, "claim.read"), 2 * i64::from(n > 0), "{part}");
        lawyer.get(&path).is(200);
        paralegal.get(&path).is(200);
        assert_eq!(records(&app, "claim.read"), 2, "one each, going through it");
    }
    let subject = format!("SELECT count(*) FROM access_record WHERE subject = '{claim}'");
    assert_eq!(app.count(&subject), 2);
    app.sql("UPDATE access_record SET created_at = created_at - interval '11 minutes'");
    lawyer.get(&format!("/api/v1/claims/{claim}")).is(200);
    assert_eq!(records(&app, "claim.read"), 3, "later it is another look");
}

#[test]
fn records_are_emptied_after_two_years_and_with_the_account() {
    let mut app = App::start();
    let claimant = app.claimant("merchant@example.com");
    app.claimant("other@example.com");
    assert_eq!(records(&app, "session.begin"), 2);
    claimant.erase_account().is(200);
    assert_eq!(
        (
            records(&app, "session.begin"),
            records(&app, "account.erase")
        ),
        (1, 1),
        "who asked for the erasure, from where, stays for two years"
    );
    app.sql(
        "UPDATE access_record SET created_at = now() - interval '729 days' WHERE action = 'session.begin';
         UPDATE access_record SET created_at = now() - interval '731 days' WHERE action = 'account.erase'",
    );
    app.kill_and_restart(&[]);
    eventually(|| (records(&app, "account.erase") == 0).then_some(()));
    assert_eq!(records(&app, "session.begin"), 1);
    assert_eq!(
        app.count("SELECT count(*) FROM access_record WHERE action = 'account.erase'"),
        1,
        "that it was stays"
    );
}

/// The lines for whoever watches, as far as the server has written them.
fn events(app: &App) -> Vec<Value> {
    let log = app.log.lock().expect("nobody panics with it").clone();
    let lines = log
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    lines
        .filter(|line: &Value| line["target"] == "security")
        .map(|line| line["fields"].clone())
        .collect()
}

#[test]
fn what_happens_to_accounts_is_told_without_naming_anybody() {
    let app = App::with(&PROXIED);
    let claimant = app.claimant("merchant@example.com");
    let administrator = app.staff("administrator", "administrator@example.com");
    let attempt = |source: &str, password: &str| {
        let body = json!({"email": "merchant@example.com", "password": password});
        from(source, &app.anybody(), "POST", "/api/v1/sessions", body)
    };
    let wrong = attempt("203.0.113.66", "틀린 비밀번호").is(401);
    attempt("203.0.113.66", PASSWORD).is(429);
    claimant.get("/api/v1/staff").is(403);
    claimant
        .put(
            "/api/v1/account/password",
            json!({"current": PASSWORD, "new": NEW}),
        )
        .is(204);
    let invited = json!({"email": "new@example.com", "name": "새 변호사", "role": "lawyer"});
    let id = administrator.post("/api/v1/staff", invited).id();
    for (what, body) in [
        ("role", json!({"role": "paralegal"})),
        ("state", json!({"state": "disabled"})),
    ] {
        let path = format!("/api/v1/staff/{id}/{what}");
        administrator.put(&path, body).is(204);
    }
    administrator
        .delete(&format!("/api/v1/staff/{id}/sessions"))
        .is(204);
    let all = [
        "account-made",
        "signed-in",
        "sign-in-failed",
        "limited",
        "refused",
        "password-set",
        "role-set",
        "state-set",
        "sessions-ended",
    ];
    let told = eventually(|| {
        let told = events(&app);
        let has = |event: &&str| told.iter().any(|it| it["event"] == **event);
        all.iter().all(has).then_some(told)
    });
    let of = |event: &str| told.iter().find(|it| it["event"] == event).expect("told");
    assert_eq!(
        of("sign-in-failed")["request"],
        wrong.headers["x-request-id"],
        "with the request that caused it"
    );
    let (failed, limited) = (of("sign-in-failed"), of("limited"));
    assert_eq!(
        (&failed["account"], &failed["source"]),
        (&limited["account"], &limited["source"]),
        "lines about the same one can be put together"
    );
    assert_ne!(failed["source"], of("refused")["source"]);
    let log = app.log.lock().expect("nobody panics with it").clone();
    for personal in ["merchant@", "203.0.113.66", "127.0.0.1\"", &id] {
        assert!(!log.contains(personal), "{personal}");
    }
}

#[test]
fn strangers_ring_no_alarm_with_what_is_no_http() {
    let app = App::start();
    let address = app.url.trim_start_matches("http://");
    for nonsense in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"GET / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"G\0T / HTTP/1.1\r\n\r\n",
        b"POST /api/v1/sessions HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"POST /api/v1/sessions HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(address).expect("the server answers");
        stream.write_all(nonsense).expect("it reads");
        stream
            .shutdown(std::net::Shutdown::Write)
            .expect("nothing more comes");
        // whether it answers or hangs up is its own affair
        let _ = stream.read_to_end(&mut Vec::new());
    }
    app.anybody().get("/healthz").is(200);
    let answered = |log: &String| log.contains("/healthz");
    let log = eventually(|| Some(app.log.lock().expect("readable").clone()).filter(answered));
    let loud = |line: &&str| line.contains("\"ERROR\"") || line.contains("\"WARN\"");
    assert_eq!(log.lines().filter(loud).collect::<Vec<_>>(), [""; 0]);
}
