//! How long a change takes to the published checkpoint, and to a witness's signature over it, while
//! many others write.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use claimant_registry::audit::log_key;
use claimant_registry::audit::publish::store::Store;
use claimant_registry::ids::ClaimId;
use serde_json::json;

use crate::client::Client;
use crate::measure::{Aim, Row, p99};
use crate::people::{People, Person};
use crate::stand::{Base, Server, Stand};

/// Changes a second that others make.
const RATE: u64 = 500;
/// Clients that make them.
const CLIENTS: usize = 32;
/// Claims a client takes turns with: a claim lists at most 200 files.
const CLAIMS: usize = 3;
const LENGTH: Duration = Duration::from_secs(15);

/// The witness of the tests, on this machine.
struct Witness {
    child: Child,
    _directory: tempfile::TempDir,
}

impl Witness {
    /// Starts it and has the registry ask it.
    fn start(base: &Base, log: &str) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let mut command = Command::new("python3");
        command
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/harness/witness.py"
            ))
            .args(["bench.example", &"07".repeat(32), log]);
        let mut child = command
            .arg(directory.path())
            .arg("0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is installed");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped"))
            .read_line(&mut line)
            .expect("it prints");
        let (port, vkey) = line
            .trim()
            .split_once(' ')
            .unwrap_or_else(|| panic!("the witness did not start: {line}"));
        base.command(&[
            "witness",
            "add",
            "bench",
            vkey,
            &format!("http://127.0.0.1:{port}/w/"),
        ]);
        Self {
            child,
            _directory: directory,
        }
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        // nobody is left to tell
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn list(client: &mut Client, claim: &str) {
    let file = json!({"kind": "service-use", "file_name": "채널_관리자화면.png", "media_type": "image/png", "size_bytes": 48_213,
        "sha256": hex::encode(rand::random::<[u8; 32]>()), "taken_on": "2022-10-17"});
    assert_eq!(
        client
            .post(&format!("/api/v1/claims/{claim}/evidence"), &file)
            .status,
        201
    );
}

/// Waits until the number that is asked for is above `seq`, and returns how long that took since
/// `begun`.
fn until(begun: Instant, seq: u64, mut ask: impl FnMut() -> u64) -> Duration {
    while ask() <= seq {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "entry {seq} was never reached"
        );
        thread::sleep(Duration::from_millis(2));
    }
    begun.elapsed()
}

/// One client of those that together make so many changes a second, until it is over.
fn write_steadily(
    nth: usize,
    people: &[(Person, ClaimId)],
    server: &Server,
    begun: Instant,
    over: &AtomicBool,
    made: &AtomicU64,
) {
    let mut client = Client::new(&server.url, None);
    for turn in 0.. {
        let due = Duration::from_secs_f64((turn * CLIENTS + nth) as f64 / RATE as f64);
        thread::sleep(due.saturating_sub(begun.elapsed()));
        if over.load(Ordering::Relaxed) {
            return;
        }
        let (person, claim) = &people[turn % CLAIMS];
        client.become_holder(&person.token);
        list(&mut client, &claim.to_string());
        made.fetch_add(1, Ordering::Relaxed);
    }
}

/// Two who change something now and then and wait for it: one for the checkpoint, one for the
/// witness.
pub fn latency(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let people = People::of(&base);
    let vkey = log_key::ensure(people.db())
        .expect("the log gets its key")
        .vkey()
        .to_string();
    let writers = people.claimants(CLIENTS * CLAIMS + 2);
    let _witness = Witness::start(&base, &vkey);
    let server = Server::start(&base);
    let store = Store::new(&server.log_dir());
    let (waiting, writing) = writers.split_at(2);
    let (over, made) = (AtomicBool::new(false), AtomicU64::new(0));
    let begun = Instant::now();
    let wait_for = |(person, claim): &(Person, ClaimId), ask: &dyn Fn() -> u64| -> Vec<Duration> {
        let mut client = Client::new(&server.url, Some(&person.token));
        let mut times = Vec::new();
        while begun.elapsed() < LENGTH {
            list(&mut client, &claim.to_string());
            let done = Instant::now();
            let entry = format!(
                "coalesce((SELECT seq FROM audit_log WHERE change = (SELECT max(id) FROM change WHERE subject = '{claim}' AND subject <> '')), 9000000000)"
            );
            let mut seq = 9_000_000_000;
            while seq == 9_000_000_000 {
                seq = base.number(&entry).unsigned_abs();
            }
            times.push(until(done, seq, ask));
        }
        times
    };
    let (published, cosigned) = thread::scope(|scope| {
        for (nth, people) in writing.chunks(CLAIMS).enumerate() {
            let (over, made, server) = (&over, &made, &server);
            scope.spawn(move || write_steadily(nth, people, server, begun, over, made));
        }
        let (wait, store, base) = (&wait_for, &store, &base);
        let checkpoint = scope.spawn(move || {
            wait(&waiting[0], &|| {
                store
                    .published()
                    .ok()
                    .flatten()
                    .map_or(0, |shown| shown.size)
            })
        });
        let signed = "coalesce((SELECT max(size) FROM cosigned_checkpoint WHERE note LIKE '%bench.example%'), 0)";
        let witness =
            scope.spawn(move || wait(&waiting[1], &|| base.number(signed).unsigned_abs()));
        let times = (
            checkpoint.join().expect("it waits"),
            witness.join().expect("it waits"),
        );
        over.store(true, Ordering::Relaxed);
        times
    });
    rows(
        published,
        cosigned,
        made.into_inner() as f64 / LENGTH.as_secs_f64(),
    )
}

fn rows(published: Vec<Duration>, cosigned: Vec<Duration>, rate: f64) -> Vec<Row> {
    let row = |name, times: Vec<Duration>, most| {
        let measured = format!("{} changes watched beside {rate:.0} changes/s", times.len());
        Row {
            name,
            value: p99(times).as_secs_f64(),
            unit: "s",
            aim: Aim::AtMost(most),
            measured,
        }
    };
    vec![
        row("change to published checkpoint, p99", published, 1.0),
        row("change to a witness's signature, p99", cosigned, 1.5),
        Row {
            name: "changes made meanwhile",
            value: rate,
            unit: "changes/s",
            aim: Aim::AtLeast(0.95 * RATE as f64),
            measured: format!("{RATE} a second were asked for, by {CLIENTS} clients"),
        },
    ]
}
