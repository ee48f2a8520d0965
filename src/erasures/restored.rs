//! A database that was restored from a backup holds what was erased since. Before it serves, the
//! outside list is applied to it again; and where the list lacks what the database knows, it is
//! completed, so that the next restore finds it.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::db::schema::erasure;
use crate::db::{Db, Read, Ticket, Write};
use crate::erasures::list::{self, Line};
use crate::erasures::{Asked, Cause, ErasureList, Gathered, Kind, erase_account, erase_claim};
use crate::error::Error;
use crate::ids::{AccountId, ClaimId, ErasureId};

/// The erasures that the database knows.
fn known(r: &mut Read) -> Result<Vec<Line>, Error> {
    Ok(erasure::table
        .order(erasure::id)
        .select(Line::as_select())
        .load(r.conn())?)
}

/// Applies what the list names and the database does not know, and returns how many. What is not
/// there, or was erased under another line, has nothing left to erase. A hold that was set after an
/// erasure was listed lets its data stay, with a warning.
pub fn again(db: &Db, outside: &ErasureList) -> Result<usize, Error> {
    let ticket = Ticket::program();
    let listed = list::read(&outside.list)?;
    let known = db.read_now(&ticket, known)?;
    let ids: HashSet<ErasureId> = known.iter().map(|line| line.erasure.id).collect();
    let mut applied = 0;
    for line in listed.iter().filter(|line| !ids.contains(&line.erasure.id)) {
        match db.write_now(&ticket, line.erasure.kind.action(), |w| {
            apply(w, outside, *line)
        }) {
            Ok(()) => {
                tracing::warn!(erasure = %line.erasure.id, "erased again what a restored database held, or a crash had left");
                applied += 1;
            }
            Err(Error::NotFound) => {}
            Err(Error::Held(_)) => {
                tracing::warn!(erasure = %line.erasure.id, "not erased: a legal hold was set after it; release the hold and start again");
            }
            Err(error) => return Err(error),
        }
    }
    let ids: HashSet<ErasureId> = listed.iter().map(|line| line.erasure.id).collect();
    let missing: Vec<Line> = known
        .into_iter()
        .filter(|line| !ids.contains(&line.erasure.id))
        .collect();
    list::append(&outside.list, &missing)?;
    Ok(applied)
}

fn apply(w: &mut Write, outside: &ErasureList, line: Line) -> Result<(), Error> {
    let asked = Asked {
        again: Some(line),
        ..Asked::of(Cause::Restored, None)
    };
    let mut gathered = Gathered::default();
    match line.erasure.kind {
        Kind::Claim => erase_claim(w, ClaimId(line.erasure.subject), asked, &mut gathered)?,
        Kind::Account => erase_account(w, AccountId(line.erasure.subject), asked, &mut gathered)?,
    }
    // claims that an account has beyond those listed
    let more = gathered
        .erasures
        .into_iter()
        .filter(|erasure| *erasure != line.erasure);
    list::append(
        &outside.list,
        &more
            .map(|erasure| Line {
                at: w.now(),
                erasure,
            })
            .collect::<Vec<_>>(),
    )
}
