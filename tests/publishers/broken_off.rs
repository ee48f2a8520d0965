//! Sealing and publication that break off between any two steps go on and contradict nothing.

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::tiles::{Tile, WIDTH};
use claimant_registry::audit::publish::guard::Guard;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::publish::{self, Destination, Moment, Refusal};
use claimant_registry::audit::seal::{self};
use claimant_registry::error::Error;
use diesel::prelude::*;

use crate::harness::server::App;
use crate::publishers::{by_hand, changes, more, open_alone, sealer};

/// Broken off before or after each step, the next publication goes on, and whoever saw a checkpoint
/// sees it continued.
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
        let mut publisher = open_alone(&app.database, &destination, &signer).expect("not refused");
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
        let mut publisher = open_alone(&app.database, &destination, &signer).expect("not refused");
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

/// Failed, or committed without anybody having heard of it: whoever seals next finds what is
/// pending, and nothing else.
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

/// Each round breaks off one file later than the round before, until none is left to break off
/// after.
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
        let mut publisher = open_alone(&app.database, &destination, &signer).expect("not refused");
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
                    .map(|signed| signed.checkpoint)
                    .filter(|signed| signed.size > 0),
                seen.last().cloned()
            );
            let mut again = open_alone(&app.database, &destination, &signer).expect("not refused");
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
