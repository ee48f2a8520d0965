//! Vectors and examples that others publish: Certificate Transparency, signed notes, checkpoints,
//! witnesses, proofs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claimant_registry::audit::format::checkpoint::{self, Checkpoint, TlogProof};
use claimant_registry::audit::format::entry::{self, Hash};
use claimant_registry::audit::format::merkle;
use claimant_registry::audit::format::note::{Kind, Note, Signature, Signer, Vkey};
use serde_json::Value;
use signed_note::StandardVerifier;

use crate::formats::SOFA;

/// Where we depart from a published vector, on purpose: its name, and what we say.
const DEPARTURES: [(&str, bool); 2] = [
    // every tree continues the empty one; c2sp.org/tlog-witness has it submitted with an empty
    // proof. RFC 9162 §2.1.4.2 asks for a first size above zero and leaves this open
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

/// A hash of a vector. Some are too short to be one, as we read hashes: they are filled up, so that
/// they reach the verification all the same; each part with a byte of its own, so that no leaf and
/// no root are alike for being absent.
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
        serde_json::from_str(include_str!("../data/merkle-vectors.json")).expect("an array");
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

/// A checkpoint that a public log signed and a public witness cosigned, with the other witnesses
/// that cosigned it.
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
    // the specification shortens the signatures; and its line `extra …` is no base64 (51 digits),
    // so that it is left out
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
