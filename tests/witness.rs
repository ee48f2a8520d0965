//! Witnesses: an independent one, in Python after the specifications, cosigns what is published;
//! slow ones, lying ones and those that saw another log are told apart, and none of them holds
//! anything up.

mod asked;
mod refused;

use claimant_registry::audit::format::note::Note;

use crate::harness::server::App;

/// The published checkpoint.
fn note(app: &App) -> Note {
    Note::parse(&app.anybody().get("/log/checkpoint").text()).expect("a note")
}

fn change(app: &App, nth: usize) -> u64 {
    app.claimant(&format!("merchant{nth}@example.com"));
    app.database.cli_ok(&["seal"]);
    app.database.size()
}
