//! Pages as a browser beside the server gets them: those of staff one after the other on a large
//! case, the page of a case by many at a time, and beside each the answer that costs nothing.

use std::time::{Duration, Instant};

use claimant_registry::claims::order::Order;
use claimant_registry::claims::{Region, Status};
use diesel::prelude::*;

use crate::client::Client;
use crate::cluster::CASE;
use crate::many;
use crate::measure::{Aim, Pairs, Row, median, p95, rate};
use crate::people::People;
use crate::stand::{Base, Server, Stand};

/// Claims of the case whose staff look at it, and of the one that strangers read about.
const MANY: i64 = 200_000;
const SOME: i64 = 20_000;
/// Visits of a page.
const VISITS: usize = 40;
const STRANGERS: usize = 32;
const TURN: Duration = Duration::from_secs(3);

/// Somebody who visits pages and notes how long each took.
struct Visitor {
    client: Client,
    /// How long `/healthz` took in between.
    nothing: Vec<Duration>,
}

impl Visitor {
    fn visit(&mut self, path: &str, status: u16) -> Duration {
        let mut timed = |path: &str, status| {
            let begun = Instant::now();
            let answer = self.client.get(path);
            let took = begun.elapsed();
            assert_eq!(answer.status, status, "{path}");
            took
        };
        let nothing = timed("/healthz", 200);
        let took = timed(path, status);
        self.nothing.push(nothing);
        took
    }

    /// A row for pages that were visited, with what the slowest was.
    fn row(&mut self, name: &'static str, aim: f64, times: Vec<Duration>, said: &str) -> Row {
        let nothing = ms(p95(std::mem::take(&mut self.nothing)));
        let middle = median(times.iter().copied().map(ms).collect());
        Row {
            name,
            value: ms(p95(times)),
            unit: "ms",
            aim: Aim::AtMost(aim),
            measured: format!("median {middle:.1} ms, /healthz p95 {nothing:.2} ms{said}"),
        }
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Every filter of the table of claims by itself, and some that narrow each other.
fn filters(base: &Base) -> Vec<String> {
    use claimant_registry::db::schema::case_option::dsl;
    let options: Vec<(String, String)> = dsl::case_option
        .order((dsl::kind, dsl::position))
        .select((dsl::kind, dsl::code))
        .load(&mut base.connect())
        .expect("the case has options");
    let handed_in = Status::ALL
        .iter()
        .filter(|status| **status != Status::Draft);
    let (today, week) = (chrono::Utc::now().date_naive(), chrono::Duration::days(7));
    let mut filters = vec![
        String::new(),
        format!("submitted_from={}", today - week),
        format!("submitted_until={}", today - week * 3),
        format!("submitted_from={0}&submitted_until={0}", today - week),
        "status=under_review&lacking=bank-book".into(),
        "status=submitted&region=busan&industry=cafe".into(),
        "region=sejong&industry=rental".into(),
        "status=rejected&service=melon".into(),
        "region=jeju&service=kakao-t&lacking=small-merchant".into(),
        format!(
            "status=accepted&service=alimtalk&submitted_from={}",
            today - week
        ),
    ];
    filters.extend(handed_in.map(|status| format!("status={}", status.as_str())));
    filters.extend(
        Region::ALL
            .iter()
            .map(|region| format!("region={}", region.as_str())),
    );
    filters.extend(options.iter().map(|(kind, code)| {
        let field = if kind == "evidence" { "lacking" } else { kind };
        format!("{field}={code}")
    }));
    filters
}

/// The table of claims under each filter and in each order, from the first claim on and from some
/// other; the slowest of them is told beside it.
fn table(visitor: &mut Visitor, filters: &[String], claims: &[(String, String)]) -> Row {
    let (mut slowest, mut all, mut first) = ((Vec::new(), String::new()), Vec::new(), Vec::new());
    for filter in filters {
        for order in Order::ALL {
            let asked = format!("{filter}&order={}", order.as_str());
            let path = format!(
                "/staff/cases/{CASE}/claims?{}",
                asked.trim_start_matches('&')
            );
            let from = |visit: usize| match visit % 2 {
                0 => path.clone(),
                _ => format!("{path}&after={}", claims[visit * 37 % claims.len()].0),
            };
            let times: Vec<Duration> = (0..VISITS).map(|n| visitor.visit(&from(n), 200)).collect();
            if order == &Order::ALL[0] {
                first.push((times[0], asked.clone()));
            }
            all.extend(&times);
            if slowest.0.is_empty() || p95(times.clone()) > p95(slowest.0.clone()) {
                slowest = (times, asked);
            }
        }
    }
    let (longest, unseen) = first.into_iter().max().expect("there are filters");
    let said = format!(
        "; slowest is {}, median {:.1}, p95 {:.1} ms; asked for the first time at most {:.0} ms ({unseen})",
        slowest.1,
        median(slowest.0.iter().copied().map(ms).collect()),
        ms(p95(slowest.0)),
        ms(longest)
    );
    visitor.row(
        "claims table, every filter and order, p95",
        15.0,
        all,
        &said,
    )
}

/// What staff look at all day, with 200,000 claims in the case.
pub fn at_a_desk(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let lawyer = People::of(&base).lawyer();
    many::fill(&base, MANY);
    let claims = many::whole(&base);
    let server = Server::start(&base);
    let mut visitor = Visitor {
        client: Client::browser(&server.url, &lawyer.token),
        nothing: Vec::new(),
    };
    let some = |visitor: &mut Visitor, status, path: &dyn Fn(usize) -> String| {
        let times = (0..VISITS * 5).map(|n| visitor.visit(&path(n * 7 % claims.len()), status));
        times.collect::<Vec<_>>()
    };
    let dashboard = format!("/staff/cases/{CASE}");
    let counted = format!("; the first {:.0} ms", ms(visitor.visit(&dashboard, 200)));
    let times = some(&mut visitor, 200, &|_| dashboard.clone());
    let dashboard = visitor.row("dashboard, p95", 50.0, times, &counted);
    let times = some(&mut visitor, 303, &|n| {
        format!("/staff/cases/{CASE}/claims?number={}", claims[n].1)
    });
    let search = visitor.row("search by number, p95", 15.0, times, "");
    let times = some(&mut visitor, 200, &|n| {
        format!("/staff/claims/{}", claims[n].0)
    });
    let claim = visitor.row("claim, p95", 15.0, times, "");
    let table = table(&mut visitor, &filters(&base), &claims);
    vec![table, search, claim, dashboard]
}

/// The page of a case for strangers, who come many at a time.
pub fn of_a_case(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    People::of(&base).lawyer();
    many::fill(&base, SOME);
    let server = Server::start(&base);
    let mut strangers: Vec<Client> = (0..STRANGERS)
        .map(|_| Client::new(&server.url, None))
        .collect();
    let mut length = 0;
    let page = format!("/cases/{CASE}");
    let first = Instant::now();
    strangers[0].get(&page);
    let first = ms(first.elapsed());
    let pairs = Pairs::take(7, |page_of_case| {
        let path = if page_of_case {
            page.as_str()
        } else {
            "/healthz"
        };
        let read = |client: &mut Client| assert_eq!(client.get(path).status, 200);
        rate(&mut strangers, TURN, read, || ())
    });
    length += strangers[0].get(&page).length;
    let (of_page, of_nothing) = pairs.medians();
    vec![Row {
        name: "case page / healthz, requests a second",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.5),
        measured: format!(
            "{of_page:.0} and {of_nothing:.0} requests/s, {STRANGERS} clients, {length} bytes; the first took {first:.0} ms"
        ),
    }]
}
