//! Conversations that break off: a dead server, a silent one, one that closes, and a registry that
//! is killed in the worst moment.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::harness::eventually;
use crate::harness::server::App;
use crate::harness::smtp::MailServer;
use crate::smtp::{FROM, claimant, notes, register, registry, time_passes, waiting};
use diesel::connection::SimpleConnection;

/// What was held against the mails so far.
const HELD: &str = "SELECT count(*) FROM mail WHERE tries > 0 OR failed_at IS NOT NULL";

#[test]
fn a_dead_server_costs_no_mail_a_try_and_nothing_else_notices() {
    let mut server = MailServer::start();
    let app = registry(&server);
    server.stop();
    register(&app, "kim@example.com");
    register(&app, "lee@example.com");
    eventually(|| notes(&app).contains("no connection").then_some(()));
    app.anybody().get("/readyz").is(200);
    assert_eq!((waiting(&app), app.count(HELD)), (2, 0));
    server.restart();
    server.mail("kim@example.com");
    server.mail("lee@example.com");
    eventually(|| (notes(&app) == "[]").then_some(()));
}

#[test]
fn a_silent_server_holds_up_nothing() {
    let server = MailServer::start();
    let settings = [
        ("SMTP_URL", &*server.url("", "")),
        FROM,
        ("SMTP_SECONDS", "1"),
    ];
    let mut app = App::with(&settings);
    server.does("silent", "");
    register(&app, "kim@example.com");
    eventually(|| notes(&app).contains("no answer in time").then_some(()));
    let administrator = app.staff("administrator", "administrator@example.com");
    let asked = Instant::now();
    administrator.get("/api/v1/mails").is(200);
    assert!(asked.elapsed() < Duration::from_secs(1));
    assert_eq!(app.count(HELD), 0);
    // told to stop while it waits for a server that it gives more time
    app.kill_and_restart(&[("SMTP_URL", &server.url("", "")), FROM]);
    register(&app, "lee@example.com");
    let told = Instant::now();
    app.terminate();
    assert!(
        told.elapsed() < Duration::from_secs(15),
        "{:?}",
        told.elapsed()
    );
    server.does_no_longer("silent");
    app.kill_and_restart(&settings);
    server.mail("kim@example.com");
    server.mail("lee@example.com");
}

#[test]
fn a_server_that_closes_over_a_mail_gets_the_others_first() {
    let server = MailServer::start();
    let app = registry(&server);
    server.does("closing", "");
    register(&app, "kim@example.com");
    eventually(|| notes(&app).contains("it answered 421").then_some(()));
    assert_eq!((waiting(&app), app.count(HELD)), (1, 0));
    server.does_no_longer("closing");
    register(&app, "lee@example.com");
    server.mail("lee@example.com");
    assert_eq!(waiting(&app), 1, "the first has to wait a minute");
    time_passes(&app);
    server.mail("kim@example.com");
}

#[test]
fn a_registry_that_is_killed_sends_one_mail_twice_and_says_so() {
    let server = MailServer::start();
    let settings = [
        ("SMTP_URL", &*server.url("", "")),
        ("PUBLIC_URL", "https://registry.example"),
        FROM,
    ];
    let mut app = App::with(&settings);
    server.does("hold", "");
    register(&app, "kim@example.com");
    server.mail("kim@example.com");
    // the server has it; what became of it cannot be put down
    let mut superuser = app.superuser();
    superuser
        .batch_execute("BEGIN; LOCK TABLE mail IN EXCLUSIVE MODE")
        .expect("nobody has it");
    server.does_no_longer("hold");
    let blocked = "SELECT count(*) FROM pg_locks WHERE relation = 'mail'::regclass AND NOT granted";
    eventually(|| (app.count(blocked) > 0).then_some(()));
    app.stop();
    superuser.batch_execute("ROLLBACK").expect("it has it");
    drop(superuser);
    app.kill_and_restart(&settings);
    register(&app, "lee@example.com");
    server.mail("lee@example.com");
    assert_eq!(server.mails().len(), 2, "the first is still somebody's");
    app.sql("UPDATE mail SET taken_until = now() WHERE sent_at IS NULL");
    eventually(|| (waiting(&app) == 0).then_some(()));
    let ids = server.message_ids();
    assert_eq!(ids.len(), 3, "{ids:?}");
    assert!(ids[0] == ids[2] && ids[0] != ids[1], "{ids:?}");
    let mails = server.mails();
    assert_eq!(mails[0], mails[2], "to the byte");
}

#[test]
fn two_registries_on_one_database_send_each_mail_once() {
    let server = MailServer::start();
    let app = registry(&server);
    let other = app.another_with(&[("SMTP_URL", &server.url("", "")), FROM]);
    for n in 0..20 {
        register(&app, &format!("first-{n}@example.com"));
        register(&other, &format!("second-{n}@example.com"));
    }
    eventually(|| (waiting(&app) == 0).then_some(()));
    let ids = server.message_ids();
    let each: BTreeSet<&String> = ids.iter().collect();
    assert_eq!((ids.len(), each.len()), (40, 40));
}

/// The last word to an address goes out, and whether it arrives or not, nothing of the address
/// stays.
#[test]
fn a_last_word_is_forgotten_also_where_it_is_refused() {
    let server = MailServer::start();
    let app = registry(&server);
    for (email, refused) in [("kim@example.com", false), ("lee@example.com", true)] {
        let caller = claimant(&app, &server, email);
        if refused {
            server.does("refuse", email);
        }
        caller.erase_account().is(200);
        eventually(|| (waiting(&app) == 0).then_some(()));
        let left = "SELECT count(*) FROM mail WHERE sealed <> '' OR to_index <> ''";
        eventually(|| (app.count(left) == 0).then_some(()));
    }
    let last = server.text("kim@example.com");
    assert!(last.contains("the last mail to this address"), "{last}");
    app.sql("UPDATE mail SET failed_at = failed_at - interval '31 days', sent_at = sent_at - interval '31 days'");
    let again = app.another_with(&[("SMTP_URL", &server.url("", "")), FROM]);
    eventually(|| (again.count("SELECT count(*) FROM mail") == 0).then_some(()));
}
