//! Checkpoints, successions and keys that are what they say, and that are not: the program, the
//! script and the page judge receipts with them alike.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claimant_registry::audit::format::checkpoint::TlogProof;
use claimant_registry::audit::format::note::{Kind, Signer};

use crate::harness::server::App;
use crate::harness::verifiers::{Found, both, intact};
use crate::receipts::alike::{Case, alike, extra_of, with};
use crate::receipts::made;

/// Order of the base point of Ed25519, little-endian (RFC 8032, 5.1).
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

#[test]
fn checkpoints_successions_and_keys_are_judged_alike() {
    let (good, signer) = made(&[("statement", "no JSON")]);
    let vkey = signer.vkey().to_string();
    let new = |name, kind, seed| Signer::new(name, kind, &[seed; 32]).expect("a key");
    let mut cases: Vec<(Case, u8)> = Vec::new();
    let text = good.checkpoint.split("\n\n").next().expect("a text");
    let lines: Vec<&str> = text.split('\n').collect();
    let (origin, size, root) = (lines[0], lines[1], lines[2]);
    for (what, text, code) in [
        ("as it is", format!("{text}\n"), 0),
        ("an extension line", format!("{text}\nmore\n"), 0),
        ("an empty extension line", format!("{text}\n\nmore\n"), 2),
        ("a leading zero", format!("{origin}\n0{size}\n{root}\n"), 2),
        (
            "a size above 2^53",
            format!("{origin}\n9007199254740993\n{root}\n"),
            2,
        ),
        ("another size", format!("{origin}\n9\n{root}\n"), 1),
        ("another origin", format!("x\n{size}\n{root}\n"), 1),
        ("no root", format!("{origin}\n{size}\n"), 2),
        (
            "a root with bits that are not used",
            format!("{origin}\n{size}\n{}B=\n", "A".repeat(42)),
            2,
        ),
    ] {
        let checkpoint = signer.note(&text);
        let proof = TlogProof {
            checkpoint,
            ..good.clone()
        };
        cases.push((
            (what.into(), proof.to_string().into_bytes(), vkey.clone()),
            code,
        ));
    }
    // the same signature for whoever does not ask that s is below the order of the base point
    let checkpoint = with_order_added(&good.checkpoint);
    let proof = TlogProof {
        checkpoint,
        ..good.clone()
    };
    cases.push((
        (
            "s above the order".into(),
            proof.to_string().into_bytes(),
            vkey.clone(),
        ),
        1,
    ));
    // malformed and not signed: what is malformed comes first
    for (what, from, to, code) in [
        ("a root that is no base64", root, "!", 2),
        ("a letter of the root", &root[..1], "+", 1),
        ("no dash", "\u{2014} example", "- example", 2),
        ("index 2^53 + 1", "index 1\n", "index 9007199254740993\n", 2),
        ("another index", "index 1\n", "index 2\n", 1),
    ] {
        let file = good.to_string();
        let (head, tail) = file.split_at(file.rfind("\nindex").expect("it has one"));
        let changed = format!("{head}{}", tail.replacen(from, to, 1));
        cases.push(((what.into(), changed.into_bytes(), vkey.clone()), code));
    }
    cases.extend(succession_cases(&good, &signer, &new));
    let odd = |key: [u8; 33]| odd_vkey("example.kr/log", &key);
    let mut point = [0; 33];
    point[0] = 1;
    for (what, vkey, code) in [
        (
            "a witness",
            new("example.kr/log", Kind::Cosignature, 7)
                .vkey()
                .to_string(),
            2,
        ),
        (
            "another key",
            new("example.kr/log", Kind::Ed25519, 9).vkey().to_string(),
            1,
        ),
        ("white space", format!(" {vkey}\n"), 0),
        ("no key", String::new(), 2),
        ("a point of order 4", odd(point), 2),
        (
            "the neutral point",
            {
                point[1] = 1;
                odd(point)
            },
            2,
        ),
        (
            "no point of the curve",
            {
                point[1] = 2;
                odd(point)
            },
            1,
        ),
        (
            "a name with a control character",
            odd_vkey("a\u{1}b", &point),
            2,
        ),
        (
            "a name with one that counts as white space",
            odd_vkey("a\u{1f}b", &point),
            2,
        ),
        (
            "a y above the prime",
            {
                point[1..].fill(0xff);
                odd(point)
            },
            2,
        ),
    ] {
        let file = good.to_string().into_bytes();
        cases.push(((what.into(), file, vkey), code));
    }
    let (cases, expected): (Vec<Case>, Vec<u8>) = cases.into_iter().unzip();
    let said = alike(&cases);
    for ((what, ..), (said, expected)) in cases.iter().zip(said.iter().zip(&expected)) {
        assert_eq!(said, expected, "{what}");
    }
}

/// The note with the order of the base point added to s in its first signature (RFC 8032, 5.1.7).
fn with_order_added(note: &str) -> String {
    let line = note.lines().find(|line| line.starts_with('\u{2014}'));
    let encoded = line
        .and_then(|line| line.rsplit(' ').next())
        .expect("signed");
    let mut signature = BASE64.decode(encoded).expect("base64");
    let mut carried = 0;
    for (byte, order) in signature[4 + 32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carried;
        (*byte, carried) = (sum as u8, sum >> 8);
    }
    note.replace(encoded, &BASE64.encode(signature))
}

/// A vkey over any bytes, with its right key id.
fn odd_vkey(name: &str, key: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n'])
        .chain_update(key)
        .finalize();
    let encoded = BASE64.encode(key);
    format!("{name}+{}+{encoded}", crate::receipts::hex(&digest[..4]))
}

/// Receipts whose key an older one leads to, by statements that hold and that do not.
fn succession_cases(
    good: &TlogProof,
    signer: &Signer,
    new: &dyn Fn(&'static str, Kind, u8) -> Signer,
) -> Vec<(Case, u8)> {
    let old = new("example.kr/log", Kind::Ed25519, 1);
    let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    let text = |new: &str| {
        format!(
            "claimant-registry/succession/v1\nold {}\nnew {new}\nsize 0\nroot {root}\nreason rotation\n",
            old.vkey()
        )
    };
    let follows = text(&signer.vkey().to_string());
    let witness = new("example.kr/log", Kind::Cosignature, 7)
        .vkey()
        .to_string();
    [
        ("as it should be", old.note(&follows), 0),
        ("signed by itself", signer.note(&follows), 1),
        ("a witness follows", old.note(&text(&witness)), 2),
        ("nothing follows", old.note(&text("")), 2),
        ("a line more", old.note(&format!("{follows}more\n")), 2),
        (
            "no size",
            old.note(&follows.replace("size 0", "size zero")),
            2,
        ),
        ("no root", old.note(&follows.replace(root, "")), 2),
        ("not signed", follows.clone(), 2),
    ]
    .into_iter()
    .map(|(what, statement, code)| {
        let statement = serde_json::json!([statement]);
        let extra = extra_of(good).replacen('{', &format!("{{\"successions\":{statement},"), 1);
        let case = (
            format!("succession: {what}"),
            with(good, &extra),
            old.vkey().to_string(),
        );
        (case, code)
    })
    .collect()
}

/// A log under the key of a witness, and under one with which anybody signs.
#[test]
fn a_key_that_is_no_logs_key_verifies_no_log() {
    let database = App::start().database.clone();
    database.intact();
    let log = database.beside("log.jsonl");
    database.cli_ok(&["export", "log", "--output", &log]);
    let name = "localhost/claimant-registry";
    let text = format!("{name}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    let witness = Signer::new(name, Kind::Cosignature, &[7; 32]).expect("a key");
    let cosigned = format!("{text}\n{}", witness.sign(&text, 1_700_000_000));
    // the neutral point: R is it too, and s is 0
    let mut key = [0; 33];
    (key[0], key[1]) = (1, 1);
    let neutral = odd_vkey(name, &key);
    let id = neutral.split('+').nth(1).expect("it has an id");
    let mut signature = (0..8)
        .step_by(2)
        .map(|at| u8::from_str_radix(&id[at..at + 2], 16).expect("digits"))
        .collect::<Vec<u8>>();
    signature.push(1);
    signature.resize(4 + 64, 0);
    let line = BASE64.encode(&signature);
    let disowned = format!("{text}\n\u{2014} {name} {line}\n");
    let own = Signer::new(name, Kind::Ed25519, &[9; 32]).expect("a key");
    let file = database.beside("checkpoint");
    for (vkey, note, found) in [
        (own.vkey().to_string(), own.note(&text), intact()),
        (witness.vkey().to_string(), cosigned, Found::default()),
        (neutral, disowned, Found::default()),
    ] {
        std::fs::write(&file, note).expect("writable");
        let args = ["--vkey", vkey.as_str(), "--checkpoint", file.as_str()];
        assert_eq!(both(&log, &args), found, "{vkey}");
    }
}
