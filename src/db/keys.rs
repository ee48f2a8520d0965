//! Holds the keys against the database: a registry that was begun with one key must not go on with
//! another, or it would seal what nobody can open and miss what is there.

use diesel::prelude::*;

use crate::action::Action;
use crate::db::schema::key_fingerprint;
use crate::db::{Db, Read, Ticket};
use crate::error::Error;

/// The keys that this database was begun with, `sealing:1`, each with its fingerprint in
/// hexadecimal.
pub fn known(r: &mut Read) -> Result<Vec<(String, String)>, Error> {
    let rows: Vec<(String, Vec<u8>)> = key_fingerprint::table
        .order(key_fingerprint::id)
        .select((key_fingerprint::id, key_fingerprint::fingerprint))
        .load(r.conn())?;
    let hexadecimal = |(id, print): (String, Vec<u8>)| (id, hex::encode(print));
    Ok(rows.into_iter().map(hexadecimal).collect())
}

/// Compares the keys' fingerprints with the database and records those of new versions.
///
/// # Errors
/// Names the key that is missing or another.
pub fn check(db: &Db) -> Result<(), Error> {
    let keys = db.vault().keys();
    let given: Vec<(String, Vec<u8>)> = [
        ("sealing", &keys.sealing),
        ("index", &keys.index),
        ("token", &keys.token),
        ("log", &keys.log),
    ]
    .into_iter()
    .flat_map(|(purpose, ring)| {
        ring.fingerprints()
            .map(move |(version, fingerprint)| (format!("{purpose}:{version}"), fingerprint))
    })
    .collect();
    let known: Vec<(String, Vec<u8>)> = db.read_now(&Ticket::operator(), |r| {
        Ok(key_fingerprint::table
            .select((key_fingerprint::id, key_fingerprint::fingerprint))
            .load(r.conn())?)
    })?;
    for (id, fingerprint) in &known {
        match given.iter().find(|(given, _)| given == id) {
            Some((_, same)) if same == fingerprint => {}
            Some(_) => {
                return Err(Error::operator(format!(
                    "the key {id} is not the one that this database was begun with: give the right one"
                )));
            }
            // old keys that signed are not needed any more; without an old sealing key documents
            // stay shut
            None if id.starts_with("token:") || id.starts_with("log:") => {}
            None => {
                return Err(Error::operator(format!(
                    "the key {id} is missing: this database holds data under it"
                )));
            }
        }
    }
    let new: Vec<_> = given
        .into_iter()
        .filter(|(id, _)| !known.iter().any(|(known, _)| known == id))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    let indexed_before = known.iter().any(|(id, _)| id.starts_with("index:"));
    if indexed_before && new.iter().any(|(id, _)| id.starts_with("index:")) {
        return Err(Error::operator(
            "the index key cannot get a new version: everything is found under the first",
        ));
    }
    db.write_now(&Ticket::operator(), Action::KeyRegister, |w| {
        for (id, fingerprint) in &new {
            diesel::insert_into(key_fingerprint::table)
                .values((
                    key_fingerprint::id.eq(id),
                    key_fingerprint::fingerprint.eq(fingerprint),
                ))
                .on_conflict_do_nothing()
                .execute(w.conn())?;
        }
        Ok(())
    })
}
