//! Exports with opened identities over HTTP against psql, which opens nothing.

use std::process::{Command, Stdio};
use std::time::Instant;

use claimant_registry::claims;
use claimant_registry::claims::number::claim_number;
use claimant_registry::exports::{Profile, select};
use claimant_registry::ids::ClaimId;
use claimant_registry::vault::Vault;
use diesel::prelude::*;
use diesel::sql_types::{Array, Binary, Text, Uuid as SqlUuid};
use serde_json::json;
use uuid::Uuid;

use crate::client::Client;
use crate::cluster::CASE;
use crate::measure::{Aim, Pairs, Row, forget_peak, memory, seconds};
use crate::people::{People, vault};
use crate::stand::{Base, Server, Stand};

const CLAIMS: usize = 200_000;
/// As many of them are in another region, so that a filter finds a tenth.
const FEW: usize = 20_000;
const BATCH: usize = 5_000;

/// Submitted claims with sealed identities, two services and two losses each; the capture is not
/// what is measured here.
fn seed(base: &Base) {
    let switched = |how: &str| {
        ["claim", "claim_service", "loss"]
            .map(|table| format!("ALTER TABLE {table} {how} TRIGGER audit_row"))
    };
    base.sql(&switched("DISABLE").each_ref().map(String::as_str));
    let (vault, mut conn) = (vault(), base.superuser());
    for first in (0..CLAIMS).step_by(BATCH) {
        insert(&mut conn, &vault, first);
    }
    base.sql(&[
        "INSERT INTO claim_service SELECT gen_random_uuid(), c.id, c.case_id, s, true
         FROM claim c, unnest(ARRAY['talk-channel', 'alimtalk']) s",
        "INSERT INTO loss SELECT gen_random_uuid(), c.id, c.case_id, k, 'ordinary', 120000, '2022-10-15', '2022-10-19', '\\x00', '', now()
         FROM claim c, unnest(ARRAY['sales', 'compensation_received']) k",
    ]);
    base.sql(&switched("ENABLE ALWAYS").each_ref().map(String::as_str));
    base.sql(&["VACUUM ANALYZE", "CHECKPOINT"]);
}

fn insert(conn: &mut PgConnection, vault: &Vault, first: usize) {
    let (mut ids, mut numbers, mut regions, mut documents, mut commitments) =
        (vec![], vec![], vec![], vec![], vec![]);
    for n in first..first + BATCH {
        let id = ClaimId::new();
        let fields = [
            ("name", format!("김하늘 {n}")),
            ("birth_date", "1980-05-05".into()),
            ("phone", format!("010-{:04}-{:04}", n / 10_000, n % 10_000)),
            (
                "address",
                format!("서울특별시 가상구 가상로 {n}, 101동 1001호"),
            ),
            ("business_name", format!("하늘네일 {n}호점")),
            ("business_number", "123-45-67891".into()),
        ];
        let sealed = vault.seal(
            claims::place(id),
            fields.iter().map(|(name, value)| (*name, value.as_str())),
        );
        ids.push(id.0);
        numbers.push(claim_number("KKO", n as i64 + 1));
        regions.push(if n < FEW { "jeju" } else { "seoul" });
        documents.push(sealed.sealed);
        commitments.push(sealed.commitments);
    }
    diesel::sql_query(format!(
        "INSERT INTO claim (id, case_id, number, status, party, regions, industries, sealed, commitments, version, created_at,
                            updated_at, submitted_at)
         SELECT n.id, c.id, n.number, 'submitted', 'person', ARRAY[n.region], ARRAY['nail-hair'], n.sealed, n.commitments, 1, now(),
                now(), now()
         FROM court_case c, unnest($1, $2, $3, $4, $5) n (id, number, region, sealed, commitments) WHERE c.code = '{CASE}'"
    ))
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Text>, _>(numbers)
    .bind::<Array<Text>, _>(regions)
    .bind::<Array<Binary>, _>(documents)
    .bind::<Array<Text>, _>(commitments)
    .execute(conn)
    .expect("claims");
}

/// Writes nowhere what an export reads, with the settings that it reads with.
fn psql(base: &Base, profile: Profile, export: Uuid) {
    let query = select(profile.columns())
        .replace("$1", &format!("'{export}'"))
        .replace('\n', " ");
    let mut command = Command::new("psql");
    command.args([
        "-X",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-d",
        &base.superuser_url(),
    ]);
    command.args([
        "-c",
        "SET jit = off",
        "-c",
        "SET work_mem = '32MB'",
        "-c",
        "SET enable_nestloop = off",
        "-c",
        "SET cursor_tuple_fraction = 1",
    ]);
    command.args(["-c", &format!("\\copy ({query}) to '/dev/null'")]);
    assert!(
        command
            .stdout(Stdio::null())
            .status()
            .expect("psql is installed")
            .success()
    );
}

/// Freezes the members of an export.
fn make(client: &mut Client, profile: Profile, filter: &serde_json::Value) -> Uuid {
    let body = json!({"profile": profile.as_str(), "format": "csv", "reason": "소장에 붙일 원고 목록", "filter": filter, "standing": "any"});
    let answer = client.post(&format!("/api/v1/cases/{CASE}/exports"), &body);
    assert_eq!(answer.status, 201);
    answer.id.parse().expect("an id")
}

fn download(client: &mut Client, export: Uuid) -> u64 {
    let answer = client.get(&format!("/api/v1/exports/{export}/content"));
    assert_eq!(answer.status, 200);
    answer.length
}

/// Time and memory of an export of many claims.
pub fn csv(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let lawyer = People::of(&base).lawyer();
    seed(&base);
    let server = Server::start(&base);
    let mut client = Client::new(&server.url, Some(&lawyer.token));
    let mut rows = Vec::new();
    let begun = Instant::now();
    let few = make(&mut client, Profile::Everything, &json!({"region": "jeju"}));
    let all = make(&mut client, Profile::Everything, &json!({}));
    let frozen = begun.elapsed().as_secs_f64();
    let mut peak = |export| {
        forget_peak(server.id());
        let length = download(&mut client, export);
        (memory(server.id(), "VmHWM"), length as f64 / 1e6)
    };
    // the smaller one first: what it leaves behind counts against the larger one
    let ((small, _), (large, length)) = (peak(few), peak(all));
    for (name, profile) in [
        ("psql / CSV export, full", Profile::Everything),
        ("psql / CSV export, court list", Profile::CourtList),
    ] {
        let export = make(&mut client, profile, &json!({}));
        base.sql(&["VACUUM ANALYZE disclosure_member"]);
        let pairs = Pairs::take(5, |by_psql| {
            seconds(|| {
                if by_psql {
                    psql(&base, profile, export)
                } else {
                    assert!(download(&mut client, export) > 0)
                }
            })
        });
        let (psql, export) = pairs.medians();
        let measured = format!(
            "{psql:.2} s and {export:.2} s, {:.0} claims/s",
            CLAIMS as f64 / export
        );
        rows.push(Row {
            name,
            value: pairs.ratio(),
            unit: "ratio",
            aim: Aim::AtLeast(0.30),
            measured,
        });
    }
    let measured = format!(
        "{large:.1} MB and {small:.1} MB; a file of {length:.0} MB; freezing both took {frozen:.1} s"
    );
    rows.push(Row {
        name: "export peak memory, 200,000 / 20,000",
        value: large / small,
        unit: "ratio",
        aim: Aim::AtMost(1.2),
        measured,
    });
    rows
}
