//! How fast the chain grows, and whether its length matters.

use std::time::Duration;

use crate::changes::Writers;
use crate::cluster::CASE;
use crate::measure::{Aim, Pairs, Row, median, seconds};
use crate::stand::{Base, Stand};

/// Changes that wait, a turn.
const WAITING: i64 = 100_000;

/// Sealing what has gathered, each time as many.
pub fn backlog(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let mut sealer = base.sealer();
    sealer.drain().expect("the sealer seals");
    let rates: Vec<f64> = (0..3)
        .map(|_| {
            base.sql(&[
                &format!(
                    "INSERT INTO case_option
                     SELECT gen_random_uuid(), id, 'service', gen_random_uuid()::text, '서비스 ' || n, 'Service ' || n, '', '', false, n, '', '{{}}', '{{}}', '{{}}', '{{}}', ''
                     FROM court_case, generate_series(1, {WAITING}) n WHERE code = '{CASE}'"
                ),
                "VACUUM ANALYZE pending",
                "CHECKPOINT",
            ]);
            let mut sealed = 0;
            let took = seconds(|| sealed = sealer.drain().expect("the sealer seals"));
            assert_eq!(i64::try_from(sealed), Ok(WAITING));
            sealed as f64 / took
        })
        .collect();
    let measured = format!(
        "{} of {WAITING} at a time",
        rates
            .iter()
            .map(|rate| format!("{rate:.0}"))
            .collect::<Vec<_>>()
            .join(", ")
    );
    vec![Row {
        name: "sealing a backlog",
        value: median(rates),
        unit: "entries/s",
        aim: Aim::AtLeast(60_000.0),
        measured,
    }]
}

/// Brings a log to that size.
fn grow(base: &Base, size: i64) {
    let missing = size - base.number("SELECT count(*) FROM change");
    base.sql(&[
        &format!(
            "WITH made AS (
                 INSERT INTO change (tx, at, actor, role, action, request, case_id, subject, table_name, op, key, commitment, salt, row_text)
                 SELECT 1000 + n, now(), gen_random_uuid()::text, 'claimant', 'evidence.add', gen_random_uuid()::text, gen_random_uuid()::text,
                        gen_random_uuid()::text, 'evidence', 'INSERT', gen_random_uuid()::text, sha256(int8send(n)), sha256(int8send(-n)),
                        repeat('x', 600)
                 FROM generate_series(1, {missing}) n RETURNING id)
             INSERT INTO pending SELECT id FROM made"
        ),
        "VACUUM ANALYZE pending",
    ]);
    base.sealer().drain().expect("the sealer seals");
    base.sql(&["VACUUM ANALYZE", "CHECKPOINT"]);
}

/// The captured transaction on a long log and on a short one.
pub fn grown(stand: &Stand) -> Vec<Row> {
    let (long, short) = (stand.database(), stand.database());
    grow(&short, 1_000);
    grow(&long, 1_000_000);
    let mut on_long = (Writers::new(&long), long.sealer());
    let mut on_short = (Writers::new(&short), short.sealer());
    let pairs = Pairs::take(11, |first| {
        let ((writers, sealer), base) = if first {
            (&mut on_long, &long)
        } else {
            (&mut on_short, &short)
        };
        base.clear();
        writers.rate(Duration::from_secs(2), sealer)
    });
    let (with, without) = pairs.medians();
    let measured = format!(
        "{with:.0} and {without:.0} captured transactions/s; {} and {} entries at the end",
        size(&long),
        size(&short)
    );
    vec![Row {
        name: "append at 1 million entries / at 1,000",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.95),
        measured,
    }]
}

fn size(base: &Base) -> i64 {
    base.number("SELECT size FROM audit_head")
}
