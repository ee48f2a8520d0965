//! What the operator's own address tells, and what neither it nor the process log keeps: what a
//! client wrote into a request.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::harness::caller::Caller;
use crate::harness::eventually;
use crate::harness::server::App;

/// Sends a request line that no client library would.
fn raw(app: &App, method: &str, path: &str) -> String {
    let mut stream =
        TcpStream::connect(app.url.trim_start_matches("http://")).expect("the server listens");
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: registry.example\r\nConnection: close\r\n\r\n"
    )
    .expect("the server reads");
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("the server answers");
    answer
}

#[test]
fn what_a_client_writes_is_no_label_and_no_log_line() {
    let app = App::start();
    for (method, path) in [
        ("GET", "/nowhere/kim@example.com"),
        ("GET", "/api/v1/cases/hong-gildong"),
        ("KIMHANEUL", "/api/v1/cases"),
        ("KIMHANEUL", "/nowhere/kim@example.com"),
        ("GET", "/log/tile/0/000"),
        ("GET", "/api/docs/"),
    ] {
        assert!(
            raw(&app, method, path).starts_with("HTTP/1.1 "),
            "{method} {path}"
        );
    }
    let metrics = app.operator().get("/metrics").text();
    for counted in [
        "registry_http_requests_total{endpoint=\"-\",method=\"GET\",status=\"404\"} 1",
        "registry_http_requests_total{endpoint=\"-\",method=\"-\",status=\"404\"} 1",
        "registry_http_requests_total{endpoint=\"/api/v1/cases\",method=\"-\",status=\"405\"} 1",
        "registry_http_requests_total{endpoint=\"/api/v1/cases/{case}\",method=\"GET\",status=\"404\"} 1",
        "registry_http_requests_duration_seconds_count{endpoint=\"/log/tile/{level}/{tile:.*}\",method=\"GET\",",
    ] {
        assert!(metrics.contains(counted), "{counted}: {metrics}");
    }
    let log = eventually(|| {
        Some(app.log.lock().expect("nobody panics with it").clone())
            .filter(|log| log.contains("\"/api/docs/{_:.*}\""))
    });
    assert!(!log.contains("\"WARN\""), "{log}");
    for typed in ["kim@example.com", "hong-gildong", "KIMHANEUL"] {
        assert!(
            !metrics.contains(typed) && !log.contains(typed),
            "{typed}: {metrics} {log}"
        );
    }
}

/// Why nothing is signed is public; what the machine and PostgreSQL say, and what others outside
/// did, is the operator's.
#[test]
fn only_the_operator_reads_the_words_of_the_machine() {
    let mut app = App::start();
    app.published(app.database.intact());
    app.stop();
    let guard = std::fs::read(app.database.guard()).expect("there is a guard file");
    std::fs::remove_file(app.database.guard()).expect("there is a guard file");
    app.kill_and_restart(&[]);
    let reason = |caller: &Caller| {
        caller.get("/readyz").json()["reason"]
            .as_str()
            .map(String::from)
    };
    let missing = "the guard file is missing although a checkpoint was published: put it back";
    assert_eq!(eventually(|| reason(&app.anybody())), missing);
    assert_eq!(reason(&app.operator()).as_deref(), Some(missing));
    let (public, operator) = (app.anybody().get("/readyz"), app.operator().get("/readyz"));
    assert_eq!((public.status, operator.status), (503, 503));
    assert!(
        public.json()["notes"].is_null() && operator.json()["notes"].is_array(),
        "{} {}",
        public.text(),
        operator.text()
    );
    // a fault that may pass
    app.stop();
    std::fs::remove_dir_all(app.database.log_dir()).expect("there is a log");
    std::fs::write(app.database.guard(), guard).expect("writable");
    app.sql("REVOKE SELECT ON audit_log FROM registry_app");
    app.kill_and_restart(&[]);
    let said = eventually(|| reason(&app.operator()));
    assert!(
        said.contains("permission denied for table audit_log"),
        "{said}"
    );
    let public = app.anybody().get("/readyz");
    assert_eq!(
        (
            public.status,
            public.json()["publishing"].as_bool(),
            reason(&app.anybody())
        ),
        (503, Some(false), None),
        "{}",
        public.text()
    );
}
