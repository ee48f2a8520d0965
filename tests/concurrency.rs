//! Many at once: writers, writers that change their mind, sealers, verifiers. Nothing is lost,
//! doubled or out of order.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use claimant_registry::audit::seal::Sealer;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::json;

use crate::harness::caller::PASSWORD;
use crate::harness::claims::{claim_body, evidence_body};
use crate::harness::cluster::CASE;
use crate::harness::server::App;

#[test]
fn thirty_two_writers_two_more_sealers_and_a_verifier_leave_one_whole_chain() {
    let app = App::with(&[("POOL_SIZE", "32")]);
    let callers: Vec<_> = (0..4)
        .map(|n| {
            let caller = app.claimant(&format!("merchant-{n}@example.com"));
            let claim = caller
                .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
                .id();
            (caller, claim)
        })
        .collect();
    let done = AtomicBool::new(false);
    let acknowledged: usize = thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut sealer = Sealer::connect(&app.database.app).expect("a second sealer may");
                while !done.load(Ordering::Relaxed) {
                    sealer
                        .batch(7, |_| Ok(()))
                        .expect("two sealers wait for each other");
                }
            });
        }
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let (code, report) = app.database.verify(&[]);
                assert_eq!(code, 0, "in the middle of the load: {report:#}");
            }
        });
        let over_http: Vec<_> = (0..24)
            .map(|n| {
                let (caller, claim) = &callers[n % callers.len()];
                scope.spawn(move || {
                    let path = format!("/api/v1/claims/{claim}/evidence");
                    (0..8)
                        .filter(|i| {
                            caller
                                .post(&path, evidence_body("other", &format!("{n} {i}")))
                                .status
                                == 201
                        })
                        .count()
                })
            })
            .collect();
        let by_hand: Vec<_> = (0..8)
            .map(|n| {
                scope.spawn({
                    let app = &app;
                    move || write_by_hand(app, n)
                })
            })
            .collect();
        let kept: usize = over_http
            .into_iter()
            .map(|writer| writer.join().expect("no panic"))
            .sum();
        by_hand
            .into_iter()
            .for_each(|writer| writer.join().expect("no panic"));
        done.store(true, Ordering::Relaxed);
        kept
    });
    assert_eq!(acknowledged, 24 * 8);
    assert_eq!(app.count("SELECT count(*) FROM evidence"), 24 * 8);
    assert_eq!(
        app.count("SELECT count(*) FROM case_option WHERE code LIKE 'by-hand-%'"),
        8 * 20
    );
    app.database.intact();
    assert_eq!(
        app.count("SELECT count(*) FROM change"),
        app.count("SELECT count(*) FROM audit_log")
    );
    assert_eq!(
        app.count("SELECT count(DISTINCT change) FROM audit_log"),
        app.count("SELECT size AS count FROM audit_head")
    );
    assert_eq!(app.count("SELECT count(*) FROM audit_log l JOIN change c ON c.id = l.change WHERE c.table_name = 'evidence'"), 24 * 8);
}

/// Thirty transactions, every third of them rolled back.
fn write_by_hand(app: &App, writer: usize) {
    let mut conn = PgConnection::establish(&app.database.owner).expect("the owner connects");
    for i in 0..30 {
        let end = if i % 3 == 2 { "ROLLBACK" } else { "COMMIT" };
        conn.batch_execute(&format!(
            "BEGIN; INSERT INTO case_option SELECT gen_random_uuid(), id, 'service', 'by-hand-{writer}-{i}', '', '', '', '', false, 0, '', '{{}}', '{{}}', '{{}}', '{{}}', '' FROM court_case; {end}"
        ))
        .expect("the owner may insert");
    }
}

#[test]
fn the_same_request_sent_many_times_at_once_is_done_once() {
    let app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant
        .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
        .id();
    let path = format!("/api/v1/claims/{claim}/evidence");
    let mut locations: Vec<String> = thread::scope(|scope| {
        let senders: Vec<_> = (0..16)
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let answer = claimant.json(
                            "POST",
                            &path,
                            &[("idempotency-key", "the-same")],
                            evidence_body("other", "a"),
                        );
                        match answer.status {
                            201 => return answer.headers["location"].clone(),
                            // the first one is under way: the remedy that the answer names
                            409 => assert_eq!(answer.code(), "request-in-flight"),
                            other => panic!("{other}: {}", answer.text()),
                        }
                    }
                })
            })
            .collect();
        senders
            .into_iter()
            .map(|sender| sender.join().expect("no panic"))
            .collect()
    });
    locations.dedup();
    assert_eq!(locations.len(), 1);
    assert_eq!(app.count("SELECT count(*) FROM evidence"), 1);
    let other = claimant.json(
        "POST",
        &path,
        &[("idempotency-key", "the-same")],
        evidence_body("other", "b"),
    );
    assert_eq!(
        (other.status, other.faults()[0].1.as_str()),
        (422, "idempotency-key-reused")
    );
}

#[test]
fn one_address_gets_one_account_however_often_its_link_is_followed_at_once() {
    let app = App::start();
    let anybody = app.anybody();
    anybody
        .post("/api/v1/accounts", json!({"email": "merchant@example.com"}))
        .is(202);
    let token = app.mailed_token("merchant@example.com");
    let made: usize = thread::scope(|scope| {
        let tries: Vec<_> = [&token; 6]
            .into_iter()
            .map(|token| {
                scope.spawn({
                    let anybody = &anybody;
                    move || {
                        anybody
                            .post(
                                "/api/v1/accounts/confirmations",
                                json!({"token": token, "password": PASSWORD}),
                            )
                            .status
                    }
                })
            })
            .collect();
        tries
            .into_iter()
            .filter_map(|answer| answer.join().ok())
            .filter(|status| *status == 201)
            .count()
    });
    assert_eq!((made, app.count("SELECT count(*) FROM account")), (1, 1));
    app.database.intact();
}
