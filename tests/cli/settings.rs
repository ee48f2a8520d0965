//! What is missing or wrong in the settings is refused by name, with its remedy.

use claimant_registry::postgres::PrivatePostgres;

use crate::cli::{complaint, database, on, refused, run};
use crate::harness::cluster::{KEYS, SERVE};
use crate::harness::server::App;

/// Refused before anything is opened, with these words.
fn does_not_read(args: &[&str], settings: &[(&str, &str)], words: &[&str]) {
    let output = run(args, settings);
    let said = complaint(&output);
    assert!(
        matches!(output.status.code(), Some(1 | 2)),
        "{settings:?}: {said}"
    );
    for word in words {
        assert!(said.contains(word), "{word:?} is not in: {said}");
    }
}

#[test]
fn a_variable_that_is_set_to_nothing_is_one_that_is_not_set() {
    // what the harness sets itself is not in it
    let empty = [
        "POOL_SIZE",
        "LOG_ORIGIN",
        "SEALING_KEY_FILE",
        "INDEX_KEY_FILE",
        "TOKEN_KEY_FILE",
        "LOG_KEY_FILE",
        "PUBLIC_ENTRIES",
        "BACKUP_DAYS",
        "LISTEN",
        "METRICS_LISTEN",
        "PUBLIC_URL",
        "TRUSTED_PROXIES",
        "MAIL_FROM",
        "SESSION_IDLE_SECONDS",
        "SESSION_SECONDS",
        "STAFF_SESSION_IDLE_SECONDS",
        "STAFF_SESSION_SECONDS",
        "BODY_SECONDS",
        "EXPORT_STALL_SECONDS",
        "HASHING_LANES",
        "WITNESS_QUORUM",
        "TIMESTAMP_URLS",
        "TIMESTAMP_CA_FILE",
        "TIMESTAMP_MINUTES",
        "MIGRATION_DATABASE_URL",
        "LOG",
    ];
    for nothing in ["", " ", "\r", "\t\n"] {
        let settings = empty.map(|name| (name, nothing));
        let app = App::with(&settings);
        app.anybody().get("/healthz").is(200);
    }
    // of a key and its file the one that says something counts
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("sealing.key");
    std::fs::write(&file, KEYS[0].1).expect("writable");
    let file = file.to_str().expect("UTF-8");
    let database = database();
    let listed = database
        .command(&["account", "list"], &[("SEALING_KEY_FILE", file)])
        .env("SEALING_KEY", "")
        .output()
        .expect("the program starts");
    assert!(listed.status.success(), "{}", complaint(&listed));
    for args in [&["account", "list"][..], &["migrate"]] {
        let names = [("DATABASE_URL", ""), ("MIGRATION_DATABASE_URL", " ")];
        does_not_read(
            args,
            &[&KEYS[..], &names].concat(),
            &["DATABASE_URL is missing"],
        );
    }
}

#[test]
fn white_space_around_a_value_is_none_of_it() {
    let app = App::with(&[
        ("POOL_SIZE", " 4\r"),
        ("TRUSTED_PROXIES", " 127.0.0.0/8 , ::1,\r\n"),
        ("PUBLIC_URL", "http://localhost:8080/\r\n"),
        ("PUBLIC_ENTRIES", " yes "),
        ("MAIL_FROM", " registry@example.com\r"),
        ("BODY_SECONDS", "15 "),
        ("BACKUP_DAYS", "\t30"),
    ]);
    let claimant = app.claimant("merchant@example.com");
    let by_proxy = [("x-forwarded-for", "198.51.100.7, 203.0.113.9:51008")];
    claimant.json("POST", "/api/v1/sessions", &by_proxy, serde_json::json!({"email": "merchant@example.com", "password": crate::harness::caller::PASSWORD})).is(201);
    let sessions = claimant.get("/api/v1/sessions").text();
    assert!(sessions.contains("\"203.0.113.9\""), "{sessions}");
}

#[test]
fn a_value_of_another_form_is_refused_by_name_with_what_to_write() {
    let proxies = ["10.0.0.7", "172.16.0.0/12"];
    for (name, value, words) in [
        ("LISTEN", "8080", &["LISTEN", "127.0.0.1:8080"][..]),
        (
            "LISTEN",
            "registry.example.com:80",
            &["LISTEN", "0.0.0.0:8080"],
        ),
        (
            "METRICS_LISTEN",
            "127.0.0.1:99999",
            &["METRICS_LISTEN", "[::1]:8080"],
        ),
        (
            "PUBLIC_URL",
            "registry.example.com",
            &["PUBLIC_URL", "https://registry.example.com"],
        ),
        (
            "PUBLIC_URL",
            "ftp://registry.example.com",
            &["PUBLIC_URL", "neither with https://"],
        ),
        (
            "PUBLIC_URL",
            "https://kim:secret@registry.example.com",
            &["PUBLIC_URL", "name or password"],
        ),
        (
            "PUBLIC_URL",
            "https://registry.example.com/claims",
            &["PUBLIC_URL", "a host name or a port of its own"],
        ),
        (
            "PUBLIC_URL",
            "https://registry.example.com/?a=b",
            &["PUBLIC_URL", "query"],
        ),
        (
            "PUBLIC_URL",
            "https://registry.example.com/#top",
            &["PUBLIC_URL", "fragment"],
        ),
        (
            "PUBLIC_URL",
            "https://",
            &["PUBLIC_URL", "such as https://"],
        ),
        (
            "PUBLIC_URL",
            "https://[2001:db8::1",
            &["PUBLIC_URL", "such as https://"],
        ),
        (
            "TRUSTED_PROXIES",
            "proxy.example.com",
            &["TRUSTED_PROXIES", proxies[0], proxies[1]],
        ),
        (
            "TRUSTED_PROXIES",
            "10.0.0.0/33",
            &["TRUSTED_PROXIES", proxies[1]],
        ),
        (
            "TRUSTED_PROXIES",
            "10.0.0.1;10.0.0.2",
            &["TRUSTED_PROXIES", proxies[0]],
        ),
        (
            "TRUSTED_PROXIES",
            "0.0.0.0/0",
            &["TRUSTED_PROXIES", "believe everybody"],
        ),
        (
            "TRUSTED_PROXIES",
            "10.0.0.1, ::/0",
            &["TRUSTED_PROXIES", "believe everybody"],
        ),
        (
            "TIMESTAMP_URLS",
            "tsa.example.com",
            &["TIMESTAMP_URLS", "https://"],
        ),
        (
            "TIMESTAMP_URLS",
            "https://kim:secret@tsa.example.com",
            &["TIMESTAMP_URLS", "no password"],
        ),
        ("POOL_SIZE", "many", &["POOL_SIZE"]),
        ("POOL_SIZE", "0", &["POOL_SIZE", "1..=200"]),
        ("PUBLIC_ENTRIES", "perhaps", &["public-entries"]),
        (
            "MAIL_FROM",
            "Registry <registry@example.com>",
            &["MAIL_FROM", "registry@example.com"],
        ),
        (
            "LOG_ORIGIN",
            "https://registry example",
            &["LOG_ORIGIN", "without https://"],
        ),
    ] {
        let rest = [(name, value), ("TIMESTAMP_CA_FILE", "roots.pem")];
        does_not_read(&["serve"], &[&KEYS[..], &rest].concat(), words);
    }
    for value in [
        "registry",
        "mysql://root:hidden@localhost/registry",
        "http://hidden@localhost",
    ] {
        for (args, name) in [
            (&["serve"][..], "DATABASE_URL"),
            (&["migrate"], "MIGRATION_DATABASE_URL"),
        ] {
            let settings = [&KEYS[..], &[(name, value)]].concat();
            let words = [name, "no address of PostgreSQL", "postgresql://"];
            does_not_read(args, &settings, &words);
            let said = complaint(&run(args, &settings));
            assert!(
                !said.contains("hidden"),
                "a password does not belong into a message: {said}"
            );
        }
    }
}

#[test]
fn a_database_that_cannot_hold_every_name_is_refused() {
    let app = App::start();
    let database = &app.database;
    for encoding in ["EUC_KR", "SQL_ASCII", "LATIN1"] {
        let name = format!("{}_{}", database.name, encoding.to_lowercase());
        app.sql(&format!(
            "CREATE DATABASE {name} OWNER registry_owner ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0"
        ));
        let at = |url: &str| url.replace(&format!("/{}?", database.name), &format!("/{name}?"));
        let (owner, own) = (at(&database.owner), at(&database.app));
        let words = [encoding, "every name", "ENCODING 'UTF8'"];
        refused(
            &on(
                database,
                &["migrate"],
                &[("MIGRATION_DATABASE_URL", &owner)],
            ),
            &words,
        );
        for command in [&SERVE[..], &["account", "list"]] {
            refused(&on(database, command, &[("DATABASE_URL", &own)]), &words);
        }
    }
}

#[test]
fn what_a_server_prints_and_writes_names_the_port_that_it_has() {
    let app = App::start();
    let port = app.url.rsplit(':').next().expect("a port");
    app.claimant("merchant@example.com");
    let known = serde_json::json!({"email": "merchant@example.com"});
    app.anybody().post("/api/v1/accounts", known).is(202);
    let mail = app.mail_text("merchant@example.com");
    assert!(mail.contains(&format!("http://localhost:{port}")), "{mail}");
}

#[test]
fn what_is_missing_is_named_with_its_remedy() {
    refused(
        &run(&["serve"], &KEYS),
        &[
            "DATABASE_URL is missing",
            "postgresql://",
            "--private-postgres",
        ],
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
