//! What everything is measured on: a private PostgreSQL that really writes, databases in it, and
//! the program.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Kind, Signer};
use claimant_registry::audit::seal::Sealer;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::cluster::{Cluster, SERVE, program, succeed};

/// What a server of this size would be given; `fsync` and `synchronous_commit` as in production.
const SETTINGS: &[(&str, &str)] = &[
    ("fsync", "on"),
    ("synchronous_commit", "on"),
    ("shared_buffers", "512MB"),
    ("effective_cache_size", "2GB"),
    ("max_wal_size", "8GB"),
    ("checkpoint_timeout", "15min"),
];

/// The cluster; it is gone with this value.
pub struct Stand(Cluster);

impl Stand {
    pub fn new() -> Self {
        Self(Cluster::new(SETTINGS))
    }

    /// A database with the Kakao case and no people.
    pub fn database(&self) -> Base<'_> {
        let name = self.0.copy("template_registry");
        Base {
            app: self.0.postgres.url("registry_app", &name),
            name,
            cluster: &self.0,
        }
    }
}

/// A database; it is dropped with this value.
pub struct Base<'s> {
    name: String,
    /// As the program.
    pub app: String,
    cluster: &'s Cluster,
}

impl Base<'_> {
    /// Runs a command of the program.
    pub fn command(&self, args: &[&str]) {
        succeed(&mut self.cluster.program(args, &self.name));
    }

    /// A connection that may do everything.
    pub fn superuser(&self) -> PgConnection {
        self.cluster.superuser(&self.name)
    }

    /// The address for a superuser's tools.
    pub fn superuser_url(&self) -> String {
        let postgres = &self.cluster.postgres;
        postgres.url(postgres.superuser(), &self.name)
    }

    /// A connection as the program's.
    pub fn connect(&self) -> PgConnection {
        PgConnection::establish(&self.app).expect("the private PostgreSQL answers")
    }

    /// Runs SQL as the superuser, statement by statement: VACUUM takes no company.
    pub fn sql(&self, statements: &[&str]) {
        let mut conn = self.superuser();
        for sql in statements {
            conn.batch_execute(sql)
                .unwrap_or_else(|e| panic!("{sql}: {e}"));
        }
    }

    /// A number that SQL yields.
    pub fn number(&self, sql: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Number {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            number: i64,
        }
        let number: Number = diesel::sql_query(format!("SELECT ({sql})::bigint AS number"))
            .get_result(&mut self.superuser())
            .expect("a number");
        number.number
    }

    /// Switches the capture of these tables.
    pub fn capture(&self, tables: &[&str], on: bool) {
        let switch = if on { "ENABLE ALWAYS" } else { "DISABLE" };
        for table in tables {
            self.sql(&[&format!("ALTER TABLE {table} {switch} TRIGGER audit_row")]);
        }
    }

    /// A sealer of our own.
    pub fn sealer(&self) -> Sealer {
        Sealer::connect(&self.app).expect("the program's role may seal")
    }

    /// Empties the lists of files and what else grew, without a trace in the log: each turn begins
    /// alike.
    pub fn clear(&self) {
        let tables = ["evidence", "evidence_check"];
        for table in tables {
            self.sql(&[&format!("ALTER TABLE {table} DISABLE TRIGGER ALL")]);
        }
        self.sql(&["TRUNCATE evidence, evidence_check, idempotency"]);
        for table in tables {
            self.sql(&[
                &format!("ALTER TABLE {table} ENABLE TRIGGER ALL"),
                &format!("ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_row"),
                &format!("ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_truncate"),
            ]);
        }
    }
}

impl Drop for Base<'_> {
    fn drop(&mut self) {
        let dropped = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        self.cluster
            .superuser("postgres")
            .batch_execute(&dropped)
            .expect("the database is ours");
    }
}

/// The program at work; it ends with this value.
pub struct Server {
    pub url: String,
    process: Child,
    outside: tempfile::TempDir,
}

impl Server {
    pub fn start(base: &Base) -> Self {
        Self::beside(
            base,
            tempfile::tempdir().expect("a temporary directory"),
            &[],
        )
    }

    /// One whose limits are those of operation, and whose clients say where they come from.
    pub fn limited(base: &Base) -> Self {
        let outside = tempfile::tempdir().expect("a temporary directory");
        let settings = [("LIMIT_FACTOR", "1"), ("TRUSTED_PROXIES", "127.0.0.1")];
        Self::beside(base, outside, &settings)
    }

    /// One that seals and signs nothing: what was published before it has no guard.
    pub fn silent(base: &Base) -> Self {
        let outside = tempfile::tempdir().expect("a temporary directory");
        let signer = Signer::new("bench.example/log", Kind::Ed25519, &[9; 32]).expect("a key");
        let note = signer.note(
            &Checkpoint {
                origin: "bench.example/log".into(),
                size: 0,
                root: merkle::empty_root(),
            }
            .to_string(),
        );
        let log = outside.path().join("log");
        std::fs::create_dir(&log)
            .and_then(|()| std::fs::write(log.join("checkpoint"), note))
            .expect("writable");
        Self::beside(base, outside, &[])
    }

    fn beside(base: &Base, mail: tempfile::TempDir, settings: &[(&str, &str)]) -> Self {
        let mut process = program(&SERVE)
            .env("DATABASE_URL", &base.app)
            .env("MAIL_DIR", mail.path())
            .env("LOG_FORMAT", "json")
            // everybody here comes from one address
            .env("LIMIT_FACTOR", "1000000")
            .env("LOG_DIR", mail.path().join("log"))
            .env("LOG_GUARD_FILE", mail.path().join("guard"))
            // staff who wait while something else is measured stay signed in
            .env("STAFF_SESSION_IDLE_SECONDS", "7200")
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut first = String::new();
        let mut stdout = BufReader::new(process.stdout.take().expect("piped"));
        stdout.read_line(&mut first).expect("the server prints");
        let url = first
            .split_whitespace()
            .find(|word| word.starts_with("http://"))
            .unwrap_or_else(|| panic!("the server did not start: {first}"));
        let url = url.to_string();
        std::thread::spawn(move || stdout.lines().for_each(drop));
        Self {
            url,
            process,
            outside: mail,
        }
    }

    /// Where it publishes the log.
    pub fn log_dir(&self) -> std::path::PathBuf {
        self.outside.path().join("log")
    }

    /// Its number among the processes.
    pub fn id(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // nobody is left to tell
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
