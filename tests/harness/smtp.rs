//! A mail server that a test lets refuse, put off, die and fall silent.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::harness::server::plain;
use crate::harness::{certificate, eventually};

pub struct MailServer {
    directory: tempfile::TempDir,
    options: &'static [&'static str],
    child: Child,
    port: String,
}

/// Where `script/bootstrap test` installs what it runs on.
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/aiosmtpd/bin/python");

impl MailServer {
    pub fn start() -> Self {
        Self::with(&[])
    }

    /// One that asks for TLS (`starttls`) or a password (`auth`).
    pub fn with(options: &'static [&'static str]) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        if options.contains(&"starttls") {
            certificate::make(directory.path());
        }
        let (child, port) = Self::spawn(&directory, "0", options);
        Self {
            directory,
            options,
            child,
            port,
        }
    }

    fn spawn(directory: &tempfile::TempDir, port: &str, options: &[&str]) -> (Child, String) {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/harness/smtp.py");
        let mut child = Command::new(PYTHON)
            .arg(script)
            .arg(directory.path())
            .arg(port)
            .args(options)
            .stdout(Stdio::piped())
            .spawn()
            .expect("script/bootstrap test installs it");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped"))
            .read_line(&mut line)
            .expect("it prints");
        assert!(!line.is_empty(), "the mail server did not start");
        (child, line.trim().into())
    }

    /// Address of the server, with a user and an end.
    pub fn url(&self, user: &str, end: &str) -> String {
        format!("smtp://{user}127.0.0.1:{}{end}", self.port)
    }

    /// A file of its own: `ca.pem` is what its clients trust.
    pub fn file(&self, name: &str) -> String {
        let path = self.directory.path().join(name);
        path.to_str().expect("a path in UTF-8").into()
    }

    /// What it does from now on, as tests/harness/smtp.py says.
    pub fn does(&self, what: &str, to: &str) {
        std::fs::write(self.file(what), to).expect("writable");
    }

    pub fn does_no_longer(&self, what: &str) {
        std::fs::remove_file(self.file(what)).expect("it did");
    }

    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    pub fn restart(&mut self) {
        (self.child, _) = Self::spawn(&self.directory, &self.port, self.options);
    }

    /// What it accepted, in that order.
    pub fn mails(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.directory.path()).expect("it is there");
        let mut paths: Vec<_> = files
            .map(|file| file.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .collect();
        paths.sort();
        let read = |path| std::fs::read_to_string(path).expect("ASCII");
        paths.into_iter().map(read).collect()
    }

    /// Waits for a mail to that address; returns the newest.
    pub fn mail(&self, to: &str) -> String {
        let field = format!("X-To: {to}\r\n");
        eventually(|| self.mails().into_iter().rfind(|mail| mail.contains(&field)))
    }

    /// What the newest mail to that address says.
    pub fn text(&self, to: &str) -> String {
        plain(&self.mail(to))
    }

    /// The Message-ID of everything that it accepted.
    pub fn message_ids(&self) -> Vec<String> {
        let mails = self.mails().into_iter();
        mails.map(|mail| field(&mail, "Message-ID")).collect()
    }
}

/// A field of a mail's header.
pub fn field(mail: &str, name: &str) -> String {
    let begins = format!("{name}: ");
    let found = mail.lines().find_map(|line| line.strip_prefix(&begins));
    found.unwrap_or_default().into()
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.stop();
    }
}
