//! Staff accounts, for administrators.

use actix_web::web;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::staff::{self, NewStaff};
use crate::accounts::{Account, State};
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::session::Call;
use crate::ids::AccountId;
use crate::role::Role;

/// Makes a staff account.
#[utoipa::path(post, path = "/api/v1/staff", tag = "staff", request_body = NewStaff, responses((status = 201)))]
pub async fn create(call: Call, input: Input<NewStaff>) -> Answer {
    let language = call.language;
    call.change(input.digest, move |w| {
        let id = staff::invite(w, &input.value, language)?;
        Ok(created(format!("/api/v1/staff/{id}")))
    })
    .await
}

/// All staff accounts.
#[utoipa::path(get, path = "/api/v1/staff", tag = "staff", responses((status = 200, body = Vec<Account>)))]
pub async fn list(call: Call) -> Answer {
    call.read(staff::list).await
}

/// A state to set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewState {
    /// The state.
    state: State,
}

/// Enables or disables a staff account; its sessions count no longer at once.
#[utoipa::path(put, path = "/api/v1/staff/{account}/state", tag = "staff", request_body = NewState, params(("account" = AccountId, Path)), responses((status = 204)))]
pub async fn set_state(
    call: Call,
    account: web::Path<AccountId>,
    input: Input<NewState>,
) -> Answer {
    call.change(input.digest, move |w| {
        staff::set_state(w, *account, input.value.state).map(|()| done())
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
#[utoipa::path(put, path = "/api/v1/staff/{account}/role", tag = "staff", request_body = NewRole, params(("account" = AccountId, Path)), responses((status = 204)))]
pub async fn set_role(call: Call, account: web::Path<AccountId>, input: Input<NewRole>) -> Answer {
    call.change(input.digest, move |w| {
        staff::set_role(w, *account, input.value.role).map(|()| done())
    })
    .await
}
