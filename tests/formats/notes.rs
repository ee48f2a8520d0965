//! Signed notes as the crate signed_note reads them, whole and edited.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claimant_registry::audit::format::checkpoint::Checkpoint;
use claimant_registry::audit::format::note::{Kind, Note, Signer, Vkey};
use proptest::prelude::*;
use proptest::sample::Index;
use signed_note::{NoteError, StandardSigner, StandardVerifier, VerifierList};

use crate::formats::SOFA;

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
