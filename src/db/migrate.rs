//! Brings a database to this program's schema, as its owner. Each file runs in one transaction with
//! the entry that names it and its SHA-256; a migration that reshapes captured tables checks,
//! changes and snapshots them (migrations/README.md). What only who holds the keys can move, a step
//! in Rust moves within that transaction, so that whatever breaks it off leaves nothing half done.

mod businesses;

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};
use rust_embed::RustEmbed;
use uuid::Uuid;

use crate::action::Action;
use crate::db::lock;
use crate::error::Error;
use crate::vault::Vault;

/// The keys, read where a step needs them.
pub type Keys<'k> = &'k dyn Fn() -> Result<Vault, Error>;

/// A step of a migration with the keys.
type Step = fn(&mut PgConnection, &Vault) -> Result<(), Error>;

/// Migrations that have steps with the keys: up between `up.sql` and `after.sql`, down between
/// `down.sql` and `down_after.sql`.
const STEPS: [(&str, Step, Step); 1] = [(
    "2026-11-29-000036_businesses",
    businesses::up,
    businesses::down,
)];

/// PostgreSQL's major version that the capture needs at least.
const POSTGRESQL: i32 = 15;

#[derive(RustEmbed)]
#[folder = "migrations"]
#[include = "*/*.sql"]
struct Files;

/// One migration as it lies in the folder.
pub struct Migration {
    /// Name of its folder.
    pub name: String,
}

/// All migrations in order.
pub fn all() -> Vec<Migration> {
    let mut names: Vec<String> = Files::iter()
        .filter_map(|path| path.strip_suffix("/up.sql").map(String::from))
        .collect();
    names.sort();
    names.into_iter().map(|name| Migration { name }).collect()
}

/// Whether this text stands in a migration as it is.
pub fn contains(text: &str) -> bool {
    !text.is_empty()
        && all().iter().any(|migration| {
            migration
                .file("up.sql")
                .is_ok_and(|(sql, _)| sql.contains(text))
        })
}

impl Migration {
    /// The version as diesel counts it: the name's digits up to the first underscore.
    pub fn version(&self) -> String {
        self.name
            .split('_')
            .next()
            .unwrap_or_default()
            .replace('-', "")
    }

    /// Text and SHA-256 of one of its files.
    fn file(&self, which: &str) -> Result<(String, String), Error> {
        let path = format!("{}/{which}", self.name);
        let file = Files::get(&path)
            .ok_or_else(|| Error::internal(format!("migration {path} is not in the program")))?;
        let text = String::from_utf8(file.data.to_vec()).map_err(Error::internal)?;
        Ok((
            text,
            format!("{path}:{}", hex::encode(file.metadata.sha256_hash())),
        ))
    }

    /// The step with the keys and what follows it, where there is one. An empty database has nothing
    /// that keys would open.
    fn step(
        &self,
        conn: &mut PgConnection,
        which: fn(&(&str, Step, Step)) -> Step,
        after: &str,
        keys: Keys,
    ) -> Result<(), Error> {
        let Some(steps) = STEPS.iter().find(|(name, ..)| *name == self.name) else {
            return Ok(());
        };
        let claims = sql::<Bool>("EXISTS (SELECT FROM claim)");
        if diesel::select(claims).get_result(conn)? {
            which(steps)(conn, &keys()?)?;
        }
        let (sql, id) = self.file(after)?;
        conn.batch_execute(&sql)?;
        record(conn, &id)
    }

    /// Runs `up.sql`, and records it.
    pub fn up(&self, conn: &mut PgConnection, log_origin: &str, keys: Keys) -> Result<(), Error> {
        let (sql, id) = self.file("up.sql")?;
        conn.transaction(|conn| {
            context(conn, log_origin)?;
            conn.batch_execute(&sql)?;
            self.step(conn, |steps| steps.1, "after.sql", keys)?;
            diesel::sql_query("INSERT INTO __diesel_schema_migrations (version) VALUES ($1)")
                .bind::<Text, _>(self.version())
                .execute(conn)?;
            record(conn, &id)
        })
    }

    /// Runs `down.sql`, and records it where the log remains.
    pub fn down(&self, conn: &mut PgConnection, keys: Keys) -> Result<(), Error> {
        let (sql, id) = self.file("down.sql")?;
        conn.transaction(|conn| {
            context(conn, "")?;
            conn.batch_execute(&sql)?;
            self.step(conn, |steps| steps.2, "down_after.sql", keys)?;
            diesel::sql_query("DELETE FROM __diesel_schema_migrations WHERE version = $1")
                .bind::<Text, _>(self.version())
                .execute(conn)?;
            if exists(conn, "migration")? {
                record(conn, &id)
            } else {
                Ok(())
            }
        })
    }
}

fn context(conn: &mut PgConnection, log_origin: &str) -> Result<(), Error> {
    let context = format!(
        "cli|operator|{}|{}",
        Action::Migrate.as_str(),
        Uuid::now_v7()
    );
    diesel::sql_query(
        "SELECT set_config('registry.context', $1, true), set_config('registry.log', $2, true)",
    )
    .bind::<Text, _>(context)
    .bind::<Text, _>(log_origin)
    .execute(conn)?;
    Ok(())
}

fn record(conn: &mut PgConnection, id: &str) -> Result<(), Error> {
    diesel::sql_query(
        "INSERT INTO migration VALUES ($1, transaction_timestamp()) ON CONFLICT (id) DO UPDATE SET applied_at = excluded.applied_at",
    )
    .bind::<Text, _>(id)
    .execute(conn)?;
    Ok(())
}

diesel::table! {
    __diesel_schema_migrations (version) {
        version -> Text,
    }
}

/// Whether a catalogue of PostgreSQL lists that name.
fn lists(
    conn: &mut PgConnection,
    catalogue: &str,
    column: &str,
    name: &str,
) -> Result<bool, Error> {
    let listed = sql::<Bool>(&format!(
        "EXISTS (SELECT FROM {catalogue} WHERE {column} = "
    ))
    .bind::<Text, _>(name)
    .sql(")");
    Ok(diesel::select(listed).get_result(conn)?)
}

fn exists(conn: &mut PgConnection, table: &str) -> Result<bool, Error> {
    let found = sql::<Bool>("to_regclass('public.' || ")
        .bind::<Text, _>(table)
        .sql(") IS NOT NULL");
    Ok(diesel::select(found).get_result(conn)?)
}

/// Versions that are applied.
pub fn applied(conn: &mut PgConnection) -> Result<Vec<String>, Error> {
    if !exists(conn, "__diesel_schema_migrations")? {
        return Ok(Vec::new());
    }
    Ok(__diesel_schema_migrations::table
        .order(__diesel_schema_migrations::version)
        .select(__diesel_schema_migrations::version)
        .load(conn)?)
}

/// Runs every migration that is not applied yet and returns their names.
///
/// # Errors
/// The database's; the migration at fault is rolled back as a whole, those before it stay.
pub fn up(conn: &mut PgConnection, log_origin: &str, keys: Keys) -> Result<Vec<String>, Error> {
    check_server(conn)?;
    // two programs that start at once must not both migrate; the lock goes with the connection
    lock::begin_migrations(conn)?;
    conn.batch_execute(
        "CREATE TABLE IF NOT EXISTS __diesel_schema_migrations (version varchar(50) PRIMARY KEY, run_on timestamp NOT NULL DEFAULT current_timestamp)",
    )?;
    let applied = applied(conn)?;
    let mut ran = Vec::new();
    for migration in all()
        .into_iter()
        .filter(|migration| !applied.contains(&migration.version()))
    {
        migration.up(conn, log_origin, keys)?;
        ran.push(migration.name);
    }
    lock::end_migrations(conn)?;
    Ok(ran)
}

/// Takes the newest applied migration back and returns its name.
pub fn down(conn: &mut PgConnection, keys: Keys) -> Result<Option<String>, Error> {
    let applied = applied(conn)?;
    let Some(last) = all()
        .into_iter()
        .rev()
        .find(|migration| applied.contains(&migration.version()))
    else {
        return Ok(None);
    };
    last.down(conn, keys)?;
    Ok(Some(last.name))
}

/// Refuses a PostgreSQL that is too old for the capture, and a database that cannot hold every
/// name.
pub fn check_server(conn: &mut PgConnection) -> Result<(), Error> {
    let version = sql::<Integer>("current_setting('server_version_num')::int / 10000");
    let version: i32 = diesel::select(version).get_result(conn)?;
    if version < POSTGRESQL {
        return Err(Error::operator(format!(
            "PostgreSQL {version} is too old: the registry needs {POSTGRESQL} or newer"
        )));
    }
    let encoding = sql::<Text>("current_setting('server_encoding')");
    let encoding: String = diesel::select(encoding).get_result(conn)?;
    if encoding != "UTF8" {
        return Err(Error::operator(format!(
            "the database has the encoding {encoding}, which cannot hold every name: make one with CREATE DATABASE registry ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0, and move what is in this one with pg_dump"
        )));
    }
    Ok(())
}

/// Makes the cluster's two roles where they are missing. Needs the right to create roles; run it
/// once a cluster, not in migrations: roles are shared by all databases, and concurrent statements
/// about them fail.
pub fn bootstrap(conn: &mut PgConnection) -> Result<(), Error> {
    for (role, options) in [
        ("registry_app", "LOGIN NOINHERIT"),
        ("registry_sealer", "NOLOGIN"),
    ] {
        if !lists(conn, "pg_roles", "rolname", role)? {
            conn.batch_execute(&format!("CREATE ROLE {role} {options}"))?;
        }
    }
    conn.batch_execute("GRANT registry_sealer TO registry_app")?;
    // some errors are told apart by their words; only a superuser may grant this
    let mighty = sql::<Bool>("current_setting('is_superuser') = 'on'");
    if diesel::select(mighty).get_result(conn)? {
        conn.batch_execute("GRANT SET ON PARAMETER lc_messages TO registry_app")?;
    }
    Ok(())
}

/// Refuses a cluster that lacks the roles which the migrations give rights to.
pub fn check_roles(conn: &mut PgConnection) -> Result<(), Error> {
    for role in ["registry_app", "registry_sealer"] {
        if !lists(conn, "pg_roles", "rolname", role)? {
            return Err(Error::operator(format!(
                "PostgreSQL has no role {role}: call `claimant-registry migrate --bootstrap`, which makes it and needs the right to create roles (CREATEROLE)"
            )));
        }
    }
    Ok(())
}

/// Refuses to go on as a role that could change the log: superuser, or owner of its tables.
pub fn check_role(conn: &mut PgConnection) -> Result<(), Error> {
    let mighty = sql::<Bool>(
        "(SELECT r.rolsuper OR EXISTS (SELECT FROM pg_class c WHERE c.relname IN ('audit_log', 'change', 'claim') AND c.relnamespace = 'public'::regnamespace
                                      AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
          FROM pg_roles r WHERE r.rolname = current_user)",
    );
    if diesel::select(mighty).get_result(conn)? {
        return Err(Error::operator(
            "DATABASE_URL names a superuser or the owner of the tables, who could change the audit log: name the role registry_app (`migrate --bootstrap` makes it)",
        ));
    }
    Ok(())
}

/// Refuses a schema that is older or newer than this program.
pub fn check_schema(conn: &mut PgConnection) -> Result<(), Error> {
    let applied = applied(conn)?;
    let own: Vec<String> = all().iter().map(Migration::version).collect();
    if let Some(missing) = own.iter().find(|version| !applied.contains(version)) {
        return Err(Error::operator(format!(
            "the database lacks migration {missing}: run `claimant-registry migrate`"
        )));
    }
    if let Some(newer) = applied.iter().find(|version| !own.contains(version)) {
        return Err(Error::operator(format!(
            "the database has migration {newer}, which this program does not know: use a newer program"
        )));
    }
    Ok(())
}

/// For the private server: makes roles, owner and database where they are missing, as the
/// superuser; says whether it did.
pub fn make_private(conn: &mut PgConnection) -> Result<bool, Error> {
    bootstrap(conn)?;
    if lists(conn, "pg_database", "datname", "registry")? {
        return Ok(false);
    }
    if !lists(conn, "pg_roles", "rolname", "registry_owner")? {
        conn.batch_execute("CREATE ROLE registry_owner LOGIN")?;
    }
    diesel::sql_query("CREATE DATABASE registry OWNER registry_owner").execute(conn)?;
    Ok(true)
}
