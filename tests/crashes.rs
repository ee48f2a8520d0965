//! Crashes in the middle of writes: what was acknowledged is there once, what was not is there once
//! after the same request is sent again, and the chain verifies.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use serde_json::json;

use crate::harness::caller::Caller;
use crate::harness::claims::{claim_body, evidence_body};
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::App;

/// Writers at a time, each with a claim of its own.
const WRITERS: usize = 6;
/// Files a writer lists before a new one begins: a claim takes 200.
const MOST: usize = 190;

/// A writer that sends each request until it is acknowledged, always with the same key.
struct Writer {
    caller: Caller,
    claim: String,
    files: AtomicUsize,
}

impl Writer {
    fn new(app: &App, n: usize) -> Self {
        let caller = app.claimant(&format!("merchant-{n}@example.com"));
        let claim = caller
            .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
            .id();
        Self {
            caller,
            claim,
            files: AtomicUsize::new(0),
        }
    }

    /// Lists files until told to stop.
    fn run(&self, url: &Mutex<String>, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) && self.files.load(Ordering::Relaxed) < MOST {
            let file = self.files.load(Ordering::Relaxed);
            let (key, body) = (
                format!("file-{file}"),
                evidence_body("other", &format!("{} {file}", self.claim)).to_string(),
            );
            eventually(|| self.try_once(url, &key, &body));
            self.files.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn try_once(&self, url: &Mutex<String>, key: &str, body: &str) -> Option<()> {
        let caller = self.caller.at(&url.lock().expect("nobody panics with it"));
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        let path = format!("/api/v1/claims/{}/evidence", self.claim);
        let answer = caller
            .try_send("POST", &path, &headers, body.as_bytes().to_vec())
            .ok()?;
        match answer.status {
            201 => Some(()),
            503 => {
                assert!(
                    answer.headers.contains_key("retry-after"),
                    "{}",
                    answer.text()
                );
                None
            }
            // the first try is still under way
            409 => None,
            other => panic!("{other}: {}", answer.text()),
        }
    }
}

/// Runs the rounds beside the writers and checks what is left.
fn rounds(mut app: App, number: usize, crash: impl Fn(&mut App)) {
    let writers: Vec<Writer> = (0..WRITERS).map(|n| Writer::new(&app, n)).collect();
    let (url, stop) = (Mutex::new(app.url.clone()), AtomicBool::new(false));
    thread::scope(|scope| {
        for writer in &writers {
            scope.spawn(|| writer.run(&url, &stop));
        }
        for round in 0..number {
            // each round is under way, and further than the one before: so much was acknowledged
            // since the last crash
            let before: usize = writers
                .iter()
                .map(|writer| writer.files.load(Ordering::Relaxed))
                .sum();
            eventually(|| {
                (writers
                    .iter()
                    .map(|writer| writer.files.load(Ordering::Relaxed))
                    .sum::<usize>()
                    > before + 3 + round)
                    .then_some(())
            });
            crash(&mut app);
            *url.lock().expect("nobody panics with it") = app.url.clone();
        }
        stop.store(true, Ordering::Relaxed);
    });
    for writer in &writers {
        let caller = writer.caller.at(&app.url);
        let listed = caller
            .get(&format!("/api/v1/claims/{}/evidence", writer.claim))
            .json();
        let listed = listed.as_array().expect("a list");
        assert_eq!(
            listed.len(),
            writer.files.load(Ordering::Relaxed),
            "each acknowledged file is there once"
        );
        assert!(
            listed.iter().all(|file| file["duplicates"] == json!(0)),
            "and none twice"
        );
    }
    app.database.intact();
}

#[test]
fn ten_kills_of_the_server_lose_and_double_nothing() {
    rounds(App::start(), 10, |app| app.kill_and_restart(&[]));
}

#[test]
fn ten_crashes_of_postgresql_lose_and_double_nothing() {
    rounds(App::alone(&[], &[]), 10, App::crash_postgres);
}

#[test]
fn a_database_that_is_down_is_answered_503_and_comes_back_by_itself() {
    let mut app = App::alone(&[], &[]);
    let claimant = app.claimant("merchant@example.com");
    claimant.get("/api/v1/claims").is(200);
    app.sql("ALTER ROLE registry_app NOLOGIN");
    app.crash_postgres();
    let down = claimant.get("/api/v1/claims");
    assert_eq!(
        (down.status, down.code().as_str()),
        (503, "database"),
        "{}",
        down.text()
    );
    assert!(down.headers.contains_key("retry-after"));
    claimant.get("/readyz").is(503);
    claimant.get("/healthz").is(200);
    app.sql("ALTER ROLE registry_app LOGIN");
    eventually(|| (claimant.get("/api/v1/claims").status == 200).then_some(()));
    eventually(|| (claimant.get("/readyz").status == 200).then_some(()));
}
