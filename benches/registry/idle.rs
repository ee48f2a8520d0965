//! What the server takes while nobody does anything.

use std::time::Duration;

use crate::client::Client;
use crate::measure::{Aim, Row, memory};
use crate::stand::{Server, Stand};

/// Resident memory after the start and one request.
pub fn at_rest(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let server = Server::start(&base);
    assert_eq!(
        Client::new(&server.url, None).get("/api/v1/cases").status,
        200
    );
    std::thread::sleep(Duration::from_secs(2));
    let value = memory(server.id(), "VmRSS");
    let measured = format!(
        "of it {:.1} MB not in files",
        memory(server.id(), "RssAnon")
    );
    vec![Row {
        name: "idle server, resident",
        value,
        unit: "MB",
        aim: Aim::AtMost(40.0),
        measured,
    }]
}
