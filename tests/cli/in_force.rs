//! `config check`: what is set and from where, without a secret, and what is wrong with it.

use crate::cli::{complaint, database, on, refused, run};
use crate::harness::cluster::KEYS;

#[test]
fn what_is_set_is_printed_with_its_source_and_no_secret() {
    let database = database();
    let settings = [
        ("PUBLIC_URL", "https://registry.example"),
        ("SMTP_URL", "smtps://user:hunter2@mail.example"),
        ("MAIL_FROM", "no-reply@registry.example"),
        ("RETENTION_DAYS", "1"),
    ];
    let args = ["config", "check", "--pool-size", "7"];
    let output = on(&database, &args, &settings);
    assert!(output.status.success(), "{}", complaint(&output));
    let printed = String::from_utf8_lossy(&output.stdout);
    for line in [
        "PUBLIC_URL=https://registry.example  # environment",
        "POOL_SIZE=7  # command_line",
        "BODY_SECONDS=15  # default",
        "DATABASE_URL=(hidden)  # environment",
        "SMTP_URL=(hidden)  # environment",
        "SEALING_KEY=(hidden)  # environment",
        "# TIMESTAMP_URLS is not set",
        "LOG=info  # default",
    ] {
        assert!(printed.lines().any(|it| it == line), "{line}: {printed}");
    }
    for secret in ["hunter2", KEYS[0].1, "registry_app"] {
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
    assert!(
        !printed.contains("RETENTION_DAYS"),
        "none of `serve`: {printed}"
    );
}

#[test]
fn what_serve_would_refuse_is_refused_after_it_was_printed() {
    let nothing = run(&["config", "check"], &[]);
    refused(&nothing, &["DATABASE_URL is missing"]);
    assert!(String::from_utf8_lossy(&nothing.stdout).contains("# DATABASE_URL is not set"));
    let database = (
        "DATABASE_URL",
        "postgresql://registry_app@localhost/registry",
    );
    let keyless = run(&["config", "check"], &[database]);
    refused(&keyless, &["SEALING_KEY is missing"]);
    let nobody = ("SMTP_URL", "smtps://mail.example");
    refused(
        &run(&["config", "check"], &[nobody]),
        &["MAIL_FROM is missing"],
    );
    // development brings database and keys along
    let private = run(&["config", "check", "--private-postgres"], &[]);
    assert!(private.status.success(), "{}", complaint(&private));
}
