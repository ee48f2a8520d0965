//! How things are measured.

use std::path::Path;
use std::process::{Child, ExitStatus};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What a figure has to reach.
#[derive(Clone, Copy)]
pub enum Aim {
    AtLeast(f64),
    AtMost(f64),
}

/// One figure.
pub struct Row {
    pub name: &'static str,
    pub value: f64,
    pub unit: &'static str,
    pub aim: Aim,
    /// What it was made of, for people.
    pub measured: String,
}

impl Row {
    /// The aim in words.
    pub fn aim(&self) -> String {
        match self.aim {
            Aim::AtLeast(aim) => format!(">= {aim}"),
            Aim::AtMost(aim) => format!("<= {aim}"),
        }
    }

    /// Whether the value reaches the aim.
    pub fn holds(&self) -> bool {
        match self.aim {
            Aim::AtLeast(aim) => self.value >= aim,
            Aim::AtMost(aim) => self.value <= aim,
        }
    }
}

/// The middle value.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len().is_multiple_of(2) {
        (values[middle - 1] + values[middle]) / 2.0
    } else {
        values[middle]
    }
}

/// Figures of two things that took turns.
pub struct Pairs(Vec<(f64, f64)>);

impl Pairs {
    /// Measures one thing and the other in turns, after once each for warmth.
    pub fn take(count: usize, mut measure: impl FnMut(bool) -> f64) -> Self {
        measure(true);
        measure(false);
        Self(
            (0..count)
                .map(|_| (measure(true), measure(false)))
                .collect(),
        )
    }

    /// The middle of the ratios first / second of each turn.
    pub fn ratio(&self) -> f64 {
        median(
            self.0
                .iter()
                .map(|(first, second)| first / second)
                .collect(),
        )
    }

    /// The middle of each.
    pub fn medians(&self) -> (f64, f64) {
        (
            median(self.0.iter().map(|pair| pair.0).collect()),
            median(self.0.iter().map(|pair| pair.1).collect()),
        )
    }
}

/// Has each of the clients do the step over and over for so long, then settles what is owed, and
/// returns steps a second.
pub fn rate<C: Send, T>(
    clients: &mut [C],
    length: Duration,
    step: impl Fn(&mut C) + Sync,
    settle: impl FnOnce() -> T,
) -> f64 {
    let done = AtomicU64::new(0);
    let begun = Instant::now();
    thread::scope(|scope| {
        for client in clients {
            let (step, done) = (&step, &done);
            scope.spawn(move || {
                while begun.elapsed() < length {
                    step(client);
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    settle();
    done.into_inner() as f64 / begun.elapsed().as_secs_f64()
}

/// How long it takes, in seconds.
pub fn seconds(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}

/// The time that 99 in 100 stay below.
pub fn p99(times: Vec<Duration>) -> Duration {
    percentile(99, times)
}

/// The time that 95 in 100 stay below.
pub fn p95(times: Vec<Duration>) -> Duration {
    percentile(95, times)
}

fn percentile(percent: usize, mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() * percent / 100]
}

/// A figure of a process out of /proc, in MB of 10^6 bytes; 0 when it is gone.
pub fn memory(process: u32, field: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
    let kib: f64 = line
        .and_then(|line| line.split_whitespace().next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0.0);
    kib * 1024.0 / 1e6
}

/// Begins the peak of a process anew.
pub fn forget_peak(process: u32) {
    std::fs::write(
        Path::new("/proc")
            .join(process.to_string())
            .join("clear_refs"),
        "5",
    )
    .expect("the process is ours");
}

/// Waits for a process and returns its peak as well.
pub fn watched(mut process: Child) -> (ExitStatus, f64) {
    let mut peak = 0.0_f64;
    loop {
        peak = peak.max(memory(process.id(), "VmHWM"));
        if let Some(status) = process.try_wait().expect("the process is ours") {
            return (status, peak);
        }
        thread::sleep(Duration::from_millis(5));
    }
}
