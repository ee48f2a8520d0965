//! What every answer carries, whatever was asked and by whom, and what is not answered at all.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::harness::caller::Caller;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

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
        anybody.send(
            "POST",
            "/api/v1/sessions",
            &[("content-type", "application/json")],
            b"no json".to_vec(),
        ),
        app.claimant("merchant@example.com").get("/api/v1/account"),
    ];
    for answer in answers {
        let header = |name: &str| {
            answer
                .headers
                .get(name)
                .map(String::as_str)
                .unwrap_or_default()
        };
        assert_eq!(header("x-content-type-options"), "nosniff", "{answer:?}");
        assert_eq!(header("cache-control"), "no-store", "{answer:?}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{answer:?}");
        assert!(
            header("content-security-policy")
                .contains("default-src 'none'; frame-ancestors 'none'"),
            "{answer:?}"
        );
        assert_eq!(header("x-request-id").len(), 36, "{answer:?}");
        assert!(
            !answer
                .headers
                .keys()
                .any(|name| name.starts_with("access-control-")
                    || name == "server"
                    || name == "set-cookie"),
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
        assert_eq!(
            anybody.send(method, path, &[], Vec::new()).status,
            status,
            "{method} {path}"
        );
    }
}

#[test]
fn the_api_describes_itself_to_readers_and_programs() {
    let app = App::start();
    let anybody = app.anybody();
    let page = anybody.get("/api/docs/").is(200);
    assert!(
        page.headers["content-type"].starts_with("text/html") && page.text().contains("swagger-ui"),
        "{}",
        page.text()
    );
    // scripts and styles come from here too: nothing is fetched from elsewhere
    assert!(
        page.headers["content-security-policy"].starts_with("default-src 'self'; "),
        "{:?}",
        page.headers
    );
    let links = |attribute: &str| -> Vec<String> {
        page.text()
            .split(attribute)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(String::from)
            .collect()
    };
    let parts = [links("src=\""), links("href=\"")].concat();
    assert!(!parts.is_empty());
    for part in parts {
        let path = part.trim_start_matches("./");
        assert_eq!(
            anybody.get(&format!("/api/docs/{path}")).status,
            200,
            "{part}"
        );
    }
    let description = anybody.get("/api/openapi.json").json();
    assert_eq!(description["info"]["title"], "Claimant registry");
    assert!(
        description["paths"]["/api/v1/claims/{claim}"]["get"].is_object(),
        "{description}"
    );
}

#[test]
fn metrics_count_requests_by_their_pattern_on_an_address_of_their_own() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    claimant.get(&format!("/api/v1/claims/{claim}"));
    let metrics = Caller::to(&app.metrics).get("/metrics").is(200);
    let text = metrics.text();
    let counted = text.lines().find(|line| {
        line.starts_with("registry_http_requests_total{")
            && [
                r#"endpoint="/api/v1/claims/{claim}""#,
                r#"method="GET""#,
                r#"status="200""#,
            ]
            .iter()
            .all(|label| line.contains(label))
    });
    assert!(counted.is_some_and(|line| line.ends_with(" 1")), "{text}");
    assert!(!text.contains(&claim), "an id is nobody's label");
    assert_eq!(
        Caller::to(&app.metrics).get("/api/v1/cases").status,
        404,
        "nothing else is there"
    );
}

#[test]
fn headers_that_do_not_end_are_not_waited_for() {
    let app = App::start();
    let mut stream =
        TcpStream::connect(app.url.trim_start_matches("http://")).expect("the server answers");
    stream
        .set_read_timeout(Some(Duration::from_millis(250)))
        .expect("a socket");
    stream
        .write_all(b"GET /api/v1/cases HTTP/1.1\r\nhost: registry\r\nx-slow: ")
        .expect("it reads");
    let begun = Instant::now();
    let mut answer = [0; 64];
    let read = loop {
        // a byte now and then keeps nobody waiting either
        let sent = stream.write_all(b"a");
        match stream.read(&mut answer) {
            Ok(read) => break read,
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                assert!(sent.is_ok() && begun.elapsed() < Duration::from_secs(20))
            }
            Err(error) => panic!("after {:?}: {error}", begun.elapsed()),
        }
    };
    let said = String::from_utf8_lossy(&answer[..read]);
    assert!(read == 0 || said.starts_with("HTTP/1.1 408"), "{said}");
    assert!(
        begun.elapsed() >= Duration::from_secs(4),
        "a slow line has its time: {:?}",
        begun.elapsed()
    );
}

#[test]
fn an_error_says_nothing_of_the_inside() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    app.sql("ALTER TABLE claim RENAME TO claim_gone");
    let answer = claimant.get("/api/v1/claims").is(500);
    let said = answer.text();
    for inside in [
        "claim_gone",
        "relation",
        "SELECT",
        "diesel",
        "panicked",
        "src/",
        "postgres",
    ] {
        assert!(!said.contains(inside), "{inside}: {said}");
    }
    let request = answer.json()["request"]
        .as_str()
        .expect("a problem names its request")
        .to_string();
    // and the log has the reason under the same id
    crate::harness::eventually(|| {
        app.log
            .lock()
            .expect("nobody panics with the log")
            .contains(&request)
            .then_some(())
    });
}
