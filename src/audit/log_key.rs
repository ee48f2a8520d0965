//! Under which key the log signs. The first key is recorded when the registry first runs; a new
//! key, and a new incarnation after a restore, is named in a statement that the one before signs,
//! so that trust in the first key leads to all of them.

use diesel::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::entry;
use crate::audit::format::merkle;
use crate::audit::format::note::{Kind, SUCCESSION, Signer, Vkey};
use crate::db::schema::{audit_head, log_identity};
use crate::db::{Db, Read, Ticket, Write};
use crate::error::Error;
use crate::vault::KeyRing;

/// The keys of the log in their order, each with the statement that names it.
pub fn all(r: &mut Read) -> Result<Vec<(Vkey, String)>, Error> {
    let rows: Vec<(String, String)> = log_identity::table
        .order(log_identity::id)
        .select((log_identity::vkey, log_identity::succession))
        .load(r.conn())?;
    rows.into_iter()
        .map(|(vkey, succession)| Ok((vkey.parse().map_err(Error::internal)?, succession)))
        .collect()
}

/// Of these keys those that sign, or signed, under the name that signs now.
pub fn of_incarnation(keys: &[(Vkey, String)]) -> Vec<&Vkey> {
    let name = keys
        .last()
        .map(|(vkey, _)| vkey.name.as_str())
        .unwrap_or_default();
    keys.iter()
        .map(|(vkey, _)| vkey)
        .filter(|vkey| vkey.name == name)
        .collect()
}

/// The key that signs now.
///
/// # Errors
/// `Operator` before the registry first ran with its keys.
pub fn current(r: &mut Read) -> Result<Vkey, Error> {
    let last = all(r)?.pop();
    last.map(|(vkey, _)| vkey)
        .ok_or_else(|| Error::operator("the log has no key yet"))
}

fn record(w: &mut Write, vkey: &Vkey, succession: &str) -> Result<(), Error> {
    let (id, now) = (Uuid::now_v7(), w.now());
    let newest: Option<Uuid> = log_identity::table
        .order(log_identity::id.desc())
        .select(log_identity::id)
        .first(w.conn())
        .optional()?;
    if newest.is_some_and(|newest| newest >= id) {
        return Err(Error::operator(
            "the clock of this machine is behind the day on which the log got its last key: set it right",
        ));
    }
    diesel::insert_into(log_identity::table)
        .values((
            log_identity::id.eq(id),
            log_identity::vkey.eq(vkey.to_string()),
            log_identity::succession.eq(succession),
            log_identity::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Signs under that name with the key of that seed.
///
/// # Errors
/// `Operator` where the name cannot be a key's.
pub fn signer(name: &str, seed: &[u8; 32]) -> Result<Signer, Error> {
    Signer::new(name, Kind::Ed25519, seed)
        .map_err(|fault| Error::operator(format!("LOG_KEY: {fault}")))
}

/// What signs under the current key; the first key is recorded here.
///
/// # Errors
/// `Operator` where no version of the given key is the one that signs.
pub fn ensure(db: &Db) -> Result<Signer, Error> {
    let ring = &db.vault().keys().log;
    let known = db.read_now(&Ticket::operator(), all)?;
    let Some((vkey, _)) = known.last() else {
        let first = signer(&db.read_now(&Ticket::operator(), log)?, ring.current().1)?;
        db.write_now(&Ticket::operator(), Action::LogIdentity, |w| {
            record(w, first.vkey(), "")
        })?;
        return Ok(first);
    };
    for (_, seed) in ring.versions() {
        let signer = signer(&vkey.name, seed)?;
        if signer.vkey() == vkey {
            return Ok(signer);
        }
    }
    Err(Error::operator(
        "LOG_KEY is not the key that this log signs with: give the right one (`key rotate` changes it, and keeps the old line)",
    ))
}

/// Records that the current key is followed by another, with the statement that the current one
/// signs.
fn succeed(
    db: &Db,
    old: &Signer,
    new: &Signer,
    signed: &Checkpoint,
    reason: &str,
) -> Result<(), Error> {
    let text = format!(
        "{SUCCESSION}\nold {}\nnew {}\nsize {}\nroot {}\nreason {reason}\n",
        old.vkey(),
        new.vkey(),
        signed.size,
        signed.to_string().lines().nth(2).unwrap_or_default()
    );
    let succession = old.note(&text);
    db.write_now(&Ticket::operator(), Action::LogIdentity, |w| {
        record(w, new.vkey(), &succession)
    })
}

/// Lets the newest version of LOG_KEY follow the key that signs now, and returns its vkey. Where
/// the newest signs already, `another` adds a version after it and returns the ring. `signed` is
/// what was signed last.
///
/// # Errors
/// `Operator` where there is no other version.
pub fn rotate(
    db: &Db,
    signed: Option<&Checkpoint>,
    another: impl FnOnce(u16) -> Result<KeyRing, Error>,
) -> Result<Vkey, Error> {
    let old = ensure(db)?;
    let ring = &db.vault().keys().log;
    let mut new = signer(&old.vkey().name, ring.current().1)?;
    if new.vkey() == old.vkey() {
        let ring = another(ring.current().0)?;
        new = signer(&old.vkey().name, ring.current().1)?;
    }
    if new.vkey() == old.vkey() {
        return Err(Error::operator(
            "the newest version of LOG_KEY signs already",
        ));
    }
    let nothing = Checkpoint {
        origin: String::new(),
        size: 0,
        root: merkle::empty_root(),
    };
    succeed(db, &old, &new, signed.unwrap_or(&nothing), "rotation")?;
    Ok(new.vkey().clone())
}

/// Which incarnation of the log that name is, from 1; 0 for the name of another log.
pub fn incarnation(name: &str, log: &str) -> u64 {
    match name.strip_prefix(log) {
        Some("") => 1,
        Some(rest) => rest
            .strip_prefix('/')
            .and_then(|number| entry::integer(number.as_bytes()))
            .unwrap_or(0),
        None => 0,
    }
}

/// The name that the entries give the log; that of its first incarnation.
pub fn log(r: &mut Read) -> Result<String, Error> {
    Ok(audit_head::table.select(audit_head::log).first(r.conn())?)
}

/// Begins a new incarnation after a restore: the same log under a new name, because what was signed
/// under the old one cannot be continued; returns its vkey. A database that was put back once more
/// may not know of the last incarnation: what was signed does, and no name is used twice.
pub fn incarnate(db: &Db, signed: &Checkpoint, reason: &str) -> Result<Vkey, Error> {
    let old = ensure(db)?;
    let log = db.read_now(&Ticket::operator(), log)?;
    let last = incarnation(&old.vkey().name, &log).max(incarnation(&signed.origin, &log));
    let new = signer(
        &format!("{log}/{}", last + 1),
        db.vault().keys().log.current().1,
    )?;
    succeed(db, &old, &new, signed, reason)?;
    Ok(new.vkey().clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_incarnation_is_numbered_by_its_name() {
        for (name, number) in [
            ("a.kr/log", 1),
            ("a.kr/log/2", 2),
            ("a.kr/log/17", 17),
            ("a.kr/log/x", 0),
            ("a.kr/logs", 0),
            ("b.kr/log", 0),
        ] {
            assert_eq!(incarnation(name, "a.kr/log"), number, "{name}");
        }
    }
}
