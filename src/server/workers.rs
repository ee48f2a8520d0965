//! The threads beside the requests: sealing, publishing, asking outsiders, delivering mail, and
//! deleting expired rows.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::accounts::{guessing, links, sessions};
use crate::action::Action;
use crate::audit::outsiders::timestamp;
use crate::audit::outsiders::warnings::Warnings;
use crate::audit::outsiders::witness::run::Watch;
use crate::audit::publish::published::Published;
use crate::audit::publish::store::Store;
use crate::audit::publish::{Destination, Publishing};
use crate::audit::seal;
use crate::config::{OutsiderSettings, ServerSettings};
use crate::db::wake::Wake;
use crate::db::{Db, Ticket, access_record, idempotency};
use crate::error::Error;
use crate::exports;
use crate::http::state::App;
use crate::limits::Limits;
use crate::mail::delivery::Delivery;
use crate::server::Setup;

/// How often mails are looked for.
const MAIL_EVERY: Duration = Duration::from_millis(250);
/// How often expired rows are deleted.
const TIDY_EVERY: Duration = Duration::from_secs(3600);

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
    pub fn start(setup: Setup, settings: ServerSettings, public_url: String, app: &App) -> Self {
        let (sealing, publishing, warnings) = (
            app.sealing.clone(),
            app.publishing.clone(),
            app.warnings.clone(),
        );
        let (stop, stop_publisher) = (
            Arc::new(AtomicBool::new(false)),
            Arc::new(AtomicBool::new(false)),
        );
        let (sealed, to_publish) = Wake::pair();
        let published = Arc::new(Published::new(Store::new(&setup.destination.log)));
        outsider_threads(
            &setup.db,
            &published,
            &setup.destination,
            &setup.outsiders,
            &stop,
            &warnings,
        );
        let sealer = std::thread::spawn({
            let (url, woken, stop) = (setup.url.clone(), setup.woken, stop.clone());
            move || seal::run(&url, &woken, &sealed, &stop, &sealing)
        });
        let publisher = std::thread::spawn({
            let stop = stop_publisher.clone();
            let publishing = Publishing {
                db: setup.db.clone(),
                url: setup.url,
                signer: Arc::new(setup.signer),
                destination: setup.destination,
                published,
                health: publishing,
            };
            move || publishing.run(&to_publish, &stop)
        });
        let errands = std::thread::spawn({
            let (stop, db, limits) = (stop.clone(), setup.db, app.limits.clone());
            move || run_errands(&db, &settings, &public_url, &limits, &stop)
        });
        Self {
            stop,
            stop_publisher,
            sealer,
            publisher,
            errands,
        }
    }

    /// Ends them: what was committed is sealed, and what was sealed is published, before the exit.
    pub fn end(self) -> Result<(), Error> {
        let join = |thread: JoinHandle<()>| {
            thread
                .join()
                .map_err(|_| Error::internal("a thread of the server panicked"))
        };
        self.stop.store(true, Ordering::Relaxed);
        join(self.sealer)?;
        join(self.errands)?;
        self.stop_publisher.store(true, Ordering::Relaxed);
        join(self.publisher)
    }
}

/// The threads that ask others about the log. Nobody waits for them: what they do not finish, the
/// next start does.
fn outsider_threads(
    db: &Db,
    published: &Arc<Published>,
    destination: &Destination,
    settings: &OutsiderSettings,
    stop: &Arc<AtomicBool>,
    warnings: &Arc<Warnings>,
) {
    let wanted = settings.witness_quorum as usize;
    let watch = Watch::new(
        db.clone(),
        published.clone(),
        Store::new(&destination.log),
        warnings.clone(),
        stop.clone(),
        wanted,
    );
    std::thread::spawn(move || watch.run());
    for url in settings.timestamp_urls() {
        let (db, published, warnings, stop, settings) = (
            db.clone(),
            published.clone(),
            warnings.clone(),
            stop.clone(),
            settings.authority(url),
        );
        std::thread::spawn(move || timestamp::run(&db, &published, &settings, &warnings, &stop));
    }
}

/// Delivers mail and deletes expired rows.
fn run_errands(
    db: &Db,
    settings: &ServerSettings,
    public_url: &str,
    limits: &Limits,
    stop: &AtomicBool,
) {
    let delivery = Delivery {
        directory: settings.mail_dir.clone(),
        from: settings.mail_from.clone(),
        public_url: public_url.into(),
    };
    let mut tidied: Option<std::time::Instant> = None;
    while !stop.load(Ordering::Relaxed) {
        let sent = delivery.run(db);
        if let Err(error) = &sent {
            tracing::warn!(error = ?error, "mails wait");
        }
        if tidied.is_none_or(|last| last.elapsed() >= TIDY_EVERY) {
            tidied = Some(std::time::Instant::now());
            limits.forget_old();
            if let Err(error) = tidy(db).and_then(|()| delivery.forget_old(db)) {
                tracing::warn!(error = ?error, "expired rows were not deleted");
            }
        }
        std::thread::sleep(if sent.is_err() {
            MAIL_EVERY * 8
        } else {
            MAIL_EVERY
        });
    }
}

fn tidy(db: &Db) -> Result<(), Error> {
    let ticket = Ticket::program();
    db.write_now(&ticket, Action::Tidy, |w| {
        let gone = idempotency::forget_old(w)?
            + links::forget_old(w)?
            + sessions::forget_old(w)?
            + access_record::forget_old(w)?
            + guessing::forget_old(w)?;
        tracing::debug!(gone, "deleted expired rows");
        Ok(())
    })?;
    db.write_now(&ticket, Action::ExportDownload, exports::abort_abandoned)
}
