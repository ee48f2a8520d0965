//! The list of erasures outside the database, a line each: `RFC3339 id kind subject`. It survives a
//! restore, because it is not part of what is restored; it names nobody.

use std::fs;
use std::io;
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use diesel::prelude::*;

use crate::db::schema::erasure;
use crate::erasures::{Erasure, Kind};
use crate::error::Error;
use crate::files::{self, Unfinished};

/// A line, and an erasure as it lies in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = erasure)]
pub struct Line {
    /// When it was first done.
    #[diesel(column_name = created_at)]
    pub at: DateTime<Utc>,
    #[diesel(embed)]
    pub erasure: Erasure,
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Erasure { id, kind, subject } = self.erasure;
        write!(
            f,
            "{} {id} {} {subject}",
            self.at.to_rfc3339_opts(SecondsFormat::Micros, true),
            kind.as_str()
        )
    }
}

fn parse(line: &str) -> Option<Line> {
    let mut words = line.split(' ');
    let at = DateTime::parse_from_rfc3339(words.next()?).ok()?.to_utc();
    let (id, kind) = (words.next()?.parse().ok()?, words.next()?);
    let kind = Kind::ALL
        .iter()
        .copied()
        .find(|known| known.as_str() == kind)?;
    let subject = words.next()?.parse().ok()?;
    words.next().is_none().then_some(Line {
        at,
        erasure: Erasure { id, kind, subject },
    })
}

/// Adds lines; they have reached the disk when this returns.
///
/// # Errors
/// `Operator` with the file's name, where it cannot be written: then nothing may be erased.
pub fn append(path: &Path, lines: &[Line]) -> Result<(), Error> {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    if text.is_empty() {
        return Ok(());
    }
    // an unfinished line reached no disk whole, so that its transaction never came to its COMMIT
    files::append_lines(path, &text, Unfinished::Cut)
        .map_err(|e| Error::operator(format!("ERASURES_FILE: {}: {e}", path.display())))
}

/// All lines; none where there is no file yet. An unfinished last line counts as none.
///
/// # Errors
/// `Operator` with file and line, where one does not read: passing over it could bring somebody
/// back.
pub fn read(path: &Path) -> Result<Vec<Line>, Error> {
    let failed =
        |what: String| Error::operator(format!("ERASURES_FILE: {}: {what}", path.display()));
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(|e| failed(e.to_string()))?,
    };
    let whole = text.rfind('\n').map_or("", |at| &text[..at]);
    let line = |(n, line)| {
        parse(line).ok_or_else(|| {
            failed(format!(
                "line {} is not `time id kind subject`: put back what was there",
                n + 1
            ))
        })
    };
    whole.lines().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ErasureId;
    use uuid::Uuid;

    fn line(kind: Kind) -> Line {
        let erasure = Erasure {
            id: ErasureId::new(),
            kind,
            subject: Uuid::now_v7(),
        };
        Line {
            at: "2026-11-24T01:02:03.000004Z".parse().unwrap(),
            erasure,
        }
    }

    #[test]
    fn what_was_appended_is_read_and_a_torn_line_gives_way_to_the_next() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("there/erasures");
        assert_eq!(read(&path).unwrap(), []);
        let (first, second, third) = (line(Kind::Claim), line(Kind::Account), line(Kind::Claim));
        append(&path, &[first, second]).unwrap();
        append(&path, &[]).unwrap();
        assert_eq!(read(&path).unwrap(), [first, second]);
        let whole = fs::read_to_string(&path).unwrap();
        for torn in [
            "2",
            "2026-11-24T01:02:03Z 01a",
            whole.lines().next().unwrap(),
        ] {
            fs::write(&path, format!("{whole}{torn}")).unwrap();
            assert_eq!(read(&path).unwrap(), [first, second], "{torn}");
            append(&path, &[third]).unwrap();
            assert_eq!(read(&path).unwrap(), [first, second, third], "{torn}");
        }
    }

    #[test]
    fn a_line_that_does_not_read_is_named_by_its_number() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("erasures");
        for wrong in [
            "",
            "x",
            "2026-11-24T01:02:03Z 1 claim 2",
            &format!("{} more", line(Kind::Claim)),
            &line(Kind::Claim).to_string().replace("claim", "case"),
        ] {
            fs::write(
                &path,
                format!("{}\n{wrong}\n{}\n", line(Kind::Claim), line(Kind::Claim)),
            )
            .unwrap();
            let Err(Error::Operator(what)) = read(&path) else {
                panic!("{wrong}")
            };
            assert!(what.contains("line 2"), "{wrong}: {what}");
        }
    }
}
