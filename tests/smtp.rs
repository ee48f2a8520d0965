//! Mail leaves: by a mail server that accepts, refuses, puts off, dies, falls silent and asks for a
//! password. No mail is lost, none holds up another, and what comes twice says so.

mod broken_off;
mod settings;

use serde_json::json;

use crate::harness::browser::Browser;
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::message_body;
use crate::harness::cluster::CASE;
use crate::harness::eventually;
use crate::harness::server::{App, token_in};
use crate::harness::smtp::{MailServer, field};

/// Where mails of these tests come from.
const FROM: (&str, &str) = ("MAIL_FROM", "join@firm.example");

/// A registry that gives its mails to that server.
fn registry(server: &MailServer) -> App {
    App::with(&[("SMTP_URL", &server.url("", "")), FROM])
}

/// Has a mail sent to that address.
fn register(app: &App, email: &str) {
    app.anybody()
        .post("/api/v1/accounts", json!({ "email": email }))
        .is(202);
}

/// Registers a claimant by the mail that arrived, and signs in.
fn claimant(app: &App, server: &MailServer, email: &str) -> Caller {
    register(app, email);
    let token = token_in(&server.text(email)).expect("a link");
    let followed = json!({"token": token, "password": PASSWORD});
    app.anybody()
        .post("/api/v1/accounts/confirmations", followed)
        .is(201);
    app.anybody().sign_in(email, PASSWORD)
}

fn waiting(app: &App) -> i64 {
    app.count("SELECT count(*) FROM mail WHERE sent_at IS NULL AND failed_at IS NULL")
}

/// The time of every mail that waits has come.
fn time_passes(app: &App) {
    app.sql("UPDATE mail SET next_at = now() WHERE sent_at IS NULL");
}

/// What the operator is told beside the registry's work.
fn notes(app: &App) -> String {
    app.operator().get("/readyz").json()["notes"].to_string()
}

#[test]
fn a_mail_leaves_and_nothing_of_it_stays() {
    let server = MailServer::start();
    let app = registry(&server);
    claimant(&app, &server, "kim@example.com");
    let mail = server.mail("kim@example.com");
    assert_eq!(
        (
            field(&mail, "X-From"),
            field(&mail, "From"),
            field(&mail, "To")
        ),
        (FROM.1.into(), FROM.1.into(), "kim@example.com".into())
    );
    assert!(
        field(&mail, "Message-ID").ends_with("@firm.example>"),
        "{mail}"
    );
    eventually(|| (waiting(&app) == 0).then_some(()));
    assert_eq!(app.count("SELECT count(*) FROM mail WHERE sealed <> ''"), 0);
    assert_eq!(app.mails().len(), 0, "no file beside it");
}

#[test]
fn a_refused_mail_holds_up_nobody_and_is_tried_again_when_asked() {
    let server = MailServer::start();
    let app = registry(&server);
    let kim = claimant(&app, &server, "kim@example.com");
    let administrator = app.staff("administrator", "administrator@example.com");
    let failed = |caller: &Caller| caller.get("/api/v1/account").json()["mail_failed"].clone();
    assert_eq!(failed(&kim), false);
    server.does("refuse", "kim@example.com");
    let before = server.mails().len();
    register(&app, "kim@example.com");
    register(&app, "lee@example.com");
    server.mail("lee@example.com");
    let mail = eventually(|| {
        let mails = administrator.get("/api/v1/mails").is(200).json();
        mails["items"]
            .as_array()?
            .iter()
            .find(|it| it["state"] == "failed")
            .cloned()
    });
    for (what, value) in [
        ("to", json!("k***@example.com")),
        ("kind", json!("known")),
        ("reply", json!(550)),
        ("tries", json!(1)),
        ("next_at", json!(null)),
    ] {
        assert_eq!(mail[what], value, "{what}: {mail}");
    }
    assert_eq!(failed(&kim), true, "the owner can see why nothing comes");
    let retry = format!(
        "/api/v1/mails/{}/retry",
        mail["id"].as_str().expect("an id")
    );
    server.does_no_longer("refuse");
    administrator.post(&retry, json!({})).is(204);
    eventually(|| (waiting(&app) == 0).then_some(()));
    assert!(server.text("kim@example.com").contains("has one already"));
    assert!(server.mails().len() > before + 1);
    assert_eq!(failed(&kim), false);
    assert_eq!(
        administrator.get("/api/v1/mails").json()["items"],
        json!([])
    );
    administrator.post(&retry, json!({})).is(404);
    let log = app.log.lock().expect("nobody panics with it").clone();
    assert!(log.contains("550") && !log.contains("kim@"), "{log}");
}

#[test]
fn whom_no_mail_reaches_reads_so_and_so_do_staff() {
    let server = MailServer::start();
    let app = registry(&server);
    let kim = claimant(&app, &server, "kim@example.com");
    let claim = kim.draft();
    let own = format!("/claims/{claim}");
    let browser = Browser::at(&app.url);
    browser.sign_in("kim@example.com", PASSWORD);
    let password = app.staff_password("lawyer", "lawyer@example.com");
    let assign = ["case", "assign", CASE, "lawyer@example.com"];
    app.database.cli_ok(&assign);
    let staff = Browser::at(&app.url);
    staff.sign_in("lawyer@example.com", &password);
    let refused = "메일이 되돌아왔습니다";
    browser.open(&own).is(200).says_not(refused);

    server.does("refuse", "kim@example.com");
    register(&app, "kim@example.com");
    let failed = "SELECT count(*) FROM mail WHERE failed_at IS NOT NULL";
    eventually(|| (app.count(failed) == 1).then_some(()));
    browser.open(&own).is(200).says(refused);
    browser.open("/account").is(200).says(refused);
    kim.post(&format!("/api/v1{own}/submission"), json!({}))
        .is(204);
    browser.open(&own).is(200).says(refused);
    let seen = format!("/staff{own}");
    staff.open(&seen).is(200).says(refused);

    // one after the other has them tried again
    eventually(|| (app.count(failed) == 2).then_some(()));
    server.does_no_longer("refuse");
    let administrator = app.staff("administrator", "administrator@example.com");
    for mail in app.lines("SELECT id::text AS line FROM mail WHERE failed_at IS NOT NULL") {
        let retry = format!("/api/v1/mails/{mail}/retry");
        administrator.post(&retry, json!({})).is(204);
    }
    staff.open(&seen).is(200).says_not(refused);
    browser.open(&own).is(200).says_not(refused);
}

#[test]
fn whoever_waits_for_a_mail_does_not_wait_for_those_to_many() {
    let mut server = MailServer::start();
    let app = registry(&server);
    for email in ["kim@example.com", "lee@example.com"] {
        claimant(&app, &server, email).submitted();
    }
    let lawyer = app.assigned("lawyer", "lawyer@example.com");
    eventually(|| (waiting(&app) == 0).then_some(()));
    let before = server.mails().len();
    server.stop();
    let messages = format!("/api/v1/cases/{CASE}/messages");
    lawyer.post(&messages, message_body()).id();
    register(&app, "new@example.com");
    server.restart();
    eventually(|| (server.mails().len() == before + 3).then_some(()));
    let to: Vec<String> = server.mails()[before..]
        .iter()
        .map(|mail| field(mail, "X-To"))
        .collect();
    assert_eq!(to[0], "new@example.com", "{to:?}");
}

#[test]
fn a_mail_that_is_put_off_comes_later_and_is_given_up_in_the_end() {
    let server = MailServer::start();
    let app = registry(&server);
    server.does("grey", "");
    register(&app, "kim@example.com");
    let row = "SELECT concat_ws(' ', tries, reply, next_at > now()) AS line FROM mail";
    eventually(|| (app.lines(row) == ["1 451 t"]).then_some(()));
    assert_eq!(server.mails().len(), 0);
    time_passes(&app);
    server.mail("kim@example.com");
    server.does("later", "lee@example.com");
    register(&app, "lee@example.com");
    // greylisted, then put off for two days
    for tries in 1..20 {
        let so_often = format!("SELECT count(*) FROM mail WHERE tries = {tries}");
        eventually(|| {
            let tried = app.count(&format!("{so_often} AND sent_at IS NULL AND reply = 451"));
            (tried == 1).then_some(())
        });
        time_passes(&app);
    }
    let given_up =
        "SELECT count(*) FROM mail WHERE failed_at IS NOT NULL AND tries = 20 AND sealed <> ''";
    eventually(|| (app.count(given_up) == 1).then_some(()));
    assert_eq!(server.mails().len(), 1);
}

#[test]
fn a_password_is_asked_for_and_what_is_said_is_encrypted() {
    let server = MailServer::with(&["starttls", "auth"]);
    let password = server.file("password");
    let settings = |typed: &str| {
        std::fs::write(&password, format!("{typed}\n")).expect("writable");
        let url = server.url("registry%40firm@", "?tls=required");
        let file = server.file("password");
        let trusted = server.file("ca.pem");
        [
            ("SMTP_URL", url),
            ("SMTP_PASSWORD_FILE", file),
            ("SSL_CERT_FILE", trusted),
            (FROM.0, FROM.1.to_string()),
        ]
    };
    let strs =
        |owned: &'static str| settings(owned).map(|(name, value)| (name, value.leak() as &str));
    let mut app = App::with(&strs("wrong: sesame"));
    register(&app, "kim@example.com");
    eventually(|| notes(&app).contains("it answered 535").then_some(()));
    assert_eq!(
        app.lines("SELECT concat_ws(' ', tries, failed_at) AS line FROM mail"),
        ["0"],
        "it is not the mail's fault"
    );
    app.kill_and_restart(&strs("open: sesame"));
    let mail = server.mail("kim@example.com");
    assert_eq!(field(&mail, "X-Tls"), "True");
    eventually(|| (notes(&app) == "[]").then_some(()));
    let log = app.log.lock().expect("nobody panics with it").clone();
    assert!(!log.contains("sesame"), "{log}");
}

#[test]
fn a_server_that_nobody_vouches_for_gets_no_mail() {
    let server = MailServer::with(&["starttls"]);
    let url = server.url("", "?tls=required");
    let app = App::with(&[("SMTP_URL", &url), FROM]);
    register(&app, "kim@example.com");
    eventually(|| {
        notes(&app)
            .contains("TLS: invalid peer certificate")
            .then_some(())
    });
    assert_eq!((server.mails().len(), waiting(&app)), (0, 1));
    let plain = MailServer::start();
    let url = plain.url("", "?tls=required");
    let app = App::with(&[("SMTP_URL", &url), FROM]);
    register(&app, "kim@example.com");
    eventually(|| {
        notes(&app)
            .contains("STARTTLS is not supported")
            .then_some(())
    });
    assert_eq!((plain.mails().len(), waiting(&app)), (0, 1));
}
