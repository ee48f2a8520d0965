//! The database of a test with the places outside of it, and the program's commands over it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use claimant_registry::audit::publish::guard::{Guard, Signed};
use claimant_registry::db::schema::audit_head;
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::harness::cluster::{Cluster, program, succeed};
use crate::harness::times;

#[derive(Clone)]
pub struct Database {
    pub name: String,
    /// Its address for the owner of the tables.
    pub owner: String,
    /// Its address for the program.
    pub app: String,
    /// Holds the published log, the guard and the list of erasures.
    outside: Arc<tempfile::TempDir>,
}

impl Database {
    /// A copy of that database, with nothing outside of it yet.
    pub fn copy(cluster: &Cluster, template: &str) -> Self {
        times::take();
        let name = cluster.copy(template);
        Self {
            owner: cluster.postgres.url("registry_owner", &name),
            app: cluster.postgres.url("registry_app", &name),
            name,
            outside: Arc::new(tempfile::tempdir().expect("a temporary directory")),
        }
    }

    /// Directory of the published log.
    pub fn log_dir(&self) -> PathBuf {
        self.outside.path().join("log")
    }

    /// File of the guard.
    pub fn guard(&self) -> PathBuf {
        self.outside.path().join("guard")
    }

    /// File that lists erasures.
    pub fn erasures(&self) -> PathBuf {
        self.outside.path().join("erasures")
    }

    /// A path beside all of these, for whatever a test writes.
    pub fn beside(&self, name: &str) -> String {
        let path = self.outside.path().join(name);
        path.to_str().expect("a path in UTF-8").into()
    }

    /// Settings of the places outside.
    pub fn places(&self) -> [(&'static str, PathBuf); 3] {
        [
            ("LOG_DIR", self.log_dir()),
            ("LOG_GUARD_FILE", self.guard()),
            ("ERASURES_FILE", self.erasures()),
        ]
    }

    /// A command of the program, with settings replaced; an empty value takes one away.
    pub fn command(&self, args: &[&str], settings: &[(&str, &str)]) -> Command {
        let mut command = program(args);
        command
            .env("DATABASE_URL", &self.app)
            .env("MIGRATION_DATABASE_URL", &self.owner)
            .envs(self.places());
        for (name, value) in settings {
            if value.is_empty() {
                command.env_remove(name)
            } else {
                command.env(name, value)
            };
        }
        command
    }

    /// Lets what was signed be forgotten at that guard file, as whoever holds the files outside can.
    pub fn forget_signed(guard: &Path) {
        let held = Guard::take(guard).expect("writable").expect("free");
        held.remember(&Signed::nothing("localhost/claimant-registry"))
            .expect("writable");
    }

    /// Runs a command of the program.
    pub fn cli(&self, args: &[&str]) -> Output {
        self.command(args, &[])
            .output()
            .expect("the program starts")
    }

    /// As [`Database::cli`], and it succeeds; returns what it printed.
    pub fn cli_ok(&self, args: &[&str]) -> String {
        succeed(&mut self.command(args, &[]))
    }

    /// As [`Database::cli_ok`], with settings replaced.
    pub fn cli_with(&self, args: &[&str], settings: &[(&str, &str)]) -> String {
        succeed(&mut self.command(args, settings))
    }

    /// Runs `verify`, on the live database if no file is named: exit code and report.
    pub fn verify(&self, args: &[&str]) -> (i32, Value) {
        let output = self.cli(&[&["verify", "--json"], args].concat());
        let report = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| panic!("no report: {}", String::from_utf8_lossy(&output.stderr)));
        (output.status.code().expect("the program exits"), report)
    }

    /// Seals everything, verifies, and demands that all is well; returns the number of entries.
    pub fn intact(&self) -> u64 {
        self.cli_ok(&["seal"]);
        let (code, report) = self.verify(&[]);
        assert_eq!(
            (code, &report["verdict"]),
            (0, &json!("intact")),
            "{report:#}"
        );
        report["size"].as_u64().expect("a report has a size")
    }

    /// Entries in the log, whatever else is wrong with it.
    pub fn size(&self) -> u64 {
        let mut conn = PgConnection::establish(&self.app).expect("the database answers");
        let size: i64 = audit_head::table
            .select(audit_head::size)
            .first(&mut conn)
            .expect("there is a head");
        size.unsigned_abs()
    }
}

/// What a query yields as `line`.
pub fn lines(conn: &mut PgConnection, query: &str) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = diesel::sql_types::Text)]
        line: String,
    }
    let lines: Vec<Line> = diesel::sql_query(query)
        .load(conn)
        .unwrap_or_else(|e| panic!("{query}: {e}"));
    lines.into_iter().map(|line| line.line).collect()
}
