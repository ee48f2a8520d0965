//! `serve --private-postgres`: a registry out of nothing, which stops with its database and is
//! there again at the next start.

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use diesel::prelude::*;

use crate::harness::caller::Caller;
use crate::harness::cluster::{PROGRAM, SERVE};
use crate::harness::eventually;
use crate::harness::server::signal;

/// A directory to start in, which has a private registry of its own as each checkout has.
struct Checkout {
    here: tempfile::TempDir,
}

impl Checkout {
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let beside = Path::new(PROGRAM)
            .parent()
            .expect("a program lies in a directory")
            .display();
        command
            .current_dir(self.here.path())
            .env_clear()
            .env("XDG_STATE_HOME", self.here.path().join("state"));
        command.env(
            "PATH",
            format!("{beside}:{}", std::env::var("PATH").unwrap_or_default()),
        );
        command
    }

    fn serve(&self) -> Server {
        let mut command = self.command(PROGRAM);
        command.args(SERVE).arg("--private-postgres");
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(child.stdout.take().expect("piped"))
            .lines()
            .map_while(Result::ok);
        let mut lines = Vec::new();
        while !lines
            .last()
            .is_some_and(|line: &String| line.starts_with("for other commands"))
        {
            lines.push(said.next().unwrap_or_else(|| panic!("it ended: {lines:?}")));
        }
        let settings = lines
            .last()
            .and_then(|line| line.split('\'').nth(1))
            .expect("it names a file")
            .into();
        let url = lines
            .iter()
            .flat_map(|line| line.split_whitespace())
            .find(|word| word.starts_with("http://"))
            .expect("it listens");
        Server {
            child,
            url: url.into(),
            settings,
            said: lines,
        }
    }

    /// What a shell prints that has read the settings.
    fn shell(&self, settings: &Path, command: &str) -> String {
        let output = self
            .command("sh")
            .args(["-ec", &format!(". \"$1\"; {command}"), "sh"])
            .arg(settings)
            .output()
            .expect("sh is there");
        assert!(
            output.status.success(),
            "{command}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("it prints UTF-8")
    }
}

/// A registry that runs. Whatever becomes of the test, it stops.
struct Server {
    child: Child,
    url: String,
    /// File with the settings for other commands.
    settings: PathBuf,
    said: Vec<String>,
}

impl Server {
    /// Stops it as Ctrl-C does: it ends well, nobody listens, and the database is gone too.
    fn stopped(mut self, database: &str) {
        assert!(
            PgConnection::establish(database).is_ok(),
            "the database runs"
        );
        signal(&self.child, "INT");
        let ended = eventually(|| self.child.try_wait().expect("a child"));
        assert_eq!(ended.code(), Some(0));
        assert!(
            std::net::TcpStream::connect(self.url.trim_start_matches("http://")).is_err(),
            "somebody still listens"
        );
        assert!(
            PgConnection::establish(database).is_err(),
            "the database outlives the registry"
        );
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the private registry lies; removed at the end.
struct Home(PathBuf);

impl Home {
    fn of(server: &Server) -> Self {
        Self(
            server
                .settings
                .ancestors()
                .nth(2)
                .expect("the keys lie below it")
                .into(),
        )
    }

    /// Names, permissions and contents of what lies beside the data.
    fn keys(&self) -> Vec<(String, u32, String)> {
        let mut keys: Vec<_> = std::fs::read_dir(self.0.join("data-keys"))
            .expect("it is there")
            .map(|file| described(&file.expect("readable").path()))
            .collect();
        keys.retain(|(name, _, _)| name.ends_with(".key"));
        keys.sort();
        keys
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
        let _ = std::fs::remove_file(self.0.with_extension("log"));
    }
}

fn described(path: &Path) -> (String, u32, String) {
    let mode = std::fs::metadata(path)
        .expect("it is there")
        .permissions()
        .mode()
        & 0o777;
    let text = std::fs::read_to_string(path).unwrap_or_default();
    (
        path.file_name()
            .expect("a file")
            .to_string_lossy()
            .into_owned(),
        mode,
        text,
    )
}

#[test]
fn a_private_registry_is_made_stopped_and_found_again() {
    let checkout = Checkout {
        here: tempfile::tempdir().expect("a temporary directory"),
    };
    let first = checkout.serve();
    let home = Home::of(&first);
    assert_eq!(
        first.said[0],
        format!(
            "made a private database in {}",
            home.0.join("data").display()
        )
    );
    let keys = home.keys();
    let made: Vec<(&str, u32)> = keys
        .iter()
        .map(|(name, mode, _)| (name.as_str(), *mode))
        .collect();
    assert_eq!(
        made,
        [
            ("index.key", 0o600),
            ("log.key", 0o600),
            ("sealing.key", 0o600),
            ("token.key", 0o600)
        ]
    );
    assert_eq!(
        described(&first.settings).1,
        0o600,
        "the settings hold the address of a database that trusts"
    );
    let database = checkout.shell(&first.settings, "printf %s \"$DATABASE_URL\"");
    Caller::to(&first.url).get("/readyz").is(200);
    let printed = checkout.shell(
        &first.settings,
        "claimant-registry account create --role lawyer --email kim@example.com --name 김변호",
    );
    let password = printed
        .split_whitespace()
        .last()
        .expect("the password is printed");
    Caller::to(&first.url).sign_in("kim@example.com", password);
    first.stopped(&database);

    let second = checkout.serve();
    assert!(
        !second
            .said
            .iter()
            .any(|line| line.starts_with("made a private database")),
        "{:?}",
        second.said
    );
    assert_eq!(home.keys(), keys, "the keys stay");
    let lawyer = Caller::to(&second.url).sign_in("kim@example.com", password);
    assert_eq!(lawyer.get("/api/v1/account").json()["name"], "김변호");
    let verified = checkout.shell(
        &second.settings,
        "claimant-registry seal; claimant-registry verify",
    );
    assert!(verified.contains("intact: "), "{verified}");
    second.stopped(&database);
}
