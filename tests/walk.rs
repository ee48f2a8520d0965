//! Walks: every table is captured or exempt with its reason, every route that changes something
//! leaves its entry, and no personal data lies open anywhere.

mod open;
mod pages;
mod routes;
mod tables;

use claimant_registry::http::route::{Audited, Route};

use crate::harness::server::App;

/// Demands that a request, by its id, left what its row of the table says, and nothing else.
fn leaves(app: &App, route: &Route, request: &str) {
    let what = format!("{} {}", route.method, route.path);
    app.database.cli_ok(&["seal"]);
    let entries = app.lines(&format!(
        "SELECT entry AS line FROM audit_log WHERE entry LIKE '%\"request\":\"{request}\"%'"
    ));
    match route.audited {
        Audited::Entry(action) => {
            let named = format!("\"action\":\"{}\"", action.as_str());
            let all = entries.iter().all(|entry| entry.contains(&named));
            assert!(
                all && !entries.is_empty(),
                "{what} leaves not only {}: {entries:?}",
                action.as_str()
            );
        }
        Audited::Exempt(_, why) => assert_eq!(
            entries, [""; 0],
            "{what} leaves an entry, so its exemption is stale: {why}"
        ),
        Audited::Nothing => assert_eq!(entries, [""; 0], "{what} only reads"),
    }
}

/// Demands that the log says of every change who made it.
fn attributed(app: &App) {
    app.database.intact();
    let unattributed =
        "SELECT entry AS line FROM audit_log WHERE entry LIKE '%\"action\":\"unattributed\"%'";
    assert_eq!(app.lines(unattributed), [""; 0]);
}
