//! When the log is stamped, and which answers of an authority are not kept.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::harness::authority::{Authority, stamps};
use crate::harness::eventually;
use crate::harness::server::App;
use crate::timestamp::{change, time_passes};

#[test]
fn an_authority_needs_the_certificates_that_its_own_leads_to() {
    let app = App::start();
    for (url, said) in [
        ("https://time.example", "--timestamp-ca-file"),
        ("time.example", "begins with https://"),
    ] {
        let refused = app
            .database
            .cli(&["witness", "policy", "--timestamp-urls", url]);
        assert!(
            String::from_utf8_lossy(&refused.stderr).contains(said),
            "{refused:?}"
        );
    }
}

#[test]
fn a_quiet_log_does_not_stamp_its_own_stamps() {
    let authority = Authority::start();
    let app = App::with(&[
        ("TIMESTAMP_URLS", &authority.url),
        ("TIMESTAMP_CA_FILE", &authority.file("ca.pem")),
    ]);
    eventually(|| (stamps(&app) == 1).then_some(()));
    time_passes(&app);
    app.published(app.database.intact());
    looked(&app);
    assert_eq!((stamps(&app), authority.calls("honest")), (1, 1));
    change(&app, 0);
    eventually(|| (stamps(&app) == 2).then_some(()));
    // and not before its time
    change(&app, 1);
    app.published(app.database.intact());
    looked(&app);
    assert_eq!(stamps(&app), 2);
}

/// Waits until it was looked whether a stamp is due, and what followed is over: a look waits for
/// the table, then the next.
fn looked(app: &App) {
    let waiting = "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database
                   WHERE datname = current_database() AND relation = 'time_stamp'::regclass AND NOT granted";
    for _ in 0..2 {
        let held = app.superuser().transaction(|conn| {
            conn.batch_execute("LOCK TABLE time_stamp IN ACCESS EXCLUSIVE MODE")?;
            eventually(|| (app.count(waiting) > 0).then_some(()));
            QueryResult::Ok(())
        });
        held.expect("nobody else locks it");
    }
}

#[test]
fn what_an_authority_gets_wrong_is_not_kept() {
    let authority = Authority::start();
    let settings = [
        ("TIMESTAMP_URLS", authority.url.as_str()),
        ("TIMESTAMP_CA_FILE", &authority.file("ca.pem")),
    ];
    let mut app = App::with(&settings);
    eventually(|| (stamps(&app) == 1).then_some(()));
    time_passes(&app);
    for (nth, (lie, said)) in [
        ("hash", "message imprint mismatch"),
        ("nonce", "nonce mismatch"),
        ("no-nonce", "nonce not returned"),
        ("old", "message imprint mismatch"),
        ("rejected", "no time stamp token"),
        ("stranger", "unable to get local issuer certificate"),
        ("expired", "certificate has expired"),
        ("changed", "signature failure"),
        ("garbage", "does not verify"),
        ("page", "no time stamp"),
        ("away", "answered 503"),
    ]
    .into_iter()
    .enumerate()
    {
        // started anew, so that the pause after a fault is the first one
        authority.mode(lie);
        app.kill_and_restart(&settings);
        change(&app, nth);
        let ready = eventually(|| {
            let ready = app.operator().get("/readyz");
            let noted = ready.json()["notes"]
                .as_array()
                .expect("a list")
                .iter()
                .any(|note| note.as_str().is_some_and(|note| note.contains(said)));
            noted.then_some(ready.status)
        });
        assert_eq!((ready, stamps(&app)), (200, 1), "{lie}");
    }
    assert!(authority.calls("away 503 application/timestamp-query") > 0);
    // right again, it is asked again
    authority.mode("");
    eventually(|| (stamps(&app) == 2).then_some(()));
    eventually(|| {
        app.operator().get("/readyz").json()["notes"]
            .as_array()
            .is_some_and(Vec::is_empty)
            .then_some(())
    });
    app.database.intact();
}

/// Somebody on the way may write into the answer what nobody signed, beside what the authority did.
#[test]
fn only_what_the_authority_signed_says_the_time() {
    let authority = Authority::start();
    authority.mode("status");
    let begun = Utc::now();
    let app = App::with(&[
        ("TIMESTAMP_URLS", &authority.url),
        ("TIMESTAMP_CA_FILE", &authority.file("ca.pem")),
    ]);
    eventually(|| (stamps(&app) == 1).then_some(()));
    let overview = app
        .assigned("auditor", "auditor@example.com")
        .get("/api/v1/log")
        .json();
    let at: DateTime<Utc> = overview["last_time_stamp"]["at"]
        .as_str()
        .and_then(|at| at.parse().ok())
        .expect("a time");
    assert!(
        (at - begun).abs() < chrono::TimeDelta::seconds(60),
        "{at} is what the status says, {begun} what was signed"
    );
}

#[test]
fn a_slow_authority_delays_neither_intake_nor_the_other() {
    let (slow, quick) = (Authority::start(), Authority::start());
    slow.mode("slow");
    let both = beside_pem(&[&slow, &quick]);
    let app = App::with(&[
        ("TIMESTAMP_URLS", &format!("{},{}", slow.url, quick.url)),
        ("TIMESTAMP_CA_FILE", &both),
    ]);
    let begun = Instant::now();
    eventually(|| (stamps(&app) == 1).then_some(()));
    for nth in 0..3 {
        app.published(change(&app, nth));
    }
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "{:?}",
        begun.elapsed()
    );
    let stops = Instant::now();
    drop(app);
    assert!(stops.elapsed() < Duration::from_secs(5));
}

/// One file with the certificates of several, in the directory of the first.
fn beside_pem(authorities: &[&Authority]) -> String {
    let all: String = authorities
        .iter()
        .map(|one| std::fs::read_to_string(one.file("ca.pem")).expect("readable"))
        .collect();
    let path = authorities[0].file("both.pem");
    std::fs::write(&path, all).expect("writable");
    path
}
