//! How long each test that has a database took, for script/test to print the slowest.

use std::cell::OnceCell;
use std::fs;
use std::io::Write;
use std::time::Instant;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/test-times");

thread_local! {
    // each test runs in a thread of its own, which has its name
    static RUNNING: OnceCell<Running> = const { OnceCell::new() };
}

struct Running(Instant);

/// Takes the time from here to the end of this thread.
pub fn take() {
    RUNNING.with(|running| running.get_or_init(|| Running(Instant::now())).0);
}

impl Drop for Running {
    fn drop(&mut self) {
        let (seconds, thread) = (self.0.elapsed().as_secs_f32(), std::thread::current());
        let line = format!("{seconds:6.1} s  {}\n", thread.name().unwrap_or_default());
        let file = fs::OpenOptions::new().create(true).append(true).open(FILE);
        // where nothing can be written, nothing is printed
        let _ = file.and_then(|mut file| file.write_all(line.as_bytes()));
    }
}
