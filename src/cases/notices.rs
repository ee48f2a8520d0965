//! Notices on a case, which appear and vanish by themselves: staff of the case write them, a lawyer
//! publishes. What was published stays as it was read; a lawyer can only take it back.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::cases::{self, Bilingual};
use crate::codes::codes;
use crate::db::schema::notice;
use crate::db::{Read, Write};
use crate::error::Error;
use crate::ids::{CaseId, NoticeId};
use crate::input::{self, Faults};
use crate::law;

/// Days that a notice is shown at most: longer, and nobody looks at it any more.
const LONGEST: i64 = 366;

codes! {
    /// Where a notice stands.
    NoticeState {
        /// Only staff see it.
        Draft = "draft",
        /// Published, and its first day is to come.
        Waiting = "waiting",
        /// Everybody sees it.
        Shown = "shown",
        /// It was taken back, or its last day is over.
        Over = "over",
    }
}

/// A notice as staff write it.
#[derive(Deserialize, ToSchema, Clone, Default)]
#[serde(deny_unknown_fields)]
pub struct NoticeInput {
    /// What it is about.
    pub title: Bilingual,
    /// What it says, to everybody.
    pub body: Bilingual,
    /// First day in Korea on which it is shown.
    pub starts_on: String,
    /// Last day in Korea on which it is shown.
    pub ends_on: String,
}

/// A notice.
#[derive(Serialize, ToSchema)]
pub struct Notice {
    /// Id of the notice.
    pub id: NoticeId,
    /// Its case.
    pub case: CaseId,
    /// Counts the changes; If-Match of whoever changes or publishes it carries this.
    pub version: i32,
    /// What it is about.
    pub title: Bilingual,
    /// What it says.
    pub body: Bilingual,
    /// First day in Korea on which it is shown.
    pub starts_on: NaiveDate,
    /// Last day in Korea on which it is shown.
    pub ends_on: NaiveDate,
    /// Where it stands now.
    pub state: NoticeState,
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = notice)]
struct Contents {
    title_ko: String,
    title_en: String,
    body_ko: String,
    body_en: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = notice)]
struct Row {
    id: NoticeId,
    case_id: CaseId,
    version: i32,
    title_ko: String,
    title_en: String,
    body_ko: String,
    body_en: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    published_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
}

impl Row {
    fn state(&self, today: NaiveDate) -> NoticeState {
        if self.ended_at.is_some() || self.published_at.is_some() && today > self.ends_on {
            NoticeState::Over
        } else if self.published_at.is_none() {
            NoticeState::Draft
        } else if today < self.starts_on {
            NoticeState::Waiting
        } else {
            NoticeState::Shown
        }
    }

    fn on(self, today: NaiveDate) -> Notice {
        let both = |ko, en| Bilingual { ko, en };
        Notice {
            state: self.state(today),
            id: self.id,
            case: self.case_id,
            version: self.version,
            title: both(self.title_ko, self.title_en),
            body: both(self.body_ko, self.body_en),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
        }
    }
}

impl NoticeInput {
    fn parse(&self, today: NaiveDate) -> Result<Contents, Error> {
        let mut faults = Faults::default();
        let mut line = |field, typed: &str| {
            faults.take(input::line(field, typed, input::limits::NOTICE_TITLE))
        };
        let title_ko = line("title.ko", &self.title.ko);
        let title_en = line("title.en", &self.title.en);
        // everybody reads it, for good in the log: there is no number that is asked about
        let mut words = |field, typed: &str| {
            faults.take(input::note(field, typed, input::limits::NOTICE, false))
        };
        let body_ko = words("body.ko", &self.body.ko);
        let body_en = words("body.en", &self.body.en);
        let starts = faults.take(input::date("starts_on", &self.starts_on));
        let ends = faults.take(input::date("ends_on", &self.ends_on));
        if let Some((starts, ends)) = starts.get().zip(ends.get()) {
            faults.demand(ends >= starts, "ends_on", "dates-order");
            faults.demand(*ends >= today, "ends_on", "notice-past");
            let days = (*ends - *starts).num_days();
            faults.demand(days < LONGEST, "ends_on", "notice-long");
        }
        let (title_ko, title_en, body_ko, body_en, starts_on, ends_on) =
            faults.finish((title_ko, title_en, body_ko, body_en, starts, ends))?;
        Ok(Contents {
            title_ko,
            title_en,
            body_ko,
            body_en,
            starts_on,
            ends_on,
        })
    }
}

/// The notices that everybody sees on a case now, the newest first.
pub fn current(r: &mut Read, case: CaseId) -> Result<Vec<Notice>, Error> {
    let today = law::day_in_korea(r.now());
    let rows: Vec<Row> = notice::table
        .filter(notice::case_id.eq(case))
        .filter(notice::published_at.is_not_null())
        .filter(notice::ended_at.is_null())
        .filter(notice::starts_on.le(today))
        .filter(notice::ends_on.ge(today))
        .order((notice::starts_on.desc(), notice::id.desc()))
        .select(Row::as_select())
        .load(r.conn())?;
    Ok(rows.into_iter().map(|row| row.on(today)).collect())
}

/// Every notice of an assigned case, the newest first.
pub fn all(r: &mut Read, case: CaseId) -> Result<Vec<Notice>, Error> {
    cases::assigned(r, case)?;
    let today = law::day_in_korea(r.now());
    let rows: Vec<Row> = notice::table
        .filter(notice::case_id.eq(case))
        .order((notice::starts_on.desc(), notice::id.desc()))
        .select(Row::as_select())
        .load(r.conn())?;
    Ok(rows.into_iter().map(|row| row.on(today)).collect())
}

/// One notice, for staff of its case.
pub fn get(r: &mut Read, id: NoticeId) -> Result<Notice, Error> {
    let row: Row = notice::table
        .find(id)
        .select(Row::as_select())
        .first(r.conn())?;
    cases::assigned(r, row.case_id)?;
    let today = law::day_in_korea(r.now());
    Ok(row.on(today))
}

/// A notice of an assigned case, locked.
fn locked(w: &mut Write, id: NoticeId) -> Result<Row, Error> {
    let row: Row = notice::table
        .find(id)
        .select(Row::as_select())
        .for_no_key_update()
        .first(w.conn())?;
    cases::assigned(w, row.case_id)?;
    Ok(row)
}

/// A draft that is as it was read.
fn draft(w: &mut Write, id: NoticeId, versions: &[i32]) -> Result<Row, Error> {
    let row = locked(w, id)?;
    if row.published_at.is_some() || row.ended_at.is_some() {
        return Err(Error::conflict("notice-published"));
    }
    if !versions.contains(&row.version) {
        return Err(Error::Stale);
    }
    Ok(row)
}

/// Writes a notice in an assigned case; nobody but staff sees it yet.
pub fn write(w: &mut Write, case: CaseId, input: &NoticeInput) -> Result<NoticeId, Error> {
    cases::assigned(w, case)?;
    let contents = input.parse(law::day_in_korea(w.now()))?;
    let (id, now, account) = (NoticeId::new(), w.now(), w.account()?);
    diesel::insert_into(notice::table)
        .values((
            contents,
            notice::id.eq(id),
            notice::case_id.eq(case),
            notice::version.eq(1),
            notice::account_id.eq(account),
            notice::created_at.eq(now),
        ))
        .execute(w.conn())?;
    Ok(id)
}

/// Replaces what a notice says that is not published. `versions` are those that were read.
///
/// # Errors
/// `Stale` where it changed meanwhile, a conflict where it is published.
pub fn edit(
    w: &mut Write,
    id: NoticeId,
    versions: &[i32],
    input: &NoticeInput,
) -> Result<(), Error> {
    let row = draft(w, id, versions)?;
    let contents = input.parse(law::day_in_korea(w.now()))?;
    diesel::update(notice::table.find(id))
        .set((contents, notice::version.eq(row.version + 1)))
        .execute(w.conn())?;
    Ok(())
}

/// Publishes a notice as it was read.
///
/// # Errors
/// Those of [`edit`], and `Invalid` where its last day is over.
pub fn publish(w: &mut Write, id: NoticeId, versions: &[i32]) -> Result<(), Error> {
    let row = draft(w, id, versions)?;
    let (now, account) = (w.now(), w.account()?);
    if row.ends_on < law::day_in_korea(now) {
        return Err(Error::conflict("notice-past"));
    }
    diesel::update(notice::table.find(id))
        .set((
            notice::published_by.eq(account),
            notice::published_at.eq(now),
            notice::version.eq(row.version + 1),
        ))
        .execute(w.conn())?;
    Ok(())
}

/// Takes a notice back, published or not.
///
/// # Errors
/// A conflict where it is over already.
pub fn end(w: &mut Write, id: NoticeId) -> Result<(), Error> {
    let row = locked(w, id)?;
    let now = w.now();
    if row.state(law::day_in_korea(now)) == NoticeState::Over {
        return Err(Error::conflict("notice-over"));
    }
    diesel::update(notice::table.find(id))
        .set((
            notice::ended_at.eq(now),
            notice::version.eq(row.version + 1),
        ))
        .execute(w.conn())?;
    Ok(())
}
