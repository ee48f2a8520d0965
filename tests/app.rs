//! The harness: a PostgreSQL for this run, a database and a real server for each test, and people who call it.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use claimant_registry::db::schema::audit_head;
use claimant_registry::postgres::PrivatePostgres;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use serde_json::{Value, json};

/// The program under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_claimant-registry");

/// The keys of every test registry.
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

/// A password that nobody guesses, for everybody.
pub const PASSWORD: &str = "옥상에서 읽은 파란 책 7권";

/// The case that the template holds.
pub const CASE: &str = "kakao-2022";

/// A cluster with the roles and a template database: migrated, with the Kakao case and no people.
pub struct Cluster(pub PrivatePostgres);

/// The cluster that most tests share; it stops with this process.
static SHARED: LazyLock<Cluster> = LazyLock::new(|| Cluster::new(&[]));
static NEXT: AtomicU32 = AtomicU32::new(0);

impl Cluster {
    /// A cluster of its own, for tests that crash it.
    pub fn new(settings: &[(&str, &str)]) -> Self {
        let cluster =
            Self(PrivatePostgres::temporary(settings).expect("a private PostgreSQL starts"));
        let mut conn = cluster.superuser("postgres");
        conn.batch_execute("CREATE ROLE registry_owner LOGIN CREATEROLE")
            .expect("a fresh cluster takes a role");
        conn.batch_execute("CREATE DATABASE template_registry OWNER registry_owner")
            .expect("a fresh cluster takes a database");
        let template = Database::new(
            cluster.0.url("registry_owner", "template_registry"),
            cluster.0.url("registry_app", "template_registry"),
        );
        template.cli_ok(&["migrate", "--bootstrap"]);
        template.cli_ok(&[
            "case",
            "create",
            concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/kakao.toml"),
        ]);
        cluster
    }

    /// A connection that may do everything.
    pub fn superuser(&self, database: &str) -> PgConnection {
        PgConnection::establish(&self.0.url(self.0.superuser(), database))
            .expect("the private PostgreSQL answers")
    }

    /// A copy of the template.
    pub fn database(&self) -> (String, Database) {
        self.database_from("template_registry")
    }

    fn database_from(&self, template: &str) -> (String, Database) {
        let name = format!("registry_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        self.superuser("postgres")
            .batch_execute(&format!(
                "CREATE DATABASE {name} TEMPLATE {template} OWNER registry_owner"
            ))
            .expect("the template is free");
        let database = Database::new(
            self.0.url("registry_owner", &name),
            self.0.url("registry_app", &name),
        );
        (name, database)
    }
}

/// The addresses of one database.
#[derive(Clone)]
pub struct Database {
    /// As the owner of the tables.
    pub owner: String,
    /// As the program's role.
    pub app: String,
    /// What lies outside of it: the published log and the guard.
    outside: std::sync::Arc<tempfile::TempDir>,
}

impl Database {
    /// A database at these addresses, with nothing outside of it yet.
    pub fn new(owner: String, app: String) -> Self {
        Self {
            owner,
            app,
            outside: std::sync::Arc::new(tempfile::tempdir().expect("a temporary directory")),
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

    /// Settings of the places outside.
    fn places(&self) -> [(&'static str, PathBuf); 3] {
        [
            ("LOG_DIR", self.log_dir()),
            ("LOG_GUARD_FILE", self.guard()),
            ("ERASURES_FILE", self.erasures()),
        ]
    }

    /// Runs a command of the program with this database and the test keys.
    pub fn cli(&self, args: &[&str]) -> Output {
        self.command(args, &[])
            .output()
            .expect("the program starts")
    }

    /// As [`Database::cli`], and it succeeds; returns what it printed.
    pub fn cli_ok(&self, args: &[&str]) -> String {
        let output = self.cli(args);
        assert!(
            output.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("the program prints UTF-8")
    }

    /// As [`Database::cli_ok`], with settings replaced; an empty value takes one away.
    pub fn cli_with(&self, args: &[&str], settings: &[(&str, &str)]) -> String {
        let output = self
            .command(args, settings)
            .output()
            .expect("the program starts");
        assert!(
            output.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("the program prints UTF-8")
    }

    /// A command of the program with this database and the test keys, with settings replaced.
    pub fn command(&self, args: &[&str], settings: &[(&str, &str)]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(args)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
            .env("DATABASE_URL", &self.app)
            .env("MIGRATION_DATABASE_URL", &self.owner)
            .envs(KEYS)
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

    /// Verifies the live database: exit code and report.
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
}

impl Database {
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

/// A server with its database and its mail.
pub struct App {
    /// Address of the API, without a slash at the end.
    pub url: String,
    /// Address of the metrics, likewise.
    pub metrics: String,
    /// Name of its database.
    pub name: String,
    /// Addresses of its database.
    pub database: Database,
    /// What it logged, line by line, as far as it was read.
    pub log: std::sync::Arc<std::sync::Mutex<String>>,
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
        let (name, database) = SHARED.database();
        Self::on(None, name, database, settings)
    }

    /// A server on a database that is only migrated: there is no case in it.
    pub fn without_case() -> Self {
        let (name, database) = SHARED.database_from("template0");
        database.cli_ok(&["migrate"]);
        Self::on(None, name, database, &[])
    }

    /// A server in a cluster of its own, which a test can crash.
    pub fn alone(postgres: &[(&str, &str)], settings: &[(&str, &str)]) -> Self {
        let cluster = Cluster::new(postgres);
        let (name, database) = cluster.database();
        Self::on(Some(cluster), name, database, settings)
    }

    /// Another server on the same database of the shared cluster, with the same places outside of it; its mails go where those of the first go.
    pub fn another(&self) -> Self {
        Self::on(
            None,
            self.name.clone(),
            self.database.clone(),
            &[(
                "MAIL_DIR",
                self.mail.path().to_str().expect("a path in UTF-8"),
            )],
        )
    }

    fn on(
        cluster: Option<Cluster>,
        name: String,
        database: Database,
        settings: &[(&str, &str)],
    ) -> Self {
        let mail = tempfile::tempdir().expect("a temporary directory");
        let log = std::sync::Arc::default();
        let (child, [url, metrics]) = spawn(&database, mail.path(), settings, &log);
        Self {
            url,
            metrics,
            name,
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
            self.name
        ));
    }

    /// Stops the server and puts the backup in the place of its database.
    pub fn restore(&mut self) {
        self.stop();
        self.in_cluster(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
        self.in_cluster(&format!(
            "ALTER DATABASE {0}_backup RENAME TO {0}",
            self.name
        ));
    }

    /// Runs SQL about the database, as soon as whoever was connected has left.
    fn in_cluster(&self, sql: &str) {
        let mut conn = self
            .cluster
            .as_ref()
            .unwrap_or(&SHARED)
            .superuser("postgres");
        eventually(|| conn.batch_execute(sql).ok());
    }

    /// Crashes PostgreSQL and starts it again.
    pub fn crash_postgres(&mut self) {
        self.cluster
            .as_mut()
            .expect("started alone")
            .0
            .crash_and_restart()
            .expect("PostgreSQL recovers");
    }

    /// A connection that may do everything.
    pub fn superuser(&self) -> PgConnection {
        self.cluster
            .as_ref()
            .unwrap_or(&SHARED)
            .superuser(&self.name)
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
        #[derive(QueryableByName)]
        struct Line {
            #[diesel(sql_type = diesel::sql_types::Text)]
            line: String,
        }
        let lines: Vec<Line> = diesel::sql_query(query)
            .load(&mut self.superuser())
            .unwrap_or_else(|e| panic!("{query}: {e}"));
        lines.into_iter().map(|line| line.line).collect()
    }

    /// Somebody who has not signed in.
    pub fn anybody(&self) -> Caller {
        Caller::to(&self.url)
    }

    /// Whoever reaches the address of the metrics.
    pub fn operator(&self) -> Caller {
        Caller {
            url: self.metrics.clone(),
            ..self.anybody()
        }
    }

    /// Registers a claimant by mail and signs in.
    pub fn claimant(&self, email: &str) -> Caller {
        let anybody = self.anybody();
        let asked = anybody.post(
            "/api/v1/accounts",
            json!({"email": email, "password": PASSWORD}),
        );
        assert_eq!(asked.status, 202, "{asked:?}");
        let confirmed = anybody.post(
            "/api/v1/accounts/confirmations",
            json!({"token": self.mailed_token(email)}),
        );
        assert_eq!(confirmed.status, 201, "{confirmed:?}");
        anybody.sign_in(email, PASSWORD)
    }

    /// Makes a staff account on the command line and signs in.
    pub fn staff(&self, role: &str, email: &str) -> Caller {
        let printed = self.database.cli_ok(&[
            "account",
            "create",
            "--role",
            role,
            "--email",
            email,
            "--name",
            &format!("시험 {role}"),
        ]);
        let password = printed
            .split_whitespace()
            .last()
            .expect("the password is printed")
            .to_string();
        self.anybody().sign_in(email, &password)
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

    /// Waits for the newest mail to that address and returns it as it is on the disk; the file is taken away.
    pub fn mail(&self, to: &str) -> String {
        let (path, mail) = eventually(|| {
            let files = std::fs::read_dir(self.mail.path())
                .ok()?
                .filter_map(Result::ok)
                .map(|file| file.path());
            let mut mails: Vec<(PathBuf, String)> = files
                .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
                .filter_map(|path| std::fs::read_to_string(&path).ok().map(|mail| (path, mail)))
                .filter(|(_, mail)| mail.lines().any(|line| line == format!("To: {to}")))
                .collect();
            mails.sort();
            mails.pop()
        });
        std::fs::remove_file(path).expect("the mail is there");
        mail
    }

    /// The token in the newest mail to that address.
    pub fn mailed_token(&self, to: &str) -> String {
        use base64::Engine;
        let mail = self.mail(to);
        let body: String = mail
            .split_once("\r\n\r\n")
            .expect("a header and a body")
            .1
            .split_whitespace()
            .collect();
        let text = base64::prelude::BASE64_STANDARD
            .decode(body)
            .expect("base64");
        let text = String::from_utf8(text).expect("UTF-8");
        text.lines()
            .map(str::trim)
            .find(|line| line.len() == 64 && line.bytes().all(|b| b.is_ascii_hexdigit()))
            .unwrap_or_default()
            .into()
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(
    database: &Database,
    mail: &std::path::Path,
    settings: &[(&str, &str)],
    log: &std::sync::Arc<std::sync::Mutex<String>>,
) -> (Child, [String; 2]) {
    let mut command = Command::new(PROGRAM);
    command
        .args([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--metrics-listen",
            "127.0.0.1:0",
        ])
        .env_clear();
    command
        .env("DATABASE_URL", &database.app)
        .env("MAIL_DIR", mail)
        .env("LOG_FORMAT", "json")
        .envs(KEYS);
    command
        .envs(database.places())
        .envs(settings.iter().copied());
    let mut child = command
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

/// Asks until there is an answer, for at most 20 seconds.
pub fn eventually<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "it did not happen within 20 seconds"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Somebody who calls the API.
#[derive(Clone)]
pub struct Caller {
    /// Address of the API.
    pub url: String,
    /// The session token.
    pub token: Option<String>,
    /// Keeps connections.
    pub agent: ureq::Agent,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers in lower case.
    pub headers: std::collections::BTreeMap<String, String>,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into()
    }

    /// The id of what was made; the answer is 201.
    pub fn id(&self) -> String {
        assert_eq!(self.status, 201, "{}", self.text());
        self.headers["location"]
            .rsplit('/')
            .next()
            .expect("split yields one")
            .into()
    }

    /// Fields and codes of a problem, sorted.
    pub fn faults(&self) -> Vec<(String, String)> {
        let json = self.json();
        let text = |fault: &Value, key: &str| fault[key].as_str().unwrap_or_default().to_string();
        let mut faults: Vec<_> = json["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|fault| (text(fault, "field"), text(fault, "code")))
            .collect();
        faults.sort();
        faults
    }

    /// The code at the end of a problem's type.
    pub fn code(&self) -> String {
        self.json()["type"]
            .as_str()
            .and_then(|kind| kind.rsplit(':').next())
            .unwrap_or_default()
            .into()
    }
}

impl Caller {
    /// Somebody who has not signed in at the server of that address.
    pub fn to(url: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        Self {
            url: url.into(),
            token: None,
            agent,
        }
    }

    /// The same person at a server that was started anew.
    pub fn at(&self, url: &str) -> Self {
        Self {
            url: url.into(),
            ..self.clone()
        }
    }

    /// Signs in; the password is right.
    pub fn sign_in(&self, email: &str, password: &str) -> Self {
        let answer = self.post(
            "/api/v1/sessions",
            json!({"email": email, "password": password}),
        );
        assert_eq!(answer.status, 201, "{}", answer.text());
        Self {
            token: answer.json()["token"].as_str().map(String::from),
            ..self.clone()
        }
    }

    /// Sends a request with exactly these headers, and the token if there is one.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        self.try_send(method, path, headers, body)
            .unwrap_or_else(|e| panic!("{method} {path}: {e}"))
    }

    /// As [`Caller::send`], where the connection may break.
    pub fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Answer, ureq::Error> {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(body).expect("a well-formed request");
        let mut answer = self.agent.run(request)?;
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| {
                (
                    name.to_string(),
                    value.to_str().unwrap_or_default().to_string(),
                )
            })
            .collect();
        let status = answer.status().as_u16();
        let bytes = answer
            .body_mut()
            .with_config()
            .limit(1 << 30)
            .read_to_vec()?;
        Ok(Answer {
            status,
            headers,
            bytes,
        })
    }

    /// Reads.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[("accept-language", "en")], Vec::new())
    }

    /// Sends JSON with a fresh Idempotency-Key.
    pub fn post(&self, path: &str, body: Value) -> Answer {
        self.json("POST", path, &[("idempotency-key", &fresh_key())], body)
    }

    /// Sends JSON.
    pub fn put(&self, path: &str, body: Value) -> Answer {
        self.json("PUT", path, &[], body)
    }

    /// Sends JSON with these headers as well.
    pub fn json(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
        let common = [
            ("content-type", "application/json"),
            ("accept-language", "en"),
        ];
        self.send(
            method,
            path,
            &[&common, headers].concat(),
            body.to_string().into_bytes(),
        )
    }

    /// Deletes.
    pub fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, &[("accept-language", "en")], Vec::new())
    }
}

/// An Idempotency-Key that nobody used.
pub fn fresh_key() -> String {
    static KEY: AtomicU32 = AtomicU32::new(0);
    format!(
        "key-{}-{}",
        std::process::id(),
        KEY.fetch_add(1, Ordering::Relaxed)
    )
}

/// A complete claim's contents, except losses, evidence and consents.
pub fn claim_body() -> Value {
    json!({
        "party": "person",
        "identity": {
            "name": "김하늘", "birth_date": "1980-05-05", "phone": "010-1234-5678", "address": "서울특별시 가상로 1",
            "business_name": "하늘네일", "business_number": "123-45-67891"
        },
        "region": "seoul",
        "industry": "nail-hair",
        "services": [{"service": "talk-channel", "paid": true}, {"service": "alimtalk", "paid": false}]
    })
}

/// A loss.
pub fn loss_body() -> Value {
    json!({"kind": "sales", "class": "special", "amount_krw": 1_200_000, "from_on": "2022-10-15", "until_on": "2022-10-19",
           "note": "주말 예약을 받지 못했습니다", "basis": "채널 소개에 예약제로 운영한다고 적었습니다"})
}

/// A listed file; `content` decides its hash.
pub fn evidence_body(kind: &str, content: &str) -> Value {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    json!({"kind": kind, "file_name": "채널_관리자화면.png", "media_type": "image/png", "size_bytes": 48_213, "sha256": hash, "taken_on": "2022-10-17"})
}

impl Caller {
    /// Begins a complete draft in the Kakao case, with loss, evidence and all required consents; returns its id.
    pub fn draft(&self) -> String {
        let claim = self
            .post(&format!("/api/v1/cases/{CASE}/claims"), claim_body())
            .id();
        self.post(&format!("/api/v1/claims/{claim}/losses"), loss_body())
            .id();
        for kind in ["service-use", "sales-loss"] {
            self.post(
                &format!("/api/v1/claims/{claim}/evidence"),
                evidence_body(kind, &format!("{claim} {kind}")),
            )
            .id();
        }
        self.consent(&claim, "김하늘");
        claim
    }

    /// Agrees to every required item and refuses the optional ones.
    pub fn consent(&self, claim: &str, name: &str) {
        let texts = self
            .get(&format!("/api/v1/cases/{CASE}/consent-texts?language=ko"))
            .json();
        for text in texts.as_array().expect("a list") {
            let answer = json!({"item": text["item"], "language": "ko", "text_sha256": text["sha256"], "agreed": text["required"], "signed_name": name});
            self.post(&format!("/api/v1/claims/{claim}/consents"), answer)
                .id();
        }
    }

    /// A submitted claim's id.
    pub fn submitted(&self) -> String {
        let claim = self.draft();
        let answer = self.post(&format!("/api/v1/claims/{claim}/submission"), json!({}));
        assert_eq!(answer.status, 204, "{}", answer.text());
        claim
    }
}
