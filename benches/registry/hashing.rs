//! Sign-ins against what hashing alone allows, whether others notice, and whether strangers are noticed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use claimant_registry::accounts::password;
use serde_json::json;

use crate::client::Client;
use crate::measure::{Aim, Pairs, Row, median, p99, rate};
use crate::people::People;
use crate::stand::{Base, Server, Stand};

const TURN: Duration = Duration::from_secs(3);
const PASSWORD: &str = "옥상에서 읽은 파란 책 7권";
/// Sign-ins that wait for each place on the lane.
const WAITING: usize = 6;
/// Connections of strangers who make up links.
const STRANGERS: u32 = 24;
/// The first of their addresses, and of those of people who sign in: 198.51.100.0, 10.0.0.0.
const STRANGE: u32 = 0xc633_6400;
const PEOPLE: u32 = 0x0a00_0000;

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

/// Sign-ins over HTTP and hashing alone in turns, both while somebody reads.
pub fn sign_ins(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let people = People::of(&base);
    let (person, claim) = people.claimants(1).remove(0);
    // as wide as the server's pool is by default
    let width = thread::available_parallelism()
        .map_or(1, |processors| processors.get().saturating_sub(1).max(1));
    let addresses = people.with_password(width * WAITING, PASSWORD);
    let server = Server::start(&base);
    let mut other = Other {
        client: Client::new(&server.url, Some(&person.token)),
        claim: format!("/api/v1/claims/{claim}"),
    };
    let mut clients: Vec<(Client, String)> = addresses
        .into_iter()
        .map(|email| (Client::new(&server.url, None), email))
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
        let signed_in = other.beside(&mut times, || rate(&mut clients, TURN, sign_in, || ()));
        busy.push(times);
        signed_in
    });
    let (signed_in, hashed) = pairs.medians();
    let measured = format!("{signed_in:.1} and {hashed:.1} a second, lane of {width}");
    let mut rows = vec![Row {
        name: "sign-ins / hashing alone",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.90),
        measured,
    }];
    rows.extend(of_others(&idle, &busy, &hashing));
    let (_, email) = clients.swap_remove(0);
    drop((clients, other, server));
    rows.push(beside_strangers(&base, &email));
    rows.push(judging());
    rows
}

fn sign_in((client, email): &mut (Client, String)) {
    let body = json!({"email": email, "password": PASSWORD});
    let answer = client.post("/api/v1/sessions", &body);
    assert_eq!(answer.status, 201, "a sign-in was refused");
}

/// People sign in, each from elsewhere, with and without strangers who follow links that they made
/// up, each from a place of their own, as fast as they are answered and 10 ms later. The limits are
/// those of operation.
fn beside_strangers(base: &Base, email: &str) -> Row {
    let server = Server::limited(base);
    let client = |source: u32| {
        let mut client = Client::new(&server.url, None);
        client.move_to(source);
        client
    };
    let mut people = [(client(PEOPLE), email.to_string(), PEOPLE)];
    let sign_in_elsewhere = |(client, email, source): &mut (Client, String, u32)| {
        *source += 1;
        client.move_to(*source);
        let body = json!({"email": email, "password": PASSWORD});
        let answer = client.post("/api/v1/sessions", &body);
        assert_eq!(answer.status, 201, "a sign-in was refused");
    };
    let mut strangers: Vec<Client> = (0..STRANGERS).map(|n| client(STRANGE + n)).collect();
    let follow = |client: &mut Client| {
        let token = format!("{:064x}", rand::random::<u128>());
        let body = json!({"token": token, "password": PASSWORD});
        let answer = client.post("/api/v1/password-resets/confirmations", &body);
        assert!(matches!(answer.status, 422 | 429), "there is no such link");
        thread::sleep(Duration::from_millis(10));
    };
    let mut followed = Vec::new();
    let pairs = Pairs::take(7, |disturbed| {
        if !disturbed {
            return rate(&mut people, TURN, sign_in_elsewhere, || ());
        }
        thread::scope(|scope| {
            let strangers = scope.spawn(|| rate(&mut strangers, TURN, follow, || ()));
            let signed_in = rate(&mut people, TURN, sign_in_elsewhere, || ());
            followed.push(strangers.join().expect("no panic"));
            signed_in
        })
    });
    let (disturbed, undisturbed) = pairs.medians();
    let made_up = median(followed);
    Row {
        name: "sign-ins beside made-up links / undisturbed",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.90),
        measured: format!(
            "{disturbed:.1} and {undisturbed:.1} a second, beside {made_up:.0} of {STRANGERS} connections"
        ),
    }
}

/// The slowest of several kinds of passwords, as long as one may be and longer.
fn judging() -> Row {
    let kinds = [
        "4@8({[</369&#!1/|0$5+7%2/",
        "1a7b!c",
        "가나다라마바사아",
        "correct horse battery staple ",
        "20221015",
        "vK3-wq81-zzP",
        "a",
    ];
    let judged = |kind: &str, length: usize| {
        let typed: String = kind.chars().cycle().take(length).collect();
        let times = (0..9).map(|_| {
            let begun = Instant::now();
            // whether it will do is not what is measured
            let _ = password::acceptable("password", &typed, true, "merchant@example.com");
            begun.elapsed().as_secs_f64() * 1e3
        });
        median(times.collect())
    };
    password::prepare();
    let times = kinds
        .iter()
        .flat_map(|kind| [256, 1_000].map(|length| judged(kind, length)));
    let times: Vec<f64> = times.collect();
    Row {
        name: "judging the slowest long password",
        value: times.iter().copied().fold(0.0, f64::max),
        unit: "ms",
        aim: Aim::AtMost(50.0),
        measured: format!(
            "median of {} is {:.1} ms",
            times.len(),
            median(times.clone())
        ),
    }
}

/// How long others wait while people sign in, against the same turns with nothing else to do.
fn of_others(idle: &[Meanwhile], busy: &[Meanwhile], hashing: &Meanwhile) -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, of) in [
        (
            "cases, p99 during sign-ins / idle",
            (|t| t.cases.clone()) as fn(&Meanwhile) -> Vec<Duration>,
        ),
        ("own claim, p99 during sign-ins / idle", |t| t.claim.clone()),
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
