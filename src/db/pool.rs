//! The connection pool. A connection that leads to a standby, or on which a connection was lost, is
//! not used again: after a failover a pool that only asks SELECT would stay with the old primary.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use diesel::Connection as _;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::error::{Error, Unavailable};

/// How long a request waits for a connection to PostgreSQL.
const CHECKOUT: Duration = Duration::from_secs(2);

/// Set on every connection: nothing that a request does may take longer, wait longer for a lock, or
/// sit in an open transaction; and to compile its statements or to spread them over processes costs
/// more than it saves. Where PostgreSQL lets the role choose, it speaks English: some of its
/// errors are told apart by their words.
const LIMITS: &str = "SET statement_timeout = '30s'; SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '60s'; SET timezone = 'UTC';
    SET jit = off; SET max_parallel_workers_per_gather = 0;
    SELECT set_config('lc_messages', 'C', false) WHERE has_parameter_privilege('lc_messages', 'SET')";

/// What libpq is told where the operator has not said otherwise: a server that does not answer, or
/// a connection that fell silent, is given up after seconds and not after hours.
const PATIENCE: [(&str, &str); 6] = [
    ("connect_timeout", "3"),
    ("keepalives", "1"),
    ("keepalives_idle", "10"),
    ("keepalives_interval", "5"),
    ("keepalives_count", "3"),
    ("tcp_user_timeout", "15000"),
];

/// The address with what [`PATIENCE`] adds to it: a URI or libpq's own `key=value` words.
fn patient(url: &str) -> String {
    let scheme = ["postgresql://", "postgres://"];
    let Some(rest) = scheme.iter().find_map(|scheme| url.strip_prefix(scheme)) else {
        let missing = PATIENCE.iter().filter(|(name, _)| !url.contains(name));
        return missing.fold(url.to_string(), |url, (name, value)| {
            format!("{url} {name}={value}")
        });
    };
    // a password may hold a question mark
    let host = rest
        .find(['@', '/'])
        .filter(|at| rest[*at..].starts_with('@'));
    let query = rest[host.unwrap_or(0)..]
        .split_once('?')
        .map(|(_, query)| query);
    let given = |name: &str| {
        query.is_some_and(|query| {
            query
                .split('&')
                .any(|part| part.split('=').next() == Some(name))
        })
    };
    let mut patient = url.to_string();
    let mut separator = if query.is_some() { '&' } else { '?' };
    for (name, value) in PATIENCE.iter().filter(|(name, _)| !given(name)) {
        patient.push_str(&format!("{separator}{name}={value}"));
        separator = '&';
    }
    patient
}

/// A connection without limits, for commands that may take their time.
pub fn establish(url: &str) -> ConnectionResult<PgConnection> {
    PgConnection::establish(&patient(url))
}

/// A connection with its limits set.
pub fn connect(url: &str) -> Result<PgConnection, diesel::r2d2::Error> {
    let mut conn = establish(url).map_err(diesel::r2d2::Error::ConnectionError)?;
    conn.batch_execute(LIMITS)
        .map_err(diesel::r2d2::Error::QueryError)?;
    Ok(conn)
}

/// Opens connections and checks them.
pub struct Manager {
    url: String,
}

/// A connection that may have been found useless.
pub struct Connection {
    conn: PgConnection,
    discarded: bool,
}

impl Connection {
    /// Keeps it from going back into the pool.
    pub fn discard(&mut self) {
        self.discarded = true;
    }
}

impl Deref for Connection {
    type Target = PgConnection;
    fn deref(&self) -> &PgConnection {
        &self.conn
    }
}

impl DerefMut for Connection {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.conn
    }
}

#[derive(QueryableByName)]
struct Primary {
    #[diesel(sql_type = Bool)]
    primary: bool,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Connection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Connection, Self::Error> {
        Ok(Connection {
            conn: connect(&self.url)?,
            discarded: false,
        })
    }

    fn is_valid(&self, conn: &mut Connection) -> Result<(), Self::Error> {
        let answer: Primary = diesel::sql_query("SELECT NOT pg_is_in_recovery() AS primary")
            .get_result(&mut conn.conn)
            .map_err(diesel::r2d2::Error::QueryError)?;
        if answer.primary {
            Ok(())
        } else {
            Err(diesel::r2d2::Error::QueryError(
                diesel::result::Error::NotFound,
            ))
        }
    }

    fn has_broken(&self, conn: &mut Connection) -> bool {
        use diesel::connection::TransactionManager;
        conn.discarded || <PgConnection as diesel::Connection>::TransactionManager::is_broken_transaction_manager(&mut conn.conn)
    }
}

/// A connection on loan.
pub type Pooled = r2d2::PooledConnection<Manager>;

/// Connections to one database as one role.
#[derive(Clone)]
pub struct Pool(r2d2::Pool<Manager>);

impl Pool {
    /// A pool of at most `size` connections; none is opened yet.
    pub fn new(url: &str, size: u32) -> Self {
        let pool = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(0))
            .connection_timeout(CHECKOUT)
            .idle_timeout(Some(Duration::from_secs(300)))
            .error_handler(Box::new(r2d2::NopErrorHandler))
            .build_unchecked(Manager { url: url.into() });
        Self(pool)
    }

    /// Borrows a connection; `Unavailable` after two seconds.
    pub fn get(&self) -> Result<Pooled, Error> {
        self.0
            .get()
            .map_err(|_| Error::Unavailable(Unavailable::Database))
    }

    /// Connections it opens at most.
    pub fn max_size(&self) -> u32 {
        self.0.max_size()
    }
}

#[cfg(test)]
mod tests {
    use super::patient;

    #[test]
    fn an_address_gets_what_it_does_not_say() {
        for (url, begins, left_out) in [
            (
                "postgresql://app@db/registry",
                "postgresql://app@db/registry?connect_timeout=3&keepalives=1",
                "",
            ),
            (
                "postgres://db/registry?sslmode=require",
                "postgres://db/registry?sslmode=require&connect_timeout=3&",
                "",
            ),
            (
                "postgresql://app:a?b@db/registry",
                "postgresql://app:a?b@db/registry?connect_timeout=3&",
                "",
            ),
            (
                "postgresql:///registry?host=/s&connect_timeout=9",
                "postgresql:///registry?host=/s&connect_timeout=9&keepalives=1&",
                "connect_timeout=3",
            ),
            (
                "postgresql://a@h1,h2/r?keepalives_idle=60&tcp_user_timeout=0",
                "postgresql://a@h1,h2/r?keepalives_idle=60&tcp_user_timeout=0&connect_timeout=3&keepalives=1&keepalives_interval=5&keepalives_count=3",
                "15000",
            ),
            (
                "host=db dbname=registry",
                "host=db dbname=registry connect_timeout=3 keepalives=1",
                "",
            ),
            (
                "host=db connect_timeout = 9",
                "host=db connect_timeout = 9 keepalives=1",
                "connect_timeout=3",
            ),
            ("", " connect_timeout=3", ""),
        ] {
            let patient = patient(url);
            assert!(patient.starts_with(begins), "{patient}");
            assert!(
                left_out.is_empty() || !patient.contains(left_out),
                "{patient}"
            );
        }
    }
}
