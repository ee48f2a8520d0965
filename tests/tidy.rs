//! The rules of the house that a short test can hold: who may name whom, who reads the environment,
//! where SQL stands, how long a file gets.

mod code;
mod rooms;

use std::path::{Path, PathBuf};

/// Lines that a file has at most; a generated one may be longer.
const LONGEST: usize = 600;

const GENERATED: [&str; 1] = ["src/db/schema.rs"];

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
    files(directory, &["rs"])
}

/// Every file of these kinds below that directory.
fn files(directory: &str, kinds: &[&str]) -> Vec<Source> {
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
            } else if path
                .extension()
                .is_some_and(|kind| kinds.iter().any(|one| kind == *one))
            {
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

/// A server that is started in a checkout writes to its defaults, and nobody clones another's log
/// with its guard.
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

#[test]
fn scripts_and_styles_say_what_they_are_and_stay_short() {
    let mut broken = Vec::new();
    let (scripts, styles) = (["js"], ["scss"]);
    for source in files("web/script", &scripts)
        .into_iter()
        .chain(files("web/style", &styles))
        .chain(files("tests/browser", &scripts))
    {
        let lines = source.text.lines().count();
        if lines > LONGEST || !source.text.starts_with("// ") {
            broken.push(format!("{}, {lines} lines", source.path));
        }
    }
    refuse(broken);
}

/// Who doubts the program reads the script: it is as long as that takes, and has the form of what
/// is read.
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
