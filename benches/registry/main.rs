//! The benchmarks: each figure is a ratio of two things measured side by side in one run,
//! alternating, as medians, or an absolute number where the aim is one. PostgreSQL is a private one
//! with real durability; the program is the release binary of the same build. Arguments name the
//! groups to run; all of them where there are none.
#![allow(clippy::float_arithmetic)]

mod changes;
mod client;
#[path = "../../tests/harness/cluster.rs"]
mod cluster;
mod exports;
mod hashing;
mod idle;
mod many;
mod measure;
mod pages;
mod people;
mod publishing;
mod receipts;
mod sealing;
mod stand;
mod verify;

use std::path::Path;
use std::time::Instant;

use measure::Row;
use serde_json::json;
use stand::Stand;

type Group = (&'static str, fn(&Stand) -> Vec<Row>);

const GROUPS: &[Group] = &[
    ("idle", idle::at_rest),
    ("change", changes::over_http),
    ("transaction", changes::in_the_database),
    ("sealing", sealing::backlog),
    ("append", sealing::grown),
    ("published", changes::published),
    ("publishing", publishing::latency),
    ("verify", verify::offline),
    ("receipt", receipts::offline),
    ("sign-in", hashing::sign_ins),
    ("export", exports::csv),
    ("desk", pages::at_a_desk),
    ("case-page", pages::of_a_case),
];

fn main() {
    // cargo itself gives --bench
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    if let Some(unknown) = asked
        .iter()
        .find(|name| !GROUPS.iter().any(|(known, _)| known == name))
    {
        let known: Vec<&str> = GROUPS.iter().map(|(name, _)| *name).collect();
        eprintln!(
            "no benchmark is called {unknown}; there are {}",
            known.join(", ")
        );
        std::process::exit(2);
    }
    let stand = Stand::new();
    let mut rows = Vec::new();
    for (name, run) in GROUPS
        .iter()
        .filter(|(name, _)| asked.is_empty() || asked.iter().any(|asked| asked == name))
    {
        let begun = Instant::now();
        rows.extend(run(&stand));
        eprintln!("{name}: {:.0} s", begun.elapsed().as_secs_f64());
    }
    print(&rows);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench.json");
    let array: Vec<_> = rows
        .iter()
        .map(|row| json!({"name": row.name, "value": row.value, "unit": row.unit, "aim": row.aim(), "holds": row.holds()}))
        .collect();
    std::fs::write(&file, format!("{:#}\n", serde_json::Value::from(array)))
        .expect("the target directory can be written");
    println!("written to {}", file.display());
}

fn print(rows: &[Row]) {
    println!(
        "{:<44} {:>10} {:<10} {:<12} {:<6} measured",
        "name", "value", "unit", "aim", "holds"
    );
    for row in rows {
        let holds = if row.holds() { "yes" } else { "NO" };
        println!(
            "{:<44} {:>10.3} {:<10} {:<12} {:<6} {}",
            row.name,
            row.value,
            row.unit,
            row.aim(),
            holds,
            row.measured
        );
    }
}
