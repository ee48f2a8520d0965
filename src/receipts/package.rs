//! Claims that the operator opens for a member of staff, as files: every recorded change with its
//! proof, and a list of them. Who gets them and why is on record before the first byte is written,
//! and how it ended after the last.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use crate::accounts;
use crate::action::Action;
use crate::audit::publish::store::Store;
use crate::claims;
use crate::db::{Db, Ticket, Write};
use crate::disclosures::request::Request;
use crate::disclosures::{self, Selection, Standing};
use crate::error::{Error, Unavailable};
use crate::exports::{self, Format, Profile, Summary};
use crate::ids::{ClaimId, DisclosureId, DownloadId};
use crate::input::Email;
use crate::receipts;
use crate::role::Role;

/// How long the published log may take to cover what was done just now.
const SOON: Duration = Duration::from_secs(10);

/// Claims that are opened, and for which download that is on record.
pub struct Opened {
    disclosure: DisclosureId,
    download: DownloadId,
    /// Numbers as they were typed, with their claims.
    claims: Vec<(String, ClaimId)>,
}

/// Records whose contents are opened, for whom and why. `reason` comes from [`crate::input::reason`].
///
/// # Errors
/// `Invalid` where a number is no claim's, the claims are of several cases, or
/// the account is not of the staff of theirs.
pub fn open(db: &Db, email: &str, reason: &str, numbers: &[String]) -> Result<Opened, Error> {
    let email = Email::parse("for", email)?;
    db.write_now(&Ticket::operator(), Action::DisclosureMake, |w| {
        let account = accounts::find(w, &email)?;
        let account = account.ok_or_else(|| Error::invalid("for", "no-account"))?;
        if accounts::role(w, account)? != Role::Lawyer {
            return Err(Error::invalid("for", "no-exporter"));
        }
        let (claims, case) = named(w, numbers)?;
        let request = Request {
            selection: Selection::Claims(claims.iter().map(|(_, claim)| *claim).collect()),
            standing: Standing::Any,
            reason: reason.into(),
        };
        let export = Some((Profile::Everything, Format::JsonLines));
        let disclosure = disclosures::make(w, account, case, export, &request)
            .map_err(|error| error.or_absent("for", "not-of-staff"))?;
        let download = exports::record_begin(w, disclosure, case, account)?;
        Ok(Opened {
            disclosure,
            download,
            claims,
        })
    })
}

/// The claims of these numbers, and the one case that they are of.
fn named(
    w: &mut Write,
    numbers: &[String],
) -> Result<(Vec<(String, ClaimId)>, crate::ids::CaseId), Error> {
    let (mut claims, mut cases) = (Vec::new(), Vec::new());
    for number in numbers {
        let found = claims::by_number(w, number);
        let (claim, case) = found.map_err(|error| error.or_absent("claims", "no-claim"))?;
        claims.push((number.clone(), claim));
        cases.push(case);
    }
    cases.dedup();
    match cases[..] {
        [case] => Ok((claims, case)),
        _ => Err(Error::invalid("claims", "one-case")),
    }
}

impl Opened {
    /// Writes claims.csv and the folder `claims` into the directory that `kit` makes, and puts on
    /// record how it ended. Everything is proved before the directory is made: a log that is not
    /// published yet leaves none behind.
    ///
    /// # Errors
    /// Those of `kit`; `Unavailable` where the log does not get published; a directory that cannot
    /// be written.
    pub fn write<T>(
        self,
        db: &Db,
        store: &Store,
        directory: &Path,
        kit: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Error> {
        let written = self.prove(db, store).and_then(|proved| {
            let made = kit()?;
            Ok((made, self.put(directory, &proved)?))
        });
        let outcome = written.as_ref().ok().map(|(_, summary)| *summary);
        db.write_now(&Ticket::operator(), Action::ExportDownload, |w| {
            exports::end_download(w, self.download, outcome)
        })?;
        written.map(|(made, _)| made)
    }

    /// Every change of these claims, opened and proved, claim by claim.
    fn prove(&self, db: &Db, store: &Store) -> Result<Vec<Vec<receipts::File>>, Error> {
        let until = Instant::now() + SOON;
        let claim = |claim: ClaimId| loop {
            match db.read_now(&Ticket::operator(), |r| {
                receipts::disclosed(r, store, self.disclosure, claim)
            }) {
                // the disclosure itself is among the changes, and was sealed a moment ago at best
                Err(Error::Unavailable(Unavailable::Unpublished)) if Instant::now() < until => {
                    std::thread::sleep(SOON / 50)
                }
                done => return done,
            }
        };
        self.claims.iter().map(|(_, id)| claim(*id)).collect()
    }

    /// The digest of the list of files stands for all of them.
    fn put(&self, directory: &Path, proved: &[Vec<receipts::File>]) -> Result<Summary, Error> {
        let folder = directory.join("claims");
        // Excel reads UTF-8 where the mark says so
        let mut table = "\u{feff}number,subject\r\n".to_string();
        let mut sums = String::new();
        for ((number, claim), files) in self.claims.iter().zip(proved) {
            table += &format!("{number},{claim}\r\n");
            for file in files {
                put(&folder.join(number).join(&file.name), &file.text)?;
                let sum = hex::encode(Sha256::digest(&file.text));
                sums += &format!("{sum}  {number}/{}\n", file.name);
            }
        }
        put(&directory.join("claims.csv"), &table)?;
        put(&folder.join("SHA256SUMS"), &sums)?;
        Ok(Summary {
            rows: self.claims.len() as u64,
            sha256: Sha256::digest(&sums).into(),
        })
    }
}

fn put(path: &Path, text: &str) -> Result<(), Error> {
    let directory = path.parent().unwrap_or(path);
    fs::create_dir_all(directory)
        .and_then(|()| fs::write(path, text))
        .map_err(Error::of_file(path))
}
