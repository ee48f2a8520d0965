//! What every answer carries, whatever was asked and by whom, and what is not answered at all.

use crate::app::{App, CASE};

#[test]
fn every_answer_keeps_browsers_and_caches_from_mistakes() {
    let app = App::start();
    let anybody = app.anybody();
    let answers = [
        anybody.get("/api/v1/cases"),
        anybody.get("/api/v1/claims"),
        anybody.get("/nowhere"),
        anybody.get("/healthz"),
        anybody.get("/api/v1/cases/no-case"),
        anybody.send("POST", "/api/v1/sessions", &[("content-type", "application/json")], b"no json".to_vec()),
        app.claimant("merchant@example.com").get("/api/v1/account"),
    ];
    for answer in answers {
        let header = |name: &str| answer.headers.get(name).map(String::as_str).unwrap_or_default();
        assert_eq!(header("x-content-type-options"), "nosniff", "{answer:?}");
        assert_eq!(header("cache-control"), "no-store", "{answer:?}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{answer:?}");
        assert!(header("content-security-policy").contains("default-src 'none'; frame-ancestors 'none'"), "{answer:?}");
        assert_eq!(header("x-request-id").len(), 36, "{answer:?}");
        assert!(
            !answer.headers.keys().any(|name| name.starts_with("access-control-") || name == "server" || name == "set-cookie"),
            "{answer:?}"
        );
    }
}

#[test]
fn a_method_or_path_that_the_table_has_not_is_refused() {
    let app = App::start();
    let anybody = app.anybody();
    for (method, path, status) in [
        ("DELETE", "/api/v1/accounts", 405),
        ("PATCH", &format!("/api/v1/cases/{CASE}"), 405),
        ("TRACE", "/api/v1/cases", 405),
        ("OPTIONS", "/api/v1/sessions", 405),
        ("GET", "/metrics", 404),
        ("GET", "/api/v1", 404),
        ("GET", "/.git/config", 404),
        ("GET", "/api/v1/cases/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/api/v1/cases/x'%20OR%20'1'%3D'1", 404),
    ] {
        assert_eq!(anybody.send(method, path, &[], Vec::new()).status, status, "{method} {path}");
    }
}

#[test]
fn an_error_says_nothing_of_the_inside() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    app.sql("ALTER TABLE claim RENAME TO claim_gone");
    let answer = claimant.get("/api/v1/claims");
    assert_eq!(answer.status, 500);
    let said = answer.text();
    for inside in ["claim_gone", "relation", "SELECT", "diesel", "panicked", "src/", "postgres"] {
        assert!(!said.contains(inside), "{inside}: {said}");
    }
    let request = answer.json()["request"].as_str().expect("a problem names its request").to_string();
    // and the log has the reason under the same id
    crate::app::eventually(|| app.log.lock().expect("nobody panics with the log").contains(&request).then_some(()));
}
