//! Several publishers of one log: one at a time signs, the others stand by and take over.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Barrier, Mutex};
use std::thread;

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::publish::Moment;
use claimant_registry::audit::publish::store::Store;
use diesel::prelude::*;
use serde_json::json;

use crate::harness::eventually;
use crate::harness::server::App;
use crate::publishers::{by_hand, changes, more, open, open_alone, sealer};

#[test]
fn of_two_publishers_one_stands_by_and_takes_over() {
    let (app, destination, signer) = by_hand();
    let mut first = open_alone(&app.database, &destination, &signer).expect("not refused");
    first.publish(|_| Ok(())).expect("it publishes");
    assert!(
        open(&app.database, &destination, &signer)
            .expect("not refused")
            .is_none(),
        "the guard is held"
    );
    drop(first);
    more(&app, 0);
    let mut second = open(&app.database, &destination, &signer)
        .expect("not refused")
        .expect("the guard is free");
    assert!(second.publish(|_| Ok(())).expect("it publishes").is_some());
}

/// Threads that seal and publish in turn, as often as each gets the guard: nobody signs less than
/// was signed before.
#[test]
fn publishers_that_race_sign_one_history() {
    const EACH: usize = 8;
    let (mut app, destination, signer) = by_hand();
    app.stop();
    let (inside, tried) = (Barrier::new(2), Barrier::new(2));
    let (signed, once) = (Mutex::new(Vec::new()), AtomicBool::new(false));
    let publisher = || open(&app.database, &destination, &signer).expect("not refused");
    let race = || {
        let mut own = 0;
        while own < EACH {
            changes(&app, 1);
            sealer(&app).drain().expect("the sealer seals");
            let Some(mut publisher) = publisher() else {
                continue;
            };
            let published = publisher.publish(|at| {
                // the first one is held up with the guard in its hand, until the other has asked
                // for it
                if at == Moment::AfterGuard && !once.swap(true, Ordering::Relaxed) {
                    inside.wait();
                    tried.wait();
                }
                Ok(())
            });
            if let Some(checkpoint) = published.expect("it publishes") {
                signed
                    .lock()
                    .expect("nobody panics with it")
                    .push(checkpoint);
                own += 1;
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(race);
        scope.spawn(|| {
            inside.wait();
            let refused = publisher().is_none();
            // before anything can fail: the other one waits for it
            tried.wait();
            assert!(refused, "the guard is held");
            race();
        });
    });
    let signed = signed.into_inner().expect("nobody panicked with it");
    assert_eq!(signed.len(), 2 * EACH);
    assert!(
        signed.is_sorted_by(|one, next| one.size < next.size),
        "each signs more than the one before: {signed:?}"
    );
    let (store, last) = (
        Store::new(&destination.log),
        signed.last().expect("there are some"),
    );
    assert_eq!(store.published().expect("readable").as_ref(), Some(last));
    for earlier in &signed {
        let proof = store
            .consistency(earlier.size, last.size)
            .expect("its tiles are there");
        assert!(
            merkle::consistent(earlier.size, last.size, &proof, &earlier.root, &last.root),
            "{earlier:?} {last:?}"
        );
    }
    assert!(app.database.intact() >= last.size);
}

/// Two processes on one database, one guard file and one directory.
#[test]
fn of_two_servers_one_publishes_and_the_other_says_why_not_until_it_takes_over() {
    let mut first = App::start();
    first.published(first.database.intact());
    let second = first.another();
    let notes = |app: &App| {
        let ready = app.operator().get("/readyz");
        (ready.status, ready.json()["notes"].clone())
    };
    let stands_by = (
        200,
        json!(["another process publishes this log: this one stands by"]),
    );
    eventually(|| (notes(&second) == stands_by).then_some(()));
    assert_eq!(notes(&first), (200, json!([])));
    let said = || {
        second
            .log
            .lock()
            .expect("nobody panics with it")
            .matches("this one stands by")
            .count()
    };
    eventually(|| (said() > 0).then_some(()));
    // both take claims, and the caller either sees the same log grow
    let people: Vec<_> = (0..4)
        .map(|n| first.claimant(&format!("merchant{n}@example.com")))
        .collect();
    let (done, mut seen) = (AtomicUsize::new(0), Vec::new());
    thread::scope(|scope| {
        for (nth, caller) in people.iter().enumerate() {
            let (caller, done) = (caller.at([&first.url, &second.url][nth % 2]), &done);
            scope.spawn(move || {
                caller.submitted();
                done.fetch_add(1, Ordering::Relaxed);
            });
        }
        while done.load(Ordering::Relaxed) < people.len() {
            seen.extend([&first, &second].map(|app| app.anybody().checkpoint()));
        }
    });
    let size = first.database.intact();
    first.published(size);
    let last = first.anybody().checkpoint();
    assert_eq!((&second.anybody().checkpoint(), last.size), (&last, size));
    let store = Store::new(&first.database.log_dir());
    let continued = |seen: &[Checkpoint], last: &Checkpoint| {
        assert!(seen.is_sorted_by_key(|checkpoint| checkpoint.size));
        for earlier in seen {
            let proof = store
                .consistency(earlier.size, last.size)
                .expect("its tiles are there");
            assert!(
                merkle::consistent(earlier.size, last.size, &proof, &earlier.root, &last.root),
                "{earlier:?} {last:?}"
            );
        }
    };
    continued(&seen, &last);
    assert_eq!(
        (notes(&second), said()),
        (stands_by, 1),
        "it is logged once, however long it lasts"
    );
    // the one that published is killed: the other goes on where it was
    first.stop();
    eventually(|| (notes(&second) == (200, json!([]))).then_some(()));
    people[0].at(&second.url).get("/api/v1/account").is(200);
    changes(&second, 3);
    second.published(size + 3);
    continued(&[last], &second.anybody().checkpoint());
    second.database.intact();
}

/// A statement that would wait for ever ends, and the publisher says that it cannot publish.
#[test]
fn a_publisher_that_waits_for_the_database_says_so() {
    let app = App::start();
    app.published(app.database.intact());
    let mut holder = app.superuser();
    diesel::sql_query("BEGIN")
        .execute(&mut holder)
        .expect("it begins");
    diesel::sql_query("LOCK TABLE audit_log IN ACCESS EXCLUSIVE MODE")
        .execute(&mut holder)
        .expect("it is free");
    eventually(|| {
        app.operator().get("/readyz").json()["reason"]
            .as_str()
            .map(String::from)
    });
    diesel::sql_query("ROLLBACK")
        .execute(&mut holder)
        .expect("it ends");
    eventually(|| (app.anybody().get("/readyz").status == 200).then_some(()));
}
