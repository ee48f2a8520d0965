//! How publishing goes, for readiness: well, refused, or silent.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::audit::publish::Refusal;
use crate::audit::publish::run::Outcome;

/// After so long without a sign of life the publisher hangs or is gone.
const SILENT: Duration = Duration::from_secs(30);

/// How publishing goes, shared by the publisher and those that report it.
pub struct Health(Mutex<State>);

#[derive(Clone)]
struct State {
    refusal: Option<Refusal>,
    /// Another process publishes.
    stands_by: bool,
    last_sign: Instant,
}

impl Default for Health {
    fn default() -> Self {
        Self(Mutex::new(State {
            refusal: None,
            stands_by: false,
            last_sign: Instant::now(),
        }))
    }
}

impl Health {
    fn state(&self) -> State {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Why nothing is published; none while all is well.
    pub fn refusal(&self) -> Option<Refusal> {
        self.refusal_at(Instant::now())
    }

    fn refusal_at(&self, now: Instant) -> Option<Refusal> {
        let State {
            refusal, last_sign, ..
        } = self.state();
        let silent = now.saturating_duration_since(last_sign);
        let hangs = || {
            let seconds = silent.as_secs();
            Refusal::Fault(format!(
                "nothing was heard of the publisher for {seconds} seconds: it waits for the disk or the database, or has ended"
            ))
        };
        refusal.or_else(|| (silent >= SILENT).then(hangs))
    }

    /// Why it is not this process that publishes; none where it is.
    pub fn note(&self) -> Option<String> {
        self.state()
            .stands_by
            .then(|| "another process publishes this log: this one stands by".into())
    }

    pub(super) fn set(&self, result: &Result<Outcome, Refusal>) {
        let state = State {
            refusal: result.as_ref().err().cloned(),
            stands_by: matches!(result, Ok(Outcome::StandsBy)),
            last_sign: Instant::now(),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publisher_of_which_nothing_is_heard_is_not_well() {
        let health = Health::default();
        let after = |seconds| match health.refusal_at(Instant::now() + Duration::from_secs(seconds))
        {
            Some(Refusal::Rewound(why) | Refusal::Fault(why)) => Some(why),
            None => None,
        };
        assert_eq!(after(29), None);
        assert!(after(31).is_some_and(
            |reason| reason.contains("for 31 seconds") || reason.contains("for 30 seconds")
        ));
        health.set(&Err(Refusal::Fault("the disk is full".into())));
        assert_eq!(after(31).as_deref(), Some("the disk is full"));
    }
}
