//! Who may name whom: the imports have no cycle, and point one way.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::{Source, refuse, sources};

/// What stands above every capability: how it is called, and the settings.
const DOORS: [&str; 4] = ["http", "server", "cli", "config"];

/// Everything that a claimant, a lawyer or an operator can do; the log knows none of it.
const CAPABILITIES: [&str; 10] = [
    "accounts",
    "cases",
    "claims",
    "reviews",
    "messages",
    "disclosures",
    "exports",
    "receipts",
    "erasures",
    "mail",
];

/// The one circle of rooms. A grant is made of a read and opens the vault, and a read hands out the
/// vault: together they make a grant that nobody else can forge.
const KNOT: [&str; 3] = ["access", "db", "vault"];

/// The rooms directly below that path that the code names: `db` and `vault` for
/// `crate::{db::Read, vault}` below `crate`.
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

/// Who names whom among the rooms directly below that directory: a room is a file with the folder
/// of its name.
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
