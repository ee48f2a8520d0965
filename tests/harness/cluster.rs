//! A private PostgreSQL with the program's roles and a template database: migrated, with the Kakao
//! case and no people. The benchmarks measure on the same.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use claimant_registry::postgres::PrivatePostgres;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_claimant-registry");

/// Serves at ports that the system chooses.
pub const SERVE: [&str; 5] = [
    "serve",
    "--listen",
    "127.0.0.1:0",
    "--metrics-listen",
    "127.0.0.1:0",
];

/// The keys of every registry that is made here.
pub const KEYS: [(&str, &str); 4] = [
    (
        "SEALING_KEY",
        "1 1111111111111111111111111111111111111111111111111111111111111111",
    ),
    (
        "INDEX_KEY",
        "1 2222222222222222222222222222222222222222222222222222222222222222",
    ),
    (
        "TOKEN_KEY",
        "1 3333333333333333333333333333333333333333333333333333333333333333",
    ),
    (
        "LOG_KEY",
        "1 4444444444444444444444444444444444444444444444444444444444444444",
    ),
];

/// The case that the template holds.
pub const CASE: &str = "kakao-2022";

/// It stops with this value.
pub struct Cluster {
    pub postgres: PrivatePostgres,
    next: AtomicU32,
}

impl Cluster {
    /// One with these settings of PostgreSQL.
    pub fn new(settings: &[(&str, &str)]) -> Self {
        let cluster = Self {
            postgres: PrivatePostgres::temporary(settings).expect("a private PostgreSQL starts"),
            next: AtomicU32::new(0),
        };
        let mut conn = cluster.superuser("postgres");
        conn.batch_execute("CREATE ROLE registry_owner LOGIN CREATEROLE")
            .expect("a fresh cluster takes a role");
        conn.batch_execute("CREATE DATABASE template_registry OWNER registry_owner")
            .expect("a fresh cluster takes a database");
        let definition = concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/kakao.toml");
        for args in [
            &["migrate", "--bootstrap"][..],
            &["case", "create", definition],
        ] {
            succeed(&mut cluster.program(args, "template_registry"));
        }
        cluster
    }

    /// A connection that may do everything.
    pub fn superuser(&self, database: &str) -> PgConnection {
        PgConnection::establish(&self.postgres.url(self.postgres.superuser(), database))
            .expect("the private PostgreSQL answers")
    }

    /// Copies that database and returns the name of the copy.
    pub fn copy(&self, template: &str) -> String {
        let name = format!("registry_{}", self.next.fetch_add(1, Ordering::Relaxed));
        self.superuser("postgres")
            .batch_execute(&format!(
                "CREATE DATABASE {name} TEMPLATE {template} OWNER registry_owner"
            ))
            .expect("the template is free");
        name
    }

    /// A command of the program with that database.
    pub fn program(&self, args: &[&str], database: &str) -> Command {
        let mut command = program(args);
        command
            .env("DATABASE_URL", self.postgres.url("registry_app", database))
            .env(
                "MIGRATION_DATABASE_URL",
                self.postgres.url("registry_owner", database),
            );
        command
    }
}

/// A command of the program with the keys and no other setting.
pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(KEYS);
    command
}

/// Runs a command that succeeds; returns what it printed.
pub fn succeed(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    assert!(
        output.status.success(),
        "{:?}: {}",
        command.get_args().collect::<Vec<_>>(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("the program prints UTF-8")
}
