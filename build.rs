//! Embeds what a browser gets. `npm run build` has made `web/dist` out of the sources; where it was
//! not run, pages wear a plain style and have no script, and nothing else changes.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// By the name that pages call it: the file, with its contents' hash in its own name.
type Files = BTreeMap<String, PathBuf>;

fn main() {
    println!("cargo:rerun-if-changed=web");
    println!("cargo:rerun-if-changed=build.rs");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    let named = named(&root.join("web"));
    let files = built(&root.join("web/dist"), &named).unwrap_or_else(|missing| {
        println!(
            "cargo:warning=pages wear the plain style web/plain.css: {missing} (script/bootstrap makes web/dist)"
        );
        plain(&root.join("web"), &named, &out)
    });
    fs::write(out.join("assets.rs"), table(&files)).expect("OUT_DIR can be written");
}

/// What pages may name: the styles, scripts and images of web, without their parts.
fn named(web: &Path) -> Vec<String> {
    let folders = [
        ("style", "scss", "css"),
        ("script", "js", "js"),
        ("image", "svg", "svg"),
        ("image", "png", "png"),
    ];
    let mut names = Vec::new();
    for (folder, source, kind) in folders {
        names.extend(
            list(&web.join(folder))
                .iter()
                .filter(|path| path.extension().is_some_and(|is| is == source))
                .map(|path| format!("{}.{kind}", stem(path)))
                .filter(|name| !name.starts_with('_')),
        );
    }
    names
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect()
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into()
}

/// The files of `npm run build`, or which one is missing: it was not run, or before that one was.
fn built(dist: &Path, named: &[String]) -> Result<Files, String> {
    let there = list(dist);
    let hashed = |name: &String| {
        let (stem_of_name, kind) = name.rsplit_once('.')?;
        there.iter().find(|path| {
            path.extension().is_some_and(|is| is == kind)
                && stem(path)
                    .rsplit_once('-')
                    .is_some_and(|(before, _hash)| before == stem_of_name)
        })
    };
    named
        .iter()
        .map(|name| {
            let path = hashed(name).ok_or_else(|| format!("web/dist has no {name}"))?;
            Ok((name.clone(), path.clone()))
        })
        .collect()
}

/// The plain style for every style, nothing for a script, and images as they are.
fn plain(web: &Path, named: &[String], out: &Path) -> Files {
    let file = |name: &String| {
        let (stem, kind) = name.rsplit_once('.').expect("a name has a kind");
        let content = match kind {
            "css" => fs::read(web.join("plain.css")).expect("web/plain.css is there"),
            "js" => Vec::new(),
            _ => fs::read(web.join("image").join(name)).expect("it was listed"),
        };
        let path = out.join(format!("{stem}-{:016x}.{kind}", hash(&content)));
        fs::write(&path, content).expect("OUT_DIR can be written");
        (name.clone(), path)
    };
    named.iter().map(file).collect()
}

/// FNV-1a: the name changes with the contents, against nobody.
fn hash(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The rows of `Asset` in src/http/pages/assets.rs.
fn table(files: &Files) -> String {
    let mut rows = String::from("static ASSETS: &[Asset] = &[\n");
    for (name, path) in files {
        let compressed = |kind: &str| {
            let path = PathBuf::from(format!("{}.{kind}", path.display()));
            match path.exists() {
                true => format!("Some(include_bytes!({path:?}))"),
                false => "None".into(),
            }
        };
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let address = format!("/assets/{file}");
        let (br, gzip) = (compressed("br"), compressed("gz"));
        writeln!(
            rows,
            "Asset {{ name: {name:?}, address: {address:?}, plain: include_bytes!({path:?}), br: {br}, gzip: {gzip} }},"
        )
        .expect("a String takes everything");
    }
    rows + "];\n"
}
