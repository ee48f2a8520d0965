//! What one row of the table of routes says, and how a request finds its row.

use actix_web::HttpRequest;
use actix_web::http::Method;

use crate::action::Action;
use crate::role::Role;

/// A path, who may call it, and what it leaves behind.
pub struct Route {
    pub face: Face,
    pub method: Method,
    /// Pattern as actix reads it.
    pub path: String,
    /// Roles that may call it; `None` is everybody.
    pub roles: Option<&'static [Role]>,
    pub audited: Audited,
    pub repeat: Repeat,
    /// Whether everybody may call it where the registry publishes its entries.
    pub of_entries: bool,
    pub to: fn() -> actix_web::Route,
}

/// For whom a route is made, which decides who is believed to call it and how errors look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Programs: a bearer token, an Idempotency-Key in the header, problem documents.
    Api,
    /// People: a cookie, a form with its key, pages.
    Page,
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
    /// It would make a second thing: an Idempotency-Key is demanded, which each form brings along.
    Creates,
}

/// A row of the table, before it has its path and its handler.
pub struct Row {
    roles: Option<&'static [Role]>,
    audited: Audited,
    repeat: Repeat,
    tail: bool,
    of_entries: bool,
}

const fn row(roles: Option<&'static [Role]>, audited: Audited, repeat: Repeat) -> Row {
    Row {
        roles,
        audited,
        repeat,
        tail: false,
        of_entries: false,
    }
}

/// It reads.
pub const fn read(roles: Option<&'static [Role]>) -> Row {
    row(roles, Audited::Nothing, Repeat::Harmless)
}

/// It changes what is there.
pub const fn change(roles: Option<&'static [Role]>, action: Action) -> Row {
    row(roles, Audited::Entry(action), Repeat::Harmless)
}

/// It makes something.
pub const fn create(roles: Option<&'static [Role]>, action: Action) -> Row {
    row(roles, Audited::Entry(action), Repeat::Creates)
}

/// It writes to exempt tables only; the reason why that is right.
pub const fn exempt(roles: Option<&'static [Role]>, action: Action, why: &'static str) -> Row {
    row(roles, Audited::Exempt(action, why), Repeat::Harmless)
}

impl Row {
    /// The last part of the path may hold slashes.
    pub const fn tail(mut self) -> Self {
        self.tail = true;
        self
    }

    /// It gives entries away.
    pub const fn of_entries(mut self) -> Self {
        self.of_entries = true;
        self
    }

    /// The route of a handler, with the method and the path of its description.
    pub fn of<P: utoipa::Path>(self, to: fn() -> actix_web::Route) -> Route {
        let mut path = P::path();
        if self.tail {
            path.truncate(path.len() - 1);
            path.push_str(":.*}");
        }
        self.with(Face::Api, method(&P::methods()[0]), path, to)
    }

    /// The route of a page.
    pub fn page(self, method: Method, path: &str, to: fn() -> actix_web::Route) -> Route {
        self.with(Face::Page, method, path.into(), to)
    }

    fn with(self, face: Face, method: Method, path: String, to: fn() -> actix_web::Route) -> Route {
        Route {
            face,
            method,
            path,
            roles: self.roles,
            audited: self.audited,
            repeat: self.repeat,
            of_entries: self.of_entries,
            to,
        }
    }
}

fn method(described: &utoipa::openapi::HttpMethod) -> Method {
    use utoipa::openapi::HttpMethod;
    match described {
        HttpMethod::Get => Method::GET,
        HttpMethod::Post => Method::POST,
        HttpMethod::Put => Method::PUT,
        HttpMethod::Delete => Method::DELETE,
        HttpMethod::Options => Method::OPTIONS,
        HttpMethod::Head => Method::HEAD,
        HttpMethod::Patch => Method::PATCH,
        HttpMethod::Trace => Method::TRACE,
    }
}

/// The rows of one path; its resource carries them, so that no handler needs the table that names
/// it.
#[derive(Clone)]
pub struct OfPath(pub Vec<&'static Route>);

impl OfPath {
    /// What the header Allow says: whatever takes GET takes HEAD.
    pub fn allowed(&self) -> String {
        let mut allowed: Vec<&str> = self.0.iter().map(|route| route.method.as_str()).collect();
        if allowed.contains(&"GET") {
            allowed.push("HEAD");
        }
        allowed.join(", ")
    }
}

/// The row of a request: its path's, for its method.
pub fn of(request: &HttpRequest) -> Option<&'static Route> {
    let rows: &OfPath = request.app_data()?;
    rows.0
        .iter()
        .copied()
        .find(|route| route.method == *request.method())
}
