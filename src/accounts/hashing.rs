//! A bounded pool of low-priority threads for what passwords cost: argon2id takes about 20 ms of a
//! processor and 19 MiB a hash, judging a new password a few milliseconds. Without a bound a burst
//! of registrations would starve everything else. Sources take turns, so that one that sends much
//! waits behind itself and not before everybody else.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use tokio::sync::oneshot;

use crate::accounts::password::{self, PasswordHash};
use crate::error::{Error, Fault, Unavailable};
use crate::origin::Source;

/// How long a request waits for the pool before it is told to come again.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// Jobs of one source that wait at most for each thread: as many as are done within the patience.
const OF_A_SOURCE: usize = 64;
/// Jobs that wait at most, of all sources; they grow too old long before.
const WAITING: usize = 4_096;
/// By how much the threads stand back (nice).
const BEHIND: i32 = 10;

/// A job, and when nobody waits for it any more.
type Job = (Instant, Box<dyn FnOnce() + Send>);

/// What waits: the jobs of each source, and whose turn it is.
#[derive(Default)]
struct Waiting {
    jobs: HashMap<Source, VecDeque<Job>>,
    turns: VecDeque<Source>,
    count: usize,
}

impl Waiting {
    /// Puts a job behind the others of its source, which may have so many; says no where it or all
    /// have too many.
    fn put(&mut self, source: Source, job: Job, most: usize) -> bool {
        let jobs = self.jobs.entry(source).or_default();
        if jobs.is_empty() {
            self.turns.push_back(source);
        }
        let fits = jobs.len() < most && self.count < WAITING;
        if fits {
            jobs.push_back(job);
            self.count += 1;
        } else if jobs.is_empty() {
            self.jobs.remove(&source);
            self.turns.pop_back();
        }
        fits
    }

    /// The next job of the source whose turn it is.
    fn next(&mut self) -> Option<Job> {
        let source = self.turns.pop_front()?;
        let jobs = self.jobs.get_mut(&source)?;
        let job = jobs.pop_front();
        if jobs.is_empty() {
            self.jobs.remove(&source);
        } else {
            self.turns.push_back(source);
        }
        self.count -= 1;
        job
    }
}

/// Threads that take jobs in turn, as long as the process lives.
#[derive(Clone)]
struct Queue {
    waiting: Arc<(Mutex<Waiting>, Condvar)>,
    of_a_source: usize,
}

impl Queue {
    fn new(threads: usize) -> Self {
        let waiting = Arc::<(Mutex<Waiting>, Condvar)>::default();
        for _ in 0..threads {
            let waiting = waiting.clone();
            std::thread::spawn(move || {
                // on Linux this is the calling thread alone; where it is refused, the work is done
                // all the same
                let _ = rustix::process::setpriority_process(None, BEHIND);
                loop {
                    let (until, job) = next(&waiting);
                    if Instant::now() < until {
                        job();
                    }
                }
            });
        }
        Self {
            waiting,
            of_a_source: OF_A_SOURCE * threads,
        }
    }

    /// Runs the work; a client that goes away leaves it running, and its place taken.
    async fn run<T: Send + 'static>(
        &self,
        source: Source,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let (done, result) = oneshot::channel();
        let job: Job = (
            Instant::now() + PATIENCE,
            Box::new(move || drop(done.send(work()))),
        );
        let full = || Error::Unavailable(Unavailable::Hashing);
        if !locked(&self.waiting.0).put(source, job, self.of_a_source) {
            return Err(full());
        }
        self.waiting.1.notify_one();
        // a job that grew too old is dropped, and its end of the channel with it
        result.await.map_err(|_| full())
    }
}

fn next((waiting, more): &(Mutex<Waiting>, Condvar)) -> Job {
    let mut waiting = locked(waiting);
    loop {
        if let Some(job) = waiting.next() {
            return job;
        }
        waiting = more.wait(waiting).unwrap_or_else(PoisonError::into_inner);
    }
}

fn locked(waiting: &Mutex<Waiting>) -> MutexGuard<'_, Waiting> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
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
            // at least two: while the slowest password is judged, the others go on
            judging: Queue::new(width.max(2)),
        }
    }

    /// Hashes a password.
    ///
    /// # Errors
    /// `Unavailable` where the pool stays full.
    pub async fn hash(
        &self,
        source: Source,
        password: SecretString,
    ) -> Result<PasswordHash, Error> {
        self.hashing
            .run(source, move || password::hash_now(&password))
            .await?
    }

    /// Whether the password is the one behind the stored hash; `None` stands for no account and
    /// takes as long.
    ///
    /// # Errors
    /// `Unavailable` where the pool stays full.
    pub async fn verify(
        &self,
        source: Source,
        password: SecretString,
        stored: Option<PasswordHash>,
    ) -> Result<bool, Error> {
        self.hashing
            .run(source, move || {
                password::verify_now(&password, stored.as_ref())
            })
            .await
    }

    /// As [`password::acceptable`].
    ///
    /// # Errors
    /// `Unavailable` where the pool stays full.
    pub async fn accept(
        &self,
        source: Source,
        field: &'static str,
        typed: String,
        staff: bool,
        email: String,
    ) -> Result<Result<SecretString, Fault>, Error> {
        self.judging
            .run(source, move || {
                password::acceptable(field, &typed, staff, &email)
            })
            .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::Origin;

    fn source(address: &str) -> Source {
        let address = address.into();
        Origin {
            address,
            ..Origin::default()
        }
        .source()
    }

    #[test]
    fn sources_take_turns_and_each_has_its_bound() {
        let (done, mut waiting) = (Arc::new(Mutex::new(Vec::new())), Waiting::default());
        let mut put = |from: &str, name: &'static str| {
            let done = done.clone();
            let job = Box::new(move || done.lock().unwrap().push(name));
            waiting.put(source(from), (Instant::now(), job), 3)
        };
        for (from, name, fits) in [
            ("203.0.113.1", "a1", true),
            ("203.0.113.1", "a2", true),
            ("203.0.113.1", "a3", true),
            ("203.0.113.1", "a4", false),
            ("2001:db8::1", "b1", true),
            ("2001:db8::2", "b2", true),
            ("203.0.113.3", "c1", true),
        ] {
            assert_eq!(put(from, name), fits, "{name}");
        }
        while let Some((_, job)) = waiting.next() {
            job();
        }
        let order = ["a1", "b1", "c1", "a2", "b2", "a3"];
        assert_eq!(*done.lock().unwrap(), order);
        assert!(waiting.jobs.is_empty() && waiting.count == 0);
    }
}
