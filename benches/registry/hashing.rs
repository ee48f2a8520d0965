//! Registrations against what hashing alone allows, and whether others notice.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use claimant_registry::accounts::password;
use serde_json::json;

use crate::client::Client;
use crate::measure::{Aim, Pairs, Row, median, p99, rate};
use crate::people::People;
use crate::stand::{Server, Stand};

const TURN: Duration = Duration::from_secs(3);
const PASSWORD: &str = "옥상에서 읽은 파란 책 7권";
/// Registrations that wait for each place on the lane.
const WAITING: usize = 6;

/// Times of requests that somebody else makes meanwhile.
#[derive(Default)]
struct Meanwhile {
    cases: Vec<Duration>,
    claim: Vec<Duration>,
}

struct Other {
    client: Client,
    claim: String,
}

impl Other {
    /// Runs the work while reading cases and a claim in turns, and notes how long each answer took.
    fn beside<T>(&mut self, times: &mut Meanwhile, work: impl FnOnce() -> T) -> T {
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    for (path, times) in [
                        ("/api/v1/cases", &mut times.cases),
                        (self.claim.as_str(), &mut times.claim),
                    ] {
                        let begun = Instant::now();
                        assert_eq!(self.client.get(path).status, 200);
                        times.push(begun.elapsed());
                        thread::sleep(Duration::from_millis(2));
                    }
                }
            });
            let result = work();
            over.store(true, Ordering::Relaxed);
            result
        })
    }
}

/// Registrations over HTTP and hashing alone in turns, both while somebody reads.
pub fn registrations(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let (person, claim) = People::of(&base).claimants(1).remove(0);
    let server = Server::start(&base);
    let mut other = Other {
        client: Client::new(&server.url, Some(&person.token)),
        claim: format!("/api/v1/claims/{claim}"),
    };
    // as wide as the server's pool is by default
    let width = thread::available_parallelism()
        .map_or(1, |processors| processors.get().saturating_sub(1).max(1));
    let mut clients: Vec<Client> = (0..width * WAITING)
        .map(|_| Client::new(&server.url, None))
        .collect();
    let (mut idle, mut hashing, mut busy) = (Vec::new(), Meanwhile::default(), Vec::new());
    let pairs = Pairs::take(7, |over_http| {
        if !over_http {
            let hash = |(): &mut ()| {
                drop(password::hash_now(&password::normalise(PASSWORD)).expect("a hash"))
            };
            return other.beside(&mut hashing, || {
                rate(&mut vec![(); width], TURN, hash, || ())
            });
        }
        let mut times = Meanwhile::default();
        other.beside(&mut times, || thread::sleep(TURN));
        idle.push(times);
        let mut times = Meanwhile::default();
        let register = |client: &mut Client| {
            let body = json!({"email": format!("{:x}@example.com", rand::random::<u128>()), "password": PASSWORD});
            assert_eq!(
                client.post("/api/v1/accounts", &body).status,
                202,
                "a registration was refused"
            );
        };
        let registered = other.beside(&mut times, || rate(&mut clients, TURN, register, || ()));
        busy.push(times);
        registered
    });
    let (registered, hashed) = pairs.medians();
    let measured = format!("{registered:.1} and {hashed:.1} a second, lane of {width}");
    let mut rows = vec![Row {
        name: "registrations / hashing alone",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.90),
        measured,
    }];
    rows.extend(of_others(&idle, &busy, &hashing));
    rows
}

/// How long others wait while people register, against the same turns with nothing else to do.
fn of_others(idle: &[Meanwhile], busy: &[Meanwhile], hashing: &Meanwhile) -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, of) in [
        (
            "cases, p99 during registrations / idle",
            (|t| t.cases.clone()) as fn(&Meanwhile) -> Vec<Duration>,
        ),
        ("own claim, p99 during registrations / idle", |t| {
            t.claim.clone()
        }),
    ] {
        let turns = |turns: &[Meanwhile]| -> Vec<f64> {
            turns
                .iter()
                .map(|times| p99(of(times)).as_secs_f64() * 1e3)
                .collect()
        };
        let (idle, busy) = (turns(idle), turns(busy));
        let value = median(
            busy.iter()
                .zip(&idle)
                .map(|(busy, idle)| busy / idle)
                .collect(),
        );
        let measured = format!(
            "{:.1} and {:.1} ms; {:.1} ms beside hashing without the server",
            median(busy),
            median(idle),
            p99(of(hashing)).as_secs_f64() * 1e3
        );
        rows.push(Row {
            name,
            value,
            unit: "ratio",
            aim: Aim::AtMost(3.0),
            measured,
        });
    }
    rows
}
