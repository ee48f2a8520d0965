//! Verification of a live database: the chain, the captured changes behind it, and a replay that holds every live row
//! against its last captured text. All of it reads one snapshot, so it is right under load, and it trusts no function of
//! the database: an attacker could have replaced one.

mod time_bounds;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Bytea, Nullable, Text, Timestamptz};
use sha2::{Digest, Sha256};

use crate::audit::erase::Recorded;
use crate::audit::format::entry::{self, Change};
use crate::audit::verify::line::{Noted, head_line, walk};
use crate::audit::verify::report::{Finding, Head, Report, Verdict};
use crate::db::migrate;
use crate::db::schema::audit_head;
use crate::error::Error;
pub use time_bounds::time_bounds;

/// Rows a fetch brings.
const FETCH: usize = 5_000;
/// Differing rows of a table, and entries with the same verdict, that are reported by name.
const NAMED: i64 = 20;

#[derive(QueryableByName)]
struct Logged {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = Text)]
    entry: String,
    #[diesel(sql_type = Bytea)]
    hash: Vec<u8>,
    #[diesel(sql_type = BigInt)]
    change: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    tx: Option<i64>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Array<Nullable<Text>>)]
    texts: Vec<Option<String>>,
    #[diesel(sql_type = Nullable<Bytea>)]
    commitment: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Bytea>)]
    salt: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Text>)]
    row_text: Option<String>,
}

const LINES: &str = "DECLARE lines NO SCROLL CURSOR FOR
    SELECT l.seq, l.entry, l.hash, l.change, c.id, c.tx, c.at,
           ARRAY[c.actor, c.role, c.action, c.request, c.case_id, c.subject, c.table_name, c.op, c.key] AS texts,
           c.commitment, c.salt, c.row_text
    FROM audit_log l LEFT JOIN change c ON c.id = l.change ORDER BY l.seq";

/// Verifies the database behind the connection. `progress` is called with numbers of entries as they are read.
///
/// # Errors
/// The database's.
pub fn database(
    conn: &mut PgConnection,
    noted: Noted,
    progress: &dyn Fn(u64),
) -> Result<Report, Error> {
    conn.build_transaction().read_only().repeatable_read().run(|conn| {
        diesel::sql_query("SET LOCAL search_path = pg_catalog, public").execute(conn)?;
        // what turns a row into text must be what the capture triggers pin
        diesel::sql_query(
            "SELECT set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'iso_8601', true),
                    set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)",
        )
        .execute(conn)?;
        let Walked { head, mut findings, more, tables, erased } = chain(conn, noted, progress)?;
        findings.extend(unlogged(conn)?);
        let captured = captured_tables(conn, tables)?;
        findings.extend(not_captured(conn, &captured)?);
        findings.extend(replaced_functions(conn)?);
        for table in &captured {
            findings.extend(replay(conn, table)?);
        }
        findings.extend(members(conn)?);
        let mut report = Report::new(head, findings).with_erased(erased);
        report.notes.extend((more > 0).then(|| format!("{more} more entries do not fit what they were made for")));
        report.notes.extend(unsealed(conn)?);
        if noted.head.is_none() && noted.checkpoints.is_empty() {
            report.not_proven.push("that the log's end was not cut off together with its changes and rows, or everything written anew (give --head, or --checkpoint with --vkey)".into());
        }
        report.not_proven.push("that nobody with the database's superuser changed rows before they were sealed".into());
        report.not_proven.push("that what was entered was true".into());
        Ok(report)
    })
}

/// What the walk over the stored chain found.
struct Walked {
    head: Head,
    findings: Vec<Finding>,
    /// How many entries do not fit beyond those that are named.
    more: u64,
    /// Every table that the log has an entry of.
    tables: BTreeSet<String>,
    /// Payloads that a recorded erasure removed.
    erased: u64,
}

/// Walks the stored chain, and holds each entry against its stored hash and its captured change.
fn chain(conn: &mut PgConnection, noted: Noted, progress: &dyn Fn(u64)) -> Result<Walked, Error> {
    let recorded = Recorded::read(conn)?;
    let (log, size, hash): (String, i64, Vec<u8>) = audit_head::table
        .select((audit_head::log, audit_head::size, audit_head::hash))
        .first(conn)?;
    // as in an export: a broken chain is said before a checkpoint that belongs to another log
    let other = noted
        .checkpoints
        .iter()
        .find(|checkpoint| size > 0 && !checkpoint.is_of(&log));
    let noted = if other.is_some() {
        Noted {
            checkpoints: &[],
            ..noted
        }
    } else {
        noted
    };
    diesel::sql_query(LINES).execute(conn)?;
    let mut rows: std::vec::IntoIter<Logged> = Vec::new().into_iter();
    let mut findings: Vec<Finding> = Vec::new();
    let mut tables = BTreeSet::new();
    let (mut ending, mut erased, mut more) = (0, 0, 0);
    let stated = Head {
        size: u64::try_from(size).unwrap_or(0),
        hash: hash.try_into().unwrap_or([0; 32]),
    };
    let (head, finding) = walk(noted, |line| -> Result<(), Error> {
        line.clear();
        if rows.as_slice().is_empty() && ending == 0 {
            rows = diesel::sql_query(format!("FETCH {FETCH} FROM lines"))
                .load::<Logged>(conn)?
                .into_iter();
            progress(rows.len() as u64);
        }
        match rows.next() {
            Some(row) => {
                line.extend_from_slice(row.entry.as_bytes());
                tables.extend(
                    row.texts[6]
                        .as_ref()
                        .filter(|table| !tables.contains(*table))
                        .cloned(),
                );
                match entry_fits(&row, &log, &recorded) {
                    Fit::Whole => {}
                    Fit::Erased => erased += 1,
                    Fit::Not(finding)
                        if findings
                            .iter()
                            .filter(|other| other.verdict == finding.verdict)
                            .count()
                            < NAMED as usize =>
                    {
                        findings.push(finding);
                    }
                    // whoever empties every payload does not fill the memory as well
                    Fit::Not(_) => more += 1,
                }
                line.push(b'\n');
            }
            None if ending == 0 => {
                ending = 1;
                line.extend_from_slice(head_line(stated).as_bytes());
            }
            None => {}
        }
        Ok(())
    })?;
    if let (Some(checkpoint), None, true) = (other, &finding, findings.is_empty()) {
        return Err(Error::internal(format!(
            "a checkpoint is of {}, the entries name another log",
            checkpoint.origin
        )));
    }
    // the chain's own verdict comes first: it is the one that an export shows too
    Ok(Walked {
        head,
        findings: finding.into_iter().chain(findings).collect(),
        more,
        tables,
        erased,
    })
}

/// How an entry, its stored hash and the captured change behind it fit.
enum Fit {
    Whole,
    /// All but the payload, which a recorded erasure removed.
    Erased,
    Not(Finding),
}

fn entry_fits(row: &Logged, log: &str, recorded: &Recorded) -> Fit {
    let Ok(seq) = u64::try_from(row.seq) else {
        return Fit::Whole;
    };
    let not = |verdict, what: String| Fit::Not(Finding::at(verdict, seq, what));
    let own = entry::hash(row.entry.as_bytes());
    if own[..] != row.hash[..] {
        return not(
            Verdict::Altered,
            "the entry does not have the hash stored beside it".into(),
        );
    }
    if row.id.is_none() {
        return not(
            Verdict::PayloadMissing,
            format!(
                "the captured change {} is gone, and no erasure accounts for it",
                row.change
            ),
        );
    }
    // a line that is no entry is the chain's own finding
    let Some(change) = restated(row, log, seq) else {
        return Fit::Whole;
    };
    if change.line != row.entry {
        return not(
            Verdict::PayloadMismatch,
            format!(
                "the captured change {} is not what the entry says",
                row.change
            ),
        );
    }
    match (&row.salt, &row.row_text, &row.commitment) {
        (None, None, None) => Fit::Whole,
        (Some(salt), Some(text), Some(commitment))
            if Sha256::new()
                .chain_update(salt)
                .chain_update(text)
                .finalize()[..]
                == commitment[..] =>
        {
            Fit::Whole
        }
        (None, None, Some(_)) if recorded.accounts_for(&change.subject, row.seq) => Fit::Erased,
        (Some(_), Some(_), _) => not(
            Verdict::PayloadMismatch,
            "the captured text is not the row that the entry commits to".into(),
        ),
        _ => not(
            Verdict::PayloadMissing,
            "the captured text or its salt is gone, and no erasure accounts for it".into(),
        ),
    }
}

/// The captured change as an entry of that place.
struct Restated {
    line: String,
    subject: String,
}

fn restated(row: &Logged, log: &str, seq: u64) -> Option<Restated> {
    let parsed = entry::parse(row.entry.as_bytes())?;
    let prev = entry::from_hex(parsed.prev)?;
    let change = change_of(row)?;
    Some(Restated {
        line: change.line(log, seq, &prev),
        subject: change.subject,
    })
}

fn change_of(row: &Logged) -> Option<Change> {
    let mut texts = row.texts.iter().cloned().map(Option::unwrap_or_default);
    let mut text = || texts.next();
    Some(Change {
        tx: row.tx?,
        at: row.at?,
        actor: text()?,
        role: text()?,
        action: text()?,
        request: text()?,
        case: text()?,
        subject: text()?,
        table: text()?,
        op: text()?,
        key: text()?,
        row: row.commitment.clone(),
    })
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Text>)]
    also: Option<String>,
}

/// Captured changes that neither an entry nor the queue knows, and queued ones that are gone.
fn unlogged(conn: &mut PgConnection) -> Result<Vec<Finding>, Error> {
    let found: Vec<Named> = diesel::sql_query(format!(
        "SELECT c.id::text AS name, c.table_name || ' ' || c.key AS also FROM change c
         WHERE NOT EXISTS (SELECT FROM audit_log l WHERE l.change = c.id) AND NOT EXISTS (SELECT FROM pending p WHERE p.change = c.id)
         ORDER BY c.id LIMIT {NAMED}"
    ))
    .load(conn)?;
    let gone: Vec<Named> = diesel::sql_query(format!(
        "SELECT p.change::text AS name, NULL AS also FROM pending p WHERE NOT EXISTS (SELECT FROM change c WHERE c.id = p.change) ORDER BY p.change LIMIT {NAMED}"
    ))
    .load(conn)?;
    let unlogged = found.into_iter().map(|row| {
        let what = format!(
            "change {} has no entry in the log and does not wait for one: entries were removed",
            row.name
        );
        let (table, key) = row
            .also
            .as_deref()
            .and_then(|also| also.split_once(' '))
            .unwrap_or_default();
        Finding::row(Verdict::Unlogged, table, key, what)
    });
    let gone = gone.into_iter().map(|row| {
        Finding::row(
            Verdict::PayloadMissing,
            "change",
            &row.name,
            "a pending change is gone",
        )
    });
    Ok(unlogged.chain(gone).collect())
}

/// The captured tables with their secret columns: those of the policy, and every table that the log has an entry of, so
/// that no table leaves the replay by leaving the policy.
fn captured_tables(
    conn: &mut PgConnection,
    logged: BTreeSet<String>,
) -> Result<BTreeMap<String, Vec<String>>, Error> {
    let policy: Vec<Named> = diesel::sql_query(
        "SELECT t.table_name AS name, c.column_name AS also FROM audit_table t
         LEFT JOIN audit_column c ON c.table_name = t.table_name AND c.policy = 'secret'
         WHERE to_regclass('public.' || quote_ident(t.table_name)) IS NOT NULL",
    )
    .load(conn)?;
    let mut tables: BTreeMap<String, Vec<String>> = logged
        .into_iter()
        .map(|table| (table, Vec::new()))
        .collect();
    for row in policy {
        tables.entry(row.name).or_default().extend(row.also);
    }
    Ok(tables)
}

/// Tables that have a row in neither list, and captured ones whose triggers are missing or not always on.
fn not_captured(
    conn: &mut PgConnection,
    captured: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Finding>, Error> {
    let armed: Vec<Named> = diesel::sql_query(
        "SELECT c.relname::text AS name, NULL AS also
         FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
           AND (SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                WHERE t.tgrelid = c.oid AND t.tgenabled = 'A' AND p.pronamespace = 'public'::regnamespace
                  -- for each row after insert, update, delete; for each statement after truncate; without condition or columns
                  AND (t.tgname, p.proname, t.tgtype) IN (('audit_row', 'audit_capture_row', 29), ('audit_truncate', 'audit_capture_truncate', 32))
                  AND t.tgqual IS NULL AND t.tgattr::text = '') = 2",
    )
    .load(conn)?;
    let armed: BTreeSet<String> = armed.into_iter().map(|table| table.name).collect();
    let known: Vec<Named> = diesel::sql_query(
        "SELECT c.relname::text AS name, e.table_name AS also FROM pg_class c LEFT JOIN audit_exempt e ON e.table_name = c.relname
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')",
    )
    .load(conn)?;
    let mut findings = Vec::new();
    for table in known {
        if captured.contains_key(&table.name) && !armed.contains(&table.name) {
            findings.push(Finding::row(
                Verdict::NotCaptured,
                &table.name,
                "",
                "its capture triggers are missing, replaced or not always on",
            ));
        } else if !captured.contains_key(&table.name) && table.also.is_none() {
            findings.push(Finding::row(
                Verdict::NotCaptured,
                &table.name,
                "",
                "it is neither captured nor exempt with a reason",
            ));
        }
    }
    Ok(findings)
}

/// Capture functions whose body is not the one in this program's migrations.
fn replaced_functions(conn: &mut PgConnection) -> Result<Vec<Finding>, Error> {
    let bodies: Vec<Named> = diesel::sql_query(
        "SELECT proname::text AS name, prosrc AS also FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace AND proname IN ('audit_capture_row', 'audit_capture_truncate') ORDER BY proname",
    )
    .load(conn)?;
    let ours = |body: &Named| migrate::contains(body.also.as_deref().unwrap_or_default());
    let replaced = bodies.iter().filter(|body| !ours(body));
    Ok(replaced
        .map(|body| {
            Finding::row(
                Verdict::NotCaptured,
                &body.name,
                "",
                "this capture function is not the program's",
            )
        })
        .collect())
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

/// The last captured text of every key against the live row. A table that is gone counts as empty: its rows must have ended
/// in the log too.
fn replay(
    conn: &mut PgConnection,
    (table, secrets): (&String, &Vec<String>),
) -> Result<Vec<Finding>, Error> {
    let quoted = format!("public.\"{}\"", table.replace('"', "\"\""));
    let there: Answer = diesel::sql_query("SELECT to_regclass($1) IS NOT NULL AS yes")
        .bind::<Text, _>(&quoted)
        .get_result(conn)?;
    let quoted = if there.yes {
        quoted
    } else {
        "(SELECT WHERE false)".into()
    };
    let differing: Vec<Named> = diesel::sql_query(format!(
        "SELECT key AS name, CASE WHEN live.row_text IS NULL THEN 'gone' WHEN logged.row_text IS NULL THEN 'unknown' END AS also
         FROM (SELECT to_jsonb(t) ->> 'id' AS key, (to_jsonb(t) - $1)::text AS row_text FROM {quoted} t) live
         FULL JOIN (SELECT DISTINCT ON (key) key, row_text FROM change
                    WHERE table_name = $2 AND op <> 'TRUNCATE'
                      AND id > (SELECT coalesce(max(id), 0) FROM change WHERE table_name = $2 AND op = 'TRUNCATE')
                    ORDER BY key, id DESC) logged USING (key)
         WHERE live.row_text IS DISTINCT FROM logged.row_text ORDER BY key LIMIT {NAMED}"
    ))
    .bind::<Array<Text>, _>(secrets)
    .bind::<Text, _>(table)
    .load(conn)?;
    Ok(differing
        .into_iter()
        .map(|row| {
            let what = match row.also.as_deref() {
                Some("gone") => "the row is gone, and the log knows of no deletion",
                Some(_) => "the log knows of no such row",
                None => "the row is not what the log last captured of it",
            };
            Finding::row(Verdict::RowDiffers, table, &row.name, what)
        })
        .collect())
}

/// Member lists of disclosures against the number and the digest that the captured disclosure states: the lists themselves
/// are too long to be captured.
fn members(conn: &mut PgConnection) -> Result<Vec<Finding>, Error> {
    let there: Answer = diesel::sql_query(
        "SELECT to_regclass('public.disclosure') IS NOT NULL AND to_regclass('public.disclosure_member') IS NOT NULL AS yes",
    )
    .get_result(conn)?;
    if !there.yes {
        return Ok(vec![Finding::row(
            Verdict::RowDiffers,
            "disclosure_member",
            "",
            "a table of disclosures is gone",
        )]);
    }
    let differing: Vec<Named> = diesel::sql_query(format!(
        "SELECT d.id::text AS name, NULL AS also FROM public.disclosure d
         LEFT JOIN (SELECT disclosure_id, count(*) AS members, string_agg(claim_id::text || E'\\n', '' ORDER BY claim_id) AS list
                    FROM public.disclosure_member GROUP BY disclosure_id) m ON m.disclosure_id = d.id
         WHERE (coalesce(m.members, 0), sha256(convert_to(coalesce(m.list, ''), 'UTF8'))) IS DISTINCT FROM (d.members, d.members_sha256)
         ORDER BY d.id LIMIT {NAMED}"
    ))
    .load(conn)?;
    let what = "its members are not those that the log knows of";
    Ok(differing
        .iter()
        .map(|row| Finding::row(Verdict::RowDiffers, "disclosure", &row.name, what))
        .collect())
}

#[derive(QueryableByName)]
struct Tail {
    #[diesel(sql_type = BigInt)]
    pending: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    seconds: Option<i64>,
}

/// A note about changes that wait to be sealed.
fn unsealed(conn: &mut PgConnection) -> Result<Option<String>, Error> {
    let tail: Tail = diesel::sql_query(
        "SELECT count(*) AS pending, extract(epoch FROM clock_timestamp() - min(c.at))::bigint AS seconds FROM pending p JOIN change c ON c.id = p.change",
    )
    .get_result(conn)?;
    Ok((tail.pending > 0).then(|| {
        format!(
            "{} changes are not sealed yet, the oldest for {} s",
            tail.pending,
            tail.seconds.unwrap_or(0)
        )
    }))
}
