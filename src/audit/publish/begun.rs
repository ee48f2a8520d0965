//! Whether a log was ever published under its name, on record in the database. Where it was, a guard
//! file that is missing is no first start: the database may have been restored onto a new machine,
//! and what it would sign there may contradict what was signed before.

use diesel::dsl::{exists, select};
use diesel::prelude::*;

use crate::action::Action;
use crate::audit::log_key;
use crate::audit::publish::guard::{Guard, Signed};
use crate::audit::publish::store::Store;
use crate::audit::publish::{Destination, Refusal};
use crate::db::schema::{cosigned_checkpoint, log_publication, time_stamp};
use crate::db::{Db, Ticket};
use crate::error::Error;

/// Whether it was, under that name.
pub(super) fn is_begun(conn: &mut PgConnection, origin: &str) -> QueryResult<bool> {
    select(exists(log_publication::table.find(origin))).get_result(conn)
}

/// Puts on record that the log is published under that name from now on, unless it is on record.
pub(super) fn record(db: &Db, guard: &Guard, store: &Store, origin: &str) -> Result<(), Refusal> {
    let known = db.read_now(&Ticket::program(), |r| Ok(is_begun(r.conn(), origin)?));
    if known? {
        return Ok(());
    }
    // first: after a crash between the two it must not look as if the guard had been lost
    if guard.signed()?.is_none() && store.published()?.is_none() {
        guard.remember(&Signed::nothing(origin))?;
    }
    db.write_now(&Ticket::program(), Action::LogPublish, |w| {
        let now = w.now();
        diesel::insert_into(log_publication::table)
            .values((
                log_publication::id.eq(origin),
                log_publication::begun_at.eq(now),
            ))
            .on_conflict_do_nothing()
            .execute(w.conn())?;
        Ok(())
    })?;
    Ok(())
}

/// Begins a guard file where nothing of this log was ever given away although the database says
/// that publication began: the operator vouches for it.
///
/// # Errors
/// `Operator` where something shows that the log was published.
pub fn vouch(db: &Db, destination: &Destination) -> Result<(), Error> {
    let path = &destination.guard;
    let refused = |what: &str| Err(Error::operator(format!("{}: {what}", path.display())));
    let Some(guard) = Guard::take(path).map_err(Error::of_file(path))? else {
        return refused("a registry is publishing: stop `serve` first");
    };
    if guard.signed().map_err(Error::operator)?.is_some() {
        return refused("the guard file is there: nothing has to be begun");
    }
    let store = Store::new(&destination.log);
    let published = store
        .published()
        .map_err(Error::of_file(&destination.log))?;
    let (origin, seen) = db.read_now(&Ticket::operator(), |r| {
        let origin = log_key::current(r)?.name;
        let cosigned = cosigned_checkpoint::table.filter(cosigned_checkpoint::origin.eq(&origin));
        let stamped = time_stamp::table.filter(time_stamp::origin.eq(&origin));
        let seen = select(exists(cosigned).or(exists(stamped))).get_result(r.conn())?;
        Ok((origin, seen))
    })?;
    if published.is_some() || seen {
        return refused(
            "checkpoints of this log were given away: go on under a new name with `claimant-registry incarnation`",
        );
    }
    guard
        .remember(&Signed::nothing(&origin))
        .map_err(Error::of_file(path))
}
