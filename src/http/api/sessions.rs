//! Signing in, listing sessions, signing out.

use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::sessions::{self, Session};
use crate::accounts::sign_in::{SignIn, SignedIn, sign_in};
use crate::http::api::answer::{Answer, done};
use crate::http::api::json::Input;
use crate::http::failure::Problem;
use crate::http::once::no_body;
use crate::http::session::Call;
use crate::ids::SessionId;

/// A session that has begun.
#[derive(Serialize, ToSchema)]
pub struct Begun {
    /// For the header `Authorization: Bearer`; shown once.
    token: String,
    /// The session's id.
    id: SessionId,
    /// When it ends at the latest.
    expires_at: DateTime<Utc>,
    /// For the field of this name at the next sign-in, within 180 days; keep it on the device.
    device: String,
}

/// Signs in. The answer to a wrong password, an unknown address and a disabled account is the same.
#[utoipa::path(post, path = "/api/v1/sessions", tag = "sessions", request_body = SignIn, responses(
    (status = 201, body = Begun),
    (status = 401, description = "The password is wrong, or there is no such account", content_type = "application/problem+json", body = Problem)))]
pub async fn begin(call: Call, input: Input<SignIn, 16>) -> Answer {
    let app = &call.app;
    let signed_in = sign_in(
        &app.db,
        &call.ticket,
        &app.limits,
        &app.hashing,
        input.value,
        app.lifetimes,
        call.language,
    );
    let SignedIn { session, device } = signed_in.await?;
    let sessions::Begun { id, expires_at } = session;
    let token = app.tokens.make(id, Utc::now(), expires_at)?;
    Ok(HttpResponse::Created().json(Begun {
        token,
        id,
        expires_at,
        device,
    }))
}

/// The live sessions of the account that asks.
#[utoipa::path(get, path = "/api/v1/sessions", tag = "sessions", responses((status = 200, body = Vec<Session>)))]
pub async fn list(call: Call) -> Answer {
    call.read(sessions::list).await
}

/// Signs out everywhere.
#[utoipa::path(delete, path = "/api/v1/sessions", tag = "sessions", responses((status = 204)))]
pub async fn end_all(call: Call) -> Answer {
    call.change(no_body(), |w| sessions::end(w, None).map(|()| done()))
        .await
}

/// Signs out of one session; `current` is the one that asks.
#[utoipa::path(delete, path = "/api/v1/sessions/{session}", tag = "sessions", params(("session" = String, Path)),
    responses((status = 204)))]
pub async fn end(call: Call, session: web::Path<String>) -> Answer {
    let named = session.into_inner();
    call.change(no_body(), move |w| {
        let id = if named == "current" {
            w.session()?
        } else {
            named.parse().map_err(|_| crate::error::Error::NotFound)?
        };
        sessions::end(w, Some(id)).map(|()| done())
    })
    .await
}
