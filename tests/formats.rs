//! Our formats held against other people's: vectors and examples that they publish, and three implementations that they wrote.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claimant_registry::audit::format::checkpoint::{self, Checkpoint, TlogProof};
use claimant_registry::audit::format::entry::{self, Hash};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Kind, Note, Signature, Signer, Vkey};
use claimant_registry::audit::format::tiles::{self, Reader, Tile, Tree};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use sha2::Sha256;
use signed_note::{NoteError, StandardSigner, StandardVerifier, VerifierList};
use tlog_tiles::{HashReader, TileHashReader, TileReader};

/// Where we depart from a published vector, on purpose: its name, and what we say.
const DEPARTURES: [(&str, bool); 2] = [
    // every tree continues the empty one; c2sp.org/tlog-witness has it submitted with an empty proof. RFC 9162 §2.1.4.2 asks
    // for a first size above zero and leaves this open
    (
        "consistency/additional/size1-is-zero-and-size2-is-not-zero",
        true,
    ),
    // two trees of size zero whose root is alike, but is not that of the empty tree (RFC 6962 §2.1)
    (
        "consistency/additional/sizes-are-equal-and-proof-is-not-empty-where-both-sizes-are-zero",
        false,
    ),
];

/// A hash of a vector. Some are too short to be one, as we read hashes: they are filled up, so that they reach the verification
/// all the same; each part with a byte of its own, so that no leaf and no root are alike for being absent.
fn filled(text: &Value, with: u8) -> Hash {
    let mut bytes = BASE64.decode(text.as_str().expect("text")).expect("base64");
    assert!(bytes.len() <= 32);
    bytes.resize(32, with);
    bytes.try_into().expect("32 bytes")
}

fn holds(vector: &Value) -> bool {
    let number = |name: &str| vector[name].as_u64().expect("a number");
    let proof: Vec<Hash> = vector["proof"]
        .as_array()
        .expect("an array")
        .iter()
        .map(|hash| filled(hash, 1))
        .collect();
    if vector["kind"] == "inclusion" {
        let root = merkle::root_from_inclusion(
            &filled(&vector["leafHash"], 2),
            number("leafIdx"),
            number("treeSize"),
            &proof,
        );
        root == Some(filled(&vector["root"], 3))
    } else {
        merkle::consistent(
            number("size1"),
            number("size2"),
            &proof,
            &filled(&vector["root1"], 3),
            &filled(&vector["root2"], 3),
        )
    }
}

#[test]
fn the_vectors_of_certificate_transparency_get_their_verdicts() {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("data/merkle-vectors.json")).expect("an array");
    assert_eq!(vectors.len(), 196);
    let mut departed = 0;
    for vector in &vectors {
        let name = vector["name"].as_str().expect("a name");
        let wanted = vector["wantErr"] == false;
        let departure = DEPARTURES.iter().find(|(departure, _)| *departure == name);
        let expected = departure.map_or(wanted, |(_, ours)| *ours);
        assert_eq!(holds(vector), expected, "{name}");
        departed += usize::from(expected != wanted);
    }
    assert_eq!(departed, DEPARTURES.len(), "each departure is one");
}

#[test]
fn the_example_of_the_note_specification_verifies() {
    let vkey: Vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        .parse()
        .expect("a vkey");
    let text = "This is an example message.\n\n\
        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let note = Note::parse(text).expect("a note");
    assert_eq!(
        (note.text.as_str(), note.to_string().as_str()),
        ("This is an example message.\n", text)
    );
    assert_eq!(note.signed_by(&vkey), Ok(Some(0)));
    let changed = Note::parse(&text.replace("example message", "example massage")).expect("a note");
    assert!(changed.signed_by(&vkey).is_err());

    // its first example, with a blank line in the text; of a key that it does not give
    let poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n\
        — quasimodo.example/salvatore \
        NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
    let note = Note::parse(poem).expect("a note");
    assert!(note.text.ends_with("di sole:\n\ned è subito sera.\n"));
    assert_eq!(
        (note.to_string().as_str(), note.signed_by(&vkey)),
        (poem, Ok(None))
    );
}

#[test]
fn a_note_that_go_signs_is_signed_alike_byte_for_byte() {
    let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    let seed = BASE64
        .decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
        .expect("base64");
    let signer = Signer::new(
        "PeterNeumann",
        Kind::Ed25519,
        seed[1..].try_into().expect("32 bytes"),
    )
    .expect("a name");
    assert_eq!(
        signer.vkey().to_string(),
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    );
    let line = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    assert_eq!(signer.note(text), format!("{text}\n{line}"));
}

/// A checkpoint that a public log signed and a public witness cosigned, with the other witnesses that cosigned it.
const PUBLISHED: &str = "arche2025h1.staging.ct.transparency.dev\n1432088532\nU7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n\n\
    — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroe\
    W2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=\n\
    — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP\
    7Ry1k3ZFWwQ=\n\
    — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEo\
    dkRAErumC2q44vdgJY096st5BQ==\n\
    — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==\n";

#[test]
fn a_published_checkpoint_verifies_for_its_log_and_for_its_witness() {
    let log = "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
    let log: Vkey = log.parse().expect("a vkey");
    let witness: Vkey = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
        .parse()
        .expect("a vkey");
    let (read, note) = Checkpoint::verified(PUBLISHED, &log).expect("it verifies");
    assert_eq!((read.size, note.signatures.len()), (1_432_088_532, 4));
    assert_eq!(
        (log.kind, note.signed_by(&log)),
        (Kind::Ed25519, Ok(Some(0)))
    );
    assert_eq!(
        (witness.kind, note.signed_by(&witness)),
        (Kind::Cosignature, Ok(Some(1_779_573_024)))
    );
    let changed = PUBLISHED.replace("1432088532", "1432088533");
    assert!(Checkpoint::verified(&changed, &log).is_err());
    assert!(
        Note::parse(&changed)
            .expect("a note")
            .signed_by(&witness)
            .is_err()
    );
}

/// The checkpoint of c2sp.org/tlog-cosignature. No specification gives the keys of its log and of its witnesses.
const SOFA: &str =
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
const COSIGNED: &str = "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
     — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBI\
     fZ+qnA==\n";

/// The bytes of a signature line after the key id.
fn signature_bytes(line: &str) -> Vec<u8> {
    let encoded = line.trim_end().rsplit_once(' ').expect("three parts").1;
    BASE64.decode(encoded).expect("base64")[4..].to_vec()
}

#[test]
fn the_cosignature_example_reads_and_our_witness_signs_its_message() {
    let note = Note::parse(&format!("{SOFA}\n{COSIGNED}")).expect("a note");
    let read = Checkpoint::parse(&note.text).expect("a checkpoint");
    assert_eq!(
        (read.origin.as_str(), read.size, read.to_string().as_str()),
        ("example.com/behind-the-sofa", 20_852_163, SOFA)
    );
    assert_eq!(note.to_string(), format!("{SOFA}\n{COSIGNED}"));
    let theirs = signature_bytes(&note.signatures[1].line);

    let witness =
        Signer::new("witness.example.com/w1", Kind::Cosignature, &[7; 32]).expect("a name");
    assert_eq!(
        note.signed_by(witness.vkey()),
        Ok(None),
        "the same name, another key"
    );
    let ours = signature_bytes(&witness.sign(SOFA, 1_679_315_147));
    assert_eq!(
        (ours.len(), &ours[..8]),
        (theirs.len(), &theirs[..8]),
        "the time that the specification states"
    );
    // signed as a plain message by the same key, in the words of the specification
    let plain = Signer::new("witness.example.com/w1", Kind::Ed25519, &[7; 32]).expect("a name");
    let verifier = StandardVerifier::new(&plain.vkey().to_string()).expect("a vkey");
    let message = "cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n\
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    assert!(signed_note::Verifier::verify(
        &verifier,
        message.as_bytes(),
        &ours[8..]
    ));
}

#[test]
fn the_witness_examples_read() {
    let request = "old 20852014\n\
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n\
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n\
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\n";
    let logs = "— example.com/behind-the-sofa \
        Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — example.com/behind-the-sofa \
        opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n";
    let request = format!("{request}{SOFA}\n{logs}");
    let (head, note) = request.split_once("\n\n").expect("a blank line");
    let (old, lines) = head.split_once('\n').expect("lines");
    assert_eq!(
        old.strip_prefix("old ")
            .and_then(|size| entry::integer(size.as_bytes())),
        Some(20_852_014)
    );
    let proof: Vec<Hash> = lines
        .split('\n')
        .map(|line| checkpoint::parse_hash(line).expect("a hash"))
        .collect();
    assert_eq!(
        (proof.len(), checkpoint::proof_lines(&proof)),
        (4, format!("{lines}\n"))
    );
    let note = Note::parse(note).expect("a note");
    assert_eq!(
        Checkpoint::parse(&note.text)
            .expect("a checkpoint")
            .to_string(),
        SOFA
    );
    assert_eq!(note.signatures.len(), 2, "two keys of one name");

    let answer = "— witness.example/w1 \
        CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==\n\
        — witness.example/w1 \
        I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==\n\
        — witness.example/w2 \
        AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==\n";
    let signatures = Signature::parse_lines(answer).expect("signature lines");
    assert_eq!(
        signatures
            .iter()
            .map(|signature| signature.line.as_str())
            .collect::<String>(),
        answer
    );
    assert_eq!(signatures[2].name, "witness.example/w2");
    assert!(
        signatures
            .iter()
            .all(|signature| signature_bytes(&signature.line).len() == 8 + 64)
    );
}

#[test]
fn the_proof_example_reads() {
    // the specification shortens the signatures; and its line `extra …` is no base64 (51 digits), so that it is left out
    let proof = "c2sp.org/tlog-proof@v1\nindex 73894\n\
        gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\nB95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n\
        EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=\nRoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=\n\
        AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n\n\
        example.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n\
        — example.com/fancylog hI2DJw[...]1roloI=\n";
    let read = TlogProof::parse(proof).expect("a proof");
    assert_eq!(
        (
            read.index,
            read.proof.len(),
            read.extra.as_ref(),
            read.to_string().as_str()
        ),
        (73_894, 5, None, proof)
    );
    let with_extra = TlogProof::parse(&proof.replacen(
        "index",
        "extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6\nindex",
        1,
    ));
    assert_eq!(
        with_extra.expect("a proof").extra.as_deref(),
        Some(&b"age-v1.2.1-darwin-arm64.tar.gz"[..])
    );
}

/// A change to a text: somewhere a character goes, comes or becomes another.
#[derive(Clone, Debug)]
struct Edit(Index, Option<char>, bool);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let alphabet = proptest::sample::select(
        "\n\n\n +=—/09abz\t\r\0\u{7f}\u{85}\u{a0}\u{2028}가"
            .chars()
            .collect::<Vec<_>>(),
    );
    let edit = (
        any::<Index>(),
        proptest::option::weighted(0.8, alphabet),
        any::<bool>(),
    );
    proptest::collection::vec(edit.prop_map(|(at, with, over)| Edit(at, with, over)), 1..4)
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for Edit(at, with, over) in edits {
        let at = at.index(chars.len());
        match with {
            None => drop(chars.remove(at)),
            Some(with) if *over => chars[at] = *with,
            Some(with) => chars.insert(at, *with),
        }
        if chars.is_empty() {
            break;
        }
    }
    chars.into_iter().collect()
}

fn our_verdict(note: &Note, vkey: &Vkey) -> &'static str {
    match note.signed_by(vkey) {
        Ok(Some(_)) => "signed",
        Ok(None) => "not signed",
        Err(_) => "forged",
    }
}

fn their_verdict(note: &signed_note::Note, vkey: &Vkey) -> &'static str {
    let verifier = StandardVerifier::new(&vkey.to_string()).expect("they read our vkeys");
    match note.verify(&VerifierList::new(vec![Box::new(verifier)])) {
        Ok(_) => "signed",
        Err(NoteError::UnverifiedNote) => "not signed",
        Err(NoteError::InvalidSignature { .. }) => "forged",
        Err(other) => panic!("{other}"),
    }
}

const NAME: &str = "[a-z가-힣]{1,8}[.][a-z]{2}(/[a-z0-9:_-]{1,8}){0,2}";
const TEXT: &str = "([ -~가-힣—]{0,20}\n){1,5}";

proptest! {
    #[test]
    fn notes_that_we_sign_verify_there_and_theirs_here(name in NAME, text in TEXT, seed: [u8; 32], time in 0_u64..1 << 40) {
        let signer = Signer::new(&name, Kind::Ed25519, &seed).expect("a name");
        let vkey = signer.vkey().to_string();
        let verifier = StandardVerifier::new(&vkey).expect("they read our vkeys");
        prop_assert_eq!(signed_note::Verifier::key_id(&verifier).to_be_bytes(), signer.vkey().id());
        // they read the private key only if the id is that of the public key which they derive
        let id = hex::encode(signer.vkey().id());
        let private = format!("PRIVATE+KEY+{name}+{id}+{}", BASE64.encode([&[1][..], &seed].concat()));
        let theirs = StandardSigner::new(&private).expect("they read our key");
        let mut note = signed_note::Note::new(text.as_bytes(), &[]).expect("a text");
        note.add_sigs(&[&theirs]).expect("they sign");
        prop_assert_eq!(String::from_utf8(note.to_bytes()).expect("UTF-8"), signer.note(&text));

        // a witness beside the log: a kind of key that they do not know and pass over
        let witness = Signer::new(&name, Kind::Cosignature, &seed).expect("a name");
        let material = [&[4][..], &BASE64.decode(vkey.splitn(3, '+').last().expect("parts")).expect("base64")[1..]].concat();
        prop_assert_eq!(signed_note::key_id(&name, &material).to_be_bytes(), witness.vkey().id());
        let both = format!("{}{}", signer.note(&text), witness.sign(&text, time));
        let note = signed_note::Note::from_bytes(both.as_bytes()).expect("a note");
        let (verified, passed) = note.verify(&VerifierList::new(vec![Box::new(verifier)])).expect("signed");
        prop_assert_eq!((verified.len(), passed.len(), note.text()), (1, 1, text.as_bytes()));
        let ours = Note::parse(&both).expect("a note");
        prop_assert_eq!((ours.signed_by(signer.vkey()), ours.signed_by(witness.vkey())), (Ok(Some(0)), Ok(Some(time))));
    }

    #[test]
    fn a_damaged_note_is_read_or_refused_alike(text in TEXT, edits in edits()) {
        let log = Signer::new("example.kr/log", Kind::Ed25519, &[7; 32]).expect("a name");
        let other = Signer::new("example.kr/other", Kind::Ed25519, &[8; 32]).expect("a name");
        let note = edited(&format!("{}{}", log.note(&text), other.sign(&text, 0)), &edits);
        match (Note::parse(&note), signed_note::Note::from_bytes(note.as_bytes())) {
            (Ok(ours), Ok(theirs)) => {
                prop_assert_eq!(ours.text.as_bytes(), theirs.text());
                prop_assert_eq!(our_verdict(&ours, log.vkey()), their_verdict(&theirs, log.vkey()));
                prop_assert_eq!(our_verdict(&ours, other.vkey()), their_verdict(&theirs, other.vkey()));
            }
            (ours, theirs) => prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{:?}", note),
        }
    }

    #[test]
    fn a_damaged_vkey_is_read_or_refused_alike(seed: [u8; 32], edits in edits()) {
        let vkey = Signer::new("example.kr/log", Kind::Ed25519, &seed).expect("a name").vkey().to_string();
        let vkey = edited(&vkey, &edits);
        // white space around it is ours to pass over: a person pastes it
        prop_assume!(vkey.trim() == vkey);
        prop_assert_eq!(vkey.parse::<Vkey>().is_ok(), StandardVerifier::new(&vkey).is_ok(), "{:?}", vkey);
    }

    #[test]
    fn a_checkpoint_is_read_or_refused_alike(origin in NAME, size in 0_u64..=1 << 53, root: [u8; 32], extension in "([ -~]{1,9}\n){0,2}") {
        let ours = Checkpoint { origin, size, root };
        let text = format!("{ours}{extension}");
        let theirs = tlog_tiles::Checkpoint::from_bytes(text.as_bytes()).expect("they read it");
        prop_assert_eq!((theirs.origin(), theirs.size(), theirs.hash().0), (ours.origin.as_str(), size, root));
        prop_assert_eq!(Checkpoint::parse(&text), Ok(ours.clone()));
        let theirs = tlog_tiles::Checkpoint::new(&ours.origin, size, tlog_tiles::Hash(root), "").expect("a checkpoint");
        prop_assert_eq!(theirs.to_bytes(), ours.to_string().into_bytes());
    }

    #[test]
    fn a_damaged_checkpoint_is_read_or_refused_alike(size in 0_u64..1 << 40, extension in "([ -~]{1,9}\n){0,2}", edits in edits()) {
        let checkpoint = Checkpoint { origin: "example.kr/log".into(), size, root: [7; 32] };
        let text = edited(&format!("{checkpoint}{extension}"), &edits);
        // a size above 2^53 is not ours to read: entries number as JSON does
        let theirs = tlog_tiles::Checkpoint::from_bytes(text.as_bytes()).ok().filter(|theirs| theirs.size() <= 1 << 53);
        let theirs = theirs.map(|theirs| (theirs.origin().to_string(), theirs.size(), theirs.hash().0));
        let ours = Checkpoint::parse(&text).ok().map(|ours| (ours.origin, ours.size, ours.root));
        prop_assert_eq!(ours, theirs, "{:?}", text);
    }
}

#[test]
fn an_extension_line_of_a_checkpoint_is_not_empty() {
    // c2sp.org/tlog-checkpoint: extension lines, if any, MUST be non-empty
    for (extension, reads) in [
        ("", true),
        ("more\n", true),
        ("more\nand more\n", true),
        ("\n", false),
        ("more\n\n", false),
        ("\nmore\n", false),
        ("more", false),
    ] {
        let text = format!("{SOFA}{extension}");
        assert_eq!(
            tlog_tiles::Checkpoint::from_bytes(text.as_bytes()).is_ok(),
            reads,
            "{extension:?}"
        );
        assert_eq!(Checkpoint::parse(&text).is_ok(), reads, "{extension:?}");
    }
}

/// One tree three times: our leaf hashes, and the trees of two other implementations.
struct Trees {
    leaves: Vec<Hash>,
    ct: MemoryBackedTree<Sha256, Vec<u8>>,
    tlog: Stored,
}

/// The hashes of a tree in the order in which tlog_tiles keeps them.
struct Stored(Vec<tlog_tiles::Hash>);

impl HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        indexes
            .iter()
            .map(|at| {
                self.0
                    .get(*at as usize)
                    .copied()
                    .ok_or(tlog_tiles::Error::IndexesNotInTree)
            })
            .collect()
    }
}

impl Trees {
    fn new(size: u64, seed: u64) -> Self {
        let mut trees = Self {
            leaves: Vec::new(),
            ct: MemoryBackedTree::new(),
            tlog: Stored(Vec::new()),
        };
        for n in 0..size {
            let entry = [seed.to_be_bytes(), n.to_be_bytes()].concat();
            trees.leaves.push(entry::hash(&entry));
            let more = tlog_tiles::stored_hashes(n, &entry, &trees.tlog).expect("they hash");
            trees.tlog.0.extend(more);
            trees.ct.push(entry);
        }
        trees
    }

    /// Our hash of a perfect tree.
    fn hash(&self, level: u32, index: u64) -> Result<Hash, ()> {
        Ok(merkle::root(
            &self.leaves[(index << level) as usize..((index + 1) << level) as usize],
        ))
    }

    fn root(&self, size: u64) -> Hash {
        merkle::root(&self.leaves[..size as usize])
    }
}

fn foreign(proof: &[Hash]) -> Vec<tlog_tiles::Hash> {
    proof.iter().map(|hash| tlog_tiles::Hash(*hash)).collect()
}

/// What may be wrong with a proof.
fn damaged(proof: &[Hash], damage: u8, at: &Index) -> Vec<Hash> {
    let mut proof = proof.to_vec();
    match damage {
        1 => proof.insert(at.index(proof.len() + 1), [7; 32]),
        2 if !proof.is_empty() => drop(proof.remove(at.index(proof.len()))),
        3 if !proof.is_empty() => {
            let at = at.index(proof.len());
            proof[at][31] ^= 1;
        }
        _ => {}
    }
    proof
}

proptest! {
    #[test]
    fn roots_and_inclusion_proofs_are_those_of_two_others(
        (size, index) in (1_u64..700).prop_flat_map(|size| (Just(size), 0..size)), seed: u64,
        claimed in any::<Index>(), damage in 0_u8..4, at in any::<Index>(),
    ) {
        let trees = Trees::new(size, seed);
        let root = trees.root(size);
        prop_assert!(root[..] == trees.ct.root().as_bytes()[..]);
        prop_assert_eq!(root, tlog_tiles::tree_hash(size, &trees.tlog).expect("a root").0);
        let proof = merkle::inclusion(index, size, &mut |level, index| trees.hash(level, index)).expect("it is read");
        prop_assert!(proof.concat() == trees.ct.prove_inclusion(index as usize).as_bytes());
        prop_assert_eq!(foreign(&proof), tlog_tiles::prove_record(size, index, &trees.tlog).expect("a proof"));

        // the proof or the index is wrong, or both: three alike verdicts
        let claimed = if claimed.index(2) == 0 { index } else { claimed.index(size as usize + 2) as u64 };
        let proof = damaged(&proof, damage, &at);
        let leaf = trees.leaves[index as usize];
        let ours = merkle::root_from_inclusion(&leaf, claimed, size, &proof) == Some(root);
        let (whole, hash) = (tlog_tiles::Hash(root), tlog_tiles::Hash(leaf));
        prop_assert_eq!(ours, tlog_tiles::check_record(&foreign(&proof), size, whole, claimed, hash).is_ok());
        let entry = trees.ct.get(index as usize).expect("an entry");
        let theirs = InclusionProof::try_from_bytes(proof.concat()).expect("whole hashes");
        prop_assert_eq!(ours, trees.ct.root().verify_inclusion(entry, claimed, &theirs).is_ok());
        prop_assert!(ours || claimed != index || damage != 0);
    }

    #[test]
    fn consistency_proofs_are_those_of_two_others(
        (size, old) in (1_u64..700).prop_flat_map(|size| (Just(size), 1..=size)), seed: u64,
        claimed in any::<Index>(), damage in 0_u8..4, at in any::<Index>(),
    ) {
        let trees = Trees::new(size, seed);
        let (old_root, root) = (trees.root(old), trees.root(size));
        let proof = merkle::consistency(old, size, &mut |level, index| trees.hash(level, index)).expect("it is read");
        prop_assert!(proof.concat() == trees.ct.prove_consistency((size - old) as usize).as_bytes());
        prop_assert_eq!(foreign(&proof), tlog_tiles::prove_tree(size, old, &trees.tlog).expect("a proof"));

        // the empty tree is left out: both others refuse to speak of it
        let claimed = if claimed.index(2) == 0 { old } else { 1 + claimed.index(size as usize + 1) as u64 };
        let proof = damaged(&proof, damage, &at);
        let ours = merkle::consistent(claimed, size, &proof, &old_root, &root);
        let (theirs, whole) = (tlog_tiles::Hash(old_root), tlog_tiles::Hash(root));
        prop_assert_eq!(ours, tlog_tiles::check_tree(&foreign(&proof), size, whole, claimed, theirs).is_ok());
        let theirs = ConsistencyProof::<Sha256>::try_from_bytes(proof.concat()).expect("whole hashes");
        let (before, after) = (RootHash::new(old_root.into(), claimed), RootHash::new(root.into(), size));
        prop_assert_eq!(ours, after.verify_consistency(&before, &theirs).is_ok());
        prop_assert!(ours || claimed != old || damage != 0);
    }

    #[test]
    fn tiles_are_named_alike(level in 0_u8..8, index: u64, width in 1_u32..=256, entries: bool) {
        let theirs = tlog_tiles::Tile::new(8, if entries { 0 } else { level }, index, width, entries);
        let ours = Tile { level: (!entries).then_some(level.into()), index, width: width.into() };
        prop_assert_eq!(ours.path(), here(&theirs.path()));
        prop_assert_eq!(Tile::parse(&ours.path()), Some(ours));
    }
}

/// Our path of a tile that they name: they follow Go, which also writes the height, and `data` for entries.
fn here(theirs: &str) -> String {
    theirs
        .replacen("tile/8/data/", "tile/entries/", 1)
        .replacen("tile/8/", "tile/", 1)
}

/// A log's folder, as a static file server would serve it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn write(&self, tile: Tile, hashes: &[Hash]) -> std::io::Result<()> {
        let path = self.0.path().join(tile.path());
        std::fs::create_dir_all(path.parent().expect("below the folder"))?;
        std::fs::write(path, tiles::to_bytes(hashes))
    }

    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(self.0.path().join(path))
    }

    fn hashes(&self, tile: Tile) -> std::io::Result<Vec<Hash>> {
        let bytes = self.read(&tile.path())?;
        tiles::from_bytes(&bytes, tile.width)
            .ok_or_else(|| std::io::Error::other("a tile of another width"))
    }

    /// Path and length of each file in it.
    fn files(&self) -> HashMap<String, u64> {
        let mut files = HashMap::new();
        let mut waiting: Vec<PathBuf> = vec![self.0.path().into()];
        while let Some(directory) = waiting.pop() {
            for entry in std::fs::read_dir(directory)
                .expect("readable")
                .map(|entry| entry.expect("readable"))
            {
                let path = entry.path();
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    files.insert(self.name(&path), entry.metadata().expect("readable").len());
                }
            }
        }
        files
    }

    fn name(&self, path: &Path) -> String {
        path.strip_prefix(self.0.path())
            .expect("below the folder")
            .to_string_lossy()
            .into_owned()
    }
}

impl TileReader for Folder {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[tlog_tiles::Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        tiles
            .iter()
            .map(|tile| {
                self.read(&here(&tile.path()))
                    .map_err(|_| tlog_tiles::Error::InvalidTile)
            })
            .collect()
    }

    fn save_tiles(&self, _: &[tlog_tiles::Tile], _: &[Vec<u8>]) {}
}

#[test]
fn seventy_thousand_entries_make_the_277_files_of_the_specification() {
    const SIZE: u64 = 70_000;
    let leaves: Vec<Hash> = (0..SIZE).map(|n| entry::hash(&n.to_be_bytes())).collect();
    let folder = Folder(tempfile::tempdir().expect("a temporary directory"));
    let mut tree = Tree::default();
    for leaf in &leaves {
        tree.push(*leaf, |tile, hashes| folder.write(tile, hashes))
            .expect("writable");
    }
    tree.partial()
        .try_for_each(|(tile, hashes)| folder.write(tile, hashes))
        .expect("writable");

    // 273 full ones and one of 112 below, one full one and one of 17 above, one of 1 on top
    let files = folder.files();
    assert_eq!(files.len(), 277);
    let mut partial: Vec<_> = files
        .iter()
        .filter(|(_, length)| **length != 256 * 32)
        .map(|(path, length)| (path.as_str(), *length))
        .collect();
    partial.sort_unstable();
    assert_eq!(
        partial,
        [
            ("tile/0/273.p/112", 112 * 32),
            ("tile/1/001.p/17", 17 * 32),
            ("tile/2/000.p/1", 32)
        ]
    );
    let mut theirs: Vec<String> = tlog_tiles::Tile::new_tiles(8, 0, SIZE)
        .iter()
        .map(|tile| here(&tile.path()))
        .collect();
    let mut ours: Vec<String> = files.into_keys().collect();
    theirs.sort_unstable();
    ours.sort_unstable();
    assert_eq!(ours, theirs);

    // who has nothing but these files and the root proves and verifies: we, and tlog_tiles
    let root = merkle::root(&leaves);
    assert_eq!(
        Tree::load(SIZE, |tile| folder.hashes(tile)).expect("readable"),
        tree
    );
    assert_eq!(
        (
            tree.root(),
            merkle::root_at(SIZE, &mut reader(&folder, SIZE)).expect("readable")
        ),
        (root, root)
    );
    let stranger = TileHashReader::new(SIZE, tlog_tiles::Hash(root), &folder);
    for index in [
        0,
        255,
        256,
        46_666,
        65_535,
        65_536,
        69_887,
        69_888,
        SIZE - 1,
    ] {
        let proof = merkle::inclusion(index, SIZE, &mut reader(&folder, SIZE)).expect("readable");
        assert_eq!(
            merkle::root_from_inclusion(&leaves[index as usize], index, SIZE, &proof),
            Some(root),
            "{index}"
        );
        assert_eq!(
            foreign(&proof),
            tlog_tiles::prove_record(SIZE, index, &stranger).expect("a proof"),
            "{index}"
        );
        let old = index + 1;
        let proof = merkle::consistency(old, SIZE, &mut reader(&folder, SIZE)).expect("readable");
        assert!(
            merkle::consistent(
                old,
                SIZE,
                &proof,
                &merkle::root(&leaves[..old as usize]),
                &root
            ),
            "{old}"
        );
        assert_eq!(
            foreign(&proof),
            tlog_tiles::prove_tree(SIZE, old, &stranger).expect("a proof"),
            "{old}"
        );
    }

    // a flipped bit in a tile gives proofs that lead elsewhere
    let tile = Tile {
        level: Some(0),
        index: 0,
        width: 256,
    };
    let mut hashes = folder.hashes(tile).expect("readable");
    hashes[7][0] ^= 1;
    folder.write(tile, &hashes).expect("writable");
    let proof = merkle::inclusion(0, SIZE, &mut reader(&folder, SIZE)).expect("readable");
    assert_ne!(
        merkle::root_from_inclusion(&leaves[0], 0, SIZE, &proof),
        Some(root)
    );
    assert!(
        tlog_tiles::check_record(
            &foreign(&proof),
            SIZE,
            tlog_tiles::Hash(root),
            0,
            tlog_tiles::Hash(leaves[0])
        )
        .is_err()
    );
}

fn reader(
    folder: &Folder,
    size: u64,
) -> Reader<impl FnMut(Tile) -> std::io::Result<Vec<Hash>> + '_> {
    Reader::new(size, |tile| folder.hashes(tile))
}
