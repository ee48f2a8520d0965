//! The published checkpoint, shared by those who write it (the publisher, and the threads that add
//! cosignatures of witnesses) and those who send it out. One lock is held while the file is written
//! and never while a thread waits for somebody outside: so neither writer undoes the other, and no
//! witness holds up the publisher.

use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::note::{Note, Signature, Vkey};
use crate::audit::publish::store::Store;
use crate::files;

/// How long all witnesses are sent the same checkpoint. If each took the newest when it had time,
/// hardly two would sign the same one under load, and no checkpoint would have a quorum.
const ROUND: Duration = Duration::from_millis(400);

/// A checkpoint with its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    pub checkpoint: Checkpoint,
    /// The checkpoint as a note: the log's signature, and below it those of witnesses.
    pub note: Note,
}

#[derive(Default)]
struct State {
    current: Option<SignedCheckpoint>,
    /// What witnesses are sent in this round, and when the round began.
    target: Option<(SignedCheckpoint, Instant)>,
    closed: bool,
}

/// The published checkpoint, in memory and as the file that everybody reads.
pub struct Published {
    store: Store,
    state: Mutex<State>,
    changed: Condvar,
}

impl Published {
    /// Nothing is published at first: the publisher knows whether the file in the store may stand.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a checkpoint where everybody reads it.
    pub fn publish(&self, checkpoint: &Checkpoint, note: &str) -> io::Result<()> {
        let signed = SignedCheckpoint {
            checkpoint: checkpoint.clone(),
            note: Note::parse(note).map_err(io::Error::other)?,
        };
        let mut state = self.lock();
        files::write(&self.store.path("checkpoint"), note.as_bytes())?;
        state.current = Some(signed);
        self.changed.notify_all();
        Ok(())
    }

    /// Loads the checkpoint that an earlier process published, with its cosignatures.
    ///
    /// # Errors
    /// A file that cannot be read or is no checkpoint.
    pub fn load(&self) -> io::Result<()> {
        let mut state = self.lock();
        if let Some(note) = self.store.checkpoint()? {
            let note = Note::parse(&note).map_err(io::Error::other)?;
            let checkpoint = Checkpoint::parse(&note.text).map_err(io::Error::other)?;
            state.current = Some(SignedCheckpoint { checkpoint, note });
            self.changed.notify_all();
        }
        Ok(())
    }

    /// Adds a witness's signature line to the published checkpoint; false where the text that it
    /// signs is no longer published.
    pub fn add(&self, text: &str, vkey: &Vkey, signature: &Signature) -> io::Result<bool> {
        let mut state = self.lock();
        if state.closed {
            return Ok(false);
        }
        let Some(current) = state
            .current
            .as_mut()
            .filter(|current| current.note.text == text)
        else {
            return Ok(false);
        };
        if current.note.line_of(vkey).is_some() {
            return Ok(true);
        }
        // the file is read too: after a fault between writing it and remembering it, it is ahead of
        // `current`
        if self
            .store
            .checkpoint()?
            .is_none_or(|there| Note::parse(&there).is_ok_and(|there| there.text != text))
        {
            return Ok(false);
        }
        let mut note = current.note.clone();
        note.signatures.push(signature.clone());
        files::write(&self.store.path("checkpoint"), note.to_string().as_bytes())?;
        current.note = note;
        Ok(true)
    }

    /// The published checkpoint; none before this process publishes, and after it stopped.
    pub fn current(&self) -> Option<SignedCheckpoint> {
        self.lock().current.clone()
    }

    /// What witnesses are to sign next, over more entries than `after`; none where nothing newer
    /// comes within `patience`.
    pub fn next(&self, after: Option<u64>, patience: Duration) -> Option<SignedCheckpoint> {
        let until = Instant::now() + patience;
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            let mut wait = until.saturating_duration_since(now);
            if let Some(current) = &state.current {
                let left = match &state.target {
                    Some((target, chosen)) if target.checkpoint != current.checkpoint => {
                        Some((*chosen + ROUND).saturating_duration_since(now))
                    }
                    Some(_) => None,
                    None => Some(Duration::ZERO),
                };
                match left {
                    Some(Duration::ZERO) => state.target = Some((current.clone(), now)),
                    Some(left) => wait = wait.min(left),
                    None => {}
                }
            }
            if let Some((target, _)) = state
                .target
                .as_ref()
                .filter(|(target, _)| after.is_none_or(|after| target.checkpoint.size > after))
            {
                return Some(target.clone());
            }
            if now >= until || state.closed {
                return None;
            }
            state = self
                .changed
                .wait_timeout(state, wait.max(Duration::from_millis(1)))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    /// Writes nothing from here on: another process may publish.
    pub fn close(&self) {
        *self.lock() = State {
            closed: true,
            ..State::default()
        };
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::note::{Kind, Signer};

    fn signed(log: &Signer, size: u64) -> (Checkpoint, String) {
        let checkpoint = Checkpoint {
            origin: "example.kr/log".into(),
            size,
            root: [size as u8; 32],
        };
        let note = log.note(&checkpoint.to_string());
        (checkpoint, note)
    }

    #[test]
    fn a_line_is_added_to_the_checkpoint_it_is_over_and_to_no_other() {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::new(directory.path());
        let published = Published::new(store.clone());
        let log = Signer::new("example.kr/log", Kind::Ed25519, &[7; 32]).unwrap();
        let witness = Signer::new("witness.example", Kind::Cosignature, &[8; 32]).unwrap();
        let (first, note) = signed(&log, 1);
        published.publish(&first, &note).unwrap();
        let line = Signature::parse_lines(&witness.sign(&first.to_string(), 9))
            .unwrap()
            .remove(0);
        assert!(
            published
                .add(&first.to_string(), witness.vkey(), &line)
                .unwrap()
        );
        assert!(
            published
                .add(&first.to_string(), witness.vkey(), &line)
                .unwrap(),
            "once is enough"
        );
        assert_eq!(
            store.checkpoint().unwrap(),
            Some(format!("{note}{}", line.line))
        );
        let (second, note) = signed(&log, 2);
        published.publish(&second, &note).unwrap();
        assert!(
            !published
                .add(&first.to_string(), witness.vkey(), &line)
                .unwrap()
        );
        assert_eq!(store.checkpoint().unwrap(), Some(note));
        // the file is ahead of what is remembered
        let (third, note) = signed(&log, 3);
        files::write(&store.path("checkpoint"), note.as_bytes()).unwrap();
        let line = Signature::parse_lines(&witness.sign(&second.to_string(), 9))
            .unwrap()
            .remove(0);
        assert!(
            !published
                .add(&second.to_string(), witness.vkey(), &line)
                .unwrap()
        );
        assert_eq!(store.published().unwrap(), Some(third));
        published.close();
        assert_eq!(
            (published.current(), published.next(None, Duration::ZERO)),
            (None, None)
        );
    }

    #[test]
    fn in_one_round_everybody_is_sent_the_same_checkpoint() {
        let directory = tempfile::tempdir().unwrap();
        let published = Published::new(Store::new(directory.path()));
        let log = Signer::new("example.kr/log", Kind::Ed25519, &[7; 32]).unwrap();
        let size = |after, patience| {
            published
                .next(after, patience)
                .map(|signed| signed.checkpoint.size)
        };
        assert_eq!(size(None, Duration::ZERO), None);
        let publish = |size| {
            let (checkpoint, note) = signed(&log, size);
            published.publish(&checkpoint, &note).unwrap();
        };
        publish(1);
        assert_eq!(size(None, Duration::ZERO), Some(1));
        publish(2);
        publish(3);
        assert_eq!(
            size(None, Duration::ZERO),
            Some(1),
            "another witness, in the same round"
        );
        assert_eq!(size(Some(1), Duration::ZERO), None, "the round goes on");
        assert_eq!(
            size(Some(1), ROUND * 5),
            Some(3),
            "the newest, when it is over"
        );
    }
}
