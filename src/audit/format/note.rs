//! Signed notes (c2sp.org/signed-note): a text, and below it signatures by named keys. Ed25519
//! (type 1) signs checkpoints and successions; time-stamped cosignatures (type 4,
//! c2sp.org/tlog-cosignature) are what witnesses add. Pure.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::audit::format::{checkpoint, entry};

/// Begins a signature line: em dash and one space.
const DASH: &str = "\u{2014} ";
/// Signatures that a note may carry.
const MOST: usize = 64;
/// First line of the statement by which a key names the one that follows it.
pub const SUCCESSION: &str = "claimant-registry/succession/v1";

/// What a key signs, by the type byte of its note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Ed25519 over the text.
    Ed25519 = 1,
    /// Ed25519 over the time and the text.
    Cosignature = 4,
}

/// A key that verifies: `name+hex8(key id)+base64(type || public key)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vkey {
    /// Whose key it is; for a log, its origin.
    pub name: String,
    /// What it signs.
    pub kind: Kind,
    key: [u8; 32],
}

impl Vkey {
    /// SHA-256(name || 0x0A || type || public key)[..4].
    pub fn id(&self) -> [u8; 4] {
        let digest = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', self.kind as u8])
            .chain_update(self.key)
            .finalize();
        [digest[0], digest[1], digest[2], digest[3]]
    }

    /// SHA-256 of the vkey as text, in hexadecimal digits: what people compare.
    pub fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(self.to_string()))
    }

    /// Whether both stand for the same public key, whatever their names.
    pub fn same_key(&self, other: &Self) -> bool {
        self.key == other.key
    }

    /// When the text was signed (0 without a time), if this is a valid signature of this key.
    fn verify(&self, text: &str, signature: &[u8]) -> Option<u64> {
        let key = UnparsedPublicKey::new(&ED25519, self.key);
        match self.kind {
            Kind::Ed25519 => key.verify(text.as_bytes(), signature).ok().map(|()| 0),
            Kind::Cosignature => {
                let (time, signature) = signature.split_first_chunk::<8>()?;
                let time = u64::from_be_bytes(*time);
                key.verify(cosigned(time, text).as_bytes(), signature)
                    .ok()
                    .map(|()| time)
            }
        }
    }
}

/// What a witness signs.
fn cosigned(time: u64, text: &str) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

impl fmt::Display for Vkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[self.kind as u8][..], &self.key].concat();
        write!(
            f,
            "{}+{}+{}",
            self.name,
            hex::encode(self.id()),
            BASE64.encode(key)
        )
    }
}

impl FromStr for Vkey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let form = || {
            "a vkey is NAME+8 hexadecimal digits+base64, such as example.com/log+530d903a+AekyeRrm56hA…".to_string()
        };
        let (name, rest) = text.trim().split_once('+').ok_or_else(form)?;
        let (id, key) = rest.split_once('+').ok_or_else(form)?;
        let key = BASE64.decode(key).map_err(|_| form())?;
        let (kind, key) = key.split_first().ok_or_else(form)?;
        let kind = match kind {
            1 => Kind::Ed25519,
            4 => Kind::Cosignature,
            other => {
                return Err(format!(
                    "a vkey of type {other} is not supported: Ed25519 is type 1, a witness is type 4"
                ));
            }
        };
        let key = key.try_into().map_err(|_| form())?;
        if !is_name(name) {
            return Err(form());
        }
        if !is_public_key(&key) {
            return Err("this vkey holds no public key that only its owner can sign with".into());
        }
        let vkey = Self {
            name: name.into(),
            kind,
            key,
        };
        if hex::encode(vkey.id()) == id {
            Ok(vkey)
        } else {
            Err("the key id of this vkey does not belong to its name and key: a part of it is missing".into())
        }
    }
}

/// Whether a name can stand in a signature line.
pub fn is_name(name: &str) -> bool {
    let foreign = |c: char| c == '+' || c < ' ' || c.is_whitespace();
    !name.is_empty() && !name.contains(foreign)
}

/// The y of each point of small order, and of those the forms that are not below the prime. Under
/// such a key somebody else's signature verifies over any text: whoever publishes one can disown
/// all that it signed.
const SMALL_ORDER: [&str; 5] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

/// Whether the bytes can be a public key: y is below the prime 2^255 - 19, and the point is of no
/// small order.
fn is_public_key(key: &[u8; 32]) -> bool {
    let mut y = *key;
    y[31] &= 0x7f;
    let below_prime = y[0] < 0xed || y[31] != 0x7f || y[1..31].iter().any(|byte| *byte != 0xff);
    below_prime && !SMALL_ORDER.contains(&hex::encode(y).as_str())
}

/// A key that signs.
pub struct Signer {
    pair: Ed25519KeyPair,
    vkey: Vkey,
}

impl Signer {
    /// Signs under that name with the key that grows from a seed of 32 bytes.
    ///
    /// # Errors
    /// A name that a note cannot hold.
    pub fn new(name: &str, kind: Kind, seed: &[u8; 32]) -> Result<Self, String> {
        if !is_name(name) {
            return Err(format!(
                "{name} cannot be the name of a key: no + and no white space"
            ));
        }
        let pair = Ed25519KeyPair::from_seed_unchecked(seed)
            .map_err(|e| format!("the seed of a key: {e}"))?;
        let key = pair
            .public_key()
            .as_ref()
            .try_into()
            .map_err(|_| "an Ed25519 key has 32 bytes".to_string())?;
        Ok(Self {
            pair,
            vkey: Vkey {
                name: name.into(),
                kind,
                key,
            },
        })
    }

    /// What verifies its signatures.
    pub fn vkey(&self) -> &Vkey {
        &self.vkey
    }

    /// The signature line over that text, with its line feed; `time` in seconds since 1970 counts
    /// for cosignatures only.
    pub fn sign(&self, text: &str, time: u64) -> String {
        let signature = match self.vkey.kind {
            Kind::Ed25519 => self.pair.sign(text.as_bytes()).as_ref().to_vec(),
            Kind::Cosignature => [
                &time.to_be_bytes()[..],
                self.pair.sign(cosigned(time, text).as_bytes()).as_ref(),
            ]
            .concat(),
        };
        format!(
            "{DASH}{} {}\n",
            self.vkey.name,
            BASE64.encode([&self.vkey.id()[..], &signature].concat())
        )
    }

    /// The note with that text (which ends in a line feed), signed.
    pub fn note(&self, text: &str) -> String {
        format!("{text}\n{}", self.sign(text, 0))
    }
}

/// One line below a note's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Name of the key.
    pub name: String,
    id: [u8; 4],
    bytes: Vec<u8>,
    /// The line itself, with its line feed.
    pub line: String,
}

impl Signature {
    /// Reads a line without its line feed.
    fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
        let bytes = BASE64.decode(encoded).ok()?;
        let (id, bytes) = bytes.split_first_chunk::<4>()?;
        let usable = is_name(name) && !bytes.is_empty();
        usable.then(|| Self {
            name: name.into(),
            id: *id,
            bytes: bytes.to_vec(),
            line: format!("{line}\n"),
        })
    }

    /// Reads lines, each with its line feed, as a witness answers them.
    pub fn parse_lines(lines: &str) -> Option<Vec<Self>> {
        lines
            .strip_suffix('\n')?
            .split('\n')
            .map(Self::parse)
            .collect()
    }
}

/// A text with its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is signed, with its last line feed.
    pub text: String,
    /// The lines below.
    pub signatures: Vec<Signature>,
}

impl Note {
    /// Reads a note: text, blank line, signature lines.
    ///
    /// # Errors
    /// Says which part does not have the form.
    pub fn parse(note: &str) -> Result<Self, String> {
        if note.chars().any(|c| c < ' ' && c != '\n') {
            return Err("a signed note has no control characters but line feeds".into());
        }
        let (text, lines) = note
            .rsplit_once("\n\n")
            .ok_or("a signed note is a text, a blank line and signature lines")?;
        let signatures = Signature::parse_lines(lines)
            .ok_or("a signature line is `\u{2014} name base64`, ended by a line feed")?;
        if signatures.len() > MOST {
            return Err(format!(
                "a signed note of more than {MOST} signatures is not read"
            ));
        }
        Ok(Self {
            text: format!("{text}\n"),
            signatures,
        })
    }

    /// When this key signed (0 without a time); none where it did not.
    ///
    /// # Errors
    /// A signature in this key's name that is not its own.
    pub fn signed_by(&self, vkey: &Vkey) -> Result<Option<u64>, String> {
        let id = vkey.id();
        let mut own = self
            .signatures
            .iter()
            .filter(|signature| signature.name == vkey.name && signature.id == id)
            .peekable();
        if own.peek().is_none() {
            return Ok(None);
        }
        let mut time = None;
        for signature in own {
            let signed = vkey.verify(&self.text, &signature.bytes);
            time =
                time.max(Some(signed.ok_or_else(|| {
                    format!("a signature of {} is not valid", vkey.name)
                })?));
        }
        Ok(time)
    }

    /// The line of this key's valid signature.
    pub fn line_of(&self, vkey: &Vkey) -> Option<&str> {
        let id = vkey.id();
        let own = |signature: &&Signature| {
            signature.name == vkey.name
                && signature.id == id
                && vkey.verify(&self.text, &signature.bytes).is_some()
        };
        self.signatures
            .iter()
            .find(own)
            .map(|signature| signature.line.as_str())
    }
}

/// A signed statement that a key is followed by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    old: Vkey,
    new: Vkey,
    note: Note,
}

impl Succession {
    /// Reads the statement; whether its signature holds, [`Succession::after`] says.
    ///
    /// # Errors
    /// Says which part does not have the form.
    pub fn parse(statement: &str) -> Result<Self, String> {
        let note = Note::parse(statement)?;
        let form = || {
            format!(
                "a succession is the lines `{SUCCESSION}`, `old VKEY`, `new VKEY`, size, root and reason"
            )
        };
        let lines: Vec<&str> = note.text.split_terminator('\n').collect();
        let [SUCCESSION, old, new, size, root, reason] = lines[..] else {
            return Err(form());
        };
        let signs = |line: &str, start| {
            let written = line.strip_prefix(start)?;
            let vkey: Vkey = written.parse().ok()?;
            (vkey.kind == Kind::Ed25519 && vkey.to_string() == written).then_some(vkey)
        };
        let (old, new) = signs(old, "old ")
            .zip(signs(new, "new "))
            .ok_or_else(form)?;
        let size = size.strip_prefix("size ").map(str::as_bytes);
        let root = root.strip_prefix("root ").and_then(checkpoint::parse_hash);
        if size.and_then(entry::integer).is_none()
            || root.is_none()
            || !reason.starts_with("reason ")
        {
            return Err(form());
        }
        Ok(Self { old, new, note })
    }

    /// The key that is followed.
    pub fn old(&self) -> &Vkey {
        &self.old
    }

    /// The key that follows `trusted`; none where the statement is another key's.
    ///
    /// # Errors
    /// A signature that is missing or not valid.
    pub fn after(&self, trusted: &Vkey) -> Result<Option<Vkey>, String> {
        if self.old != *trusted {
            return Ok(None);
        }
        self.note
            .signed_by(trusted)?
            .ok_or_else(|| format!("the succession is not signed by {trusted}"))?;
        Ok(Some(self.new.clone()))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures
            .iter()
            .try_for_each(|signature| f.write_str(&signature.line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    #[test]
    fn the_vkey_of_the_specification_reads_and_has_its_id() {
        let vkey: Vkey = EXAMPLE.parse().unwrap();
        assert_eq!(
            (vkey.name.as_str(), vkey.kind, hex::encode(vkey.id())),
            ("example.com/foo", Kind::Ed25519, "530d903a".into())
        );
        assert_eq!(vkey.to_string(), EXAMPLE);
        for wrong in [
            "",
            "a+b",
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+Aeky",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        ] {
            assert!(wrong.parse::<Vkey>().is_err(), "{wrong}");
        }
    }

    /// A firm could publish such a key and disown every checkpoint under it.
    #[test]
    fn a_key_that_anybody_signs_with_is_none() {
        let vkey = |key: [u8; 32]| Vkey {
            name: "example.kr/log".into(),
            kind: Kind::Ed25519,
            key,
        };
        for small in SMALL_ORDER {
            for sign in [0, 0x80] {
                let mut key: [u8; 32] = hex::decode(small).unwrap().try_into().unwrap();
                key[31] |= sign;
                assert!(vkey(key).to_string().parse::<Vkey>().is_err(), "{small}");
            }
        }
        for above in 0xed..=0xff {
            let mut key = [0xff; 32];
            key[0] = above;
            assert!(vkey(key).to_string().parse::<Vkey>().is_err(), "{above:#x}");
        }
    }

    #[test]
    fn a_note_reads_back_and_verifies_and_a_changed_byte_does_not() {
        for kind in [Kind::Ed25519, Kind::Cosignature] {
            let signer = Signer::new("example.kr/log", kind, &[7; 32]).unwrap();
            let text = "example.kr/log\n12\nabc\n\nmore\n";
            let note = format!("{text}\n{}", signer.sign(text, 1_700_000_000));
            let read = Note::parse(&note).unwrap();
            assert_eq!((read.text.as_str(), read.to_string()), (text, note.clone()));
            let time = if kind == Kind::Ed25519 {
                0
            } else {
                1_700_000_000
            };
            assert_eq!(read.signed_by(signer.vkey()), Ok(Some(time)));
            assert!(read.line_of(signer.vkey()).is_some());
            let changed = Note {
                text: text.replace("12", "13"),
                ..read.clone()
            };
            assert!(
                changed.signed_by(signer.vkey()).is_err()
                    && changed.line_of(signer.vkey()).is_none()
            );
            let stranger = Signer::new("example.kr/log", kind, &[8; 32]).unwrap();
            assert_eq!(
                read.signed_by(stranger.vkey()),
                Ok(None),
                "unknown keys are passed over"
            );
        }
    }

    #[test]
    fn what_is_no_note_is_refused() {
        let line = Signer::new("example.kr/log", Kind::Ed25519, &[7; 32])
            .unwrap()
            .sign("a\n", 0);
        for wrong in [
            "",
            "a\n",
            "a\n\n",
            &format!("a\n{line}"),
            &format!("a\n\n{}", line.trim_end()),
            &format!("a\t\n\n{line}"),
            "a\n\n- x AAAA\n",
            "a\n\n\u{2014} x AAAA\n",
        ] {
            assert!(Note::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
