//! Time stamps: an authority made for the test stamps the log; what it says wrongly is not kept;
//! and every entry lies between two of its times.

mod stamps;
mod times;

use crate::harness::server::App;

fn change(app: &App, nth: usize) -> u64 {
    app.claimant(&format!("merchant{nth}@example.com"));
    app.database.cli_ok(&["seal"]);
    app.database.size()
}

/// Lets the next stamp be due at once; by hand, and captured as such.
fn time_passes(app: &App) {
    app.sql("UPDATE time_stamp SET stamped_at = stamped_at - interval '2 hours'");
}
