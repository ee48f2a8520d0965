//! A case with as many claims as a large suit has, made by SQL: neither people's ways nor the capture
//! are what is measured on it.

use claimant_registry::claims::number::claim_number;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Text};

use crate::stand::Base;

/// The tables that it fills.
const FILLED: [&str; 7] = [
    "account",
    "claim",
    "claim_service",
    "loss",
    "evidence",
    "consent",
    "review",
];

/// Fills the case of a database with so many claims that were handed in, and a tenth as many drafts.
/// A lawyer is there before.
pub fn fill(base: &Base, claims: i64) {
    base.capture(&FILLED, false);
    let mut conn = base.superuser();
    let numbers: Vec<String> = (1..=claims).map(|n| claim_number("KKO", n)).collect();
    diesel::sql_query(
        "CREATE TEMP TABLE drawn AS SELECT number, place FROM unnest($1) WITH ORDINALITY drawn (number, place)",
    )
    .bind::<Array<Text>, _>(numbers)
    .execute(&mut conn)
    .expect("numbers");
    conn.batch_execute(include_str!("many.sql"))
        .expect("people");
    base.capture(&FILLED, true);
    base.sql(&["VACUUM ANALYZE", "CHECKPOINT"]);
}

/// The claims whose consents and reviews are there as well, one in a hundred.
pub fn whole(base: &Base) -> Vec<(String, String)> {
    use claimant_registry::db::schema::{claim, consent};
    let claims = claim::table
        .filter(claim::id.eq_any(consent::table.select(consent::claim_id)))
        .filter(claim::number.is_not_null())
        .order(claim::number)
        .select((claim::id, claim::number.assume_not_null()));
    let found: Vec<(uuid::Uuid, String)> = claims.load(&mut base.connect()).expect("the claims");
    let text = |(id, number): (uuid::Uuid, String)| (id.to_string(), number);
    found.into_iter().map(text).collect()
}
