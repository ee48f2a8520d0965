//! What is published is cosigned soon and by all, under load, beside slow ones and after restarts.

use std::time::{Duration, Instant};

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::note::Note;
use claimant_registry::audit::format::policy::Policy;
use claimant_registry::audit::outsiders::witness;
use diesel::prelude::*;

use crate::harness::database::lines;
use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::witness::{Witness, cosigned};
use crate::witness::{change, note};

#[test]
fn a_change_is_cosigned_within_seconds_and_goes_on_after_restarts() {
    let mut app = App::start();
    let (mut one, two) = (Witness::start("one"), Witness::start("two"));
    one.added_to(&app.database);
    two.added_to(&app.database);
    let size = change(&app, 0);
    cosigned(&app, size, &[&one, &two]);
    let begun = Instant::now();
    let size = change(&app, 1);
    cosigned(&app, size, &[&one, &two]);
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("after 1970")
        .as_secs();
    let policy: Policy = app
        .database
        .cli_with(&["witness", "policy"], &[("WITNESS_QUORUM", "2")])
        .parse()
        .expect("a policy");
    let signers = policy.satisfied(&note(&app)).expect("both signed");
    assert!(
        signers.len() == 2 && signers.iter().all(|(_, time)| time.abs_diff(now) < 60),
        "{signers:?}"
    );
    // the registry starts again and learns from the witness how far it is
    app.kill_and_restart(&[]);
    let size = change(&app, 2);
    cosigned(&app, size, &[&one, &two]);
    assert!(
        one.calls().iter().any(|call| call.starts_with("409 old 0")),
        "{:?}",
        one.calls()
    );
    // the witness is away, and comes back with what it has stored
    one.stop();
    let size = change(&app, 3);
    cosigned(&app, size, &[&two]);
    let listed = eventually(|| {
        Some(app.database.cli_ok(&["witness", "list"])).filter(|listed| listed.contains("fault"))
    });
    assert!(
        listed.contains("no connection") && listed.contains(&format!("cosigned {size} entries")),
        "{listed}"
    );
    one.restart();
    cosigned(&app, size, &[&one, &two]);
    assert!(!app.database.cli_ok(&["witness", "list"]).contains("fault"));
    app.database.intact();
}

#[test]
fn a_slow_witness_delays_neither_intake_nor_publication_nor_the_other() {
    let app = App::start();
    let (slow, quick) = (Witness::start("slow"), Witness::start("quick"));
    slow.mode("slow");
    slow.added_to(&app.database);
    quick.added_to(&app.database);
    let size = change(&app, 0);
    cosigned(&app, size, &[&quick]);
    let begun = Instant::now();
    for nth in 1..6 {
        let size = change(&app, nth);
        cosigned(&app, size, &[&quick]);
    }
    assert!(
        begun.elapsed() < Duration::from_secs(10) && slow.calls().is_empty(),
        "{:?} {:?}",
        begun.elapsed(),
        slow.calls()
    );
    // the slow one signs what it was sent, and that is kept although something newer is published
    let vkey = slow.vkey.to_string();
    eventually(|| {
        let kept = app.lines("SELECT note AS line FROM cosigned_checkpoint ORDER BY size");
        let notes = kept.iter().map(|note| Note::parse(note).expect("a note"));
        notes.into_iter().find(|note| {
            note.signed_by(&vkey.parse().expect("a vkey"))
                .expect("valid")
                .is_some()
        })
    });
    let stops = Instant::now();
    drop(app);
    assert!(stops.elapsed() < Duration::from_secs(5));
}

/// Under load checkpoints follow each other several times a second; each witness is sent the
/// newest, and all of them the same.
#[test]
fn under_load_a_change_is_cosigned_soon_and_by_both() {
    const SECONDS: u64 = 4;
    let app = App::start();
    let (one, two) = (Witness::start("one"), Witness::start("two"));
    one.added_to(&app.database);
    two.added_to(&app.database);
    cosigned(&app, change(&app, 0), &[&one, &two]);
    let begun = Instant::now();
    let mut conn = app.superuser();
    let load = std::thread::spawn(move || {
        for nth in 0..500 * SECONDS {
            diesel::sql_query("UPDATE court_case SET demo = demo")
                .execute(&mut conn)
                .expect("PostgreSQL answers");
            let due = Duration::from_millis(2 * nth);
            std::thread::sleep(due.saturating_sub(begun.elapsed()));
        }
    });
    let mut conn = app.superuser();
    let mut number = |query: &str| -> i64 { lines(&mut conn, query)[0].parse().expect("a number") };
    // how many changes there were, when; and when as many entries were cosigned
    let (mut changes, mut waits) = (Vec::new(), Vec::new());
    while !load.is_finished() || !changes.is_empty() {
        let count =
            number("SELECT (size + (SELECT count(*) FROM pending))::text AS line FROM audit_head");
        changes.push((Instant::now(), count));
        let signed = number(
            "SELECT max(size)::text AS line FROM cosigned_checkpoint WHERE note LIKE '%one.example%two.example%' OR note LIKE '%two.example%one.example%'",
        );
        let done = changes
            .iter()
            .take_while(|(_, count)| *count <= signed)
            .count();
        waits.extend(changes.drain(..done).map(|(at, _)| at.elapsed()));
        assert!(
            begun.elapsed() < Duration::from_secs(SECONDS + 20),
            "cosigning falls behind: {signed} of {count}"
        );
        if load.is_finished() && signed == count {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    load.join().expect("it changed things");
    assert!(
        !waits.is_empty(),
        "changes were cosigned by both while the load went on"
    );
}

#[test]
fn a_witness_is_called_over_tls_and_its_certificate_is_checked() {
    let mut app = App::start();
    let witness = Witness::over_tls("private");
    witness.added_to(&app.database);
    let listed = eventually(|| {
        Some(app.database.cli_ok(&["witness", "list"])).filter(|listed| listed.contains("fault"))
    });
    assert!(
        listed.contains("TLS: ") && witness.calls().is_empty(),
        "{listed}"
    );
    // a machine that trusts its authority
    let trusted = witness.file("ca.pem");
    app.kill_and_restart(&[("SSL_CERT_FILE", trusted.to_str().expect("a path in UTF-8"))]);
    cosigned(&app, change(&app, 0), &[&witness]);
}

#[test]
fn what_was_cosigned_is_thinned_out_and_the_newest_stays() {
    let app = App::start();
    let one = Witness::start("one");
    one.added_to(&app.database);
    let last = cosigned(&app, change(&app, 0), &[&one]).size;
    // twenty a minute of an hour ago, of which one has two signatures; and one that was stamped
    app.sql(
        "INSERT INTO cosigned_checkpoint
         SELECT 'localhost/claimant-registry', 1000 + n, repeat('x', CASE n WHEN 5 THEN 200 ELSE 100 END), date_trunc('minute', now()) - interval '1 hour' + n * interval '1 second'
         FROM generate_series(1, 40) n;
         UPDATE cosigned_checkpoint SET updated_at = now() - interval '2 hours' WHERE size < 1000",
    );
    let mut conn = app.superuser();
    witness::thin(&mut conn).expect("it thins");
    let thinned = app.lines("SELECT size::text AS line FROM cosigned_checkpoint ORDER BY size");
    assert!(
        thinned.contains(&last.to_string()) && thinned.contains(&"1005".to_string()),
        "{thinned:?}"
    );
    assert!(
        thinned.iter().filter(|size| size.len() == 4).count() == 1,
        "{thinned:?}"
    );
    // what a receipt takes: the first that covers an entry and has signatures enough
    app.sql("DELETE FROM cosigned_checkpoint WHERE size > 1000");
    let signed = |note: &Note| note.signed_by(&one.vkey).is_ok_and(|time| time.is_some());
    let mut covers = |size, enough: &dyn Fn(&Note) -> bool| {
        let note = witness::cosigned(&mut conn, "localhost/claimant-registry", size, enough)
            .expect("the database answers");
        note.map(|note| Checkpoint::parse(&note.text).expect("a checkpoint").size)
    };
    assert!(
        covers(1, &signed).is_some_and(|size| size <= last) && covers(last, &signed) == Some(last)
    );
    assert_eq!(
        (covers(last + 1, &signed), covers(1, &|_| false)),
        (None, None)
    );
}
