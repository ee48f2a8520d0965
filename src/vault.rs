//! Seals personal data and finds it again. A row's personal fields are one sealed document
//! (XChaCha20-Poly1305) with a salt a field; beside it stands one salted commitment a field, which
//! a holder of value and salt can open. Equality is searched through keyed blind indexes. Opening
//! needs a [`Grant`], so that nobody reads without being the owner or without a disclosure that
//! names them.

use std::collections::BTreeMap;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretBox};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::access::Grant;
use crate::error::Error;

/// The keys of a registry, each for one purpose.
pub struct Keys {
    /// Seals documents.
    pub sealing: KeyRing,
    /// Computes blind indexes.
    pub index: KeyRing,
    /// Signs session tokens: an Ed25519 seed.
    pub token: KeyRing,
    /// Signs the log's checkpoints: an Ed25519 seed.
    pub log: KeyRing,
}

/// The versions of one key; the highest is the current one.
pub struct KeyRing(BTreeMap<u16, SecretBox<[u8; 32]>>);

impl KeyRing {
    /// Reads lines `version hex64`; empty lines and lines that begin with `#` are passed over.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut ring = BTreeMap::new();
        for line in text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let form = "each line must be `version hex64`: a number from 1 to 65535, a space, 64 hexadecimal digits";
            let (version, digits) = line.split_once(' ').ok_or(form)?;
            let version: u16 = version.parse().ok().filter(|v| *v > 0).ok_or(form)?;
            let mut key = Box::new([0; 32]);
            hex::decode_to_slice(digits.trim(), key.as_mut_slice()).map_err(|_| form)?;
            if ring.insert(version, SecretBox::new(key)).is_some() {
                return Err(format!("version {version} is given twice"));
            }
        }
        if ring.is_empty() {
            Err("no key in it".into())
        } else {
            Ok(Self(ring))
        }
    }

    /// A line with a new key of that version.
    pub fn fresh_line(version: u16) -> String {
        format!("{version} {}\n", hex::encode(rand::random::<[u8; 32]>()))
    }

    /// Every version with its key, the oldest first.
    pub fn versions(&self) -> impl Iterator<Item = (u16, &[u8; 32])> {
        self.0
            .iter()
            .map(|(version, key)| (*version, key.expose_secret()))
    }

    /// The version that is used for new work, and its key.
    pub fn current(&self) -> (u16, &[u8; 32]) {
        let (version, key) = self
            .0
            .last_key_value()
            .expect("a ring is never empty: parse refuses that");
        (*version, key.expose_secret())
    }

    fn get(&self, version: u16) -> Option<&[u8; 32]> {
        self.0.get(&version).map(ExposeSecret::expose_secret)
    }

    /// What the database may know of each version: HMAC-SHA256(key, "fingerprint").
    pub fn fingerprints(&self) -> impl Iterator<Item = (u16, Vec<u8>)> {
        self.0
            .iter()
            .map(|(version, key)| (*version, mac(key.expose_secret(), &[b"fingerprint"])))
    }
}

fn mac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut mac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

/// A document as it lies in a row: two columns.
pub struct Sealed {
    /// `version[2] || nonce[24] || ciphertext || tag[16]`.
    pub sealed: Vec<u8>,
    /// `{"field":"<hex of SHA-256(salt || value)>",...}`, fields in order of their names.
    pub commitments: String,
}

impl Sealed {
    /// What an erasure leaves of a document: nothing, which opens to no fields.
    pub fn emptied() -> Self {
        Self {
            sealed: Vec::new(),
            commitments: "{}".into(),
        }
    }
}

/// A field of a document with the salt of its commitment: what opens the commitment to anybody who
/// is shown it.
#[derive(Serialize, Deserialize)]
pub struct Field {
    /// 16 bytes in hexadecimal digits.
    pub salt: String,
    pub value: String,
}

/// What is read of a [`Field`]: the salt is for commitments alone.
#[derive(Deserialize)]
struct Value {
    value: String,
}

/// An opened document: field name to value.
#[derive(Default)]
pub struct Opened(BTreeMap<String, Zeroizing<String>>);

impl Opened {
    /// The field's value; empty where the document has none of that name.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", |value| value.as_str())
    }

    /// The field's value, if the document has it.
    pub fn find(&self, field: &str) -> Option<String> {
        self.0.get(field).map(|value| value.to_string())
    }
}

/// Which row a document belongs to; bound into the ciphertext, so that documents cannot be swapped.
#[derive(Clone, Copy)]
pub struct Place {
    pub table: &'static str,
    pub id: Uuid,
    /// What a grant has to be for: the claim or the account whose data it is. Documents that no
    /// owner opens, such as the note of a review, the reason of a disclosure or a hold, a mail or a
    /// link, have the id of their own row.
    pub subject: Uuid,
}

/// Seals, opens and indexes with the registry's keys.
pub struct Vault(Keys);

impl Vault {
    /// A vault with these keys.
    pub fn new(keys: Keys) -> Self {
        Self(keys)
    }

    /// The keys, for tokens and fingerprints.
    pub fn keys(&self) -> &Keys {
        &self.0
    }

    /// Seals the fields for that row, each with a fresh salt.
    pub fn seal<'n>(
        &self,
        place: Place,
        fields: impl IntoIterator<Item = (&'n str, impl AsRef<str>)>,
    ) -> Sealed {
        let fields: BTreeMap<&str, Field> = fields
            .into_iter()
            .map(|(name, value)| {
                (
                    name,
                    Field {
                        salt: hex::encode(rand::random::<[u8; 16]>()),
                        value: value.as_ref().into(),
                    },
                )
            })
            .collect();
        let commitments: BTreeMap<&str, String> = fields
            .iter()
            .map(|(name, field)| (*name, commitment(&field.salt, &field.value)))
            .collect();
        let plain = Zeroizing::new(serde_json::to_vec(&fields).expect("strings always serialise"));
        let (version, key) = self.0.sealing.current();
        let nonce = rand::random::<[u8; 24]>();
        let body = XChaCha20Poly1305::new(key.into())
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: &plain,
                    aad: bound(place, version).as_bytes(),
                },
            )
            .expect("a document is far below the cipher's limit");
        Sealed {
            sealed: [&version.to_be_bytes()[..], &nonce, &body].concat(),
            commitments: serde_json::to_string(&commitments).expect("strings always serialise"),
        }
    }

    /// Opens a sealed document. One that an erasure has emptied has no fields: readers meet it
    /// while the erasure commits, and that it was an erasure, the verification of the log says.
    ///
    /// # Errors
    /// `NotFound` where the grant is not for this subject; `Internal` where key, row or bytes do
    /// not fit.
    pub fn open(&self, grant: &Grant, place: Place, sealed: &[u8]) -> Result<Opened, Error> {
        let fields: BTreeMap<String, Value> = self.fields(grant, place, sealed)?;
        Ok(Opened(
            fields
                .into_iter()
                .map(|(name, field)| (name, Zeroizing::new(field.value)))
                .collect(),
        ))
    }

    /// As [`Vault::open`]; without a grant no field is seen.
    pub fn open_for(
        &self,
        grant: Option<&Grant>,
        place: Place,
        sealed: &[u8],
    ) -> Result<Opened, Error> {
        grant.map_or(Ok(Opened::default()), |grant| {
            self.open(grant, place, sealed)
        })
    }

    /// As [`Vault::open`], with the salt of each field, for a receipt that opens every commitment
    /// to its holder.
    pub fn open_with_salts(
        &self,
        grant: &Grant,
        place: Place,
        sealed: &[u8],
    ) -> Result<BTreeMap<String, Field>, Error> {
        self.fields(grant, place, sealed)
    }

    fn fields<F: DeserializeOwned>(
        &self,
        grant: &Grant,
        place: Place,
        sealed: &[u8],
    ) -> Result<BTreeMap<String, F>, Error> {
        if !grant.covers(place.subject) {
            return Err(Error::NotFound);
        }
        if sealed.is_empty() {
            return Ok(BTreeMap::new());
        }
        let broken = || {
            Error::internal(format!(
                "sealed document of {} {} does not open",
                place.table, place.id
            ))
        };
        if sealed.len() < 26 {
            return Err(broken());
        }
        let version = u16::from_be_bytes([sealed[0], sealed[1]]);
        let nonce: [u8; 24] = sealed[2..26].try_into().map_err(|_| broken())?;
        let key = self.0.sealing.get(version).ok_or_else(broken)?;
        let plain = XChaCha20Poly1305::new(key.into())
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: &sealed[26..],
                    aad: bound(place, version).as_bytes(),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| broken())?;
        serde_json::from_slice(&plain).map_err(|_| broken())
    }

    /// Keyed blind index of a value under that field's name: HMAC-SHA256(key, field || 0 || value).
    pub fn index(&self, field: &str, value: &str) -> Vec<u8> {
        mac(
            self.0.index.current().1,
            &[field.as_bytes(), &[0], value.as_bytes()],
        )
    }
}

/// SHA-256(salt || value) in hexadecimal; the salt is 16 bytes.
fn commitment(salt_hex: &str, value: &str) -> String {
    let salt = hex::decode(salt_hex).expect("made as hexadecimal digits above");
    hex::encode(
        Sha256::new()
            .chain_update(salt)
            .chain_update(value)
            .finalize(),
    )
}

fn bound(place: Place, version: u16) -> String {
    format!("{}/{}/{version}", place.table, place.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> Vault {
        let ring = |byte: &str| KeyRing::parse(&format!("1 {}", byte.repeat(32))).unwrap();
        Vault::new(Keys {
            sealing: ring("11"),
            index: ring("22"),
            token: ring("33"),
            log: ring("44"),
        })
    }

    fn place() -> Place {
        let id = Uuid::now_v7();
        Place {
            table: "claim",
            id,
            subject: id,
        }
    }

    #[test]
    fn what_is_sealed_opens_for_its_own_row_only() {
        let (vault, here) = (vault(), place());
        let sealed = vault.seal(here, [("name", "김하늘"), ("phone", "010-1234-5678")]);
        let opened = vault
            .open(&Grant::for_program(), here, &sealed.sealed)
            .unwrap();
        assert_eq!(
            (opened.get("name"), opened.find("address")),
            ("김하늘", None)
        );
        assert!(
            vault
                .open(&Grant::for_program(), place(), &sealed.sealed)
                .is_err()
        );
        assert!(
            vault
                .open(
                    &Grant::for_program(),
                    Place {
                        table: "loss",
                        ..here
                    },
                    &sealed.sealed
                )
                .is_err()
        );
    }

    #[test]
    fn any_changed_byte_keeps_it_shut() {
        let (vault, here) = (vault(), place());
        let sealed = vault.seal(here, [("name", "김하늘")]).sealed;
        for i in 0..sealed.len() {
            let mut bad = sealed.clone();
            bad[i] ^= 1;
            assert!(
                vault.open(&Grant::for_program(), here, &bad).is_err(),
                "byte {i}"
            );
            assert!(
                i == 0
                    || vault
                        .open(&Grant::for_program(), here, &sealed[..i])
                        .is_err(),
                "cut at {i}"
            );
        }
    }

    #[test]
    fn the_same_value_leaves_no_two_equal_traces() {
        let (vault, here) = (vault(), place());
        let [a, b] = [
            vault.seal(here, [("name", "김하늘")]),
            vault.seal(here, [("name", "김하늘")]),
        ];
        assert_ne!((a.sealed, a.commitments), (b.sealed, b.commitments));
        assert_eq!(vault.index("name", "김하늘"), vault.index("name", "김하늘"));
        assert_ne!(
            vault.index("name", "김하늘"),
            vault.index("phone", "김하늘")
        );
    }

    #[test]
    fn an_emptied_document_opens_to_nothing_for_whoever_might_open_it() {
        let opened = vault()
            .open(&Grant::for_program(), place(), &Sealed::emptied().sealed)
            .unwrap();
        assert_eq!((opened.get("name"), opened.find("name")), ("", None));
    }

    #[test]
    fn a_key_of_the_wrong_form_is_named() {
        for wrong in [
            "",
            "abc",
            "0 00",
            "1 zz",
            &format!("1 {}", "0".repeat(63)),
            &format!("1 {0}\n1 {0}", "0".repeat(64)),
        ] {
            assert!(KeyRing::parse(wrong).is_err(), "{wrong}");
        }
        let two = KeyRing::parse(&format!(
            "# old\n1 {}\n2 {}\n",
            "0".repeat(64),
            "1".repeat(64)
        ))
        .unwrap();
        assert_eq!(two.current().0, 2);
    }
}
