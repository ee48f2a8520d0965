//! Witnesses (c2sp.org/tlog-witness): outsiders that see each checkpoint, make sure that it
//! continues the one before, and sign it with the time. Here is who they are and what they said;
//! below, how one is asked, and the threads that ask.

pub mod run;
pub mod submit;

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::audit::format::checkpoint::Checkpoint;
use crate::audit::format::note::{Kind, Note, Signature, Vkey};
use crate::audit::format::policy;
use crate::audit::log_key;
use crate::audit::publish::published::SignedCheckpoint;
use crate::caller;
use crate::db::schema::{cosigned_checkpoint, time_stamp, witness, witness_state};
use crate::db::{Read, Write};
use crate::error::Error;

/// Witnesses that a log has at most: what every reader of policies supports.
const MOST: usize = 32;

/// Cosigned checkpoints that are looked at together.
const PAGE: i64 = 100;

/// Somebody who cosigns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    pub id: Uuid,
    /// What the operator calls it.
    pub name: String,
    /// What verifies its cosignatures.
    pub vkey: Vkey,
    /// Where checkpoints are sent.
    pub url: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = witness, check_for_backend(Pg))]
struct Row {
    id: Uuid,
    name: String,
    vkey: String,
    url: String,
}

impl TryFrom<Row> for Witness {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.id,
            name: row.name,
            vkey: row.vkey.parse().map_err(Error::internal)?,
            url: row.url,
        })
    }
}

/// How it stands with a witness.
#[derive(Clone, Debug, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = witness, check_for_backend(Pg))]
pub struct Standing {
    /// What the operator calls it.
    pub name: String,
    /// What verifies its cosignatures.
    pub vkey: String,
    /// Where checkpoints are sent.
    pub url: String,
    /// Entries of the last checkpoint that it cosigned.
    #[diesel(select_expression = witness_state::cosigned_size.nullable())]
    pub cosigned_size: Option<i64>,
    /// When it did so, by its own clock.
    #[diesel(select_expression = witness_state::cosigned_at.nullable())]
    pub cosigned_at: Option<DateTime<Utc>>,
    /// Why the last call gave no cosignature.
    #[diesel(select_expression = witness_state::fault.nullable())]
    pub fault: Option<String>,
    /// When that was.
    #[diesel(select_expression = witness_state::fault_at.nullable())]
    pub fault_at: Option<DateTime<Utc>>,
    /// It has seen a log that this one does not continue.
    #[diesel(select_expression = witness_state::alarm.nullable().is_not_distinct_from(true))]
    pub alarm: bool,
}

/// The witnesses that are asked, in the order in which they were added.
pub fn active(r: &mut Read) -> Result<Vec<Witness>, Error> {
    let rows: Vec<Row> = witness::table
        .filter(witness::removed_at.is_null())
        .order((witness::created_at, witness::id))
        .select(Row::as_select())
        .load(r.conn())?;
    rows.into_iter().map(Witness::try_from).collect()
}

/// How it stands with each of them.
pub fn standing(r: &mut Read) -> Result<Vec<Standing>, Error> {
    Ok(witness::table
        .left_join(witness_state::table)
        .filter(witness::removed_at.is_null())
        .order((witness::created_at, witness::id))
        .select(Standing::as_select())
        .load(r.conn())?)
}

/// The policy file of the log: its keys, its witnesses, and how many of them are wanted.
///
/// # Errors
/// `Operator` where more are wanted than there are.
pub fn policy(r: &mut Read, quorum: usize) -> Result<String, Error> {
    let (keys, witnesses) = (log_key::all(r)?, active(r)?);
    let witnesses = witnesses
        .iter()
        .map(|witness| (witness.name.as_str(), &witness.vkey, witness.url.as_str()));
    policy::write(&log_key::of_incarnation(&keys), witnesses, quorum).map_err(Error::operator)
}

/// Adds a witness.
///
/// # Errors
/// `Operator` where it cannot be one.
pub fn add(w: &mut Write, name: &str, vkey: &str, url: &str) -> Result<(), Error> {
    let refuse = |what: &str| Err(Error::operator(what));
    let vkey: Vkey = vkey.parse().map_err(Error::operator)?;
    if vkey.name.chars().any(char::is_control) {
        return refuse(
            "the name in this vkey holds control characters: no note could be read that it signs",
        );
    }
    if vkey.kind != Kind::Cosignature {
        return refuse("this vkey is not of a witness: a witness signs cosignatures (type 4)");
    }
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    if !plain || !(1..=64).contains(&name.len()) || ["none", policy::GROUP].contains(&name) {
        return refuse(
            "the name of a witness is 1 to 64 letters, digits or - _ . and neither `none` nor `witnesses`",
        );
    }
    if !caller::is_url(url) {
        return refuse(
            "the URL of a witness begins with https:// (or http://) and holds no password and no spaces",
        );
    }
    let there = active(w)?;
    if there.iter().any(|other| other.name == name) {
        return refuse("there is a witness of this name: remove it first");
    }
    if there.iter().any(|other| other.vkey.same_key(&vkey)) {
        return refuse("there is a witness with this key");
    }
    if there.len() >= MOST {
        return refuse("a log has at most 32 witnesses");
    }
    let now = w.now();
    diesel::insert_into(witness::table)
        .values((
            witness::id.eq(Uuid::now_v7()),
            witness::name.eq(name),
            witness::vkey.eq(vkey.to_string()),
            witness::url.eq(url.trim_end_matches('/')),
            witness::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Asks a witness no longer; says whether there was one of that name.
pub fn remove(w: &mut Write, name: &str) -> Result<bool, Error> {
    let now = w.now();
    let there = witness::table
        .filter(witness::name.eq(name))
        .filter(witness::removed_at.is_null());
    Ok(diesel::update(there)
        .set(witness::removed_at.eq(now))
        .execute(w.conn())?
        > 0)
}

/// Keeps a checkpoint with the log's own signature, for what outsiders add to it.
pub fn remember(w: &mut Write, checkpoint: &Checkpoint, note: &Note) -> Result<(), Error> {
    let (origin, size, now) = (checkpoint.origin.as_str(), checkpoint.size as i64, w.now());
    // without the signatures of others: each is added by its own call of `keep`
    let bare = Note {
        text: note.text.clone(),
        signatures: note.signatures.iter().take(1).cloned().collect(),
    };
    diesel::insert_into(cosigned_checkpoint::table)
        .values((
            cosigned_checkpoint::origin.eq(origin),
            cosigned_checkpoint::size.eq(size),
            cosigned_checkpoint::note.eq(bare.to_string()),
            cosigned_checkpoint::updated_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(w.conn())?;
    Ok(())
}

/// Keeps a cosignature with the checkpoint that it is over; returns how many of the witnesses have
/// signed this one.
pub fn keep(
    w: &mut Write,
    by: &Witness,
    signed: &SignedCheckpoint,
    signature: &Signature,
    time: u64,
) -> Result<usize, Error> {
    let SignedCheckpoint { checkpoint, note } = signed;
    let (origin, size, now) = (checkpoint.origin.as_str(), checkpoint.size as i64, w.now());
    remember(w, checkpoint, note)?;
    let row = cosigned_checkpoint::table.find((origin, size));
    let stored: String = row
        .select(cosigned_checkpoint::note)
        .for_update()
        .first(w.conn())?;
    let mut stored = Note::parse(&stored).map_err(Error::internal)?;
    if stored.text != note.text {
        return Err(Error::internal(format!(
            "two checkpoints of {size} entries are signed"
        )));
    }
    if stored.line_of(&by.vkey).is_none() {
        stored.signatures.push(signature.clone());
        diesel::update(row)
            .set((
                cosigned_checkpoint::note.eq(stored.to_string()),
                cosigned_checkpoint::updated_at.eq(now),
            ))
            .execute(w.conn())?;
    }
    let state = (
        witness_state::cosigned_size.eq(size),
        witness_state::cosigned_at.eq(DateTime::from_timestamp(time as i64, 0)),
        witness_state::fault.eq(None::<String>),
        witness_state::fault_at.eq(None::<DateTime<Utc>>),
        witness_state::alarm.eq(false),
    );
    diesel::insert_into(witness_state::table)
        .values((witness_state::witness_id.eq(by.id), state.clone()))
        .on_conflict(witness_state::witness_id)
        .do_update()
        .set(state)
        .execute(w.conn())?;
    Ok(active(w)?
        .iter()
        .filter(|witness| stored.line_of(&witness.vkey).is_some())
        .count())
}

/// Records why a witness did not sign.
pub fn note_fault(w: &mut Write, by: &Witness, fault: &str, alarm: bool) -> Result<(), Error> {
    let state = (
        witness_state::fault.eq(fault),
        witness_state::fault_at.eq(w.now()),
        witness_state::alarm.eq(alarm),
    );
    diesel::insert_into(witness_state::table)
        .values((witness_state::witness_id.eq(by.id), state))
        .on_conflict(witness_state::witness_id)
        .do_update()
        .set(state)
        .execute(w.conn())?;
    Ok(())
}

/// The checkpoint of exactly that size with what outsiders added to it, where it was kept.
pub fn kept(conn: &mut PgConnection, origin: &str, size: u64) -> Result<Option<Note>, Error> {
    let note: Option<String> = cosigned_checkpoint::table
        .find((origin, size as i64))
        .select(cosigned_checkpoint::note)
        .first(conn)
        .optional()?;
    note.map(|note| Note::parse(&note).map_err(Error::internal))
        .transpose()
}

/// The cosigned checkpoint with the fewest entries that has at least `size` of them and signatures
/// enough, such as for a policy.
pub fn cosigned(
    conn: &mut PgConnection,
    origin: &str,
    size: u64,
    enough: impl Fn(&Note) -> bool,
) -> Result<Option<Note>, Error> {
    let mut from = size as i64;
    loop {
        let rows: Vec<(i64, String)> = cosigned_checkpoint::table
            .filter(cosigned_checkpoint::origin.eq(origin))
            .filter(cosigned_checkpoint::size.ge(from))
            .order(cosigned_checkpoint::size)
            .limit(PAGE)
            .select((cosigned_checkpoint::size, cosigned_checkpoint::note))
            .load(conn)?;
        let Some((last, _)) = rows.last() else {
            return Ok(None);
        };
        from = last + 1;
        for (_, note) in rows {
            let note = Note::parse(&note).map_err(Error::internal)?;
            if enough(&note) {
                return Ok(Some(note));
            }
        }
    }
}

/// Thins out what was cosigned: of checkpoints older than ten minutes the one with most signatures
/// a minute, after a day one an hour; and always the newest of each witness, and those that were
/// stamped. Any of them proves what stood before it.
pub fn thin(conn: &mut PgConnection) -> Result<usize, Error> {
    let newest = witness_state::table
        .filter(witness_state::cosigned_size.is_not_null())
        .select(witness_state::cosigned_size);
    let newest: Vec<Option<i64>> = newest.load(conn)?;
    let stamped: Vec<i64> = time_stamp::table.select(time_stamp::size).load(conn)?;
    let kept: Vec<i64> = newest.into_iter().flatten().chain(stamped).collect();
    Ok(diesel::sql_query(
        "DELETE FROM cosigned_checkpoint c USING (
             SELECT origin, size, row_number() OVER (
                 PARTITION BY origin, date_trunc(CASE WHEN updated_at < now() - interval '1 day' THEN 'hour' ELSE 'minute' END, updated_at)
                 ORDER BY length(note) DESC, size DESC) AS place
             FROM cosigned_checkpoint WHERE updated_at < now() - interval '10 minutes') old
         WHERE c.origin = old.origin AND c.size = old.size AND old.place > 1 AND NOT c.size = ANY ($1)",
    )
    .bind::<Array<BigInt>, _>(kept)
    .execute(conn)?)
}
