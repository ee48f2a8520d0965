//! Tells a waiting thread that there is something to do: the sealer after a commit, the publisher
//! after a batch.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Wakes a thread that waits; never blocks.
#[derive(Clone)]
pub struct Wake(SyncSender<()>);

impl Wake {
    /// A waker and what it wakes.
    pub fn pair() -> (Self, Receiver<()>) {
        let (sender, receiver) = sync_channel(1);
        (Self(sender), receiver)
    }

    /// There is something to do. A full channel means that the thread knows already.
    pub fn wake(&self) {
        let _ = self.0.try_send(());
    }
}
