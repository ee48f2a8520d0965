//! A bounded pool of low-priority threads for what passwords cost: argon2id takes about 20 ms of a
//! processor and 19 MiB a hash, judging a new password a few milliseconds. Without a bound a burst
//! of registrations would starve everything else.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use tokio::sync::oneshot;

use crate::accounts::password::{self, PasswordHash};
use crate::error::{Error, Fault, Unavailable};

/// How long a request waits for the pool before it is told to come again.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// Jobs that wait at most; they grow too old long before.
const WAITING: usize = 1_024;
/// By how much the threads stand back (nice).
const BEHIND: i32 = 10;

/// A job, and when nobody waits for it any more.
type Job = (Instant, Box<dyn FnOnce() + Send>);

/// Threads that take jobs in turn.
#[derive(Clone)]
struct Queue(SyncSender<Job>);

impl Queue {
    fn new(threads: usize) -> Self {
        let (sender, receiver) = sync_channel::<Job>(WAITING);
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..threads {
            let receiver = receiver.clone();
            std::thread::spawn(move || {
                // on Linux this is the calling thread alone; where it is refused, the work is done
                // all the same
                let _ = rustix::process::setpriority_process(None, BEHIND);
                while let Some((until, job)) = next(&receiver) {
                    if Instant::now() < until {
                        job();
                    }
                }
            });
        }
        Self(sender)
    }

    /// Runs the work; a client that goes away leaves it running, and its place taken.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let (done, result) = oneshot::channel();
        let job = Box::new(move || drop(done.send(work())));
        let full = || Error::Unavailable(Unavailable::Hashing);
        self.0
            .try_send((Instant::now() + PATIENCE, job))
            .map_err(|_| full())?;
        // a job that grew too old is dropped, and its end of the channel with it
        result.await.map_err(|_| full())
    }
}

fn next(receiver: &Mutex<Receiver<Job>>) -> Option<Job> {
    receiver
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .recv()
        .ok()
}

/// Hashes, verifies and judges passwords, a bounded number at a time.
#[derive(Clone)]
pub struct HashingPool {
    hashing: Queue,
    judging: Queue,
}

impl HashingPool {
    /// A pool for so many passwords at a time; 0 means one less than the processors, at least one.
    pub fn new(width: usize) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let width = if width == 0 {
            (processors - 1).max(1)
        } else {
            width
        };
        password::prepare();
        Self {
            hashing: Queue::new(width),
            judging: Queue::new(1),
        }
    }

    /// Hashes a password.
    ///
    /// # Errors
    /// `Unavailable` where the pool stays full.
    pub async fn hash(&self, password: SecretString) -> Result<PasswordHash, Error> {
        self.hashing
            .run(move || password::hash_now(&password))
            .await?
    }

    /// Whether the password is the one behind the stored hash; `None` stands for no account and
    /// takes as long.
    ///
    /// # Errors
    /// `Unavailable` where the pool stays full.
    pub async fn verify(
        &self,
        password: SecretString,
        stored: Option<PasswordHash>,
    ) -> Result<bool, Error> {
        self.hashing
            .run(move || password::verify_now(&password, stored.as_ref()))
            .await
    }

    /// As [`password::acceptable`].
    ///
    /// # Errors
    /// `Unavailable` where the pool stays full.
    pub async fn accept(
        &self,
        field: &'static str,
        typed: String,
        staff: bool,
        context: String,
    ) -> Result<Result<SecretString, Fault>, Error> {
        self.judging
            .run(move || password::acceptable(field, &typed, staff, &[&context]))
            .await
    }
}
