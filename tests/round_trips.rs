//! How often a submission and a loss ask PostgreSQL: each time costs the way there and back, while
//! the claim is locked. And that a message asks as often however many it reaches.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use claimant_registry::action::Action;
use claimant_registry::cases;
use claimant_registry::claims::losses::{self, LossInput};
use claimant_registry::claims::submit;
use claimant_registry::db::idempotency::{self, Done, Key};
use claimant_registry::db::pool::Pool;
use claimant_registry::db::wake::Wake;
use claimant_registry::db::{Credential, Db, IdleLimits, Ticket, Write};
use claimant_registry::error::Error;
use claimant_registry::messages::{self, MessageInput};
use claimant_registry::vault::{KeyRing, Keys, Vault};
use diesel::connection::{InstrumentationEvent, set_default_instrumentation};

use crate::harness::claims::{loss_body, message_body};
use crate::harness::cluster::{CASE, KEYS};
use crate::harness::server::App;

/// BEGIN, who it is, the context of the changes, when the session was seen, three for the
/// Idempotency-Key, COMMIT; six of the submission's own, two of its manifest, and two of
/// its mail.
const MOST: usize = 19;

thread_local! {
    static SENT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Keeps what this thread sends, on connections that are opened from now on.
fn listen() {
    set_default_instrumentation(|| {
        Some(Box::new(|event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                SENT.with_borrow_mut(|sent| sent.push(query.to_string()));
            }
        }))
    })
    .expect("nobody panics with it");
}

fn database(app: &App) -> Db {
    let ring = |n: usize| KeyRing::parse(KEYS[n].1).expect("a key");
    let vault = Vault::new(Keys {
        sealing: ring(0),
        index: ring(1),
        token: ring(2),
        log: ring(3),
    });
    let day = Duration::from_secs(86_400);
    let idle = IdleLimits {
        claimant: day,
        staff: day,
    };
    let pool = Pool::new(&app.database.app, 1);
    Db::new(pool, Arc::new(vault), Wake::pair().0, idle)
}

/// The session of somebody who was not seen for a while, so that this is noted as well.
fn ticket(app: &App) -> Ticket {
    app.sql("UPDATE session SET last_seen_at = last_seen_at - interval '1 hour'");
    let session = app.lines("SELECT id::text AS line FROM session").remove(0);
    Ticket {
        credential: Credential::Session(session.parse().expect("an id")),
        ..Ticket::operator()
    }
}

/// What a change sends to PostgreSQL that is made once.
fn sent(
    db: &Db,
    ticket: &Ticket,
    action: Action,
    change: impl Fn(&mut Write) -> Result<Done, Error>,
) -> Vec<String> {
    let key = Key {
        key: "once".into(),
        path: "/".into(),
        request_hash: [0; 32],
        waits: false,
    };
    SENT.take();
    db.write_now(ticket, action, |w| {
        idempotency::once(w, Some(&key), |w| change(w))
    })
    .expect("nothing is wrong");
    let mut sent = SENT.take();
    // asked before the transaction, by the pool: whether the connection still leads to the primary
    sent.retain(|query| !query.contains("pg_is_in_recovery"));
    assert!(sent[0].contains("BEGIN") && sent[sent.len() - 1].contains("COMMIT"));
    sent
}

#[test]
fn a_submission_asks_postgresql_nineteen_times_at_most() {
    let app = App::start();
    let claim = app.claimant("merchant@example.com").draft();
    let ticket = ticket(&app);
    listen();
    let db = database(&app);
    let claim = claim.parse().expect("an id");
    // opens the connection
    let missing = db.read_now(&ticket, |r| submit::what_is_missing(r, claim));
    assert_eq!(missing.expect("it is the owner's"), []);
    app.sql("UPDATE session SET last_seen_at = last_seen_at - interval '1 hour'");
    let sent = sent(&db, &ticket, Action::ClaimSubmit, |w| {
        submit::submit(w, claim).map(|number| Done {
            status: 204,
            location: Some(number),
        })
    });
    assert!(sent.len() <= MOST, "{}: {sent:#?}", sent.len());
}

#[test]
fn a_loss_asks_postgresql_as_often_as_a_submission_at_most() {
    let app = App::start();
    let claim = app.claimant("merchant@example.com").draft();
    let ticket = ticket(&app);
    listen();
    let db = database(&app);
    let claim = claim.parse().expect("an id");
    let body = || serde_json::from_value::<LossInput>(loss_body()).expect("a loss");
    // opens the connection, and finds the positions of the claim with one statement
    let stated = db.read_now(&ticket, |r| losses::of_claim(r, claim));
    assert_eq!(stated.expect("it is the owner's").len(), 1);
    app.sql("UPDATE session SET last_seen_at = last_seen_at - interval '1 hour'");
    let sent = sent(&db, &ticket, Action::LossAdd, |w| {
        losses::add(w, claim, &body()).map(|id| Done {
            status: 201,
            location: Some(id.to_string()),
        })
    });
    assert!(sent.len() <= MOST, "{}: {sent:#?}", sent.len());
}

#[test]
fn a_message_to_three_asks_postgresql_as_often_as_one_to_one() {
    let app = App::start();
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    app.claimant("first@example.com").submitted();
    let account = lawyer.get("/api/v1/account").json()["id"].clone();
    let session = app.lines(&format!(
        "SELECT id::text AS line FROM session WHERE account_id = '{}'",
        account.as_str().expect("an id")
    ));
    listen();
    let db = database(&app);
    let ticket = Ticket {
        credential: Credential::Session(session[0].parse().expect("an id")),
        ..Ticket::operator()
    };
    let message = || serde_json::from_value::<MessageInput>(message_body()).expect("a message");
    let sent = || {
        let case = db
            .read_now(&ticket, |r| cases::id(r, CASE))
            .expect("it is there");
        SENT.take();
        db.write_now(&ticket, Action::MessageSend, |w| {
            messages::send(w, case, &message())
        })
        .expect("somebody fits");
        let mut sent = SENT.take();
        sent.retain(|query| !query.contains("pg_is_in_recovery"));
        sent.len()
    };
    let once = sent();
    app.claimant("second@example.com").submitted();
    app.claimant("third@example.com").submitted();
    assert_eq!(sent(), once);
    assert_eq!(
        app.count("SELECT sum(members)::bigint AS count FROM message"),
        4
    );
}
