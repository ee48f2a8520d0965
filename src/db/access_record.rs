//! Access records: from where and in which session somebody signed in, looked at a claim, or did
//! what weighs heavily. What was done, an entry of the log with the same request says.

use chrono::{DateTime, Duration, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::db::schema::access_record;
use crate::db::{Read, Ticket, Write};
use crate::error::Error;
use crate::ids::{AccountId, SessionId};
use crate::vault::{Place, Vault};

/// How long place and session are kept.
const KEPT: Duration = Duration::days(2 * 365);
/// Looking at the same claim again within this leaves no second record.
const A_LOOK: Duration = Duration::minutes(10);

/// Whether a write under this action leaves a record of where it came from. Signing in leaves one
/// where it succeeds.
fn weighs(action: Action) -> bool {
    use Action::*;
    matches!(
        action,
        AccountConfirm
            | AccountCreate
            | AccountErase
            | AccountPassword
            | AccountRole
            | AccountState
            | CaseStaff
            | ClaimErase
            | ClaimSubmit
            | ClaimWithdraw
            | ConsentAnswer
            | ConsentWithdraw
            | DisclosureMake
            | ExportDownload
            | ExportMake
            | HoldRelease
            | HoldSet
            | MailRetry
            | MessageSend
            | RecoveryAsk
            | RecoveryConfirm
            | RecoveryStop
            | ReviewDecide
    )
}

/// What is put on record, beside where it came from.
pub(super) struct Access {
    action: Action,
    account: Option<AccountId>,
    session: Option<SessionId>,
    subject: Option<Uuid>,
    at: DateTime<Utc>,
}

impl Access {
    /// Somebody of the staff looked at a claim.
    pub(super) fn reading(r: &Read, claim: Uuid) -> Self {
        Self {
            subject: Some(claim),
            ..Self::of(r, Action::ClaimRead)
        }
    }

    fn of(r: &Read, action: Action) -> Self {
        let (account, session) = (r.account().ok(), r.session().ok());
        Self {
            action,
            account,
            session,
            subject: None,
            at: r.now(),
        }
    }

    fn put(self, conn: &mut PgConnection, vault: &Vault, ticket: &Ticket) -> Result<(), Error> {
        let id = Uuid::now_v7();
        let place = Place {
            table: "access_record",
            id,
            subject: id,
        };
        let session = self.session.map(|session| session.to_string());
        let address = [("address", ticket.origin.address.clone())].into_iter();
        let fields = address.chain(session.map(|session| ("session", session)));
        diesel::insert_into(access_record::table)
            .values((
                access_record::id.eq(id),
                access_record::action.eq(self.action.as_str()),
                access_record::account_id.eq(self.account),
                access_record::subject.eq(self.subject),
                access_record::request.eq(ticket.request),
                access_record::sealed.eq(vault.seal(place, fields).sealed),
                access_record::created_at.eq(self.at),
            ))
            .execute(conn)?;
        Ok(())
    }
}

/// Puts it on record where a write came from, if its action weighs. The command line and the
/// program come from nowhere.
pub(super) fn of_write(w: &mut Write, action: Action) -> Result<(), Error> {
    let ticket = w.ticket;
    if !weighs(action) || ticket.origin.address.is_empty() {
        return Ok(());
    }
    let vault = w.vault;
    Access::of(w, action).put(w.conn(), vault, ticket)
}

/// Puts it on record that an account signed in, and which session began with it.
pub fn of_sign_in(w: &mut Write, account: AccountId, session: SessionId) -> Result<(), Error> {
    let (ticket, vault) = (w.ticket, w.vault);
    let access = Access {
        account: Some(account),
        session: Some(session),
        ..Access::of(w, Action::SessionBegin)
    };
    access.put(w.conn(), vault, ticket)
}

/// Puts readings on record, before their answer is given: once for a claim that somebody goes
/// through.
pub(super) fn of_readings(
    conn: &mut PgConnection,
    vault: &Vault,
    ticket: &Ticket,
    readings: Vec<Access>,
) -> Result<(), Error> {
    for reading in readings {
        let before = access_record::table
            .filter(access_record::account_id.eq(reading.account))
            .filter(access_record::subject.eq(reading.subject))
            .filter(access_record::action.eq(reading.action.as_str()))
            .filter(access_record::created_at.gt(reading.at - A_LOOK));
        if !diesel::select(exists(before)).get_result::<bool>(conn)? {
            reading.put(conn, vault, ticket)?;
        }
    }
    Ok(())
}

/// Empties the records of an account that is erased; that of the erasure itself comes after.
pub fn forget(w: &mut Write, account: AccountId) -> Result<(), Error> {
    diesel::update(access_record::table.filter(access_record::account_id.eq(account)))
        .set(access_record::sealed.eq(Vec::new()))
        .execute(w.conn())?;
    Ok(())
}

/// Empties records that are two years old.
pub fn forget_old(w: &mut Write) -> Result<usize, Error> {
    let old = access_record::table
        .filter(access_record::created_at.lt(w.now() - KEPT))
        .filter(access_record::sealed.ne(Vec::new()));
    Ok(diesel::update(old)
        .set(access_record::sealed.eq(Vec::new()))
        .execute(w.conn())?)
}
