//! The private PostgreSQL server for development and tests: finds the installed programs, makes
//! a cluster reachable only through a Unix socket in a directory closed to others, and lets it
//! live as long as this process. It must never serve production, listen on a network address,
//! run as root, outlive the process that started it, or touch a cluster that it did not make.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fmt, thread};

use tempfile::TempDir;

const SUPERUSER: &str = "postgres";
const OLDEST: u32 = 15;
const REMEDY: &str =
    "run script/bootstrap, or `apt-get install postgresql`, or `brew install postgresql@17`";
/// `sockaddr_un` holds 104 bytes on macOS and 108 on Linux.
const LONGEST_SOCKET_DIRECTORY: usize = 103 - "/.s.PGSQL.5432".len();

/// Prints version and path of each installed `initdb`: the one on PATH, then the newest first.
const FIND: &str = r#"
show() {
    version=$("$1" --version 2>/dev/null) || return
    echo "$version" | sed "s|^[^0-9]*\([0-9]*\).*|\1 $1|"
}
show "$(command -v initdb)"
for place in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do
    show "$place/initdb"
done | sort -rn
"#;

/// Stands between this process and the server. Its standard input is a pipe whose end means that
/// this process is gone, however it went; a line in it asks for a crash, after which, as after an
/// end that nobody asked for, nothing is removed. TERM comes before INT because a shell starts
/// background programs with INT ignored, and the server may not have set its own handler yet.
const KEEPER: &str = r#"
exec 3<&0 </dev/null
bin=$1 data=$2 sockets=$3 remove=$4
shift 4
if [ ! -e "$data" ]; then
    # only a temporary cluster comes with settings
    rm -rf -- "$data.new"
    "$bin/initdb" -D "$data.new" -U postgres --locale=C --encoding=UTF8 --auth=trust \
        ${1:+--no-sync} >/dev/null 3<&- && mv -- "$data.new" "$data" || exit 1
fi
"$bin/postgres" -D "$data" -p 5432 -c listen_addresses= -c unix_socket_directories="\"$sockets\"" \
    -c max_connections=300 -c logging_collector=off "$@" 3<&- &
server=$!
{
    if read -r _; then kill -QUIT "$server"; exit 1; fi
    kill -TERM "$server"
    kill -INT "$server"
} <&3 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
wait "$watcher" && [ -n "$remove" ] && rm -rf -- "$remove"
exit "$status"
"#;

/// Why the private server could not be started or stopped, in words for the person who started it.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// A running server, stopped when this value is dropped or the process ends.
pub struct PrivatePostgres {
    binaries: PathBuf,
    root: bool,
    data: PathBuf,
    sockets: PathBuf,
    /// Locked while the server lives, which has it open as its standard error.
    log: File,
    settings: Vec<String>,
    keeper: Option<(Child, ChildStdin)>,
    /// Removed at the end: all of a temporary cluster, or only the sockets of a persistent one.
    removed: Option<TempDir>,
}

impl PrivatePostgres {
    /// The server of this checkout. Its data is kept, under `/var/lib/claimant-registry` for root
    /// and under `$XDG_STATE_HOME/claimant-registry` for everybody else.
    pub fn persistent() -> Result<Self, Error> {
        let root = is_root()?;
        let base = state_directory(root)?.join(checkout_hash()?);
        // beside the directory: root must not open what the user postgres can replace
        let log = open_log(&base.with_extension("log"))?;
        lock(&log, &base)?;
        log.set_len(0).map_err(failed("empty the log of", &base))?;
        forget_stale_pid(&base);
        let too_long = base.join("s").as_os_str().len() > LONGEST_SOCKET_DIRECTORY;
        let removed = too_long.then(|| new_directory(Path::new("/tmp")));
        Self::launch(root, &base, log, removed.transpose()?, Vec::new())
    }

    /// A cluster of its own that is removed at the end, with `settings` as PostgreSQL names them.
    /// `fsync` is off unless they say otherwise: when only the server crashes, nothing is lost.
    pub fn temporary(settings: &[(&str, &str)]) -> Result<Self, Error> {
        let root = is_root()?;
        let mut parent = env::temp_dir();
        // root's own may be closed to the user postgres
        if root || parent.as_os_str().len() + 20 > LONGEST_SOCKET_DIRECTORY {
            parent = PathBuf::from("/tmp");
        }
        let directory = new_directory(&parent)?;
        let base = directory.path().to_owned();
        let log = open_log(&base.join("log"))?;
        let settings = [("fsync", "off")].iter().chain(settings);
        let settings = settings.flat_map(|(name, value)| ["-c".into(), format!("{name}={value}")]);
        Self::launch(root, &base, log, Some(directory), settings.collect())
    }

    /// The address for libpq of that database, opened as that role.
    pub fn url(&self, role: &str, database: &str) -> String {
        let host = percent_encoded(&self.sockets.to_string_lossy());
        let (role, database) = (percent_encoded(role), percent_encoded(database));
        // with the port, which libpq would otherwise take from PGPORT
        format!("postgresql://{role}@/{database}?host={host}&port=5432")
    }

    /// The role that may do everything.
    pub fn superuser(&self) -> &'static str {
        SUPERUSER
    }

    /// Where the cluster's files are.
    pub fn data_directory(&self) -> &Path {
        &self.data
    }

    /// Ends the server without a checkpoint, as `pg_ctl -m immediate stop` does, and starts it
    /// again on the same data.
    pub fn crash_and_restart(&mut self) -> Result<(), Error> {
        if let Some((mut process, mut lifeline)) = self.keeper.take() {
            let asked = lifeline.write_all(b"crash\n");
            asked.map_err(failed("crash", "the server"))?;
            // the pipe stays open until the keeper is gone, or it would remove the directory
            process.wait().map_err(failed("crash", "the server"))?;
        }
        self.start()
    }

    /// Stops the server in good order, and tells whether that worked.
    pub fn stop(mut self) -> Result<(), Error> {
        let Some((mut process, lifeline)) = self.keeper.take() else {
            return Ok(());
        };
        drop(lifeline);
        let status = process.wait().map_err(failed("stop", "the server"))?;
        if status.success() {
            return Ok(());
        }
        Err(self.explained(&format!("PostgreSQL ended with {status}")))
    }

    fn launch(
        root: bool,
        base: &Path,
        log: File,
        removed: Option<TempDir>,
        settings: Vec<String>,
    ) -> Result<Self, Error> {
        let binaries = find_binaries()?;
        let data = base.join("data");
        let short = removed.as_ref().map_or(base, TempDir::path);
        let sockets = short.join("s");
        for directory in [base, &sockets] {
            let made = DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(directory);
            made.map_err(failed("create", directory))?;
        }
        if root {
            let mut chown = Command::new("chown");
            chown.arg("postgres:").args([base, short, &sockets]);
            let given = chown.output().map_err(failed("run", "chown"))?;
            if !given.status.success() {
                let said = String::from_utf8_lossy(&given.stderr);
                return Err(Error(format!("{}: {REMEDY}", said.trim())));
            }
        }
        let mut server = Self {
            binaries,
            root,
            data,
            sockets,
            log,
            settings,
            keeper: None,
            removed,
        };
        server.start()?;
        Ok(server)
    }

    fn start(&mut self) -> Result<(), Error> {
        let output = || self.log.try_clone().map_err(failed("open", "the log"));
        let mut command = Command::new(if self.root { "runuser" } else { "sh" });
        if self.root {
            command.args(["-u", SUPERUSER, "--", "sh"]);
        }
        command.args(["-c", KEEPER, "registry-postgres"]);
        command.args([&self.binaries, &self.data, &self.sockets]);
        command.arg(self.removed.as_ref().map_or(Path::new(""), TempDir::path));
        command.args(&self.settings);
        // a group of its own: Ctrl-C is for the program in front, whose end then stops the server
        command.process_group(0).current_dir("/").env("LC_ALL", "C");
        command.stdin(Stdio::piped());
        command.stdout(output()?).stderr(output()?);
        let mut process = command.spawn().map_err(failed("start", "PostgreSQL"))?;
        if let Some(lifeline) = process.stdin.take() {
            self.keeper = Some((process, lifeline));
        }
        self.wait_until_ready()
    }

    fn wait_until_ready(&mut self) -> Result<(), Error> {
        let mut probe = Command::new(self.binaries.join("pg_isready"));
        probe.args(["-q", "-p", "5432", "-U", SUPERUSER, "-d", SUPERUSER]);
        probe.arg("-h").arg(&self.sockets);
        let deadline = Instant::now() + Duration::from_secs(60);
        while Instant::now() < deadline {
            if let Some((process, _)) = &mut self.keeper
                && let Ok(Some(_)) = process.try_wait()
            {
                return Err(self.explained("PostgreSQL did not start"));
            }
            let answer = probe.status().map_err(failed("run", "pg_isready"))?;
            if answer.success() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Err(self.explained("PostgreSQL was not ready after 60 seconds"))
    }

    /// The message with the end of the server's log, where the reason is.
    fn explained(&self, message: &str) -> Error {
        let mut tail = vec![0; 2048];
        let start = self.log.metadata().map_or(0, |log| log.len());
        let start = start.saturating_sub(2048);
        let read = self.log.read_at(&mut tail, start).unwrap_or(0);
        let tail = String::from_utf8_lossy(&tail[..read]);
        let data = self.data.display();
        Error(format!("{message} on {data}. Its log ends with:\n{tail}"))
    }
}

impl Drop for PrivatePostgres {
    fn drop(&mut self) {
        if let Some((mut process, lifeline)) = self.keeper.take() {
            drop(lifeline);
            // nobody is left to tell
            let _ = process.wait();
        }
    }
}

fn find_binaries() -> Result<PathBuf, Error> {
    let found = Command::new("sh").args(["-c", FIND]).output();
    let found = found.map_err(failed("run", "sh"))?.stdout;
    let found = String::from_utf8_lossy(&found);
    let mut outdated = String::new();
    for (version, initdb) in found.lines().filter_map(|line| line.split_once(' ')) {
        // the programs that belong together lie beside the one that a link on PATH points to
        let initdb = fs::canonicalize(initdb).map_err(failed("find", initdb))?;
        let binaries = initdb.parent().unwrap_or(&initdb);
        if version.parse().unwrap_or(0) < OLDEST {
            outdated = format!(" (only {version}, in {})", binaries.display());
        } else if binaries.join("postgres").is_file() && binaries.join("pg_isready").is_file() {
            return Ok(binaries.to_owned());
        }
    }
    Err(Error(format!(
        "no PostgreSQL server of version {OLDEST} or newer is installed{outdated}: {REMEDY}"
    )))
}

fn is_root() -> Result<bool, Error> {
    let id = Command::new("id").arg("-u").output();
    let id = id.map_err(failed("run", "id"))?;
    Ok(id.stdout.trim_ascii() == b"0")
}

fn state_directory(root: bool) -> Result<PathBuf, Error> {
    let parent = if root {
        PathBuf::from("/var/lib")
    } else if let Some(state) =
        env::var_os("XDG_STATE_HOME").filter(|state| Path::new(state).is_absolute())
    {
        PathBuf::from(state)
    } else if let Some(home) = env::home_dir() {
        home.join(".local/state")
    } else {
        return Err(Error("no home directory: set XDG_STATE_HOME".into()));
    };
    let state = parent.join("claimant-registry");
    fs::create_dir_all(&state).map_err(failed("create", &state))?;
    if root {
        // whatever the umask is, the user postgres has to get through
        let opened = fs::set_permissions(&state, Permissions::from_mode(0o755));
        opened.map_err(failed("open", &state))?;
    }
    state.canonicalize().map_err(failed("open", &state))
}

/// Names this checkout, or the current directory outside of one. FNV-1a, because the hash of the
/// standard library may change with a new compiler, and the data would seem to be gone.
fn checkout_hash() -> Result<String, Error> {
    let here = env::current_dir().map_err(failed("find", "the current directory"))?;
    let mut parents = here.ancestors();
    let checkout = parents.find(|parent| parent.join(".git").exists());
    let bytes = checkout.unwrap_or(&here).as_os_str().as_bytes();
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Ok(format!("{hash:016x}"))
}

fn new_directory(parent: &Path) -> Result<TempDir, Error> {
    let made = TempDir::with_prefix_in("registry-", parent);
    made.map_err(failed("create a directory in", parent))
}

fn open_log(path: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.create(true).read(true).append(true).mode(0o600);
    options.open(path).map_err(failed("open", path))
}

/// Whoever runs the server holds the lock, and so does the server itself for as long as it still
/// stops; the kernel lets go of it when the last of them is gone.
fn lock(log: &File, base: &Path) -> Result<(), Error> {
    let deadline = Instant::now() + Duration::from_secs(10);
    while let Err(reason) = log.try_lock() {
        if let TryLockError::Error(error) = reason {
            return Err(failed("lock the log of", base)(error));
        } else if Instant::now() > deadline {
            return Err(Error(format!(
                "another registry is running on {}: stop it first, or set DATABASE_URL",
                base.display()
            )));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// After a crash of the machine, the number in the lock files may be that of some other program,
/// which PostgreSQL would take for a running server. A real one works inside its data directory.
fn forget_stale_pid(base: &Path) {
    let data = base.join("data");
    let file = data.join("postmaster.pid");
    let text = fs::read_to_string(&file).unwrap_or_default();
    let pid = text.lines().next().unwrap_or_default().trim();
    let at_work = fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| cwd == data);
    if Path::new("/proc/self").exists() && !at_work {
        // where they stay, PostgreSQL says so itself
        let _ = fs::remove_file(&file);
        let _ = fs::remove_file(base.join("s/.s.PGSQL.5432.lock"));
    }
}

fn failed(verb: &str, what: impl AsRef<OsStr>) -> impl FnOnce(io::Error) -> Error {
    let what = format!("cannot {verb} {}", what.as_ref().display());
    move |error| Error(format!("{what}: {error}"))
}

fn percent_encoded(text: &str) -> String {
    let encode = |byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}
