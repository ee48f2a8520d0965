//! Time stamps (RFC 3161): authorities outside say at what time the log stood where it stands. What
//! they say is verified, kept, and becomes an entry: so each entry is later than one outside time
//! and earlier than another. Here is what was kept; below, how an authority is asked, and how
//! `openssl` reads what it answers.

mod authority;
mod openssl;

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::db::Read;
use crate::db::schema::time_stamp;
use crate::error::Error;
pub use authority::{Authority, run, stamp};
pub use openssl::time_of_answer;

/// A time stamp.
#[derive(Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = time_stamp, check_for_backend(Pg))]
pub struct Stamped {
    /// Entries of the checkpoint that it is over.
    pub size: i64,
    /// The time that it says.
    #[diesel(column_name = stamped_at)]
    pub at: DateTime<Utc>,
    /// Who said so.
    pub authority: String,
}

/// The last stamp of all.
pub fn newest(r: &mut Read) -> Result<Option<Stamped>, Error> {
    Ok(time_stamp::table
        .order(time_stamp::stamped_at.desc())
        .select(Stamped::as_select())
        .first(r.conn())
        .optional()?)
}

/// The smallest stamped checkpoint of at least that many entries, and the answers of the
/// authorities that stamped it.
pub fn first_over(
    r: &mut Read,
    origin: &str,
    size: u64,
) -> Result<(Option<u64>, Vec<Vec<u8>>), Error> {
    let over = time_stamp::table
        .filter(time_stamp::origin.eq(origin))
        .filter(time_stamp::size.ge(size as i64));
    let rows: Vec<(i64, Vec<u8>)> = over
        .order((time_stamp::size, time_stamp::id))
        .limit(20)
        .select((time_stamp::size, time_stamp::token))
        .load(r.conn())?;
    let first = rows.first().map(|(size, _)| *size);
    let tokens = rows
        .into_iter()
        .filter(|(size, _)| Some(*size) == first)
        .map(|(_, token)| token)
        .collect();
    Ok((first.and_then(|size| u64::try_from(size).ok()), tokens))
}
