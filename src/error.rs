//! What can go wrong, by its meaning for the user. The words are in web/locales; nothing here may
//! carry personal data, because every error can end in a log or on a screen.

use std::fmt;
use std::path::Path;

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};
use secrecy::SecretString;

use crate::codes::codes;

/// What a function answers instead of a value.
#[derive(Debug)]
pub enum Error {
    /// Well formed but not acceptable: every fault at once, each with its field (422).
    Invalid(Vec<Fault>),
    /// Not readable as what the route expects (400, or the status given).
    Malformed(u16, Fault),
    /// No token, or one that no longer counts (401).
    Unauthenticated,
    /// The role may not do this anywhere (403).
    Forbidden,
    /// Not there, or not this person's to see (404).
    NotFound,
    /// The state of things forbids it; `code` says which (409).
    Conflict(Fault),
    /// A consent was given to a text that is no longer the current one (409).
    Superseded {
        /// The text to show instead, as the API gives it.
        current: serde_json::Value,
    },
    /// A legal hold keeps what was to be erased (409). The reason is for whom it concerns and may
    /// name somebody: it is said in the answer and shows in no log.
    Held(SecretString),
    /// If-Match names another version than the current one (412).
    Stale,
    /// Too many failures; wait so many seconds (429).
    TooMany(u64),
    /// The registry cannot answer now (503).
    Unavailable(Unavailable),
    /// PostgreSQL gave up this transaction of several that were in each other's way (503 where a
    /// second try fails too).
    Contended,
    /// The connection to PostgreSQL broke, or leads to a server that only reads now (503).
    Lost,
    /// A mistake of the operator, or of the machine they run: the text says what to do. Shown on
    /// the command line, in English; everybody else is told what they are told of a fault of the
    /// program (500).
    Operator(String),
    /// A fault of the program: the text goes to the log, never to a claimant or a lawyer (500).
    Internal(String),
}

codes! {
    /// Why the registry cannot answer now; `unavailable-<code>` in web/locales says it.
    Unavailable {
        /// All connections are in use.
        Busy = "busy",
        /// PostgreSQL does not answer.
        Database = "database",
        /// More passwords wait to be hashed than would be in time.
        Hashing = "hashing",
        /// A change is not in the published log yet.
        Unpublished = "unpublished",
        /// The firm's gateway did not take a message.
        Gateway = "gateway",
        /// The client of an export took nothing for too long, or went away.
        Aborted = "aborted",
        /// COMMIT was sent and no answer came: the change may have happened.
        OutcomeUnknown = "outcome-unknown",
    }
}

impl Unavailable {
    /// Seconds after which to try again.
    pub fn retry_after(self) -> u64 {
        match self {
            Self::Unpublished => 1,
            Self::Busy | Self::Database | Self::OutcomeUnknown => 2,
            Self::Hashing => 3,
            Self::Aborted => 5,
            Self::Gateway => 30,
        }
    }
}

/// One thing that is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path of the field in the request, such as `identity.phone`; empty where no field is meant.
    pub field: String,
    /// Key of the message: `fault-<code>` in web/locales.
    pub code: &'static str,
    /// What the message fills in; never what the user typed.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault of that field, described by `fault-<code>`.
    pub fn new(field: impl Into<String>, code: &'static str) -> Self {
        Self {
            field: field.into(),
            code,
            args: Vec::new(),
        }
    }

    /// The same fault with a value for the message to fill in.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl Error {
    /// One fault of one field.
    pub fn invalid(field: impl Into<String>, code: &'static str) -> Self {
        Self::Invalid(vec![Fault::new(field, code)])
    }

    /// Where nothing was found: a fault of the field that named it.
    #[must_use]
    pub fn or_absent(self, field: &str, code: &'static str) -> Self {
        if matches!(self, Self::NotFound) {
            Self::invalid(field, code)
        } else {
            self
        }
    }

    /// Something that a field of the request names is not there: 404 with that field.
    pub fn absent(field: impl Into<String>, code: &'static str) -> Self {
        Self::Malformed(404, Fault::new(field, code))
    }

    /// A state that forbids the request.
    pub fn conflict(code: &'static str) -> Self {
        Self::Conflict(Fault::new("", code))
    }

    /// A mistake of the operator, with what to do about it.
    pub fn operator(what: impl fmt::Display) -> Self {
        Self::Operator(what.to_string())
    }

    /// What is wrong with a file that the operator named.
    pub fn of_file<E: fmt::Display>(path: &Path) -> impl Fn(E) -> Self {
        move |error| Self::operator(format!("{}: {error}", path.display()))
    }

    /// A fault of the program, with what the log should say.
    pub fn internal(what: impl fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }
}

/// What a violated constraint means to the user. It is said at the statement that can violate it;
/// anywhere else the violation is a fault of the program.
pub trait OnConstraint<T> {
    fn on_constraint(self, names: &[&str], meaning: impl FnOnce() -> Error) -> Result<T, Error>;
}

impl<T> OnConstraint<T> for Result<T, DieselError> {
    fn on_constraint(self, names: &[&str], meaning: impl FnOnce() -> Error) -> Result<T, Error> {
        self.map_err(|error| match &error {
            DieselError::DatabaseError(_, info)
                if info
                    .constraint_name()
                    .is_some_and(|name| names.contains(&name)) =>
            {
                meaning()
            }
            _ => error.into(),
        })
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Invalid(vec![fault])
    }
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Self::NotFound,
            _ if lost(&error) => Self::Lost,
            _ if contended(&error) => Self::Contended,
            _ if given_up(&error) => {
                tracing::warn!(error = %describe(&error), "PostgreSQL gave a statement up");
                Self::Unavailable(Unavailable::Busy)
            }
            _ => Self::Internal(describe(&error)),
        }
    }
}

/// The server's own words without the row they are about: a constraint's detail line quotes values.
fn describe(error: &DieselError) -> String {
    match error {
        DieselError::DatabaseError(kind, info) => {
            format!(
                "database: {kind:?} {} {}",
                info.constraint_name().unwrap_or(""),
                info.message().lines().next().unwrap_or("")
            )
        }
        other => format!("database: {other}"),
    }
}

/// libpq tells a lost connection or a stopping server only in words. A false alarm costs one
/// reconnection.
fn lost(error: &DieselError) -> bool {
    use DatabaseErrorKind::{ClosedConnection, ReadOnlyTransaction, UnableToSendCommand};
    match error {
        DieselError::BrokenTransactionManager => true,
        DieselError::RollbackErrorOnCommit { commit_error, .. } => lost(commit_error),
        DieselError::DatabaseError(
            ClosedConnection | ReadOnlyTransaction | UnableToSendCommand,
            _,
        ) => true,
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, info) => says(
            &**info,
            &[
                "server closed the connection",
                "terminating connection",
                "no connection to the server",
                "the database system is",
                "could not receive data",
                "SSL",
            ],
        ),
        _ => false,
    }
}

/// PostgreSQL gave up one of several transactions that were in each other's way (40001, 40P01).
fn contended(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
        DieselError::RollbackErrorOnCommit { commit_error, .. } => contended(commit_error),
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, info) => {
            // in any language: who waits for whom, a line each, and a hint to look into the log
            let circle = info.details().is_some_and(|who| who.lines().count() >= 2)
                && info.hint().is_some()
                && info.table_name().is_none();
            circle || says(&**info, &["deadlock detected"])
        }
        _ => false,
    }
}

/// PostgreSQL gave a statement up because it took or waited too long, or because the machine has
/// no room for it (55P03, 57014, class 53). What it was about was undone.
fn given_up(error: &DieselError) -> bool {
    match error {
        DieselError::RollbackErrorOnCommit { commit_error, .. } => given_up(commit_error),
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, info) => {
            foreign(&**info)
                || says(
                    &**info,
                    &[
                        "canceling statement due to",
                        "could not obtain lock",
                        "No space left on device",
                        "out of memory",
                        "out of shared memory",
                        "remaining connection slots",
                        "too many clients already",
                    ],
                )
        }
        _ => false,
    }
}

fn says(info: &(dyn DatabaseErrorInformation + Send + Sync), words: &[&str]) -> bool {
    words.iter().any(|words| info.message().contains(words))
}

/// Diesel passes the SQLSTATE of few errors on, and a server may speak Korean where its operator
/// has not let the program choose (`lc_messages`). An error in another language that has no table,
/// no constraint and nothing in quotation marks is taken for one of those that pass: a fault of the
/// program names what it is about. Wrongly taken it is told as busy, and logged.
fn foreign(info: &(dyn DatabaseErrorInformation + Send + Sync)) -> bool {
    let message = info.message();
    !message.is_ascii()
        && !message.contains('"')
        && info.table_name().is_none()
        && info.constraint_name().is_none()
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    /// An error as PostgreSQL tells it: message, details, hint. All have a place in the statement:
    /// what waits for a table does so while it is read.
    struct Told(&'static str, Option<&'static str>, Option<&'static str>);

    impl DatabaseErrorInformation for Told {
        fn message(&self) -> &str {
            self.0
        }
        fn details(&self) -> Option<&str> {
            self.1
        }
        fn hint(&self) -> Option<&str> {
            self.2
        }
        fn table_name(&self) -> Option<&str> {
            None
        }
        fn column_name(&self) -> Option<&str> {
            None
        }
        fn constraint_name(&self) -> Option<&str> {
            None
        }
        fn statement_position(&self) -> Option<i32> {
            Some(15)
        }
    }

    /// Message, meaning; all without details and hint.
    const BARE: [(&str, &str); 9] = [
        ("canceling statement due to lock timeout", "busy"),
        ("canceling statement due to statement timeout", "busy"),
        ("잠금 대기 시간 초과로 작업을 취소합니다.", "busy"),
        (
            "storniere Anfrage wegen Zeitüberschreitung der Anfrage",
            "busy",
        ),
        (
            "could not extend file \"x\": No space left on device",
            "busy",
        ),
        (
            "terminating connection due to administrator command",
            "lost",
        ),
        ("permission denied for table claim", "internal"),
        ("\"claim\" 이름의 릴레이션(relation)이 없습니다", "internal"),
        ("invalid input syntax for type uuid: \"김하늘\"", "internal"),
    ];

    #[test]
    fn what_passes_is_told_from_what_is_wrong_in_whatever_language() {
        let waits = Some("100 프로세스가 지연되고 있음\n101 프로세스가 지연되고 있음");
        let look = Some("자세한 내용은 서버 로그를 살펴보십시오.");
        let bare = BARE.map(|(message, meaning)| (Told(message, None, None), meaning));
        let others = [
            (Told("deadlock detected", waits, look), "contended"),
            (Told("deadlock 발생했음", waits, look), "contended"),
        ];
        for (told, meaning) in bare.into_iter().chain(others) {
            let message = told.0;
            let error = DieselError::DatabaseError(DatabaseErrorKind::Unknown, Box::new(told));
            let found = match Error::from(error) {
                Error::Unavailable(Unavailable::Busy) => "busy",
                Error::Contended => "contended",
                Error::Lost => "lost",
                _ => "internal",
            };
            assert_eq!(found, meaning, "{message}");
        }
    }
}
