//! Publishing by hand: sealing and publication that break off between any two steps, failed or failed but persisted; and
//! several publishers of one log, of which one at a time signs.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::entry;
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Kind, Signer};
use claimant_registry::audit::format::tiles::{self, Tile, WIDTH};
use claimant_registry::audit::publish::guard::Guard;
use claimant_registry::audit::publish::published::Published;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::publish::{self, Destination, Moment, Publisher, Refusal};
use claimant_registry::audit::seal::{self, Sealer};
use claimant_registry::error::Error;
use diesel::prelude::*;
use serde_json::json;

use crate::harness::database::Database;
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::verifiers::{Found, at, both, intact};

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
    (app, destination, signer)
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

/// Broken off before or after each step, the next publication goes on, and whoever saw a checkpoint sees it continued.
#[test]
fn a_publication_that_breaks_off_anywhere_contradicts_nothing_that_was_signed() {
    let (app, destination, signer) = by_hand();
    let store = Store::new(&destination.log);
    let mut seen: Vec<Checkpoint> = Vec::new();
    for (nth, moment) in Moment::ALL
        .into_iter()
        .cycle()
        .take(2 * Moment::ALL.len())
        .enumerate()
    {
        let mut publisher = open(&app.database, &destination, &signer)
            .expect("not refused")
            .expect("nobody else publishes");
        more(&app, nth);
        let broken = publisher.publish(|at| {
            if at == moment {
                Err(std::io::Error::other("broken off"))
            } else {
                Ok(())
            }
        });
        assert!(matches!(broken, Err(Refusal::Fault(_))), "{moment:?}");
        let public = store.published().expect("readable");
        seen.extend(public);
        drop(publisher);
        // sometimes the directory is lost as well, and made anew
        if nth % 4 == 3 {
            std::fs::remove_dir_all(destination.log.join("tile")).expect("it was there");
        }
        let mut publisher = open(&app.database, &destination, &signer)
            .expect("not refused")
            .expect("the guard is free again");
        let next = publisher.publish(|_| Ok(())).expect("it goes on");
        if let Some(next) = next {
            assert_eq!(
                store.root(next.size).expect("its tiles are there"),
                next.root,
                "{moment:?}"
            );
            seen.push(next);
        }
        let last = seen.last().expect("something was published").clone();
        for earlier in &seen {
            let proof = store
                .consistency(earlier.size, last.size)
                .expect("its tiles are there");
            assert!(
                merkle::consistent(earlier.size, last.size, &proof, &earlier.root, &last.root),
                "{earlier:?} {last:?}"
            );
        }
    }
}

#[test]
fn of_two_publishers_one_stands_by_and_takes_over() {
    let (app, destination, signer) = by_hand();
    let mut first = open(&app.database, &destination, &signer)
        .expect("not refused")
        .expect("nobody else publishes");
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

#[test]
fn a_flipped_bit_is_noticed_before_it_is_signed() {
    let (app, destination, signer) = by_hand();
    let mut publisher = open(&app.database, &destination, &signer)
        .expect("not refused")
        .expect("nobody else publishes");
    let before = publisher
        .publish(|_| Ok(()))
        .expect("it publishes")
        .expect("there are entries");
    more(&app, 0);
    app.sql("ALTER TABLE audit_log DISABLE TRIGGER ALL; UPDATE audit_log SET entry = replace(entry, '\"v\":1', '\"v\":3') WHERE seq = (SELECT max(seq) FROM audit_log)");
    assert!(matches!(
        publisher.publish(|_| Ok(())),
        Err(Refusal::Rewound(_))
    ));
    assert_eq!(
        Store::new(&destination.log).published().expect("readable"),
        Some(before)
    );
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

/// Failed, or committed without anybody having heard of it: whoever seals next finds what is pending, and nothing else.
#[test]
fn sealing_that_breaks_off_anywhere_loses_and_doubles_nothing() {
    let mut app = App::start();
    app.stop();
    let mut size = app.database.intact();
    for moment in seal::Moment::ALL {
        changes(&app, 5);
        let broken = sealer(&app).batch(3, |at| {
            if at == moment {
                Err(Error::internal("broken off"))
            } else {
                Ok(())
            }
        });
        assert!(broken.is_err(), "{moment:?}");
        let persisted = if moment == seal::Moment::AfterCommit {
            3
        } else {
            0
        };
        assert_eq!(app.database.size(), size + persisted, "{moment:?}");
        let rest = sealer(&app).drain().expect("it goes on");
        assert_eq!(rest as u64, 5 - persisted, "{moment:?}");
        size += 5;
        assert_eq!(app.database.intact(), size, "{moment:?}");
    }
}

/// Each round breaks off one file later than the round before, until none is left to break off after.
#[test]
fn a_publication_that_breaks_off_between_two_tiles_is_made_whole() {
    let (mut app, destination, signer) = by_hand();
    app.stop();
    let (store, destination) = (
        Store::new(&destination.log),
        Destination {
            public_entries: true,
            ..destination
        },
    );
    let mut seen: Vec<Checkpoint> = Vec::new();
    let mut rounds = 0;
    loop {
        changes(&app, 300);
        sealer(&app).drain().expect("the sealer seals");
        let mut publisher = open(&app.database, &destination, &signer)
            .expect("not refused")
            .expect("nobody else publishes");
        let mut written = 0;
        let result = publisher.publish(|at| {
            written += usize::from(at == Moment::AfterTile);
            if at == Moment::AfterTile && written > rounds {
                Err(std::io::Error::other("broken off"))
            } else {
                Ok(())
            }
        });
        drop(publisher);
        let whole = result.is_ok();
        if !whole {
            assert!(matches!(result, Err(Refusal::Fault(_))), "{result:?}");
            assert_eq!(
                store.published().expect("readable"),
                seen.last().cloned(),
                "nobody saw a checkpoint"
            );
            assert_eq!(
                Guard::read(&destination.guard)
                    .expect("readable")
                    .map(|signed| signed.checkpoint),
                seen.last().cloned()
            );
            let mut again = open(&app.database, &destination, &signer)
                .expect("not refused")
                .expect("the guard is free again");
            again
                .publish(|_| Ok(()))
                .expect("it goes on")
                .expect("there is something new");
        }
        let last = store
            .published()
            .expect("readable")
            .expect("it was published");
        assert_eq!(
            (
                last.size,
                store.root(last.size).expect("its tiles are there")
            ),
            (app.database.size(), last.root)
        );
        for earlier in &seen {
            let proof = store
                .consistency(earlier.size, last.size)
                .expect("its tiles are there");
            assert!(
                merkle::consistent(earlier.size, last.size, &proof, &earlier.root, &last.root),
                "{earlier:?} {last:?}"
            );
        }
        let mut conn = PgConnection::establish(&app.database.app).expect("the database answers");
        for index in 0..last.size.div_ceil(WIDTH) {
            let tile = Tile::at(None, index, last.size).expect("it is in the tree");
            assert_eq!(
                store.bytes(tile).ok(),
                publish::bundle(&mut conn, tile).ok(),
                "{}",
                tile.path()
            );
        }
        seen.push(last);
        if whole {
            break;
        }
        rounds += 1;
    }
    assert!(
        rounds >= 5,
        "a full tile, two that are not, and two bundles: {rounds}"
    );
}

/// Threads that seal and publish in turn, as often as each gets the guard: nobody signs less than was signed before.
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
                // the first one is held up with the guard in its hand, until the other has asked for it
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
    assert_eq!(people[0].at(&second.url).get("/api/v1/account").status, 200);
    changes(&second, 3);
    second.published(size + 3);
    continued(&[last], &second.anybody().checkpoint());
    second.database.intact();
}

/// A snapshot of the machine puts database and guard back together; what was published elsewhere still stands.
#[test]
fn a_guard_that_was_put_back_with_the_database_does_not_sign_another_history() {
    let (app, destination, signer) = by_hand();
    let publish = || {
        let publisher = open(&app.database, &destination, &signer)
            .map(|publisher| publisher.expect("the guard is free"));
        publisher.and_then(|mut publisher| publisher.publish(|_| Ok(())))
    };
    let before = publish()
        .expect("it publishes")
        .expect("there are entries")
        .size;
    let guard = std::fs::read(&destination.guard).expect("readable");
    more(&app, 0);
    let signed = publish().expect("it publishes").expect("there is more");
    app.sql(&format!(
        "ALTER TABLE audit_log DISABLE TRIGGER ALL; DELETE FROM audit_log WHERE seq >= {before};
         UPDATE audit_head SET size = {before}, hash = (SELECT hash FROM audit_log WHERE seq = {before} - 1); ALTER TABLE audit_log ENABLE ALWAYS TRIGGER append_only"
    ));
    std::fs::write(&destination.guard, guard).expect("writable");
    more(&app, 1);
    assert!(
        matches!(publish(), Err(Refusal::Rewound(reason)) if reason.contains("is behind or beside"))
    );
    assert_eq!(
        Store::new(&destination.log).published().expect("readable"),
        Some(signed)
    );
    // an earlier checkpoint that was put back is what a crash leaves too
    std::fs::remove_file(destination.log.join("checkpoint")).expect("it was there");
    assert!(publish().is_ok_and(|published| published.is_some()));
}

/// Whatever the directory lost is there again after the next start, and so are bundles that were not public before.
#[test]
fn what_the_published_log_lost_is_made_anew() {
    let (app, mut destination, signer) = by_hand();
    app.sql(
        "INSERT INTO time_stamp SELECT gen_random_uuid(), 'https://time.example', 'localhost/other', 1, '', '\\x00'::bytea, now()
         FROM generate_series(1, 700)",
    );
    let publish = |destination: &Destination| {
        let mut publisher = open(&app.database, destination, &signer)?.expect("the guard is free");
        while publisher.publish(|_| Ok(()))?.is_some() {}
        Ok::<_, Refusal>(())
    };
    app.database.cli_ok(&["seal"]);
    publish(&destination).expect("it publishes");
    let path = |index| {
        destination.log.join(
            Tile {
                level: Some(0),
                index,
                width: 256,
            }
            .path(),
        )
    };
    let (first, second) = (
        std::fs::read(path(0)).expect("a full tile"),
        std::fs::read(path(1)).expect("a full tile"),
    );
    std::fs::remove_file(path(0)).expect("it was there");
    publish(&destination).expect("it publishes");
    assert!(std::fs::read(path(0)).is_ok_and(|again| again == first));
    let (lost, bundle) = (
        path(1),
        Tile {
            level: None,
            index: 1,
            width: 256,
        },
    );
    destination.public_entries = true;
    publish(&destination).expect("it publishes");
    let bytes = std::fs::read(destination.log.join(bundle.path()))
        .expect("the bundles of what was published before are there");
    let hashes: Vec<u8> = tiles::unbundle(&bytes)
        .expect("a bundle")
        .into_iter()
        .flat_map(entry::hash)
        .collect();
    assert_eq!(hashes, second);
    let size = Store::new(&destination.log)
        .published()
        .expect("readable")
        .expect("published")
        .size;
    let last = Tile::at(None, size / 256, size).expect("the last bundle is not full");
    assert!(
        destination.log.join(last.path()).exists(),
        "nothing new has to happen for it"
    );
    // where the database has changed there, it is not made of what nobody signed
    std::fs::remove_file(&lost).expect("it was there");
    app.sql("ALTER TABLE audit_log DISABLE TRIGGER ALL; UPDATE audit_log SET hash = sha256(hash) WHERE seq = 300");
    assert!(
        matches!(publish(&destination), Err(Refusal::Rewound(reason)) if reason.contains("tile/0/001"))
    );
    assert!(!lost.exists());
}

#[test]
fn where_two_checkpoints_of_one_size_disagree_only_what_is_before_them_is_sure() {
    let (app, destination, signer) = by_hand();
    let mut publisher = open(&app.database, &destination, &signer)
        .expect("not refused")
        .expect("nobody else publishes");
    let early = publisher
        .publish(|_| Ok(()))
        .expect("it publishes")
        .expect("there are entries");
    more(&app, 0);
    let late = publisher
        .publish(|_| Ok(()))
        .expect("it publishes")
        .expect("there is more");
    let forged = Checkpoint {
        root: [7; 32],
        ..late.clone()
    };
    let write = |name: &str, text: &str| {
        let file = destination.log.with_file_name(name);
        std::fs::write(&file, text).expect("writable");
        file.to_str().expect("a plain path").to_string()
    };
    let log = write("log.jsonl", &app.database.cli_ok(&["export", "log"]));
    let [first, second, third] = [("first", &early), ("second", &late), ("third", &forged)]
        .map(|(name, it)| write(name, &signer.note(&it.to_string())));
    let vkey = signer.vkey().to_string();
    let against = |files: &[&String]| {
        let files: Vec<&str> = files
            .iter()
            .flat_map(|file| ["--checkpoint", file.as_str()])
            .collect();
        both(&log, &[&["--vkey", vkey.as_str()], &files[..]].concat())
    };
    assert_eq!(against(&[&first, &second]), intact());
    for order in [[&first, &second, &third], [&third, &second, &first]] {
        assert_eq!(against(&order), at("rewritten", early.size));
    }
    assert_eq!(against(&[&second, &third]), at("rewritten", 0));
    // a key that nothing is held against would seem to prove something
    assert_eq!(against(&[]), Found::default());
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
