//! A time stamp authority in Python, with a certificate authority of its own, and what the log
//! keeps of it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::harness::server::App;

pub struct Authority {
    directory: tempfile::TempDir,
    child: Child,
    /// Where it answers.
    pub url: String,
}

impl Authority {
    /// One that a certificate authority of its own vouches for.
    pub fn start() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/harness/authority.py");
        let mut child = Command::new("python3")
            .arg(script)
            .arg(directory.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is there");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped"))
            .read_line(&mut line)
            .expect("it prints");
        let port: u16 = line
            .trim()
            .parse()
            .unwrap_or_else(|_| panic!("the authority did not start: {line}"));
        Self {
            directory,
            child,
            url: format!("http://127.0.0.1:{port}/tsa"),
        }
    }

    /// A file of its own: `ca.pem` is what its clients trust.
    pub fn file(&self, name: &str) -> String {
        self.directory
            .path()
            .join(name)
            .to_str()
            .expect("a path in UTF-8")
            .into()
    }

    /// What it gets wrong from now on; nothing where empty.
    pub fn mode(&self, mode: &str) {
        std::fs::write(self.file("mode"), mode).expect("writable");
    }

    pub fn calls(&self, mode: &str) -> usize {
        let calls = std::fs::read_to_string(self.file("calls")).unwrap_or_default();
        calls.lines().filter(|call| call.starts_with(mode)).count()
    }
}

impl Drop for Authority {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Stamps that were kept.
pub fn stamps(app: &App) -> i64 {
    app.count("SELECT count(*) FROM time_stamp")
}
