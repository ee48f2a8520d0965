//! Where somebody who signed in begins.

use crate::http::pages::browser::Shown;
use crate::http::pages::visit::{Visit, go};
use crate::role::Role;

/// The first page of a role.
pub const fn of(role: Role) -> &'static str {
    match role {
        Role::Claimant => "/claims",
        Role::Paralegal | Role::Lawyer => "/staff",
        Role::Auditor => "/audit",
        Role::Administrator => "/administration",
    }
}

pub async fn show(visit: Visit) -> Shown {
    let (reader, ()) = visit.look(|_| Ok(())).await?;
    Ok(go(reader.map_or("/", |reader| of(reader.role))).finish())
}
