//! What is missing or wrong in the settings is refused by name, with its remedy.

use claimant_registry::postgres::PrivatePostgres;

use crate::cli::{complaint, database, on, refused, run};
use crate::harness::cluster::{KEYS, SERVE};
use crate::harness::server::App;

#[test]
fn what_is_missing_is_named_with_its_remedy() {
    refused(
        &run(&["serve"], &KEYS),
        &["DATABASE_URL is missing", "postgresql://"],
    );
    for command in [
        &["seal"][..],
        &["export", "log"],
        &["account", "list"],
        &["case", "list"],
        &["demo"],
    ] {
        refused(&run(command, &KEYS), &["DATABASE_URL is missing"]);
    }
    let migrate = run(
        &["migrate"],
        &[("DATABASE_URL", "postgresql://localhost/registry")],
    );
    refused(&migrate, &["MIGRATION_DATABASE_URL is missing", "owner"]);
    let verify = run(&["verify"], &[]);
    assert_eq!(
        verify.status.code(),
        Some(2),
        "could not verify is no verdict"
    );
    assert!(complaint(&verify).contains("DATABASE_URL is missing"));
}

#[test]
fn keys_of_the_wrong_form_are_refused_by_name() {
    let database = database();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (empty, absent) = (
        directory.path().join("empty.key"),
        directory.path().join("absent.key"),
    );
    std::fs::write(&empty, "# no key yet\n\n").expect("writable");
    let (empty, absent) = (
        empty.to_str().expect("UTF-8"),
        absent.to_str().expect("UTF-8"),
    );
    let twice = format!("{}\n{}", KEYS[0].1, KEYS[0].1);
    for (replaced, words) in [
        (
            &[("SEALING_KEY", "")][..],
            &["SEALING_KEY is missing", "openssl rand -hex 32"][..],
        ),
        (&[("INDEX_KEY", "")], &["INDEX_KEY is missing"]),
        (&[("TOKEN_KEY", "")], &["TOKEN_KEY is missing"]),
        (
            &[("SEALING_KEY", "1 abc")],
            &["SEALING_KEY: each line must be", "64 hexadecimal digits"],
        ),
        (
            &[(
                "SEALING_KEY",
                "0 1111111111111111111111111111111111111111111111111111111111111111",
            )],
            &["1 to 65535"],
        ),
        (&[("SEALING_KEY", &twice)], &["version 1 is given twice"]),
        (
            &[("SEALING_KEY_FILE", empty)],
            &["SEALING_KEY and SEALING_KEY_FILE are both set"],
        ),
        (
            &[("SEALING_KEY", ""), ("SEALING_KEY_FILE", empty)],
            &["SEALING_KEY: no key in it"],
        ),
        (
            &[("SEALING_KEY", ""), ("SEALING_KEY_FILE", absent)],
            &["SEALING_KEY_FILE", "absent.key", "No such file"],
        ),
    ] {
        let output = on(&database, &SERVE, replaced);
        refused(&output, words);
        assert!(
            !complaint(&output).contains("1111111111"),
            "a key does not belong into a message"
        );
    }
}

#[test]
fn another_key_than_the_one_a_database_was_begun_with_is_refused() {
    let database = database();
    let other = "1 4444444444444444444444444444444444444444444444444444444444444444";
    let second = "2 4444444444444444444444444444444444444444444444444444444444444444";
    let both = |first: &str| format!("{first}\n{second}");
    for (name, key, words) in [
        (
            "SEALING_KEY",
            other,
            "the key sealing:1 is not the one that this database was begun with",
        ),
        ("INDEX_KEY", other, "the key index:1 is not the one"),
        ("TOKEN_KEY", other, "the key token:1 is not the one"),
        ("SEALING_KEY", second, "the key sealing:1 is missing"),
        (
            "INDEX_KEY",
            &both(KEYS[1].1),
            "the index key cannot get a new version",
        ),
    ] {
        for command in [&SERVE[..], &["account", "list"]] {
            refused(&on(&database, command, &[(name, key)]), &[words]);
        }
    }
    // a second sealing key beside the first, and a new token key, are how keys are changed; then
    // they stay
    let sealing = both(KEYS[0].1);
    let changed = on(
        &database,
        &["account", "list"],
        &[("SEALING_KEY", &sealing), ("TOKEN_KEY", second)],
    );
    assert!(changed.status.success(), "{}", complaint(&changed));
    refused(
        &on(&database, &["account", "list"], &[]),
        &["the key sealing:2 is missing"],
    );
    database.intact();
}

#[test]
fn only_the_restricted_role_may_serve() {
    let app = App::start();
    let owner = app.database.owner.clone();
    let superuser = owner.replace("registry_owner@", "postgres@");
    for mighty in [owner.as_str(), &superuser] {
        refused(
            &on(&app.database, &SERVE, &[("DATABASE_URL", mighty)]),
            &["superuser or the owner", "registry_app"],
        );
        refused(
            &on(&app.database, &["seal"], &[("DATABASE_URL", mighty)]),
            &["superuser or the owner", "registry_app"],
        );
    }
}

#[test]
fn an_unreachable_or_unmigrated_database_is_named() {
    let app = App::start();
    let nowhere = "postgresql://registry_app@/registry?host=/nonexistent&port=5432";
    for command in [
        &["serve"][..],
        &["export", "log"],
        &["account", "list"],
        &["seal"],
    ] {
        refused(
            &on(&app.database, command, &[("DATABASE_URL", nowhere)]),
            &["PostgreSQL", "/nonexistent"],
        );
    }
    let verify = on(&app.database, &["verify"], &[("DATABASE_URL", nowhere)]);
    assert_eq!(verify.status.code(), Some(2), "{}", complaint(&verify));
    app.sql("CREATE DATABASE empty_for_cli");
    let empty = app
        .database
        .app
        .replace(&format!("/{}?", app.database.name), "/empty_for_cli?");
    for command in [
        &["serve"][..],
        &["account", "list"],
        &["export", "log"],
        &["seal"],
    ] {
        refused(
            &on(&app.database, command, &[("DATABASE_URL", &empty)]),
            &["run `claimant-registry migrate`"],
        );
    }
}

#[test]
fn a_port_in_use_is_named_with_its_remedy() {
    let database = database();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("bound").to_string();
    for (listen, metrics, flag) in [
        (address.as_str(), "127.0.0.1:0", "--listen"),
        ("127.0.0.1:0", &address, "--metrics-listen"),
    ] {
        let output = on(
            &database,
            &["serve", "--listen", listen, "--metrics-listen", metrics],
            &[],
        );
        refused(
            &output,
            &[&address, "is another program using the port?", flag],
        );
    }
}

/// A cluster in which nobody made the roles yet.
#[test]
fn a_migration_without_the_roles_says_how_they_are_made() {
    let postgres = PrivatePostgres::temporary(&[]).expect("a private PostgreSQL starts");
    let url = postgres.url(postgres.superuser(), "postgres");
    let migrate = |args: &[&str]| run(args, &[("MIGRATION_DATABASE_URL", &url)]);
    refused(
        &migrate(&["migrate"]),
        &[
            "no role registry_app",
            "claimant-registry migrate --bootstrap",
        ],
    );
    let made = migrate(&["migrate", "--bootstrap"]);
    assert!(made.status.success(), "{}", complaint(&made));
    assert!(migrate(&["migrate"]).status.success());
}
