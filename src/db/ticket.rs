//! What opens a transaction: who asks, which roles may, and the request's own id.

use uuid::Uuid;

use crate::action::Action;
use crate::ids::{AccountId, SessionId};
use crate::origin::Origin;
use crate::role::Role;

/// Who acts in a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody has signed in.
    Anonymous,
    /// Somebody has signed in.
    Account {
        account: AccountId,
        /// Its role at this moment.
        role: Role,
        /// The session that was used.
        session: SessionId,
    },
    Operator,
    /// The program by itself.
    Program,
}

impl Who {
    /// The context of a change: actor, role, action and request, as the capture trigger reads it.
    pub(super) fn context(&self, action: Action, request: Uuid) -> String {
        let (actor, role) = match self {
            Self::Anonymous => (String::new(), "anonymous"),
            Self::Account { account, role, .. } => (account.to_string(), role.as_str()),
            Self::Operator => ("cli".into(), "operator"),
            Self::Program => ("program".into(), "program"),
        };
        format!("{actor}|{role}|{}|{request}", action.as_str())
    }
}

/// Whom a request claims to come from, before the database has confirmed it.
#[derive(Clone, Copy)]
pub enum Credential {
    /// A session named by a valid token.
    Session(SessionId),
    /// Anything else.
    Other(Who),
}

/// What opens a transaction: who asks, which roles may, and the request's own id and origin.
#[derive(Clone)]
pub struct Ticket {
    /// Whom the request claims to come from.
    pub credential: Credential,
    /// Roles that may; `None` where nobody needs to have signed in.
    pub roles: Option<&'static [Role]>,
    /// Made by the server for each request; stands in every entry it causes.
    pub request: Uuid,
    /// Where the request came from.
    pub origin: Origin,
}

impl Ticket {
    pub fn operator() -> Self {
        Self::own(Who::Operator)
    }

    /// For what the program does by itself.
    pub fn program() -> Self {
        Self::own(Who::Program)
    }

    fn own(who: Who) -> Self {
        Self {
            credential: Credential::Other(who),
            roles: None,
            request: Uuid::now_v7(),
            origin: Origin::default(),
        }
    }
}
