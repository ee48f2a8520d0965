//! The threads that ask witnesses: one for each, so that a slow one holds up nobody, and one that starts and ends them as
//! witnesses are added and removed. None of them is waited for: whatever they do can be done again.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::action::Action;
use crate::audit::outsiders::caller::Caller;
use crate::audit::outsiders::warnings::Warnings;
use crate::audit::outsiders::witness::submit::{Refusal, submit};
use crate::audit::outsiders::witness::{Witness, active, keep, note_fault, thin};
use crate::audit::publish::published::{Published, SignedCheckpoint};
use crate::audit::publish::store::Store;
use crate::db::{Db, Ticket};

/// Within which a call is over.
const LIMIT: Duration = Duration::from_secs(15);
/// How often it is looked who the witnesses are, and whether to end.
const LOOK: Duration = Duration::from_secs(1);
/// First pause after a fault; doubled with each.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// Longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// How often what was cosigned is thinned out.
const THIN_EVERY: Duration = Duration::from_secs(600);
/// How long a quorum may be lacking before it is said.
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

    /// For how long what is published has lacked a quorum without any checkpoint getting one.
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
    notes: Arc<Warnings>,
    stop: Arc<AtomicBool>,
    wanted: usize,
    quorum: Mutex<Quorum>,
}

impl Watch {
    /// Asks the witnesses of that database to sign what that published shows; `wanted` of them make a quorum.
    pub fn new(
        db: Db,
        published: Arc<Published>,
        store: Store,
        notes: Arc<Warnings>,
        stop: Arc<AtomicBool>,
        wanted: usize,
    ) -> Self {
        Self {
            db,
            published,
            store,
            notes,
            stop,
            wanted,
            quorum: Mutex::default(),
        }
    }

    fn stopped(&self, gone: &AtomicBool) -> bool {
        self.stop.load(Ordering::Relaxed) || gone.load(Ordering::Relaxed)
    }

    /// Starts and ends the threads of witnesses for as long as nothing stops it.
    pub fn run(self) {
        let watch = Arc::new(self);
        let mut asked: HashMap<Uuid, Arc<AtomicBool>> = HashMap::new();
        let mut thinned = Instant::now();
        while !watch.stop.load(Ordering::Relaxed) {
            match watch.db.read_now(&Ticket::program(), active) {
                Ok(witnesses) => {
                    asked.retain(|id, gone| {
                        let stays = witnesses.iter().any(|witness| witness.id == *id);
                        gone.store(!stays, Ordering::Relaxed);
                        stays
                    });
                    for witness in witnesses {
                        let gone = asked.entry(witness.id);
                        if let std::collections::hash_map::Entry::Vacant(vacant) = gone {
                            let gone = vacant.insert(Arc::default()).clone();
                            let watch = watch.clone();
                            thread::spawn(move || watch.ask(&witness, &gone));
                        }
                    }
                }
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

    fn look_at_quorum(&self) {
        let Some(published) = self.published.current().filter(|_| self.wanted > 0) else {
            return;
        };
        let lacks = self
            .quorum
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .lacks(published.checkpoint.size, Instant::now());
        let note = || {
            format!(
                "no checkpoint has had the cosignatures of {} witnesses for {} minutes",
                self.wanted,
                lacks.as_secs() / 60
            )
        };
        self.notes.set("quorum", (lacks >= PATIENCE).then(note));
    }

    /// Asks one witness, again and again.
    fn ask(&self, witness: &Witness, gone: &AtomicBool) {
        let caller = Caller::new(LIMIT);
        let (mut old, mut done, mut pause) = (0, None, FIRST_PAUSE);
        while !self.stopped(gone) {
            let Some(shown) = self.published.next(done, LOOK) else {
                continue;
            };
            match self.once(witness, &caller, &mut old, &shown) {
                Ok(size) => {
                    done = Some(size);
                    pause = FIRST_PAUSE;
                    self.notes.set(&format!("witness {}", witness.id), None);
                }
                Err(refusal) => {
                    self.report(witness, &refusal);
                    let until = Instant::now() + pause;
                    while Instant::now() < until && !self.stopped(gone) {
                        thread::sleep(Duration::from_millis(100));
                    }
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
        }
        self.notes.set(&format!("witness {}", witness.id), None);
    }

    /// Gets one cosignature and keeps it; returns the size of what was cosigned.
    fn once(
        &self,
        witness: &Witness,
        caller: &Caller,
        old: &mut u64,
        shown: &SignedCheckpoint,
    ) -> Result<u64, Refusal> {
        let size = shown.checkpoint.size;
        let proof = |old| self.store.consistency(old, size);
        let fault = |what: String| Refusal { what, alarm: false };
        // after the end of publishing nobody can say how much there is
        let published = || {
            self.published
                .current()
                .map_or(u64::MAX, |current| current.checkpoint.size)
        };
        let Some((signature, time)) = submit(
            caller,
            &witness.url,
            &witness.vkey,
            old,
            shown,
            proof,
            published,
        )?
        else {
            // the round's checkpoint is up to a round old, and somebody else showed the witness a later one
            let newest = self
                .published
                .current()
                .filter(|newest| newest.checkpoint.size > size);
            let newest = newest.ok_or_else(|| {
                fault("the witness has seen a later checkpoint than this one".into())
            })?;
            return self.once(witness, caller, old, &newest);
        };
        self.published
            .add(&shown.note.text, &witness.vkey, &signature)
            .map_err(|e| fault(format!("the published log: {e}")))?;
        let kept = self
            .db
            .write_now(&Ticket::program(), Action::WitnessCosign, |w| {
                keep(w, witness, &shown.checkpoint, &shown.note, &signature, time)
            });
        let signed =
            kept.map_err(|error| fault(format!("the cosignature was not kept: {error}")))?;
        if self.wanted > 0 && signed >= self.wanted {
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
            self.notes.set(
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
