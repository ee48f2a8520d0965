//! The rules of the house that a short test can hold: who may name whom, who reads the environment, where SQL stands, how
//! long a file gets.

use std::path::{Path, PathBuf};

/// Rules, SQL and types of one thing together; they know nothing of how they are called.
const CAPABILITIES: [&str; 10] =
    ["accounts", "cases", "claims", "evidence", "consents", "reviews", "disclosures", "exports", "receipts", "erasures"];

/// Lines that a file has at most; a generated one may be longer.
const LONGEST: usize = 600;
const GENERATED: [&str; 1] = ["src/db/schema.rs"];

/// Who may read the environment, and why.
const READS_ENVIRONMENT: [(&str, &str); 2] = [
    ("src/config.rs", "every setting"),
    ("src/postgres.rs", "XDG_STATE_HOME and the home directory say where a checkout's private database lies"),
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
            .map(|line| line.split("//").next().filter(|_| line.trim_start().starts_with("//")).unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The module below `src` that it belongs to: `claims` for `src/claims/submit.rs`.
    fn room(&self) -> &str {
        self.path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default()
    }
}

/// Every Rust file below that directory.
fn sources(directory: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut waiting = vec![root.join(directory)];
    while let Some(directory) = waiting.pop() {
        for entry in std::fs::read_dir(&directory).unwrap_or_else(|e| panic!("{}: {e}", directory.display())) {
            let path: PathBuf = entry.expect("a readable directory").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
                found.push(Source { path: path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned(), text });
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

/// Whether the text names that room of the crate, by path or in a list: `crate::http` or `crate::{http, ..}`.
fn names(code: &str, room: &str) -> bool {
    let plain = format!("crate::{room}");
    let direct = code.match_indices(&plain).any(|(at, _)| !code[at + plain.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'));
    let listed = code.split("crate::{").skip(1).any(|rest| {
        let list = rest.split("};").next().unwrap_or_default();
        list.split([',', '{', '}']).any(|item| item.trim().split("::").next() == Some(room))
    });
    direct || listed
}

/// A server that is started in a checkout writes to its defaults, and nobody clones another's log with its guard.
#[test]
fn what_a_server_writes_is_not_kept_with_the_source() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read_to_string(root.join(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
    let (ignored, settings) = (read(".gitignore"), read("src/config.rs"));
    for place in ["log", "log-guard", "erasures", "mail"] {
        assert!(settings.contains(&format!("default_value = \"{place}\"")), "{place} is no default any more");
        assert!(ignored.lines().any(|line| line.trim_end_matches('*') == format!("/{place}")), "{place} is not in .gitignore");
    }
    let Ok(listed) = std::process::Command::new("git").current_dir(root).args(["ls-files", "log*", "erasures", "mail"]).output() else {
        return;
    };
    assert_eq!(String::from_utf8_lossy(&listed.stdout), "", "these are tracked");
}

#[test]
fn nothing_calls_upward() {
    let mut broken = Vec::new();
    for source in sources("src") {
        let code = source.code();
        let room = source.room();
        let mut never = |rooms: &[&str]| {
            for above in rooms.iter().filter(|above| names(&code, above)) {
                broken.push(format!("{} names {above}", source.path));
            }
        };
        if CAPABILITIES.contains(&room) {
            never(&["http", "cli", "config"]);
        }
        if room == "audit" {
            never(&["http", "cli", "config", "vault", "mail", "access"]);
            never(&CAPABILITIES);
        }
        if ["vault", "access", "mail", "law", "input", "text", "ids", "codes", "role"].contains(&room) {
            never(&["http", "cli"]);
        }
        if ["law", "input", "text", "ids", "codes", "role"].contains(&room) {
            never(&["db", "vault"]);
        }
    }
    refuse(broken);
}

#[test]
fn the_capabilities_that_are_checked_are_there() {
    let sources = sources("src");
    for capability in CAPABILITIES {
        assert!(sources.iter().any(|source| source.path == format!("src/{capability}.rs")), "{capability}");
    }
}

#[test]
fn a_stranger_can_lift_the_verifier_out() {
    let lifted = [
        "src/audit/entry.rs",
        "src/audit/verify.rs",
        "src/audit/payloads.rs",
        "src/audit/report.rs",
        "src/audit/action.rs",
        "src/audit/receipt.rs",
    ];
    let sources = sources("src");
    for path in lifted {
        let source = sources.iter().find(|source| source.path == path).unwrap_or_else(|| panic!("{path} is gone"));
        assert!(!source.code().contains("diesel") && !names(&source.code(), "db"), "{path} knows the database");
    }
}

#[test]
fn only_the_settings_read_the_environment() {
    let mut broken = Vec::new();
    for source in sources("src").iter().filter(|source| !READS_ENVIRONMENT.iter().any(|(path, _)| *path == source.path)) {
        // env! and option_env! are read when the program is built
        for reader in ["env::var", "env::vars", "env::home_dir", "env::args", ", env = \""] {
            if source.code().contains(reader) && !(reader.starts_with(',') && source.path == "src/cli.rs") {
                broken.push(format!("{} reads the environment: {reader}", source.path));
            }
        }
    }
    refuse(broken);
}

#[test]
fn sql_stands_below_the_doors() {
    let mut broken = Vec::new();
    for source in sources("src").iter().filter(|source| ["http", "cli"].contains(&source.room())) {
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
        if last { literals.last().filter(|_| arguments.ends_with('"')) } else { literals.next() }
    };
    arguments.filter_map(literal).collect()
}

#[test]
fn every_code_has_its_sentence_and_every_sentence_its_code() {
    let words = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("web/locales/en/main.ftl")).expect("the sentences");
    let keys: Vec<&str> = words.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect();
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
            ("Error::Unavailable(", "unavailable", false),
        ] {
            for code in codes(code, call, last).into_iter().filter(|code| !code.is_empty()) {
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
        let short = key.strip_prefix("fault-").or_else(|| key.strip_prefix("unavailable-"));
        if short
            .is_some_and(|short| !sources.iter().any(|code| code.contains(&format!("\"{short}\"")) || code.contains(&format!("\"{key}\""))))
        {
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
        for habit in
            [".unwrap()", "panic!(", "unsafe {", "unsafe fn", "unsafe impl", "todo!(", "unimplemented!(", "process::exit", "#![allow"]
        {
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
    for source in sources("src").into_iter().chain(sources("tests")).chain(sources("benches")) {
        if GENERATED.contains(&source.path.as_str()) {
            continue;
        }
        let lines = source.text.lines().count();
        if lines > LONGEST {
            broken.push(format!("{} has {lines} lines; {LONGEST} are the most", source.path));
        }
        if !source.text.starts_with("//! ") {
            broken.push(format!("{} does not say in its first line what it is", source.path));
        }
    }
    refuse(broken);
}

/// Who doubts the program reads the script, and that takes one sitting.
#[test]
fn the_script_that_verifies_stays_short_enough_to_be_read() {
    let script = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/verify.py")).expect("docs/verify.py");
    assert!(script.lines().count() < 250, "docs/verify.py has {} lines", script.lines().count());
}

#[test]
fn no_room_for_leftovers() {
    let all = sources("src");
    let broken = all.iter().flat_map(|source| source.path.split(['/', '.']).map(|part| (part, &source.path)));
    let broken = broken.filter(|(part, _)| ["utils", "util", "helpers", "common", "core", "models", "misc", "repositories"].contains(part));
    refuse(broken.map(|(_, path)| format!("{path}: name it after what it holds")).collect());
}

#[test]
fn every_migration_states_its_reason_and_has_a_way_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for entry in
        std::fs::read_dir(&root).expect("migrations are there").map(|entry| entry.expect("readable").path()).filter(|path| path.is_dir())
    {
        let up = std::fs::read_to_string(entry.join("up.sql")).expect("up.sql");
        assert!(up.starts_with("-- "), "{}: the first lines of up.sql state the reason", entry.display());
        assert!(entry.join("down.sql").exists(), "{}", entry.display());
    }
}

#[test]
fn settings_of_dependencies_that_are_switched_off_stay_off() {
    let cargo = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    for (dependency, never) in [("actix-web =", "http2"), ("jsonwebtoken =", "rust_crypto")] {
        let line = cargo.lines().find(|line| line.starts_with(dependency)).unwrap_or_else(|| panic!("{dependency} is gone"));
        assert!(line.contains("default-features = false") && !line.contains(never), "{line}");
    }
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("Cargo.lock");
    for (package, why) in [("h2", "RUSTSEC-2026-0258"), ("rsa", "RUSTSEC-2023-0071")] {
        assert!(!lock.contains(&format!("name = \"{package}\"\n")), "{package} is in the tree: {why}");
    }
}
