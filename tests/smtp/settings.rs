//! The address of the mail server is checked at the start, and a password in it is never shown.

use crate::harness::cluster::SERVE;
use crate::harness::database::Database;
use crate::harness::server::App;
use crate::smtp::FROM;

fn refused(database: &Database, settings: &[(&str, &str)], words: &[&str]) {
    let output = database
        .command(&SERVE, settings)
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{settings:?}");
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert!(!said.contains("sesame"), "{said}");
}

#[test]
fn an_address_that_is_none_is_refused_at_the_start() {
    let app = App::start();
    let database = &app.database;
    let file = database.beside("password");
    std::fs::write(&file, "sesame\n").expect("writable");
    for (url, words) in [
        ("mail.example.com", "not the address of a mail server"),
        ("smtps://", "names no host"),
        (
            "https://sesame:sesame@mail.example.com",
            "begins with smtps://",
        ),
        (
            "smtp://mail.example.com?tls=opportunistic",
            "?tls=required or nothing",
        ),
        ("smtp://user:sesame@mail.example.com", "read on its way"),
        ("smtps://user@mail.example.com", "set SMTP_PASSWORD_FILE"),
        ("smtps://:sesame@mail.example.com", "names no user"),
    ] {
        refused(database, &[("SMTP_URL", url), FROM], &["SMTP_URL: ", words]);
    }
    let both = "smtps://user:sesame@mail.example.com";
    refused(
        database,
        &[("SMTP_URL", both), ("SMTP_PASSWORD_FILE", &file), FROM],
        &["SMTP_URL: ", "give one"],
    );
    refused(
        database,
        &[
            ("SMTP_URL", "smtps://user@mail.example.com"),
            ("SMTP_PASSWORD_FILE", "/nowhere"),
            FROM,
        ],
        &["SMTP_PASSWORD_FILE: /nowhere"],
    );
    refused(database, &[("SMTP_URL", both)], &["MAIL_FROM is missing"]);
    refused(
        database,
        &[("SMTP_URL", both), ("MAIL_DIR", "mail"), FROM],
        &["--mail-dir", "--smtp-url"],
    );
    refused(database, &[("SMTP_PASSWORD_FILE", &file)], &["--smtp-url"]);
}
