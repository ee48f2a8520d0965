//! Writers at work, a listed erasure that was not committed, a backup from before: nothing of what
//! was erased comes back.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::erasure::{beyond, gone, one, traces};
use crate::harness::caller::{Answer, Caller};
use crate::harness::claims::{claim_body, evidence_body, loss_body};
use crate::harness::eventually;
use crate::harness::server::App;

/// The writer `n` changes what its turn is to change.
fn write(claimant: &Caller, claim: &str, n: usize, turn: usize) -> Answer {
    let path = format!("/api/v1/claims/{claim}");
    match n % 3 {
        0 => claimant.post(&format!("{path}/losses"), loss_body()),
        1 => claimant.post(
            &format!("{path}/evidence"),
            evidence_body("other", &format!("{n} {turn}")),
        ),
        _ => {
            let headers = claimant.get(&path).headers;
            let etag = headers.get("etag").map_or("\"1\"", String::as_str);
            claimant.json("PUT", &path, &[("if-match", etag)], claim_body())
        }
    }
}

#[test]
fn eight_writers_and_an_erasure_at_once_leave_nothing_behind() {
    let app = App::with(&[("POOL_SIZE", "12")]);
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.draft();
    let written = AtomicUsize::new(0);
    thread::scope(|scope| {
        for n in 0..8 {
            let (claimant, claim, written) = (&claimant, &claim, &written);
            // they end with the claim, and should nobody erase it, at some time
            scope.spawn(move || {
                for turn in 0..1000 {
                    let answer = write(claimant, claim, n, turn);
                    if answer.status == 404 {
                        return;
                    }
                    assert!(
                        [201, 204, 409, 412, 503].contains(&answer.status),
                        "{}",
                        answer.text()
                    );
                    written.fetch_add(usize::from(answer.status < 300), Ordering::Relaxed);
                }
            });
        }
        eventually(|| (written.load(Ordering::Relaxed) > 16).then_some(()));
        claimant.delete(&format!("/api/v1/claims/{claim}")).is(200);
    });
    let left =
        "FROM change WHERE subject = (SELECT subject::text FROM erasure) AND row_text IS NOT NULL
        AND tx <> (SELECT c.tx FROM change c JOIN erasure e ON c.key = e.id::text)";
    assert_eq!(
        app.lines(&format!("SELECT table_name AS line {left}")),
        [""; 0]
    );
    assert_eq!(
        one(&app, "SELECT count(*)::text AS line FROM evidence"),
        "0"
    );
    assert_eq!(
        one(
            &app,
            "SELECT count(*)::text AS line FROM loss WHERE sealed <> ''"
        ),
        "0"
    );
    app.database.intact();
}

#[test]
fn what_was_listed_and_not_committed_is_erased_at_the_next_start() {
    let mut app = App::start();
    let claimant = app.claimant("merchant@example.com");
    let claim = claimant.submitted();
    let id = "01a20848-2cc7-76fd-a102-600afcad4f7a";
    let listed = format!("2026-11-24T01:02:03.000004Z {id} claim {claim}\n");
    std::fs::write(app.database.erasures(), format!("{listed}2026-11-24T01:0")).expect("writable");
    // a hold that was set since then keeps it
    let number = one(&app, "SELECT number AS line FROM claim");
    app.database
        .cli_ok(&["hold", "set", &number, "--reason", "법원의 자료 보존 명령"]);
    app.sql("UPDATE legal_hold SET created_at = '2026-11-25'");
    app.kill_and_restart(&[]);
    claimant
        .at(&app.url)
        .get(&format!("/api/v1/claims/{claim}"))
        .is(200);
    app.database.cli_ok(&["hold", "release", &number]);
    let traces = traces(&app, &claim, None);
    app.kill_and_restart(&[]);
    claimant
        .at(&app.url)
        .get(&format!("/api/v1/claims/{claim}"))
        .is(404);
    gone(&app, &traces);
    assert_eq!(
        one(&app, "SELECT id || ' ' || cause AS line FROM erasure"),
        format!("{id} restored")
    );
    app.database.intact();
    // a list that was lost is written anew from the database
    std::fs::remove_file(app.database.erasures()).expect("it is there");
    app.kill_and_restart(&[]);
    assert!(
        std::fs::read_to_string(app.database.erasures())
            .expect("written")
            .contains(&format!(" {id} claim {claim}\n"))
    );
    // one that does not read keeps the registry from starting
    std::fs::write(app.database.erasures(), "torn\nin two\n").expect("writable");
    let refused = app.database.cli(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--metrics-listen",
        "127.0.0.1:0",
    ]);
    let said = String::from_utf8_lossy(&refused.stderr).to_string();
    assert!(
        refused.status.code() == Some(1)
            && said.contains("ERASURES_FILE")
            && said.contains("line 1"),
        "{said}"
    );
}

#[test]
fn a_restored_backup_brings_nobody_back() {
    let mut app = App::start();
    let (claimant, other) = (
        app.claimant("leaving@example.com"),
        app.claimant("staying@example.com"),
    );
    let (claim, kept) = (claimant.submitted(), other.submitted());
    let account = claimant.get("/api/v1/account").json()["id"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    let traces = beyond(
        traces(&app, &claim, Some(&account)),
        &traces(&app, &kept, None),
    );
    app.database.intact();
    app.back_up();
    app.kill_and_restart(&[]);
    claimant.at(&app.url).erase_account().is(200);
    let listed = std::fs::read_to_string(app.database.erasures()).expect("listed");
    app.restore();
    assert_eq!(
        one(&app, "SELECT count(*)::text AS line FROM erasure"),
        "0",
        "the backup knows nothing of it"
    );
    for _ in 0..2 {
        app.kill_and_restart(&[]);
        claimant.at(&app.url).get("/api/v1/account").is(401);
        gone(&app, &traces);
        assert_eq!(
            app.lines("SELECT cause AS line FROM erasure"),
            ["restored", "restored"],
            "once, however often it starts"
        );
        assert_eq!(
            std::fs::read_to_string(app.database.erasures()).expect("listed"),
            listed
        );
        other
            .at(&app.url)
            .get(&format!("/api/v1/claims/{kept}"))
            .is(200);
        app.database.intact();
    }
}
