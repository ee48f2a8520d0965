//! Verification of a live database: the chain, the captured changes behind it, and a replay that
//! holds every live row against its last captured text. All of it reads one snapshot, so it is
//! right under load, and it trusts no function of the database: an attacker could have replaced
//! one.

mod captured;
mod chain;
mod replay;
mod time_bounds;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use crate::audit::verify::line::Noted;
use crate::audit::verify::report::{Finding, Report};
use crate::error::Error;
use chain::{Walked, chain};
pub use time_bounds::time_bounds;

/// Rows with the same verdict that are reported by name.
pub const NAMED: i64 = 20;

/// A check of one capability's tables beyond what is captured of them, in the same snapshot.
pub type Check = fn(&mut PgConnection) -> Result<Vec<Finding>, Error>;

/// Verifies the database behind the connection, with `checks` of what the log itself knows nothing
/// of. `progress` is called with numbers of entries as they are read.
pub fn database(
    conn: &mut PgConnection,
    noted: Noted,
    checks: &[Check],
    progress: &dyn Fn(u64),
) -> Result<Report, Error> {
    conn.build_transaction().read_only().repeatable_read().run(|conn| {
        pin_settings(conn)?;
        let Walked { head, mut findings, more, tables, erased } = chain(conn, noted, progress)?;
        findings.extend(captured::unlogged(conn)?);
        let tables = captured::tables(conn, tables)?;
        findings.extend(captured::unarmed(conn, &tables)?);
        findings.extend(captured::replaced_functions(conn)?);
        for (table, secrets) in &tables {
            findings.extend(replay::replay(conn, table, secrets)?);
        }
        for check in checks {
            findings.extend(check(conn)?);
        }
        let mut report = Report::new(head, findings).with_erased(erased);
        report.notes.extend((more > 0).then(|| format!("{more} more entries do not fit what they were made for")));
        report.notes.extend(unsealed(conn)?);
        if !noted.is_something() {
            report.not_proven.push("that the log's end was not cut off together with its changes and rows, or everything written anew (give --head, or --checkpoint with --vkey)".into());
        }
        report.not_proven.push("that nobody with the database's superuser changed rows before they were sealed".into());
        report.not_proven.push("that what was entered was true".into());
        Ok(report)
    })
}

/// Sets for this transaction where names are looked up, and what turns a row into text as the
/// capture triggers pin it.
fn pin_settings(conn: &mut PgConnection) -> Result<(), Error> {
    diesel::sql_query("SET LOCAL search_path = pg_catalog, public").execute(conn)?;
    diesel::sql_query(
        "SELECT set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'iso_8601', true),
                set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)",
    )
    .execute(conn)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Waiting {
    #[diesel(sql_type = BigInt)]
    pending: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    seconds: Option<i64>,
}

/// A note about changes that wait to be sealed.
fn unsealed(conn: &mut PgConnection) -> Result<Option<String>, Error> {
    let Waiting { pending, seconds } = diesel::sql_query(
        "SELECT count(*) AS pending, extract(epoch FROM clock_timestamp() - min(c.at))::bigint AS seconds FROM pending p JOIN change c ON c.id = p.change",
    )
    .get_result(conn)?;
    Ok((pending > 0).then(|| {
        let seconds = seconds.unwrap_or(0);
        format!("{pending} changes are not sealed yet, the oldest for {seconds} s")
    }))
}
