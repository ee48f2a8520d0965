//! Methods and versions as clients and proxies speak them.

use serde_json::json;

use crate::harness::caller::{Caller, fresh_key};
use crate::harness::claims::claim_body;
use crate::harness::cluster::CASE;
use crate::harness::routes;
use crate::harness::server::App;

const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE"];

#[test]
fn head_is_answered_as_get_without_the_body() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    app.published(1);
    let claim = app.claimant("merchant@example.com").submitted();
    for path in [
        "/healthz".to_string(),
        "/readyz".into(),
        "/api/docs/".into(),
        "/api/docs/swagger-ui.css".into(),
        "/api/openapi.json".into(),
        "/log/keys".into(),
        "/api/v1/cases".into(),
        format!("/api/v1/claims/{claim}"),
        format!("/api/v1/cases/{CASE}/claims?limit=1"),
        // errors are answered as they are to GET
        "/api/v1/cases/none".into(),
        "/nowhere".into(),
        "/api/v1/staff".into(),
        "/api/v1/sessions/current".into(),
    ] {
        let send = |method: &str| lawyer.send(method, &path, &[], Vec::new());
        let (get, head) = (send("GET"), send("HEAD"));
        assert_eq!((head.status, head.bytes.len()), (get.status, 0), "{path}");
        for header in [
            "content-type",
            "etag",
            "cache-control",
            "content-length",
            "allow",
        ] {
            assert_eq!(
                head.headers.get(header),
                get.headers.get(header),
                "{path} {header}"
            );
        }
    }
    let operator = Caller::to(&app.metrics);
    assert_eq!(
        operator.send("HEAD", "/metrics", &[], Vec::new()).status,
        200
    );
    assert_eq!(
        operator.send("POST", "/metrics", &[], Vec::new()).status,
        405
    );
}

#[test]
fn the_headers_of_an_export_are_no_download() {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    let exports = format!("/api/v1/cases/{CASE}/exports");
    let body = json!({"profile": "contact", "format": "csv", "reason": "연락을 위한 명단입니다"});
    let content = format!(
        "/api/v1/exports/{}/content",
        lawyer.post(&exports, body).id()
    );
    let head = lawyer.send("HEAD", &content, &[], Vec::new()).is(200);
    assert_eq!(
        lawyer.get(&exports).json()["items"][0]["downloads"],
        json!([])
    );
    let get = lawyer.get(&content).is(200);
    for header in ["content-type", "content-disposition", "log-key-fingerprint"] {
        assert_eq!(head.headers[header], get.headers[header], "{header}");
    }
    let other = app.assigned("lawyer", "other@example.com");
    assert_eq!(other.send("HEAD", &content, &[], Vec::new()).status, 404);
}

#[test]
fn a_path_says_which_methods_it_takes() {
    let app = App::start();
    let anybody = app.anybody();
    let mut paths: Vec<(String, Vec<&str>)> = Vec::new();
    for route in routes::api() {
        let path = route.path.replace("{case}", CASE).replace(['{', '}'], "");
        let path = path.replace("tile:.*", "000");
        let method = route.method.as_str();
        match paths.iter_mut().find(|(known, _)| *known == path) {
            Some((_, methods)) => methods.push(method),
            None => paths.push((path, vec![method])),
        }
    }
    for path in [
        "/healthz",
        "/readyz",
        "/api/docs",
        "/api/docs/",
        "/api/openapi.json",
    ] {
        paths.push((path.into(), vec!["GET"]));
    }
    for (path, mut methods) in paths {
        if methods.contains(&"GET") {
            methods.push("HEAD");
        }
        methods.sort_unstable();
        for method in METHODS.iter().filter(|method| !methods.contains(method)) {
            let answer = anybody.send(method, &path, &[], Vec::new());
            assert_eq!(answer.status, 405, "{method} {path}");
            let mut allowed: Vec<&str> = answer.headers["allow"].split(", ").collect();
            allowed.sort_unstable();
            assert_eq!(allowed, methods, "{method} {path}");
        }
    }
}

#[test]
fn a_claim_is_edited_at_the_version_that_was_read_however_a_proxy_writes_it() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let path = format!("/api/v1/claims/{claim}");
    let edit = |tag: &str| {
        let key = fresh_key();
        let headers = [("if-match", tag), ("idempotency-key", &key)];
        claimant.json("PUT", &path, &headers, claim_body())
    };
    let read = || {
        claimant.get(&path).headers["etag"]
            .trim_matches('"')
            .to_string()
    };
    for form in [
        "\"V\"",
        "W/\"V\"",
        "\"V-gzip\"",
        "W/\"V-gzip\"",
        "\"V;br\"",
        "\"0\", \"V\"",
        "W/\"x\" , W/\"V\"",
    ] {
        let tag = form.replace('V', &read());
        assert_eq!(edit(&tag).status, 204, "{tag}");
    }
    let now = read();
    for (tag, status, code) in [
        ("\"1\"", 412, "stale"),
        ("W/\"1\"", 412, "stale"),
        ("\"1\", \"2\"", 412, "stale"),
        ("\"abc\"", 412, "stale"),
        ("\"\"", 412, "stale"),
        ("*", 400, "if-match"),
        (now.as_str(), 400, "if-match"),
        ("\"1", 400, "if-match"),
        ("W/1", 400, "if-match"),
        (",", 400, "if-match"),
    ] {
        let answer = edit(tag);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{tag}"
        );
    }
    assert_eq!(claimant.put(&path, claim_body()).code(), "if-match-missing");
    assert_eq!(read(), now, "nothing of it changed anything");
}
