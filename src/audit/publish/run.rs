//! The thread that publishes, and what it does about faults and about other processes that publish
//! the same log.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::audit::format::note::Signer;
use crate::audit::publish::guard::Guard;
use crate::audit::publish::published::Published;
use crate::audit::publish::store::Store;
use crate::audit::publish::{Destination, Health, Publisher, Refusal, begun};
use crate::db::{Db, pool};

/// How often the log is looked at without being woken.
const LOOK: Duration = Duration::from_millis(500);
/// Least time between two publications: bounds the writes under load, far below the second that a
/// change may take.
const PAUSE: Duration = Duration::from_millis(200);

/// What publishing works with.
pub struct Publishing {
    pub db: Db,
    /// Its address: the publisher has a connection of its own.
    pub url: String,
    pub signer: Arc<Signer>,
    pub destination: Destination,
    pub published: Arc<Published>,
    pub health: Arc<Health>,
}

/// What came of a look at the log.
pub(super) enum Outcome {
    Published,
    NothingNew,
    /// Another process holds the rewind guard.
    StandsBy,
}

impl Publishing {
    /// Publishes until `stop` is set; opens anew after a fault.
    pub fn run(&self, woken: &Receiver<()>, stop: &AtomicBool) {
        // kept through every fault, so that no other process signs while this one still could
        let mut guard = None;
        let mut publisher = None;
        loop {
            let stopping = stop.load(Ordering::Relaxed);
            let result = self.step(&mut guard, &mut publisher);
            let pause = match &result {
                Ok(Outcome::Published) => PAUSE,
                Ok(_) => Duration::ZERO,
                Err(refusal) => {
                    let Destination { log, guard, .. } = &self.destination;
                    tracing::warn!(?refusal, log = %log.display(), guard = %guard.display(), "nothing is published; trying again");
                    publisher = None;
                    LOOK
                }
            };
            if matches!(result, Ok(Outcome::StandsBy)) && self.health.note().is_none() {
                tracing::info!(guard = %self.destination.guard.display(), "another process holds the guard file and publishes: this one stands by");
            }
            self.health.set(&result);
            // only after a step: what was sealed before the stop is published before the exit
            if stopping {
                // before the guard is dropped, which lets another process publish
                self.published.close();
                return;
            }
            thread::sleep(pause);
            if pause != LOOK && woken.recv_timeout(LOOK) == Err(RecvTimeoutError::Disconnected) {
                thread::sleep(LOOK);
            }
        }
    }

    /// Publishes all that is sealed.
    fn step(
        &self,
        held: &mut Option<Arc<Guard>>,
        publisher: &mut Option<Publisher>,
    ) -> Result<Outcome, Refusal> {
        if held.is_none() {
            *held = Guard::take(&self.destination.guard)?.map(Arc::new);
        }
        let Some(guard) = held else {
            return Ok(Outcome::StandsBy);
        };
        let publisher = match publisher {
            Some(publisher) => publisher,
            none => none.insert(self.open(guard.clone())?),
        };
        let mut outcome = Outcome::NothingNew;
        while publisher.publish(|_| Ok(()))?.is_some() {
            outcome = Outcome::Published;
            // what lies ahead may be long; each batch is a sign of life
            self.health.set(&Ok(Outcome::Published));
        }
        Ok(outcome)
    }

    fn open(&self, guard: Arc<Guard>) -> Result<Publisher, Refusal> {
        let store = Store::new(&self.destination.log);
        begun::record(&self.db, &guard, &store, &self.signer.vkey().name)?;
        let conn = pool::connect(&self.url)
            .map_err(|_| Refusal::Fault("the database does not answer".into()))?;
        Publisher::open(
            conn,
            self.signer.clone(),
            guard,
            self.published.clone(),
            &self.destination,
        )
    }
}
