//! Publishing by hand: sealing and publication that break off between any two steps, failed or
//! failed but persisted; and several publishers of one log, of which one at a time signs.

mod broken_off;
mod first;
mod guarded;
mod several;

use std::sync::Arc;

use claimant_registry::audit::format::note::{Kind, Signer};
use claimant_registry::audit::publish::guard::Guard;
use claimant_registry::audit::publish::published::Published;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::publish::{Destination, Publisher, Refusal};
use claimant_registry::audit::seal::Sealer;
use diesel::prelude::*;

use crate::harness::database::Database;
use crate::harness::eventually;
use crate::harness::server::App;

/// A database with some entries, and what publishes it by hand.
fn by_hand() -> (App, Destination, Arc<Signer>) {
    let app = App::start();
    app.claimant("merchant@example.com").draft();
    let database = app.database.clone();
    database.intact();
    let outside = database
        .log_dir()
        .parent()
        .expect("it has one")
        .join("by-hand");
    let signer = Arc::new(
        Signer::new("localhost/claimant-registry", Kind::Ed25519, &[0x44; 32]).expect("a key"),
    );
    let destination = Destination {
        log: outside.join("log"),
        guard: outside.join("guard"),
        public_entries: false,
    };
    Database::forget_signed(&destination.guard);
    (app, destination, signer)
}

/// As [`open`], where nobody else publishes. A program that another test starts meanwhile holds a
/// copy of every open file between fork and exec, so that the lock of a publisher which is gone can
/// live a moment longer than it.
fn open_alone(
    database: &Database,
    destination: &Destination,
    signer: &Arc<Signer>,
) -> Result<Publisher, Refusal> {
    eventually(|| open(database, destination, signer).transpose())
}

fn open(
    database: &Database,
    destination: &Destination,
    signer: &Arc<Signer>,
) -> Result<Option<Publisher>, Refusal> {
    let Some(guard) = Guard::take(&destination.guard)? else {
        return Ok(None);
    };
    let conn = PgConnection::establish(&database.app).expect("the database answers");
    let published = Arc::new(Published::new(Store::new(&destination.log)));
    Publisher::open(
        conn,
        signer.clone(),
        Arc::new(guard),
        published,
        destination,
    )
    .map(Some)
}

fn more(app: &App, nth: usize) {
    app.claimant(&format!("merchant{nth}@example.com"));
    Sealer::connect(&app.database.app)
        .and_then(|mut sealer| sealer.drain())
        .expect("the sealer seals");
}

/// Changes that wait to be sealed, in one transaction.
fn changes(app: &App, number: usize) {
    app.sql(&format!(
        "DO $$ BEGIN FOR n IN 1..{number} LOOP UPDATE court_case SET demo = demo; END LOOP; END $$"
    ));
}

fn sealer(app: &App) -> Sealer {
    Sealer::connect(&app.database.app).expect("the database answers")
}
