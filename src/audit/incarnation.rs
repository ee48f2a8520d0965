//! A new incarnation of the log, after a restore: what was signed under its name cannot be
//! continued by the database that was put back, so that the log goes on under another name, and a
//! signed statement says why.

use std::path::{Path, PathBuf};

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::note::Vkey;
use crate::audit::log_key;
use crate::audit::publish::guard::Guard;
use crate::audit::publish::{self, Destination};
use crate::db::{Db, Ticket};
use crate::error::Error;

/// Begins a new incarnation and returns the key that signs it. What was signed stays for those who
/// compare, out of its way: `moved` is called with the old path and the new. A call that was
/// interrupted is finished by the next.
///
/// # Errors
/// `Operator` while a registry publishes, where nothing was signed, and where a path is in the way.
pub fn begin(
    db: &Db,
    destination: &Destination,
    kept: Option<&Path>,
    reason: &str,
    moved: &mut dyn FnMut(&Path, &Path),
) -> Result<Vkey, Error> {
    let (log, guard) = (&destination.log, &destination.guard);
    // held to the end: nobody publishes meanwhile
    let held = Guard::take(guard).map_err(Error::operator)?;
    let _held =
        held.ok_or_else(|| Error::operator("a registry is publishing: stop `serve` first"))?;
    let (keys, name) = db.read_now(&Ticket::operator(), |r| {
        Ok((log_key::all(r)?, log_key::log(r)?))
    })?;
    let kept = kept.map(|path| read_kept(path, &keys)).transpose()?;
    let signed = publish::signed_last(destination).map_err(Error::operator)?;
    let signed = signed
        .into_iter()
        .chain(kept)
        .max_by_key(|signed| (log_key::incarnation(&signed.origin, &name), signed.size));
    let signed = signed.ok_or_else(|| {
        Error::operator(format!(
            "nothing was signed: neither {} nor a checkpoint in {} is there; give LOG_GUARD_FILE and LOG_DIR as `serve` has them, or with --checkpoint the newest signed checkpoint that a mirror, a witness or an auditor holds",
            guard.display(),
            log.display()
        ))
    })?;
    let end = format!(".{}", signed.origin.replace('/', "_"));
    let aside = [log, guard].map(|path| (path, with_end(path, &end)));
    if let Some((_, taken)) = aside
        .iter()
        .find(|(path, aside)| path.exists() && aside.exists())
    {
        return Err(Error::operator(format!(
            "{} is there already: move it elsewhere, and keep it",
            taken.display()
        )));
    }
    let current = db.read_now(&Ticket::operator(), log_key::current)?;
    let number = |origin: &str| log_key::incarnation(origin, &name);
    // an interrupted call has named the new incarnation already, and only the moving is left
    let vkey = if number(&current.name) > number(&signed.origin) {
        current
    } else {
        log_key::incarnate(db, &signed, reason)?
    };
    for (path, aside) in aside.iter().filter(|(path, _)| path.exists()) {
        std::fs::rename(path, aside).map_err(|e| {
            Error::operator(format!(
                "{}: {e}: move what is in it elsewhere, and call again",
                path.display()
            ))
        })?;
        moved(path, aside);
    }
    Ok(vkey)
}

/// A checkpoint that somebody kept, signed by a key of this log: the newest key may have been lost
/// with what the backup does not hold.
fn read_kept(path: &Path, keys: &[(Vkey, String)]) -> Result<Checkpoint, Error> {
    let wrong = Error::of_file(path);
    let note = std::fs::read_to_string(path).map_err(|e| Error::of_file(path)(e))?;
    let signed = keys
        .iter()
        .find_map(|(vkey, _)| Checkpoint::verified(&note, vkey).ok());
    signed
        .map(|(checkpoint, _)| checkpoint)
        .ok_or_else(|| wrong("this is no checkpoint that a key of this log signed"))
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(end);
    name.into()
}
