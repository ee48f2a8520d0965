//! One exchange with a witness: `add-checkpoint`, and again from the size that the witness has
//! seen. A witness is believed nothing but its own valid signature.

use std::io;

use crate::audit::format::checkpoint::proof_lines;
use crate::audit::format::entry::{self, Hash};
use crate::audit::format::note::{Note, Signature, Vkey};
use crate::audit::publish::published::SignedCheckpoint;
use crate::caller::{Caller, Reply};

/// Calls that one exchange takes at most: one that learns the witness's size, one from there, one
/// if it moved meanwhile.
const CALLS: usize = 3;

/// Why there is no cosignature.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// In words for the operator.
    pub what: String,
    /// The witness says that it has seen a log that this one does not continue.
    pub alarm: bool,
}

impl Refusal {
    fn fault(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            alarm: false,
        }
    }

    fn alarm(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            alarm: true,
        }
    }
}

/// What an answer comes to.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Cosigned(Signature, u64),
    /// It has seen that many entries.
    From(u64),
    /// Somebody else has shown it a later checkpoint of this log.
    Ahead,
}

/// The log that a witness is asked to cosign.
pub struct Log<'l> {
    pub signed: &'l SignedCheckpoint,
    /// Makes the proof that the log continues what it was at that size.
    pub proof: &'l dyn Fn(u64) -> io::Result<Vec<Hash>>,
    /// How many entries are published at the moment.
    pub published_size: &'l dyn Fn() -> u64,
}

/// The body of a call.
fn body(old: u64, proof: &[Hash], note: &Note) -> String {
    // only the log's own line: what others signed is not the witness's affair
    let own = note
        .signatures
        .first()
        .map(|signature| signature.line.as_str())
        .unwrap_or_default();
    format!("old {old}\n{}\n{}\n{own}", proof_lines(proof), note.text)
}

/// Reads an answer to a call that began at `old`; `published` entries are published by now.
fn read(
    reply: &Reply,
    vkey: &Vkey,
    old: u64,
    signed: &SignedCheckpoint,
    published: u64,
) -> Result<Outcome, Refusal> {
    let size = signed.checkpoint.size;
    match reply.status {
        200 => cosigned(reply, vkey, signed),
        409 => {
            let text = std::str::from_utf8(&reply.body)
                .ok()
                .filter(|_| reply.kind == "text/x.tlog.size");
            match text.and_then(|text| entry::integer(text.strip_suffix('\n')?.as_bytes())) {
                Some(theirs) if theirs > published.max(size) => Err(Refusal::alarm(format!(
                    "the witness says that it has seen {theirs} entries, this log has {}: another log is signed with this key, or the log was cut",
                    published.max(size)
                ))),
                Some(theirs) if theirs > size => Ok(Outcome::Ahead),
                Some(theirs) if theirs != old => Ok(Outcome::From(theirs)),
                _ if old == size => Err(Refusal::alarm(format!(
                    "the witness has seen another log of {size} entries: two logs are signed with this key, or the log was written anew"
                ))),
                _ => Err(Refusal::fault(
                    "the witness does not say how many entries it has seen",
                )),
            }
        }
        422 if old > 0 => Err(Refusal::alarm(format!(
            "the witness says that this log does not continue the first {old} entries that it has seen: two logs are signed with this key, or the log was written anew"
        ))),
        422 => Err(Refusal::fault(
            "the witness does not accept the proof (422)",
        )),
        404 => Err(Refusal::fault(
            "the witness does not know this log (404): its operator has to add the log's vkey",
        )),
        403 => Err(Refusal::fault(
            "the witness does not accept the log's signature (403): it has another vkey of this log",
        )),
        status => Err(Refusal::fault(format!("the witness answered {status}"))),
    }
}

/// The witness's own signature in an answer; signatures of others are passed over.
fn cosigned(reply: &Reply, vkey: &Vkey, signed: &SignedCheckpoint) -> Result<Outcome, Refusal> {
    let lines = std::str::from_utf8(&reply.body)
        .ok()
        .and_then(Signature::parse_lines);
    let lines = lines.ok_or_else(|| Refusal::fault("the answer is not signature lines"))?;
    let valid = |line: Signature| {
        let note = Note {
            text: signed.note.text.clone(),
            signatures: vec![line.clone()],
        };
        let time = note.signed_by(vkey).ok().flatten()?;
        Some(Outcome::Cosigned(line, time))
    };
    let mut own = lines.into_iter().filter(|line| line.name == vkey.name);
    own.find_map(valid).ok_or_else(|| {
        Refusal::fault("the answer holds no valid cosignature of this witness over this checkpoint")
    })
}

/// Asks for a cosignature with its time; none where the witness has seen a later checkpoint of this
/// log, which is to be asked for instead. `seen` is how many entries the witness has seen as far as
/// is known, and is brought up to date.
///
/// # Errors
/// Why there is none.
pub fn submit(
    caller: &Caller,
    url: &str,
    vkey: &Vkey,
    seen: &mut u64,
    log: &Log,
) -> Result<Option<(Signature, u64)>, Refusal> {
    let url = format!("{url}/add-checkpoint");
    let size = log.signed.checkpoint.size;
    for _ in 0..CALLS {
        let old = (*seen).min(size);
        let proof = if old == 0 || old == size {
            Vec::new()
        } else {
            (log.proof)(old).map_err(|e| Refusal::fault(format!("the published log: {e}")))?
        };
        let body = body(old, &proof, &log.signed.note);
        let reply = caller
            .post(&url, "text/plain; charset=utf-8", body.as_bytes())
            .map_err(Refusal::fault)?;
        match read(&reply, vkey, old, log.signed, (log.published_size)())? {
            Outcome::Cosigned(signature, time) => {
                *seen = size;
                return Ok(Some((signature, time)));
            }
            Outcome::Ahead => return Ok(None),
            Outcome::From(theirs) => *seen = theirs,
        }
    }
    Err(Refusal::fault(
        "the witness names another size at each call",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::checkpoint::Checkpoint;
    use crate::audit::format::note::{Kind, Signer};

    fn signed(size: u64) -> SignedCheckpoint {
        let log = Signer::new("example.kr/log", Kind::Ed25519, &[7; 32]).unwrap();
        let checkpoint = Checkpoint {
            origin: "example.kr/log".into(),
            size,
            root: [9; 32],
        };
        SignedCheckpoint {
            note: Note::parse(&log.note(&checkpoint.to_string())).unwrap(),
            checkpoint,
        }
    }

    fn reply(status: u16, kind: &str, body: &str) -> Reply {
        Reply {
            status,
            kind: kind.into(),
            body: body.as_bytes().to_vec(),
        }
    }

    #[test]
    fn the_body_is_that_of_the_specification() {
        let signed = signed(5);
        let text = body(3, &[[1; 32], [2; 32]], &signed.note);
        let proof = [
            "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
            "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=",
        ];
        assert_eq!(
            text,
            format!("old 3\n{}\n{}\n\n{}", proof[0], proof[1], signed.note)
        );
        assert!(body(0, &[], &signed.note).starts_with("old 0\n\nexample.kr/log\n5\n"));
    }

    #[test]
    fn only_a_valid_cosignature_of_the_witness_over_the_checkpoint_counts() {
        let signed = signed(5);
        let witness = Signer::new("witness.example", Kind::Cosignature, &[8; 32]).unwrap();
        let other = Signer::new("witness.example", Kind::Cosignature, &[9; 32]).unwrap();
        let own = witness.sign(&signed.note.text, 77);
        let answer = |lines: &str| {
            read(
                &reply(200, "text/plain", lines),
                witness.vkey(),
                5,
                &signed,
                5,
            )
        };
        let both = format!("{}{own}", other.sign(&signed.note.text, 78));
        assert!(
            matches!(answer(&both), Ok(Outcome::Cosigned(line, 77)) if line.line == own),
            "unknown keys are passed over"
        );
        for wrong in [
            other.sign(&signed.note.text, 77),
            witness.sign("example.kr/log\n6\nother\n", 77),
            String::new(),
            own.trim_end().into(),
        ] {
            assert!(
                answer(&wrong).is_err_and(|refusal| !refusal.alarm),
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn what_a_witness_has_seen_is_gone_on_from_unless_it_is_another_log() {
        let signed = signed(5);
        let witness = Signer::new("witness.example", Kind::Cosignature, &[8; 32]).unwrap();
        let answer = |status, kind, body, old| {
            read(&reply(status, kind, body), witness.vkey(), old, &signed, 5)
                .map_err(|refusal| refusal.alarm)
        };
        let later = |published| {
            read(
                &reply(409, "text/x.tlog.size", "6\n"),
                witness.vkey(),
                0,
                &signed,
                published,
            )
        };
        assert_eq!(
            (later(6), later(7)),
            (Ok(Outcome::Ahead), Ok(Outcome::Ahead)),
            "another feeder was quicker"
        );
        assert!(later(5).is_err_and(|refusal| refusal.alarm));
        let size = "text/x.tlog.size";
        assert_eq!(answer(409, size, "3\n", 0), Ok(Outcome::From(3)));
        assert_eq!(answer(409, size, "5\n", 0), Ok(Outcome::From(5)));
        assert_eq!(
            answer(409, size, "6\n", 0),
            Err(true),
            "more than there are"
        );
        assert_eq!(
            answer(409, size, "5\n", 5),
            Err(true),
            "as many, and another root"
        );
        assert_eq!(answer(409, "text/plain", "", 5), Err(true));
        assert_eq!(answer(409, size, "3", 0), Err(false));
        assert_eq!(answer(409, "text/html", "3\n", 0), Err(false));
        assert_eq!(answer(422, "", "", 3), Err(true));
        assert_eq!(answer(422, "", "", 0), Err(false));
        for status in [302, 400, 403, 404, 500] {
            assert_eq!(answer(status, "", "", 3), Err(false), "{status}");
        }
    }
}
