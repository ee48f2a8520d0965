//! What a holder waits for: one receipt held against the log's key, that of a consent with the words
//! that were signed, and that of a submission with everything that was handed in.

use std::sync::Arc;

use claimant_registry::action::Action;
use claimant_registry::audit::log_key;
use claimant_registry::audit::publish::guard::Guard;
use claimant_registry::audit::publish::published::Published;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::publish::{Destination, Publisher};
use claimant_registry::audit::verify::receipt;
use claimant_registry::receipts;

use crate::measure::{Aim, Row, median, seconds};
use crate::people::{People, ticket};
use crate::stand::Stand;

/// Verifications a turn.
const TIMES: u32 = 1_000;

/// What is handed in: more than most claims have.
const LOSSES: usize = 20;
const FILES: usize = 50;

/// Receipts out of a registry's database, verified over and over.
pub fn offline(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let destination = Destination {
        log: directory.path().join("log"),
        guard: directory.path().join("guard"),
        public_entries: false,
    };
    let (people, store) = (People::of(&base), Store::new(&destination.log));
    let signer = log_key::ensure(people.db()).expect("the log gets its key");
    let vkey = signer.vkey().clone();
    let (person, claim) = people.claimants(1).pop().expect("one was asked for");
    people.consents(&person, claim);
    people.submission(&person, claim, LOSSES, FILES);
    base.sealer().drain().expect("the sealer seals");
    let guard = Guard::take(&destination.guard)
        .expect("writable")
        .expect("nobody else publishes");
    let published = Arc::new(Published::new(Store::new(&destination.log)));
    let mut publisher = Publisher::open(
        base.connect(),
        Arc::new(signer),
        Arc::new(guard),
        published,
        &destination,
    )
    .unwrap_or_else(|e| panic!("{e:?}"));
    publisher
        .publish(|_| Ok(()))
        .unwrap_or_else(|e| panic!("{e:?}"));
    let row = |name, action, what: &str| {
        let change = people.receipt(&person, claim, &store, action);
        let made = people.db().read_now(&ticket(&person), |r| {
            receipts::one(r, &store, claim, change)
        });
        let file = made.expect("the owner asks").expect("it is published").text;
        let turn = || {
            let took = seconds(|| {
                for _ in 0..TIMES {
                    receipt::verify(file.as_bytes(), &vkey).expect("it holds");
                }
            });
            took * 1e3 / f64::from(TIMES)
        };
        Row {
            name,
            value: median((0..5).map(|_| turn()).collect()),
            unit: "ms",
            aim: Aim::AtMost(5.0),
            measured: format!("{what} of {} bytes, {TIMES} times", file.len()),
        }
    };
    let handed_in = format!("a submission with {LOSSES} losses and {FILES} files");
    vec![
        row(
            "receipt verification",
            Action::ConsentAnswer,
            "a consent with its words",
        ),
        row(
            "receipt verification, submission",
            Action::ClaimSubmit,
            &handed_in,
        ),
    ]
}
