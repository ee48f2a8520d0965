//! Attacks by somebody with the database's superuser and full knowledge of the program. Each is
//! found, with its verdict and its position, or it is said why it cannot be.

mod grammar;
mod log;
mod rights;
mod rows;

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::harness::database::Database;
use crate::harness::server::App;

/// A registry with one submitted claim, everything sealed, and its head.
fn sealed() -> (App, String) {
    let app = App::start();
    app.claimant("merchant@example.com").submitted();
    let size = app.database.intact();
    let (_, report) = app.database.verify(&[]);
    (
        app,
        format!(
            "{size}:{}",
            report["hash"].as_str().expect("a report has a hash")
        ),
    )
}

/// Verdict and position of each finding in the live database.
fn found(database: &Database, args: &[&str]) -> Vec<(String, Option<u64>)> {
    let (code, report) = database.verify(args);
    let findings = report["findings"]
        .as_array()
        .expect("a report has findings");
    assert_eq!(code, i32::from(!findings.is_empty()), "{report:#}");
    findings
        .iter()
        .map(|finding| {
            (
                finding["verdict"].as_str().unwrap_or_default().to_string(),
                finding["at"].as_u64(),
            )
        })
        .collect()
}

fn first(database: &Database) -> (String, Option<u64>) {
    found(database, &[]).into_iter().next().unwrap_or_default()
}

/// The one text that a query brings.
fn only(app: &App, query: &str) -> String {
    diesel::select(diesel::dsl::sql::<Text>(&format!("({query})")))
        .get_result(&mut app.superuser())
        .expect("one")
}

/// Table and key of the first finding, and its verdict.
fn row_found(database: &Database) -> (String, String, String) {
    let (_, report) = database.verify(&[]);
    let text = |key: &str| {
        report["findings"][0][key]
            .as_str()
            .unwrap_or_default()
            .to_string()
    };
    (text("verdict"), text("table"), text("key"))
}
