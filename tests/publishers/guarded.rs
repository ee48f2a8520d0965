//! What a publisher does not sign, and what it makes anew.

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::entry;
use claimant_registry::audit::format::tiles::{self, Tile};
use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::publish::{Destination, Refusal};

use crate::harness::verifiers::{Found, at, both, intact};
use crate::publishers::{by_hand, more, open, open_alone};

#[test]
fn a_flipped_bit_is_noticed_before_it_is_signed() {
    let (app, destination, signer) = by_hand();
    let mut publisher = open_alone(&app.database, &destination, &signer).expect("not refused");
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

/// A snapshot of the machine puts database and guard back together; what was published elsewhere
/// still stands.
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

/// Whatever the directory lost is there again after the next start, and so are bundles that were
/// not public before.
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
    let mut publisher = open_alone(&app.database, &destination, &signer).expect("not refused");
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
