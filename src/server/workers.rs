//! The threads beside the requests: sealing, publishing, asking outsiders, delivering mail,
//! carrying out recoveries, and deleting expired rows.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::accounts::{guessing, links, sessions};
use crate::action::Action;
use crate::audit::outsiders::backoff::{self, Backoff};
use crate::audit::outsiders::timestamp;
use crate::audit::outsiders::warnings::Warnings;
use crate::audit::outsiders::witness::run::Watch;
use crate::audit::publish::published::Published;
use crate::audit::publish::store::Store;
use crate::audit::publish::{Destination, Publishing};
use crate::audit::seal;
use crate::claims::{identity_checks, phone_codes};
use crate::config::OutsiderSettings;
use crate::db::wake::Wake;
use crate::db::{Db, Ticket, access_record, idempotency};
use crate::error::Error;
use crate::exports;
use crate::http::state::App;
use crate::limits::Limits;
use crate::mail::delivery::{Delivery, Postman};
use crate::recoveries;
use crate::server::Setup;

/// How often mails are looked for.
const MAIL_EVERY: Duration = Duration::from_millis(250);
/// How often recoveries are looked for whose time has come.
const RECOVERIES_EVERY: Duration = Duration::from_secs(1);
/// How often expired rows are deleted.
const TIDY_EVERY: Duration = Duration::from_secs(3600);

/// Threads at work.
pub struct Workers {
    stop: Arc<AtomicBool>,
    stop_publisher: Arc<AtomicBool>,
    sealer: JoinHandle<()>,
    publisher: JoinHandle<()>,
    mail: JoinHandle<()>,
    recoveries: JoinHandle<()>,
    tidying: JoinHandle<()>,
}

impl Workers {
    /// Starts them; how it goes is kept in what the handlers share.
    pub fn start(setup: Setup, public_url: String, app: &App) -> Self {
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
        let delivery = Arc::new(setup.delivery);
        let mail = std::thread::spawn({
            let (stop, db, delivery) = (stop.clone(), setup.db.clone(), delivery.clone());
            move || run_mail(&db, &delivery, &public_url, &warnings, &stop)
        });
        let recoveries = std::thread::spawn({
            let (stop, db) = (stop.clone(), setup.db.clone());
            move || run_recoveries(&db, &stop)
        });
        let tidying = std::thread::spawn({
            let (stop, db, limits) = (stop.clone(), setup.db, app.limits.clone());
            move || run_tidying(&db, &delivery, &limits, &stop)
        });
        Self {
            stop,
            stop_publisher,
            sealer,
            publisher,
            mail,
            recoveries,
            tidying,
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
        self.stop_publisher.store(true, Ordering::Relaxed);
        join(self.publisher)?;
        join(self.tidying)?;
        join(self.recoveries)?;
        join(self.mail)
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

/// Delivers mail. While nobody takes it on, the pauses grow, and the operator is told.
fn run_mail(
    db: &Db,
    delivery: &Delivery,
    public_url: &str,
    warnings: &Warnings,
    stop: &AtomicBool,
) {
    let mut backoff = Backoff::default();
    let stopped = || stop.load(Ordering::Relaxed);
    let postman = Postman::new(delivery, db, public_url, stop);
    while !stopped() {
        let pause = match postman.run() {
            Ok(()) => {
                warnings.set("mail", None);
                backoff.reset();
                MAIL_EVERY
            }
            Err(error) => {
                tracing::warn!(?error, "mails wait");
                if let Error::Operator(why) = error {
                    warnings.set("mail", Some(format!("mails wait: {why}")));
                }
                backoff.after_fault()
            }
        };
        backoff::wait(pause, stopped);
    }
}

/// Gives accounts the address for which 72 hours were waited.
fn run_recoveries(db: &Db, stop: &AtomicBool) {
    let mut backoff = Backoff::default();
    let stopped = || stop.load(Ordering::Relaxed);
    while !stopped() {
        let pause = match carry_out_due(db) {
            Ok(()) => {
                backoff.reset();
                RECOVERIES_EVERY
            }
            Err(error) => {
                tracing::warn!(?error, "recoveries that are due wait");
                backoff.after_fault()
            }
        };
        backoff::wait(pause, stopped);
    }
}

/// Each in a write of its own: what one of them meets keeps no other from its time.
fn carry_out_due(db: &Db) -> Result<(), Error> {
    let ticket = Ticket::program();
    let due = db.read_now(&ticket, recoveries::due)?;
    let carry_out = |id| {
        db.write_now(&ticket, Action::RecoveryEnd, |w| {
            recoveries::carry_out(w, id)
        })
    };
    let done: Vec<Result<(), Error>> = due.into_iter().map(carry_out).collect();
    done.into_iter().collect()
}

/// Deletes expired rows.
fn run_tidying(db: &Db, delivery: &Delivery, limits: &Limits, stop: &AtomicBool) {
    let stopped = || stop.load(Ordering::Relaxed);
    while !stopped() {
        limits.forget_old();
        if let Err(error) = tidy(db).and_then(|()| delivery.forget_old(db)) {
            tracing::warn!(?error, "expired rows were not deleted");
        }
        backoff::wait(TIDY_EVERY, stopped);
    }
}

fn tidy(db: &Db) -> Result<(), Error> {
    let ticket = Ticket::program();
    db.write_now(&ticket, Action::Tidy, |w| {
        let gone = idempotency::forget_old(w)?
            + links::forget_old(w)?
            + identity_checks::forget_old(w)?
            + phone_codes::forget_old(w)?
            + sessions::forget_old(w)?
            + access_record::forget_old(w)?
            + guessing::forget_old(w)?;
        tracing::debug!(gone, "deleted expired rows");
        Ok(())
    })?;
    db.write_now(&ticket, Action::ExportDownload, exports::abort_abandoned)
}
