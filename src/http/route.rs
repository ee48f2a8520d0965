//! What one row of the table of routes says, and how a request finds its row.

use actix_web::HttpRequest;
use actix_web::http::Method;

use crate::action::Action;
use crate::role::Role;

/// A path, who may call it, and what it leaves behind.
pub struct Route {
    /// HTTP method.
    pub method: Method,
    /// Path pattern.
    pub path: &'static str,
    /// Roles that may call it; `None` is everybody.
    pub roles: Option<&'static [Role]>,
    /// What a successful call leaves in the log.
    pub audited: Audited,
    /// Whether a repeat is harmless.
    pub repeat: Repeat,
    /// The handler.
    pub to: fn() -> actix_web::Route,
}

/// What a successful call leaves in the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audited {
    /// It reads.
    Nothing,
    /// At least one entry of this action.
    Entry(Action),
    /// It writes, under this action, to exempt tables only; the reason why that is right.
    Exempt(Action, &'static str),
}

/// What happens when a client sends the same request again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Nothing that the first did not do; an Idempotency-Key is accepted.
    Harmless,
    /// It would make a second thing: an Idempotency-Key is demanded.
    Creates,
}

/// Bundles of entries: for everybody where the registry publishes them.
pub const BUNDLES: &str = "/log/tile/entries/{tile:.*}";

/// The rows of one path; its resource carries them, so that no handler needs the table that names it.
#[derive(Clone)]
pub struct OfPath(pub Vec<&'static Route>);

/// The row of a request: its path's, for its method.
pub fn of(request: &HttpRequest) -> Option<&'static Route> {
    let rows: &OfPath = request.app_data()?;
    rows.0
        .iter()
        .copied()
        .find(|route| route.method == *request.method())
}
