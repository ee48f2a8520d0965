//! Messages of the firm to the claimants of a case whom a filter reaches: counted before they are
//! sent, told by mail, read on the page of each claim. Whom a message reached is frozen.

use chrono::{DateTime, Utc};
use diesel::dsl::count_star;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Grant;
use crate::accounts;
use crate::cases::{self, Bilingual};
use crate::claims::{self, Filter, Status, members, told};
use crate::db::schema::{claim, message, message_member};
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{AccountId, CaseId, ClaimId, MessageId};
use crate::input::{self, Faults, limits};
use crate::vault::{Place, Sealed};

/// Members that are listed with one statement.
const AT_ONCE: usize = 1_000;

/// A message as a lawyer writes it.
#[derive(Deserialize, ToSchema, Clone, Default)]
#[serde(deny_unknown_fields)]
pub struct MessageInput {
    /// Whose claims it is for; where it names no status, none that was rejected or withdrawn.
    #[serde(default)]
    pub filter: Filter,
    /// What it is about.
    pub title: Bilingual,
    /// What it says, to everybody whom it reaches alike.
    pub body: Bilingual,
}

/// A message as whoever reads it sees it.
#[derive(Serialize, ToSchema)]
pub struct Message {
    /// Id of the message.
    pub id: MessageId,
    /// What it is about.
    pub title: Bilingual,
    /// What it says.
    pub body: Bilingual,
    /// Who wrote it, by the name that claimants see.
    pub by: String,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
}

/// A message as the staff of its case see it.
#[derive(Serialize, ToSchema)]
pub struct SentMessage {
    /// What was sent.
    pub message: Message,
    /// How the claims were chosen.
    pub filter: Filter,
    /// How many claims it reached.
    pub members: i32,
}

/// How many claims a message would reach.
#[derive(Serialize, ToSchema)]
pub struct Reach {
    /// Their number.
    pub claims: i64,
}

/// A message as it lies in the database.
#[derive(Queryable, Selectable)]
#[diesel(table_name = message)]
struct Row {
    id: MessageId,
    account_id: AccountId,
    filter: String,
    members: i32,
    sealed: Vec<u8>,
    created_at: DateTime<Utc>,
}

fn place(id: MessageId) -> Place {
    Place {
        table: "message",
        id: id.0,
        subject: id.0,
    }
}

impl Row {
    /// Who may read it is checked before.
    fn open(self, r: &mut Read) -> Result<SentMessage, Error> {
        let opened = r
            .vault()
            .open(&Grant::for_program(), place(self.id), &self.sealed)?;
        let both = |ko, en| Bilingual {
            ko: opened.get(ko).into(),
            en: opened.get(en).into(),
        };
        Ok(SentMessage {
            message: Message {
                id: self.id,
                title: both("title_ko", "title_en"),
                body: both("body_ko", "body_en"),
                by: accounts::staff::name(r, self.account_id)?,
                created_at: self.created_at,
            },
            filter: serde_json::from_str(&self.filter).map_err(Error::internal)?,
            members: self.members,
        })
    }
}

impl MessageInput {
    /// Its words, as they are sealed.
    ///
    /// # Errors
    /// `Invalid` with every fault.
    pub fn parse(&self) -> Result<[(&'static str, String); 4], Error> {
        let mut faults = Faults::default();
        let mut line =
            |field, typed: &str| faults.take(input::line(field, typed, limits::MESSAGE_TITLE));
        let title_ko = line("title.ko", &self.title.ko);
        let title_en = line("title.en", &self.title.en);
        // many read it: there is no number of one person that is asked about
        let mut words =
            |field, typed: &str| faults.take(input::note(field, typed, limits::MESSAGE, false));
        let body_ko = words("body.ko", &self.body.ko);
        let body_en = words("body.en", &self.body.en);
        let (title_ko, title_en, body_ko, body_en) =
            faults.finish((title_ko, title_en, body_ko, body_en))?;
        Ok([
            ("title_ko", title_ko),
            ("title_en", title_en),
            ("body_ko", body_ko),
            ("body_en", body_en),
        ])
    }
}

/// The claims of a case that a message reaches, by id. `at` begins the names of the filter's fields.
fn chosen<'f>(
    r: &mut Read,
    case: CaseId,
    filter: &'f Filter,
    at: &str,
) -> Result<claim::BoxedQuery<'f, Pg, Uuid>, Error> {
    let claims = claim::table.select(claim::id).into_boxed();
    let claims = filter.narrow(r, case, at, claims)?;
    let owned = claims.filter(claim::account_id.is_not_null());
    Ok(match filter.status {
        Some(_) => owned,
        None => owned.filter(claim::status.ne_all(Status::OVER)),
    })
}

/// How many claims of a case of the caller a message would reach; nobody is told yet.
///
/// # Errors
/// `Invalid` where the filter names what is not of the case.
pub fn reached(r: &mut Read, case: CaseId, filter: &Filter) -> Result<Reach, Error> {
    cases::assigned(r, case)?;
    let chosen = chosen(r, case, filter, "")?.select(count_star());
    Ok(Reach {
        claims: chosen.first(r.conn())?,
    })
}

/// Sends a message to the claims of a case of the caller that fit now: each owner is told by mail
/// that it is there.
///
/// # Errors
/// `Invalid` with every fault, a conflict where it reaches nobody.
pub fn send(w: &mut Write, case: CaseId, input: &MessageInput) -> Result<MessageId, Error> {
    cases::assigned(w, case)?;
    let words = input.parse()?;
    let chosen = chosen(w, case, &input.filter, "filter.")?;
    let claims: Vec<ClaimId> = chosen.order(claim::id).load(w.conn())?;
    if claims.is_empty() {
        return Err(Error::conflict("message-reaches-nobody"));
    }
    let (id, now, account) = (MessageId::new(), w.now(), w.account()?);
    let filter = serde_json::to_string(&input.filter).map_err(Error::internal)?;
    let count = i32::try_from(claims.len()).map_err(Error::internal)?;
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place(id), words);
    diesel::insert_into(message::table)
        .values((
            message::id.eq(id),
            message::case_id.eq(case),
            message::account_id.eq(account),
            message::filter.eq(filter),
            message::members.eq(count),
            message::members_sha256.eq(members::digest(&claims).to_vec()),
            message::sealed.eq(sealed),
            message::commitments.eq(commitments),
            message::created_at.eq(now),
        ))
        .execute(w.conn())?;
    for some in claims.chunks(AT_ONCE) {
        let member = |claim: &ClaimId| {
            (
                message_member::claim_id.eq(*claim),
                message_member::message_id.eq(id),
            )
        };
        let members: Vec<_> = some.iter().map(member).collect();
        diesel::insert_into(message_member::table)
            .values(members)
            .execute(w.conn())?;
        told::message(w, some)?;
    }
    Ok(id)
}

/// The messages to the claimants of a case of the caller, the newest first, `after` that one.
pub fn list(
    r: &mut Read,
    case: CaseId,
    after: Option<MessageId>,
    limit: i64,
) -> Result<Vec<SentMessage>, Error> {
    cases::assigned(r, case)?;
    let limit = input::page(limit)?;
    let mut page = message::table
        .filter(message::case_id.eq(case))
        .order(message::seq.desc())
        .limit(limit)
        .select(Row::as_select())
        .into_boxed();
    if let Some(after) = after {
        let place: i64 = message::table
            .find(after)
            .filter(message::case_id.eq(case))
            .select(message::seq)
            .first(r.conn())
            .map_err(|error| Error::from(error).or_absent("after", "cursor"))?;
        page = page.filter(message::seq.lt(place));
    }
    let rows: Vec<Row> = page.load(r.conn())?;
    rows.into_iter().map(|row| row.open(r)).collect()
}

/// The messages that reached a claim, the newest first, for its owner and staff of its case.
pub fn of_claim(r: &mut Read, claim: ClaimId) -> Result<Vec<Message>, Error> {
    claims::seen(r, claim)?;
    let rows: Vec<Row> = message_member::table
        .inner_join(message::table)
        .filter(message_member::claim_id.eq(claim))
        .order(message::seq.desc())
        .select(Row::as_select())
        .load(r.conn())?;
    let open = |row: Row| row.open(r).map(|sent| sent.message);
    rows.into_iter().map(open).collect()
}
