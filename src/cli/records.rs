//! Commands that keep records: accounts, cases, the demonstration.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Subcommand};

use crate::accounts::staff::{self, NewStaff};
use crate::accounts::{self, State, password};
use crate::action::Action;
use crate::cases;
use crate::cases::definition::{Definition, Revision};
use crate::claims;
use crate::cli::{open, out};
use crate::config::{self, DatabaseSettings, KeySettings};
use crate::db::wake::Wake;
use crate::db::{Db, IdleLimits, Ticket};
use crate::demo::{self, DemoAccount};
use crate::error::{Error, Fault};
use crate::files;
use crate::input::{self, Email, PersonName};
use crate::role::Role;
use crate::text::{self, Language, say};
use crate::vault::KeyRing;

/// What these commands open: the database and the keys.
#[derive(Args)]
pub struct Records {
    #[command(flatten)]
    pub(super) database: DatabaseSettings,
    #[command(flatten)]
    keys: KeySettings,
}

#[derive(Subcommand)]
pub enum AccountCommand {
    /// Make a staff account and print its generated password
    Create {
        /// What it may do: paralegal, lawyer, auditor or administrator
        #[arg(long, value_parser = staff_role)]
        role: Role,
        /// E-mail address to sign in with
        #[arg(long)]
        email: String,
        /// Name that claimants see
        #[arg(long)]
        name: String,
    },
    /// List staff accounts
    List,
    /// Print a one-time token with which the owner of a staff account chooses a new password
    ResetLink {
        /// Its e-mail address
        email: String,
    },
    /// Disable a staff account; its sessions count no longer
    Disable {
        /// Its e-mail address
        email: String,
    },
    /// Enable a disabled staff account
    Enable {
        /// Its e-mail address
        email: String,
    },
}

#[derive(Subcommand)]
pub enum CaseCommand {
    /// Set up a case from a file; docs/operating.md explains its form
    Create {
        /// The case file, in TOML
        file: PathBuf,
    },
    /// List the cases
    List,
    /// Assign a staff account to a case
    Assign {
        /// Code of the case
        case: String,
        /// E-mail address of the account
        email: String,
    },
    /// Take a staff account off a case
    Unassign {
        /// Code of the case
        case: String,
        /// E-mail address of the account
        email: String,
    },
    /// Publish a new version of a consent text; answers to the old one are refused from then on
    Revise {
        /// Code of the case
        case: String,
        /// Code of the item, such as mandate
        item: String,
        /// File with the Korean text
        #[arg(long)]
        ko: PathBuf,
        /// File with the English text
        #[arg(long)]
        en: PathBuf,
        /// What counsel decided about those who signed before: their signatures suffice, or they sign again
        #[arg(long, value_name = "suffice|renew")]
        earlier: Earlier,
        /// Why counsel decided so; it stands in the log
        #[arg(long)]
        reason: String,
    },
}

/// What becomes of signatures under the text before.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Earlier {
    Suffice,
    Renew,
}

fn staff_role(typed: &str) -> Result<Role, String> {
    let role = typed.parse().ok().filter(|role: &Role| role.is_staff());
    role.ok_or_else(|| text::fault(Language::English, &Fault::new("role", "staff-role")))
}

impl Records {
    /// Where the database is.
    pub(super) fn database(&self) -> &DatabaseSettings {
        &self.database
    }

    /// The keys that sign the log, as they are now.
    pub(super) fn log_key(&self) -> Result<KeyRing, Error> {
        Ok(self.keys.load().map_err(Error::operator)?.log)
    }

    /// The file that they lie in.
    pub(super) fn log_key_file(&self) -> Option<&Path> {
        self.keys.log_key_file.as_deref()
    }

    pub(super) fn open(&self) -> Result<Db, Error> {
        // nobody signs in on the command line
        let never = Duration::from_secs(0);
        open(
            &self.database,
            &self.keys,
            IdleLimits {
                claimant: never,
                staff: never,
            },
            Wake::pair().0,
        )
    }
}

pub(super) fn find(r: &mut crate::db::Read, email: &str) -> Result<crate::ids::AccountId, Error> {
    let email = Email::parse("email", email)?;
    accounts::find(r, &email)?.ok_or_else(|| Error::invalid("email", "no-account"))
}

/// The case of that code.
fn case_id(r: &mut crate::db::Read, field: &str, code: &str) -> Result<crate::ids::CaseId, Error> {
    cases::id(r, code).map_err(|error| error.or_absent(field, "no-case"))
}

fn read(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(Error::of_file(path))?;
    let save = |_| Error::of_file(path)("this is not UTF-8; save the file as UTF-8");
    String::from_utf8(bytes).map_err(save)
}

pub fn account(records: &Records, command: AccountCommand) -> Result<(), Error> {
    let (db, ticket) = (records.open()?, Ticket::operator());
    let set_state = |email: String, state| {
        db.write_now(&ticket, Action::AccountState, |w| {
            let id = find(w, &email)?;
            staff::set_state(w, id, state).map_err(|error| error.or_absent("email", "no-account"))
        })?;
        out::told(
            "told-account",
            &[("email", email), ("state", state.as_str().into())],
        )
    };
    match command {
        AccountCommand::Create { role, email, name } => {
            let password = demo::generated_password();
            let hash = password::hash_now(&password::normalise(&password))?;
            let new = NewStaff { email, name, role };
            db.write_now(&ticket, Action::AccountCreate, |w| {
                let (_, email) = staff::create(w, &new, Some(&hash))?;
                // before the commit: nobody could sign in to an account whose password was not seen
                out::once(format_args!("{} {password}", email.as_str()))
            })
        }
        AccountCommand::ResetLink { email } => db.write_now(&ticket, Action::AccountLink, |w| {
            let id = find(w, &email)?;
            let token =
                staff::reset_link(w, id).map_err(|error| error.or_absent("email", "no-account"))?;
            let values = [("email", email.clone()), ("token", token)];
            out::once(say(config::operators_language(), "reset-link", &values))
        }),
        AccountCommand::List => {
            for account in db.read_now(&ticket, staff::list)? {
                out::line(format_args!(
                    "{}  {:13}  {:8}  {}  {}",
                    account.id,
                    account.role.as_str(),
                    account.state.as_str(),
                    account.address(),
                    account.name.as_ref().map_or("", PersonName::as_str)
                ))?;
            }
            Ok(())
        }
        AccountCommand::Disable { email } => set_state(email, State::Disabled),
        AccountCommand::Enable { email } => set_state(email, State::Active),
    }
}

/// Sets a case up, and says what in its file is likely to be a mistake.
fn create(db: &Db, ticket: &Ticket, file: &Path) -> Result<(), Error> {
    let definition = Definition::parse(&read(file)?)
        .map_err(|fault| Error::operator(format!("{}: {fault}", file.display())))?;
    let id = db.write_now(ticket, Action::CaseCreate, |w| definition.create(w))?;
    for fault in definition.warnings(chrono::Utc::now()) {
        let words = text::fault(Language::English, &fault);
        out::line(format_args!("warning: {}: {words}", fault.field))?;
    }
    out::told(
        "told-case",
        &[("code", definition.code), ("id", id.to_string())],
    )
}

pub fn case(records: &Records, command: CaseCommand) -> Result<(), Error> {
    let (db, ticket) = (records.open()?, Ticket::operator());
    match command {
        CaseCommand::Create { file } => create(&db, &ticket, &file)?,
        CaseCommand::List => {
            for case in db.read_now(&ticket, cases::list)? {
                out::line(format_args!(
                    "{}  {}  {}  joining until {}",
                    case.id,
                    case.code,
                    case.title.en,
                    case.intake_closes
                        .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
                ))?;
            }
        }
        CaseCommand::Assign { case, email } => {
            db.write_now(&ticket, Action::CaseStaff, |w| {
                let id = case_id(w, "case", &case)?;
                let account = find(w, &email)?;
                cases::assign(w, id, account)
                    .map_err(|error| error.or_absent("email", "no-account"))
            })?;
            out::told("told-assigned", &[("email", email), ("code", case)])?;
        }
        CaseCommand::Unassign { case, email } => {
            db.write_now(&ticket, Action::CaseStaff, |w| {
                let id = case_id(w, "case", &case)?;
                let account = find(w, &email)?;
                cases::unassign(w, id, account)
                    .map_err(|error| error.or_absent("email", "not-of-staff"))
            })?;
            out::told("told-unassigned", &[("email", email), ("code", case)])?;
        }
        CaseCommand::Revise {
            case,
            item,
            ko,
            en,
            earlier,
            reason,
        } => {
            let (ko, en) = (read(&ko)?, read(&en)?);
            let revision = Revision {
                earlier_suffice: earlier == Earlier::Suffice,
                reason: input::reason("reason", &reason, false)
                    .map_err(|fault| Error::Invalid(vec![fault]))?,
            };
            let version = db.write_now(&ticket, Action::CaseText, |w| {
                let id = case_id(w, "case", &case)?;
                claims::told::revise(w, id, &item, &ko, &en, &revision)
                    .map_err(|error| error.or_absent("item", "not-of-case"))
            })?;
            out::told(
                "told-version",
                &[("item", item), ("version", version.to_string())],
            )?;
        }
    }
    Ok(())
}

pub fn demo(records: &Records, accounts: &Path) -> Result<(), Error> {
    // unlike elsewhere on the command line, people sign in: those of the demonstration
    let hour = Duration::from_secs(3600);
    let db = open(
        &records.database,
        &records.keys,
        IdleLimits {
            claimant: hour,
            staff: hour,
        },
        Wake::pair().0,
    )?;
    load_demo(&db, accounts)
}

/// Loads of the demonstration what is missing, keeps its passwords in the file, and prints them.
pub fn load_demo(db: &Db, file: &Path) -> Result<(), Error> {
    let keep = |accounts: &[DemoAccount]| {
        let line = |account: &DemoAccount| {
            format!(
                "{:13}  {}  {}\n",
                account.role.as_str(),
                account.email,
                account.password
            )
        };
        let lines: String = accounts.iter().map(line).collect();
        files::write_private(file, &lines)
            .map_err(|e| Error::operator(format!("{}: {e}", file.display())))
    };
    demo::load(db, &keep, &|done, all| {
        if done % 100 == 0 || done == all {
            // what cannot be told here is told by the last line
            let _ = out::line(format_args!("loaded {done} of {all} synthetic claims"));
        }
    })?;
    match std::fs::read_to_string(file) {
        Ok(lines) => out::line(format_args!(
            "accounts of the demonstration ({}):\n{lines}",
            file.display()
        )),
        Err(_) => {
            out::line("the demonstration was loaded before; its passwords were written elsewhere")
        }
    }
}
