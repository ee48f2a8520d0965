//! Checkpoints (c2sp.org/tlog-checkpoint): what a log says of itself, three lines that are signed
//! as a note; and proofs that carry one (c2sp.org/tlog-proof). Pure.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::audit::format::entry::{self, Hash};
use crate::audit::format::note::{Kind, Note, Vkey};

/// Hashes that a proof can have: a tree has at most 63 levels.
const DEEPEST: usize = 63;

/// Origin, size and root of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log; also the name of its key.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: Hash,
}

/// The text that is signed.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            BASE64.encode(self.root)
        )
    }
}

impl Checkpoint {
    /// Reads the text of a note; extension lines, which our logs never write, are passed over.
    ///
    /// # Errors
    /// Says what a checkpoint looks like.
    pub fn parse(text: &str) -> Result<Self, String> {
        let form = || "a checkpoint is three lines: origin, size, root in base64".to_string();
        let mut lines = text.strip_suffix('\n').ok_or_else(form)?.split('\n');
        let mut line = || {
            lines
                .next()
                .filter(|line| !line.is_empty())
                .ok_or_else(form)
        };
        let origin = line()?.to_string();
        let size = entry::integer(line()?.as_bytes()).ok_or_else(form)?;
        let root = parse_hash(line()?).ok_or_else(form)?;
        if lines.any(str::is_empty) {
            return Err("an extension line of a checkpoint is not empty".into());
        }
        Ok(Self { origin, size, root })
    }

    /// Whether this is of the log that the entries name: its origin is that name, or of a later
    /// incarnation `/` and its number.
    pub fn is_of(&self, log: &str) -> bool {
        let incarnation =
            |number: &str| entry::integer(number.as_bytes()).is_some_and(|number| number >= 2);
        self.origin
            .strip_prefix(log)
            .is_some_and(|rest| rest.is_empty() || rest.strip_prefix('/').is_some_and(incarnation))
    }

    /// Reads a signed checkpoint and holds it against the log's key.
    ///
    /// # Errors
    /// Says what does not hold.
    pub fn verified(note: &str, vkey: &Vkey) -> Result<(Self, Note), String> {
        if vkey.kind != Kind::Ed25519 {
            return Err("this is the vkey of a witness: give the log's own".into());
        }
        let note = Note::parse(note)?;
        let checkpoint = Self::parse(&note.text)?;
        if checkpoint.origin != vkey.name {
            return Err(format!(
                "the checkpoint is of {}, the key of {}",
                checkpoint.origin, vkey.name
            ));
        }
        match note.signed_by(vkey)? {
            Some(_) => Ok((checkpoint, note)),
            None => Err(format!("the checkpoint is not signed by {vkey}")),
        }
    }
}

/// A hash in base64.
pub fn parse_hash(line: &str) -> Option<Hash> {
    BASE64.decode(line).ok()?.try_into().ok()
}

/// Hashes, a line each in base64.
pub fn proof_lines(proof: &[Hash]) -> String {
    proof
        .iter()
        .map(|hash| BASE64.encode(hash) + "\n")
        .collect()
}

/// A proof that an entry is in a log: what a claimant keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlogProof {
    /// What the application adds; not authenticated by itself.
    pub extra: Option<Vec<u8>>,
    /// Number of the entry.
    pub index: u64,
    /// From the leaf's sibling up.
    pub proof: Vec<Hash>,
    /// The signed checkpoint.
    pub checkpoint: String,
}

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1\n";

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(FIRST_LINE)?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", BASE64.encode(extra))?;
        }
        write!(
            f,
            "index {}\n{}\n{}",
            self.index,
            proof_lines(&self.proof),
            self.checkpoint
        )
    }
}

impl TlogProof {
    /// Reads a `.tlog-proof` file.
    ///
    /// # Errors
    /// Says what does not have the form.
    pub fn parse(text: &str) -> Result<Self, String> {
        let form = |what: &str| format!("not a tlog-proof: {what}");
        let rest = text
            .strip_prefix(FIRST_LINE)
            .ok_or_else(|| form("the first line must be c2sp.org/tlog-proof@v1"))?;
        let (head, checkpoint) = rest
            .split_once("\n\n")
            .ok_or_else(|| form("no blank line before the checkpoint"))?;
        let mut lines = head.split('\n').peekable();
        let encoded = lines
            .next_if(|line| line.starts_with("extra "))
            .map(|line| &line["extra ".len()..]);
        let extra = encoded
            .map(|encoded| {
                BASE64
                    .decode(encoded)
                    .map_err(|_| form("extra is not base64"))
            })
            .transpose()?;
        let index = lines
            .next()
            .and_then(|line| entry::integer(line.strip_prefix("index ")?.as_bytes()));
        let index = index.ok_or_else(|| form("no line `index <number>`"))?;
        let proof = lines
            .map(parse_hash)
            .collect::<Option<Vec<_>>>()
            .filter(|proof| proof.len() <= DEEPEST);
        let proof = proof.ok_or_else(|| form("a line of the proof is not a hash in base64"))?;
        Ok(Self {
            extra,
            index,
            proof,
            checkpoint: checkpoint.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::note::{Kind, Signer};

    #[test]
    fn a_proof_reads_back() {
        let signer = Signer::new("example.kr/log", Kind::Ed25519, &[7; 32]).unwrap();
        let checkpoint = Checkpoint {
            origin: "example.kr/log".into(),
            size: 3,
            root: [9; 32],
        };
        let proof = vec![[1; 32], [2; 32]];
        let proof = TlogProof {
            extra: Some(b"{}".to_vec()),
            index: 1,
            proof,
            checkpoint: signer.note(&checkpoint.to_string()),
        };
        assert_eq!(TlogProof::parse(&proof.to_string()), Ok(proof.clone()));
        let bare = TlogProof {
            extra: None,
            index: 0,
            proof: vec![],
            checkpoint: proof.checkpoint,
        };
        assert_eq!(TlogProof::parse(&bare.to_string()), Ok(bare));
    }
}
