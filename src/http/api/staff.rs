//! Staff accounts, for administrators.

use actix_web::web;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::{self, Account, State, links};
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::session::Call;
use crate::ids::AccountId;
use crate::input::{self, Faults};
use crate::role::Role;

/// A member of staff to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    /// E-mail address; an invitation to choose a password goes there.
    email: String,
    /// The name that claimants see.
    name: String,
    /// What they may do; not claimant.
    role: Role,
}

/// Makes a staff account.
#[utoipa::path(post, path = "/api/v1/staff", tag = "staff", request_body = NewStaff, params(("Idempotency-Key" = String, Header)), security(("session" = [])),
    responses((status = 201), (status = 409, body = crate::http::failure::Problem), (status = 422, body = crate::http::failure::Problem)))]
pub async fn create(call: Call, input: Input<NewStaff>) -> Answer {
    let language = call.language;
    call.change(input.digest, move |w| {
        let mut faults = Faults::default();
        let email = faults.take(input::email("email", &input.value.email));
        let name = faults.take(input::line("name", &input.value.name, 100));
        faults.demand(input.value.role.is_staff(), "role", "staff-role");
        faults.finish()?;
        let (email, name) = (email.unwrap_or_default(), name.unwrap_or_default());
        let id = accounts::create(w, input.value.role, &email, Some(&name), None)?;
        links::invite(w, &email, language)?;
        Ok(created(format!("/api/v1/staff/{id}")))
    })
    .await
}

/// All staff accounts.
#[utoipa::path(get, path = "/api/v1/staff", tag = "staff", security(("session" = [])), responses((status = 200, body = Vec<Account>)))]
pub async fn list(call: Call) -> Answer {
    call.read(accounts::staff).await
}

/// A state to set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewState {
    /// The state.
    state: State,
}

/// Enables or disables a staff account; its sessions count no longer at once.
#[utoipa::path(put, path = "/api/v1/staff/{account}/state", tag = "staff", request_body = NewState, params(("account" = AccountId, Path)),
    security(("session" = [])), responses((status = 204), (status = 404, body = crate::http::failure::Problem)))]
pub async fn set_state(
    call: Call,
    account: web::Path<AccountId>,
    input: Input<NewState>,
) -> Answer {
    call.change(input.digest, move |w| {
        accounts::set_state(w, *account, input.value.state).map(|()| done())
    })
    .await
}

/// A role to set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRole {
    /// The role; not claimant.
    role: Role,
}

/// Gives a staff account another role, from its next request on.
#[utoipa::path(put, path = "/api/v1/staff/{account}/role", tag = "staff", request_body = NewRole, params(("account" = AccountId, Path)),
    security(("session" = [])), responses((status = 204), (status = 404, body = crate::http::failure::Problem), (status = 422, body = crate::http::failure::Problem)))]
pub async fn set_role(call: Call, account: web::Path<AccountId>, input: Input<NewRole>) -> Answer {
    call.change(input.digest, move |w| {
        accounts::set_role(w, *account, input.value.role).map(|()| done())
    })
    .await
}
