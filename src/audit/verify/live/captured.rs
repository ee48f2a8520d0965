//! Whether everything is captured: every change has its entry, every table its triggers, and the
//! triggers are the program's.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{exists, not};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable, Text};

use crate::audit::verify::live::NAMED;
use crate::audit::verify::report::{Finding, Verdict};
use crate::db::migrate;
use crate::db::schema::{audit_log, change, pending};
use crate::error::Error;

#[derive(Queryable, Selectable)]
#[diesel(table_name = change, check_for_backend(Pg))]
struct Unlogged {
    id: i64,
    table_name: String,
    key: String,
}

/// Captured changes that neither an entry nor the queue knows, and queued ones that are gone.
pub(super) fn unlogged(conn: &mut PgConnection) -> Result<Vec<Finding>, Error> {
    let entry = audit_log::table.filter(audit_log::change.eq(change::id));
    let waiting = pending::table.filter(pending::change.eq(change::id));
    let unlogged: Vec<Unlogged> = change::table
        .filter(not(exists(entry)).and(not(exists(waiting))))
        .order(change::id)
        .limit(NAMED)
        .select(Unlogged::as_select())
        .load(conn)?;
    let gone: Vec<i64> = pending::table
        .filter(not(exists(
            change::table.filter(change::id.eq(pending::change)),
        )))
        .order(pending::change)
        .limit(NAMED)
        .select(pending::change)
        .load(conn)?;
    let unlogged = unlogged.into_iter().map(|row| {
        let what = format!(
            "change {} has no entry in the log and does not wait for one: entries were removed",
            row.id
        );
        Finding::row(Verdict::Unlogged, &row.table_name, &row.key, what)
    });
    let gone = gone.into_iter().map(|id| {
        let what = "a pending change is gone";
        Finding::row(Verdict::PayloadMissing, "change", &id.to_string(), what)
    });
    Ok(unlogged.chain(gone).collect())
}

/// A table of the policy with one of its secret columns, if it has any.
#[derive(QueryableByName)]
struct Policy {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    secret: Option<String>,
}

/// The captured tables with their secret columns: those of the policy, and every table that the log
/// has an entry of, so that no table leaves the replay by leaving the policy.
pub(super) fn tables(
    conn: &mut PgConnection,
    logged: BTreeSet<String>,
) -> Result<BTreeMap<String, Vec<String>>, Error> {
    let policy: Vec<Policy> = diesel::sql_query(
        "SELECT t.table_name, c.column_name AS secret FROM audit_table t
         LEFT JOIN audit_column c ON c.table_name = t.table_name AND c.policy = 'secret'
         WHERE to_regclass('public.' || quote_ident(t.table_name)) IS NOT NULL",
    )
    .load(conn)?;
    let mut tables: BTreeMap<String, Vec<String>> = logged
        .into_iter()
        .map(|table| (table, Vec::new()))
        .collect();
    for row in policy {
        tables.entry(row.table_name).or_default().extend(row.secret);
    }
    Ok(tables)
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
    /// Whether both capture triggers are there and always on.
    #[diesel(sql_type = Bool)]
    armed: bool,
    #[diesel(sql_type = Bool)]
    exempt: bool,
}

/// Tables that have a row in neither list, and captured ones whose triggers are missing or not
/// always on.
pub(super) fn unarmed(
    conn: &mut PgConnection,
    captured: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Finding>, Error> {
    let tables: Vec<Table> = diesel::sql_query(
        "SELECT c.relname::text AS name, EXISTS (SELECT FROM audit_exempt e WHERE e.table_name = c.relname) AS exempt,
                (SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                 WHERE t.tgrelid = c.oid AND t.tgenabled = 'A' AND p.pronamespace = 'public'::regnamespace
                   -- for each row after insert, update, delete; for each statement after truncate; without condition or columns
                   AND (t.tgname, p.proname, t.tgtype) IN (('audit_row', 'audit_capture_row', 29), ('audit_truncate', 'audit_capture_truncate', 32))
                   AND t.tgqual IS NULL AND t.tgattr::text = '') = 2 AS armed
         FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')",
    )
    .load(conn)?;
    let finding = |table: Table| {
        let what = match (
            captured.contains_key(&table.name),
            table.armed,
            table.exempt,
        ) {
            (true, false, _) => "its capture triggers are missing, replaced or not always on",
            (false, _, false) => "it is neither captured nor exempt with a reason",
            _ => return None,
        };
        Some(Finding::row(Verdict::NotCaptured, &table.name, "", what))
    };
    Ok(tables.into_iter().filter_map(finding).collect())
}

#[derive(QueryableByName)]
struct Function {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    body: String,
}

/// Capture functions whose body is not the one in this program's migrations.
pub(super) fn replaced_functions(conn: &mut PgConnection) -> Result<Vec<Finding>, Error> {
    let functions: Vec<Function> = diesel::sql_query(
        "SELECT proname::text AS name, prosrc AS body FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace AND proname IN ('audit_capture_row', 'audit_capture_truncate') ORDER BY proname",
    )
    .load(conn)?;
    let what = "this capture function is not the program's";
    Ok(functions
        .iter()
        .filter(|function| !migrate::contains(&function.body))
        .map(|function| Finding::row(Verdict::NotCaptured, &function.name, "", what))
        .collect())
}
