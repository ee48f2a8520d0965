//! `serve`: with a database that is there, or with a private one for development. `config check`:
//! what it would serve with.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::audit::{log_key, publish};
use crate::cli::{connect, open, out, records};
use crate::config::{
    DatabaseSettings, ErasureSettings, KeySettings, OutsiderSettings, ServerSettings, Setting,
    TreeSettings, is_readable,
};
use crate::db::wake::Wake;
use crate::db::{Db, migrate};
use crate::erasures;
use crate::error::Error;
use crate::files;
use crate::mail::delivery::{Carrier, Delivery};
use crate::postgres::PrivatePostgres;
use crate::server::{self, Bound, Setup};
use crate::vault::Vault;

/// Settings of `serve`.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    pub(super) database: DatabaseSettings,
    #[command(flatten)]
    keys: KeySettings,
    #[command(flatten)]
    tree: TreeSettings,
    #[command(flatten)]
    outsiders: OutsiderSettings,
    #[command(flatten)]
    erasures: ErasureSettings,
    #[command(flatten)]
    pub(super) server: ServerSettings,
    /// For development: start a PostgreSQL of its own, with keys made on first start
    #[arg(long, conflicts_with = "database_url")]
    private_postgres: bool,
    /// For development: load the Kakao case, synthetic claims and an account for each role, where
    /// they are missing
    #[arg(long)]
    demo: bool,
    /// What of all this is set, and from where.
    #[arg(skip)]
    pub(super) in_force: Vec<Setting>,
}

#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Print the settings that `serve` would work with, where each comes from, and what is wrong with
    /// them; nothing is opened, and no secret is shown
    Check(Box<Serve>),
}

/// Prints what is set, and refuses what `serve` would.
pub fn config(command: ConfigCommand) -> Result<(), Error> {
    let ConfigCommand::Check(serve) = command;
    serve.in_force.iter().try_for_each(out::line)?;
    serve.server.carrier().map_err(Error::operator)?;
    if !serve.private_postgres {
        super::database_url(&serve.database)?;
        serve.keys.load().map_err(Error::operator)?;
    }
    Ok(())
}

/// Serves until a signal.
pub fn run(mut serve: Serve) -> Result<(), Error> {
    let carrier = serve.server.carrier().map_err(Error::operator)?;
    let mail = carrier.to_string();
    if matches!(&carrier, Carrier::Server(server) if server.is_readable()) {
        tracing::warn!(
            "SMTP_URL begins with smtp:// and does not end with ?tls=required: mails and the links in them can be read on their way"
        );
    }
    let delivery = Delivery::new(carrier, &serve.server.mail_from)?;
    let private = serve
        .private_postgres
        .then(|| prepare(&mut serve))
        .transpose()?;
    let (wake, woken) = Wake::pair();
    let idle = serve.server.idle_limits();
    let db = open(&serve.database, &serve.keys, idle, wake.clone())?;
    let url = super::database_url(&serve.database)?.to_string();
    // before anybody is served: a restored database holds people who were erased since
    let list = serve.erasures.list();
    erasures::again(&db, &list)?;
    if serve.demo {
        let file = private.as_ref().map_or_else(
            || PathBuf::from("demo-accounts.txt"),
            |private| private.home.join("demo-accounts.txt"),
        );
        records::load_demo(&db, &file)?;
    }
    let signer = log_key::ensure(&db)?;
    let key = format!(
        "the log's key is {}, fingerprint {}",
        signer.vkey(),
        signer.vkey().fingerprint()
    );
    let destination = serve.tree.destination();
    // before anybody is served: the publisher finds it on record, or tries again
    if let Err(refusal) = publish::begin(&db, &destination, &signer.vkey().name) {
        tracing::warn!(?refusal, "the first publication is not on record yet");
    }
    let exports = Db::new(server::exports_pool(&url), db.vault().clone(), wake, idle);
    if private.is_none() && serve.server.public_url.as_deref().is_some_and(is_readable) {
        tracing::warn!(
            "PUBLIC_URL begins with http://: passwords and sessions can be read on their way; put a proxy with TLS in front and write https://"
        );
    }
    let result = actix_web::rt::System::new().block_on(server::run(
        serve.server,
        Setup { db, exports, url, woken, signer, destination, outsiders: serve.outsiders, erasures: list, delivery, in_force: serve.in_force },
        |bound| {
            let Bound { address, metrics, public_url } = bound;
            let lines = [
                format!("listening on http://{address} ({public_url}); metrics on http://{metrics}/metrics; mails go to {mail}"),
                format!("the API is described on {public_url}/api/docs/; Ctrl-C stops"),
                key.clone(),
            ];
            let settings = private.as_ref().map(|private| private.settings_for(public_url)).transpose()?;
            // it serves also where nobody reads this
            if let Err(error) = lines.into_iter().chain(settings).try_for_each(out::line) {
                tracing::warn!(?error, "where it listens cannot be printed");
            }
            Ok(())
        },
    ));
    if let Some(private) = private {
        private.postgres.stop().map_err(Error::operator)?;
    }
    result
}

struct Private {
    postgres: PrivatePostgres,
    home: PathBuf,
    /// What a shell reads to run other commands on the same registry, but for its address.
    settings: String,
}

impl Private {
    /// Writes what a shell reads, and yields the line that says where.
    fn settings_for(&self, public_url: &str) -> Result<String, Error> {
        let file = self.home.join("env");
        let address = format!("export PUBLIC_URL={}\n", quoted(public_url));
        files::write_private(&file, &format!("{}{address}", self.settings))
            .map_err(Error::of_file(&file))?;
        let file = quoted(&file.to_string_lossy());
        Ok(format!(
            "for other commands on this registry, in another shell: . {file}"
        ))
    }
}

/// Starts the private server, brings its database up to date as the owner, and points the settings
/// at it.
fn prepare(serve: &mut Serve) -> Result<Private, Error> {
    let postgres = PrivatePostgres::persistent().map_err(Error::operator)?;
    let home = beside(postgres.data_directory());
    let made = migrate::make_private(&mut connect(
        &postgres.url(postgres.superuser(), "postgres"),
    )?)?;
    if made {
        out::line(format_args!(
            "made a private database in {}",
            postgres.data_directory().display()
        ))?;
    }
    let failed = |e| Error::operator(format!("{}: {e}", home.display()));
    serve.keys = serve.keys.clone().or_made_in(&home).map_err(failed)?;
    migrate::up(
        &mut connect(&postgres.url("registry_owner", "registry"))?,
        &serve.database.log_origin,
        &|| Ok(Vault::new(serve.keys.load().map_err(Error::operator)?)),
    )?;
    let url = postgres.url("registry_app", "registry");
    let places = [
        (&mut serve.tree.log_dir, "log"),
        (&mut serve.tree.log_guard_file, "log-guard"),
        (&mut serve.erasures.erasures_file, "erasures"),
    ];
    for (path, name) in places {
        if path.as_path() == Path::new(name) {
            *path = home.join(name);
        }
    }
    let chosen = chosen(&url, &serve.keys, &serve.tree, &serve.erasures);
    let line = |(name, value): &(&str, String)| format!("export {name}={}\n", quoted(value));
    let settings = chosen.iter().map(line).collect();
    for (name, value) in chosen {
        let mut settings = serve.in_force.iter_mut();
        if let Some(setting) = settings.find(|setting| setting.name == name) {
            setting.choose(value);
        }
    }
    serve.database.database_url = Some(url);
    Ok(Private {
        postgres,
        home,
        settings,
    })
}

/// The address of the database, the files of the keys and the places of the log, by their
/// variables. A key given by its value stays with whoever gave it.
fn chosen(
    url: &str,
    keys: &KeySettings,
    tree: &TreeSettings,
    erasures: &ErasureSettings,
) -> Vec<(&'static str, String)> {
    let files = [
        ("SEALING_KEY_FILE", keys.sealing_key_file.as_deref()),
        ("INDEX_KEY_FILE", keys.index_key_file.as_deref()),
        ("TOKEN_KEY_FILE", keys.token_key_file.as_deref()),
        ("LOG_KEY_FILE", keys.log_key_file.as_deref()),
        ("LOG_DIR", Some(tree.log_dir.as_path())),
        ("LOG_GUARD_FILE", Some(tree.log_guard_file.as_path())),
        ("ERASURES_FILE", Some(erasures.erasures_file.as_path())),
    ];
    let files = files
        .into_iter()
        .filter_map(|(name, file)| file.map(|file| (name, file.to_string_lossy().into_owned())));
    let all = [("DATABASE_URL", url.to_string())].into_iter().chain(files);
    all.collect()
}

/// A word for a shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Keys and demo passwords lie beside the cluster, not in it: who has a copy of the data has not
/// the keys.
fn beside(data: &Path) -> PathBuf {
    let mut name = data.file_name().unwrap_or_default().to_os_string();
    name.push("-keys");
    data.with_file_name(name)
}
