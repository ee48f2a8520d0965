//! The threads that ask witnesses: one for each, so that a slow one holds up nobody, and one that
//! starts and ends them as witnesses are added and removed. None of them is waited for: whatever
//! they do can be done again.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::action::Action;
use crate::audit::outsiders::backoff::{self, Backoff};
use crate::audit::outsiders::warnings::Warnings;
use crate::audit::outsiders::witness::submit::{Log, Refusal, submit};
use crate::audit::outsiders::witness::{Witness, active, keep, note_fault, thin};
use crate::audit::publish::published::{Published, SignedCheckpoint};
use crate::audit::publish::store::Store;
use crate::caller::Caller;
use crate::db::{Db, Ticket};

/// A call is over after so long.
const LIMIT: Duration = Duration::from_secs(15);
/// How often it is looked who the witnesses are, and whether to stop.
const LOOK: Duration = Duration::from_secs(1);
/// How often cosigned checkpoints are thinned out.
const THIN_EVERY: Duration = Duration::from_secs(600);
/// How long a quorum may be lacking before the operator is warned.
const PATIENCE: Duration = Duration::from_secs(600);

/// Whether enough witnesses sign.
#[derive(Default)]
struct Quorum {
    reached: Option<u64>,
    lacking: Option<Instant>,
}

impl Quorum {
    /// A checkpoint has enough cosignatures.
    fn reach(&mut self, size: u64) {
        self.reached = self.reached.max(Some(size));
        self.lacking = None;
    }

    /// For how long the published checkpoint has lacked a quorum without any other getting one.
    fn lacks(&mut self, published: u64, now: Instant) -> Duration {
        if self.reached.is_some_and(|reached| reached >= published) {
            self.lacking = None;
            return Duration::ZERO;
        }
        now.duration_since(*self.lacking.get_or_insert(now))
    }
}

/// What the threads share.
pub struct Watch {
    db: Db,
    published: Arc<Published>,
    store: Store,
    warnings: Arc<Warnings>,
    stop: Arc<AtomicBool>,
    wanted: usize,
    quorum: Mutex<Quorum>,
}

impl Watch {
    /// Asks the witnesses in the database to sign what is published; `wanted` of them make a
    /// quorum.
    pub fn new(
        db: Db,
        published: Arc<Published>,
        store: Store,
        warnings: Arc<Warnings>,
        stop: Arc<AtomicBool>,
        wanted: usize,
    ) -> Self {
        Self {
            db,
            published,
            store,
            warnings,
            stop,
            wanted,
            quorum: Mutex::default(),
        }
    }

    fn stopped(&self, gone: &AtomicBool) -> bool {
        self.stop.load(Ordering::Relaxed) || gone.load(Ordering::Relaxed)
    }

    /// Starts and ends the threads of witnesses until it is to stop.
    pub fn run(self) {
        let watch = Arc::new(self);
        let mut asked: HashMap<Uuid, Arc<AtomicBool>> = HashMap::new();
        let mut thinned = Instant::now();
        while !watch.stop.load(Ordering::Relaxed) {
            match watch.db.read_now(&Ticket::program(), active) {
                Ok(witnesses) => watch.ask_these(witnesses, &mut asked),
                Err(error) => tracing::warn!(?error, "who the witnesses are cannot be read"),
            }
            watch.look_at_quorum();
            if thinned.elapsed() >= THIN_EVERY {
                thinned = Instant::now();
                if let Err(error) = watch
                    .db
                    .write_now(&Ticket::program(), Action::Tidy, |w| thin(w.conn()))
                {
                    tracing::warn!(?error, "cosigned checkpoints were not thinned out");
                }
            }
            thread::sleep(LOOK);
        }
    }

    /// Starts a thread for each witness that is new, and ends those of witnesses that were removed.
    fn ask_these(
        self: &Arc<Self>,
        witnesses: Vec<Witness>,
        asked: &mut HashMap<Uuid, Arc<AtomicBool>>,
    ) {
        asked.retain(|id, gone| {
            let stays = witnesses.iter().any(|witness| witness.id == *id);
            gone.store(!stays, Ordering::Relaxed);
            stays
        });
        for witness in witnesses {
            if let Entry::Vacant(vacant) = asked.entry(witness.id) {
                let (watch, gone) = (self.clone(), vacant.insert(Arc::default()).clone());
                thread::spawn(move || watch.ask(&witness, &gone));
            }
        }
    }

    fn look_at_quorum(&self) {
        let Some(published) = self.published.current().filter(|_| self.wanted > 0) else {
            return;
        };
        let lacks = self
            .quorum
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .lacks(published.checkpoint.size, Instant::now());
        let warning = || {
            format!(
                "no checkpoint has had the cosignatures of {} witnesses for {} minutes",
                self.wanted,
                lacks.as_secs() / 60
            )
        };
        self.warnings
            .set("quorum", (lacks >= PATIENCE).then(warning));
    }

    /// Asks one witness, again and again.
    fn ask(&self, witness: &Witness, gone: &AtomicBool) {
        let caller = Caller::new(LIMIT);
        let (mut seen, mut done, mut backoff) = (0, None, Backoff::default());
        let about = format!("witness {}", witness.id);
        while !self.stopped(gone) {
            let Some(next) = self.published.next(done, LOOK) else {
                continue;
            };
            match self.once(witness, &caller, &mut seen, &next) {
                Ok(size) => {
                    done = Some(size);
                    backoff.reset();
                    self.warnings.set(&about, None);
                }
                Err(refusal) => {
                    self.report(witness, &refusal);
                    backoff::wait(backoff.after_fault(), || self.stopped(gone));
                }
            }
        }
        self.warnings.set(&about, None);
    }

    /// Gets one cosignature and keeps it; returns the size of what was cosigned. `seen` is how many
    /// entries the witness has seen, as far as is known.
    fn once(
        &self,
        witness: &Witness,
        caller: &Caller,
        seen: &mut u64,
        signed: &SignedCheckpoint,
    ) -> Result<u64, Refusal> {
        let size = signed.checkpoint.size;
        let fault = |what: String| Refusal { what, alarm: false };
        let log = Log {
            signed,
            proof: &|old| self.store.consistency(old, size),
            // once publishing has stopped, nobody here knows how many there are
            published_size: &|| {
                self.published
                    .current()
                    .map_or(u64::MAX, |it| it.checkpoint.size)
            },
        };
        let Some((signature, time)) = submit(caller, &witness.url, &witness.vkey, seen, &log)?
        else {
            // the round's checkpoint is up to a round old, and somebody else showed the witness a
            // later one
            let newest = self
                .published
                .current()
                .filter(|newest| newest.checkpoint.size > size);
            let newest = newest.ok_or_else(|| {
                fault("the witness has seen a later checkpoint than this one".into())
            })?;
            return self.once(witness, caller, seen, &newest);
        };
        self.published
            .add(&signed.note.text, &witness.vkey, &signature)
            .map_err(|e| fault(format!("the published log: {e}")))?;
        let kept = self
            .db
            .write_now(&Ticket::program(), Action::WitnessCosign, |w| {
                keep(w, witness, signed, &signature, time)
            });
        let signers =
            kept.map_err(|error| fault(format!("the cosignature was not kept: {error}")))?;
        if self.wanted > 0 && signers >= self.wanted {
            self.quorum
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .reach(size);
        }
        Ok(size)
    }

    fn report(&self, witness: &Witness, refusal: &Refusal) {
        let (name, what) = (&witness.name, &refusal.what);
        if refusal.alarm {
            tracing::error!(witness = name, what, "a witness has seen another log");
            self.warnings.set(
                &format!("witness {}", witness.id),
                Some(format!("witness {name}: {what}")),
            );
        } else {
            tracing::warn!(
                witness = name,
                what,
                "a witness did not cosign; trying again"
            );
        }
        let noted = self
            .db
            .write_now(&Ticket::program(), Action::WitnessCosign, |w| {
                note_fault(w, witness, what, refusal.alarm)
            });
        if let Err(error) = noted {
            tracing::warn!(?error, "how the witness answered was not noted");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quorum_lacks_from_the_moment_at_which_something_unsigned_was_published() {
        let (mut quorum, begun) = (Quorum::default(), Instant::now());
        let minutes = |n: u64| begun + Duration::from_secs(60 * n);
        assert_eq!(quorum.lacks(5, minutes(0)), Duration::ZERO);
        assert_eq!(quorum.lacks(6, minutes(11)), Duration::from_secs(660));
        quorum.reach(6);
        assert_eq!(
            quorum.lacks(6, minutes(30)),
            Duration::ZERO,
            "quiet, and signed"
        );
        assert_eq!(quorum.lacks(7, minutes(40)), Duration::ZERO);
        quorum.reach(7);
        assert_eq!(
            quorum.lacks(9, minutes(49)),
            Duration::ZERO,
            "behind under load is not lacking"
        );
        assert_eq!(quorum.lacks(9, minutes(52)), Duration::from_secs(180));
    }
}
