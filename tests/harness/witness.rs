//! A witness in Python, written after the specifications, and the cosignatures that it gives.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::note::{Kind, Signer, Vkey};

use crate::harness::certificate;
use crate::harness::database::Database;
use crate::harness::eventually;
use crate::harness::server::App;

pub struct Witness {
    name: &'static str,
    directory: tempfile::TempDir,
    log: Vkey,
    child: Child,
    port: String,
    pub vkey: Vkey,
}

/// The key of every test registry.
fn log() -> Vkey {
    Signer::new("localhost/claimant-registry", Kind::Ed25519, &[0x44; 32])
        .expect("a key")
        .vkey()
        .clone()
}

impl Witness {
    /// One that knows the log of every test.
    pub fn start(name: &'static str) -> Self {
        Self::of(name, log())
    }

    /// One that knows that log.
    pub fn of(name: &'static str, log: Vkey) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let (child, port, vkey) = Self::spawn(name, &directory, &log, "0");
        Self {
            name,
            directory,
            log,
            child,
            port,
            vkey,
        }
    }

    /// One that speaks TLS, with a certificate of an authority of its own in `ca.pem`.
    pub fn over_tls(name: &'static str) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        certificate::make(directory.path());
        let (child, port, vkey) = Self::spawn(name, &directory, &log(), "0");
        Self {
            name,
            directory,
            log: log(),
            child,
            port,
            vkey,
        }
    }

    fn spawn(
        name: &str,
        directory: &tempfile::TempDir,
        log: &Vkey,
        port: &str,
    ) -> (Child, String, Vkey) {
        let seed: String = name
            .bytes()
            .chain([7; 32])
            .take(32)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/harness/witness.py");
        let mut command = Command::new("python3");
        command
            .args([script, &format!("{name}.example"), &seed, &log.to_string()])
            .arg(directory.path())
            .arg(port);
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is there");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped"))
            .read_line(&mut line)
            .expect("it prints");
        let (port, vkey) = line
            .trim()
            .split_once(' ')
            .unwrap_or_else(|| panic!("the witness did not start: {line}"));
        (child, port.into(), vkey.parse().expect("a vkey"))
    }

    pub fn url(&self) -> String {
        let scheme = if self.file("tls.pem").exists() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://127.0.0.1:{}/w/", self.port)
    }

    /// A file of its own: `ca.pem` is what its clients trust.
    pub fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// What it lies about from now on; nothing where empty.
    pub fn mode(&self, mode: &str) {
        std::fs::write(self.file("mode"), mode).expect("writable");
    }

    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    pub fn restart(&mut self) {
        let (child, ..) = Self::spawn(self.name, &self.directory, &self.log, &self.port);
        self.child = child;
    }

    /// Status and first line of each call so far.
    pub fn calls(&self) -> Vec<String> {
        let calls = std::fs::read_to_string(self.file("calls")).unwrap_or_default();
        calls.lines().map(String::from).collect()
    }

    /// Has the registry ask it.
    pub fn added_to(&self, database: &Database) {
        let said = database.cli_ok(&[
            "witness",
            "add",
            self.name,
            &self.vkey.to_string(),
            &self.url(),
        ]);
        assert!(
            said.contains(&log().to_string()),
            "what its operator needs: {said}"
        );
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Waits until the published checkpoint has at least that size and the cosignatures of all of
/// these.
pub fn cosigned(app: &App, size: u64, witnesses: &[&Witness]) -> Checkpoint {
    eventually(|| {
        let text = app.anybody().get("/log/checkpoint").text();
        let (checkpoint, note) = Checkpoint::verified(&text, &log()).ok()?;
        let all = witnesses.iter().all(|witness| {
            note.signed_by(&witness.vkey)
                .expect("no bad signature")
                .is_some()
        });
        (all && checkpoint.size >= size).then_some(checkpoint)
    })
}
