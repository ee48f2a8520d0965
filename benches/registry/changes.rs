//! What capture and sealing cost: the same work with the capture on and off, in turns.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use claimant_registry::audit::publish::store::Store;
use claimant_registry::audit::seal;
use claimant_registry::db::schema::evidence;
use claimant_registry::db::wake::Wake;
use claimant_registry::ids::ClaimId;
use claimant_registry::vault::Place;
use diesel::prelude::*;
use serde_json::json;
use uuid::Uuid;

use crate::client::Client;
use crate::cluster::CASE;
use crate::measure::{Aim, Pairs, Row, rate};
use crate::people::{People, Person, vault};
use crate::stand::{Base, Server, Stand};

const CLIENTS: usize = 32;
const TURN: Duration = Duration::from_secs(3);
/// Claims a client takes turns with: a claim lists at most 200 files.
const CLAIMS: usize = 6;
/// Tables that a change to a claim can touch.
const CAPTURED: [&str; 5] = ["claim", "claim_service", "loss", "evidence", "consent"];

/// Somebody who lists files over HTTP, in the name of several people.
struct Caller {
    client: Client,
    claims: Vec<(String, String)>,
    turn: usize,
}

impl Caller {
    fn many(server: &Server, people: &[(Person, ClaimId)]) -> Vec<Self> {
        let claims = |people: &[(Person, ClaimId)]| {
            people
                .iter()
                .map(|(person, claim)| {
                    (
                        person.token.clone(),
                        format!("/api/v1/claims/{claim}/evidence"),
                    )
                })
                .collect()
        };
        people
            .chunks(CLAIMS)
            .map(|people| Self {
                client: Client::new(&server.url, None),
                claims: claims(people),
                turn: 0,
            })
            .collect()
    }

    fn list(&mut self) {
        self.turn += 1;
        let (token, path) = &self.claims[self.turn % CLAIMS];
        self.client.become_holder(token);
        let file = json!({"kind": "service-use", "file_name": "채널_관리자화면.png", "media_type": "image/png", "size_bytes": 48_213,
            "sha256": hex::encode(rand::random::<[u8; 32]>()), "taken_on": "2022-10-17"});
        assert_eq!(self.client.post(path, &file).status, 201);
    }
}

/// Listing a file over HTTP with a server that signs and publishes, and with one that only seals. A
/// turn ends when everything is sealed.
pub fn published(stand: &Stand) -> Vec<Row> {
    let bases = [stand.database(), stand.database()];
    let people = bases
        .each_ref()
        .map(|base| People::of(base).claimants(CLIENTS * CLAIMS));
    let servers = [Server::start(&bases[0]), Server::silent(&bases[1])];
    let mut callers = [0, 1].map(|n| Caller::many(&servers[n], &people[n]));
    let mut sealers = bases.each_ref().map(Base::sealer);
    let store = Store::new(&servers[0].log_dir());
    let pairs = Pairs::take(7, |publishes| {
        let n = usize::from(!publishes);
        bases[n].clear();
        let rate = rate(&mut callers[n], TURN, Caller::list, || {
            sealers[n].drain().expect("the sealer seals")
        });
        // the pause before the last publication is no work, and must not fall into the other's turn
        let size = bases[n]
            .number("SELECT size FROM audit_head")
            .unsigned_abs();
        while publishes
            && store
                .published()
                .expect("readable")
                .map_or(0, |checkpoint| checkpoint.size)
                < size
        {
            std::thread::sleep(Duration::from_millis(5));
        }
        rate
    });
    let (with, without) = pairs.medians();
    let measured = format!("{with:.0} and {without:.0} changes/s, {CLIENTS} clients");
    vec![Row {
        name: "change over HTTP, published / sealed",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.95),
        measured,
    }]
}

/// Listing a file over HTTP. The turn with the capture ends when everything is sealed.
pub fn over_http(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let people = People::of(&base).claimants(CLIENTS * CLAIMS);
    let server = Server::start(&base);
    let mut sealer = base.sealer();
    let mut callers = Caller::many(&server, &people);
    let pairs = Pairs::take(7, |captured| {
        base.clear();
        base.capture(&CAPTURED, captured);
        sealer.drain().expect("the sealer seals");
        rate(&mut callers, TURN, Caller::list, || {
            sealer.drain().expect("the sealer seals")
        })
    });
    assert!(
        base.number("SELECT size FROM audit_head") > 1000,
        "the capture was on"
    );
    let (with, without) = pairs.medians();
    let measured = format!("{with:.0} and {without:.0} changes/s, {CLIENTS} clients");
    vec![Row {
        name: "change over HTTP, captured / not",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.80),
        measured,
    }]
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn set_config(
        name: diesel::sql_types::Text,
        value: diesel::sql_types::Text,
        is_local: diesel::sql_types::Bool,
    ) -> diesel::sql_types::Text;
}

/// Database clients that do what the program does for a change, and a sealer at work.
pub struct Writers {
    writers: Vec<Writer>,
    sealing: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

struct Writer {
    conn: PgConnection,
    claim: Uuid,
    case: Uuid,
    sealed: (Vec<u8>, String),
    wake: Wake,
}

impl Writers {
    /// As many as there are clients, each with a claim of its own.
    pub fn new(base: &Base) -> Self {
        base.sql(&[
            "ALTER TABLE claim DISABLE TRIGGER audit_row",
            &format!(
                "INSERT INTO claim (id, case_id, status, party, sealed, commitments, version, created_at, updated_at)
                 SELECT gen_random_uuid(), c.id, 'draft', 'person', '\\x00', '', 1, now(), now()
                 FROM court_case c, generate_series(1, {CLIENTS}) WHERE c.code = '{CASE}'"
            ),
            "ALTER TABLE claim ENABLE ALWAYS TRIGGER audit_row",
        ]);
        let claims: Vec<(Uuid, Uuid)> = {
            use claimant_registry::db::schema::claim;
            claim::table
                .select((claim::id, claim::case_id))
                .load(&mut base.connect())
                .expect("the claims")
        };
        let (wake, woken) = Wake::pair();
        let (stop, url) = (Arc::new(AtomicBool::new(false)), base.app.clone());
        let stopped = stop.clone();
        let sealer = std::thread::spawn(move || {
            seal::run(&url, &woken, &Wake::pair().0, &stopped, &Arc::default())
        });
        let writers = claims
            .into_iter()
            .map(|(claim, case)| {
                let place = Place {
                    table: "evidence",
                    id: Uuid::now_v7(),
                    subject: claim,
                };
                let sealed = vault().seal(place, [("file_name", "채널_관리자화면.png")]);
                Writer {
                    conn: base.connect(),
                    claim,
                    case,
                    sealed: (sealed.sealed, sealed.commitments),
                    wake: wake.clone(),
                }
            })
            .collect();
        Self {
            writers,
            sealing: Some((stop, sealer)),
        }
    }

    /// Changes a second; with `sealer`, until everything is sealed.
    pub fn rate(&mut self, turn: Duration, sealer: &mut seal::Sealer) -> f64 {
        let failed = AtomicUsize::new(0);
        let step = |writer: &mut Writer| {
            if writer.change().is_err() {
                failed.fetch_add(1, Ordering::Relaxed);
            }
        };
        let rate = rate(&mut self.writers, turn, step, || {
            sealer.drain().expect("the sealer seals")
        });
        assert_eq!(failed.into_inner(), 0, "changes failed");
        rate
    }
}

impl Drop for Writers {
    fn drop(&mut self) {
        if let Some((stop, sealer)) = self.sealing.take() {
            stop.store(true, Ordering::Relaxed);
            sealer.join().expect("the sealer does not panic");
        }
    }
}

impl Writer {
    /// BEGIN, the context, one row, COMMIT; prepared statements.
    fn change(&mut self) -> Result<(), diesel::result::Error> {
        let context = format!("{}|claimant|evidence.add|{}", self.claim, Uuid::now_v7());
        let (claim, case, (sealed, commitments)) = (self.claim, self.case, &self.sealed);
        self.conn.build_transaction().run(|conn| {
            diesel::select(set_config("registry.context", context, true)).execute(conn)?;
            diesel::insert_into(evidence::table)
                .values((
                    (
                        evidence::id.eq(Uuid::now_v7()),
                        evidence::claim_id.eq(claim),
                        evidence::case_id.eq(case),
                        evidence::kind.eq("service-use"),
                    ),
                    (
                        evidence::media_type.eq("image/png"),
                        evidence::size_bytes.eq(48_213),
                        evidence::sha256.eq(rand::random::<[u8; 32]>().to_vec()),
                    ),
                    (
                        evidence::sealed.eq(sealed),
                        evidence::commitments.eq(commitments),
                        evidence::created_at.eq(diesel::dsl::now),
                    ),
                ))
                .execute(conn)
                .map(drop)
        })?;
        self.wake.wake();
        Ok(())
    }
}

/// The transaction alone, as the program sends it.
pub fn in_the_database(stand: &Stand) -> Vec<Row> {
    let base = stand.database();
    let mut writers = Writers::new(&base);
    let mut sealer = base.sealer();
    let pairs = Pairs::take(7, |captured| {
        base.clear();
        base.capture(&CAPTURED, captured);
        writers.rate(TURN, &mut sealer)
    });
    let (with, without) = pairs.medians();
    let measured = format!("{with:.0} and {without:.0} transactions/s, {CLIENTS} clients");
    vec![Row {
        name: "transaction, captured and sealed / not",
        value: pairs.ratio(),
        unit: "ratio",
        aim: Aim::AtLeast(0.60),
        measured,
    }]
}
