//! What strangers may ask for, in one place: so many requests of a source, so many mails an
//! address, so many for everybody together. Kept in memory, by the process; docs/operating.md has
//! the same table. Guessing at one account has its own ladder beside the account.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::state::{InMemoryState, NotKeyed, keyed::DefaultKeyedStateStore};
use governor::{NotUntil, Quota, RateLimiter};

use crate::error::Error;
use crate::origin::Source;

type Keyed<K> = RateLimiter<K, DefaultKeyedStateStore<K>, DefaultClock>;

/// What a source asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// To sign in, or to show the password again.
    SignIn,
    /// A mail with a link.
    Link,
    /// To follow a link.
    Follow,
    /// Whether a claim was handed in, by its number and check code.
    CheckCode,
    /// To be let in by the code of a slip.
    Slip,
}

/// At once, and a minute after that. Many people stand behind one address of a mobile network.
const BY_SOURCE: [(Asked, u32, u32); 5] = [
    (Asked::SignIn, 60, 60),
    (Asked::Link, 60, 30),
    (Asked::Follow, 60, 60),
    (Asked::CheckCode, 20, 10),
    (Asked::Slip, 20, 10),
];
/// Mails of a kind that a mailbox gets at once, and how soon one more; likewise codes to a telephone.
const BY_MAILBOX: (u32, Duration) = (3, Duration::from_secs(20 * 60));
/// How soon a mailbox without an account hears again that it has none.
const UNKNOWN_AGAIN: Duration = Duration::from_secs(24 * 3600);
/// Mails an hour to mailboxes without an account, all together.
const UNKNOWN: u32 = 100;

/// Codes of slips that all together try a minute. A code is too long to be guessed; this keeps a
/// crowd of sources from trying all day.
const SLIPS: u32 = 300;

/// How long an answer is held back that a stranger gets for nothing.
const HELD_BACK: Duration = Duration::from_millis(500);

/// Waits before a stranger is answered who had enough, or who made something up: a connection that
/// waits costs a little memory, one that is answered at once asks again, and takes the processors
/// from people who sign in.
pub async fn hold_back() {
    tokio::time::sleep(HELD_BACK).await;
}

fn too_many(until: NotUntil<<DefaultClock as Clock>::Instant>) -> Error {
    let wait = until.wait_time_from(DefaultClock::default().now());
    Error::TooMany(wait.as_secs() + 1)
}

/// How much was asked for lately.
pub struct Limits {
    sources: [Keyed<Source>; BY_SOURCE.len()],
    mailboxes: Keyed<Vec<u8>>,
    unknown_again: Keyed<Vec<u8>>,
    unknown: RateLimiter<NotKeyed, InMemoryState, DefaultClock>,
    slips: RateLimiter<NotKeyed, InMemoryState, DefaultClock>,
}

impl Limits {
    /// Limits that are so many times wider for sources and for everybody together; those of a
    /// mailbox stay.
    pub fn new(factor: NonZeroU32) -> Self {
        let times = |n: u32| factor.saturating_mul(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN));
        let every = |period| Quota::with_period(period).expect("a period is longer than nothing");
        let (at_once, again) = BY_MAILBOX;
        let at_once = NonZeroU32::new(at_once).unwrap_or(NonZeroU32::MIN);
        Self {
            sources: BY_SOURCE.map(|(_, at_once, a_minute)| {
                let quota = Quota::per_minute(times(a_minute)).allow_burst(times(at_once));
                RateLimiter::keyed(quota)
            }),
            mailboxes: RateLimiter::keyed(every(again).allow_burst(at_once)),
            unknown_again: RateLimiter::keyed(every(UNKNOWN_AGAIN)),
            unknown: RateLimiter::direct(Quota::per_hour(times(UNKNOWN))),
            slips: RateLimiter::direct(Quota::per_minute(times(SLIPS))),
        }
    }

    /// Counts a request of a source; the answer to one too many is held back.
    ///
    /// # Errors
    /// `TooMany` with the seconds until the next.
    pub async fn of_source(&self, asked: Asked, source: Source) -> Result<(), Error> {
        let counted = self.count(asked, source);
        if counted.is_err() {
            hold_back().await;
        }
        counted
    }

    fn count(&self, asked: Asked, source: Source) -> Result<(), Error> {
        let limits = BY_SOURCE.iter().zip(&self.sources);
        for (_, limit) in limits.filter(|((of, ..), _)| *of == asked) {
            limit.check_key(&source).map_err(too_many)?;
        }
        Ok(())
    }

    /// Counts the code of a slip that somebody tries, whoever it is.
    ///
    /// # Errors
    /// `TooMany` with the seconds until the next.
    pub fn of_slips(&self) -> Result<(), Error> {
        self.slips.check().map_err(too_many)
    }

    /// Counts a mail to a mailbox, by a keyed hash of it and of the kind of mail; says no where it
    /// had enough.
    pub fn of_mailbox(&self, mailbox: &Vec<u8>) -> bool {
        self.mailboxes.check_key(mailbox).is_ok()
    }

    /// Likewise for a mail that says that there is no account: rare, since whoever gets it never
    /// asked for anything.
    pub fn of_unknown(&self, mailbox: &Vec<u8>) -> bool {
        self.unknown_again.check_key(mailbox).is_ok() && self.unknown.check().is_ok()
    }

    /// Counts a code that goes to a telephone, by a keyed hash of its number.
    ///
    /// # Errors
    /// `TooMany` with the seconds until the next.
    pub fn of_telephone(&self, number: &Vec<u8>) -> Result<(), Error> {
        self.mailboxes.check_key(number).map_err(too_many)
    }

    /// Forgets who asked for nothing lately, so that nobody fills the memory.
    pub fn forget_old(&self) {
        for sources in &self.sources {
            sources.retain_recent();
            sources.shrink_to_fit();
        }
        for mailboxes in [&self.mailboxes, &self.unknown_again] {
            mailboxes.retain_recent();
            mailboxes.shrink_to_fit();
        }
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
    fn a_source_has_its_own_measure_of_each_kind() {
        let limits = Limits::new(NonZeroU32::MIN);
        let (one, other) = (source("203.0.113.1"), source("203.0.113.2"));
        let allowed = |asked, from| {
            (0..200)
                .filter(|_| limits.count(asked, from).is_ok())
                .count()
        };
        assert_eq!(allowed(Asked::SignIn, one), 60);
        let Err(Error::TooMany(seconds)) = limits.count(Asked::SignIn, one) else {
            panic!("it had enough");
        };
        assert!((1..=2).contains(&seconds), "{seconds}");
        assert_eq!(allowed(Asked::SignIn, other), 60);
        assert_eq!(allowed(Asked::Link, one), 60);
        assert_eq!(allowed(Asked::CheckCode, one), 20);
        assert_eq!(allowed(Asked::Slip, one), 20);
        let by_all = (0..400).filter(|_| limits.of_slips().is_ok());
        assert_eq!(by_all.count(), 300);
        let wide = Limits::new(NonZeroU32::new(3).unwrap());
        let allowed = (0..500).filter(|_| wide.count(Asked::Follow, one).is_ok());
        assert_eq!(allowed.count(), 180);
    }

    #[test]
    fn mails_to_people_who_asked_for_nothing_are_rare_and_bounded() {
        let limits = Limits::new(NonZeroU32::MIN);
        let mailbox = |n: usize| n.to_be_bytes().to_vec();
        let (mut to_one, mut to_many) = (0, 0);
        for n in 0..300 {
            to_one += usize::from(limits.of_unknown(&mailbox(0)));
            to_many += usize::from(limits.of_unknown(&mailbox(n)));
        }
        assert_eq!((to_one, to_one + to_many), (1, 100));
        let known = (0..9).filter(|_| limits.of_mailbox(&mailbox(0))).count();
        assert_eq!(known, 3);
        limits.forget_old();
        assert!(!limits.of_unknown(&mailbox(0)), "that was lately");
    }
}
