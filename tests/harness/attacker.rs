//! Somebody with the database's superuser and full knowledge of the program.

use claimant_registry::audit::format::entry;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bytea, Text};

use crate::harness::server::App;

/// Opens the append-only tables for the attacker.
pub const OPEN: &str =
    "ALTER TABLE audit_log DISABLE TRIGGER ALL; ALTER TABLE change DISABLE TRIGGER ALL;";

/// Recomputes the chain from that entry on, as an attacker who knows the format does.
pub fn rechain(app: &App, from: i64) {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        seq: i64,
        #[diesel(sql_type = Text)]
        entry: String,
        #[diesel(sql_type = Bytea)]
        hash: Vec<u8>,
    }
    let mut conn = app.superuser();
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT seq, entry, hash FROM audit_log WHERE seq >= $1 - 1 ORDER BY seq",
    )
    .bind::<BigInt, _>(from)
    .load(&mut conn)
    .expect("readable");
    let mut prev = rows[0].hash.clone();
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    for row in &rows[1..] {
        let start = row.entry.find("\"prev\":\"").expect("an entry has a prev") + 8;
        let entry = format!(
            "{}{}{}",
            &row.entry[..start],
            hex(&prev),
            &row.entry[start + 64..]
        );
        prev = entry::hash(entry.as_bytes()).to_vec();
        diesel::sql_query("UPDATE audit_log SET entry = $1, hash = $2 WHERE seq = $3")
            .bind::<Text, _>(&entry)
            .bind::<Bytea, _>(&prev)
            .bind::<BigInt, _>(row.seq)
            .execute(&mut conn)
            .expect("the superuser may");
    }
    diesel::sql_query("UPDATE audit_head SET hash = $1")
        .bind::<Bytea, _>(&prev)
        .execute(&mut conn)
        .expect("the superuser may");
}
