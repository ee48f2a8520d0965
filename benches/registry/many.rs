//! A case with as many claims as a large suit has, made by SQL: neither people's ways nor the capture
//! are what is measured on it.

use claimant_registry::claims::number::claim_number;
use claimant_registry::vault::Place;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::people::vault;
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
    seal_reviews(&mut conn);
    base.capture(&FILLED, true);
    base.sql(&["VACUUM ANALYZE", "CHECKPOINT"]);
}

/// Their notes are all that is opened for staff, who read what the claimant reads.
fn seal_reviews(conn: &mut PgConnection) {
    use claimant_registry::db::schema::review;
    let vault = vault();
    let ids: Vec<Uuid> = review::table
        .select(review::id)
        .load(conn)
        .expect("reviews");
    let seal = |id: &Uuid| {
        let (table, id, subject) = ("review", *id, *id);
        let place = Place { table, id, subject };
        let sealed = vault.seal(place, [("note", "제출하신 매출 자료를 확인했습니다.")]);
        (sealed.sealed, sealed.commitments)
    };
    let (sealed, commitments): (Vec<_>, Vec<_>) = ids.iter().map(seal).unzip();
    diesel::sql_query(
        "UPDATE review SET sealed = s.sealed, commitments = s.commitments
         FROM unnest($1, $2, $3) s (id, sealed, commitments) WHERE s.id = review.id",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Binary>, _>(sealed)
    .bind::<Array<Text>, _>(commitments)
    .execute(conn)
    .expect("notes");
}

/// The claims whose consents and reviews are there as well, one in a hundred.
pub fn whole(base: &Base) -> Vec<(String, String)> {
    use claimant_registry::db::schema::{claim, consent};
    let claims = claim::table
        .filter(claim::id.eq_any(consent::table.select(consent::claim_id)))
        .filter(claim::number.is_not_null())
        .order(claim::number)
        .select((claim::id, claim::number.assume_not_null()));
    let found: Vec<(Uuid, String)> = claims.load(&mut base.connect()).expect("the claims");
    let text = |(id, number): (Uuid, String)| (id.to_string(), number);
    found.into_iter().map(text).collect()
}
