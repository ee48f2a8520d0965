//! A real server on a database of its own, with its mails and its log: started, killed, restarted,
//! backed up and restored.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock, Mutex};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::json;

use crate::harness::browser::Browser;
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::cluster::{CASE, Cluster, SERVE, program, succeed};
use crate::harness::database::{Database, lines};
use crate::harness::eventually;

/// The cluster that most tests share; it stops with this process.
static SHARED: LazyLock<Cluster> = LazyLock::new(|| Cluster::new(&[]));

pub struct App {
    /// Address of the API, without a slash at the end.
    pub url: String,
    /// Address of the metrics, likewise.
    pub metrics: String,
    pub database: Database,
    /// What it logged, line by line, as far as it was read.
    pub log: Arc<Mutex<String>>,
    cluster: Option<Cluster>,
    child: Child,
    mail: tempfile::TempDir,
}

impl App {
    /// A server on a copy of the template in the shared cluster.
    pub fn start() -> Self {
        Self::with(&[])
    }

    /// As [`App::start`], with settings as environment variables.
    pub fn with(settings: &[(&str, &str)]) -> Self {
        let database = Database::copy(&SHARED, "template_registry");
        Self::on(None, database, settings)
    }

    /// A server on a database that is only migrated: there is no case in it.
    pub fn without_case() -> Self {
        let database = Database::copy(&SHARED, "template0");
        database.cli_ok(&["migrate"]);
        Self::on(None, database, &[])
    }

    /// A server in a cluster of its own, which a test can crash.
    pub fn alone(postgres: &[(&str, &str)], settings: &[(&str, &str)]) -> Self {
        let cluster = Cluster::new(postgres);
        let database = Database::copy(&cluster, "template_registry");
        let app = Self::on(Some(cluster), database, settings);
        // a sequence writes ahead for 32 numbers, and a copied one believes that its original's
        // writing is its own: without a checkpoint a crash would set it back
        app.sql("CHECKPOINT");
        app
    }

    /// Another server on the same database of the shared cluster, with the same places outside of
    /// it; its mails go where those of the first go.
    pub fn another(&self) -> Self {
        let mail = self.mail.path().to_str().expect("a path in UTF-8");
        self.another_with(&[("MAIL_DIR", mail)])
    }

    /// As [`App::another`], with settings of its own.
    pub fn another_with(&self, settings: &[(&str, &str)]) -> Self {
        Self::on(None, self.database.clone(), settings)
    }

    /// The database of a backup that `pg_dump --inserts` wrote, with what lay outside of it.
    pub fn restored(dump: &Path, outside: &Path) -> Database {
        let database = Database::copy(&SHARED, "template0");
        let dump = std::fs::read_to_string(dump).expect("the backup is there");
        // what is for psql alone
        let sql = dump.lines().filter(|line| !line.starts_with('\\'));
        let sql: String = sql.flat_map(|line| [line, "\n"]).collect();
        let mut owner = PgConnection::establish(&database.owner).expect("the owner connects");
        owner.batch_execute(&sql).expect("the backup is whole");
        for (setting, place) in database.places() {
            succeed(
                Command::new("cp")
                    .arg("-r")
                    .arg(outside.join(setting))
                    .arg(&place),
            );
        }
        database
    }

    pub fn on(cluster: Option<Cluster>, database: Database, settings: &[(&str, &str)]) -> Self {
        let mail = tempfile::tempdir().expect("a temporary directory");
        let log = Arc::default();
        let (child, [url, metrics]) = spawn(&database, mail.path(), settings, &log);
        Self {
            url,
            metrics,
            database,
            log,
            cluster,
            child,
            mail,
        }
    }

    /// Ends the server as `kill -9` does and starts another on the same database.
    pub fn kill_and_restart(&mut self, settings: &[(&str, &str)]) {
        // it may have been stopped before
        let _ = self.child.kill();
        self.child.wait().expect("the server ends");
        (self.child, [self.url, self.metrics]) =
            spawn(&self.database, self.mail.path(), settings, &self.log);
    }

    /// Tells the server to stop, and waits until it has.
    pub fn terminate(&mut self) {
        signal(&self.child, "TERM");
        self.child.wait().expect("the server ends");
    }

    /// Ends the server as `kill -9` does.
    pub fn stop(&mut self) {
        self.child.kill().expect("the server runs");
        self.child.wait().expect("the server ends");
    }

    /// Stops the server and takes a backup of its database.
    pub fn back_up(&mut self) {
        self.stop();
        self.in_cluster(&format!(
            "CREATE DATABASE {0}_backup TEMPLATE {0} OWNER registry_owner",
            self.database.name
        ));
    }

    /// Stops the server and puts the backup in the place of its database.
    pub fn restore(&mut self) {
        self.stop();
        let name = &self.database.name;
        self.in_cluster(&format!("DROP DATABASE {name} WITH (FORCE)"));
        self.in_cluster(&format!("ALTER DATABASE {name}_backup RENAME TO {name}"));
    }

    /// Crashes PostgreSQL and starts it again.
    pub fn crash_postgres(&mut self) {
        let cluster = self.cluster.as_mut().expect("started alone");
        let recovered = cluster.postgres.crash_and_restart();
        recovered.expect("PostgreSQL recovers");
    }

    /// Ends every connection to the database and lets nobody in.
    pub fn shut_database(&self) {
        let name = &self.database.name;
        self.in_cluster(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
        // whoever was told to end may be answering still
        let whoever = format!("FROM pg_stat_activity WHERE datname = '{name}'");
        self.in_cluster(&format!(
            "DO $$ BEGIN PERFORM pg_terminate_backend(pid) {whoever}; IF EXISTS (SELECT {whoever}) THEN RAISE 'still there'; END IF; END $$"
        ));
    }

    /// Lets everybody in again.
    pub fn open_database(&self) {
        let name = &self.database.name;
        self.in_cluster(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true"));
    }

    fn cluster(&self) -> &Cluster {
        self.cluster.as_ref().unwrap_or(&SHARED)
    }

    /// Runs SQL about the database, as soon as whoever was connected has left.
    fn in_cluster(&self, sql: &str) {
        let mut conn = self.cluster().superuser("postgres");
        eventually(|| conn.batch_execute(sql).ok());
    }

    /// A connection that may do everything.
    pub fn superuser(&self) -> PgConnection {
        self.cluster().superuser(&self.database.name)
    }

    /// Runs SQL as the superuser.
    pub fn sql(&self, sql: &str) {
        self.superuser()
            .batch_execute(sql)
            .unwrap_or_else(|e| panic!("{sql}: {e}"));
    }

    /// What a query counts, as the superuser.
    pub fn count(&self, sql: &str) -> i64 {
        self.lines(&format!("SELECT count::text AS line FROM ({sql}) counted"))[0]
            .parse()
            .expect("a number")
    }

    /// What a query yields as `line`, read as the superuser.
    pub fn lines(&self, query: &str) -> Vec<String> {
        lines(&mut self.superuser(), query)
    }

    /// Every row of every table, the log and what is behind it included.
    pub fn rows(&self) -> String {
        let tables = self.lines(
            "SELECT relname::text AS line FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
        );
        let rows = |table| format!("SELECT to_jsonb(t)::text AS line FROM \"{table}\" t");
        tables
            .iter()
            .flat_map(|table| self.lines(&rows(table)))
            .collect()
    }

    /// Somebody who has not signed in.
    pub fn anybody(&self) -> Caller {
        Caller::to(&self.url)
    }

    /// Whoever reaches the address of the metrics.
    pub fn operator(&self) -> Caller {
        Caller::to(&self.metrics)
    }

    /// Registers a claimant by mail and signs in.
    pub fn claimant(&self, email: &str) -> Caller {
        let anybody = self.anybody();
        anybody
            .post("/api/v1/accounts", json!({"email": email}))
            .is(202);
        let followed = json!({"token": self.mailed_token(email), "password": PASSWORD});
        anybody
            .post("/api/v1/accounts/confirmations", followed)
            .is(201);
        anybody.sign_in(email, PASSWORD)
    }

    /// Makes a staff account on the command line and signs in.
    pub fn staff(&self, role: &str, email: &str) -> Caller {
        let password = self.staff_password(role, email);
        self.anybody().sign_in(email, &password)
    }

    /// Makes a staff account and gives its password.
    pub fn staff_password(&self, role: &str, email: &str) -> String {
        let name = format!("시험 {role}");
        let printed = self.database.cli_ok(&[
            "account", "create", "--role", role, "--email", email, "--name", &name,
        ]);
        let password = printed
            .split_whitespace()
            .last()
            .expect("the password is printed");
        password.into()
    }

    /// A member of staff who has signed in with a browser. Paralegals and lawyers work in the Kakao
    /// case.
    pub fn at_desk(&self, role: &str) -> Browser {
        let email = format!("{role}@example.com");
        let password = self.staff_password(role, &email);
        if matches!(role, "paralegal" | "lawyer") {
            self.database.cli_ok(&["case", "assign", CASE, &email]);
        }
        let browser = Browser::at(&self.url);
        browser.sign_in(&email, &password).is(200);
        browser
    }

    /// Somebody whose session ended, with a password by mail and a new session.
    pub fn returning(&self, email: &str) -> Caller {
        let anybody = self.anybody();
        anybody
            .post("/api/v1/password-resets", json!({ "email": email }))
            .is(202);
        let followed = json!({"token": self.mailed_token(email), "password": PASSWORD});
        anybody
            .post("/api/v1/password-resets/confirmations", followed)
            .is(204);
        anybody.sign_in(email, PASSWORD)
    }

    /// As [`App::staff`], assigned to the Kakao case.
    pub fn assigned(&self, role: &str, email: &str) -> Caller {
        let caller = self.staff(role, email);
        self.database.cli_ok(&["case", "assign", CASE, email]);
        caller
    }

    /// Waits for a checkpoint of at least that size, and returns its size.
    pub fn published(&self, size: u64) -> u64 {
        let caller = self.anybody();
        eventually(|| {
            let note = caller.get("/log/checkpoint");
            note.text()
                .lines()
                .nth(1)
                .and_then(|line| line.parse().ok())
                .filter(|published| *published >= size)
        })
    }

    /// Waits for the newest mail to that address and returns it as it is on the disk; the file is
    /// taken away.
    pub fn mail(&self, to: &str) -> String {
        let (path, mail) = eventually(|| self.mails_to(to).pop());
        std::fs::remove_file(path).expect("the mail is there");
        mail
    }

    /// The mails that lie in the directory now.
    pub fn mails(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.mail.path()).expect("it is there");
        let paths = files.filter_map(Result::ok).map(|file| file.path());
        paths
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .filter_map(|path| std::fs::read_to_string(path).ok())
            .collect()
    }

    /// What the newest mail to that address says.
    pub fn mail_text(&self, to: &str) -> String {
        plain(&self.mail(to))
    }

    /// Waits for the newest mail to that address with such a subject, and returns what it says; the
    /// file stays.
    pub fn mailed(&self, to: &str, subject: &str) -> String {
        eventually(|| {
            self.mails_to(to)
                .into_iter()
                .rev()
                .map(|(_, mail)| mail)
                .find(|mail| subject_of(mail).contains(subject))
                .map(|mail| plain(&mail))
        })
    }

    /// Waits for a mail to that address that has a link with a token, and returns the token of the
    /// newest; its file is taken away.
    pub fn mailed_token(&self, to: &str) -> String {
        let (path, token) = eventually(|| {
            let mut mails = self.mails_to(to).into_iter().rev();
            mails.find_map(|(path, mail)| Some((path, token_in(&plain(&mail))?)))
        });
        std::fs::remove_file(path).expect("the mail is there");
        token
    }

    /// The secret of the link by which the guardian of a ward of that claimant signs.
    pub fn asked_to_sign(&self, claimant: &Caller, guardian: &str) -> String {
        let (_, id) = claimant.draft_for_ward(guardian);
        claimant.ask_to_sign(&id);
        self.mailed_token(guardian)
    }

    /// A mail that was given up: nothing could be written when its time came.
    pub fn failed_mail(&self) -> String {
        let waits = "SELECT count(*) FROM mail WHERE sent_at IS NULL AND failed_at IS NULL";
        eventually(|| (self.count(waits) == 0).then_some(()));
        let (here, away) = (self.mail.path(), self.mail.path().with_extension("away"));
        std::fs::rename(here, &away).expect("the directory is there");
        let asked = json!({"email": "unreachable@example.com"});
        self.anybody().post("/api/v1/accounts", asked).is(202);
        let unsent = "SELECT id::text AS line FROM mail WHERE sent_at IS NULL AND recalled_at IS NULL ORDER BY id DESC LIMIT 1";
        let id = self.lines(unsent).remove(0);
        self.sql(&format!(
            "UPDATE mail SET failed_at = now() WHERE id = '{id}'"
        ));
        std::fs::rename(&away, here).expect("nothing else is there");
        id
    }

    /// The mails to that address that lie there now, the oldest first.
    fn mails_to(&self, to: &str) -> Vec<(PathBuf, String)> {
        let files = std::fs::read_dir(self.mail.path()).into_iter().flatten();
        let mut mails: Vec<(PathBuf, String)> = files
            .filter_map(|file| Some(file.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .filter_map(|path| std::fs::read_to_string(&path).ok().map(|mail| (path, mail)))
            .filter(|(_, mail)| mail.lines().any(|line| line == format!("To: {to}")))
            .collect();
        mails.sort();
        mails
    }
}

/// The plain text of a mail: its first part.
pub fn plain(mail: &str) -> String {
    let encoded = mail.split("\r\n\r\n").nth(2).expect("a first part");
    let body: String = encoded
        .lines()
        .take_while(|line| !line.starts_with("--"))
        .collect();
    let text = BASE64_STANDARD.decode(body).expect("base64");
    String::from_utf8(text).expect("UTF-8").replace('\r', "")
}

/// The subject of a mail, whose encoded words are put together.
pub fn subject_of(mail: &str) -> String {
    let unfolded = mail.replace("\r\n ", " ");
    let field = unfolded
        .lines()
        .find_map(|line| line.strip_prefix("Subject: "))
        .unwrap_or_default();
    let word = |word: &str| -> String {
        let encoded = word
            .strip_prefix("=?utf-8?b?")
            .and_then(|rest| rest.strip_suffix("?="));
        encoded.map_or_else(
            || format!("{word} "),
            |encoded| {
                let bytes = BASE64_STANDARD.decode(encoded).expect("base64");
                String::from_utf8(bytes).expect("cut between characters")
            },
        )
    };
    field.split(' ').map(word).collect::<String>().trim().into()
}

/// The token at the end of a link.
pub fn token_in(text: &str) -> Option<String> {
    text.lines()
        .filter_map(|line| line.rsplit_once('/'))
        .map(|(_, end)| end)
        .find(|end| end.len() == 64 && end.bytes().all(|b| b.is_ascii_hexdigit()))
        .map(String::from)
}

impl Drop for App {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(
    database: &Database,
    mail: &Path,
    settings: &[(&str, &str)],
    log: &Arc<Mutex<String>>,
) -> (Child, [String; 2]) {
    let by_smtp = settings.iter().any(|(name, _)| *name == "SMTP_URL");
    let mut child = program(&SERVE)
        .env("DATABASE_URL", &database.app)
        .envs((!by_smtp).then_some(("MAIL_DIR", mail)))
        .env("LOG_FORMAT", "json")
        // everybody in a test comes from one address
        .env("LIMIT_FACTOR", "1000")
        .envs(database.places())
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (log, stderr) = (log.clone(), child.stderr.take().expect("piped"));
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            let mut log = log.lock().expect("nobody panics with the log");
            log.push_str(&line);
            log.push('\n');
        }
    });
    let mut first = String::new();
    let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
    stdout.read_line(&mut first).expect("the server prints");
    // listening on http://HOST:PORT (PUBLIC); metrics on http://HOST:PORT/metrics; ..
    let mut addresses = first
        .split([' ', ';'])
        .filter(|word| word.starts_with("http://"))
        .map(|url| url.trim_end_matches("/metrics").into());
    let (Some(url), Some(metrics)) = (addresses.next(), addresses.next()) else {
        panic!("the server did not start: {first}")
    };
    std::thread::spawn(move || stdout.lines().for_each(drop));
    (child, [url, metrics])
}

/// Sends a signal as the shell does, whose `kill` needs no package.
pub fn signal(child: &Child, name: &str) {
    let sent = Command::new("sh")
        .args(["-c", &format!("kill -{name} {}", child.id())])
        .status()
        .expect("sh is there");
    assert!(sent.success());
}
