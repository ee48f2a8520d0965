//! What may stand in the source, and where: the environment, SQL, codes and their sentences,
//! panics.

use std::path::Path;

use crate::tidy::{Source, refuse, sources};

/// Who may read the environment, and why.
const READS_ENVIRONMENT: [(&str, &str); 3] = [
    ("src/config.rs", "every setting"),
    ("src/config/keys.rs", "those of the keys"),
    (
        "src/postgres.rs",
        "XDG_STATE_HOME and the home directory say where a checkout's private database lies",
    ),
];

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

/// Where statements run so seldom that each may be prepared anew.
const SELDOM: [&str; 3] = [
    "src/audit/verify/",
    "src/db/migrate.rs",
    "src/claims/members.rs",
];

#[test]
fn what_requests_run_is_prepared_once() {
    let mut broken = Vec::new();
    for source in sources("src") {
        let seldom = SELDOM.iter().any(|path| source.path.starts_with(path));
        if !seldom && source.code().contains("sql::<") {
            broken.push(format!(
                "{} holds sql(), with which diesel prepares the statement at every call",
                source.path
            ));
        }
    }
    refuse(broken);
}

/// The codes that the calls of that function give, as text: the last of its arguments, or the
/// first.
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/locales/en");
    let files = std::fs::read_dir(folder).expect("the sentences");
    let words: String = files
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("UTF-8"))
        .collect();
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
            ("Error::absent(", "fault", true),
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
            // these end in a panic where the output cannot be written: src/cli/out.rs says so
            "print!(",
            "println!(",
        ] {
            if code.contains(habit) {
                broken.push(format!("{} has {habit}", source.path));
            }
        }
    }
    refuse(broken);
}
