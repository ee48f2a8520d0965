//! Advisory locks, all of them: what PostgreSQL has no row for yet and only one transaction at a
//! time may act on. Each is held until the transaction ends, that of the migrations until the last
//! of them has. PostgreSQL takes a number; the names are hashed, so that two of them hardly ever
//! meet, and where they do, one waits in vain and nothing else happens.

use diesel::prelude::*;
use diesel::sql_types::BigInt;
use sha2::{Digest, Sha256};

use crate::db::Write;
use crate::error::Error;
use crate::ids::CaseId;

#[derive(Clone, Copy)]
pub enum Lock<'l> {
    /// An e-mail address, by its blind index: it may have no account, link or count yet.
    Email(&'l [u8]),
    /// The legal holds of a case; an erasure takes it shared.
    Holds(CaseId),
    /// An idempotency key among its owner's, which is stored only after its change.
    Idempotency { scope: &'l str, key: &'l str },
    /// The numbers of a case: whoever has drawn one hands in before the next is drawn, so that a
    /// reader of the list has seen all before the last.
    Numbers(CaseId),
    /// The schema: two programs that start at once must not both migrate.
    Migrations,
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn pg_advisory_lock(key: BigInt);
    fn pg_advisory_unlock(key: BigInt) -> diesel::sql_types::Bool;
    fn pg_advisory_xact_lock(key: BigInt);
    fn pg_advisory_xact_lock_shared(key: BigInt);
    fn pg_try_advisory_xact_lock(key: BigInt) -> diesel::sql_types::Bool;
    fn draw_claim_number(numbers_of_case: BigInt) -> BigInt;
}

impl Lock<'_> {
    fn number(self) -> i64 {
        let (kind, parts): (&str, [&[u8]; 2]) = match &self {
            Self::Email(index) => ("email", [index, &[]]),
            Self::Holds(case) => ("holds", [case.0.as_bytes(), &[]]),
            Self::Numbers(case) => ("numbers", [case.0.as_bytes(), &[]]),
            Self::Migrations => ("migrations", [&[], &[]]),
            Self::Idempotency { scope, key } => ("idempotency", [scope.as_bytes(), key.as_bytes()]),
        };
        let digest = parts
            .iter()
            .fold(Sha256::new_with_prefix(kind), |hash, part| {
                hash.chain_update([0]).chain_update(part)
            })
            .finalize();
        i64::from_be_bytes(digest[..8].try_into().expect("a digest has 32 bytes"))
    }
}

impl Write<'_> {
    pub fn lock(&mut self, lock: Lock) -> Result<(), Error> {
        diesel::select(pg_advisory_xact_lock(lock.number())).execute(self.conn())?;
        Ok(())
    }

    /// Waits until nobody holds the lock alone.
    pub fn lock_shared(&mut self, lock: Lock) -> Result<(), Error> {
        diesel::select(pg_advisory_xact_lock_shared(lock.number())).execute(self.conn())?;
        Ok(())
    }

    /// Draws the next number of the case while nobody else does.
    pub fn draw_claim_number(&mut self, case: CaseId) -> Result<i64, Error> {
        let numbers = Lock::Numbers(case).number();
        Ok(diesel::select(draw_claim_number(numbers)).get_result(self.conn())?)
    }

    /// Takes the lock, or says that another transaction has it.
    pub fn try_lock(&mut self, lock: Lock) -> Result<bool, Error> {
        Ok(diesel::select(pg_try_advisory_xact_lock(lock.number())).get_result(self.conn())?)
    }
}

/// Waits until nobody else migrates. The lock goes with the connection, whatever happens before
/// [`end_migrations`].
pub(super) fn begin_migrations(conn: &mut PgConnection) -> Result<(), Error> {
    diesel::select(pg_advisory_lock(Lock::Migrations.number())).execute(conn)?;
    Ok(())
}

pub(super) fn end_migrations(conn: &mut PgConnection) -> Result<(), Error> {
    diesel::select(pg_advisory_unlock(Lock::Migrations.number())).execute(conn)?;
    Ok(())
}
