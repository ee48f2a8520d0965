//! What the operator's own address tells, and what neither it nor the process log keeps: what a client wrote into a request.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::app::{App, eventually};

/// Sends a request line that no client library would.
fn raw(app: &App, method: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(app.url.trim_start_matches("http://")).expect("the server listens");
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: registry.example\r\nConnection: close\r\n\r\n").expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers");
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
        assert!(raw(&app, method, path).starts_with("HTTP/1.1 "), "{method} {path}");
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
    let log =
        eventually(|| Some(app.log.lock().expect("nobody panics with it").clone()).filter(|log| log.contains("\"/api/docs/{_:.*}\"")));
    assert!(!log.contains("\"WARN\""), "{log}");
    for typed in ["kim@example.com", "hong-gildong", "KIMHANEUL"] {
        assert!(!metrics.contains(typed) && !log.contains(typed), "{typed}: {metrics} {log}");
    }
}
