//! Registration, the own account, passwords.

use actix_web::HttpResponse;

use crate::accounts::change_password::{self, PasswordChange};
use crate::accounts::links::{self, Followed, Purpose};
use crate::accounts::password_reset::{self, ResetRequest};
use crate::accounts::registration::{self, Confirmation, Registration};
use crate::accounts::{self, Account};
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::session::Call;

/// Asks for an account: the answer is the same for every address, the rest is in the mail.
#[utoipa::path(post, path = "/api/v1/accounts", tag = "accounts", request_body = Registration,
    responses((status = 202, description = "If the address had not had enough, a mail is on its way")))]
pub async fn request(call: Call, input: Input<Registration, 16>) -> Answer {
    let (app, ticket, language) = (&call.app, &call.ticket, call.language);
    registration::request(&app.db, ticket, &app.limits, &input.value, language).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Makes the account of whoever shows the link that was mailed, or the address with the code, with
/// the password that they chose.
#[utoipa::path(post, path = "/api/v1/accounts/confirmations", tag = "accounts", request_body = Confirmation,
    responses((status = 201, description = "The account exists; sign in")))]
pub async fn confirm(call: Call, input: Input<Confirmation, 16>) -> Answer {
    // a repetition no longer finds the link
    if let Some(answer) = call.repeated(input.digest).await? {
        return Ok(answer);
    }
    let (app, typed) = (&call.app, &input.value);
    let confirmed =
        registration::choose(&app.db, &call.ticket, &app.limits, &app.hashing, typed).await?;
    call.change(input.digest, move |w| {
        registration::confirm(w, &confirmed)?;
        Ok(created("/api/v1/account".into()))
    })
    .await
}

/// Asks for a link to set a new password: the answer is the same for every address.
#[utoipa::path(post, path = "/api/v1/password-resets", tag = "accounts", request_body = ResetRequest,
    responses((status = 202, description = "If the address had not had enough, a mail is on its way")))]
pub async fn request_reset(call: Call, input: Input<ResetRequest, 16>) -> Answer {
    let (app, ticket, language) = (&call.app, &call.ticket, call.language);
    password_reset::request(&app.db, ticket, &app.limits, &input.value, language).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Sets the password of the account that a link stands for, and ends its sessions. Every other link
/// of the account is void.
#[utoipa::path(post, path = "/api/v1/password-resets/confirmations", tag = "accounts", request_body = Followed,
    responses((status = 204, description = "The new password counts")))]
pub async fn reset(call: Call, input: Input<Followed, 16>) -> Answer {
    if let Some(answer) = call.repeated(input.digest).await? {
        return Ok(answer);
    }
    let (app, typed) = (&call.app, input.value);
    let hash = links::choose(
        &app.db,
        &call.ticket,
        &app.limits,
        &app.hashing,
        Purpose::PasswordReset,
        &typed,
    )
    .await?;
    call.change(input.digest, move |w| {
        password_reset::reset(w, &typed.token, &hash)?;
        Ok(done())
    })
    .await
}

/// The account of the caller.
#[utoipa::path(get, path = "/api/v1/account", tag = "accounts", responses((status = 200, body = Account)))]
pub async fn own(call: Call) -> Answer {
    call.read(accounts::own).await
}

/// Changes the password and ends every other session; links to set one are void.
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
