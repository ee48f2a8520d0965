//! Staff accounts, for administrators.

use actix_web::web;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::staff::{self, NewStaff};
use crate::accounts::{Account, State};
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::once::no_body;
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

/// Enables or disables a staff account; its sessions end at once, and enabling it revives none.
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

/// Gives a staff account another role; its sessions end, and the next has the new rights.
#[utoipa::path(put, path = "/api/v1/staff/{account}/role", tag = "staff", request_body = NewRole, params(("account" = AccountId, Path)), responses((status = 204)))]
pub async fn set_role(call: Call, account: web::Path<AccountId>, input: Input<NewRole>) -> Answer {
    call.change(input.digest, move |w| {
        staff::set_role(w, *account, input.value.role).map(|()| done())
    })
    .await
}

/// Ends every session of a staff account, such as that of a device that was lost.
#[utoipa::path(delete, path = "/api/v1/staff/{account}/sessions", tag = "staff", params(("account" = AccountId, Path)), responses((status = 204)))]
pub async fn end_sessions(call: Call, account: web::Path<AccountId>) -> Answer {
    call.change(no_body(), move |w| {
        staff::end_sessions(w, *account).map(|()| done())
    })
    .await
}
