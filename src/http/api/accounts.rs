//! Registration, the own account, passwords.

use actix_web::HttpResponse;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::{self, Account, links, password, sessions};
use crate::action::Action;
use crate::db::Write;
use crate::error::Error;
use crate::http::api::answer::{Answer, created, done};
use crate::http::api::json::Input;
use crate::http::session::Call;
use crate::input::{self, Faults};
use crate::role::Role;

/// Who registers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// E-mail address; the link goes there.
    email: String,
    /// At least 8 characters, not guessable.
    password: String,
}

/// Asks for an account: the answer is the same for every address, the rest is in the mail.
#[utoipa::path(post, path = "/api/v1/accounts", tag = "accounts", request_body = Registration,
    responses((status = 202, description = "A mail with a link is on its way")))]
pub async fn request(call: Call, input: Input<Registration, 16>) -> Answer {
    let mut faults = Faults::default();
    let email = faults.take(input::email("email", &input.value.email));
    let password = faults.take(
        call.app
            .hashing
            .accept("password", input.value.password, false, input.value.email)
            .await?,
    );
    faults.finish()?;
    let (Some(email), Some(password)) = (email, password) else {
        return Err(Error::internal("a fault was not reported"));
    };
    let hash = call.app.hashing.hash(password).await?;
    let language = call.language;
    call.app
        .db
        .write(&call.ticket, Action::AccountRequest, move |w| {
            links::request_account(w, &email, &hash, language)
        })
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
    responses((status = 201, description = "The account exists; sign in"), (status = 422, body = crate::http::failure::Problem)))]
pub async fn confirm(call: Call, input: Input<Confirmation, 16>) -> Answer {
    call.change(input.digest, move |w| {
        links::confirm_account(w, &input.value.token)?;
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
    let email =
        input::email("email", &input.value.email).map_err(|fault| Error::Invalid(vec![fault]))?;
    let language = call.language;
    call.app
        .db
        .write(&call.ticket, Action::AccountRequest, move |w| {
            links::request_reset(w, &email, language)
        })
        .await?;
    Ok(HttpResponse::Accepted().finish())
}

/// A new password by link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reset {
    /// From the mail.
    token: String,
    /// At least 8 characters, 12 for staff, not guessable.
    password: String,
}

/// Sets the password of the account that a link stands for, and ends its sessions.
#[utoipa::path(post, path = "/api/v1/password-resets/confirmations", tag = "accounts", request_body = Reset,
    responses((status = 204, description = "The new password counts"), (status = 422, body = crate::http::failure::Problem)))]
pub async fn reset(call: Call, input: Input<Reset, 16>) -> Answer {
    let typed = input.value.password;
    let password = call
        .app
        .hashing
        .accept("password", typed.clone(), false, String::new())
        .await?
        .map_err(|fault| Error::Invalid(vec![fault]))?;
    let hash = call.app.hashing.hash(password).await?;
    call.change(input.digest, move |w| {
        let check = |role: Role, email: &str| {
            password::acceptable("password", &typed, role.is_staff(), &[email])
                .map(drop)
                .map_err(|fault| Error::Invalid(vec![fault]))
        };
        links::reset(w, &input.value.token, &hash, check)?;
        Ok(done())
    })
    .await
}

/// The account that asks.
#[utoipa::path(get, path = "/api/v1/account", tag = "accounts", security(("session" = [])), responses((status = 200, body = Account)))]
pub async fn own(call: Call) -> Answer {
    call.read(accounts::own).await
}

/// A new password for the account that asks.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password until now.
    current: String,
    /// At least 8 characters, 12 for staff, not guessable.
    new: String,
}

/// Changes the password and ends every other session.
#[utoipa::path(put, path = "/api/v1/account/password", tag = "accounts", request_body = PasswordChange, security(("session" = [])),
    responses((status = 204, description = "The new password counts; other sessions ended"), (status = 422, body = crate::http::failure::Problem)))]
pub async fn change_password(call: Call, input: Input<PasswordChange, 16>) -> Answer {
    // a repetition no longer knows the current password
    if let Some(answer) = call.repeated(input.digest).await? {
        return Ok(answer);
    }
    let PasswordChange { current, new } = input.value;
    let (email, id, stored) = call
        .app
        .db
        .write(&call.ticket, Action::SessionBegin, sessions::attempt_own)
        .await?;
    let role = call.app.db.read(&call.ticket, accounts::own).await?.role;
    let mut faults = Faults::default();
    let right = verify(&call, &email, &current, Some(stored)).await?;
    faults.demand(right, "current", "password-wrong");
    if right {
        // whoever knows the password has not guessed, whatever is wrong with the new one
        let email = email.clone();
        call.app
            .db
            .write(&call.ticket, Action::SessionBegin, move |w| {
                sessions::forgive(w, &email)
            })
            .await?;
    }
    let new = faults.take(
        call.app
            .hashing
            .accept("new", new, role.is_staff(), email)
            .await?,
    );
    faults.finish()?;
    let hash = call
        .app
        .hashing
        .hash(new.ok_or_else(|| Error::internal("a fault was not reported"))?)
        .await?;
    call.change(input.digest, move |w| {
        let keep = w.session()?;
        accounts::set_password(w, id, &hash, Some(keep))?;
        Ok(done())
    })
    .await
}

/// Verifies a password whose attempt was counted; where the lane stays full, it was no attempt.
async fn verify(
    call: &Call,
    email: &str,
    typed: &str,
    stored: Option<String>,
) -> Result<bool, Error> {
    let verified = call
        .app
        .hashing
        .verify(password::normalise(typed), stored)
        .await;
    if matches!(verified, Err(Error::Unavailable(..))) {
        let email = email.to_string();
        call.app
            .db
            .write(&call.ticket, Action::SessionBegin, move |w| {
                sessions::take_back(w, &email)
            })
            .await?;
    }
    verified
}

/// Signs in with a password: counts the attempt, verifies on the lane, begins the session.
pub(super) async fn sign_in(
    call: &Call,
    email: String,
    typed: String,
) -> Result<(crate::ids::SessionId, chrono::DateTime<chrono::Utc>), Error> {
    let attempted = email.clone();
    let found = call
        .app
        .db
        .write(&call.ticket, Action::SessionBegin, move |w| {
            sessions::attempt(w, &attempted)
        })
        .await?;
    let (id, stored) = found.unzip();
    let right = verify(call, &email, &typed, stored.clone()).await?;
    let (Some(id), Some(mut verified), true) = (id, stored, right) else {
        return Err(Error::Unauthenticated);
    };
    // where the lane is full, the next sign-in renews the hash
    if password::outdated(&verified)
        && let Ok(hash) = call.app.hashing.hash(password::normalise(&typed)).await
    {
        let (before, after) = (verified, hash.clone());
        call.app
            .db
            .write(&call.ticket, Action::AccountRehash, move |w| {
                sessions::rehash(w, id, &before, &after)
            })
            .await?;
        verified = hash;
    }
    let (origin, app) = (call.origin.clone(), call.app.clone());
    let begin = move |w: &mut Write| {
        sessions::begin(w, &email, id, Some(&verified), &origin, |staff| {
            app.session_lifetime(staff)
        })
    };
    call.app
        .db
        .write(&call.ticket, Action::SessionBegin, begin)
        .await
}
