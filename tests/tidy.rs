//! The rules of the house that a short test can hold: who may name whom, who reads the environment, where SQL stands, how
//! long a file gets.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What stands above every capability: how it is called, and the settings.
const DOORS: [&str; 4] = ["http", "server", "cli", "config"];

/// Everything that a claimant, a lawyer or an operator can do; the log knows none of it.
const CAPABILITIES: [&str; 9] = [
    "accounts",
    "cases",
    "claims",
    "reviews",
    "disclosures",
    "exports",
    "receipts",
    "erasures",
    "mail",
];

/// The one circle of rooms. A grant is made of a read and opens the vault, and a read hands out the vault: together they make a
/// grant that nobody else can forge.
const KNOT: [&str; 3] = ["access", "db", "vault"];

/// Lines that a file has at most; a generated one may be longer.
const LONGEST: usize = 600;
const GENERATED: [&str; 1] = ["src/db/schema.rs"];

/// Who may read the environment, and why.
const READS_ENVIRONMENT: [(&str, &str); 2] = [
    ("src/config.rs", "every setting"),
    (
        "src/postgres.rs",
        "XDG_STATE_HOME and the home directory say where a checkout's private database lies",
    ),
];

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// What runs in production: without the unit tests at the end, and without comments.
    fn code(&self) -> String {
        let end = self.text.find("#[cfg(test)]").unwrap_or(self.text.len());
        self.text[..end]
            .lines()
            .map(|line| {
                line.split("//")
                    .next()
                    .filter(|_| line.trim_start().starts_with("//"))
                    .unwrap_or(line)
            })
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The module below `src` that it belongs to: `claims` for `src/claims/submit.rs`.
    fn room(&self) -> &str {
        self.path
            .trim_start_matches("src/")
            .split(['/', '.'])
            .next()
            .unwrap_or_default()
    }
}

/// Every Rust file below that directory.
fn sources(directory: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut waiting = vec![root.join(directory)];
    while let Some(directory) = waiting.pop() {
        for entry in
            std::fs::read_dir(&directory).unwrap_or_else(|e| panic!("{}: {e}", directory.display()))
        {
            let path: PathBuf = entry.expect("a readable directory").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
                found.push(Source {
                    path: path
                        .strip_prefix(root)
                        .expect("below the root")
                        .to_string_lossy()
                        .into_owned(),
                    text,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty());
    found
}

fn refuse(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// The rooms directly below that path that the code names: `db` and `vault` for `crate::{db::Read, vault}` below `crate`.
fn named(code: &str, below: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, path) in code.match_indices(&format!("{below}::")) {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + path.len()..];
        let mut depth = 0;
        let list = rest.strip_prefix('{').map(|list| {
            let end = list.find(|c| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                depth < 0
            });
            &list[..end.unwrap_or(list.len())]
        });
        let mut depth = 0;
        let items = list.unwrap_or(rest).split(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == ',' && depth == 0
        });
        let first = |item: &str| {
            item.trim()
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .next()
                .map(String::from)
        };
        found.extend(
            items
                .take(if list.is_some() { usize::MAX } else { 1 })
                .filter_map(first),
        );
    }
    found
}

/// Who names whom among the rooms directly below that directory: a room is a file with the folder of its name.
fn arrows(directory: &str, below: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources(directory) {
        let inside = source
            .path
            .trim_start_matches(directory)
            .trim_start_matches('/');
        let room = inside.split(['/', '.']).next().unwrap_or_default();
        if directory != "src" || !["lib", "main"].contains(&room) {
            arrows
                .entry(room.into())
                .or_default()
                .extend(named(&source.code(), below));
        }
    }
    let rooms: Vec<String> = arrows.keys().cloned().collect();
    for (room, to) in &mut arrows {
        to.retain(|other| other != room && rooms.contains(other));
    }
    arrows
}

/// A way from a room back to itself, if there is one.
fn circle(arrows: &BTreeMap<String, BTreeSet<String>>) -> Option<String> {
    let mut left = arrows.clone();
    // who names nobody that is left can be on no circle
    while let Some(room) = left
        .iter()
        .find(|(_, to)| to.is_empty())
        .map(|(room, _)| room.clone())
    {
        left.remove(&room);
        for to in left.values_mut() {
            to.remove(&room);
        }
    }
    let mut way = vec![left.keys().next()?.clone()];
    loop {
        let next = left[way.last()?].iter().next()?.clone();
        let begun = way.iter().position(|room| *room == next);
        way.push(next);
        if let Some(begun) = begun {
            return Some(way[begun..].join(" -> "));
        }
    }
}

/// A server that is started in a checkout writes to its defaults, and nobody clones another's log with its guard.
#[test]
fn what_a_server_writes_is_not_kept_with_the_source() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| {
        std::fs::read_to_string(root.join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
    };
    let (ignored, settings) = (read(".gitignore"), read("src/config.rs"));
    for place in ["log", "log-guard", "erasures", "mail"] {
        assert!(
            settings.contains(&format!("default_value = \"{place}\"")),
            "{place} is no default any more"
        );
        assert!(
            ignored
                .lines()
                .any(|line| line.trim_end_matches('*') == format!("/{place}")),
            "{place} is not in .gitignore"
        );
    }
    let Ok(listed) = std::process::Command::new("git")
        .current_dir(root)
        .args(["ls-files", "log*", "erasures", "mail"])
        .output()
    else {
        return;
    };
    assert_eq!(
        String::from_utf8_lossy(&listed.stdout),
        "",
        "these are tracked"
    );
}

#[test]
fn the_imports_draw_a_house_without_a_circle() {
    let mut rooms = arrows("src", "crate");
    for room in KNOT {
        let to = rooms
            .get_mut(room)
            .unwrap_or_else(|| panic!("{room} is gone"));
        to.retain(|other| !KNOT.contains(&other.as_str()));
    }
    assert!(
        rooms.len() > 20 && rooms["http"].contains("claims"),
        "the reader of imports sees {rooms:?}"
    );
    assert_eq!(circle(&rooms), None, "rooms of the house");
    assert_eq!(
        circle(&arrows("src/audit", "crate::audit")),
        None,
        "rooms of the log"
    );
    assert_eq!(
        circle(&arrows("src/http", "crate::http")),
        None,
        "rooms of the door"
    );
}

#[test]
fn a_circle_is_seen_through_a_list_of_imports() {
    let names = |code: &str| named(code, "crate").into_iter().collect::<Vec<_>>();
    assert_eq!(
        names("use crate::{db::{Read, Write}, vault};\nlet x = crate::law::day();"),
        ["db", "law", "vault"]
    );
    let arrows = |pairs: &[(&str, &str)]| -> BTreeMap<String, BTreeSet<String>> {
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in pairs {
            arrows
                .entry((*from).into())
                .or_default()
                .insert((*to).into());
            arrows.entry((*to).into()).or_default();
        }
        arrows
    };
    assert_eq!(circle(&arrows(&[("a", "b"), ("b", "c"), ("a", "c")])), None);
    assert_eq!(
        circle(&arrows(&[("a", "b"), ("b", "c"), ("c", "b")])).as_deref(),
        Some("b -> c -> b")
    );
}

#[test]
fn no_capability_knows_how_it_is_called_and_the_log_knows_no_capability() {
    let rooms = arrows("src", "crate");
    let mut broken = Vec::new();
    for room in CAPABILITIES.into_iter().chain(["audit"]) {
        let above = DOORS.iter().filter(|door| rooms[room].contains(**door));
        broken.extend(above.map(|door| format!("{room} names {door}")));
    }
    broken.extend(
        CAPABILITIES
            .iter()
            .filter(|capability| rooms["audit"].contains(**capability))
            .map(|it| format!("audit names {it}")),
    );
    refuse(broken);
}

#[test]
fn a_stranger_can_lift_the_formats_and_the_verifier_out() {
    let offline = |path: &str| {
        path.starts_with("src/audit/format/")
            || (path.starts_with("src/audit/verify/") && !path.starts_with("src/audit/verify/live"))
    };
    let sources = sources("src/audit");
    let lifted: Vec<&Source> = sources
        .iter()
        .filter(|source| offline(&source.path))
        .collect();
    assert!(lifted.len() > 12, "{} files", lifted.len());
    let knows = |source: &Source| {
        source.code().contains("diesel") || named(&source.code(), "crate").contains("db")
    };
    refuse(
        lifted
            .into_iter()
            .filter(|source| knows(source))
            .map(|source| format!("{} knows the database", source.path))
            .collect(),
    );
}

#[test]
fn only_the_settings_read_the_environment() {
    let mut broken = Vec::new();
    for source in sources("src").iter().filter(|source| {
        !READS_ENVIRONMENT
            .iter()
            .any(|(path, _)| *path == source.path)
    }) {
        // env! and option_env! are read when the program is built
        for reader in [
            "env::var",
            "env::vars",
            "env::home_dir",
            "env::args",
            ", env = \"",
        ] {
            if source.code().contains(reader)
                && !(reader.starts_with(',') && source.path == "src/cli.rs")
            {
                broken.push(format!("{} reads the environment: {reader}", source.path));
            }
        }
    }
    refuse(broken);
}

#[test]
fn sql_stands_below_the_doors() {
    let mut broken = Vec::new();
    for source in sources("src")
        .iter()
        .filter(|source| ["http", "server", "cli"].contains(&source.room()))
    {
        for sql in [
            "sql_query",
            "batch_execute",
            "\"SELECT ",
            "\"INSERT ",
            "\"UPDATE ",
            "\"DELETE ",
            "diesel::insert_into",
            "diesel::update",
            "diesel::delete",
        ] {
            if source.code().contains(sql) {
                broken.push(format!("{} holds SQL: {sql}", source.path));
            }
        }
    }
    refuse(broken);
}

/// The codes that the calls of that function give, as text: the last of its arguments, or the first.
fn codes<'c>(code: &'c str, call: &str, last: bool) -> Vec<&'c str> {
    let arguments = code.split(call).skip(1).map(|rest| {
        let mut depth = 1;
        let end = rest.find(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0
        });
        rest[..end.unwrap_or_default()].trim_end_matches([',', ' ', '\n'])
    });
    // a code that is computed stands as a literal where it is computed
    let literal = |arguments: &'c str| {
        let mut literals = arguments.split('"').skip(1).step_by(2);
        if last {
            literals.last().filter(|_| arguments.ends_with('"'))
        } else {
            literals.next()
        }
    };
    arguments.filter_map(literal).collect()
}

#[test]
fn every_code_has_its_sentence_and_every_sentence_its_code() {
    let words = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("web/locales/en/main.ftl"),
    )
    .expect("the sentences");
    let keys: Vec<&str> = words
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key)
        .collect();
    let sources: Vec<String> = sources("src").iter().map(Source::code).collect();
    let (mut broken, mut seen) = (Vec::new(), 0);
    for code in &sources {
        for (call, prefix, last) in [
            ("Fault::new(", "fault", true),
            ("Error::conflict(", "fault", true),
            ("Self::conflict(", "fault", true),
            ("Error::invalid(", "fault", true),
            (".demand(", "fault", true),
            (".or_absent(", "fault", true),
        ] {
            for code in codes(code, call, last)
                .into_iter()
                .filter(|code| !code.is_empty())
            {
                seen += 1;
                let key = format!("{prefix}-{code}");
                if !keys.contains(&key.as_str()) {
                    broken.push(format!("no sentence says {key}"));
                }
            }
        }
    }
    assert!(seen > 100, "{seen} codes: the calls have other names now");
    for key in &keys {
        let short = key
            .strip_prefix("fault-")
            .or_else(|| key.strip_prefix("unavailable-"));
        if short.is_some_and(|short| {
            !sources.iter().any(|code| {
                code.contains(&format!("\"{short}\"")) || code.contains(&format!("\"{key}\""))
            })
        }) {
            broken.push(format!("nobody says {key}"));
        }
    }
    refuse(broken);
}

#[test]
fn nothing_panics_by_habit_and_nothing_is_unsafe() {
    let mut broken = Vec::new();
    for source in sources("src") {
        let code = source.code();
        for habit in [
            ".unwrap()",
            "panic!(",
            "unsafe {",
            "unsafe fn",
            "unsafe impl",
            "todo!(",
            "unimplemented!(",
            "process::exit",
            "#![allow",
        ] {
            if code.contains(habit) {
                broken.push(format!("{} has {habit}", source.path));
            }
        }
    }
    refuse(broken);
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let mut broken = Vec::new();
    for source in sources("src")
        .into_iter()
        .chain(sources("tests"))
        .chain(sources("benches"))
    {
        if GENERATED.contains(&source.path.as_str()) {
            continue;
        }
        let lines = source.text.lines().count();
        if lines > LONGEST {
            broken.push(format!(
                "{} has {lines} lines; {LONGEST} are the most",
                source.path
            ));
        }
        if !source.text.starts_with("//! ") {
            broken.push(format!(
                "{} does not say in its first line what it is",
                source.path
            ));
        }
    }
    refuse(broken);
}

/// Who doubts the program reads the script: it is as long as that takes, and has the form of what is read.
#[test]
fn the_script_that_verifies_is_written_to_be_read() {
    let output = std::process::Command::new("python3")
        .args(["tests/readable.py", "docs/verify.py"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("python3 is there");
    let said = [output.stdout, output.stderr].concat();
    assert!(
        output.status.success(),
        "\n{}",
        String::from_utf8_lossy(&said)
    );
}

#[test]
fn no_room_for_leftovers() {
    let all = sources("src");
    let broken = all.iter().flat_map(|source| {
        source
            .path
            .split(['/', '.'])
            .map(|part| (part, &source.path))
    });
    let broken = broken.filter(|(part, _)| {
        [
            "utils",
            "util",
            "helpers",
            "common",
            "core",
            "models",
            "misc",
            "repositories",
        ]
        .contains(part)
    });
    refuse(
        broken
            .map(|(_, path)| format!("{path}: name it after what it holds"))
            .collect(),
    );
}

#[test]
fn every_migration_states_its_reason_and_has_a_way_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for entry in std::fs::read_dir(&root)
        .expect("migrations are there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.is_dir())
    {
        let up = std::fs::read_to_string(entry.join("up.sql")).expect("up.sql");
        assert!(
            up.starts_with("-- "),
            "{}: the first lines of up.sql state the reason",
            entry.display()
        );
        assert!(entry.join("down.sql").exists(), "{}", entry.display());
    }
}

#[test]
fn settings_of_dependencies_that_are_switched_off_stay_off() {
    let cargo = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .expect("Cargo.toml");
    for (dependency, never) in [("actix-web =", "http2"), ("jsonwebtoken =", "rust_crypto")] {
        let line = cargo
            .lines()
            .find(|line| line.starts_with(dependency))
            .unwrap_or_else(|| panic!("{dependency} is gone"));
        assert!(
            line.contains("default-features = false") && !line.contains(never),
            "{line}"
        );
    }
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock"))
        .expect("Cargo.lock");
    for (package, why) in [("h2", "RUSTSEC-2026-0258"), ("rsa", "RUSTSEC-2023-0071")] {
        assert!(
            !lock.contains(&format!("name = \"{package}\"\n")),
            "{package} is in the tree: {why}"
        );
    }
}
