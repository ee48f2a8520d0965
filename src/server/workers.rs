//! The threads beside the requests: sealing, publishing, what is asked of others, mails, and deleting what is over.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::accounts::{links, sessions};
use crate::action::Action;
use crate::audit::format::note::Signer;
use crate::audit::outsiders::caller::Notes;
use crate::audit::outsiders::timestamp;
use crate::audit::outsiders::witness::run::Watch;
use crate::audit::publish::published::Board;
use crate::audit::publish::store::Store;
use crate::audit::publish::{self, Places};
use crate::audit::seal::{self, Wake};
use crate::config::{OutsideSettings, ServerSettings};
use crate::db::{Db, Ticket, idempotency};
use crate::error::Error;
use crate::server::App;
use crate::{exports, mail};

/// How often mails are looked for.
const MAIL_EVERY: Duration = Duration::from_millis(250);
/// How often what is over is deleted.
const TIDY_EVERY: Duration = Duration::from_secs(3600);

/// What the threads work with.
pub struct Working {
    /// The database.
    pub db: Db,
    /// Where sealer and publisher connect.
    pub url: String,
    /// What wakes the sealer.
    pub woken: Receiver<()>,
    /// Signs the log's checkpoints.
    pub signer: Signer,
    /// Where the log is published.
    pub places: Places,
    /// Who else signs.
    pub outside: OutsideSettings,
}

/// Threads at work.
pub struct Workers {
    stop: Arc<AtomicBool>,
    stop_publisher: Arc<AtomicBool>,
    sealer: JoinHandle<()>,
    publisher: JoinHandle<()>,
    errands: JoinHandle<()>,
}

impl Workers {
    /// Starts them; how it goes is kept in what the handlers share.
    pub fn start(with: Working, settings: ServerSettings, app: &App) -> Self {
        let (sealing, publishing, notes) = (app.sealing.clone(), app.publishing.clone(), app.notes.clone());
        let (stop, stop_publisher) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let (sealed, to_publish) = Wake::pair();
        let board = Arc::new(Board::new(Store::new(&with.places.log)));
        outside_threads(&with.db, &board, &with.places, &with.outside, &stop, &notes);
        let sealer = std::thread::spawn({
            let (url, woken, stop) = (with.url.clone(), with.woken, stop.clone());
            move || seal::run(&url, &woken, &sealed, &stop, &sealing)
        });
        let publisher = std::thread::spawn({
            let (url, signer, places, stop) = (with.url, Arc::new(with.signer), with.places, stop_publisher.clone());
            move || publish::run(&url, &signer, &places, &to_publish, &board, &stop, &publishing)
        });
        let errands = std::thread::spawn({
            let (stop, db) = (stop.clone(), with.db);
            move || run_errands(&db, &settings, &stop)
        });
        Self { stop, stop_publisher, sealer, publisher, errands }
    }

    /// Ends them: what was committed is sealed, and what was sealed is published, before the exit.
    ///
    /// # Errors
    /// A thread that panicked.
    pub fn end(self) -> Result<(), Error> {
        let join = |thread: JoinHandle<()>| thread.join().map_err(|_| Error::internal("a thread of the server panicked"));
        self.stop.store(true, Ordering::Relaxed);
        join(self.sealer)?;
        join(self.errands)?;
        self.stop_publisher.store(true, Ordering::Relaxed);
        join(self.publisher)
    }
}

/// The threads that ask others about the log. Nobody waits for them: what they do not finish, the next start does.
fn outside_threads(db: &Db, board: &Arc<Board>, places: &Places, settings: &OutsideSettings, stop: &Arc<AtomicBool>, notes: &Arc<Notes>) {
    let wanted = settings.witness_quorum as usize;
    let watch = Watch::new(db.clone(), board.clone(), Store::new(&places.log), notes.clone(), stop.clone(), wanted);
    std::thread::spawn(move || watch.run());
    for url in settings.timestamp_urls.clone() {
        let (db, board, notes, stop, settings) = (db.clone(), board.clone(), notes.clone(), stop.clone(), settings.authority(url));
        std::thread::spawn(move || timestamp::run(&db, &board, &settings, &notes, &stop));
    }
}

/// Sends mails and deletes what is over.
fn run_errands(db: &Db, settings: &ServerSettings, stop: &AtomicBool) {
    let mut tidied: Option<std::time::Instant> = None;
    while !stop.load(Ordering::Relaxed) {
        let sent = db.read_now(&Ticket::program(), mail::waits).and_then(|waits| match waits {
            true => db.write_now(&Ticket::program(), Action::Mail, |w| {
                mail::send(w, &settings.mail_dir, &settings.mail_from, &settings.public_url)
            }),
            false => Ok(0),
        });
        if let Err(error) = &sent {
            tracing::warn!(error = ?error, "mails wait");
        }
        if tidied.is_none_or(|last| last.elapsed() >= TIDY_EVERY) {
            tidied = Some(std::time::Instant::now());
            if let Err(error) = tidy(db) {
                tracing::warn!(error = ?error, "what is over was not deleted");
            }
        }
        std::thread::sleep(if sent.is_err() { MAIL_EVERY * 8 } else { MAIL_EVERY });
    }
}

fn tidy(db: &Db) -> Result<(), Error> {
    let ticket = Ticket::program();
    db.write_now(&ticket, Action::Tidy, |w| {
        let gone = idempotency::forget_old(w)? + links::forget_old(w)? + sessions::forget_old(w)? + mail::forget_old(w)?;
        tracing::debug!(gone, "deleted what is over");
        Ok(())
    })?;
    db.write_now(&ticket, Action::ExportDownload, exports::abort_abandoned)
}
