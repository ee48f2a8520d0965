//! Pauses between calls to somebody outside: longer after each fault, and over soon after the work
//! is to stop.

use std::thread;
use std::time::{Duration, Instant};

/// First pause after a fault; doubled with each.
const FIRST: Duration = Duration::from_secs(1);
/// Longest pause.
const LONGEST: Duration = Duration::from_secs(300);
/// How often a pause looks whether to stop.
const LOOK: Duration = Duration::from_millis(100);

/// How long the next pause after a fault is.
pub struct Backoff(Duration);

impl Default for Backoff {
    fn default() -> Self {
        Self(FIRST)
    }
}

impl Backoff {
    /// Begins anew, after a call that succeeded.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// The pause after one more fault.
    pub fn after_fault(&mut self) -> Duration {
        let pause = self.0;
        self.0 = (pause * 2).min(LONGEST);
        pause
    }
}

/// Waits, until `stopped` at the latest.
pub fn wait(pause: Duration, stopped: impl Fn() -> bool) {
    let until = Instant::now() + pause;
    while !stopped() {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return;
        }
        thread::sleep(left.min(LOOK));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_five_minutes_and_begin_anew() {
        let mut backoff = Backoff::default();
        let pauses: Vec<u64> = (0..11).map(|_| backoff.after_fault().as_secs()).collect();
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        backoff.reset();
        assert_eq!(backoff.after_fault(), FIRST);
    }

    #[test]
    fn a_pause_ends_when_the_work_is_to_stop() {
        let begun = Instant::now();
        wait(LONGEST, || begun.elapsed() >= LOOK);
        assert!(begun.elapsed() < LONGEST / 10);
    }
}
