//! Registration, the own account, passwords.

use actix_web::HttpResponse;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::change_password::{self, PasswordChange};
use crate::accounts::password_reset::{self, Reset};
use crate::accounts::registration::{self, Registration};
use crate::accounts::{self, Account};
use crate::action::Action;
use crate::db::Write;
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::session::Call;
use crate::input::Email;

/// Asks for an account: the answer is the same for every address, the rest is in the mail.
#[utoipa::path(post, path = "/api/v1/accounts", tag = "accounts", request_body = Registration,
    responses((status = 202, description = "A mail with a link is on its way")))]
pub async fn request(call: Call, input: Input<Registration, 16>) -> Answer {
    let app = &call.app;
    registration::request(
        &app.db,
        &call.ticket,
        &app.hashing,
        input.value,
        call.language,
    )
    .await?;
    Ok(HttpResponse::Accepted().finish())
}

/// The secret of a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// From the mail.
    token: String,
}

/// Makes the account that a link stands for.
#[utoipa::path(post, path = "/api/v1/accounts/confirmations", tag = "accounts", request_body = Confirmation,
    responses((status = 201, description = "The account exists; sign in")))]
pub async fn confirm(call: Call, input: Input<Confirmation, 16>) -> Answer {
    call.change(input.digest, move |w| {
        registration::confirm(w, &input.value.token)?;
        Ok(created("/api/v1/account".into()))
    })
    .await
}

/// Who forgot the password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetRequest {
    /// E-mail address; the link goes there.
    email: String,
}

/// Asks for a link to set a new password: the answer is the same for every address.
#[utoipa::path(post, path = "/api/v1/password-resets", tag = "accounts", request_body = ResetRequest,
    responses((status = 202, description = "A mail is on its way")))]
pub async fn request_reset(call: Call, input: Input<ResetRequest, 16>) -> Answer {
    let email = Email::parse("email", &input.value.email)?;
    let language = call.language;
    let request = move |w: &mut Write| password_reset::request(w, &email, language);
    call.app
        .db
        .write(&call.ticket, Action::AccountRequest, request)
        .await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Sets the password of the account that a link stands for, and ends its sessions.
#[utoipa::path(post, path = "/api/v1/password-resets/confirmations", tag = "accounts", request_body = Reset,
    responses((status = 204, description = "The new password counts")))]
pub async fn reset(call: Call, input: Input<Reset, 16>) -> Answer {
    let hash = password_reset::prepare(&call.app.hashing, &input.value).await?;
    call.change(input.digest, move |w| {
        password_reset::reset(w, &input.value, &hash)?;
        Ok(done())
    })
    .await
}

/// The account of the caller.
#[utoipa::path(get, path = "/api/v1/account", tag = "accounts", responses((status = 200, body = Account)))]
pub async fn own(call: Call) -> Answer {
    call.read(accounts::own).await
}

/// Changes the password and ends every other session.
#[utoipa::path(put, path = "/api/v1/account/password", tag = "accounts", request_body = PasswordChange,
    responses((status = 204, description = "The new password counts; other sessions ended")))]
pub async fn change_password(call: Call, input: Input<PasswordChange, 16>) -> Answer {
    // a repetition no longer knows the current password
    if let Some(answer) = call.repeated(input.digest).await? {
        return Ok(answer);
    }
    let app = &call.app;
    let new = change_password::prepare(&app.db, &call.ticket, &app.hashing, input.value).await?;
    call.change(input.digest, move |w| {
        change_password::change(w, &new)?;
        Ok(done())
    })
    .await
}
